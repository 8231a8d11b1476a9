/* See gaz_write.h. Places are ordered by the cell of the globe they lie in, so
 * that the grid is one offset a cell; keys by their hash, four passes of a
 * radix sort of 16 bits (1.5 million keys: 0.1 s). */
#include "kit/gaz_write.h"

#include <sha2.h>
#include <stdlib.h>

#include "base/compiler.h"

#define MOST_PAIRS ((size_t)200 << 20)
#define KEYS_PER_BUCKET 8
#define FILTER_BITS 8 /* at least so many for each key */
#define DIGITS 65536u

void sr_gaz_writer_init(struct sr_gaz_writer *w, struct sr_arena *mem)
{
	*w = (struct sr_gaz_writer){ .mem = mem };
}

void sr_gaz_writer_release(struct sr_gaz_writer *w)
{
	free(w->pair);
	*w = (struct sr_gaz_writer){ .mem = w->mem };
}

uint32_t sr_gaz_add(struct sr_gaz_writer *w, const struct sr_gaz_entry *e)
{
	struct sr_gaz_entry *own = SR_PUSH(w->mem, &w->entries);

	if (!own || w->entries.nitem > sr_gaz_index(UINT32_MAX)) {
		w->failed = true;
		return SR_GAZ_NONE;
	}
	*own = *e;
	return (uint32_t)w->entries.nitem - 1;
}

void sr_gaz_add_hash(struct sr_gaz_writer *w, uint32_t entry, uint64_t hash,
		     bool main)
{
	if (w->npair == w->room) {
		size_t room = w->room ? w->room * 2 : 1 << 16;
		struct sr_gaz_pair *p =
			room > MOST_PAIRS ? NULL
					  : realloc(w->pair, room * sizeof(*p));
		if (!p) {
			w->failed = true;
			return;
		}
		w->pair = p;
		w->room = room;
	}
	w->pair[w->npair++] =
		(struct sr_gaz_pair){ (uint32_t)(hash >> 32), (uint32_t)hash,
				      entry | (main ? SR_GAZ_MAIN : 0) };
}

static void add_key(struct sr_gaz_writer *w, uint32_t entry,
		    enum sr_gaz_tier tier, struct sr_str key, bool main)
{
	if (key.n)
		sr_gaz_add_hash(w, entry, sr_gaz_hash(tier, key), main);
}

void sr_gaz_add_name(struct sr_gaz_writer *w, uint32_t entry,
		     struct sr_str name, bool main)
{
	struct sr_key fold, bare, k1, k2;

	if (entry >= w->entries.nitem)
		return;
	sr_spell_fold(name, &fold);
	sr_spell_k1(&fold, &k1);
	add_key(w, entry, SR_GAZ_EXACT, (struct sr_str){ fold.s, fold.n },
		main);
	add_key(w, entry, SR_GAZ_K1, (struct sr_str){ k1.s, k1.n }, main);
	if (main) {
		sr_spell_k2(&k1, &k2);
		add_key(w, entry, SR_GAZ_K2, (struct sr_str){ k2.s, k2.n },
			main);
	}
	struct sr_str rest = sr_spell_bare(&fold);
	if (rest.n) {
		memcpy(bare.s, rest.s, rest.n);
		bare.n = rest.n;
		sr_spell_k1(&bare, &k1);
		add_key(w, entry, SR_GAZ_EXACT, rest, false);
		add_key(w, entry, SR_GAZ_K1, (struct sr_str){ k1.s, k1.n },
			false);
	}
	w->entries.items[entry].nalternate++;
}

/* Order of the places */

struct place_order {
	uint32_t cell, entry;
	int64_t id;
};

static uint32_t cell_of(struct sr_point p)
{
	uint32_t row = (uint32_t)(p.lat + 90), column = (uint32_t)(p.lon + 180);

	return (row > 179 ? 179 : row) * 360 + (column > 359 ? 359 : column);
}

