/* The report as a tree, of the sample reports and of none: it says what control,
 * losses and conflicts say, to the last figure; every number in it stands in
 * what it cites; every reference is cited; it reads like English. */
#include "brief/brief.h"

#include <unistd.h>

#include "answer/conflicts.h"
#include "answer/control.h"
#include "answer/losses.h"
#include "api/read.h"
#include "base/calendar.h"
#include "base/file.h"
#include "brief/check.h"
#include "brief/write.h"
#include "lib/check.h"
#include "lib/kit.h"
#include "lib/scratch.h"

#define NOW "2026-01-02T08:00:00Z"

static struct sr_kit *kit;
static struct sr_english en;

static bool ends_in(const char *name, const char *with)
{
	size_t n = strlen(name), k = strlen(with);

	return n > k && strcmp(name + n - k, with) == 0;
}

static void add(struct sr_ledger *ledger, struct sr_doc *doc, const char *name,
		struct sr_str bytes)
{
	struct sr_err err = { 0 };

	if (sr_read(doc, kit, sr_str_of(name), bytes, &err) ||
	    sr_keep(ledger, kit, doc, NOW, &err))
		printf("Bail out! %s: %s\n", err.where, err.text);
}

/* A ledger of all samples. */
static void make_ledger(const char *path)
{
	struct sr_err err = { 0 };
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_WRITE, &err);
	struct sr_doc *doc = sr_doc_new();
	char dir[512], file[1024];
	struct dirent *e;
	struct sr_arena mem;

	sr_arena_init(&mem, 1u << 26);
	snprintf(dir, sizeof(dir), "%.400s/samples", getenv("SR_SOURCE"));
	DIR *d = opendir(dir);
	while (d && (e = readdir(d))) {
		struct sr_str bytes;
		snprintf(file, sizeof(file), "%s/%.250s", dir, e->d_name);
		if (ends_in(e->d_name, ".txt") &&
		    !sr_file_read(&mem, file, 1u << 20, &bytes, &err))
			add(l, doc, e->d_name, bytes);
	}
	if (d)
		closedir(d);
	sr_doc_free(doc);
	sr_ledger_close(l);
	sr_arena_release(&mem);
}

/* 1. What the tree must be, whatever it tells. */

static bool has(struct sr_str s, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= s.n; i++)
		if (memcmp(s.s + i, what, n) == 0)
			return true;
	return false;
}

static void check_words(struct sr_str s)
{
	static const char *const BAD[] = { "{",	   "  ",    " ,",     " .",
					   "in in ", "at at ", "by by ", "..",
					   " 1 people", "the the " };

	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		if (has(s, BAD[i]) && !has(s, "“")) {
			printf("# %.*s\n", (int)s.n, s.s);
			check_line(0, __FILE__, __LINE__, "such words");
		}
	CHECK(s.n == 0 || s.s[0] < 'a' || s.s[0] > 'z' || has(s, "\t"));
}

static void check_sentence(const struct sr_brief_text *t, size_t nref)
{
	int64_t bad = 0;

	check_words(t->text);
	if (t->cited.nitem && !sr_brief_proved(&en, t, &bad)) {
		printf("# %lld thousandths in: %.*s\n", (long long)bad,
		       (int)t->text.n, t->text.s);
		check_line(0, __FILE__, __LINE__, "a number that no source has");
	}
	for (size_t i = 0; i < t->refs.nitem; i++) {
		CHECK(t->refs.items[i] >= 1 && t->refs.items[i] <= nref);
		CHECK(!i || t->refs.items[i] > t->refs.items[i - 1]);
	}
}

/* A row is proved by what any of its cells cites. */
static void check_row(const struct sr_brief_text *cell, size_t n)
{
	struct sr_brief_text all = { .text = { NULL, 0 } };

	for (size_t i = 0; i < n; i++)
		if (cell[i].cited.nitem > all.cited.nitem)
			all.cited = cell[i].cited;
	for (size_t i = 0; i < n; i++) {
		int64_t bad = 0;
		all.text = cell[i].text;
		if (n == 6 && !sr_brief_proved(&en, &all, &bad)) {
			printf("# %lld thousandths in: %.*s\n", (long long)bad,
			       (int)all.text.n, all.text.s);
			check_line(0, __FILE__, __LINE__, "a number that no source of the row has");
		}
	}
}

