/* Which place a name means. Each candidate has a prior (size, rank, how often
 * it goes by other names, how exactly it was found) and gathers what the
 * report says for or against it: the area it is said to lie in, countries and
 * provinces that are named, distances that are told, and how near it lies to
 * what the other names most likely mean. Three rounds, since that last part
 * depends on itself. Then what no longer holds is thrown out (place_throw.c). */
#include <stdlib.h>

#include "base/compiler.h"
#include "ontology.h"
#include "resolve/place_choose.h"

#define ROUNDS 3
#define MOST_SPOTS 200 /* from a name's first, that say what it means */
#define ACCEPT 2.2	   /* sign and score together */
#define LEAST_SIGN -1.2	   /* words that say so much against are believed, */
#define METROPOLIS 2000000 /* but for the largest of cities */
#define LOOSE_SIGN 0.9	   /* what a looser spelling needs */
#define LOOSE_SCORE 1.0
#define LOOSEST_SCORE 2.0
#define FOR_INSIDE 5.0
#define FOR_LISTED 0.7 /* in the area by its entry, not by its point */
#define FOR_AREA 1.6
#define FOR_COUNTRY 1.2 /* named at all */
#define LESS_KNOWN 1.0	/* prior below that of the best-known namesake */
#define FOR_UNTOLD 1.0	/* what its country counts for then, at most */
#define FOR_SHARE 2.5	/* all others lie in it */
#define HOLDS 0.8
#define SISTERS 0.6
#define FOR_NEAR 3.5 /* at most */
#define FOR_AMONG 3.0 /* by how near those around lie, in the mean */
#define FOR_DISTANCE 5.0
#define SIDE_MOST_KM 250.0 /* "south of X" says nothing beyond */
#define FOR_BEARING 1.5
#define AGAINST_DISTANCE -4.0
#define FOR_KIND 0.7
#define SHORT 5		      /* letters of a name that may be any word */
#define WELL_KNOWN 3.4 /* prior of a city of half a million */

/* Rounds */

static bool collect(struct place_choose *c)
{
	struct place_work *w = c->w;
	size_t n = sr_kit_rows(w->kit, SR_TABLE_COUNTRIES);
	double all = 0.5; /* so that one place alone proves little */

	c->nref = 0;
	memset(c->country, 0, n * sizeof(*c->country));
	for (uint32_t i = 0; i < w->names.nitem; i++) {
		struct place_name *name = &w->names.items[i];
		if (!name->accepted || !name->ncand || !name->nspot)
			continue;
		c->seen[i] = name->cand[0];
		double often = name->nspot < 3 ? name->nspot : 3;
		double sure = name->margin > 2 ? 1 : 0.4 + 0.3 * name->margin;
		uint32_t row = c->seen[i].country_row;
		if (row != SR_NONE) {
			c->country[row] += often * sure;
			all += often * sure;
		}
		if (c->nref < MOST_REFERENCES)
			c->ref[c->nref++] =
				(struct place_reference){
					&c->seen[i], i, sure,
					place_is_area(&c->seen[i])
				};
	}
	for (size_t i = 0; i < n; i++)
		c->country[i] /= all;
	return true;
}

/* Which names stand in one sentence or block with which references: by the
 * spots, each looking back over the last few. */
static void tie_names(struct place_choose *c)
{
	struct place_work *w = c->w;
	uint32_t *ref = SR_NEW(&w->doc->mem, uint32_t, w->names.nitem);

	if (!ref)
		return;
	memset(c->tie, TIE_NONE, w->names.nitem * c->nref);
	for (uint32_t i = 0; i < c->nref; i++)
		ref[c->ref[i].name] = i + 1;
	for (uint32_t i = 0; i < w->spots.nitem; i++) {
		const struct place_spot *p = &w->spots.items[i];
		uint32_t s = place_token(w, p->from)->sentence;
		for (uint32_t k = i; k > 0 && i - k < 12; k--) {
			const struct place_spot *q = &w->spots.items[k - 1];
			uint32_t t = place_token(w, q->from)->sentence;
			const struct sr_sentence *ss = w->doc->sentences.items;
			enum place_tie tie = s == t ? TIE_SENTENCE
				       : ss[s].block == ss[t].block ? TIE_BLOCK
								    : TIE_NONE;
			if (tie == TIE_NONE)
				break;
			if (p->name == SR_NONE || q->name == SR_NONE)
				continue;
			uint32_t a = ref[p->name], b = ref[q->name];
			uint8_t *x =
				b ? &c->tie[p->name * c->nref + b - 1]
				  : NULL;
			uint8_t *y =
				a ? &c->tie[q->name * c->nref + a - 1]
				  : NULL;
			if (x && *x < tie)
				*x = (uint8_t)tie;
			if (y && *y < tie)
				*y = (uint8_t)tie;
		}
	}
}

