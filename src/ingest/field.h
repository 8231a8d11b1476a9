/* The parts of a report's header: named fields, days, addresses, bylines. */
#ifndef SR_INGEST_FIELD_H
#define SR_INGEST_FIELD_H

#include "ingest/stamp.h"
#include "model/doc.h"

/* The first ones in the order of schema.c. */
enum sr_field {
	SR_FIELD_TITLE,
	SR_FIELD_PUBLISHER,
	SR_FIELD_SOURCE,
	SR_FIELD_AUTHOR,
	SR_FIELD_PUBLISHED,
	SR_FIELD_UPDATED,
	SR_FIELD_URL,
	SR_FIELD_PLACE,
	SR_FIELD_SKIP,
	SR_FIELD_DAY,	/* a day with no name */
	SR_FIELD_AGAIN, /* the title or the publisher once more */
	SR_FIELD_NONE,
};

struct sr_field_at {
	enum sr_field field;
	struct sr_span at, value; /* value: without the field's name */
	struct sr_stamp stamp;	  /* of the fields that hold a day */
	bool named;		  /* a name and a colon */
	bool sure;		  /* could not begin a sentence */
	bool empty; /* only a name: the next line may be its value */
};

/* What the header is gathered into. rank: how good the source of the value
 * is; a better one takes its place. */
struct sr_header {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_str text;
	struct sr_span title; /* of a field or guessed; empty: none yet */
	uint8_t title_rank, publisher_rank, day_rank;
	bool publisher_named; /* by a field of that name */
	bool unsure;	      /* the day is one of two ends */
	int32_t day_first;    /* the end that reads the day before the month */
};

#define SR_MAX_FIELDS 12 /* of one line; the rest is text */

struct sr_fields {
	struct sr_field_at part[SR_MAX_FIELDS];
	size_t n;
	uint32_t rest; /* where what is no part begins */
};

/* The parts with which a line begins. */
void sr_fields_read(const struct sr_header *h, struct sr_span line,
		    struct sr_fields *parts);

/* Takes in what they say. */
void sr_fields_take(struct sr_header *h, const struct sr_fields *parts);

/* Whether text[at] names an outlet: one of the table of media, or by its look,
 * few words, each with a capital, one of them such as papers and agencies have
 * in their names. */
bool sr_is_outlet(const struct sr_header *h, struct sr_span at);

/* Takes in an outlet that stands by itself. */
void sr_header_outlet(struct sr_header *h, struct sr_span at);

/* Takes in where it was filed, from a line of its own. */
void sr_header_place(struct sr_header *h, struct sr_span at);

/* Takes in what a dateline says; spans may be empty, the day unknown. */
void sr_header_dateline(struct sr_header *h, struct sr_span place,
			struct sr_span agency, const struct sr_stamp *stamp);

/* What the address tells, where nothing better is known: its host as the
 * publisher, the day in its path. */
void sr_header_from_url(struct sr_header *h);

/* Are those days before the report's own, as far as that is known by now? */
bool sr_header_is_past(const struct sr_header *h, struct sr_days days);

#endif
