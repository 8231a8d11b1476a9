/* What stands behind each spell: how likely its holder was over its days, how
 * many origins say so, who they are, whether the loser admits it. A spell is
 * *assessed* when it is likely and several origins say so, not all of them the
 * holder's own, or when the side that lost the place does; else it is
 * *claimed*. */
#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "fuse/control_work.h"

#define LIKELY 750     /* thousandths */
#define BY_THE_WAY 500 /* where the path says nothing: told of the past */
#define MOST_GAP 28    /* half days for which one moment stands */
#define FADE_DAYS 365  /* in which a quarter of what is known has faded */

static uint32_t state_of(const struct sr_control_work *w, struct sr_str side)
{
	for (uint32_t i = 0; i < w->sides.nitem; i++)
		if (sr_str_equal(w->sides.items[i], side))
			return i + 1;
	return 0;
}

/* The mean chance of the holder over the moments of the spell. */
static uint16_t mean_chance(const struct sr_control_work *w, size_t i)
{
	const struct sr_spell *s = sr_spell_at(w, i), *next;
	uint32_t state = state_of(w, s->holder);
	int64_t from = SR_EARLY(s->from.to), to = INT64_MAX;
	uint64_t sum = 0, all = 0;

	if (s->from.to == SR_DAY_MIN)
		from = INT64_MIN;
	if ((next = sr_spell_at(w, i + 1)) != NULL)
		to = SR_EARLY(next->from.to);
	for (size_t k = 0; k < w->moments.nitem; k++) {
		const struct sr_moment *m = &w->moments.items[k];
		if (m->at < from || m->at > to || m->state != state)
			continue;
		int64_t gap = k + 1 < w->moments.nitem ? m[1].at - m->at : 1;
		gap = gap > MOST_GAP ? MOST_GAP : gap;
		sum += (uint64_t)gap * m->chance;
		all += (uint64_t)gap;
	}
	return (uint16_t)(all ? sum / all : BY_THE_WAY);
}

static bool is_against(const struct sr_ground *g)
{
	return g->bearing == SR_BEARS_DENIES || g->bearing == SR_BEARS_RIVALS;
}

/* Support of the grounds that speak against, or of the others. */
static struct sr_support support(struct sr_control_work *w,
				 const struct sr_spell *s, bool against)
{
	uint32_t *claim = SR_NEW(w->mem, uint32_t, s->grounds.nitem);
	size_t n = 0;

	if (!claim)
		return (struct sr_support){ 0 };
	for (size_t k = 0; k < s->grounds.nitem; k++)
		if (is_against(&s->grounds.items[k]) == against)
			claim[n++] = s->grounds.items[k].claim;
	return sr_support_of(w->records, w->in->voices, claim, n, w->mem);
}

/* Who says it: the holder's side alone; the side that lost it. */
static void find_interests(const struct sr_control_work *w, struct sr_spell *s)
{
	size_t own = 0, all = 0;

	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_ground *g = &s->grounds.items[k];
		const struct sr_claim *c = sr_control_claim(w, g->claim);
		if (is_against(g) || c->type == SR_TYPE_CONTROL_ADVANCE)
			continue;
		all++;
		own += g->interest == SR_SPEAKS_FOR;
		s->admitted |= g->interest == SR_SPEAKS_AGAINST &&
			       c->status == SR_STATUS_ASSERTED;
	}
	s->own_only = all && own == all;
}

static bool is_plain(const struct sr_control_work *w, const struct sr_ground *g)
{
	return !is_against(g) &&
	       sr_control_claim(w, g->claim)->status == SR_STATUS_ASSERTED;
}

/* Do two sources in two reports say so, that are two origins? What one report
 * says and whom it quotes is not apart. */
static bool is_shared(const struct sr_control_work *w, const struct sr_spell *s)
{
	const struct sr_record *r = w->records->claims.items;
	const struct sr_control_in *in = w->in;

	for (size_t i = 1; i < s->grounds.nitem; i++) {
		uint32_t a = s->grounds.items[i].claim;
		if (!is_plain(w, &s->grounds.items[i]))
			continue;
		for (size_t k = 0; k < i; k++) {
			uint32_t b = s->grounds.items[k].claim;
			if (is_plain(w, &s->grounds.items[k]) &&
			    r[a].report != r[b].report &&
			    in->voices->claim[a] != in->voices->claim[b] &&
			    (!in->trust ||
			     in->trust->claim[a] != in->trust->claim[b]))
				return true;
		}
	}
	return false;
}

