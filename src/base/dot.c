/* Kernels that do the same. In each, sums of a few rows by a few blocks of
 * outputs stay in registers while the weights stream by once. Rows left over at
 * the end are read together with some before them, whose sums are then written
 * twice, alike. */
#include "base/dot.h"

#include <string.h>

#include "base/compiler.h"
#include "base/dot_amx.h"

struct sr_dot sr_dot_all(const struct sr_matrix *m, enum sr_dot_path path)
{
	return (struct sr_dot){ m, 0, 1, m->out / SR_DOT_BLOCK, path };
}

/* The weights of the k-th block asked for. */
static inline const int8_t *weights(const struct sr_dot *d, uint32_t k)
{
	return d->m->weight +
	       (size_t)(d->first + k * d->step) * SR_DOT_BLOCK * d->m->in;
}

#define INPUTS_16(i) (i), (i) + 4, (i) + 8, (i) + 12
#define INPUTS_64(i)                                                           \
	INPUTS_16(i), INPUTS_16((i) + 16), INPUTS_16((i) + 32),                \
		INPUTS_16((i) + 48)
#define INPUTS_256(i)                                                          \
	INPUTS_64(i), INPUTS_64((i) + 64), INPUTS_64((i) + 128),               \
		INPUTS_64((i) + 192)

static const uint16_t ALL[] = {
	INPUTS_256(0),	  INPUTS_256(256),  INPUTS_256(512),  INPUTS_256(768),
	INPUTS_256(1024), INPUTS_256(1280), INPUTS_256(1536), INPUTS_256(1792),
};
_Static_assert(sizeof(ALL) / sizeof(*ALL) * 4 == SR_DOT_IN, "all inputs");

/* Inputs that a block has weights for, the first of each four; one at least. */
struct inputs {
	const uint16_t *list;
	size_t n;
};

static inline struct inputs inputs(const struct sr_dot *d, uint32_t k)
{
	uint32_t pair = (d->first + k * d->step) / 2;
	const struct sr_thin *t = d->m->thin;

	if (!t)
		return (struct inputs){ ALL, d->m->in / 4 };
	return (struct inputs){ t->input + t->from[pair],
				t->from[pair + 1] - t->from[pair] };
}

/* One row by one block: act[in], sum[16]. */
typedef void block_kernel(const int8_t *w, const uint8_t *act,
			  const struct inputs *of, int32_t *sum);

static void by_blocks(const struct sr_dot *d, const uint8_t *act, size_t n,
		      int32_t *sum, block_kernel *kernel)
{
	for (uint32_t k = 0; k < d->count; k++) {
		struct inputs of = inputs(d, k);
		for (size_t t = 0; t < n; t++) {
			int32_t *s = sum + (t * d->count + k) * SR_DOT_BLOCK;
			kernel(weights(d, k), act + t * d->m->in, &of, s);
		}
	}
}

static void block_plain(const int8_t *weight, const uint8_t *a,
			const struct inputs *of, int32_t *sum)
{
	memset(sum, 0, SR_DOT_BLOCK * sizeof(*sum));
	for (size_t j = 0; j < of->n; j++) {
		size_t i = of->list[j];
		const int8_t *w = weight + i * SR_DOT_BLOCK;
		for (int k = 0; k < SR_DOT_BLOCK; k++)
			sum[k] += a[i] * w[k * 4] + a[i + 1] * w[k * 4 + 1] +
				  a[i + 2] * w[k * 4 + 2] +
				  a[i + 3] * w[k * 4 + 3];
	}
}

#ifdef SR_X86

/* Sums of 16 outputs in 8 vectors; each has two outputs, in two parts each. */
static void block_sse2(const int8_t *weight, const uint8_t *act,
		       const struct inputs *of, int32_t *out)
{
	const __m128i none = _mm_setzero_si128();
	__m128i sum[8];

	for (int k = 0; k < 8; k++)
		sum[k] = none;
	for (size_t j = 0; j < of->n; j++) {
		const int8_t *w = weight + of->list[j] * SR_DOT_BLOCK;
		int32_t four;
		memcpy(&four, act + of->list[j], sizeof(four));
		__m128i a = _mm_unpacklo_epi8(_mm_set1_epi32(four), none);
		for (int k = 0; k < 4; k++) {
			__m128i q = _mm_loadu_si128((const void *)(w + k * 16));
			__m128i sign = _mm_cmpgt_epi8(none, q);
			__m128i low = _mm_unpacklo_epi8(q, sign);
			__m128i high = _mm_unpackhi_epi8(q, sign);
			sum[2 * k] = _mm_add_epi32(sum[2 * k],
						   _mm_madd_epi16(low, a));
			sum[2 * k + 1] = _mm_add_epi32(sum[2 * k + 1],
						       _mm_madd_epi16(high, a));
		}
	}
	for (uint32_t k = 0; k < SR_DOT_BLOCK; k += 2) {
		int32_t part[4];
		_mm_storeu_si128((void *)part, sum[k / 2]);
		out[k] = part[0] + part[1];
		out[k + 1] = part[2] + part[3];
	}
}

