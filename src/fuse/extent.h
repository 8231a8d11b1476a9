/* How much of a place a claim speaks of, by its words. */
#ifndef SR_FUSE_EXTENT_H
#define SR_FUSE_EXTENT_H

#include "kit/kit.h"
#include "model/record.h"

enum sr_extent {
	SR_EXTENT_OPEN,	  /* of a town: it; of a region: nobody says how much */
	SR_EXTENT_WHOLE,  /* all of a region */
	SR_EXTENT_PART,	  /* a part of a town */
	SR_EXTENT_BESIDE, /* what lies around it */
};

/* Do words speak of the whole of a region, rather than of parts of it or of no
 * extent at all? */
bool sr_says_whole(const struct sr_kit *kit, struct sr_str words);

/* Do words speak of a part of the town of that name, or of its surroundings? */
enum sr_extent sr_says_extent(const struct sr_kit *kit, struct sr_str words,
			      struct sr_str name);

/* Of each claim, an enum sr_extent; the arena's, NULL when it is full. */
uint8_t *sr_extents(const struct sr_kit *kit, const struct sr_records *records,
		    struct sr_arena *mem);

#endif
