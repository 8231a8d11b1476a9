#include "sim/simple.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "fuse/control.h"
#include "ontology.h"

uint8_t sim_side_of(struct sr_str code)
{
	for (uint8_t s = SIM_A; s < SIM_SIDES; s++)
		if (sr_str_is(code, sim_side_code(s)))
			return s;
	return SIM_NOBODY;
}

static int order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_day(const void *pa, const void *pb)
{
	const struct sim_word *a = pa, *b = pb;
	int c = order(a->day, b->day);

	if (c || (c = order(a->published, b->published)) ||
	    (c = order(a->report, b->report)))
		return c;
	return order(a->side, b->side);
}

bool sim_words_of(const struct sr_records *r, const struct sr_spot_group *g,
		  int32_t first, struct sr_arena *mem, struct sim_words *out)
{
	*out = (struct sim_words){ 0 };
	for (size_t i = 0; i < g->n; i++) {
		const struct sr_record *rec = &r->claims.items[g->claim[i]];
		const struct sr_claim *c = &rec->claim;
		const struct sr_report *rep = &sr_filed_of(r, rec)->report;
		struct sim_word *w;
		if (c->status != SR_STATUS_ASSERTED ||
		    c->type == SR_TYPE_CONTROL_ADVANCE ||
		    !sr_bears_on_control(c) || !c->has_actor)
			continue;
		w = SR_PUSH(mem, &out->items);
		if (!w)
			return false;
		w->leaves = c->type == SR_TYPE_CONTROL_LEAVE;
		w->published = rep->published.to - first;
		w->day = (sr_days_known(c->days) ? c->days.to
						 : rep->published.to) -
			 first;
		w->report = rec->report;
		w->side = w->leaves ? SIM_NOBODY : sim_side_of(c->actor.side);
	}
	if (out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(*out->items.items), by_day);
	return true;
}

uint8_t sim_last_writer(const struct sim_words *w, int32_t day, uint8_t owner)
{
	int32_t published = INT32_MIN;

	for (size_t i = 0; i < w->items.nitem; i++) {
		const struct sim_word *x = &w->items.items[i];
		if (x->day > day || x->published < published)
			continue;
		published = x->published;
		owner = x->side;
	}
	return owner;
}

uint8_t sim_last_word(const struct sim_words *w, int32_t day, uint8_t owner)
{
	for (size_t i = 0; i < w->items.nitem; i++)
		if (w->items.items[i].day <= day)
			owner = w->items.items[i].side;
	return owner;
}

/* Is there one before it of the same report for the same side? */
static bool voted(const struct sim_words *w, size_t from, size_t i)
{
	for (size_t k = from; k < i; k++)
		if (w->items.items[k].report == w->items.items[i].report &&
		    w->items.items[k].side == w->items.items[i].side)
			return true;
	return false;
}

uint8_t sim_most_votes(const struct sim_words *w, int32_t day, uint8_t owner)
{
	uint32_t votes[SIM_SIDES] = { 0 };
	size_t n = 0, from;
	uint8_t best;

	while (n < w->items.nitem && w->items.items[n].day <= day)
		n++;
	if (!n)
		return owner;
	best = w->items.items[n - 1].side;
	from = n;
	while (from > 0 && w->items.items[from - 1].day >
				   w->items.items[n - 1].day - SIM_VOTE_DAYS)
		from--;
	for (size_t i = from; i < n; i++)
		votes[w->items.items[i].side] += !voted(w, from, i);
	for (uint8_t s = 0; s < SIM_SIDES; s++)
		if (votes[s] > votes[best])
			best = s;
	return best;
}
