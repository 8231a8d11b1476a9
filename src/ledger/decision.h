/* People's decisions in the ledger: put, listed, and applied. See
 * model/decision.h for what one is, docs/decisions/064 for how they hold. */
#ifndef SR_LEDGER_DECISION_H
#define SR_LEDGER_DECISION_H

#include "ledger/ledger.h"
#include "model/decision.h"
#include "model/link.h"

/* "accept", "place": the names of enum sr_verb and enum sr_slot; SR_VERB_COUNT
 * and SR_SLOTS for what is none. Static. */
const char *sr_verb_name(unsigned verb);
const char *sr_slot_name(unsigned slot);
unsigned sr_verb_of(struct sr_str name);
unsigned sr_slot_of(struct sr_str name);

/* How many decisions of that moment there are: the nth of the next one. */
enum sr_code sr_ledger_nth(struct sr_ledger *ledger, struct sr_str at,
			   int64_t *nth, struct sr_err *err) SR_MUST_USE;

/* Keeps a decision, all or nothing, and applies it; durable with the next
 * flush. Sorts its claims and gives it its id. *fresh is false when it was
 * there already. `now` (NUL-ended, borrowed) is when the ledger gets it.
 * SR_REFUSED for what can't be a decision. */
enum sr_code sr_ledger_decide(struct sr_ledger *ledger, struct sr_decision *d,
			      const char *now, bool *fresh,
			      struct sr_err *err) SR_MUST_USE;

/* What a decision on that claim is to be held by: itself, or what an earlier
 * decision on it is held by. Strings are the records' or the arena's. */
enum sr_code sr_ledger_anchor(struct sr_ledger *ledger,
			      const struct sr_records *records,
			      const struct sr_record *claim,
			      struct sr_arena *mem, struct sr_anchor *out,
			      struct sr_err *err) SR_MUST_USE;

/* All decisions in the order in which they hold, with what they hold on to. */
enum sr_code sr_ledger_decisions(struct sr_ledger *ledger, struct sr_arena *mem,
				 struct sr_decisions *out,
				 struct sr_err *err) SR_MUST_USE;

/* The same of those alone that speak of a claim, by its key; undone ones too.
 */
enum sr_code sr_ledger_decisions_on(struct sr_ledger *ledger, struct sr_str key,
				    struct sr_arena *mem,
				    struct sr_decisions *out,
				    struct sr_err *err) SR_MUST_USE;

/* The keys of the claims of an incident, by its id; none: there is none. */
struct sr_keys {
	SR_LIST(struct sr_str) items;
};
enum sr_code sr_ledger_incident_keys(struct sr_ledger *ledger, struct sr_str id,
				     struct sr_arena *mem, struct sr_keys *out,
				     struct sr_err *err) SR_MUST_USE;

/* A claim as it was read, before any decision: `row` of the record. */
enum sr_code sr_ledger_as_read(struct sr_ledger *ledger, int64_t row,
			       struct sr_arena *mem, struct sr_claim *out,
			       struct sr_err *err) SR_MUST_USE;

#endif
