/* Key points: what an editor would put first. Changes of hands by side, the
 * deadliest of what is told, the largest totals, the weightiest contradiction.
 * Each is said in full, with its doubt, in its section. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "brief/changes.h"
#include "brief/check.h"
#include "brief/sentence.h"
#include "brief/tell.h"
#include "model/family.h"

#define MOST_SIDES 3
#define MOST_PLACES 6
#define MOST_DEADLY 2
#define LEAST_DEAD 3
#define ONE_EVENT 4 /* days */
#define MOST_AREAS 64
#define LEAST_MANY 3 /* incidents of a region that is named */

static const struct sr_str NONE = { NULL, 0 };

static struct sr_brief_text *point(struct sr_briefing *b, struct sr_str text)
{
	return sr_brief_text(b, sr_brief_part(b, SR_PART_ITEM),
			     sr_sentence_start(&b->en, text));
}

static bool is_gain(const struct sr_change *c)
{
	return c->holder.n && sr_change_is_gain(c->verb) &&
	       (c->spell->kind == SR_HOLD_CLAIMED ||
		c->spell->kind == SR_HOLD_ASSESSED);
}

/* "Ukrainian forces were said to have taken A, B and C." */
static void gains_of(struct sr_briefing *b, const struct sr_change *c, size_t n,
		     struct sr_str side)
{
	struct sr_str place[MOST_PLACES];
	size_t all = 0, shown = 0;
	bool sure = true;

	for (size_t i = 0; i < n; i++) {
		if (!is_gain(&c[i]) || !sr_str_equal(c[i].holder, side))
			continue;
		if (all++ < MOST_PLACES)
			place[shown++] = sr_brief_place_name(b, c[i].place);
		sure = sure && c[i].spell->kind == SR_HOLD_ASSESSED;
	}
	struct sr_slot_text slot[] = {
		{ "side", sr_brief_forces(b, side) },
		{ "places", sr_list_text(&b->en, place, shown) },
		{ "more", all > shown
				  ? sr_number_words(&b->en,
						    (int64_t)(all - shown) *
							    1000)
				  : NONE },
		{ NULL, { NULL, 0 } }
	};
	struct sr_brief_text *t = point(
		b, sr_say_phrase(&b->en, sure ? "key.gains.sure" : "key.gains",
				 slot));
	for (size_t i = 0, k = 0; i < n && k < MOST_PLACES; i++) {
		if (!is_gain(&c[i]) || !sr_str_equal(c[i].holder, side))
			continue;
		sr_change_cite(b, t, c[i].spell, false);
		k++;
	}
	sr_brief_number(b, t);
}

static void key_gains(struct sr_briefing *b)
{
	struct sr_str told[MOST_SIDES];
	size_t n, ntold = 0;
	struct sr_change *c = sr_changes_find(b, &n);

	for (size_t i = 0; c && i < n && ntold < MOST_SIDES; i++) {
		bool known = false;
		for (size_t k = 0; k < ntold; k++)
			known = known || sr_str_equal(told[k], c[i].holder);
		if (known || !is_gain(&c[i]))
			continue;
		gains_of(b, c, n, c[i].holder);
		told[ntold++] = c[i].holder;
	}
}

/* The claim of the most dead of an incident. */
static uint32_t deadliest_claim(const struct sr_briefing *b,
				const struct sr_incident *in)
{
	const struct sr_records *all = &b->found.all;
	uint32_t best = in->claim[0];
	int64_t most = -1;

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_claim *c = &all->claims.items[in->claim[i]].claim;
		if (c->type != SR_TYPE_LOSS_KILLED || !c->has_count ||
		    c->status != SR_STATUS_ASSERTED ||
		    c->count.low == SR_COUNT_OPEN_LOW || c->count.low <= most)
			continue;
		most = c->count.low;
		best = in->claim[i];
	}
	return best;
}

