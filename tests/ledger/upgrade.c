/* A ledger of each released schema opens with this program, is whole as it was,
 * and holds what it held; all of the upgrade happens or nothing. */
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/check.h"
#include "lib/report.h"
#include "lib/scratch.h"

#define PATH "old.db"

/* The end of its log, as the released program printed it. */
static const char HEAD_1[] =
	"d0ed555caacf243d9cf2f912926ba11adce01b459270112681778d2be3bc46d3";

static void run_sql(const char *sql)
{
	char *why = NULL;
	sqlite3 *db;

	sqlite3_open(PATH, &db);
	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		printf("Bail out! %s\n", why);
	sqlite3_free(why);
	sqlite3_close(db);
}

static void make_released(const char *name)
{
	char path[1024];
	static char sql[1 << 20];

	snprintf(path, sizeof(path), "%s/tests/ledger/%s", getenv("SR_SOURCE"),
		 name);
	FILE *in = fopen(path, "rb");
	size_t n = in ? fread(sql, 1, sizeof(sql) - 1, in) : 0;
	if (in)
		fclose(in);
	if (!n)
		printf("Bail out! %s\n", path);
	sql[n] = '\0';
	unlink(PATH);
	run_sql(sql);
}

static int64_t number(const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;

	sqlite3_open(PATH, &db);
	sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	sqlite3_step(st);
	int64_t v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return v;
}

static void is_whole(struct sr_ledger *l, const char *head)
{
	struct sr_err err = { 0 };
	struct sr_proof proof;

	CHECK_INT(sr_ledger_prove(l, &proof, &err), SR_OK);
	if (err.code)
		printf("# %s: %s\n", err.where, err.text);
	if (head)
		CHECK_STR(sr_str_of(proof.head), head);
}

static int64_t schema(void)
{
	return number("PRAGMA user_version");
}

/* Whoever opens it first, a question or a run, brings it up to date. */
static void opens(enum sr_ledger_mode mode)
{
	struct sr_err err = { 0 };
	struct sr_filter all = SR_FILTER;
	struct sr_records r = { 0 };
	struct sr_arena mem;

	make_released("released_1.sql");
	CHECK_INT(schema(), 1);
	struct sr_ledger *l = sr_ledger_open(PATH, mode, &err);
	CHECK(l != NULL);
	if (!l)
		printf("Bail out! %s\n", err.text);
	CHECK(schema() > 1);
	is_whole(l, HEAD_1);
	sr_arena_init(&mem, 1 << 24);
	CHECK_INT(sr_ledger_claims(l, &all, &mem, &r, &err), SR_OK);
	CHECK_INT(r.claims.nitem, 5);
	CHECK_INT(r.reports.nitem, 2);
	CHECK_STR(r.claims.items[0].key, "d39cd5eead8b4ecb");
	sr_arena_release(&mem);
	sr_ledger_close(l);
}

static void goes_on(void)
{
	static const struct sr_run RUN = { "0.2.0", "kit", "",
					   "2025-01-01T00:00:00Z" };
	struct sr_err err = { 0 };
	struct sr_received in;
	struct sr_doc doc;

	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_WRITE, &err);
	CHECK_INT(sr_ledger_begin(l, &RUN, &err), SR_OK);
	sr_doc_init(&doc);
	test_doc(&doc, &in, "new.txt", "The army left Kidal.");
	test_claim(&doc, SR_TYPE_CONTROL_LEAVE, "ML", "The army left");
	CHECK_INT(sr_ledger_put(l, &in, &doc, &err), SR_OK);
	CHECK_INT(sr_ledger_end(l, RUN.now, &err), SR_OK);
	is_whole(l, NULL);
	sr_doc_release(&doc);
	sr_ledger_close(l);
}

/* A step that can't be done leaves the ledger as it was. */
static void all_or_nothing(void)
{
	struct sr_err err = { 0 };

	make_released("released_1.sql");
	run_sql("CREATE TABLE ruled (id)"); /* in the way, late in the step */
	CHECK(!sr_ledger_open(PATH, SR_LEDGER_READ, &err));
	printf("# %s: %s\n", err.where, err.text);
	CHECK_INT(schema(), 1);
	run_sql("DROP TABLE ruled");
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	CHECK(l != NULL);
	if (l)
		is_whole(l, HEAD_1);
	sr_ledger_close(l);
}

