#include "fuse/losses.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "model/family.h"

#define TOTAL_DAYS 28 /* figures for so long a time are running totals */

/* A claim with what it is sorted and joined by. */
struct item {
	const struct sr_record *record;
	const struct sr_filed *filed;
	struct sr_str side, claimant;
	bool own_voice;
	enum sr_scope scope;
	uint32_t index;
};

enum sr_scope sr_scope_of(const struct sr_claim *c)
{
	if (c->count_further)
		return SR_SCOPE_FURTHER;
	if (c->count_total)
		return SR_SCOPE_TOTAL;
	if (!sr_days_known(c->days))
		return SR_SCOPE_OPEN;
	if (c->days.from == SR_DAY_MIN ||
	    (int64_t)c->days.to - c->days.from >= TOTAL_DAYS)
		return SR_SCOPE_TOTAL;
	return SR_SCOPE_PERIOD;
}

static struct item item_of(const struct sr_records *records, uint32_t i)
{
	const struct sr_record *r = &records->claims.items[i];
	struct item item = { .record = r,
			     .filed = sr_filed_of(records, r),
			     .index = i };

	item.scope = sr_scope_of(&r->claim);
	if (r->claim.has_target)
		item.side = r->claim.target.side;
	item.claimant = r->claim.speaker;
	if (!item.claimant.n) {
		item.own_voice = true;
		item.claimant = item.filed->report.publisher;
	}
	if (!item.claimant.n)
		item.claimant = item.filed->report.name;
	return item;
}

static int order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_category(const struct item *a, const struct item *b)
{
	const struct sr_claim *p = &a->record->claim, *q = &b->record->claim;
	int c = sr_str_order(a->side, b->side);

	/* Unknown sides last. */
	if (c)
		return !a->side.n ? 1 : !b->side.n ? -1 : c;
	if ((c = order(p->type, q->type)))
		return c;
	if ((c = sr_str_order(p->unit, q->unit)))
		return c;
	if ((c = sr_str_order(p->disposition, q->disposition)))
		return c;
	return order((int64_t)a->scope, (int64_t)b->scope);
}

/* Zero for what is the same figure. */
static int by_figure(const struct item *a, const struct item *b)
{
	const struct sr_claim *p = &a->record->claim, *q = &b->record->claim;
	int c = by_category(a, b);

	if (c || (c = sr_str_order(a->claimant, b->claimant)))
		return c;
	if ((c = order(p->days.to, q->days.to)) ||
	    (c = order(p->days.from, q->days.from)))
		return c;
	if ((c = order(p->has_count, q->has_count)) ||
	    (c = order(p->count.low, q->count.low)) ||
	    (c = order(p->count.high, q->count.high)))
		return c;
	return order(p->status, q->status);
}

static int by_all(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = by_figure(a, b);

	if (c || (c = sr_str_order(a->filed->sha256, b->filed->sha256)))
		return c;
	return order(a->record->points.from, b->record->points.from);
}

/* The lines of sorted items. */
static enum sr_code join(const struct item *item, size_t n,
			 struct sr_arena *mem, struct sr_losses *out)
{
	struct sr_loss *line = NULL;

	for (uint32_t i = 0; i < n; i++) {
		out->order[i] = item[i].index;
		if (!line || by_figure(&item[i - 1], &item[i]) != 0) {
			line = SR_PUSH(mem, &out->items);
			if (!line)
				return SR_NOMEM;
			*line = (struct sr_loss){
				.claim = &item[i].record->claim,
				.side = item[i].side,
				.claimant = item[i].claimant,
				.own_voice = item[i].own_voice,
				.scope = item[i].scope,
				.from = i,
			};
		}
		line->n++;
		line->nreport += line->n == 1 ||
				 item[i - 1].filed != item[i].filed;
	}
	return SR_OK;
}

enum sr_code sr_losses(const struct sr_records *records, bool all,
		       struct sr_arena *mem, struct sr_losses *out,
		       struct sr_err *err)
{
	size_t most = records->claims.nitem, n = 0;
	struct item *item = SR_NEW(mem, struct item, most);

	*out = (struct sr_losses){ .order = SR_NEW(mem, uint32_t, most) };
	if (!item || !out->order)
		return sr_fail_nomem(err, "losses");
	for (uint32_t i = 0; i < most; i++) {
		const struct sr_claim *c = &records->claims.items[i].claim;
		if (sr_is_loss(c->type) && (all || c->has_count))
			item[n++] = item_of(records, i);
	}
	if (n)
		qsort(item, n, sizeof(*item), by_all);
	if (join(item, n, mem, out))
		return sr_fail_nomem(err, "losses");
	return SR_OK;
}
