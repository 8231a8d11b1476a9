/* Types of claims that turn on what was told before, or on whose land it is. */
#include "base/str.h"
#include "extract/draft.h"

/* "The strike" after an air raid is one from the air: the type of the last
 * attack told of. */
uint16_t sr_type_of(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	const struct sr_pattern *p = d->pattern;

	if (p->again == UINT16_MAX)
		return p->type;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		uint16_t was = r->doc->claims.items[k].type;
		if (was == SR_TYPE_ATTACK_AIR || was == SR_TYPE_ATTACK_SHELLING)
			return was == p->again ? was : p->type;
	}
	return p->type;
}

uint16_t sr_type_again(const struct sr_reading *r,
		       const struct sr_claim_draft *d)
{
	uint16_t type = d->claim.type;

	if (d->recalled == SIZE_MAX || type != SR_TYPE_ATTACK_GROUND)
		return type;
	uint16_t was = r->doc->claims.items[d->recalled].type;
	uint32_t told = r->made.items[d->recalled].trigger;
	return sr_is_assault(was) &&
			       r->tree.token[told].lemma ==
				       r->tree.token[d->frame.trigger].lemma
		       ? was
		       : type;
}

/* Was the last land told of taken back, not taken? */
static bool was_retaken(const struct sr_reading *r)
{
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		uint16_t was = r->doc->claims.items[k].type;
		if (was == SR_TYPE_CONTROL_RETAKE ||
		    was == SR_TYPE_CONTROL_SEIZE)
			return was == SR_TYPE_CONTROL_RETAKE;
	}
	return false;
}

/* "The land it had seized", "after the group had overrun the city": somebody's
 * own deed, whoever it was. */
static bool is_aside(const struct sr_tree *t, uint32_t i)
{
	uint32_t who = sr_agent(t, i);

	if (t->token[i].deprel == SR_REL_ACL_RELCL)
		return sr_child(t, i, SR_REL_NSUBJ) != SR_NONE;
	return who != SR_NONE && t->token[who].upos == SR_UPOS_NOUN &&
	       t->token[i].xpos != SR_XPOS_VBG;
}

/* Types that turn on whose land it is: a side takes its own land back, and
 * what nobody in particular took, nowhere in particular, is as the last was. */
void sr_settle_type(const struct sr_reading *r, const struct sr_claim_draft *d,
		    struct sr_claim *c)
{
	uint32_t named[SR_MAX_FOUND];
	struct sr_str ground = c->place.country;

	if (c->type != SR_TYPE_CONTROL_SEIZE)
		return;
	if (!c->has_actor || !c->actor.side.n) {
		if (!is_aside(&r->tree, d->frame.trigger) &&
		    sr_line_places(r, d, named) == 0 && was_retaken(r))
			c->type = SR_TYPE_CONTROL_RETAKE;
		return;
	}
	if (!ground.n && r->doc->war != SR_NONE)
		ground = sr_kit_text(r->kit, SR_TABLE_WARS, r->doc->war,
				     SR_WARS_PLACE);
	if (ground.n && sr_str_equal(ground, c->actor.side))
		c->type = SR_TYPE_CONTROL_RETAKE;
}
