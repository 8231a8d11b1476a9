/* Words that belong to a noun or a verb: its preposition, its particle,
 * wherever the parser has put them. */
#include "annotate/walk.h"

#include "base/str.h"

#include "ontology.h"

uint32_t sr_case_of(const struct sr_tree *t, uint32_t i)
{
	if (t->rels[i] & SR_REL_BIT(SR_REL_CASE))
		SR_CHILDREN(t, i, c)
			if (t->token[c].deprel == SR_REL_CASE && c < i)
				return t->token[c].lower;
	/* "on Kyiv and Kharkiv": the case stands with the first. */
	if (t->token[i].deprel == SR_REL_CONJ && t->token[i].head != i)
		return sr_case_of(t, t->token[i].head);
	return 0;
}

static bool is_case_of(const struct sr_tree *t, uint32_t i, uint32_t noun)
{
	return i < t->ntoken && t->token[i].head == noun &&
	       t->token[i].deprel == SR_REL_CASE;
}

/* "fell back" may be parsed with an adverb, "pulled back troops" with the
 * particle in the noun, "handed over the town" with a preposition. */
bool sr_has_particle(const struct sr_tree *t, uint32_t i, uint32_t particle)
{
	SR_CHILDREN(t, i, c)
		if (t->token[c].lower == particle &&
		    (t->token[c].deprel == SR_REL_COMPOUND_PRT ||
		     t->token[c].deprel == SR_REL_ADVMOD))
			return true;
	if (i + 1 >= t->ntoken || t->token[i + 1].lower != particle)
		return false;
	if (t->token[i + 1].xpos == SR_XPOS_RP ||
	    (t->token[i + 1].xpos == SR_XPOS_RB &&
	     t->token[i + 1].deprel == SR_REL_COMPOUND))
		return true;
	uint32_t noun = t->token[i + 1].head;
	return t->token[i + 1].deprel == SR_REL_CASE &&
	       sr_rel_is(t, noun, SR_REL_OBL) && t->token[noun].head == i &&
	       (!sr_str_is(sr_doc_text(t->doc, t->token[i + 1].at), "in") ||
	        is_case_of(t, i + 2, noun));
}
