/* How many died in an incident. Each figure is put down to those whom it is of:
 * the side that acts, the side acted on, civilians, others, or nobody named. Of
 * several figures of one of these the lowest and the highest count as they are,
 * and as the best the low end of the one published last. Figures of nobody named
 * are taken for totals of the others, not for more dead. */
#include "base/calendar.h"
#include "export/work.h"
#include "fuse/crowd.h"
#include "ontology.h"

static bool counts(const struct sr_claim *c)
{
	return c->type == SR_TYPE_LOSS_KILLED &&
	       c->status != SR_STATUS_DENIED &&
	       c->status != SR_STATUS_PLANNED &&
	       c->status != SR_STATUS_POSSIBLE;
}

static enum sr_dead kind_of(const struct sr_happening *h,
			    const struct sr_claim *c)
{
	struct sr_str side = c->has_target ? c->target.side
					   : (struct sr_str){ NULL, 0 };

	if (sr_str_is(side, "CIV") ||
	    (c->has_target && sr_crowd_of(c) == SR_CROWD_FOLK))
		return SR_DEAD_CIVILIANS;
	if (!side.n)
		return SR_DEAD_UNKNOWN;
	return sr_str_equal(side, h->a.side)   ? SR_DEAD_A
	       : sr_str_equal(side, h->b.side) ? SR_DEAD_B
					       : SR_DEAD_OTHER;
}

static int32_t published(const struct sr_export_work *w,
			 const struct sr_record *r)
{
	struct sr_days d = sr_filed_of(w->all, r)->report.published;

	return sr_days_known(d) ? d.to : SR_DAY_MIN;
}

/* `last`: when the figure was published that is taken for the best. */
static void take(struct sr_figure *f, const struct sr_claim *c, int32_t day,
		 int32_t *last)
{
	bool low_open = c->count.low == SR_COUNT_OPEN_LOW;
	bool high_open = c->count.high == SR_COUNT_OPEN_HIGH;
	int64_t low = low_open ? 0 : c->count.low / 1000;
	int64_t high = high_open ? low : c->count.high / 1000;

	if (!f->has || low < f->low)
		f->low = low;
	if (!f->has || high > f->high)
		f->high = high;
	if (!f->has || day > *last) {
		f->best = low_open ? high : low;
		*last = day;
	}
	f->has = true;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static void sum_up(struct sr_deaths *d)
{
	const struct sr_figure *rest = &d->of[SR_DEAD_UNKNOWN];
	struct sr_figure *all = &d->all;

	for (int i = 0; i < SR_DEAD_UNKNOWN; i++) {
		all->has = all->has || d->of[i].has;
		all->low += d->of[i].low;
		all->best += d->of[i].best;
		all->high += d->of[i].high;
	}
	if (!rest->has)
		return;
	int64_t more = larger(0, rest->best - all->best);
	all->has = true;
	all->low = larger(all->low, rest->low);
	all->best = larger(all->best, rest->best);
	all->high = larger(all->high, rest->high);
	d->of[SR_DEAD_UNKNOWN].best = more;
}

void sr_deaths_of(const struct sr_export_work *w, struct sr_happening *h)
{
	int32_t last[SR_DEAD_KINDS] = { 0 };
	struct sr_deaths *out = &h->deaths;

	for (uint32_t i = 0; i < h->in->nclaim; i++) {
		const struct sr_record *r =
			&w->all->claims.items[h->in->claim[i]];
		const struct sr_claim *c = &r->claim;
		if (!counts(c))
			continue;
		out->any = true;
		if (!c->has_count || c->count_further ||
		    !sr_str_is(c->unit, "people"))
			continue;
		enum sr_dead kind = kind_of(h, c);
		take(&out->of[kind], c, published(w, r), &last[kind]);
	}
	sum_up(out);
}