/* Squares of chords beyond are those of more than 900 km. */
#define FAR_CHORD2 0.02

static double near_value(const struct place_cand *a, const struct place_cand *b)
{
	if (place_chord2(a, b) > FAR_CHORD2)
		return 0;
	double km = place_km(a, b);
	return km < 25	  ? 1.3
	       : km < 60  ? 1.1
	       : km < 150 ? 0.8
	       : km < 400 ? 0.4
	       : km < 900 ? 0.12
			  : 0;
}

/* Of an area: it holds the other, or both are provinces of one country, or
 * both are countries. */
static double area_value(const struct place_cand *cand,
			 const struct place_cand *other, enum place_tie tie)
{
	if (cand->shadow)
		return 0;
	if (cand->class != other->class && place_holds(cand, other))
		return HOLDS;
	if (cand->class == PLACE_AREA1 && other->class == PLACE_AREA1 &&
	    cand->country_row == other->country_row && tie >= TIE_BLOCK)
		return SISTERS;
	return 0;
}

static double near_score(const struct place_choose *c, struct place_cand *cand,
			 uint32_t name)
{
	static const double WEIGHT[] = { 0.5, 0.5, 0.9, 1.4 };
	/* What stands beside it weighs most in the mean. */
	static const double SHARE[] = { 1, 1, 3, 8 };
	double sum = 0, mean = 0, all = 4; /* one place alone proves little */
	const uint8_t *ties = c->tie + name * c->nref;
	bool area = place_is_area(cand);

	for (size_t i = 0; i < c->nref; i++) {
		const struct place_reference *r = &c->ref[i];
		enum place_tie tie = (enum place_tie)ties[i];
		if (r->name == name || place_same(r->cand, cand) ||
		    (r->cand->class == PLACE_COUNTRY && !area))
			continue;
		double v = 0;
		if (area) {
			v = area_value(cand, r->cand, tie);
			if (v > 0.5)
				cand->why |= WHY_NEAR;
		} else if (r->area) {
			if (place_holds(r->cand, cand)) {
				v = FOR_AREA;
				cand->why |= WHY_AREA;
			}
		} else {
			v = near_value(r->cand, cand);
			if (v > 0.7)
				cand->why |= WHY_NEAR;
			mean += v * r->weight * SHARE[tie];
			all += r->weight * SHARE[tie];
		}
		sum += v * r->weight * WEIGHT[tie];
	}
	return (sum < FOR_NEAR ? sum : FOR_NEAR) + FOR_AMONG * mean / all;
}

static double country_score(const struct place_choose *c, struct place_cand *cand)
{
	uint32_t row = cand->country_row;

	if (row == SR_NONE)
		return 0;
	double v = FOR_SHARE * c->country[row];
	if (c->w->country_named[row]) {
		v += FOR_COUNTRY;
		cand->why |= WHY_COUNTRY;
	}
	return v;
}

static double told_score(const struct place_choose *c, struct place_cand *cand,
			 const struct place_told *t)
{
	const struct place_cand *y =
		place_best(c->w, &c->w->spots.items[t->from]);

	if (!y || y->radius > 60)
		return 0;
	double km = place_km(y, cand), v = 0;
	double slack = t->km * 0.2 > 12 ? t->km * 0.2 : 12;
	if (t->km > 0) {
		bool fits = km > t->km - slack - y->radius / 2 &&
			    km < t->km + slack + y->radius;
		v = fits ? FOR_DISTANCE : AGAINST_DISTANCE;
		cand->why |= fits ? WHY_DISTANCE : WHY_AGAINST;
	}
	/* "X, south of Y": not in another country's far corner */
	if (t->bearing >= 0 && t->km <= 0 && km > SIDE_MOST_KM) {
		v = AGAINST_DISTANCE;
		cand->why |= WHY_AGAINST;
	}
	if (t->bearing >= 0 && km > 3 && km < SIDE_MOST_KM) {
		double turn = sr_geo_turn(t->bearing,
					  sr_geo_bearing(y->at, cand->at));
		v += turn < 50 ? FOR_BEARING : turn > 80 ? -FOR_BEARING : 0;
	}
	return v;
}

