/* What stands around a spot and moves it or ties it to another: distances,
 * directions, parts, "between", and what a place is said to lie in. By the
 * order of words, which in these phrases hardly varies, and not by trees:
 * they hold in headlines and captions too. */
#include "ontology.h"
#include "resolve/place.h"

#define TOLD_SIGN 1.8
#define MOST_GAP 10 /* tokens between a place and the distance told of it */

static struct place_spot *spot(struct place_work *w, uint32_t i)
{
	return &w->spots.items[i];
}

/* First and last token of a spot's words with the noun before it. */
static uint32_t begins(const struct place_spot *p)
{
	return p->noun_token != SR_NONE && p->noun_token < p->from
		       ? p->noun_token
		       : p->from;
}

/* Back over what may stand before a name: articles and adjectives. */
static uint32_t skip_back(const struct place_work *w, uint32_t i, uint32_t from)
{
	while (i > from &&
	       (place_is(w, i - 1, SIGN_THE) || w->mark[i - 1].people))
		i--;
	return i;
}

/* A bearing that ends right before token i: its first token, or SR_NONE. */
static uint32_t bearing_before(const struct place_work *w, uint32_t i,
			       uint32_t from)
{
	uint32_t found = SR_NONE;

	for (uint32_t k = i; k > from && k + 4 > i; k--) {
		const struct place_mark *m = &w->mark[k - 1];
		if (m->bearing && k - 1 + m->bearing_tokens == i)
			found = k - 1;
	}
	return found;
}

static double degrees_at(const struct place_work *w, uint32_t i)
{
	return sr_kit_value(w->kit, SR_TABLE_BEARINGS, w->mark[i].bearing - 1u,
			    SR_BEARINGS_DEGREES) /
	       1000.0;
}

/* A distance that ends at token i or a few words before ("20 km (12 miles) to
 * the south"); NULL if there is none. */
static const struct sr_number *distance_before(const struct place_work *w,
					       uint32_t i, uint32_t from)
{
	const struct sr_doc *doc = w->doc;
	const struct sr_number *found = NULL;

	for (uint32_t k = i; k > from && i - k <= 8; k--) {
		uint32_t n = place_token(w, k - 1)->number;
		if (n >= doc->numbers.nitem)
			continue;
		const struct sr_number *d = &doc->numbers.items[n];
		if (d->m.to != k || !sr_str_is(d->unit, "km"))
			continue;
		if (!found && i - k > 3)
			return NULL;
		found = d;
		if (k < 2 || !place_char(w, d->m.from - 1, '('))
			return found;
		k = d->m.from; /* "60 km (37 miles)": the first of both */
	}
	return found;
}

static double km_of(const struct sr_number *n)
{
	bool low = n->count.low != SR_COUNT_OPEN_LOW;
	bool high = n->count.high != SR_COUNT_OPEN_HIGH;
	double l = low ? (double)n->count.low : (double)n->count.high;
	double h = high ? (double)n->count.high : l;

	return (l + h) / 2000;
}

/* "The northern part of X" */
static bool part_phrase(const struct place_work *w, struct place_spot *p,
			uint32_t of, uint32_t from)
{
	if (of <= from || !place_is(w, of - 1, SIGN_PART))
		return false;
	uint32_t b = bearing_before(w, of - 1, from);
	if (b == SR_NONE || !w->mark[b].part)
		return false;
	p->change = CHANGE_PART;
	p->bearing = degrees_at(w, b);
	p->whole_from = b;
	return true;
}

/* "In the north of X", not "to the north of X", which lies outside. */
static bool is_within(const struct place_work *w, uint32_t bearing, uint32_t from)
{
	return bearing >= from + 2 && place_is(w, bearing - 1, SIGN_THE) &&
	       place_is(w, bearing - 2, SIGN_IN) &&
	       !place_is(w, bearing - 2, SIGN_TO);
}

