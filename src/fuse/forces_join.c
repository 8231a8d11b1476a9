/* Which mentions are one unit. Those that say exactly the same are one kind;
 * a kind that leaves something out (the arm, the side, the size) is the same
 * unit as the one kind that says more and fits, if only one does. What a unit
 * is of is what most of its claims say. All is decided on the sorted set, so
 * the order of the claims is of no matter. */
#include <stdlib.h>

#include "base/order.h"
#include "base/str.h"
#include "fuse/forces_work.h"

static bool is_roman(const struct sr_force_mention *m)
{
	return m->is.number && m->is.style == SR_UNIT_ROMAN;
}

/* By what every mention of a unit has. */
static int by_number(const struct sr_force_mention *a,
		     const struct sr_force_mention *b)
{
	int c = sr_order(a->unit, b->unit);

	if (!c)
		c = sr_order(a->is.number, b->is.number);
	if (!c)
		c = sr_order(is_roman(a), is_roman(b));
	return c ? c : sr_str_order(a->nick, b->nick);
}

static int by_kind(const struct sr_force_mention *a,
		   const struct sr_force_mention *b)
{
	int c = by_number(a, b);

	if (!c)
		c = sr_order(a->size, b->size);
	if (!c)
		c = sr_str_order(a->arm, b->arm);
	return c || !a->unit ? c : sr_str_order(a->side, b->side);
}

static int by_all(const void *pa, const void *pb)
{
	const struct sr_force_mention *const *a = pa, *const *b = pb;
	int c = by_kind(*a, *b);

	if (!c)
		c = sr_str_order((*a)->name, (*b)->name);
	return c ? c : sr_str_order((*b)->side, (*a)->side);
}

/* Kinds into units */

static int info(const struct sr_force_mention *m)
{
	return (m->size != 0) + (m->arm.n != 0) + (m->side.n != 0);
}

static bool fits(struct sr_str a, struct sr_str b)
{
	return !a.n || !b.n || sr_str_equal(a, b);
}

/* May one that says less be the other? Where nobody says whose it is, only in
 * the same country: every army has a 1st Brigade. */
static bool may_be(const struct sr_force_kind *ka,
		   const struct sr_force_kind *kb)
{
	const struct sr_force_mention *a = ka->like, *b = kb->like;

	if (!fits(a->side, b->side) || !fits(a->arm, b->arm))
		return false;
	if (!a->side.n &&
	    (!ka->country.n || !sr_str_equal(ka->country, kb->country)))
		return false;
	if (a->size && b->size)
		return a->size == b->size;
	return a->arm.n && b->arm.n;
}

/* The kind among [from, to) that kind k is: of those that say most the only
 * one, all of one side; k itself where none is plain. */
static uint32_t same_as(const struct sr_forces_work *w, uint32_t from,
			uint32_t to, uint32_t k)
{
	const struct sr_force_mention *own = w->kinds.items[k].like;
	uint32_t found[4] = { 0 }, n[4] = { 0 };
	struct sr_str side = own->side;

	for (uint32_t i = from; i < to; i++) {
		const struct sr_force_mention *o = w->kinds.items[i].like;
		if (i == k || info(o) <= info(own) ||
		    !may_be(&w->kinds.items[k], &w->kinds.items[i]))
			continue;
		if (!fits(side, o->side))
			return k;
		side = o->side.n ? o->side : side;
		found[info(o)] = i;
		n[info(o)]++;
	}
	for (int level = 3; level > info(own); level--)
		if (n[level] == 1)
			return found[level];
	return k;
}

static void at_country(struct sr_force_kind *k, struct sr_str country)
{
	if (!country.n || k->abroad)
		return;
	k->abroad = k->country.n && !sr_str_equal(k->country, country);
	k->country = k->abroad ? (struct sr_str){ NULL, 0 } : country;
}

static bool make_kinds(struct sr_forces_work *w)
{
	size_t n = w->mentions.nitem;
	struct sr_force_mention **sorted =
		SR_NEW(w->mem, struct sr_force_mention *, n + 1);

	if (!sorted)
		return false;
	for (size_t i = 0; i < n; i++)
		sorted[i] = &w->mentions.items[i];
	qsort(sorted, n, sizeof(sorted[0]), by_all);
	for (size_t i = 0; i < n; i++) {
		if (!i || by_kind(sorted[i - 1], sorted[i])) {
			struct sr_force_kind *k = SR_PUSH(w->mem, &w->kinds);
			if (!k)
				return false;
			*k = (struct sr_force_kind){ .like = sorted[i] };
		}
		at_country(&w->kinds.items[w->kinds.nitem - 1],
			   sorted[i]->country);
		sorted[i]->kind = (uint32_t)w->kinds.nitem - 1;
	}
	return true;
}