static void key_dead(struct sr_briefing *b, const struct sr_incident *in,
		     bool first)
{
	uint32_t claim = deadliest_claim(b, in);
	const struct sr_record *r = &b->found.all.claims.items[claim];
	struct sr_when when = { in->days, in->by, false };
	struct sr_str who = sr_brief_speaker(b, r->claim.speaker);

	if (!who.n)
		who = sr_brief_outlet(b, sr_filed_of(&b->found.all, r));
	struct sr_slot_text slot[] = {
		{ "number", sr_counted_text(b, &r->claim, false) },
		{ "place", in->place ? sr_brief_place(b, in->place) : NONE },
		{ "when", sr_when_text(&b->en, &when) },
		{ "who", who },
		{ NULL, { NULL, 0 } }
	};
	struct sr_str text = sr_say_phrase(
		&b->en, first ? "key.dead" : "key.dead.next", slot);
	struct sr_brief_text probe = { .text = text };
	int64_t bad;
	for (uint32_t i = 0; i < in->nclaim && i < 24; i++)
		sr_brief_hold(b, &probe, &b->found.all, in->claim[i]);
	if (!text.n || !sr_brief_proved(&b->en, &probe, &bad))
		return;
	struct sr_brief_text *t = point(b, text);
	sr_brief_hold(b, t, &b->found.all, claim);
	for (uint32_t i = 0; i < in->nclaim && i < 24; i++)
		if (in->claim[i] != claim)
			sr_brief_hold(b, t, &b->found.all, in->claim[i]);
	sr_brief_number(b, t);
	if (t)
		t->id = sr_str_of(in->id);
}

/* What took weeks is a toll of a time, no event. */
static void key_deadly(struct sr_briefing *b)
{
	const struct sr_incident *best[MOST_DEADLY] = { NULL };

	for (size_t i = 0; i < b->found.incidents.items.nitem; i++) {
		const struct sr_incident *in =
			&b->found.incidents.items.items[i];
		int64_t n = sr_incident_dead(b, in);
		if (!b->found.wanted[i] || n < LEAST_DEAD || in->doubted ||
		    !sr_days_known(in->days) ||
		    sr_days_span(in->days) >= ONE_EVENT ||
		    in->days.from < b->filter.days.from ||
		    in->days.to > b->filter.days.to)
			continue;
		for (size_t k = 0; k < MOST_DEADLY; k++) {
			if (best[k] && sr_incident_dead(b, best[k]) >= n)
				continue;
			for (size_t m = MOST_DEADLY - 1; m > k; m--)
				best[m] = best[m - 1];
			best[k] = in;
			break;
		}
	}
	for (size_t k = 0; k < MOST_DEADLY; k++)
		if (best[k])
			key_dead(b, best[k], k == 0);
}

static const struct sr_filed *first_report(const struct sr_briefing *b,
					   const struct sr_loss *l)
{
	uint32_t claim = b->losses.losses.order[l->from];

	return sr_filed_of(&b->losses.all, &b->losses.all.claims.items[claim]);
}

