/* Two who do it together: "US and British warplanes", "Hamas and Islamic Jihad",
 * "the army and its allies". A claim has one actor: he goes by the words for
 * both and has the side of whoever is named first. */
#include "base/str.h"
#include "extract/draft.h"

/* The party that a token heads, if it has a side; NULL. */
static const struct sr_party *sided(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;
	const struct sr_party *own = p == SR_NONE ? NULL
						  : &r->doc->parties.items[p];

	if (!own || !own->side.n || own->pronoun ||
	    own->kind == SR_PARTY_KIND_PERSON ||
	    own->kind == SR_PARTY_KIND_OFFICIAL)
		return NULL;
	return r->tree.token[own->m.from].upos == SR_UPOS_PRON ? NULL : own;
}

static bool is_other(const struct sr_party *a, const struct sr_party *b)
{
	return a && b && a != b && !sr_str_equal(a->side, b->side) &&
	       !sr_str_is(a->side, "CIV") && !sr_str_is(b->side, "CIV");
}

static void take(const struct sr_reading *r, struct sr_party_slot *slot,
		 const struct sr_party *first, struct sr_span at)
{
	slot->at = at;
	slot->name = sr_doc_text(r->doc, at);
	slot->side = first->side;
	slot->row = first->row;
}

/* "US and British | warplanes": what is joined to the first word of the name. */
static bool by_nations(const struct sr_reading *r, uint32_t head,
		       struct sr_party_slot *slot)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = t->from[head];

	while (i < head && t->token[i].at.from < slot->at.from)
		i++;
	if (i < 2 || i >= head || t->token[i].at.from != slot->at.from ||
	    t->token[i - 1].upos != SR_UPOS_CCONJ ||
	    t->token[i].deprel != SR_REL_CONJ ||
	    t->token[t->token[i].head].head != head)
		return false;
	const struct sr_party *first = sided(r, t->token[i].head);
	if (!first || first->m.to + 1 != i ||
	    sr_str_equal(first->side, slot->side))
		return false;
	take(r, slot, first,
	     (struct sr_span){ first->m.at.from, slot->at.to });
	return true;
}

/* "Hamas | and Islamic Jihad": two of them and no third. */
static void by_names(const struct sr_reading *r, uint32_t head,
		     struct sr_party_slot *slot)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_party *first = sided(r, head), *other = NULL;

	if (t->token[head].upos == SR_UPOS_ADJ)
		return; /* "Russian and Syrian | shelling" */
	SR_CHILDREN(t, head, c) {
		if (!sr_rel_is(t, c, SR_REL_CONJ))
			continue;
		uint32_t cc = sr_child(t, c, SR_REL_CC);
		if (other || cc == SR_NONE || !first || cc != first->m.to)
			return;
		other = sided(r, c);
		if (!is_other(first, other) || other->m.from != cc + 1)
			return;
	}
	if (!other)
		return;
	uint32_t from = first->m.from;
	from += t->token[from].upos == SR_UPOS_DET;
	take(r, slot, first,
	     (struct sr_span){ t->token[from].at.from, other->m.at.to });
}

/* "Clashes between the army and rebels", "talks": they stand against each other,
 * or one of the two is the target. */
static bool are_apart(const struct sr_reading *r, const struct sr_claim_draft *d)
{
	unsigned type = d->claim.type;

	if (type >= SR_TYPE_POLITICS_JUSTICE ||
	    sr_case_of(&r->tree, d->actor) == r->word.between)
		return true;
	if (d->target != SR_NONE && sr_dominates(&r->tree, d->actor, d->target))
		return true;
	return type == SR_TYPE_ATTACK_GROUND && !d->claim.has_target;
}

bool sr_is_struck(const struct sr_reading *r, uint32_t of)
{
	const uint32_t at = SR_CLASS_PLACE | SR_CLASS_SITE | SR_CLASS_CIV;

	return (r->classes[r->tree.token[of].head] & SR_CLASS_EVENT) &&
	       (r->classes[of] & at) && !(r->classes[of] & SR_CLASS_FORCE);
}

void sr_name_pair(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_party_slot *slot = &d->claim.actor;

	if (!d->claim.has_actor || are_apart(r, d))
		return;
	if (!by_nations(r, d->actor, slot))
		by_names(r, d->actor, slot);
}
