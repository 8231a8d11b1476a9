/* Where a place lies that is told by another: so far and in such a direction
 * from it, between two, on its edge, its northern part. Points on a sphere with
 * a radius that is honest. */
#include "base/str.h"
#include "resolve/place.h"

#define NEAR_KM 15.0	  /* "near X" */
#define SIDE_KM 10.0	  /* "south of X", no distance: from its middle, */
#define SIDE_REACH 25.0	  /* and so far around besides the town's radius */
#define LARGE_KM 60.0	  /* of a river or province: a side of it is vague */
#define OFFSET_SLACK 0.15 /* of a stated distance: is it rounded? */
#define OFFSET_LEAST_KM 5.0
#define BEARING_SLACK 0.35 /* a compass point covers 45 degrees */
#define SITE_KM 3.0	  /* a site may lie by its town */
#define FRONT_KM 50.0
#define NEAREST_KM 60.0	  /* a town so near says what land a point is in */

void place_set_point(struct sr_place *p, struct sr_point at, double radius)
{
	p->has_point = true;
	p->lat = at.lat;
	p->lon = at.lon;
	p->radius_km = radius;
}

/* Whose land a computed point is: as the nearest town's, else the anchor's. */
static void set_ground(struct place_work *w, struct sr_place *p)
{
	struct sr_gaz_place town;
	uint32_t i = sr_gaz_nearest(
		&w->gaz, (struct sr_point){ p->lat, p->lon }, NEAREST_KM);

	if (i == SR_GAZ_NONE || !sr_gaz_place(&w->gaz, i, &town))
		return;
	p->admin1 = town.admin1;
	p->country = town.country;
}

static bool is_town(const struct place_cand *c)
{
	return c->class == PLACE_SETTLEMENT && c->from == CAND_GAZ;
}

static void no_entry(struct place_work *w, struct sr_place *p)
{
	p->id = 0;
	p->row = SR_NONE;
	p->name = sr_doc_text(w->doc, p->m.at);
	p->feature = (struct sr_str){ NULL, 0 };
}

static void change_offset(struct place_work *w, struct sr_place *p,
			  const struct place_spot *s,
			  const struct place_cand *c)
{
	bool side = s->change == CHANGE_SIDE;
	double km = side ? SIDE_KM : s->km;
	double slack = km * (s->bearing >= 0 ? BEARING_SLACK : OFFSET_SLACK);

	p->kind = SR_PLACE_OFFSET;
	if (c->radius > LARGE_KM) { /* 20 km off a river: where along it? */
		if (side)
			place_set_point(p,
				  sr_geo_move(c->at, s->bearing, c->radius / 2),
				  c->radius);
		p->kind = SR_PLACE_AREA;
		no_entry(w, p);
		return;
	}
	if (s->bearing >= 0)
		place_set_point(p, sr_geo_move(c->at, s->bearing, km),
			  side ? c->radius + SIDE_REACH
			       : slack + OFFSET_LEAST_KM);
	else /* anywhere on the circle */
		place_set_point(p, c->at, km * (1 + OFFSET_SLACK) + c->radius);
	set_ground(w, p);
	no_entry(w, p);
}

static void change_between(struct place_work *w, struct sr_place *p,
			   const struct place_cand *a,
			   const struct place_cand *b)
{
	p->kind = SR_PLACE_BETWEEN;
	place_set_point(p, sr_geo_middle(a->at, b->at), place_km(a, b) / 2 + 5);
	set_ground(w, p);
	no_entry(w, p);
}

static void change_part(struct place_work *w, struct sr_place *p,
			const struct place_spot *s, const struct place_cand *c)
{
	p->kind = SR_PLACE_AREA;
	place_set_point(p, sr_geo_move(c->at, s->bearing, c->radius * PART_SHIFT),
		  c->radius * PART_RADIUS);
	if (c->class != PLACE_SETTLEMENT)
		p->admin1 = (struct sr_str){ NULL, 0 };
	no_entry(w, p);
}

/* "X airport", "X pass": named by its town, in or by it; which airport that is
 * no table says, so it has no entry, and what is done to it is not done to X. */
