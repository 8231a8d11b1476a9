/* Denials and what they deny. Three ways lead from a denial to a claim: the
 * denial was read as the answer to it (extract/answer.c); both are of one kind,
 * place, party and time; or the denial is a general one, of a side's harming
 * civilians, and stands against all that was said of that before. What no
 * speaker utters is no denial but a negation ("have not entered the town"). */
#include <stdlib.h>

#include "base/calendar.h"
#include "fuse/conflict_work.h"

#define GENERAL_DAYS 60 /* how far back a general denial reaches */
#define JUST_BEFORE 600	 /* code points: the last few sentences */
#define ONE_TIME 31	 /* a longer stretch of days is no one happening */

/* A claim that may be denied, under one kind of happening. */
struct entry {
	uint32_t family, place, claim, rank, report, at;
	struct sr_str side;
	struct sr_days days;
};

struct deny_work {
	struct sr_conflict_work *w;
	struct entry *spots, *sides, *reports; /* the same, sorted each its way */
	size_t n;
	uint32_t *root; /* of each claim that is answered, the denial: + 1 */
	uint32_t *join; /* of each denial, one that it is one with */
	SR_LIST(struct sr_clash) found;
};

/* Kinds of happening that are one when they are denied. */
static uint32_t family_of(const struct sr_claim *c)
{
	switch (c->type) {
	case SR_TYPE_CONTROL_RETAKE:
	case SR_TYPE_CONTROL_HOLD:
	case SR_TYPE_CONTROL_ADVANCE:
		return SR_TYPE_CONTROL_SEIZE;
	default:
		return c->type;
	}
}

/* What nobody's word stands behind, as "the town has no power", is a state. */
static bool may_conflict(const struct sr_claim *c)
{
	return !sr_is_civil(c->type) && c->type != SR_TYPE_POLITICS_POSITION &&
	       c->type != SR_TYPE_POLITICS_TALKS;
}

static bool harms_civilians(const struct sr_claim *c)
{
	return c->has_actor && c->has_target && c->actor.side.n &&
	       sr_str_is(c->target.side, "CIV") &&
	       (sr_is_attack(c->type) || sr_is_loss(c->type)) &&
	       c->type != SR_TYPE_LOSS_EQUIPMENT;
}

static struct sr_str side_of(const struct sr_claim *c)
{
	if (sr_is_loss(c->type) && c->has_target)
		return c->target.side;
	return c->has_actor ? c->actor.side : (struct sr_str){ NULL, 0 };
}

static int by_tail(const struct entry *a, const struct entry *b)
{
	int c = sr_order(a->days.to, b->days.to);

	return c ? c : sr_order(a->rank, b->rank);
}

static int by_spot(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	int c = sr_order(a->family, b->family);

	if (c || (c = sr_order(a->place, b->place)))
		return c;
	return by_tail(a, b);
}

static int by_side(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	int c = sr_order(a->family, b->family);

	if (c || (c = sr_str_order(a->side, b->side)))
		return c;
	return by_tail(a, b);
}

static int by_report(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	int c = sr_order(a->report, b->report);

	if (c || (c = sr_order(a->at, b->at)))
		return c;
	return sr_order(a->rank, b->rank);
}

