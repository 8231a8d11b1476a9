/* Simple recurrent units after Lei et al. (2018), with a cubic in place of
 * tanh and the sigmoid, in whole numbers of 16 bits: no step depends on the
 * machine, none needs a library or a division, and a vector holds 32 units.
 * train/net_layer.c computes the same in floats. */
#include "annotate/cell.h"

#include <string.h>

#include "annotate/cell_256.h"
#include "annotate/cell_512.h"
#include "annotate/mst.h"
#include "annotate/net.h"
#include "base/compiler.h"

#define ONE ((float)SR_ACT_ONE)
#define LEAST (-1e30f) /* below any */

static inline float curve(float x)
{
	/* In this order what is no number becomes -1.5. */
	float up = x > -1.5f ? x : -1.5f, y = up < 1.5f ? up : 1.5f;

	return y - y * y * y * (4.0f / 27.0f);
}

/* Rounds half up, as floor(x + 0.5) does: the argument is never negative. */
static inline uint8_t act(float x)
{
	return (uint8_t)(int32_t)(x * ONE + ((float)SR_ACT_ZERO + 0.5f));
}

SR_INLINE float output(const struct sr_matrix *m, int32_t sum, size_t k)
{
	return (float)(sum + m->zero[k]) * m->scale[k] + m->bias[k];
}

SR_INLINE int16_t narrow(int32_t x)
{
	return (int16_t)(x < INT16_MIN ? INT16_MIN : x > INT16_MAX ? INT16_MAX : x);
}

/* The product of two fractions of 32768, rounded. */
SR_INLINE int16_t times(int16_t a, int16_t b)
{
	return (int16_t)((a * b + (1 << 14)) >> 15);
}

/* A bent output, still straight: fractions of 32768, 1 is where the curve is
 * flat. */
SR_INLINE int16_t straight(const struct sr_matrix *m, int32_t sum, size_t k)
{
	uint32_t x = (uint32_t)sum + (uint32_t)m->zero[k];
	uint32_t by = (uint32_t)m->shift[k];

	return narrow(by < 32 ? (int32_t)(x << by) : 0);
}

/* (3 x - x * x * x) / 2: curve() as a fraction of SR_UNIT_ONE. */
SR_INLINE int16_t bend(int16_t x)
{
	int16_t half = (int16_t)(x * x >> 16);

	return times(x, (int16_t)(3 * SR_UNIT_ONE / 2 - (half >> 1)));
}

/* What lets through: 0 to 1 as fractions of 32768. */
SR_INLINE int16_t gate(int16_t x)
{
	return narrow(bend(x) + SR_UNIT_ONE);
}

/* The activation of a fraction of SR_UNIT_ONE; ONE twice is 126. */
SR_INLINE uint8_t act_of(int16_t x)
{
	return (uint8_t)(times(x, 2 * SR_ACT_ONE) + SR_ACT_ZERO);
}

/* Thirty-two bent outputs in their order, from the sums of two blocks. */
SR_INLINE void pick(const struct sr_matrix *m, size_t first,
		    const int32_t *restrict sum, int16_t *restrict x)
{
	for (size_t k = 0; k < 16; k++) {
		int16_t *to = x + (k & 12) * 2 + (k & 3);
		to[0] = straight(m, sum[k], first + k);
		to[4] = straight(m, sum[k + 16], first + 16 + k);
	}
}

SR_INLINE void straights(const struct sr_straight *s, int16_t *restrict x)
{
	for (size_t t = 0; t < s->n; t++) {
		const int32_t *sum = s->sum + t * SR_CELLS;
		pick(s->m, s->from, sum, x + t * SR_CELLS);
	}
}

SR_INLINE void cells(const struct sr_cells *c)
{
	int16_t carry[SR_CELLS] = { 0 }, p[SR_CELLS];

	for (size_t i = 0; i < c->n; i++) {
		size_t t = c->back ? c->n - 1 - i : i;
		const int16_t *zs = sr_cells_gate(c, 0, t);
		const int16_t *fs = sr_cells_gate(c, 1, t);
		const int16_t *rs = sr_cells_gate(c, 2, t);
		const int16_t *ps = c->first ? sr_cells_gate(c, 3, t) : NULL;
		const uint8_t *below =
			c->first ? NULL : c->below + t * c->width;
		uint8_t *out = c->out + t * c->width;
		for (size_t k = 0; k < SR_CELLS; k++)
			p[k] = c->first ? bend(ps[k])
					: sr_unit_value(below[k]);
		for (size_t k = 0; k < SR_CELLS; k++) {
			int16_t z = bend(zs[k]);
			int16_t f = gate(fs[k]);
			int16_t r = gate(rs[k]);
			int16_t more = times(narrow(carry[k] - z), f);
			carry[k] = (int16_t)(z + more);
			more = times(narrow(carry[k] - p[k]), r);
			out[k] = act_of((int16_t)(p[k] + more));
		}
	}
}

SR_INLINE void outputs(const struct sr_outputs *o, float *restrict x)
{
	for (uint32_t k = o->from; k < o->to; k++)
		x[k - o->from] = output(o->m, o->sum[k - o->from], k);
}

