#include "ledger/hubs.h"

#include "base/str.h"
#include "ledger/sheaf.h"

#define HUBS_ROOM ((size_t)16 << 20) /* bytes */
#define LARGE ((size_t)1 << 20) /* bytes: taken at once */
#define SPARE 4096u		/* hubs that one report may need */
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

struct sr_hubs {
	bool complete; /* what is not here is nowhere */
	bool fixed;    /* all of its room was taken at once */
	SR_LIST(struct hub) hubs;
	struct mark *mark;
	size_t nmark, nmark_slot;
};

/* Once it was full, all of its room is taken at once: what lists leave behind as
 * they grow would be half of it. */
static bool make_room(struct sr_ledger *l, size_t room)
{
	struct sr_hubs *h = l->hubs;
	size_t n = 4096;

	while (n * 2 * sizeof(*h->mark) <= room / 5 * 2)
		n *= 2;
	h->mark = SR_NEW(&l->hubs_mem, struct mark, n);
	h->nmark_slot = n;
	h->fixed = true;
	return h->mark && SR_ROOM(&l->hubs_mem, &h->hubs,
				  (room - n * sizeof(*h->mark)) /
					  sizeof(*h->hubs.items));
}

static bool is_full(const struct sr_ledger *l, size_t room)
{
	const struct sr_hubs *h = l->hubs;

	if (l->hubs_mem.full)
		return true;
	return h->fixed ? h->nmark + h->nmark / 3 >= h->nmark_slot ||
				  h->hubs.nitem + SPARE >= h->hubs.room
			: l->hubs_mem.used >= room;
}

enum sr_code sr_hubs_begin(struct sr_ledger *l, struct sr_err *err)
{
	size_t room = l->remembers ? l->remembers : HUBS_ROOM;
	bool again = l->hubs;

	if (again && !is_full(l, room))
		return SR_OK;
	/* What is noted is known here alone. */
	enum sr_code code = sr_sheaf_flush(l, err);
	if (code)
		return code;
	sr_arena_reset(&l->hubs_mem);
	l->hubs = SR_NEW(&l->hubs_mem, struct sr_hubs, 1);
	if (!l->hubs || (again && room >= LARGE && !make_room(l, room)))
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

	if (h->nmark * 2 < h->nmark_slot ||
	    (h->fixed && h->nmark + h->nmark / 8 < h->nmark_slot))
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
	const struct sr_sheaf_ask ask = { m->mark, SR_HUBS + 1, load_one, &x,
					  false };

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
