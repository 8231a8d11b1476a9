#include "fuse/queue.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "fuse/control.h"
#include "fuse/losses.h"
#include "ontology.h"

#define MOST_DAYS 365 /* of a spell that count */
#define OPEN_DAYS 90  /* of one that nobody ended */

struct queue_work {
	const struct sr_queue_in *in;
	struct sr_arena *mem;
	struct sr_queued *of; /* of each claim */
	struct sr_err *err;
};

/* A reason for a claim, its weight shared with `share` others that say the
 * same: half for two, a third for three. */
static void add(struct queue_work *w, uint32_t claim, uint32_t weight,
		const char *fmt, ...) SR_PRINTF(4, 5);

static void add(struct queue_work *w, uint32_t claim, uint32_t weight,
		const char *fmt, ...)
{
	struct sr_queued *q = &w->of[claim];
	char text[256];
	va_list ap;
	uint32_t at = 0;

	q->score += weight;
	while (at < q->nwhy && q->weight[at] >= weight)
		at++;
	if (at == SR_QUEUE_REASONS || !weight)
		return;
	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	size_t size = (size_t)n < sizeof(text) ? (size_t)n : sizeof(text) - 1;
	q->nwhy += q->nwhy < SR_QUEUE_REASONS;
	for (uint32_t i = q->nwhy - 1; i > at; i--) {
		q->why[i] = q->why[i - 1];
		q->weight[i] = q->weight[i - 1];
	}
	q->why[at] = (struct sr_str){ sr_arena_copy(w->mem, text, size), size };
	q->weight[at] = weight;
}

static uint32_t shared(uint32_t weight, uint32_t norigin, uint32_t nclaim)
{
	uint32_t n = norigin ? norigin : 1;

	/* A second origin holds up most of it; a second claim of the same one
	 * little. */
	return weight / (n * n) * 2 / (nclaim > 1 ? nclaim + 1 : 2);
}

static const char *alone(uint32_t norigin, char out[48])
{
	if (norigin <= 1)
		return "alone";
	snprintf(out, 48, "one of %u origins", norigin);
	return out;
}

/* 1. Who holds a place. */

static uint32_t days_of(const struct sr_control *c, size_t i)
{
	const struct sr_spell *s = &c->spells.items[i];
	int32_t from = s->from.to, to;

	if (i + 1 == c->spells.nitem)
		return OPEN_DAYS;
	to = s[1].from.to;
	if (from == SR_DAY_MIN || from == SR_DAY_MAX || to <= from)
		return 1;
	return to - from > MOST_DAYS ? MOST_DAYS : (uint32_t)(to - from);
}

static void weigh_spell(struct queue_work *w, const struct sr_spot_group *g,
			const struct sr_control *c, size_t i)
{
	const struct sr_spell *s = &c->spells.items[i];
	uint32_t weight = 400 + days_of(c, i) * 3, n = 0;
	char day[SR_DAY_TEXT] = "?", who[48];

	if (s->kind == SR_HOLD_ASSUMED)
		return;
	if (s->from.to != SR_DAY_MIN && s->from.to != SR_DAY_MAX)
		sr_day_write(s->from.to, day);
	for (size_t k = 0; k < s->grounds.nitem; k++)
		n += s->grounds.items[k].bearing <= SR_BEARS_LEAVES;
	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_ground *ground = &s->grounds.items[k];
		bool speaks_for = ground->bearing <= SR_BEARS_LEAVES;
		uint32_t share = speaks_for
					 ? shared(weight, s->support.norigin, n)
					 : weight / 3;
		if (s->kind == SR_HOLD_LEFT) {
			add(w, ground->claim, share, "%s %s leaving %.*s by %s",
			    speaks_for ? alone(s->support.norigin, who)
				       : "speaks",
			    speaks_for ? "for somebody" : "against",
			    (int)g->place->name.n, g->place->name.s, day);
			continue;
		}
		add(w, ground->claim, share, "%s %s %.*s holding %.*s by %s",
		    speaks_for ? alone(s->support.norigin, who) : "speaks",
		    speaks_for ? "for" : "against",
		    (int)(s->holder.n ? s->holder.n : 1),
		    s->holder.n ? s->holder.s : "?", (int)g->place->name.n,
		    g->place->name.s, day);
	}
}

static enum sr_code weigh_control(struct queue_work *w)
{
	struct sr_control_in in = { .records = w->in->records,
				    .voices = w->in->voices };
	struct sr_spot_groups groups;
	struct sr_trust trust;
	struct sr_control control;

	enum sr_code code =
		sr_group_places(in.records, w->mem, &groups, w->err);
	if (!code)
		code = sr_trust(&in, &groups, w->mem, &trust, w->err);
	in.trust = &trust;
	for (size_t i = 0; !code && i < groups.items.nitem; i++) {
		const struct sr_spot_group *g = &groups.items.items[i];
		code = sr_control(&in, g, w->mem, &control, w->err);
		for (size_t k = 0; !code && k < control.spells.nitem; k++)
			weigh_spell(w, g, &control, k);
	}
	return code;
}

/* 2. Incidents. */