/* The people of "the Syrian town of X", "in Iraq's Ninewa": the row of its
 * country plus one, 0 for none. Not that of "Russian troops seized X". */
static uint16_t people_before(const struct place_work *w, uint32_t i)
{
	uint32_t s = place_token(w, i)->sentence;

	for (uint32_t k = i; k > 0 && i - k < 4; k--) {
		const struct place_mark *m = &w->mark[k - 1];
		if (place_token(w, k - 1)->sentence != s || m->unit ||
		    place_token(w, k - 1)->upos == SR_UPOS_VERB)
			return 0;
		if (m->people)
			return m->people;
	}
	return 0;
}

/* "X, 24 km north of Y": for a Y that has some X so far from it. */
static double told_back(const struct place_choose *c, const struct place_cand *cand,
			const struct place_told *t)
{
	const struct place_spot *x = &c->w->spots.items[t->spot];
	const struct place_name *n =
		x->name == SR_NONE ? NULL : &c->w->names.items[x->name];
	double slack = t->km * 0.2 > 12 ? t->km * 0.2 : 12;

	if (t->km <= 0 || cand->radius > 60)
		return 0;
	for (uint32_t i = 0; n && i < n->ncand; i++) {
		double km = place_km(cand, &n->cand[i]);
		if (n->cand[i].tier <= SR_GAZ_BARE &&
		    km > t->km - slack - cand->radius / 2 &&
		    km < t->km + slack + cand->radius)
			return FOR_BEARING;
	}
	return 0;
}

/* Does the place's own entry say that it lies in the area that spot y names? */
static bool is_listed(const struct place_work *w, uint32_t y,
		      const struct place_cand *c)
{
	const struct place_cand *area = place_best(w, &w->spots.items[y]);

	return area && area->from == CAND_GAZ &&
	       (c->admin1 == area->index || c->admin2 == area->index);
}

/* Is a place of which the report says that it is in the name's in the
 * candidate? By spots from the name's first to `last`. */
static double holds_score(const struct place_choose *c,
			  const struct place_cand *cand, uint32_t name,
			  uint32_t last)
{
	const struct place_work *w = c->w;

	if (!place_is_area(cand))
		return 0;
	for (uint32_t i = c->first_in[name]; i != SR_NONE && i <= last;
	     i = c->next_in[i])
		if (i >= c->first[name] &&
		    place_spot_holds_some(w, cand, &w->spots.items[i]))
			return FOR_INSIDE * 0.6;
	return 0;
}

/* What single spots of the name say of a candidate. */
static double spot_score(const struct place_choose *c, struct place_cand *cand,
			 uint32_t name)
{
	const struct place_work *w = c->w;
	double v = 0, inside = 0, against = 0;
	uint32_t last = SR_NONE;

	for (uint32_t i = c->first[name]; i != SR_NONE; i = c->next[i]) {
		const struct place_spot *p = &w->spots.items[i];
		if (p->in != SR_NONE && place_spot_holds(w, p->in, cand))
			inside = FOR_INSIDE + (is_listed(w, p->in, cand)
						       ? FOR_LISTED
						       : 0);
		if (place_off_city(w, p, cand)) {
			against = AGAINST_DISTANCE;
			cand->why |= WHY_AGAINST;
		}
		if (c->people[i] && cand->country_row == c->people[i] - 1u)
			inside = inside > 2 ? inside : 2;
		last = i > c->first[name] + MOST_SPOTS ? i : SR_NONE;
		if (last != SR_NONE)
			break;
	}
	double holds = holds_score(c, cand, name, last);
	if (inside > 0)
		cand->why |= WHY_INSIDE;
	for (size_t i = 0; i < w->tolds.nitem; i++) {
		const struct place_told *t = &w->tolds.items[i];
		if (w->spots.items[t->spot].name == name)
			v += told_score(c, cand, t);
		else if (w->spots.items[t->from].name == name)
			v += told_back(c, cand, t);
	}
	return v + inside + holds + against;
}

