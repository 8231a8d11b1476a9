/* What a ledger promises, whatever database keeps it. */
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"

#define PATH "contract.db"

static const struct sr_run RUN = { "0.1.0", "kit-a", "",
				   "2024-05-02T08:00:00Z" };
static const struct sr_run RUN_B = { "0.1.0", "kit-b", "",
				     "2024-05-03T08:00:00Z" };

static const char TEXT[] = "R\xc3\xa9"
			   "bels seized Kidal on 3 May. The army denied it.\n";

static struct sr_ledger *open_new(const struct sr_run *run)
{
	struct sr_err err = { 0 };
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);

	if (!l || sr_ledger_begin(l, run, &err))
		printf("Bail out! %s: %s\n", err.where, err.text);
	return l;
}

static void remove_all(void)
{
	unlink(PATH);
	unlink(PATH "-journal");
}

static void fill(struct sr_doc *doc, struct sr_received *in)
{
	test_doc(doc, in, "a.txt", TEXT);
	doc->report.title = SR_STR("On Kidal");
	doc->report.publisher = SR_STR("The Desert Post");
	doc->report.published = (struct sr_days){ test_day("2024-05-04"),
						  test_day("2024-05-05") };
	doc->report.published_inferred = true;
	struct sr_claim *c = test_claim(doc, SR_TYPE_CONTROL_SEIZE, "JNIM",
					"seized Kidal on 3 May");
	test_days(c, "2024-05-03", "2024-05-03");
	test_place(c, "Kidal", 2455290, 18.44, 1.41);
	c->basis = SR_BASIS_EXPLICIT;
	c = test_claim(doc, SR_TYPE_LOSS_KILLED, NULL, "The army denied it");
	c->status = SR_STATUS_DENIED;
	c->speaker = SR_STR("The army");
	c->speaker_at = test_span(doc, "The army");
	c->has_count = c->count_total = true;
	c->count = (struct sr_count){ 12000, SR_COUNT_OPEN_HIGH };
	c->unit = SR_STR("people");
	c->has_target = true;
	c->target.name = SR_STR("civilians");
	c->target.side = SR_STR("CIV");
	struct sr_remark *m = SR_PUSH(&doc->mem, &doc->remarks);
	m->kind = SR_REMARK_WEEKDAY;
	m->at = test_span(doc, "3 May");
	m->beside = test_span(doc, "Kidal");
	m->said = (struct sr_count){ 4000, 4000 };
	m->found = (struct sr_count){ 5000, SR_COUNT_OPEN_HIGH };
	m->unit = SR_STR("weekday");
	m->why = SR_STR("2024-05-03 was a Friday");
}

/* Remarks come out as they went in. */
static void remarks(struct sr_ledger *l, struct sr_arena *mem)
{
	struct sr_records r = { 0 };
	struct sr_err err = { 0 };
	struct sr_filter f = SR_FILTER;

	CHECK_INT(sr_ledger_remarks(l, &f, mem, &r, &err), SR_OK);
	CHECK(r.remarks.nitem == 1 && r.reports.nitem == 1);
	if (r.remarks.nitem != 1)
		return;
	const struct sr_noted *n = &r.remarks.items[0];
	CHECK_INT(n->remark.kind, SR_REMARK_WEEKDAY);
	CHECK_STR(n->words, "3 May");
	CHECK_STR(n->beside, "Kidal");
	CHECK(n->points.from == 23 && n->remark.at.from == 24);
	CHECK(n->remark.said.low == 4000 && n->remark.found.low == 5000 &&
	      n->remark.found.high == SR_COUNT_OPEN_HIGH);
	CHECK_STR(n->remark.unit, "weekday");
	CHECK_STR(n->remark.why, "2024-05-03 was a Friday");
	CHECK_INT(n->key.n, 16);
	f.key = n->key;
	f.text = SR_STR("MAY");
	f.known_on = test_day("2024-05-05");
	CHECK_INT(sr_ledger_remarks(l, &f, mem, &r, &err), SR_OK);
	CHECK_INT(r.remarks.nitem, 2);
	f.known_on = test_day("2024-05-04");
	CHECK_INT(sr_ledger_remarks(l, &f, mem, &r, &err), SR_OK);
	CHECK_INT(r.remarks.nitem, 2);
}

