/* What was read, and what could not be, as rows. */
#ifndef SR_ANSWER_REPORTS_H
#define SR_ANSWER_REPORTS_H

#include "answer/ask.h"

/* Those that the filter lets through, see sr_ledger_reports. */
enum sr_code sr_reports_rows(struct sr_ask *ask,
			     struct sr_rows *rows) SR_MUST_USE;

/* All refusals that still hold. */
enum sr_code sr_refused_rows(struct sr_ask *ask,
			     struct sr_rows *rows) SR_MUST_USE;

/* All that was set aside. */
enum sr_code sr_aside_rows(struct sr_ask *ask,
			   struct sr_rows *rows) SR_MUST_USE;

#endif
