/* What a claim weighs: the log of the odds that it is right. From how often its
 * source was right when it spoke for its own side, against it, or of others; a
 * Beta prior stands for what is not known yet (so one claim of a new source
 * still counts), and it shrinks with the chance that the words were misread.
 * What one source or one origin says again of one change counts once. */
#include <stdlib.h>

#include "base/order.h"
#include "fuse/control_work.h"

/* Prior odds of being right, as counts: neutral, for itself, against itself. */
static const uint32_t RIGHT[SR_INTERESTS] = { 6, 2, 20 };
static const uint32_t WRONG[SR_INTERESTS] = { 1, 1, 1 };

#define LEAST (SR_BIT_COST / 4)
#define MOST (6 * SR_BIT_COST)
#define SAME_DATED 3 /* days apart: still the same said again */
#define SAME_HELD 2
#define NEWS                                                                   \
	(7 * SR_BIT_COST / 2) /* of a change, from a source nobody bears out   \
			       */
#define FOUR_OF_FIVE 21	      /* -log2(4/5) */
#define ONE_OF_FIVE 149	      /* -log2(1/5) */
#define ONE_CHANGE 6	      /* days between two reports of one change */

/* Whether a claim speaks for its speaker's side, or against it. */
enum sr_interest sr_control_interest(const struct sr_control_work *w,
				     uint32_t claim)
{
	const struct sr_claim *c = sr_control_claim(w, claim);
	struct sr_str spoke = w->in->spoke ? w->in->spoke[claim]
					   : (struct sr_str){ NULL, 0 };
	bool loses = c->type == SR_TYPE_CONTROL_LEAVE;
	bool party = sr_str_equal(spoke, c->place.country) ||
		     (c->has_target && sr_str_equal(spoke, c->target.side));

	if (!spoke.n || !c->has_actor || !c->actor.side.n)
		return SR_SPEAKS_NEUTRAL;
	if (c->status == SR_STATUS_DENIED || c->status == SR_STATUS_DISPUTED)
		loses = !loses;
	if (sr_str_equal(spoke, c->actor.side))
		return loses ? SR_SPEAKS_AGAINST : SR_SPEAKS_FOR;
	for (size_t i = 0; !party && i < w->sides.nitem; i++)
		party = sr_str_equal(spoke, w->sides.items[i]);
	if (!party)
		return SR_SPEAKS_NEUTRAL;
	return loses ? SR_SPEAKS_FOR : SR_SPEAKS_AGAINST;
}

static int32_t weight_of(const struct sr_control_work *w,
			 const struct sr_evidence *e)
{
	uint64_t right = RIGHT[e->interest], wrong = WRONG[e->interest];
	uint64_t sure = sr_control_claim(w, e->claim)->confidence;
	int32_t bits;

	if (e->weak)
		return 0;
	if (w->in->trust) {
		const struct sr_source *s =
			&w->in->trust->items.items[e->source];
		right += s->agree[e->interest];
		wrong += s->differ[e->interest];
	}
	if (!sure || sure > 1000)
		sure = 1000;
	/* Misread, it is as likely to be right as wrong. */
	uint64_t guess = (right + wrong) * (1000 - sure);
	right = right * 2 * sure + guess;
	wrong = wrong * 2 * sure + guess;
	while (right > INT32_MAX || wrong > INT32_MAX) {
		right >>= 1;
		wrong >>= 1;
	}
	bits = sr_bits_ratio((uint32_t)right, (uint32_t)wrong);
	bits = bits < LEAST ? LEAST : bits > MOST ? MOST : bits;
	if (e->doubted)
		bits = bits * 2 / 5;
	return e->guessed ? bits / 2 : bits;
}

/* What could be one thing said twice stands together. */
static int by_thing(const struct sr_evidence *a, const struct sr_evidence *b)
{
	int c = sr_order(a->background, b->background);

	if (c || (c = sr_order(a->against, b->against)) ||
	    (c = sr_order(a->weak, b->weak)) || (c = sr_order(a->kind, b->kind)))
		return c;
	return sr_order(a->state, b->state);
}

static int by_days(const struct sr_evidence *a, const struct sr_evidence *b)
{
	int c = sr_order(a->to, b->to);

	return c || (c = sr_order(a->from, b->from)) ? c : sr_order(a->rank, b->rank);
}

static int by_source(const void *pa, const void *pb)
{
	const struct sr_evidence *a = pa, *b = pb;
	int c = by_thing(a, b);

	return c || (c = sr_order(a->source, b->source)) ? c : by_days(a, b);
}

static int by_origin(const void *pa, const void *pb)
{
	const struct sr_evidence *a = pa, *b = pb;
	int c = by_thing(a, b);

	return c || (c = sr_order(a->origin, b->origin)) ? c : by_days(a, b);
}

static int by_report(const void *pa, const void *pb)
{
	const struct sr_evidence *a = pa, *b = pb;
	int c = by_thing(a, b);

	return c || (c = sr_order(a->report, b->report)) ? c : by_days(a, b);
}

