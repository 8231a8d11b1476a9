/* Which reports are one voice's: what the ledger keeps up report by report is
 * what the pure function gives for all, in whatever order they came; with a
 * day, it is that of what was published by then. */
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuse/alike.h"
#include "ledger/sqlite.h"
#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"
#include "lib/wire.h"

#define PATH "alike.db"
#define MOST 256
#define STORIES 9

static const struct sr_run RUN = { "0.1.0", "kit-a", "",
				   "2024-05-02T08:00:00Z" };

struct made {
	char *text[MOST];
	char sha256[MOST][SR_HEX];
	uint32_t n;
};

static void keep(struct made *m, const struct wire *w)
{
	m->text[m->n] = malloc(w->n + 1);
	memcpy(m->text[m->n], w->s, w->n + 1);
	sr_sha256((struct sr_str){ w->s, w->n }, m->sha256[m->n]);
	m->n++;
}

/* Copies, cuts, updates, digests; one paper with more stories, and one story in
 * more papers, than are remembered under a mark. */
static void make(struct made *m)
{
	static struct wire w;

	for (unsigned i = 0; i < 60; i++) {
		uint64_t story = i % STORIES, cut = i / STORIES % 3;
		w.n = 0;
		wire_head(&w, i % 5);
		wire_story(&w, story, cut, 12 - cut * 2, i % 4 ? 0 : 25);
		wire_foot(&w, i % 5);
		keep(m, &w);
	}
	for (unsigned i = 0; i < 90; i++) { /* a story in 90 papers */
		w.n = 0;
		wire_head(&w, 100 + i);
		wire_story(&w, 50, i % 7, 10 + i % 3, 0);
		keep(m, &w);
	}
	for (unsigned i = 0; i < 80; i++) { /* 80 stories of a paper */
		w.n = 0;
		wire_head(&w, 3);
		wire_story(&w, 100 + i, 0, 6, 0);
		wire_foot(&w, 3);
		keep(m, &w);
	}
	for (unsigned i = 0; i < 12; i++) { /* items, round-ups */
		w.n = 0;
		for (uint64_t k = 0; k < 1 + i % 3 * 2; k++)
			wire_story(&w, i + k, 2, i % 2 ? 8 : 4, 0);
		keep(m, &w);
	}
}

static void shuffle(uint32_t *order, uint32_t n, uint64_t seed)
{
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	for (uint32_t i = n; seed && i > 1; i--) {
		uint32_t k = (uint32_t)(wire_random(&seed) % i), at = order[k];
		order[k] = order[i - 1];
		order[i - 1] = at;
	}
}

static int32_t day_of(uint32_t i)
{
	return test_day("2024-03-01") + (int32_t)(i * 7 % 30);
}

static size_t remembers; /* how much a ledger may; 0: as is usual */

static void fill(struct sr_doc *doc, const struct made *m,
		 const uint32_t *order)
{
	struct sr_received in;
	struct sr_err err = { 0 };
	char name[32];

	unlink(PATH);
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);
	bool ok = l && !sr_ledger_begin(l, &RUN, &err);
	if (ok)
		l->remembers = remembers;
	for (uint32_t i = 0; ok && i < m->n; i++) {
		snprintf(name, sizeof(name), "%u.txt", order[i]);
		test_doc(doc, &in, name, m->text[order[i]]);
		memset(in.words_sha256, 0, sizeof(in.words_sha256));
		doc->report.published.from = doc->report.published.to =
			day_of(order[i]);
		ok = !sr_ledger_put(l, &in, doc, &err);
	}
	ok = ok && !sr_ledger_end(l, RUN.now, &err);
	sr_ledger_close(l);
	if (!ok)
		printf("Bail out! %s: %s\n", err.where, err.text);
}

/* All that is kept of it, as one hash. */
static void digest_alike(char hex[SR_HEX])
{
	struct sr_digest d;
	sqlite3_stmt *st;
	sqlite3 *db;

	sr_digest_init(&d);
	sqlite3_open(PATH, &db);
	sqlite3_prepare_v2(db,
			   "SELECT r.sha256, o.sha256, kind, shared FROM alike "
			   "JOIN report r ON r.id = report JOIN report o ON "
			   "o.id = other ORDER BY 1, 2",
			   -1, &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW) {
		for (int i = 0; i < 3; i++)
			sr_digest_text(
				&d, sr_str_of((const char *)sqlite3_column_text(
					    st, i)));
		sr_digest_int(&d, sqlite3_column_int64(st, 3));
	}
	sqlite3_finalize(st);
	sqlite3_close(db);
	sr_digest_end(&d, hex);
}

static struct made *sorting;

static int by_sha256(const void *pa, const void *pb)
{
	const uint32_t *a = pa, *b = pb;

	return strcmp(sorting->sha256[*a], sorting->sha256[*b]);
}

/* The origins by the pure function, of those published by a day: by number of
 * the report, NULL where it is alone. */
