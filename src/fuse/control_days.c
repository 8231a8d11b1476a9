/* When each spell began, and where two sides have it at once. The days of a
 * change are those in which the claims of it overlap; a claim for another side
 * contests a spell where it makes the holder less than likely, and no longer
 * than until that is likely again. */
#include "base/calendar.h"
#include "fuse/control_work.h"

#define LIKELY 900 /* thousandths: less is shown as contested */

/* The days of each change */

/* The days for which a ground tells of the change to its spell. */
static bool change_days(const struct sr_control_work *w,
			const struct sr_spell *s, const struct sr_ground *g,
			struct sr_days *days)
{
	const struct sr_claim *c = sr_control_claim(w, g->claim);
	enum sr_bearing wanted = s->kind == SR_HOLD_LEFT ? SR_BEARS_LEAVES
							 : SR_BEARS_TAKES;

	if (g->bearing != wanted || !sr_days_known(c->days))
		return false;
	*days = c->days;
	if (c->basis == SR_BASIS_REPORT)
		days->from = SR_DAY_MIN;
	return true;
}

/* How exact the most exact of them is. */
static int64_t least_width(const struct sr_control_work *w,
			   const struct sr_spell *s)
{
	int64_t least = INT32_MAX;
	struct sr_days d;

	for (size_t k = 0; k < s->grounds.nitem; k++)
		if (change_days(w, s, &s->grounds.items[k], &d) &&
		    sr_days_span(d) < least)
			least = sr_days_span(d);
	return least;
}

/* The first day on which it is said to hold it, since it may have come by the
 * path; SR_DAY_MAX. */
static int32_t first_held(const struct sr_control_work *w,
			  const struct sr_spell *s)
{
	int32_t first = SR_DAY_MAX;

	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_claim *c =
			sr_control_claim(w, s->grounds.items[k].claim);
		if (s->grounds.items[k].bearing == SR_BEARS_HOLDS &&
		    sr_days_known(c->days) && c->days.from != SR_DAY_MIN &&
		    c->days.from >= s->day && c->days.from < first)
			first = c->days.from;
	}
	return first;
}

/* Where its claims of taking overlap; where they contradict each other, from
 * the first to the last of the most exact. No earlier than the holder before
 * was seen. */
static void set_start(struct sr_control_work *w, size_t i)
{
	struct sr_spell *s = sr_spell_at(w, i);
	int64_t exact = least_width(w, s) + 1;
	int32_t lo = SR_DAY_MIN, hi = SR_DAY_MAX;
	struct sr_days d;

	for (size_t k = 0; k < s->grounds.nitem; k++)
		if (change_days(w, s, &s->grounds.items[k], &d) && d.to < hi &&
		    d.to >= s->day)
			hi = d.to;
	/* Held before it is said to be taken: another taking, while it had it.
	 */
	int32_t held = first_held(w, s);
	bool had = hi != SR_DAY_MAX && held < hi - 2;
	if (had)
		hi = held;
	for (size_t k = 0; k < s->grounds.nitem; k++)
		/* Said again long after is no second taking. */
		if (change_days(w, s, &s->grounds.items[k], &d) &&
		    d.from > lo && d.from <= hi + SR_NEAR_DAYS &&
		    (d.from <= hi || (!had && sr_days_span(d) <= exact)))
			lo = d.from;
	if (hi == SR_DAY_MAX && s->from.to == SR_DAY_MIN)
		hi = held;
	if (hi == SR_DAY_MAX)
		hi = s->from.to;
	int32_t before = i ? sr_spell_at(w, i - 1)->seen : SR_DAY_MIN;
	if (before > lo && before <= hi)
		lo = before;
	s->from = lo <= hi ? (struct sr_days){ lo, hi }
			   : (struct sr_days){ hi, lo };
}

void sr_control_days(struct sr_control_work *w)
{
	for (size_t i = 0; i < w->out->spells.nitem; i++)
		set_start(w, i);
	/* Each has begun by the time that the next one has. */
	for (size_t i = w->out->spells.nitem; i-- > 1;) {
		struct sr_days *from = &w->out->spells.items[i - 1].from;
		int32_t next = w->out->spells.items[i].from.to;
		if (from->to > next)
			from->to = next;
		if (from->from > from->to)
			from->from = from->to;
	}
}

/* Two sides at once */

/* The part of a spell in which it is contested. */
struct contest {
	struct sr_str rival;
	int32_t from, last; /* first and last day of what contests it */
	int32_t until;	    /* the day on which the holder is sure again */
	uint32_t first;	    /* its first claim */
};

static int32_t first_day(const struct sr_claim *c)
{
	return c->days.from == SR_DAY_MIN ? c->days.to : c->days.from;
}

/* Does that ground make the spell contested? Who has come in does; who is said
 * to hold it, where that can be believed. */
