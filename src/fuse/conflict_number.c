/* Two numbers for one thing. What one thing is: the same kind of loss, or of
 * land taken, of the same side, people counted under the same name (or under
 * none), in the same place, in the same days; totals since the same day. A later
 * total may be larger than an earlier one and never smaller: of another
 * claimant that is a conflict of numbers, of the same one a step backward.
 * "Another 20" adds to something and is compared with nothing. Within one
 * report the words themselves set figures side by side, and less is asked. */
#include <stdlib.h>

#include "fuse/conflict_work.h"

#define START_DAYS 14	/* totals since days this near are since one day */
#define TOTAL_DAYS 31	/* an older total is no measure of a later one */
#define EVENT_LEAST 8	/* fewer may be another event's; */
#define CITY_LEAST 15	/* in a city there are more of them */
#define EVENT_RATIO 4	/* farther apart: another event */
#define EXACT_RATIO 3	/* a range of which the ends are in halves: 2 to 3 */
#define PART_RATIO 12	/* smaller than that: a part of the total */
#define MOST_VOICES 16	/* claimants of one thing that are compared */
#define MOST_IN_REPORT 400

/* A figure and what it is blocked and sorted by. */
struct figure {
	uint32_t claim, rank, same; /* same: rank of the first figure like it,
				       whoever gave it */
	uint32_t thing, place, voice, report, crowd;
	enum sr_scope scope;
	struct sr_str side, unit, disposition;
	struct sr_count count;
	struct sr_days days; /* of the claim; by: only the last is told */
	int32_t known;	     /* the day of the report */
	bool by, spoken, spot, city;
};

/* Land taken is one thing; so is each type of loss. */
#define LAND SR_TYPE_CONTROL_SEIZE

static bool is_length(struct sr_str unit)
{
	return sr_str_is(unit, "km") || sr_str_is(unit, "km2");
}

static bool is_figure(const struct sr_claim *c)
{
	bool land = c->type == SR_TYPE_CONTROL_SEIZE ||
		    c->type == SR_TYPE_CONTROL_RETAKE;

	return c->has_count && !c->count_further &&
	       ((land && !is_length(c->unit)) || sr_is_loss(c->type));
}

static struct figure figure_of(const struct sr_conflict_work *w, uint32_t i)
{
	const struct sr_record *r = &w->records->claims.items[i];
	const struct sr_claim *c = &r->claim;
	const struct sr_fact *f = &w->fact[i];
	bool loss = sr_is_loss(c->type);
	struct figure x = { .claim = i,
			    .rank = f->rank,
			    .thing = loss ? c->type : LAND,
			    .place = f->place,
			    .voice = w->voices->claim[i],
			    .report = r->report,
			    .crowd = f->crowd,
			    .scope = f->scope,
			    .disposition = c->disposition,
			    .count = c->count,
			    .days = c->days,
			    .known = f->known,
			    .by = !f->firm,
			    .spoken = c->speaker.n != 0,
			    .spot = f->spot,
			    .city = c->place.radius_km > SR_CITY_KM };

	if (loss)
		x.unit = c->unit;
	else
		x.crowd = SR_CROWD_ANY;
	if (loss && c->has_target)
		x.side = c->target.side;
	if (!loss && c->has_actor)
		x.side = c->actor.side;
	if (!sr_days_known(x.days))
		x.days = f->days;
	return x;
}

static int by_thing(const struct figure *a, const struct figure *b)
{
	int c = sr_order(a->thing, b->thing);

	if (c || (c = sr_str_order(a->side, b->side)))
		return c;
	if ((c = sr_str_order(a->unit, b->unit)) ||
	    (c = sr_str_order(a->disposition, b->disposition)))
		return c;
	return sr_order(a->place, b->place);
}

static int by_figure(const void *pa, const void *pb)
{
	const struct figure *a = pa, *b = pb;
	int c = by_thing(a, b);

	if (c || (c = sr_order(a->count.low, b->count.low)) ||
	    (c = sr_order(a->count.high, b->count.high)))
		return c;
	if ((c = sr_order(a->crowd, b->crowd)) ||
	    (c = sr_order((int)a->scope, (int)b->scope)))
		return c;
	return sr_order(a->rank, b->rank);
}

static bool like(const struct figure *a, const struct figure *b)
{
	return by_thing(a, b) == 0 && a->count.low == b->count.low && a->count.high == b->count.high &&
	       a->crowd == b->crowd && a->scope == b->scope;
}

static int by_day(const void *pa, const void *pb)
{
	const struct figure *a = pa, *b = pb;
	int c = by_thing(a, b);

	if (c || (c = sr_order(a->days.to, b->days.to)))
		return c;
	return sr_order(a->rank, b->rank);
}

