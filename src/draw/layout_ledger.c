/* What of the ledger stands on a map: symbols of places, circles of what is
 * known to an area only, symbols of incidents, and the names of all these. What
 * matters most chooses its place first: symbols before names, places in doubt
 * before sure ones, those of many reports before those of one. */
#include <stdlib.h>

#include "base/order.h"
#include "draw/layout.h"

#define MANY 100	/* marks: from here on their names are smaller */
#define FRESH_DAYS 14	/* evidence as old as this is not faded */
#define STALE_DAYS 180	/* and as old as this most of all */
#define STALE_MILLI 600 /* towards the ground */
#define REACH_SEEN 3.0  /* of a symbol's radius: shown from there on */
#define LEAST_HAZE 14.0 /* page units of a circle's radius */

struct turn {
	uint32_t index;
	uint32_t weight;
};

static int by_weight(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	return x->weight != y->weight ? sr_order(y->weight, x->weight)
				      : sr_order(x->index, y->index);
}

static uint32_t place_weight(const struct sr_map_place *p)
{
	static const uint32_t HOW[SR_MAP_HOWS] = {
		[SR_MAP_ASSUMED] = 0,	 [SR_MAP_CLAIMED] = 2000,
		[SR_MAP_CONTESTED] = 5000, [SR_MAP_LEFT] = 1000,
		[SR_MAP_ASSESSED] = 3000,	 [SR_MAP_CHANGING] = 4000,
	};
	uint32_t n = p->nreport > 900 ? 900 : p->nreport;

	return HOW[p->how] + n + (p->besieged ? 2000 : 0);
}

/* The places of the ledger in the order in which they choose; NULL without
 * memory. */
static struct turn *turns(const struct sr_map_data *d, struct sr_arena *mem)
{
	struct turn *t = SR_NEW(mem, struct turn, d->nplace);

	for (size_t i = 0; t && i < d->nplace; i++)
		t[i] = (struct turn){ (uint32_t)i,
				      place_weight(&d->place[i]) };
	if (t && d->nplace)
		qsort(t, d->nplace, sizeof(*t), by_weight);
	return t;
}

static uint32_t fade_of(int32_t last, int32_t day)
{
	int64_t age = (int64_t)day - last;

	if (age <= FRESH_DAYS)
		return 0;
	if (age >= STALE_DAYS)
		return STALE_MILLI;
	return (uint32_t)((age - FRESH_DAYS) * STALE_MILLI /
			  (STALE_DAYS - FRESH_DAYS));
}

static double mark_size(size_t n)
{
	return n <= 40 ? 7 : n <= 120 ? 6 : n <= 300 ? 5 : 4.2;
}

static struct sr_box around(struct sr_xy at, double r)
{
	return (struct sr_box){ at.x - r, at.y - r, at.x + r, at.y + r };
}

static struct sr_box inner(const struct sr_box *b, double by)
{
	return (struct sr_box){ b->x0 + by, b->y0 + by, b->x1 - by,
				b->y1 - by };
}

/* Is all of the frame within a circle? Then it would tell nothing. */
static bool covers(const struct sr_layout *l, struct sr_xy at, double km)
{
	double r = km * sr_page_km(&l->projection, at);
	const struct sr_box *f = &l->frame;
	double x = at.x - f->x0 > f->x1 - at.x ? at.x - f->x0 : f->x1 - at.x;
	double y = at.y - f->y0 > f->y1 - at.y ? at.y - f->y0 : f->y1 - at.y;

	return x * x + y * y < r * r;
}

static bool add_haze(const struct sr_map_kit *kit, struct sr_layout *l,
		     struct sr_haze haze, double km)
{
	double r = km * sr_page_km(&l->projection, haze.at);

	haze.r = r < LEAST_HAZE ? LEAST_HAZE : r;
	struct sr_haze *to = SR_PUSH(kit->mem, &l->hazes);
	if (to)
		*to = haze;
	return to;
}

static bool add_mark(const struct sr_map_kit *kit, struct sr_layout *l,
		     uint32_t index, double r)
{
	const struct sr_map_place *p = &l->data->place[index];
	struct sr_xy at = sr_project(&l->projection, p->at);
	struct sr_box room = inner(&l->frame, p->area ? 0 : r + 3);
	uint32_t fade = fade_of(p->last, l->data->day);

	if (!p->has_point) {
		l->pointless++;
		return true;
	}
	if (!sr_box_has(&room, at)) {
		l->outside++;
		return true;
	}
	if (p->area && covers(l, at, p->radius_km)) {
		l->wide++;
		return true;
	}
	if (p->area)
		return add_haze(kit, l,
				(struct sr_haze){ .index = index,
						  .at = at,
						  .fade = fade },
				p->radius_km);
	struct sr_mark *to = SR_PUSH(kit->mem, &l->marks);
	if (!to)
		return false;
	double reach = p->radius_km * sr_page_km(&l->projection, at);
	*to = (struct sr_mark){ index, at, r, fade,
				reach > REACH_SEEN * r ? reach : 0 };
	struct sr_box box = around(at, r + (p->besieged ? 5 : 1.5));
	return sr_take(kit->mem, &l->taken, &box);
}

