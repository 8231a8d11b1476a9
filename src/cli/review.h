/* What the files of sitrep review share. */
#ifndef SR_CLI_REVIEW_H
#define SR_CLI_REVIEW_H

#include "cli/ask.h"
#include "ledger/decision.h"

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

/* How it holds: the worst of its claims. */
uint8_t sr_decision_hold(const struct sr_decision *d);

int sr_review_export(struct sr_review *r);
int sr_review_apply(struct sr_review *r);

/* One --set into the slots of a correction of a claim: "place=near Sumy",
 * "date=2022-03-01..2022-03-03", "count=12..15 people", "actor=93rd Brigade
 * (UA)", "speaker=none". What it was taken for is said where it is not plain.
 * SR_USAGE names what was expected. */
enum sr_code sr_review_set(struct sr_ask *ask, const char *text,
			   const struct sr_claim *was, struct sr_decision *d);

/* "yes", "by its words" ...: how a decision holds, enum sr_hold_of. */
const char *sr_hold_of_name(uint8_t hold);

/* review next [N]. */
int sr_review_next(struct sr_ask *ask);

#endif
