/* The path of holders that is likeliest, given the evidence, and how likely its
 * holder is at each moment: A. Viterbi, "Error bounds for convolutional
 * codes", IEEE Trans. Information Theory 13 (1967); L. Rabiner, "A tutorial on
 * hidden Markov models", Proc. IEEE 77 (1989), forwards and backwards. Over the
 * moments of which a claim speaks and the sides of the place, two or three.
 *
 * The longer the time between two moments, the likelier a change between them.
 * That a side took the place is told far less often when it did not than that
 * it holds it, so word of a change weighs more than word of a state: once for
 * each change, however many tell of it. Costs are in 64ths of a bit. */
#include <stdlib.h>

#include "fuse/control_work.h"

#define BITS(x) ((int64_t)((x)*SR_BIT_COST))

#define HALF_LIFE 90	  /* half days in which half of the holders change */
#define LEAST_GAP 8	  /* half days: days may be off by some */
#define TOLD_GAP 40	  /* the same where there is word of the change */
#define BEFORE 120	  /* half days before the first evidence */
#define LEFT_OPEN BITS(2) /* to a side, where one is only said to have left */
#define FROM_WHOM BITS(2) /* taken back from nobody */
#define UNTOLD BITS(6)	  /* a change of which nobody tells */
#define DENIED_EVENT BITS(0) /* a denial of one that was one */
#define HAD_IT BITS(1)	     /* it was the holder just before its change */
#define HAD_IT_LONG BITS(3)  /* and some days before */
#define LONG_BEFORE 12	     /* half days */
#define WAS_THERE BITS(4)    /* who left was not the holder before */
#define BEGIN_HELD BITS(1)   /* a side is the holder from the start */
#define BEGIN_OTHER BITS(3)  /* another than the state that it lies in */
#define BEGIN_TAKEN BITS(3)  /* and is said to have taken it by some day */
#define TOLD_NEAR 2   /* half days by which word of a change may be off */
#define TOLD_AFTER 20 /* half days for which it is news without a day */
#define TOLD_MOST 128 /* half days of a change that is told of */
#define REST_OF_IT BITS(1) /* who has a part has all of it */
#define SOMEBODY (BITS(1) / 2) /* nobody has the rest */
#define MOST_SIDES 30

/* What a claim asks of one moment: that a state be the holder, or not. */
struct wish {
	int64_t at, cost;
	uint32_t state;
	bool holder;
};

/* What is heard of a change to a side. */
enum told { NOT_TOLD, LEFT_TO, TOLD };

struct search {
	struct sr_control_work *w;
	SR_LIST(struct wish) wishes;
	size_t nstate, nmoment;
	bool left;	  /* somebody is said to have left it */
	uint32_t ground;  /* the state that it lies in; 0: it is none of them */
	int64_t *begin;	  /* extra cost of each state at the start */
	int64_t *moment;  /* nmoment */
	int64_t *against; /* nmoment * nstate: cost of each state there */
	int64_t *ahead;	  /* the same: of all up to there that end in it */
	uint8_t *told;	  /* the same: word of a change to it, enum told */
};

static bool wish(struct search *s, int64_t at, uint32_t state, bool holder,
		 int64_t cost)
{
	struct wish *own = SR_PUSH(s->w->mem, &s->wishes);

	if (own)
		*own = (struct wish){ at, cost, state, holder };
	return own != NULL;
}

static bool wish_taken(struct search *s, const struct sr_evidence *e)
{
	int64_t after = e->back ? SR_LATE(e->to) : SR_EARLY(e->to);
	bool dated = e->from != SR_DAY_MIN && !e->guessed;
	int32_t from = e->from == SR_DAY_MIN ? e->to : e->from;
	int64_t before = e->back ? SR_EARLY(from) : SR_EARLY(from) - 1;

	if (!dated && !e->guessed)
		s->begin[e->state] = BEGIN_TAKEN;
	if (!wish(s, after, e->state, true, e->weight + e->news))
		return false;
	/* Who takes it back takes it from somebody. */
	if (e->back && !s->left && !wish(s, before, 0, false, FROM_WHOM))
		return false;
	return !dated || (wish(s, before, e->state, false, HAD_IT) &&
			  (!e->change || wish(s, before - LONG_BEFORE, e->state,
					      false, HAD_IT_LONG)));
}

