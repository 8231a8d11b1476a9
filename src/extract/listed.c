/* Lists of places whose members have prepositions of their own, as summaries of
 * fronts give them: "near A (9 km north of B) and C; west of D near E; and in
 * the F area". The parser hangs most of them on the verb or on each other; the
 * words between them say plainly enough that they are a list. Some ten places
 * at most. */
#include "base/str.h"
#include "extract/draft.h"

#define FIRST_WITHIN 5 /* tokens behind the verb */
#define MOST_ASIDE 24 /* tokens in brackets between two of them */

struct gap {
	uint32_t next; /* mention; SR_NONE */
	bool comma, both, prep;
};

static char first_byte(const struct sr_reading *r, uint32_t i)
{
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	return s.n == 1 ? s.s[0] : '\0';
}

bool sr_in_brackets(const struct sr_reading *r, uint32_t i)
{
	uint32_t from = r->tree.from[i];

	return first_byte(r, from) == '(' ||
	       (from > 0 && first_byte(r, from - 1) == '(');
}

uint32_t sr_side_in_brackets(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = trigger + 1;
	uint32_t end = r->doc->sentences.items[t[trigger].sentence].to;

	/* nothing between but more of the toll */
	while (i < end && first_byte(r, i) != '(' &&
	       !(sr_is_noun(&r->tree, i) && !(r->classes[i] & SR_CLASS_FATE)) &&
	       t[i].upos != SR_UPOS_PRON)
		i++;
	if (i >= end || first_byte(r, i) != '(')
		return SR_NONE;
	for (uint32_t k = i + 1; k < end && k < i + MOST_ASIDE; k++) {
		uint32_t p = t[k].party;
		if (p == SR_NONE || r->doc->parties.items[p].m.head != k)
			continue;
		const struct sr_mention *m = &r->doc->parties.items[p].m;
		return m->from == i + 1 && m->to < end &&
				       (r->classes[k] & SR_CLASS_FORCE) &&
				       first_byte(r, m->to) == ')'
			       ? k
			       : SR_NONE;
	}
	return SR_NONE;
}

/* Behind the bracket that opens at token i. */
static uint32_t behind_brackets(const struct sr_reading *r, uint32_t i,
				uint32_t end)
{
	for (uint32_t k = i + 1; k < end && k < i + MOST_ASIDE; k++)
		if (first_byte(r, k) == ')')
			return k + 1;
	return end;
}

static bool is_word_between(const struct sr_reading *r, uint32_t i,
			    struct gap *g)
{
	const struct sr_token *t = &r->tree.token[i];

	if (t->xpos == SR_XPOS_COMMA || first_byte(r, i) == ';')
		g->comma = true;
	else if (t->xpos == SR_XPOS_CC)
		g->both = true;
	else if (t->upos == SR_UPOS_ADP &&
		 (sr_says_near(r, t->lower) || sr_says_in(r, t->lower) ||
		  sr_says_toward(r, t->lower) || t->lower == r->word.at))
		g->prep = true;
	else if (sr_is_reflexive(r, i)) /* "near X itself; north of X near Y" */
		return true;
	else if (t->lower != r->word.of && !r->head_kind[i])
		return t->upos == SR_UPOS_DET; /* "in the areas of" */
	return true;
}

/* Does it hang on something in front of it, and does no clause begin behind it,
 * as in "... and in F the army stood"? */
static bool looks_back(const struct sr_reading *r, const struct sr_place *p)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = p->m.head, to = p->m.to;

	if (t[i].head == to) /* "in the F area" */
		i = to++;
	if (to < r->tree.ntoken && t[to].sentence == t[i].sentence &&
	    (t[to].upos == SR_UPOS_DET || t[to].upos == SR_UPOS_PRON ||
	     sr_is_noun(&r->tree, to)))
		return false;

	for (unsigned n = 0; n < 4 && i >= p->m.from && i < to; n++)
		i = t[i].head;
	return i < p->m.from;
}

static struct gap gap_behind(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *place = r->doc->places.items;
	const struct sr_token *t = r->tree.token;
	uint32_t i = place[m].m.to;
	uint32_t end = r->doc->sentences.items[t[place[m].m.from].sentence].to;
	struct gap g = { .next = SR_NONE };

	while (i < end) {
		uint32_t k = t[i].place;
		if (k != SR_NONE && k != m && place[k].m.from <= i) {
			if (looks_back(r, &place[k]))
				g.next = k;
			break;
		}
		if (first_byte(r, i) == '(')
			i = behind_brackets(r, i, end);
		else if (is_word_between(r, i, &g))
			i++;
		else
			break;
	}
	return g;
}

static bool is_member(const struct sr_reading *r, const struct gap *g)
{
	const struct sr_place *p = &r->doc->places.items[g->next];

	return (g->prep || p->kind == SR_PLACE_OFFSET) &&
	       r->tree.token[p->m.head].party == SR_NONE;
}

/* What is told of many places at once: fighting, fire, lines that move. */
static bool is_of_fronts(unsigned type)
{
	return sr_is_attack(type) || type == SR_TYPE_CONTROL_ADVANCE ||
	       type == SR_TYPE_CONTROL_HOLD || type == SR_TYPE_FORCE_PRESENT;
}