static int by_change(const void *pa, const void *pb)
{
	const struct sr_evidence *a = pa, *b = pb;
	int c = by_thing(a, b);

	return c ? c : by_days(a, b);
}

static bool near(const struct sr_evidence *a, const struct sr_evidence *b)
{
	int32_t most = a->kind == SR_HOLD     ? SAME_HELD
		       : a->loose || b->loose ? SR_NEAR_DAYS
					      : SAME_DATED;

	return b->to - a->to <= most;
}

/* Which of two that say the same counts: the weightier, the more exact. */
static bool counts_more(const struct sr_evidence *a,
			const struct sr_evidence *b)
{
	if (a->weight != b->weight)
		return a->weight > b->weight;
	if (a->loose != b->loose)
		return b->loose;
	return (int64_t)a->to - a->from < (int64_t)b->to - b->from;
}

/* Of each run of the same said again, all but one are repeats. */
static void mark_repeats(struct sr_evidence *e, size_t n,
			 int (*by)(const void *, const void *))
{
	size_t from = 0, best = 0;

	if (n)
		qsort(e, n, sizeof(*e), by);
	for (size_t i = 1; i < n; i++) {
		bool same = by_thing(&e[from], &e[i]) == 0 &&
			    (by == by_source ? e[from].source == e[i].source
			     : by == by_origin
				     ? e[from].origin == e[i].origin
				     : e[from].report == e[i].report) &&
			    near(&e[from], &e[i]);
		if (!same) {
			from = best = i;
			continue;
		}
		bool more = counts_more(&e[i], &e[best]);
		struct sr_evidence *again = more ? &e[best] : &e[i];
		if (more)
			best = i;
		again->repeat = true;
		/* Of the same day it says nothing new at all. */
		if (again->to == e[best].to && again->from == e[best].from)
			again->weight = 0;
	}
}

/* What word of a change weighs beside the weight of the claims of it: where
 * most changes are told of by several sources, one that a single source tells
 * of is doubtful. Of those that never came, ONE_OF_FIVE are told by several. */
static int32_t news_of(const struct sr_control_work *w, bool lone)
{
	uint32_t alone = 4, all = 5;
	int32_t news = NEWS;

	if (w->in->trust) {
		alone += w->in->trust->alone;
		all += w->in->trust->alone + w->in->trust->shared;
	}
	if (lone)
		news += sr_bits_ratio(alone, all) + FOUR_OF_FIVE;
	else
		news += sr_bits_ratio(all - alone, all) + ONE_OF_FIVE;
	return news < 0 ? 0 : news;
}

/* Does that tell of a change of holder, as news, not told before? */
static bool tells(const struct sr_evidence *e)
{
	return !e->background && !e->against && !e->weak && !e->repeat &&
	       !e->guessed && e->kind != SR_HOLD;
}

static bool one_change(const struct sr_evidence *a, const struct sr_evidence *b)
{
	return by_thing(a, b) == 0 &&
	       b->to - a->to <= (b->loose ? SR_NEAR_DAYS : ONE_CHANGE);
}

/* Which of two that tell of one change tells when it was. */
static bool is_finer(const struct sr_evidence *a, const struct sr_evidence *b)
{
	if (a->loose != b->loose)
		return b->loose;
	if ((int64_t)a->to - a->from != (int64_t)b->to - b->from)
		return (int64_t)a->to - a->from < (int64_t)b->to - b->from;
	return a->weight >= b->weight;
}

/* The finest of those that tell of one change stands for it: by then it has
 * come. A change that nobody asserts has none. */
static void mark_changes(struct sr_control_work *w)
{
	struct sr_evidence *e = w->evidence.items, *last = NULL, *best = NULL;
	uint32_t plain = 0, doubtful = 0;

	for (size_t i = 0; i <= w->evidence.nitem; i++) {
		if (i < w->evidence.nitem && !tells(&e[i]))
			continue;
		if (last &&
		    (i == w->evidence.nitem || !one_change(last, &e[i]))) {
			best->change = plain || doubtful > 1;
			best->lone = plain + doubtful == 1;
			if (best->change)
				best->news = news_of(w, best->lone);
			plain = doubtful = 0;
			best = NULL;
		}
		if (i == w->evidence.nitem)
			break;
		last = &e[i];
		if (!best || is_finer(last, best))
			best = last;
		if (last->doubted)
			doubtful++;
		else
			plain++;
	}
}

void sr_control_weigh(struct sr_control_work *w)
{
	struct sr_evidence *e = w->evidence.items;
	size_t n = w->evidence.nitem;

	for (size_t i = 0; i < n; i++) {
		e[i].interest = sr_control_interest(w, e[i].claim);
		e[i].weight = weight_of(w, &e[i]);
	}
	mark_repeats(e, n, by_report);
	mark_repeats(e, n, by_source);
	mark_repeats(e, n, by_origin);
	if (n)
		qsort(e, n, sizeof(*e), by_change);
	mark_changes(w);
}
