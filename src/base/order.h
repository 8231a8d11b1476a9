/* Three-way comparisons, for sorting: below zero where a comes first. */
#ifndef SR_BASE_ORDER_H
#define SR_BASE_ORDER_H

#include <stdint.h>

static inline int sr_order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* For qsort and bsearch over arrays of these: uint32_t, int64_t, struct
 * sr_str (by sr_str_order). */
int sr_by_u32(const void *a, const void *b);
int sr_by_i64(const void *a, const void *b);
int sr_by_str(const void *a, const void *b);

#endif
