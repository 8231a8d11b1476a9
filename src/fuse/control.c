/* See control.h. The order of work: claims to evidence; dated evidence to
 * spells; evidence that is only true by a day into those; then each spell's
 * first days, and what is assumed before the first. */
#include <stdlib.h>

#include "fuse/control_work.h"

bool sr_bears_on_control(const struct sr_claim *c)
{
	if (!c->has_place)
		return false;
	if (c->place.role == SR_ROLE_FROM)
		return c->type == SR_TYPE_CONTROL_LEAVE;
	return (c->place.role == SR_ROLE_AT || c->place.role == SR_ROLE_AREA) &&
	       (c->type == SR_TYPE_CONTROL_SEIZE ||
		c->type == SR_TYPE_CONTROL_RETAKE ||
		c->type == SR_TYPE_CONTROL_HOLD ||
		c->type == SR_TYPE_CONTROL_LEAVE);
}

/* The days for which a claim is evidence; false if it can't be placed. */
static bool place_in_time(const struct sr_control_work *w,
			  struct sr_evidence *e)
{
	const struct sr_record *r = &w->records->claims.items[e->claim];
	const struct sr_claim *c = &r->claim;
	struct sr_days published = sr_filed_of(w->records, r)->report.published;

	if (!sr_days_known(c->days)) {
		if (!sr_days_known(published))
			return false;
		e->background = true;
		e->from = SR_DAY_MIN;
		e->to = published.to;
		return true;
	}
	e->from = c->days.from;
	e->to = c->days.to;
	if (c->basis == SR_BASIS_REPORT && e->kind != SR_HOLD)
		e->from = SR_DAY_MIN;
	return e->to != SR_DAY_MAX;
}

static enum sr_code add_evidence(struct sr_control_work *w, uint32_t i)
{
	const struct sr_claim *c = sr_control_claim(w, i);
	struct sr_evidence e = { .claim = i,
				 .report = w->records->claims.items[i].report,
				 .side = c->actor.side };

	e.kind = c->type == SR_TYPE_CONTROL_HOLD    ? SR_HOLD
		 : c->type == SR_TYPE_CONTROL_LEAVE ? SR_LEAVE
						    : SR_TAKE;
	e.back = c->type == SR_TYPE_CONTROL_RETAKE;
	if (c->status != SR_STATUS_ASSERTED || !sr_bears_on_control(c) ||
	    !c->has_actor || !e.side.n || !place_in_time(w, &e)) {
		uint32_t *beside = SR_PUSH(w->mem, &w->out->beside);
		if (!beside)
			return SR_NOMEM;
		*beside = i;
		return SR_OK;
	}
	struct sr_evidence *own = SR_PUSH(w->mem, &w->evidence);
	if (!own)
		return SR_NOMEM;
	*own = e;
	return SR_OK;
}

/* Dated before undated; by first day, then: taken, held, left, taken back, as
 * one day's news must have come. What is true by a day goes by that day. */
static int rank(const struct sr_evidence *e)
{
	return e->kind == SR_TAKE   ? (e->back ? 3 : 0)
	       : e->kind == SR_HOLD ? 1
				    : 2;
}

static int by_time(const void *pa, const void *pb)
{
	const struct sr_evidence *a = pa, *b = pb;
	bool la = a->from == SR_DAY_MIN, lb = b->from == SR_DAY_MIN;
	int32_t ka = la ? a->to : a->from, kb = lb ? b->to : b->from;

	if (la != lb)
		return la - lb;
	if (ka != kb)
		return (ka > kb) - (ka < kb);
	if (rank(a) != rank(b))
		return rank(a) - rank(b);
	if (a->to != b->to)
		return (a->to > b->to) - (a->to < b->to);
	return (a->claim > b->claim) - (a->claim < b->claim);
}

/* Spells */

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
				  .seen = SR_DAY_MIN };
	return &s[i];
}

