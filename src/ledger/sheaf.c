#include "ledger/sheaf.h"

#include "base/str.h"

#define LINE 8u		     /* words of a filter's block: a line of the cache */
#define BITS_PER_ENTRY 12u
#define PROBES 6u
#define FILTER_ROOM ((size_t)48 << 20) /* bytes in memory; beyond it sheaves
					  are looked into without */

/* Entries */

static void pack6(uint64_t v, unsigned char *out)
{
	for (int k = 0; k < 6; k++)
		out[k] = (unsigned char)(v >> (40 - 8 * k));
}

static uint64_t unpack6(const unsigned char *p)
{
	uint64_t v = 0;

	for (int k = 0; k < 6; k++)
		v = v << 8 | p[k];
	return v;
}

void sr_entry_pack(const struct sr_entry *e, unsigned char *out)
{
	pack6(e->mark, out);
	pack6((uint64_t)e->rank, out + 6);
	pack6((uint64_t)e->report, out + 12);
}

struct sr_entry sr_entry_unpack(const unsigned char *p)
{
	return (struct sr_entry){ unpack6(p), (int64_t)unpack6(p + 6),
				  (int64_t)unpack6(p + 12) };
}

int sr_by_entry(const void *pa, const void *pb)
{
	const struct sr_entry *a = pa, *b = pb;

	if (a->mark != b->mark)
		return a->mark < b->mark ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return (a->report > b->report) - (a->report < b->report);
}

/* Filters */

size_t sr_filter_blocks(uint64_t entries)
{
	return (size_t)(entries * BITS_PER_ENTRY / (LINE * 64) + 1);
}

/* Where the block of a mark begins. */
static size_t block_of(size_t nblock, uint64_t hash)
{
	return (size_t)((hash >> 32) * (uint64_t)nblock >> 32) * LINE;
}

/* The bits of a mark: nine bits of a hash for each. */
static uint64_t bits_of(uint64_t hash)
{
	return hash * 0xbf58476d1ce4e5b9u >> 10;
}

uint64_t sr_filter_hash(uint64_t mark)
{
	return sr_hash(&mark, sizeof(mark));
}

void sr_filter_add(uint64_t *filter, size_t nblock, uint64_t hash)
{
	uint64_t *block = filter + block_of(nblock, hash);
	uint64_t bits = bits_of(hash);

	for (unsigned i = 0; i < PROBES; i++, bits >>= 9)
		block[bits >> 6 & 7] |= (uint64_t)1 << (bits & 63);
}

bool sr_filter_has(const uint64_t *filter, size_t nblock, uint64_t hash)
{
	const uint64_t *block = filter + block_of(nblock, hash);
	uint64_t bits = bits_of(hash);
	bool has = true;

	for (unsigned i = 0; has && i < PROBES; i++, bits >>= 9)
		has = block[bits >> 6 & 7] >> (bits & 63) & 1;
	return has;
}

/* Sheaves */

static uint64_t word_of(const char *bytes)
{
	const unsigned char *p = (const unsigned char *)bytes;
	uint64_t v = 0;

	for (int k = 0; k < 8; k++)
		v = v << 8 | p[k];
	return v;
}

static uint64_t *words_of(struct sr_str bytes, struct sr_arena *mem)
{
	uint64_t *word = sr_arena_raw(mem, bytes.n / 8, 8);

	for (size_t i = 0; word && i < bytes.n / 8; i++)
		word[i] = word_of(bytes.s + i * 8);
	return word;
}

/* A row: id, size, first, filter. */
static bool take(struct sr_ledger *l, struct sr_sheaves *all, sqlite3_stmt *st)
{
	struct sr_arena *mem = &l->sheaf_mem;
	struct sr_sheaf *s = SR_PUSH(mem, &all->items);
	struct sr_str first = sr_column(st, 2), filter = sr_column(st, 3);

	if (!s)
		return false;
	s->id = sqlite3_column_int64(st, 0);
	s->size = (uint64_t)sqlite3_column_int64(st, 1);
	s->nleaf = (uint32_t)(first.n / 8);
	s->first = words_of(first, mem);
	if (all->nfilter + filter.n > FILTER_ROOM)
		return s->first != NULL;
	s->nblock = filter.n / (LINE * 8);
	s->filter = words_of(filter, mem);
	all->nfilter += filter.n;
	return s->first && s->filter;
}

