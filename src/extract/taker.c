/* "Baku says Shusha is taken": who took it, where nobody is named, is the side
 * that says elsewhere in the report that it did. A report has a dozen claims of
 * towns taken. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

/* A place may be lost in March and taken back in April. */
static bool at_once(const struct sr_claim *a, const struct sr_claim *b)
{
	return !sr_days_known(a->days) || !sr_days_known(b->days) ||
	       (a->days.from <= b->days.to && b->days.from <= a->days.to);
}

static bool is_taken_by(const struct sr_claim *c, const struct sr_claim *taken,
                        struct sr_str side)
{
	return at_once(c, taken) && (c->type == SR_TYPE_CONTROL_SEIZE ||
	        c->type == SR_TYPE_CONTROL_RETAKE) &&
	       c->status == SR_STATUS_ASSERTED && c->has_actor &&
	       c->actor.at.from < c->actor.at.to &&
	       sr_str_equal(c->actor.side, side) && c->has_place &&
	       c->place.id == taken->place.id;
}

void sr_infer_takers(const struct sr_reading *r)
{
	struct sr_claim *all = r->doc->claims.items;

	for (size_t i = 0; i < r->doc->claims.nitem; i++) {
		struct sr_claim *c = &all[i];
		if (c->type != SR_TYPE_CONTROL_SEIZE || !c->has_place ||
		    (c->has_actor && c->actor.at.from < c->actor.at.to) ||
		    !c->place.id || !c->speaker.n)
			continue;
		struct sr_str side = sr_side_named(r->doc, c->speaker_at);
		if (!side.n ||
		    (c->has_actor && sr_str_equal(side, c->actor.side)))
			continue;
		for (size_t k = 0; k < r->doc->claims.nitem; k++) {
			if (!is_taken_by(&all[k], c, side))
				continue;
			c->type = all[k].type;
			c->has_actor = true;
			c->actor = (struct sr_party_slot){
				.name = sr_side_called(r, side),
				.side = side,
				.row = SR_NONE,
			};
			c->has_target = false;
			break;
		}
	}
}