static void fixed_file(void)
{
	struct sr_err err = { 0 };

	make_released("released_1.sql");
	chmod(PATH, 0444);
	if (access(PATH, W_OK) == 0) {
		printf("# skipped: who runs this may write every file\n");
		return;
	}
	CHECK(!sr_ledger_open(PATH, SR_LEDGER_READ, &err));
	CHECK(strstr(err.text, "older schema") != NULL);
}

/* A table, index or trigger that was changed behind the program's back. */
static void schema_is_proved(void)
{
	static const char *const SQL[] = {
		"DROP TRIGGER decision_is_kept",
		"DROP INDEX claim_by_key",
		"DROP VIEW standing; CREATE VIEW standing AS SELECT 1 AS x",
		"CREATE TRIGGER t AFTER INSERT ON claim BEGIN SELECT 1; END",
		"ALTER TABLE claim ADD COLUMN more TEXT",
	};

	for (size_t i = 0; i < sizeof(SQL) / sizeof(*SQL); i++) {
		struct sr_err err = { 0 };
		struct sr_proof proof;
		make_released("released_1.sql");
		sr_ledger_close(sr_ledger_open(PATH, SR_LEDGER_READ, &err));
		run_sql(SQL[i]);
		struct sr_ledger *l =
			sr_ledger_open(PATH, SR_LEDGER_READ, &err);
		CHECK_INT(sr_ledger_prove(l, &proof, &err), SR_REFUSED);
		printf("# %s\n", err.text);
		sr_ledger_close(l);
	}
}

/* What another program kept by its own rules is made anew. */
static void derived_anew(void)
{
	struct sr_err err = { 0 };
	struct sr_proof proof;

	make_released("released_1.sql");
	sr_ledger_close(sr_ledger_open(PATH, SR_LEDGER_READ, &err));
	run_sql("UPDATE telling SET score = score + 1;"
		"UPDATE telling SET incident = 'i000000000000';"
		"DELETE FROM leaf");
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	CHECK_INT(sr_ledger_prove(l, &proof, &err), SR_REFUSED);
	sr_ledger_close(l);
	run_sql("UPDATE meta SET value = '0' WHERE key = 'derived'");
	l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	is_whole(l, HEAD_1);
	sr_ledger_close(l);
	run_sql("UPDATE meta SET value = '99' WHERE key = 'schema'");
	l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	CHECK_INT(sr_ledger_prove(l, &proof, &err), SR_REFUSED);
	sr_ledger_close(l);
}

/* One of schema 8, whose marks had a row each. */
static void from_rows(void)
{
	struct sr_err err = { 0 };

	make_released("released_1.sql");
	sr_ledger_close(sr_ledger_open(PATH, SR_LEDGER_READ, &err));
	CHECK(number("SELECT sum(size) FROM sheaf") > 0);
	int64_t before = number("SELECT sum(size) FROM sheaf");
	run_sql("ALTER TABLE reading DROP COLUMN updated_from;"
		"ALTER TABLE reading DROP COLUMN updated_to;"
		"DROP TABLE body; DROP TABLE sheaf; DROP TABLE leaf;"
		"CREATE TABLE mark (mark INTEGER NOT NULL);"
		"DROP INDEX claim_by_key; DROP INDEX telling_by_incident;"
		"CREATE INDEX claim_by_key ON claim (key);"
		"CREATE INDEX telling_by_incident ON telling (incident);"
		"UPDATE meta SET value = '8' WHERE key = 'schema';"
		"PRAGMA user_version = 8");
	struct sr_ledger *l = sr_ledger_open(PATH, SR_LEDGER_READ, &err);
	is_whole(l, HEAD_1);
	sr_ledger_close(l);
	CHECK_INT(number("SELECT sum(size) FROM sheaf"), before);
}

int main(void)
{
	char dir[TEST_FOLDER];

	if (!test_folder(dir) || chdir(dir) != 0)
		return 99;
	opens(SR_LEDGER_READ);
	opens(SR_LEDGER_WRITE);
	goes_on();
	all_or_nothing();
	fixed_file();
	schema_is_proved();
	derived_anew();
	from_rows();
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
