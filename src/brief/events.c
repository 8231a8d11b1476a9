/* Incidents in the sections of the report: fighting by region, strikes,
 * civilians, politics; and of what nobody says without a doubt. Each section
 * takes the weightiest, then tells them in the order of their days. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"
#include "brief/tell.h"
#include "model/family.h"

enum place_in { NOWHERE, FIGHTING, STRIKES, CIVILIANS, POLITICS, DOUBTED };

static const struct {
	enum place_in kind;
	const char *id;
	size_t most;
} SECTION[] = {
	{ FIGHTING, "fighting", 18 },
	{ STRIKES, "strikes", 12 },
	{ CIVILIANS, "civilians", 10 },
	{ POLITICS, "politics", 8 },
};

struct chosen {
	uint32_t index; /* of the incidents, whose order is that of days */
	int weight;
	struct sr_str region;
	uint32_t group; /* of its region, the weightiest region first */
};

static const struct sr_incident *incident(const struct sr_briefing *b,
					  uint32_t i)
{
	return &b->found.incidents.items.items[i];
}

static bool hits_civilians(const struct sr_incident *in,
			   const struct sr_records *all)
{
	return sr_incident_shown(SR_VIEW_CIVILIANS, in, all);
}

static enum place_in section_of(const struct sr_briefing *b,
				const struct sr_incident *in)
{
	if (in->doubted && in->standing != SR_STANDING_DENIED)
		return DOUBTED;
	if (in->type >= SR_TYPE_POLITICS_JUSTICE)
		return POLITICS;
	if (sr_is_civil(in->type) || in->type == SR_TYPE_ATTACK_CIVILIANS)
		return CIVILIANS;
	if (sr_is_loss(in->type))
		return hits_civilians(in, &b->found.all) ? CIVILIANS : NOWHERE;
	if (sr_is_attack(in->type) && in->type != SR_TYPE_ATTACK_GROUND)
		return STRIKES;
	return FIGHTING;
}

/* Is it told as a change of hands: of a place that changed, or all its claims of
 * control? */
static bool is_changed(const struct sr_briefing *b,
		       const struct sr_incident *in)
{
	bool some = false, holds = in->type >= SR_TYPE_CONTROL_HOLD &&
				   in->type <= SR_TYPE_CONTROL_SEIZE;

	for (size_t i = 0; i < b->places.nitem; i++)
		if (holds && in->place && in->place->id &&
		    in->place->role == SR_ROLE_AT &&
		    in->place->id == b->places.items[i])
			return true;

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_record *r =
			&b->found.all.claims.items[in->claim[i]];
		if (!sr_is_control(r->claim.type) && !sr_is_loss(r->claim.type))
			return false;
		if (b->changed.nitem &&
		    bsearch(&r->row, b->changed.items, b->changed.nitem,
			    sizeof(r->row), sr_by_i64))
			some = true;
	}
	return some;
}

/* In the stretch asked for, rather than only somewhere around it. */
static bool is_within(const struct sr_briefing *b, const struct sr_incident *in)
{
	struct sr_days d = b->filter.days;

	return sr_days_known(in->days) && in->days.from >= d.from &&
	       in->days.from <= d.to;
}