struct list {
	uint32_t item[SR_MAX_FOUND];
	size_t n, sure; /* so many are of the list for sure */
};

/* Goes on from mention m, which is the first of the list or before it; at most
 * so many. */
static void follow(const struct sr_reading *r, uint32_t m, size_t most,
		   struct list *l)
{
	const struct sr_place *place = r->doc->places.items;

	for (struct gap g = gap_behind(r, m); g.next != SR_NONE;
	     g = gap_behind(r, g.next)) {
		/* "west of D near E": E */
		bool closer = g.prep && !g.comma && !g.both;
		if (l->n >= most || (closer && !l->n) ||
		    (!closer && (!(is_member(r, &g) || (l->n && g.both)) ||
				 (place[g.next].kind == SR_PLACE_AREA &&
				  !g.both))))
			return;
		if (closer)
			l->n--;
		l->item[l->n++] = g.next;
		if (g.both || closer)
			l->sure = l->n;
	}
}

static size_t add_places(uint32_t mention[SR_MAX_FOUND], size_t n,
			 const struct list *l)
{
	for (size_t k = 0; k < l->sure; k++) {
		bool known = n >= SR_MAX_FOUND;
		for (size_t i = 0; i < n; i++)
			known |= mention[i] == l->item[k];
		if (!known)
			mention[n++] = l->item[k];
	}
	return n;
}

/* "Attacked near A; north of B toward C; and near D", of which the tree gave
 * the verb another than the first: the list from its first, right behind the
 * verb, if it holds what was found. */
static size_t from_first(const struct sr_reading *r, uint32_t trigger,
			 uint32_t mention[SR_MAX_FOUND], size_t n)
{
	const struct sr_doc *doc = r->doc;
	uint32_t first = SR_NONE;

	for (uint32_t m = sr_places_from(doc, trigger + 1);
	     m < doc->places.nitem && first == SR_NONE; m++)
		if (doc->places.items[m].m.from > trigger)
			first = m;
	if (!sr_is_verb(&r->tree, trigger) || first == SR_NONE ||
	    doc->places.items[first].m.from > trigger + FIRST_WITHIN)
		return n;
	struct list l = { .item = { first }, .n = 1, .sure = 1 };
	follow(r, first, SR_MAX_FOUND, &l);
	for (size_t k = 1; k < l.sure; k++)
		for (size_t i = 0; i < n; i++)
			if (mention[i] == l.item[k])
				return add_places(mention, n, &l);
	return n;
}

/* "Orahovac/Rrahovec": two names of one place, unless both are known to be
 * others. */
static bool is_other_name(const struct sr_reading *r, uint32_t a, uint32_t b)
{
	const struct sr_place *p = &r->doc->places.items[a];
	const struct sr_place *q = &r->doc->places.items[b];
	uint32_t slash = p->m.to;

	return q->m.from == slash + 1 && first_byte(r, slash) == '/' &&
	       p->m.at.to + 1 == q->m.at.from &&
	       (p->id == q->id || !p->id || !q->id);
}

/* "In Njaba, Damboa, Borno": an address, which ends with what holds a town
 * before it. */
static bool is_address(const struct sr_reading *r, uint32_t a, uint32_t b)
{
	const struct sr_place *place = r->doc->places.items;
	uint32_t i = place[a].m.to;

	if (b <= a || place[b].kind != SR_PLACE_AREA || !place[b].id)
		return false;
	for (; i < place[b].m.from; i++)
		if (r->tree.token[i].xpos != SR_XPOS_COMMA &&
		    r->tree.token[i].place == SR_NONE)
			return false;
	for (uint32_t m = a; m < b; m++)
		if (place[m].inside == b ||
		    (place[m].kind == SR_PLACE_POINT && place[m].admin1.n &&
		     sr_str_equal(place[m].admin1, place[b].name)))
			return true;
	return false;
}

size_t sr_one_name_each(const struct sr_reading *r,
			uint32_t mention[SR_MAX_FOUND], size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		bool other = false;
		for (size_t k = 0; k < n && !other; k++)
			other = k != i &&
				(is_other_name(r, mention[k], mention[i]) ||
				 is_address(r, mention[k], mention[i]));
		if (!other)
			mention[kept++] = mention[i];
	}
	return kept;
}

size_t sr_listed_places(const struct sr_reading *r,
			const struct sr_claim_draft *d,
			uint32_t mention[SR_MAX_FOUND], size_t n)
{
	const struct sr_place *place = r->doc->places.items;
	uint32_t last = mention[0];
	struct list l = { .n = 0 };

	if (!is_of_fronts(d->claim.type) ||
	    r->tree.token[place[last].m.head].sentence !=
		    r->tree.token[d->frame.trigger].sentence)
		return n;
	for (size_t k = 1; k < n; k++)
		if (place[mention[k]].m.from > place[last].m.from)
			last = mention[k];
	follow(r, last, SR_MAX_FOUND - n, &l);
	n = add_places(mention, n, &l);
	return from_first(r, d->frame.trigger, mention, n);
}
