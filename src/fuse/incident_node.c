/* What a telling is compared by, made of its claims: the most exact of them
 * gives place and days, the others their types, parties and numbers. And the
 * blocks: the keys under which tellings that may be one are looked for. */
#include "base/calendar.h"
#include "base/geo.h"
#include "base/utf8.h"
#include "fuse/incident_work.h"
#include "fuse/manner.h"
#include "ontology.h"

#define BROAD_KM 30.0	  /* a place with so wide a radius is a region */
#define LEAST_NUMBER 3000 /* thousandths: smaller numbers tell nothing */

uint64_t sr_hash_folded(struct sr_str s, struct sr_arena *mem)
{
	char small[256];
	size_t room = s.n * 4 + 1;
	char *out = room <= sizeof(small) ? small : sr_arena_raw(mem, room, 1);

	if (!s.n || !out)
		return 0;
	return sr_hash(out, sr_fold(s, out, room));
}

enum sr_where sr_place_where(const struct sr_claim *c)
{
	if (!c->has_place)
		return SR_WHERE_NOT;
	if (c->place.role == SR_ROLE_AREA || c->place.radius_km > BROAD_KM)
		return SR_WHERE_BROAD;
	return SR_WHERE_FIRM;
}

struct sr_days sr_claim_reach(const struct sr_claim *c)
{
	const struct sr_reach *r = sr_reach_of(sr_kin_of(c->type)->group);
	struct sr_days reach = c->days;

	if (sr_days_known(reach) && c->basis == SR_BASIS_REPORT)
		reach.from -= r->lag;
	return reach;
}

/* 0 to 4 */
static int day_exactness(const struct sr_claim *c)
{
	int64_t width = sr_days_span(c->days);

	if (!sr_days_known(c->days))
		return -1;
	if (c->basis == SR_BASIS_REPORT)
		return 2;
	if (width > 3)
		return width > 10 ? 0 : 1;
	return width ? 3 : 4;
}

static bool exact_number(const struct sr_claim *c)
{
	return c->has_count && c->count.low != SR_COUNT_OPEN_LOW &&
	       c->count.low >= LEAST_NUMBER;
}

/* Days before places before the rest. Who denies leads nobody who says. */
int sr_claim_exactness(const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	enum sr_where where = sr_place_where(c);
	int near = c->has_place && c->place.role != SR_ROLE_AT;
	int rank = day_exactness(c) * 100;

	rank += where == SR_WHERE_FIRM	  ? 60 - 20 * near
		: where == SR_WHERE_BROAD ? 20
					  : 0;
	rank += !sr_kin_of(c->type)->core ? 0 : sr_is_any_attack(r) ? 4 : 10;
	rank += c->has_actor && c->actor.side.n ? 5 : 0;
	rank += exact_number(c) ? 3 : 0;
	if (c->status == SR_STATUS_UNVERIFIED ||
	    c->status == SR_STATUS_DISPUTED)
		rank -= 2;
	return c->status == SR_STATUS_DENIED ? rank - 1000 : rank;
}

static void add_amount(struct sr_tell_work *w, struct sr_telling *t,
		       struct sr_amount *amount, const struct sr_claim *c)
{
	if (!c->has_count || t->namount == SR_MOST_AMOUNTS ||
	    c->status == SR_STATUS_DENIED)
		return;
	amount[t->namount++] = (struct sr_amount){
		.type = c->type,
		.unit = sr_hash_folded(c->unit, w->mem),
		.low = c->count.low,
		.high = c->count.high,
		.side = c->has_target ? c->target.side : (struct sr_str){ 0 },
		.open = c->count_further || c->count_total,
	};
}

/* The side that all name, or none. Losses have their parties the other way in
 * no case, so they may help. */
static void add_side(struct sr_str *side, bool *several, bool has,
		     const struct sr_party_slot *p)
{
	if (!has || !p->side.n || *several)
		return;
	if (side->n && !sr_str_equal(*side, p->side)) {
		*several = true;
		*side = (struct sr_str){ NULL, 0 };
		return;
	}
	*side = p->side;
}

static void add_claims(struct sr_tell_work *w, struct sr_telling *t,
		       struct sr_amount *amount)
{
	bool actors = false, targets = false;
	uint64_t cores = 0;

	t->denied = t->doubted = true;
	for (uint32_t i = 0; i < t->n; i++) {
		const struct sr_record *r =
			&w->records->claims.items[w->claim[t->from + i]];
		const struct sr_claim *c = &r->claim;
		const struct sr_kin *kin = sr_kin_of(c->type);
		unsigned sort = sr_is_any_attack(r) ? SR_SORT_ANY : kin->sort;
		t->types |= 1u << c->type;
		t->sorts |= 1u << sort;
		if (kin->core)
			cores |= 1u << sort;
		if (c->status != SR_STATUS_DENIED)
			t->denied = false;
		if (c->status == SR_STATUS_ASSERTED)
			t->doubted = false;
		if (!t->key.n || sr_str_order(r->key, t->key) < 0)
			t->key = r->key;
		t->parted = t->parted || sr_links_part(w->links, r->key);
		add_amount(w, t, amount, c);
		/* Who retakes and who leaves are two sides of one thing. */
		if (c->type != SR_TYPE_CONTROL_LEAVE)
			add_side(&t->actor, &actors, c->has_actor, &c->actor);
		else
			add_side(&t->target, &targets, c->has_actor, &c->actor);
		if (c->type != SR_TYPE_CONTROL_LEAVE)
			add_side(&t->target, &targets, c->has_target,
				 &c->target);
	}
	if (cores)
		t->sorts = (uint32_t)cores;
}