enum sr_code sr_spell_support(struct sr_control_work *w, struct sr_spell *s,
			      struct sr_evidence *e, enum sr_bearing bearing)
{
	struct sr_ground *g = s ? SR_PUSH(w->mem, &s->grounds) : NULL;

	if (!g)
		return SR_NOMEM;
	*g = (struct sr_ground){ e->claim, bearing };
	e->used = true;
	if (bearing == SR_BEARS_HOLDS && e->from != SR_DAY_MIN &&
	    e->to > s->seen)
		s->seen = e->to;
	if (bearing == SR_BEARS_TAKES && e->from > s->seen)
		s->seen = e->from;
	return SR_OK;
}

enum sr_bearing sr_bearing_of(const struct sr_evidence *e)
{
	return e->kind == SR_TAKE   ? SR_BEARS_TAKES
	       : e->kind == SR_HOLD ? SR_BEARS_HOLDS
				    : SR_BEARS_LEAVES;
}

enum sr_code sr_spell_begin(struct sr_control_work *w, size_t at,
			    struct sr_evidence *e, struct sr_days from)
{
	struct sr_spell *s = sr_spell_insert(w, at, SR_HOLD_CLAIMED, e->side);

	if (!s)
		return SR_NOMEM;
	s->from = from;
	return sr_spell_support(w, s, e, sr_bearing_of(e));
}

/* Two sides at once, from some day on. */
static enum sr_code contest(struct sr_control_work *w, size_t at,
			    struct sr_evidence *e)
{
	struct sr_str holder = sr_spell_at(w, at)->holder;
	struct sr_spell *s =
		sr_spell_insert(w, at + 1, SR_HOLD_CONTESTED, holder);

	if (!s)
		return SR_NOMEM;
	s->rival = e->side;
	s->from = (struct sr_days){ e->from, e->from };
	return sr_spell_support(w, s, e, SR_BEARS_RIVALS);
}

size_t sr_spell_of(const struct sr_control_work *w, struct sr_str side,
		   int32_t day)
{
	size_t best = w->out->spells.nitem;

	for (size_t i = 0; i < w->out->spells.nitem; i++) {
		const struct sr_spell *s = &w->out->spells.items[i];
		if (sr_spell_holds(s, side) && s->from.from <= day)
			best = i;
	}
	return best;
}

/* Dated evidence in order; the last spell is the one that stands. */

static enum sr_code walk_take(struct sr_control_work *w, struct sr_evidence *e)
{
	size_t n = w->out->spells.nitem;
	struct sr_spell *s = n ? sr_spell_at(w, n - 1) : NULL;
	struct sr_days days = { e->from, e->to };

	if (sr_spell_holds(s, e->side) && s->kind == SR_HOLD_CLAIMED)
		return sr_spell_support(w, s, e, SR_BEARS_TAKES);
	/* Both took it in the same days and neither took it back. */
	if (s && s->kind == SR_HOLD_CLAIMED && !e->back &&
	    s->from.from != SR_DAY_MIN && e->from == s->from.from &&
	    e->to == s->from.to)
		return contest(w, n - 1, e);
	if (s && s->from.to > days.from)
		days.from = s->from.from > days.from ? s->from.from : days.from;
	return sr_spell_begin(w, n, e, days);
}

static enum sr_code walk_hold(struct sr_control_work *w, struct sr_evidence *e)
{
	size_t n = w->out->spells.nitem;
	struct sr_spell *s = n ? sr_spell_at(w, n - 1) : NULL;
	struct sr_spell *before = n > 1 ? sr_spell_at(w, n - 2) : NULL;

