/* "X, 350 km east of Y" against the map: how far X lies from Y on the
 * ellipsoid (base/geo.h) and in which direction.
 *
 * Whoever writes such a thing rounds and counts from edge to edge of the
 * towns; so much is granted, and three parts in a hundred. Without a direction the way may be
 * that of the road, a third longer; with one it is the crow's. Directions are
 * wrong from 75 degrees on, and only where the towns lie well apart. Only
 * towns of some size are looked at, and only where no namesake of either
 * would fit: a small one is more likely to be mistaken by us. */
#include "base/geo.h"
#include "base/str.h"
#include "ontology.h"
#include "resolve/remark.h"

#define LEAST_PEOPLE 5000
#define LEAST_KM 3.0	  /* whatever was said, so far off is no error */
#define EDGE_MOST_KM 25.0 /* a radius beyond is not that of a town */
#define SHORT 0.97	  /* of the distance between edges: told too short */
#define LONG 1.03	  /* of the distance and half of both radii: too long */
#define ROAD 1.6 	  /* the same where it may be the road's */
#define TURN 75.0	  /* degrees */
#define APART 3.0	  /* distance by radii from which a turn counts */
#define NAMESAKE 8.0	  /* score below the best: hardly meant */
#define MOST_PHRASE 4	  /* tokens of a noun phrase of a table */
#define MOST_BETWEEN 8	  /* tokens between X and what is said of it */

struct told {
	const struct sr_place *x, *y, *phrase;
	const struct sr_number *far; /* NULL: no distance */
	uint32_t bearing;	     /* row of bearings.tsv, SR_NONE */
};

static struct sr_point point(const struct sr_place *p)
{
	return (struct sr_point){ p->lat, p->lon };
}

static double edge(const struct sr_place *p)
{
	return p->radius_km < EDGE_MOST_KM ? p->radius_km : EDGE_MOST_KM;
}

static double degrees(const struct remark_work *w, uint32_t row)
{
	return sr_kit_value(w->kit, SR_TABLE_BEARINGS, row,
			    SR_BEARINGS_DEGREES) /
	       1000.0;
}

static double kilometres(int64_t thousandths)
{
	return (double)thousandths / 1000;
}

/* Half of the last digit that was written, at most: 350 may be 345 to 355,
 * 400 may be 375 to 425. Miles were converted: a fiftieth. */
static double rounding(const struct sr_number *n)
{
	int64_t v = n->count.low == SR_COUNT_OPEN_LOW ? n->count.high
						      : n->count.low;

	if (v % 100000 == 0)
		return 25;
	if (v % 10000 == 0)
		return 5;
	double part = kilometres(v) / 50;
	return part > 0.5 ? part : 0.5;
}

static bool far_fits(const struct told *t, struct sr_point x, struct sr_point y)
{
	double km = sr_geo_km(x, y), slack = rounding(t->far) + LEAST_KM;
	double edges = edge(t->x) + edge(t->y);
	double least = km > edges ? (km - edges) * SHORT : 0;
	double most = (km + edges / 2) * (t->bearing == SR_NONE ? ROAD : LONG);
	const struct sr_count *c = &t->far->count;
	bool low = c->low != SR_COUNT_OPEN_LOW;
	bool high = c->high != SR_COUNT_OPEN_HIGH;

	return (!high || kilometres(c->high) + slack >= least) &&
	       (!low || kilometres(c->low) - slack <= most);
}

static bool bearing_fits(const struct remark_work *w, const struct told *t,
			 struct sr_point x, struct sr_point y)
{
	double apart = (edge(t->x) + edge(t->y)) * APART;

	if (sr_geo_km(x, y) < apart)
		return true;
	return sr_geo_turn(degrees(w, t->bearing), sr_geo_bearing(y, x)) < TURN;
}

