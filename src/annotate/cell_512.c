/* Sixteen units a vector; carries and scales stay in registers over a whole
 * sentence.
 *
 * The bits are those of cell.c. Each step here is either the same one, or
 * differs by factors that are powers of two, or takes two steps of which the
 * first is exact as one (a fused multiply-add): those round alike. What is no
 * number is treated alike too: max and min give their second operand. */
#include "annotate/cell_512.h"

#include <string.h>

#include "base/compiler.h"

#ifdef SR_X86

#define WIDE SR_TARGET("avx512f,avx512bw,avx512vl,avx512dq")
#define W16 WIDE SR_INLINE

W16 __m512 all(float x)
{
	return _mm512_set1_ps(x);
}

/* y - y * y * y * by, y being x within [-most, most]. */
W16 __m512 bend(__m512 x, float most, float by)
{
	__m512 y = _mm512_min_ps(_mm512_max_ps(x, all(-most)), all(most));
	__m512 cube = _mm512_mul_ps(_mm512_mul_ps(y, y), y);

	return _mm512_sub_ps(y, _mm512_mul_ps(cube, all(by)));
}

W16 __m512 curve(__m512 x)
{
	return bend(x, 1.5f, 4.0f / 27.0f);
}

/* 0.5 + 0.5 * curve(0.5 * x), the halves taken out of the curve. */
W16 __m512 gate(__m512 x)
{
	return _mm512_fmadd_ps(bend(x, 3.0f, 4.0f / 27.0f / 4.0f), all(0.25f),
			       all(0.5f));
}

W16 __m128i act(__m512 x)
{
	__m512 y = _mm512_add_ps(_mm512_mul_ps(x, all((float)SR_ACT_ONE)),
				 all((float)SR_ACT_ZERO + 0.5f));

	return _mm512_cvtepi32_epi8(_mm512_cvttps_epi32(y));
}

/* sr_act_value */
W16 __m512 value(const uint8_t *a)
{
	__m512i i = _mm512_cvtepu8_epi32(_mm_loadu_si128((const void *)a));
	__m512 x = _mm512_cvtepi32_ps(
		_mm512_sub_epi32(i, _mm512_set1_epi32(SR_ACT_ZERO)));

	return _mm512_fmadd_ps(x, all(0x1.04p-6f),
			       _mm512_mul_ps(x, all(0x1.041042p-18f)));
}

/* What makes outputs of 16 sums. */
struct turn {
	__m512i zero;
	__m512 scale, bias;
};

W16 struct turn turn(const struct sr_matrix *m, size_t from)
{
	return (struct turn){ _mm512_loadu_si512(m->zero + from),
			      _mm512_loadu_ps(m->scale + from),
			      _mm512_loadu_ps(m->bias + from) };
}

W16 __m512 output(const int32_t *sum, const struct turn *by)
{
	__m512 x = _mm512_cvtepi32_ps(
		_mm512_add_epi32(_mm512_loadu_si512(sum), by->zero));

	return _mm512_add_ps(_mm512_mul_ps(x, by->scale), by->bias);
}

W16 void cells(const struct sr_cells *c, size_t gates)
{
	__m512 carry = _mm512_setzero_ps();
	struct turn by[4];
	size_t t = c->back ? c->n - 1 : 0;

	for (size_t g = 0; g < gates; g++)
		by[g] = turn(c->m, c->unit + g * c->hidden);
	for (size_t i = 0; i < c->n; i++, t += c->back ? SIZE_MAX : 1) {
		const int32_t *s = c->sum + t * gates * SR_CELLS;
		__m512 z = curve(output(s, &by[0]));
		__m512 f = gate(output(s + SR_CELLS, &by[1]));
		__m512 r = gate(output(s + 2 * SR_CELLS, &by[2]));
		__m512 p = gates > 3 ? curve(output(s + 3 * SR_CELLS, &by[3]))
				     : value(c->below + t * c->width);
		carry = _mm512_add_ps(
			z, _mm512_mul_ps(f, _mm512_sub_ps(carry, z)));
		__m512 y = _mm512_add_ps(
			p, _mm512_mul_ps(r, _mm512_sub_ps(carry, p)));
		_mm_storeu_si128((void *)(c->out + t * c->width), act(y));
	}
}