static int by_weight(const void *x, const void *y)
{
	const struct chosen *a = x, *b = y;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static int by_group(const void *x, const void *y)
{
	const struct chosen *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* Those of a section, the weightiest first; *n of them. */
static struct chosen *choose(struct sr_briefing *b, enum place_in kind,
			     size_t *n)
{
	size_t all = b->found.incidents.items.nitem;
	struct chosen *list = SR_NEW(b->en.mem, struct chosen, all);

	*n = 0;
	for (uint32_t i = 0; list && i < all; i++) {
		const struct sr_incident *in = incident(b, i);
		if (!b->found.wanted[i] || section_of(b, in) != kind ||
		    is_changed(b, in))
			continue;
		list[(*n)++] = (struct chosen){
			.index = i,
			.weight = sr_incident_weight(b, in) -
				  (is_within(b, in) ? 0 : 60),
		};
	}
	if (list && *n)
		qsort(list, *n, sizeof(*list), by_weight);
	return list;
}

/* Regions in the order of the weightiest incident of each; those without one
 * last. */
static void group(struct sr_briefing *b, struct chosen *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct sr_place_slot *p = incident(b, list[i].index)->place;
		if (p)
			list[i].region = sr_brief_region(b, p);
		list[i].group = list[i].region.n ? (uint32_t)i : UINT32_MAX;
		for (size_t k = 0; k < i; k++)
			if (list[i].region.n &&
			    sr_str_equal(list[i].region, list[k].region)) {
				list[i].group = list[k].group;
				break;
			}
	}
}

/* What two sentences must share to be one: all of it, or the quotation that
 * they begin with. */
static struct sr_str told_part(struct sr_str s)
{
	static const char OPEN[] = "\xE2\x80\x9C", CLOSE[] = "\xE2\x80\x9D";

	if (s.n < 3 || memcmp(s.s, OPEN, 3) != 0)
		return s;
	for (size_t i = 3; i + 3 <= s.n; i++)
		if (memcmp(s.s + i, CLOSE, 3) == 0)
			return (struct sr_str){ s.s, i };
	return s;
}

bool sr_brief_told_before(struct sr_briefing *b, struct sr_brief_part *part)
{
	struct sr_brief_section *s = sr_brief_last(b);

	for (size_t i = 0; s && part->texts.nitem && i + 1 < s->parts.nitem;
	     i++) {
		struct sr_brief_part *p = &s->parts.items[i];
		struct sr_brief_text *own = part->texts.items;
		if (!p->texts.nitem || p->kind != SR_PART_ITEM ||
		    !sr_str_equal(told_part(p->texts.items[0].text),
				  told_part(own->text)))
			continue;
		for (size_t k = 0; k < own->cited.nitem; k++)
			sr_brief_hold(b, p->texts.items, own->cited.items[k].all,
				      own->cited.items[k].claim);
		sr_brief_number(b, p->texts.items);
		s->parts.nitem--;
		return true;
	}
	return false;
}

/* One item; false when there was nothing to say. */
static bool tell(struct sr_briefing *b, const struct sr_incident *in)
{
	struct sr_brief_part *part = sr_brief_part(b, SR_PART_ITEM);

	if (!part)
		return false;
	if (sr_tell_incident(b, in, false, part))
		return !sr_brief_told_before(b, part);
	sr_brief_drop_part(b);
	return false;
}

static void head(struct sr_briefing *b, struct sr_str text)
{
	struct sr_brief_part *part = sr_brief_part(b, SR_PART_HEAD);

	if (part)
		sr_brief_text(b, part,
			      text.n ? text : sr_phrase(&b->en, "no.region"));
}

/* A heading under which nothing came is taken back. */
static void drop_head(struct sr_briefing *b)
{
	struct sr_brief_section *s = sr_brief_last(b);

	if (s && s->parts.nitem &&
	    s->parts.items[s->parts.nitem - 1].kind == SR_PART_HEAD)
		s->parts.nitem--;
}

static void tell_section(struct sr_briefing *b, size_t which)
{
	size_t all, n, said = 0;
	bool regions = SECTION[which].kind == FIGHTING;
	struct chosen *list = choose(b, SECTION[which].kind, &all);

	if (!list || !all)
		return;
	if (!sr_brief_section(b, SECTION[which].id))
		return;
	n = all < SECTION[which].most ? all : SECTION[which].most;
	if (regions)
		group(b, list, n);
	qsort(list, n, sizeof(*list), by_group);
	for (size_t i = 0; i < n; i++) {
		if (regions &&
		    (!i || list[i].group != list[i - 1].group)) {
			drop_head(b);
			head(b, list[i].region);
		}
		said += tell(b, incident(b, list[i].index));
	}
	drop_head(b);
	sr_brief_more(b, "more.incidents", all - n);
	if (!said && all == n)
		sr_brief_drop_empty(b);
}

void sr_brief_events(struct sr_briefing *b)
{
	for (size_t i = 0; i < sizeof(SECTION) / sizeof(*SECTION); i++)
		if (SECTION[i].kind == FIGHTING || SECTION[i].kind == STRIKES)
			tell_section(b, i);
}

void sr_brief_people(struct sr_briefing *b)
{
	for (size_t i = 0; i < sizeof(SECTION) / sizeof(*SECTION); i++)
		if (SECTION[i].kind == CIVILIANS || SECTION[i].kind == POLITICS)
			tell_section(b, i);
}

void sr_brief_unverified(struct sr_briefing *b, size_t most)
{
	size_t all, n;
	struct chosen *list = choose(b, DOUBTED, &all);

	if (!list || !all)
		return;
	n = all < most ? all : most;
	qsort(list, n, sizeof(*list), by_group);
	head(b, sr_phrase(&b->en, "doubt.unverified"));
	for (size_t i = 0; i < n; i++)
		tell(b, incident(b, list[i].index));
	drop_head(b);
	sr_brief_more(b, "more.incidents", all - n);
}
