/* Marks of texts, remembered between reports (alike.c): which
 * reports come first under a mark. What is remembered has a bound; beyond it
 * all is forgotten and read again as it is asked for. */
#ifndef SR_LEDGER_HUBS_H
#define SR_LEDGER_HUBS_H

#include "fuse/alike.h"
#include "ledger/sqlite.h"

/* So many behind the first are remembered as well: a newcomer among the first
 * is to be compared with all of them, and most marks have no more. */
#define SR_TAIL 48u

/* The reports that come first under a mark, by rank. */
struct sr_first {
	int64_t rank[SR_HUBS], report[SR_HUBS];
	uint32_t n, ntail;
	uint32_t tail; /* where those behind them are */
	bool more;     /* there are more than are remembered */
};

/* Begins to remember, where nothing is remembered or too much. */
enum sr_code sr_hubs_begin(struct sr_ledger *l, struct sr_err *err);

/* Those of a mark, from memory or from the table. */
enum sr_code sr_hubs_find(struct sr_ledger *l, uint64_t mark,
			  struct sr_first *out, struct sr_err *err);

/* Those behind the first, in no order, where there are not more; before
 * anything else is looked for or put. */
void sr_hubs_tail(const struct sr_ledger *l, const struct sr_first *first,
		  int64_t report[SR_TAIL]);

/* A report has been put under a mark that was asked for before. */
void sr_hubs_put(struct sr_ledger *l, uint64_t mark, int64_t rank,
		 int64_t report);

#endif
