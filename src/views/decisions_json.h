/* Decisions as JSON Lines, to be carried from one ledger to another: see
 * docs/formats/decisions.md. */
#ifndef SR_VIEWS_DECISIONS_JSON_H
#define SR_VIEWS_DECISIONS_JSON_H

#include "base/err.h"
#include "base/json.h"
#include "model/decision.h"

/* Appends a decision, without the end of the line. */
void sr_decision_json(const struct sr_decision *d, struct sr_json *out);

/* Reads a line of it; `where` is for errors. Strings are the arena's. Whether
 * it can be a decision is for sr_ledger_decide to say, but its id is compared
 * by the caller: `id` gets what the line says, empty if it says none. */
enum sr_code sr_decision_read(struct sr_str line, const char *where,
			      struct sr_arena *mem, struct sr_decision *out,
			      struct sr_str *id,
			      struct sr_err *err) SR_MUST_USE;

#endif
