/* What the ledger keeps beside what entered and that follows from it. Kept in
 * step with each report and each decision, in the same transaction; sitrep
 * check --ledger makes it anew and compares. */
#include "ledger/sqlite.h"

enum sr_code sr_derive(struct sr_ledger *l, int64_t report, struct sr_err *err)
{
	enum sr_code code = sr_rule_report(l, report, err);

	return code ? code : sr_incident_touch(l, report, err);
}

enum sr_code sr_derive_new(struct sr_ledger *l, const struct sr_reading *r,
			   struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_DECIDED, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, sr_str_of(r->sha256));
	int rc = sqlite3_step(b.st);
	sqlite3_reset(b.st);
	/* Decisions may have come before the report. */
	if (rc == SQLITE_ROW)
		return sr_derive(l, r->report, err);
	if (rc != SQLITE_DONE)
		return sr_sql_fail(l, "looking for decisions", err);
	return sr_incident_note(l, r, err);
}
