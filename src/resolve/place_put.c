/* What was chosen, as mentions: a point or an area with a radius that is
 * honest, moved where the words move it, and the candidates with reasons. */
#include <stdlib.h>

#include "ontology.h"
#include "resolve/place.h"

#define KEEP_CANDIDATES 8
#define LEAST_SIGN -1.6 /* of a single spot */
#define METROPOLIS 2000000
#define TIED 0.5 /* of a score: as likely */
#define TIED_SMALL 1.0 /* the same of two villages */
#define VILLAGE 5000
#define ONE_OF_KM 60.0 /* those as likely lie so far apart: which is open */
#define CITY_PEOPLE 50000 /* a town so large has quarters with names */
#define NAMESAKE_KM 25.0
#define COARSE_KM 150.0	  /* a missing place is put into no larger area */
#define UNANIMOUS 0.75	  /* share of the places that lie in one country */

static struct sr_str admin1_name(const struct place_work *w,
				 const struct place_cand *c)
{
	return sr_gaz_place_name(&w->gaz, c->admin1);
}

static struct sr_str copied(struct place_work *w, const char *s)
{
	size_t n = strlen(s);
	char *own = n ? sr_arena_copy(&w->doc->mem, s, n) : NULL;

	return (struct sr_str){ own, own ? n : 0 };
}

struct sr_str place_iso(struct place_work *w, uint32_t country)
{
	struct sr_str id = sr_kit_text(w->kit, SR_TABLE_COUNTRIES, country, 0);
	char iso[3] = { 0 };

	for (size_t i = 0; i < 2 && i < id.n; i++)
		iso[i] = (char)(id.s[i] & ~32);
	return copied(w, iso);
}

static bool put_candidates(struct place_work *w, struct sr_place *p,
			   const struct place_name *n)
{
	size_t keep = n->ncand < KEEP_CANDIDATES ? n->ncand : KEEP_CANDIDATES;
	struct sr_candidate *out =
		SR_NEW(&w->doc->mem, struct sr_candidate, keep);

	if (!out)
		return false;
	for (size_t i = 0; i < keep; i++) {
		const struct place_cand *c = &n->cand[i];
		out[i] = (struct sr_candidate){
			.id = c->id,
			.name = place_cand_name(w, c),
			.admin1 = admin1_name(w, c),
			.country = copied(w, c->country),
			.lat = c->at.lat,
			.lon = c->at.lon,
			.population = c->population,
			.score = c->score,
			.why = place_why(w, c),
		};
	}
	p->candidates = out;
	p->ncandidate = keep;
	return true;
}

static bool is_point(const struct place_cand *c)
{
	return c->class == PLACE_SETTLEMENT || c->class == PLACE_QUARTER ||
	       c->class == PLACE_SITE;
}

static void set_mention(const struct place_work *w, struct sr_place *p,
			uint32_t from, uint32_t to, uint32_t head)
{
	p->m = (struct sr_mention){ { place_token(w, from)->at.from,
				      place_token(w, to - 1)->at.to },
				    from,
				    to,
				    head };
}

/* The token of [from, to) whose head lies outside, the last of several. */
static uint32_t head_of(const struct place_work *w, uint32_t from, uint32_t to)
{
	uint32_t best = to - 1;

	for (uint32_t i = to; i > from; i--) {
		const struct sr_token *t = place_token(w, i - 1);
		if (t->head < from || t->head >= to || t->head == i - 1)
			return i - 1;
	}
	return best;
}

static void set_best(struct place_work *w, struct sr_place *p,
		     const struct place_cand *c)
{
	p->kind = is_point(c) ? SR_PLACE_POINT : SR_PLACE_AREA;
	p->name = place_cand_name(w, c);
	p->feature = copied(w, c->feature);
	p->admin1 = admin1_name(w, c);
	p->country = copied(w, c->country);
	p->id = c->id;
	p->has_point = true;
	p->lat = c->at.lat;
	p->lon = c->at.lon;
	p->radius_km = c->radius;
	p->row = c->from == CAND_FEATURE ? c->index : SR_NONE;
}

/* Is the i-th candidate as likely as the best? Of villages, how many languages
 * have a name for one says little. */
static bool is_tied(const struct place_name *n, uint32_t i)
{
	const struct place_cand *a = &n->cand[0], *b = &n->cand[i];
	bool small = a->population < VILLAGE && b->population < VILLAGE &&
		     b->tier <= a->tier;

	return b->score >= a->score - (small ? TIED_SMALL : TIED);
}