/* The ledger with one report, closed; fresh. */
static void make_one(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_err err = { 0 };

	remove_all();
	struct sr_ledger *l = open_new(&RUN);
	fill(doc, &in);
	CHECK_INT(sr_ledger_put(l, &in, doc, &err), SR_OK);
	CHECK_INT(sr_ledger_end(l, RUN.now, &err), SR_OK);
	CHECK_INT(sr_ledger_kept(l), 1);
	sr_ledger_close(l);
}

static size_t count(const char *path, struct sr_filter f)
{
	struct sr_err err = { 0 };
	struct sr_arena mem;
	struct sr_records r = { 0 };
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_READ, &err);

	sr_arena_init(&mem, 1 << 24);
	if (!l || sr_ledger_claims(l, &f, &mem, &r, &err))
		printf("# %s: %s\n", err.where, err.text);
	size_t n = r.claims.nitem;
	sr_ledger_close(l);
	sr_arena_release(&mem);
	return n;
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

static void what_goes_in_comes_out(struct sr_doc *doc)
{
	struct sr_err err = { 0 };
	struct sr_arena mem;
	struct sr_records r = { 0 };
	struct sr_filter f = SR_FILTER;

	make_one(doc);
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	sr_arena_init(&mem, 1 << 24);
	CHECK_INT(sr_ledger_claims(l, &f, &mem, &r, &err), SR_OK);
	CHECK_INT(r.claims.nitem, 2);
	CHECK_INT(r.reports.nitem, 1);
	const struct sr_record *c = &r.claims.items[0];
	CHECK_INT(c->claim.type, SR_TYPE_CONTROL_SEIZE);
	CHECK_STR(c->words, "seized Kidal on 3 May");
	CHECK(c->points.from == 7 && c->points.to == 28);
	CHECK(c->claim.evidence.from == 8 && c->claim.evidence.to == 29);
	CHECK_STR(c->claim.place.name, "Kidal");
	CHECK(c->claim.has_place && c->claim.place.has_point);
	CHECK(c->claim.place.id == 2455290 && c->claim.place.lat == 18.44);
	CHECK(c->claim.has_actor && !c->claim.has_target);
	CHECK_STR(c->claim.actor.side, "JNIM");
	CHECK_INT(c->claim.days.from, test_day("2024-05-03"));
	CHECK(!c->claim.has_count && c->claim.basis == SR_BASIS_EXPLICIT);
	CHECK_INT(c->key.n, 16);
	c = &r.claims.items[1];
	CHECK(!sr_days_known(c->claim.days) && !c->claim.has_actor);
	CHECK_INT(c->claim.status, SR_STATUS_DENIED);
	CHECK(c->claim.has_count && c->claim.count.low == 12000 &&
	      c->claim.count.high == SR_COUNT_OPEN_HIGH);
	CHECK(c->claim.count_total && !c->claim.count_further);
	CHECK_STR(c->claim.unit, "people");
	CHECK_STR(c->claim.speaker, "The army");
	CHECK_STR(c->claim.target.side, "CIV");
	const struct sr_filed *p = sr_filed_of(&r, c);
	CHECK_STR(p->report.publisher, "The Desert Post");
	CHECK_STR(p->report.title, "On Kidal");
	CHECK(p->report.published_inferred && p->nclaim == 2);
	CHECK_INT(p->report.published.to, test_day("2024-05-05"));
	CHECK_STR(p->learnt, RUN.now);
	struct sr_kept_text kept;
	CHECK_INT(sr_ledger_text(l, p->row, &mem, &kept, &err), SR_OK);
	CHECK_STR(kept.text, TEXT);
	CHECK_STR(kept.bytes, TEXT);
	remarks(l, &mem);
	sr_ledger_close(l);
	sr_arena_release(&mem);
	CHECK_INT(prove(&err), SR_OK);
}

