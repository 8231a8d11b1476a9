/* The ledger's schema: is the file ours, how old is it, and bringing it up to
 * date. Each file of schema/ is a step that is never changed once released; a
 * ledger of an older step is brought to the newest when it is opened, in one
 * transaction: all of it or nothing. */
#include <stdio.h>

#include "ledger/sheaf.h"

#include "ledger_schema.inc"

#define SHEAVES 9 /* the schema that has them */

static int newest_schema(void)
{
	int n = 0;

	while (SCHEMA[n])
		n++;
	return n;
}

static enum sr_code steps(struct sr_ledger *l, int have, struct sr_err *err)
{
	enum sr_code code = SR_OK;
	char mark[160];

	for (int i = have; !code && SCHEMA[i]; i++)
		code = sr_sql_run(l, SCHEMA[i], err);
	snprintf(mark, sizeof(mark),
		 "PRAGMA application_id = %d; PRAGMA user_version = %d;"
		 "INSERT OR REPLACE INTO meta VALUES ('schema', '%d')",
		 SR_LEDGER_MARK, newest_schema(), newest_schema());
	return code ? code : sr_sql_run(l, mark, err);
}

/* What is kept beside what entered, thrown away and made anew: another program
 * may work it out by other rules. To be raised whenever those rules change:
 * which texts are like, which claims are of one happening, what decisions do.
 */
#define DERIVED_BY "2"

static bool is_derived(const struct sr_ledger *l)
{
	return sr_sql_number(l, "SELECT count(*) FROM meta WHERE key = "
				"'derived' AND value = '" DERIVED_BY "'") == 1;
}

static enum sr_code derive_anew(struct sr_ledger *l, struct sr_err *err)
{
	enum sr_code code =
		sr_sql_run(l,
			   "DELETE FROM told; DELETE FROM telling_block;"
			   "DELETE FROM telling; DELETE FROM ruled;"
			   "DELETE FROM alike; DELETE FROM leaf;"
			   "DELETE FROM sheaf; DELETE FROM sketch;"
			   "INSERT OR REPLACE INTO meta VALUES "
			   "('derived', '" DERIVED_BY "')",
			   err);

	sr_ledger_unlearn(l);
	if (!code)
		code = sr_alike_fill(l, err);
	sr_ledger_unlearn(l);
	if (!code)
		code = sr_rule_every(l, err);
	return code ? code : sr_incident_fill(l, err);
}

/* Applies the steps after `have`, all or none. */
static enum sr_code grow(struct sr_ledger *l, int have, struct sr_err *err)
{
	enum sr_code code = sr_sql_run(l, "BEGIN IMMEDIATE", err);

	if (code)
		return code;
	/* Somebody else may have done it while we waited for the lock. */
	if (sr_sql_number(l, "PRAGMA user_version") == have) {
		l->in_batch = true;
		if (have < newest_schema())
			code = steps(l, have, err);
		if (!code && !is_derived(l))
			code = derive_anew(l, err);
		else if (!code && have < SHEAVES)
			code = sr_sheaf_fill(l, err);
		l->in_batch = false;
	}
	if (!code)
		code = sr_sql_run(l, "COMMIT", err);
	if (code)
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	return code;
}

/* Is it of a schema that we know? */
static enum sr_code known_schema(const struct sr_ledger *l, int64_t have,
				 struct sr_err *err)
{
	if (have < 0)
		return sr_fail(
			err, SR_DATABASE, l->path,
			"schema %d; expected 1 to %d, the file is broken",
			(int)have, newest_schema());
	if (have > newest_schema())
		return sr_fail(err, SR_DATABASE, l->path,
			       "written by a newer sitrep (schema %d); this "
			       "one knows schema %d",
			       (int)have, newest_schema());
	return SR_OK;
}

enum sr_code sr_schema_ready(struct sr_ledger *l, enum sr_ledger_mode mode,
			     struct sr_err *err)
{
	int64_t tables = sr_sql_number(l, "SELECT count(*) FROM sqlite_schema");
	int64_t mark = sr_sql_number(l, "PRAGMA application_id");
	int64_t have = sr_sql_number(l, "PRAGMA user_version");

