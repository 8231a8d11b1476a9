/* The day of a deed by what its words tell besides: what those whom it befell
 * were doing then, or the strike in which those who are counted died. */
#include "extract/extract_internal.h"

/* "Killed a girl who was fetching water on Sunday": it was then. */
uint32_t sr_time_meanwhile(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t whom = sr_patient(t, trigger);

	if (whom == SR_NONE || !(t->rels[whom] & SR_REL_BIT(SR_REL_ACL_RELCL)))
		return SR_NONE;
	SR_CHILDREN(t, whom, c) {
		uint32_t aux = sr_child(t, c, SR_REL_AUX);
		if (t->token[c].deprel == SR_REL_ACL_RELCL &&
		    t->token[c].xpos == SR_XPOS_VBG && aux != SR_NONE &&
		    t->token[aux].xpos == SR_XPOS_VBD)
			return sr_time_under(r, c, 2, SR_NONE);
	}
	return SR_NONE;
}

/* "The number of people killed in Sunday's strike has risen": it was then. */
uint32_t sr_time_counted(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[trigger].upos != SR_UPOS_NOUN)
		return SR_NONE;
	SR_CHILDREN(t, trigger, c)
		if (t->token[c].deprel == SR_REL_NMOD)
			SR_CHILDREN(t, c, k)
				if (t->token[k].deprel == SR_REL_ACL &&
				    t->token[k].xpos == SR_XPOS_VBN)
					return sr_time_under(r, k, 3, SR_NONE);
	return SR_NONE;
}
