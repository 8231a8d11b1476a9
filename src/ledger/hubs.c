/* What was asked for lately is in two halves, young and old. What is asked for
 * comes into the young one; when that is full the old one is let go and the young
 * one is the old. So what the whole press shares stays, and what one report
 * alone had is forgotten by and by. */
#include "ledger/hubs.h"

#include "base/str.h"
#include "ledger/sheaf.h"

#define HUBS_ROOM ((size_t)16 << 20) /* bytes */
#define LARGE ((size_t)1 << 20) /* bytes: taken at once */
#define SPARE 4096u		/* hubs that one report may need */
#define NONE UINT32_MAX

#define IN_TAIL 3u /* reports in a hub of the tail */

/* A report under a mark, of 48 bits as its rank is, and the next one by rank.
 * Behind the first SR_HUBS come hubs that hold three reports each, without
 * their ranks: the first of these those that came last, and perhaps fewer. */
struct hub {
	uint32_t word[3];
	uint32_t next;
};

static struct hub hub_of(int64_t rank, int64_t report, uint32_t next)
{
	return (struct hub){
		{ (uint32_t)((uint64_t)rank >> 16),
		  (uint32_t)((uint64_t)rank << 16 |
			     ((uint64_t)report >> 32 & UINT16_MAX)),
		  (uint32_t)(uint64_t)report },
		next
	};
}

static int64_t rank_of(const struct hub *h)
{
	return (int64_t)((uint64_t)h->word[0] << 16 | h->word[1] >> 16);
}

static int64_t report_of(const struct hub *h)
{
	return (int64_t)((uint64_t)(h->word[1] & UINT16_MAX) << 32 |
			 h->word[2]);
}

struct mark {
	uint64_t mark;
	uint32_t first; /* hub; NONE: nobody has it */
	uint8_t n;	/* at most SR_HUBS by rank, */
	uint8_t ntail;	/* then at most SR_TAIL */
	bool used, more;
};

struct half {
	struct sr_arena *mem;
	bool fixed; /* all of its room was taken at once */
	SR_LIST(struct hub) hubs;
	struct mark *mark;
	size_t nmark, nmark_slot;
};

struct sr_hubs {
	bool complete; /* what is not here is nowhere */
	struct half young, old;
};

/* Once one was full, all of its room is taken at once: what lists leave behind
 * as they grow would be half of it. */
static bool make_room(struct half *h, size_t room)
{
	size_t n = 4096;

	while (n * 2 * sizeof(*h->mark) <= room / 5 * 2)
		n *= 2;
	h->mark = SR_NEW(h->mem, struct mark, n);
	h->nmark_slot = n;
	h->fixed = true;
	return h->mark && SR_ROOM(h->mem, &h->hubs,
				  (room - n * sizeof(*h->mark)) /
					  sizeof(*h->hubs.items));
}

static bool is_full(const struct half *h, size_t room)
{
	if (h->mem->full)
		return true;
	return h->fixed ? h->nmark + h->nmark / 3 >= h->nmark_slot ||
				  h->hubs.nitem + SPARE >= h->hubs.room
			: h->mem->used >= room;
}

static enum sr_code begin(struct sr_ledger *l, struct sr_err *err)
{
	struct sr_hubs *h;

	sr_arena_reset(&l->hubs_mem[0]);
	sr_arena_reset(&l->hubs_mem[1]);
	sr_arena_reset(&l->hubs_mem[2]);
	h = l->hubs = SR_NEW(&l->hubs_mem[2], struct sr_hubs, 1);
	if (!h)
		return sr_fail_nomem(err, l->path);
	h->young.mem = &l->hubs_mem[0];
	h->old.mem = &l->hubs_mem[1];
	h->complete = sr_sql_number(l, "SELECT EXISTS (SELECT 1 FROM sketch)") ==
		      0;
	return SR_OK;
}

enum sr_code sr_hubs_begin(struct sr_ledger *l, struct sr_err *err)
{
	size_t room = (l->remembers ? l->remembers : HUBS_ROOM) / 2;

	if (l->hubs && !is_full(&l->hubs->young, room))
		return SR_OK;
	/* What is noted is known here alone. */
	enum sr_code code = sr_sheaf_flush(l, err);
	if (code || !l->hubs)
		return code ? code : begin(l, err);
	struct sr_hubs *h = l->hubs;
	struct sr_arena *mem = h->old.mem;
	h->complete = h->complete && !h->old.nmark;
	h->old = h->young;
	h->young = (struct half){ .mem = mem };
	sr_arena_reset(mem);
	if (room >= LARGE && !make_room(&h->young, room))
		return sr_fail_nomem(err, l->path);
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

static bool mark_room(struct half *h)
{
	size_t n = h->nmark_slot ? h->nmark_slot * 2 : 4096;

	if (h->nmark * 2 < h->nmark_slot ||
	    (h->fixed && h->nmark + h->nmark / 8 < h->nmark_slot))
		return true;
	struct mark *more = SR_NEW(h->mem, struct mark, n);
	if (!more)
		return false;
	for (size_t i = 0; i < h->nmark_slot; i++)
		if (h->mark[i].used)
			*mark_slot(more, n, h->mark[i].mark) = h->mark[i];
	h->mark = more;
	h->nmark_slot = n;
	return true;
}

/* Brings over what the old half has of a mark; false: it does not have it, or
 * there is no memory. */
static bool bring(struct sr_hubs *h, struct mark *to)
{
	const struct mark *from =
		h->old.nmark ? mark_slot(h->old.mark, h->old.nmark_slot,
					 to->mark)
			     : NULL;
	uint32_t last = NONE;

	if (!from || !from->used)
		return false;
	for (uint32_t i = from->first; i != NONE;
	     i = h->old.hubs.items[i].next) {
		struct hub *own = SR_PUSH(h->young.mem, &h->young.hubs);
		uint32_t at = (uint32_t)h->young.hubs.nitem - 1;
		if (!own)
			return false;
		*own = h->old.hubs.items[i];
		own->next = NONE;
		*(last == NONE ? &to->first
			       : &h->young.hubs.items[last].next) = at;
		last = at;
	}
	to->n = from->n;
	to->ntail = from->ntail;
	to->more = from->more;
	return true;
}

/* The mark's slot, made where it is new; NULL without memory. */
static struct mark *mark_of(struct sr_ledger *l, uint64_t mark, bool *is_new)
{
	struct half *h = &l->hubs->young;

