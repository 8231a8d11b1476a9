/* Words that fit a pattern and yet tell of nothing: participles that only say
 * what somebody or something is called, losses that are still to come, a taking
 * of nothing by nobody. */
#include "extract/cue.h"
#include "extract/draft.h"

/* "war-battered": half a word tells of no attack, unless the other half says
 * whose it was. */
static bool is_half(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	uint32_t i = d->frame.trigger;

	if (!sr_is_attack(d->claim.type) || i < 2 ||
	    r->tree.token[i - 1].xpos != SR_XPOS_HYPH ||
	    r->tree.token[i].deprel != SR_REL_AMOD)
		return false;
	return sr_says_war(r, i - 2) ||
	       (d->claim.type != SR_TYPE_ATTACK_DAMAGE &&
		sr_party_of(r, i - 2).party == SR_NONE);
}

/* "A camp for displaced people", "freed two kidnapped nurses": what they are
 * called, in a sentence that tells something else; but "4,000 displaced people
 * live in tents". */
static bool is_quality(const struct sr_reading *r,
		       const struct sr_claim_draft *d)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = d->frame.trigger, noun = t[i].head;

	if (t[i].deprel != SR_REL_AMOD ||
	    (d->claim.type != SR_TYPE_CIVIL_MOVEMENT &&
	     d->claim.type != SR_TYPE_ATTACK_CIVILIANS))
		return false;
	return !sr_number_of(r, noun) || t[noun].deprel == SR_REL_OBL ||
	       t[noun].deprel == SR_REL_NMOD ||
	       (t[noun].deprel == SR_REL_OBJ &&
		d->claim.type == SR_TYPE_ATTACK_CIVILIANS) ||
	       (t[noun].head != noun &&
		sr_is_trigger(r->kit, t[t[noun].head].lemma));
}

/* "X and the surrounding villages": around it, besieged by nobody. */
static bool is_around(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	const struct sr_token *t = &r->tree.token[d->frame.trigger];

	return d->claim.type == SR_TYPE_CONTROL_BESIEGE &&
	       t->deprel == SR_REL_AMOD && t->xpos != SR_XPOS_VBN;
}

/* "the seized cities": a participle before a noun, with nobody and nowhere
 * named, tells of nothing; nor does "rebel-held areas". */
static bool is_participle(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	uint32_t i = d->frame.trigger;

	if (is_quality(r, d) || is_around(r, d))
		return true;
	return r->tree.token[i].deprel == SR_REL_AMOD &&
	       sr_is_control(d->claim.type) &&
	       (!d->claim.has_actor || d->claim.type == SR_TYPE_CONTROL_HOLD) &&
	       sr_place_within(r, r->tree.token[i].head, 1) == SR_NONE;
}

/* What is only planned, ordered or meant to be is no loss. */
static bool is_unborn(const struct sr_claim *c)
{
	return sr_is_loss(c->type) && c->status == SR_STATUS_PLANNED;
}

/* "Called on both sides to stop fighting", "efforts to end the shelling". */
static bool is_to_end(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	uint32_t i = d->frame.trigger, verb = r->tree.token[i].head;

	return sr_is_attack(d->claim.type) &&
	       d->claim.type != SR_TYPE_ATTACK_CIVILIANS && verb < i &&
	       (d->claim.status == SR_STATUS_PLANNED ||
		d->claim.status == SR_STATUS_DENIED) &&
	       (sr_rel_is(&r->tree, i, SR_REL_OBJ) ||
		sr_rel_is(&r->tree, i, SR_REL_XCOMP)) &&
	       sr_is_ending(r, verb) && sr_is_infinitive(&r->tree, verb) &&
	       !sr_fails_to(r, verb);
}

/* "Urged them not to attack it": who asks that tells of no attack, and of none
 * that was denied. */
static bool is_asked_not_to(const struct sr_reading *r,
			    const struct sr_claim_draft *d)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = d->frame.light != SR_NONE ? d->frame.light
					       : d->frame.trigger;
	uint32_t asks = t->token[i].head;

	if (d->claim.status != SR_STATUS_DENIED || asks >= i || i < 2 ||
	    t->token[i].xpos != SR_XPOS_VB ||
	    t->token[i - 1].xpos != SR_XPOS_TO ||
	    !sr_denies_beside(r, i - 2) || !sr_is_verb(t, asks))
		return false;
	SR_CHILDREN(t, asks, c)
		if (c > asks && c < i && (sr_is_noun(t, c) ||
					  t->token[c].upos == SR_UPOS_PRON))
			return true;
	return false;
}

/* Does the pattern's place stand there with an article, though it has no name:
 * "controls the airport"? */
static bool has_known_place(const struct sr_reading *r,
			    const struct sr_claim_draft *d)
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, &d->frame, d->pattern, SR_LINE_PLACE, found);

	for (size_t i = 0; i < n; i++)
		SR_CHILDREN(&r->tree, found[i], c)
			if (r->tree.token[c].lower == r->word.the)
				return true;
	return false;
}

/* "The surrounding villages": where they lie. */
static bool is_where(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	const struct sr_token *t = &r->tree.token[d->frame.trigger];
	const uint32_t place = SR_CLASS_PLACE | SR_CLASS_GROUND;

	/* "X and surrounding villages", however parsed */
	if (d->claim.type == SR_TYPE_CONTROL_BESIEGE && !d->claim.has_actor &&
	    t->xpos == SR_XPOS_VBG && d->frame.trigger + 1 < r->tree.ntoken &&
	    t[1].xpos == SR_XPOS_NNS && (r->classes[d->frame.trigger + 1] & place))
		return true;
	return t->xpos == SR_XPOS_VBG && t->deprel == SR_REL_AMOD &&
	       t->head > d->frame.trigger &&
	       (r->classes[t->head] & place);
}

/* "Fighting", "Shelling" alone is what a summary calls one of its parts. */
static bool is_rubric(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	const struct sr_token *t = &r->tree.token[d->frame.trigger];
	const struct sr_sentence *s = &r->doc->sentences.items[t->sentence];

	return sr_is_attack(d->claim.type) && s->to == s->from + 1;
}

bool sr_is_idle(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	return is_half(r, d) || is_participle(r, d) || is_where(r, d) ||
	       is_rubric(r, d) || is_unborn(&d->claim) || is_to_end(r, d) ||
	       is_asked_not_to(r, d);
}

bool sr_is_empty(const struct sr_reading *r, const struct sr_claim_draft *d,
		 size_t nplace)
{
	const struct sr_claim *c = &d->claim;

	return (c->type == SR_TYPE_CONTROL_SEIZE ||
		c->type == SR_TYPE_CONTROL_HOLD) &&
	       nplace == 0 && !c->has_actor && !c->has_count &&
	       !has_known_place(r, d);
}