static bool wish_held(struct search *s, const struct sr_evidence *e)
{
	bool wide = e->to - e->from > SR_NEAR_DAYS;
	int64_t cost = e->repeat ? e->weight / 4 : e->weight;

	return wish(s, SR_LATE(e->from), e->state, true, cost) &&
	       (e->from == e->to || wish(s, SR_EARLY(e->to), e->state, true,
					 wide ? cost / 4 : cost));
}

static bool wish_left(struct search *s, const struct sr_evidence *e)
{
	return wish(s, SR_LATE(e->to), e->state, false, e->weight + e->news) &&
	       (e->from == SR_DAY_MIN ||
		wish(s, SR_EARLY(e->from) - 4, e->state, true,
		     e->weight + (e->change ? WAS_THERE : 0)));
}

/* Denied: not the holder at the moment of which it is denied. */
static bool wish_not(struct search *s, const struct sr_evidence *e)
{
	bool late = e->kind == SR_HOLD || e->back;

	if (e->kind == SR_LEAVE)
		return wish(s, SR_EARLY(e->to), e->state, true, e->weight);
	return wish(s, late ? SR_LATE(e->to) : SR_EARLY(e->to), e->state, false,
		    e->weight + (e->kind == SR_TAKE ? DENIED_EVENT : 0));
}

/* Who has a part of it leaves the rest to somebody: to the state that it lies
 * in, where nobody is said to hold it. */
static bool wish_part(struct search *s, const struct sr_evidence *e)
{
	if (e->state == s->ground)
		return wish(s, SR_LATE(e->from), e->state, true, SOMEBODY);
	return wish(s, SR_LATE(e->from), e->state, false, REST_OF_IT) &&
	       wish(s, SR_LATE(e->from), 0, false, SOMEBODY);
}

/* Wishes of all evidence that is news; what is said twice, once. */
static bool make_wishes(struct search *s)
{
	bool ok = true;

	for (size_t i = 0; i < s->w->evidence.nitem; i++)
		s->left |= s->w->evidence.items[i].kind == SR_LEAVE;
	for (size_t i = 0; ok && i < s->w->evidence.nitem; i++) {
		const struct sr_evidence *e = &s->w->evidence.items[i];
		if (e->background || e->state >= s->nstate ||
		    (e->weak && (!e->part || e->against)) ||
		    (e->repeat && (e->kind != SR_HOLD || e->against)))
			continue;
		ok = e->part		  ? wish_part(s, e)
		     : e->against	  ? wish_not(s, e)
		     : e->kind == SR_TAKE ? wish_taken(s, e)
		     : e->kind == SR_HOLD ? wish_held(s, e)
					  : wish_left(s, e);
	}
	return ok;
}

static int by_moment(const void *pa, const void *pb)
{
	const struct wish *a = pa, *b = pb;

	return (a->at > b->at) - (a->at < b->at);
}

/* At the start it is likelier held by the state in which it lies, where that is
 * one of those who are said to have held it at all. */
static void begin(struct search *s)
{
	const struct sr_str *side = s->w->sides.items;
	int64_t other = BEGIN_HELD;

	for (uint32_t i = 1; i < s->nstate; i++)
		if (sr_str_equal(s->w->ground, side[i - 1]))
			other = BEGIN_OTHER;
	for (uint32_t i = 1; i < s->nstate; i++)
		s->against[i] =
			s->begin[i] +
			(sr_str_equal(s->w->ground, side[i - 1]) ? 0 : other);
}

/* The moments, from one long before the first on, and what each state costs
 * there: a sum, the same in any order. */
static enum sr_code add_up(struct search *s)
{
	const struct wish *x = s->wishes.items;
	size_t n = 1, k = 0;

	for (size_t i = 0; i < s->wishes.nitem; i++)
		n += i == 0 || x[i].at != x[i - 1].at;
	s->nmoment = n;
	s->moment = SR_NEW(s->w->mem, int64_t, n);
	s->against = SR_NEW(s->w->mem, int64_t, n * s->nstate);
	s->ahead = SR_NEW(s->w->mem, int64_t, n * s->nstate);
	s->told = SR_NEW(s->w->mem, uint8_t, n * s->nstate);
	if (!s->moment || !s->against || !s->ahead || !s->told)
		return SR_NOMEM;
	s->moment[0] = x[0].at - BEFORE;
	begin(s);
	for (size_t i = 0; i < s->wishes.nitem; i++) {
		if (i == 0 || x[i].at != x[i - 1].at)
			s->moment[++k] = x[i].at;
		int64_t *cost = s->against + k * s->nstate;
		for (uint32_t state = 0; state < s->nstate; state++)
			if ((state == x[i].state) != x[i].holder)
				cost[state] += x[i].cost;
	}
	return SR_OK;
}

