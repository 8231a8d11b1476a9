/* See control.h. The order of work: claims to evidence (here); what each
 * weighs (control_weigh.c); the path of holders that fits it best
 * (control_path.c); the path as spells with their grounds (control_end.c,
 * control_days.c); how sure they are (control_sure.c). */
#include <stdlib.h>

#include "base/order.h"
#include "fuse/control_work.h"

bool sr_bears_on_control(const struct sr_claim *c)
{
	if (!c->has_place)
		return false;
	if (c->place.role == SR_ROLE_FROM)
		return c->type == SR_TYPE_CONTROL_LEAVE;
	if (c->type == SR_TYPE_CONTROL_ADVANCE)
		return c->place.role == SR_ROLE_AT;
	return (c->place.role == SR_ROLE_AT || c->place.role == SR_ROLE_AREA) &&
	       (c->type == SR_TYPE_CONTROL_SEIZE ||
		c->type == SR_TYPE_CONTROL_RETAKE ||
		c->type == SR_TYPE_CONTROL_HOLD ||
		c->type == SR_TYPE_CONTROL_LEAVE);
}

/* Not by number: the same claims give the same bytes in whatever order they
 * came. */
int sr_claim_order(const struct sr_records *records, uint32_t a, uint32_t b)
{
	const struct sr_record *p = &records->claims.items[a];
	const struct sr_record *q = &records->claims.items[b];
	int c;

	if (a == b)
		return 0;
	c = sr_str_order(sr_filed_of(records, p)->sha256,
			 sr_filed_of(records, q)->sha256);
	if (!c)
		c = (p->claim.evidence.from > q->claim.evidence.from) -
		    (p->claim.evidence.from < q->claim.evidence.from);
	if (!c)
		c = sr_str_order(p->key, q->key);
	return c ? c : (a > b) - (a < b);
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
		e->background = e->loose = true;
		e->from = SR_DAY_MIN;
		e->to = published.to;
		return true;
	}
	e->from = c->days.from;
	e->to = c->days.to;
	e->loose = c->basis == SR_BASIS_REPORT || e->from == SR_DAY_MIN ||
		   (e->kind == SR_HOLD && c->basis != SR_BASIS_EXPLICIT);
	if (c->basis == SR_BASIS_REPORT && e->kind != SR_HOLD)
		e->from = SR_DAY_MIN;
	if (e->kind == SR_HOLD && e->from == SR_DAY_MIN)
		e->from = e->to;
	return e->to != SR_DAY_MAX;
}

/* Who: the actor. Land that is taken back by nobody named is taken back by the
 * state that it belongs to; that is a guess, and weighs less. */
static bool find_side(const struct sr_claim *c, struct sr_evidence *e)
{
	e->side = c->has_actor ? c->actor.side : (struct sr_str){ NULL, 0 };
	if (e->side.n)
		return true;
	/* "Recaptured from the militants", by nobody named: they lost it. */
	if (e->kind == SR_TAKE && c->has_target && c->target.side.n) {
		e->kind = SR_LEAVE;
		e->side = c->target.side;
		return true;
	}
	e->guessed = true;
	e->side = c->place.country;
	return c->type == SR_TYPE_CONTROL_RETAKE && e->side.n &&
	       !(c->has_target && sr_str_equal(c->target.side, e->side));
}

/* What is said of a region or a country is mostly true of parts of it: "the
 * occupied territories in the south". */
static bool is_part(const struct sr_control_work *w, uint32_t i)
{
	enum sr_extent extent = sr_control_extent(w, i);

	return sr_control_claim(w, i)->place.role == SR_ROLE_AREA
		       ? extent != SR_EXTENT_WHOLE
		       : extent == SR_EXTENT_BESIDE;
}

static bool may_speak(const struct sr_claim *c)
{
	return c->status != SR_STATUS_PLANNED &&
	       c->status != SR_STATUS_POSSIBLE && sr_bears_on_control(c);
}

static enum sr_code add_evidence(struct sr_control_work *w, uint32_t i)
{
	const struct sr_claim *c = sr_control_claim(w, i);
	struct sr_evidence e = {
		.claim = i,
		.origin = w->in->voices->claim[i],
		.source = w->in->trust ? w->in->trust->claim[i]
				       : w->in->voices->claim[i],
		.weak = c->type == SR_TYPE_CONTROL_ADVANCE,
		.back = c->type == SR_TYPE_CONTROL_RETAKE,
		.against = c->status == SR_STATUS_DENIED ||
			   c->status == SR_STATUS_DISPUTED,
		.doubted = c->status == SR_STATUS_UNVERIFIED ||
			   c->status == SR_STATUS_DISPUTED,
	};

	e.part = sr_control_extent(w, i) == SR_EXTENT_PART;
	e.weak |= e.part;
	e.kind = c->type == SR_TYPE_CONTROL_HOLD || e.weak ? SR_HOLD
		 : c->type == SR_TYPE_CONTROL_LEAVE	   ? SR_LEAVE
							   : SR_TAKE;
	bool left = e.part && c->type == SR_TYPE_CONTROL_LEAVE;
	bool speaks = may_speak(c) && !is_part(w, i) && !left &&
		      find_side(c, &e) && place_in_time(w, &e);
	if (!speaks || e.against) {
		uint32_t *beside = SR_PUSH(w->mem, &w->out->beside);
		if (!beside)
			return SR_NOMEM;
		*beside = i;
	}
	if (!speaks || (e.against && (e.guessed || e.weak || e.background)))
		return SR_OK;
	struct sr_evidence *own = SR_PUSH(w->mem, &w->evidence);
	if (!own)
		return SR_NOMEM;
	*own = e;
	return SR_OK;
}

