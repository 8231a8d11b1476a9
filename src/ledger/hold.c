/* A handle that answers for a while as the ledger is now, and one that does not
 * wait long: what a server needs, which answers many and may keep nobody. */
#include "ledger/sqlite.h"

static bool is_busy(const struct sr_ledger *l)
{
	int rc = sqlite3_errcode(l->db) & 0xFF;

	return rc == SQLITE_BUSY || rc == SQLITE_LOCKED;
}

enum sr_code sr_ledger_hold(struct sr_ledger *l, char head[SR_HEX],
			    struct sr_err *err)
{
	enum sr_code code = sr_sql_run(l, "BEGIN", err);

	l->busy = false;
	if (!code)
		code = sr_log_load(l, err);
	if (code) {
		l->busy = is_busy(l); /* before undoing says that all is well */
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
		return code;
	}
	memcpy(head, l->log_hash, SR_HEX);
	return SR_OK;
}

void sr_ledger_let_go(struct sr_ledger *l)
{
	if (!sqlite3_get_autocommit(l->db))
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
}

void sr_ledger_wait(struct sr_ledger *l, int ms)
{
	sqlite3_busy_timeout(l->db, ms);
}

bool sr_ledger_was_busy(const struct sr_ledger *l)
{
	return l->busy || is_busy(l);
}
