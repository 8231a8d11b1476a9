/* See incident.h. The order of work: tellings (incident_tell.c), centres
 * (incident_star.c), what people decided, sums (incident_sum.c). */
#include "fuse/incident.h"


#include <stdlib.h>

#include "base/order.h"
#include "fuse/incident_work.h"

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

static int by_days(const void *pa, const void *pb)
{
	const struct sr_incident *a = pa, *b = pb;
	int c = sr_order(sr_days_known(b->days), sr_days_known(a->days));

	if (c || (c = sr_order(a->days.from, b->days.from)) ||
	    (c = sr_order(a->days.to, b->days.to)))
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
			&w->tellings.items[sr_incident_root(w, i)],
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

	sr_arena_init(&w.scratch, mem->limit);
	*out = (struct sr_incidents){ 0 };
	out->of = SR_NEW(mem, uint32_t, records->claims.nitem);
	out->apart = SR_NEW(mem, uint8_t, records->claims.nitem);
	enum sr_code code = out->of && out->apart ? SR_OK : SR_NOMEM;
	if (!code)
		code = sr_tellings(&w);
	if (!code)
		code = sr_star(&w);
	if (!code)
		code = sr_incident_decide(&w);
	if (!code && !gather(&w, voices, out))
		code = SR_NOMEM;
	sr_arena_release(&w.scratch);
	if (code)
		return sr_fail_nomem(err, "incidents");
	number_claims(records, out);
	return SR_OK;
}

/* Claims that are kept, by telling. */
struct entry {
	const struct sr_kept_claim *kept;
	uint32_t claim;
	struct sr_str key;
};

static int by_telling(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	int c = sr_str_order(a->kept->incident, b->kept->incident);

	if (c || (c = sr_order(a->kept->telling, b->kept->telling)))
		return c;
	return sr_str_order(a->key, b->key);
}

/* The tellings as they are kept; `row` of each is put into `of` later. */
static bool put_kept(struct sr_tell_work *w, const struct entry *entry,
		     size_t n)
{
	size_t from = 0, ntelling = 0;

	for (size_t i = 0; i < n; i++)
		ntelling += !i ||
			    entry[i].kept->telling != entry[i - 1].kept->telling;
	/* Room for all at once: a telling is large, and a list that grows
	 * leaves as much again behind it. */
	if (!sr_list_room(w->mem, (void **)&w->tellings.items,
			  &w->tellings.room, ntelling, sizeof(struct sr_telling)))
		return false;
	for (size_t i = 1; i <= n; i++) {
		if (i < n &&
		    entry[i].kept->telling == entry[from].kept->telling)
			continue;
		struct sr_telling *t = SR_PUSH(w->mem, &w->tellings);
		if (!t ||
		    !sr_telling_of(w, w->claim + from, (uint32_t)(i - from), t))
			return false;
		from = i;
	}
	return true;
}

/* Gives the tellings of one incident, [from, to), what they are held to. One
 * whose centre is elsewhere was parted from it by a person. */
static void hold(struct sr_tell_work *w, const struct entry *entry,
		 const uint32_t *first, uint32_t from, uint32_t to)
{
	struct sr_telling *t = w->tellings.items;
	uint32_t root = from;

	for (uint32_t i = from; i < to; i++) {
		const struct sr_kept_claim *k = entry[first[i]].kept;
		t[i].of = i;
		for (uint32_t c = from; c < to; c++)
			if (entry[first[c]].kept->telling == k->centre)
				t[i].of = c;
		t[i].score = t[i].of == i ? 0 : k->score;
		if (t[i].of == i &&
		    (t[root].of != root || sr_leads(&t[i], &t[root])))
			root = i;
	}
	for (uint32_t i = from; i < to; i++)
		t[i].incident = root;
}

static bool hold_all(struct sr_tell_work *w, const struct entry *entry)
{
	uint32_t n = (uint32_t)w->tellings.nitem, from = 0;
	uint32_t *first = SR_NEW(w->mem, uint32_t, n);

	if (!first)
		return false;
	for (uint32_t i = 0; i < n; i++)
		first[i] = w->tellings.items[i].from;
	for (uint32_t i = 1; i <= n; i++) {
		if (i < n && sr_str_equal(entry[first[i]].kept->incident,
					  entry[first[from]].kept->incident))
			continue;
		hold(w, entry, first, from, i);
		from = i;
	}
	return true;
}

enum sr_code sr_incidents_kept(const struct sr_records *records,
			       const struct sr_voices *voices,
			       const struct sr_kept_claim *kept,
			       struct sr_arena *mem, struct sr_incidents *out,
			       struct sr_err *err)
{
	size_t nclaim = records->claims.nitem, n = 0;
	struct sr_tell_work w = { .records = records, .mem = mem };
	struct entry *entry = SR_NEW(mem, struct entry, nclaim);

	*out = (struct sr_incidents){ .of = SR_NEW(mem, uint32_t, nclaim),
				      .apart = SR_NEW(mem, uint8_t, nclaim) };
	w.claim = SR_NEW(mem, uint32_t, nclaim);
	if (!entry || !w.claim || !out->of || !out->apart)
		return sr_fail_nomem(err, "incidents");
	for (uint32_t i = 0; i < nclaim; i++)
		if (kept[i].incident.n)
			entry[n++] = (struct entry){
				&kept[i], i, records->claims.items[i].key
			};
	if (n)
		qsort(entry, n, sizeof(*entry), by_telling);
	for (uint32_t i = 0; i < n; i++)
		w.claim[i] = entry[i].claim;
	sr_arena_init(&w.scratch, mem->limit);
	bool ok = (!n || put_kept(&w, entry, n)) && hold_all(&w, entry) &&
		  gather(&w, voices, out);
	sr_arena_release(&w.scratch);
	if (!ok)
		return sr_fail_nomem(err, "incidents");
	number_claims(records, out);
	return SR_OK;
}
