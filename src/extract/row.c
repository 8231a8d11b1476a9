/* People told of in a row: "a woman and two children", "three soldiers and an
 * officer". They are one target with one count where all of them are counted
 * and of one side; else each is told of by itself (claim.c). */
#include "base/str.h"
#include "extract/draft.h"

bool sr_is_single(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	uint32_t first = r->tree.from[i];
	bool model = (r->classes[i] & SR_CLASS_EQUIP) &&
		     t[i].lower == t[i].lemma;

	/* "a T-72" is a name to the tagger */
	if (t[i].xpos != SR_XPOS_NN && !(model && t[i].xpos == SR_XPOS_NNP))
		return false;
	SR_CHILDREN(&r->tree, i, c)
		if (t[c].lower == r->word.a || t[c].lower == r->word.an)
			return true;
	/* "a burnt-out 2S19 howitzer": the article may hang on the next noun */
	return model && first > 0 && t[first - 1].sentence == t[i].sentence &&
	       (t[first - 1].lower == r->word.a ||
		t[first - 1].lower == r->word.an);
}

/* "A woman and | child": one article for both. */
static bool shares_article(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;

	return i > 0 && t[i].deprel == SR_REL_CONJ && t[i].xpos == SR_XPOS_NN &&
	       t[i - 1].xpos == SR_XPOS_CC && sr_is_single(r, t[i].head);
}

/* "A woman", and within a row "his driver", "their mother". */
static bool is_one(const struct sr_reading *r, uint32_t i)
{
	return sr_is_single(r, i) || shares_article(r, i) ||
	       (r->tree.token[i].xpos == SR_XPOS_NN &&
		sr_child(&r->tree, i, SR_REL_NMOD_POSS) != SR_NONE);
}

/* Of so many in a row it is asked where each was. */
#define MOST_APART 6

struct row {
	struct sr_count sum;
	uint32_t first, last, n; /* tokens, how many */
	struct sr_str side;
	unsigned fights; /* 0, or 1 + the kind of fighters: rebels, soldiers */
};

static bool is_person(const struct sr_reading *r, uint32_t i)
{
	uint32_t classes = r->classes[i];

	return ((classes & SR_CLASS_PEOPLE) ||
		r->tree.token[i].lower == r->word.others) &&
	       !(classes & (SR_CLASS_EQUIP | SR_CLASS_FATE)) &&
	       (sr_is_noun(&r->tree, i) || r->tree.token[i].upos == SR_UPOS_NUM);
}

/* See struct row. "Men" may be fighters, and may be anybody. */
static unsigned fighters(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;

	if (!(r->classes[i] & SR_CLASS_FORCE))
		return 0;
	if (p == SR_NONE)
		return 1 + SR_PARTY_KIND_FORCE;
	unsigned kind = r->doc->parties.items[p].kind;
	return kind == SR_PARTY_KIND_PEOPLE ? 0 : 1 + kind;
}

uint32_t sr_row_first(const struct sr_reading *r,
		      const struct sr_claim_draft *d)
{
	const struct sr_token *t = &r->tree.token[d->target];

	return t->deprel == SR_REL_CONJ &&
			       sr_patient(&r->tree, d->frame.trigger) == t->head
		       ? t->head
		       : d->target;
}

/* "10 militants and 9 pro-Gao fighters": of two sides, unless both are the same
 * kind of men. */
static bool is_foe(const struct sr_reading *r, uint32_t a, uint32_t b)
{
	const struct sr_tree *t = &r->tree;

	return t->token[a].lemma != t->token[b].lemma &&
	       sr_number_of(r, a) && sr_number_of(r, b) &&
	       (sr_child(t, b, SR_REL_AMOD) != SR_NONE ||
		sr_child(t, b, SR_REL_COMPOUND) != SR_NONE);
}

static bool add_person(const struct sr_reading *r, uint32_t i, struct row *row)
{
	const struct sr_number *n = sr_number_of(r, i);
	struct sr_count one = { 1000, 1000 };
	struct sr_party_slot slot = { .side = { NULL, 0 } };
	unsigned fights = fighters(r, i);
	bool others = r->tree.token[i].lower == r->word.others;

	if (!is_person(r, i) || (!n && !is_one(r, i)))
		return false;
	if (n)
		one = n->count;
	if (one.low == SR_COUNT_OPEN_LOW || one.high == SR_COUNT_OPEN_HIGH ||
	    !sr_party_slot(r, i, &slot))
		return false;
	if (row->n && fights && is_foe(r, row->first, i))
		return false;
	if (row->n && !others &&
	    (fights != row->fights || (slot.side.n && row->side.n &&
				       !sr_str_equal(slot.side, row->side))))
		return false;
	if (!row->n)
		row->fights = fights;
	if (!row->side.n)
		row->side = slot.side;
	row->sum.low += one.low;
	row->sum.high += one.high;
	row->last = i;
	row->n++;
	return true;
}

