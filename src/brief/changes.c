/* What changed hands: the spells of `sitrep control` that begin in the days of
 * the report, those of one holder and day in one sentence; and who held the
 * places that were heard of, on the last day, as `sitrep control --on` has it. */
#include "brief/changes.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"
#include "brief/check.h"
#include "ontology.h"

#define MOST_CHANGES 24 /* sentences */
#define MOST_HELD 14    /* rows */
#define MOST_PLACES 8   /* in one sentence */
#define MOST_GROUNDS 4  /* cited for one spell, the last */

static const struct sr_str NONE = { NULL, 0 };

static bool is_denied(const struct sr_spell *s)
{
	for (size_t i = 0; i < s->grounds.nitem; i++)
		if (s->grounds.items[i].bearing == SR_BEARS_DENIES)
			return true;
	return false;
}

/* What the claims call it: taken back, taken, held. */
static const char *verb_of(const struct sr_briefing *b,
			   const struct sr_spell *s)
{
	const char *verb = "change.held";

	if (s->kind == SR_HOLD_LEFT)
		return "change.left";
	if (s->kind == SR_HOLD_CONTESTED)
		return "change.contested";
	for (size_t i = 0; i < s->grounds.nitem; i++) {
		const struct sr_ground *g = &s->grounds.items[i];
		unsigned type =
			b->control.all.claims.items[g->claim].claim.type;
		if (g->bearing == SR_BEARS_TAKES &&
		    type == SR_TYPE_CONTROL_RETAKE)
			return "change.retook";
		if (g->bearing == SR_BEARS_TAKES)
			verb = "change.took";
	}
	return verb;
}

/* Does it begin in those days, and is it a change? */
static bool is_change(const struct sr_briefing *b, const struct sr_control *c,
		      size_t i)
{
	const struct sr_spell *s = &c->spells.items[i];
	struct sr_days d = b->filter.days;

	if (s->kind == SR_HOLD_ASSUMED || s->day < d.from || s->day > d.to)
		return false;
	if (!s->grounds.nitem)
		return false;
	/* How it was before the next took it, told with that: an older change,
	 * of which nobody says the day. */
	if (s->from.from == SR_DAY_MIN && i + 1 < c->spells.nitem &&
	    s[1].day <= s->from.to)
		return false;
	return i == 0 || !sr_str_equal(s[-1].holder, s->holder) ||
	       (s[-1].kind != s->kind &&
		(s->kind == SR_HOLD_LEFT || s->kind == SR_HOLD_CONTESTED));
}

static bool alike(const struct sr_change *a, const struct sr_change *b)
{
	return a->verb == b->verb && sr_str_equal(a->holder, b->holder) &&
	       sr_str_equal(a->before, b->before) &&
	       sr_str_equal(a->rival, b->rival) &&
	       a->spell->from.from == b->spell->from.from &&
	       a->spell->from.to == b->spell->from.to &&
	       a->spell->own_only == b->spell->own_only &&
	       a->spell->admitted == b->spell->admitted &&
	       a->spell->kind == b->spell->kind && !is_denied(a->spell) &&
	       !is_denied(b->spell);
}

static int in_order(const void *x, const void *y)
{
	const struct sr_change *a = x, *b = y;

	if (a->spell->day != b->spell->day)
		return a->spell->day < b->spell->day ? -1 : 1;
	int by = sr_str_order(a->place->name, b->place->name);
	if (!by && a->place != b->place)
		by = strcmp(a->spell->id, b->spell->id);
	return by ? by : a->index < b->index ? -1 : a->index > b->index;
}

/* Is nothing known of the place before? That somebody holds it then is no
 * change. */
static bool is_first(const struct sr_control *c, size_t i)
{
	const struct sr_spell *s = &c->spells.items[i];

	return i == 0 || s[-1].kind == SR_HOLD_ASSUMED;
}

bool sr_change_is_gain(const char *verb)
{
	return strcmp(verb, "change.took") == 0 ||
	       strcmp(verb, "change.retook") == 0;
}

struct sr_change *sr_changes_find(struct sr_briefing *b, size_t *n)
{
	struct sr_change *list;
	size_t all = 0;

