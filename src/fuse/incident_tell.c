/* The tellings of a report: what it says of one happening. The most exact
 * claims come first and each begins a telling or joins the one that it fits;
 * losses and damage go to the attack that stands nearest in the text. */
#include <stdlib.h>

#include "base/order.h"
#include "fuse/incident_work.h"
#include "fuse/manner.h"
#include "ontology.h"

#define A_WEEK 7
#define REGION_KM 30.0 /* beyond its radius a region has no town */
#define TOUCHING 120   /* bytes: in one breath */
#define BESIDE 400   /* bytes: near enough to be of one thing without a place */
#define FAR_OFF 1200 /* no mark belongs to an attack so far off in the text */
#define ENOUGH 14    /* points for a loss to belong to an attack */
#define MOST_TELLINGS 4096 /* of a report */

/* A claim in the order of work. */
struct item {
	uint32_t claim;
	uint32_t telling; /* of the report's; UINT32_MAX */
	int exact;
	bool any; /* sr_is_any_attack: asked once, not for each pair */
};

struct page {
	struct sr_tell_work *w;
	struct item *item;
	size_t n;
	uint32_t *head; /* item that began each telling */
	size_t ntelling;
};

static const struct sr_claim *claim_of(const struct page *p, size_t item)
{
	return sr_tell_claim(p->w, p->item[item].claim);
}

/* Bytes between two pieces of evidence; negative where they overlap. */
static int64_t distance(const struct sr_claim *a, const struct sr_claim *b)
{
	if (a->evidence.from >= b->evidence.to)
		return (int64_t)a->evidence.from - b->evidence.to;
	if (b->evidence.from >= a->evidence.to)
		return (int64_t)b->evidence.from - a->evidence.to;
	return -1;
}

static bool differ(bool has_a, struct sr_str a, bool has_b, struct sr_str b)
{
	return has_a && has_b && a.n && b.n && !sr_str_equal(a, b);
}

static bool other_actor(const struct sr_claim *a, const struct sr_claim *b)
{
	return differ(a->has_actor, a->actor.side, b->has_actor, b->actor.side);
}

/* Who leaves, and who comes: two sides of one change. */
static bool other_side(const struct sr_claim *a, const struct sr_claim *b)
{
	bool la = a->type == SR_TYPE_CONTROL_LEAVE;
	bool lb = b->type == SR_TYPE_CONTROL_LEAVE;

	if (la != lb)
		return a->has_actor && b->has_actor && a->actor.side.n &&
		       sr_str_equal(a->actor.side, b->actor.side);
	if (!other_actor(a, b))
		return false;
	if (a->type != SR_TYPE_ATTACK_GROUND || b->type != a->type)
		return true;
	return !(b->has_target &&
		 sr_str_equal(a->actor.side, b->target.side)) &&
	       !(a->has_target && sr_str_equal(b->actor.side, a->target.side));
}

/* 1: one place; 0: one of them has none, or one is a region; -1: two. */
static int compare_places(const struct page *p, const struct sr_claim *a,
			  const struct sr_claim *b)
{
	if (!a->has_place || !b->has_place)
		return 0;
	if (sr_same_spot(&a->place, &b->place, 5.0) ||
	    sr_hash_folded(a->place.name, p->w->mem) ==
		    sr_hash_folded(b->place.name, p->w->mem))
		return 1;
	if ((sr_place_where(a) == SR_WHERE_BROAD) ==
	    (sr_place_where(b) == SR_WHERE_BROAD))
		return -1;
	if (differ(true, a->place.country, true, b->place.country))
		return -1;
	double km = REGION_KM + a->place.radius_km + b->place.radius_km;
	return a->place.has_point && b->place.has_point &&
			       !sr_same_spot(&a->place, &b->place, km)
		       ? -1
		       : 0;
}

/* 1: days that may be one; 0: unknown; -1: disjoint. */
static int compare_days(const struct sr_claim *a, const struct sr_claim *b)
{
	struct sr_days p = sr_claim_reach(a), q = sr_claim_reach(b);

	if (!sr_days_known(p) || !sr_days_known(q))
		return 0;
	return p.from <= q.to && q.from <= p.to ? 1 : -1;
}

