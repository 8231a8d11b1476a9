#include "mat.h"

#include <math.h>
#include <string.h>

#include "base/compiler.h"

#define ROWS 6
#define COLUMNS 64 /* of a block kept in registers */

/* Every path adds the products in the order of k, each fused with its sum and
 * rounded once, so all give the same bits. */

SR_INLINE void edge(const float *a, const float *b, float *c,
                    struct mat_size s, const size_t part[2])
{
	for (size_t i = 0; i < part[0]; i++) {
		float sum[COLUMNS];
		memcpy(sum, c + i * s.n, part[1] * sizeof(float));
		for (size_t k = 0; k < s.k; k++) {
			float x = a[i * s.k + k];
			for (size_t j = 0; j < part[1]; j++)
				sum[j] = fmaf(x, b[k * s.n + j], sum[j]);
		}
		memcpy(c + i * s.n, sum, part[1] * sizeof(float));
	}
}

#ifdef SR_X86

SR_TARGET("avx512f")
static inline void block_512(const float *a, const float *b, float *c,
                             struct mat_size s)
{
	__m512 sum[ROWS][4];

	for (size_t i = 0; i < ROWS; i++)
		for (size_t v = 0; v < 4; v++)
			sum[i][v] = _mm512_loadu_ps(c + i * s.n + v * 16);
	for (size_t k = 0; k < s.k; k++) {
		__m512 w[4];
		for (size_t v = 0; v < 4; v++)
			w[v] = _mm512_loadu_ps(b + k * COLUMNS + v * 16);
		for (size_t i = 0; i < ROWS; i++) {
			__m512 x = _mm512_set1_ps(a[i * s.k + k]);
			for (size_t v = 0; v < 4; v++)
				sum[i][v] = _mm512_fmadd_ps(x, w[v], sum[i][v]);
		}
	}
	for (size_t i = 0; i < ROWS; i++)
		for (size_t v = 0; v < 4; v++)
			_mm512_storeu_ps(c + i * s.n + v * 16, sum[i][v]);
}

/* Half a block's columns, and half of its rows: there are 16 registers. */
SR_TARGET("avx2,fma")
static inline void block_256(const float *a, const float *b, float *c,
                             struct mat_size s)
{
	__m256 sum[3][4];

	for (size_t i = 0; i < 3; i++)
		for (size_t v = 0; v < 4; v++)
			sum[i][v] = _mm256_loadu_ps(c + i * s.n + v * 8);
	for (size_t k = 0; k < s.k; k++)
		for (size_t i = 0; i < 3; i++) {
			__m256 x = _mm256_set1_ps(a[i * s.k + k]);
			for (size_t v = 0; v < 4; v++)
				sum[i][v] = _mm256_fmadd_ps(
				        x, _mm256_loadu_ps(b + k * COLUMNS + v * 8),
				        sum[i][v]);
		}
	for (size_t i = 0; i < 3; i++)
		for (size_t v = 0; v < 4; v++)
			_mm256_storeu_ps(c + i * s.n + v * 8, sum[i][v]);
}

SR_TARGET("avx2,fma")
static inline void blocks_256(const float *a, const float *b, float *c,
                              struct mat_size s)
{
	for (size_t i = 0; i < ROWS; i += 3)
		for (size_t j = 0; j < COLUMNS; j += 32)
			block_256(a + i * s.k, b + j, c + i * s.n + j, s);
}

#endif

/* The columns of a block, one row of B behind the other: read once for each
 * block of rows of A, they had better lie together. */
#define MOST_K 4096

static float panel[MOST_K * COLUMNS];

static void pack(const float *b, struct mat_size s)
{
	for (size_t k = 0; k < s.k; k++)
		memcpy(panel + k * COLUMNS, b + k * s.n,
		       COLUMNS * sizeof(float));
}

#define MULTIPLY(name, target, whole)                                          \
	target static void multiply_##name(const float *a, const float *b,     \
	                                   float *c, struct mat_size s)        \
	{                                                                      \
		for (size_t j = 0; j < s.n; j += COLUMNS) {                    \
			bool wide = s.n - j >= COLUMNS && s.k <= MOST_K;       \
			if (wide)                                              \
				pack(b + j, s);                                \
			for (size_t i = 0; i < s.m; i += ROWS) {               \
				const float *x = a + i * s.k, *y = b + j;      \
				float *z = c + i * s.n + j;                    \
				size_t part[2] = { s.m - i, s.n - j };         \
				part[0] = part[0] < ROWS ? part[0] : ROWS;     \
				part[1] = part[1] < COLUMNS ? part[1]          \
				                            : COLUMNS;         \
				if (wide && part[0] == ROWS)                   \
					whole;                                 \
				else                                           \
					edge(x, y, z, s, part);                \
			}                                                      \
		}                                                              \
	}

#ifdef SR_X86
MULTIPLY(512, SR_TARGET("avx512f"), block_512(x, panel, z, s))
MULTIPLY(256, SR_TARGET("avx2,fma"), blocks_256(x, panel, z, s))
#endif
MULTIPLY(plain, , edge(x, y, z, s, part))

static void multiply(const float *a, const float *b, float *c,
                     struct mat_size s)
{
#ifdef SR_X86
	if (SR_CPU_HAS("avx512f")) {
		multiply_512(a, b, c, s);
		return;
	}
	if (SR_CPU_HAS("avx2") && SR_CPU_HAS("fma")) {
		multiply_256(a, b, c, s);
		return;
	}
#endif
	multiply_plain(a, b, c, s);
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
