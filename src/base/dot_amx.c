/* The weights lie as tiles want them (see dot.h), so a product is loads and
 * one instruction for 16 x 16 x 64 products. Two tiles of rows by two of
 * outputs are summed together: four products for four loads. What is left over
 * at an edge is read together with some before it and written twice, alike. */
#include "base/dot_amx.h"

#include <string.h>

#include "base/compiler.h"

#ifdef SR_X86

#define ARCH_REQ_XCOMP_PERM 0x1023L
#define XFEATURE_TILEDATA 18L
#define SYS_ARCH_PRCTL 158L
#define TILE 16 /* rows; and words of 4 bytes in one */

static bool permitted(void)
{
	long code = SYS_ARCH_PRCTL;

	__asm__ volatile("syscall"
	                 : "+a"(code)
	                 : "D"(ARCH_REQ_XCOMP_PERM), "S"(XFEATURE_TILEDATA)
	                 : "rcx", "r11", "memory");
	return code == 0;
}

bool sr_dot_amx_usable(void)
{
	unsigned a, b, c, d;

	if (!SR_CPU_HAS("avx512f") || !__get_cpuid_count(7, 0, &a, &b, &c, &d))
		return false;
	/* AMX-TILE and AMX-INT8 */
	return (d >> 24 & 1) && (d >> 25 & 1) && permitted();
}

/* What the instruction LDTILECFG reads. */
struct config {
	uint8_t palette, start, reserved[14];
	uint16_t bytes[16]; /* of a row of each tile */
	uint8_t rows[16];
};

/* Tiles 0 to 3 are sums, 4 and 5 rows of activations, 6 and 7 weights. */
static struct config configure(uint32_t depth)
{
	struct config c = { .palette = 1 };

	for (int i = 0; i < 8; i++) {
		c.rows[i] = TILE;
		c.bytes[i] = 64;
	}
	c.bytes[4] = c.bytes[5] = (uint16_t)depth;
	c.rows[6] = c.rows[7] = (uint8_t)(depth / 4);
	return c;
}

/* Inputs that one product takes: at most 64, and all alike. */
static uint32_t depth_of(uint32_t in)
{
	uint32_t steps = (in + 63) / 64;

	while (in % (4 * steps))
		steps++;
	return in / steps;
}

SR_TARGET("avx512f")
static void put(const struct sr_matrix *m, const int32_t *sum, uint32_t o,
                float *out)
{
	__m512i zero = _mm512_loadu_si512(m->zero + o);
	__m512 scale = _mm512_loadu_ps(m->scale + o);
	__m512 bias = _mm512_loadu_ps(m->bias + o);

	for (size_t r = 0; r < TILE; r++) {
		__m512i s = _mm512_loadu_si512(sum + r * TILE);
		__m512 y = _mm512_cvtepi32_ps(_mm512_add_epi32(s, zero));
		y = _mm512_mul_ps(y, scale);
		_mm512_storeu_ps(out + r * m->out + o, _mm512_add_ps(y, bias));
	}
}

/* Rows a and b by the outputs of blocks o and p. */
SR_TARGET("amx-tile,amx-int8,avx512f")
static void four(const struct sr_matrix *m, const uint8_t *act,
                 const size_t row[2], const uint32_t block[2], float *out)
{
	uint32_t depth = depth_of(m->in);
	const uint8_t *a = act + row[0] * m->in, *b = act + row[1] * m->in;
	const int8_t *v = m->weight + (size_t)block[0] * m->in;
	const int8_t *w = m->weight + (size_t)block[1] * m->in;
	int32_t sum[4][TILE * TILE];

	_tile_zero(0);
	_tile_zero(1);
	_tile_zero(2);
	_tile_zero(3);
	for (uint32_t i = 0; i < m->in; i += depth) {
		_tile_loadd(4, a + i, m->in);
		_tile_loadd(6, v + (size_t)i * TILE, 64);
		_tile_dpbusd(0, 4, 6);
		_tile_loadd(7, w + (size_t)i * TILE, 64);
		_tile_dpbusd(1, 4, 7);
		_tile_loadd(5, b + i, m->in);
		_tile_dpbusd(2, 5, 6);
		_tile_dpbusd(3, 5, 7);
	}
	_tile_stored(0, sum[0], 64);
	_tile_stored(1, sum[1], 64);
	_tile_stored(2, sum[2], 64);
	_tile_stored(3, sum[3], 64);
	for (int k = 0; k < 4; k++)
		put(m, sum[k], block[k & 1], out + row[k >> 1] * m->out);
}

SR_TARGET("amx-tile")
void sr_dot_amx(const struct sr_matrix *m, const uint8_t *act, size_t n,
                float *out)
{
	struct config c = configure(depth_of(m->in));
	size_t last = n - TILE;
	uint32_t end = m->out - SR_DOT_BLOCK;

	_tile_loadconfig(&c);
	for (size_t t = 0; t < n; t += 2 * TILE)
		for (uint32_t o = 0; o < m->out; o += 2 * SR_DOT_BLOCK) {
			size_t row[2] = { t < last ? t : last,
				          t + TILE < last ? t + TILE : last };
			uint32_t block[2] = { o, o < end ? o + SR_DOT_BLOCK
				                         : end };
			four(m, act, row, block, out);
		}
	_tile_release();
}

#else

bool sr_dot_amx_usable(void)
{
	return false;
}

void sr_dot_amx(const struct sr_matrix *m, const uint8_t *act, size_t n,
                float *out)
{
	sr_dot(m, act, n, out, SR_DOT_PLAIN);
}

#endif