static bool contests(const struct sr_control_work *w, const struct sr_ground *g)
{
	const struct sr_claim *c = sr_control_claim(w, g->claim);

	return g->bearing == SR_BEARS_RIVALS &&
	       (c->type == SR_TYPE_CONTROL_ADVANCE ||
		sr_control_extent(w, g->claim) == SR_EXTENT_PART ||
		sr_chance_at(w, SR_LATE(c->days.to)) < LIKELY);
}

static bool find_contest(const struct sr_control_work *w,
			 const struct sr_spell *s, struct contest *at)
{
	*at = (struct contest){ .from = SR_DAY_MAX,
				.last = SR_DAY_MIN,
				.until = SR_DAY_MAX };
	for (size_t k = 0; k < s->grounds.nitem; k++) {
		uint32_t claim = s->grounds.items[k].claim;
		const struct sr_claim *c = sr_control_claim(w, claim);
		if (!contests(w, &s->grounds.items[k]))
			continue;
		int32_t day = first_day(c);
		if (day < at->from ||
		    (day == at->from &&
		     sr_claim_order(w->records, claim, at->first) < 0)) {
			at->from = day;
			at->first = claim;
			at->rival = c->actor.side;
		}
		if (c->days.to > at->last)
			at->last = c->days.to;
	}
	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_claim *c =
			sr_control_claim(w, s->grounds.items[k].claim);
		if (s->grounds.items[k].bearing <= SR_BEARS_HOLDS &&
		    sr_days_known(c->days) && c->days.to > at->last &&
		    c->days.to < at->until &&
		    sr_chance_at(w, SR_LATE(c->days.to)) >= LIKELY)
			at->until = c->days.to;
	}
	return at->from != SR_DAY_MAX;
}

/* Moves to `late` the grounds of a day from `day` on, and those that contest
 * where `rivals`. */
static enum sr_code move_grounds(struct sr_control_work *w, struct sr_spell *s,
				 struct sr_spell *late, int32_t day,
				 bool rivals)
{
	enum sr_code code = SR_OK;
	size_t n = 0;

	for (size_t k = 0; !code && k < s->grounds.nitem; k++) {
		struct sr_ground g = s->grounds.items[k];
		struct sr_days d = sr_control_claim(w, g.claim)->days;
		bool moves = sr_days_known(d) && d.to >= day &&
			     (d.from >= day || d.from == SR_DAY_MIN);
		if (rivals && contests(w, &g))
			moves = true;
		if (moves)
			code = sr_spell_ground(w, late, g.claim, g.bearing);
		else
			s->grounds.items[n++] = g;
	}
	s->grounds.nitem = n;
	return code;
}

/* A spell of the same holder after the one with index i. */
static struct sr_spell *part_off(struct sr_control_work *w, size_t i,
				 enum sr_hold kind, struct sr_days from)
{
	struct sr_spell *late =
		sr_spell_insert(w, i + 1, kind, sr_spell_at(w, i)->holder);
	struct sr_spell *s = sr_spell_at(w, i);

	if (!late)
		return NULL;
	late->from = from;
	late->day = from.to;
	late->seen = s->seen;
	if (s->seen > from.from)
		s->seen = from.from;
	return late;
}

/* The contested part becomes a spell of its own, and what comes after it. */
static enum sr_code contest(struct sr_control_work *w, size_t *i)
{
	struct contest at;
	enum sr_code code = SR_OK;

	if (!find_contest(w, sr_spell_at(w, *i), &at))
		return SR_OK;
	if (at.from > sr_spell_at(w, *i)->from.to) {
		struct sr_spell *late =
			part_off(w, *i, SR_HOLD_CONTESTED,
				 (struct sr_days){ at.from, at.from });
		if (!late || move_grounds(w, late - 1, late, at.from, true))
			return SR_NOMEM;
		++*i;
	}
	struct sr_spell *s = sr_spell_at(w, *i);
	s->kind = SR_HOLD_CONTESTED;
	s->rival = at.rival;
	/* Before that nothing was heard of either. */
	if (s->from.from == SR_DAY_MIN && at.from < s->from.to &&
	    at.until != SR_DAY_MAX)
		s->from = (struct sr_days){ at.from, at.from };
	if (at.until == SR_DAY_MAX)
		return SR_OK;
	struct sr_spell *late = part_off(w, *i, SR_HOLD_CLAIMED,
					 (struct sr_days){ at.last, at.until });
	if (!late)
		return SR_NOMEM;
	code = move_grounds(w, late - 1, late, at.until, false);
	++*i;
	return code;
}

enum sr_code sr_control_contest(struct sr_control_work *w)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < w->out->spells.nitem; i++)
		code = contest(w, &i);
	return code;
}
