/* Sheaves as they are written: what a batch noted, sorted; and one of two
 * of a size, leaf by leaf. */
#include <stdlib.h>

#include "base/limits.h"
#include "ledger/sheaf.h"

#define FAN 2u /* sheaves of a size that become one */
#define MOST_NOTED ((size_t)1 << 16)
#define ROOM_LEFT ((size_t)1 << 20) /* bytes */
#define LARGEST ((uint64_t)1 << 24) /* entries: larger ones are not joined */

/* A sheaf being written. */
struct writer {
	struct sr_ledger *l;
	struct sr_err *err;
	struct sr_sheaf *own; /* in memory; filter and first grow here */
	uint32_t room;	      /* leaves that `first` has room for */
	unsigned char leaf[SR_LEAF_ENTRIES * SR_ENTRY_BYTES];
	size_t n; /* entries in it */
};

static enum sr_code nomem(const struct writer *w)
{
	return sr_fail_nomem(w->err, w->l->path);
}

/* Room for so many entries at most, in memory that stays. */
static enum sr_code begin(struct writer *w, int64_t id, uint64_t most)
{
	struct sr_arena *mem = &w->l->sheaf_mem;
	struct sr_sheaves *all = sr_sheaves(w->l, w->err);

	if (!all)
		return SR_DATABASE;
	w->own = SR_PUSH(mem, &all->items);
	if (!w->own)
		return nomem(w);
	w->room = (uint32_t)(most / SR_LEAF_ENTRIES + 1);
	*w->own = (struct sr_sheaf){ .id = id,
				     .nblock = sr_filter_blocks(most) };
	w->own->filter = SR_NEW(mem, uint64_t, w->own->nblock * 8);
	w->own->first = SR_NEW(mem, uint64_t, w->room);
	all->nfilter += w->own->nblock * 64;
	return w->own->filter && w->own->first ? SR_OK : nomem(w);
}

static enum sr_code end_leaf(struct writer *w)
{
	struct sr_bind b = { .st = sr_sql_get(w->l, SR_SQL_PUT_LEAF, w->err) };
	const struct sr_str bytes = { (const char *)w->leaf,
				      w->n * SR_ENTRY_BYTES };

	if (!w->n)
		return SR_OK;
	if (!b.st)
		return SR_DATABASE;
	if (w->own->nleaf == w->room)
		return nomem(w);
	w->own->first[w->own->nleaf] = sr_entry_unpack(w->leaf).mark;
	sr_bind_int(&b, SR_LEAF_ID(w->own->id, w->own->nleaf));
	sr_bind_blob(&b, bytes);
	w->own->nleaf++;
	w->n = 0;
	return sr_sql_done(w->l, &b, "keeping a report", w->err);
}

static enum sr_code add(struct writer *w, const unsigned char *entry)
{
	enum sr_code code = SR_OK;

	memcpy(w->leaf + w->n * SR_ENTRY_BYTES, entry, SR_ENTRY_BYTES);
	sr_filter_add(w->own->filter, w->own->nblock,
		      sr_filter_hash(sr_entry_unpack(entry).mark));
	w->own->size++;
	if (++w->n == SR_LEAF_ENTRIES)
		code = end_leaf(w);
	return code;
}

static struct sr_str as_bytes(const uint64_t *word, size_t n,
			      struct sr_arena *mem)
{
	unsigned char *p = sr_arena_raw(mem, n, 8);

	for (size_t i = 0; p && i < n; i++)
		for (int k = 0; k < 8; k++)
			p[i * 8 + (size_t)k] =
				(unsigned char)(word[i] >> (56 - 8 * k));
	return (struct sr_str){ (char *)p, n * 8 };
}

static enum sr_code end(struct writer *w)
{
	struct sr_bind b = { .st = sr_sql_get(w->l, SR_SQL_PUT_SHEAF, w->err) };
	enum sr_code code = b.st ? end_leaf(w) : SR_DATABASE;
	struct sr_arena mem;

	if (code)
		return code;
	sr_arena_init(&mem, SR_MAX_ARENA);
	struct sr_str first = as_bytes(w->own->first, w->own->nleaf, &mem);
	struct sr_str filter =
		as_bytes(w->own->filter, w->own->nblock * 8, &mem);
	sr_bind_int(&b, w->own->id);
	sr_bind_int(&b, (int64_t)w->own->size);
	sr_bind_blob(&b, first);
	sr_bind_blob(&b, filter);
	code = first.s && filter.s
		       ? sr_sql_done(w->l, &b, "keeping a report", w->err)
		       : nomem(w);
	sr_arena_release(&mem);
	return code;
}

