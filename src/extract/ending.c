/* Denials of denials: who could not end what goes on has not ended it, and who
 * did not deny a thing has denied nothing. Which words end or deny stands in
 * lexicon/cues.tsv. */
#include "extract/cue.h"

bool sr_bears_on(const struct sr_tree *t, uint32_t k)
{
	switch (t->token[k].deprel) {
	case SR_REL_ADVMOD:
	case SR_REL_AMOD:
	case SR_REL_AUX:
	case SR_REL_CASE:
	case SR_REL_CC_PRECONJ:
	case SR_REL_DET:
	case SR_REL_MARK:
	case SR_REL_COMPOUND:
		return true;
	default:
		return false;
	}
}

bool sr_is_ending(const struct sr_reading *r, uint32_t verb)
{
	int kind = sr_cue_kind(r, r->cue_over[verb]);

	return kind == SR_CUE_IS_ENDS || kind == SR_CUE_IS_DENIED;
}

bool sr_fails_to(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;

	return sr_is_ending(r, verb) && t[verb].deprel == SR_REL_XCOMP &&
	       sr_is_infinitive(&r->tree, verb) &&
	       sr_cue_kind(r, r->cue_over[t[verb].head]) == SR_CUE_IS_DENIED;
}

bool sr_leaves_open(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;

	return sr_speech_kind(r, verb) == SR_SPEECH_IS_DENY &&
	       t[verb].deprel == SR_REL_CONJ &&
	       sr_is_unproved(r, t[verb].head);
}

/* "Does not stop its attempts to" */
bool sr_cancels(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	if (!sr_is_verb(t, verb) ||
	    (!sr_is_ending(r, verb) &&
	     sr_speech_kind(r, verb) != SR_SPEECH_IS_DENY))
		return false;
	if (sr_fails_to(r, verb))
		return true;
	SR_CHILDREN (t, verb, k)
		if (sr_bears_on(t, k) &&
		    sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_DENIED)
			return true;
	return false;
}
