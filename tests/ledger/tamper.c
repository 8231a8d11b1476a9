/* Every value of every row of every table of a ledger is changed behind the
 * program's back, one at a time: the proof must refuse the ledger, or the
 * database the change. What is not covered is named here, with why. */
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/decision.h"
#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"

#define PATH "tamper.db"
#define KEPT "kept.db"
#define MOST_TRIGGERS 64

static const struct sr_run RUN = { "0.1.0", "kit-a", "",
				   "2024-05-02T08:00:00Z" };
static const struct sr_run RUN_B = { "0.1.0", "kit-b", "",
				     "2024-05-03T08:00:00Z" };
static const char TEXT[] =
	"Rebels seized Kidal on 3 May after three days of fighting around the "
	"old fort, residents of the town said by telephone. The army denied "
	"it. Twelve people died when a shell hit the market by the river.\n";
static const char AGAIN[] =
	"Rebels seized Kidal on 3 May after three days of fighting around the "
	"old fort, residents of the town said by telephone. The army denied "
	"it. Twelve people died when a shell hit the market by the river. More "
	"soon.\n";

/* Row numbers, which mean nothing, and what the log of schema 1 does not have.
 */
static bool is_exempt(const char *table, const char *column)
{
	static const char *const EXEMPT[][2] = {
		{ "claim", "id" },    /* a row number */
		{ "remark", "id" },   /* a row number */
		{ "refusal", "run" }, /* of no digest since schema 1 */
		{ "meta", "value" },  /* of derived: it is made anew then */
	};

	for (size_t i = 0; i < sizeof(EXEMPT) / sizeof(*EXEMPT); i++)
		if (strcmp(table, EXEMPT[i][0]) == 0 &&
		    (EXEMPT[i][1][0] == '*' ||
		     strcmp(column, EXEMPT[i][1]) == 0))
			return true;
	return false;
}

static void must(enum sr_code code, const struct sr_err *err)
{
	if (code)
		printf("Bail out! %s: %s\n", err->where, err->text);
}

static void fill(struct sr_doc *doc, struct sr_received *in, const char *name,
		 const char *text)
{
	test_doc(doc, in, name, text);
	doc->report.title = SR_STR("On Kidal");
	doc->report.publisher = SR_STR("The Desert Post");
	doc->report.published = (struct sr_days){ test_day("2024-05-04"),
						  test_day("2024-05-05") };
	struct sr_claim *c = test_claim(doc, SR_TYPE_CONTROL_SEIZE, "JNIM",
					"Rebels seized Kidal");
	test_days(c, "2024-05-03", "2024-05-03");
	test_place(c, "Kidal", 2455290, 18.44, 1.41);
	c = test_claim(doc, SR_TYPE_LOSS_KILLED, NULL, "Twelve people died");
	c->has_count = true;
	c->count = (struct sr_count){ 12000, 12000 };
	c->unit = SR_STR("people");
	c->speaker = SR_STR("residents");
	c->speaker_at = test_span(doc, "residents");
	struct sr_remark *m = SR_PUSH(&doc->mem, &doc->remarks);
	m->at = test_span(doc, "three days");
	m->unit = SR_STR("day");
	m->why = SR_STR("measured");
}

static void decide(struct sr_ledger *l, struct sr_arena *mem, enum sr_verb verb,
		   const char *undoes)
{
	struct sr_filter f = SR_FILTER;
	struct sr_records r = { .claims = { 0 } };
	struct sr_decision d = { .verb = (uint8_t)verb,
				 .who = SR_STR("ann"),
				 .at = SR_STR("2024-06-01T00:00:00Z"),
				 .why = SR_STR("because"),
				 .undoes = sr_str_of(undoes) };
	struct sr_err err = { 0 };
	bool fresh;

	f.rejected = true;
	must(sr_ledger_claims(l, &f, mem, &r, &err), &err);
	size_t n = verb == SR_VERB_UNDO ? 0 : verb >= SR_VERB_MERGE ? 2 : 1;
	for (size_t i = 0; i < n; i++) {
		struct sr_anchor *a = SR_PUSH(mem, &d.claims);
		must(sr_ledger_anchor(l, &r, &r.claims.items[i + verb % 2], mem,
				      a, &err),
		     &err);
		a->part = verb == SR_VERB_SPLIT && i;
	}
	if (verb == SR_VERB_CORRECT) {
		d.sets = (1u << SR_SLOTS) - 1;
		d.slots = r.claims.items[0].claim;
		d.slots.days.from++;
		d.slots.days.to++;
	}
	must(sr_ledger_nth(l, d.at, &d.nth, &err), &err);
	must(sr_ledger_decide(l, &d, "2024-06-02T00:00:00Z", &fresh, &err),
	     &err);
	if (verb == SR_VERB_MERGE)
		decide(l, mem, SR_VERB_UNDO, d.id);
}