static int by_report(const void *pa, const void *pb)
{
	const struct figure *a = pa, *b = pb;
	int c = sr_order(a->report, b->report);

	return c ? c : sr_order(a->rank, b->rank);
}

static bool crowds_meet(const struct figure *a, const struct figure *b)
{
	return a->crowd == b->crowd ||
	       (a->side.n && (a->crowd == SR_CROWD_ANY ||
			      b->crowd == SR_CROWD_ANY));
}

static bool put(struct sr_conflict_work *w, uint32_t kind,
		const struct figure *a, const struct figure *b)
{
	/* The earlier one is what was said; of one day, the larger. */
	bool swap = a->days.to != b->days.to ? a->days.to > b->days.to
		    : a->count.low != b->count.low
			    ? a->count.low < b->count.low
			    : a->same > b->same;
	const struct figure *p = swap ? b : a, *q = swap ? a : b;

	return sr_conflict_put(w, (struct sr_clash){ .kind = kind,
						     .said_key = p->same,
						     .against_key = q->same,
						     .said = p->claim,
						     .against = q->claim });
}

static bool one_start(const struct figure *a, const struct figure *b)
{
	int64_t apart = (int64_t)a->days.from - b->days.from;

	return a->days.from != SR_DAY_MIN && b->days.from != SR_DAY_MIN &&
	       !a->by && !b->by && apart <= START_DAYS && apart >= -START_DAYS;
}

/* "Dozens", "scores" say no number that another may be held against. */
static bool is_exact(struct sr_count c)
{
	return c.low == SR_COUNT_OPEN_LOW || c.high == SR_COUNT_OPEN_HIGH ||
	       c.high / EXACT_RATIO <= c.low / 2;
}

/* Small numbers, and numbers far apart, are of two events. */
static bool may_be_one(const struct figure *a, const struct figure *b)
{
	bool below = a->count.high < b->count.low;
	int64_t low = below ? a->count.high : b->count.high;
	int64_t high = below ? b->count.low : a->count.low;
	int64_t least = a->city || b->city ? CITY_LEAST : EVENT_LEAST;

	return is_exact(a->count) && is_exact(b->count) &&
	       low >= least * 1000 && high / EVENT_RATIO <= low;
}

/* One event, told of in two reports: of one day, or news of one day. A toll
 * that is larger in a later report has grown; a is not the later day. */
static bool one_event(const struct figure *a, const struct figure *b)
{
	const struct figure *low = a->count.high < b->count.low ? a : b;
	const struct figure *high = low == a ? b : a;

	return a->scope == SR_SCOPE_PERIOD && b->scope == SR_SCOPE_PERIOD &&
	       a->spot && b->spot && a->by == b->by &&
	       a->days.to == b->days.to && low->known >= high->known &&
	       may_be_one(a, b);
}

/* A total and one told of on a day not before: does it fall? */
static bool falls(const struct figure *early, const struct figure *late)
{
	return early->scope == SR_SCOPE_TOTAL &&
	       late->scope == SR_SCOPE_TOTAL && one_start(early, late) &&
	       (late->days.to == early->days.to ||
		late->count.high < early->count.low);
}

/* A figure against those of the days before it, one of each other claimant:
 * the nearest. */
static bool look_back(struct sr_conflict_work *w, const struct figure *x,
		      size_t n)
{
	uint32_t voice[MOST_VOICES];
	size_t nvoice = 0;

	for (size_t back = 1; back <= n && back <= SR_CONFLICT_LOOK; back++) {
		const struct figure *p = x - back;
		size_t k = 0;
		if (by_thing(p, x) != 0 ||
		    (int64_t)x->days.to - p->days.to > TOTAL_DAYS)
			break;
		bool fits = crowds_meet(p, x) &&
			    (falls(p, x) || one_event(p, x));
		if (p->scope != x->scope || !crowds_meet(p, x))
			continue;
		while (k < nvoice && voice[k] != p->voice)
			k++;
		if (k < nvoice || nvoice == MOST_VOICES)
			continue;
		voice[nvoice++] = p->voice;
		if (!fits || !sr_counts_apart(p->count, x->count) ||
		    p->report == x->report)
			continue;
		if (p->voice == x->voice && (x->scope != SR_SCOPE_TOTAL ||
					     p->days.to == x->days.to))
			continue;
		if (!put(w,
			 p->voice == x->voice ? SR_CONFLICT_BACKWARD
					      : SR_CONFLICT_NUMBER,
			 p, x))
			return false;
	}
	return true;
}

static bool sides_meet(const struct figure *a, const struct figure *b)
{
	return sr_str_equal(a->side, b->side) ||
	       (a->thing == LAND && (!a->side.n || !b->side.n));
}

/* "5,900 had died", told beside a total of 59,000: of the same time, unless it
 * is so small that it may be of one battle. */
