/* What is looked up of an incident before any form is filled: its place in the
 * gazetteer and our tables, its sides, its days, its reports. */
#include <string.h>

#include "base/calendar.h"
#include "draw/palette.h"
#include "export/work.h"
#include "ontology.h"

/* A place with no feature code, by its radius: at most a town's, a district's. */
#define TOWN_KM 10
#define AREA_KM 40

struct sr_str sr_export_text(const struct sr_export_work *w,
			     enum sr_table table, uint32_t row, unsigned column)
{
	return row == SR_NONE ? (struct sr_str){ NULL, 0 }
			      : sr_kit_text(w->kit, table, row, column);
}

uint32_t sr_term_of_type(const struct sr_export_work *w, unsigned type)
{
	return sr_kit_row(w->kit, SR_TABLE_TERMS,
			  sr_str_of(sr_type_name(type)));
}

uint32_t sr_term_of(const struct sr_export_work *w,
		    const struct sr_incident *in, unsigned column)
{
	uint32_t row = sr_term_of_type(w, in->type);

	if (sr_export_text(w, SR_TABLE_TERMS, row, column).n)
		return row;
	for (unsigned i = 0; i < SR_TYPE_COUNT; i++) {
		if (!(in->types & 1u << i))
			continue;
		row = sr_term_of_type(w, i);
		if (sr_export_text(w, SR_TABLE_TERMS, row, column).n)
			return row;
	}
	return SR_NONE;
}

/* 1. Where. */

static uint32_t row_of_lower(const struct sr_export_work *w,
			     enum sr_table table, struct sr_str id)
{
	char lower[SR_GAZ_FEATURE];

	if (!id.n || id.n > sizeof(lower))
		return SR_NONE;
	for (size_t i = 0; i < id.n; i++)
		lower[i] = id.s[i] >= 'A' && id.s[i] <= 'Z'
				   ? (char)(id.s[i] | 32)
				   : id.s[i];
	return sr_kit_row(w->kit, table, (struct sr_str){ lower, id.n });
}

static bool has_own_id(const struct sr_export_work *w, enum sr_table table,
		       uint32_t row, int64_t id)
{
	return sr_own_place_id(sr_kit_text(w->kit, table, row, 0)) == id;
}

/* A place of our own tables, by its id. */
static bool find_own(const struct sr_export_work *w, int64_t id,
		     struct sr_export_place *out)
{
	size_t n = sr_kit_rows(w->kit, SR_TABLE_COUNTRIES);

	for (uint32_t i = 0; i < n; i++)
		if (has_own_id(w, SR_TABLE_COUNTRIES, i, id)) {
			out->feature = SR_STR("PCLI");
			return true;
		}
	n = sr_kit_rows(w->kit, SR_TABLE_FEATURES);
	for (uint32_t i = 0; i < n; i++)
		if (has_own_id(w, SR_TABLE_FEATURES, i, id)) {
			out->feature = sr_kit_text(w->kit, SR_TABLE_FEATURES, i,
						   SR_FEATURES_FEATURE);
			return true;
		}
	return false;
}

static void find_listed(const struct sr_export_work *w,
			const struct sr_place_slot *slot,
			struct sr_export_place *out)
{
	struct sr_point at = { slot->lat, slot->lon };
	struct sr_gaz_place p;

	if (!w->has_gaz || !slot->has_point)
		return;
	uint32_t i = sr_gaz_at(&w->gaz, at, slot->id);
	if (i == SR_GAZ_NONE || !sr_gaz_place(&w->gaz, i, &p))
		return;
	out->feature = p.feature;
	out->admin1 = p.admin1;
	out->admin2 = sr_gaz_place_name(&w->gaz, p.admin2_index);
}

/* The class of its feature code; where no table has it, of its reach. Empty
 * for a place that nothing is known of. */
