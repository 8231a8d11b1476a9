/* Simple recurrent units after Lei et al. (2018), with a cubic in place of
 * tanh and the sigmoid: it needs no library, whose last bits differ from
 * machine to machine, and no division. train/net.c computes the same. */
#include "annotate/cell.h"

#include <string.h>

#include "annotate/net.h"
#include "base/compiler.h"

#define ONE ((float)SR_ACT_ONE)

static inline float curve(float x)
{
	/* In this order what is no number becomes -1.5. */
	float up = x > -1.5f ? x : -1.5f, y = up < 1.5f ? up : 1.5f;

	return y - y * y * y * (4.0f / 27.0f);
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
		float r = gate(pre[2 * n + k]), p = sr_act_value(below[k]);
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
		y[k] = act(sr_act_value(a[k]) * sr_act_value(b[k]));
}

SR_INLINE float cut(const float *restrict x, int8_t *restrict q, size_t n)
{
	float lane[16] = { 0 };
	float most = 1e-6f;

	for (size_t k = 0; k < n; k += 16)
		for (size_t i = 0; i < 16; i++) {
			float y = x[k + i] < 0 ? -x[k + i] : x[k + i];
			lane[i] = y > lane[i] ? y : lane[i];
		}
	for (size_t i = 0; i < 16; i++)
		most = lane[i] > most ? lane[i] : most;
	most = most < 1e6f ? most : 1e6f;
	float to = 127.0f / most;
	for (size_t k = 0; k < n; k++) {
		float y = x[k] * to + 128.5f;
		y = y > 1.0f ? y : 1.0f; /* no number becomes -127 */
		y = y < 255.5f ? y : 255.5f;
		q[k] = (int8_t)((int32_t)y - 128);
	}
	return most / 127.0f;
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
		if ((path) >= SR_DOT_VNNI)                                     \
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

#define CUT(name, target)                                                      \
	target static float cut_##name(const float *x, int8_t *q, size_t n)    \
	{                                                                      \
		return cut(x, q, n);                                           \
	}
CUT(widest, WIDEST)
CUT(wider, WIDER)
CUT(plain, )

float sr_cells_cut(const float *x, int8_t *q, size_t n, enum sr_dot_path path)
{
	return path >= SR_DOT_VNNI   ? cut_widest(x, q, n)
	       : path == SR_DOT_AVX2 ? cut_wider(x, q, n)
	                             : cut_plain(x, q, n);
}

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
