/* Two sides that hold one place. A side holds it on the days for which that is
 * told, and from the day on which it is told to have taken it. On one day two
 * may follow each other, so that a taking stands against another's holding only
 * of a later day, or where both are news of one day; what nobody has taken
 * since stands. */
#include <stdlib.h>

#include "base/calendar.h"
#include "fuse/conflict_work.h"
#include "fuse/control.h"

#define AFTER_DAYS 3  /* so long a taking speaks against another holder */
#define LONG_DAYS 3   /* a longer stretch is of the past */
#define BUCKET_DAYS 30 /* two sides' claims of so long are one conflict */

struct stand {
	uint32_t claim, rank, place, voice, report;
	struct sr_str side;
	int32_t from, to;
	bool takes, by, spoken;
};

static bool fill(const struct sr_conflict_work *w, uint32_t i, struct stand *s)
{
	const struct sr_record *r = &w->records->claims.items[i];
	const struct sr_claim *c = &r->claim;
	const struct sr_fact *f = &w->fact[i];
	bool takes = c->type == SR_TYPE_CONTROL_SEIZE ||
		     c->type == SR_TYPE_CONTROL_RETAKE;

	if ((!takes && c->type != SR_TYPE_CONTROL_HOLD) || !f->spot ||
	    c->status != SR_STATUS_ASSERTED || !sr_bears_on_control(c) ||
	    (c->place.radius_km > SR_CITY_KM && !c->speaker.n) ||
	    !c->has_actor || !c->actor.side.n || !sr_days_known(c->days) ||
	    c->days.to == SR_DAY_MAX ||
	    sr_days_span(c->days) > LONG_DAYS)
		return false;
	*s = (struct stand){ .claim = i,
			     .rank = f->rank,
			     .place = f->place,
			     .voice = w->voices->claim[i],
			     .report = r->report,
			     .side = c->actor.side,
			     .from = c->days.from,
			     .to = c->days.to,
			     .takes = takes,
			     .spoken = c->speaker.n != 0,
			     .by = !f->firm };
	return true;
}

static int by_day(const void *pa, const void *pb)
{
	const struct stand *a = pa, *b = pb;
	int c = sr_order(a->place, b->place);

	if (c || (c = sr_order(a->to, b->to)))
		return c;
	return sr_order(a->rank, b->rank);
}

/* Can't the two be right together? a is not the later one. */
static bool stands_against(const struct stand *a, const struct stand *b)
{
	if (a->voice == b->voice || sr_str_equal(a->side, b->side))
		return false;
	/* one report tells of both in turn, unless it has two speakers */
	if (a->report == b->report && (!a->spoken || !b->spoken))
		return false;
	if (!a->takes && !b->takes)
		return a->to == b->to;
	if (a->takes && b->takes)
		return a->report != b->report && a->to == b->to && a->by &&
		       b->by;
	if (a->takes)
		return (b->to > a->to && b->to - a->to <= AFTER_DAYS) ||
		       (a->to == b->to && a->by);
	return a->to == b->to && b->by;
}

/* Did the side of b take the place between the two? */
static bool taken_between(const struct stand *a, const struct stand *b)
{
	for (const struct stand *s = a + 1; s < b; s++)
		if (s->takes && sr_str_equal(s->side, b->side))
			return true;
	return false;
}

/* Both sides and the days, as one number. */
static uint32_t key_of(const struct stand *p, const struct stand *q)
{
	uint64_t part[3] = { sr_hash(p->side.s, p->side.n),
			     sr_hash(q->side.s, q->side.n),
			     (uint64_t)(q->to / BUCKET_DAYS) };

	return (uint32_t)sr_hash(part, sizeof(part));
}

static bool put(struct sr_conflict_work *w, const struct stand *a,
		const struct stand *b)
{
	bool swap = sr_str_order(a->side, b->side) > 0;
	const struct stand *p = swap ? b : a, *q = swap ? a : b;

	return sr_conflict_put(w,
			       (struct sr_clash){ .kind = SR_CONFLICT_HOLDER,
						  .said_key = p->place,
						  .against_key = key_of(p, q),
						  .said = p->claim,
						  .against = q->claim });
}

bool sr_conflict_holders(struct sr_conflict_work *w)
{
	size_t most = w->records->claims.nitem, n = 0;
	struct stand *s = SR_NEW(w->mem, struct stand, most);

	if (!s)
		return false;
	for (uint32_t i = 0; i < most; i++)
		if (fill(w, i, &s[n]))
			n++;
	if (n)
		qsort(s, n, sizeof(*s), by_day);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1;
		     k < n && k - i < SR_CONFLICT_LOOK &&
		     s[k].place == s[i].place && s[k].to - s[i].to <= AFTER_DAYS;
		     k++)
			if (stands_against(&s[i], &s[k]) &&
			    !taken_between(&s[i], &s[k]) &&
			    !put(w, &s[i], &s[k]))
				return false;
	return true;
}
