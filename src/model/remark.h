/* What a report says that does not fit the map, the calendar or itself: "350
 * kilometres east" of a place that lies 490 off, "Monday" beside a Tuesday's
 * date. A remark is no claim: it says that one of two things is wrong, not
 * which. Made by resolve/remark.c, kept in the ledger with the reading. */
#ifndef SR_MODEL_REMARK_H
#define SR_MODEL_REMARK_H

#include "sitrep.h"

enum sr_remark_kind {
	SR_REMARK_DISTANCE, /* km, as the crow flies */
	SR_REMARK_BEARING,  /* degrees, 0 north, 90 east */
	SR_REMARK_WEEKDAY,  /* 0 Monday to 6 Sunday */
	SR_REMARK_DURATION, /* days */
	SR_REMARK_PART,	    /* larger than its whole */
	SR_REMARK_HEADLINE, /* a figure that the text below does not have */
	SR_REMARK_COUNT
};

struct sr_remark {
	uint8_t kind;	       /* enum sr_remark_kind */
	struct sr_span at;     /* the words that say it */
	struct sr_span beside; /* the words it does not fit: the place it is
			        * said of, the date, the whole; may be empty */
	/* In thousandths of the unit; what was found is open at both ends
	 * where there is nothing to measure. */
	struct sr_count said, found;
	struct sr_str unit; /* "km", "degree", "weekday", "day", "people" */
	struct sr_str why;  /* "Odesa lies 443 km from Kyiv" */
};

/* "distance", "bearing" ...; NULL for what is no kind. */
const char *sr_remark_name(unsigned kind);

#endif
