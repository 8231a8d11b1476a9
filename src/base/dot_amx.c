/* The weights lie as tiles want them (see dot.h), so a product is loads and
 * one instruction for 16 x 16 x 64 products. Two tiles of rows by three of
 * outputs are summed together and stored as they are. What is left over at the
 * edge is read together with some before it and written twice, alike. */
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

/* Inputs that one product takes, and what is left of them after all whole
 * steps: less than one. */
#define STEP 64

static uint32_t rest_of(uint32_t in)
{
	return in % STEP;
}

/* Tiles 0 to 5 are sums, 6 rows of activations, 7 weights. With a rest there
 * are sums for two blocks only, and 2 and 5 are as 6 and 7 for the rest. */
static struct config configure(uint32_t rest)
{
	struct config c = { .palette = 1 };

	for (int i = 0; i < 8; i++) {
		c.rows[i] = TILE;
		c.bytes[i] = STEP;
	}
	if (rest) {
		c.bytes[2] = (uint16_t)rest;
		c.rows[5] = (uint8_t)(rest / 4);
	}
	return c;
}

/* Where a product of some rows by some blocks begins. */
struct spot {
	const struct sr_dot *d;
	const uint8_t *act;
	int32_t *sum;
	size_t width; /* of a row of sums */
	uint32_t block;
};

static const int8_t *weights(const struct spot *s, uint32_t k)
{
	return s->d->m->weight +
	       (size_t)(s->d->first + (s->block + k) * s->d->step) * TILE *
		       s->d->m->in;
}

/* Rows at s->act and, if `two`, those at `more` rows behind, by n blocks, at
 * most 3. */
SR_TARGET("amx-tile,amx-int8")
SR_INLINE void tiles(const struct spot *s, bool two, size_t more, uint32_t n)
{
	size_t in = s->d->m->in, bytes = s->width * sizeof(int32_t);
	const uint8_t *a = s->act, *b = a + more * in;
	const int8_t *u = weights(s, 0), *v = n > 1 ? weights(s, 1) : u;
	const int8_t *w = n > 2 ? weights(s, 2) : u;
	int32_t *x = s->sum, *y = x + more * s->width;
	size_t i = 0;

	_tile_zero(0);
	if (n > 1)
		_tile_zero(1);
	if (n > 2)
		_tile_zero(2);
	if (two) {
		_tile_zero(3);
		if (n > 1)
			_tile_zero(4);
		if (n > 2)
			_tile_zero(5);
	}
	for (; i + STEP <= in; i += STEP) {
		_tile_loadd(6, a + i, in);
		_tile_loadd(7, u + i * TILE, 64);
		_tile_dpbusd(0, 6, 7);
		if (n > 1) {
			_tile_loadd(7, v + i * TILE, 64);
			_tile_dpbusd(1, 6, 7);
		}
		if (n > 2) {
			_tile_loadd(7, w + i * TILE, 64);
			_tile_dpbusd(2, 6, 7);
		}
		if (!two)
			continue;
		_tile_loadd(6, b + i, in);
		if (n > 2)
			_tile_dpbusd(5, 6, 7);
		if (n > 2)
			_tile_loadd(7, v + i * TILE, 64);
		if (n > 1) {
			_tile_dpbusd(4, 6, 7);
			_tile_loadd(7, u + i * TILE, 64);
		}
		_tile_dpbusd(3, 6, 7);
	}
	if (n < 3 && i < in) {
		_tile_loadd(2, a + i, in);
		_tile_loadd(5, u + i * TILE, STEP);
		_tile_dpbusd(0, 2, 5);
		if (two) {
			_tile_loadd(2, b + i, in);
			_tile_dpbusd(3, 2, 5);
		}
		if (two && n > 1) {
			_tile_loadd(5, v + i * TILE, STEP);
			_tile_dpbusd(4, 2, 5);
			_tile_loadd(2, a + i, in);
			_tile_dpbusd(1, 2, 5);
		} else if (n > 1) {
			_tile_loadd(5, v + i * TILE, STEP);
			_tile_dpbusd(1, 2, 5);
		}
	}
	_tile_stored(0, x, bytes);
	if (n > 1)
		_tile_stored(1, x + TILE, bytes);
	if (n > 2)
		_tile_stored(2, x + 2 * TILE, bytes);
	if (two) {
		_tile_stored(3, y, bytes);
		if (n > 1)
			_tile_stored(4, y + TILE, bytes);
		if (n > 2)
			_tile_stored(5, y + 2 * TILE, bytes);
	}
}

SR_TARGET("amx-tile,amx-int8")
static void blocks(const struct spot *s, bool two, size_t more, uint32_t n)
{
	if (two && n == 3)
		tiles(s, true, more, 3);
	else if (two && n == 2)
		tiles(s, true, more, 2);
	else if (two)
		tiles(s, true, more, 1);
	else if (n == 3)
		tiles(s, false, 0, 3);
	else if (n == 2)
		tiles(s, false, 0, 2);
	else
		tiles(s, false, 0, 1);
}

SR_TARGET("amx-tile")
void sr_dot_amx_begin(const struct sr_matrix *m)
{
	struct config c = configure(rest_of(m->in));

	/* The intrinsic tells gcc 12 of the first 8 bytes only. */
	__asm__ volatile("ldtilecfg %0" : : "m"(c));
}

SR_TARGET("amx-tile")
void sr_dot_amx_end(void)
{
	_tile_release();
}

void sr_dot_amx(const struct sr_dot *d, const uint8_t *act, size_t n,
		int32_t *sum)
{
	struct spot s = { .d = d };
	uint32_t most = rest_of(d->m->in) ? 2 : 3;
	size_t last = n - TILE;

	s.width = (size_t)d->count * TILE;
	for (size_t t = 0; t < n; t += 2 * TILE) {
		size_t at = t < last ? t : last;
		size_t next = t + TILE < last ? t + TILE : last;
		uint32_t take;
		s.act = act + at * d->m->in;
		for (s.block = 0; s.block < d->count; s.block += take) {
			uint32_t left = d->count - s.block;
			take = left == 4 || left == 2 ? 2
			       : left < most	      ? left
						      : most;
			s.sum = sum + at * s.width + (size_t)s.block * TILE;
			blocks(&s, next > at, next - at, take);
		}
	}
}

#else

bool sr_dot_amx_usable(void)
{
	return false;
}

void sr_dot_amx_begin(const struct sr_matrix *m)
{
	(void)m;
}

void sr_dot_amx_end(void)
{
}

void sr_dot_amx(const struct sr_dot *d, const uint8_t *act, size_t n,
		int32_t *sum)
{
	struct sr_dot plain = *d;

	plain.path = SR_DOT_PLAIN;
	sr_dot(&plain, act, n, sum);
}

#endif