/* Where others are as likely, the circle holds them too. */
static double doubt(const struct place_name *n)
{
	double radius = n->cand[0].radius;

	for (uint32_t i = 1; i < n->ncand; i++) {
		if (!is_tied(n, i))
			break;
		double km = place_km(&n->cand[0], &n->cand[i]);
		radius = km > radius ? km : radius;
	}
	return radius;
}

/* One of several far from each other, and nothing says which: no point is
 * given, no area but what all share, and of several names the text's own. The
 * candidates stay. */
static void one_of(struct place_work *w, struct sr_place *p,
		   const struct place_name *n, const struct place_spot *s)
{
	struct sr_span at = { place_token(w, s->from)->at.from,
			      place_token(w, s->to - 1)->at.to };
	struct sr_str none = { NULL, 0 };

	p->has_point = false;
	p->lat = p->lon = p->radius_km = 0;
	p->id = 0;
	p->row = SR_NONE;
	for (uint32_t i = 1; i < n->ncand; i++) {
		const struct place_cand *c = &n->cand[i];
		if (!is_tied(n, i))
			break;
		if (!sr_str_equal(place_cand_name(w, c), p->name))
			p->name = sr_doc_text(w->doc, at);
		if (c->admin1 != n->cand[0].admin1)
			p->admin1 = none;
		if (memcmp(c->country, n->cand[0].country, 2) != 0)
			p->country = none;
	}
}

/* A mention of its own beside the name's, not a wider reading of it? */
static bool apart(const struct place_work *w, const struct place_spot *s)
{
	return s->change == CHANGE_OFFSET || s->change == CHANGE_BETWEEN ||
	       (s->change == CHANGE_SIDE && !place_within(w, s));
}

static struct place_draft *draft(struct place_work *w, uint32_t spot)
{
	struct place_draft *d = SR_PUSH(&w->doc->mem, &w->drafts);

	if (!d)
		return NULL;
	d->p.row = d->p.inside = d->p.antecedent = SR_NONE;
	d->spot = spot;
	d->order = (uint32_t)w->drafts.nitem - 1;
	return d;
}

static int32_t class_of(const struct place_work *w, const struct place_spot *s)
{
	return s->noun == SR_NONE ? -1
				  : sr_kit_value(w->kit, SR_TABLE_NOUNS,
						 s->noun, SR_NOUNS_CLASS);
}

/* Does the noun of a site stand right behind the name? */
static bool is_site(const struct place_work *w, const struct place_spot *s)
{
	int32_t class = class_of(w, s);

	return (class == PLACE_SITE || class == PLACE_LAND ||
		class == PLACE_WATER) &&
	       s->noun_token == s->to && w->mark[s->to].noun;
}

/* The city that a spot names; NULL if it names none. */
static const struct place_cand *city_at(const struct place_work *w, uint32_t i)
{
	const struct place_spot *s = &w->spots.items[i];
	const struct place_name *n =
		s->name == SR_NONE ? NULL : &w->names.items[s->name];

	if (!n || !n->accepted || !n->ncand || s->dropped ||
	    n->cand[0].class != PLACE_SETTLEMENT ||
	    n->cand[0].population < CITY_PEOPLE)
		return NULL;
	return &n->cand[0];
}

/* "X neighbourhood", "the X hospital": in the one city that its sentence
 * names, else the one that the last sentences do. */
static const struct place_cand *city_of(const struct place_work *w, uint32_t x)
{
	const struct place_spot *s = &w->spots.items[x];
	uint32_t here = place_token(w, s->from)->sentence;
	const struct place_cand *city = NULL;

	if (class_of(w, s) != PLACE_QUARTER &&
	    (class_of(w, s) != PLACE_SITE || !is_site(w, s)))
		return NULL;
	for (uint32_t i = x + 1; i < w->spots.nitem; i++) {
		const struct place_cand *c = city_at(w, i);
		if (place_token(w, w->spots.items[i].from)->sentence != here)
			break;
		if (c && city && city->id != c->id)
			return NULL;
		city = c ? c : city;
	}
	for (uint32_t i = x; i-- > 0;) {
		const struct place_cand *c = city_at(w, i);
		uint32_t at = place_token(w, w->spots.items[i].from)->sentence;
		if (here - at > 2 || (city && at != here))
			break;
		if (c && city && city->id != c->id)
			return NULL;
		if (c && !city)
			here = at;
		city = c ? c : city;
	}
	return city;
}

