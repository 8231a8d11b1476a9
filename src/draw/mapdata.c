/* See mapdata.h. Rows of control and incidents as src/answer gives them; a map
 * adds nothing of its own. */
#include "draw/mapdata.h"

#include <stdlib.h>

#include "answer/incidents.h"
#include "base/calendar.h"
#include "base/order.h"
#include "draw/towns.h"
#include "ontology.h"

#define PIN_KM 30.0 /* a town may reach so far, where no list of towns is */
#define NEAR_KM 8.0 /* what is no town: from so far on it is an area */

struct texts {
	SR_LIST(struct sr_str) items; /* sorted */
};

struct take {
	struct sr_ask *ask;
	const struct sr_map_ask *want;
	struct sr_map_data *out;
	const struct sr_gaz *gaz; /* NULL: none */
	SR_LIST(struct sr_map_place) places;
	SR_LIST(struct sr_map_incident) incidents;
	struct texts reports; /* sha256 of those counted */
	struct texts sources;
};

/* A town of features.tsv, where those stand that no list of towns has? */
static bool is_listed(const struct sr_kit *kit, const struct sr_place_slot *p)
{
	for (uint32_t i = 0; kit && i < sr_kit_rows(kit, SR_TABLE_FEATURES);
	     i++) {
		struct sr_str feature = sr_kit_text(kit, SR_TABLE_FEATURES, i,
						    SR_FEATURES_FEATURE);
		if (feature.n >= 3 && !memcmp(feature.s, "PPL", 3) &&
		    sr_str_equal(p->name,
				 sr_kit_text(kit, SR_TABLE_FEATURES, i,
					     SR_FEATURES_NAME)) &&
		    sr_str_equal(p->country,
				 sr_kit_text(kit, SR_TABLE_FEATURES, i,
					     SR_FEATURES_COUNTRY)))
			return true;
	}
	return false;
}

bool sr_map_wide(const struct sr_kit *kit, const struct sr_gaz *gaz,
		 const struct sr_place_slot *p)
{
	struct sr_point at = { p->lat, p->lon };

	if (p->radius_km < NEAR_KM)
		return false;
	if (p->role == SR_ROLE_NEAR || !p->id)
		return true;
	if (!gaz)
		return p->radius_km >= PIN_KM;
	return !sr_is_town(gaz, at, p->id) && !is_listed(kit, p);
}

/* Adds a text to a sorted list unless it is there. */
static bool add_text(struct sr_arena *mem, struct texts *list, struct sr_str s,
		     bool *added)
{
	size_t low = 0, high = list->items.nitem;

	*added = false;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = sr_str_order(list->items.items[middle], s);
		if (!order)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (!SR_PUSH(mem, &list->items))
		return false;
	struct sr_str *item = list->items.items;
	memmove(item + low + 1, item + low,
		(list->items.nitem - 1 - low) * sizeof(*item));
	item[low] = s;
	*added = true;
	return true;
}

/* The report of a claim is one of those that the map rests on. */
static bool count_report(struct take *t, const struct sr_records *all,
			 uint32_t claim)
{
	const struct sr_filed *f = sr_filed_of(all, &all->claims.items[claim]);
	struct sr_str publisher = sr_str_trim(f->report.publisher);
	struct sr_arena *mem = &t->ask->mem;
	bool added;

	if (!add_text(mem, &t->reports, f->sha256, &added))
		return false;
	if (!added)
		return true;
	if (publisher.n)
		return add_text(mem, &t->sources, publisher, &added);
	t->out->unnamed++;
	return true;
}

const char *sr_map_how_name(enum sr_map_how how)
{
	static const char *const NAME[SR_MAP_HOWS] = {
		"assumed", "claimed", "contested",
		"left",	   "assessed", "changing"
	};
	return NAME[how];
}

static enum sr_map_how how_of(const struct sr_held *held,
			      const struct sr_spell *s)
{
	static const enum sr_map_how HOW[] = {
		[SR_HOLD_ASSUMED] = SR_MAP_ASSUMED,
		[SR_HOLD_CLAIMED] = SR_MAP_CLAIMED,
		[SR_HOLD_CONTESTED] = SR_MAP_CONTESTED,
		[SR_HOLD_LEFT] = SR_MAP_LEFT,
		[SR_HOLD_ASSESSED] = SR_MAP_ASSESSED,
	};

	return held->next != SIZE_MAX ? SR_MAP_CHANGING : HOW[s->kind];
}

