/* Names for orientation, where the ledger has left room: countries, provinces,
 * towns, degrees. All of the gazetteer: the base map has lines alone. */
#include <math.h>

#include "draw/layout.h"
#include "kit/schema.h"

#define MOST_TOWNS 400
#define MOST_PROVINCES 120
#define ROOM_TOWN 15000.0 /* square page units of ground for a town's name */
#define TOWN_SIGN 3.0
#define GRID 30.0	/* page units between points whose country is asked */
#define NEAR_TOWN 45.0	/* page units to a town that tells of it */
#define LEAST_SPOTS 6	/* a country of fewer such points is not named */

static struct sr_box degrees_of(const struct sr_layout *l)
{
	struct sr_box d = sr_page_degrees(&l->projection, &l->frame);

	if (l->projection.kind == SR_PROJECT_EARTH)
		d = (struct sr_box){ -180, -90, 180, 90 };
	return d;
}

static bool in_frame(const struct sr_layout *l, struct sr_xy at, double by)
{
	const struct sr_box *f = &l->frame;

	return at.x >= f->x0 + by && at.x <= f->x1 - by &&
	       at.y >= f->y0 + by && at.y <= f->y1 - by;
}

/* Countries: where the page is theirs, told by the nearest town, as near as may
 * be to the middle of that. */

struct spot {
	struct sr_xy at;
	char country[2];
};

struct spots {
	SR_LIST(struct spot) items;
};

/* Which country a point of the page is in; false at sea and in empty ground. */
static bool country_at(const struct sr_map_kit *kit, const struct sr_layout *l,
		       struct sr_xy at, char out[2])
{
	double km = NEAR_TOWN / sr_page_km(&l->projection, at);
	struct sr_gaz_place p;
	struct sr_point where = sr_unproject(&l->projection, at);

	if (where.lon > 180)
		where.lon -= 360;
	if (where.lon < -180)
		where.lon += 360;
	uint32_t i = sr_gaz_nearest(kit->gaz, where,
				    km < 30    ? 30
				    : km > 120 ? 120
					       : km);
	if (i == SR_GAZ_NONE || !sr_gaz_place(kit->gaz, i, &p) ||
	    p.country.n != 2)
		return false;
	memcpy(out, p.country.s, 2);
	return true;
}

static bool find_spots(const struct sr_map_kit *kit, const struct sr_layout *l,
		       struct spots *out)
{
	const struct sr_box *f = &l->frame;

	for (double y = f->y0 + GRID / 2; y < f->y1; y += GRID) {
		for (double x = f->x0 + GRID / 2; x < f->x1; x += GRID) {
			struct spot s = { .at = { x, y } };
			if (!country_at(kit, l, s.at, s.country))
				continue;
			struct spot *to = SR_PUSH(kit->mem, &out->items);
			if (!to)
				return false;
			*to = s;
		}
	}
	return true;
}

static bool same_country(const struct spot *s, const char *code)
{
	return s->country[0] == code[0] && s->country[1] == code[1];
}

/* Is all that lies under a box, as far as it is known, of that country? */
static bool is_its(const struct spots *spots, const struct sr_box *box,
		   const char *code)
{
	struct sr_box wide = { box->x0 - GRID / 2, box->y0 - GRID / 2,
			       box->x1 + GRID / 2, box->y1 + GRID / 2 };

	for (size_t i = 0; i < spots->items.nitem; i++) {
		const struct spot *s = &spots->items.items[i];
		if (sr_box_has(&wide, s->at) && !same_country(s, code))
			return false;
	}
	return true;
}

/* The free box nearest to the middle of its spots; false: none. */
static bool country_box(const struct sr_layout *l, const struct spots *spots,
			const char *code, struct sr_size size,
			struct sr_box *out)
{
	struct sr_xy middle = { 0, 0 };
	double best = 1e18, n = 0;

