/* A text's lines. */
#ifndef SR_INGEST_LINES_H
#define SR_INGEST_LINES_H

#include "base/list.h"
#include "sitrep.h"

enum sr_line_kind { SR_LINE_TEXT, SR_LINE_FIELD, SR_LINE_TITLE };

/* A line that is not blank, without white space at its ends. */
struct sr_line {
	struct sr_span at;
	uint16_t
		indent; /* columns before it, tabs to the next 8; at most 999 */
	bool gap;	/* a blank line, or the start, before it */
	uint8_t kind;	/* enum sr_line_kind; TEXT until the header is read */
};

struct sr_lines {
	SR_LIST(struct sr_line) list;
};

/* Splits text at LF, CR, CR LF, form feeds and U+2028/2029. false when the
 * arena is full. */
bool sr_lines_read(struct sr_arena *a, struct sr_str text,
		   struct sr_lines *lines);

#endif