static struct sr_str class_of(const struct sr_export_work *w,
			      const struct sr_export_place *place)
{
	uint32_t code = row_of_lower(w, SR_TABLE_CODES, place->feature);
	const struct sr_place_slot *slot = place->slot;

	if (code != SR_NONE)
		return sr_kit_text(w->kit, SR_TABLE_CODES, code,
				   SR_CODES_CLASS);
	if (place->feature.n)
		return SR_STR("site");
	if (!slot->has_point)
		return slot->role == SR_ROLE_AREA
			       ? SR_STR("region")
			       : (struct sr_str){ NULL, 0 };
	return slot->radius_km <= TOWN_KM   ? SR_STR("settlement")
	       : slot->radius_km <= AREA_KM ? SR_STR("area2")
					    : SR_STR("region");
}

/* Near it, or at a point that was worked out from a distance. */
static bool is_beside(const struct sr_place_slot *slot)
{
	return (slot->role != SR_ROLE_AT && slot->role != SR_ROLE_AREA) ||
	       (slot->has_point && !slot->id);
}

void sr_export_place_of(const struct sr_export_work *w,
			const struct sr_place_slot *slot,
			struct sr_export_place *out)
{
	*out = (struct sr_export_place){ .slot = slot,
					 .nation = SR_NONE,
					 .precision = SR_NONE };
	if (!slot)
		return;
	if (!(slot->id < 0 && find_own(w, slot->id, out)) && slot->id)
		find_listed(w, slot, out);
	out->nation = row_of_lower(w, SR_TABLE_NATIONS, slot->country);
	out->country = sr_export_text(
		w, SR_TABLE_COUNTRIES,
		row_of_lower(w, SR_TABLE_COUNTRIES, slot->country),
		SR_COUNTRIES_NAME);
	out->precision = sr_kit_row(w->kit, SR_TABLE_PRECISION,
				    is_beside(slot) ? SR_STR("near")
						    : class_of(w, out));
}

/* 2. Who. */

/* The first row of the table that is of a side; `column` has the sides. */
static uint32_t row_of_side(const struct sr_export_work *w, enum sr_table table,
			    unsigned column, struct sr_str side)
{
	size_t n = sr_kit_rows(w->kit, table);

	for (uint32_t i = 0; i < n; i++)
		if (sr_str_equal(sr_kit_text(w->kit, table, i, column), side))
			return i;
	return SR_NONE;
}

/* A side of forces alone, of no state's letters: SAF. Its country in *row. */
static bool is_army(const struct sr_export_work *w, struct sr_str side,
		    uint32_t *row)
{
	size_t n = sr_kit_rows(w->kit, SR_TABLE_GROUPS);

	*row = SR_NONE;
	for (uint32_t i = 0; i < n; i++) {
		if (!sr_str_equal(sr_kit_text(w->kit, SR_TABLE_GROUPS, i,
					      SR_GROUPS_SIDE),
				  side))
			continue;
		if (!sr_str_is(sr_kit_text(w->kit, SR_TABLE_GROUPS, i,
					   SR_GROUPS_KIND),
			       "force"))
			return false;
		*row = i;
	}
	return *row != SR_NONE;
}

static void find_kind(const struct sr_export_work *w,
		      const struct sr_export_place *place,
		      struct sr_export_side *out)
{
	struct sr_str ground = place->slot ? place->slot->country
					   : (struct sr_str){ NULL, 0 };
	struct sr_str plover = sr_export_text(w, SR_TABLE_ACTORS, out->row,
					      SR_ACTORS_PLOVER);
	uint32_t army;

	if (sr_str_is(out->side, "CIV")) {
		out->kind = SR_SIDE_CIVILIANS;
	} else if (sr_str_is(plover, "IGO")) {
		out->kind = SR_SIDE_BODY;
	} else if (row_of_side(w, SR_TABLE_STATES, SR_STATES_SIDE,
			       out->side) != SR_NONE) {
		out->kind = SR_SIDE_STATE;
		out->home = ground.n && sr_str_equal(ground, out->side);
	} else if (is_army(w, out->side, &army)) {
		out->kind = SR_SIDE_STATE;
		out->home = ground.n &&
			    sr_str_equal(ground,
					 sr_kit_text(w->kit, SR_TABLE_GROUPS,
						     army, SR_GROUPS_COUNTRY));
	} else {
		out->kind = SR_SIDE_GROUP;
	}
}

