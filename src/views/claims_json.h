/* A claim as one line of JSON: docs/claims.md says what each key means. */
#ifndef SR_VIEWS_CLAIMS_JSON_H
#define SR_VIEWS_CLAIMS_JSON_H

#include "base/err.h"
#include "base/json.h"
#include "model/decision.h"
#include "model/doc.h"
#include "model/record.h"

/* What is needed beside the claim itself. */
struct sr_claim_view {
	struct sr_str doc, key, words;
	struct sr_span points; /* of the evidence, in code points */
	struct sr_str review;  /* what people decided; empty: nothing */
};

/* Appends the object, without the end of the line. */
void sr_claim_json(const struct sr_claim *claim,
		   const struct sr_claim_view *view, struct sr_json *out);

/* Some slots of a claim, as bits of enum sr_slot, in the same form. */
void sr_claim_json_slots(const struct sr_claim *claim, unsigned sets,
			 struct sr_json *out);

/* All claims of a doc that was read, a line each. sha256: of the bytes that the
 * report came as, in hex. SR_NOMEM when the doc's arena is full. */
enum sr_code sr_claims_write(struct sr_doc *doc, const char *sha256,
			     struct sr_json *out,
			     struct sr_err *err) SR_MUST_USE;

#endif
