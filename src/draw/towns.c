/* See towns.h. The gazetteer's records lie in cells of a degree, so a look at a
 * country is a walk over some hundreds of cells; at the whole world over all
 * 220,000 places, 3 ms. */
#include "draw/towns.h"

#include <math.h>

struct best {
	struct sr_town town;
	uint64_t weight;
};

struct search {
	const struct sr_gaz *gaz;
	const struct sr_box *box;
	struct best *best; /* heaviest first */
	size_t n, limit;
	bool provinces;
};

static bool feature_is(struct sr_str feature, const char *code)
{
	return sr_str_is(feature, code);
}

static enum sr_town_kind kind_of(struct sr_str feature)
{
	return feature_is(feature, "PPLC")   ? SR_CAPITAL
	       : feature_is(feature, "PPLA") ? SR_SEAT
	       : feature_is(feature, "ADM1") ? SR_PROVINCE
					     : SR_TOWN;
}

static uint64_t weight_of(const struct sr_town *t)
{
	static const unsigned TIMES[] = {
		[SR_TOWN] = 2, [SR_SEAT] = 3, [SR_CAPITAL] = 8, [SR_PROVINCE] = 2
	};

	return (uint64_t)t->population * TIMES[t->kind] + TIMES[t->kind];
}

/* Districts of a town that stand in the list as towns of their own. */
static bool is_part(struct sr_str feature)
{
	return feature_is(feature, "PPLX") || feature_is(feature, "PPLQ") ||
	       feature_is(feature, "PPLH") || feature_is(feature, "PPLW");
}

/* Keeps the heaviest; of equals the one with the smaller id. */
static void keep(struct search *s, const struct sr_town *town)
{
	struct best b = { *town, weight_of(town) };
	size_t at = s->n;

	while (at && (s->best[at - 1].weight < b.weight ||
		      (s->best[at - 1].weight == b.weight &&
		       s->best[at - 1].town.id > b.town.id)))
		at--;
	if (at == s->limit)
		return;
	if (s->n < s->limit)
		s->n++;
	for (size_t i = s->n - 1; i > at; i--)
		s->best[i] = s->best[i - 1];
	s->best[at] = b;
}

static void look_at(struct search *s, uint32_t index)
{
	const struct sr_gaz_record *r = &s->gaz->record[index];
	struct sr_gaz_place p;

	/* Most are too small: known without a look at their words. */
	if (s->n == s->limit &&
	    (uint64_t)r->population * 8 + 8 < s->best[s->n - 1].weight)
		return;
	if (!sr_gaz_place(s->gaz, index, &p) || !p.feature.n)
		return;
	bool province = feature_is(p.feature, "ADM1");
	if (s->provinces ? !province
			 : p.feature.s[0] != 'P' || is_part(p.feature))
		return;
	double lon = p.at.lon;
	if (lon < s->box->x0)
		lon += 360;
	else if (lon > s->box->x1)
		lon -= 360;
	if (!sr_box_has(s->box, (struct sr_xy){ lon, p.at.lat }))
		return;
	keep(s, &(struct sr_town){ .name = p.name,
				   .at = { p.at.lat, lon },
				   .population = p.population,
				   .index = index,
				   .id = p.id,
				   .kind = kind_of(p.feature) });
}

static void look_in(struct search *s, long row, long column)
{
	uint32_t cell = (uint32_t)(row * 360 + (column % 360 + 360) % 360);
	uint32_t to = s->gaz->grid[cell + 1];

	if (to > s->gaz->header->nplace)
		to = s->gaz->header->nplace;
	for (uint32_t i = s->gaz->grid[cell]; i < to; i++)
		look_at(s, i);
}

static long whole(double v, long low, long high)
{
	double down = floor(v);

	return down < (double)low ? low : down > (double)high ? high
							       : (long)down;
}

struct sr_town *sr_towns(const struct sr_gaz *gaz, const struct sr_box *box,
			 bool provinces, size_t limit, struct sr_arena *mem,
			 size_t *n)
{
	struct search s = { .gaz = gaz,
			    .box = box,
			    .best = SR_NEW(mem, struct best, limit),
			    .limit = limit,
			    .provinces = provinces };
	struct sr_town *out = SR_NEW(mem, struct sr_town, limit);
	long west = whole(box->x0 + 180, -360, 720);
	long east = whole(box->x1 + 180, -360, 720);

	*n = 0;
	if (!s.best || !out || !limit)
		return out;
	if (east - west >= 360)
		east = west + 359;
	for (long row = whole(box->y0 + 90, 0, 179);
	     row <= whole(box->y1 + 90, 0, 179); row++)
		for (long column = west; column <= east; column++)
			look_in(&s, row, column);
	for (size_t i = 0; i < s.n; i++)
		out[i] = s.best[i].town;
	*n = s.n;
	return out;
}

bool sr_is_town(const struct sr_gaz *gaz, struct sr_point at, int64_t id)
{
	struct sr_gaz_place p;
	uint32_t i = sr_gaz_at(gaz, at, id);

	return i != SR_GAZ_NONE && sr_gaz_place(gaz, i, &p) && p.feature.n &&
	       p.feature.s[0] == 'P';
}
