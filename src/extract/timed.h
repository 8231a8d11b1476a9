/* Between timed.c, which goes up the tree to the time of a trigger, and
 * timed_beside.c, which looks for it elsewhere in the sentence. */
#ifndef SR_EXTRACT_TIMED_H
#define SR_EXTRACT_TIMED_H

#include "extract/extract_internal.h"

/* Of two expressions under one verb the day tells more than the length:
 * "after 25 days, on Sunday". Either may be SR_NONE. */
uint32_t sr_better_time(const struct sr_reading *r, uint32_t a, uint32_t b);

/* Does a time m under word i only tell since when? */
bool sr_is_since_one(const struct sr_reading *r, uint32_t i, uint32_t m);

/* "Thirteen were killed and 40 wounded": without an auxiliary of its own? */
bool sr_goes_along(const struct sr_reading *r, uint32_t i, uint32_t head);

/* Two past verbs with one subject? */
bool sr_same_story(const struct sr_reading *r, uint32_t i, uint32_t head);

/* The simple past: what happened, not what had. */
bool sr_is_simple_past(const struct sr_reading *r, uint32_t verb);

/* Where the tree gives m, a length or SR_NONE: what stands between subject and
 * verb, opens or ends the sentence, or is of the clause beside; m or SR_NONE. */
uint32_t sr_time_elsewhere(const struct sr_reading *r, uint32_t trigger,
			   uint32_t m);

#endif