static void join_kinds(struct sr_forces_work *w)
{
	struct sr_force_kind *kind = w->kinds.items;
	uint32_t n = (uint32_t)w->kinds.nitem;

	for (uint32_t from = 0, to; from < n; from = to) {
		for (to = from + 1;
		     to < n && !by_number(kind[from].like, kind[to].like);)
			to++;
		for (uint32_t k = from; k < to; k++)
			kind[k].into = same_as(w, from, to, k);
	}
	/* what a kind is the same as says more, so no ring can be */
	for (uint32_t k = 0; k < n; k++)
		while (kind[kind[k].into].into != kind[k].into)
			kind[k].into = kind[kind[k].into].into;
}

/* Units: name, side, superior */

struct unit {
	uint32_t kind; /* the one that says most */
	uint32_t parent;
	uint32_t depth, listed;
	struct sr_str name;
	uint32_t nname; /* mentions with that name */
	int ninfo;
};

struct vote {
	uint32_t unit, parent;
};

static int by_vote(const void *pa, const void *pb)
{
	const struct vote *a = pa, *b = pb;
	int c = sr_order(a->unit, b->unit);

	return c ? c : sr_order(a->parent, b->parent);
}

/* Of the names that the mentions of a unit have: of those that say most the
 * most frequent, then the first by its letters. `sorted` is by unit, name. */
struct named {
	uint32_t unit;
	int ninfo;
	struct sr_str name;
};

static int by_named(const void *pa, const void *pb)
{
	const struct named *a = pa, *b = pb;
	int c = sr_order(a->unit, b->unit);

	if (!c)
		c = sr_order(b->ninfo, a->ninfo);
	return c ? c : sr_str_order(a->name, b->name);
}

static bool name_units(struct sr_forces_work *w, struct unit *unit,
		       const uint32_t *unit_of)
{
	size_t n = w->mentions.nitem;
	struct named *list = SR_NEW(w->mem, struct named, n + 1);
	uint32_t run = 0;

	if (!list)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct sr_force_mention *m = &w->mentions.items[i];
		list[i] = (struct named){ unit_of[m->kind], info(m), m->name };
	}
	qsort(list, n, sizeof(list[0]), by_named);
	for (size_t i = 0; i < n; i++) {
		struct unit *u = &unit[list[i].unit];
		run = i && !by_named(&list[i - 1], &list[i]) ? run + 1 : 1;
		if (u->nname && u->ninfo > list[i].ninfo)
			continue;
		if (u->nname && run <= u->nname)
			continue;
		u->ninfo = list[i].ninfo;
		u->nname = run;
		u->name = list[i].name;
	}
	return true;
}

/* The superior that most claims name; of two the first in the order. */
static bool find_parents(struct sr_forces_work *w, struct unit *unit,
			 const uint32_t *unit_of)
{
	size_t n = w->mentions.nitem, nvote = 0;
	struct vote *vote = SR_NEW(w->mem, struct vote, n + 1);
	uint32_t run = 0, best = 0;

	if (!vote)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct sr_force_mention *m = &w->mentions.items[i];
		if (m->parent == SR_NONE)
			continue;
		vote[nvote++] = (struct vote){
			unit_of[m->kind],
			unit_of[w->mentions.items[m->parent].kind]
		};
	}
	qsort(vote, nvote, sizeof(vote[0]), by_vote);
	for (size_t i = 0; i < nvote; i++) {
		if (!i || vote[i].unit != vote[i - 1].unit)
			best = 0;
		run = i && !by_vote(&vote[i - 1], &vote[i]) ? run + 1 : 1;
		const struct unit *u = &unit[vote[i].unit];
		if (run <= best ||
		    sr_force_size(
			    w->kinds.items[unit[vote[i].parent].kind].like) <=
			    sr_force_size(w->kinds.items[u->kind].like))
			continue;
		best = run;
		unit[vote[i].unit].parent = vote[i].parent;
	}
	return true;
}

/* Listing: superiors first */

struct listed {
	const struct sr_force_mention *like;
	struct sr_str name;
	uint32_t unit;
};

