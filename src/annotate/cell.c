/* Simple recurrent units after Lei et al. (2018), with an odd rational in
 * place of tanh and the sigmoid: it needs no library, whose last bits differ
 * from machine to machine. train/net.c computes the same in training. */
#include "annotate/cell.h"

#include <string.h>

#include "annotate/net.h"
#include "base/compiler.h"

#define ONE ((float)SR_ACT_ONE)

static inline float curve(float x)
{
	/* In this order what is no number becomes -3. */
	float up = x > -3.0f ? x : -3.0f, y = up < 3.0f ? up : 3.0f;
	float s = y * y;

	return y * (27.0f + s) / (27.0f + 9.0f * s);
}

static inline float gate(float x)
{
	return 0.5f + 0.5f * curve(0.5f * x);
}

/* Rounds half up, as floor(x + 0.5) does: the argument is never negative. */
static inline uint8_t act(float x)
{
	return (uint8_t)(int32_t)(x * ONE + ((float)SR_ACT_ZERO + 0.5f));
}

static inline float value(uint8_t a)
{
	return (float)((int32_t)a - SR_ACT_ZERO) / ONE;
}

SR_INLINE void first_cell(const float *restrict pre, float *restrict c,
			  uint8_t *restrict out, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		float z = curve(pre[k]), f = gate(pre[n + k]);
		float r = gate(pre[2 * n + k]), p = curve(pre[3 * n + k]);
		c[k] = z + f * (c[k] - z);
		out[k] = act(p + r * (c[k] - p));
	}
}

SR_INLINE void next_cell(const float *restrict pre,
			 const uint8_t *restrict below, float *restrict c,
			 uint8_t *restrict out, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		float z = curve(pre[k]), f = gate(pre[n + k]);
		float r = gate(pre[2 * n + k]), p = value(below[k]);
		c[k] = z + f * (c[k] - z);
		out[k] = act(p + r * (c[k] - p));
	}
}

SR_INLINE void cells(const struct sr_cells *c)
{
	memset(c->carry, 0, c->hidden * sizeof(float));
	for (size_t i = 0; i < c->n; i++) {
		size_t t = c->back ? c->n - 1 - i : i;
		if (c->below)
			next_cell(c->pre + t * c->pre_width,
				  c->below + t * c->width, c->carry,
				  c->out + t * c->width, c->hidden);
		else
			first_cell(c->pre + t * c->pre_width, c->carry,
				   c->out + t * c->width, c->hidden);
	}
}

SR_INLINE void curves(const float *restrict x, uint8_t *restrict y, size_t n)
{
	for (size_t k = 0; k < n; k++)
		y[k] = act(curve(x[k]));
}

#define MOST_ROW 2048 /* annotate/net.c refuses wider ones */

SR_INLINE void rows(const struct sr_row_sum *s, uint8_t *restrict y)
{
	int16_t sum[MOST_ROW];

	memset(sum, 0, s->width * sizeof(*sum));
	for (size_t i = 0; i < s->nrow; i++) {
		const int8_t *row = s->row[i];
		for (size_t k = 0; k < s->width; k++)
			sum[k] = (int16_t)(sum[k] + row[k]);
	}
	for (size_t k = 0; k < s->width; k++)
		y[k] = act(curve((float)sum[k] / 64.0f + s->bias[k]));
}

SR_INLINE void product(const uint8_t *restrict a, const uint8_t *restrict b,
		       uint8_t *restrict y, size_t n)
{
	for (size_t k = 0; k < n; k++)
		y[k] = act(value(a[k]) * value(b[k]));
}

/* The same for each path. */
#ifdef SR_X86
#define WIDEST SR_TARGET("avx512f,avx512bw,avx512vl,avx512dq")
#define WIDER SR_TARGET("avx2")
#else
#define WIDEST
#define WIDER
#endif

#define THREE(name, declared, given, body)                                     \
	WIDEST static void name##_widest declared                              \
	{                                                                      \
		body given;                                                    \
	}                                                                      \
	WIDER static void name##_wider declared                                \
	{                                                                      \
		body given;                                                    \
	}                                                                      \
	static void name##_plain declared                                      \
	{                                                                      \
		body given;                                                    \
	}

#define CHOOSE(name, path, given)                                              \
	do {                                                                   \
		if ((path) == SR_DOT_VNNI)                                     \
			name##_widest given;                                   \
		else if ((path) == SR_DOT_AVX2)                                \
			name##_wider given;                                    \
		else                                                           \
			name##_plain given;                                    \
	} while (0)

THREE(run, (const struct sr_cells *c), (c), cells)
THREE(curve_all, (const float *x, uint8_t *y, size_t n), (x, y, n), curves)
THREE(row_sum, (const struct sr_row_sum *s, uint8_t *y), (s, y), rows)
THREE(multiply, (const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n),
      (a, b, y, n), product)

void sr_cells_run(const struct sr_cells *c, enum sr_dot_path path)
{
	CHOOSE(run, path, (c));
}

void sr_cells_curve(const float *x, uint8_t *y, size_t n, enum sr_dot_path path)
{
	CHOOSE(curve_all, path, (x, y, n));
}

void sr_cells_rows(const struct sr_row_sum *s, uint8_t *y,
		   enum sr_dot_path path)
{
	CHOOSE(row_sum, path, (s, y));
}

void sr_cells_product(const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n,
		      enum sr_dot_path path)
{
	CHOOSE(multiply, path, (a, b, y, n));
}
