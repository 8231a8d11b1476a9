/* What of the chosen is not meant after all: a small place far from all else, a
 * looser spelling that nothing bears out, a site that bears the name of a place
 * elsewhere, and what a stated distance speaks against. Its name is then one
 * that the gazetteer lacks. */
#include "resolve/place_choose.h"

#define UNNAMED_LOOSE_KM 90.0 /* the same, in a land that isn't named */
#define LOOSE_KM 250.0	      /* from three others: a looser spelling, */
#define SMALL_KM 600.0	      /* a small town are not meant */
#define SMALL 20000
#define FAR_KM 800.0   /* from all else: not meant, if small */
#define CITY 50000	/* people: has a hospital, an airport */
#define LARGE 300000   /* people: worth saying */
#define MOSTLY 0.5     /* share of the places that lie in one country */
#define WELL_KNOWN 3.4 /* prior of a city of half a million */
#define METROPOLIS 2000000 /* but for the largest of cities */
#define NAMESAKE_SIGN 0.9  /* what a namesake of another spelling needs */
#define BORNE_OUT (WHY_INSIDE | WHY_AREA | WHY_COUNTRY | WHY_NEAR)

static bool stands_alone(const struct place_choose *c, const struct place_cand *cand,
			 uint32_t name)
{
	double least = 40000;
	size_t others = 0;
	uint32_t row = cand->country_row;

	for (size_t i = 0; i < c->nref; i++) {
		const struct place_reference *r = &c->ref[i];
		if (r->name == name || place_same(r->cand, cand))
			continue;
		if (place_is_area(r->cand)) {
			if (r->cand->class != PLACE_COUNTRY &&
			    place_holds(r->cand, cand))
				return false;
			continue;
		}
		double km = place_km(r->cand, cand);
		others++;
		least = km < least ? km : least;
	}
	bool loose = cand->tier >= SR_GAZ_K1;
	bool small = cand->population < SMALL && cand->class != PLACE_AREA1;
	bool named = row != SR_NONE && c->w->country_named[row];
	double most = named   ? (loose	 ? LOOSE_KM
				 : small ? SMALL_KM
					 : 40000)
		      : loose ? UNNAMED_LOOSE_KM
		      : small ? LOOSE_KM
			      : FAR_KM;
	return least > most &&
	       (others >= 3 || (!named && others >= 2) || (!named && loose));
}

/* Called by nothing but a hospital, a street, a bay of that name: it is the
 * site's name, which often is that of a place elsewhere. */
static bool is_site(const struct place_choose *c, const struct place_name *n)
{
	const struct sr_kit *kit = c->w->kit;
	size_t rows = sr_kit_rows(kit, SR_TABLE_NOUNS);

	if (!n->nouns || n->bare)
		return false;
	bool town = n->cand[0].class == PLACE_SETTLEMENT;
	for (uint32_t i = 0; i < rows && i < 64; i++) {
		int32_t class =
			sr_kit_value(kit, SR_TABLE_NOUNS, i, SR_NOUNS_CLASS);
		bool other = town &&
			     (class == PLACE_LAND || class == PLACE_WATER);
		if (n->nouns >> i & 1 && class != PLACE_SITE && !other)
			return false;
	}
	return true;
}

/* Such a place may stand alone in a report: a country, a place of our own
 * tables, a province or large city by its own name. */
static bool well_known(const struct place_cand *c)
{
	if (c->from != CAND_GAZ)
		return true;
	return c->tier == SR_GAZ_EXACT &&
	       ((c->class == PLACE_AREA1 && c->main) ||
		(c->main && c->prior >= WELL_KNOWN) || c->population >= METROPOLIS);
}

/* What a stated distance or town can rule out. */
static bool is_small(const struct place_cand *c)
{
	bool spot = c->class == PLACE_SETTLEMENT || c->class == PLACE_QUARTER;

	return c->population < LARGE &&
	       (c->from == CAND_GAZ || (c->from == CAND_FEATURE && spot));
}

