/* The path of control_path.c as spells: each claim goes to the spell that it
 * supports or speaks against; the days of each change come from the claims of
 * it; who was there before the first is assumed, and marked so. */
#include <stdlib.h>

#include "fuse/control_work.h"

#define HOLD_NEAR 1 /* days by which a claim of holding may be off */

/* Spells */

/* A new spell before the one with index i. NULL when memory is out. */
struct sr_spell *sr_spell_insert(struct sr_control_work *w, size_t i,
				 enum sr_hold kind, struct sr_str holder)
{
	if (!SR_PUSH(w->mem, &w->out->spells))
		return NULL;
	struct sr_spell *s = w->out->spells.items;
	for (size_t k = w->out->spells.nitem - 1; k > i; k--)
		s[k] = s[k - 1];
	s[i] = (struct sr_spell){ .kind = kind,
				  .holder = holder,
				  .from = { SR_DAY_MIN, SR_DAY_MIN },
				  .day = SR_DAY_MIN,
				  .seen = SR_DAY_MIN,
				  .siege = SR_DAYS_UNKNOWN };
	return &s[i];
}

static void erase(struct sr_control_work *w, size_t i)
{
	struct sr_spell *s = w->out->spells.items;

	for (w->out->spells.nitem--; i < w->out->spells.nitem; i++)
		s[i] = s[i + 1];
}

enum sr_code sr_spell_ground(struct sr_control_work *w, struct sr_spell *s,
			     uint32_t claim, enum sr_bearing bearing)
{
	struct sr_ground *g = s ? SR_PUSH(w->mem, &s->grounds) : NULL;

	if (!g)
		return SR_NOMEM;
	*g = (struct sr_ground){ claim, bearing,
				 sr_control_interest(w, claim) };
	return SR_OK;
}

static enum sr_code beside(struct sr_control_work *w, uint32_t claim)
{
	uint32_t *own = SR_PUSH(w->mem, &w->out->beside);

	if (!own)
		return SR_NOMEM;
	*own = claim;
	return SR_OK;
}

/* One spell for each stretch; a first one of nobody known is left out, so that
 * the spell of stretch i is i less *skipped. */
static enum sr_code make_spells(struct sr_control_work *w, size_t *skipped)
{
	*skipped = w->path.nitem && w->path.items[0].state == 0;
	for (size_t i = *skipped; i < w->path.nitem; i++) {
		const struct sr_stretch *p = &w->path.items[i];
		struct sr_str side = { NULL, 0 };
		if (p->state)
			side = w->sides.items[p->state - 1];
		struct sr_spell *s = sr_spell_insert(
			w, w->out->spells.nitem,
			p->state ? SR_HOLD_CLAIMED : SR_HOLD_LEFT, side);
		if (!s)
			return SR_NOMEM;
		if (i) /* the first was there at the first look */
			s->day = s->from.to = sr_day_of_moment(p->from);
	}
	return SR_OK;
}

/* Where evidence goes */

static size_t stretch_at(const struct sr_control_work *w, int64_t moment)
{
	size_t best = 0;

	for (size_t i = 1; i < w->path.nitem; i++)
		if (w->path.items[i].from <= moment)
			best = i;
	return best;
}

/* The stretch of that state nearest to those days and no farther off than
 * `most` days; npath: none. */
static size_t nearest(const struct sr_control_work *w, uint32_t state,
		      struct sr_days days, int32_t most)
{
	size_t best = w->path.nitem;
	int64_t least = (int64_t)most + 1;

	for (size_t i = 0; i < w->path.nitem; i++) {
		const struct sr_stretch *p = &w->path.items[i];
		int64_t early = (int64_t)sr_day_of_moment(p->from) - days.to;
		int64_t late = (int64_t)days.from - sr_day_of_moment(p->to);
		int64_t off = early > late ? early : late;
		if (p->state == state && off < least) {
			least = off < 0 ? 0 : off;
			best = i;
		}
	}
	return best;
}

static void seen(struct sr_spell *s, int32_t day)
{
	if (day > s->seen)
		s->seen = day;
}

struct placed {
	size_t stretch; /* npath: nowhere */
	enum sr_bearing bearing;
	int32_t seen;
};

static struct placed place_take(const struct sr_control_work *w,
				const struct sr_evidence *e)
{
	struct placed p = { .bearing = SR_BEARS_TAKES, .seen = e->to };
	struct sr_days days = { e->from == SR_DAY_MIN ? e->to : e->from,
				e->to };

	if (e->from != SR_DAY_MIN)
		p.seen = e->from;
	p.stretch = stretch_at(w, e->back ? SR_LATE(e->to) : SR_EARLY(e->to));
	if (w->path.items[p.stretch].state == e->state)
		return p;
	size_t near = nearest(w, e->state, days, SR_NEAR_DAYS);
	if (near < w->path.nitem || e->guessed)
		return (struct placed){ near, SR_BEARS_TAKES, SR_DAY_MIN };
	p.bearing = SR_BEARS_RIVALS;
	return p;
}