static bool fits(const struct remark_work *w, const struct told *t,
		 struct sr_point x, struct sr_point y)
{
	return (!t->far || far_fits(t, x, y)) &&
	       (t->bearing == SR_NONE || bearing_fits(w, t, x, y));
}

/* Would it fit two places that the names may as well mean? */
static bool fits_some(const struct remark_work *w, const struct told *t)
{
	const struct sr_candidate *a = t->x->candidates;
	const struct sr_candidate *b = t->y->candidates;

	for (size_t i = 0; i < t->x->ncandidate; i++) {
		for (size_t k = 0; k < t->y->ncandidate; k++) {
			struct sr_point x = { a[i].lat, a[i].lon };
			struct sr_point y = { b[k].lat, b[k].lon };
			if (a[i].score > a[0].score - NAMESAKE &&
			    b[k].score > b[0].score - NAMESAKE &&
			    fits(w, t, x, y))
				return true;
		}
	}
	return fits(w, t, point(t->x), point(t->y));
}

/* A town that is what it looks like, its name no end of a longer one. */
static bool is_sure(const struct remark_work *w, const struct sr_place *p)
{
	const struct sr_token *before = &w->doc->tokens.items[p->m.from];

	if (p->m.from > 0 && !(before->flags & SR_TOK_FIRST)) {
		before--;
		if (before->upos == SR_UPOS_PROPN && before->place == SR_NONE)
			return false;
	}
	return p->kind == SR_PLACE_POINT && p->has_point && p->id > 0 &&
	       p->ncandidate && p->candidates[0].population >= LEAST_PEOPLE &&
	       p->candidates[0].id == p->id;
}

/* Words that may stand between a place and what is said of it: "X, a small
 * city about", "X is located", "X (". */
static bool is_quiet(const struct remark_work *w, uint32_t i)
{
	const struct sr_token *t = &w->doc->tokens.items[i];

	if (t->upos == SR_UPOS_PUNCT || t->upos == SR_UPOS_DET ||
	    t->upos == SR_UPOS_ADJ || t->upos == SR_UPOS_ADV ||
	    t->upos == SR_UPOS_AUX)
		return true;
	if (remark_phrase(w, i, i + 1, SR_PARTS_LIE) > i)
		return true;
	for (size_t k = remark_hit(w, i > MOST_PHRASE ? i - MOST_PHRASE : 0);
	     k < w->doc->hits.nitem; k++) {
		const struct sr_hit *h = &w->doc->hits.items[k];
		if (h->from > i)
			break;
		if (h->to > i && (h->table == SR_TABLE_NOUNS ||
				  (h->table == SR_TABLE_COUNTRIES &&
				   h->column == SR_COUNTRIES_DEMONYMS)))
			return true;
	}
	return false;
}

/* The place that the phrase at places[i] is said of; NULL if none is right
 * before it. */
static const struct sr_place *said_of(const struct remark_work *w, size_t i)
{
	const struct sr_place *p = w->doc->places.items, *phrase = &p[i];

	while (i-- > 0) {
		const struct sr_place *x = &p[i];
		if (x->m.to > phrase->m.from)
			continue;
		if (x->kind != SR_PLACE_POINT || x->antecedent != SR_NONE ||
		    phrase->m.from - x->m.to > MOST_BETWEEN ||
		    x->m.to == phrase->m.from ||
		    w->doc->tokens.items[x->m.from].sentence !=
			    w->doc->tokens.items[phrase->m.from].sentence)
			return NULL;
		for (uint32_t k = x->m.to; k < phrase->m.from; k++)
			if (!is_quiet(w, k))
				return NULL;
		return x;
	}
	return NULL;
}

/* The place that the phrase counts from: the last named in it. */
static const struct sr_place *counted_from(const struct remark_work *w,
					   size_t i)
{
	const struct sr_place *p = w->doc->places.items, *phrase = &p[i];
	const struct sr_place *y = NULL;

	for (i++; i < w->doc->places.nitem && p[i].m.from < phrase->m.to; i++)
		if (p[i].m.to == phrase->m.to && p[i].kind == SR_PLACE_POINT)
			y = &p[i];
	return y;
}

