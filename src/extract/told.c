/* What is told through a noun: "reports that they fled", "denied the claim that
 * it fell", "no group claimed responsibility for the blast". The noun has its
 * content as a clause below it; what is said of the noun is said of that. */
#include "extract/cue.h"
#include "extract/extract_internal.h"

bool sr_is_content(const struct sr_reading *r, uint32_t i)
{
	uint32_t head = r->tree.token[i].head;

	return sr_telling_kind(r, head) == SR_TELLING_TOLD && head < i &&
	       sr_child(&r->tree, i, SR_REL_MARK) != SR_NONE;
}

/* "Is false", "was not true", "does not correspond to reality" */
static bool is_verdict(const struct sr_reading *r, uint32_t k)
{
	bool cop = sr_child(&r->tree, k, SR_REL_COP) != SR_NONE;

	if (!cop && !sr_is_verb(&r->tree, k))
		return false;
	if (cop && sr_denies_beside(r, k))
		return !sr_is_negated(r, k);
	return sr_cue_kind(r, r->cue_with[k]) == SR_CUE_IS_TRUE &&
	       sr_is_negated(r, k);
}

bool sr_verdict_denies(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t noun = t->token[i].head;
	uint32_t end = r->doc->sentences.items[t->token[i].sentence].to;
	uint32_t mark = sr_child(t, i, SR_REL_MARK);

	/* "It is not true that the town has fallen" */
	if (mark != SR_NONE && mark > 0 && mark < i &&
	    t->token[mark].lower == r->word.that && is_verdict(r, mark - 1))
		return true;
	if (sr_telling_kind(r, noun) != SR_TELLING_TOLD || noun > i)
		return false;
	for (uint32_t k = i + 1; k < end; k++) {
		if (!is_verdict(r, k))
			continue;
		/* the tree is unsure where a verdict hangs: it has no other
		 * subject */
		uint32_t who = sr_child(t, k, SR_REL_NSUBJ);
		return who == SR_NONE || (who >= noun && who < i);
	}
	return false;
}

bool sr_verdict_doubts(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t noun = t->token[i].head;

	if (noun == i || sr_telling_kind(r, noun) != SR_TELLING_TOLD)
		return false;
	SR_CHILDREN(t, noun, k)
		if (k > i && i > noun && sr_is_verb(t, k) &&
		    sr_is_unproved(r, k))
			return true;
	return false;
}

bool sr_is_hearsay(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t noun = t->token[i].head;

	if (!sr_is_content(r, i) || t->token[noun].xpos != SR_XPOS_NNS ||
	    !sr_case_of(t, noun))
		return false;
	SR_CHILDREN(t, noun, k)
		if (k != i && t->token[k].deprel != SR_REL_CASE &&
		    t->token[k].deprel != SR_REL_PUNCT)
			return false;
	return true;
}

bool sr_only_blames(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t verb = t->token[i].head, what = i;

	/* "no group has claimed the blast" */
	if (sr_rel_is(t, i, SR_REL_OBJ) &&
	    sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY &&
	    !sr_is_unproved(r, verb) && (r->classes[i] & SR_CLASS_EVENT)) {
		uint32_t who = sr_subject(t, verb);
		return who != SR_NONE && sr_is_nobody(r, who);
	}
	if (sr_rel_is(t, i, SR_REL_OBL) && sr_is_verb(t, verb))
		what = sr_child(t, verb, SR_REL_OBJ);
	return what != SR_NONE && sr_is_verb(t, verb) &&
	       sr_telling_kind(r, what) == SR_TELLING_BLAME &&
	       sr_speech_kind(r, verb) != SR_SPEECH_IS_DENY;
}