static struct placed place_hold(const struct sr_control_work *w,
				const struct sr_evidence *e)
{
	struct sr_days days = { e->from, e->to };
	size_t at = stretch_at(w, SR_LATE(e->from));
	size_t last = stretch_at(w, SR_EARLY(e->to));

	if (w->path.items[last].state == e->state)
		return (struct placed){ last, SR_BEARS_HOLDS, e->to };
	if (w->path.items[at].state == e->state)
		return (struct placed){ at, SR_BEARS_HOLDS, e->from };
	size_t near = nearest(w, e->state, days, HOLD_NEAR);
	if (near < w->path.nitem)
		return (struct placed){ near, SR_BEARS_HOLDS, SR_DAY_MIN };
	return (struct placed){ at, SR_BEARS_RIVALS, SR_DAY_MIN };
}

/* To the spell that came after who left. */
static struct placed place_leave(const struct sr_control_work *w,
				 const struct sr_evidence *e)
{
	size_t at = stretch_at(w, SR_LATE(e->to)), n = w->path.nitem;
	const struct sr_stretch *p = w->path.items;
	struct placed none = { n, SR_BEARS_LEAVES, SR_DAY_MIN };

	if (at == 0 && p[at].state == 0)
		at = 1;
	if (at < n && p[at].state == e->state) {
		bool soon = at + 1 < n &&
			    sr_day_of_moment(p[at + 1].from) - e->to <=
				    SR_NEAR_DAYS;
		if (!soon)
			return (struct placed){ at, SR_BEARS_DENIES,
						SR_DAY_MIN };
		at++;
	}
	if (at < n)
		none.stretch = at;
	return none;
}

static enum sr_code place_news(struct sr_control_work *w, size_t skipped)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < w->evidence.nitem; i++) {
		const struct sr_evidence *e = &w->evidence.items[i];
		if (e->background || e->against)
			continue;
		if (!w->path.nitem) {
			code = beside(w, e->claim);
			continue;
		}
		struct placed p = e->kind == SR_TAKE   ? place_take(w, e)
				  : e->kind == SR_HOLD ? place_hold(w, e)
						       : place_leave(w, e);
		struct sr_spell *s = NULL;
		if (p.stretch >= skipped && p.stretch < w->path.nitem)
			s = sr_spell_at(w, p.stretch - skipped);
		code = s ? sr_spell_ground(w, s, e->claim, p.bearing)
			 : beside(w, e->claim);
		if (s && p.bearing != SR_BEARS_RIVALS)
			seen(s, p.seen);
	}
	return code;
}

/* The last spell of a side that may have begun by that day, or NULL. */
static struct sr_spell *spell_of(const struct sr_control_work *w,
				 struct sr_str side, int32_t day)
{
	struct sr_spell *best = NULL;

	for (size_t i = 0; i < w->out->spells.nitem; i++) {
		struct sr_spell *s = &w->out->spells.items[i];
		if (s->kind != SR_HOLD_LEFT && sr_str_equal(s->holder, side) &&
		    s->from.from <= day)
			best = s;
	}
	return best;
}

/* What is told of the past joins a spell of that side, or makes one before all
 * others. */
static enum sr_code place_past(struct sr_control_work *w)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < w->evidence.nitem; i++) {
		const struct sr_evidence *e = &w->evidence.items[i];
		if (!e->background)
			continue;
		struct sr_spell *s = spell_of(w, e->side, e->to);
		bool hopeless = e->kind == SR_LEAVE || e->guessed || e->weak;
		if (!s && !hopeless) {
			const struct sr_spell *first = sr_spell_at(w, 0);
			int32_t to = e->to;
			if (first && first->from.to < to)
				to = first->from.to;
			s = sr_spell_insert(w, 0, SR_HOLD_CLAIMED, e->side);
			if (!s)
				return SR_NOMEM;
			s->from.to = s->day = to;
		}
		code = !s || e->kind == SR_LEAVE
			       ? beside(w, e->claim)
			       : sr_spell_ground(w, s, e->claim,
						 e->kind == SR_HOLD
							 ? SR_BEARS_HOLDS
							 : SR_BEARS_TAKES);
	}
	return code;
}

/* Do two changes, by the days that are told of them, leave days between? */
static bool is_apart(const struct sr_spell *s, const struct sr_spell *next)
{
	return s->from.from != SR_DAY_MIN && next->from.from != SR_DAY_MIN &&
	       next->from.from - s->from.to > 1;
}