/* A site that bears the name of a place elsewhere: of a province, or of a town
 * that is not where the site is said to be. */
static bool is_namesake(const struct place_work *w, uint32_t i,
			const struct place_cand *c)
{
	const struct place_spot *s = &w->spots.items[i];
	const struct place_cand *in =
		s->in == SR_NONE ? NULL : place_best(w, &w->spots.items[s->in]);

	if (s->change != CHANGE_SITE || s->noun_token != s->to ||
	    class_of(w, s) != PLACE_SITE || c->class == PLACE_SITE ||
	    c->class == PLACE_QUARTER)
		return false;
	if (c->class != PLACE_SETTLEMENT)
		return place_capital(w, s->to);
	return in && in->class == PLACE_SETTLEMENT &&
	       !w->spots.items[s->in].dropped &&
	       place_km(in, c) > in->radius + NAMESAKE_KM;
}

/* What is known of a place that no table has: it lies in the place that the
 * words say, or at least in the country that all the report is about. */
static bool put_missing(struct place_work *w, uint32_t i)
{
	const struct place_spot *s = &w->spots.items[i];
	struct place_draft *d = draft(w, i);
	const struct place_cand *in =
		s->in == SR_NONE ? NULL : place_best(w, &w->spots.items[s->in]);

	if (!d)
		return false;
	uint32_t to = s->to;
	/* "west of X" is another place than X, wherever that is */
	uint32_t from = s->change == CHANGE_SIDE ? s->whole_from : s->from;
	if (is_site(w, s)) /* "Sumska Street": all of it is the name */
		to += w->mark[to].noun_tokens;
	set_mention(w, &d->p, from, to, head_of(w, from, to));
	d->p.kind = SR_PLACE_MISSING;
	d->p.name = sr_doc_text(w->doc, d->p.m.at);
	if (place_told_point(w, &d->p, i))
		return true;
	/* "Along the A-B border": in neither; nor in what is not meant. */
	if (in && (w->spots.items[s->in].dropped ||
		   !w->names.items[w->spots.items[s->in].name].accepted ||
		   w->spots.items[s->in].change >= CHANGE_OFFSET))
		in = NULL;
	if (!in)
		in = city_of(w, i);
	if (in) {
		d->p.country = copied(w, in->country);
		d->p.admin1 = in->class == PLACE_AREA1
				      ? place_cand_name(w, in)
				      : admin1_name(w, in);
		if (in->radius < COARSE_KM)
			place_set_point(&d->p, in->at, in->radius * 1.2 + 3);
	} else if (w->top_country != SR_NONE && w->top_share > UNANIMOUS) {
		d->p.country = place_iso(w, w->top_country);
	}
	return true;
}

/* Nothing stands between but what says how X lies: "X, a small town south of
 * Y", "X (just south of Y)". */
static bool only_tells(const struct place_work *w, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const struct place_mark *m = &w->mark[i];
		unsigned upos = place_token(w, i)->upos;
		bool quiet = upos == SR_UPOS_PUNCT || upos == SR_UPOS_DET ||
			     upos == SR_UPOS_ADJ || upos == SR_UPOS_ADV ||
			     upos == SR_UPOS_AUX;
		if (!quiet && !m->noun && !m->people && !m->bearing)
			return false;
	}
	return to - from < 8;
}

/* The draft of the place that is told by its distance or direction from spot
 * i; SR_NONE. */
static uint32_t told_of(const struct place_work *w, uint32_t i)
{
	const struct place_spot *s = &w->spots.items[i];

	for (size_t k = 0; k < w->tolds.nitem; k++) {
		const struct place_told *t = &w->tolds.items[k];
		const struct place_spot *x = &w->spots.items[t->spot];
		if (t->from != i || x->to >= s->whole_from ||
		    !only_tells(w, x->to, s->whole_from))
			continue;
		for (size_t d = w->drafts.nitem; d-- > 0;)
			if (w->drafts.items[d].spot == t->spot)
				return (uint32_t)d;
	}
	return SR_NONE;
}

