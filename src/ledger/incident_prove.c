/* How incidents are kept, made anew and compared row by row: tellings, what
 * each is held to and how well, where it is looked for. The tables of the
 * connection's own hide those of the file while they are filled. */
#include "ledger/sqlite.h"

static const char SHADOW[] =
	"PRAGMA query_only = OFF;"
	"PRAGMA temp_store = MEMORY;"
	"CREATE TEMP TABLE telling (id INTEGER PRIMARY KEY, report INTEGER, "
	"key TEXT, centre INTEGER, score INTEGER, vague INTEGER, "
	"incident TEXT);"
	"CREATE INDEX temp.shadow_report ON telling (report);"
	"CREATE INDEX temp.shadow_centre ON telling (centre);"
	"CREATE INDEX temp.shadow_incident ON telling (id >> 16, incident);"
	"CREATE TEMP TABLE told (claim INTEGER PRIMARY KEY, telling INTEGER);"
	"CREATE INDEX temp.shadow_told ON told (telling);"
	"CREATE TEMP TABLE telling_block (block INTEGER, day INTEGER, "
	"telling INTEGER, PRIMARY KEY (block, day, telling)) WITHOUT ROWID;"
	"CREATE INDEX temp.shadow_block ON telling_block (telling);";

/* Rows as they are without their numbers, of the file's (main) or the
 * connection's own (temp). */
#define TELLING(x)                                                             \
	"SELECT t.key, t.report, (SELECT c.key FROM " x ".telling c WHERE "    \
	"c.id = t.centre), t.score, t.vague, t.incident FROM " x ".telling t"
#define TOLD(x)                                                                \
	"SELECT t.key, d.claim FROM " x ".told d LEFT JOIN " x ".telling t "   \
	"ON t.id = d.telling"
#define BLOCK(x)                                                               \
	"SELECT t.key, b.block, b.day FROM " x ".telling_block b LEFT JOIN "   \
	x ".telling t ON t.id = b.telling"
#define DIFFERS(rows)                                                          \
	"SELECT key FROM (SELECT * FROM (" rows("main") " EXCEPT " rows(       \
		"temp") ") UNION ALL SELECT * FROM (" rows("temp") " EXCEPT "  \
							      rows("main") "))"\
	" ORDER BY key LIMIT 1"

enum sr_code sr_incident_prove_kept(struct sr_ledger *l, struct sr_err *err)
{
	static const char *const SQL[] = { DIFFERS(TELLING), DIFFERS(TOLD),
					   DIFFERS(BLOCK) };
	int64_t fixed = sr_sql_number(l, "PRAGMA query_only");
	enum sr_code code = sr_sql_run(l, SHADOW, err);

	if (!code)
		code = sr_sql_run(l, "BEGIN", err);
	if (!code) {
		code = sr_incident_fill(l, err);
		sqlite3_exec(l->db, "COMMIT", NULL, NULL, NULL);
	}
	for (int i = 0; !code && i < 3; i++)
		code = sr_sql_none(l, SQL[i],
				   "kept otherwise than the claims give, what "
				   "claim", " tells of",
				   err);
	sqlite3_exec(l->db,
		     "DROP TABLE IF EXISTS temp.telling;"
		     "DROP TABLE IF EXISTS temp.told;"
		     "DROP TABLE IF EXISTS temp.telling_block",
		     NULL, NULL, NULL);
	sr_sql_fix_again(l, fixed);
	return code;
}