static void take_head(struct sr_tell_work *w, struct sr_telling *t)
{
	const struct sr_record *r = &w->records->claims.items[t->head];
	const struct sr_claim *c = &r->claim;

	t->group = sr_kin_of(c->type)->group;
	t->where = sr_place_where(c);
	t->place = c->has_place ? &c->place : NULL;
	t->name = c->has_place ? sr_hash_folded(c->place.name, w->mem) : 0;
	t->days = c->days;
	t->reach = sr_claim_reach(c);
	t->by = c->basis == SR_BASIS_REPORT;
	t->rank = sr_claim_exactness(r);
	t->type = c->type;
	t->said = r->words;
	t->words = r->words.n >= 20 ? sr_hash_folded(r->words, w->mem) : 0;
	/* That the report itself says something was not so tells of nothing. */
	bool negated = t->denied && !c->speaker.n;
	t->vague = negated || !sr_days_known(c->days) ||
		   (t->where == SR_WHERE_NOT && t->group != SR_GROUP_POLITICS);
}

static const struct sr_amount *own_amounts(struct sr_arena *mem,
					   const struct sr_amount *amount,
					   unsigned n)
{
	struct sr_amount *own =
		n ? sr_arena_raw(mem, n, sizeof(*own)) : NULL;

	if (own)
		memcpy(own, amount, n * sizeof(*own));
	return own;
}

bool sr_telling_fill(struct sr_tell_work *w, struct sr_telling *t)
{
	struct sr_amount amount[SR_MOST_AMOUNTS];

	t->types = t->sorts = 0;
	t->key = t->actor = t->target = (struct sr_str){ NULL, 0 };
	t->namount = 0;
	add_claims(w, t, amount);
	t->amount = own_amounts(w->mem, amount, t->namount);
	if (w->mem->full)
		return false;
	take_head(w, t);
	sr_telling_blocks(t, w->mem);
	return !w->mem->full;
}

static bool own_place(struct sr_arena *mem, struct sr_telling *t)
{
	struct sr_place_slot *own = sr_arena_raw(mem, 1, sizeof(*own));

	if (!own)
		return false;
	*own = *t->place;
	own->name = (struct sr_str){ NULL, 0 }; /* t->name has its hash */
	own->country = sr_arena_str(mem, own->country);
	t->place = own;
	return true;
}

bool sr_telling_own(struct sr_telling *t, struct sr_arena *mem)
{
	struct sr_amount amount[SR_MOST_AMOUNTS];

	t->from = t->n = t->head = 0;
	t->key = sr_arena_str(mem, t->key);
	t->actor = sr_arena_str(mem, t->actor);
	t->target = sr_arena_str(mem, t->target);
	t->said = sr_kin_of(t->type)->wordy ? sr_arena_str(mem, t->said)
					    : (struct sr_str){ NULL, 0 };
	for (unsigned i = 0; i < t->namount; i++) {
		amount[i] = t->amount[i];
		amount[i].side = sr_arena_str(mem, amount[i].side);
	}
	t->amount = own_amounts(mem, amount, t->namount);
	return (!t->place || own_place(mem, t)) && !mem->full;
}

/* Degrees as quarters, rounded down. */
static int32_t quarter(double degrees)
{
	return (int32_t)((degrees + 360.0) * 4.0);
}

static uint64_t block(unsigned group, char kind, int64_t a, int64_t b)
{
	int64_t part[4] = { group, kind, a, b };

	return sr_hash(part, sizeof(part));
}

uint64_t sr_cell_block(unsigned group, int32_t row, int32_t column)
{
	/* The globe is round: 360 degrees east of 0 is 0. */
	return block(group, 'c', row, (column + 1440) % 1440);
}

static void add_block(struct sr_telling *t, uint64_t b)
{
	if (t->nblock < SR_MOST_BLOCKS)
		t->block[t->nblock++] = b;
}

void sr_telling_blocks(struct sr_telling *t, struct sr_arena *mem)
{
	unsigned numbers = 0;

	(void)mem;
	t->nblock = 0;
	t->row = -1;
	if (t->place && t->place->has_point) {
		t->row = quarter(t->place->lat);
		t->column = quarter(t->place->lon) % 1440;
		add_block(t, sr_cell_block(t->group, t->row, t->column));
	} else if (t->place) {
		add_block(t,
			  t->place->id
				  ? block(t->group, 'i', t->place->id, 0)
				  : block(t->group, 'n', (int64_t)t->name, 0));
	} else if (t->group == SR_GROUP_POLITICS) {
		add_block(t, block(t->group, 'p', t->types,
				   t->actor.n ? (int64_t)sr_hash(t->actor.s,
								 t->actor.n)
					      : 0));
	}
	for (unsigned i = 0; i < t->namount && numbers < 2; i++) {
		const struct sr_amount *a = &t->amount[i];
		if (a->open || a->low < LEAST_NUMBER)
			continue;
		add_block(t, block(t->group, '#', a->type, a->low));
		numbers++;
	}
}
