/* Claims made elsewhere, as JSON Lines in the form that claims_json.h writes:
 * marked by hand, by another program, by a generator. Where a value is a list
 * of alternatives the first is taken. Keys that are not known are left alone.
 */
#ifndef SR_VIEWS_CLAIMS_READ_H
#define SR_VIEWS_CLAIMS_READ_H

#include "base/err.h"
#include "model/doc.h"

struct sr_claims_file {
	const char *path; /* as errors name it */
	struct sr_str bytes;
	struct sr_claims_line *line; /* sorted by the document's name */
	size_t nline;
};

/* Finds the lines of each document. `bytes` is borrowed as long as f is used,
 * the rest is the arena's. SR_REFUSED names the line that is no claim. */
enum sr_code sr_claims_index(struct sr_claims_file *f, const char *path,
			     struct sr_str bytes, struct sr_arena *mem,
			     struct sr_err *err) SR_MUST_USE;

/* Fills doc->claims with those for the name of its report. Evidence must lie in
 * the text and be what the claim says it is. */
enum sr_code sr_claims_fill(const struct sr_claims_file *f, struct sr_doc *doc,
			    struct sr_err *err) SR_MUST_USE;

/* Slots of a claim as a JSON object has them that jansson read: which they are,
 * as bits of enum sr_slot; 0 with the reason, or when there are none. */
struct json_t;
unsigned sr_claim_slots_read(struct json_t *v, const char *where,
			     struct sr_arena *mem, struct sr_claim *out,
			     struct sr_err *err);

#endif