static void by_function(struct made *m, int32_t known_on, struct sr_arena *mem,
			const char **origin, size_t *nlink)
{
	struct sr_alike_links links = { 0 };
	struct sr_str text[MOST];
	int64_t rank[MOST];
	uint32_t order[MOST], group[MOST], size[MOST] = { 0 }, n = 0;

	for (uint32_t i = 0; i < m->n; i++) {
		origin[i] = NULL;
		if (day_of(i) <= known_on)
			order[n++] = i;
	}
	sorting = m;
	qsort(order, n, sizeof(*order), by_sha256);
	for (uint32_t i = 0; i < n; i++) {
		text[i] = sr_str_of(m->text[order[i]]);
		rank[i] = sr_text_rank(sr_str_of(m->sha256[order[i]]));
	}
	CHECK(sr_alike_all(text, rank, n, mem, &links) &&
	      sr_alike_groups(&links, n, mem, group));
	for (uint32_t i = 0; i < n; i++)
		size[group[i]]++;
	for (uint32_t i = 0; i < n; i++)
		if (size[group[i]] > 1)
			origin[order[i]] = m->sha256[order[group[i]]];
	*nlink = links.items.nitem;
}

static int64_t count_links(void)
{
	sqlite3_stmt *st;
	sqlite3 *db;

	sqlite3_open(PATH, &db);
	sqlite3_prepare_v2(db, "SELECT count(*) FROM alike", -1, &st, NULL);
	sqlite3_step(st);
	int64_t n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return n;
}

static void compare(const char *const *origin, int32_t known_on)
{
	struct sr_err err = { 0 };
	struct sr_filter f = SR_FILTER;
	struct sr_records r = { 0 };
	struct sr_arena mem;
	size_t wrong = 0, joined = 0;
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);

	sr_arena_init(&mem, 1 << 26);
	f.known_on = known_on;
	CHECK(l && !sr_ledger_reports(l, &f, &mem, &r, &err));
	for (size_t i = 0; i < r.reports.nitem; i++) {
		const struct sr_filed *p = &r.reports.items[i];
		char name[32] = "";
		memcpy(name, p->report.name.s, p->report.name.n);
		const char *want = origin[strtol(name, NULL, 10)];
		wrong += !sr_str_equal(p->origin, sr_str_of(want));
		joined += want != NULL;
	}
	CHECK_INT(wrong, 0);
	CHECK(joined > 20 && joined < r.reports.nitem);
	printf("# %zu reports, %zu with others\n", r.reports.nitem, joined);
	sr_ledger_close(l);
	sr_arena_release(&mem);
}

static void any_order(struct sr_doc *doc, struct made *m)
{
	static const size_t ROOM[6] = { 0, 1, 20000, 0, 60000, 1 };
	const char *origin[MOST];
	char first[SR_HEX], hex[SR_HEX];
	uint32_t order[MOST];
	struct sr_arena mem;
	size_t nlink;

	sr_arena_init(&mem, 1 << 28);
	for (uint64_t seed = 0; seed < 6; seed++) {
		remembers = ROOM[seed];
		shuffle(order, m->n, seed);
		fill(doc, m, order);
		digest_alike(seed ? hex : first);
		if (seed)
			CHECK_STR(sr_str_of(hex), first);
	}
	by_function(m, SR_DAY_MAX, &mem, origin, &nlink);
	CHECK_INT(count_links(), (int64_t)nlink * 2);
	compare(origin, SR_DAY_MAX);
	sr_arena_release(&mem);
}

/* Of one mark's texts all are compared with the first SR_HUBS only. The pure
 * function on what was known by a day has other first ones; here, as nearly
 * always, both find the same groups. */
static void by_day(struct made *m)
{
	const char *origin[MOST];
	struct sr_arena mem;
	size_t nlink;

	sr_arena_init(&mem, 1 << 28);
	by_function(m, test_day("2024-03-15"), &mem, origin, &nlink);
	compare(origin, test_day("2024-03-15"));
	sr_arena_release(&mem);
}

static void proved(void)
{
	struct sr_err err = { 0 };
	struct sr_proof proof;
	sqlite3 *db;
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);

	CHECK_INT(sr_ledger_prove(l, &proof, &err), SR_OK);
	sr_ledger_close(l);
	sqlite3_open(PATH, &db);
	sqlite3_exec(db,
		     "UPDATE alike SET shared = shared - 1 WHERE report = "
		     "(SELECT max(report) FROM alike)",
		     NULL, NULL, NULL);
	sqlite3_close(db);
	l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	CHECK_INT(sr_ledger_prove(l, &proof, &err), SR_REFUSED);
	printf("# %s\n", err.text);
	sr_ledger_close(l);
}

int main(void)
{
	static struct made made;
	char folder[TEST_FOLDER];
	struct sr_doc doc;

	if (!test_folder(folder) || chdir(folder)) {
		printf("Bail out! no folder\n");
		return 1;
	}
	sr_doc_init(&doc);
	make(&made);
	any_order(&doc, &made);
	by_day(&made);
	proved();
	sr_doc_release(&doc);
	for (uint32_t i = 0; i < made.n; i++)
		free(made.text[i]);
	test_remove(folder);
	return done();
}
