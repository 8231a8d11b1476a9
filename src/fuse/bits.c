#include "fuse/bits.h"

#define STEP 8 /* of the table of sums */

/* 64 * log2(1 + 2^-(8i/64)) */
static const uint8_t SUM[] = {
	64, 60, 56, 53, 49, 46, 43, 40, 37, 35, 32, 30, 28, 26, 24, 22,
	21, 19, 18, 16, 15, 14, 13, 12, 11, 10, 9,  8,	8,  7,	7,  6,
	6,  5,	5,  4,	4,  4,	3,  3,	3,  3,	2,  2,	2,  2,	2,  2,
	1,  1,	1,  1,	1,  1,	1,  1,	1,  1,	1,  1,	1,
};

/* 1000 * 2^-(i/64) */
static const uint16_t PART[] = {
	1000, 989, 979, 968, 958, 947, 937, 927, 917, 907, 897, 888, 878,
	869,  859, 850, 841, 832, 823, 814, 805, 797, 788, 780, 771, 763,
	755,  746, 738, 730, 723, 715, 707, 699, 692, 685, 677, 670, 663,
	655,  648, 641, 635, 628, 621, 614, 608, 601, 595, 588, 582, 576,
	569,  563, 557, 551, 545, 539, 534, 528, 522, 517, 511, 505,
};

/* By repeated squaring: each gives one more binary digit of the logarithm. */
static int32_t log2_of(uint32_t x)
{
	int32_t whole = 31, part = 0;

	while (!(x & 0x80000000u)) {
		x <<= 1;
		whole--;
	}
	for (int i = 0; i < 6; i++) {
		uint64_t square = (uint64_t)x * x; /* of 2^62 to 2^64 */
		part <<= 1;
		if (square >> 63) {
			part |= 1;
			x = (uint32_t)(square >> 32);
		} else {
			x = (uint32_t)(square >> 31);
		}
	}
	return whole * SR_BIT_COST + part;
}

int32_t sr_bits_ratio(uint32_t a, uint32_t b)
{
	return log2_of(a ? a : 1) - log2_of(b ? b : 1);
}

int64_t sr_bits_either(int64_t a, int64_t b)
{
	int64_t less = a < b ? a : b, off = a < b ? b - a : a - b;
	int64_t last = (int64_t)(sizeof(SUM) - 1) * STEP;

	if (off >= last)
		return less;
	int64_t i = off / STEP, rest = off % STEP;
	return less - (SUM[i] * (STEP - rest) + SUM[i + 1] * rest) / STEP;
}

uint32_t sr_bits_chance(int64_t cost)
{
	if (cost <= 0)
		return 1000;
	if (cost >= (int64_t)20 * SR_BIT_COST)
		return 0;
	return (uint32_t)PART[cost % SR_BIT_COST] >> (cost / SR_BIT_COST);
}
