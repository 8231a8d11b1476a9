/* Land that one side has held for so long that no report says so any more. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

/* A populated place, by its GeoNames feature code. */
static bool is_settlement(struct sr_str feature)
{
	return feature.n >= 3 && sr_str_is((struct sr_str){ feature.s, 3 }, "PPL");
}

static bool is_listed(struct sr_str names, struct sr_str name)
{
	while (name.n && names.s)
		if (sr_str_equal(sr_str_cut(&names, '|'), name))
			return true;
	return false;
}

static const struct sr_place *place_of(const struct sr_reading *r,
				       const struct sr_claim *c)
{
	for (size_t i = 0; i < r->doc->places.nitem; i++)
		if (r->doc->places.items[i].id == c->place.id)
			return &r->doc->places.items[i];
	return NULL;
}

/* Has the row's side held the place all the days? */
static bool holds(const struct sr_kit *kit, uint32_t row,
		  const struct sr_place *p, struct sr_days days)
{
	struct sr_str to = sr_kit_text(kit, SR_TABLE_HELD, row, SR_HELD_TO);

	return sr_str_equal(p->country, sr_kit_text(kit, SR_TABLE_HELD, row,
						    SR_HELD_COUNTRY)) &&
	       days.from >= sr_kit_value(kit, SR_TABLE_HELD, row,
					 SR_HELD_FROM) &&
	       (!to.n || days.to <= sr_kit_value(kit, SR_TABLE_HELD, row,
						 SR_HELD_TO)) &&
	       (is_listed(sr_kit_text(kit, SR_TABLE_HELD, row, SR_HELD_AREAS),
			  p->admin1) ||
		(is_listed(sr_kit_text(kit, SR_TABLE_HELD, row, SR_HELD_TOWNS),
			   p->name) &&
		 is_settlement(p->feature)));
}

struct sr_str sr_long_held_by(const struct sr_reading *r,
			      const struct sr_claim *c)
{
	const struct sr_place *p = c->place.id ? place_of(r, c) : NULL;
	struct sr_days days = sr_days_known(c->days) ? c->days
						     : r->doc->report.published;
	uint32_t n = (uint32_t)sr_kit_rows(r->kit, SR_TABLE_HELD);

	for (uint32_t i = 0; p && sr_days_known(days) && i < n; i++)
		if (holds(r->kit, i, p, days))
			return sr_kit_text(r->kit, SR_TABLE_HELD, i,
					   SR_HELD_SIDE);
	return (struct sr_str){ NULL, 0 };
}