static void check_tree(const struct sr_brief *b, bool *cited)
{
	for (size_t i = 0; i < b->sections.nitem; i++) {
		const struct sr_brief_section *s = &b->sections.items[i];
		CHECK(s->title.n > 0 && s->parts.nitem > 0);
		for (size_t k = 0; k < s->parts.nitem; k++) {
			const struct sr_brief_part *p = &s->parts.items[k];
			for (size_t m = 0; m < p->texts.nitem; m++) {
				const struct sr_brief_text *t =
					&p->texts.items[m];
				CHECK(t->text.n > 0);
				check_sentence(t, b->refs.nitem);
				for (size_t r = 0; r < t->refs.nitem; r++)
					cited[t->refs.items[r]] = true;
			}
			if (!p->table)
				continue;
			CHECK(p->table->cells.nitem % p->table->ncolumn == 0);
			for (size_t m = 0; m < p->table->cells.nitem; m++) {
				const struct sr_brief_text *t =
					&p->table->cells.items[m];
				for (size_t r = 0; r < t->refs.nitem; r++)
					cited[t->refs.items[r]] = true;
				if (m % p->table->ncolumn == 0)
					check_row(t, p->table->ncolumn);
			}
		}
	}
}

/* 2. The same as the commands. */

static const struct sr_brief_table *table_of(const struct sr_brief *b,
					     const char *id)
{
	for (size_t i = 0; i < b->sections.nitem; i++)
		for (size_t k = 0; strcmp(b->sections.items[i].id, id) == 0 &&
				   k < b->sections.items[i].parts.nitem;
		     k++)
			if (b->sections.items[i].parts.items[k].table)
				return b->sections.items[i].parts.items[k].table;
	return NULL;
}

static struct sr_str cell_of(const struct sr_rows *rows, size_t row,
			     const char *key)
{
	for (size_t i = 0; i < rows->ncolumn; i++)
		if (rows->column[i].key && strcmp(rows->column[i].key, key) == 0)
			return rows->cells.items[row * rows->ncolumn + i].text;
	return (struct sr_str){ NULL, 0 };
}

/* The row whose `key` is the id, or SIZE_MAX. */
static size_t row_of(const struct sr_rows *rows, const char *key,
		     struct sr_str id)
{
	for (size_t i = 0; i < rows->cells.nitem / rows->ncolumn; i++)
		if (sr_str_equal(cell_of(rows, i, key), id))
			return i;
	return SIZE_MAX;
}

static void check_held(struct sr_ask *ask, const struct sr_brief *b)
{
	const struct sr_brief_table *t = table_of(b, "control");
	struct sr_control_view v = { .ask = ask };
	struct sr_controls controls;
	struct sr_rows rows;

	ask->filter = SR_FILTER;
	CHECK(!sr_control_load(&v) && !sr_controls(&v, &controls));
	sr_control_rows_on(&v, &controls, b->days.to, false, &rows);
	for (size_t i = 0; t && i < t->cells.nitem; i += t->ncolumn) {
		const struct sr_brief_text *c = &t->cells.items[i];
		size_t row = row_of(&rows, "id", c->id);
		CHECK(row != SIZE_MAX);
		if (row == SIZE_MAX)
			continue;
		struct sr_str sure = cell_of(&rows, row, "sure");
		CHECK(has(c->text, "the ") ||
		      sr_str_equal(c->text, cell_of(&rows, row, "place")));
		CHECK(sr_str_equal(c[2].text, cell_of(&rows, row, "how")));
		/* "0.853" there is "85%" here */
		CHECK(!c[2].note.n || sure.n < 4 ||
		      memcmp(c[2].note.s, sure.s + 2, 2) == 0);
	}
}

