/* What each side lost, out of the ledger: see fuse/losses.h. */
#ifndef SR_ANSWER_LOSSES_H
#define SR_ANSWER_LOSSES_H

#include "answer/ask.h"
#include "fuse/losses.h"

struct sr_losses_view {
	struct sr_ask *ask;
	struct sr_records all;
	struct sr_voices voices;
	struct sr_losses losses;
};

/* Of the claims of the filter, which is of losses from then on if it names no
 * type; `all`: those without a number too. */
enum sr_code sr_losses_load(struct sr_ask *ask, bool all,
			    struct sr_losses_view *v) SR_MUST_USE;

/* One row a figure; one row a series. */
void sr_losses_rows(struct sr_losses_view *v, struct sr_rows *rows);
void sr_losses_series_rows(struct sr_losses_view *v, struct sr_rows *rows);

#endif
