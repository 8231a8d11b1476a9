/* Claims put together by the place that they are about: by its id in the
 * gazetteer; those without an id by name and point. */
#ifndef SR_FUSE_PLACES_H
#define SR_FUSE_PLACES_H

#include "base/err.h"
#include "model/record.h"

struct sr_spot_group {
	const struct sr_place_slot *place; /* of one of its claims */
	uint32_t *claim;		   /* in the order of the records */
	size_t n;
	uint32_t nreport;
};

struct sr_spot_groups {
	SR_LIST(struct sr_spot_group) items; /* by name, country, id */
};

/* All claims that have a place, in groups; the arena's. SR_NOMEM. */
enum sr_code sr_group_places(const struct sr_records *records,
			     struct sr_arena *mem, struct sr_spot_groups *out,
			     struct sr_err *err) SR_MUST_USE;

#endif
