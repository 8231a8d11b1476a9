/* Signs of sketches: 32 bytes for each report, in memory, by which most of those
 * that stand under a common mark are told to be unlike a new one without their
 * sketch being read. They are so many: under a phrase that the whole press uses
 * each new report is compared with thirty others, however large the ledger. */
#ifndef SR_LEDGER_SIGNS_H
#define SR_LEDGER_SIGNS_H

#include "fuse/alike.h"
#include "ledger/sqlite.h"

/* Begins with a new report. Where so many were asked for in vain that it pays,
 * the signs of all reports are read. `sketch` is borrowed until the next. */
enum sr_code sr_signs_begin(struct sr_ledger *l, int64_t report,
			    const struct sr_sketch *sketch, struct sr_err *err);

/* Of other reports keeps those, in front, that may meet the new one
 * (sr_sketches_meet), and of which that is not known; how many. */
size_t sr_signs_sift(struct sr_ledger *l, int64_t *other, size_t n);

/* May a report have a mark? */
bool sr_signs_may_have(const struct sr_ledger *l, int64_t report,
		       uint64_t mark);

/* A report is like another one; and is there one that it is like? */
void sr_signs_pair(struct sr_ledger *l, int64_t report);
bool sr_signs_may_pair(const struct sr_ledger *l, int64_t report);

#endif
