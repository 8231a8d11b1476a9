#include "intake/flow.h"

#include <string.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

#define LONGEST_CELL 160u /* bytes of a cell that may stand in a row */

static bool room(struct sr_flow *f, size_t n)
{
	if (f->full || f->n + n > SR_MAX_REPORT) {
		f->full = true;
		return false;
	}
	if (f->n + n <= f->room)
		return true;
	size_t more = f->room ? f->room * 2 : (size_t)16 << 10;
	char *text = sr_arena_raw(f->mem, more + n, 1);
	if (!text) {
		f->full = true;
		return false;
	}
	if (f->n)
		memcpy(text, f->text, f->n);
	f->text = text;
	f->room = more + n;
	return true;
}

static void put_raw(struct sr_flow *f, const char *s, size_t n)
{
	memcpy(f->text + f->n, s, n);
	f->n += n;
}

/* The gap before a paragraph's first word; the paragraph begins behind it. */
static void open_part(struct sr_flow *f)
{
	if (f->n != f->from || f->n == 0)
		return;
	put_raw(f, "\n\n", f->soft ? 1 : 2);
	f->from = f->cell = f->n;
}

void sr_flow_put(struct sr_flow *f, struct sr_str s)
{
	const char *p = s.s, *end = sr_str_end(s);

	while (p < end) {
		const char *at = p;
		uint32_t cp = sr_utf8_next(&p, end);
		if (cp == 0xAD || cp == 0x200B || cp == 0xFEFF || cp == 0x2060)
			continue;
		if (sr_is_space(cp) || cp < 0x20) {
			sr_flow_blank(f);
			continue;
		}
		if (!room(f, 8))
			return;
		open_part(f);
		if (f->blank)
			put_raw(f, " ", 1);
		f->blank = false;
		if (cp == SR_UTF8_BAD)
			put_raw(f, "\xEF\xBF\xBD", 3);
		else
			put_raw(f, at, (size_t)(p - at));
	}
}

void sr_flow_blank(struct sr_flow *f)
{
	f->blank = f->blank || (f->n > f->from && f->text[f->n - 1] != ' ');
}

/* Ends what is being gathered. */
static void flush(struct sr_flow *f, enum sr_block_kind kind, bool soft)
{
	while (f->n > f->from &&
	       (f->text[f->n - 1] == ' ' || f->text[f->n - 1] == '|'))
		f->n--;
	if (f->n > f->from) {
		struct sr_ingest_part *part = SR_PUSH(f->mem, &f->parts);
		if (part)
			*part = (struct sr_ingest_part){
				{ (uint32_t)f->from, (uint32_t)f->n }, kind
			};
		f->full = f->full || !part;
		f->soft = soft;
	} else if (!soft) {
		f->soft = false;
	}
	f->from = f->cell = f->n;
	f->blank = f->due = false;
}

void sr_flow_begin(struct sr_flow *f)
{
	if (f->due || !f->tables)
		flush(f, SR_BLOCK_BODY, false);
}

void sr_flow_end(struct sr_flow *f, enum sr_block_kind kind)
{
	if (f->tables && f->n - f->cell <= LONGEST_CELL)
		f->due = true;
	else
		flush(f, kind, false);
}

void sr_flow_line(struct sr_flow *f)
{
	if (f->tables)
		sr_flow_blank(f);
	else
		flush(f, SR_BLOCK_BODY, true);
}

void sr_flow_cell_end(struct sr_flow *f)
{
	f->due = false;
	if (f->n - f->cell > LONGEST_CELL) {
		flush(f, SR_BLOCK_BODY, false);
	} else if (f->n > f->from && room(f, 3)) {
		put_raw(f, " | ", 3);
		f->blank = false;
		f->cell = f->n;
	}
}

void sr_flow_row_end(struct sr_flow *f)
{
	flush(f, SR_BLOCK_BODY, false);
}

/* Captions and headings, where the look of lines says nothing of them. */
static void put_kinds(struct sr_doc *doc, const struct sr_flow *f)
{
	size_t k = 0;

	for (size_t i = 0; i < doc->blocks.nitem; i++) {
		struct sr_block *b = &doc->blocks.items[i];
		while (k + 1 < f->parts.nitem &&
		       f->parts.items[k + 1].at.from <= b->at.from)
			k++;
		if (b->kind != SR_BLOCK_FIELD && b->kind != SR_BLOCK_TITLE &&
		    f->parts.items[k].kind != SR_BLOCK_BODY)
			b->kind = f->parts.items[k].kind;
	}
}

/* A name, not a login. */
static bool is_name(struct sr_str s)
{
	return s.n && memchr(s.s, ' ', s.n);
}

static struct sr_str first_of(struct sr_str a, struct sr_str b)
{
	return a.n ? a : b;
}

static void put_fields(const struct sr_flow *f, struct sr_doc *doc,
		       const struct sr_kit *kit, const struct sr_given *given)
{
	struct sr_report *r = &doc->report;
	struct sr_days written = sr_day_written(kit, f->modified);
	struct sr_ingest_fields fields = {
		.title = first_of(given->title, f->heading),
		.publisher = given->publisher,
		.author = given->author,
		.url = given->url,
		.published = given->published,
		.updated = first_of(given->updated, f->modified),
	};

	if (!r->title.n && !fields.title.n)
		fields.title = f->title;
	if (!r->author.n && !fields.author.n && is_name(f->author))
		fields.author = f->author;
	sr_ingest_put_fields(doc, kit, &fields);
	if (fields.url.n)
		sr_ingest_by_url(doc, kit);
	if (!sr_days_known(r->published) && sr_days_known(written)) {
		r->published = written;
		r->published_inferred = true;
	}
}

enum sr_code sr_flow_read(struct sr_flow *f, struct sr_doc *doc,
			  const struct sr_kit *kit, const struct sr_item *item,
			  struct sr_err *err)
{
	flush(f, SR_BLOCK_BODY, false);
	if (f->full && f->n + 16 > SR_MAX_REPORT)
		return sr_fail(err, SR_LIMIT, item->path,
			       "its text has more than %u bytes",
			       SR_MAX_REPORT);
	if (f->full)
		return sr_fail_nomem(err, item->path);
	if (!f->parts.nitem)
		return sr_fail(err, SR_REFUSED, item->path,
			       "a document without text: pictures?");
	enum sr_code code = sr_ingest_text(doc, kit, item->name,
					   (struct sr_str){ f->text, f->n },
					   NULL, err);
	if (code)
		return code;
	put_kinds(doc, f);
	put_fields(f, doc, kit, &item->given);
	return SR_OK;
}