static void filters(void)
{
	struct sr_filter f = SR_FILTER;
	const struct sr_spot spot[] = { { .id = 7 }, { .id = 2455290 } };

#define COUNT(field, value) (f = SR_FILTER, f.field = (value), count(PATH, f))
	CHECK_INT(COUNT(types, SR_STR("control.seize")), 1);
	CHECK_INT(COUNT(types, SR_STR("control")), 1);
	CHECK_INT(COUNT(types, SR_STR("loss.*, control.hold")), 1);
	CHECK_INT(COUNT(types, SR_STR("loss, control")), 2);
	CHECK_INT(COUNT(types, SR_STR("contro")), 0);
	CHECK_INT(COUNT(statuses, SR_STR("denied,possible")), 1);
	CHECK_INT(COUNT(side, SR_STR("CIV")), 1);
	CHECK_INT(COUNT(source, SR_STR("desert post")), 2);
	CHECK_INT(COUNT(source, SR_STR("wire")), 0);
	CHECK_INT(COUNT(speaker, SR_STR("ARMY")), 1);
	CHECK_INT(COUNT(text, SR_STR("KIDAL")), 1);
	CHECK_INT(COUNT(place, SR_STR("K\xc3\xaf"
				      "dal")),
		  1);
	CHECK_INT(COUNT(known_on, test_day("2024-05-04")), 0);
	CHECK_INT(COUNT(known_on, test_day("2024-05-05")), 2);
	CHECK_INT(COUNT(limit, 1), 1);
	/* A value is never SQL. */
	CHECK_INT(COUNT(text, SR_STR("') OR 1 --")), 0);
	f = SR_FILTER;
	f.spot = spot;
	f.nspot = 2;
	CHECK_INT(count(PATH, f), 1);
	f.nspot = 1;
	CHECK_INT(count(PATH, f), 0);
	f = SR_FILTER;
	f.near = true;
	f.lat = 18.0;
	f.lon = 1.41;
	f.km = 49.5;
	CHECK_INT(count(PATH, f), 1);
	f.km = 48;
	CHECK_INT(count(PATH, f), 0);
	f = SR_FILTER;
	f.days = (struct sr_days){ test_day("2024-05-03"), SR_DAY_MAX };
	CHECK_INT(count(PATH, f), 1);
	f.days = (struct sr_days){ SR_DAY_MIN, test_day("2024-05-02") };
	CHECK_INT(count(PATH, f), 0);
}

static void twice_is_once(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_err err = { 0 };
	struct sr_arena mem;
	struct sr_records r = { 0 };
	struct sr_filter f = SR_FILTER;
	bool known = false;

	struct sr_ledger *l = open_new(&RUN);
	fill(doc, &in);
	CHECK_INT(sr_ledger_known(l, &in, &known, &err), SR_OK);
	CHECK(known);
	in.name = SR_STR("copy.txt");
	CHECK_INT(sr_ledger_known(l, &in, &known, &err), SR_OK);
	CHECK_INT(sr_ledger_known(l, &in, &known, &err), SR_OK);
	CHECK_INT(sr_ledger_end(l, RUN.now, &err), SR_OK);
	sr_arena_init(&mem, 1 << 24);
	CHECK_INT(sr_ledger_reports(l, &f, &mem, &r, &err), SR_OK);
	CHECK_INT(r.reports.nitem, 1);
	CHECK_STR(r.reports.items[0].names, "copy.txt");
	sr_arena_release(&mem);
	sr_ledger_close(l);
	CHECK_INT(count(PATH, SR_FILTER), 2);
	CHECK_INT(prove(&err), SR_OK);
}

static void tamper(const char *sql, const char *says)
{
	struct sr_err err;
	char *why = NULL;
	sqlite3 *db;

	if (system("cp " PATH " kept.db") != 0)
		printf("Bail out! cp\n");
	sqlite3_open(PATH, &db);
	sqlite3_exec(db, sql, NULL, NULL, &why);
	if (why)
		printf("# %s\n", why);
	sqlite3_free(why);
	CHECK(sqlite3_total_changes(db) > 0);
	sqlite3_close(db);
	CHECK_INT(prove(&err), SR_REFUSED);
	CHECK(strstr(err.text, says) != NULL);
	printf("# %s\n", err.text);
	if (system("mv kept.db " PATH) != 0)
		printf("Bail out! mv\n");
	CHECK_INT(prove(&err), SR_OK);
}

