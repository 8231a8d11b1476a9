/* Comma or tab separated values (RFC 4180): the first record names the columns,
 * each other one is a report. A cell may be quoted and then hold anything; a
 * quote that is never closed costs its own line, not the rest of the file. The
 * bytes of an item are the names and its record. */
#include <stdio.h>

#include "base/limits.h"
#include "base/list.h"
#include "base/str.h"
#include "intake/charset.h"
#include "intake/map.h"
#include "intake/open.h"
#include "intake/sniff.h"

#define COLUMNS 512u

struct cells {
	SR_LIST(struct sr_str) list;
};

struct table {
	const struct sr_within *w;
	char mark; /* between cells */
	char charset[SR_CHARSET];
	struct sr_arena own, mem; /* of the names; of the record */
	struct cells names;
	struct sr_str head; /* the names' bytes, the line's end too */
	size_t n;
};

/* The bytes of a record that begins the window, its line's end included; *open
 * when a quote is never closed. */
static size_t record_end(const struct table *t, struct sr_stream *s, bool *open)
{
	struct sr_str w = sr_stream_peek(s, 1);
	bool quoted = false, start = true;
	size_t at = 0;

	for (;; at++) {
		if (at == w.n)
			w = sr_stream_peek(s, at + 1);
		*open = quoted;
		if (at == w.n || at > SR_MAX_PAGE)
			return at;
		char c = w.s[at];
		if (quoted) {
			quoted = c != '"';
		} else if (c == '"' && (start || (at && w.s[at - 1] == '"'))) {
			quoted = true;
		} else if (c == '\n') {
			return at + 1;
		}
		start = !quoted && (c == t->mark);
	}
}

/* A record's first line, where its quotes don't hold. */
static size_t line_end(struct sr_stream *s)
{
	return sr_stream_line(s, SR_MAX_PAGE).n;
}

/* One cell off the front of *rest; quotes off, doubled ones single. */
static struct sr_str next_cell(struct sr_arena *mem, struct sr_str *rest,
			       char mark)
{
	if (!rest->n || rest->s[0] != '"')
		return sr_str_cut(rest, mark);
	char *out = sr_arena_raw(mem, rest->n, 1);
	size_t n = 0, at = 1;
	if (!out) {
		rest->s = NULL;
		return (struct sr_str){ NULL, 0 };
	}
	while (at < rest->n) {
		if (rest->s[at] == '"') {
			if (at + 1 >= rest->n || rest->s[at + 1] != '"')
				break;
			at++;
		}
		out[n++] = rest->s[at++];
	}
	*rest = (struct sr_str){ rest->s + at, rest->n - at };
	sr_str_cut(rest, mark); /* the quote, and what should not be there */
	return (struct sr_str){ out, n };
}

static bool read_cells(struct sr_arena *mem, struct sr_str record, char mark,
		       struct cells *cells)
{
	while (record.n && memchr("\r\n", record.s[record.n - 1], 2))
		record.n--;
	while (record.s && cells->list.nitem < COLUMNS) {
		struct sr_str *cell = SR_PUSH(mem, &cells->list);
		if (!cell)
			return false;
		*cell = next_cell(mem, &record, mark);
	}
	return true;
}

static bool read_names(struct table *t, struct sr_stream *s)
{
	struct sr_str line = sr_stream_line(s, SR_SNIFF);
	const char *p;

	if (line.n > 3 && memcmp(line.s, "\xEF\xBB\xBF", 3) == 0) {
		sr_stream_skip(s, 3);
		line = sr_stream_line(s, SR_SNIFF);
	}
	sr_charset_find(sr_stream_peek(s, 65536), t->w->given.charset,
			SR_MARKUP_NONE, t->charset);
	line = sr_stream_line(s, SR_SNIFF);
	t->mark = sr_table_separator(t->w->in->kit, t->w->in->map, line);
	p = sr_arena_copy(&t->own, line.s, line.n);
	t->head = (struct sr_str){ p, p ? line.n : 0 };
	sr_stream_skip(s, line.n);
	return p && read_cells(&t->own, t->head, t->mark, &t->names);
}

/* The bytes that the ledger keeps. */
static struct sr_str with_head(struct table *t, struct sr_str record)
{
	char *p = sr_arena_raw(&t->mem, t->head.n + record.n, 1);

	if (!p)
		return record;
	memcpy(p, t->head.s, t->head.n);
	memcpy(p + t->head.n, record.s, record.n);
	return (struct sr_str){ p, t->head.n + record.n };
}

static bool give_record(struct table *t, struct sr_str record)
{
	struct sr_named named = { .rank = { 0 } };
	struct cells cells = { .list = { 0 } };
	struct sr_err err = { 0 };
	struct sr_str text;
	char why[120];

	if (sr_to_utf8(&t->mem, t->charset, record, &text, &err) ||
	    !read_cells(&t->mem, text, t->mark, &cells))
		return sr_give_error(t->w, ++t->n, SR_LIMIT,
				     "a record too large to be read");
	size_t all = t->names.list.nitem;
	if (cells.list.nitem != all) {
		snprintf(why, sizeof(why), "%zu cells; expected %zu",
			 cells.list.nitem, all);
		return sr_give_error(t->w, ++t->n, SR_REFUSED, why);
	}
	for (size_t i = 0; i < all; i++) {
		unsigned rank = 0;
		enum sr_name f = sr_map_find(t->w->in->kit, t->w->in->map,
					     sr_str_trim(t->names.list.items[i]),
					     &rank);
		sr_named_put(&named, f, rank, cells.list.items[i]);
	}
	/* Kept as it came, whatever it was converted to. */
	return sr_give_named(t->w, with_head(t, record), &named, ++t->n);
}

/* A record of several lines whose cells are not as many as the names: its
 * quotes don't hold, and the lines behind the first are records of their own.
 */
static bool runs_on(struct table *t, const char *s, size_t n)
{
	struct cells cells = { .list = { 0 } };
	struct sr_str record = { s, n };

	if (n < 2 || !memchr(s, '\n', n - 1))
		return false;
	return read_cells(&t->mem, record, t->mark, &cells) &&
	       cells.list.nitem != t->names.list.nitem;
}

static bool is_blank(struct sr_str record)
{
	return sr_str_trim(record).n == 0;
}

bool sr_open_table(const struct sr_within *w, struct sr_stream *s)
{
	struct table t = { .w = w };
	bool go_on = true, open = false;

	sr_arena_init(&t.own, (size_t)1 << 20);
	sr_arena_init(&t.mem, (size_t)SR_MAX_PAGE * 8);
	if (!read_names(&t, s))
		go_on = sr_give_error(w, 0, SR_LIMIT,
				      "names of columns too long to be read");
	while (go_on && sr_stream_more(s)) {
		size_t n = record_end(&t, s, &open);
		open = open || runs_on(&t, sr_stream_peek(s, n).s, n);
		if (open)
			n = line_end(s);
		struct sr_str record = { sr_stream_peek(s, n).s, n };
		if (open)
			go_on = sr_give_error(w, ++t.n, SR_REFUSED,
					      "a quote that is not closed");
		else if (!is_blank(record))
			go_on = give_record(&t, record);
		sr_stream_skip(s, n);
		sr_arena_reset(&t.mem);
	}
	go_on = go_on && sr_give_fault(w, s, t.n + 1);
	sr_arena_release(&t.mem);
	sr_arena_release(&t.own);
	return go_on;
}
