/* Which claims a filter lets through, without the claims: for what is in memory
 * already. */
#include "ledger/query.h"

enum sr_code sr_ledger_claim_rows(struct sr_ledger *l,
				  const struct sr_filter *filter,
				  struct sr_arena *mem,
				  struct sr_claim_rows *out, struct sr_err *err)
{
	struct sr_query q = { .n = 0 };
	enum sr_code code = SR_OK;
	int rc = SQLITE_DONE;

	*out = (struct sr_claim_rows){ .items = { 0 } };
	sr_query_add(&q, "SELECT c.id");
	sr_query_from(&q, l, filter);
	sr_query_add(&q, " ORDER BY c.id");
	sqlite3_stmt *st = sr_query_open(l, &q, err);
	if (!st)
		return SR_DATABASE;
	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		int64_t *row = SR_PUSH(mem, &out->items);
		if (row)
			*row = sqlite3_column_int64(st, 0);
		else
			code = sr_fail_nomem(err, "answer");
	}
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading the ledger", err);
	sqlite3_finalize(st);
	return code;
}