	if (!s)
		return sr_spell_begin(w, 0, e,
				      (struct sr_days){ SR_DAY_MIN, e->from });
	if (sr_spell_holds(s, e->side))
		return sr_spell_support(w, s, e, SR_BEARS_HOLDS);
	if (s->kind == SR_HOLD_CONTESTED && sr_str_equal(s->rival, e->side))
		return sr_spell_support(w, s, e, SR_BEARS_RIVALS);
	if (s->kind == SR_HOLD_LEFT)
		return sr_spell_begin(
			w, n, e, (struct sr_days){ s->from.from, e->from });
	/* Still held while the change may not have come yet. */
	if (sr_spell_holds(before, e->side) && s->from.to > e->from) {
		if (e->from > s->from.from)
			s->from.from = e->from;
		return sr_spell_support(w, before, e, SR_BEARS_HOLDS);
	}
	return contest(w, n - 1, e);
}

/* Will another side be said to have taken it about then? */
static bool taken_about(const struct sr_control_work *w,
			const struct sr_evidence *left)
{
	for (size_t i = 0; i < w->evidence.nitem; i++) {
		const struct sr_evidence *e = &w->evidence.items[i];
		if (e->kind == SR_TAKE && !sr_str_equal(e->side, left->side) &&
		    !e->background && e->to >= left->from &&
		    (e->from == SR_DAY_MIN ||
		     e->from <= left->to + SR_NEAR_DAYS))
			return true;
	}
	return false;
}

static enum sr_code walk_leave(struct sr_control_work *w, struct sr_evidence *e)
{
	size_t n = w->out->spells.nitem;
	struct sr_spell *s = n ? sr_spell_at(w, n - 1) : NULL;

	if (s && s->kind == SR_HOLD_LEFT)
		return sr_spell_support(w, s, e, SR_BEARS_LEAVES);
	if (s && !sr_spell_holds(s, e->side) &&
	    e->from - s->from.to <= SR_NEAR_DAYS)
		return sr_spell_support(w, s, e, SR_BEARS_LEAVES);
	if (taken_about(w, e))
		return SR_OK; /* goes to the spell that it makes room for */
	s = sr_spell_insert(w, n, SR_HOLD_LEFT, (struct sr_str){ NULL, 0 });
	if (!s)
		return SR_NOMEM;
	s->from = (struct sr_days){ e->from, e->to };
	return sr_spell_support(w, s, e, SR_BEARS_LEAVES);
}

static enum sr_code walk(struct sr_control_work *w)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < w->evidence.nitem; i++) {
		struct sr_evidence *e = &w->evidence.items[i];
		if (e->from == SR_DAY_MIN)
			break;
		code = e->kind == SR_TAKE   ? walk_take(w, e)
		       : e->kind == SR_HOLD ? walk_hold(w, e)
					    : walk_leave(w, e);
	}
	return code;
}

enum sr_code sr_control(const struct sr_records *records, const uint32_t *claim,
			size_t nclaim, struct sr_arena *mem,
			struct sr_control *out, struct sr_err *err)
{
	struct sr_control_work w = { .records = records,
				     .mem = mem,
				     .out = out };
	enum sr_code code = SR_OK;

	*out = (struct sr_control){ .last = SR_DAY_MIN };
	for (size_t i = 0; !code && i < nclaim; i++)
		code = add_evidence(&w, claim[i]);
	if (!code && w.evidence.nitem)
		qsort(w.evidence.items, w.evidence.nitem,
		      sizeof(*w.evidence.items), by_time);
	if (!code)
		code = walk(&w);
	if (!code)
		code = sr_control_join(&w);
	if (!code)
		code = sr_control_end(&w, claim, nclaim);
	return code ? sr_fail_nomem(err, "control") : SR_OK;
}

size_t sr_control_on(const struct sr_control *control, int32_t day,
		     size_t *other)
{
	size_t best = SIZE_MAX;

	*other = SIZE_MAX;
	for (size_t i = 0; i < control->spells.nitem; i++) {
		const struct sr_spell *s = &control->spells.items[i];
		if (s->from.to <= day)
			best = i;
		else if (s->from.from <= day && *other == SIZE_MAX)
			*other = i;
	}
	return best;
}