static bool add_place(struct take *t, const struct sr_control_view *v,
		      const struct sr_held *held)
{
	const struct sr_place_slot *p = held->place->group->place;
	const struct sr_control *control = &held->place->control;
	bool changing = held->next != SIZE_MAX;
	const struct sr_spell *s = &control->spells.items[held->at];
	const struct sr_spell *told =
		changing ? &control->spells.items[held->next] : s;
	struct sr_map_place *to = SR_PUSH(&t->ask->mem, &t->places);

	if (!to)
		return false;
	*to = (struct sr_map_place){
		.name = p->name,
		.holder = s->holder,
		.other = changing ? told->holder : s->rival,
		.at = { p->lat, p->lon },
		.radius_km = p->radius_km,
		.id = p->id,
		.how = how_of(held, s),
		.besieged = sr_held_besieged(held),
		.has_point = p->has_point,
		.area = sr_map_wide(t->ask->kit, t->gaz, p),
		.last = control->last,
		.nreport = told->support.nreport,
	};
	bool good = true;
	for (size_t i = 0; good && i < told->grounds.nitem; i++)
		good = count_report(t, &v->all, told->grounds.items[i].claim);
	return good;
}

struct tally {
	struct sr_str side;
	uint32_t n;
};

static int by_side(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;

	return sr_str_order(x->side, y->side);
}

static int by_tally(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;

	return x->n != y->n ? sr_order(y->n, x->n) : by_side(a, b);
}

enum sr_code sr_map_sides(const struct sr_controls *controls,
			  const struct sr_kit *kit, struct sr_arena *mem,
			  struct sr_palette *out, struct sr_err *err)
{
	SR_LIST(struct tally) all = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < controls->items.nitem; i++) {
		const struct sr_control *c = &controls->items.items[i].control;
		for (size_t k = 0; k < 2 * c->spells.nitem; k++) {
			const struct sr_spell *s = &c->spells.items[k / 2];
			struct sr_str side = k % 2 ? s->rival : s->holder;
			struct tally *to =
				side.n ? SR_PUSH(mem, &all) : NULL;
			if (side.n && !to)
				return sr_fail_nomem(err, "sides");
			if (to)
				*to = (struct tally){ side, 1 };
		}
	}
	if (all.nitem)
		qsort(all.items, all.nitem, sizeof(*all.items), by_side);
	for (size_t i = 0; i < all.nitem; i++) {
		if (n && sr_str_equal(all.items[n - 1].side, all.items[i].side))
			all.items[n - 1].n++;
		else
			all.items[n++] = all.items[i];
	}
	if (n)
		qsort(all.items, n, sizeof(*all.items), by_tally);
	struct sr_str *side = SR_NEW(mem, struct sr_str, n);
	for (size_t i = 0; side && i < n; i++)
		side[i] = all.items[i].side;
	return side ? sr_palette_make(kit, side, n, mem, out, err)
		    : sr_fail_nomem(err, "sides");
}

static enum sr_code take_places(struct take *t)
{
	struct sr_control_view v = { .ask = t->ask };
	struct sr_controls controls;
	enum sr_code code = sr_control_load(&v);

	if (!code)
		code = sr_controls(&v, &controls);
	if (!code)
		code = sr_map_sides(&controls, t->ask->kit, &t->ask->mem,
				    &t->out->palette, &t->ask->err);
	for (size_t i = 0; !code && i < controls.items.nitem; i++) {
		struct sr_held held;
		if (!sr_held_on(&controls.items.items[i], t->want->day,
				&held) ||
		    (!held.claimed && !t->want->all))
			continue;
		if (!add_place(t, &v, &held))
			code = sr_fail_nomem(&t->ask->err, "map");
	}
	return code;
}

/* Which symbol a type of incident has. */
static enum sr_map_event event_of(uint16_t type)
{
	switch (type) {
	case SR_TYPE_ATTACK_GROUND:
		return SR_MAP_GROUND;
	case SR_TYPE_ATTACK_SHELLING:
		return SR_MAP_SHELLING;
	case SR_TYPE_ATTACK_AIR:
		return SR_MAP_AIR;
	case SR_TYPE_ATTACK_EXPLOSIVE:
		return SR_MAP_EXPLOSIVE;
	case SR_TYPE_ATTACK_DAMAGE:
		return SR_MAP_DAMAGE;
	case SR_TYPE_ATTACK_CIVILIANS:
		return SR_MAP_CIVILIANS;
	default:
		return SR_MAP_EVENTS;
	}
}