/* Between the middle of a mark and what stands beside it. */
static double gap_of(const struct sr_layout *l, const struct sr_mark *m)
{
	return m->r + (l->data->place[m->place].besieged ? 6 : 2.5);
}

/* Incidents */

static double badge_size(uint32_t norigin, double unit)
{
	return unit * (norigin >= 4 ? 1.2 : norigin >= 2 ? 1 : 0.82);
}

/* The mark that stands where the incidents happened. */
static const struct sr_mark *mark_at(const struct sr_layout *l, struct sr_xy at)
{
	for (size_t i = 0; i < l->marks.nitem; i++) {
		const struct sr_mark *m = &l->marks.items[i];
		double x = m->at.x - at.x, y = m->at.y - at.y;
		if (x * x + y * y < 9)
			return m;
	}
	return NULL;
}

static double count_width(const struct sr_map_kit *kit, uint32_t n)
{
	struct sr_str s = sr_map_text(kit->mem, "%u", n);

	return n < 2 ? 0
		     : kit->measure.size(kit->measure.user, SR_TEXT_COUNT, s, 0)
				       .width +
				 2;
}

/* Incidents [from, to) are those of one place. */
struct row {
	uint32_t from, to;
	struct sr_xy at;
	double unit, width, height;
};

static void measure_row(const struct sr_map_kit *kit, const struct sr_layout *l,
			struct row *row)
{
	row->width = 0;
	row->height = 0;
	for (uint32_t i = row->from; i < row->to; i++) {
		const struct sr_map_incident *in = &l->data->incident[i];
		double r = badge_size(in->norigin, row->unit);
		row->width += 2 * r + 2 + count_width(kit, in->n);
		row->height = 2 * r > row->height ? 2 * r : row->height;
	}
}

static bool put_row(const struct sr_map_kit *kit, struct sr_layout *l,
		    const struct row *row, const struct sr_box *box, bool far)
{
	double x = box->x0, y = (box->y0 + box->y1) / 2;

	for (uint32_t i = row->from; i < row->to; i++) {
		const struct sr_map_incident *in = &l->data->incident[i];
		double r = badge_size(in->norigin, row->unit);
		struct sr_badge *b = SR_PUSH(kit->mem, &l->badges);
		if (!b)
			return false;
		*b = (struct sr_badge){
			.incident = i,
			.at = { x + r + 1, y },
			.r = r,
			.count = { x + 2 * r + 2, y },
			.leader = far && i == row->from,
			.of = row->at,
		};
		x += 2 * r + 2 + count_width(kit, in->n);
	}
	return sr_take(kit->mem, &l->taken, box);
}

static bool add_row(const struct sr_map_kit *kit, struct sr_layout *l,
		    struct row row)
{
	const struct sr_map_incident *in = &l->data->incident[row.from];
	struct sr_box room = inner(&l->frame, 8), box;
	bool far = false;

	row.at = sr_project(&l->projection, in->at);
	if (!sr_box_has(&room, row.at))
		return true;
	if (in->area && covers(l, row.at, in->radius_km)) {
		l->wide++;
		return true;
	}
	const struct sr_mark *mark = mark_at(l, row.at);
	measure_row(kit, l, &row);
	struct sr_spotted label = { .at = row.at,
				    .gap = mark ? gap_of(l, mark) + 1.5 : 5,
				    .width = row.width,
				    .height = row.height,
				    .far = true,
				    .centre = in->area };
	double r = badge_size(in->norigin, row.unit);
	box = (struct sr_box){ row.at.x - r - 1, row.at.y - row.height / 2,
			       row.at.x - r - 1 + row.width,
			       row.at.y + row.height / 2 };
	bool amid = !mark && !in->area && sr_is_free(&l->taken, &box);
	if (!amid && !sr_label_place(&label, &l->taken, &room, &box, &far)) {
		l->hidden += row.to - row.from;
		return true;
	}
	if (in->area &&
	    !add_haze(kit, l,
		      (struct sr_haze){ .incident = true,
					.index = row.from,
					.at = row.at },
		      in->radius_km))
		return false;
	return put_row(kit, l, &row, &box, far || (!amid && !mark));
}

static bool same_spot(const struct sr_map_incident *a,
		      const struct sr_map_incident *b)
{
	return a->at.lat == b->at.lat && a->at.lon == b->at.lon &&
	       a->area == b->area;
}

