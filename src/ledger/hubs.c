#include "ledger/hubs.h"

#include "base/str.h"

#define HUBS_ROOM ((size_t)16 << 20) /* bytes */
#define NONE UINT32_MAX

/* A report under a mark, and the next one by rank. */
struct hub {
	int64_t rank, report;
	uint32_t next;
};

struct mark {
	uint64_t mark;
	uint32_t first; /* hub; NONE: nobody has it */
	uint8_t n;	/* at most SR_HUBS are remembered */
	bool used, more;
};

struct kept {
	int64_t report;
	struct sr_sketch sketch; /* no marks: the slot is free */
};

struct sr_hubs {
	bool complete; /* what is not here is nowhere */
	SR_LIST(struct hub) hubs;
	struct mark *mark;
	struct kept *kept;
	size_t nmark, nmark_slot, nkept, nkept_slot;
};

enum sr_code sr_hubs_begin(struct sr_ledger *l, struct sr_err *err)
{
	size_t room = l->remembers ? l->remembers : HUBS_ROOM;

	if (l->hubs && l->hubs_mem.used < room && !l->hubs_mem.full)
		return SR_OK;
	sr_arena_reset(&l->hubs_mem);
	l->hubs = SR_NEW(&l->hubs_mem, struct sr_hubs, 1);
	if (!l->hubs)
		return sr_fail_nomem(err, l->path);
	l->hubs->complete =
		sr_sql_number(l, "SELECT EXISTS (SELECT 1 FROM sketch)") == 0;
	return SR_OK;
}

/* Marks */

static struct mark *mark_slot(struct mark *slot, size_t nslot, uint64_t mark)
{
	size_t at = sr_hash(&mark, sizeof(mark)) & (nslot - 1);

	while (slot[at].used && slot[at].mark != mark)
		at = (at + 1) & (nslot - 1);
	return &slot[at];
}

static bool mark_room(struct sr_ledger *l)
{
	struct sr_hubs *h = l->hubs;
	size_t n = h->nmark_slot ? h->nmark_slot * 2 : 4096;

	if (h->nmark * 2 < h->nmark_slot)
		return true;
	struct mark *more = SR_NEW(&l->hubs_mem, struct mark, n);
	if (!more)
		return false;
	for (size_t i = 0; i < h->nmark_slot; i++)
		if (h->mark[i].used)
			*mark_slot(more, n, h->mark[i].mark) = h->mark[i];
	h->mark = more;
	h->nmark_slot = n;
	return true;
}

/* The mark's slot, made where it is new; NULL without memory. */
static struct mark *mark_of(struct sr_ledger *l, uint64_t mark, bool *is_new)
{
	if (!mark_room(l))
		return NULL;
	struct mark *m = mark_slot(l->hubs->mark, l->hubs->nmark_slot, mark);
	*is_new = !m->used;
	if (!m->used) {
		*m = (struct mark){ .mark = mark, .first = NONE, .used = true };
		l->hubs->nmark++;
	}
	return m;
}

/* Puts a report where its rank belongs; beyond SR_HUBS the last one leaves. */
static bool put_hub(struct sr_ledger *l, struct mark *m, int64_t rank,
		    int64_t report)
{
	struct sr_hubs *h = l->hubs;
	struct hub *own = SR_PUSH(&l->hubs_mem, &h->hubs);
	uint32_t *at = &m->first;
	uint32_t k = 0;

	if (!own)
		return false;
	for (; *at != NONE; at = &h->hubs.items[*at].next, k++) {
		const struct hub *o = &h->hubs.items[*at];
		if (rank < o->rank || (rank == o->rank && report < o->report))
			break;
	}
	if (k >= SR_HUBS) {
		m->more = true;
		return true;
	}
	*own = (struct hub){ rank, report, *at };
	*at = (uint32_t)h->hubs.nitem - 1;
	if (m->n < SR_HUBS) {
		m->n++;
		return true;
	}
	for (; k < SR_HUBS; k++)
		at = &h->hubs.items[*at].next;
	*at = NONE;
	m->more = true;
	return true;
}

