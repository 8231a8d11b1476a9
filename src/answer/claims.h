/* Claims of the ledger as rows and as JSON. */
#ifndef SR_ANSWER_CLAIMS_H
#define SR_ANSWER_CLAIMS_H

#include "answer/ask.h"

/* No rows yet; sr_claim_row appends one. `table`: for people. */
struct sr_rows sr_claim_rows(struct sr_arena *mem);
void sr_claim_row(struct sr_rows *rows, bool table,
		  const struct sr_records *all, const struct sr_record *r);

/* The object that `claims --format jsonl` gives, without the end of the line.
 */
void sr_claim_object(const struct sr_records *all, const struct sr_record *r,
		     struct sr_json *out);

#endif
