#include "fuse/losses.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"
#include "base/utf8.h"
#include "fuse/crowd.h"
#include "fuse/places.h"
#include "model/family.h"

#define TOTAL_DAYS 28 /* figures for so long a time are running totals */
#define START_DAYS 14 /* totals since days this near are since one day; */
#define START_PART 10 /* of years, "five years ago" being no day, a tenth */
#define NOWHERE UINT32_MAX

/* A claim with what it is sorted and joined by. */
struct item {
	const struct sr_record *record;
	const struct sr_filed *filed;
	struct sr_str side, claimant, key; /* key: the claimant, folded */
	bool own_voice;
	enum sr_scope scope;
	uint32_t index, crowd, place; /* place: of a total */
	int32_t start;		      /* of a total's series */
};

/* "In September" leaves the day open and is no total. */
static bool is_month(struct sr_days d)
{
	struct sr_date first = sr_date_of(d.to);
	struct sr_days month = sr_days_of_month(first.year, first.month);

	return d.from == month.from && d.to == month.to;
}

enum sr_scope sr_scope_of(const struct sr_claim *c)
{
	if (c->count_further)
		return SR_SCOPE_FURTHER;
	if (c->count_total)
		return SR_SCOPE_TOTAL;
	if (!sr_days_known(c->days))
		return SR_SCOPE_OPEN;
	if (c->days.from == SR_DAY_MIN || c->days.to == SR_DAY_MAX ||
	    (sr_days_span(c->days) >= TOTAL_DAYS &&
	     !is_month(c->days)))
		return SR_SCOPE_TOTAL;
	return SR_SCOPE_PERIOD;
}

static struct sr_str folded(struct sr_str s, struct sr_arena *mem)
{
	size_t room = s.n * 4 + 1;
	char *out = sr_arena_raw(mem, room, 1);

	return (struct sr_str){ out, out ? sr_fold(s, out, room) : 0 };
}

/* Who says so: an origin where somebody speaks, so that a speaker under two
 * names is one; else the paper, and all its reports are one claimant. */
static void put_claimant(const struct sr_losses_in *in, struct item *item,
			 struct sr_arena *mem)
{
	const struct sr_origin *o =
		&in->voices->items.items[in->voices->claim[item->index]];

	if (o->spoken) {
		item->claimant = o->name;
		item->key = o->key;
		return;
	}
	item->own_voice = true;
	item->claimant = item->filed->report.publisher;
	if (!item->claimant.n)
		item->claimant = item->filed->report.name;
	item->key = folded(item->claimant, mem);
}

static struct item item_of(const struct sr_losses_in *in, uint32_t i,
			   struct sr_arena *mem)
{
	const struct sr_record *r = &in->records->claims.items[i];
	struct item item = { .record = r,
			     .filed = sr_filed_of(in->records, r),
			     .index = i,
			     .place = NOWHERE,
			     .start = SR_DAY_MIN };

	item.scope = sr_scope_of(&r->claim);
	item.crowd = sr_crowd_of(&r->claim);
	if (r->claim.has_target)
		item.side = r->claim.target.side;
	if (item.scope == SR_SCOPE_TOTAL && sr_days_known(r->claim.days) &&
	    r->claim.basis != SR_BASIS_REPORT)
		item.start = r->claim.days.from;
	put_claimant(in, &item, mem);
	return item;
}

static bool is_total(const struct item *a)
{
	return a->scope == SR_SCOPE_TOTAL;
}

static int by_category(const struct item *a, const struct item *b)
{
	const struct sr_claim *p = &a->record->claim, *q = &b->record->claim;
	int c = sr_str_order(a->side, b->side);

	/* Unknown sides last. */
	if (c)
		return !a->side.n ? 1 : !b->side.n ? -1 : c;
	if ((c = sr_order(p->type, q->type)))
		return c;
	if ((c = sr_str_order(p->unit, q->unit)))
		return c;
	if ((c = sr_str_order(p->disposition, q->disposition)))
		return c;
	return sr_order(is_total(b), is_total(a));
}

/* Zero for what one claimant says of one thing, whatever its start. */
static int by_thing(const struct item *a, const struct item *b)
{
	int c = by_category(a, b);

	if (c || (c = sr_order(a->crowd, b->crowd)))
		return c;
	if ((c = sr_order(a->own_voice, b->own_voice)) ||
	    (c = sr_str_order(a->key, b->key)))
		return c;
	return sr_order(a->place, b->place);
}

static int by_start(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = by_thing(a, b);

	return c ? c : sr_order(a->start, b->start);
}

