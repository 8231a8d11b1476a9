/* Float matrices for the trainers: row after row, no strides but the width.
 *
 * Sums run in one order whatever the width of the machine's vectors, and each
 * product is fused with its sum where the code says so and nowhere else, so
 * training gives the same bits on every machine with IEEE 754 floats. */
#ifndef SR_TRAIN_MAT_H
#define SR_TRAIN_MAT_H

#include <stddef.h>
#include <stdint.h>

/* For loops without sums: compiled for wide vectors too. */
#if defined(__x86_64__) && defined(__gnu_linux__)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif

/* C[m][n] = A[m][k] B[k][n], or += with `add`. */
struct mat_size {
	size_t m, k, n;
};
void mat_mul(const float *a, const float *b, float *c, struct mat_size s,
	     int add);

/* to[n][m] = from[m][n] */
void mat_turn(const float *from, float *to, size_t m, size_t n);

/* The one curved function of the net: the cubic that goes smoothly from -1 at
 * -1.5 to 1 at 1.5 and is flat beyond. It needs no division, which the rational
 * forms of tanh do; the net is as good with it. */
static inline float curve(float x)
{
	float up = x > -1.5f ? x : -1.5f, y = up < 1.5f ? up : 1.5f;

	return y - y * y * y * (4.0f / 27.0f);
}

/* Its slope where its argument was x. */
static inline float curve_slope(float x)
{
	float up = x > -1.5f ? x : -1.5f, y = up < 1.5f ? up : 1.5f;

	return 1.0f - y * y * (4.0f / 9.0f);
}

/* exp and log without the system's library, whose last bit varies. */
float mat_exp(float x);
float mat_log(float x);

/* xorshift64*: the only source of chance. */
struct chance {
	uint64_t state;
};
uint32_t chance_next(struct chance *c);
float chance_unit(struct chance *c);  /* [0, 1) */
float chance_about(struct chance *c); /* mean 0, variance 1, a sum of 12 */

#endif
