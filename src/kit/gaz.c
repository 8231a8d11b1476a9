/* See gaz.h. A look-up: the top bits of the hash give a bucket of 8 keys on
 * average, searched in halves; its value is a place or a list of places. */
#include "kit/gaz.h"

#include <sha2.h>

#include "base/compiler.h"

#define MOST_PLACES 0x3FFFFFFFu
#define MOST_NEAR_KM 300.0
#define KM_PER_DEGREE 111.0
#define K1_LEAST 4    /* symbols of a k1 that says enough */
#define K2_LEAST 4    /* consonants */
#define K2_DISTANCE 2 /* and one less for a short key */
#define K2_LONG 8

/* Opening */

/* Takes n * size bytes off the front of *rest; NULL when they aren't there. */
static const void *take(struct sr_str *rest, uint64_t n, uint64_t size)
{
	const char *p = rest->s;

	if (n > rest->n / size)
		return NULL;
	uint64_t bytes = (n * size + 7) / 8 * 8;
	if (bytes > rest->n)
		return NULL;
	rest->s += bytes;
	rest->n -= bytes;
	return p;
}

bool sr_gaz_open(struct sr_gaz *g, const void *bytes, size_t n)
{
	struct sr_str rest = { bytes, n };
	const struct sr_gaz_header *h = bytes ? take(&rest, 1, sizeof(*h))
					      : NULL;

	*g = (struct sr_gaz){ .header = NULL };
	if (!h || (uintptr_t)bytes % 8 || h->magic != SR_GAZ_MAGIC ||
	    h->version != SR_GAZ_VERSION || h->bits < 1 || h->bits > 30 ||
	    h->filter_bits < 1 || h->filter_bits > 30 ||
	    h->nplace > MOST_PLACES || h->nfeature > SR_GAZ_MAX_FEATURES ||
	    h->source[sizeof(h->source) - 1] != '\0' ||
	    h->hash[sizeof(h->hash) - 1] != '\0')
		return false;
	g->header = h;
	g->feature = take(&rest, h->nfeature, SR_GAZ_FEATURE);
	g->grid = take(&rest, SR_GAZ_CELLS + 1, sizeof(*g->grid));
	g->record = take(&rest, h->nplace, sizeof(*g->record));
	g->hash = take(&rest, h->nkey, sizeof(*g->hash));
	g->value = take(&rest, h->nkey, sizeof(*g->value));
	g->bucket =
		take(&rest, ((uint64_t)1 << h->bits) + 1, sizeof(*g->bucket));
	g->filter =
		take(&rest, (uint64_t)1 << h->filter_bits, sizeof(*g->filter));
	g->posting = take(&rest, h->npost, sizeof(*g->posting));
	g->area = take(&rest, h->narea, 2 * sizeof(*g->area));
	g->name = take(&rest, h->name_size, 1);
	g->shift = 64 - h->bits;
	g->filter_shift = 64 - h->filter_bits;
	if (g->feature && g->grid && g->record && g->hash && g->value &&
	    g->bucket && g->filter && g->posting && g->area && g->name)
		return true;
	g->header = NULL;
	return false;
}

void sr_gaz_hash_kit(const struct sr_gaz *g, const char kit[72], char out[72])
{
	SHA2_CTX sha;

	SHA256Init(&sha);
	SHA256Update(&sha, (const uint8_t *)kit, 72);
	SHA256Update(&sha, (const uint8_t *)g->header->hash, 72);
	SHA256End(&sha, out);
}

size_t sr_gaz_count(const struct sr_gaz *g)
{
	return g->header ? g->header->nplace : 0;
}

/* Places */

struct sr_str sr_gaz_text(const struct sr_gaz *g, uint32_t at)
{
	uint32_t size = g->header->name_size;

	if (at >= size || (unsigned char)g->name[at] > size - at - 1)
		return (struct sr_str){ NULL, 0 };
	return (struct sr_str){ g->name + at + 1, (unsigned char)g->name[at] };
}

static struct sr_str feature_at(const struct sr_gaz *g, uint8_t i)
{
	const char *code = g->feature + i * SR_GAZ_FEATURE;
	size_t n = 0;

	if (i >= g->header->nfeature)
		return (struct sr_str){ "", 0 };
	while (n < SR_GAZ_FEATURE && code[n])
		n++;
	return (struct sr_str){ code, n };
}

static struct sr_point point_of(const struct sr_gaz_record *r)
{
	struct sr_point p = { r->lat / 1e7, r->lon / 1e7 };

	return sr_point_valid(p) ? p : (struct sr_point){ 0, 0 };
}

void sr_gaz_record_read(const struct sr_gaz *g, const struct sr_gaz_record *r,
			uint32_t index, struct sr_gaz_place *p)
{
	*p = (struct sr_gaz_place){
		.id = r->id,
		.country = { r->country, r->country[0] ? 2 : 0 },
		.feature = feature_at(g, r->feature),
		.at = point_of(r),
		.population = r->population,
		.index = index,
		.admin1_index = r->admin1,
		.admin2_index = r->admin2,
		.radius_km = r->radius / 10.0,
		.nalternate = r->nalternate,
		.feature_index = r->feature,
		.name_at = r->name,
	};
}