/* Who left just before another came, or nobody knows when, made room for it. */
static enum sr_code close_gaps(struct sr_control_work *w)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i + 1 < w->out->spells.nitem; i++) {
		struct sr_spell *s = sr_spell_at(w, i), *next = s + 1;
		if (s->kind != SR_HOLD_LEFT ||
		    next->from.to - s->from.to > SR_NEAR_DAYS ||
		    is_apart(s, next) ||
		    (i && sr_str_equal(s[-1].holder, next->holder)))
			continue;
		for (size_t k = 0; !code && k < s->grounds.nitem; k++)
			code = sr_spell_ground(w, next,
					       s->grounds.items[k].claim,
					       s->grounds.items[k].bearing);
		erase(w, i--);
	}
	return code;
}

/* Before the first */

/* From whom it was taken, where that is said; else, when it was taken for the
 * first time, the state that it lies in; else nobody known. */
static struct sr_str assumed_side(const struct sr_control_work *w,
				  const struct sr_spell *first, bool *any)
{
	struct sr_str said = { NULL, 0 }, ground = { NULL, 0 };
	bool back = false;

	for (size_t k = 0; k < first->grounds.nitem; k++) {
		const struct sr_claim *c =
			sr_control_claim(w, first->grounds.items[k].claim);
		enum sr_bearing b = first->grounds.items[k].bearing;
		if (b == SR_BEARS_LEAVES && !said.n)
			said = c->actor.side.n ? c->actor.side : c->target.side;
		/* What is taken later was held before. */
		if (b != SR_BEARS_TAKES ||
		    (sr_days_known(c->days) && c->basis != SR_BASIS_REPORT &&
		     c->days.from > first->from.to + SR_NEAR_DAYS))
			continue;
		*any = true;
		back |= c->type == SR_TYPE_CONTROL_RETAKE;
		if (c->has_target && !said.n &&
		    !sr_str_equal(c->target.side, first->holder))
			said = c->target.side;
		if (!sr_str_equal(c->place.country, first->holder))
			ground = c->place.country;
	}
	if (said.n)
		*any = true;
	return said.n || back ? said : ground;
}

static enum sr_code assume(struct sr_control_work *w)
{
	struct sr_spell *first = sr_spell_at(w, 0);
	bool any = false;

	if (!first)
		return SR_OK;
	struct sr_str side = assumed_side(w, first, &any);
	if (!first->grounds.nitem) { /* there only because it left */
		first->kind = SR_HOLD_ASSUMED;
		return SR_OK;
	}
	if (!any && first->kind != SR_HOLD_LEFT)
		return SR_OK;
	return sr_spell_insert(w, 0, SR_HOLD_ASSUMED, side) ? SR_OK : SR_NOMEM;
}

/* Troops said to advance there do not say who holds it. */
static void doubt_comers(const struct sr_control_work *w)
{
	for (size_t i = 0; i < w->out->spells.nitem; i++) {
		struct sr_spell *s = &w->out->spells.items[i];
		bool comers = s->kind == SR_HOLD_CLAIMED;
		for (size_t k = 0; comers && k < s->grounds.nitem; k++)
			comers = sr_control_claim(w, s->grounds.items[k].claim)
					 ->type == SR_TYPE_CONTROL_ADVANCE;
		if (comers)
			s->kind = SR_HOLD_ASSUMED;
	}
}

/* What is denied or disputed of a holder stands against its spell too. */
static enum sr_code attach_denials(struct sr_control_work *w)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < w->out->beside.nitem; i++) {
		uint32_t claim = w->out->beside.items[i];
		const struct sr_claim *c = sr_control_claim(w, claim);
		if ((c->status != SR_STATUS_DENIED &&
		     c->status != SR_STATUS_DISPUTED) ||
		    !sr_bears_on_control(c) || !c->has_actor)
			continue;
		int32_t day = sr_days_known(c->days) ? c->days.to : SR_DAY_MAX;
		struct sr_spell *s = spell_of(w, c->actor.side, day);
		if (s)
			code = sr_spell_ground(w, s, claim, SR_BEARS_DENIES);
	}
	return code;
}

enum sr_code sr_control_end(struct sr_control_work *w)
{
	size_t skipped;
	enum sr_code code = make_spells(w, &skipped);

	if (!code)
		code = place_news(w, skipped);
	if (!code) {
		sr_control_days(w);
		code = place_past(w);
	}
	if (!code)
		code = close_gaps(w);
	sr_control_days(w);
	if (!code)
		code = sr_control_contest(w);
	if (!code)
		code = attach_denials(w);
	doubt_comers(w);
	return code ? code : assume(w);
}