/* "the village of X": not a city of a million. */
static double kind_score(const struct place_choose *c, struct place_cand *cand,
			 const struct place_name *n)
{
	const struct sr_kit *kit = c->w->kit;
	size_t rows = sr_kit_rows(kit, SR_TABLE_NOUNS);
	double v = 0;

	/* Bits from the lowest on. */
	for (uint64_t nouns = n->nouns; nouns; nouns &= nouns - 1) {
		uint32_t i = sr_low_bit(nouns);
		if (i >= rows)
			break;
		int32_t class =
			sr_kit_value(kit, SR_TABLE_NOUNS, i, SR_NOUNS_CLASS);
		int32_t least =
			sr_kit_value(kit, SR_TABLE_NOUNS, i, SR_NOUNS_LEAST);
		int32_t most =
			sr_kit_value(kit, SR_TABLE_NOUNS, i, SR_NOUNS_MOST);
		if (class == cand->class) {
			v = FOR_KIND;
			cand->why |= WHY_KIND;
		}
		if (class != PLACE_SETTLEMENT || !cand->population)
			continue;
		if ((least && cand->population < (uint32_t)least / 3) ||
		    (most && cand->population > (uint32_t)most * 3))
			v -= 2;
	}
	return v;
}

static int order_cands(const void *a, const void *b)
{
	const struct place_cand *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->population != y->population)
		return x->population > y->population ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* A looser spelling must fit in with the rest of the report. */
static bool fits_in(const struct place_name *n)
{
	const struct place_cand *c = &n->cand[0];

	/* one that is short or far from like it: only with all else around */
	bool weak = c->tier == SR_GAZ_K2 ||
		    (n->key.n < SHORT &&
		     (c->tier == SR_GAZ_K1 || (!c->main && c->prior < WELL_KNOWN)));
	if (c->from == CAND_GAZ && weak &&
	    !(c->why & (WHY_NEAR | WHY_INSIDE | WHY_AREA | WHY_DISTANCE)))
		return false;
	if (c->from != CAND_GAZ || c->tier < SR_GAZ_K1)
		return true;
	return n->sign >= LOOSE_SIGN &&
	       c->score >= (c->tier == SR_GAZ_K2 ? LOOSEST_SCORE : LOOSE_SCORE);
}

/* Rounds leave most lists as they were. */
static void sort_cands(struct place_name *n)
{
	uint32_t i = 1;

	while (i < n->ncand && order_cands(&n->cand[i - 1], &n->cand[i]) < 0)
		i++;
	if (i < n->ncand)
		qsort(n->cand, n->ncand, sizeof(*n->cand), order_cands);
}

static void settle(struct place_name *n)
{
	sort_cands(n);
	n->margin = n->ncand > 1 ? n->cand[0].score - n->cand[1].score : 4;
	double score = n->cand[0].score;
	bool named = n->sign >= LEAST_SIGN || n->cand[0].from != CAND_GAZ ||
		     n->cand[0].population > METROPOLIS;
	n->accepted = named && n->sign + (score < 6 ? score : 6) >= ACCEPT &&
		      fits_in(n);
	n->missing = !n->accepted && n->cand[0].tier >= SR_GAZ_K1 &&
		     n->sign >= PLACE_THROWN_SIGN;
}

/* A country that is named brings up all its small namesakes of a well-known
 * city ("Geneva", in a report that speaks of the United States): it takes more
 * than that for one of those. */
static void hold_back(const struct place_choose *c, struct place_name *n)
{
	double top = 0;

	for (uint32_t k = 0; k < n->ncand; k++)
		if (n->cand[k].main && n->cand[k].tier == SR_GAZ_EXACT &&
		    n->cand[k].prior > top)
			top = n->cand[k].prior;
	for (uint32_t k = 0; k < n->ncand; k++) {
		struct place_cand *cand = &n->cand[k];
		if (cand->prior > top - LESS_KNOWN ||
		    cand->why & (WHY_INSIDE | WHY_DISTANCE | WHY_NEAR))
			continue;
		double v = country_score(c, cand);
		if (v > FOR_UNTOLD)
			cand->score -= v - FOR_UNTOLD;
	}
}