static void put_id(const struct sr_spot_group *group, struct sr_spell *s)
{
	const struct sr_place_slot *p = group->place;
	char hex[SR_HEX];
	struct sr_digest d;

	sr_digest_init(&d);
	sr_digest_int(&d, p ? p->id : 0);
	sr_digest_text(&d, p ? p->name : (struct sr_str){ NULL, 0 });
	if (p && !p->id && p->has_point) {
		sr_digest_int(&d, (int64_t)(p->lat * 1000));
		sr_digest_int(&d, (int64_t)(p->lon * 1000));
	}
	sr_digest_text(&d, s->holder);
	sr_digest_text(&d, s->rival);
	sr_digest_int(&d, s->from.from);
	sr_digest_int(&d, s->from.to);
	sr_digest_end(&d, hex);
	snprintf(s->id, sizeof(s->id), "h%.12s", hex);
}

/* In order: by bearing, then by what the claims say and where, not by how they
 * came in. */
struct keyed {
	struct sr_ground ground;
	struct sr_str sha256, key;
	uint32_t from;
};

static int by_content(const void *pa, const void *pb)
{
	const struct keyed *a = pa, *b = pb;
	int c = (a->ground.bearing > b->ground.bearing) -
		(a->ground.bearing < b->ground.bearing);

	if (c || (c = sr_str_order(a->sha256, b->sha256)) ||
	    (c = (a->from > b->from) - (a->from < b->from)) ||
	    (c = sr_str_order(a->key, b->key)))
		return c;
	return (a->ground.claim > b->ground.claim) -
	       (a->ground.claim < b->ground.claim);
}

static struct keyed key_of(const struct sr_control_work *w, struct sr_ground g)
{
	const struct sr_record *r = &w->records->claims.items[g.claim];

	return (struct keyed){ g, sr_filed_of(w->records, r)->sha256, r->key,
			       r->claim.evidence.from };
}

static enum sr_code sort_grounds(struct sr_control_work *w, struct sr_spell *s)
{
	size_t n = s->grounds.nitem;
	struct keyed *key = SR_NEW(w->mem, struct keyed, n);

	if (!key)
		return SR_NOMEM;
	for (size_t i = 0; i < n; i++)
		key[i] = key_of(w, s->grounds.items[i]);
	if (n)
		qsort(key, n, sizeof(*key), by_content);
	for (size_t i = 0; i < n; i++)
		s->grounds.items[i] = key[i].ground;
	return SR_OK;
}

static enum sr_code sort_beside(struct sr_control_work *w)
{
	size_t n = w->out->beside.nitem;
	struct keyed *key = SR_NEW(w->mem, struct keyed, n);

	if (!key)
		return SR_NOMEM;
	for (size_t i = 0; i < n; i++)
		key[i] = key_of(w, (struct sr_ground){
					   .claim = w->out->beside.items[i] });
	if (n)
		qsort(key, n, sizeof(*key), by_content);
	for (size_t i = 0; i < n; i++)
		w->out->beside.items[i] = key[i].ground.claim;
	return SR_OK;
}

/* Of two claims of a siege the one of the later day; of one day the first. */
static uint32_t last_of(const struct sr_control_work *w,
			const struct sr_spell *s, uint32_t claim)
{
	int32_t old = sr_control_claim(w, s->siege_claim)->days.to;

	if (old == sr_control_claim(w, claim)->days.to &&
	    sr_claim_order(w->records, s->siege_claim, claim) < 0)
		return s->siege_claim;
	return claim;
}

/* Besieged by another side, and nobody says who has it: the state that it lies
 * in, as far as is known. */
