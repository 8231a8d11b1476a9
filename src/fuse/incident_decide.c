/* What people decided of incidents. A split keeps two tellings from being
 * joined, directly or through their centre; a merge joins the incidents of two
 * claims, unless a split holds them apart. */
#include <stdio.h>
#include <stdlib.h>

#include "fuse/incident_work.h"

/* A claim under its key. */
struct named {
	struct sr_str key;
	uint32_t telling;
};

static int by_key(const void *pa, const void *pb)
{
	const struct named *a = pa, *b = pb;

	return sr_str_order(a->key, b->key);
}

bool sr_links_part(const struct sr_links *links, struct sr_str key)
{
	for (size_t i = 0; links && i < links->ncannot; i++)
		if (sr_str_equal(links->cannot[i].a, key) ||
		    sr_str_equal(links->cannot[i].b, key))
			return true;
	return false;
}

static bool has_key(const struct sr_tell_work *w, const struct sr_telling *t,
		    struct sr_str key)
{
	for (uint32_t i = 0; i < t->n; i++)
		if (sr_str_equal(
			    w->records->claims.items[w->claim[t->from + i]].key,
			    key))
			return true;
	return false;
}

bool sr_links_cannot(const struct sr_tell_work *w, const struct sr_telling *a,
		     const struct sr_telling *b)
{
	const struct sr_links *l = w->links;

	if (!a->parted || !b->parted)
		return false;
	for (size_t i = 0; l && i < l->ncannot; i++) {
		struct sr_str p = l->cannot[i].a, q = l->cannot[i].b;
		if ((has_key(w, a, p) && has_key(w, b, q)) ||
		    (has_key(w, a, q) && has_key(w, b, p)))
			return true;
	}
	return false;
}

uint32_t sr_incident_root(struct sr_tell_work *w, uint32_t i)
{
	struct sr_telling *t = w->tellings.items;

	while (t[i].incident != i) {
		t[i].incident = t[t[i].incident].incident;
		i = t[i].incident;
	}
	return i;
}

struct names {
	struct sr_tell_work *w;
	struct named *name;
	size_t n;
};

/* The tellings of a link's two claims; false where one is in none. */
static bool find_both(const struct names *names, const struct sr_link *link,
		      uint32_t *a, uint32_t *b)
{
	struct named p = { .key = link->a }, q = { .key = link->b };
	const struct named *x =
		bsearch(&p, names->name, names->n, sizeof(p), by_key);
	const struct named *y =
		bsearch(&q, names->name, names->n, sizeof(q), by_key);

	if (!x || !y)
		return false;
	*a = x->telling;
	*b = y->telling;
	return *a != UINT32_MAX && *b != UINT32_MAX && *a != *b;
}

/* Two members of one star that a person parted: the one that leads less is an
 * incident of its own. Links stand in order, so which it is does too. */
static void part(const struct names *names)
{
	struct sr_telling *t = names->w->tellings.items;
	const struct sr_links *l = names->w->links;
	uint32_t a, b;

	for (size_t i = 0; i < l->ncannot; i++) {
		if (!find_both(names, &l->cannot[i], &a, &b) ||
		    t[a].of != t[b].of)
			continue;
		uint32_t less = sr_leads(&t[a], &t[b]) ? b : a;
		t[less].of = less;
		t[less].centre = true;
		t[less].score = 0;
	}
}

static bool held_apart(const struct names *names, uint32_t a, uint32_t b)
{
	const struct sr_links *l = names->w->links;
	uint32_t p, q;

	for (size_t i = 0; i < l->ncannot; i++) {
		if (!find_both(names, &l->cannot[i], &p, &q))
			continue;
		p = sr_incident_root(names->w, p);
		q = sr_incident_root(names->w, q);
		if ((p == a && q == b) || (p == b && q == a))
			return true;
	}
	return false;
}

static void unite(const struct names *names, uint32_t a, uint32_t b)
{
	struct sr_telling *t = names->w->tellings.items;

	a = sr_incident_root(names->w, a);
	b = sr_incident_root(names->w, b);
	if (a == b || held_apart(names, a, b))
		return;
	/* The better centre stands for both. */
	if (sr_leads(&t[a], &t[b]))
		t[b].incident = a;
	else
		t[a].incident = b;
}

static bool put_names(struct names *names)
{
	struct sr_tell_work *w = names->w;
	size_t n = 0;

	for (size_t i = 0; i < w->tellings.nitem; i++)
		n += w->tellings.items[i].n;
	names->name = SR_NEW(w->mem, struct named, n);
	if (!names->name)
		return false;
	for (uint32_t i = 0; i < w->tellings.nitem; i++) {
		const struct sr_telling *t = &w->tellings.items[i];
		for (uint32_t k = 0; k < t->n; k++)
			names->name[names->n++] = (struct named){
				w->records->claims.items[w->claim[t->from + k]]
					.key,
				i
			};
	}
	qsort(names->name, names->n, sizeof(*names->name), by_key);
	return true;
}

enum sr_code sr_incident_decide(struct sr_tell_work *w)
{
	struct names names = { .w = w };
	bool any = w->links && (w->links->nmust || w->links->ncannot);
	uint32_t a, b;

	if (any && !put_names(&names))
		return SR_NOMEM;
	if (any)
		part(&names);
	for (uint32_t i = 0; i < w->tellings.nitem; i++)
		w->tellings.items[i].incident = w->tellings.items[i].of;
	for (size_t i = 0; any && i < w->links->nmust; i++)
		if (find_both(&names, &w->links->must[i], &a, &b))
			unite(&names, a, b);
	return SR_OK;
}

void sr_incident_id(struct sr_str key, char id[16])
{
	snprintf(id, 16, "i%.*s", (int)(key.n < 12 ? key.n : 12),
		 key.n ? key.s : "");
}
