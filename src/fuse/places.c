#include "fuse/places.h"

#include <stdlib.h>

#include "base/geo.h"
#include "base/order.h"
#include "base/str.h"
#include "base/utf8.h"

#define SAME_KM 15.0 /* one name this near is one place */

struct item {
	struct sr_str name; /* folded */
	int64_t id;	    /* its own, or that of a namesake beside it */
	const struct sr_place_slot *place;
	uint32_t claim, report;
};

/* By name, those with an id first; then by point. */
static int by_place(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	const struct sr_place_slot *p = a->place, *q = b->place;
	int c = sr_str_order(a->name, b->name);

	if (c || (c = sr_order(a->id == 0, b->id == 0)) ||
	    (c = sr_order(a->id, b->id)))
		return c;
	if ((c = sr_order(p->has_point, q->has_point)) ||
	    (c = (p->lat > q->lat) - (p->lat < q->lat)) ||
	    (c = (p->lon > q->lon) - (p->lon < q->lon)))
		return c;
	return sr_order(a->claim, b->claim);
}

static bool near(const struct sr_place_slot *p, const struct sr_place_slot *q)
{
	if (!p->has_point || !q->has_point)
		return p->has_point == q->has_point;
	return sr_geo_rough_km((struct sr_point){ p->lat, p->lon },
			       (struct sr_point){ q->lat, q->lon }) <= SAME_KM;
}

static bool same(const struct item *a, const struct item *b)
{
	if (a->id || b->id)
		return a->id == b->id;
	return sr_str_equal(a->name, b->name) && near(a->place, b->place);
}

/* Gives those without an id that of the first namesake beside them. Sorted. */
static void adopt(struct item *item, size_t n)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		if (!sr_str_equal(item[i].name, item[from].name))
			from = i;
		for (size_t k = from; !item[i].id && k < i && item[k].id; k++)
			if (item[i].place->has_point &&
			    item[k].place->has_point &&
			    near(item[i].place, item[k].place))
				item[i].id = item[k].id;
	}
}

static bool fold_name(struct item *item, struct sr_arena *mem)
{
	struct sr_str name = item->place->name;
	size_t room = name.n * 4 + 1;
	char *s = sr_arena_raw(mem, room, 1);

	if (!s)
		return false;
	item->name = (struct sr_str){ s, sr_fold(name, s, room) };
	item->id = item->place->id;
	return true;
}

/* One group of n items that are the same place. */
static bool put_group(const struct item *item, size_t n, struct sr_arena *mem,
		      struct sr_spot_groups *out)
{
	struct sr_spot_group *g = SR_PUSH(mem, &out->items);
	uint32_t *report = SR_NEW(mem, uint32_t, n);

	if (!g || !report)
		return false;
	*g = (struct sr_spot_group){ .place = item->place,
				     .claim = SR_NEW(mem, uint32_t, n),
				     .n = n };
	if (!g->claim)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!g->place->id)
			g->place = item[i].place;
		g->claim[i] = item[i].claim;
		report[i] = item[i].report;
	}
	qsort(g->claim, n, sizeof(*g->claim), sr_by_u32);
	qsort(report, n, sizeof(*report), sr_by_u32);
	for (size_t i = 0; i < n; i++)
		g->nreport += i == 0 || report[i] != report[i - 1];
	return true;
}

enum sr_code sr_group_places(const struct sr_records *records,
			     struct sr_arena *mem, struct sr_spot_groups *out,
			     struct sr_err *err)
{
	struct item *item = SR_NEW(mem, struct item, records->claims.nitem);
	size_t n = 0, from = 0;

	*out = (struct sr_spot_groups){ 0 };
	if (!item)
		return sr_fail_nomem(err, "places");
	for (uint32_t i = 0; i < records->claims.nitem; i++) {
		const struct sr_record *r = &records->claims.items[i];
		if (!r->claim.has_place)
			continue;
		item[n] = (struct item){ .place = &r->claim.place,
					 .claim = i,
					 .report = r->report };
		if (!fold_name(&item[n++], mem))
			return sr_fail_nomem(err, "places");
	}
	if (n) {
		qsort(item, n, sizeof(*item), by_place);
		adopt(item, n);
		qsort(item, n, sizeof(*item), by_place);
	}
	for (size_t i = 1; i <= n; i++) {
		if (i < n && same(&item[from], &item[i]))
			continue;
		if (!put_group(item + from, i - from, mem, out))
			return sr_fail_nomem(err, "places");
		from = i;
	}
	return SR_OK;
}
