/* Proof that a sentence says no number that its sources don't: each number in
 * it is looked for in the counts, days, words and names of the claims that it
 * cites. */
#ifndef SR_BRIEF_CHECK_H
#define SR_BRIEF_CHECK_H

#include "brief/brief.h"
#include "brief/english.h"

/* True when all are found; else the first that is not, in thousandths, is put
 * into *bad. Dates are proved too; not the note, which is ours, nor what stands
 * in our quotation marks, which is copied from the report. */
bool sr_brief_proved(const struct sr_english *e, const struct sr_brief_text *t,
		     int64_t *bad);

#endif