/* Zero for what is the same figure. */
static int by_figure(const struct item *a, const struct item *b)
{
	const struct sr_claim *p = &a->record->claim, *q = &b->record->claim;
	int c = by_start(a, b);

	if (c || (c = sr_order(p->days.to, q->days.to)))
		return c;
	/* A total is one of its series, whatever day it has been since. */
	if (!is_total(a) && (c = sr_order(p->days.from, q->days.from)))
		return c;
	if ((c = sr_order((int64_t)a->scope, (int64_t)b->scope)))
		return c;
	if ((c = sr_order(p->has_count, q->has_count)) ||
	    (c = sr_order(p->count.low, q->count.low)) ||
	    (c = sr_order(p->count.high, q->count.high)))
		return c;
	return sr_order(p->status, q->status);
}

static int by_all(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = by_figure(a, b);

	if (c || (c = sr_str_order(a->filed->sha256, b->filed->sha256)))
		return c;
	return sr_order(a->record->points.from, b->record->points.from);
}

/* Totals since days that are near each other are since one day: the first. */
static void join_starts(struct item *item, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (!is_total(&item[i]) ||
		    by_thing(&item[i - 1], &item[i]) != 0 ||
		    item[i - 1].start == SR_DAY_MIN)
			continue;
		int64_t most = ((int64_t)item[i].record->claim.days.to -
				item[i].start) / START_PART;
		if (most < START_DAYS)
			most = START_DAYS;
		if ((int64_t)item[i].start - item[i - 1].start <= most)
			item[i].start = item[i - 1].start;
	}
}

/* A total is of a place, if its words name one. */
static enum sr_code place_totals(const struct sr_losses_in *in,
				 struct item *item, size_t n,
				 struct sr_arena *mem)
{
	size_t most = in->records->claims.nitem;
	uint32_t *group = SR_NEW(mem, uint32_t, most);
	struct sr_spot_groups spots;

	if (!group || sr_group_places(in->records, mem, &spots, NULL))
		return SR_NOMEM;
	for (size_t i = 0; i < most; i++)
		group[i] = NOWHERE;
	for (uint32_t g = 0; g < spots.items.nitem; g++)
		for (size_t k = 0; k < spots.items.items[g].n; k++)
			group[spots.items.items[g].claim[k]] = g;
	for (size_t i = 0; i < n; i++)
		if (is_total(&item[i]))
			item[i].place = group[item[i].index];
	return SR_OK;
}

static bool put_line(const struct item *item, uint32_t i, struct sr_arena *mem,
		     struct sr_losses *out)
{
	bool first = i == 0 || by_start(&item[i - 1], &item[i]) != 0;
	struct sr_loss *line = SR_PUSH(mem, &out->items);

	if (first) {
		struct sr_loss_series *s = SR_PUSH(mem, &out->series);
		if (!s)
			return false;
		s->from = (uint32_t)out->items.nitem - 1;
		s->totals = is_total(&item[i]);
	}
	if (!line)
		return false;
	*line = (struct sr_loss){
		.claim = &item[i].record->claim,
		.side = item[i].side,
		.claimant = item[i].claimant,
		.own_voice = item[i].own_voice,
		.scope = item[i].scope,
		.series = (uint32_t)out->series.nitem - 1,
		.from = i,
	};
	out->series.items[line->series].n++;
	return true;
}

/* The lines of sorted items. */
static enum sr_code join(const struct item *item, size_t n,
			 struct sr_arena *mem, struct sr_losses *out)
{
	for (uint32_t i = 0; i < n; i++) {
		out->order[i] = item[i].index;
		if ((i == 0 || by_figure(&item[i - 1], &item[i]) != 0) &&
		    !put_line(item, i, mem, out))
			return SR_NOMEM;
		out->items.items[out->items.nitem - 1].n++;
	}
	return SR_OK;
}

enum sr_code sr_losses(const struct sr_losses_in *in, struct sr_arena *mem,
		       struct sr_losses *out, struct sr_err *err)
{
	size_t most = in->records->claims.nitem, n = 0;
	struct item *item = SR_NEW(mem, struct item, most);

	*out = (struct sr_losses){ .order = SR_NEW(mem, uint32_t, most) };
	if (!item || !out->order)
		return sr_fail_nomem(err, "losses");
	for (uint32_t i = 0; i < most; i++) {
		const struct sr_claim *c = &in->records->claims.items[i].claim;
		if (sr_is_loss(c->type) && (in->all || c->has_count))
			item[n++] = item_of(in, i, mem);
	}
	if (n && place_totals(in, item, n, mem))
		return sr_fail_nomem(err, "losses");
	if (n) {
		qsort(item, n, sizeof(*item), by_start);
		join_starts(item, n);
		qsort(item, n, sizeof(*item), by_all);
	}
	if (join(item, n, mem, out) || sr_losses_follow(in, mem, out) ||
	    mem->full)
		return sr_fail_nomem(err, "losses");
	return SR_OK;
}
