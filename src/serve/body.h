/* What the page sends to have something decided, as JSON from outside: strictly
 * what docs/formats/api.md says, and nothing else. */
#ifndef SR_SERVE_BODY_H
#define SR_SERVE_BODY_H

#include "answer/review.h"

struct sr_review_body {
	struct sr_to_decide what;
	struct sr_str by, why;
};

/* Reads a body. All strings are the arena's and NUL-ended. SR_USAGE says what
 * was expected. */
enum sr_code sr_review_body_read(struct sr_str json, struct sr_arena *mem,
				 struct sr_review_body *out,
				 struct sr_err *err) SR_MUST_USE;

#endif
