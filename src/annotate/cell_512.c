/* Thirty-two units a vector; carries, zeros and shifts stay in registers over a
 * whole sentence.
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

W16 __m512 curve(__m512 x)
{
	__m512 y = _mm512_min_ps(_mm512_max_ps(x, all(-1.5f)), all(1.5f));
	__m512 cube = _mm512_mul_ps(_mm512_mul_ps(y, y), y);

	return _mm512_sub_ps(y, _mm512_mul_ps(cube, all(4.0f / 27.0f)));
}

W16 __m128i act(__m512 x)
{
	__m512 y = _mm512_add_ps(_mm512_mul_ps(x, all((float)SR_ACT_ONE)),
				 all((float)SR_ACT_ZERO + 0.5f));

	return _mm512_cvtepi32_epi8(_mm512_cvttps_epi32(y));
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

W16 __m512i all16(int x)
{
	return _mm512_set1_epi16((short)x);
}

/* What makes 32 bent outputs of the sums of two blocks. */
struct pick {
	__m512i zero[2], shift[2];
};

W16 struct pick pick(const struct sr_matrix *m, size_t from)
{
	struct pick p;

	for (size_t k = 0; k < 2; k++) {
		p.zero[k] = _mm512_loadu_si512(m->zero + from + 16 * k);
		p.shift[k] = _mm512_loadu_si512(m->shift + from + 16 * k);
	}
	return p;
}

W16 __m512i straight(const int32_t *sum, const struct pick *by)
{
	__m512i a = _mm512_add_epi32(_mm512_loadu_si512(sum), by->zero[0]);
	__m512i b = _mm512_add_epi32(_mm512_loadu_si512(sum + 16), by->zero[1]);

	return _mm512_packs_epi32(_mm512_sllv_epi32(a, by->shift[0]),
				  _mm512_sllv_epi32(b, by->shift[1]));
}

W16 __m512i bend(__m512i x)
{
	__m512i half = _mm512_srli_epi16(_mm512_mulhi_epi16(x, x), 1);

	return _mm512_mulhrs_epi16(
		x, _mm512_sub_epi16(all16(3 * SR_UNIT_ONE / 2), half));
}

W16 __m512i gate(__m512i x)
{
	return _mm512_adds_epi16(bend(x), all16(SR_UNIT_ONE));
}

W16 __m256i act_of(__m512i x)
{
	__m512i y = _mm512_mulhrs_epi16(x, all16(2 * SR_ACT_ONE));

	return _mm512_cvtepi16_epi8(_mm512_add_epi16(y, all16(SR_ACT_ZERO)));
}

/* Activations less what stands for 0. */
W16 __m512i acts(const uint8_t *a)
{
	__m256i x = _mm256_loadu_si256((const void *)a);

	return _mm512_sub_epi16(_mm512_cvtepu8_epi16(x), all16(SR_ACT_ZERO));
}

/* from + (to - from) * by */
W16 __m512i between(__m512i from, __m512i to, __m512i by)
{
	__m512i far = _mm512_subs_epi16(to, from);

	return _mm512_add_epi16(from, _mm512_mulhrs_epi16(far, by));
}

WIDE void sr_cells_straight_512(const struct sr_straight *s, int16_t *x)
{
	const struct pick by = pick(s->m, s->from);

	for (size_t t = 0; t < s->n; t++)
		_mm512_storeu_si512(x + t * SR_CELLS,
				    straight(s->sum + t * SR_CELLS, &by));
}

W16 void cells(const struct sr_cells *c, bool first)
{
	const __m512i one = all16(SR_UNIT_ONE / SR_ACT_ONE);
	__m512i carry = _mm512_setzero_si512();
	size_t t = c->back ? c->n - 1 : 0;

	for (size_t i = 0; i < c->n; i++, t += c->back ? SIZE_MAX : 1) {
		__m512i z = bend(_mm512_loadu_si512(sr_cells_gate(c, 0, t)));
		__m512i f = gate(_mm512_loadu_si512(sr_cells_gate(c, 1, t)));
		__m512i r = gate(_mm512_loadu_si512(sr_cells_gate(c, 2, t)));
		__m512i p = first ? bend(_mm512_loadu_si512(
					    sr_cells_gate(c, 3, t)))
				  : _mm512_mullo_epi16(
					    acts(c->below + t * c->width), one);
		carry = between(z, carry, f);
		_mm256_storeu_si256((void *)(c->out + t * c->width),
				    act_of(between(p, carry, r)));
	}
}

