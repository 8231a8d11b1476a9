/* Float matrices for the trainers: row after row, no strides but the width.
 *
 * Sums run in one order whatever the width of the machine's vectors, and
 * products are not fused with sums, so training gives the same bits on every
 * machine with IEEE 754 floats. */
#ifndef SR_TRAIN_MAT_H
#define SR_TRAIN_MAT_H

#include <stddef.h>
#include <stdint.h>

/* C[m][n] = A[m][k] B[k][n], or += with `add`. */
struct mat_size {
	size_t m, k, n;
};
void mat_mul(const float *a, const float *b, float *c, struct mat_size s,
	     int add);

/* to[n][m] = from[m][n] */
void mat_turn(const float *from, float *to, size_t m, size_t n);

/* The one curved function of the net: an odd rational that goes from -1 at -3
 * to 1 at 3, within 0.03 of tanh and with no slope at its ends. */
static inline float curve(float x)
{
	float y = x < -3.0f ? -3.0f : x > 3.0f ? 3.0f : x;
	float s = y * y;

	return y * (27.0f + s) / (27.0f + 9.0f * s);
}

/* Its slope where its argument was x. */
static inline float curve_slope(float x)
{
	float y = x < -3.0f ? -3.0f : x > 3.0f ? 3.0f : x;
	float s = y * y, d = 27.0f + 9.0f * s;
	float u = 9.0f - s;

	return 9.0f * u * u / (d * d);
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
