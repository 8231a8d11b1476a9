/* A made-up press into a ledger, by the way that every report takes. */
#ifndef SR_SIM_PUT_H
#define SR_SIM_PUT_H

#include "ledger/ledger.h"
#include "sim/press.h"

/* Puts reports from to `to` (not included) of the press; `order` says in which
 * order, NULL: as they were written. Nothing is flushed. */
enum sr_code sim_put(struct sr_ledger *ledger, const struct sim_press *p,
		     const uint32_t *order, size_t from, size_t to,
		     struct sr_err *err) SR_MUST_USE;

/* The texts into a folder, sim-000000.txt and so on, with claims.jsonl beside
 * them: what `sitrep add --claims` takes. */
enum sr_code sim_save(const struct sim_press *p, const char *folder,
		       struct sr_err *err) SR_MUST_USE;

/* A run as all of the bench and the tests begin it. */
extern const struct sr_run SIM_RUN;

#endif