WIDE void sr_cells_run_512(const struct sr_cells *c)
{
	if (c->first)
		cells(c, true);
	else
		cells(c, false);
}

WIDE void sr_cells_scale_512(const struct sr_outputs *o, float *x)
{
	for (uint32_t k = 0; k < o->to - o->from; k += 16) {
		struct turn by = turn(o->m, o->from + k);
		_mm512_storeu_ps(x + k, output(o->sum + k, &by));
	}
}

WIDE void sr_cells_bend_512(const struct sr_straight *s, uint8_t *y,
			    size_t width)
{
	const struct pick by = pick(s->m, s->from);

	for (size_t t = 0; t < s->n; t++, y += width) {
		__m512i x = straight(s->sum + t * SR_CELLS, &by);
		_mm256_storeu_si256((void *)y, act_of(bend(x)));
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

/* Sixteen words from the k-th on, by all heads. */
W16 void arcs(const struct sr_arcs *a, size_t k)
{
	const struct turn by = turn(a->m, k);
	size_t width = a->m->out;
	__m512 most = all(-1e9f), root = output(a->sum + k, &by);
	__m512i word = _mm512_setzero_si512();

	_mm512_storeu_ps(a->score + k, root);
	for (size_t j = 1; j <= a->n; j++) {
		__m512 x = output(a->sum + j * width + k, &by);
		__mmask16 more = _mm512_cmp_ps_mask(x, most, _CMP_GT_OQ);
		if (j - 1 - k < 16) /* no word is its own head */
			more &= (__mmask16)~(1u << (j - 1 - k));
		_mm512_storeu_ps(a->score + j * width + k, x);
		most = _mm512_mask_mov_ps(most, more, x);
		word = _mm512_mask_mov_epi32(word, more,
					     _mm512_set1_epi32((int)j));
	}
	__mmask16 own = _mm512_cmp_ps_mask(most, root, _CMP_GT_OQ);
	_mm512_storeu_si512(a->word + k, word);
	_mm512_storeu_si512(a->head + k, _mm512_maskz_mov_epi32(own, word));
}

WIDE void sr_cells_arcs_512(const struct sr_arcs *a)
{
	for (size_t k = 0; k < a->m->out; k += 16)
		arcs(a, k);
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
	for (size_t k = 0; k < n; k += SR_CELLS) {
		__m512i x = _mm512_mullo_epi16(acts(a + k), acts(b + k));
		x = _mm512_mulhrs_epi16(x, all16(520));
		_mm256_storeu_si256(
			(void *)(y + k),
			_mm512_cvtepi16_epi8(
				_mm512_add_epi16(x, all16(SR_ACT_ZERO))));
	}
}

/* All four vectors of a row, so that nothing hangs on how many it has: what
 * is not asked for is not read. */
#define VECTORS 4

W16 __mmask16 part(const struct sr_row *r, unsigned k)
{
	return (__mmask16)(r->among >> (k * 16));
}

W16 uint64_t reach(const struct sr_row *r, const __m512 *x, float least)
{
	uint64_t bits = 0;

	for (unsigned k = 0; k < VECTORS; k++)
		bits |= (uint64_t)_mm512_mask_cmp_ps_mask(
				part(r, k), x[k], all(least), _CMP_GE_OQ)
			<< (k * 16);
	return bits;
}

WIDE uint64_t sr_cells_top_512(const struct sr_row *r, float *most)
{
	__m512 x[VECTORS], top = all(-1e30f);

	for (unsigned k = 0; k < VECTORS; k++) {
		x[k] = _mm512_mask_loadu_ps(top, part(r, k), r->x + k * 16);
		top = _mm512_max_ps(x[k], top);
	}
	*most = _mm512_reduce_max_ps(top);
	return reach(r, x, *most);
}

WIDE uint64_t sr_cells_reach_512(const struct sr_row *r, float more,
				 float least)
{
	__m512 x[VECTORS];

	for (unsigned k = 0; k < VECTORS; k++)
		x[k] = _mm512_add_ps(
			_mm512_maskz_loadu_ps(part(r, k), r->x + k * 16),
			all(more));
	return reach(r, x, least);
}

#endif
