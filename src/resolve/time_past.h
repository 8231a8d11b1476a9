/* Whether a text tells of the past. */
#ifndef SR_RESOLVE_TIME_PAST_H
#define SR_RESOLVE_TIME_PAST_H

#include "resolve/expr.h"

/* Whether the text is about the past: many years named, all before the
 * report's, and few days that only news has. */
bool sr_tells_history(const struct sr_exprs *x, struct sr_days today);

/* Whether the text tells a course of past events up to today, as articles on
 * battles do: its first day or month is of an earlier year and says so, others
 * do, and hardly any is told as news; or a year stands in its title. */
bool sr_tells_chronicle(const struct sr_doc *doc, struct sr_days today);

/* "From 25 August it was shelled", of a war long over: up to the last day told,
 * not to the page's. */
void sr_close_spans(struct sr_doc *doc);

#endif