/* The first moment at or after that one. */
static size_t moment_from(const struct search *s, int64_t at)
{
	size_t lo = 0, hi = s->nmoment;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (s->moment[mid] < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Who took the place is its holder; whoever left, nobody is, or anybody. */
static void tell(uint8_t *told, size_t nstate, const struct sr_evidence *e)
{
	if (e->kind == SR_TAKE) {
		told[e->state] = TOLD;
		return;
	}
	told[0] = TOLD;
	for (uint32_t i = 1; i < nstate; i++)
		if (i != e->state && told[i] == NOT_TOLD)
			told[i] = LEFT_TO;
}

/* Marks the moments by which a change of which there is word may have come:
 * that a side took the place, or that another left it. */
static void mark_told(struct search *s)
{
	for (size_t i = 0; i < s->w->evidence.nitem; i++) {
		const struct sr_evidence *e = &s->w->evidence.items[i];
		int64_t to = SR_LATE(e->to) + TOLD_NEAR;
		int64_t from = to - TOLD_AFTER - TOLD_NEAR;
		if (e->background || e->against || e->weak ||
		    e->kind == SR_HOLD || e->state >= s->nstate)
			continue;
		if (e->from != SR_DAY_MIN)
			from = SR_EARLY(e->from) - TOLD_NEAR;
		if (from < to - TOLD_MOST)
			from = to - TOLD_MOST;
		for (size_t k = moment_from(s, from); k < s->nmoment; k++) {
			tell(s->told + k * s->nstate, s->nstate, e);
			if (s->moment[k] >= to)
				break;
		}
	}
}

/* What it costs to stay, and to change to one other, in a time of n half days:
 * of all places n in n + HALF_LIFE change in it, but no more than can. */
struct step {
	int64_t stay, change, news; /* news: a change that is told of */
	const uint8_t *told;	    /* of each state */
};

static int64_t change_cost(int64_t n, int64_t least, int64_t states)
{
	n = n < least ? least : n;
	return sr_bits_ratio((uint32_t)((n + HALF_LIFE) * states), (uint32_t)n);
}

static struct step step_of(const struct search *s, size_t moment)
{
	struct step step = { .told = s->told + moment * s->nstate };
	int64_t n = s->moment[moment] - s->moment[moment - 1];
	int64_t states = (int64_t)s->nstate;

	if (n > 20 * HALF_LIFE)
		n = 20 * HALF_LIFE;
	int64_t all = (n + HALF_LIFE) * states;
	step.stay = sr_bits_ratio((uint32_t)all,
				  (uint32_t)(all - n * (states - 1)));
	step.change = UNTOLD + change_cost(n, LEAST_GAP, states);
	step.news = change_cost(n, TOLD_GAP, states);
	return step;
}

static int64_t cost_of(struct step step, uint32_t from, uint32_t to)
{
	if (from == to)
		return step.stay;
	int64_t cost = step.told[to] == TOLD	  ? step.news
		       : step.told[to] == LEFT_TO ? step.news + LEFT_OPEN
						  : step.change;
	/* What nobody holds somebody will soon, told of or not. */
	return !from && !step.told[to] ? cost - UNTOLD / 2 : cost;
}

/* The likeliest path backwards, and its stretches. */
static enum sr_code trace(struct search *s, const uint8_t *came, uint32_t state)
{
	size_t n = s->nmoment;
	uint8_t *path = SR_NEW(s->w->mem, uint8_t, n);
	struct sr_stretch *last = NULL;

	if (!path)
		return SR_NOMEM;
	for (size_t i = n; i-- > 0;) {
		path[i] = (uint8_t)state;
		state = came[i * s->nstate + state];
	}
	for (size_t i = 0; i < n; i++) {
		struct sr_moment *m = SR_PUSH(s->w->mem, &s->w->moments);
		if (!m)
			return SR_NOMEM;
		*m = (struct sr_moment){ s->moment[i], path[i], 0 };
		if (last && last->state == path[i]) {
			last->to = s->moment[i];
			continue;
		}
		last = SR_PUSH(s->w->mem, &s->w->path);
		if (!last)
			return SR_NOMEM;
		*last = (struct sr_stretch){ s->moment[i], s->moment[i],
					     path[i] };
	}
	return SR_OK;
}

/* Of equal ones the state that stays, then the first. */
static enum sr_code search(struct search *s)
{
	size_t k = s->nstate;
	int64_t *cost = SR_NEW(s->w->mem, int64_t, 2 * k);
	uint8_t *came = SR_NEW(s->w->mem, uint8_t, s->nmoment * k);
	uint32_t state = 0;

	if (!cost || !came)
		return SR_NOMEM;
	int64_t *next = cost + k;
	memcpy(cost, s->against, k * sizeof(*cost));
	for (size_t i = 1; i < s->nmoment; i++) {
		struct step step = step_of(s, i);
		for (uint32_t to = 0; to < k; to++) {
			next[to] = cost[to] + step.stay;
			came[i * k + to] = (uint8_t)to;
			for (uint32_t from = 0; from < k; from++) {
				int64_t c =
					cost[from] + cost_of(step, from, to);
				if (c < next[to]) {
					next[to] = c;
					came[i * k + to] = (uint8_t)from;
				}
			}
		}
		for (uint32_t to = 0; to < k; to++)
			cost[to] = next[to] + s->against[i * k + to];
	}
	for (uint32_t i = 1; i < k; i++)
		if (cost[i] < cost[state])
			state = i;
	return trace(s, came, state);
}

/* Forwards: the cost of all paths up to each moment that end in each state. */
static void sum_ahead(struct search *s)
{
	size_t k = s->nstate;

	memcpy(s->ahead, s->against, k * sizeof(*s->ahead));
	for (size_t i = 1; i < s->nmoment; i++) {
		const int64_t *last = s->ahead + (i - 1) * k;
		int64_t *own = s->ahead + i * k;
		struct step step = step_of(s, i);
		for (uint32_t to = 0; to < k; to++) {
			own[to] = last[to] + step.stay;
			for (uint32_t from = 0; from < k; from++)
				if (from != to)
					own[to] = sr_bits_either(
						own[to],
						last[from] + cost_of(step, from,
								     to));
			own[to] += s->against[i * k + to];
		}
	}
}

/* Backwards, and with both the chance of the path's holder at each moment.
 * `back` has room for two costs a state. */
static void sum_back(struct search *s, int64_t *back)
{
	size_t k = s->nstate;
	int64_t *next = back + k;

	for (size_t i = s->nmoment; i-- > 0;) {
		struct sr_moment *m = &s->w->moments.items[i];
		const int64_t *ahead = s->ahead + i * k;
		int64_t all = ahead[0] + back[0];
		for (uint32_t x = 1; x < k; x++)
			all = sr_bits_either(all, ahead[x] + back[x]);
		m->chance = (uint16_t)sr_bits_chance(ahead[m->state] +
						     back[m->state] - all);
		if (i == 0)
			return;
		struct step step = step_of(s, i);
		for (uint32_t from = 0; from < k; from++) {
			next[from] = INT64_MAX / 2;
			for (uint32_t to = 0; to < k; to++)
				next[from] = sr_bits_either(
					next[from],
					back[to] + s->against[i * k + to] +
						cost_of(step, from, to));
		}
		memcpy(back, next, k * sizeof(*back));
	}
}

enum sr_code sr_control_path(struct sr_control_work *w)
{
	struct search s = { .w = w, .nstate = w->sides.nitem + 1 };

	if (s.nstate > MOST_SIDES + 1)
		s.nstate = MOST_SIDES + 1;
	for (uint32_t i = 1; i < s.nstate; i++)
		if (sr_str_equal(w->ground, w->sides.items[i - 1]))
			s.ground = i;
	s.begin = SR_NEW(w->mem, int64_t, w->sides.nitem + 1);
	int64_t *back = SR_NEW(w->mem, int64_t, 2 * s.nstate);
	if (!s.begin || !back || !make_wishes(&s))
		return SR_NOMEM;
	if (!s.wishes.nitem)
		return SR_OK;
	qsort(s.wishes.items, s.wishes.nitem, sizeof(*s.wishes.items),
	      by_moment);
	if (add_up(&s))
		return SR_NOMEM;
	mark_told(&s);
	if (search(&s))
		return SR_NOMEM;
	sum_ahead(&s);
	sum_back(&s, back);
	return SR_OK;
}

uint32_t sr_chance_at(const struct sr_control_work *w, int64_t moment)
{
	size_t lo = 0, hi = w->moments.nitem;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (w->moments.items[mid].at <= moment)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? w->moments.items[lo - 1].chance : 0;
}