/* "50 km south of X", "south of X", "the northern outskirts of X". */
static bool of_phrase(struct place_work *w, struct place_spot *p, uint32_t of,
		      uint32_t from)
{
	uint32_t b = bearing_before(w, of, from);

	if (part_phrase(w, p, of, from))
		return true;
	if (b != SR_NONE && !w->mark[b].part) {
		const struct sr_number *n = distance_before(w, b, from);
		p->change = n ? CHANGE_OFFSET : CHANGE_SIDE;
		p->within = !n && is_within(w, b, from);
		p->bearing = degrees_at(w, b);
		p->km = n ? km_of(n) : 0;
		p->whole_from = n ? n->m.from : b;
		return true;
	}
	if (of > from && place_is(w, of - 1, SIGN_EDGE)) {
		p->change = CHANGE_EDGE;
		p->whole_from = of - 1;
		b = bearing_before(w, of - 1, from);
		if (b != SR_NONE) {
			p->bearing = degrees_at(w, b);
			p->whole_from = b;
		}
		return true;
	}
	const struct sr_number *n = distance_before(w, of, from);
	if (n && n->m.to == of) {
		p->change = CHANGE_OFFSET;
		p->km = km_of(n);
		p->whole_from = n->m.from;
		return true;
	}
	return false;
}

/* "The international airport of X", "the airport in X": a site that a town has
 * but one of. i: the first token of the name with its article. */
static bool site_of(struct place_work *w, struct place_spot *p, uint32_t i,
		    uint32_t from)
{
	if (i < from + 3 || (!place_is(w, i - 1, SIGN_OF) &&
			     !place_is(w, i - 1, SIGN_IN)))
		return false;
	const struct place_mark *end = &w->mark[i - 1];
	uint32_t at = i - 1 - end->noun_end_tokens, the = at;
	if (!end->noun_end || at <= from ||
	    w->mark[at].noun != end->noun_end ||
	    !sr_kit_value(w->kit, SR_TABLE_NOUNS, end->noun_end - 1u,
			  SR_NOUNS_SOLE))
		return false;
	while (the > from + 1 && at - the < 3 && !place_is(w, the - 1, SIGN_THE))
		the--;
	if (!place_is(w, the - 1, SIGN_THE))
		return false;
	for (uint32_t k = the; k < at; k++)
		if (place_token(w, k)->upos != SR_UPOS_ADJ)
			return false;
	p->change = CHANGE_SITE;
	p->noun = end->noun_end - 1u;
	p->noun_token = p->whole_from = at;
	return true;
}

static void before_spot(struct place_work *w, struct place_spot *p,
			uint32_t from)
{
	uint32_t first = begins(p), i = skip_back(w, first, from);
	uint32_t part = bearing_before(w, first, from);

	if (p->noun == SR_NONE && site_of(w, p, i, from))
		return;
	if (i > from && place_is(w, i - 1, SIGN_OF) &&
	    of_phrase(w, p, i - 1, from))
		return;
	if (i > from && place_is(w, i - 1, SIGN_FROM)) {
		const struct sr_number *n = distance_before(w, i - 1, from);
		if (n && i - 1 - n->m.to <= 1) {
			p->change = CHANGE_OFFSET;
			p->km = km_of(n);
			p->whole_from = n->m.from;
			return;
		}
	}
	if (part != SR_NONE && first == p->from) {
		p->change = CHANGE_PART;
		p->bearing = degrees_at(w, part);
		p->whole_from = part;
	} else if (first > from && place_is(w, first - 1, SIGN_CENTRE)) {
		p->change = CHANGE_CENTRE;
		p->whole_from = first - 1;
	} else if (i > from && w->mark[i].before &&
		   w->mark[i].before_kind == SIGN_NEAR) {
		p->change = CHANGE_NEAR;
	}
}