SR_INLINE void bends(const struct sr_straight *s, uint8_t *restrict y,
		     size_t width)
{
	for (size_t t = 0; t < s->n; t++, y += width) {
		int16_t x[SR_CELLS];
		pick(s->m, s->from, s->sum + t * SR_CELLS, x);
		for (size_t i = 0; i < SR_CELLS; i++)
			y[i] = act_of(bend(x[i]));
	}
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

/* 520 / 32768 is 1 / 63 as near as need be. */
SR_INLINE void product(const uint8_t *restrict a, const uint8_t *restrict b,
		       uint8_t *restrict y, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		int16_t x = (int16_t)((a[k] - SR_ACT_ZERO) *
				      (b[k] - SR_ACT_ZERO));
		y[k] = (uint8_t)(times(x, 520) + SR_ACT_ZERO);
	}
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

#ifdef SR_X86
#define WIDER SR_TARGET("avx2")
#define BY_HAND(least, name, given)                                            \
	if (path >= (least)) {                                                 \
		name given;                                                    \
		return;                                                        \
	}
#else
#define WIDER
#define BY_HAND(least, name, given)
#endif

static bool has_wider(enum sr_dot_path path)
{
	return path == SR_DOT_AVX2 || path == SR_DOT_VNNI_256;
}

/* Plain loops, compiled for AVX2 as well where that helps. */
#define EACH(declared, given, body)                                            \
	WIDER static void body##_wider declared                                \
	{                                                                      \
		body given;                                                    \
	}                                                                      \
	static void body##_plain declared                                      \
	{                                                                      \
		body given;                                                    \
	}

#define CHOOSE(body, given)                                                    \
	do {                                                                   \
		if (has_wider(path))                                           \
			body##_wider given;                                    \
		else                                                           \
			body##_plain given;                                    \
	} while (0)

EACH((const struct sr_outputs *o, float *x), (o, x), outputs)
EACH((const struct sr_row_sum *s, uint8_t *y), (s, y), rows)

WIDER static float cut_wider(const float *x, int8_t *q, size_t n)
{
	return cut(x, q, n);
}

uint64_t sr_cells_top(const struct sr_row *r, float *most,
		      enum sr_dot_path path)
{
#ifdef SR_X86
	if (path >= SR_DOT_VNNI)
		return sr_cells_top_512(r, most);
#endif
	*most = LEAST;
	for (uint64_t left = r->among; left; left &= left - 1) {
		float x = r->x[sr_low_bit(left)];
		*most = x > *most ? x : *most;
	}
	return sr_cells_reach(r, 0.0f, *most, path);
}

uint64_t sr_cells_reach(const struct sr_row *r, float more, float least,
			enum sr_dot_path path)
{
	uint64_t bits = 0;

#ifdef SR_X86
	if (path >= SR_DOT_VNNI)
		return sr_cells_reach_512(r, more, least);
#endif
	(void)path;
	for (uint64_t left = r->among; left; left &= left - 1) {
		unsigned i = sr_low_bit(left);
		bits |= (uint64_t)(r->x[i] + more >= least) << i;
	}
	return bits;
}

float sr_cells_cut(const float *x, int8_t *q, size_t n, enum sr_dot_path path)
{
#ifdef SR_X86
	if (path >= SR_DOT_VNNI)
		return sr_cells_cut_512(x, q, n);
#endif
	return has_wider(path) ? cut_wider(x, q, n) : cut(x, q, n);
}

void sr_cells_straight(const struct sr_straight *s, int16_t *x,
		       enum sr_dot_path path)
{
	BY_HAND(SR_DOT_VNNI, sr_cells_straight_512, (s, x))
	BY_HAND(SR_DOT_AVX2, sr_cells_straight_256, (s, x))
	(void)path;
	straights(s, x);
}

void sr_cells_bend(const struct sr_straight *s, uint8_t *y, size_t width,
		   enum sr_dot_path path)
{
	BY_HAND(SR_DOT_VNNI, sr_cells_bend_512, (s, y, width))
	BY_HAND(SR_DOT_AVX2, sr_cells_bend_256, (s, y, width))
	(void)path;
	bends(s, y, width);
}

void sr_cells_run(const struct sr_cells *c, enum sr_dot_path path)
{
	BY_HAND(SR_DOT_VNNI, sr_cells_run_512, (c))
	BY_HAND(SR_DOT_AVX2, sr_cells_run_256, (c))
	(void)path;
	cells(c);
}

void sr_cells_scale(const struct sr_outputs *o, float *x, enum sr_dot_path path)
{
	BY_HAND(SR_DOT_VNNI, sr_cells_scale_512, (o, x))
	CHOOSE(outputs, (o, x));
}

void sr_cells_arcs(const struct sr_arcs *a, enum sr_dot_path path)
{
	struct sr_mst_scores s = { a->score, a->m->out, a->n };
	struct sr_outputs o = { a->m, 0, a->m->out, a->sum };

	BY_HAND(SR_DOT_VNNI, sr_cells_arcs_512, (a))
	for (size_t j = 0; j <= a->n; j++, o.sum += s.width)
		sr_cells_scale(&o, a->score + j * s.width, path);
	sr_mst_best(&s, a->word, a->head);
}

void sr_cells_rows(const struct sr_row_sum *s, uint8_t *y,
		   enum sr_dot_path path)
{
	BY_HAND(SR_DOT_VNNI, sr_cells_rows_512, (s, y))
	CHOOSE(rows, (s, y));
}

void sr_cells_product(const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n,
		      enum sr_dot_path path)
{
	BY_HAND(SR_DOT_VNNI, sr_cells_product_512, (a, b, y, n))
	BY_HAND(SR_DOT_AVX2, sr_cells_product_256, (a, b, y, n))
	(void)path;
	product(a, b, y, n);
}