/* A city that no other place shares its name with, in a land that is named or
 * near others of the report: rather the distance is wrong (resolve/remark_place.c
 * says so). */
static bool only_city(const struct place_name *n)
{
	const struct place_cand *best = &n->cand[0];

	if (!best->main || best->tier != SR_GAZ_EXACT ||
	    best->class != PLACE_SETTLEMENT || best->population < CITY ||
	    !(best->why & (WHY_NEAR | WHY_COUNTRY | WHY_AREA)))
		return false;
	for (uint32_t i = 1; i < n->ncand; i++)
		if (n->cand[i].class == PLACE_SETTLEMENT &&
		    n->cand[i].tier <= SR_GAZ_BARE)
			return false;
	return true;
}

/* Of the other names of the report none lies in the land of this one, while a
 * province far from it is named. */
static bool others_elsewhere(const struct place_choose *c, uint32_t name)
{
	const struct place_cand *best = &c->w->names.items[name].cand[0];
	bool other = false;

	for (size_t i = 0; i < c->nref; i++) {
		const struct place_cand *r = c->ref[i].cand;
		if (c->ref[i].name == name || place_same(r, best))
			continue;
		if (r->country_row == best->country_row)
			return false;
		if (r->class == PLACE_AREA1 && r->tier < SR_GAZ_K1 &&
		    place_km(r, best) > r->radius + LOOSE_KM)
			other = true;
	}
	return other;
}

/* "The village of Manila, in Palma district": the place that it is said to be in
 * lies in another land. */
static bool told_abroad(const struct place_choose *c, uint32_t name)
{
	const struct place_work *w = c->w;
	const struct place_cand *best = &w->names.items[name].cand[0];

	if (place_is_area(best) || best->why & (BORNE_OUT | WHY_DISTANCE))
		return false;
	for (uint32_t i = c->first[name]; i != SR_NONE; i = c->next[i]) {
		const struct place_spot *p = &w->spots.items[i];
		const struct place_cand *in =
			p->in == SR_NONE ? NULL
					 : place_best(w, &w->spots.items[p->in]);
		if (in && in->country_row != best->country_row &&
		    (in->class == PLACE_AREA1 || in->class == PLACE_AREA2 ||
		     best->why & WHY_AGAINST))
			return true;
	}
	return false;
}

/* "The Old City" of a report about Mosul is no other town's. */
static bool other_towns_quarter(const struct place_choose *c,
				const struct place_cand *best)
{
	return best->from == CAND_GAZ && best->class == PLACE_QUARTER &&
	       !(best->why & BORNE_OUT) && c->nref > 1;
}

/* In a land that nobody names: what only sounds alike is not meant where the
 * report is mostly of another, nor a small town, however well known, where it
 * names another more than once. */
static bool is_foreign(const struct place_choose *c, uint32_t name, bool named)
{
	const struct place_work *w = c->w;
	const struct place_cand *best = &w->names.items[name].cand[0];
	uint32_t row = best->country_row, top = w->top_country;

	if (row == SR_NONE || top == SR_NONE)
		return false;
	/* a town of our own tables: it is known for another war */
	if (best->from == CAND_FEATURE)
		return row != top && w->top_share >= MOSTLY &&
		       !w->country_named[row] && !(best->why & WHY_NEAR) &&
		       best->class == PLACE_SETTLEMENT;
	if (best->from != CAND_GAZ)
		return false;
	if (best->tier == SR_GAZ_K2 ||
	    (best->tier == SR_GAZ_K1 && best->class == PLACE_SETTLEMENT &&
	     best->population < CITY))
		return row != top && w->top_share >= MOSTLY;
	bool mostly = row != top && w->top_share >= MOSTLY;
	if (w->country_named[row] || best->why & WHY_NEAR)
		return false;
	if (best->class == PLACE_SETTLEMENT && best->population < CITY)
		return named || others_elsewhere(c, name);
	/* "Salah al-Din" is a quarter here, not a province there; nor is it a
	 * town that goes by such a name now and then */
	return mostly && (best->class == PLACE_AREA1 ||
			  (best->class == PLACE_SETTLEMENT && !best->main &&
			   best->population < METROPOLIS));
}