void sr_export_side_of(const struct sr_export_work *w, struct sr_str side,
		       const struct sr_export_place *place,
		       struct sr_export_side *out)
{
	*out = (struct sr_export_side){ .side = side,
					.row = SR_NONE,
					.any = SR_NONE };
	if (!side.n)
		return;
	out->row = row_of_side(w, SR_TABLE_ACTORS, SR_ACTORS_SIDE, side);
	find_kind(w, place, out);
	out->any = sr_kit_row(w->kit, SR_TABLE_ACTORS,
			      out->kind != SR_SIDE_STATE ? SR_STR("any.group")
			      : out->home		 ? SR_STR("any.home")
							 : SR_STR("any.abroad"));
	out->name = sr_export_actor(w, out, SR_ACTORS_NAME);
	if (!out->name.n)
		out->name = sr_side_name(w->kit, side);
}

struct sr_str sr_export_actor(const struct sr_export_work *w,
			      const struct sr_export_side *side,
			      unsigned column)
{
	struct sr_str own =
		sr_export_text(w, SR_TABLE_ACTORS, side->row, column);

	return own.n ? own
		     : sr_export_text(w, SR_TABLE_ACTORS, side->any, column);
}

/* 3. When. */

struct sr_export_days sr_export_days_of(struct sr_days days, bool by)
{
	struct sr_export_days out = { .by = by };

	if (!sr_days_known(days) ||
	    (days.from == SR_DAY_MIN && days.to == SR_DAY_MAX))
		return out;
	out.known = true;
	out.open = days.from == SR_DAY_MIN || days.to == SR_DAY_MAX;
	out.from = days.from == SR_DAY_MIN ? days.to : days.from;
	out.to = days.to == SR_DAY_MAX ? days.from : days.to;
	if (by)
		out.from = out.to;
	out.middle = (int32_t)((int64_t)out.from +
			       ((int64_t)out.to - out.from) / 2);
	return out;
}

/* 4. All of it. */

/* The one side that it was done to, where civilians suffered beside it; empty
 * where there are several, or none. */
static struct sr_str fought(const struct sr_export_work *w,
			    const struct sr_incident *in)
{
	struct sr_str found = { NULL, 0 };

	for (uint32_t i = 0; i < in->nclaim; i++) {
		const struct sr_claim *c =
			&w->all->claims.items[in->claim[i]].claim;
		if (!c->has_target || !c->target.side.n ||
		    sr_str_is(c->target.side, "CIV") ||
		    sr_str_equal(c->target.side, in->actor))
			continue;
		if (found.n && !sr_str_equal(found, c->target.side))
			return (struct sr_str){ NULL, 0 };
		found = c->target.side;
	}
	return found;
}

static bool find_reports(struct sr_export_work *w, struct sr_happening *h)
{
	h->report = SR_NEW(w->mem, uint32_t, h->in->nclaim);
	if (!h->report)
		return false;
	for (uint32_t i = 0; i < h->in->nclaim; i++) {
		uint32_t r = w->all->claims.items[h->in->claim[i]].report;
		size_t k = 0;
		while (k < h->nreport && h->report[k] != r)
			k++;
		if (k == h->nreport)
			h->report[h->nreport++] = r;
	}
	return true;
}

bool sr_happening_of(struct sr_export_work *w, const struct sr_incident *in,
		     struct sr_happening *h)
{
	*h = (struct sr_happening){ .in = in };
	sr_export_place_of(w, in->place, &h->place);
	sr_export_side_of(w, in->actor, &h->place, &h->a);
	sr_export_side_of(w, in->target.n ? in->target : fought(w, in),
			  &h->place, &h->b);
	h->days = sr_export_days_of(in->days, in->by);
	sr_deaths_of(w, h);
	return find_reports(w, h);
}