static enum sr_code load(struct sr_ledger *l, struct mark *m,
			 struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_MARK, err) };
	int rc = SQLITE_DONE;

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, (int64_t)m->mark);
	while (!m->more && (rc = sqlite3_step(b.st)) == SQLITE_ROW)
		if (!put_hub(l, m, sqlite3_column_int64(b.st, 0),
			     sqlite3_column_int64(b.st, 1)))
			break;
	sqlite3_reset(b.st);
	if (l->hubs_mem.full)
		return sr_fail_nomem(err, l->path);
	return rc == SQLITE_DONE || m->more
		       ? SR_OK
		       : sr_sql_fail(l, "looking for the same text", err);
}

enum sr_code sr_hubs_find(struct sr_ledger *l, uint64_t mark,
			  struct sr_first *out, struct sr_err *err)
{
	bool is_new = false;
	struct mark *m = mark_of(l, mark, &is_new);
	enum sr_code code = SR_OK;

	out->n = 0;
	out->more = false;
	if (!m)
		return sr_fail_nomem(err, l->path);
	if (is_new && !l->hubs->complete)
		code = load(l, m, err);
	if (code)
		return code;
	for (uint32_t i = m->first; i != NONE;
	     i = l->hubs->hubs.items[i].next) {
		out->rank[out->n] = l->hubs->hubs.items[i].rank;
		out->report[out->n++] = l->hubs->hubs.items[i].report;
	}
	out->more = m->more;
	return SR_OK;
}

void sr_hubs_put(struct sr_ledger *l, uint64_t mark, int64_t rank,
		 int64_t report)
{
	bool is_new = false;
	struct mark *m = mark_of(l, mark, &is_new);

	/* Without memory nothing is remembered, which harms nobody. */
	if (!m || !put_hub(l, m, rank, report))
		l->hubs->complete = false;
}

/* Sketches */

static struct kept *kept_slot(struct kept *slot, size_t nslot, int64_t report)
{
	size_t at = sr_hash(&report, sizeof(report)) & (nslot - 1);

	while (slot[at].sketch.mark && slot[at].report != report)
		at = (at + 1) & (nslot - 1);
	return &slot[at];
}

struct sr_sketch sr_hubs_sketch(const struct sr_ledger *l, int64_t report)
{
	const struct sr_hubs *h = l->hubs;

	if (!h->nkept_slot)
		return (struct sr_sketch){ NULL, 0 };
	return kept_slot(h->kept, h->nkept_slot, report)->sketch;
}

static bool kept_room(struct sr_ledger *l)
{
	struct sr_hubs *h = l->hubs;
	size_t n = h->nkept_slot ? h->nkept_slot * 2 : 1024;

	if (h->nkept * 2 < h->nkept_slot)
		return true;
	struct kept *more = SR_NEW(&l->hubs_mem, struct kept, n);
	if (!more)
		return false;
	for (size_t i = 0; i < h->nkept_slot; i++)
		if (h->kept[i].sketch.mark)
			*kept_slot(more, n, h->kept[i].report) = h->kept[i];
	h->kept = more;
	h->nkept_slot = n;
	return true;
}

void sr_hubs_keep(struct sr_ledger *l, int64_t report,
		  const struct sr_sketch *sketch)
{
	size_t size = sketch->nmark * sizeof(*sketch->mark);
	void *own = kept_room(l)
			    ? sr_arena_copy(&l->hubs_mem, sketch->mark, size)
			    : NULL;

	if (!own)
		return;
	struct kept *k = kept_slot(l->hubs->kept, l->hubs->nkept_slot, report);
	l->hubs->nkept += !k->sketch.mark;
	*k = (struct kept){ report, { own, sketch->nmark } };
}
