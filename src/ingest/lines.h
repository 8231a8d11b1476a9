/* A text's lines. */
#ifndef SR_INGEST_LINES_H
#define SR_INGEST_LINES_H

#include "base/list.h"
#include "sitrep.h"

/* A line that is not blank, without white space at its ends. */
struct sr_line {
	struct sr_span at;
	uint16_t indent;  /* columns before it, tabs to the next 8; at most 999 */
	bool gap;         /* a blank line, or the start, before it */
};

struct sr_lines {
	SR_LIST(struct sr_line) list;
};

/* Splits text from `from` on at LF, CR, CR LF, form feeds and U+2028/2029.
 * false when the arena is full. */
bool sr_lines_read(struct sr_arena *a, struct sr_str text, size_t from,
                   struct sr_lines *lines);

#endif