static bool put_spot(struct place_work *w, uint32_t i)
{
	const struct place_spot *s = &w->spots.items[i];
	struct place_name *n = &w->names.items[s->name];
	const struct place_cand *c = &n->cand[0];
	struct place_draft *d = draft(w, i);
	bool wide = !apart(w, s);

	if (!d)
		return false;
	uint32_t from = wide ? s->whole_from : s->from;
	uint32_t to = wide ? s->whole_to : s->to;
	set_mention(w, &d->p, from, to, head_of(w, from, to));
	set_best(w, &d->p, c);
	if (is_point(c))
		d->p.radius_km = doubt(n);
	if (is_point(c) && d->p.radius_km > ONE_OF_KM)
		one_of(w, &d->p, n, s);
	d->name = n;
	if (!put_candidates(w, &d->p, n))
		return false;
	if (wide) {
		place_change(w, &d->p, s, c);
		return !w->doc->mem.full;
	}
	struct sr_place outer = d->p;
	set_mention(w, &outer, s->whole_from, s->whole_to, s->whole_from);
	outer.m.head = head_of(w, s->whole_from, s->whole_to);
	if (!place_change(w, &outer, s, c))
		return true;
	if (s->change != CHANGE_BETWEEN)
		outer.antecedent = told_of(w, i);
	d->inner = true;
	d = draft(w, i);
	if (d)
		d->p = outer;
	return d != NULL;
}

/* "The Moskva sank": with an article before it and no noun that it goes with, a
 * town's name is that of a ship, a hotel, a paper. */
static bool is_called_after(const struct place_work *w,
			    const struct place_spot *s,
			    const struct place_cand *c)
{
	const struct sr_token *t = w->doc->tokens.items;

	if (!w->tags || c->class != PLACE_SETTLEMENT || s->to != s->from + 1 ||
	    s->noun != SR_NONE || s->change || s->list || s->from == 0 ||
	    s->to >= w->doc->tokens.nitem || s->whole_from != s->from ||
	    s->whole_to != s->to || t[s->from - 1].upos != SR_UPOS_DET ||
	    !place_is(w, s->from - 1, SIGN_THE))
		return false;
	switch (t[s->to].upos) {
	case SR_UPOS_VERB:
	case SR_UPOS_AUX:
	case SR_UPOS_DET:
	case SR_UPOS_ADP:
		return t[s->to].xpos != SR_XPOS_VBG &&
		       t[s->to].xpos != SR_XPOS_VBN;
	case SR_UPOS_PUNCT: /* "a cruiser, the Moskva, shelled it" */
		return t[s->to].sentence != t[s->from].sentence ||
		       place_char(w, s->to, '.') ||
		       (place_char(w, s->to, ',') && s->from > 1 &&
			place_char(w, s->from - 2, ','));
	default:
		return false;
	}
}

static bool takes(const struct place_work *w, const struct place_spot *s)
{
	const struct place_name *n = &w->names.items[s->name];
	double score = n->ncand ? n->cand[0].score : 0;

	if (!n->accepted || !n->ncand || is_called_after(w, s, &n->cand[0]) ||
	    (s->sign < LEAST_SIGN && n->cand[0].from == CAND_GAZ &&
	     n->cand[0].population < METROPOLIS))
		return false;
	/* Elsewhere the same name stands clearly for the place: less will do.
	 */
	double need = n->nspot > 1 && n->sign > s->sign ? 1.2 : 2.2;
	return s->sign + (score < 6 ? score : 6) >= need;
}

bool place_drafts(struct place_work *w)
{
	for (uint32_t i = 0; i < w->spots.nitem; i++) {
		struct place_spot *s = &w->spots.items[i];
		bool ok = true;
		if (s->name == SR_NONE)
			ok = put_missing(w, i);
		else if (takes(w, s))
			ok = is_namesake(w, i, &w->names.items[s->name].cand[0])
				     ? put_missing(w, i)
				     : put_spot(w, i);
		else if (w->names.items[s->name].missing && s->sign > 1)
			ok = put_missing(w, i);
		else
			s->dropped = true;
		if (!ok)
			return false;
	}
	return true;
}

bool place_put_same(struct place_work *w, uint32_t from, uint32_t to,
		    uint32_t antecedent)
{
	struct place_draft *d = draft(w, SR_NONE);

	if (!d)
		return false;
	const struct place_draft *a = &w->drafts.items[antecedent];
	d->p = a->p;
	set_mention(w, &d->p, from, to, to - 1);
	d->p.antecedent = a->order;
	d->p.inside = SR_NONE;
	d->name = a->name;
	return true;
}

