/* The day on which quoted words were spoken, where the sentence around them
 * gives one. */
#ifndef SR_RESOLVE_SPOKEN_H
#define SR_RESOLVE_SPOKEN_H

#include "resolve/anchor.h"

/* For each expression of time, the day from which words like "today" count in
 * it: that of `"Today we ...," he said on Friday`. Unknown where it is in no
 * quotation or nothing gives a day. Needs doc->exprs. NULL when the arena is
 * full. */
struct sr_days *sr_spoken_days(struct sr_doc *doc, const struct sr_anchor *at);

#endif