static void weigh_incidents(struct queue_work *w)
{
	const struct sr_incidents *all = w->in->incidents;

	for (size_t i = 0; i < all->items.nitem; i++) {
		const struct sr_incident *in = &all->items.items[i];
		uint32_t weight = 200, n = in->nclaim;
		char who[48];
		if (sr_str_is(in->target, "CIV"))
			weight = 400;
		for (uint32_t k = 0; k < n; k++)
			add(w, in->claim[k],
			    shared(weight, in->support.norigin, n),
			    "%s for incident %s (%s)",
			    alone(in->support.norigin, who), in->id,
			    sr_type_name(in->type));
	}
}

/* 3. Figures of losses: by how many digits they have. */

static uint32_t digits(const struct sr_claim *c)
{
	int64_t v = c->count.low != SR_COUNT_OPEN_LOW ? c->count.low
						      : c->count.high;
	uint32_t n = 0;

	for (v /= 1000; v > 0; v /= 10)
		n++;
	return n;
}

static enum sr_code weigh_losses(struct queue_work *w)
{
	struct sr_losses_in in = { .records = w->in->records,
				   .voices = w->in->voices };
	struct sr_losses all;
	enum sr_code code = sr_losses(&in, w->mem, &all, w->err);

	for (size_t i = 0; !code && i < all.items.nitem; i++) {
		const struct sr_loss *line = &all.items.items[i];
		uint32_t weight = 50 + 120 * digits(line->claim);
		char who[48];
		for (uint32_t k = 0; k < line->n; k++)
			add(w, all.order[line->from + k],
			    shared(weight, line->support.norigin, line->n),
			    "%s for a loss of %.*s according to %.*s",
			    alone(line->support.norigin, who),
			    (int)(line->side.n ? line->side.n : 1),
			    line->side.n ? line->side.s : "?",
			    (int)line->claimant.n,
			    line->claimant.n ? line->claimant.s : "");
	}
	return code;
}

/* 4. Conflicts: without the only claim of one side there is none. */

static void weigh_conflicts(struct queue_work *w)
{
	const struct sr_conflicts *all = w->in->conflicts;

	for (size_t i = 0; i < all->items.nitem; i++) {
		const struct sr_conflict *c = &all->items.items[i];
		const uint32_t *claim = all->claims.items + c->from;
		uint32_t n = c->nsaid + c->nagainst;
		uint32_t weight = 300 + (c->weight < 300 ? c->weight : 300);
		for (uint32_t k = 0; k < n; k++) {
			bool said = k < c->nsaid;
			uint32_t own = said ? c->said.norigin
					    : c->against.norigin;
			add(w, claim[k],
			    shared(weight, own, said ? c->nsaid : c->nagainst),
			    "%s in conflict %s (%s)",
			    own <= 1 ? "one side alone" : "one side", c->id,
			    sr_conflict_name(c));
		}
	}
}

static int by_score(const void *pa, const void *pb)
{
	const struct sr_queued *a = pa, *b = pb;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return (a->claim > b->claim) - (a->claim < b->claim);
}

struct keyed {
	struct sr_str key;
	uint32_t claim;
};

static int by_key(const void *a, const void *b)
{
	return sr_str_order(((const struct keyed *)a)->key,
			    ((const struct keyed *)b)->key);
}

/* Those that weigh anything and nobody has decided on; by score, then key. */
static bool collect(struct queue_work *w, struct sr_queue *out)
{
	const struct sr_records *r = w->in->records;
	size_t n = r->claims.nitem;
	struct keyed *order = SR_NEW(w->mem, struct keyed, n);

	for (uint32_t i = 0; order && i < n; i++)
		order[i] = (struct keyed){ r->claims.items[i].key, i };
	if (order && n)
		qsort(order, n, sizeof(*order), by_key);
	for (uint32_t i = 0; order && i < n; i++) {
		const struct sr_record *c = &r->claims.items[order[i].claim];
		struct sr_queued *q = &w->of[order[i].claim];
		uint32_t doubt = 1100u - c->claim.confidence;
		q->score = (uint32_t)((uint64_t)q->score * doubt / 1000);
		if (c->verdict != SR_VERDICT_NONE || !q->score)
			continue;
		struct sr_queued *own = SR_PUSH(w->mem, &out->items);
		if (!own)
			return false;
		*own = *q;
		own->claim = i; /* its place by key, for the sort */
	}
	if (out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(struct sr_queued), by_score);
	for (size_t i = 0; i < out->items.nitem; i++)
		out->items.items[i].claim =
			order[out->items.items[i].claim].claim;
	return order != NULL;
}

enum sr_code sr_queue(const struct sr_queue_in *in, struct sr_arena *mem,
		      struct sr_queue *out, struct sr_err *err)
{
	struct queue_work w = { .in = in, .mem = mem, .err = err };
	size_t n = in->records->claims.nitem;

	*out = (struct sr_queue){ .items = { 0 } };
	w.of = SR_NEW(mem, struct sr_queued, n);
	if (!w.of)
		return sr_fail_nomem(err, "queue");
	enum sr_code code = weigh_control(&w);
	if (!code)
		code = weigh_losses(&w);
	if (code)
		return code;
	weigh_incidents(&w);
	weigh_conflicts(&w);
	if (!collect(&w, out) || mem->full)
		return sr_fail_nomem(err, "queue");
	return SR_OK;
}