static enum sr_code assume_besieged(struct sr_control_work *w,
				    const struct sr_spot_group *group)
{
	bool besieged = false;

	for (size_t i = 0; i < group->n && w->ground.n; i++) {
		const struct sr_claim *c = sr_control_claim(w, group->claim[i]);
		besieged |= c->type == SR_TYPE_CONTROL_BESIEGE &&
			    c->status == SR_STATUS_ASSERTED &&
			    c->place.role == SR_ROLE_AT &&
			    sr_days_known(c->days) &&
			    c->days.to != SR_DAY_MAX && c->has_actor &&
			    c->actor.side.n &&
			    !sr_str_equal(c->actor.side, w->ground) &&
			    sr_control_extent(w, group->claim[i]) ==
				    SR_EXTENT_OPEN;
	}
	if (!besieged || w->out->spells.nitem)
		return SR_OK;
	return sr_spell_insert(w, 0, SR_HOLD_ASSUMED, w->ground) ? SR_OK
								  : SR_NOMEM;
}

/* Sieges are of the spell in which they are told. */
static void put_sieges(struct sr_control_work *w,
		       const struct sr_spot_group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct sr_claim *c = sr_control_claim(w, group->claim[i]);
		struct sr_spell *s = NULL;
		if (c->type != SR_TYPE_CONTROL_BESIEGE ||
		    c->status != SR_STATUS_ASSERTED ||
		    c->place.role != SR_ROLE_AT || !sr_days_known(c->days) ||
		    c->days.to == SR_DAY_MAX)
			continue;
		for (size_t k = 0; k < w->out->spells.nitem; k++)
			if (w->out->spells.items[k].from.to <= c->days.to)
				s = &w->out->spells.items[k];
		if (!s || sr_str_equal(s->holder, c->actor.side))
			continue;
		int32_t from = c->days.from == SR_DAY_MIN ? c->days.to
							  : c->days.from;
		if (!sr_days_known(s->siege)) {
			s->siege = (struct sr_days){ from, c->days.to };
			s->siege_claim = group->claim[i];
		}
		if (from < s->siege.from)
			s->siege.from = from;
		if (c->days.to >= s->siege.to)
			s->siege_claim = last_of(w, s, group->claim[i]);
		if (c->days.to > s->siege.to)
			s->siege.to = c->days.to;
	}
}

/* The last day of anything that is said of the place. */
static void find_last(struct sr_control_work *w,
		      const struct sr_spot_group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct sr_claim *c = sr_control_claim(w, group->claim[i]);
		if (sr_days_known(c->days) && c->days.to != SR_DAY_MAX &&
		    c->days.to > w->out->last &&
		    (c->status == SR_STATUS_ASSERTED ||
		     c->status == SR_STATUS_UNVERIFIED))
			w->out->last = c->days.to;
	}
}

enum sr_code sr_control_judge(struct sr_control_work *w,
			      const struct sr_spot_group *group)
{
	enum sr_code code = sort_beside(w);

	if (!code)
		code = assume_besieged(w, group);
	for (size_t i = 0; !code && i < w->out->spells.nitem; i++) {
		struct sr_spell *s = &w->out->spells.items[i];
		code = sort_grounds(w, s);
		s->support = support(w, s, false);
		s->against = support(w, s, true);
		if (s->kind != SR_HOLD_ASSUMED)
			s->sure = mean_chance(w, i);
		find_interests(w, s);
		if (s->kind == SR_HOLD_CLAIMED && s->sure >= LIKELY &&
		    (s->admitted || (!s->own_only && is_shared(w, s))))
			s->kind = SR_HOLD_ASSESSED;
		put_id(group, s);
	}
	put_sieges(w, group);
	find_last(w, group);
	return code;
}

uint32_t sr_control_sure(const struct sr_control *control, size_t i,
			 int32_t day)
{
	const struct sr_spell *s = &control->spells.items[i];
	int64_t last = s->seen > s->from.to ? s->seen : s->from.to;
	int64_t gap = (int64_t)day - last;

	if (i + 1 < control->spells.nitem || last == SR_DAY_MIN || gap <= 0)
		return s->sure;
	return (uint32_t)(s->sure - s->sure * gap / (2 * (gap + FADE_DAYS)));
}