WIDE void sr_cells_run_512(const struct sr_cells *c)
{
	if (c->below)
		cells(c, 3);
	else
		cells(c, 4);
}

WIDE void sr_cells_scale_512(const struct sr_outputs *o, float *x)
{
	for (uint32_t k = 0; k < o->to - o->from; k += 16) {
		struct turn by = turn(o->m, o->from + k);
		_mm512_storeu_ps(x + k, output(o->sum + k, &by));
	}
}

WIDE void sr_cells_curve_512(const struct sr_outputs *o, uint8_t *y)
{
	for (uint32_t k = 0; k < o->to - o->from; k += 16) {
		struct turn by = turn(o->m, o->from + k);
		_mm_storeu_si128((void *)(y + k),
				 act(curve(output(o->sum + k, &by))));
	}
}

WIDE void sr_cells_rows_512(const struct sr_row_sum *s, uint8_t *y)
{
	for (size_t k = 0; k < s->width; k += 16) {
		__m256i sum = _mm256_setzero_si256();
		for (size_t i = 0; i < s->nrow; i++)
			sum = _mm256_add_epi16(
				sum, _mm256_cvtepi8_epi16(_mm_loadu_si128(
					     (const void *)(s->row[i] + k))));
		__m512 x = _mm512_cvtepi32_ps(_mm512_cvtepi16_epi32(sum));
		x = _mm512_add_ps(_mm512_mul_ps(x, all(1 / 64.0f)),
				  _mm512_loadu_ps(s->bias + k));
		_mm_storeu_si128((void *)(y + k), act(curve(x)));
	}
}

WIDE float sr_cells_cut_512(const float *x, int8_t *q, size_t n)
{
	__m512 lane = _mm512_setzero_ps();
	float most;

	for (size_t k = 0; k < n; k += 16)
		lane = _mm512_max_ps(_mm512_abs_ps(_mm512_loadu_ps(x + k)),
				     lane);
	most = _mm512_reduce_max_ps(lane);
	most = most > 1e-6f ? most : 1e-6f;
	most = most < 1e6f ? most : 1e6f;
	for (size_t k = 0; k < n; k += 16) {
		__m512 y = _mm512_add_ps(_mm512_mul_ps(_mm512_loadu_ps(x + k),
						       all(127.0f / most)),
					 all(128.5f));
		y = _mm512_min_ps(_mm512_max_ps(y, all(1.0f)), all(255.5f));
		__m512i i = _mm512_sub_epi32(_mm512_cvttps_epi32(y),
					     _mm512_set1_epi32(128));
		_mm_storeu_si128((void *)(q + k), _mm512_cvtepi32_epi8(i));
	}
	return most / 127.0f;
}

WIDE void sr_cells_product_512(const uint8_t *a, const uint8_t *b, uint8_t *y,
			       size_t n)
{
	for (size_t k = 0; k < n; k += 16)
		_mm_storeu_si128(
			(void *)(y + k),
			act(_mm512_mul_ps(value(a + k), value(b + k))));
}

WIDE float sr_cells_most_512(const struct sr_row *r)
{
	__m512 most = _mm512_loadu_ps(r->x);

	for (size_t k = 16; k < r->n; k += 16)
		most = _mm512_max_ps(_mm512_loadu_ps(r->x + k), most);
	return _mm512_reduce_max_ps(most);
}

WIDE uint64_t sr_cells_reach_512(const struct sr_row *r)
{
	uint64_t bits = 0;

	for (size_t k = 0; k < r->n; k += 16) {
		__m512 x =
			_mm512_add_ps(_mm512_loadu_ps(r->x + k), all(r->more));
		bits |= (uint64_t)_mm512_cmp_ps_mask(x, all(r->least),
						     _CMP_GE_OQ)
			<< k;
	}
	return bits;
}

#endif