/* "Near X Street": a street's name, whatever else is called X. */
static bool names_site(const struct place_work *w, const struct place_spot *p)
{
	return p->noun != SR_NONE && p->noun_token == p->to &&
	       w->mark[p->to].noun && place_capital(w, p->to) &&
	       sr_kit_value(w->kit, SR_TABLE_NOUNS, p->noun,
			    SR_NOUNS_CLASS) == PLACE_SITE;
}

/* "X's northern suburbs", "the X front", "Ukraine's east". */
static void after_spot(struct place_work *w, struct place_spot *p, uint32_t to)
{
	uint32_t i = p->to;
	bool owner = i + 1 < to && place_is(w, i, SIGN_BE) &&
		     place_token(w, i)->at.from == place_token(w, i - 1)->at.to;

	if (p->change == CHANGE_NEAR && names_site(w, p))
		p->change = CHANGE_NONE;
	if (p->change != CHANGE_NONE)
		return;
	if (p->noun != SR_NONE && p->noun_token == p->to) {
		int32_t class = sr_kit_value(w->kit, SR_TABLE_NOUNS, p->noun,
					     SR_NOUNS_CLASS);
		p->whole_to = p->to + w->mark[p->to].noun_tokens;
		if (class == PLACE_LINE)
			p->change = CHANGE_LINE;
		else if ((class == PLACE_SITE || class == PLACE_LAND ||
			  class == PLACE_WATER) &&
			 w->mark[p->to].noun)
			p->change = CHANGE_SITE;
		else if (class == PLACE_SITE)
			p->change = CHANGE_NEAR;
		else if (class == PLACE_SETTLEMENT || class == PLACE_QUARTER)
			p->whole_to = p->to;
		return;
	}
	if (!owner)
		return;
	i++;
	const struct place_mark *m = &w->mark[i];
	if (m->noun && sr_kit_value(w->kit, SR_TABLE_NOUNS, m->noun - 1u,
				    SR_NOUNS_SOLE)) {
		p->change = CHANGE_SITE; /* "X's airport" */
		p->noun = m->noun - 1u;
		p->noun_token = i;
		p->whole_to = i + m->noun_tokens;
		return;
	}
	uint32_t next = m->bearing ? i + m->bearing_tokens : i;
	bool edge = next < to && place_is(w, next, SIGN_EDGE);
	if (!edge && !(m->bearing && !m->part))
		return;
	p->change = edge ? CHANGE_EDGE : CHANGE_PART;
	p->bearing = m->bearing ? degrees_at(w, i) : -1;
	p->whole_to = edge ? next + 1 : next;
}

/* "The road from" right before token i? */
static bool is_road_from(const struct place_work *w, uint32_t i)
{
	const struct place_mark *m = i > 1 ? &w->mark[i - 1] : NULL;

	return m && place_is(w, i - 1, SIGN_FROM) && m->noun_end &&
	       sr_kit_value(w->kit, SR_TABLE_NOUNS, m->noun_end - 1u,
			    SR_NOUNS_CLASS) == PLACE_LINE;
}

/* "between X and Y", "the road from X to Y", "the X-Y highway". */
static void pair_spots(struct place_work *w, uint32_t a, uint32_t b)
{
	struct place_spot *p = spot(w, a), *q = spot(w, b);
	uint32_t first = begins(p), gap = begins(q) - p->to;
	bool between = first > 0 && place_is(w, first - 1, SIGN_BETWEEN);

	if (between && gap >= 1 && gap <= 2 && place_is(w, p->to, SIGN_AND)) {
		uint32_t noun = w->mark[first - 1].noun_end;
		bool line = noun && sr_kit_value(w->kit, SR_TABLE_NOUNS,
						 noun - 1u, SR_NOUNS_CLASS) ==
					    PLACE_LINE;
		p->change = CHANGE_BETWEEN;
		p->other = b;
		p->whole_from = first - 1;
		if (line) /* "the border between" */
			p->whole_from -= w->mark[first - 1].noun_end_tokens;
		p->whole_to = q->to;
	} else if (gap <= 2 && is_road_from(w, first) &&
		   place_is(w, p->to, SIGN_TO)) {
		p->change = CHANGE_BETWEEN;
		p->other = b;
		p->whole_from = first - 1 - w->mark[first - 1].noun_end_tokens;
		p->whole_to = q->to;
	} else if (gap == 1 && place_char(w, p->to, '-') &&
		   q->change == CHANGE_LINE) {
		p->change = CHANGE_BETWEEN;
		p->other = b;
		p->whole_to = q->whole_to;
		q->change = CHANGE_NONE;
		q->whole_to = q->to;
	} else {
		return;
	}
	p->reference = q->reference = true;
}

