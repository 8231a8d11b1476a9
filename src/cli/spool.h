/* Readings that wait to be put into the ledger. Put one by one, each sends the
 * net's weights and the words of the one read next out of the processor's
 * second cache; so where one thread does both, some tens are put at once
 * (docs/decisions/141). What waits is bounded by count and bytes, and nothing
 * comes out in another order. */
#ifndef SR_CLI_SPOOL_H
#define SR_CLI_SPOOL_H

#include "cli/pool.h"
#include "ledger/ledger.h"

#define SR_SPOOL_MOST 32u

struct sr_spooled {
	struct sr_item in;
	char sha256[SR_HEX]; /* of its bytes */
	struct sr_doc doc;   /* as sr_doc_copy_read leaves it */
};

struct sr_spool {
	struct sr_spooled slot[SR_SPOOL_MOST];
	size_t n, bytes;
};

void sr_spool_init(struct sr_spool *s);
void sr_spool_release(struct sr_spool *s);

/* Copies a job that was read well. False: it is too large for that or there is
 * no memory; nothing has changed then. */
bool sr_spool_put(struct sr_spool *s, const struct sr_job *job,
		  const char *sha256);

bool sr_spool_is_full(const struct sr_spool *s);

/* Does a report of those bytes wait? */
bool sr_spool_has(const struct sr_spool *s, const char *sha256);

#endif
