/* What the files of sitrep review share. */
#ifndef SR_CLI_REVIEW_H
#define SR_CLI_REVIEW_H

#include "answer/review.h"
#include "cli/ask.h"

extern const char sr_review_help[];

struct sr_review {
	struct sr_ask ask;
	struct sr_str who;
	char now[SR_MOMENT];
	size_t nfresh, nknown, nwaiting, nbad;
};

/* All decisions, or those on the claim that the second operand names. */
enum sr_code sr_review_load(struct sr_review *r,
			    struct sr_decisions *all) SR_MUST_USE;

int sr_review_export(struct sr_review *r);
int sr_review_apply(struct sr_review *r);

/* review next [N]. */
int sr_review_next(struct sr_ask *ask);

#endif