/* Under such a name there is a place where the report's others lie, though it
 * be written another way: that one. */
static bool nearer_namesake(const struct place_choose *c, struct place_name *n)
{
	if (n->sign < NAMESAKE_SIGN)
		return false;
	for (uint32_t k = 1; k < n->ncand; k++) {
		const struct place_cand *cand = &n->cand[k];
		if (cand->tier > SR_GAZ_K1 || cand->class != n->cand[0].class ||
		    cand->why & WHY_AGAINST || cand->country_row == SR_NONE ||
		    !c->w->country_named[cand->country_row] ||
		    !(cand->why & (WHY_AREA | WHY_NEAR | WHY_INSIDE)))
			continue;
		n->cand += k;
		n->ncand = 1;
		return true;
	}
	return false;
}

static bool names_a_land(const struct place_work *w)
{
	size_t rows = sr_kit_rows(w->kit, SR_TABLE_COUNTRIES);

	for (uint32_t i = 0; i < rows; i++)
		if (w->country_named[i] > 1)
			return true;
	return false;
}

/* "The village of X" is none that we know: nor is "X" of the same kind. */
static void share_missing(struct place_work *w, uint32_t i)
{
	for (int k = 0; k <= PLACE_NCLASS; k++) {
		uint32_t at = place_name_like(w, &w->names.items[i],
					      (enum place_class)k);
		if (at != SR_NONE && w->names.items[at].ncand &&
		    w->names.items[at].cand[0].why & WHY_FAR &&
		    !w->names.items[at].accepted)
			w->names.items[at].missing = true;
	}
}

void place_throw_out(struct place_choose *c)
{
	bool named = names_a_land(c->w);

	for (uint32_t i = 0; i < c->w->names.nitem; i++) {
		struct place_name *n = &c->w->names.items[i];
		if (!n->nspot || !n->ncand)
			continue;
		struct place_cand *best = &n->cand[0];
		if (best->population >= LARGE)
			best->why |= WHY_LARGE;
		/* A stated distance that is wrong for every namesake. */
		bool against = best->why & WHY_AGAINST &&
			       !(best->why & WHY_DISTANCE) && is_small(best) &&
			       !only_city(n);
		bool city = best->main && best->tier == SR_GAZ_EXACT &&
			    (best->population >= CITY || place_is_area(best));
		bool told = best->why & (WHY_INSIDE | WHY_DISTANCE) ||
			    (best->why & WHY_NEAR && best->tier < SR_GAZ_K1);
		if (is_site(c, n) && best->from == CAND_GAZ && c->nref > 1 &&
		    !city && !told)
			against = true;
		bool foreign = !told && is_foreign(c, i, named);
		bool lost = foreign && best->population < CITY &&
			    others_elsewhere(c, i);
		if ((foreign && best->tier >= SR_GAZ_K1) || told_abroad(c, i) ||
		    other_towns_quarter(c, best))
			against = true;
		if (!against && ((well_known(best) && !foreign) ||
				 best->why & (WHY_INSIDE | WHY_DISTANCE) ||
				 !(lost || stands_alone(c, best, i))))
			continue;
		if (lost && nearer_namesake(c, n))
			continue;
		best->why |= WHY_FAR;
		n->accepted = false;
		n->missing = n->sign >= PLACE_THROWN_SIGN;
	}
	for (uint32_t i = 0; i < c->w->names.nitem; i++)
		if (c->w->names.items[i].missing)
			share_missing(c->w, i);
}