/* A ledger with something in every table. */
static void make(void)
{
	struct sr_err err = { 0 }, why = { 0 };
	struct sr_received in;
	struct sr_arena mem;
	struct sr_doc doc;
	bool known;

	sr_doc_init(&doc);
	sr_arena_init(&mem, 1 << 24);
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);
	must(sr_ledger_begin(l, &RUN, &err), &err);
	fill(&doc, &in, "a.txt", TEXT);
	must(sr_ledger_put(l, &in, &doc, &err), &err);
	in.name = SR_STR("copy.txt");
	must(sr_ledger_known(l, &in, &known, &err), &err);
	fill(&doc, &in, "b.txt", AGAIN);
	memcpy(in.words_sha256, in.sha256, SR_HEX);
	in.bytes = SR_STR("\xef\xbb\xbf other bytes than the text");
	sr_sha256(in.bytes, in.sha256);
	must(sr_ledger_put(l, &in, &doc, &err), &err);
	sr_fail(&why, SR_LIMIT, "huge.txt", "too large");
	in.name = SR_STR("huge.txt");
	must(sr_ledger_refuse(l, &in, 99, &why, &err), &err);
	test_doc(&doc, &in, "page.txt", "Cakes were baked in Kidal.");
	doc.aside = SR_ASIDE_NO_WAR;
	doc.report.title = doc.report.publisher = doc.report.url =
		SR_STR("Cakes");
	doc.report.language = doc.report.left_out = SR_STR("en");
	doc.report.published = (struct sr_days){ 19000, 19001 };
	must(sr_ledger_set_aside(l, &in, &doc, &err), &err);
	const struct sr_fetch_note note = {
		.url = SR_STR("https://example.org/a"),
		.final = SR_STR("https://example.org/b"),
		.at = SR_STR("2024-06-01T08:00:00Z"),
		.type = SR_STR("text/html"),
		.etag = SR_STR("\"1\""),
		.modified = SR_STR("Sat, 01 Jun 2024 08:00:00 GMT"),
		.sha256 = SR_STR("0123"),
		.status = 200,
		.bytes = 4,
	};
	must(sr_ledger_fetched(l, &note, &err), &err);
	char body[SR_HEX];
	sr_sha256(sr_str_of(TEXT), body);
	must(sr_ledger_keep_body(l, sr_str_of(body), sr_str_of(TEXT),
				 &err),
	     &err);
	must(sr_ledger_end(l, RUN.now, &err), &err);
	must(sr_ledger_begin(l, &RUN_B, &err), &err);
	fill(&doc, &in, "a.txt", TEXT);
	must(sr_ledger_put(l, &in, &doc, &err), &err);
	must(sr_ledger_end(l, RUN_B.now, &err), &err);
	for (int v = 0; v < SR_VERB_UNDO; v++)
		decide(l, &mem, (enum sr_verb)v, NULL);
	must(sr_ledger_flush(l, &err), &err);
	sr_ledger_close(l);
	sr_arena_release(&mem);
	sr_doc_release(&doc);
}

static enum sr_code prove(struct sr_err *err)
{
	struct sr_proof proof;

	*err = (struct sr_err){ 0 };
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, err);
	enum sr_code code = l ? sr_ledger_prove(l, &proof, err) : err->code;
	sr_ledger_close(l);
	return code;
}

