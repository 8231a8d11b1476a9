/* A report's header: which lines it takes and what they say. */
#ifndef SR_INGEST_HEADER_H
#define SR_INGEST_HEADER_H

#include "ingest/field.h"
#include "ingest/lines.h"

/* Reads the header at the top of `lines`: fills the report's fields, puts the
 * header's lines, cut to pieces of one kind each, into `head`, gives in *first
 * the first line that is not of it. Where the header runs into the text that
 * line's start is moved. false when the arena is full. */
bool sr_header_read(struct sr_header *h, struct sr_lines *lines,
		    struct sr_lines *head, size_t *first);

/* The fields of the last lines ("Source: ..."), where the header had none. */
void sr_footer_read(struct sr_header *h, const struct sr_lines *lines,
		    size_t first);

/* A line within the text that holds nothing but fields: an address, a byline,
 * a time of day, "Source: ...". */
bool sr_line_is_field(const struct sr_header *h, struct sr_span line);

#endif
