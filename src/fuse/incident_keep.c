#include "fuse/incident_keep.h"

#include <stdlib.h>

#include "base/order.h"
#include "fuse/incident_star.h"

/* Numbers */

static size_t slot_of(const struct sr_numbers *m, uint64_t key)
{
	size_t at = sr_hash(&key, sizeof(key)) & (m->nslot - 1);

	while (m->slot[at].used && m->slot[at].key != key)
		at = (at + 1) & (m->nslot - 1);
	return at;
}

static uint32_t number_of(const struct sr_numbers *m, uint64_t key)
{
	if (!m->nslot)
		return UINT32_MAX;
	size_t at = slot_of(m, key);
	return m->slot[at].used ? m->slot[at].value : UINT32_MAX;
}

static bool set_number(struct sr_numbers *m, struct sr_arena *mem, uint64_t key,
		       uint32_t value)
{
	if (m->n * 2 >= m->nslot) {
		struct sr_numbers more = { .nslot = m->nslot ? m->nslot * 2
							     : 256,
					   .n = m->n };
		more.slot = SR_NEW(mem, struct sr_number_slot, more.nslot);
		if (!more.slot)
			return false;
		for (size_t i = 0; i < m->nslot; i++)
			if (m->slot[i].used)
				more.slot[slot_of(&more, m->slot[i].key)] =
					m->slot[i];
		*m = more;
	}
	size_t at = slot_of(m, key);
	m->n += !m->slot[at].used;
	m->slot[at] = (struct sr_number_slot){ key, value, true };
	return true;
}

uint32_t sr_keep_find(const struct sr_keep *k, int64_t row)
{
	return number_of(&k->by_row, (uint64_t)row);
}

/* The heap: the one that leads all others on top. */

static bool above(const struct sr_keep *k, uint32_t a, uint32_t b)
{
	return sr_leads(&k->w.tellings.items[k->heap.items[a]],
			&k->w.tellings.items[k->heap.items[b]]);
}

static void swap(struct sr_keep *k, size_t a, size_t b)
{
	uint32_t t = k->heap.items[a];

	k->heap.items[a] = k->heap.items[b];
	k->heap.items[b] = t;
}

bool sr_keep_touch(struct sr_keep *k, uint32_t i)
{
	if (k->kept.items[i].dirty)
		return true;
	uint32_t *own = SR_PUSH(k->w.mem, &k->heap);
	if (!own)
		return false;
	*own = i;
	k->kept.items[i].dirty = true;
	for (size_t at = k->heap.nitem - 1; at; at = (at - 1) / 2) {
		if (!above(k, (uint32_t)at, (uint32_t)((at - 1) / 2)))
			break;
		swap(k, at, (at - 1) / 2);
	}
	return true;
}

static uint32_t take_first(struct sr_keep *k)
{
	uint32_t first = k->heap.items[0];
	size_t at = 0, n = --k->heap.nitem;

	k->heap.items[0] = k->heap.items[n];
	for (size_t down = 1; down < n; down = 2 * at + 1) {
		if (down + 1 < n &&
		    above(k, (uint32_t)down + 1, (uint32_t)down))
			down++;
		if (!above(k, (uint32_t)down, (uint32_t)at))
			break;
		swap(k, at, down);
		at = down;
	}
	k->kept.items[first].dirty = false;
	return first;
}

/* Blocks: what lies in one, in pieces of some days, so that two days far apart
 * do not bring all that lies between. */

#define PIECE 16 /* days */

static int32_t piece_of(int32_t day)
{
	return day >= 0 ? day / PIECE : -((PIECE - 1 - day) / PIECE);
}

static uint64_t piece_key(uint64_t block, int32_t piece)
{
	return block + (uint64_t)(int64_t)piece * 0x9e3779b97f4a7c15u;
}

/* Makes it where there is none. */
static uint32_t block_index(struct sr_keep *k, uint64_t block, int32_t piece)
{
	uint64_t key = piece_key(block, piece);
	uint32_t i = number_of(&k->by_block, key);

	if (i != UINT32_MAX)
		return i;
	struct sr_keep_block *own = SR_PUSH(k->w.mem, &k->blocks);
	i = (uint32_t)k->blocks.nitem - 1;
	if (!own || !set_number(&k->by_block, k->w.mem, key, i))
		return UINT32_MAX;
	*own = (struct sr_keep_block){ .all = UINT32_MAX,
				       .centres = UINT32_MAX };
	return i;
}

