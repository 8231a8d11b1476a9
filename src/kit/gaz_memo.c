#include "kit/gaz_memo.h"

_Static_assert(sizeof(struct sr_gaz_kept) == SR_GAZ_MEMO_LINE &&
		       sizeof(struct sr_gaz_seen) == SR_GAZ_MEMO_LINE,
	       "a slot is a line");

#define RADIAN (3.14159265358979323846 / 180)

/* By where it lies, too: entries are told by their places in it. */
static bool is_of(const struct sr_gaz_memo *m, const struct sr_gaz *g)
{
	return m->header == g->header &&
	       (!g->header ||
		memcmp(m->hash, g->header->hash, sizeof(m->hash)) == 0);
}

/* So many zeroed slots, along lines; NULL: no memory. */
static void *slots(struct sr_arena *mem, size_t n)
{
	char *p = sr_arena_zero(mem, n + 1, SR_GAZ_MEMO_LINE);
	size_t over = (uintptr_t)p % SR_GAZ_MEMO_LINE;

	return p && over ? p + SR_GAZ_MEMO_LINE - over : p;
}

static struct sr_gaz_memo *new_memo(struct sr_arena *mem)
{
	struct sr_gaz_memo *m = SR_NEW(mem, struct sr_gaz_memo, 1);

	if (!m)
		return NULL;
	m->kept = slots(mem, SR_GAZ_MEMO_NAMES);
	m->seen = slots(mem, SR_GAZ_MEMO_PLACES);
	return m->kept && m->seen ? m : NULL;
}

static void empty(struct sr_gaz_memo *m)
{
	memset(m->kept, 0, SR_GAZ_MEMO_NAMES * sizeof(*m->kept));
	memset(m->seen, 0, SR_GAZ_MEMO_PLACES * sizeof(*m->seen));
}

struct sr_gaz_memo *sr_gaz_memo_of(struct sr_doc *doc, const struct sr_gaz *g)
{
	struct sr_gaz_memo *m = doc->gaz_memo;

	if (m && is_of(m, g))
		return m;
	if (m)
		empty(m);
	else
		m = doc->gaz_memo = new_memo(&doc->kept);
	if (!m)
		return NULL;
	m->header = g->header;
	memset(m->hash, 0, sizeof(m->hash));
	if (g->header)
		memcpy(m->hash, g->header->hash, sizeof(m->hash));
	return m;
}

static struct sr_gaz_kept *slot_of(const struct sr_gaz_memo *memo,
				   struct sr_str text)
{
	return &memo->kept[sr_hash_quick(text.s, text.n) &
			   (SR_GAZ_MEMO_NAMES - 1)];
}

static bool is_kept(const struct sr_gaz_kept *k, struct sr_str text)
{
	return k->n == text.n && memcmp(k->name, text.s, text.n) == 0;
}

void sr_gaz_name_init(struct sr_gaz_name *name, struct sr_gaz_memo *memo,
		      struct sr_str text)
{
	name->text = text;
	name->have = false;
	name->kept = NULL;
	if (text.n == 0 || text.n > SR_GAZ_MEMO_NAME)
		return;
	struct sr_gaz_kept *k = slot_of(memo, text);
	name->kept = k;
	if (is_kept(k, text))
		return;
	memcpy(k->name, text.s, text.n);
	k->n = (uint8_t)text.n;
	k->asked = k->close = 0;
}

struct sr_gaz_query *sr_gaz_name_query(struct sr_gaz_name *name)
{
	if (!name->have)
		sr_gaz_ask(&name->query, name->text);
	name->have = true;
	return &name->query;
}

static void keep(struct sr_gaz_kept *k, const struct sr_gaz *g,
		 enum sr_gaz_tier tier, struct sr_gaz_found f)
{
	k->asked |= (uint8_t)(1u << tier);
	k->at[tier] = f.n ? (uint32_t)(f.entry - (const uint32_t *)g->header)
			  : 0;
	k->count[tier] = (uint32_t)f.n;
}

struct sr_gaz_found sr_gaz_name_find(const struct sr_gaz *g,
				     struct sr_gaz_name *name,
				     enum sr_gaz_tier tier)
{
	struct sr_gaz_kept *k = tier < SR_GAZ_K2 ? name->kept : NULL;
	const uint32_t *base = (const uint32_t *)g->header;

