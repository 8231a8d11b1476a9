/* The path of holders that costs least: each change costs, and each claim that
 * the path goes against. A. Viterbi, "Error bounds for convolutional codes",
 * IEEE Trans. Information Theory 13 (1967), over the moments of which a claim
 * speaks, some hundreds at most, and the sides of the place, two or three.
 *
 * The costs are whole numbers chosen so that: one claim that a side took the
 * place outweighs the change it needs; one that a side holds it does not, but
 * two of different reports do; to have taken what one had already is unlikely,
 * but less so than two changes that nobody tells of. */
#include <stdlib.h>

#include "fuse/control_work.h"

#define CHANGE 4	 /* of the holder */
#define VACATE 3	 /* to nobody known */
#define NOT_TAKEN 6	 /* a side that took it is not the holder then */
#define GUESS 3		 /* the same, for a claim that names no side */
#define HAD_IT 6	 /* a side that took it was the holder before */
#define NOT_HELD 3	 /* a side that holds it is not the holder */
#define NOT_HELD_STILL 1 /* at the end of a long time: "since April" */
#define STILL_THERE 6	 /* a side that left is the holder */
#define NOT_THERE 6	 /* a side that left was not the holder before */
#define BEGIN_HELD 2	 /* a side is the holder from the start */
#define BEGIN_TAKEN 3	 /* and is said to have taken it by some day */
#define MOST_SIDES 30

/* What a claim asks of one moment: that a state be the holder, or not. */
struct wish {
	int64_t at;
	uint32_t state, cost;
	bool holder;
};

struct search {
	struct sr_control_work *w;
	SR_LIST(struct wish) wishes;
	size_t nstate;
	uint32_t *begin; /* extra cost of each state at the start */
};

static bool wish(struct search *s, int64_t at, uint32_t state, bool holder,
		 uint32_t cost)
{
	struct wish *own = SR_PUSH(s->w->mem, &s->wishes);

	if (own)
		*own = (struct wish){ at, state, cost, holder };
	return own != NULL;
}

static bool wish_taken(struct search *s, const struct sr_evidence *e)
{
	int64_t after = e->back ? SR_LATE(e->to) : SR_EARLY(e->to);
	bool dated = e->from != SR_DAY_MIN;
	int64_t before = e->back ? SR_EARLY(e->from) : SR_EARLY(e->from) - 1;

	if (!dated && !e->guessed)
		s->begin[e->state] = BEGIN_TAKEN;
	return wish(s, after, e->state, true, e->guessed ? GUESS : NOT_TAKEN) &&
	       (!dated || e->guessed ||
		wish(s, before, e->state, false, HAD_IT));
}

static bool wish_held(struct search *s, const struct sr_evidence *e)
{
	bool wide = e->to - e->from > SR_NEAR_DAYS;

	return wish(s, SR_LATE(e->from), e->state, true, NOT_HELD) &&
	       (e->from == e->to || wish(s, SR_EARLY(e->to), e->state, true,
					 wide ? NOT_HELD_STILL : NOT_HELD));
}

static bool wish_left(struct search *s, const struct sr_evidence *e)
{
	return wish(s, SR_LATE(e->to), e->state, false, STILL_THERE) &&
	       (e->from == SR_DAY_MIN ||
		wish(s, SR_EARLY(e->from), e->state, true, NOT_THERE));
}

/* Wishes of all evidence that is news; what one report says twice, once. */
static bool make_wishes(struct search *s)
{
	bool ok = true;

	for (size_t i = 0; ok && i < s->w->evidence.nitem; i++) {
		const struct sr_evidence *e = &s->w->evidence.items[i];
		if (e->background || e->repeat || e->weak)
			continue;
		ok = e->kind == SR_TAKE	  ? wish_taken(s, e)
		     : e->kind == SR_HOLD ? wish_held(s, e)
					  : wish_left(s, e);
	}
	return ok;
}

static int by_moment(const void *pa, const void *pb)
{
	const struct wish *a = pa, *b = pb;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return (a->state > b->state) - (a->state < b->state);
}

