/* Runs tests/cases/ingest/<name>.case: text in, fields and blocks out.
 *
 * A case is a title behind "#", input lines behind "|" (\r, \t, \\ and \xHH
 * stand for what they say; a line that ends with \c has no line end), and what
 * is expected behind "=". With arguments it prints what it makes of those
 * files instead, as expectations. */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/limits.h"
#include "ingest/ingest.h"
#include "lib/check.h"
#include "lib/kit.h"

#define MOST 65536

static struct sr_kit *kit;

struct text {
	char s[MOST];
	size_t n;
};

static void add(struct text *t, const char *s, size_t n)
{
	for (size_t i = 0; i < n && t->n < MOST - 1; i++)
		t->s[t->n++] = s[i];
	t->s[t->n] = '\0';
}

static void add_field(struct text *t, const char *name, struct sr_str value)
{
	if (!value.n)
		return;
	add(t, name, strlen(name));
	add(t, " ", 1);
	for (size_t i = 0; i < value.n; i++)
		if (value.s[i] == '\n' || value.s[i] == '\r')
			add(t, "~", 1);
		else
			add(t, value.s + i, 1);
	add(t, "\n", 1);
}

static void add_days(struct text *t, const struct sr_report *r)
{
	char from[SR_DAY_TEXT], to[SR_DAY_TEXT], line[64];

	if (!sr_days_known(r->published))
		return;
	sr_day_write(r->published.from, from);
	sr_day_write(r->published.to, to);
	int n = snprintf(line, sizeof(line), "%s%s%s%s", from,
			 strcmp(from, to) ? ".." : "",
			 strcmp(from, to) ? to : "",
			 r->published_inferred ? " inferred" : "");
	add_field(t, "published", (struct sr_str){ line, (size_t)n });
}

static void describe(struct text *t, const struct sr_doc *doc)
{
	static const char *const kinds[] = {
		[SR_BLOCK_BODY] = "body",	[SR_BLOCK_TITLE] = "title",
		[SR_BLOCK_HEADING] = "heading", [SR_BLOCK_CAPTION] = "caption",
		[SR_BLOCK_FIELD] = "field",
	};
	const struct sr_report *r = &doc->report;

	add_field(t, "title:", r->title);
	add_field(t, "publisher:", r->publisher);
	add_field(t, "author:", r->author);
	add_field(t, "url:", r->url);
	add_field(t, "dateline:", r->dateline);
	add_days(t, r);
	for (size_t i = 0; i < doc->blocks.nitem; i++)
		add_field(t, kinds[doc->blocks.items[i].kind],
			  sr_doc_text(doc, doc->blocks.items[i].at));
}

static void check_spans(const struct sr_doc *doc)
{
	uint32_t last = 0;

	for (size_t i = 0; i < doc->blocks.nitem; i++) {
		struct sr_span at = doc->blocks.items[i].at;
		if (at.from < last || at.to <= at.from ||
		    at.to > doc->report.text.n)
			check_line(
				0, __FILE__, __LINE__,
				"blocks in order, none empty, within the text");
		last = at.to;
	}
}

static void ingest(struct text *out, struct sr_str in)
{
	struct sr_doc doc;
	struct sr_err err = { 0 };

	sr_doc_init(&doc);
	if (sr_ingest_text(&doc, kit, SR_STR("case"), in, NULL, &err)) {
		add_field(out, err.where, sr_str_of(err.text));
	} else {
		describe(out, &doc);
		check_spans(&doc);
	}
	sr_doc_release(&doc);
}

/* A line of input with its escapes undone. */
static void add_input(struct text *t, struct sr_str line)
{
	for (size_t i = 0; i < line.n; i++) {
		char c = line.s[i];
		if (c != '\\' || i + 1 == line.n) {
			add(t, &c, 1);
			continue;
		}
		c = line.s[++i];
		if (c == 'c')
			return;
		if (c == 'x') {
			char hex[3] = { line.s[i + 1], line.s[i + 2], 0 };
			c = (char)strtol(hex, NULL, 16);
			i += 2;
		} else {
			c = c == 'r' ? '\r' : c == 't' ? '\t' : c;
		}
		add(t, &c, 1);
	}
	add(t, "\n", 1);
}

