/* The shingles and marks of texts that were compared lately, a ring of some megabytes:
 * those that come first under a phrase of the whole press are held against
 * each new report that has it. */
#ifndef SR_LEDGER_RECALL_H
#define SR_LEDGER_RECALL_H

#include "fuse/alike.h"
#include "ledger/sqlite.h"

/* A report's, borrowed until the next is put; false: not remembered. */
bool sr_recall_find(const struct sr_ledger *l, int64_t report,
		    struct sr_sketch *sketch, struct sr_shingles *shingles);

/* Takes a copy, in the place of the oldest. */
void sr_recall_put(struct sr_ledger *l, int64_t report,
		   const struct sr_sketch *sketch,
		   const struct sr_shingles *shingles);

#endif