/* The first place that something is said to be in, of tokens [from, to). */
static uint32_t scene_within(const struct sr_reading *r, uint32_t from,
			     uint32_t to)
{
	for (uint32_t m = sr_places_from(r->doc, from);
	     m < r->doc->places.nitem && r->doc->places.items[m].m.from < to;
	     m++)
		if (sr_sets_scene(r, m))
			return m;
	return SR_NONE;
}

uint32_t sr_people_place(const struct sr_reading *r, uint32_t first, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t end = r->doc->sentences.items[t->token[first].sentence].to;
	uint32_t to = end, own, other = SR_NONE, n = 0;

	/* those behind i begin where its words end */
	SR_CHILDREN(t, first, c) {
		if (!sr_rel_is(t, c, SR_REL_CONJ) || !is_person(r, c) ||
		    !sr_number_of(r, c))
			continue;
		if (++n > MOST_APART)
			return SR_NONE;
		if (c > i && t->from[c] < to)
			to = t->from[c];
		if (c != i)
			other = scene_within(r, c, end);
	}
	own = scene_within(r, i, to);
	if (i != first)
		other = scene_within(r, first, t->from[i]);
	if (own == SR_NONE || other == SR_NONE ||
	    sr_str_equal(r->doc->places.items[own].name,
			 r->doc->places.items[other].name))
		return SR_NONE;
	return own;
}

/* "Ten men were killed along with two women": no one stretch of words. */
static bool is_across(const struct sr_reading *r, uint32_t first, uint32_t c)
{
	uint32_t verb = r->tree.token[first].head;

	return sr_is_subject(&r->tree, first) && verb > first && verb < c;
}

static bool find_row(const struct sr_reading *r, uint32_t first,
		     struct row *row)
{
	*row = (struct row){ .first = first };
	if (!add_person(r, first, row))
		return false;
	SR_CHILDREN(&r->tree, first, c) {
		if (!sr_rel_is(&r->tree, c, SR_REL_CONJ))
			continue;
		/* "44 people in X and 12 people in Y" */
		if (is_across(r, first, c) || !add_person(r, c, row) ||
		    sr_people_place(r, first, c) != SR_NONE)
			return false;
	}
	return row->n > 1;
}

void sr_sum_row(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;
	struct sr_party_slot last;
	struct row row;

	d->summed = false;
	if (d->target == SR_NONE || d->other != SR_NONE || !c->has_target ||
	    (c->type != SR_TYPE_ATTACK_CIVILIANS &&
	     !sr_is_loss_of_people(c->type)) ||
	    !find_row(r, sr_row_first(r, d), &row) ||
	    !sr_party_slot(r, row.first, &c->target) ||
	    !sr_party_slot(r, row.last, &last))
		return;
	d->summed = true;
	d->target = row.first;
	c->target.at.to = last.at.to;
	c->target.name = sr_doc_text(r->doc, c->target.at);
	c->target.side = row.side;
	c->target.row = SR_NONE;
	c->has_count = true;
	c->count = row.sum;
	c->unit = SR_STR("people");
	c->count_at = r->tree.token[row.first].at;
	c->count_total = c->count_further = false;
}

void sr_give_back_count(struct sr_reading *r, uint32_t other)
{
	size_t n = r->doc->claims.nitem;
	const struct sr_number *number = sr_number_of(r, other), *own = NULL;
	struct sr_claim *c = n ? &r->doc->claims.items[n - 1] : NULL;

	if (!c || !number || !c->has_count ||
	    c->count_at.from != number->m.at.from)
		return;
	if (r->made.items[n - 1].target != SR_NONE)
		own = sr_number_of(r, r->made.items[n - 1].target);
	c->has_count = own && own != number;
	if (c->has_count) {
		c->count = own->count;
		c->count_at = own->m.at;
	}
}
