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

/* What the words before an expression leave of it: enum sr_part of an
 * enum sr_part_of. */
uint8_t sr_part_said(uint8_t part);

/* "24 February 1999: the army ...": does that day head a note, which is told as
 * of it? */
bool sr_heads_entry(const struct sr_doc *doc, const struct sr_expr *e);

/* The year, up to today's, that brings a day and month nearest to those of the
 * note before; 0: there was none. */
int32_t sr_year_beside(const struct sr_expr *e, struct sr_days last,
		       struct sr_days today);

#endif