bool sr_gaz_place_bare(const struct sr_gaz *g, uint32_t index,
		       struct sr_gaz_place *p)
{
	if (!g->header || index >= g->header->nplace)
		return false;
	sr_gaz_record_read(g, &g->record[index], index, p);
	return true;
}

struct sr_str sr_gaz_place_name(const struct sr_gaz *g, uint32_t index)
{
	if (!g->header || index >= g->header->nplace)
		return (struct sr_str){ NULL, 0 };
	return sr_gaz_text(g, g->record[index].name);
}

bool sr_gaz_place(const struct sr_gaz *g, uint32_t index,
		  struct sr_gaz_place *p)
{
	if (!sr_gaz_place_bare(g, index, p))
		return false;
	p->name = sr_gaz_place_name(g, index);
	p->admin1 = sr_gaz_place_name(g, p->admin1_index);
	return true;
}

/* Names */

uint64_t sr_gaz_hash(enum sr_gaz_tier tier, struct sr_str key)
{
	uint64_t h = sr_hash(key.s, key.n) + (uint64_t)tier;

	/* The finish of MurmurHash3 (Appleby): buckets go by the top bits. */
	h = (h ^ h >> 33) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53u;
	return h ^ h >> 33;
}

struct sr_gaz_found sr_gaz_entries(const struct sr_gaz *g, uint32_t key)
{
	struct sr_gaz_found none = { NULL, 0 };
	uint32_t v = g->value[key];

	if (v & SR_GAZ_SINGLE)
		return (struct sr_gaz_found){ &g->value[key], 1 };
	if (v >= g->header->npost || g->posting[v] > g->header->npost - v - 1)
		return none;
	return (struct sr_gaz_found){ &g->posting[v + 1], g->posting[v] };
}

void sr_gaz_fetch(const struct sr_gaz *g, uint64_t h)
{
	SR_PREFETCH(&g->filter[h >> g->filter_shift]);
	SR_PREFETCH(&g->bucket[h >> g->shift]);
}

static bool may_have(const struct sr_gaz *g, uint64_t h)
{
	uint64_t bits = sr_gaz_filter_bits(h);

	return (g->filter[h >> g->filter_shift] & bits) == bits;
}

bool sr_gaz_fetch_key(const struct sr_gaz *g, uint64_t h)
{
	if (!may_have(g, h))
		return false;
	uint32_t lo = g->bucket[h >> g->shift];
	uint32_t hi = g->bucket[(h >> g->shift) + 1];
	if (lo < hi && hi <= g->header->nkey) {
		SR_PREFETCH(&g->hash[lo + (hi - lo) / 2]);
		SR_PREFETCH(&g->value[lo + (hi - lo) / 2]);
	}
	return true;
}

struct sr_gaz_found sr_gaz_find_hash(const struct sr_gaz *g, uint64_t h)
{
	uint64_t b = h >> g->shift;

	if (!may_have(g, h))
		return (struct sr_gaz_found){ NULL, 0 };
	uint32_t lo = g->bucket[b], hi = g->bucket[b + 1];

	if (hi > g->header->nkey)
		hi = g->header->nkey;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		if (g->hash[mid] == h)
			return sr_gaz_entries(g, mid);
		if (g->hash[mid] < h)
			lo = mid + 1;
		else
			hi = mid;
	}
	return (struct sr_gaz_found){ NULL, 0 };
}

void sr_gaz_ask(struct sr_gaz_query *q, struct sr_str name)
{
	sr_spell_fold(name, &q->fold);
	q->have_k1 = false;
}

static void need_k1(struct sr_gaz_query *q)
{
	if (q->have_k1)
		return;
	sr_spell_k1(&q->fold, &q->k1);
	sr_spell_k2(&q->k1, &q->k2);
	q->have_k1 = true;
}

bool sr_gaz_query_hash(const struct sr_gaz *g, struct sr_gaz_query *q,
		       enum sr_gaz_tier tier, uint64_t *hash)
{
	struct sr_str key = { q->fold.s, q->fold.n };
	bool ask = key.n && g->header;

	switch (tier) {
	case SR_GAZ_EXACT:
		break;
	case SR_GAZ_BARE:
		key = sr_spell_bare(&q->fold);
		ask = ask && key.n;
		tier = SR_GAZ_EXACT;
		break;
	case SR_GAZ_K1:
		need_k1(q);
		key = (struct sr_str){ q->k1.s, q->k1.n };
		ask = ask && key.n >= K1_LEAST;
		break;
	case SR_GAZ_K2:
		need_k1(q);
		key = (struct sr_str){ q->k2.s, q->k2.n };
		ask = ask && sr_spell_consonants(&q->k2) >= K2_LEAST;
		break;
	case SR_GAZ_NTIER:
		ask = false;
	}
	if (ask)
		*hash = sr_gaz_hash(tier, key);
	return ask;
}

struct sr_gaz_found sr_gaz_find(const struct sr_gaz *g, struct sr_gaz_query *q,
				enum sr_gaz_tier tier)
{
	uint64_t hash;

