/* Sixteen units a vector, step by step what cell_512.c does with thirty-two: all
 * in whole numbers, so the bits are those of cell.c. */
#include "annotate/cell_256.h"

#include "base/compiler.h"

#ifdef SR_X86

#define WIDE SR_TARGET("avx2")
#define W8 WIDE SR_INLINE
#define UNITS 16 /* of a vector */

W8 __m256i all16(int x)
{
	return _mm256_set1_epi16((short)x);
}

W8 __m256i at(const void *p)
{
	return _mm256_loadu_si256(p);
}

/* Eight sums with what belongs to their outputs, from the k-th on. */
W8 __m256i shifted(const struct sr_matrix *m, const int32_t *sum, size_t k)
{
	return _mm256_sllv_epi32(_mm256_add_epi32(at(sum), at(m->zero + k)),
				 at(m->shift + k));
}

/* Sixteen bent outputs, from eight sums of each of two blocks. */
W8 __m256i straight(const struct sr_matrix *m, const int32_t *sum, size_t k)
{
	return _mm256_packs_epi32(
		shifted(m, sum, k),
		shifted(m, sum + SR_DOT_BLOCK, k + SR_DOT_BLOCK));
}

W8 __m256i bend(__m256i x)
{
	__m256i half = _mm256_srli_epi16(_mm256_mulhi_epi16(x, x), 1);

	return _mm256_mulhrs_epi16(
		x, _mm256_sub_epi16(all16(3 * SR_UNIT_ONE / 2), half));
}

W8 __m256i gate(__m256i x)
{
	return _mm256_adds_epi16(bend(x), all16(SR_UNIT_ONE));
}

/* Sixteen numbers that fit into bytes, as bytes. */
W8 void put(uint8_t *to, __m256i x)
{
	__m256i twice = _mm256_permute4x64_epi64(_mm256_packus_epi16(x, x),
						 0x08);

	_mm_storeu_si128((void *)to, _mm256_castsi256_si128(twice));
}

W8 void put_act(uint8_t *to, __m256i x)
{
	__m256i y = _mm256_mulhrs_epi16(x, all16(2 * SR_ACT_ONE));

	put(to, _mm256_add_epi16(y, all16(SR_ACT_ZERO)));
}

/* Activations less what stands for 0. */
W8 __m256i acts(const uint8_t *a)
{
	__m128i x = _mm_loadu_si128((const void *)a);

	return _mm256_sub_epi16(_mm256_cvtepu8_epi16(x), all16(SR_ACT_ZERO));
}

/* from + (to - from) * by */
W8 __m256i between(__m256i from, __m256i to, __m256i by)
{
	__m256i far = _mm256_subs_epi16(to, from);

	return _mm256_add_epi16(from, _mm256_mulhrs_epi16(far, by));
}

WIDE void sr_cells_straight_256(const struct sr_straight *s, int16_t *x)
{
	for (size_t t = 0; t < s->n; t++, x += SR_CELLS)
		for (size_t k = 0; k < SR_CELLS; k += UNITS) {
			const int32_t *sum = s->sum + t * SR_CELLS + k / 2;
			_mm256_storeu_si256(
				(void *)(x + k),
				straight(s->m, sum, s->from + k / 2));
		}
}

W8 void cells(const struct sr_cells *c, bool first, size_t half)
{
	const __m256i one = all16(SR_UNIT_ONE / SR_ACT_ONE);
	__m256i carry = _mm256_setzero_si256();
	size_t t = c->back ? c->n - 1 : 0;

	for (size_t i = 0; i < c->n; i++, t += c->back ? SIZE_MAX : 1) {
		size_t row = t * c->width + half;
		__m256i z = bend(at(sr_cells_gate(c, 0, t) + half));
		__m256i f = gate(at(sr_cells_gate(c, 1, t) + half));
		__m256i r = gate(at(sr_cells_gate(c, 2, t) + half));
		__m256i p = first ? bend(at(sr_cells_gate(c, 3, t) + half))
				  : _mm256_mullo_epi16(acts(c->below + row),
						       one);
		carry = between(z, carry, f);
		put_act(c->out + row, between(p, carry, r));
	}
}

WIDE void sr_cells_run_256(const struct sr_cells *c)
{
	for (size_t half = 0; half < SR_CELLS; half += UNITS) {
		if (c->first)
			cells(c, true, half);
		else
			cells(c, false, half);
	}
}

WIDE void sr_cells_bend_256(const struct sr_straight *s, uint8_t *y,
			    size_t width)
{
	for (size_t t = 0; t < s->n; t++, y += width)
		for (size_t k = 0; k < SR_CELLS; k += UNITS) {
			const int32_t *sum = s->sum + t * SR_CELLS + k / 2;
			put_act(y + k,
				bend(straight(s->m, sum, s->from + k / 2)));
		}
}

WIDE void sr_cells_product_256(const uint8_t *a, const uint8_t *b, uint8_t *y,
			       size_t n)
{
	for (size_t k = 0; k < n; k += UNITS) {
		__m256i x = _mm256_mullo_epi16(acts(a + k), acts(b + k));
		x = _mm256_mulhrs_epi16(x, all16(520));
		put(y + k, _mm256_add_epi16(x, all16(SR_ACT_ZERO)));
	}
}

#endif