static uint32_t bearing_in(const struct remark_work *w,
			   const struct sr_place *phrase)
{
	uint32_t row = SR_NONE, longest = 0;

	for (size_t i = remark_hit(w, phrase->m.from); i < w->doc->hits.nitem;
	     i++) {
		const struct sr_hit *h = &w->doc->hits.items[i];
		if (h->from >= phrase->m.to)
			break;
		if (h->table != SR_TABLE_BEARINGS || h->to > phrase->m.to)
			continue;
		if (h->column != SR_BEARINGS_FORMS)
			return SR_NONE;
		if (h->to - h->from > longest) {
			longest = h->to - h->from;
			row = h->row;
		}
	}
	return row;
}

/* The word for a direction: "south-east". */
static struct sr_str compass(const struct remark_work *w, double to)
{
	struct sr_str best = { NULL, 0 };
	double least = 360;

	for (uint32_t i = 0; i < sr_kit_rows(w->kit, SR_TABLE_BEARINGS); i++) {
		double turn = sr_geo_turn(degrees(w, i), to);
		if (turn >= least)
			continue;
		least = turn;
		best = sr_kit_text(w->kit, SR_TABLE_BEARINGS, i,
				   SR_BEARINGS_FORMS);
	}
	return sr_str_cut(&best, '|');
}

static bool put(struct remark_work *w, const struct told *t, bool far)
{
	double km = sr_geo_km(point(t->x), point(t->y));
	double to = sr_geo_bearing(point(t->y), point(t->x));
	struct sr_str way = compass(w, to);
	struct sr_remark *r = remark_push(
		w, far ? SR_REMARK_DISTANCE : SR_REMARK_BEARING,
		t->phrase->m.at, t->x->m.at);

	if (!r)
		return false;
	r->unit = far ? SR_STR("km") : SR_STR("degree");
	r->said = far ? t->far->count
		      : remark_count((int64_t)degrees(w, t->bearing));
	r->found = remark_count((int64_t)((far ? km : to) + 0.5));
	r->why = remark_words(w, "%.*s lies %d km %.*s of %.*s as the crow flies",
			      (int)t->x->name.n, t->x->name.s, (int)(km + 0.5),
			      (int)way.n, way.s, (int)t->y->name.n,
			      t->y->name.s);
	return r->why.s != NULL;
}

/* The distance at the head of the phrase. */
static const struct sr_number *distance_of(const struct remark_work *w,
					   const struct sr_place *phrase)
{
	uint32_t n = w->doc->tokens.items[phrase->m.from].number;
	const struct sr_number *d =
		n < w->doc->numbers.nitem ? &w->doc->numbers.items[n] : NULL;

	return d && sr_str_is(d->unit, "km") ? d : NULL;
}

bool remark_places(struct remark_work *w)
{
	const struct sr_doc *doc = w->doc;

	for (size_t i = 0; i < doc->places.nitem; i++) {
		const struct sr_place *p = &doc->places.items[i];
		if (p->kind != SR_PLACE_OFFSET || !remark_wanted(w, p->m.from))
			continue;
		struct told t = { .phrase = p,
				  .x = said_of(w, i),
				  .y = counted_from(w, i),
				  .far = distance_of(w, p),
				  .bearing = bearing_in(w, p) };
		if (!t.x || !t.y || !is_sure(w, t.x) || !is_sure(w, t.y) ||
		    t.x->id == t.y->id)
			continue;
		if (fits_some(w, &t))
			continue;
		struct sr_point x = point(t.x), y = point(t.y);
		if (t.far && !far_fits(&t, x, y) && !put(w, &t, true))
			return false;
		if (t.bearing != SR_NONE && !bearing_fits(w, &t, x, y) &&
		    !put(w, &t, false))
			return false;
	}
	return true;
}
