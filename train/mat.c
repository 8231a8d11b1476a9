#include "mat.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__) && defined(__gnu_linux__)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif

#define ROWS 6
#define COLUMNS 64 /* of a block kept in registers */

typedef float vec __attribute__((vector_size(64), aligned(4)));

/* A block of ROWS by COLUMNS of C, columns from j on. */
static inline __attribute__((always_inline)) void
block(const float *a, const float *b, float *c, struct mat_size s)
{
	vec sum[ROWS][4];

	for (int i = 0; i < ROWS; i++)
		for (int v = 0; v < 4; v++)
			memcpy(&sum[i][v], c + (size_t)i * s.n + (size_t)v * 16,
			       sizeof(vec));
	for (size_t k = 0; k < s.k; k++) {
		vec w[4];
		for (int v = 0; v < 4; v++)
			memcpy(&w[v], b + k * s.n + (size_t)v * 16,
			       sizeof(vec));
		for (int i = 0; i < ROWS; i++) {
			float x = a[(size_t)i * s.k + k];
			for (int v = 0; v < 4; v++)
				sum[i][v] += x * w[v];
		}
	}
	for (int i = 0; i < ROWS; i++)
		for (int v = 0; v < 4; v++)
			memcpy(c + (size_t)i * s.n + (size_t)v * 16, &sum[i][v],
			       sizeof(vec));
}

static inline __attribute__((always_inline)) void
edge(const float *a, const float *b, float *c, struct mat_size s, size_t rows,
     size_t columns)
{
	for (size_t i = 0; i < rows; i++) {
		float sum[COLUMNS];
		memcpy(sum, c + i * s.n, columns * sizeof(float));
		for (size_t k = 0; k < s.k; k++) {
			float x = a[i * s.k + k];
			for (size_t j = 0; j < columns; j++)
				sum[j] += x * b[k * s.n + j];
		}
		memcpy(c + i * s.n, sum, columns * sizeof(float));
	}
}

WIDE static void multiply(const float *a, const float *b, float *c,
			  struct mat_size s)
{
	for (size_t j = 0; j < s.n; j += COLUMNS) {
		size_t columns = s.n - j < COLUMNS ? s.n - j : COLUMNS;
		for (size_t i = 0; i < s.m; i += ROWS) {
			size_t rows = s.m - i < ROWS ? s.m - i : ROWS;
			if (rows == ROWS && columns == COLUMNS)
				block(a + i * s.k, b + j, c + i * s.n + j, s);
			else
				edge(a + i * s.k, b + j, c + i * s.n + j, s,
				     rows, columns);
		}
	}
}

void mat_mul(const float *a, const float *b, float *c, struct mat_size s,
	     int add)
{
	if (!add)
		memset(c, 0, s.m * s.n * sizeof(float));
	multiply(a, b, c, s);
}

void mat_turn(const float *from, float *to, size_t m, size_t n)
{
	for (size_t i0 = 0; i0 < m; i0 += 16)
		for (size_t j0 = 0; j0 < n; j0 += 16)
			for (size_t i = i0; i < i0 + 16 && i < m; i++)
				for (size_t j = j0; j < j0 + 16 && j < n; j++)
					to[j * m + i] = from[i * n + j];
}

float mat_exp(float x)
{
	if (x < -80.0f)
		return 0.0f;
	if (x > 80.0f)
		x = 80.0f;
	float t = x * 1.44269504f;
	int n = (int)(t < 0 ? t - 0.5f : t + 0.5f);
	float f = x - (float)n * 0.693359375f + (float)n * 2.12194440e-4f;
	float p =
		1.0f +
		f * (1.0f +
		     f * (0.5f + f * (0.16666667f +
				      f * (0.041666667f + f * 0.0083333333f))));
	union {
		float f;
		int32_t i;
	} u = { p };
	u.i += n * (1 << 23);
	return u.f;
}

float mat_log(float x)
{
	union {
		float f;
		int32_t i;
	} u = { x < 1e-30f ? 1e-30f : x };
	int n = (u.i >> 23) - 127;
	u.i = (u.i & 0x7FFFFF) | 127 << 23;
	float t = (u.f - 1.0f) / (u.f + 1.0f), s = t * t;
	float p = 2.0f * t *
		  (1.0f + s * (1.0f / 3 + s * (1.0f / 5 + s * (1.0f / 7))));
	return p + (float)n * 0.69314718f;
}

uint32_t chance_next(struct chance *c)
{
	c->state ^= c->state >> 12;
	c->state ^= c->state << 25;
	c->state ^= c->state >> 27;
	return (uint32_t)((c->state * 0x2545F4914F6CDD1Du) >> 32);
}

float chance_unit(struct chance *c)
{
	return (float)(chance_next(c) >> 8) / 16777216.0f;
}

float chance_about(struct chance *c)
{
	float s = 0;

	for (int i = 0; i < 12; i++)
		s += chance_unit(c);
	return s - 6.0f;
}
