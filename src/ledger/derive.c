/* What the ledger keeps beside what entered and that follows from it. Kept in
 * step with each report and each decision, in the same transaction; sitrep
 * check --ledger makes it anew and compares. */
#include "ledger/sqlite.h"

enum sr_code sr_derive(struct sr_ledger *l, int64_t report, struct sr_err *err)
{
	enum sr_code code = sr_rule_report(l, report, err);

	return code ? code : sr_incident_touch(l, report, err);
}