static int by_rank(const void *pa, const void *pb)
{
	const struct listed *a = pa, *b = pb;
	struct sr_str s = a->like->side, t = b->like->side;
	int c = sr_order(!s.n, !t.n); /* unknown sides last */

	if (!c)
		c = sr_str_order(s, t);
	if (!c) /* groups before units, large before small */
		c = sr_order(a->like->unit, b->like->unit);
	if (!c)
		c = sr_order(sr_force_size(b->like), sr_force_size(a->like));
	if (!c)
		c = sr_order(a->like->is.number, b->like->is.number);
	if (!c)
		c = sr_str_order(a->name, b->name);
	return c ? c : sr_order(a->unit, b->unit);
}

static bool put(struct sr_forces_work *w, struct unit *unit,
		const struct listed *l, uint32_t above)
{
	struct unit *u = &unit[l->unit];
	struct sr_force *f = SR_PUSH(w->mem, &w->out->items);

	if (!f)
		return false;
	*f = (struct sr_force){
		.days = { 1, 0 },
		.name = u->name,
		.side = l->like->side,
		.is = l->like->is,
		.unit = l->like->unit,
		.parent = above,
		.depth = above == SR_NONE
				 ? 0
				 : w->out->items.items[above].depth + 1,
	};
	u->listed = (uint32_t)w->out->items.nitem - 1;
	if (above != SR_NONE)
		w->out->items.items[above].nbelow++;
	return true;
}

/* Those right below one, each with all below itself: `first` says where in the
 * list those of each superior begin. As deep as there are sizes. */
static bool put_below(struct sr_forces_work *w, struct unit *unit,
		      const struct listed *list, const uint32_t *first,
		      uint32_t above)
{
	uint32_t root = above == SR_NONE ? 0 : above + 1;

	for (uint32_t i = first[root]; i < first[root + 1]; i++) {
		if (!put(w, unit, &list[i],
			 above == SR_NONE ? SR_NONE : unit[above].listed) ||
		    !put_below(w, unit, list, first, list[i].unit))
			return false;
	}
	return true;
}

static bool list_units(struct sr_forces_work *w, struct unit *unit,
		       uint32_t nunit)
{
	struct listed *all = SR_NEW(w->mem, struct listed, nunit + 1);
	struct listed *list = SR_NEW(w->mem, struct listed, nunit + 1);
	uint32_t *first = SR_NEW(w->mem, uint32_t, nunit + 3);

	if (!all || !list || !first)
		return false;
	for (uint32_t i = 0; i < nunit; i++) {
		all[i] = (struct listed){ w->kinds.items[unit[i].kind].like,
					  unit[i].name, i };
		first[(unit[i].parent == SR_NONE ? 0 : unit[i].parent + 1) +
		      1]++;
	}
	qsort(all, nunit, sizeof(all[0]), by_rank);
	for (uint32_t i = 0; i < nunit + 1; i++)
		first[i + 1] += first[i];
	/* A counting sort by superior, in the order of rank. */
	uint32_t *at = SR_NEW(w->mem, uint32_t, nunit + 2);
	if (!at)
		return false;
	for (uint32_t i = 0; i < nunit; i++) {
		uint32_t up = unit[all[i].unit].parent;
		uint32_t root = up == SR_NONE ? 0 : up + 1;
		list[first[root] + at[root]++] = all[i];
	}
	return put_below(w, unit, list, first, SR_NONE);
}

bool sr_forces_join(struct sr_forces_work *w)
{
	if (!make_kinds(w))
		return false;
	join_kinds(w);
	uint32_t n = (uint32_t)w->kinds.nitem, nunit = 0;
	uint32_t *unit_of = SR_NEW(w->mem, uint32_t, n + 1);
	struct unit *unit = SR_NEW(w->mem, struct unit, n + 1);
	if (!unit_of || !unit)
		return false;
	for (uint32_t k = 0; k < n; k++)
		if (w->kinds.items[k].into == k) {
			unit_of[k] = nunit;
			unit[nunit++] =
				(struct unit){ .kind = k, .parent = SR_NONE };
		}
	for (uint32_t k = 0; k < n; k++)
		unit_of[k] = unit_of[w->kinds.items[k].into];
	if (!name_units(w, unit, unit_of) || !find_parents(w, unit, unit_of) ||
	    !list_units(w, unit, nunit))
		return false;
	for (size_t i = 0; i < w->mentions.nitem; i++) {
		struct sr_force_mention *m = &w->mentions.items[i];
		m->force = unit[unit_of[m->kind]].listed;
	}
	return true;
}
