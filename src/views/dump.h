/* What a ledger says, apart from how it came to: the same bytes for the same
 * reports and decisions, in whatever order and by whatever number of runs and
 * threads they came in. Reports, claims that stand, remarks, origins, incidents,
 * decisions and refusals, each kind sorted by its content; no row numbers, no
 * moments of learning, no log. */
#ifndef SR_VIEWS_DUMP_H
#define SR_VIEWS_DUMP_H

#include "base/json.h"
#include "ledger/ledger.h"

/* Appends JSON Lines. */
enum sr_code sr_dump_write(struct sr_ledger *ledger, struct sr_arena *mem,
			   struct sr_json *out, struct sr_err *err) SR_MUST_USE;

#endif
