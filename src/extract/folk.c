/* Who did it where no force is named: herders and farmers, villagers, youths
 * who raid, burn and kill with their own hands. Elsewhere people of no force do
 * nothing (who.c), for the parser often takes those to whom it was done for
 * who did it; so here the verb must be active and have its object, or say "by". */
#include "extract/extract_internal.h"

static bool is_of_hands(unsigned type)
{
	return type == SR_TYPE_ATTACK_GROUND || type == SR_TYPE_ATTACK_DAMAGE ||
	       type == SR_TYPE_ATTACK_CIVILIANS || type == SR_TYPE_LOSS_KILLED ||
	       type == SR_TYPE_LOSS_WOUNDED;
}

/* "Herders and farmers clashed", "clashes between farmers and herders" */
static bool is_with_another(const struct sr_reading *r, uint32_t i)
{
	uint32_t c = sr_child(&r->tree, i, SR_REL_CONJ);

	return c != SR_NONE && (r->classes[c] & SR_CLASS_CIV);
}

static uint32_t people_at(const struct sr_reading *r, const struct sr_frame *f,
			  uint32_t step)
{
	struct sr_selector s = { .nstep = 1, .step = { step },
				 .classes = SR_CLASS_CIV };
	uint32_t found[SR_MAX_FOUND];

	if (!sr_select(r, f, &s, found) ||
	    (r->classes[found[0]] & SR_CLASS_VOICE))
		return SR_NONE;
	return found[0];
}

uint32_t sr_folk_doer(const struct sr_reading *r, const struct sr_frame *f,
		      unsigned type)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i, verb, what;

	if (!is_of_hands(type))
		return SR_NONE;
	i = people_at(r, f, SR_STEP_AGENT);
	if (i == SR_NONE && f->nominal && type == SR_TYPE_ATTACK_GROUND) {
		i = people_at(r, f, SR_STEP_PREP + r->word.between);
		return i != SR_NONE && is_with_another(r, i) ? i : SR_NONE;
	}
	if (i == SR_NONE)
		return SR_NONE;
	if (t->token[i].deprel == SR_REL_OBL_AGENT)
		return i;
	verb = t->token[i].head;
	if (t->token[i].xpos != SR_XPOS_NNS || !sr_is_active(r, verb) ||
	    t->token[i].deprel != SR_REL_NSUBJ)
		return SR_NONE;
	what = sr_child(t, verb, SR_REL_OBJ);
	if (what == SR_NONE)
		return type == SR_TYPE_ATTACK_GROUND && is_with_another(r, i)
			       ? i
			       : SR_NONE;
	/* "nine civilians killed, others hurt" */
	return what > verb && t->token[what].lower != r->word.others &&
			       (r->classes[what] &
			       (SR_CLASS_FORCE | SR_CLASS_PEOPLE | SR_CLASS_CIV |
				SR_CLASS_HOME | SR_CLASS_SITE | SR_CLASS_PLACE |
				SR_CLASS_GROUND | SR_CLASS_EVENT))
		       ? i
		       : SR_NONE;
}