static int64_t next_id(const struct sr_sheaves *all)
{
	size_t n = all->items.nitem;

	return n ? all->items.items[n - 1].id + 1 : 1;
}

/* One of some sheaves */

/* A sheaf that is read from its first leaf to its last. */
struct cursor {
	sqlite3_stmt *st;
	unsigned char leaf[SR_LEAF_ENTRIES * SR_ENTRY_BYTES];
	size_t at, n; /* entries; n 0: at its end */
};

static enum sr_code read_leaf(struct writer *w, struct cursor *c)
{
	int rc = sqlite3_step(c->st);

	c->at = c->n = 0;
	if (rc == SQLITE_DONE)
		return SR_OK;
	struct sr_str bytes = sr_column(c->st, 0);
	if (rc != SQLITE_ROW || bytes.n > sizeof(c->leaf) || !bytes.n)
		return sr_sql_fail(w->l, "looking for the same text", w->err);
	memcpy(c->leaf, bytes.s, bytes.n);
	c->n = bytes.n / SR_ENTRY_BYTES;
	return SR_OK;
}

static enum sr_code open_cursor(struct writer *w, struct cursor *c,
				const struct sr_sheaf *s)
{
	struct sr_bind b = { .st = sr_sql_prepare(
				     w->l,
				     "SELECT entries FROM leaf WHERE id "
				     "BETWEEN ? AND ? ORDER BY id",
				     w->err) };

	c->st = b.st;
	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, SR_LEAF_ID(s->id, 0));
	sr_bind_int(&b, SR_LEAF_ID(s->id + 1, 0) - 1);
	return read_leaf(w, c);
}

static const unsigned char *entry_at(const struct cursor *c)
{
	return c->leaf + c->at * SR_ENTRY_BYTES;
}

/* The one whose next entry comes first; NULL: all are at their end. */
static struct cursor *least(struct cursor *c, size_t n)
{
	struct cursor *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (c[i].n && (!best || memcmp(entry_at(&c[i]), entry_at(best),
					       SR_ENTRY_BYTES) < 0))
			best = &c[i];
	return best;
}

static enum sr_code pour(struct writer *w, struct cursor *c, size_t n)
{
	enum sr_code code = SR_OK;
	struct cursor *next;

	while (!code && (next = least(c, n))) {
		code = add(w, entry_at(next));
		if (!code && ++next->at == next->n)
			code = read_leaf(w, next);
	}
	return code;
}

static enum sr_code drop(struct writer *w, int64_t id)
{
	struct sr_bind leaf = { .st = sr_sql_get(w->l, SR_SQL_DROP_LEAVES,
						 w->err) };
	struct sr_bind own = { .st = sr_sql_get(w->l, SR_SQL_DROP_SHEAF,
						w->err) };

	if (!leaf.st || !own.st)
		return SR_DATABASE;
	sr_bind_int(&leaf, SR_LEAF_ID(id, 0));
	sr_bind_int(&leaf, SR_LEAF_ID(id + 1, 0) - 1);
	sr_bind_int(&own, id);
	enum sr_code code =
		sr_sql_done(w->l, &leaf, "keeping a report", w->err);
	return code ? code
		    : sr_sql_done(w->l, &own, "keeping a report", w->err);
}

/* Sheaves by size, in powers of FAN. */
static unsigned class_of(const struct sr_sheaf *s)
{
	unsigned k = 0;

	for (uint64_t n = s->size; n >= FAN; n /= FAN)
		k++;
	return k;
}

/* The sheaves of the last one's size into which[]; how many, as long as all of
 * them together are not too large. */
static size_t alike_in_size(const struct sr_sheaves *all, size_t which[FAN],
			    uint64_t *size)
{
	const struct sr_sheaf *s = all->items.items;
	size_t n = 0, last = all->items.nitem - 1;

	*size = 0;
	for (size_t i = 0; i <= last && n < FAN; i++) {
		if (class_of(&s[i]) != class_of(&s[last]))
			continue;
		which[n++] = i;
		*size += s[i].size;
	}
	return n == FAN && *size <= LARGEST ? n : 0;
}

