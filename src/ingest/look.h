/* What lines look like, whatever their words. */
#ifndef SR_INGEST_LOOK_H
#define SR_INGEST_LOOK_H

#include "sitrep.h"

/* Nothing but marks: "---", "* * *". */
bool sr_line_is_rule(struct sr_str line);

/* The last character but for quotes and brackets; 0 if there is none. */
uint32_t sr_line_last(struct sr_str line);

/* The last mark ends a sentence, or a phrase before a list. */
bool sr_line_stops(struct sr_str line);

/* Words by the blanks between them. */
uint32_t sr_line_words(struct sr_str s);

/* Does a capital stand at `at`, before `to`? */
bool sr_upper_at(struct sr_str text, uint32_t at, uint32_t to);

/* The span without blanks at its ends. */
struct sr_span sr_span_trim(struct sr_str text, struct sr_span s);

static inline bool sr_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

#endif