	return sr_gaz_query_hash(g, q, tier, &hash)
		       ? sr_gaz_find_hash(g, hash)
		       : (struct sr_gaz_found){ NULL, 0 };
}

bool sr_gaz_close(const struct sr_gaz *g, const struct sr_gaz_query *q,
		  uint32_t index)
{
	struct sr_gaz_place p;
	struct sr_gaz_query own;

	if (!q->have_k1 || !sr_gaz_place(g, index, &p))
		return false;
	sr_gaz_ask(&own, p.name);
	need_k1(&own);
	unsigned most = q->k1.n < K2_LONG ? K2_DISTANCE - 1 : K2_DISTANCE;
	return sr_spell_distance(&own.k1, &q->k1, most) <= most;
}

static uint32_t clamp(double v, uint32_t most)
{
	return v <= 0 ? 0 : v >= most ? most : (uint32_t)v;
}

uint32_t sr_gaz_at(const struct sr_gaz *g, struct sr_point at, int64_t id)
{
	if (!id || !sr_point_valid(at))
		return SR_GAZ_NONE;
	uint32_t row = clamp(at.lat + 90, 179);
	uint32_t cell = row * 360 + clamp(at.lon + 180, 359);
	uint32_t to = g->grid[cell + 1];
	to = to > g->header->nplace ? g->header->nplace : to;
	for (uint32_t i = g->grid[cell]; i < to; i++)
		if (g->record[i].id == id)
			return i;
	return SR_GAZ_NONE;
}

/* Near a point */

struct nearest {
	struct sr_point at;
	uint32_t index;
	double best; /* km, made longer for small places */
	double cos;  /* of the latitude, less at the far side of the row */
};

#define RADIAN (3.14159265358979 / 180)
#define LARGE_KM 7.0 /* no place is so much larger that it counts for more */

/* Is b certainly farther than so many km from a? By less than the haversine:
 * sin x is at least x - x^3 / 6, so that sin^2 x is at least x^2 - x^4 / 3. */
static bool is_farther(const struct nearest *n, struct sr_point b, double km)
{
	double y = (b.lat - n->at.lat) * RADIAN / 2;
	double x = (b.lon - n->at.lon) * RADIAN / 2;
	double h = y * y * (1 - y * y / 3) +
		   n->cos * x * x * (1 - x * x / 3);
	double arc = (km + 0.1) / 12742; /* half of it, above its sine */

	return h > arc * arc;
}

/* A town of 100,000 counts as if it lay a few km nearer than a hamlet. */
static double weighted(double km, uint32_t population)
{
	double w = 0;

	for (; population >= 1000; population /= 10)
		w += 1;
	return km - w < 0 ? 0 : km - w;
}

static void look_in_cell(const struct sr_gaz *g, long row, long column,
			 double most, struct nearest *n)
{
	column = (column % 360 + 360) % 360;
	uint32_t cell = (uint32_t)(row * 360 + column);
	uint32_t to = g->grid[cell + 1];

	if (to > g->header->nplace)
		to = g->header->nplace;
	for (uint32_t i = g->grid[cell]; i < to; i++) {
		const struct sr_gaz_record *r = &g->record[i];
		if (feature_at(g, r->feature).s[0] != 'P')
			continue;
		struct sr_point p = point_of(r);
		double limit = n->index == SR_GAZ_NONE ? most
						       : n->best + LARGE_KM;
		if (is_farther(n, p, limit < most ? limit : most))
			continue;
		double km = sr_geo_rough_km(n->at, p);
		if (km > most)
			continue;
		km = weighted(km, r->population);
		if (n->index == SR_GAZ_NONE || km < n->best) {
			n->index = i;
			n->best = km;
		}
	}
}

/* The least cosine of latitude in a row: of its end that is nearer a pole. */
static double least_cos(long row)
{
	double far = row < 90 ? 90 - (double)row : (double)row - 89;
	double c = sr_cos(far * RADIAN);

	return c < 0 ? 0 : c;
}

uint32_t sr_gaz_nearest(const struct sr_gaz *g, struct sr_point at, double km)
{
	struct nearest n = { .at = at, .index = SR_GAZ_NONE };

	if (!g->header || !sr_point_valid(at))
		return SR_GAZ_NONE;
	if (km > MOST_NEAR_KM)
		km = MOST_NEAR_KM;
	double c = sr_cos(at.lat * 3.14159265358979 / 180);
	long rows = (long)(km / KM_PER_DEGREE) + 1;
	long columns = (long)(km / KM_PER_DEGREE / (c < 0.02 ? 0.02 : c)) + 1;
	if (columns > 179)
		columns = 179;
	long row0 = (long)(at.lat + 90), column0 = (long)(at.lon + 180);
	for (long r = row0 - rows; r <= row0 + rows; r++) {
		if (r < 0 || r > 179)
			continue;
		n.cos = c * least_cos(r);
		for (long c0 = column0 - columns; c0 <= column0 + columns; c0++)
			look_in_cell(g, r, c0, km, &n);
	}
	return n.index;
}