static void check_losses(struct sr_ask *ask, const struct sr_brief *b)
{
	const struct sr_brief_table *t = table_of(b, "losses");
	struct sr_losses_view v;
	struct sr_rows rows;
	size_t n = t ? t->cells.nitem / t->ncolumn : 0, found = 0;

	ask->filter = SR_FILTER;
	ask->filter.days = b->days;
	CHECK(!sr_losses_load(ask, false, &v));
	sr_losses_rows(&v, &rows);
	for (size_t i = 0; i < n; i++) {
		const struct sr_brief_text *c = &t->cells.items[i * t->ncolumn];
		CHECK(c[2].cited.nitem > 0);
		const struct sr_cited *by = c[2].cited.items;
		struct sr_str key = by->all->claims.items[by->claim].key;
		const struct sr_claim *claim =
			&by->all->claims.items[by->claim].claim;
		for (size_t r = 0; r < rows.cells.nitem / rows.ncolumn; r++) {
			struct sr_str ids = cell_of(&rows, r, "claims");
			if (ids.n < key.n || memcmp(ids.s, key.s, key.n) != 0)
				continue;
			found++;
			struct sr_amount a = { .count = claim->count,
					       .unit = claim->unit,
					       .digits = true };
			struct sr_str text = sr_amount_text(&en, &a);
			CHECK(sr_str_equal(c[2].text, text));
			CHECK(c[4].text.n > 0 &&
			      cell_of(&rows, r, "claimant").n > 0);
		}
	}
	CHECK_INT(found, n);
}

static void check_conflicts(struct sr_ask *ask, const struct sr_brief *b)
{
	const struct sr_brief_table *t = table_of(b, "contested");
	struct sr_conflicts_view v;
	struct sr_rows rows;
	size_t n = t ? t->cells.nitem / t->ncolumn : 0;

	ask->filter = SR_FILTER;
	ask->filter.days = b->days;
	CHECK(!sr_conflicts_load(ask, false, &v));
	sr_conflicts_rows(&v, 0, v.found.items.nitem, &rows);
	CHECK(n == v.found.items.nitem || n >= 10);
	for (size_t i = 0; i < n; i++) {
		const struct sr_brief_text *c = &t->cells.items[i * t->ncolumn];
		size_t row = row_of(&rows, "id", c->id);
		CHECK_INT(row, i);
		CHECK(c[1].refs.nitem > 0 && c[2].refs.nitem > 0);
	}
}

static void check_period(struct sr_ledger *ledger, const char *from,
			 const char *to)
{
	struct sr_brief b;
	struct sr_ask ask;
	bool cited[256] = { false };

	sr_ask_init(&ask);
	ask.ledger = ledger;
	ask.kit = kit;
	CHECK(!from || !sr_ask_option(&ask, "from", from));
	CHECK(!to || !sr_ask_option(&ask, "to", to));
	CHECK(!sr_brief_make(&ask, &b));
	en = (struct sr_english){ .kit = kit, .mem = &ask.mem };
	CHECK(b.title.n && b.period.n && b.lead.texts.nitem);
	CHECK(b.refs.nitem < 255);
	check_tree(&b, cited);
	for (size_t i = 1; i <= b.refs.nitem; i++)
		CHECK(cited[i]);
	check_held(&ask, &b);
	check_losses(&ask, &b);
	check_conflicts(&ask, &b);
	sr_ask_release(&ask);
}

/* 3. Words in quotation marks are the report's, whatever marks it has itself. */

static size_t bare(struct sr_str s, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if ((s.s[i] >= 'a' && s.s[i] <= 'z') ||
		    (s.s[i] >= 'A' && s.s[i] <= 'Z') ||
		    (s.s[i] >= '0' && s.s[i] <= '9'))
			out[n++] = s.s[i];
	return n;
}

static bool is_in_report(struct sr_ledger *l, const struct sr_brief_text *t,
			 struct sr_str quote)
{
	struct sr_arena mem;
	bool found = false;

	sr_arena_init(&mem, 1u << 26);
	char *want = sr_arena_raw(&mem, quote.n + 1, 1);
	size_t n = bare(quote, want);
	for (size_t i = 0; !found && i < t->cited.nitem; i++) {
		const struct sr_cited *c = &t->cited.items[i];
		const struct sr_filed *f =
			sr_filed_of(c->all, &c->all->claims.items[c->claim]);
		struct sr_kept_text kept;
		struct sr_err err;
		if (sr_ledger_text(l, f->row, &mem, &kept, &err))
			continue;
		char *have = sr_arena_raw(&mem, kept.text.n + 1, 1);
		size_t k = bare(kept.text, have);
		for (size_t at = 0; !found && at + n <= k; at++)
			found = memcmp(have + at, want, n) == 0;
	}
	sr_arena_release(&mem);
	return found;
}

