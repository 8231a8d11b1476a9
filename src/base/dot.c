/* Kernels that do the same. In each, sums of a few rows by a block or
 * two of outputs stay in registers while the weights stream by once. */
#include "base/dot.h"

#include <string.h>

#include "base/compiler.h"
#include "base/dot_amx.h"

static void dot_plain(const struct sr_matrix *m, const uint8_t *act, size_t n,
		      float *out)
{
	for (size_t t = 0; t < n; t++) {
		const uint8_t *a = act + t * m->in;
		const int8_t *w = m->weight;
		for (uint32_t o = 0; o < m->out; o += SR_DOT_BLOCK) {
			int32_t sum[SR_DOT_BLOCK];
			memcpy(sum, m->zero + o, sizeof(sum));
			for (uint32_t i = 0; i < m->in; i += 4, w += 64)
				for (int k = 0; k < SR_DOT_BLOCK; k++)
					sum[k] += a[i] * w[k * 4] +
						  a[i + 1] * w[k * 4 + 1] +
						  a[i + 2] * w[k * 4 + 2] +
						  a[i + 3] * w[k * 4 + 3];
			for (uint32_t k = 0; k < SR_DOT_BLOCK; k++)
				out[t * m->out + o + k] =
					(float)sum[k] * m->scale[o + k] +
					m->bias[o + k];
		}
	}
}

#ifdef SR_X86

/* Sums of 16 outputs in 8 vectors; each has two outputs, in two parts each. */
static void sse2_block(const struct sr_matrix *m, const uint8_t *act,
                       uint32_t o, float *out)
{
	const __m128i none = _mm_setzero_si128();
	const int8_t *w = m->weight + (size_t)o * m->in;
	__m128i sum[8];

	for (int k = 0; k < 8; k++)
		sum[k] = none;
	for (uint32_t i = 0; i < m->in; i += 4, w += 64) {
		int32_t four;
		memcpy(&four, act + i, sizeof(four));
		__m128i a = _mm_unpacklo_epi8(_mm_set1_epi32(four), none);
		for (int k = 0; k < 4; k++) {
			__m128i q =
			        _mm_loadu_si128((const void *)(w + k * 16));
			__m128i sign = _mm_cmpgt_epi8(none, q);
			__m128i low = _mm_unpacklo_epi8(q, sign);
			__m128i high = _mm_unpackhi_epi8(q, sign);
			sum[2 * k] = _mm_add_epi32(sum[2 * k],
			                           _mm_madd_epi16(low, a));
			sum[2 * k + 1] = _mm_add_epi32(
			        sum[2 * k + 1], _mm_madd_epi16(high, a));
		}
	}
	for (uint32_t k = 0; k < SR_DOT_BLOCK; k += 2) {
		int32_t part[4];
		_mm_storeu_si128((void *)part, sum[k / 2]);
		int32_t x = m->zero[o + k] + part[0] + part[1];
		int32_t y = m->zero[o + k + 1] + part[2] + part[3];
		out[o + k] = (float)x * m->scale[o + k] + m->bias[o + k];
		out[o + k + 1] = (float)y * m->scale[o + k + 1] +
		                 m->bias[o + k + 1];
	}
}

static void dot_sse2(const struct sr_matrix *m, const uint8_t *act, size_t n,
                     float *out)
{
	for (uint32_t o = 0; o < m->out; o += SR_DOT_BLOCK)
		for (size_t t = 0; t < n; t++)
			sse2_block(m, act + t * m->in, o, out + t * m->out);
}

#define AVX2_ROWS 4

SR_TARGET("avx2")
static inline void avx2_block(const struct sr_matrix *m, const uint8_t *act,
			      size_t rows, uint32_t o, float *out)
{
	const __m256i ones = _mm256_set1_epi16(1);
	const int8_t *w = m->weight + (size_t)o * m->in;
	__m256i sum[AVX2_ROWS][2];

	for (size_t r = 0; r < rows; r++)
		for (int k = 0; k < 2; k++)
			sum[r][k] = _mm256_loadu_si256(
				(const void *)(m->zero + o + k * 8));
	for (uint32_t i = 0; i < m->in; i += 4, w += 64) {
		__m256i w0 = _mm256_loadu_si256((const void *)w);
		__m256i w1 = _mm256_loadu_si256((const void *)(w + 32));
		for (size_t r = 0; r < rows; r++) {
			int32_t four;
			memcpy(&four, act + r * m->in + i, sizeof(four));
			__m256i a = _mm256_set1_epi32(four);
			sum[r][0] = _mm256_add_epi32(
				sum[r][0],
				_mm256_madd_epi16(_mm256_maddubs_epi16(a, w0),
						  ones));
			sum[r][1] = _mm256_add_epi32(
				sum[r][1],
				_mm256_madd_epi16(_mm256_maddubs_epi16(a, w1),
						  ones));
		}
	}
	for (size_t r = 0; r < rows; r++)
		for (uint32_t k = 0; k < 2; k++) {
			__m256 y = _mm256_cvtepi32_ps(sum[r][k]);
			y = _mm256_mul_ps(
				y, _mm256_loadu_ps(m->scale + o + k * 8));
			y = _mm256_add_ps(y,
					  _mm256_loadu_ps(m->bias + o + k * 8));
			_mm256_storeu_ps(out + r * m->out + o + k * 8, y);
		}
}