	*n = 0;
	for (size_t i = 0; i < b->controls.items.nitem; i++)
		all += b->controls.items.items[i].control.spells.nitem;
	list = SR_NEW(b->en.mem, struct sr_change, all);
	for (size_t i = 0; list && i < b->controls.items.nitem; i++) {
		const struct sr_controlled *c = &b->controls.items.items[i];
		for (size_t k = 0; k < c->control.spells.nitem; k++) {
			struct sr_spell *s = &c->control.spells.items[k];
			if (!is_change(b, &c->control, k) ||
			    (is_first(&c->control, k) &&
			     strcmp(verb_of(b, s), "change.held") == 0))
				continue;
			list[(*n)++] = (struct sr_change){
				.place = c->group->place,
				.spell = s,
				.index = k,
				.prev = k ? s - 1 : NULL,
				.verb = verb_of(b, s),
				.holder = s->holder,
				.rival = s->rival,
				.before = k && (s[-1].kind != SR_HOLD_ASSUMED ||
						s->kind == SR_HOLD_LEFT)
						  ? s[-1].holder
						  : NONE,
				.nreport = c->group->nreport,
			};
		}
	}
	if (list && *n)
		qsort(list, *n, sizeof(*list), in_order);
	return list;
}

void sr_change_cite(struct sr_briefing *b, struct sr_brief_text *t,
		    const struct sr_spell *s, bool denials)
{
	size_t n = 0;

	for (size_t i = s->grounds.nitem; i-- > 0 && n < MOST_GROUNDS;) {
		const struct sr_ground *g = &s->grounds.items[i];
		bool against = g->bearing == SR_BEARS_DENIES;
		if (against != denials)
			continue;
		sr_brief_hold(b, t, &b->control.all, g->claim);
		n++;
	}
}

/* Those who say it, when nobody says it in his own words. */
static struct sr_str speakers(struct sr_briefing *b, const struct sr_spell *s,
			      bool denials)
{
	struct sr_str who[3];
	size_t n = 0;

	for (size_t i = 0; i < s->grounds.nitem; i++) {
		const struct sr_ground *g = &s->grounds.items[i];
		const struct sr_record *r =
			&b->control.all.claims.items[g->claim];
		struct sr_str w = sr_brief_speaker(b, r->claim.speaker);
		bool known = false;
		if ((g->bearing == SR_BEARS_DENIES) != denials)
			continue;
		if (!w.n && !denials)
			return NONE;
		if (!w.n)
			w = sr_brief_outlet(b, sr_filed_of(&b->control.all, r));
		for (size_t k = 0; k < n; k++)
			known = known || sr_str_equal(who[k], w);
		if (!known && n < 3)
			who[n++] = w;
	}
	return sr_list_text(&b->en, who, n);
}

static struct sr_str note_of(struct sr_briefing *b, const struct sr_spell *s)
{
	if (s->own_only)
		return sr_phrase(&b->en, "note.own");
	if (s->admitted)
		return sr_phrase(&b->en, "note.admitted");
	if (s->kind == SR_HOLD_CONTESTED)
		return sr_phrase(&b->en, "note.contested");
	if (s->kind == SR_HOLD_LEFT)
		return sr_phrase(&b->en, "note.left");
	return sr_brief_count(b, s->support.norigin,
			      s->kind == SR_HOLD_ASSESSED ? "note.assessed.one"
							  : "note.claimed.one",
			      s->kind == SR_HOLD_ASSESSED ? "note.assessed"
							  : "note.claimed");
}

/* "{holder} took {A, B and C}[ from {before}] on 9 May". */
static struct sr_str change_text(struct sr_briefing *b,
				 const struct sr_change *c, size_t n)
{
	struct sr_str place[MOST_PLACES];
	struct sr_when when = { c->spell->from, false, false };
	size_t shown = n < MOST_PLACES ? n : MOST_PLACES;

	if (c->spell->from.from == SR_DAY_MIN)
		when.by = true;
	for (size_t i = 0; i < shown; i++)
		place[i] = sr_brief_place_name(b, c[i].place);
	struct sr_slot_text slot[] = {
		{ "holder", sr_brief_forces(b, c->holder) },
		{ "rival", sr_brief_forces(b, c->rival) },
		{ "before", sr_brief_forces(b, c->before) },
		{ "places", sr_list_text(&b->en, place, shown) },
		{ "when", sr_when_text(&b->en, &when) },
		{ NULL, { NULL, 0 } }
	};
	if (!c->holder.n)
		slot[0].text = NONE;
	if (!c->rival.n)
		slot[1].text = NONE;
	if (!c->before.n)
		slot[2].text = NONE;
	bool left = c->spell->kind == SR_HOLD_LEFT && !c->before.n;
	return sr_say_phrase(&b->en, left ? "change.left.unknown" : c->verb,
			     slot);
}

