#include "fuse/incident_keep.h"

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

/* Blocks */

static uint32_t block_index(struct sr_keep *k, uint64_t block)
{
	uint32_t i = number_of(&k->by_block, block);

	if (i != UINT32_MAX)
		return i;
	struct sr_keep_block *own = SR_PUSH(k->w.mem, &k->blocks);
	i = (uint32_t)k->blocks.nitem - 1;
	if (!own || !set_number(&k->by_block, k->w.mem, block, i))
		return UINT32_MAX;
	*own = (struct sr_keep_block){ .days = SR_DAYS_UNKNOWN,
				       .chain = UINT32_MAX };
	return i;
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
	uint64_t block[SR_MOST_BLOCKS];
	unsigned n = sr_keep_blocks(t, block);

	if (!own || !state)
		return false;
	*own = *t;
	*state = *kept;
	state->dirty = state->done = false;
	own->centre = kept->centre && kept->centre == kept->row;
	own->of = UINT32_MAX;
	if (!set_number(&k->by_row, k->w.mem, (uint64_t)kept->row, index))
		return false;
	for (unsigned i = 0; i < n; i++) {
		uint32_t b = block_index(k, block[i]);
		struct sr_keep_post *post = SR_PUSH(k->w.mem, &k->posts);
		if (b == UINT32_MAX || !post)
			return false;
		*post = (struct sr_keep_post){ index,
					       k->blocks.items[b].chain };
		k->blocks.items[b].chain = (uint32_t)k->posts.nitem - 1;
	}
	return true;
}

/* Around a telling: calls fn for each that stands there, some twice. */
struct around {
	struct sr_keep *k;
	uint32_t telling;
	bool (*fn)(struct sr_keep *k, uint32_t telling, uint32_t other);
	enum sr_code code;
};

static struct sr_days hull(struct sr_days a, struct sr_days b)
{
	if (!sr_days_known(a))
		return b;
	return (struct sr_days){ a.from < b.from ? a.from : b.from,
				 a.to > b.to ? a.to : b.to };
}

static enum sr_code read_block(struct sr_keep *k, uint64_t block,
			       struct sr_days days)
{
	uint32_t b = block_index(k, block);

	if (b == UINT32_MAX)
		return SR_NOMEM;
	struct sr_days have = k->blocks.items[b].days;
	if (sr_days_known(have) && have.from <= days.from && have.to >= days.to)
		return SR_OK;
	days = hull(have, days);
	k->blocks.items[b].days = days;
	return k->read_block(k->user, block, days);
}

static void visit(void *user, uint64_t block, struct sr_days days)
{
	struct around *a = user;

	if (!a->code)
		a->code = read_block(a->k, block, days);
	uint32_t b = number_of(&a->k->by_block, block);
	if (a->code || b == UINT32_MAX)
		return;
	for (uint32_t p = a->k->blocks.items[b].chain;
	     !a->code && p != UINT32_MAX; p = a->k->posts.items[p].next) {
		uint32_t other = a->k->posts.items[p].telling;
		if (other != a->telling && !a->fn(a->k, a->telling, other))
			a->code = SR_NOMEM;
	}
}

static enum sr_code look_around(struct sr_keep *k, uint32_t telling,
				bool (*fn)(struct sr_keep *k, uint32_t telling,
					   uint32_t other))
{
	struct around a = { k, telling, fn, SR_OK };
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
	enum sr_code code = look_around(k, i, try_centre);
	if (code)
		return code;
	t = &k->w.tellings.items[i];
	t->centre = t->of == UINT32_MAX;
	if (t->centre)
		t->of = i;
	k->kept.items[i].done = true;
	if (was && !t->centre)
		return k->read_members(k->user, k->kept.items[i].row);
	if (!was && t->centre && !t->vague)
		return look_around(k, i, touch_led);
	return SR_OK;
}

enum sr_code sr_keep_run(struct sr_keep *k)
{
	enum sr_code code = SR_OK;

	while (!code && k->heap.nitem)
		code = settle(k, take_first(k));
	return !code && k->w.mem->full ? SR_NOMEM : code;
}
