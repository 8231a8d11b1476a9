#include "ledger/hubs.h"

#include "base/str.h"
#include "ledger/sheaf.h"

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
	/* What is noted is known here alone. */
	enum sr_code code = sr_sheaf_flush(l, err);
	if (code)
		return code;
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
	uint32_t before = NONE, next = m->first, k = 0;

	for (; next != NONE; next = h->hubs.items[next].next, k++) {
		const struct hub *o = &h->hubs.items[next];
		if (rank < o->rank || (rank == o->rank && report < o->report))
			break;
		before = next;
	}
	m->more = m->more || m->n == SR_HUBS;
	if (k >= SR_HUBS)
		return true;
	struct hub *own = SR_PUSH(&l->hubs_mem, &h->hubs);
	if (!own)
		return false;
	uint32_t i = (uint32_t)h->hubs.nitem - 1;
	*own = (struct hub){ rank, report, next };
	*(before == NONE ? &m->first : &h->hubs.items[before].next) = i;
	if (m->n < SR_HUBS) {
		m->n++;
		return true;
	}
	for (; k + 1 < SR_HUBS; k++)
		i = h->hubs.items[i].next;
	h->hubs.items[i].next = NONE;
	return true;
}

struct loading {
	struct sr_ledger *l;
	struct mark *m;
};

static bool load_one(void *user, int64_t rank, int64_t report)
{
	const struct loading *x = user;

	return put_hub(x->l, x->m, rank, report);
}

static enum sr_code load(struct sr_ledger *l, struct mark *m,
			 struct sr_err *err)
{
	struct loading x = { l, m };
	const struct sr_sheaf_ask ask = { m->mark, SR_HUBS + 1, load_one, &x };

	return sr_sheaf_find(l, &ask, err);
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