static bool add_incident(struct take *t, const struct sr_asked_incidents *from,
			 const struct sr_incident *in)
{
	enum sr_map_event event = event_of(in->type);
	const struct sr_place_slot *p = in->place;
	struct sr_map_incident *to = NULL;

	for (uint32_t i = 0; i < in->nclaim; i++)
		if (!count_report(t, &from->all, in->claim[i]))
			return false;
	if (!p || !p->has_point) {
		t->out->nowhere++;
		return true;
	}
	for (size_t i = 0; i < t->incidents.nitem && !to; i++) {
		struct sr_map_incident *had = &t->incidents.items[i];
		if (had->event == event && had->at.lat == p->lat &&
		    had->at.lon == p->lon && had->area == sr_map_wide(t->ask->kit, t->gaz, p))
			to = had;
	}
	if (!to) {
		to = SR_PUSH(&t->ask->mem, &t->incidents);
		if (!to)
			return false;
		*to = (struct sr_map_incident){ .name = p->name,
						.at = { p->lat, p->lon },
						.id = p->id,
						.area = sr_map_wide(t->ask->kit, t->gaz, p),
						.event = event };
	}
	to->n++;
	if (p->radius_km > to->radius_km)
		to->radius_km = p->radius_km;
	if (in->support.norigin > to->norigin)
		to->norigin = in->support.norigin;
	return true;
}

static enum sr_code take_incidents(struct take *t)
{
	struct sr_filter *f = &t->ask->filter;
	struct sr_asked_incidents found;
	enum sr_code code;

	if (!t->want->window)
		return SR_OK;
	f->types = SR_STR("attack");
	f->days = (struct sr_days){
		t->want->day - (int32_t)(t->want->window - 1), t->want->day
	};
	code = sr_ask_incidents(t->ask, &found);
	for (size_t i = 0; !code && i < found.incidents.items.nitem; i++) {
		const struct sr_incident *in = &found.incidents.items.items[i];
		/* What nobody upholds, and what may be of any day, is no
		 * incident of these days. */
		if (!found.wanted[i] || !sr_days_known(in->days) ||
		    in->days.from > f->days.to || in->days.to < f->days.from ||
		    sr_days_span(in->days) > 31 ||
		    in->standing == SR_STANDING_DENIED ||
		    event_of(in->type) == SR_MAP_EVENTS)
			continue;
		if (!add_incident(t, &found, in))
			code = sr_fail_nomem(&t->ask->err, "map");
	}
	return code;
}

/* Those of one place together, most reported first. */
static int by_spot(const void *a, const void *b)
{
	const struct sr_map_incident *x = a, *y = b;

	if (x->at.lat != y->at.lat)
		return x->at.lat > y->at.lat ? -1 : 1;
	if (x->at.lon != y->at.lon)
		return x->at.lon < y->at.lon ? -1 : 1;
	if (x->area != y->area)
		return x->area ? 1 : -1;
	return x->norigin != y->norigin ? sr_order(y->norigin, x->norigin)
					: sr_order(x->event, y->event);
}

enum sr_code sr_map_take(struct sr_ask *ask, const struct sr_map_ask *want,
			 struct sr_map_data *out)
{
	struct sr_gaz gaz;
	size_t n = 0;
	const void *bytes = ask->kit ? sr_kit_section(ask->kit, "gaz", &n)
				     : NULL;
	struct take t = { .ask = ask,
			  .want = want,
			  .out = out,
			  .gaz = bytes && sr_gaz_open(&gaz, bytes, n) ? &gaz
								      : NULL };

	*out = (struct sr_map_data){ .day = want->day, .window = want->window };
	enum sr_code code = take_places(&t);
	if (!code)
		code = take_incidents(&t);
	out->place = t.places.items;
	out->nplace = t.places.nitem;
	if (t.incidents.nitem)
		qsort(t.incidents.items, t.incidents.nitem,
		      sizeof(*t.incidents.items), by_spot);
	out->incident = t.incidents.items;
	out->nincident = t.incidents.nitem;
	out->nreport = (uint32_t)t.reports.items.nitem;
	out->source = t.sources.items.items;
	out->nsource = t.sources.items.nitem;
	return code;
}
