/* How much came from each source on each day, and where it came to less than is
 * that source's habit: so that a fall in incidents is not taken for peace. */
#ifndef SR_ANSWER_COVERAGE_H
#define SR_ANSWER_COVERAGE_H

#include "answer/ask.h"

/* One row a source; with `series` one row for each source and day from its first
 * to the ledger's last. Of the filter, days and source count.
 *
 * usual: the median of the 28 days before, of the same weekday if that is less.
 * drop: a day on which fewer came than three deviations below it, counted on the
 * scale 2 sqrt(n + 3/8), on which the deviation of a chance count is 1
 * (Anscombe), or by the median deviation of those days where that is more.
 * gap: empty days in a row, more than four times the source's usual interval,
 * and three at least. */
enum sr_code sr_coverage_rows(struct sr_ask *ask, bool series,
			      struct sr_rows *rows) SR_MUST_USE;

#endif