static void change_site(struct place_work *w, struct sr_place *p,
			const struct place_spot *s, const struct place_cand *c)
{
	uint32_t at = s->noun_token, n = w->mark[at].noun_tokens;
	struct sr_span span = { place_token(w, at)->at.from,
				place_token(w, at + n - 1)->at.to };
	struct sr_str noun = sr_doc_text(w->doc, span);
	struct sr_str forms = sr_kit_text(w->kit, SR_TABLE_NOUNS, s->noun,
					  SR_NOUNS_FORMS);
	struct sr_str first = sr_str_cut(&forms, '|');

	bool site = sr_kit_value(w->kit, SR_TABLE_NOUNS, s->noun,
				 SR_NOUNS_CLASS) == PLACE_SITE;

	if (!is_town(c)) {
		if (site && p->radius_km < NEAR_KM)
			p->radius_km = NEAR_KM;
		return;
	}
	/* "international airport" is an airport */
	if (noun.n > first.n &&
	    memcmp(noun.s + noun.n - first.n, first.s, first.n) == 0)
		noun = first;
	struct sr_str name = place_cand_name(w, c);
	char *own = sr_arena_raw(&w->doc->mem, name.n + noun.n + 1, 1);
	if (!own)
		return;
	memcpy(own, name.s, name.n);
	own[name.n] = ' ';
	for (size_t i = 0; i < noun.n; i++)
		own[name.n + 1 + i] =
			(char)(noun.s[i] >= 'A' && noun.s[i] <= 'Z'
				       ? noun.s[i] | 32
				       : noun.s[i]);
	no_entry(w, p);
	p->name = (struct sr_str){ own, name.n + noun.n + 1 };
	p->radius_km += site ? SITE_KM : NEAR_KM;
}

/* "The border between A and B": do its words begin with such a noun? */
static bool is_border(const struct place_work *w, const struct place_spot *s)
{
	uint32_t noun = w->mark[s->whole_from].noun;

	return noun && sr_kit_value(w->kit, SR_TABLE_NOUNS, noun - 1u,
				    SR_NOUNS_CLASS) == PLACE_LINE;
}

bool place_within(const struct place_work *w, const struct place_spot *s)
{
	const struct place_cand *c = s->within ? place_best(w, s) : NULL;

	return c && place_is_area(c);
}

bool place_change(struct place_work *w, struct sr_place *p,
		   const struct place_spot *s, const struct place_cand *c)
{
	const struct place_cand *other =
		s->other == SR_NONE ? NULL
				    : place_best(w, &w->spots.items[s->other]);

	if (!p->has_point) { /* of one of several */
		if (s->change >= CHANGE_PART)
			no_entry(w, p);
		return s->change != CHANGE_BETWEEN;
	}
	switch (s->change) {
	case CHANGE_NONE:
		break;
	case CHANGE_NEAR:
		if (p->radius_km < NEAR_KM)
			p->radius_km = NEAR_KM;
		break;
	case CHANGE_EDGE:
		p->radius_km = p->radius_km * 1.2 + 5;
		if (s->bearing >= 0)
			place_set_point(p,
				  sr_geo_move(c->at, s->bearing,
					      c->radius < SIDE_KM ? c->radius
								  : SIDE_KM),
				  c->radius + 3);
		break;
	case CHANGE_CENTRE:
		p->radius_km = p->radius_km < 6 ? p->radius_km : 6;
		break;
	case CHANGE_PART:
		change_part(w, p, s, c);
		break;
	case CHANGE_SIDE:
	case CHANGE_OFFSET:
		if (place_within(w, s))
			change_part(w, p, s, c);
		else
			change_offset(w, p, s, c);
		break;
	case CHANGE_BETWEEN:
		if (!other)
			return false;
		if (other->radius > 150 || c->radius > 150) {
			if (!is_border(w, s)) /* talks between A and B */
				return false;
			p->kind = SR_PLACE_AREA;
			p->has_point = false;
			no_entry(w, p);
			return true;
		}
		change_between(w, p, c, other);
		break;
	case CHANGE_SITE:
		change_site(w, p, s, c);
		break;
	case CHANGE_LINE:
		p->kind = SR_PLACE_AREA;
		p->radius_km = p->radius_km > FRONT_KM ? p->radius_km
						       : FRONT_KM;
		no_entry(w, p);
		break;
	}
	return true;
}

bool place_told_point(struct place_work *w, struct sr_place *p, uint32_t spot)
{
	for (size_t i = 0; i < w->tolds.nitem; i++) {
		const struct place_told *t = &w->tolds.items[i];
		const struct place_cand *y =
			place_best(w, &w->spots.items[t->from]);
		bool side = t->km <= 0;
		if (t->spot != spot || !y || w->spots.items[t->from].dropped ||
		    y->radius > LARGE_KM || (side && t->bearing < 0))
			continue;
		double km = side ? SIDE_KM : t->km;
		struct sr_point at =
			t->bearing < 0 ? y->at
				       : sr_geo_move(y->at, t->bearing, km);
		place_set_point(p, at,
			  side ? y->radius + SIDE_REACH
			       : km * (t->bearing < 0 ? 1.1 : BEARING_SLACK) +
					 OFFSET_LEAST_KM);
		set_ground(w, p);
		/* "west of X": on that side, not beyond the border */
		struct sr_str land = y->country_row == SR_NONE
					     ? p->country
					     : place_iso(w, y->country_row);
		if (side && !sr_str_equal(land, p->country)) {
			p->country = land;
			p->admin1 = (struct sr_str){ NULL, 0 };
		}
		return true;
	}
	return false;
}