static int by_rank(const void *pa, const void *pb)
{
	const struct sr_evidence *a = pa, *b = pb;

	return (a->rank > b->rank) - (a->rank < b->rank);
}

/* A claim by when it was published, and by what names it outside. */
struct name {
	struct sr_days published;
	struct sr_str sha256, key;
	struct sr_span at;
	uint32_t report, claim;
	struct sr_evidence *e;
};

static int by_name(const void *pa, const void *pb)
{
	const struct name *a = pa, *b = pb;
	int c = sr_order(a->published.to, b->published.to);

	if (c || (c = sr_order(a->published.from, b->published.from)) ||
	    (c = sr_str_order(a->sha256, b->sha256)) ||
	    (c = sr_order(a->report, b->report)))
		return c;
	if ((c = sr_order(a->at.from, b->at.from)) ||
	    (c = sr_str_order(a->key, b->key)))
		return c;
	return sr_order(a->claim, b->claim);
}

/* Numbers the evidence so that the order of the records is of no account. */
static enum sr_code rank_all(struct sr_control_work *w)
{
	size_t n = w->evidence.nitem;
	struct name *name = SR_NEW(w->mem, struct name, n);
	uint32_t report = 0;

	if (!name)
		return SR_NOMEM;
	for (size_t i = 0; i < n; i++) {
		struct sr_evidence *e = &w->evidence.items[i];
		const struct sr_record *r = &w->records->claims.items[e->claim];
		const struct sr_filed *f = sr_filed_of(w->records, r);
		name[i] = (struct name){ .published = f->report.published,
					 .sha256 = f->sha256,
					 .key = r->key,
					 .at = r->claim.evidence,
					 .report = r->report,
					 .claim = e->claim,
					 .e = e };
	}
	if (n)
		qsort(name, n, sizeof(*name), by_name);
	for (uint32_t i = 0; i < n; i++) {
		report += i && name[i].report != name[i - 1].report;
		name[i].e->rank = i;
		name[i].e->report = report;
	}
	if (n)
		qsort(w->evidence.items, n, sizeof(*w->evidence.items),
		      by_rank);
	return SR_OK;
}

/* A report that has dated news of one side, or says that the place was taken
 * back, tells by the way how another had taken and held it: the past. */
static void mark_background(struct sr_evidence *e, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool news = e[i].kind == SR_TAKE && !e[i].background &&
			    !e[i].against &&
			    (e[i].back || e[i].from != SR_DAY_MIN);
		for (size_t k = 0; news && k < n; k++)
			if (e[k].loose && e[k].kind != SR_LEAVE && !e[k].back &&
			    !e[k].against &&
			    !sr_str_equal(e[k].side, e[i].side))
				e[k].background = true;
	}
}

static void mark_reports(struct sr_control_work *w)
{
	struct sr_evidence *e = w->evidence.items;
	size_t n = w->evidence.nitem, from = 0;

	if (!n)
		return;
	for (size_t i = 1; i <= n; i++) {
		if (i < n && e[i].report == e[from].report)
			continue;
		mark_background(e + from, i - from);
		from = i;
	}
}

/* The sides in the order of their names, and the state of each claim's. */
static enum sr_code number_sides(struct sr_control_work *w)
{
	size_t n = w->evidence.nitem;
	struct sr_str *side = SR_NEW(w->mem, struct sr_str, n + 1);
	bool part = false;

	if (!side)
		return SR_NOMEM;
	for (size_t i = 0; i < n; i++) {
		side[i] = w->evidence.items[i].side;
		part |= w->evidence.items[i].part;
	}
	if (part && w->ground.n) /* may have the rest */
		side[n++] = w->ground;
	if (n)
		qsort(side, n, sizeof(*side), sr_by_str);
	for (size_t i = 0; i < n; i++) {
		if (i && sr_str_equal(side[i], side[i - 1]))
			continue;
		struct sr_str *own = SR_PUSH(w->mem, &w->sides);
		if (!own)
			return SR_NOMEM;
		*own = side[i];
	}
	for (size_t i = 0; i < w->evidence.nitem; i++)
		for (uint32_t k = 0; k < w->sides.nitem; k++)
			if (sr_str_equal(w->evidence.items[i].side,
					 w->sides.items[k]))
				w->evidence.items[i].state = k + 1;
	return SR_OK;
}

enum sr_code sr_control_evidence(struct sr_control_work *w,
				 const struct sr_spot_group *group)
{
	enum sr_code code = SR_OK;

	if (group->n)
		w->ground = sr_control_claim(w, group->claim[0])->place.country;
	for (size_t i = 0; !code && i < group->n; i++)
		code = add_evidence(w, group->claim[i]);
	if (!code)
		code = rank_all(w);
	if (code)
		return code;
	mark_reports(w);
	return number_sides(w);
}

enum sr_code sr_control(const struct sr_control_in *in,
			const struct sr_spot_group *group, struct sr_arena *mem,
			struct sr_control *out, struct sr_err *err)
{
	struct sr_control_work w = {
		.in = in, .records = in->records, .mem = mem, .out = out
	};
	enum sr_code code;

	*out = (struct sr_control){ .last = SR_DAY_MIN };
	code = sr_control_evidence(&w, group);
	sr_control_weigh(&w);
	if (!code)
		code = sr_control_path(&w);
	if (!code)
		code = sr_control_end(&w);
	if (!code)
		code = sr_control_judge(&w, group);
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