/* "X neighbourhood of Y", "X on the outskirts of Y" */
static bool part_of(const struct place_work *w, uint32_t from, uint32_t i)
{
	return i > from && place_is(w, i, SIGN_OF) &&
	       (w->mark[i].noun_end || place_is(w, i - 1, SIGN_EDGE) ||
		place_is(w, i - 1, SIGN_CENTRE));
}

/* Whether all tokens of a gap are such as stand between a place and what it
 * is in: "X, a town in the northern Y", "X in Y", "X, Y". */
static bool container_gap(const struct place_work *w, uint32_t from,
			  uint32_t to, bool *in)
{
	uint32_t commas = 0;

	*in = false;
	if (from >= to || to - from > 9)
		return false;
	for (uint32_t i = from; i < to; i++) {
		const struct place_mark *m = &w->mark[i];
		bool is_in = place_is(w, i, SIGN_IN) || part_of(w, from, i);
		bool comma = place_char(w, i, ',') || place_char(w, i, '(');
		*in = *in || is_in;
		commas += comma;
		if (!is_in && !comma && !place_is(w, i, SIGN_THE) &&
		    !place_is(w, i, SIGN_OF) && !m->bearing && !m->noun &&
		    !m->noun_many && !m->people && i != from + 1 && i != from + 2)
			return false;
	}
	return *in || (commas == 1 && to - from <= 2);
}

/* "In Niger's Tillaberi region": in that, not in all of Niger. */
static bool owns_next(const struct place_work *w, uint32_t y)
{
	const struct place_spot *q = &w->spots.items[y], *next = q + 1;

	return y + 1 < w->spots.nitem && place_is(w, q->to, SIGN_BE) &&
	       place_glued(w, q->to) && next->from == q->to + 1;
}

static void find_container(struct place_work *w, uint32_t x, uint32_t y)
{
	struct place_spot *p = spot(w, x);
	const struct place_spot *q = spot(w, y);
	uint32_t to = q->change == CHANGE_PART ? q->whole_from : begins(q);
	bool in;

	/* "A, B and C" is a list; "A, B" may be a place and its area. */
	bool list = p->list || (y + 1 < w->spots.nitem && spot(w, y + 1)->list);
	if (p->in == SR_NONE && container_gap(w, p->to, to, &in) &&
	    !p->reference && (in || !list))
		p->in = y + owns_next(w, y);
}

/* What ties a name to a noun of places or to a distance says that it is one. */
static void more_sign(struct place_work *w, struct place_spot *p)
{
	p->sign += TOLD_SIGN;
	if (p->name == SR_NONE)
		return;
	struct place_name *n = &w->names.items[p->name];
	n->sign = p->sign > n->sign ? p->sign : n->sign;
}

static bool add_told(struct place_work *w, uint32_t x, uint32_t y)
{
	const struct place_spot *q = spot(w, y);
	struct place_told *t = SR_PUSH(&w->doc->mem, &w->tolds);

	if (!t)
		return false;
	*t = (struct place_told){ x, y, q->km, q->bearing };
	more_sign(w, spot(w, x));
	return true;
}

