/* "BAGHDAD (Reuters) - ", "KYIV, March 27 --": where a report was filed. */
#ifndef SR_INGEST_DATELINE_H
#define SR_INGEST_DATELINE_H

#include "ingest/field.h"

struct sr_dateline {
	struct sr_span place;  /* may be empty: "(CNN) --" */
	struct sr_span agency; /* may be empty */
	struct sr_stamp stamp; /* days unknown where none stands there */
	uint32_t to;	       /* where the text begins */
};

/* The dateline with which a paragraph begins; false if there is none. */
bool sr_dateline_read(const struct sr_kit *kit, struct sr_str text,
		      struct sr_span line, struct sr_dateline *d);

/* A line that is a town with its country or region, and nothing else, where a
 * gazetteer knows the town. */
bool sr_is_place_line(const struct sr_kit *kit, struct sr_str text,
		      struct sr_span line);

/* A line that is a town in capitals, "ANKARA": as such a dateline stands alone. */
bool sr_is_town_line(const struct sr_kit *kit, struct sr_str text,
		     struct sr_span line);

#endif
