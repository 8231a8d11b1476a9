/* Centres and those who gather round them. In the order of rank each telling
 * looks at the centres that lead it and lie near: the one that it fits best
 * becomes its own; without one it is a centre itself. So an answer depends
 * on what leads it in its neighbourhood alone, and no chain can form: every
 * telling fits its centre. After J. Aslam, E. Pelekhov, D. Rus, "The star
 * clustering algorithm for static and dynamic information organization", JGAA
 * 8 (2004), with ranks in place of degrees. */
#include <stdlib.h>

#include "base/calendar.h"
#include "fuse/incident_star.h"

#define NARROW 3 /* days: most are so short, and are looked for apart */
#define WIDEST 31

/* A telling under one of its blocks. */
struct post {
	uint64_t block;
	int32_t day; /* its last */
	uint32_t telling;
};

struct star {
	struct sr_tell_work *w;
	struct post *post;
	size_t npost;
};

bool sr_leads(const struct sr_telling *a, const struct sr_telling *b)
{
	if (a->rank != b->rank)
		return a->rank > b->rank;
	return sr_str_order(a->key, b->key) < 0;
}

bool sr_star_wide(const struct sr_telling *t)
{
	return sr_days_span(t->days) > NARROW;
}

uint64_t sr_star_post(uint64_t block, bool wide)
{
	return wide ? block ^ 0x9e3779b97f4a7c15u : block;
}

static int by_post(const void *pa, const void *pb)
{
	const struct post *a = pa, *b = pb;

	if (a->block != b->block)
		return a->block < b->block ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->telling > b->telling) - (a->telling < b->telling);
}

static bool make_posts(struct star *s)
{
	struct sr_tell_work *w = s->w;
	size_t n = w->tellings.nitem;

	s->post = SR_NEW(w->mem, struct post, n * SR_MOST_BLOCKS);
	if (!s->post)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_telling *t = &w->tellings.items[i];
		if (!sr_days_known(t->days))
			continue;
		for (unsigned k = 0; k < t->nblock; k++)
			s->post[s->npost++] = (struct post){
				sr_star_post(t->block[k], sr_star_wide(t)),
				t->days.to, i
			};
	}
	if (s->npost)
		qsort(s->post, s->npost, sizeof(*s->post), by_post);
	return true;
}

/* The first post that is not before block and day. */
static size_t first_post(const struct star *s, uint64_t block, int32_t day)
{
	size_t from = 0, to = s->npost;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		const struct post *p = &s->post[mid];
		if (p->block < block || (p->block == block && p->day < day))
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

void sr_star_try(struct sr_tell_work *w, uint32_t telling, uint32_t centre)
{
	struct sr_telling *t = &w->tellings.items[telling];
	const struct sr_telling *c = &w->tellings.items[centre];

	if (!c->centre || c == t || c->vague || !sr_leads(c, t) ||
	    (c->denied && !t->denied))
		return;
	int score = sr_telling_score(w, c, t, NULL);
	if (score < SR_ENOUGH)
		return;
	const struct sr_telling *best =
		t->of == UINT32_MAX ? NULL : &w->tellings.items[t->of];
	if (best &&
	    (score < t->score || (score == t->score && !sr_leads(c, best))))
		return;
	t->of = centre;
	t->score = score;
}

static void both_blocks(const struct sr_telling *t, uint64_t block,
			void (*fn)(void *user, uint64_t block,
				   struct sr_days days),
			void *user)
{
	const struct sr_reach *r = sr_reach_of(t->group);

	for (int wide = 0; wide < 2; wide++)
		fn(user, sr_star_post(block, wide == 1),
		   (struct sr_days){ t->reach.from - r->gap,
				     t->reach.to + r->gap + r->lag +
					     (wide ? WIDEST : NARROW) });
}

void sr_star_around(const struct sr_telling *t,
		    void (*fn)(void *user, uint64_t block, struct sr_days days),
		    void *user)
{
	unsigned first = 0;

	if (!sr_days_known(t->days))
		return;
	if (t->row >= 0) {
		for (int32_t y = -1; y <= 1; y++)
			for (int32_t x = -1; x <= 1; x++)
				both_blocks(t,
					    sr_cell_block(t->group, t->row + y,
							  t->column + x),
					    fn, user);
		first = 1;
	}
	for (unsigned i = first; i < t->nblock; i++)
		both_blocks(t, t->block[i], fn, user);
}

/* A telling that looks for its centre. */
struct search {
	const struct star *s;
	uint32_t telling;
};

static void try_block(void *user, uint64_t block, struct sr_days days)
{
	const struct search *search = user;
	const struct star *s = search->s;

	for (size_t i = first_post(s, block, days.from);
	     i < s->npost && s->post[i].block == block &&
	     s->post[i].day <= days.to;
	     i++)
		sr_star_try(s->w, search->telling, s->post[i].telling);
}

/* Finds the centre of a telling among those that lead it. */
static void settle(struct star *s, uint32_t i)
{
	struct sr_telling *t = &s->w->tellings.items[i];
	struct search search = { s, i };

	t->of = UINT32_MAX;
	t->score = 0;
	sr_star_around(t, try_block, &search);
	t->centre = t->of == UINT32_MAX;
	if (t->centre)
		t->of = i;
}

struct ranked {
	const struct sr_telling *t;
};

static int by_rank(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	return sr_leads(a->t, b->t) ? -1 : sr_leads(b->t, a->t) ? 1 : 0;
}

enum sr_code sr_star(struct sr_tell_work *w)
{
	struct star s = { .w = w };
	size_t n = w->tellings.nitem;
	struct ranked *ranked = SR_NEW(w->mem, struct ranked, n);

	if (!ranked || !make_posts(&s))
		return SR_NOMEM;
	for (size_t i = 0; i < n; i++) {
		w->tellings.items[i].centre = false;
		ranked[i].t = &w->tellings.items[i];
	}
	if (n)
		qsort(ranked, n, sizeof(*ranked), by_rank);
	for (size_t i = 0; i < n; i++)
		settle(&s, (uint32_t)(ranked[i].t - w->tellings.items));
	return SR_OK;
}
