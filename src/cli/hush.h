/* Refusals of one reason said a few times, then counted: an export of a channel
 * has thousands of pictures without a text, each refused. */
#ifndef SR_CLI_HUSH_H
#define SR_CLI_HUSH_H

#include "cli/cli.h"

#define SR_HUSH_REASONS 16u
#define SR_HUSH_SAID 20u

struct sr_hush {
	struct {
		char text[96]; /* how the reason begins */
		size_t n;
	} reason[SR_HUSH_REASONS];
	size_t nreason, hushed;
};

/* Is this one still to be said? Counts it. Reasons beyond SR_HUSH_REASONS are
 * always said. */
bool sr_hush_says(struct sr_hush *h, const struct sr_err *why);

#endif