/* Other tables read the same bytes: the new reading stands, the old is kept. */
static void read_again(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_err err = { 0 };
	bool known = true;

	struct sr_ledger *l = open_new(&RUN_B);
	fill(doc, &in);
	CHECK_INT(sr_ledger_known(l, &in, &known, &err), SR_OK);
	CHECK(!known);
	doc->claims.nitem = 1;
	CHECK_INT(sr_ledger_put(l, &in, doc, &err), SR_OK);
	CHECK_INT(sr_ledger_end(l, RUN_B.now, &err), SR_OK);
	sr_ledger_close(l);
	CHECK_INT(count(PATH, SR_FILTER), 1);
	CHECK_INT(prove(&err), SR_OK);
	sqlite3 *db;
	sqlite3_stmt *st;
	sqlite3_open(PATH, &db);
	sqlite3_prepare_v2(db,
			   "SELECT count(*), count(DISTINCT key) FROM claim",
			   -1, &st, NULL);
	sqlite3_step(st);
	CHECK_INT(sqlite3_column_int(st, 0), 3);
	CHECK_INT(sqlite3_column_int(st, 1), 2); /* names stay */
	sqlite3_finalize(st);
	sqlite3_close(db);
	tamper("UPDATE report SET run = 1", "not its last reading");
}

static void refused(struct sr_doc *doc)
{
	struct sr_received in = { .name = SR_STR("huge.txt") };
	struct sr_err err = { 0 }, why = { 0 };
	struct sr_refusals list = { 0 };
	struct sr_arena mem;

	struct sr_ledger *l = open_new(&RUN);
	sr_fail(&why, SR_LIMIT, "huge.txt", "too large");
	CHECK_INT(sr_ledger_refuse(l, &in, 99, &why, &err), SR_OK);
	CHECK_INT(sr_ledger_refuse(l, &in, 99, &why, &err), SR_OK);
	/* One that was refused and then came in readable form is no gap. */
	fill(doc, &in);
	CHECK_INT(sr_ledger_refuse(l, &in, 9, &why, &err), SR_OK);
	CHECK_INT(sr_ledger_end(l, RUN.now, &err), SR_OK);
	sr_arena_init(&mem, 1 << 20);
	CHECK_INT(sr_ledger_refusals(l, &mem, &list, &err), SR_OK);
	CHECK_INT(list.items.nitem, 1);
	CHECK_STR(list.items.items[0].name, "huge.txt");
	CHECK_STR(list.items.items[0].reason, "too large");
	sr_arena_release(&mem);
	sr_ledger_close(l);
	CHECK_INT(prove(&err), SR_OK);
}

/* A report with a claim that can't be: nothing of it enters. */
static void all_or_nothing(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_err err = { 0 };

	make_one(doc);
	struct sr_ledger *l = open_new(&RUN);
	test_doc(doc, &in, "b.txt", "Short. Another report.");
	test_claim(doc, SR_TYPE_CONTROL_HOLD, "ML", "Another");
	test_claim(doc, SR_TYPE_CONTROL_HOLD, "ML", "Short")->evidence.to = 999;
	CHECK_INT(sr_ledger_put(l, &in, doc, &err), SR_REFUSED);
	CHECK_INT(sr_ledger_end(l, RUN.now, &err), SR_OK);
	sr_ledger_close(l);
	CHECK_INT(count(PATH, SR_FILTER), 2);
	/* Closed without a flush: what was put since is not there. */
	l = open_new(&RUN);
	doc->claims.nitem = 1;
	CHECK_INT(sr_ledger_put(l, &in, doc, NULL), SR_OK);
	sr_ledger_close(l);
	CHECK_INT(count(PATH, SR_FILTER), 2);
	CHECK_INT(prove(&err), SR_OK);
}

static void tampering_is_seen(struct sr_doc *doc)
{
	make_one(doc);
	tamper("UPDATE report SET text = replace(text, '3 May', '4 May')",
	       "not the bytes");
	tamper("UPDATE claim SET words = 'seized Kidal on 4 May' WHERE ord = 0",
	       "evidence");
	tamper("UPDATE claim SET status = 'asserted'", "changed since");
	tamper("UPDATE claim SET lat = 18.45 WHERE lat > 0", "changed since");
	tamper("DELETE FROM claim WHERE ord = 1", "lacks claims");
	tamper("UPDATE remark SET said_low = 1000", "changed since");
	tamper("UPDATE remark SET words = '4 May'", "their place");
	tamper("DELETE FROM remark", "changed since");
	tamper("UPDATE reading SET publisher = 'Another'", "changed since");
	tamper("UPDATE report SET learnt = '2023-01-01T00:00:00Z'",
	       "changed since");
	tamper("INSERT INTO run (program, kit, options, started) "
	       "VALUES ('x', 'y', '', 'z')",
	       "than the log says");
	tamper("DROP TRIGGER log_is_kept; DELETE FROM log WHERE seq = 2",
	       "log was changed");
	tamper("DROP TRIGGER log_is_fixed; UPDATE log SET at = '2020' "
	       "WHERE seq = 1",
	       "log was changed");
}