static bool numbers_clash(const struct sr_claim *a, const struct sr_claim *b)
{
	return a->has_count && b->has_count && a->type == b->type &&
	       sr_str_equal(a->unit, b->unit) && !a->count_further &&
	       !b->count_further &&
	       !differ(a->has_target, a->target.side, b->has_target,
		       b->target.side) &&
	       (a->count.high < b->count.low || b->count.high < a->count.low);
}

static bool is_pair(const struct sr_link *l, struct sr_str a, struct sr_str b)
{
	return (sr_str_equal(l->a, a) && sr_str_equal(l->b, b)) ||
	       (sr_str_equal(l->a, b) && sr_str_equal(l->b, a));
}

static bool cannot(const struct page *p, size_t i, size_t k)
{
	const struct sr_record *all = p->w->records->claims.items;
	const struct sr_links *links = p->w->links;

	for (size_t n = 0; links && n < links->ncannot; n++)
		if (is_pair(&links->cannot[n], all[p->item[i].claim].key,
			    all[p->item[k].claim].key))
			return true;
	return false;
}

static bool cannot_join(const struct page *p, size_t i, uint32_t telling)
{
	if (!p->w->links || !p->w->links->ncannot)
		return false;
	for (size_t k = 0; k < p->n; k++)
		if (p->item[k].telling == telling && cannot(p, i, k))
			return true;
	return false;
}

static bool same_sort(const struct page *p, size_t i, size_t k)
{
	const struct sr_claim *a = claim_of(p, i), *b = claim_of(p, k);
	const struct sr_kin *kin = sr_kin_of(a->type);
	const struct sr_kin *other = sr_kin_of(b->type);

	if (kin->group != other->group)
		return false;
	if (kin->sort == other->sort || p->item[i].any || p->item[k].any)
		return true;
	/* "Grenades thrown at civilians" is both, in one piece of text. */
	return kin->group == SR_GROUP_ATTACK && distance(a, b) < 0 &&
	       (kin->sort == SR_SORT_CIVILIANS ||
		other->sort == SR_SORT_CIVILIANS);
}

static bool words_fit(const struct page *p, size_t i, size_t k)
{
	const struct sr_record *all = p->w->records->claims.items;
	const struct sr_record *a = &all[p->item[i].claim];
	const struct sr_record *b = &all[p->item[k].claim];

	return !sr_kin_of(a->claim.type)->wordy ||
	       distance(&a->claim, &b->claim) < 0 ||
	       (a->claim.status == SR_STATUS_DENIED &&
		b->claim.status != SR_STATUS_DENIED) ||
	       sr_words_shared(a->words, b->words) >= 400;
}

/* May a happening and the head of a telling be one? */
static bool fits(const struct page *p, size_t i, size_t k)
{
	const struct sr_claim *a = claim_of(p, i), *b = claim_of(p, k);
	int where = compare_places(p, a, b), when = compare_days(a, b);
	int64_t off = distance(a, b);

	if (!same_sort(p, i, k) || where < 0 || when < 0 || other_side(a, b) ||
	    numbers_clash(a, b) || !words_fit(p, i, k))
		return false;
	if (a->status == SR_STATUS_DENIED && b->status != SR_STATUS_DENIED &&
	    off > BESIDE)
		return false;
	/* Without a place or a day of its own only what stands beside it; a
	 * region and a town only in one breath. */
	if (where > 0 && when > 0)
		return true;
	bool loose = sr_kin_of(a->type)->core &&
		     !(where == 0 && a->has_place && b->has_place);
	return off <= (loose ? BESIDE : TOUCHING);
}

/* "400 were killed between 5 April and 2 May": a toll of weeks, and no part of
 * what happened on one of those days. */