/* Rows left over at the end are read together with some before them, whose
 * outputs are then written twice, alike. */
SR_TARGET("avx2")
static void dot_avx2(const struct sr_matrix *m, const uint8_t *act, size_t n,
                     float *out)
{
	size_t rows = n < AVX2_ROWS ? 1 : AVX2_ROWS;

	for (size_t t = 0; t < n; t += rows) {
		size_t at = t + rows > n ? n - rows : t;
		const uint8_t *a = act + at * m->in;
		float *y = out + at * m->out;
		for (uint32_t o = 0; o < m->out; o += SR_DOT_BLOCK)
			if (rows == AVX2_ROWS)
				avx2_block(m, a, AVX2_ROWS, o, y);
			else
				avx2_block(m, a, 1, o, y);
	}
}

#define VNNI_ROWS 8

SR_TARGET("avx512f,avx512bw,avx512vnni")
static inline void vnni_block(const struct sr_matrix *m, const uint8_t *act,
			      size_t rows, uint32_t o, float *out)
{
	const int8_t *w = m->weight + (size_t)o * m->in;
	__m512i sum[VNNI_ROWS], zero = _mm512_loadu_si512(m->zero + o);

	for (size_t r = 0; r < rows; r++)
		sum[r] = zero;
	for (uint32_t i = 0; i < m->in; i += 4, w += 64) {
		__m512i w0 = _mm512_loadu_si512(w);
		for (size_t r = 0; r < rows; r++) {
			int32_t four;
			memcpy(&four, act + r * m->in + i, sizeof(four));
			sum[r] = _mm512_dpbusd_epi32(
				sum[r], _mm512_set1_epi32(four), w0);
		}
	}
	__m512 scale = _mm512_loadu_ps(m->scale + o);
	__m512 bias = _mm512_loadu_ps(m->bias + o);
	for (size_t r = 0; r < rows; r++) {
		__m512 y = _mm512_mul_ps(_mm512_cvtepi32_ps(sum[r]), scale);
		_mm512_storeu_ps(out + r * m->out + o, _mm512_add_ps(y, bias));
	}
}

/* As vnni_block of VNNI_ROWS rows for two blocks of outputs at once. */
SR_TARGET("avx512f,avx512bw,avx512vnni")
static inline void vnni_pair(const struct sr_matrix *m, const uint8_t *act,
			     uint32_t o, float *out)
{
	const int8_t *w = m->weight + (size_t)o * m->in;
	const int8_t *v = w + (size_t)SR_DOT_BLOCK * m->in;
	__m512i s0[VNNI_ROWS], s1[VNNI_ROWS];

	for (size_t r = 0; r < VNNI_ROWS; r++) {
		s0[r] = _mm512_loadu_si512(m->zero + o);
		s1[r] = _mm512_loadu_si512(m->zero + o + SR_DOT_BLOCK);
	}
	for (uint32_t i = 0; i < m->in; i += 4, w += 64, v += 64) {
		__m512i w0 = _mm512_loadu_si512(w), w1 = _mm512_loadu_si512(v);
		for (size_t r = 0; r < VNNI_ROWS; r++) {
			int32_t four;
			memcpy(&four, act + r * m->in + i, sizeof(four));
			__m512i a = _mm512_set1_epi32(four);
			s0[r] = _mm512_dpbusd_epi32(s0[r], a, w0);
			s1[r] = _mm512_dpbusd_epi32(s1[r], a, w1);
		}
	}
	for (size_t r = 0; r < VNNI_ROWS; r++) {
		float *y = out + r * m->out + o;
		__m512 y0 = _mm512_mul_ps(_mm512_cvtepi32_ps(s0[r]),
					  _mm512_loadu_ps(m->scale + o));
		__m512 y1 = _mm512_mul_ps(_mm512_cvtepi32_ps(s1[r]),
					  _mm512_loadu_ps(m->scale + o + 16));
		_mm512_storeu_ps(
			y, _mm512_add_ps(y0, _mm512_loadu_ps(m->bias + o)));
		_mm512_storeu_ps(
			y + 16,
			_mm512_add_ps(y1, _mm512_loadu_ps(m->bias + o + 16)));
	}
}