	if (!mark_room(h))
		return NULL;
	struct mark *m = mark_slot(h->mark, h->nmark_slot, mark);
	*is_new = !m->used;
	if (!m->used) {
		*m = (struct mark){ .mark = mark, .first = NONE, .used = true };
		h->nmark++;
		*is_new = !bring(l->hubs, m);
	}
	return h->mem->full ? NULL : m;
}

/* Puts a report behind the last of the first; where there are too many, none of
 * those behind it is remembered. */
static bool put_tail(struct half *h, struct mark *m, uint32_t last,
		     int64_t report)
{
	m->more = m->more || m->ntail == SR_TAIL || report > UINT32_MAX;
	if (m->more) {
		m->ntail = 0;
		h->hubs.items[last].next = NONE;
		return true;
	}
	if (m->ntail % IN_TAIL == 0) {
		struct hub *own = SR_PUSH(h->mem, &h->hubs);
		if (!own)
			return false;
		own->next = h->hubs.items[last].next;
		h->hubs.items[last].next = (uint32_t)h->hubs.nitem - 1;
	}
	uint32_t at = h->hubs.items[last].next;
	h->hubs.items[at].word[m->ntail++ % IN_TAIL] = (uint32_t)report;
	return true;
}

/* Puts a report where its rank belongs; the last of too many goes behind. */
static bool put_hub(struct sr_ledger *l, struct mark *m, int64_t rank,
		    int64_t report)
{
	struct half *h = &l->hubs->young;
	uint32_t before = NONE, next = m->first, k = 0;

	for (; k < m->n; next = h->hubs.items[next].next, k++) {
		const struct hub *o = &h->hubs.items[next];
		if (rank < rank_of(o) ||
		    (rank == rank_of(o) && report < report_of(o)))
			break;
		before = next;
	}
	if (k == SR_HUBS)
		return put_tail(h, m, before, report);
	struct hub *own = SR_PUSH(h->mem, &h->hubs);
	if (!own)
		return false;
	uint32_t i = (uint32_t)h->hubs.nitem - 1;
	*own = hub_of(rank, report, next);
	*(before == NONE ? &m->first : &h->hubs.items[before].next) = i;
	if (m->n < SR_HUBS) {
		m->n++;
		return true;
	}
	for (; k + 1 < SR_HUBS; k++)
		i = h->hubs.items[i].next;
	const struct hub gone = h->hubs.items[h->hubs.items[i].next];
	h->hubs.items[i].next = gone.next;
	return put_tail(h, m, i, report_of(&gone));
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
	const struct sr_sheaf_ask ask = { m->mark, SR_HUBS + SR_TAIL + 1,
					  load_one, &x, false };

	return sr_sheaf_find(l, &ask, err);
}

enum sr_code sr_hubs_find(struct sr_ledger *l, uint64_t mark,
			  struct sr_first *out, struct sr_err *err)
{
	bool is_new = false;
	struct mark *m = mark_of(l, mark, &is_new);
	enum sr_code code = SR_OK;

	out->n = out->ntail = 0;
	out->more = false;
	if (!m)
		return sr_fail_nomem(err, l->path);
	if (is_new && !l->hubs->complete)
		code = load(l, m, err);
	if (code)
		return code;
	const struct hub *hub = l->hubs->young.hubs.items;
	out->tail = m->first;
	for (; out->n < m->n; out->tail = hub[out->tail].next) {
		out->rank[out->n] = rank_of(&hub[out->tail]);
		out->report[out->n++] = report_of(&hub[out->tail]);
	}
	out->ntail = m->ntail;
	out->more = m->more;
	return SR_OK;
}

void sr_hubs_tail(const struct sr_ledger *l, const struct sr_first *first,
		  int64_t report[SR_TAIL])
{
	const struct hub *hub = l->hubs->young.hubs.items;
	uint32_t at = first->tail, n = first->ntail;

	for (; n; at = hub[at].next)
		do {
			n--;
			report[n] = hub[at].word[n % IN_TAIL];
		} while (n % IN_TAIL);
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