/* The first entry not before `e`. */
static size_t seek(const struct entry *list, size_t n, const struct entry *e,
		   int (*by)(const void *, const void *))
{
	size_t from = 0, to = n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (by(&list[middle], e) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static struct entry entry_of(const struct sr_conflict_work *w, uint32_t i)
{
	const struct sr_record *r = &w->records->claims.items[i];

	return (struct entry){ .family = family_of(&r->claim),
			       .place = w->fact[i].place,
			       .claim = i,
			       .rank = w->fact[i].rank,
			       .report = r->report,
			       .at = r->points.from,
			       .side = side_of(&r->claim),
			       .days = w->fact[i].days };
}

static bool same_side(const struct sr_claim *a, const struct sr_claim *b)
{
	struct sr_str p = side_of(a), q = side_of(b);

	return p.n && sr_str_equal(p, q);
}

/* Does a place stand in the words, or was it told before them? */
static bool names_place(const struct sr_claim *c)
{
	return c->has_place && c->place.at.from < c->place.at.to &&
	       c->place.at.from >= c->evidence.from &&
	       c->place.at.to <= c->evidence.to;
}

/* "Denied that the town had fallen": to nobody in particular. */
static bool denies_any_taking(const struct sr_conflict_work *w, uint32_t denial,
			      const struct sr_claim *said)
{
	const struct sr_claim *d = sr_conflict_claim(w, denial);

	return family_of(d) == SR_TYPE_CONTROL_SEIZE && !side_of(d).n &&
	       w->fact[denial].spot && !d->has_target &&
	       (said->type == SR_TYPE_CONTROL_SEIZE ||
		said->type == SR_TYPE_CONTROL_RETAKE);
}

/* Nothing that both name of the other party differs. */
static bool others_fit(const struct sr_claim *a, const struct sr_claim *b)
{
	bool targets = a->has_target && b->has_target && a->target.side.n &&
		       b->target.side.n;
	bool actors = a->has_actor && b->has_actor && a->actor.side.n &&
		      b->actor.side.n;

	return (!targets || sr_str_equal(a->target.side, b->target.side)) &&
	       (!actors || sr_str_equal(a->actor.side, b->actor.side));
}

static bool same_actor(const struct sr_claim *a, const struct sr_claim *b)
{
	return a->has_actor && b->has_actor && a->actor.side.n &&
	       sr_str_equal(a->actor.side, b->actor.side);
}

/* Whose doing a loss was must be the same if the denial says it, and anyway
 * where the place is a wide one; a toll of a war is of no one happening. */
static bool doers_fit(const struct sr_conflict_work *w, uint32_t denial,
		      uint32_t said)
{
	const struct sr_claim *d = sr_conflict_claim(w, denial);
	const struct sr_claim *a = sr_conflict_claim(w, said);
	bool named = d->has_actor && d->actor.side.n;

	if (!w->fact[denial].spot && !same_actor(d, a))
		return false;
	if (!sr_is_loss(d->type))
		return true;
	return (!named || same_actor(d, a)) &&
	       w->fact[said].scope != SR_SCOPE_TOTAL;
}

static bool counts_fit(const struct sr_claim *a, const struct sr_claim *b)
{
	return !a->has_count || !b->has_count ||
	       !sr_str_equal(a->unit, b->unit) ||
	       !sr_counts_apart(a->count, b->count);
}

/* Is the denial the answer that was read to that very claim? */
static bool is_answer(const struct sr_record *d, const struct sr_record *a)
{
	const struct sr_claim *p = &d->claim, *q = &a->claim;

	return d->report == a->report && sr_str_is(p->rule, "answer") &&
	       p->type == q->type && p->days.from == q->days.from &&
	       p->days.to == q->days.to && p->has_actor == q->has_actor &&
	       p->has_target == q->has_target && p->has_place == q->has_place &&
	       (!p->has_actor || sr_str_equal(p->actor.name, q->actor.name)) &&
	       (!p->has_target ||
		sr_str_equal(p->target.name, q->target.name)) &&
	       (!p->has_place || sr_str_equal(p->place.name, q->place.name));
}

static bool one_voice(const struct sr_conflict_work *w, uint32_t a, uint32_t b)
{
	return w->voices->claim[a] == w->voices->claim[b];
}

static uint32_t root_of(struct deny_work *d, uint32_t i)
{
	while (d->join[i] != i)
		i = d->join[i] = d->join[d->join[i]];
	return i;
}

/* Notes that `denial` stands against `said`; denials that stand against one
 * claim are one conflict, under the first of them by content. */
static bool put(struct deny_work *d, uint32_t denial, uint32_t said)
{
	struct sr_clash *c = SR_PUSH(d->w->mem, &d->found);

	if (!c)
		return false;
	*c = (struct sr_clash){ .kind = SR_CONFLICT_DENIAL,
				.said = said,
				.against = denial };
	if (!d->root[said]) {
		d->root[said] = denial + 1;
		return true;
	}
	uint32_t a = root_of(d, d->root[said] - 1), b = root_of(d, denial);
	if (d->w->fact[a].rank < d->w->fact[b].rank)
		d->join[b] = a;
	else
		d->join[a] = b;
	return true;
}

/* 1. In its own report. */
static bool look_in_report(struct deny_work *d, uint32_t i)
{
	const struct sr_record *all = d->w->records->claims.items, *r = &all[i];
	struct entry e = { .report = r->report };
	size_t k = seek(d->reports, d->n, &e, by_report);

	for (; k < d->n && d->reports[k].report == r->report; k++) {
		uint32_t j = d->reports[k].claim;
		const struct sr_record *a = &all[j];
		bool before = a->points.from < r->points.from &&
			      r->points.from - a->points.from < JUST_BEFORE;
		bool fits = is_answer(r, a);
		/* "It does not target civilians", behind an attack of its */
		if (r->claim.type == SR_TYPE_ATTACK_CIVILIANS && before &&
		    sr_is_attack(a->claim.type) &&
		    same_side(&r->claim, &a->claim) &&
		    others_fit(&r->claim, &a->claim))
			fits = true;
		if (fits && d->w->fact[j].taken && !one_voice(d->w, i, j) &&
		    !put(d, i, j))
			return false;
	}
	return true;
}

/* 2. Of the same kind, place, party and days. */
static bool look_at_spot(struct deny_work *d, uint32_t i)
{
	const struct sr_conflict_work *w = d->w;
	const struct sr_claim *c = sr_conflict_claim(w, i);
	const struct sr_fact *f = &w->fact[i];
	struct entry e = entry_of(w, i);
	size_t looked = 0;

	if (f->place == SR_NOWHERE || !sr_days_known(f->days) ||
	    f->days.from == SR_DAY_MIN || f->days.to == SR_DAY_MAX ||
	    sr_days_span(f->days) > ONE_TIME)
		return true;
	e.days.to = f->days.from;
	e.rank = 0;
	for (size_t k = seek(d->spots, d->n, &e, by_spot);
	     k < d->n && looked < SR_CONFLICT_LOOK; k++, looked++) {
		const struct entry *a = &d->spots[k];
		const struct sr_claim *q = sr_conflict_claim(w, a->claim);
		if (a->family != e.family || a->place != e.place)
			break;
		if (!sr_days_meet(a->days, f->days) ||
		    one_voice(w, i, a->claim) || !doers_fit(w, i, a->claim))
			continue;
		if ((same_side(c, q) || denies_any_taking(w, i, q)) &&
		    others_fit(c, q) && counts_fit(c, q) &&
		    !put(d, i, a->claim))
			return false;
	}
	return true;
}

/* 3. "Russia denied targeting civilians": all before, the latest first. */
static bool look_in_general(struct deny_work *d, uint32_t i)
{
	const struct sr_conflict_work *w = d->w;
	const struct sr_claim *c = sr_conflict_claim(w, i);
	struct sr_days days = w->fact[i].days;
	struct entry e = entry_of(w, i);
	size_t found = 0;

	if ((c->type != SR_TYPE_ATTACK_CIVILIANS && !sr_is_loss(c->type)) ||
	    !harms_civilians(c) || !sr_days_known(days) ||
	    (names_place(c) && c->place.role != SR_ROLE_AREA) ||
	    sr_str_is(c->rule, "answer"))
		return true;
	e.family = SR_TYPE_ATTACK_CIVILIANS;
	e.side = c->actor.side;
	e.rank = UINT32_MAX;
	for (size_t k = seek(d->sides, d->n, &e, by_side);
	     k-- > 0 && found < SR_CONFLICT_MOST;) {
		const struct entry *a = &d->sides[k];
		if (a->family != e.family || !sr_str_equal(a->side, e.side) ||
		    a->days.to < days.to - GENERAL_DAYS)
			break;
		if (one_voice(w, i, a->claim) ||
		    w->fact[a->claim].scope == SR_SCOPE_TOTAL)
			continue;
		found++;
		if (!put(d, i, a->claim))
			return false;
	}
	return true;
}

static bool fill_entries(struct deny_work *d)
{
	struct sr_conflict_work *w = d->w;
	size_t n = w->records->claims.nitem;

	d->spots = SR_NEW(w->mem, struct entry, 2 * n);
	if (!d->spots)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_claim *c = sr_conflict_claim(w, i);
		if (!w->fact[i].taken || !may_conflict(c))
			continue;
		d->spots[d->n] = entry_of(w, i);
		d->n++;
		if (c->type == SR_TYPE_ATTACK_CIVILIANS || !harms_civilians(c))
			continue;
		d->spots[d->n] = entry_of(w, i);
		d->spots[d->n].family = SR_TYPE_ATTACK_CIVILIANS;
		d->spots[d->n++].side = c->actor.side;
	}
	d->sides = SR_NEW(w->mem, struct entry, d->n);
	d->reports = SR_NEW(w->mem, struct entry, d->n);
	if (!d->sides || !d->reports)
		return false;
	if (d->n == 0)
		return true;
	memcpy(d->sides, d->spots, d->n * sizeof(*d->spots));
	memcpy(d->reports, d->spots, d->n * sizeof(*d->spots));
	qsort(d->spots, d->n, sizeof(*d->spots), by_spot);
	qsort(d->sides, d->n, sizeof(*d->sides), by_side);
	qsort(d->reports, d->n, sizeof(*d->reports), by_report);
	return true;
}

bool sr_conflict_denials(struct sr_conflict_work *w)
{
	size_t n = w->records->claims.nitem;
	struct deny_work d = { .w = w,
			       .root = SR_NEW(w->mem, uint32_t, n),
			       .join = SR_NEW(w->mem, uint32_t, n) };

	if (!d.root || !d.join || !fill_entries(&d))
		return false;
	for (uint32_t i = 0; i < n; i++)
		d.join[i] = i;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_claim *c = sr_conflict_claim(w, i);
		if ((c->status != SR_STATUS_DENIED &&
		     c->status != SR_STATUS_DISPUTED) ||
		    !may_conflict(c) || !c->speaker.n)
			continue;
		if (!look_in_report(&d, i) || !look_at_spot(&d, i) ||
		    !look_in_general(&d, i))
			return false;
	}
	for (size_t k = 0; k < d.found.nitem; k++) {
		struct sr_clash *c = &d.found.items[k];
		c->said_key = w->fact[root_of(&d, c->against)].rank;
		if (!sr_conflict_put(w, *c))
			return false;
	}
	return true;
}
