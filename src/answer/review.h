/* What people decide about claims: decisions as they are asked for, made and
 * listed. The command line and the page decide by the same code, so the same
 * request makes the same decision, byte for byte. */
#ifndef SR_ANSWER_REVIEW_H
#define SR_ANSWER_REVIEW_H

#include "answer/ask.h"
#include "ledger/decision.h"

/* Who decides, when and why. All is borrowed. */
struct sr_deciding {
	struct sr_ask *ask; /* its ledger opened to be written */
	struct sr_str who, why;
	const char *now;		  /* "2022-03-30T08:00:00Z" */
	SR_LIST(struct sr_decision) made; /* those kept so far, in order */
	/* A line on what a value was taken for, where that is not plain; may
	 * be NULL. */
	void (*note)(void *user, const char *line);
	void *user;
};

/* What is asked for. Ids are of claims (their first digits are enough), of
 * incidents for merge and split, of decisions for undo. */
struct sr_to_decide {
	unsigned verb; /* enum sr_verb */
	const char *const *id;
	size_t nid;
	const char *const *from; /* split: what `id` is held apart from */
	size_t nfrom;
	const char *const *set; /* correct: "place=near Sumy", each */
	size_t nset;
};

/* Can it be asked for at all? SR_USAGE says what is missing. */
enum sr_code sr_decide_check(const struct sr_to_decide *what,
			     struct sr_err *err) SR_MUST_USE;

/* Decides; each decision is durable when it is in d->made. What fails is in
 * ask->err, those made before stay made. */
enum sr_code sr_decide(struct sr_deciding *d,
		       const struct sr_to_decide *what) SR_MUST_USE;

/* One value into the slots of a correction of a claim: "place=near Sumy",
 * "date=2022-03-01..2022-03-03", "count=12..15 people", "actor=93rd Brigade
 * (UA)", "speaker=none". SR_USAGE names what was expected. */
enum sr_code sr_review_set(struct sr_deciding *by, const char *text,
			   const struct sr_claim *was,
			   struct sr_decision *d) SR_MUST_USE;

/* The claim of that id, its first digits at least: of those that stand, then of
 * all that ever stood. */
enum sr_code sr_find_claim(struct sr_ask *ask, const char *id,
			   struct sr_records *out) SR_MUST_USE;

/* All decisions, or those on the claim of that id. */
enum sr_code sr_decisions_load(struct sr_ask *ask, const char *claim,
			       struct sr_decisions *all) SR_MUST_USE;

/* Them as rows. */
void sr_decisions_rows(struct sr_ask *ask, const struct sr_decisions *all,
		       struct sr_rows *rows);

/* How it holds: the worst of its claims, for a merge holds when all of them
 * are there. "yes", "by its words" ... are the names of enum sr_hold_of. */
uint8_t sr_decision_hold(const struct sr_decision *d);
const char *sr_hold_of_name(uint8_t hold);

#endif