	for (size_t i = 0; i < spots->items.nitem; i++) {
		const struct spot *s = &spots->items.items[i];
		if (!same_country(s, code))
			continue;
		middle.x += s->at.x;
		middle.y += s->at.y;
		n++;
	}
	for (size_t i = 0; n >= LEAST_SPOTS && i < spots->items.nitem; i++) {
		struct sr_xy at = spots->items.items[i].at;
		struct sr_box box = { at.x - size.width / 2,
				      at.y - size.height / 2,
				      at.x + size.width / 2,
				      at.y + size.height / 2 };
		double x = at.x - middle.x / n, y = at.y - middle.y / n;
		if (!same_country(&spots->items.items[i], code) ||
		    x * x + y * y >= best ||
		    !in_frame(l, (struct sr_xy){ box.x0, box.y0 }, 4) ||
		    !in_frame(l, (struct sr_xy){ box.x1, box.y1 }, 4) ||
		    !sr_is_free(&l->taken, &box) || !is_its(spots, &box, code))
			continue;
		best = x * x + y * y;
		*out = box;
	}
	return best < 1e18;
}

static bool name_country(const struct sr_map_kit *kit, struct sr_layout *l,
			 const struct spots *spots, const char *code)
{
	struct sr_str name = sr_side_name(kit->tables,
					  (struct sr_str){ code, 2 });
	struct sr_size size = kit->measure.size(
		kit->measure.user, SR_TEXT_COUNTRY, name, 0);
	struct sr_box box;

	if (name.n <= 2 || !country_box(l, spots, code, size, &box))
		return true;
	struct sr_label *to = SR_PUSH(kit->mem, &l->labels);
	if (!to)
		return false;
	*to = (struct sr_label){ .text = name,
				 .style = SR_TEXT_COUNTRY,
				 .of = SR_LABEL_COUNTRY,
				 .box = box };
	return sr_take(kit->mem, &l->taken, &box);
}

static bool name_countries(const struct sr_map_kit *kit, struct sr_layout *l)
{
	struct spots spots = { .items = { 0 } };
	bool good = find_spots(kit, l, &spots);

	for (size_t i = 0; good && i < spots.items.nitem; i++) {
		const char *code = spots.items.items[i].country;
		size_t k = 0;
		while (k < i && !same_country(&spots.items.items[k], code))
			k++;
		if (k == i)
			good = name_country(kit, l, &spots, code);
	}
	return good;
}

/* Provinces and towns */

/* Does the last label stand in that province? */
static bool is_within(const struct sr_map_kit *kit, const struct sr_layout *l,
		      uint32_t province)
{
	const struct sr_box *b = &l->labels.items[l->labels.nitem - 1].box;
	struct sr_gaz_place p;
	struct sr_point at = sr_unproject(
		&l->projection, (struct sr_xy){ (b->x0 + b->x1) / 2,
						(b->y0 + b->y1) / 2 });
	uint32_t i = sr_gaz_nearest(kit->gaz, at, 60);

	return i != SR_GAZ_NONE && sr_gaz_place(kit->gaz, i, &p) &&
	       p.admin1_index == province;
}

static void drop_label(struct sr_layout *l)
{
	l->labels.nitem--;
	l->taken.items.nitem--;
}

static bool name_provinces(const struct sr_map_kit *kit, struct sr_layout *l,
			   const struct sr_box *d)
{
	double km = sr_page_km(&l->projection,
			       (struct sr_xy){ (l->frame.x0 + l->frame.x1) / 2,
					       (l->frame.y0 + l->frame.y1) /
						       2 });
	size_t n;
	bool placed;

	if (100 * km < 70) /* too small to be told apart */
		return true;
	struct sr_town *t = sr_towns(kit->gaz, d, true, MOST_PROVINCES,
				     kit->mem, &n);
	for (size_t i = 0; t && i < n; i++) {
		struct sr_label like = { .text = t[i].name,
					 .style = SR_TEXT_PROVINCE,
					 .of = SR_LABEL_PROVINCE };
		struct sr_spotted at = { .at = sr_project(&l->projection,
							  t[i].at),
					 .centre = true };
		if (!in_frame(l, at.at, 0))
			continue;
		if (!sr_layout_label(kit, l, &like, at, &placed))
			return false;
		if (placed && !is_within(kit, l, t[i].index))
			drop_label(l);
	}
	return t;
}

/* Is it one of those that the ledger names? */
static bool is_shown(const struct sr_layout *l, const struct sr_town *t)
{
	for (size_t i = 0; i < l->data->nplace; i++)
		if (l->data->place[i].id == t->id && !l->data->place[i].area)
			return true;
	for (size_t i = 0; i < l->data->nincident; i++)
		if (l->data->incident[i].id == t->id &&
		    !l->data->incident[i].area)
			return true;
	return false;
}

