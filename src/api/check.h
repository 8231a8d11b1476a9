/* The patterns' own examples, run: what `sitrep check` proves. */
#ifndef SR_API_CHECK_H
#define SR_API_CHECK_H

#include "kit/kit.h"

/* One example that does not hold. */
struct sr_check_fault {
	struct sr_str pattern; /* its id */
	struct sr_str text;    /* the sentence */
	bool fires;            /* it should have fired */
	char wrong[160];       /* what was found instead */
};

typedef void sr_check_fn(void *data, const struct sr_check_fault *fault);

/* Reads every example as a report published on Wednesday, 15 June 2022, and
 * calls fn for each that does not hold. A "yes" must give a claim by that
 * pattern whose slots hold what is expected; a "no" must give none by it.
 * *nexample and *nfault count. Fails only where the reading itself fails. */
enum sr_code sr_check_patterns(const struct sr_kit *kit, sr_check_fn *fn,
                               void *data, size_t *nexample, size_t *nfault,
                               struct sr_err *err) SR_MUST_USE;

#endif