static int order_places(const void *a, const void *b)
{
	const struct place_order *x = a, *y = b;

	if (x->cell != y->cell)
		return x->cell < y->cell ? -1 : 1;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

struct finish {
	struct sr_gaz_writer *w;
	struct sr_gaz_header head;
	uint32_t *index; /* of each entry among the places, SR_GAZ_NONE */
	uint32_t *entry; /* of each place */
	uint32_t *grid;
	struct sr_gaz_record *record;
	char feature[SR_GAZ_MAX_FEATURES][SR_GAZ_FEATURE];
	SR_LIST(uint64_t) hashes;
	SR_LIST(uint32_t) values, postings, areas;
	SR_LIST(char) names;
	uint32_t *name_slot; /* offset of a name + 1; by hash */
	size_t nname_slot, nname;
	uint32_t *bucket;
	uint64_t *filter;
};

static bool number_places(struct finish *f)
{
	struct sr_gaz_writer *w = f->w;
	size_t n = w->entries.nitem, k = 0;
	struct place_order *o = SR_NEW(w->mem, struct place_order, n);

	f->index = SR_NEW(w->mem, uint32_t, n);
	f->entry = SR_NEW(w->mem, uint32_t, n);
	f->grid = SR_NEW(w->mem, uint32_t, SR_GAZ_CELLS + 1);
	if (!o || !f->index || !f->entry || !f->grid)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		const struct sr_gaz_entry *e = &w->entries.items[i];
		f->index[i] = SR_GAZ_NONE;
		if (!e->dropped)
			o[k++] = (struct place_order){ cell_of(e->at), i,
						       e->id };
	}
	qsort(o, k, sizeof(*o), order_places);
	for (uint32_t i = 0; i < k; i++) {
		f->index[o[i].entry] = i;
		f->entry[i] = o[i].entry;
		f->grid[o[i].cell + 1]++;
	}
	for (uint32_t c = 0; c < SR_GAZ_CELLS; c++)
		f->grid[c + 1] += f->grid[c];
	f->head.nplace = (uint32_t)k;
	return true;
}

/* Names and records */

static bool grow_names(struct finish *f)
{
	size_t n = f->nname_slot ? f->nname_slot * 2 : 1 << 16;
	uint32_t *slot = SR_NEW(f->w->mem, uint32_t, n);

	if (!slot)
		return false;
	for (size_t i = 0; i < f->nname_slot; i++) {
		if (!f->name_slot[i])
			continue;
		const char *p = f->names.items + f->name_slot[i] - 1;
		size_t at = sr_hash(p + 1, (unsigned char)*p) & (n - 1);
		while (slot[at])
			at = (at + 1) & (n - 1);
		slot[at] = f->name_slot[i];
	}
	f->name_slot = slot;
	f->nname_slot = n;
	return true;
}

static bool push_name(struct finish *f, struct sr_str s)
{
	for (size_t i = 0; i <= s.n; i++) {
		char *c = SR_PUSH(f->w->mem, &f->names);
		if (!c)
			return false;
		*c = i ? s.s[i - 1] : (char)s.n;
	}
	return true;
}

/* The offset of a name, put in once; false when memory ran out. */
static bool name_offset(struct finish *f, struct sr_str s, uint32_t *at)
{
	if (s.n > 255)
		s.n = 0;
	if (f->nname * 2 >= f->nname_slot && !grow_names(f))
		return false;
	size_t i = sr_hash(s.s, s.n) & (f->nname_slot - 1);
	for (; f->name_slot[i]; i = (i + 1) & (f->nname_slot - 1)) {
		const char *p = f->names.items + f->name_slot[i] - 1;
		struct sr_str have = { p + 1, (unsigned char)*p };
		if (sr_str_equal(have, s)) {
			*at = f->name_slot[i] - 1;
			return true;
		}
	}
	*at = (uint32_t)f->names.nitem;
	f->name_slot[i] = *at + 1;
	f->nname++;
	return push_name(f, s);
}

static uint8_t feature_index(struct finish *f, struct sr_str code)
{
	char want[SR_GAZ_FEATURE] = { 0 };
	uint32_t i = 0;

	memcpy(want, code.s, code.n < sizeof(want) ? code.n : sizeof(want));
	while (i < f->head.nfeature &&
	       memcmp(f->feature[i], want, sizeof(want)) != 0)
		i++;
	if (i == f->head.nfeature && i < SR_GAZ_MAX_FEATURES)
		memcpy(f->feature[f->head.nfeature++], want, sizeof(want));
	return (uint8_t)(i < SR_GAZ_MAX_FEATURES ? i : UINT8_MAX);
}

static int32_t degrees(double v)
{
	return (int32_t)(v * 1e7 + (v < 0 ? -0.5 : 0.5));
}

static uint32_t moved(const struct finish *f, uint32_t entry)
{
	return entry < f->w->entries.nitem ? f->index[entry] : SR_GAZ_NONE;
}

static bool put_record(struct finish *f, uint32_t i)
{
	const struct sr_gaz_entry *e = &f->w->entries.items[f->entry[i]];
	struct sr_gaz_record *r = &f->record[i];
	double radius = e->radius_km * 10 + 0.5;
	uint32_t *area;

	*r = (struct sr_gaz_record){
		.id = e->id,
		.lat = degrees(e->at.lat),
		.lon = degrees(e->at.lon),
		.population = e->population,
		.admin1 = moved(f, e->admin1),
		.admin2 = moved(f, e->admin2),
		.country = { e->country[0], e->country[1] },
		.radius = (uint16_t)(radius < 65535 ? radius : 65535),
		.feature = feature_index(f, e->feature),
		.nalternate =
			(uint8_t)(e->nalternate < 255 ? e->nalternate : 255),
	};
	if (!name_offset(f, e->name, &r->name))
		return false;
	if (!e->code.n)
		return true;
	uint32_t code;
	if (!name_offset(f, e->code, &code) ||
	    !(area = SR_PUSH(f->w->mem, &f->areas)))
		return false;
	*area = i;
	if (!(area = SR_PUSH(f->w->mem, &f->areas)))
		return false;
	*area = code;
	return true;
}