static void check_quotes(struct sr_ledger *l)
{
	static const char OPEN[] = "\xE2\x80\x9C", CLOSE[] = "\xE2\x80\x9D";
	struct sr_brief b;
	struct sr_ask ask;
	size_t n = 0;

	sr_ask_init(&ask);
	ask.ledger = l;
	ask.kit = kit;
	CHECK(!sr_ask_option(&ask, "from", "2015") && !sr_brief_make(&ask, &b));
	for (size_t i = 0; i < b.sections.nitem; i++)
		for (size_t k = 0; k < b.sections.items[i].parts.nitem; k++) {
			struct sr_brief_part *p =
				&b.sections.items[i].parts.items[k];
			for (size_t m = 0; m < p->texts.nitem; m++) {
				struct sr_str s = p->texts.items[m].text;
				const char *from = s.s, *end = sr_str_end(s);
				while (from + 3 < end &&
				       memcmp(from, OPEN, 3) != 0)
					from++;
				const char *to = from;
				while (to + 3 < end && memcmp(to, CLOSE, 3) != 0)
					to++;
				if (from + 3 >= end ||
				    !p->texts.items[m].cited.nitem)
					continue;
				n++;
				CHECK(is_in_report(
					l, &p->texts.items[m],
					(struct sr_str){ from + 3,
							 (size_t)(to - from -
								  3) }));
			}
		}
	CHECK(n > 5);
	sr_ask_release(&ask);
}

/* 4. With the n-th request for memory refused: an error, never a fault. */

static enum sr_code make_with(struct sr_ledger *l, size_t fail_after,
			      size_t *requests)
{
	struct sr_brief b;
	struct sr_ask ask;
	enum sr_code code;

	sr_ask_init(&ask);
	ask.ledger = l;
	ask.kit = kit;
	ask.mem.fail_after = fail_after;
	code = sr_ask_option(&ask, "from", "2022");
	if (!code)
		code = sr_brief_make(&ask, &b);
	for (int format = 0; !code && format < 3; format++) {
		struct sr_json out = { .mem = &ask.mem };
		code = sr_brief_write(&b, (enum sr_brief_format)format, &out,
				      &ask.err);
	}
	*requests = ask.mem.requests;
	sr_ask_release(&ask);
	return code;
}

static void check_memory(struct sr_ledger *l)
{
	size_t requests, any, step;

	CHECK(make_with(l, 0, &requests) == SR_OK);
	step = requests / 150 + 1;
	for (size_t at = 1; at < requests; at += step) {
		enum sr_code code = make_with(l, at, &any);
		CHECK(code == SR_NOMEM);
	}
}

int main(void)
{
	char dir[TEST_FOLDER], path[TEST_FOLDER + 16], none[TEST_FOLDER + 16];
	struct sr_err err = { 0 };

	kit = test_kit();
	if (!test_folder(dir))
		printf("Bail out! no folder\n");
	snprintf(path, sizeof(path), "%s/all.db", dir);
	snprintf(none, sizeof(none), "%s/none.db", dir);
	make_ledger(path);
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_READ, &err);
	check_period(l, NULL, NULL);
	check_period(l, "2010", "2026");
	check_period(l, "2016-12-10", "2016-12-23");
	check_period(l, "2022-06-20", "2022-11-15");
	check_period(l, "2015", NULL);
	check_period(l, NULL, "2016");
	check_period(l, "1850-01-01", "1850-01-07");
	check_quotes(l);
	check_memory(l);
	sr_ledger_close(l);
	sr_ledger_close(sr_ledger_open(none, SR_LEDGER_WRITE, &err));
	l = sr_ledger_open(none, SR_LEDGER_READ, &err);
	check_period(l, NULL, NULL);
	check_period(l, "2022-01-01", "2022-01-07");
	sr_ledger_close(l);
	sr_kit_close(kit);
	test_remove(dir);
	return done();
}
