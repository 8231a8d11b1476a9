/* The name of a claim: stable, short, the same on every machine.
 *
 * It comes from the SHA-256 of the report's bytes, the type and the span of
 * the evidence, so that the claim keeps its name when another rule reads the
 * same words in the same way; of several claims of one type in one span the
 * second is told apart by its number. 64 bits: among a million claims the
 * chance that two share a name is 3 in 10^8. */
#ifndef SR_MODEL_CLAIM_KEY_H
#define SR_MODEL_CLAIM_KEY_H

#include "base/arena.h"
#include "sitrep.h"

#define SR_KEY 17 /* 16 hex digits and a NUL */

struct sr_claim_key {
	char hex[SR_KEY];
};

/* Names for all claims of a report, the arena's; NULL when that is full. */
struct sr_claim_key *sr_claim_keys(struct sr_arena *mem, const char *sha256,
				   const struct sr_claim *claim, size_t n);

#endif