static bool name_towns(const struct sr_map_kit *kit, struct sr_layout *l,
		       const struct sr_box *d)
{
	const struct sr_box *f = &l->frame;
	size_t most = (size_t)((f->x1 - f->x0) * (f->y1 - f->y0) / ROOM_TOWN);
	size_t n, done = 0;
	bool placed;

	struct sr_town *t =
		sr_towns(kit->gaz, d, false, MOST_TOWNS, kit->mem, &n);
	for (size_t i = 0; t && i < n && done < most; i++) {
		struct sr_spotted at = { .at = sr_project(&l->projection,
							  t[i].at),
					 .gap = TOWN_SIGN + 1 };
		struct sr_box sign = { at.at.x - TOWN_SIGN, at.at.y - TOWN_SIGN,
				       at.at.x + TOWN_SIGN,
				       at.at.y + TOWN_SIGN };
		bool capital = t[i].kind == SR_CAPITAL;
		struct sr_label like = {
			.text = t[i].name,
			.style = capital ? SR_TEXT_CAPITAL : SR_TEXT_TOWN,
			.of = SR_LABEL_TOWN,
			.capital = capital
		};
		if (!in_frame(l, at.at, 6) || is_shown(l, &t[i]) ||
		    !sr_is_free(&l->taken, &sign))
			continue;
		if (!sr_layout_label(kit, l, &like, at, &placed) ||
		    (placed && !sr_take(kit->mem, &l->taken, &sign)))
			return false;
		done += placed;
	}
	return t;
}

/* Degrees */

static bool name_line(const struct sr_map_kit *kit, struct sr_layout *l,
		      struct sr_xy at, double degrees, const char *ends)
{
	double size = degrees < 0 ? -degrees : degrees;
	struct sr_str text = sr_map_text(
		kit->mem, l->net < 0.1 ? "%.2f° %c" : "%.1f° %c", size,
		degrees < 0 ? ends[1] : ends[0]);
	struct sr_size s = kit->measure.size(kit->measure.user, SR_TEXT_SMALL,
					     text, 0);
	struct sr_box box = { at.x, at.y, at.x + s.width, at.y + s.height };

	if (!in_frame(l, (struct sr_xy){ box.x0, box.y0 }, 1) ||
	    !in_frame(l, (struct sr_xy){ box.x1, box.y1 }, 1) ||
	    !sr_is_free(&l->taken, &box))
		return true;
	struct sr_label *to = SR_PUSH(kit->mem, &l->labels);
	if (!to)
		return false;
	*to = (struct sr_label){ .text = text,
				 .style = SR_TEXT_SMALL,
				 .of = SR_LABEL_NET,
				 .box = box };
	return sr_take(kit->mem, &l->taken, &box);
}

/* Meridians at the upper edge, parallels at the left one. */
static bool name_net(const struct sr_map_kit *kit, struct sr_layout *l,
		     const struct sr_box *d)
{
	const struct sr_box *f = &l->frame;
	double top = sr_unproject(&l->projection,
				  (struct sr_xy){ (f->x0 + f->x1) / 2, f->y0 })
			     .lat;
	double left = sr_unproject(&l->projection,
				   (struct sr_xy){ f->x0,
						   (f->y0 + f->y1) / 2 })
			      .lon;
	bool good = true;

	for (double v = ceil(d->x0 / l->net); good && v * l->net < d->x1;
	     v += 1) {
		struct sr_xy at = sr_project(
			&l->projection, (struct sr_point){ top, v * l->net });
		at = (struct sr_xy){ at.x + 3, f->y0 + 2 };
		good = name_line(kit, l, at, v * l->net, "EW");
	}
	for (double v = ceil(d->y0 / l->net); good && v * l->net < d->y1;
	     v += 1) {
		struct sr_xy at = sr_project(
			&l->projection, (struct sr_point){ v * l->net, left });
		at = (struct sr_xy){ f->x0 + 3, at.y + 1 };
		good = name_line(kit, l, at, v * l->net, "NS");
	}
	return good;
}

bool sr_layout_names(const struct sr_map_kit *kit, struct sr_layout *l)
{
	struct sr_box d = degrees_of(l);

	if (l->net > 0 && !name_net(kit, l, &d))
		return false;
	if (!kit->gaz)
		return true;
	if (l->net > 0)
		return name_towns(kit, l, &d);
	return name_countries(kit, l) && name_towns(kit, l, &d) &&
	       name_provinces(kit, l, &d);
}
