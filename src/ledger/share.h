/* Texts that recur in an answer (names, sides, units, rules), each kept once:
 * of a million some thousands differ. */
#ifndef SR_LEDGER_SHARE_H
#define SR_LEDGER_SHARE_H

#include "base/arena.h"
#include "base/str.h"

struct sr_shared {
	struct sr_str *slot; /* by hash, open addressing; s NULL: free */
	size_t nslot, n;
};

/* The copy of the text that is kept, made if there is none; empty when the
 * arena is full. */
struct sr_str sr_share(struct sr_shared *shared, struct sr_str text,
		       struct sr_arena *mem);

#endif
