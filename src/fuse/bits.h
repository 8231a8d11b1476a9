/* Chances as whole numbers: costs in 64ths of a bit, so that a cost of 64
 * halves a chance. Sums and products of chances are then sums of whole numbers
 * and look-ups in small tables, the same on every machine whatever its
 * floating point does. Exact to about a hundredth of a bit. */
#ifndef SR_FUSE_BITS_H
#define SR_FUSE_BITS_H

#include <stdint.h>

#define SR_BIT_COST 64

/* log2(a / b) in 64ths of a bit; a and b from 1 to 2^31. */
int32_t sr_bits_ratio(uint32_t a, uint32_t b);

/* The cost of either of two things that cost a and b. */
int64_t sr_bits_either(int64_t a, int64_t b);

/* What a cost is as a chance, in thousandths; costs below 0 are 1000. */
uint32_t sr_bits_chance(int64_t cost);

#endif