#define AVX2_ROWS 4

SR_TARGET("avx2")
SR_INLINE void avx2_block(const struct sr_dot *d, const uint8_t *act,
			      size_t rows, uint32_t block, int32_t *out)
{
	const __m256i ones = _mm256_set1_epi16(1);
	const int8_t *w = weights(d, block);
	struct inputs of = inputs(d, block);
	size_t in = d->m->in, width = (size_t)d->count * SR_DOT_BLOCK;
	__m256i sum[AVX2_ROWS][2];

	for (size_t r = 0; r < rows; r++)
		for (int k = 0; k < 2; k++)
			sum[r][k] = _mm256_setzero_si256();
	for (size_t j = 0; j < of.n; j++) {
		size_t i = of.list[j];
		const __m256i *at = (const void *)(w + i * SR_DOT_BLOCK);
		__m256i w0 = _mm256_loadu_si256(at);
		__m256i w1 = _mm256_loadu_si256(at + 1);
		for (size_t r = 0; r < rows; r++) {
			int32_t four;
			memcpy(&four, act + r * in + i, sizeof(four));
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
		for (int k = 0; k < 2; k++)
			_mm256_storeu_si256((void *)(out + r * width + k * 8),
					    sum[r][k]);
}

SR_TARGET("avx2")
static void avx2_one(const struct sr_dot *d, const uint8_t *act, uint32_t block,
		     int32_t *out)
{
	avx2_block(d, act, 1, block, out);
}

SR_TARGET("avx2")
static void avx2_many(const struct sr_dot *d, const uint8_t *act,
		      uint32_t block, int32_t *out)
{
	avx2_block(d, act, AVX2_ROWS, block, out);
}

#define VNNI_256_ROWS 6

SR_TARGET("avx2,avxvnni")
SR_INLINE void vnni_256_block(const struct sr_dot *d, const uint8_t *act,
			      size_t rows, uint32_t block, int32_t *out)
{
	const int8_t *w = weights(d, block);
	struct inputs of = inputs(d, block);
	size_t in = d->m->in, width = (size_t)d->count * SR_DOT_BLOCK;
	__m256i sum[VNNI_256_ROWS][2];

	for (size_t r = 0; r < rows; r++)
		sum[r][0] = sum[r][1] = _mm256_setzero_si256();
	for (size_t j = 0; j < of.n; j++) {
		size_t i = of.list[j];
		const __m256i *at = (const void *)(w + i * SR_DOT_BLOCK);
		__m256i w0 = _mm256_loadu_si256(at);
		__m256i w1 = _mm256_loadu_si256(at + 1);
		for (size_t r = 0; r < rows; r++) {
			int32_t four;
			memcpy(&four, act + r * in + i, sizeof(four));
			__m256i a = _mm256_set1_epi32(four);
			sum[r][0] = _mm256_dpbusd_avx_epi32(sum[r][0], a, w0);
			sum[r][1] = _mm256_dpbusd_avx_epi32(sum[r][1], a, w1);
		}
	}
	for (size_t r = 0; r < rows; r++)
		for (int k = 0; k < 2; k++)
			_mm256_storeu_si256((void *)(out + r * width + k * 8),
					    sum[r][k]);
}

SR_TARGET("avx2,avxvnni")
static void vnni_256_one(const struct sr_dot *d, const uint8_t *act,
			 uint32_t block, int32_t *out)
{
	vnni_256_block(d, act, 1, block, out);
}

SR_TARGET("avx2,avxvnni")
static void vnni_256_many(const struct sr_dot *d, const uint8_t *act,
			  uint32_t block, int32_t *out)
{
	vnni_256_block(d, act, VNNI_256_ROWS, block, out);
}

/* One row, or as many as a kernel takes at once, by one block. */
typedef void rows_kernel(const struct sr_dot *d, const uint8_t *act,
			 uint32_t block, int32_t *out);

static void by_rows(const struct sr_dot *d, const uint8_t *act, size_t n,
		    int32_t *out, size_t rows, rows_kernel *kernel)
{
	size_t width = (size_t)d->count * SR_DOT_BLOCK;

	for (size_t t = 0; t < n; t += rows) {
		size_t at = t + rows > n ? n - rows : t;
		for (uint32_t k = 0; k < d->count; k++)
			kernel(d, act + at * d->m->in, k,
			       out + at * width + k * SR_DOT_BLOCK);
	}
}

static void dot_avx2(const struct sr_dot *d, const uint8_t *act, size_t n,
		     int32_t *out)
{
	if (n < AVX2_ROWS)
		by_rows(d, act, n, out, 1, avx2_one);
	else
		by_rows(d, act, n, out, AVX2_ROWS, avx2_many);
}

static void dot_vnni_256(const struct sr_dot *d, const uint8_t *act, size_t n,
			 int32_t *out)
{
	if (n < VNNI_256_ROWS)
		by_rows(d, act, n, out, 1, vnni_256_one);
	else
		by_rows(d, act, n, out, VNNI_256_ROWS, vnni_256_many);
}

#define VNNI_ROWS 8
#define VNNI_BLOCKS 2 /* of 3 gcc 12 keeps the sums in memory */

/* `rows` rows by `n` blocks from the k-th on, whose inputs are the first's. */
SR_TARGET("avx512f,avx512bw,avx512vnni")
SR_INLINE void vnni_blocks(const struct sr_dot *d, const uint8_t *act,
			   size_t rows, uint32_t k, uint32_t n, int32_t *out)
{
	size_t in = d->m->in, width = (size_t)d->count * SR_DOT_BLOCK;
	struct inputs of = inputs(d, k);
	const int8_t *w[VNNI_BLOCKS];
	__m512i sum[VNNI_BLOCKS][VNNI_ROWS];

	for (uint32_t b = 0; b < n; b++) {
		w[b] = weights(d, k + b);
		for (size_t r = 0; r < rows; r++)
			sum[b][r] = _mm512_setzero_si512();
	}
	const uint16_t *next = of.list, *end = next + of.n;
	do { /* where there may be none gcc 12 keeps sums in memory */
		size_t i = *next;
		for (size_t r = 0; r < rows; r++) {
			int32_t four;
			memcpy(&four, act + r * in + i, sizeof(four));
			__m512i a = _mm512_set1_epi32(four);
			for (uint32_t b = 0; b < n; b++)
				sum[b][r] = _mm512_dpbusd_epi32(
					sum[b][r], a,
					_mm512_loadu_si512(w[b] + i * 16));
		}
	} while (++next < end);
	for (uint32_t b = 0; b < n; b++)
		for (size_t r = 0; r < rows; r++)
			_mm512_storeu_si512(out + r * width +
						    (k + b) * SR_DOT_BLOCK,
					    sum[b][r]);
}

/* Blocks from the k-th on that are done at once: any two, or the two that have
 * the same inputs. */
static uint32_t together(const struct sr_dot *d, uint32_t k)
{
	bool two = d->count - k >= VNNI_BLOCKS;
	bool alike = !d->m->thin ||
		     (d->step == 1 && (d->first + k) % VNNI_BLOCKS == 0);

	return two && alike ? VNNI_BLOCKS : 1;
}

SR_TARGET("avx512f,avx512bw,avx512vnni")
static void vnni_one(const struct sr_dot *d, const uint8_t *act, uint32_t k,
		     uint32_t n, int32_t *out)
{
	if (n == VNNI_BLOCKS)
		vnni_blocks(d, act, 1, k, VNNI_BLOCKS, out);
	else
		vnni_blocks(d, act, 1, k, 1, out);
}

SR_TARGET("avx512f,avx512bw,avx512vnni")
static void vnni_many(const struct sr_dot *d, const uint8_t *act, uint32_t k,
		      uint32_t n, int32_t *out)
{
	if (n == VNNI_BLOCKS)
		vnni_blocks(d, act, VNNI_ROWS, k, VNNI_BLOCKS, out);
	else
		vnni_blocks(d, act, VNNI_ROWS, k, 1, out);
}

static void dot_vnni(const struct sr_dot *d, const uint8_t *act, size_t n,
		     int32_t *out)
{
	size_t width = (size_t)d->count * SR_DOT_BLOCK;
	size_t rows = n < VNNI_ROWS ? 1 : VNNI_ROWS;

	for (uint32_t k = 0, some; k < d->count; k += some) {
		some = together(d, k);
		for (size_t t = 0; t < n; t += rows) {
			size_t at = t + rows > n ? n - rows : t;
			const uint8_t *a = act + at * d->m->in;
			int32_t *y = out + at * width;
			if (rows == 1)
				vnni_one(d, a, k, some, y);
			else
				vnni_many(d, a, k, some, y);
		}
	}
}

/* clang learnt later than gcc to ask for it by name. That the system keeps wide
 * registers is what AVX2 tells. */
static bool has_avxvnni(void)
{
	unsigned a, b, c, d;

	return SR_CPU_HAS("avx2") && __get_cpuid_count(7, 1, &a, &b, &c, &d) &&
	       a >> 4 & 1;
}

bool sr_dot_has(enum sr_dot_path path)
{
	bool vnni = SR_CPU_HAS("avx512f") && SR_CPU_HAS("avx512bw") &&
		    SR_CPU_HAS("avx512vl") && SR_CPU_HAS("avx512dq") &&
		    SR_CPU_HAS("avx512vnni");

	switch (path) {
	case SR_DOT_PLAIN:
	case SR_DOT_SSE2:
		return true;
	case SR_DOT_AVX2:
		return SR_CPU_HAS("avx2");
	case SR_DOT_VNNI_256:
		return has_avxvnni();
	case SR_DOT_VNNI:
		return vnni;
	case SR_DOT_AMX:
		return vnni && sr_dot_amx_usable();
	case SR_DOT_NEON:
		break;
	}
	return false;
}

void sr_dot_begin(const struct sr_matrix *m, enum sr_dot_path path)
{
	if (path == SR_DOT_AMX)
		sr_dot_amx_begin(m);
}

void sr_dot_end(enum sr_dot_path path)
{
	if (path == SR_DOT_AMX)
		sr_dot_amx_end();
}

void sr_dot(const struct sr_dot *d, const uint8_t *act, size_t n, int32_t *sum)
{
	if (d->path == SR_DOT_AMX && n >= SR_DOT_AMX_ROWS &&
	    d->m->in >= SR_DOT_AMX_IN)
		sr_dot_amx(d, act, n, sum);
	else if (d->path == SR_DOT_VNNI || d->path == SR_DOT_AMX)
		dot_vnni(d, act, n, sum);
	else if (d->path == SR_DOT_VNNI_256)
		dot_vnni_256(d, act, n, sum);
	else if (d->path == SR_DOT_AVX2)
		dot_avx2(d, act, n, sum);
	else
		by_blocks(d, act, n, sum,
			  d->path == SR_DOT_SSE2 ? block_sse2 : block_plain);
}

#else

#ifdef SR_NEON

/* As block_sse2 above would be: products of 8 bits fit into 16. */
static void block_neon(const int8_t *weight, const uint8_t *act,
		       const struct inputs *of, int32_t *out)
{
	int32x4_t sum[8];

	for (int k = 0; k < 8; k++)
		sum[k] = vdupq_n_s32(0);
	for (size_t j = 0; j < of->n; j++) {
		const int8_t *w = weight + of->list[j] * SR_DOT_BLOCK;
		int32_t four;
		memcpy(&four, act + of->list[j], sizeof(four));
		int8x8_t a = vreinterpret_s8_s32(vdup_n_s32(four));
		for (int k = 0; k < 8; k++)
			sum[k] = vpadalq_s16(sum[k],
					     vmull_s8(vld1_s8(w + k * 8), a));
	}
	for (uint32_t k = 0; k < SR_DOT_BLOCK; k += 2) {
		int32_t part[4];
		vst1q_s32(part, sum[k / 2]);
		out[k] = part[0] + part[1];
		out[k + 1] = part[2] + part[3];
	}
}

#define BEST SR_DOT_NEON
#define BLOCK block_neon
#else
#define BEST SR_DOT_PLAIN
#define BLOCK block_plain
#endif

bool sr_dot_has(enum sr_dot_path path)
{
	return path == SR_DOT_PLAIN || path == BEST;
}

void sr_dot_begin(const struct sr_matrix *m, enum sr_dot_path path)
{
	(void)m;
	(void)path;
}

void sr_dot_end(enum sr_dot_path path)
{
	(void)path;
}

void sr_dot(const struct sr_dot *d, const uint8_t *act, size_t n, int32_t *sum)
{
	by_blocks(d, act, n, sum,
		  d->path == SR_DOT_PLAIN ? block_plain : BLOCK);
}

#endif

enum sr_dot_path sr_dot_best(void)
{
	int path = SR_DOT_AMX;

	while (!sr_dot_has((enum sr_dot_path)path))
		path--;
	return (enum sr_dot_path)path;
}