/* Keeps which claims and places were told, so that no other section tells them
 * again. */
static void keep_rows(struct sr_briefing *b, const struct sr_change *c)
{
	const struct sr_spell *s = c->spell;
	int64_t *place = SR_PUSH(b->en.mem, &b->places);

	if (place)
		*place = c->place->id;
	for (size_t i = 0; i < s->grounds.nitem; i++) {
		int64_t *row = SR_PUSH(b->en.mem, &b->changed);
		if (row)
			*row = b->control.all.claims
				       .items[s->grounds.items[i].claim]
				       .row;
	}
}

static void tell_denial(struct sr_briefing *b, const struct sr_spell *s,
			struct sr_brief_part *part)
{
	struct sr_str who = speakers(b, s, true);

	if (!who.n)
		return;
	struct sr_brief_text *t = sr_brief_text(
		b, part,
		sr_sentence_start(&b->en,
				  sr_brief_say(b, "frame.denied", who, NONE)));
	sr_change_cite(b, t, s, true);
	sr_brief_number(b, t);
}

/* The day from which a change may have come is the last on which another held
 * the place: where the sentence says it, those who say so are cited too. */
static void cite_before(struct sr_briefing *b, struct sr_brief_text *t,
			const struct sr_change *c, size_t n)
{
	int64_t bad;

	for (size_t i = 0; t && i < n; i++)
		if (c[i].prev && !sr_brief_proved(&b->en, t, &bad))
			sr_change_cite(b, t, c[i].prev, false);
}

/* n changes that are alike, as one sentence. */
static void tell(struct sr_briefing *b, const struct sr_change *c, size_t n)
{
	struct sr_brief_part *part = sr_brief_part(b, SR_PART_ITEM);
	struct sr_str text = change_text(b, c, n);
	struct sr_str who = n == 1 ? speakers(b, c->spell, false) : NONE;

	if (!part || !text.n)
		return;
	text = sr_brief_say(b, who.n ? "frame.according" : "frame.plain", text,
			    who);
	struct sr_brief_text *t =
		sr_brief_text(b, part, sr_sentence_start(&b->en, text));
	for (size_t i = 0; t && i < n; i++) {
		sr_change_cite(b, t, c[i].spell, false);
		t->id = i ? sr_brief_say(b, "ids", t->id,
					 sr_str_of(c[i].spell->id))
			  : sr_str_of(c[i].spell->id);
	}
	cite_before(b, t, c, n);
	sr_brief_number(b, t);
	if (t)
		t->note = note_of(b, c->spell);
	tell_denial(b, c->spell, part);
}

/* Puts what is alike side by side, at the place of the first; gives how many
 * belong to the first. */
static size_t gather(struct sr_change *c, size_t n)
{
	size_t same = 1;

	for (size_t i = 1; i < n && same < MOST_PLACES; i++) {
		struct sr_change one = c[i];
		if (!alike(c, &one))
			continue;
		for (size_t k = i; k > same; k--)
			c[k] = c[k - 1];
		c[same++] = one;
	}
	return same;
}

static size_t tell_changes(struct sr_briefing *b)
{
	size_t n, said = 0, at = 0;
	struct sr_change *c = sr_changes_find(b, &n);

	if (!c)
		return 0;
	while (at < n && said < MOST_CHANGES) {
		size_t same = gather(c + at, n - at);
		tell(b, c + at, same);
		for (size_t i = 0; i < same; i++)
			keep_rows(b, &c[at + i]);
		at += same;
		said++;
	}
	if (b->changed.nitem)
		qsort(b->changed.items, b->changed.nitem,
		      sizeof(*b->changed.items), sr_by_i64);
	sr_brief_more(b, "more.changes", n - at);
	return n;
}

/* Who held what on the last day */

/* "claimed", "left, besieged" */
static struct sr_str how_text(struct sr_briefing *b, const struct sr_held *h)
{
	struct sr_str how =
		sr_brief_named(b, "how", sr_str_of(sr_held_how(h)));

	return sr_held_besieged(h) ? sr_brief_say(b, "how.besieged", how, NONE)
				   : how;
}

