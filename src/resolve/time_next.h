/* What counts from the expression of time behind it. */
#ifndef SR_RESOLVE_TIME_NEXT_H
#define SR_RESOLVE_TIME_NEXT_H

#include "resolve/expr.h"

/* Whether e, which another of its sentence follows, counts from that: "at dawn
 * on Monday", "the day after the raid on Gao on 7 May". */
bool sr_counts_from_next(const struct sr_doc *doc, const struct sr_expr *e);

/* "Two days before | March 5": both stand for that day. t: what e became, the
 * last of the doc's. */
void sr_count_off(const struct sr_doc *doc, const struct sr_expr *e,
		  struct sr_time *t);

#endif
