/* Failing with a reason. See struct sr_err in sitrep.h. */
#ifndef SR_BASE_ERR_H
#define SR_BASE_ERR_H

#include "sitrep.h"

/* Fills err (unless it is NULL or already filled) and gives code back, so
 * that a function can end with `return sr_fail(err, SR_IO, path, ...)`. */
enum sr_code sr_fail(struct sr_err *err, enum sr_code code, const char *where,
                     const char *fmt, ...) SR_PRINTF(4, 5);

/* sr_fail with SR_NOMEM; `what` was being made. */
enum sr_code sr_fail_nomem(struct sr_err *err, const char *what);

#endif