static bool post(struct sr_keep *k, uint32_t *chain, uint32_t telling)
{
	uint32_t next = *chain;
	struct sr_keep_post *own = SR_PUSH(k->w.mem, &k->posts);

	if (!own)
		return false;
	*own = (struct sr_keep_post){ telling, next };
	*chain = (uint32_t)k->posts.nitem - 1;
	return true;
}

/* To be found under its blocks: among all, among centres. */
static bool post_all(struct sr_keep *k, uint32_t telling, bool as_any,
		     bool as_centre)
{
	const struct sr_telling *t = &k->w.tellings.items[telling];
	uint64_t block[SR_MOST_BLOCKS];
	unsigned n = sr_keep_blocks(t, block);

	for (unsigned i = 0; i < n; i++) {
		uint32_t b = block_index(k, block[i], piece_of(t->days.to));
		if (b == UINT32_MAX ||
		    (as_any && !post(k, &k->blocks.items[b].all, telling)) ||
		    (as_centre &&
		     !post(k, &k->blocks.items[b].centres, telling)))
			return false;
	}
	return true;
}

unsigned sr_keep_blocks(const struct sr_telling *t,
			uint64_t block[SR_MOST_BLOCKS])
{
	unsigned n = sr_days_known(t->days) ? t->nblock : 0;

	for (unsigned i = 0; i < n; i++)
		block[i] = sr_star_post(t->block[i], sr_star_wide(t));
	return n;
}

bool sr_keep_put(struct sr_keep *k, const struct sr_telling *t,
		 const struct sr_kept *kept)
{
	struct sr_telling *own = SR_PUSH(k->w.mem, &k->w.tellings);
	struct sr_kept *state = SR_PUSH(k->w.mem, &k->kept);
	uint32_t index = (uint32_t)k->w.tellings.nitem - 1;

	if (!own || !state)
		return false;
	*own = *t;
	*state = *kept;
	state->dirty = state->done = false;
	own->centre = kept->centre && kept->centre == kept->row;
	own->of = UINT32_MAX;
	return set_number(&k->by_row, k->w.mem, (uint64_t)kept->row, index) &&
	       post_all(k, index, true, own->centre);
}

/* The first piece of days that is carried over: half lies behind it, or all that
 * lies in one piece with the middle. */
static int32_t first_carried(const struct sr_keep *k, int64_t *piece)
{
	size_t n = 0, later = 0;

	for (size_t i = 0; i < k->w.tellings.nitem; i++)
		if (sr_days_known(k->w.tellings.items[i].days))
			piece[n++] = piece_of(k->w.tellings.items[i].days.to);
	if (!n)
		return INT32_MAX;
	qsort(piece, n, sizeof(*piece), sr_by_i64);
	int32_t first = (int32_t)piece[n / 2];
	while (later < n && piece[n - 1 - later] >= first)
		later++;
	if (later > n / 4 * 3)
		first++;
	return first > k->whole_from ? first : k->whole_from;
}

bool sr_keep_carry(struct sr_keep *to, const struct sr_keep *from)
{
	size_t n = from->w.tellings.nitem;
	int64_t *piece = sr_arena_raw(to->w.mem, n, sizeof(*piece));

	if (!piece || !SR_ROOM(to->w.mem, &to->w.tellings, n) ||
	    !SR_ROOM(to->w.mem, &to->kept, n))
		return false;
	to->whole_from = first_carried(from, piece);
	for (size_t i = 0; i < n; i++) {
		struct sr_telling t = from->w.tellings.items[i];
		if (!sr_days_known(t.days) ||
		    piece_of(t.days.to) < to->whole_from)
			continue;
		if (!sr_telling_own(&t, to->w.mem) ||
		    !sr_keep_put(to, &t, &from->kept.items[i]))
			return false;
	}
	return true;
}

/* Around a telling: calls fn for each that stands there, some twice. */
struct around {
	struct sr_keep *k;
	uint32_t telling;
	enum sr_keep_read what;
	bool (*fn)(struct sr_keep *k, uint32_t telling, uint32_t other);
	enum sr_code code;
};

