#include "sim/join.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "fuse/places.h"

/* A claim with the two numbers that are compared. */
struct item {
	uint32_t told, true_;
	uint32_t claim, report;
};

static int order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_told(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = order(a->told, b->told);

	return c ? c : order(a->true_, b->true_);
}

static int by_truth(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = order(a->true_, b->true_);

	return c ? c : order(a->told, b->told);
}

static double f1(double precision, double recall)
{
	return precision + recall > 0
		       ? 2 * precision * recall / (precision + recall)
		       : 0;
}

static struct item *items_of(const struct sim_press *p, const uint32_t *told,
			     struct sr_arena *mem, size_t *n)
{
	size_t most = p->records.claims.nitem;
	struct item *item = SR_NEW(mem, struct item, most);

	*n = 0;
	for (uint32_t i = 0; item && i < most; i++)
		if (p->label[i].event != SIM_NONE)
			item[(*n)++] = (struct item){
				.told = told[i],
				.true_ = p->label[i].event,
				.claim = i,
				.report = p->records.claims.items[i].report,
			};
	return item;
}

/* The sum over stretches of one `whole` of the squares of their stretches of
 * one `part`, each divided by the whole: sorted by whole, then part. */
static double squares(const struct item *item, size_t n, bool told_first)
{
	double sum = 0;
	size_t from = 0, part = 0;
	int64_t square = 0;

	for (size_t i = 1; i <= n; i++) {
		bool same = i < n && (told_first
					      ? item[i].told == item[from].told
					      : item[i].true_ ==
							item[from].true_);
		bool both = same && item[i].told == item[part].told &&
			    item[i].true_ == item[part].true_;
		if (both)
			continue;
		square += (int64_t)((i - part) * (i - part));
		part = i;
		if (same)
			continue;
		sum += (double)square / (double)(i - from);
		square = 0;
		from = i;
	}
	return sum;
}

bool sim_score_incidents(const struct sim_press *p, const uint32_t *cluster,
			 struct sim_join *out, struct sr_arena *mem)
{
	size_t n;
	struct item *item = items_of(p, cluster, mem, &n);

	*out = (struct sim_join){ .n = n };
	if (!item || !n)
		return item != NULL;
	/* Those alone get numbers of their own. */
	for (size_t i = 0; i < n; i++)
		if (item[i].told == SIM_NONE)
			item[i].told = 0x80000000u | item[i].claim;
	qsort(item, n, sizeof(*item), by_told);
	out->precision = squares(item, n, true) / (double)n;
	qsort(item, n, sizeof(*item), by_truth);
	out->recall = squares(item, n, false) / (double)n;
	out->f1 = f1(out->precision, out->recall);
	return true;
}

bool sim_score_origins(const struct sim_press *p, const uint32_t *origin,
		       struct sim_join *out, struct sr_arena *mem)
{
	size_t n, one = 0, told = 0, both = 0;
	struct item *item = items_of(p, origin, mem, &n);

	*out = (struct sim_join){ 0 };
	if (!item)
		return false;
	if (n)
		qsort(item, n, sizeof(*item), by_truth);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && item[k].true_ == item[i].true_;
		     k++) {
			const struct item *a = &item[i], *b = &item[k];
			if (a->report == b->report)
				continue;
			bool is = p->label[a->claim].origin ==
				  p->label[b->claim].origin;
			out->n++;
			one += is;
			told += a->told == b->told;
			both += is && a->told == b->told;
		}
	out->precision = told ? (double)both / (double)told : 0;
	out->recall = one ? (double)both / (double)one : 0;
	out->f1 = f1(out->precision, out->recall);
	return true;
}

/* The simple ways */

struct key {
	int64_t place, day, type;
	uint32_t claim;
};

static int by_key(const void *pa, const void *pb)
{
	const struct key *a = pa, *b = pb;
	int c = order(a->place, b->place);

	return c || (c = order(a->day, b->day)) ? c : order(a->type, b->type);
}

uint32_t *sim_same_day(const struct sim_press *p, bool typed,
		       struct sr_arena *mem)
{
	const struct sr_records *r = &p->records;
	size_t n = r->claims.nitem;
	uint32_t *out = SR_NEW(mem, uint32_t, n);
	struct key *key = SR_NEW(mem, struct key, n);
	struct sr_spot_groups g;

	if (!out || !key || sr_group_places(r, mem, &g, NULL))
		return NULL;
	for (uint32_t i = 0; i < n; i++)
		key[i] = (struct key){ -1 - (int64_t)i, 0, 0, i };
	for (size_t i = 0; i < g.items.nitem; i++)
		for (size_t k = 0; k < g.items.items[i].n; k++)
			key[g.items.items[i].claim[k]].place = (int64_t)i;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_record *rec = &r->claims.items[i];
		key[i].day = sr_days_known(rec->claim.days)
				     ? rec->claim.days.to
				     : sr_filed_of(r, rec)->report.published.to;
		key[i].type = typed ? rec->claim.type : 0;
	}
	if (n)
		qsort(key, n, sizeof(*key), by_key);
	for (size_t i = 0, number = 0; i < n; i++) {
		number += i && by_key(&key[i - 1], &key[i]) != 0;
		out[key[i].claim] = (uint32_t)number;
	}
	return out;
}

uint32_t *sim_same_publisher(const struct sim_press *p, struct sr_arena *mem)
{
	size_t n = p->records.claims.nitem;
	uint32_t *out = SR_NEW(mem, uint32_t, n);

	for (size_t i = 0; out && i < n; i++) {
		struct sr_str s =
			sr_filed_of(&p->records, &p->records.claims.items[i])
				->report.publisher;
		out[i] = (uint32_t)sr_hash(s.s, s.n);
	}
	return out;
}
