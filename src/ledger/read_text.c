/* What was received: texts as they came, and what could not be read. */
#include "ledger/query.h"

enum sr_code sr_ledger_text(struct sr_ledger *l, int64_t report,
			    struct sr_arena *mem, struct sr_kept_text *out,
			    struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l, "SELECT text, received FROM report WHERE id = ?", err);

	if (!st)
		return SR_DATABASE;
	sqlite3_bind_int64(st, 1, report);
	int rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		out->text = sr_column_copy(st, 0, mem);
		out->bytes = out->text;
		if (sqlite3_column_type(st, 1) != SQLITE_NULL)
			out->bytes = sr_column_copy(st, 1, mem);
	}
	enum sr_code code = SR_OK;
	if (rc != SQLITE_ROW)
		code = sr_sql_fail(l, "reading a report", err);
	else if (mem->full)
		code = sr_fail_nomem(err, "report");
	sqlite3_finalize(st);
	return code;
}

enum sr_code sr_ledger_refusals(struct sr_ledger *l, struct sr_arena *mem,
				struct sr_refusals *out, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT name, sha256, learnt, place, reason, CASE code "
		"WHEN 'limit' THEN 'too large' WHEN 'io' THEN "
		"'not to be opened' WHEN 'memory' THEN 'needs too much "
		"memory' ELSE 'not a report' END AS kind FROM refusal "
		"WHERE sha256 IS NULL OR sha256 NOT IN "
		"(SELECT sha256 FROM report) ORDER BY kind, name, id",
		err);
	int rc;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_refusal *f = SR_PUSH(mem, &out->items);
		if (!f)
			break;
		f->name = sr_column_copy(st, 0, mem);
		f->sha256 = sr_column_copy(st, 1, mem);
		f->learnt = sr_column_copy(st, 2, mem);
		f->place = sr_column_copy(st, 3, mem);
		f->reason = sr_column_copy(st, 4, mem);
		f->kind = sr_column_copy(st, 5, mem);
	}
	enum sr_code code = SR_OK;
	if (mem->full)
		code = sr_fail_nomem(err, "answer");
	else if (rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading the refusals", err);
	sqlite3_finalize(st);
	return code;
}