	if (k && k->asked >> tier & 1)
		return (struct sr_gaz_found){
			k->count[tier] ? base + k->at[tier] : NULL,
			k->count[tier]
		};
	struct sr_gaz_found f = sr_gaz_find(g, sr_gaz_name_query(name), tier);
	if (k)
		keep(k, g, tier, f);
	return f;
}

/* A name that memory is waited for. */
struct waiting {
	struct sr_str text;
	struct sr_gaz_kept *kept;
	uint64_t hash;
};

/* Those of the names that are new; gives how many. */
static size_t new_names(struct sr_gaz_memo *memo, const struct sr_gaz *g,
			const struct sr_str *name, size_t n, struct waiting *w)
{
	struct sr_gaz_name one;
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		SR_PREFETCH(slot_of(memo, name[i]));
	for (size_t i = 0; i < n; i++) {
		sr_gaz_name_init(&one, memo, name[i]);
		if (!one.kept || one.kept->asked >> SR_GAZ_EXACT & 1 ||
		    !sr_gaz_query_hash(g, sr_gaz_name_query(&one), SR_GAZ_EXACT,
				       &w[k].hash))
			continue;
		w[k].text = name[i];
		w[k].kept = one.kept;
		sr_gaz_fetch(g, w[k++].hash);
	}
	return k;
}

void sr_gaz_memo_ahead(struct sr_gaz_memo *memo, const struct sr_gaz *g,
		       const struct sr_str *name, size_t n)
{
	struct waiting w[SR_GAZ_MEMO_AHEAD];

	n = new_names(memo, g, name, n, w);
	for (size_t i = 0; i < n; i++)
		sr_gaz_fetch_key(g, w[i].hash);
	for (size_t i = 0; i < n; i++)
		if (is_kept(w[i].kept, w[i].text)) /* none took its slot */
			keep(w[i].kept, g, SR_GAZ_EXACT,
			     sr_gaz_find_hash(g, w[i].hash));
}

static bool any_close(const struct sr_gaz *g, struct sr_gaz_name *name)
{
	/* What is close is told by the keys: they must be made. */
	struct sr_gaz_query *q = sr_gaz_name_query(name);
	struct sr_gaz_found f = sr_gaz_find(g, q, SR_GAZ_K2);

	for (size_t i = 0; i < f.n; i++)
		if (sr_gaz_close(g, q, sr_gaz_index(f.entry[i])))
			return true;
	return false;
}

bool sr_gaz_name_known(const struct sr_gaz *g, struct sr_gaz_name *name,
		       enum sr_gaz_tier tier)
{
	struct sr_gaz_kept *k = name->kept;

	if (tier != SR_GAZ_K2)
		return sr_gaz_name_find(g, name, tier).n > 0;
	if (k && k->close)
		return k->close == 2;
	bool close = any_close(g, name);
	if (k)
		k->close = close ? 2 : 1;
	return close;
}

/* The lower bits of an index are its slot; above them what tells it from others
 * of that slot, 0 for those so high that they aren't kept. */
static uint16_t tag_of(uint32_t index)
{
	uint32_t tag = index / SR_GAZ_MEMO_PLACES + 1;

	return tag <= UINT16_MAX ? (uint16_t)tag : 0;
}

bool sr_gaz_memo_place(struct sr_gaz_memo *memo, const struct sr_gaz *g,
		       uint32_t index, struct sr_gaz_place *p,
		       struct sr_gaz_vector *v)
{
	struct sr_gaz_seen *s = &memo->seen[index & (SR_GAZ_MEMO_PLACES - 1)];
	uint16_t tag = tag_of(index), own;

	memcpy(&own, s->r.pad, sizeof(own));
	if (tag && own == tag) {
		sr_gaz_record_read(g, &s->r, index, p);
		*v = s->v;
		return true;
	}
	if (!sr_gaz_place_bare(g, index, p))
		return false;
	double lat = p->at.lat * RADIAN, lon = p->at.lon * RADIAN;
	s->v = (struct sr_gaz_vector){ sr_cos(lat) * sr_cos(lon),
				       sr_cos(lat) * sr_sin(lon), sr_sin(lat) };
	s->r = g->record[index];
	memcpy(s->r.pad, &tag, sizeof(tag));
	*v = s->v;
	return true;
}
