/* What the rules of conflict.c ask of a claim: its place as a group, its days
 * as far as they are known, who is counted in it, and its rank: its place in
 * the order of contents, by which everything is decided that order may touch. */
#include <stdlib.h>

#include "fuse/conflict_work.h"
#include "fuse/places.h"

/* What is told as news, with no time of its own, had happened lately. */
static struct sr_days days_of(const struct sr_claim *c, int32_t known)
{
	struct sr_days d = c->days;

	if (!sr_days_known(d)) {
		if (known == SR_DAY_MIN)
			return SR_DAYS_UNKNOWN;
		d = (struct sr_days){ known, known };
	} else if (c->basis != SR_BASIS_REPORT && d.from != SR_DAY_MIN) {
		return d;
	}
	if (d.to == SR_DAY_MAX)
		return SR_DAYS_UNKNOWN;
	if (d.from == SR_DAY_MIN || d.from > d.to - SR_NEWS_DAYS)
		d.from = d.to - SR_NEWS_DAYS;
	return d;
}

static void fill(const struct sr_conflict_work *w, uint32_t i)
{
	const struct sr_record *r = &w->records->claims.items[i];
	const struct sr_claim *c = &r->claim;
	struct sr_fact *f = &w->fact[i];
	struct sr_days published = sr_filed_of(w->records, r)->report.published;

	f->place = SR_NOWHERE;
	f->known = sr_days_known(published) ? published.to : SR_DAY_MIN;
	f->days = days_of(c, f->known);
	f->firm = sr_days_known(c->days) && c->basis != SR_BASIS_REPORT &&
		  c->days.from != SR_DAY_MIN && c->days.to != SR_DAY_MAX;
	f->crowd = sr_crowd_of(c);
	f->scope = sr_scope_of(c);
	f->spot = c->has_place && c->place.has_point &&
		  (c->place.role == SR_ROLE_AT || c->place.role == SR_ROLE_NEAR);
	f->taken = c->status == SR_STATUS_ASSERTED ||
		   c->status == SR_STATUS_UNVERIFIED;
}

struct ranked {
	struct sr_str key, sha256;
	uint32_t from, claim;
};

static int by_content(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;
	int c = sr_str_order(a->key, b->key);

	if (c || (c = sr_str_order(a->sha256, b->sha256)))
		return c;
	return sr_order(a->from, b->from);
}

static bool rank_all(struct sr_conflict_work *w)
{
	size_t n = w->records->claims.nitem;
	struct ranked *item = SR_NEW(w->mem, struct ranked, n);

	if (!item)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_record *r = &w->records->claims.items[i];
		item[i] = (struct ranked){ r->key,
					   sr_filed_of(w->records, r)->sha256,
					   r->points.from, i };
	}
	if (n)
		qsort(item, n, sizeof(*item), by_content);
	for (uint32_t i = 0; i < n; i++)
		w->fact[item[i].claim].rank = i;
	return true;
}

bool sr_conflict_facts(struct sr_conflict_work *w)
{
	size_t n = w->records->claims.nitem;
	struct sr_spot_groups groups;

	w->fact = SR_NEW(w->mem, struct sr_fact, n);
	if (!w->fact || sr_group_places(w->records, w->mem, &groups, NULL))
		return false;
	for (uint32_t i = 0; i < n; i++)
		fill(w, i);
	for (uint32_t g = 0; g < groups.items.nitem; g++)
		for (size_t k = 0; k < groups.items.items[g].n; k++)
			w->fact[groups.items.items[g].claim[k]].place = g;
	return rank_all(w);
}
