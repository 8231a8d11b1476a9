/* One statement as a sentence, by the rows of data/brief/sentences.tsv. */
#ifndef SR_BRIEF_SENTENCE_H
#define SR_BRIEF_SENTENCE_H

#include "brief/work.h"

/* The slots, in the order of SR_SENTENCE_WORDS. */
enum sr_sentence_slot {
	SR_SLOT_OF_ACTOR,
	SR_SLOT_OF_TARGET,
	SR_SLOT_OF_AT,
	SR_SLOT_OF_PLACE,
	SR_SLOT_OF_WHEN,
	SR_SLOT_OF_COUNT,
	SR_SLOT_OF_BIG,
	SR_SLOT_OF_ARMS,
	SR_SLOT_OF_LENGTH,
	SR_SLOT_OF_GROUND,
	SR_SLOT_OF_MONEY,
	SR_SLOT_OF_FATE,
	SR_SLOT_OF_WORDS,
	SR_SENTENCE_SLOTS
};

struct sr_sentence_in {
	unsigned type;
	struct sr_str slot[SR_SENTENCE_SLOTS];
};

/* The name of a slot in the table. Static. */
const char *sr_sentence_slot_name(unsigned slot);

/* The statement, beginning small and without an end; empty: no row of the type
 * has all that it needs. */
struct sr_str sr_sentence_fill(const struct sr_english *e,
			       const struct sr_sentence_in *in);

/* What is told: a claim, and what is known of it from others (an incident). */
struct sr_statement {
	const struct sr_records *all;
	uint32_t claim;
	struct sr_str actor, target; /* sides; empty: the claim's own */
	const struct sr_place_slot *place;
	struct sr_days days;
	bool by;
	bool no_place; /* it stands in the heading */
	bool no_number; /* it is told by claimant, behind */
};

/* The slots of a statement. */
struct sr_sentence_in sr_sentence_of(struct sr_briefing *b,
				     const struct sr_statement *s);

/* How many of what, with its bound: "at least 12 Russian soldiers". */
struct sr_str sr_counted_text(struct sr_briefing *b, const struct sr_claim *c,
			      bool digits);

#endif