SR_TARGET("avx512f,avx512bw,avx512vnni")
static void dot_vnni(const struct sr_matrix *m, const uint8_t *act, size_t n,
                     float *out)
{
	for (uint32_t o = 0; o < m->out; o += SR_DOT_BLOCK) {
		bool pair = o + 2 * SR_DOT_BLOCK <= m->out;
		size_t rows = n < VNNI_ROWS ? 1 : VNNI_ROWS;
		for (size_t t = 0; t < n; t += rows) {
			size_t at = t + rows > n ? n - rows : t;
			const uint8_t *a = act + at * m->in;
			float *y = out + at * m->out;
			if (pair && rows == VNNI_ROWS) {
				vnni_pair(m, a, o, y);
			} else if (rows == VNNI_ROWS) {
				vnni_block(m, a, VNNI_ROWS, o, y);
			} else {
				vnni_block(m, a, 1, o, y);
				if (pair)
					vnni_block(m, a, 1, o + SR_DOT_BLOCK,
					           y);
			}
		}
		o += pair ? SR_DOT_BLOCK : 0;
	}
}

enum sr_dot_path sr_dot_best(void)
{
	if (SR_CPU_HAS("avx512f") && SR_CPU_HAS("avx512bw") &&
	    SR_CPU_HAS("avx512vnni"))
		return sr_dot_amx_usable() ? SR_DOT_AMX : SR_DOT_VNNI;
	return SR_CPU_HAS("avx2") ? SR_DOT_AVX2 : SR_DOT_SSE2;
}

void sr_dot(const struct sr_matrix *m, const uint8_t *act, size_t n, float *out,
	    enum sr_dot_path path)
{
	if (path == SR_DOT_AMX && n >= SR_DOT_AMX_ROWS)
		sr_dot_amx(m, act, n, out);
	else if (path == SR_DOT_VNNI || path == SR_DOT_AMX)
		dot_vnni(m, act, n, out);
	else if (path == SR_DOT_AVX2)
		dot_avx2(m, act, n, out);
	else if (path == SR_DOT_SSE2)
		dot_sse2(m, act, n, out);
	else
		dot_plain(m, act, n, out);
}

#elif defined(SR_NEON)

/* As sse2_block above would be: products of 8 bits fit into 16. */
static void neon_block(const struct sr_matrix *m, const uint8_t *act,
                       uint32_t o, float *out)
{
	const int8_t *w = m->weight + (size_t)o * m->in;
	int32x4_t sum[8];

	for (int k = 0; k < 8; k++)
		sum[k] = vdupq_n_s32(0);
	for (uint32_t i = 0; i < m->in; i += 4, w += 64) {
		int32_t four;
		memcpy(&four, act + i, sizeof(four));
		int8x8_t a = vreinterpret_s8_s32(vdup_n_s32(four));
		for (int k = 0; k < 8; k++)
			sum[k] = vpadalq_s16(sum[k],
			                     vmull_s8(vld1_s8(w + k * 8), a));
	}
	for (uint32_t k = 0; k < SR_DOT_BLOCK; k += 2) {
		int32_t part[4];
		vst1q_s32(part, sum[k / 2]);
		int32_t x = m->zero[o + k] + part[0] + part[1];
		int32_t y = m->zero[o + k + 1] + part[2] + part[3];
		out[o + k] = (float)x * m->scale[o + k] + m->bias[o + k];
		out[o + k + 1] = (float)y * m->scale[o + k + 1] +
		                 m->bias[o + k + 1];
	}
}

enum sr_dot_path sr_dot_best(void)
{
	return SR_DOT_NEON;
}

void sr_dot(const struct sr_matrix *m, const uint8_t *act, size_t n, float *out,
            enum sr_dot_path path)
{
	if (path == SR_DOT_PLAIN) {
		dot_plain(m, act, n, out);
		return;
	}
	for (uint32_t o = 0; o < m->out; o += SR_DOT_BLOCK)
		for (size_t t = 0; t < n; t++)
			neon_block(m, act + t * m->in, o, out + t * m->out);
}

#else

enum sr_dot_path sr_dot_best(void)
{
	return SR_DOT_PLAIN;
}

void sr_dot(const struct sr_matrix *m, const uint8_t *act, size_t n, float *out,
	    enum sr_dot_path path)
{
	(void)path;
	dot_plain(m, act, n, out);
}

#endif
