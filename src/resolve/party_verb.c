/* Whose men a bare noun means ("300 soldiers"), by the verb or noun that it
 * stands with, and who acts before it in the sentence. */
#include "base/str.h"
#include "resolve/party_refer.h"

struct sr_str sr_fighter_side(const struct sr_refer *r, uint32_t token)
{
	const struct sr_draft *d = token == SR_NONE ? NULL
						    : sr_draft_at(r->m, token);

	if (!d || d->p.kind == SR_PARTY_KIND_MEDIA ||
	    d->p.kind == SR_PARTY_KIND_CIVILIANS ||
	    d->p.kind == SR_PARTY_KIND_INSTITUTION)
		return (struct sr_str){ NULL, 0 };
	return d->p.side;
}

/* "troops that Russia sent": the subject of a relative clause that has the
 * noun for its object. */
static struct sr_str sender_of(const struct sr_refer *r, uint32_t noun)
{
	const struct sr_tree *t = &r->m->tree;

	SR_CHILDREN(t, noun, v)
	{
		if (r->m->token[v].deprel != SR_REL_ACL_RELCL ||
		    !(r->m->verb[v] & SR_VERB_OWN) || sr_is_passive(t, v))
			continue;
		uint32_t subject = sr_child(t, v, SR_REL_NSUBJ);
		if (subject != SR_NONE)
			return sr_fighter_side(r, subject);
	}
	return (struct sr_str){ NULL, 0 };
}

/* "announced the dispatch of 560 soldiers", "Russia's loss of 300 men": who
 * has the noun, or does something with it. */
static struct sr_str sender_by_noun(const struct sr_refer *r, uint32_t noun)
{
	const struct sr_muster *m = r->m;

	if (!(m->verb[noun] & SR_VERB_OWN))
		return (struct sr_str){ NULL, 0 };
	SR_CHILDREN(&m->tree, noun, c)
	{
		if (m->token[c].deprel == SR_REL_NMOD_POSS ||
		    m->token[c].deprel == SR_REL_AMOD)
			return sr_fighter_side(r, c);
	}
	if (m->token[noun].deprel != SR_REL_OBJ)
		return (struct sr_str){ NULL, 0 };
	return sr_fighter_side(r, sr_subject(&m->tree, m->token[noun].head));
}

struct sr_str sr_side_by_verb(const struct sr_refer *r,
			      const struct sr_draft *d)
{
	const struct sr_token *t = &r->m->token[d->p.m.head];
	struct sr_str side = { NULL, 0 };

	side = sender_of(r, d->p.m.head);
	if (!side.n && t->deprel == SR_REL_NMOD)
		side = sender_by_noun(r, t->head);
	if (side.n || t->deprel != SR_REL_OBJ ||
	    sr_is_passive(&r->m->tree, t->head))
		return side;
	uint8_t verb = r->m->verb[t->head];
	struct sr_str subject =
		sr_fighter_side(r, sr_subject(&r->m->tree, t->head));
	if (!subject.n)
		return side;
	if ((verb & SR_VERB_OWN) && !(verb & SR_VERB_HARM))
		return subject;
	if ((verb & SR_VERB_HARM) && !(verb & SR_VERB_OWN))
		return sr_side_against(r->m, subject);
	return side;
}

/* Is a draft, or the noun that it stands before, the subject of a clause? */
static bool acts(const struct sr_refer *r, const struct sr_draft *d)
{
	const struct sr_muster *m = r->m;
	uint32_t i = d->p.m.head;

	for (int steps = 0; steps < 2; steps++) {
		if (sr_is_subject(&m->tree, i)) /* who says acts not */
			return !sr_is_passive(&m->tree, m->token[i].head) &&
			       !(m->verb[m->token[i].head] & SR_VERB_SAY);
		switch (m->token[i].deprel) {
		case SR_REL_AMOD:
		case SR_REL_COMPOUND:
		case SR_REL_NMOD_POSS:
			i = m->token[i].head;
			break;
		default:
			return false;
		}
	}
	return false;
}

struct sr_str sr_side_acting(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i);
	struct sr_str side = { NULL, 0 };

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (sr_met_in(r, e) != sr_met_in(r, d))
			break;
		if (e->p.kind == SR_PARTY_KIND_MEDIA ||
		    e->p.kind == SR_PARTY_KIND_CIVILIANS || !e->p.side.n ||
		    !acts(r, e))
			continue;
		if (side.n && !sr_str_equal(side, e->p.side))
			return (struct sr_str){ NULL, 0 };
		side = e->p.side;
	}
	return sr_side_known(r->m, side) ? side : (struct sr_str){ NULL, 0 };
}
