/* The last steps of control.c: the days of each change, who is assumed to have
 * been there before the first, what is denied, how many say so. */
#include <stdlib.h>

#include "fuse/control_work.h"

/* The days of the change to a spell: where its claims of taking overlap; where
 * they contradict each other, from the first to the last of them. */
static void set_start(struct sr_control_work *w, size_t i)
{
	struct sr_spell *s = sr_spell_at(w, i);
	struct sr_spell *before = i ? sr_spell_at(w, i - 1) : NULL;
	int32_t lo = SR_DAY_MIN, hi = SR_DAY_MAX;

	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_claim *c =
			sr_control_claim(w, s->grounds.items[k].claim);
		if (s->grounds.items[k].bearing != SR_BEARS_TAKES ||
		    !sr_days_known(c->days))
			continue;
		/* Said again long after is no second taking. */
		if (s->from.to != SR_DAY_MIN &&
		    c->days.from > s->from.to + 2 * SR_NEAR_DAYS)
			continue;
		if (c->basis != SR_BASIS_REPORT && c->days.from > lo)
			lo = c->days.from;
		if (c->days.to < hi)
			hi = c->days.to;
	}
	if (hi == SR_DAY_MAX || s->kind != SR_HOLD_CLAIMED)
		return;
	if (lo == SR_DAY_MIN)
		lo = s->from.from;
	if (before && before->seen > lo && before->seen <= hi)
		lo = before->seen;
	s->from = lo <= hi ? (struct sr_days){ lo, hi }
			   : (struct sr_days){ hi, lo };
}

/* Spells of one holder that met, because what stood between went elsewhere. */
static enum sr_code merge(struct sr_control_work *w)
{
	struct sr_spell *s = w->out->spells.items;
	size_t n = 0;

	for (size_t i = 0; i < w->out->spells.nitem; i++) {
		if (!n || s[i].kind != SR_HOLD_CLAIMED ||
		    s[n - 1].kind != SR_HOLD_CLAIMED ||
		    !sr_str_equal(s[i].holder, s[n - 1].holder)) {
			s[n++] = s[i];
			continue;
		}
		for (size_t k = 0; k < s[i].grounds.nitem; k++) {
			struct sr_ground *g =
				SR_PUSH(w->mem, &s[n - 1].grounds);
			if (!g)
				return SR_NOMEM;
			*g = s[i].grounds.items[k];
		}
		if (s[i].seen > s[n - 1].seen)
			s[n - 1].seen = s[i].seen;
	}
	w->out->spells.nitem = n;
	return SR_OK;
}

/* Who is assumed to have held it before the first claim: from whom it was
 * taken, where that is said; else, when it was taken for the first time, the
 * state that it lies in. */
static enum sr_code assume(struct sr_control_work *w)
{
	struct sr_str side = { NULL, 0 };
	const struct sr_spell *first = sr_spell_at(w, 0);
	bool back = false, taken = false;

	if (!first)
		return SR_OK;
	for (size_t k = 0; k < first->grounds.nitem; k++) {
		const struct sr_claim *c =
			sr_control_claim(w, first->grounds.items[k].claim);
		enum sr_bearing b = first->grounds.items[k].bearing;
		taken |= b == SR_BEARS_TAKES;
		back |= c->type == SR_TYPE_CONTROL_RETAKE;
		if (b == SR_BEARS_TAKES && c->has_target && !side.n &&
		    !sr_str_equal(c->target.side, first->holder))
			side = c->target.side;
		if (b == SR_BEARS_LEAVES)
			side = c->actor.side;
	}
	for (size_t k = 0;
	     !side.n && taken && !back && k < first->grounds.nitem; k++) {
		const struct sr_claim *c =
			sr_control_claim(w, first->grounds.items[k].claim);
		if (!sr_str_equal(c->place.country, first->holder))
			side = c->place.country;
	}
	if (!side.n && !taken && first->kind != SR_HOLD_LEFT)
		return SR_OK;
	return sr_spell_insert(w, 0, SR_HOLD_ASSUMED, side) ? SR_OK : SR_NOMEM;
}

/* What is denied or disputed of a spell's holder stands against it. */
static enum sr_code attach_denials(struct sr_control_work *w)
{
	for (size_t i = 0; i < w->out->beside.nitem; i++) {
		uint32_t claim = w->out->beside.items[i];
		const struct sr_claim *c = sr_control_claim(w, claim);
		if ((c->status != SR_STATUS_DENIED &&
		     c->status != SR_STATUS_DISPUTED) ||
		    !sr_bears_on_control(c) || !c->has_actor)
			continue;
		int32_t day = sr_days_known(c->days) ? c->days.to : SR_DAY_MAX;
		size_t own = sr_spell_of(w, c->actor.side, day);
		struct sr_spell *s = sr_spell_at(w, own);
		struct sr_ground *g = s ? SR_PUSH(w->mem, &s->grounds) : NULL;
		if (s && !g)
			return SR_NOMEM;
		if (g)
			*g = (struct sr_ground){ claim, SR_BEARS_DENIES };
	}
	return SR_OK;
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Distinct reports among the grounds of a spell that deny it, or don't. */
static uint32_t count_reports(const struct sr_control_work *w,
			      const struct sr_spell *s, bool denying,
			      uint32_t *room)
{
	size_t n = 0;
	uint32_t distinct = 0;

	for (size_t k = 0; k < s->grounds.nitem; k++)
		if ((s->grounds.items[k].bearing == SR_BEARS_DENIES) == denying)
			room[n++] = w->records->claims
					    .items[s->grounds.items[k].claim]
					    .report;
	if (n)
		qsort(room, n, sizeof(*room), by_number);
	for (size_t k = 0; k < n; k++)
		distinct += k == 0 || room[k] != room[k - 1];
	return distinct;
}

/* Counts, and the last day of anything. */
static enum sr_code count(struct sr_control_work *w, const uint32_t *claim,
			  size_t nclaim)
{
	uint32_t *room = SR_NEW(w->mem, uint32_t, nclaim);

	if (!room)
		return SR_NOMEM;
	for (size_t i = 0; i < w->out->spells.nitem; i++) {
		struct sr_spell *s = &w->out->spells.items[i];
		s->nreport = count_reports(w, s, false, room);
		s->ndenier = count_reports(w, s, true, room);
	}
	for (size_t i = 0; i < nclaim; i++) {
		const struct sr_claim *c = sr_control_claim(w, claim[i]);
		if (sr_days_known(c->days) && c->days.to != SR_DAY_MAX &&
		    c->days.to > w->out->last &&
		    (c->status == SR_STATUS_ASSERTED ||
		     c->status == SR_STATUS_UNVERIFIED))
			w->out->last = c->days.to;
	}
	return SR_OK;
}

enum sr_code sr_control_end(struct sr_control_work *w, const uint32_t *claim,
			    size_t nclaim)
{
	enum sr_code code = merge(w);

	for (size_t i = 0; !code && i < w->out->spells.nitem; i++)
		set_start(w, i);
	/* Each has begun by the time that the next one has. */
	for (size_t i = w->out->spells.nitem; !code && i-- > 1;) {
		struct sr_days *from = &w->out->spells.items[i - 1].from;
		int32_t next = w->out->spells.items[i].from.to;
		if (from->to > next)
			from->to = next;
		if (from->from > from->to)
			from->from = from->to;
	}
	if (!code)
		code = attach_denials(w);
	if (!code)
		code = assume(w);
	return code ? code : count(w, claim, nclaim);
}
