/* What the way from a happening to a place costs: up the tree and down again,
 * each step by how readily a place is shared across it. */
#include "extract/way.h"

#include "ontology.h"

/* What it costs to take a place from below the head of i. */
static unsigned cost_down(const struct sr_reading *r, uint32_t i)
{
	switch (r->tree.token[i].deprel) {
	case SR_REL_XCOMP:
		return 1;
	case SR_REL_OBL:
	case SR_REL_OBL_UNMARKED:
	case SR_REL_NMOD:
	case SR_REL_NMOD_UNMARKED:
	case SR_REL_NMOD_DESC:
	case SR_REL_ADVMOD:
	case SR_REL_APPOS:
	case SR_REL_COMPOUND:
	case SR_REL_FLAT:
	case SR_REL_AMOD:
		return 2;
	case SR_REL_OBJ:
	case SR_REL_NSUBJ_PASS:
	case SR_REL_NMOD_POSS:
		return 3;
	case SR_REL_NSUBJ:
	case SR_REL_CONJ:
	case SR_REL_ACL:
		return 4;
	case SR_REL_ADVCL:
		return 5;
	default:
		return 9;
	}
}

/* What it costs to take a place from the clause above i. */
static unsigned cost_up(const struct sr_reading *r, uint32_t i)
{
	switch (r->tree.token[i].deprel) {
	case SR_REL_XCOMP:
		return 1;
	case SR_REL_OBJ:
	case SR_REL_OBL:
	case SR_REL_NMOD:
	case SR_REL_NSUBJ:
	case SR_REL_NSUBJ_PASS:
	case SR_REL_ACL:
	case SR_REL_AMOD:
	case SR_REL_ADVCL:
	case SR_REL_COMPOUND:
	case SR_REL_APPOS:
		return 2;
	case SR_REL_CONJ:
	case SR_REL_ACL_RELCL:
		return 3;
	case SR_REL_CCOMP:
		return 8;
	default:
		return 12;
	}
}

bool sr_tells_way(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = r->tree.token;
	uint32_t of = p->m.from;

	if (of && t[of].lower != r->word.of)
		of -= of > 1 && t[of - 1].lower == r->word.the ? 2 : 1;
	return of > 1 && of < p->m.from + 1 && t[of].lower == r->word.of &&
	       t[of - 1].upos == SR_UPOS_ADV && p->kind == SR_PLACE_POINT &&
	       t[of - 2].sentence == t[of].sentence &&
	       t[of - 2].upos == SR_UPOS_NOUN && t[of - 2].number != SR_NONE;
}

void sr_chain_up(const struct sr_reading *r, uint32_t i, struct sr_chain *c)
{
	unsigned cost = 0;

	c->n = 0;
	while (c->n < SR_MOST_UP) {
		c->token[c->n] = i;
		c->cost[c->n++] = cost;
		if (r->tree.token[i].head == i)
			break;
		cost += cost_up(r, i);
		i = r->tree.token[i].head;
	}
}

unsigned sr_way(const struct sr_reading *r, const struct sr_chain *c,
		uint32_t to, size_t *turn)
{
	unsigned cost = 0;

	for (unsigned n = 0; n < SR_MOST_UP; n++) {
		for (size_t k = 0; k < c->n; k++)
			if (c->token[k] == to) {
				*turn = k;
				return cost + c->cost[k];
			}
		cost += cost_down(r, to);
		if (r->tree.token[to].head == to)
			break;
		to = r->tree.token[to].head;
	}
	return UINT32_MAX;
}

bool sr_is_origin(const struct sr_reading *r, unsigned type, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	return p->kind == SR_PLACE_AREA && !p->id &&
	       !(r->tree.token[p->m.head].flags & SR_TOK_CAPITAL) &&
	       sr_place_prep(r, p) == r->word.from &&
	       (sr_is_attack(type) || type == SR_TYPE_CONTROL_ADVANCE ||
		type == SR_TYPE_CONTROL_SEIZE ||
		type == SR_TYPE_CONTROL_RETAKE ||
		type == SR_TYPE_CONTROL_BESIEGE);
}
