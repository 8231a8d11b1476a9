/* See incident.h. The order of work: tellings (incident_tell.c), centres
 * (incident_star.c), what people decided, sums (incident_sum.c). */
#include "fuse/incident.h"

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

	for (size_t i = 0; l && i < l->ncannot; i++) {
		struct sr_str p = l->cannot[i].a, q = l->cannot[i].b;
		if ((has_key(w, a, p) && has_key(w, b, q)) ||
		    (has_key(w, a, q) && has_key(w, b, p)))
			return true;
	}
	return false;
}

/* The telling that stands for the incident of a telling, path shortened. */
static uint32_t root(struct sr_tell_work *w, uint32_t i)
{
	struct sr_telling *t = w->tellings.items;

	while (t[i].incident != i) {
		t[i].incident = t[t[i].incident].incident;
		i = t[i].incident;
	}
	return i;
}

static void unite(struct sr_tell_work *w, uint32_t a, uint32_t b)
{
	struct sr_telling *t = w->tellings.items;

	a = root(w, a);
	b = root(w, b);
	if (a == b)
		return;
	/* The better centre stands for both. */
	if (sr_leads(&t[a], &t[b]))
		t[b].incident = a;
	else
		t[a].incident = b;
}

/* Two members of one star that a person parted: the one that leads less is an
 * incident of its own. */
static void part(struct sr_tell_work *w)
{
	struct sr_telling *t = w->tellings.items;

	for (size_t i = 0; i < w->tellings.nitem; i++)
		for (size_t k = i + 1;
		     w->links->ncannot && k < w->tellings.nitem; k++) {
			if (t[i].of != t[k].of ||
			    !sr_links_cannot(w, &t[i], &t[k]))
				continue;
			size_t less = sr_leads(&t[i], &t[k]) ? k : i;
			t[less].of = (uint32_t)less;
			t[less].centre = true;
			t[less].score = 0;
		}
}

static enum sr_code decide(struct sr_tell_work *w)
{
	size_t n = w->records->claims.nitem;
	struct named *name = SR_NEW(w->mem, struct named, n);

	if (!name)
		return SR_NOMEM;
	if (w->links->ncannot)
		part(w);
	for (uint32_t i = 0; i < w->tellings.nitem; i++)
		w->tellings.items[i].incident = w->tellings.items[i].of;
	for (uint32_t i = 0; i < n; i++)
		name[i] = (struct named){ w->records->claims.items[i].key,
					  w->telling[i] };
	qsort(name, n, sizeof(*name), by_key);
	for (size_t i = 0; i < w->links->nmust; i++) {
		struct named a = { .key = w->links->must[i].a };
		struct named b = { .key = w->links->must[i].b };
		struct named *p = bsearch(&a, name, n, sizeof(*name), by_key);
		struct named *q = bsearch(&b, name, n, sizeof(*name), by_key);
		if (p && q && p->telling != UINT32_MAX &&
		    q->telling != UINT32_MAX)
			unite(w, p->telling, q->telling);
	}
	return SR_OK;
}

/* A telling in the order of the answer. */
struct member {
	const struct sr_telling *t, *centre;
	uint32_t index;
};

/* By incident; the centre first, then by score and key. */
static int by_incident(const void *pa, const void *pb)
{
	const struct member *a = pa, *b = pb;

	if (a->centre != b->centre)
		return sr_leads(a->centre, b->centre) ? -1 : 1;
	if ((a->t == a->centre) != (b->t == b->centre))
		return a->t == a->centre ? -1 : 1;
	if (a->t->score != b->t->score)
		return a->t->score > b->t->score ? -1 : 1;
	return sr_str_order(a->t->key, b->t->key);
}

static int order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_days(const void *pa, const void *pb)
{
	const struct sr_incident *a = pa, *b = pb;
	int c = order(sr_days_known(b->days), sr_days_known(a->days));

	if (c || (c = order(a->days.from, b->days.from)) ||
	    (c = order(a->days.to, b->days.to)))
		return c;
	if (a->place && b->place &&
	    (c = sr_str_order(a->place->name, b->place->name)))
		return c;
	return strcmp(a->id, b->id);
}

static bool put_incident(struct sr_tell_work *w, const struct sr_voices *v,
			 const struct member *m, size_t n,
			 struct sr_incidents *out)
{
	uint32_t *telling = SR_NEW(w->mem, uint32_t, n);
	struct sr_incident *own;

	if (!telling)
		return false;
	if (n == 1 && m[0].t->vague)
		return true;
	own = SR_PUSH(w->mem, &out->items);
	for (size_t i = 0; i < n; i++)
		telling[i] = m[i].index;
	return own && sr_incident_sum(w, v, telling, n, own);
}

static bool gather(struct sr_tell_work *w, const struct sr_voices *voices,
		   struct sr_incidents *out)
{
	size_t n = w->tellings.nitem, from = 0;
	struct member *m = SR_NEW(w->mem, struct member, n);

	if (!m)
		return false;
	for (uint32_t i = 0; i < n; i++)
		m[i] = (struct member){
			&w->tellings.items[i],
			&w->tellings.items[root(w, i)],
			i,
		};
	if (n)
		qsort(m, n, sizeof(*m), by_incident);
	for (size_t i = 1; i <= n; i++) {
		if (i < n && m[i].centre == m[from].centre)
			continue;
		if (!put_incident(w, voices, m + from, i - from, out))
			return false;
		from = i;
	}
	if (out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(*out->items.items), by_days);
	return true;
}

static void number_claims(const struct sr_records *records,
			  struct sr_incidents *out)
{
	for (uint32_t i = 0; i < records->claims.nitem; i++) {
		out->of[i] = SR_NO_INCIDENT;
		out->apart[i] = (uint8_t)sr_claim_apart(
			&records->claims.items[i].claim);
		if (out->apart[i] == SR_APART_NOT)
			out->apart[i] = SR_APART_VAGUE;
	}
	for (uint32_t i = 0; i < out->items.nitem; i++)
		for (uint32_t k = 0; k < out->items.items[i].nclaim; k++) {
			out->of[out->items.items[i].claim[k]] = i;
			out->apart[out->items.items[i].claim[k]] = SR_APART_NOT;
		}
}

enum sr_code sr_incidents(const struct sr_records *records,
			  const struct sr_voices *voices,
			  const struct sr_links *links, struct sr_arena *mem,
			  struct sr_incidents *out, struct sr_err *err)
{
	static const struct sr_links NONE = { NULL, NULL, 0, 0 };
	struct sr_tell_work w = { .records = records,
				  .links = links ? links : &NONE,
				  .mem = mem };

	*out = (struct sr_incidents){ 0 };
	out->of = SR_NEW(mem, uint32_t, records->claims.nitem);
	out->apart = SR_NEW(mem, uint8_t, records->claims.nitem);
	enum sr_code code = out->of && out->apart ? SR_OK : SR_NOMEM;
	if (!code)
		code = sr_tellings(&w);
	if (!code)
		code = sr_star(&w);
	if (!code)
		code = decide(&w);
	if (!code && !gather(&w, voices, out))
		code = SR_NOMEM;
	if (code)
		return sr_fail_nomem(err, "incidents");
	number_claims(records, out);
	return SR_OK;
}