static bool put_records(struct finish *f)
{
	f->record = SR_NEW(f->w->mem, struct sr_gaz_record, f->head.nplace);
	if (!f->record)
		return false;
	for (uint32_t i = 0; i < f->head.nplace; i++)
		if (!put_record(f, i))
			return false;
	return true;
}

/* Keys */

static uint32_t digit(const struct sr_gaz_pair *p, int pass)
{
	uint32_t half = pass < 2 ? p->low : p->high;

	return pass & 1 ? half >> 16 : half & 0xFFFF;
}

static bool sort_pairs(struct sr_gaz_writer *w)
{
	struct sr_gaz_pair *to = malloc((w->npair + 1) * sizeof(*to));
	size_t *count = malloc((DIGITS + 1) * sizeof(*count));

	for (int pass = 0; to && count && pass < 4; pass++) {
		memset(count, 0, (DIGITS + 1) * sizeof(*count));
		for (size_t i = 0; i < w->npair; i++)
			count[digit(&w->pair[i], pass) + 1]++;
		for (uint32_t d = 0; d < DIGITS; d++)
			count[d + 1] += count[d];
		for (size_t i = 0; i < w->npair; i++)
			to[count[digit(&w->pair[i], pass)]++] = w->pair[i];
		struct sr_gaz_pair *t = w->pair;
		w->pair = to;
		to = t;
	}
	bool ok = to && count;
	free(to);
	free(count);
	if (ok)
		w->room = w->npair + 1;
	return ok;
}

/* Main names first, then larger places. By the bits of `rank`. */
struct ranked {
	uint32_t value, population;
};

static int order_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	bool xm = x->value & SR_GAZ_MAIN, ym = y->value & SR_GAZ_MAIN;

	if (xm != ym)
		return xm ? -1 : 1;
	if (x->population != y->population)
		return x->population > y->population ? -1 : 1;
	return x->value < y->value ? -1 : x->value > y->value;
}

static int order_values(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	uint32_t xi = sr_gaz_index(x->value), yi = sr_gaz_index(y->value);

	if (xi != yi)
		return xi < yi ? -1 : 1;
	return order_ranked(a, b);
}

/* The pairs of one key to their distinct places, best first. */
static size_t rank(const struct finish *f, const struct sr_gaz_pair *p,
		   size_t n, struct ranked *out)
{
	size_t k = 0, kept = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t entry = sr_gaz_index(p[i].value);
		uint32_t place = f->index[entry];
		if (place == SR_GAZ_NONE)
			continue;
		out[k++] = (struct ranked){
			place | (p[i].value & SR_GAZ_MAIN),
			f->w->entries.items[entry].population
		};
	}
	qsort(out, k, sizeof(*out), order_values);
	for (size_t i = 0; i < k; i++)
		if (!kept || sr_gaz_index(out[i].value) !=
				     sr_gaz_index(out[kept - 1].value))
			out[kept++] = out[i];
	qsort(out, kept, sizeof(*out), order_ranked);
	return kept;
}

static bool put_key(struct finish *f, uint64_t hash, const struct ranked *r,
		    size_t n)
{
	struct sr_arena *mem = f->w->mem;
	uint64_t *h = SR_PUSH(mem, &f->hashes);
	uint32_t *v = SR_PUSH(mem, &f->values);

	if (!h || !v)
		return false;
	*h = hash;
	if (n == 1) {
		*v = r[0].value | SR_GAZ_SINGLE;
		return true;
	}
	*v = (uint32_t)f->postings.nitem;
	for (size_t i = 0; i <= n; i++) {
		uint32_t *p = SR_PUSH(mem, &f->postings);
		if (!p)
			return false;
		*p = i ? r[i - 1].value : (uint32_t)n;
	}
	return true;
}

static bool put_keys(struct finish *f)
{
	const struct sr_gaz_writer *w = f->w;
	struct ranked *r = NULL;
	size_t room = 0;

	for (size_t i = 0, to; i < w->npair; i = to) {
		const struct sr_gaz_pair *p = &w->pair[i];
		for (to = i + 1; to < w->npair && w->pair[to].low == p->low &&
				 w->pair[to].high == p->high;)
			to++;
		if (to - i > room) {
			room = (to - i) * 2;
			r = SR_NEW(w->mem, struct ranked, room);
			if (!r)
				return false;
		}
		size_t n = rank(f, p, to - i, r);
		uint64_t hash = (uint64_t)p->high << 32 | p->low;
		if (n && !put_key(f, hash, r, n))
			return false;
	}
	return true;
}

