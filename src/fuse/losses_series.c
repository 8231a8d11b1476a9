/* What a series of figures says as a whole: how each total differs from the one
 * before it, and what the figures of disjoint days come to. */
#include "base/calendar.h"
#include "base/str.h"
#include "fuse/losses.h"
#include "ontology.h"

static bool is_open(struct sr_count c)
{
	return c.high == SR_COUNT_OPEN_HIGH || c.low == SR_COUNT_OPEN_LOW;
}

/* By how much: from the ends, where both are known; "at least 10" and "at least
 * 12" by the ends that they have. */
static struct sr_count change_of(struct sr_count was, struct sr_count is)
{
	bool low = was.low != SR_COUNT_OPEN_LOW && is.low != SR_COUNT_OPEN_LOW;
	bool high = was.high != SR_COUNT_OPEN_HIGH &&
		    is.high != SR_COUNT_OPEN_HIGH;

	if (low && high && !is_open(was) && !is_open(is))
		return (struct sr_count){ is.low - was.high,
					  is.high - was.low };
	if (low && is_open(was) && is_open(is))
		return (struct sr_count){ is.low - was.low, is.low - was.low };
	if (low && was.high != SR_COUNT_OPEN_HIGH)
		return (struct sr_count){ is.low - was.high,
					  SR_COUNT_OPEN_HIGH };
	if (low && is.high != SR_COUNT_OPEN_HIGH)
		return (struct sr_count){ SR_COUNT_OPEN_LOW,
					  is.high - was.low };
	return (struct sr_count){ SR_COUNT_OPEN_LOW, SR_COUNT_OPEN_HIGH };
}

/* Does the figure say that the one before it has grown, or that it was less? */
static enum sr_step step_of(const struct sr_loss *was, const struct sr_loss *is)
{
	struct sr_count a = was->claim->count, b = is->claim->count;
	bool floors = a.high == SR_COUNT_OPEN_HIGH &&
		      b.high == SR_COUNT_OPEN_HIGH;

	if (a.low == b.low && a.high == b.high)
		return SR_STEP_SAME;
	if (was->claim->days.to == is->claim->days.to)
		return SR_STEP_REVISED;
	if (b.low > a.high || (floors && b.low > a.low))
		return SR_STEP_UP;
	return b.high < a.low ? SR_STEP_DOWN : SR_STEP_SAME;
}

static bool counts(const struct sr_loss *x)
{
	return x->claim->has_count &&
	       (x->claim->status == SR_STATUS_ASSERTED ||
		x->claim->status == SR_STATUS_UNVERIFIED);
}

static void follow_totals(struct sr_losses *out, struct sr_loss_series *s)
{
	const struct sr_loss *was = NULL;

	for (uint32_t i = 0; i < s->n; i++) {
		struct sr_loss *x = &out->items.items[s->from + i];
		if (!counts(x) || !sr_days_known(x->claim->days))
			continue;
		if (was) {
			x->step = step_of(was, x);
			x->change = change_of(was->claim->count,
					      x->claim->count);
			s->ndown += x->step == SR_STEP_DOWN;
		}
		was = x;
	}
}

/* Only what is told to have been in certain days can be added. */
static bool may_add(const struct sr_loss *x)
{
	const struct sr_claim *c = x->claim;

	return counts(x) && sr_days_known(c->days) &&
	       c->basis != SR_BASIS_REPORT && c->basis != SR_BASIS_INFERRED &&
	       c->days.from != SR_DAY_MIN && c->days.to != SR_DAY_MAX;
}

static struct sr_count plus(struct sr_count a, struct sr_count b)
{
	if (a.low != SR_COUNT_OPEN_LOW)
		a.low = b.low == SR_COUNT_OPEN_LOW ? SR_COUNT_OPEN_LOW
						   : a.low + b.low;
	if (a.high != SR_COUNT_OPEN_HIGH)
		a.high = b.high == SR_COUNT_OPEN_HIGH ? SR_COUNT_OPEN_HIGH
						      : a.high + b.high;
	return a;
}

/* The lines stand by their last day: each that begins behind the last one added
 * is added, which takes as many as any choice could. */
static void add_up(struct sr_losses *out, struct sr_loss_series *s)
{
	int64_t until = INT64_MIN;

	for (uint32_t i = 0; i < s->n; i++) {
		const struct sr_loss *x = &out->items.items[s->from + i];
		if (!may_add(x) || x->claim->days.from <= until)
			continue;
		s->sum = plus(s->sum, x->claim->count);
		s->nadded++;
		until = x->claim->days.to;
	}
	if (s->nadded < 2) {
		s->nadded = 0;
		s->sum = (struct sr_count){ 0, 0 };
	}
}

enum sr_code sr_losses_follow(const struct sr_losses_in *in,
			      struct sr_arena *mem, struct sr_losses *out)
{
	for (size_t k = 0; k < out->series.nitem; k++) {
		struct sr_loss_series *s = &out->series.items[k];
		struct sr_loss *x = &out->items.items[s->from];
		uint32_t n = 0;
		if (s->totals)
			follow_totals(out, s);
		else
			add_up(out, s);
		for (uint32_t i = 0; i < s->n; i++) {
			x[i].support = sr_support_of(in->records, in->voices,
						     out->order + x[i].from,
						     x[i].n, mem);
			n += x[i].n;
		}
		s->support = sr_support_of(in->records, in->voices,
					   out->order + x->from, n, mem);
	}
	return mem->full ? SR_NOMEM : SR_OK;
}
