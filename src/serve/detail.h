/* Objects that stand in several answers: a claim with its report and the words
 * around it. */
#ifndef SR_SERVE_DETAIL_H
#define SR_SERVE_DETAIL_H

#include "serve/route.h"

/* The texts of reports, each read from the ledger once. */
struct sr_texts {
	struct sr_ask *ask;
	const struct sr_records *records;
	struct sr_str *text; /* of each report; s is NULL: not read yet */
};

enum sr_code sr_texts_init(struct sr_texts *t, struct sr_ask *ask,
			   const struct sr_records *records) SR_MUST_USE;

/* The object of a claim as the list has it, with "report" and "context"; left
 * open, for more keys. */
enum sr_code sr_put_claim(struct sr_texts *t, const struct sr_record *r,
			  struct sr_json *out) SR_MUST_USE;

/* "report":{ ... } */
void sr_put_report(const struct sr_filed *f, struct sr_json *out);

/* Takes the closing bracket of the object written last away again, so that more
 * keys can follow. */
void sr_json_reopen(struct sr_json *out);

#endif