static uint64_t step_cost(uint32_t from, uint32_t to)
{
	return from == to ? 0 : to == 0 ? VACATE : CHANGE;
}

/* cost: of the best path that ends in each state, one moment on. From which
 * state each came is put into `came`. Of equal ones the state that stays. */
static void advance(const struct search *s, uint64_t *cost, uint64_t *next,
		    uint8_t *came)
{
	for (uint32_t to = 0; to < s->nstate; to++) {
		next[to] = cost[to];
		came[to] = (uint8_t)to;
		for (uint32_t from = 0; from < s->nstate; from++) {
			uint64_t c = cost[from] + step_cost(from, to);
			if (c < next[to]) {
				next[to] = c;
				came[to] = (uint8_t)from;
			}
		}
	}
	memcpy(cost, next, s->nstate * sizeof(*cost));
}

static void add_wishes(const struct search *s, size_t *at, uint64_t *cost)
{
	int64_t moment = s->wishes.items[*at].at;

	for (; *at < s->wishes.nitem && s->wishes.items[*at].at == moment;
	     ++*at) {
		const struct wish *x = &s->wishes.items[*at];
		for (uint32_t state = 0; state < s->nstate; state++)
			if ((state == x->state) != x->holder)
				cost[state] += x->cost;
	}
}

static size_t count_moments(const struct search *s)
{
	size_t n = 1; /* the start, before all */

	for (size_t i = 0; i < s->wishes.nitem; i++)
		n += i == 0 ||
		     s->wishes.items[i].at != s->wishes.items[i - 1].at;
	return n;
}

/* The path backwards from the cheapest end, put together as stretches. */
static enum sr_code trace(struct search *s, const int64_t *moment,
			  const uint8_t *came, size_t n, const uint64_t *cost)
{
	uint32_t state = 0;
	uint8_t *path = SR_NEW(s->w->mem, uint8_t, n);

	if (!path)
		return SR_NOMEM;
	for (uint32_t i = 1; i < s->nstate; i++)
		if (cost[i] < cost[state])
			state = i;
	for (size_t i = n; i-- > 0;) {
		path[i] = (uint8_t)state;
		state = came[i * s->nstate + state];
	}
	struct sr_stretch *last = NULL;
	for (size_t i = 0; i < n; i++) {
		if (last && last->state == path[i]) {
			last->to = moment[i];
			continue;
		}
		last = SR_PUSH(s->w->mem, &s->w->path);
		if (!last)
			return SR_NOMEM;
		*last = (struct sr_stretch){ moment[i], moment[i], path[i] };
	}
	return SR_OK;
}

static enum sr_code search(struct search *s)
{
	struct sr_arena *mem = s->w->mem;
	size_t n = count_moments(s), at = 0;
	int64_t *moment = SR_NEW(mem, int64_t, n);
	uint64_t *cost = SR_NEW(mem, uint64_t, 2 * s->nstate);
	uint8_t *came = SR_NEW(mem, uint8_t, n * s->nstate);

	if (!moment || !cost || !came)
		return SR_NOMEM;
	moment[0] = s->wishes.items[0].at - 1;
	for (uint32_t state = 0; state < s->nstate; state++) {
		came[state] = (uint8_t)state;
		cost[state] = state ? BEGIN_HELD + s->begin[state] : 0;
	}
	for (size_t i = 1; i < n; i++) {
		moment[i] = s->wishes.items[at].at;
		advance(s, cost, cost + s->nstate, came + i * s->nstate);
		add_wishes(s, &at, cost);
	}
	return trace(s, moment, came, n, cost);
}

enum sr_code sr_control_path(struct sr_control_work *w)
{
	struct search s = { .w = w, .nstate = w->sides.nitem + 1 };

	if (s.nstate > MOST_SIDES + 1)
		s.nstate = MOST_SIDES + 1;
	s.begin = SR_NEW(w->mem, uint32_t, w->sides.nitem + 1);
	if (!s.begin || !make_wishes(&s))
		return SR_NOMEM;
	if (!s.wishes.nitem)
		return SR_OK;
	qsort(s.wishes.items, s.wishes.nitem, sizeof(*s.wishes.items),
	      by_moment);
	return search(&s);
}
