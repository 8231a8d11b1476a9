/* Which of many texts are alike, and the groups that they make: see alike.h. */
#include <stdlib.h>

#include "fuse/alike.h"

/* A text under one of its marks. */
struct posting {
	uint64_t mark;
	int64_t rank;
	uint32_t text;
};

struct pair {
	uint32_t a, b;
};

struct finder {
	struct sr_arena *mem, scratch;
	const struct sr_str *text;
	const int64_t *rank;
	struct sr_sketch *sketch;
	SR_LIST(struct posting) postings;
	SR_LIST(struct pair) pairs;
};

static int order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int by_mark(const void *pa, const void *pb)
{
	const struct posting *a = pa, *b = pb;
	int c = order(a->mark, b->mark);

	if (c || (c = (a->rank > b->rank) - (a->rank < b->rank)))
		return c;
	return order(a->text, b->text);
}

static int by_pair(const void *pa, const void *pb)
{
	const struct pair *a = pa, *b = pb;
	int c = order(a->a, b->a);

	return c ? c : order(a->b, b->b);
}

static bool sketch_all(struct finder *f, size_t n)
{
	f->sketch = SR_NEW(f->mem, struct sr_sketch, n);
	for (uint32_t i = 0; f->sketch && i < n; i++) {
		struct sr_terms words;
		sr_arena_reset(&f->scratch);
		if (!sr_text_terms(f->text[i], &f->scratch, &words) ||
		    !sr_text_sketch(&words, &f->scratch, &f->sketch[i]))
			return false;
		size_t size = f->sketch[i].nmark * sizeof(uint64_t);
		void *kept = sr_arena_copy(f->mem, f->sketch[i].mark, size);
		f->sketch[i].mark = kept;
		for (uint32_t k = 0; kept && k < f->sketch[i].nmark; k++) {
			struct posting *p = SR_PUSH(f->mem, &f->postings);
			if (!p)
				return false;
			*p = (struct posting){ f->sketch[i].mark[k],
					       f->rank[i], i };
		}
		if (!kept)
			return false;
	}
	return f->sketch != NULL;
}

static bool add_pair(struct finder *f, uint32_t a, uint32_t b)
{
	struct pair *p = SR_PUSH(f->mem, &f->pairs);

	if (p)
		*p = a < b ? (struct pair){ a, b } : (struct pair){ b, a };
	return p != NULL;
}

/* Under each mark all with the first SR_HUBS. */
static bool pair_all(struct finder *f)
{
	const struct posting *p = f->postings.items;
	size_t n = f->postings.nitem, from = 0;

	if (n)
		qsort(f->postings.items, n, sizeof(*p), by_mark);
	for (size_t i = 0; i < n; i++) {
		if (p[i].mark != p[from].mark)
			from = i;
		for (size_t k = from; k < i && k - from < SR_HUBS; k++)
			if (!add_pair(f, p[i].text, p[k].text))
				return false;
	}
	if (f->pairs.nitem)
		qsort(f->pairs.items, f->pairs.nitem, sizeof(struct pair),
		      by_pair);
	return true;
}

static bool compare(struct finder *f, struct pair p, struct sr_alike_links *out)
{
	struct sr_terms a, b;
	struct sr_overlap overlap;

	if (!sr_sketches_meet(&f->sketch[p.a], &f->sketch[p.b]))
		return true;
	sr_arena_reset(&f->scratch);
	if (!sr_text_terms(f->text[p.a], &f->scratch, &a) ||
	    !sr_text_terms(f->text[p.b], &f->scratch, &b) ||
	    !sr_text_overlap(&a, &b, &f->scratch, &overlap))
		return false;
	enum sr_alike kind = sr_alike_of(&overlap);
	if (kind == SR_ALIKE_NONE)
		return true;
	struct sr_alike_link *link = SR_PUSH(f->mem, &out->items);
	if (link)
		*link = (struct sr_alike_link){ p.a, p.b, kind };
	return link != NULL;
}

bool sr_alike_all(const struct sr_str *text, const int64_t *rank, size_t n,
		  struct sr_arena *mem, struct sr_alike_links *out)
{
	struct finder f = { .mem = mem, .text = text, .rank = rank };

	sr_arena_init(&f.scratch, mem->limit);
	bool ok = sketch_all(&f, n) && pair_all(&f);
	for (size_t i = 0; ok && i < f.pairs.nitem; i++) {
		const struct pair *p = &f.pairs.items[i];
		if (!i || by_pair(p, p - 1) != 0)
			ok = compare(&f, *p, out);
	}
	sr_arena_release(&f.scratch);
	return ok;
}

/* Groups: union-find (R. Tarjan 1975), the least number as root. */

static uint32_t root_of(uint32_t *up, uint32_t i)
{
	while (up[i] != i) {
		up[i] = up[up[i]];
		i = up[i];
	}
	return i;
}

static void unite(uint32_t *up, uint32_t a, uint32_t b)
{
	a = root_of(up, a);
	b = root_of(up, b);
	if (a < b)
		up[b] = a;
	else
		up[a] = b;
}

/* Which group stands in which, sorted by the one that holds; each pair once. */
static size_t parts_of(const struct sr_alike_links *links, uint32_t *up,
		       struct pair *part)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < links->items.nitem; i++) {
		struct sr_alike_link l = links->items.items[i];
		uint32_t a = root_of(up, l.a), b = root_of(up, l.b);
		if (l.kind == SR_ALIKE_IN && a != b)
			part[n++] = (struct pair){ b, a };
		else if (l.kind == SR_ALIKE_HOLDS && a != b)
			part[n++] = (struct pair){ a, b };
	}
	if (n)
		qsort(part, n, sizeof(*part), by_pair);
	for (size_t i = 0; i < n; i++)
		if (!kept || by_pair(&part[i], &part[kept - 1]) != 0)
			part[kept++] = part[i];
	return kept;
}

bool sr_alike_groups(const struct sr_alike_links *links, size_t n,
		     struct sr_arena *mem, uint32_t *group)
{
	struct pair *part = SR_NEW(mem, struct pair, links->items.nitem);
	uint32_t *into = SR_NEW(mem, uint32_t, n);

	if (!part || !into)
		return false;
	for (uint32_t i = 0; i < n; i++)
		group[i] = into[i] = i;
	for (size_t i = 0; i < links->items.nitem; i++)
		if (links->items.items[i].kind == SR_ALIKE_SAME)
			unite(group, links->items.items[i].a,
			      links->items.items[i].b);
	/* The first that holds it and is no digest, by number. */
	size_t npart = parts_of(links, group, part), from = 0;
	for (size_t i = 0; i < npart; i++) {
		size_t to = i;
		if (part[i].a != part[from].a)
			from = i;
		while (to < npart && part[to].a == part[from].a)
			to++;
		if (to - from <= SR_PARTS && into[part[i].b] == part[i].b)
			into[part[i].b] = part[i].a;
	}
	for (uint32_t i = 0; i < n; i++)
		unite(group, i, into[i]);
	for (uint32_t i = 0; i < n; i++)
		group[i] = root_of(group, i);
	return true;
}