static void copy(const char *from, const char *to)
{
	static char bytes[1 << 16];
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	size_t n;

	while (in && out && (n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		fwrite(bytes, 1, n, out);
	if (!in || !out || fclose(in) || fclose(out))
		printf("Bail out! copy\n");
}

/* Triggers are taken off and put on again, as somebody who wants to change
 * something would do. */
static sqlite3 *open_bare(char *trigger[MOST_TRIGGERS], int *n)
{
	char name[MOST_TRIGGERS][64], sql[128];
	sqlite3_stmt *st;
	sqlite3 *db;

	*n = 0;
	sqlite3_open(PATH, &db);
	sqlite3_exec(db,
		     "PRAGMA synchronous = OFF; PRAGMA journal_mode = "
		     "MEMORY",
		     NULL, NULL, NULL);
	sqlite3_prepare_v2(db,
			   "SELECT name, sql FROM sqlite_schema WHERE type = "
			   "'trigger'",
			   -1, &st, NULL);
	for (; sqlite3_step(st) == SQLITE_ROW && *n < MOST_TRIGGERS; ++*n) {
		snprintf(name[*n], 64, "%s", sqlite3_column_text(st, 0));
		trigger[*n] = sqlite3_mprintf("%s", sqlite3_column_text(st, 1));
	}
	sqlite3_finalize(st);
	for (int i = 0; i < *n; i++) {
		snprintf(sql, sizeof(sql), "DROP TRIGGER %.60s", name[i]);
		sqlite3_exec(db, sql, NULL, NULL, NULL);
	}
	return db;
}

/* Changes one value; false if the database does not let us. */
static bool change(const char *table, const char *column, const char *type,
		   int row)
{
	char *trigger[MOST_TRIGGERS];
	int n;
	sqlite3 *db = open_bare(trigger, &n);
	const char *other = strcmp(type, "INTEGER") == 0 ? "coalesce(%s + 1, 7)"
			    : strcmp(type, "REAL") == 0
				    ? "coalesce(%s * 1.0000000001 + 1e-9, 0.5)"
			    : strcmp(type, "BLOB") == 0
				    ? "CAST(coalesce(substr(%s, 2), "
				      "'') || 'x' AS BLOB)"
				    : "coalesce(substr(%s, 2), '') || "
				      "'x'";
	char *value = sqlite3_mprintf(other, column);
	char *key = sqlite3_mprintf("(SELECT %s FROM %s LIMIT 1 OFFSET %d)",
				    column, table, row);
	/* A row without a rowid is found by the value and its place. */
	char *sql = sqlite3_mprintf("UPDATE %s SET %s = %s WHERE rowid = "
				    "(SELECT rowid FROM %s LIMIT 1 OFFSET %d)",
				    table, column, value, table, row);
	int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	if (rc != SQLITE_OK && strstr(sqlite3_errmsg(db), "rowid")) {
		sqlite3_free(sql);
		sql = sqlite3_mprintf("UPDATE %s SET %s = %s WHERE %s IS %s",
				      table, column, value, column, key);
		rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	}
	bool done = rc == SQLITE_OK && sqlite3_changes(db) > 0;
	for (int i = 0; i < n; i++) {
		sqlite3_exec(db, trigger[i], NULL, NULL, NULL);
		sqlite3_free(trigger[i]);
	}
	sqlite3_free(sql);
	sqlite3_free(key);
	sqlite3_free(value);
	sqlite3_close(db);
	return done;
}

static size_t changed, held;

static void change_column(const char *table, const char *column,
			  const char *type, int nrow)
{
	bool seen = true;

	for (int row = 0; row < nrow && row < 6; row++) {
		struct sr_err err;
		if (!change(table, column, type, row)) {
			held++;
		} else if (prove(&err) == SR_OK) {
			printf("# not seen: %s.%s, row %d\n", table, column,
			       row);
			seen = false;
		}
		changed++;
		copy(KEPT, PATH);
	}
	if (!seen)
		check_line(0, __FILE__, __LINE__, column);
}

static int rows_of(sqlite3 *db, const char *table)
{
	char sql[128];
	sqlite3_stmt *st;

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", table);
	sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	sqlite3_step(st);
	int n = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return n;
}

int main(void)
{
	char dir[TEST_FOLDER];
	struct sr_err err;
	sqlite3_stmt *st;
	sqlite3 *db;

	if (!test_folder(dir) || chdir(dir) != 0)
		return 99;
	make();
	CHECK_INT(prove(&err), SR_OK);
	if (err.code)
		printf("# %s\n", err.text);
	copy(PATH, KEPT);
	sqlite3_open(KEPT, &db);
	sqlite3_prepare_v2(db,
			   "SELECT m.name, c.name, c.type FROM sqlite_schema "
			   "m JOIN pragma_table_info(m.name) c WHERE "
			   "m.type = 'table' ORDER BY m.name, c.cid",
			   -1, &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(st, 0);
		const char *column = (const char *)sqlite3_column_text(st, 1);
		const char *type = (const char *)sqlite3_column_text(st, 2);
		int n = rows_of(db, table);
		if (!n) {
			printf("# nothing in %s\n", table);
			check_line(0, __FILE__, __LINE__, table);
		}
		if (!is_exempt(table, column))
			change_column(table, column, type, n);
	}
	sqlite3_finalize(st);
	sqlite3_close(db);
	printf("# %zu values, %zu of them held by the database itself\n",
	       changed, held);
	CHECK(changed > 300);
	CHECK(held < changed / 4);
	CHECK_INT(prove(&err), SR_OK);
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
