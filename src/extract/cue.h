/* The kinds of the words that say how sure a happening is (lexicon/cues.tsv),
 * as the files that weigh them share them. */
#ifndef SR_EXTRACT_CUE_H
#define SR_EXTRACT_CUE_H

#include "extract/extract_internal.h"

/* The kinds of lexicon/cues.tsv. */
enum sr_cue {
	SR_CUE_IS_PLAIN,
	SR_CUE_IS_POSSIBLE,
	SR_CUE_IS_PLANNED,
	SR_CUE_IS_UNVERIFIED,
	SR_CUE_IS_DISPUTED,
	SR_CUE_IS_DENIED,
	SR_CUE_IS_SEEN,
	SR_CUE_IS_WOULD,
	SR_CUE_IS_TRY,
	SR_CUE_IS_VAIN,
	SR_CUE_IS_CHECK,
	SR_CUE_IS_RETRACT, /* denied, of what is told and of telling it only */
	SR_CUE_IS_AIM,	/* planned, of an infinitive only: "fought to hold" */
	SR_CUE_IS_ENDS, /* plain; and who could not end it has not ended it */
	SR_CUE_IS_LETS, /* possible; what was let happen did; who lets it is real */
	SR_CUE_IS_TRUE, /* plain; denied where it is negated: "is not true" */
	SR_CUE_IS_THEN, /* plain; planned in reported words: "would later fall" */
};
/* The kind of the row that cue_over or cue_with holds; -1 for none. */
static inline int sr_cue_kind(const struct sr_reading *r, uint8_t cue)
{
	return cue ? sr_kit_value(r->kit, SR_TABLE_CUES, cue - 1u, SR_CUES_KIND)
		   : -1;
}

/* Is child k of a word one whose cue bears on that word itself? */
bool sr_bears_on(const struct sr_tree *t, uint32_t k);

/* "Failed to stop the attack", "was unable to": what failed is the stopping. */
bool sr_fails_to(const struct sr_reading *r, uint32_t verb);

/* "Neither confirmed nor denied", "refused to confirm or deny": does the verb
 * deny beside one that confirms nothing? */
bool sr_leaves_open(const struct sr_reading *r, uint32_t verb);

/* Does the verb end or deny something, and not succeed: "did not deny"? Two
 * denials are none. */
bool sr_cancels(const struct sr_reading *r, uint32_t verb);

#endif