struct one {
	char title[200], where[200];
	struct text in, want, got;
};

static void finish(struct one *c)
{
	if (!c->in.n)
		return;
	ingest(&c->got, (struct sr_str){ c->in.s, c->in.n });
	int same = strcmp(c->got.s, c->want.s) == 0;
	check_line(same, c->where, 0, c->title);
	if (!same)
		for (struct sr_str rest = { c->got.s, c->got.n }; rest.n;) {
			struct sr_str l = sr_str_cut(&rest, '\n');
			printf("# got =%.*s\n", (int)l.n, l.s);
		}
	c->in.n = c->want.n = c->got.n = 0;
	c->want.s[0] = c->got.s[0] = '\0';
}

static void run_file(const char *path, struct sr_str bytes)
{
	static struct one c;

	snprintf(c.where, sizeof(c.where), "%s", path);
	for (struct sr_str rest = bytes; rest.n;) {
		struct sr_str line = sr_str_cut(&rest, '\n');
		struct sr_str tail = { line.s + 1, line.n ? line.n - 1 : 0 };
		if (line.n && line.s[0] == '#') {
			finish(&c);
			snprintf(c.title, sizeof(c.title), "%.*s", (int)tail.n,
				 tail.s);
		} else if (line.n && line.s[0] == '|') {
			add_input(&c.in, tail);
		} else if (line.n && line.s[0] == '=') {
			add(&c.want, tail.s, tail.n);
			add(&c.want, "\n", 1);
		}
	}
	finish(&c);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void run_dir(const char *dir)
{
	char *names[100], path[4096];
	size_t n = 0;
	DIR *d = opendir(dir);
	struct sr_arena mem;
	struct sr_str bytes;

	CHECK(d != NULL);
	for (struct dirent *e; d && n < 100 && (e = readdir(d));)
		if (strstr(e->d_name, ".case"))
			names[n++] = strdup(e->d_name);
	if (d)
		closedir(d);
	qsort(names, n, sizeof(*names), by_name);
	CHECK(n > 0);
	sr_arena_init(&mem, 64 << 20);
	for (size_t i = 0; i < n; i++) {
		int k = snprintf(path, sizeof(path), "%s/%s", dir, names[i]);
		CHECK(k > 0 && (size_t)k < sizeof(path));
		CHECK_INT(sr_file_read(&mem, path, 1 << 20, &bytes, NULL), 0);
		run_file(names[i], bytes);
		free(names[i]);
	}
	sr_arena_release(&mem);
}

static void print_file(const char *path)
{
	static struct text out;
	struct sr_doc doc;
	struct sr_err err = { 0 };

	out.n = 0;
	sr_doc_init(&doc);
	printf("# %s\n", path);
	struct sr_str bytes;
	if (sr_file_read(&doc.mem, path, SR_MAX_REPORT, &bytes, &err) ||
	    sr_ingest_text(&doc, kit, SR_STR("-"), bytes, NULL, &err))
		printf("=%s %s\n", err.where, err.text);
	else
		describe(&out, &doc);
	for (struct sr_str rest = { out.s, out.n }; rest.n;) {
		struct sr_str l = sr_str_cut(&rest, '\n');
		printf("=%.*s\n", (int)(l.n > 150 ? 150 : l.n), l.s);
	}
	sr_doc_release(&doc);
}

int main(int argc, char **argv)
{
	char path[4096];
	const char *source = getenv("SR_SOURCE");

	kit = test_kit();
	for (int i = 1; i < argc; i++)
		print_file(argv[i]);
	snprintf(path, sizeof(path), "%s/tests/cases/ingest",
		 source ? source : ".");
	if (argc == 1)
		run_dir(path);
	sr_kit_close(kit);
	return argc > 1 ? 0 : done();
}