/* "The villages of A and B north-east of Y": A lies so as well. */
static bool tell_list(struct place_work *w, uint32_t first, uint32_t x,
		      uint32_t y)
{
	const struct place_spot *q = spot(w, y);

	if (q->change != CHANGE_SIDE || spot(w, x)->to != q->whole_from)
		return true;
	for (; x > first && spot(w, x)->list; x--)
		if (spot(w, x - 1)->reference || !add_told(w, x - 1, y))
			return !w->doc->mem.full;
	return true;
}

/* The place whose distance from spot y is told: the last one before it in the
 * sentence that is no such reference itself. */
static bool find_told(struct place_work *w, uint32_t first, uint32_t y)
{
	const struct place_spot *q = spot(w, y);

	for (uint32_t x = y; x > first; x--) {
		const struct place_spot *p = spot(w, x - 1);
		if (p->reference || p->dropped)
			continue;
		if (p->to > q->whole_from || q->whole_from - p->to > MOST_GAP)
			return true;
		return add_told(w, x - 1, y) && tell_list(w, first, x - 1, y);
	}
	return true;
}

/* "X, a town on the river", "X is a city", "X, the regional capital": what
 * the report calls the place. Stops at the next spot and the next comma. */
static void find_label(struct place_work *w, uint32_t x, uint32_t to)
{
	const struct place_spot *p = spot(w, x);
	uint32_t next = x + 1 < w->spots.nitem ? spot(w, x + 1)->from : to;
	uint32_t i = p->to;

	if (p->name == SR_NONE || i >= to ||
	    (!place_char(w, i, ',') &&
	     (!place_is(w, i, SIGN_BE) || i == 0 ||
	      place_token(w, i)->at.from == place_token(w, i - 1)->at.to)))
		return;
	for (i++; i < to && i < p->to + 7; i++) {
		const struct place_mark *m = &w->mark[i];
		if (place_char(w, i, ',') || place_is(w, i, SIGN_OF) ||
		    place_is(w, i, SIGN_IN) || place_is(w, i, SIGN_AND) ||
		    m->speech)
			return;
		/* "Ukraine's second city": the owner is a spot too */
		if (i == next && !(x + 1 < w->spots.nitem &&
				   place_is(w, spot(w, x + 1)->to, SIGN_BE)))
			return;
		if (m->noun && m->noun < 65) {
			w->names.items[p->name].nouns |= (uint64_t)1
							 << (m->noun - 1u);
			return;
		}
	}
}

/* "The X and Y districts of Z": X lies in Z as well. */
static void share_container(struct place_work *w)
{
	for (uint32_t i = (uint32_t)w->spots.nitem; i-- > 1;) {
		struct place_spot *p = spot(w, i - 1);
		const struct place_spot *q = spot(w, i);
		if (q->list && p->in == SR_NONE && q->in != SR_NONE &&
		    q->noun != SR_NONE && p->noun == q->noun && q->in > i)
			p->in = q->in;
	}
}

bool place_relations(struct place_work *w)
{
	const struct sr_doc *doc = w->doc;
	uint32_t first = 0;

	for (uint32_t i = 0; i < w->spots.nitem; i++) {
		struct place_spot *p = spot(w, i);
		const struct sr_sentence *s =
			&doc->sentences
				 .items[place_token(w, p->from)->sentence];
		if (i == 0 || spot(w, i - 1)->from < s->from)
			first = i;
		before_spot(w, p, s->from);
		after_spot(w, p, s->to);
		find_label(w, i, s->to);
		p->reference = p->change == CHANGE_OFFSET ||
			       p->change == CHANGE_SIDE;
		if (i > first) {
			pair_spots(w, i - 1, i);
			find_container(w, i - 1, i);
		}
		if (p->reference && p->change != CHANGE_NONE &&
		    !find_told(w, first, i))
			return false;
	}
	share_container(w);
	return true;
}