/* The largest total of people that anybody names, of each side. */
static void key_totals(struct sr_briefing *b)
{
	const struct sr_losses *l = &b->losses.losses;
	size_t said = 0;

	for (size_t i = 0; i < l->items.nitem && said < MOST_SIDES; i++) {
		const struct sr_loss *one = &l->items.items[i];
		bool fits = one->scope == SR_SCOPE_TOTAL && one->side.n &&
			    one->claim->type == SR_TYPE_LOSS_KILLED &&
			    one->claim->status == SR_STATUS_ASSERTED &&
			    one->claim->days.to <= b->filter.days.to;
		for (size_t k = 0; fits && k < l->items.nitem; k++) {
			const struct sr_loss *o = &l->items.items[k];
			int64_t a = one->claim->count.low,
				c = o->claim->count.low;
			fits = k == i || o->scope != SR_SCOPE_TOTAL ||
			       o->claim->type != one->claim->type ||
			       o->claim->status != SR_STATUS_ASSERTED ||
			       o->claim->days.to > b->filter.days.to ||
			       !sr_str_equal(o->side, one->side) || c < a ||
			       (c == a && k > i);
		}
		if (!fits)
			continue;
		struct sr_when when = { one->claim->days, false, false };
		struct sr_slot_text slot[] = {
			{ "number", sr_counted_text(b, one->claim, false) },
			{ "when", sr_when_text(&b->en, &when) },
			{ "who", one->own_voice
					 ? sr_brief_outlet(b, first_report(b, one))
					 : sr_brief_speaker(b, one->claimant) },
			{ NULL, { NULL, 0 } }
		};
		struct sr_brief_text *t =
			point(b, sr_say_phrase(&b->en, "key.total", slot));
		for (uint32_t k = 0; k < one->n && k < 8; k++)
			sr_brief_hold(b, t, &b->losses.all,
				      l->order[one->from + k]);
		sr_brief_number(b, t);
		said++;
	}
}

/* Where most of it was */

struct area {
	struct sr_str name;
	uint32_t n, first; /* incidents; the first of them */
};

static bool is_violence(const struct sr_incident *in)
{
	return !in->doubted && in->place &&
	       (sr_is_attack(in->type) || in->type == SR_TYPE_CONTROL_ADVANCE);
}

/* The regions with incidents of violence that began in those days. */
static size_t list_areas(struct sr_briefing *b, struct area area[MOST_AREAS])
{
	size_t narea = 0;

	for (uint32_t i = 0; i < b->found.incidents.items.nitem; i++) {
		const struct sr_incident *in =
			&b->found.incidents.items.items[i];
		size_t k = 0;
		if (!b->found.wanted[i] || !is_violence(in) ||
		    in->days.from < b->filter.days.from ||
		    in->days.to > b->filter.days.to || !in->place->id)
			continue;
		struct sr_str name = sr_brief_area(b, in->place);
		while (k < narea && !sr_str_equal(area[k].name, name))
			k++;
		if (!name.n || k == MOST_AREAS)
			continue;
		if (k == narea)
			area[narea++] = (struct area){ name, 0, i };
		area[k].n++;
	}
	return narea;
}

static int by_number(const void *x, const void *y)
{
	const struct area *a = x, *b = y;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return sr_str_order(a->name, b->name);
}

static void key_areas(struct sr_briefing *b)
{
	struct area area[MOST_AREAS];
	struct sr_str name[MOST_SIDES];
	size_t n = list_areas(b, area), shown = 0;

	if (n)
		qsort(area, n, sizeof(*area), by_number);
	while (shown < n && shown < MOST_SIDES && area[shown].n >= LEAST_MANY) {
		name[shown] = area[shown].name;
		shown++;
	}
	if (!shown)
		return;
	struct sr_brief_text *t = point(
		b, sr_brief_say(b, "key.areas",
				sr_list_text(&b->en, name, shown), NONE));
	for (size_t i = 0; i < shown; i++) {
		const struct sr_incident *in =
			&b->found.incidents.items.items[area[i].first];
		sr_brief_hold(b, t, &b->found.all, in->claim[0]);
	}
	sr_brief_number(b, t);
}

static void key_contested(struct sr_briefing *b)
{
	size_t n = b->conflicts.found.items.nitem;
	struct sr_brief_text *t;

	if (!n)
		return;
	t = point(b, sr_phrase(&b->en, n == 1 ? "key.contested.one"
					      : "key.contested"));
	if (t && n > 1)
		t->note = sr_brief_count(b, n, "note.conflicts",
					 "note.conflicts");
}

void sr_brief_key(struct sr_briefing *b)
{
	if (!sr_brief_section(b, "key"))
		return;
	key_gains(b);
	key_areas(b);
	key_deadly(b);
	key_totals(b);
	key_contested(b);
	sr_brief_drop_empty(b);
}