static void held_row(struct sr_briefing *b, struct sr_brief_table *table,
		     const struct sr_held *h)
{
	const struct sr_control *c = &h->place->control;
	const struct sr_spell *s = &c->spells.items[h->at];
	struct sr_str other = s->rival, holder = sr_brief_side(b, s->holder);
	char percent[8] = "";
	struct sr_brief_text *t;

	if (h->next != SIZE_MAX)
		other = c->spells.items[h->next].holder;
	if (!s->holder.n)
		holder = sr_phrase(&b->en, "holder.unknown");
	if (other.n)
		holder = sr_brief_say(b, "holder.or", holder,
				      sr_brief_side(b, other));
	uint32_t sure = sr_held_sure(h) / 10;
	if (sure)
		snprintf(percent, sizeof(percent), "%u%%",
			 sure > 99 ? 99 : sure);
	t = sr_brief_cell(b, table, sr_brief_place_name(b, h->place->group->place));
	if (t)
		t->id = sr_str_of(s->id);
	sr_brief_cell(b, table, sr_capital(&b->en, holder));
	t = sr_brief_cell(b, table, how_text(b, h));
	if (t)
		t->note = sr_join(&b->en, sr_str_of(percent), NONE, NONE);
	sr_brief_cell(b, table, s->from.to == SR_DAY_MIN
					? NONE
					: sr_span_text(&b->en, s->from));
	t = sr_brief_cell(b, table, NONE);
	const struct sr_spell *by = h->next == SIZE_MAX
					    ? s
					    : &c->spells.items[h->next];
	sr_change_cite(b, t, by, false);
	if (by->kind == SR_HOLD_ASSUMED && sr_held_besieged(h))
		sr_brief_hold(b, t, &b->control.all, by->siege_claim);
	sr_brief_number(b, t);
}

struct heard {
	uint32_t index, nreport;
};

static int by_reports(const void *x, const void *y)
{
	const struct heard *a = x, *b = y;

	if (a->nreport != b->nreport)
		return a->nreport > b->nreport ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static int by_index(const void *x, const void *y)
{
	const struct heard *a = x, *b = y;

	return a->index < b->index ? -1 : a->index > b->index;
}

/* Does a claim tell of the place in those days? */
static bool is_heard_of(const struct sr_briefing *b,
			const struct sr_spot_group *g)
{
	struct sr_days d = b->filter.days;

	for (size_t i = 0; i < g->n; i++) {
		const struct sr_claim *c =
			&b->control.all.claims.items[g->claim[i]].claim;
		if (sr_days_known(c->days) && c->days.to >= d.from &&
		    c->days.to <= d.to)
			return true;
	}
	return false;
}

/* Places of which anything was heard in those days, the most told of. */
static struct heard *heard_of(struct sr_briefing *b, size_t *n)
{
	size_t all = b->controls.items.nitem;
	struct heard *list = SR_NEW(b->en.mem, struct heard, all);
	struct sr_held held;

	*n = 0;
	for (uint32_t i = 0; list && i < all; i++) {
		const struct sr_controlled *c = &b->controls.items.items[i];
		if (is_heard_of(b, c->group) &&
		    sr_held_on(c, b->filter.days.to, &held) && held.claimed)
			list[(*n)++] = (struct heard){ i, c->group->nreport };
	}
	if (list && *n)
		qsort(list, *n, sizeof(*list), by_reports);
	return list;
}

static void tell_held(struct sr_briefing *b)
{
	size_t all, n;
	struct heard *list = heard_of(b, &all);
	struct sr_held held;

	if (!list || !all)
		return;
	n = all < MOST_HELD ? all : MOST_HELD;
	qsort(list, n, sizeof(*list), by_index);
	struct sr_brief_table *t = sr_brief_table(b, "table.held", 5);
	if (!t)
		return;
	t->caption = sr_brief_say(b, "caption.held",
				  sr_day_text(&b->en, b->filter.days.to), NONE);
	for (size_t i = 0; i < n; i++)
		if (sr_held_on(&b->controls.items.items[list[i].index],
			       b->filter.days.to, &held))
			held_row(b, t, &held);
	sr_brief_more(b, "more.places", all - n);
}

void sr_brief_changes(struct sr_briefing *b)
{
	if (!sr_brief_section(b, "control"))
		return;
	if (!tell_changes(b)) {
		struct sr_brief_part *p = sr_brief_part(b, SR_PART_PARAGRAPH);
		sr_brief_text(b, p, sr_phrase(&b->en, "none.changes"));
	}
	tell_held(b);
}