static void one_round(struct place_choose *c)
{
	for (uint32_t i = 0; i < c->w->names.nitem; i++) {
		struct place_name *n = &c->w->names.items[i];
		if (!n->nspot)
			continue;
		for (uint32_t k = 0; k < n->ncand; k++) {
			struct place_cand *cand = &n->cand[k];
			cand->why = 0;
			cand->score = cand->prior + kind_score(c, cand, n) +
				      country_score(c, cand) +
				      near_score(c, cand, i) +
				      spot_score(c, cand, i);
		}
		hold_back(c, n);
		settle(n);
	}
}

/* What the words name outright, before anything is chosen. */
static void count_named(struct place_work *w)
{
	for (uint32_t i = 0; i < w->doc->tokens.nitem; i++)
		if (w->mark[i].people)
			w->country_named[w->mark[i].people - 1]++;
	for (uint32_t i = 0; i < w->spots.nitem; i++) {
		const struct place_cand *best =
			place_best(w, &w->spots.items[i]);
		if (best && best->from == CAND_COUNTRY)
			w->country_named[best->index]++;
	}
}

static void find_top(struct place_choose *c)
{
	size_t n = sr_kit_rows(c->w->kit, SR_TABLE_COUNTRIES);
	double best = 0;

	c->w->top_country = SR_NONE;
	for (uint32_t i = 0; i < n; i++) {
		if (c->country[i] <= best)
			continue;
		best = c->country[i];
		c->w->top_country = i;
		c->w->top_share = best;
	}
}

/* Spots by their names, in order. */
static bool chain_spots(struct place_choose *c)
{
	const struct place_work *w = c->w;
	struct sr_arena *mem = &w->doc->mem;
	size_t n = w->spots.nitem, names = w->names.nitem;
	uint32_t *list = SR_NEW(mem, uint32_t, 2 * (n + names));

	c->people = SR_NEW(mem, uint16_t, n);
	if (!list || !c->people)
		return false;
	memset(list, 0xFF, 2 * (n + names) * sizeof(*list)); /* SR_NONE */
	c->first = list;
	c->first_in = c->first + names;
	c->next = c->first_in + names;
	c->next_in = c->next + n;
	for (uint32_t i = (uint32_t)n; i-- > 0;) {
		const struct place_spot *p = &w->spots.items[i];
		uint32_t in = p->in == SR_NONE ? SR_NONE
					       : w->spots.items[p->in].name;
		if (p->name != SR_NONE) {
			c->next[i] = c->first[p->name];
			c->first[p->name] = i;
			c->people[i] = people_before(w, p->from);
		}
		if (in != SR_NONE) {
			c->next_in[i] = c->first_in[in];
			c->first_in[in] = i;
		}
	}
	return true;
}

bool place_choose(struct place_work *w)
{
	struct sr_arena *mem = &w->doc->mem;
	size_t rows = sr_kit_rows(w->kit, SR_TABLE_COUNTRIES);
	struct place_choose *c = SR_NEW(mem, struct place_choose, 1);

	w->country_named = SR_NEW(mem, uint32_t, rows);
	if (!c || !w->country_named)
		return false;
	c->w = w;
	c->seen = SR_NEW(mem, struct place_cand, w->names.nitem);
	c->country = SR_NEW(mem, double, rows);
	c->tie = sr_arena_raw(mem, w->names.nitem, MOST_REFERENCES);
	if (!c->seen || !c->country || !c->tie || !chain_spots(c))
		return false;
	for (uint32_t i = 0; i < w->names.nitem; i++) {
		struct place_name *n = &w->names.items[i];
		for (uint32_t k = 0; k < n->ncand; k++)
			n->cand[k].score = n->cand[k].prior;
		if (n->ncand)
			settle(n);
	}
	count_named(w);
	for (int round = 0; round < ROUNDS; round++) {
		collect(c);
		tie_names(c);
		if (mem->full)
			return false;
		one_round(c);
	}
	collect(c);
	find_top(c);
	place_throw_out(c);
	return true;
}