static void put_file(const char *path, const char *bytes, size_t n)
{
	FILE *out = fopen(path, "wb");

	fwrite(bytes, 1, n, out);
	fclose(out);
}

static void refuses(const char *path, enum sr_ledger_mode mode,
		    const char *says)
{
	struct sr_err err = { 0 };
	struct sr_ledger *l = sr_ledger_open(path, mode, &err);

	CHECK(l == NULL);
	CHECK_INT(err.code, SR_DATABASE);
	CHECK(strstr(err.text, says) != NULL);
	printf("# %s: %s\n", err.where, err.text);
	sr_ledger_close(l);
}

static void foreign_files(void)
{
	struct sr_err err;
	sqlite3 *db;

	put_file("text.db", TEXT, sizeof(TEXT));
	refuses("text.db", SR_LEDGER_WRITE, "nor any database");
	refuses("text.db", SR_LEDGER_READ, "nor any database");
	refuses("none.db", SR_LEDGER_READ, "'sitrep add' makes");
	CHECK(access("none.db", F_OK) != 0);
	refuses("nowhere/none.db", SR_LEDGER_WRITE, "unable to open");
	refuses(".", SR_LEDGER_WRITE, "a folder");
	put_file("empty.db", "", 0);
	refuses("empty.db", SR_LEDGER_READ, "fills it");
	sqlite3_open("other.db", &db);
	sqlite3_exec(db, "CREATE TABLE t (x)", NULL, NULL, NULL);
	sqlite3_close(db);
	refuses("other.db", SR_LEDGER_WRITE, "another program");
	sqlite3_open(PATH, &db);
	sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL);
	sqlite3_close(db);
	refuses(PATH, SR_LEDGER_WRITE, "newer sitrep");
	refuses(PATH, SR_LEDGER_READ, "newer sitrep");
	sqlite3_open(PATH, &db);
	sqlite3_exec(db, "PRAGMA user_version = -7", NULL, NULL, NULL);
	sqlite3_close(db);
	refuses(PATH, SR_LEDGER_WRITE, "schema -7; expected 1 to");
	remove_all();
	put_file(PATH, "", 0);
	sr_ledger_close(sr_ledger_open(PATH, SR_LEDGER_WRITE, NULL));
	CHECK_INT(prove(&err), SR_OK);
}

/* Two programs add in turns: the log stays one chain. */
static void two_writers(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_err err = { 0 };

	remove_all();
	struct sr_ledger *a = open_new(&RUN), *b = open_new(&RUN_B);
	fill(doc, &in);
	CHECK_INT(sr_ledger_put(a, &in, doc, &err), SR_OK);
	CHECK_INT(sr_ledger_end(a, RUN.now, &err), SR_OK);
	test_doc(doc, &in, "b.txt", "Another report.");
	CHECK_INT(sr_ledger_put(b, &in, doc, &err), SR_OK);
	CHECK_INT(sr_ledger_end(b, RUN.now, &err), SR_OK);
	CHECK_INT(sr_ledger_end(a, RUN.now, &err), SR_OK);
	sr_ledger_close(a);
	sr_ledger_close(b);
	CHECK_INT(prove(&err), SR_OK);
}

int main(void)
{
	char dir[TEST_FOLDER];
	struct sr_doc doc;

	if (!test_folder(dir) || chdir(dir) != 0)
		return 99;
	sr_doc_init(&doc);
	what_goes_in_comes_out(&doc);
	filters();
	twice_is_once(&doc);
	read_again(&doc);
	refused(&doc);
	all_or_nothing(&doc);
	tampering_is_seen(&doc);
	two_writers(&doc);
	foreign_files();
	sr_doc_release(&doc);
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
