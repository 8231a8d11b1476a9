/* Which ground a map is asked for: a place by any spelling, or a box. */
#ifndef SR_DRAW_AREA_H
#define SR_DRAW_AREA_H

#include "draw/layout.h"

/* "Kherson", or west,south,east,north in degrees, into the options. SR_USAGE
 * where it is neither. The places of ask are used up. */
enum sr_code sr_map_area(struct sr_ask *ask, const char *text,
			 struct sr_map_options *options) SR_MUST_USE;

#endif
