/* Bytes are gathered into blocks of 64 here; what is done with blocks is the
 * path's. The instructions do two rounds at once and keep the eight words of
 * state as two vectors, in an order of their own. */
#include "base/sha256.h"

#include <string.h>

#include <sys/types.h>

#include <sha2.h>

#include "base/compiler.h"

_Static_assert(SR_SHA256_BLOCK == SHA256_BLOCK_LENGTH &&
	       SR_SHA256_SIZE == SHA256_DIGEST_LENGTH, "libmd's sizes");

/* clang learnt later to ask for this feature. */
#if defined(SR_X86) && !defined(__clang__)

static const uint32_t ROUND[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
	0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
	0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
	0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

/* The next four words of the schedule from the sixteen before, w[i] the
 * oldest four of them, whose place they take. */
SR_TARGET("sha,sse4.1")
SR_INLINE void schedule(__m128i w[4], int i)
{
	__m128i last = w[(i + 3) & 3];
	__m128i t = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);

	t = _mm_add_epi32(t, _mm_alignr_epi8(last, w[(i + 2) & 3], 4));
	w[i & 3] = _mm_sha256msg2_epu32(t, last);
}

SR_TARGET("sha,sse4.1")
static void blocks_ni(uint32_t state[8], const uint8_t *p, size_t nblock)
{
	const __m128i order = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5,
					   6, 7, 0, 1, 2, 3);
	__m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((void *)state), 0xB1);
	__m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((void *)(state + 4)),
					 0x1B);
	__m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
	__m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);

	for (; nblock; nblock--, p += SR_SHA256_BLOCK) {
		__m128i w[4], abef0 = abef, cdgh0 = cdgh;
		for (int i = 0; i < 16; i++) {
			if (i < 4)
				w[i] = _mm_shuffle_epi8(
					_mm_loadu_si128((const void *)(p + 16 * i)),
					order);
			else
				schedule(w, i);
			__m128i k = _mm_loadu_si128((const void *)(ROUND + 4 * i));
			k = _mm_add_epi32(k, w[i & 3]);
			cdgh = _mm_sha256rnds2_epu32(cdgh, abef, k);
			abef = _mm_sha256rnds2_epu32(
				abef, cdgh, _mm_shuffle_epi32(k, 0x0E));
		}
		abef = _mm_add_epi32(abef, abef0);
		cdgh = _mm_add_epi32(cdgh, cdgh0);
	}
	__m128i feba = _mm_shuffle_epi32(abef, 0x1B);
	__m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
	_mm_storeu_si128((void *)state, _mm_blend_epi16(feba, dchg, 0xF0));
	_mm_storeu_si128((void *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

enum sr_sha256_path sr_sha256_best(void)
{
	return SR_CPU_HAS("sha") && SR_CPU_HAS("sse4.1") ? SR_SHA256_NI
							 : SR_SHA256_LIBMD;
}

#else

enum sr_sha256_path sr_sha256_best(void)
{
	return SR_SHA256_LIBMD;
}

#endif

static void blocks_libmd(uint32_t state[8], const uint8_t *p, size_t nblock)
{
	for (; nblock; nblock--, p += SR_SHA256_BLOCK)
		SHA256Transform(state, p);
}

static void blocks(struct sr_sha256 *s, const uint8_t *p, size_t nblock)
{
#if defined(SR_X86) && !defined(__clang__)
	if (s->path == SR_SHA256_NI) {
		blocks_ni(s->state, p, nblock);
		return;
	}
#endif
	blocks_libmd(s->state, p, nblock);
}

void sr_sha256_init(struct sr_sha256 *s, enum sr_sha256_path path)
{
	static const uint32_t FIRST[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372,
					   0xa54ff53a, 0x510e527f, 0x9b05688c,
					   0x1f83d9ab, 0x5be0cd19 };

	memcpy(s->state, FIRST, sizeof(FIRST));
	s->n = 0;
	s->path = path;
}

void sr_sha256_put(struct sr_sha256 *s, const void *bytes, size_t n)
{
	const uint8_t *p = bytes;
	size_t have = s->n % SR_SHA256_BLOCK, need = SR_SHA256_BLOCK - have;

	s->n += n;
	if (n < need) {
		if (n)
			memcpy(s->block + have, p, n);
		return;
	}
	if (have) {
		memcpy(s->block + have, p, need);
		blocks(s, s->block, 1);
		p += need;
		n -= need;
	}
	blocks(s, p, n / SR_SHA256_BLOCK);
	p += n / SR_SHA256_BLOCK * SR_SHA256_BLOCK;
	memcpy(s->block, p, n % SR_SHA256_BLOCK);
}

void sr_sha256_end(struct sr_sha256 *s, uint8_t digest[SR_SHA256_SIZE])
{
	uint64_t bits = s->n * 8;
	size_t have = s->n % SR_SHA256_BLOCK;

	s->block[have++] = 0x80;
	if (have > SR_SHA256_BLOCK - 8) {
		memset(s->block + have, 0, SR_SHA256_BLOCK - have);
		blocks(s, s->block, 1);
		have = 0;
	}
	memset(s->block + have, 0, SR_SHA256_BLOCK - 8 - have);
	for (int i = 0; i < 8; i++)
		s->block[SR_SHA256_BLOCK - 1 - i] = (uint8_t)(bits >> (8 * i));
	blocks(s, s->block, 1);
	for (int i = 0; i < SR_SHA256_SIZE; i++)
		digest[i] = (uint8_t)(s->state[i / 4] >> (24 - 8 * (i % 4)));
}
