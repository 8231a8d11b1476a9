/* The ledger as it was: after a run, or at a moment. Views and tables of the
 * connection's own hide those of the file that tell more, so that every
 * question asked afterwards sees no more than was there. Nothing is written to
 * the file; the handle answers like that until it is closed. */
#include "ledger/decision.h"
#include "ledger/sqlite.h"

static const char HIDE[] =
	"CREATE TEMP VIEW report AS SELECT r.id, r.sha256, r.words_sha256, "
	"r.name, r.learnt, r.text, r.received, (SELECT max(g.run) FROM "
	"main.reading g JOIN main.run u ON u.id = g.run WHERE g.report = r.id "
	"AND g.run <= t.run AND u.started <= t.learnt) AS run "
	"FROM main.report r, temp.as_of t WHERE r.learnt <= t.learnt AND "
	"EXISTS (SELECT 1 FROM main.reading g JOIN main.run u ON u.id = g.run "
	"WHERE g.report = r.id AND g.run <= t.run AND u.started <= t.learnt);"
	"CREATE TEMP VIEW name AS SELECT n.* FROM main.name n, temp.as_of t "
	"WHERE n.learnt <= t.learnt;"
	"CREATE TEMP VIEW refusal AS SELECT f.* FROM main.refusal f, "
	"temp.as_of t WHERE f.learnt <= t.learnt;"
	"CREATE TEMP VIEW decision AS SELECT d.* FROM main.decision d, "
	"temp.as_of t WHERE d.learnt <= t.learnt;"
	"CREATE TEMP VIEW fetch AS SELECT f.* FROM main.fetch f, "
	"temp.as_of t WHERE f.at <= t.learnt AND f.run <= t.run;"
	"CREATE TEMP VIEW replaced AS SELECT r.id AS report, (SELECT q.id "
	"FROM temp.fetch g JOIN temp.report q ON q.sha256 = g.sha256 "
	"WHERE g.url = f.url ORDER BY g.id DESC LIMIT 1) AS by, f.url AS url "
	"FROM temp.fetch f JOIN temp.report r ON r.sha256 = f.sha256 "
	"WHERE by <> r.id;"
	"CREATE TEMP TABLE ruled AS SELECT * FROM main.ruled WHERE 0;";

static enum sr_code put_moment(struct sr_ledger *l, int64_t run,
			       struct sr_str learnt, struct sr_err *err)
{
	struct sr_bind b = {
		.st = sr_sql_prepare(l, "INSERT INTO temp.as_of VALUES (?, ?)",
				     err)
	};

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, run ? run : INT64_MAX);
	sr_bind_text(&b, learnt.n ? learnt : SR_STR("9999"));
	enum sr_code code = sr_sql_done(l, &b, "looking back", err);
	sqlite3_finalize(b.st);
	return code;
}

enum sr_code sr_ledger_as_of(struct sr_ledger *l, int64_t run,
			     struct sr_str learnt, struct sr_err *err)
{
	enum sr_code code = sr_sql_run(l,
				       "PRAGMA query_only = OFF;"
				       "PRAGMA temp_store = MEMORY;"
				       "DROP VIEW IF EXISTS temp.replaced;"
				       "DROP VIEW IF EXISTS temp.fetch;"
				       "DROP VIEW IF EXISTS temp.report;"
				       "DROP VIEW IF EXISTS temp.name;"
				       "DROP VIEW IF EXISTS temp.refusal;"
				       "DROP VIEW IF EXISTS temp.decision;"
				       "DROP TABLE IF EXISTS temp.ruled;"
				       "DROP TABLE IF EXISTS temp.as_of;"
				       "CREATE TEMP TABLE as_of (run INTEGER, "
				       "learnt TEXT)",
				       err);

	if (!code)
		code = put_moment(l, run, learnt, err);
	if (!code)
		code = sr_sql_run(l, HIDE, err);
	if (!code)
		code = sr_rule_every(l, err);
	if (!code)
		code = sr_sql_run(l, "PRAGMA query_only = ON", err);
	return code;
}

enum sr_code sr_ledger_last_run(struct sr_ledger *l, int64_t *run,
				struct sr_err *err)
{
	*run = sr_sql_number(l, "SELECT coalesce(max(id), 0) FROM run");
	return *run < 0 ? sr_sql_fail(l, "reading runs", err) : SR_OK;
}