static bool counts_a_time(const struct sr_claim *mark,
			  const struct sr_claim *head)
{
	return sr_days_known(mark->days) && sr_days_known(head->days) &&
	       mark->basis != SR_BASIS_REPORT &&
	       sr_days_span(mark->days) > A_WEEK &&
	       sr_days_span(head->days) < sr_days_span(mark->days) / 2;
}

/* How well a loss or damage belongs to the happening that heads a telling. */
static int mark_points(const struct page *p, size_t i, size_t k)
{
	const struct sr_claim *a = claim_of(p, i), *b = claim_of(p, k);
	unsigned group = sr_kin_of(b->type)->group;
	int where = compare_places(p, a, b), when = compare_days(a, b);
	int64_t off = distance(a, b);

	if ((group != SR_GROUP_ATTACK && group != SR_GROUP_CONTROL) ||
	    where < 0 || when < 0 || off > FAR_OFF || counts_a_time(a, b) ||
	    a->status == SR_STATUS_DENIED || b->status == SR_STATUS_DENIED)
		return SR_NEVER;
	if (group == SR_GROUP_ATTACK && other_actor(a, b))
		return SR_NEVER;
	int points = off < 0 ? 24 : off < 120 ? 16 : off < 400 ? 10 : 2;
	points += where > 0 ? 8 : 0;
	points += when > 0 ? 6 : 0;
	points += a->has_actor && b->has_actor && a->actor.side.n &&
				  sr_str_equal(a->actor.side, b->actor.side)
			  ? 4
			  : 0;
	return points + (group == SR_GROUP_ATTACK ? 3 : 0);
}

/* The telling that an item joins; UINT32_MAX: none. */
static uint32_t find_telling(const struct page *p, size_t i)
{
	const struct sr_claim *c = claim_of(p, i);
	bool core = sr_kin_of(c->type)->core;
	uint32_t best = UINT32_MAX;
	int64_t best_points = INT64_MIN;

	for (uint32_t t = 0; t < p->ntelling; t++) {
		size_t k = p->head[t];
		bool with_core = sr_kin_of(claim_of(p, k)->type)->core;
		int64_t points;
		if (core && !with_core)
			continue;
		if (core || !with_core) {
			if (!fits(p, i, k))
				continue;
			points = -distance(c, claim_of(p, k));
		} else {
			points = mark_points(p, i, k);
			if (points < ENOUGH)
				continue;
			points += (int64_t)1 << 32; /* before bare losses */
		}
		if (points > best_points && !cannot_join(p, i, t)) {
			best_points = points;
			best = t;
		}
	}
	return best;
}

static bool place_item(struct page *p, size_t i)
{
	uint32_t t = find_telling(p, i);

	if (t == UINT32_MAX) {
		if (p->ntelling == MOST_TELLINGS)
			return true;
		t = (uint32_t)p->ntelling++;
		p->head[t] = (uint32_t)i;
	}
	p->item[i].telling = t;
	return true;
}

/* Puts the report's tellings into the list, their claims behind each other. */
static bool put_page(struct page *p, uint32_t *nclaim)
{
	struct sr_tell_work *w = p->w;

	for (uint32_t t = 0; t < p->ntelling; t++) {
		struct sr_telling *own = SR_PUSH(w->mem, &w->tellings);
		if (!own)
			return false;
		own->from = *nclaim;
		own->head = p->item[p->head[t]].claim;
		for (size_t i = 0; i < p->n; i++) {
			if (p->item[i].telling != t)
				continue;
			w->claim[(*nclaim)++] = p->item[i].claim;
			w->telling[p->item[i].claim] =
				(uint32_t)w->tellings.nitem - 1;
			own->n++;
		}
		if (!sr_telling_fill(w, own))
			return false;
	}
	return true;
}

static bool read_page(struct sr_tell_work *w, struct item *item, size_t n,
		      uint32_t *nclaim)
{
	struct page p = { .w = w, .item = item, .n = n };

	p.head =
		SR_NEW(w->mem, uint32_t, n < MOST_TELLINGS ? n : MOST_TELLINGS);
	if (!p.head)
		return false;
	for (size_t i = 0; i < n; i++)
		item[i].telling = UINT32_MAX;
	for (int cores = 1; cores >= 0; cores--)
		for (size_t i = 0; i < n; i++)
			if (sr_kin_of(claim_of(&p, i)->type)->core ==
			    (cores == 1))
				place_item(&p, i);
	return put_page(&p, nclaim);
}

