/* Marks of texts, remembered between reports (alike.c): which
 * reports come first under a mark. What is remembered has a bound; beyond it
 * all is forgotten and read again as it is asked for. */
#ifndef SR_LEDGER_HUBS_H
#define SR_LEDGER_HUBS_H

#include "fuse/alike.h"
#include "ledger/sqlite.h"

/* The reports that come first under a mark, by rank. */
struct sr_first {
	int64_t rank[SR_HUBS], report[SR_HUBS];
	uint32_t n;
	bool more; /* there are others behind them */
};

/* Begins to remember, where nothing is remembered or too much. */
enum sr_code sr_hubs_begin(struct sr_ledger *l, struct sr_err *err);

/* Those of a mark, from memory or from the table. */
enum sr_code sr_hubs_find(struct sr_ledger *l, uint64_t mark,
			  struct sr_first *out, struct sr_err *err);

/* A report has been put under a mark that was asked for before. */
void sr_hubs_put(struct sr_ledger *l, uint64_t mark, int64_t rank,
		 int64_t report);

#endif