bool place_put_cand(struct place_work *w, uint32_t from, uint32_t to,
		    const struct place_cand *c, uint64_t nouns)
{
	struct place_draft *d = draft(w, SR_NONE);
	struct place_name *n = SR_NEW(&w->doc->mem, struct place_name, 1);
	struct place_cand *own = SR_NEW(&w->doc->mem, struct place_cand, 1);

	if (!d || !n || !own)
		return false;
	*own = *c;
	*n = (struct place_name){
		.cand = own,
		.ncand = 1,
		.nspot = 1,
		.accepted = true,
		.nouns = nouns,
	};
	set_mention(w, &d->p, from, to, to - 1);
	set_best(w, &d->p, own);
	d->name = n;
	return put_candidates(w, &d->p, n);
}

/* The list */

static int order_drafts(const void *a, const void *b)
{
	const struct place_draft *x = a, *y = b;

	if (x->p.m.at.from != y->p.m.at.from)
		return x->p.m.at.from < y->p.m.at.from ? -1 : 1;
	if (x->p.m.at.to != y->p.m.at.to)
		return x->p.m.at.to > y->p.m.at.to ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static uint32_t place_of(const uint32_t *by_order, size_t n, uint32_t draft)
{
	return draft < n ? by_order[draft] : SR_NONE;
}

static void point_tokens(struct place_work *w, uint32_t place,
			 const struct place_draft *d)
{
	struct sr_doc *doc = w->doc;
	const struct place_spot *s =
		d->spot == SR_NONE ? NULL : &w->spots.items[d->spot];

	for (uint32_t i = d->p.m.from; i < d->p.m.to; i++)
		doc->tokens.items[i].place = place;
	if (!s || s->noun == SR_NONE)
		return;
	int32_t class =
		sr_kit_value(w->kit, SR_TABLE_NOUNS, s->noun, SR_NOUNS_CLASS);
	/* "the X quarter of Y": so here, and it is not Y's, as that of "the
	 * Donbas city of Y" is. */
	uint32_t end = s->noun_token + w->mark[s->noun_token].noun_tokens;
	bool behind = class == PLACE_SETTLEMENT && d->p.kind == SR_PLACE_AREA &&
		      end < doc->tokens.nitem && place_is(w, end, SIGN_OF);
	if (s->noun_token == s->to && class != PLACE_LINE && !behind)
		for (uint32_t i = s->to; i < end; i++)
			if (doc->tokens.items[i].place == SR_NONE)
				doc->tokens.items[i].place = place;
	if (d->p.kind == SR_PLACE_MISSING)
		return;
	/* "the town of X": the noun is what the sentence hangs on; "the Y
	 * region of X" is Y's. */
	if (class != PLACE_LINE && s->noun_token < s->from &&
	    doc->tokens.items[s->noun_token].place == SR_NONE)
		for (uint32_t i = s->noun_token; i < s->from; i++)
			doc->tokens.items[i].place = place;
}

bool place_put(struct place_work *w)
{
	struct sr_doc *doc = w->doc;
	size_t n = w->drafts.nitem;
	uint32_t *by_order = SR_NEW(&doc->mem, uint32_t, n);
	uint32_t *of_spot = SR_NEW(&doc->mem, uint32_t, w->spots.nitem);

	if (!by_order || !of_spot)
		return false;
	if (n)
		qsort(w->drafts.items, n, sizeof(*w->drafts.items),
		      order_drafts);
	memset(of_spot, 0xFF, w->spots.nitem * sizeof(*of_spot));
	for (uint32_t i = 0; i < n; i++) {
		const struct place_draft *d = &w->drafts.items[i];
		by_order[d->order] = i;
		if (d->spot != SR_NONE)
			of_spot[d->spot] = i;
	}
	for (uint32_t i = 0; i < n; i++) {
		struct place_draft *d = &w->drafts.items[i];
		struct sr_place *p = SR_PUSH(&doc->mem, &doc->places);
		if (!p)
			return false;
		d->p.antecedent = place_of(by_order, n, d->p.antecedent);
		const struct place_spot *s =
			d->spot == SR_NONE ? NULL : &w->spots.items[d->spot];
		if (s && s->in != SR_NONE)
			d->p.inside = of_spot[s->in];
		*p = d->p;
	}
	for (int inner = 1; inner >= 0; inner--)
		for (uint32_t i = 0; i < n; i++)
			if (w->drafts.items[i].inner == (inner == 1))
				point_tokens(w, i, &w->drafts.items[i]);
	return true;
}