/* An item with all that it is sorted by, since qsort passes nothing along. */
struct entry {
	struct item item;
	const struct sr_record *record;
};

/* By report; then the most exact first, then as they stand in the text. */
static int by_exactness(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	const struct sr_claim *p = &a->record->claim, *q = &b->record->claim;
	int c = sr_order(a->record->report, b->record->report);

	if (c || (c = sr_order(b->item.exact, a->item.exact)))
		return c;
	if ((c = sr_order(p->evidence.from, q->evidence.from)) ||
	    (c = sr_order(p->evidence.to, q->evidence.to)))
		return c;
	return sr_str_order(a->record->key, b->record->key);
}

static struct entry entry_of(const struct sr_tell_work *w, uint32_t claim)
{
	const struct sr_record *r = &w->records->claims.items[claim];

	return (struct entry){ .item = { .claim = claim,
					 .exact = sr_claim_exactness(r),
					 .any = sr_is_any_attack(r) },
			       .record = r };
}

/* The most exact claim leads, but no loss or damage where there is more. */
static uint32_t find_head(const struct entry *entry, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (sr_kin_of(entry[i].record->claim.type)->core)
			return entry[i].item.claim;
	return entry[0].item.claim;
}

bool sr_telling_of(struct sr_tell_work *w, uint32_t *claim, uint32_t n,
		   struct sr_telling *out)
{
	struct entry *entry = SR_NEW(w->mem, struct entry, n);

	if (!entry || !n)
		return false;
	for (uint32_t i = 0; i < n; i++)
		entry[i] = entry_of(w, claim[i]);
	qsort(entry, n, sizeof(*entry), by_exactness);
	for (uint32_t i = 0; i < n; i++)
		claim[i] = entry[i].item.claim;
	*out = (struct sr_telling){ .from = (uint32_t)(claim - w->claim),
				    .n = n,
				    .head = find_head(entry, n) };
	return sr_telling_fill(w, out);
}

static size_t collect(struct sr_tell_work *w, struct entry *entry)
{
	size_t n = 0;

	for (uint32_t i = 0; i < w->records->claims.nitem; i++) {
		const struct sr_record *r = &w->records->claims.items[i];
		w->telling[i] = UINT32_MAX;
		if (sr_claim_apart(&r->claim) == SR_APART_NOT)
			entry[n++] = entry_of(w, i);
	}
	if (n)
		qsort(entry, n, sizeof(*entry), by_exactness);
	return n;
}

enum sr_code sr_tellings(struct sr_tell_work *w)
{
	size_t most = w->records->claims.nitem;
	struct entry *entry = SR_NEW(w->mem, struct entry, most);
	struct item *item = SR_NEW(w->mem, struct item, most);
	uint32_t nclaim = 0;

	w->claim = SR_NEW(w->mem, uint32_t, most);
	w->telling = SR_NEW(w->mem, uint32_t, most);
	if (!entry || !item || !w->claim || !w->telling)
		return SR_NOMEM;
	size_t n = collect(w, entry), from = 0;
	/* Room for the most that there can be: what is not used is not touched,
	 * but a list that grows leaves as much again behind it. */
	if (!sr_list_room(w->mem, (void **)&w->tellings.items,
			  &w->tellings.room, n, sizeof(struct sr_telling)))
		return SR_NOMEM;
	for (size_t i = 0; i < n; i++)
		item[i] = entry[i].item;
	for (size_t i = 1; i <= n; i++) {
		if (i < n &&
		    entry[i].record->report == entry[from].record->report)
			continue;
		if (!read_page(w, item + from, i - from, &nclaim))
			return SR_NOMEM;
		from = i;
	}
	return SR_OK;
}
