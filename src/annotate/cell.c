/* Simple recurrent units after Lei et al. (2018), with a cubic in place of
 * tanh and the sigmoid: it needs no library, whose last bits differ from
 * machine to machine, and no division. train/net.c computes the same. */
#include "annotate/cell.h"

#include <string.h>

#include "annotate/cell_512.h"
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

SR_INLINE float output(const struct sr_matrix *m, int32_t sum, size_t k)
{
	return (float)(sum + m->zero[k]) * m->scale[k] + m->bias[k];
}

#define GATE(g) output(c->m, sum[(g)*SR_CELLS + k], c->unit + (g)*c->hidden + k)

SR_INLINE void cells(const struct sr_cells *c)
{
	float carry[SR_CELLS] = { 0 };
	size_t gates = c->below ? 3 : 4;

	for (size_t i = 0; i < c->n; i++) {
		size_t t = c->back ? c->n - 1 - i : i;
		const int32_t *sum = c->sum + t * gates * SR_CELLS;
		float p[SR_CELLS];
		for (size_t k = 0; k < SR_CELLS; k++)
			p[k] = c->below ? sr_act_value(
						  c->below[t * c->width + k])
					: curve(GATE(3));
		for (size_t k = 0; k < SR_CELLS; k++) {
			float z = curve(GATE(0));
			float f = gate(GATE(1));
			float r = gate(GATE(2));
			carry[k] = z + f * (carry[k] - z);
			c->out[t * c->width + k] =
				act(p[k] + r * (carry[k] - p[k]));
		}
	}
}

SR_INLINE void outputs(const struct sr_outputs *o, float *restrict x)
{
	for (uint32_t k = o->from; k < o->to; k++)
		x[k - o->from] = output(o->m, o->sum[k - o->from], k);
}

SR_INLINE void curves(const struct sr_outputs *o, uint8_t *restrict y)
{
	for (uint32_t k = o->from; k < o->to; k++)
		y[k - o->from] =
			act(curve(output(o->m, o->sum[k - o->from], k)));
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

#ifdef SR_X86
#define WIDER SR_TARGET("avx2")
#define WIDEST(name, given)                                                    \
	if ((path) >= SR_DOT_VNNI) {                                           \
		name##_512 given;                                              \
		return;                                                        \
	}
#else
#define WIDER
#define WIDEST(name, given)
#endif

/* The same for each path. */
#define EACH(declared, given, body)                                            \
	WIDER static void body##_wider declared                                \
	{                                                                      \
		body given;                                                    \
	}                                                                      \
	static void body##_plain declared                                      \
	{                                                                      \
		body given;                                                    \
	}

#define CHOOSE(name, body, given)                                              \
	do {                                                                   \
		WIDEST(name, given)                                            \
		if (path == SR_DOT_AVX2)                                       \
			body##_wider given;                                    \
		else                                                           \
			body##_plain given;                                    \
	} while (0)

EACH((const struct sr_cells *c), (c), cells)
EACH((const struct sr_outputs *o, float *x), (o, x), outputs)
EACH((const struct sr_outputs *o, uint8_t *y), (o, y), curves)
EACH((const struct sr_row_sum *s, uint8_t *y), (s, y), rows)
EACH((const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n), (a, b, y, n),
     product)

WIDER static float cut_wider(const float *x, int8_t *q, size_t n)
{
	return cut(x, q, n);
}

float sr_cells_most(const struct sr_row *r, enum sr_dot_path path)
{
	float most = r->x[0];

#ifdef SR_X86
	if (path >= SR_DOT_VNNI)
		return sr_cells_most_512(r);
#endif
	(void)path;
	for (size_t i = 1; i < r->n; i++)
		most = r->x[i] > most ? r->x[i] : most;
	return most;
}

uint64_t sr_cells_reach(const struct sr_row *r, enum sr_dot_path path)
{
	uint64_t bits = 0;

#ifdef SR_X86
	if (path >= SR_DOT_VNNI)
		return sr_cells_reach_512(r);
#endif
	(void)path;
	for (size_t i = 0; i < r->n; i++)
		bits |= (uint64_t)(r->x[i] + r->more >= r->least) << i;
	return bits;
}

float sr_cells_cut(const float *x, int8_t *q, size_t n, enum sr_dot_path path)
{
#ifdef SR_X86
	if (path >= SR_DOT_VNNI)
		return sr_cells_cut_512(x, q, n);
#endif
	return path == SR_DOT_AVX2 ? cut_wider(x, q, n) : cut(x, q, n);
}

void sr_cells_run(const struct sr_cells *c, enum sr_dot_path path)
{
	CHOOSE(sr_cells_run, cells, (c));
}

void sr_cells_scale(const struct sr_outputs *o, float *x, enum sr_dot_path path)
{
	CHOOSE(sr_cells_scale, outputs, (o, x));
}

void sr_cells_curve(const struct sr_outputs *o, uint8_t *y,
		    enum sr_dot_path path)
{
	CHOOSE(sr_cells_curve, curves, (o, y));
}

void sr_cells_rows(const struct sr_row_sum *s, uint8_t *y,
		   enum sr_dot_path path)
{
	CHOOSE(sr_cells_rows, rows, (s, y));
}

void sr_cells_product(const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n,
		      enum sr_dot_path path)
{
	CHOOSE(sr_cells_product, product, (a, b, y, n));
}