static bool beside_total(const struct figure *total, const struct figure *x)
{
	return total->scope == SR_SCOPE_TOTAL && x->scope == SR_SCOPE_PERIOD &&
	       x->by && !x->spot && !total->spot && x->side.n &&
	       !sr_str_is(x->side, "CIV") && x->days.to >= total->days.to &&
	       x->count.high >= total->count.low / PART_RATIO &&
	       x->count.high < total->count.low;
}

/* Two figures of one report. */
static bool told_together(const struct figure *a, const struct figure *b)
{
	const struct figure *low = a->count.high < b->count.low ? a : b;
	int64_t apart = (int64_t)a->days.to - b->days.to;

	if (a->thing != b->thing || a->voice == b->voice || !low->spoken ||
	    !sides_meet(a, b) || !sr_counts_apart(a->count, b->count) ||
	    !sr_str_equal(a->unit, b->unit) ||
	    !sr_str_equal(a->disposition, b->disposition))
		return false;
	if (a->thing != LAND && (beside_total(a, b) || beside_total(b, a)))
		return crowds_meet(a, b);
	if (a->place != b->place)
		return false;
	if (a->thing == LAND)
		return apart <= SR_NEWS_DAYS && apart >= -SR_NEWS_DAYS;
	if (!crowds_meet(a, b))
		return false;
	return (a->spoken && b->spoken && one_event(a, b)) ||
	       (a->days.to <= b->days.to ? falls(a, b) : falls(b, a));
}

static bool look_in_reports(struct sr_conflict_work *w,
			    const struct figure *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && k < i + MOST_IN_REPORT &&
				       x[k].report == x[i].report;
		     k++)
			if (told_together(&x[i], &x[k]) &&
			    !put(w, SR_CONFLICT_NUMBER, &x[i], &x[k]))
				return false;
	return true;
}

static int by_whole(const void *pa, const void *pb)
{
	const struct figure *a = pa, *b = pb;
	int c = sr_str_order(a->side, b->side);

	if (c || (c = sr_order(a->place, b->place)))
		return c;
	if ((c = sr_order(a->days.to, b->days.to)) ||
	    (c = sr_order(a->thing, b->thing)))
		return c;
	return sr_order(a->rank, b->rank);
}

/* More killed, or wounded, than killed and wounded. */
static bool exceeds(const struct figure *whole, const struct figure *part)
{
	return whole->thing == SR_TYPE_LOSS_CASUALTIES &&
	       (part->thing == SR_TYPE_LOSS_KILLED ||
		part->thing == SR_TYPE_LOSS_WOUNDED) &&
	       part->count.low > whole->count.high && whole->side.n &&
	       part->scope == whole->scope && crowds_meet(whole, part) &&
	       (whole->scope == SR_SCOPE_TOTAL
			? one_start(whole, part)
			: whole->spot && one_event(whole, part));
}

/* Parts against wholes of one side, place and day. */
static bool look_at_parts(struct sr_conflict_work *w, const struct figure *x,
			  size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1;
		     x[i].thing == SR_TYPE_LOSS_CASUALTIES && k < n &&
		     k - i < SR_CONFLICT_LOOK &&
		     x[k].days.to == x[i].days.to &&
		     x[k].place == x[i].place &&
		     sr_str_equal(x[k].side, x[i].side);
		     k++)
			if (exceeds(&x[i], &x[k]) &&
			    !sr_conflict_put(
				    w, (struct sr_clash){
					       .kind = SR_CONFLICT_PART,
					       .said_key = x[i].same,
					       .against_key = x[k].same,
					       .said = x[i].claim,
					       .against = x[k].claim }))
				return false;
	return true;
}

bool sr_conflict_numbers(struct sr_conflict_work *w)
{
	size_t most = w->records->claims.nitem, n = 0;
	struct figure *x = SR_NEW(w->mem, struct figure, most);

	if (!x)
		return false;
	for (uint32_t i = 0; i < most; i++)
		if (w->fact[i].taken && is_figure(sr_conflict_claim(w, i)))
			x[n++] = figure_of(w, i);
	if (n == 0)
		return true;
	qsort(x, n, sizeof(*x), by_figure);
	for (size_t i = 0; i < n; i++)
		x[i].same = i && like(&x[i - 1], &x[i]) ? x[i - 1].same
							: x[i].rank;
	qsort(x, n, sizeof(*x), by_day);
	for (size_t i = 1; i < n; i++)
		if (!look_back(w, &x[i], i))
			return false;
	qsort(x, n, sizeof(*x), by_whole);
	if (!look_at_parts(w, x, n))
		return false;
	qsort(x, n, sizeof(*x), by_report);
	return look_in_reports(w, x, n);
}