/* Those of one place stand together, see sr_map_take. */
static bool add_incidents(const struct sr_map_kit *kit, struct sr_layout *l,
			  double unit)
{
	const struct sr_map_data *d = l->data;
	uint32_t from = 0;

	for (uint32_t i = 1; i <= d->nincident; i++) {
		if (i < d->nincident &&
		    same_spot(&d->incident[from], &d->incident[i]))
			continue;
		if (!add_row(kit, l,
			     (struct row){ .from = from, .to = i,
					   .unit = unit }))
			return false;
		from = i;
	}
	return true;
}

/* Names */

bool sr_layout_label(const struct sr_map_kit *kit, struct sr_layout *l,
		     const struct sr_label *like, struct sr_spotted spotted,
		     bool *placed)
{
	struct sr_box room = inner(&l->frame, 3), box;
	struct sr_size size = kit->measure.size(kit->measure.user, like->style,
						like->text, 0);
	bool far;

	*placed = false;
	spotted.width = size.width + 2;
	spotted.height = size.height * 0.86; /* less the room of the font for
						accents of capitals */
	if (!sr_label_place(&spotted, &l->taken, &room, &box, &far))
		return true;
	struct sr_label *to = SR_PUSH(kit->mem, &l->labels);
	if (!to)
		return false;
	*to = *like;
	to->box = box;
	to->point = spotted.at;
	to->leader = far;
	*placed = true;
	return sr_take(kit->mem, &l->taken, &box);
}

static bool name_marks(const struct sr_map_kit *kit, struct sr_layout *l)
{
	enum sr_style style = l->marks.nitem > MANY ? SR_TEXT_DENSE
						    : SR_TEXT_PLACE;
	bool placed;

	for (size_t i = 0; i < l->marks.nitem; i++) {
		const struct sr_mark *m = &l->marks.items[i];
		const struct sr_map_place *p = &l->data->place[m->place];
		struct sr_label like = { .text = p->name,
					 .style = style,
					 .of = SR_LABEL_PLACE,
					 .index = m->place };
		struct sr_spotted at = { .at = m->at,
					 .gap = gap_of(l, m),
					 .far = true };
		if (!sr_layout_label(kit, l, &like, at, &placed))
			return false;
		l->unlabelled += !placed;
	}
	return true;
}

/* Does a label name that point so already? */
static bool is_named(const struct sr_layout *l, struct sr_str name,
		     struct sr_xy at)
{
	for (size_t i = 0; i < l->labels.nitem; i++) {
		const struct sr_label *label = &l->labels.items[i];
		double x = label->point.x - at.x, y = label->point.y - at.y;
		if (x * x + y * y < 9 && sr_str_equal(label->text, name))
			return true;
	}
	return false;
}

static bool name_hazes(const struct sr_map_kit *kit, struct sr_layout *l)
{
	bool placed;

	for (size_t i = 0; i < l->hazes.nitem; i++) {
		const struct sr_haze *h = &l->hazes.items[i];
		struct sr_label like = {
			.text = h->incident ? l->data->incident[h->index].name
					    : l->data->place[h->index].name,
			.style = SR_TEXT_AREA,
			.of = h->incident ? SR_LABEL_INCIDENT : SR_LABEL_PLACE,
			.index = h->index
		};
		struct sr_spotted at = { .at = h->at, .centre = true };
		if (h->incident && is_named(l, like.text, h->at))
			continue;
		if (!sr_layout_label(kit, l, &like, at, &placed))
			return false;
		l->unlabelled += !placed && !h->incident;
	}
	return true;
}

/* Of places where something happened but nobody is said to hold them. */
static bool name_badges(const struct sr_map_kit *kit, struct sr_layout *l)
{
	const struct sr_map_incident *before = NULL;
	bool placed;

	for (size_t i = 0; i < l->badges.nitem; i++) {
		const struct sr_badge *b = &l->badges.items[i];
		const struct sr_map_incident *in =
			&l->data->incident[b->incident];
		bool again = before && same_spot(before, in);
		before = in;
		if (again || in->area || mark_at(l, b->of))
			continue;
		struct sr_label like = { .text = in->name,
					 .style = SR_TEXT_CAPITAL,
					 .of = SR_LABEL_INCIDENT,
					 .index = b->incident };
		struct sr_spotted at = { .at = b->of, .gap = b->r + 1.5 };
		if (!sr_layout_label(kit, l, &like, at, &placed))
			return false;
	}
	return true;
}

bool sr_layout_ledger(const struct sr_map_kit *kit, struct sr_layout *l)
{
	struct turn *t = turns(l->data, kit->mem);
	double r = mark_size(l->data->nplace);

	if (!t)
		return false;
	for (size_t i = 0; i < l->data->nplace; i++)
		if (!add_mark(kit, l, t[i].index, r))
			return false;
	return add_incidents(kit, l, r) && name_marks(kit, l) &&
	       name_badges(kit, l) && name_hazes(kit, l);
}