static enum sr_code join(struct writer *w, const size_t which[FAN],
			 uint64_t size)
{
	struct sr_sheaves *all = w->l->sheaves;
	struct cursor *c = calloc(FAN, sizeof(*c));
	enum sr_code code = c ? SR_OK : nomem(w);

	for (size_t i = 0; !code && i < FAN; i++)
		code = open_cursor(w, &c[i], &all->items.items[which[i]]);
	if (!code)
		code = begin(w, next_id(all), size);
	if (!code)
		code = pour(w, c, FAN);
	for (size_t i = 0; c && i < FAN; i++)
		sqlite3_finalize(c[i].st);
	free(c);
	if (!code)
		code = end(w);
	for (size_t i = 0; !code && i < FAN; i++)
		code = drop(w, all->items.items[which[i]].id);
	if (code)
		return code;
	for (size_t i = FAN; i--;) {
		struct sr_sheaf *s = &all->items.items[which[i]];
		all->nfilter -= s->nblock * 64;
		memmove(s, s + 1, (--all->items.nitem - which[i]) * sizeof(*s));
	}
	/* What was in memory of those that are gone is still taken. */
	if (w->l->sheaf_mem.used > all->nfilter / 4 * 5 + ROOM_LEFT)
		w->l->sheaves = NULL;
	return SR_OK;
}

static enum sr_code join_all(struct sr_ledger *l, struct sr_err *err)
{
	enum sr_code code = SR_OK;
	size_t which[FAN];
	uint64_t size;

	while (!code) {
		struct sr_sheaves *all = sr_sheaves(l, err);
		struct writer w = { .l = l, .err = err };
		if (!all)
			return SR_DATABASE;
		if (!all->items.nitem || !alike_in_size(all, which, &size))
			break;
		code = join(&w, which, size);
	}
	return code;
}

/* What is noted */

void sr_sheaf_forget(struct sr_ledger *l)
{
	memset(&l->noted, 0, sizeof(l->noted));
	sr_arena_reset(&l->noted_mem);
}

enum sr_code sr_sheaf_flush(struct sr_ledger *l, struct sr_err *err)
{
	struct writer w = { .l = l, .err = err };
	unsigned char entry[SR_ENTRY_BYTES];
	enum sr_code code;

	if (!l->noted.nitem)
		return SR_OK;
	if (!sr_sheaves(l, err))
		return SR_DATABASE;
	qsort(l->noted.items, l->noted.nitem, sizeof(*l->noted.items),
	      sr_by_entry);
	code = begin(&w, next_id(l->sheaves), l->noted.nitem);
	for (size_t i = 0; !code && i < l->noted.nitem; i++) {
		sr_entry_pack(&l->noted.items[i], entry);
		code = add(&w, entry);
	}
	if (!code)
		code = end(&w);
	sr_sheaf_forget(l);
	return code ? code : join_all(l, err);
}

enum sr_code sr_sheaf_put(struct sr_ledger *l, const struct sr_entry *e,
			  struct sr_err *err)
{
	struct sr_entry *own = SR_PUSH(&l->noted_mem, &l->noted);

	if (!own)
		return sr_fail_nomem(err, l->path);
	*own = *e;
	return l->noted.nitem < MOST_NOTED ? SR_OK : sr_sheaf_flush(l, err);
}

/* A row: report, sha256, marks. */
static enum sr_code put_row(struct sr_ledger *l, sqlite3_stmt *st,
			    struct sr_err *err)
{
	struct sr_str marks = sr_column(st, 2);
	const unsigned char *p = (const unsigned char *)marks.s;
	struct sr_entry e = { .report = sqlite3_column_int64(st, 0),
			      .rank = sr_text_rank(sr_column(st, 1)) };
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i + 8 <= marks.n; i += 8) {
		e.mark = 0;
		for (size_t k = 0; k < 8; k++)
			e.mark = e.mark << 8 | p[i + k];
		code = sr_sheaf_put(l, &e, err);
	}
	return code;
}

enum sr_code sr_sheaf_fill(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT s.report, r.sha256, s.marks FROM sketch s "
		"JOIN report r ON r.id = s.report ORDER BY s.report",
		err);
	enum sr_code code = st ? SR_OK : SR_DATABASE;
	int rc = SQLITE_DONE;

	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		code = put_row(l, st, err);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "bringing the ledger up to date", err);
	sqlite3_finalize(st);
	return code ? code : sr_sheaf_flush(l, err);
}