	if (tables < 0)
		return sr_sql_fail(l, "opening the ledger", err);
	if (mark != SR_LEDGER_MARK && (tables || mark || have))
		return sr_fail(err, SR_DATABASE, l->path,
			       "a database of another program; expected a "
			       "ledger of sitrep");
	enum sr_code code = known_schema(l, have, err);
	/* Who may not write goes by what is kept. */
	bool fixed = sqlite3_db_readonly(l->db, "main") == 1;
	if (code || (have == newest_schema() && (fixed || is_derived(l))))
		return code;
	/* An empty file is ours to fill, but not by a question. */
	if (!have && mode == SR_LEDGER_READ)
		return sr_fail(err, SR_DATABASE, l->path,
			       "empty; 'sitrep add' fills it");
	if (have && fixed)
		return sr_fail(err, SR_DATABASE, l->path,
			       "of an older schema (%d of %d), and it can't be "
			       "written to bring it up to date",
			       (int)have, newest_schema());
	return grow(l, (int)have, err);
}

/* The proof of the schema */

#define OBJECTS                                                                \
	"SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "

/* Goes through what a fresh ledger has; `st` looks in this one. */
static enum sr_code compare(const struct sr_ledger *l, sqlite3_stmt *fresh,
			    sqlite3_stmt *st, struct sr_err *err)
{
	int rc = SQLITE_DONE;
	bool same = true;

	while (same && (rc = sqlite3_step(fresh)) == SQLITE_ROW) {
		for (int i = 0; i < 2; i++)
			sqlite3_bind_value(st, i + 1,
					   sqlite3_column_value(fresh, i));
		same = sqlite3_step(st) == SQLITE_ROW &&
		       sr_str_equal(sr_column(st, 2), sr_column(fresh, 2));
		if (!same)
			sr_fail(err, SR_REFUSED, l->path,
				"not as the program made it: %s %s",
				sqlite3_column_text(fresh, 0),
				sqlite3_column_text(fresh, 1));
		sqlite3_reset(st);
	}
	if (!same)
		return SR_REFUSED;
	return rc == SQLITE_DONE ? SR_OK : sr_fail_nomem(err, l->path);
}

enum sr_code sr_schema_prove(const struct sr_ledger *l, struct sr_err *err)
{
	struct sr_ledger fresh = { .path = l->path };
	sqlite3_stmt *all = NULL, *st;
	enum sr_code code = SR_OK;

	st = sr_sql_prepare(l, OBJECTS "AND type = ? AND name = ?", err);
	if (!st)
		return SR_DATABASE;
	if (sqlite3_open(":memory:", &fresh.db) != SQLITE_OK)
		code = sr_sql_fail(&fresh, "checking", err);
	for (int i = 0; !code && SCHEMA[i]; i++)
		code = sr_sql_run(&fresh, SCHEMA[i], err);
	if (!code)
		all = sr_sql_prepare(&fresh, OBJECTS "ORDER BY type, name",
				     err);
	if (!code)
		code = all ? compare(l, all, st, err) : SR_DATABASE;
	if (!code && sr_sql_number(l, "SELECT count(*) = 2 AND "
				      "sum(key = 'derived') = 1 AND "
				      "sum(key = 'schema' AND value = "
				      "CAST((SELECT user_version FROM "
				      "pragma_user_version) AS TEXT)) = 1 "
				      "FROM meta") != 1)
		code = sr_fail(err, SR_REFUSED, l->path,
			       "not as the program made it: table meta");
	/* An index or view of somebody's own does no harm; a trigger may. */
	if (!code &&
	    sr_sql_number(l, "SELECT count(*) FROM sqlite_schema "
			     "WHERE type = 'trigger'") !=
		    sr_sql_number(&fresh, "SELECT count(*) FROM sqlite_schema "
					  "WHERE type = 'trigger'"))
		code = sr_fail(err, SR_REFUSED, l->path,
			       "has a trigger that the program did not make");
	sqlite3_finalize(all);
	sqlite3_finalize(st);
	sqlite3_close(fresh.db);
	return code;
}