static bool put_buckets(struct finish *f)
{
	size_t n = f->hashes.nitem;

	f->head.bits = 1;
	while (((size_t)KEYS_PER_BUCKET << f->head.bits) < n &&
	       f->head.bits < 30)
		f->head.bits++;
	size_t nbucket = (size_t)1 << f->head.bits;
	f->bucket = SR_NEW(f->w->mem, uint32_t, nbucket + 1);
	if (!f->bucket)
		return false;
	for (size_t i = 0; i < n; i++)
		f->bucket[(f->hashes.items[i] >> (64 - f->head.bits)) + 1]++;
	for (size_t b = 0; b < nbucket; b++)
		f->bucket[b + 1] += f->bucket[b];
	return true;
}

static bool put_filter(struct finish *f)
{
	size_t n = f->hashes.nitem;

	f->head.filter_bits = 1;
	while (((size_t)64 << f->head.filter_bits) < n * FILTER_BITS &&
	       f->head.filter_bits < 30)
		f->head.filter_bits++;
	f->filter =
		SR_NEW(f->w->mem, uint64_t, (size_t)1 << f->head.filter_bits);
	if (!f->filter)
		return false;
	for (size_t i = 0; i < n; i++) {
		uint64_t h = f->hashes.items[i];
		f->filter[h >> (64 - f->head.filter_bits)] |=
			sr_gaz_filter_bits(h);
	}
	return true;
}

/* The file */

static char *lay(char *to, const void *from, size_t n)
{
	if (n)
		memcpy(to, from, n);
	return to + (n + 7) / 8 * 8;
}

static enum sr_code put_file(struct finish *f, struct sr_str *bytes,
			     struct sr_err *err)
{
	const struct {
		const void *p;
		size_t n;
	} part[] = {
		{ &f->head, sizeof(f->head) },
		{ f->feature, (size_t)f->head.nfeature * SR_GAZ_FEATURE },
		{ f->grid, (SR_GAZ_CELLS + 1) * sizeof(uint32_t) },
		{ f->record, f->head.nplace * sizeof(*f->record) },
		{ f->hashes.items, f->hashes.nitem * sizeof(uint64_t) },
		{ f->values.items, f->values.nitem * sizeof(uint32_t) },
		{ f->bucket,
		  (((size_t)1 << f->head.bits) + 1) * sizeof(uint32_t) },
		{ f->filter,
		  ((size_t)1 << f->head.filter_bits) * sizeof(uint64_t) },
		{ f->postings.items, f->postings.nitem * sizeof(uint32_t) },
		{ f->areas.items, f->areas.nitem * sizeof(uint32_t) },
		{ f->names.items, f->names.nitem },
	};
	size_t size = 0;

	for (size_t i = 0; i < SR_LEN(part); i++)
		size += (part[i].n + 7) / 8 * 8;
	char *p = SR_NEW(f->w->mem, char, size);
	if (!p)
		return sr_fail_nomem(err, "gazetteer");
	*bytes = (struct sr_str){ p, size };
	for (size_t i = 0; i < SR_LEN(part); i++)
		p = lay(p, part[i].p, part[i].n);
	SHA2_CTX sha;
	struct sr_gaz_header *head = (void *)(uintptr_t)bytes->s;
	SHA256Init(&sha);
	SHA256Update(&sha, (const uint8_t *)(head + 1), size - sizeof(*head));
	SHA256End(&sha, head->hash);
	return SR_OK;
}

enum sr_code sr_gaz_finish(struct sr_gaz_writer *w, const char *source,
			   struct sr_str *bytes, struct sr_err *err)
{
	struct finish *f = SR_NEW(w->mem, struct finish, 1);

	if (!f || w->failed)
		return sr_fail_nomem(err, "gazetteer");
	f->w = w;
	f->head = (struct sr_gaz_header){ .magic = SR_GAZ_MAGIC,
					  .version = SR_GAZ_VERSION };
	size_t n = strlen(source);
	memcpy(f->head.source, source,
	       n < sizeof(f->head.source) ? n : sizeof(f->head.source) - 1);
	if (!grow_names(f) || !number_places(f) || !put_records(f) ||
	    !sort_pairs(w) || !put_keys(f) || !put_buckets(f) || !put_filter(f))
		return sr_fail_nomem(err, "gazetteer");
	f->head.nkey = (uint32_t)f->hashes.nitem;
	f->head.npost = (uint32_t)f->postings.nitem;
	f->head.narea = (uint32_t)f->areas.nitem / 2;
	f->head.name_size = (uint32_t)f->names.nitem;
	return put_file(f, bytes, err);
}
