/* Who did it. Two attackers are named for one attack on one place on one day: by
 * the accused himself, who accuses another, or for the same number of dead.
 * That two bombed one town, each told by others, is no contradiction; nor is
 * a fight, which has two sides. */
#include <stdlib.h>

#include "fuse/conflict_work.h"
#include "fuse/incident_work.h"

#define LEAST 7 /* a smaller number comes again by chance */
#define NEAR_KM 8.0 /* a plant and its town */
#define CELL 2.0    /* of a degree: places are looked for so near */

struct deed {
	uint32_t claim, rank, voice;
	int32_t row, column; /* of the place's cell on the map */
	uint32_t same; /* rank of the first that names that attacker for that
			  day */
	struct sr_str side;
	struct sr_days days;
};

/* Claims by report: those of report r begin at from[r]. */
struct pages {
	uint32_t *from, *claim;
};

struct blame {
	struct sr_conflict_work *w;
	struct pages pages;
};

static bool sort_pages(struct sr_conflict_work *w, struct pages *p)
{
	size_t n = w->records->claims.nitem, all = w->records->reports.nitem;

	p->from = SR_NEW(w->mem, uint32_t, all + 2);
	p->claim = SR_NEW(w->mem, uint32_t, n);
	if (!p->from || !p->claim)
		return false;
	for (size_t i = 0; i < n; i++)
		p->from[w->records->claims.items[i].report + 2]++;
	for (size_t r = 2; r < all + 2; r++)
		p->from[r] += p->from[r - 1];
	for (uint32_t i = 0; i < n; i++)
		p->claim[p->from[w->records->claims.items[i].report + 1]++] = i;
	return true;
}

static bool fill(const struct sr_conflict_work *w, uint32_t i, struct deed *d)
{
	const struct sr_claim *c = sr_conflict_claim(w, i);
	const struct sr_fact *f = &w->fact[i];

	if (!f->spot || !f->taken || !c->has_actor || !c->actor.side.n ||
	    !sr_days_known(c->days) || sr_days_span(c->days) > 0 ||
	    c->place.role != SR_ROLE_AT || c->type == SR_TYPE_ATTACK_GROUND ||
	    (!sr_is_attack(c->type) && !sr_is_loss(c->type)))
		return false;
	*d = (struct deed){ .claim = i,
			    .rank = f->rank,
			    .row = (int32_t)((c->place.lat + 90) * CELL),
			    .column = (int32_t)((c->place.lon + 180) * CELL),
			    .voice = w->voices->claim[i],
			    .side = c->actor.side,
			    .days = c->days };
	return true;
}

static int by_day(const struct deed *a, const struct deed *b)
{
	int c = sr_order(a->days.from, b->days.from);

	if (c || (c = sr_order(a->row, b->row)))
		return c;
	return sr_order(a->column, b->column);
}

static int by_deed(const void *pa, const void *pb)
{
	const struct deed *a = pa, *b = pb;
	int c = by_day(a, b);

	if (c || (c = sr_str_order(a->side, b->side)))
		return c;
	return sr_order(a->rank, b->rank);
}

static void mark_same(struct deed *d, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool same = i && by_day(&d[i], &d[i - 1]) == 0 &&
			    sr_str_equal(d[i].side, d[i - 1].side);
		d[i].same = same ? d[i - 1].same : d[i].rank;
	}
}

static struct sr_str speaker_side(const struct blame *b, uint32_t claim)
{
	const struct sr_record *r = &b->w->records->claims.items[claim];
	const uint32_t *from = b->pages.from + r->report;

	return sr_speaker_side(b->w->records, b->pages.claim + from[0],
			       from[1] - from[0], r);
}

/* The same sort of attack, as far as is told. */
static bool same_deed(const struct sr_claim *a, const struct sr_claim *b)
{
	return sr_is_attack(a->type) &&
	       (a->type == b->type ||
		(sr_is_attack(b->type) &&
		 (a->type == SR_TYPE_ATTACK_CIVILIANS ||
		  b->type == SR_TYPE_ATTACK_CIVILIANS ||
		  a->type == SR_TYPE_ATTACK_DAMAGE ||
		  b->type == SR_TYPE_ATTACK_DAMAGE)));
}

static bool same_dead(const struct blame *b, const struct deed *p,
		      const struct deed *q)
{
	const struct sr_claim *x = sr_conflict_claim(b->w, p->claim);
	const struct sr_claim *y = sr_conflict_claim(b->w, q->claim);

	return sr_is_loss(x->type) && x->type == y->type && x->has_count &&
	       y->has_count && x->count.low == y->count.low &&
	       x->count.high == y->count.high && x->count.low / 1000 >= LEAST &&
	       b->w->fact[p->claim].scope == SR_SCOPE_PERIOD &&
	       b->w->fact[q->claim].scope == SR_SCOPE_PERIOD &&
	       b->w->fact[p->claim].crowd == b->w->fact[q->claim].crowd &&
	       sr_str_equal(x->unit, y->unit);
}

static bool clash(const struct blame *b, const struct deed *p,
		  const struct deed *q)
{
	const struct sr_claim *x = sr_conflict_claim(b->w, p->claim);
	const struct sr_claim *y = sr_conflict_claim(b->w, q->claim);

	if (sr_str_equal(p->side, q->side) || p->voice == q->voice ||
	    !sr_same_spot(&x->place, &y->place, NEAR_KM))
		return false;
	return same_dead(b, p, q) ||
	       (same_deed(x, y) &&
		(sr_str_equal(speaker_side(b, p->claim), q->side) ||
		 sr_str_equal(speaker_side(b, q->claim), p->side)));
}

static bool look_on(struct blame *b, const struct deed *d, size_t i, size_t n)
{
	for (size_t k = i + 1; k < n && k - i < SR_CONFLICT_LOOK &&
			       by_day(&d[i], &d[k]) == 0;
	     k++) {
		bool first = d[i].same < d[k].same;
		const struct deed *p = first ? &d[i] : &d[k];
		const struct deed *q = first ? &d[k] : &d[i];
		if (clash(b, p, q) &&
		    !sr_conflict_put(b->w, (struct sr_clash){
						   .kind = SR_CONFLICT_BLAME,
						   .said_key = p->same,
						   .against_key = q->same,
						   .said = p->claim,
						   .against = q->claim }))
			return false;
	}
	return true;
}

bool sr_conflict_blames(struct sr_conflict_work *w)
{
	size_t most = w->records->claims.nitem, n = 0;
	struct deed *d = SR_NEW(w->mem, struct deed, most);
	struct blame b = { .w = w };

	if (!d || !sort_pages(w, &b.pages))
		return false;
	for (uint32_t i = 0; i < most; i++)
		if (fill(w, i, &d[n]))
			n++;
	if (n)
		qsort(d, n, sizeof(*d), by_deed);
	mark_same(d, n);
	for (size_t i = 0; i < n; i++)
		if (!look_on(&b, d, i, n))
			return false;
	return true;
}
