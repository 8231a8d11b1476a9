/* The day of a deed by what its words tell besides: what those whom it befell
 * were doing then, or the strike in which those who are counted died. */
#include "extract/extract_internal.h"
#include "extract/when.h"

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

/* The time of participle k behind a noun, or that of the strikes by which. */
static uint32_t time_of_deed(const struct sr_reading *r, uint32_t k)
{
	const struct sr_tree *t = &r->tree;
	uint32_t m = sr_time_under(r, k, 3, SR_NONE);

	SR_CHILDREN(t, k, e) {
		if (m != SR_NONE || t->token[e].deprel != SR_REL_OBL_AGENT)
			continue;
		m = sr_time_under(r, e, 2, SR_NONE);
		SR_CHILDREN(t, e, d)
			if (m == SR_NONE && t->token[d].deprel == SR_REL_ACL)
				m = sr_time_under(r, d, 2, SR_NONE);
	}
	return m;
}

static uint32_t time_of_participle(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;
	uint32_t m = SR_NONE;

	SR_CHILDREN(t, noun, k)
		if (m == SR_NONE && t->token[k].deprel == SR_REL_ACL &&
		    t->token[k].xpos == SR_XPOS_VBN)
			m = time_of_deed(r, k);
	return m;
}

/* "The number of people killed in Sunday's strike has risen", "50 deaths caused
 * by raids carried out in May": it was then. */
uint32_t sr_time_counted(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t other = SR_NONE, own = SR_NONE;

	if (t->token[trigger].upos != SR_UPOS_NOUN)
		return SR_NONE;
	SR_CHILDREN(t, trigger, c) {
		if (t->token[c].deprel == SR_REL_NMOD)
			SR_CHILDREN(t, c, k)
				if (t->token[k].deprel == SR_REL_ACL &&
				    t->token[k].xpos == SR_XPOS_VBN)
					return sr_time_under(r, k, 3, SR_NONE);
		/* "deaths and injuries caused by" */
		if (t->token[c].deprel == SR_REL_CONJ &&
		    sr_number_of(r, c))
			other = c;
	}
	if (t->token[trigger].deprel == SR_REL_CONJ &&
	    sr_number_of(r, trigger) &&
	    sr_number_of(r, t->token[trigger].head))
		other = t->token[trigger].head;
	own = time_of_participle(r, trigger);
	return own == SR_NONE && other != SR_NONE ? time_of_participle(r, other)
						  : own;
}

#define EVENT_BACK 10 /* tokens from a place to what happened there */

/* "An attack on a church in May that left two dead": the attack, where the tree
 * has hung the clause that tells of harm on the church. */
uint32_t sr_event_behind(const struct sr_reading *r, uint32_t noun,
			 uint32_t clause)
{
	const struct sr_tree *t = &r->tree;
	uint32_t least = noun > EVENT_BACK ? noun - EVENT_BACK : 0;
	const unsigned not_it = SR_CLASS_EVENT | SR_CLASS_PEOPLE |
				SR_CLASS_FORCE | SR_CLASS_CIV;
	bool place = t->token[noun].place != SR_NONE ||
		     (r->classes[noun] & (SR_CLASS_SITE | SR_CLASS_PLACE));
	uint32_t who = sr_child(t, clause, SR_REL_NSUBJ);

	if (!place || (r->classes[noun] & not_it) || who == SR_NONE ||
	    t->token[who].upos != SR_UPOS_PRON)
		return noun;
	for (uint32_t i = noun; i-- > least;) {
		if (t->token[i].sentence != t->token[noun].sentence ||
		    t->token[i].upos == SR_UPOS_PUNCT ||
		    t->token[i].upos == SR_UPOS_AUX ||
		    t->token[i].xpos == SR_XPOS_VBD)
			return noun;
		if (sr_is_noun(t, i) && (r->classes[i] & SR_CLASS_EVENT))
			return i;
	}
	return noun;
}

bool sr_tells_of_event(const struct sr_reading *r, uint32_t clause)
{
	const struct sr_tree *t = &r->tree;
	uint32_t what = sr_child(t, clause, SR_REL_NSUBJ);

	return what != SR_NONE && what < clause &&
	       t->token[what].upos == SR_UPOS_PRON &&
	       sr_is_trigger(r->kit, t->token[clause].lemma);
}
