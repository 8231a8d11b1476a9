/* One event on two days. A place that one side took once, with no other side's
 * taking between, and losses of the same exact number, the same side and the
 * same place, are taken for one event; told by two voices for days of which
 * none is the same, one of them is wrong. */
#include <stdlib.h>

#include "base/calendar.h"
#include "fuse/conflict_work.h"

#define TAKE_DAYS 21 /* farther apart: taken twice */
#define LOSS_DAYS 10 /* farther apart: another event */
#define LEAST 7	     /* a smaller number comes again by chance, */
#define CITY_LEAST 20 /* and in a city also a larger one, and so does a */
#define ROUND 5000    /* round number */
#define NARROW 3     /* a longer stretch names no day */

struct event {
	uint32_t claim, rank, place, voice, report, thing;
	uint32_t same; /* rank of the first that is told for its days */
	struct sr_str side;
	struct sr_count count; /* of losses */
	struct sr_days days;
};

static bool is_take(const struct sr_claim *c)
{
	return c->type == SR_TYPE_CONTROL_SEIZE ||
	       c->type == SR_TYPE_CONTROL_RETAKE;
}

static bool fill(const struct sr_conflict_work *w, uint32_t i, struct event *e)
{
	const struct sr_record *r = &w->records->claims.items[i];
	const struct sr_claim *c = &r->claim;
	const struct sr_fact *f = &w->fact[i];
	bool take = is_take(c), loss = sr_is_loss(c->type);
	int64_t least = c->place.radius_km > SR_CITY_KM ? CITY_LEAST : LEAST;

	if (!f->spot || !f->firm || c->status != SR_STATUS_ASSERTED ||
	    sr_days_span(c->days) > NARROW || (!take && !loss) ||
	    c->place.role != SR_ROLE_AT)
		return false;
	if (loss && (!c->has_count || c->count.low != c->count.high ||
		     c->count.low / 1000 < least ||
		     c->count.low % ROUND == 0 || f->scope != SR_SCOPE_PERIOD ||
		     !c->has_target || !c->target.side.n))
		return false;
	*e = (struct event){ .claim = i,
			     .rank = f->rank,
			     .place = f->place,
			     .voice = w->voices->claim[i],
			     .report = r->report,
			     .thing = take ? SR_TYPE_CONTROL_SEIZE : c->type,
			     .days = c->days };
	if (loss) {
		e->count = c->count;
		e->side = c->target.side;
	} else if (c->has_actor) {
		e->side = c->actor.side;
	}
	return e->side.n != 0;
}

/* Takings of a place in order, whoever's; losses by what is lost. */
static int by_event(const struct event *a, const struct event *b)
{
	int c = sr_order(a->place, b->place);

	if (c || (c = sr_order(a->thing, b->thing)))
		return c;
	if (a->thing == SR_TYPE_CONTROL_SEIZE)
		return 0;
	if ((c = sr_str_order(a->side, b->side)))
		return c;
	return sr_order(a->count.low, b->count.low);
}

static int by_day(const void *pa, const void *pb)
{
	const struct event *a = pa, *b = pb;
	int c = by_event(a, b);

	if (c || (c = sr_order(a->days.to, b->days.to)) ||
	    (c = sr_order(a->days.from, b->days.from)))
		return c;
	return sr_order(a->rank, b->rank);
}

static bool differ(const struct event *a, const struct event *b)
{
	int32_t most = a->thing == SR_TYPE_CONTROL_SEIZE ? TAKE_DAYS
							 : LOSS_DAYS;

	return by_event(a, b) == 0 && sr_str_equal(a->side, b->side) &&
	       a->voice != b->voice && a->report != b->report &&
	       a->days.to < b->days.from && b->days.from - a->days.to <= most;
}

/* All that is told for the same days as an event stands with it. */
static void mark_same(struct event *e, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool same = i && by_event(&e[i], &e[i - 1]) == 0 &&
			    sr_str_equal(e[i].side, e[i - 1].side) &&
			    e[i].days.to == e[i - 1].days.to &&
			    e[i].days.from == e[i - 1].days.from;
		e[i].same = same ? e[i - 1].same : e[i].rank;
	}
}

/* An event against the next ones of its side; another side's taking ends it. */
static bool look_on(struct sr_conflict_work *w, const struct event *e, size_t i,
		    size_t n)
{
	for (size_t k = i + 1; k < n && k - i < SR_CONFLICT_LOOK; k++) {
		if (by_event(&e[i], &e[k]) != 0 ||
		    !sr_str_equal(e[i].side, e[k].side))
			return true;
		if (differ(&e[i], &e[k]) &&
		    !sr_conflict_put(
			    w, (struct sr_clash){
				       .kind = SR_CONFLICT_DAY,
				       .said_key = e[i].same,
				       .against_key = e[k].same,
				       .said = e[i].claim,
				       .against = e[k].claim }))
			return false;
	}
	return true;
}

bool sr_conflict_events(struct sr_conflict_work *w)
{
	size_t most = w->records->claims.nitem, n = 0;
	struct event *e = SR_NEW(w->mem, struct event, most);

	if (!e)
		return false;
	for (uint32_t i = 0; i < most; i++)
		if (fill(w, i, &e[n]))
			n++;
	if (n)
		qsort(e, n, sizeof(*e), by_day);
	mark_same(e, n);
	for (size_t i = 0; i < n; i++)
		if (!look_on(w, e, i, n))
			return false;
	return true;
}
