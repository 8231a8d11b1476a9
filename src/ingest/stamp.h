/* Days as headers write them. */
#ifndef SR_INGEST_STAMP_H
#define SR_INGEST_STAMP_H

#include "kit/kit.h"

/* A day with what stands around it: weekday, time of day, zone. */
struct sr_stamp {
	struct sr_span at;   /* from the first part to the last */
	struct sr_days days; /* one day; a month where no day of it stands; both
				readings of 3/4/2022; unknown without a year */
	bool unsure;	     /* one of the two ends of days, not between */
	int32_t day_first;   /* then: the reading with the day first */
	bool has_year;
	bool whole_month; /* no day of it stands there */
	bool has_clock;	  /* a time of day stands there too */
	bool firm;	  /* written as sentences don't: with a weekday or a
			     time, or all in figures */
};

/* Reads a stamp from the first bytes of text[within] on: 2022-09-09, 20220330,
 * 27 March 2022, 14:05 BST, Sunday 14 Aug 2016, March 27th, 2022, 27/03/2022,
 * 27.3.22, 2:30 PM ET, April 6. false when no day is there. */
bool sr_stamp_read(const struct sr_kit *kit, struct sr_str text,
		   struct sr_span within, struct sr_stamp *stamp);

/* The day in an address ("/2022/03/27/", "/2022/mar/27/", "-20220327"), one
 * day or unknown. */
struct sr_days sr_stamp_of_url(const struct sr_kit *kit, struct sr_str url);

#endif