struct sr_sheaves *sr_sheaves(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st;
	int rc;

	if (l->sheaves)
		return l->sheaves;
	sr_arena_reset(&l->sheaf_mem);
	struct sr_sheaves *all = SR_NEW(&l->sheaf_mem, struct sr_sheaves, 1);
	st = sr_sql_prepare(
		l,
		"SELECT id, size, first, filter FROM sheaf "
		"WHERE id BETWEEN 1 AND 1 << 38 ORDER BY id",
		err);
	if (!st)
		return NULL;
	bool room = all != NULL;
	while (room && (rc = sqlite3_step(st)) == SQLITE_ROW)
		room = take(l, all, st);
	sqlite3_finalize(st);
	if (!room)
		sr_fail_nomem(err, l->path);
	else if (rc != SQLITE_DONE)
		sr_sql_fail(l, "looking for the same text", err);
	else
		l->sheaves = all;
	return l->sheaves;
}

/* The last leaf whose first mark is before one; 0 where there is none: the
 * entries of a mark may begin in the leaf before the first that begins with it.
 */
static uint32_t leaf_of(const struct sr_sheaf *s, uint64_t mark)
{
	uint32_t from = 0, to = s->nleaf;

	while (from < to) {
		uint32_t mid = from + (to - from) / 2;
		if (s->first[mid] < mark)
			from = mid + 1;
		else
			to = mid;
	}
	return from ? from - 1 : 0;
}

/* The first entry of a leaf that is not before a mark. */
static size_t entry_of(const unsigned char *p, size_t n, uint64_t mark)
{
	size_t from = 0, to = n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		if (unpack6(p + mid * SR_ENTRY_BYTES) < mark)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* What one leaf has; *left falls to 0 when there is no more to look for. */
static enum sr_code in_leaf(struct sr_ledger *l, const struct sr_sheaf_ask *ask,
			    int64_t leaf, size_t *left, struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_LEAF, err) };
	enum sr_code code = SR_OK;

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, leaf);
	int rc = sqlite3_step(b.st);
	struct sr_str entries = sr_column(b.st, 0);
	const unsigned char *p = (const unsigned char *)entries.s;
	size_t n = entries.n / SR_ENTRY_BYTES;
	if (rc != SQLITE_ROW)
		code = sr_sql_fail(l, "looking for the same text", err);
	size_t i = code ? 0 : entry_of(p, n, ask->mark);
	for (; !code && *left && i < n; i++) {
		struct sr_entry e = sr_entry_unpack(p + i * SR_ENTRY_BYTES);
		*left = e.mark == ask->mark ? *left - 1 : 0;
		if (e.mark == ask->mark &&
		    !ask->fn(ask->user, e.rank, e.report))
			code = sr_fail_nomem(err, l->path);
	}
	sqlite3_reset(b.st);
	return code;
}

static enum sr_code in_sheaf(struct sr_ledger *l, const struct sr_sheaf_ask *ask,
			     const struct sr_sheaf *s, struct sr_err *err)
{
	enum sr_code code = SR_OK;
	size_t left = ask->most;

	for (uint32_t i = leaf_of(s, ask->mark); !code && left && i < s->nleaf;
	     i++)
		if (s->first[i] <= ask->mark)
			code = in_leaf(l, ask, SR_LEAF_ID(s->id, i), &left,
				       err);
		else
			break;
	return code;
}

enum sr_code sr_sheaf_find(struct sr_ledger *l, const struct sr_sheaf_ask *ask,
			   struct sr_err *err)
{
	const struct sr_sheaves *all = sr_sheaves(l, err);
	enum sr_code code = all ? SR_OK : SR_DATABASE;
	uint64_t hash = sr_filter_hash(ask->mark);

	/* They lie far apart: all are fetched at once. */
	for (size_t i = 0; !code && i < all->items.nitem; i++) {
		const struct sr_sheaf *s = &all->items.items[i];
		if (s->nblock)
			__builtin_prefetch(s->filter +
					   block_of(s->nblock, hash));
	}
	for (size_t i = 0; !code && i < all->items.nitem; i++) {
		const struct sr_sheaf *s = &all->items.items[i];
		if (!s->nblock || sr_filter_has(s->filter, s->nblock, hash))
			code = in_sheaf(l, ask, s, err);
	}
	for (size_t i = 0; !code && ask->noted && i < l->noted.nitem; i++) {
		const struct sr_entry *e = &l->noted.items[i];
		if (e->mark == ask->mark &&
		    !ask->fn(ask->user, e->rank, e->report))
			code = sr_fail_nomem(err, l->path);
	}
	return code;
}