/* Has what was asked for read of those pieces that lack it, from the first of
 * them to the last. */
static enum sr_code read_pieces(struct sr_keep *k, uint64_t block, int32_t from,
				int32_t to, enum sr_keep_read what)
{
	int32_t first = 0, last = 0;
	bool any = false;

	for (int32_t p = from; p < k->whole_from && p <= to; p++) {
		uint32_t b = block_index(k, block, p);
		if (b == UINT32_MAX)
			return SR_NOMEM;
		if (k->blocks.items[b].read >= what)
			continue;
		k->blocks.items[b].read = (uint8_t)what;
		first = any ? first : p;
		last = p;
		any = true;
	}
	if (!any)
		return SR_OK;
	return k->read_block(
		k->user, block,
		(struct sr_days){ first * PIECE, last * PIECE + PIECE - 1 },
		what);
}

static void visit(void *user, uint64_t block, struct sr_days days)
{
	struct around *a = user;
	struct sr_keep *k = a->k;
	int32_t from = piece_of(days.from), to = piece_of(days.to);

	if (!a->code)
		a->code = read_pieces(k, block, from, to, a->what);
	for (int32_t piece = from; !a->code && piece <= to; piece++) {
		uint32_t b = number_of(&k->by_block, piece_key(block, piece));
		if (b == UINT32_MAX)
			continue;
		const struct sr_keep_block *own = &k->blocks.items[b];
		uint32_t p = a->what == SR_KEEP_ALL ? own->all : own->centres;
		for (; !a->code && p != UINT32_MAX;
		     p = k->posts.items[p].next) {
			uint32_t other = k->posts.items[p].telling;
			if (other != a->telling && !a->fn(k, a->telling, other))
				a->code = SR_NOMEM;
		}
	}
}

static enum sr_code
look_around(struct sr_keep *k, uint32_t telling, enum sr_keep_read what,
	    bool (*fn)(struct sr_keep *k, uint32_t telling, uint32_t other))
{
	struct around a = { k, telling, what, fn, SR_OK };
	/* A copy: reading moves the list. */
	struct sr_telling t = k->w.tellings.items[telling];

	sr_star_around(&t, visit, &a);
	return a.code;
}

static bool try_centre(struct sr_keep *k, uint32_t telling, uint32_t other)
{
	sr_star_try(&k->w, telling, other);
	return true;
}

/* A new centre: those that it may lead look anew. */
static bool touch_led(struct sr_keep *k, uint32_t telling, uint32_t other)
{
	const struct sr_telling *c = &k->w.tellings.items[telling];
	const struct sr_telling *t = &k->w.tellings.items[other];

	if (k->kept.items[other].dirty || k->kept.items[other].done ||
	    !sr_leads(c, t) || (c->denied && !t->denied) ||
	    sr_telling_score(&k->w, c, t, NULL) < SR_ENOUGH)
		return true;
	return sr_keep_touch(k, other);
}

static enum sr_code settle(struct sr_keep *k, uint32_t i)
{
	struct sr_telling *t = &k->w.tellings.items[i];
	bool was = t->centre;

	t->centre = false;
	t->of = UINT32_MAX;
	t->score = 0;
	uint32_t *done = SR_PUSH(k->w.mem, &k->done);
	if (!done)
		return SR_NOMEM;
	*done = i;
	enum sr_code code = look_around(k, i, SR_KEEP_CENTRES, try_centre);
	if (code)
		return code;
	t = &k->w.tellings.items[i];
	t->centre = t->of == UINT32_MAX;
	if (t->centre)
		t->of = i;
	k->kept.items[i].done = true;
	if (!was && t->centre && !post_all(k, i, false, true))
		return SR_NOMEM;
	if (was && !t->centre)
		return k->read_members(k->user, k->kept.items[i].row);
	if (!was && t->centre && !t->vague)
		return look_around(k, i, SR_KEEP_ALL, touch_led);
	return SR_OK;
}

enum sr_code sr_keep_run(struct sr_keep *k)
{
	enum sr_code code = SR_OK;

	while (!code && k->heap.nitem)
		code = settle(k, take_first(k));
	return !code && k->w.mem->full ? SR_NOMEM : code;
}
