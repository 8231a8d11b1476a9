/* What opens a sentence says where its story plays at large: "In Negros, a rebel
 * died in a clash in Escalante City", "In the north, two were shot at X". The
 * place that stands behind the verb is the narrower of the two, wherever the
 * gazetteer has them. */
#include "extract/extract_internal.h"
#include "extract/way.h"

#define OPENING 4  /* tokens of a sentence before such a place's name ends */
#define BEHIND_COST 8 /* dearer than this: of another clause */

/* "Attacked Kankara and Danmusa, where seven were shot": the place right before
 * the "where" of the trigger's clause, wherever the tree hangs that; SR_NONE. */
static uint32_t before_where(const struct sr_reading *r,
			     const struct sr_chain *c)
{
	const struct sr_tree *t = &r->tree;

	for (size_t n = 0; n < c->n && n < 3; n++) {
		SR_CHILDREN(t, c->token[n], k) {
			uint32_t i = k;
			if (k > c->token[0] || k < 2 ||
			    t->token[k].lower != r->word.where)
				continue;
			i -= t->token[k - 1].upos == SR_UPOS_PUNCT;
			return t->token[i - 1].sentence == t->token[k].sentence
				       ? t->token[i - 1].place
				       : SR_NONE;
		}
	}
	return SR_NONE;
}

static bool opens(const struct sr_reading *r, const struct sr_place *p,
		  uint32_t trigger)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *s = &r->doc->sentences.items[t[p->m.head].sentence];
	uint32_t i = p->m.from;

	if (t[p->m.head].sentence != t[trigger].sentence || p->m.to > trigger ||
	    !sr_says_in(r, sr_place_prep(r, p)))
		return false;
	if (i <= s->from + OPENING)
		return true;
	/* "; in Gaza City, warplanes bombed" */
	for (uint32_t k = i; k > i - 3; k--)
		if (t[k - 1].xpos == SR_XPOS_COLON)
			return true;
	return false;
}

/* An area that the other, a district say, may lie in. */
static bool is_wider(const struct sr_place *p, const struct sr_place *q)
{
	return p->kind == SR_PLACE_AREA && p->country.n &&
	       (!q->country.n ||
		(q->id && q->radius_km > 0 && q->radius_km * 2 < p->radius_km));
}

/* "In X, about 20 km (12 miles) south of Y, a missile hit": where X lies. */
static bool tells_of_it(const struct sr_reading *r, const struct sr_place *q)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = q->m.from;

	return i > 1 && q->m.to < r->tree.ntoken &&
	       t[i - 1].xpos == SR_XPOS_COMMA &&
	       t[q->m.to].xpos == SR_XPOS_COMMA &&
	       t[i - 2].place != SR_NONE && t[i - 2].sentence == t[i].sentence &&
	       r->doc->places.items[t[i - 2].place].kind != SR_PLACE_AREA;
}

/* Is something said to be there, behind the trigger? */
static bool is_there(const struct sr_reading *r, uint32_t m, bool area)
{
	const struct sr_place *q = &r->doc->places.items[m];

	uint32_t prep = sr_place_prep(r, q);

	if (q->kind == SR_PLACE_BETWEEN || q->kind == SR_PLACE_OFFSET)
		return !tells_of_it(r, q);
	/* "battled for the town of X", "raids on X" */
	if (q->kind != SR_PLACE_AREA && prep &&
	    r->tree.token[q->m.head].party == SR_NONE &&
	    (prep == r->word.on || prep == r->word.against ||
	     prep == r->word.about_like[0]))
		return true;
	return (area || q->kind != SR_PLACE_AREA) && sr_sets_scene(r, m);
}

uint32_t sr_place_behind(const struct sr_reading *r, uint32_t trigger,
			 uint32_t m)
{
	const struct sr_place *place = r->doc->places.items, *p = &place[m];
	uint32_t best = m;
	unsigned least = BEHIND_COST + 1;

	if (!opens(r, p, trigger))
		return m;
	struct sr_chain c;
	sr_chain_up(r, trigger, &c);
	uint32_t before = before_where(r, &c);
	if (before != SR_NONE && before > m)
		return before;
	for (uint32_t k = m + 1; k < r->doc->places.nitem; k++) {
		const struct sr_place *q = &place[k];
		size_t turn = 0;
		if (r->tree.token[q->m.head].sentence !=
		    r->tree.token[trigger].sentence)
			break;
		/* "and in Y a missile hit": of the next clause */
		if (q->m.from > trigger + 2 &&
		    r->tree.token[q->m.from - 2].upos == SR_UPOS_CCONJ &&
		    sr_place_prep(r, q))
			break;
		if (!is_there(r, k, is_wider(p, q)))
			continue;
		unsigned cost = sr_way(r, &c, q->m.head, &turn);
		if (cost < least) {
			least = cost;
			best = k;
		}
	}
	return best;
}

/* How many places does that sentence tell of, beside one? */
static size_t told_apart(const struct sr_reading *r, uint32_t sentence,
			 uint32_t front)
{
	uint32_t first = SR_NONE;
	size_t n = 0;

	for (size_t k = r->made.nitem; k-- > 0;) {
		const struct sr_made *m = &r->made.items[k];
		uint32_t at = m->place == SR_NONE ? m->name : m->place;
		if (r->tree.token[m->trigger].sentence != sentence)
			break;
		if (at == SR_NONE || m->place == front || at == first)
			continue;
		first = at;
		n++;
	}
	return n;
}

uint32_t sr_place_ahead(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_sentence *s =
		&r->doc->sentences.items[r->tree.token[trigger].sentence];
	uint32_t m = sr_places_from(r->doc, s->from);

	if (m >= r->doc->places.nitem)
		return SR_NONE;
	const struct sr_place *p = &r->doc->places.items[m];
	uint32_t colon = p->m.to;
	if (p->m.from != s->from || colon >= trigger)
		return SR_NONE;
	struct sr_str mark = sr_doc_text(r->doc, r->tree.token[colon].at);
	return mark.n == 1 && mark.s[0] == ':' ? m : SR_NONE;
}

uint32_t sr_front_of(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	uint32_t m = sr_places_from(r->doc, s->from);

	if (m >= r->doc->places.nitem)
		return SR_NONE;
	const struct sr_place *p = &r->doc->places.items[m];
	const struct sr_token *noun = &r->tree.token[p->m.head];
	if (p->kind != SR_PLACE_AREA || p->id || !p->country.n ||
	    p->m.from > s->from + OPENING || p->m.from >= s->to ||
	    p->m.to - p->m.from < 2 || p->m.head + 1 != p->m.to ||
	    noun->upos != SR_UPOS_NOUN || (noun->flags & SR_TOK_CAPITAL) ||
	    !sr_case_of(&r->tree, p->m.head))
		return SR_NONE;
	return told_apart(r, sentence, m) == 1 ? SR_NONE : m;
}
