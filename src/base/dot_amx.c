/* The weights lie as tiles want them (see dot.h), so a product is loads and
 * one instruction for 16 x 16 x 64 products. Six tiles of rows are summed
 * together, block of outputs by block, so that each tile of weights is loaded
 * once for 96 rows; sums are stored while the next block's are begun, which
 * costs nothing where storing them at the end costs a fifth. What is left over
 * at the edge is read together with some before it and written twice, alike. */
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

	/* Every processor with tiles has VBMI, which annotate/layer_amx.c uses
	 * beside them. */
	if (!SR_CPU_HAS("avx512f") || !SR_CPU_HAS("avx512vbmi") ||
	    !__get_cpuid_count(7, 0, &a, &b, &c, &d))
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
 * are sums for four tiles of rows only, and 4 and 5 are as 6 and 7 for it. */
static struct config configure(uint32_t rest)
{
	struct config c = { .palette = 1 };

	for (int i = 0; i < 8; i++) {
		c.rows[i] = TILE;
		c.bytes[i] = STEP;
	}
	if (rest) {
		c.bytes[4] = (uint16_t)rest;
		c.rows[5] = (uint8_t)(rest / 4);
	}
	return c;
}

#define MOST 6 /* tiles of rows summed together */
#define MOST_WITH_REST 4

/* Tiles of rows, by all blocks that are asked for. */
struct group {
	const struct sr_dot *d;
	const uint8_t *act[MOST];
	int32_t *sum[MOST];
	size_t width; /* bytes of a row of sums */
};

#define EACH_ROW(ROW)                                                          \
	do {                                                                   \
		ROW(0);                                                        \
		if (rows > 1)                                                  \
			ROW(1);                                                \
		if (rows > 2)                                                  \
			ROW(2);                                                \
		if (rows > 3)                                                  \
			ROW(3);                                                \
		if (rows > 4)                                                  \
			ROW(4);                                                \
		if (rows > 5)                                                  \
			ROW(5);                                                \
	} while (0)

#define STORE(r) _tile_stored(r, g->sum[r] + done, g->width)
#define BEGIN(r)                                                               \
	do {                                                                   \
		if (k)                                                         \
			STORE(r);                                              \
		_tile_zero(r);                                                 \
		_tile_loadd(6, g->act[r], in);                                 \
		_tile_dpbusd(r, 6, 7);                                         \
	} while (0)
#define ADD(r)                                                                 \
	do {                                                                   \
		_tile_loadd(6, g->act[r] + i, in);                             \
		_tile_dpbusd(r, 6, 7);                                         \
	} while (0)
#define ADD_REST(r)                                                            \
	do {                                                                   \
		_tile_loadd(4, g->act[r] + i, in);                             \
		_tile_dpbusd(r, 4, 5);                                         \
	} while (0)

SR_TARGET("amx-tile,amx-int8")
SR_INLINE void tiles(const struct group *g, unsigned rows, bool rest)
{
	size_t in = g->d->m->in, done = 0;

	for (uint32_t k = 0; k < g->d->count; k++) {
		const int8_t *w = g->d->m->weight +
				  (size_t)(g->d->first + k * g->d->step) *
					  TILE * in;
		size_t i = STEP;
		done = (size_t)(k ? k - 1 : 0) * TILE;
		_tile_loadd(7, w, 64);
		EACH_ROW(BEGIN);
		for (; i + STEP <= in; i += STEP) {
			_tile_loadd(7, w + i * TILE, 64);
			EACH_ROW(ADD);
		}
		if (!rest)
			continue;
		_tile_loadd(5, w + i * TILE, 64);
		ADD_REST(0);
		if (rows > 1)
			ADD_REST(1);
		if (rows > 2)
			ADD_REST(2);
		if (rows > 3)
			ADD_REST(3);
	}
	done = (size_t)(g->d->count - 1) * TILE;
	EACH_ROW(STORE);
}

SR_TARGET("amx-tile,amx-int8")
static void whole(const struct group *g, unsigned rows)
{
	if (rows == 6)
		tiles(g, 6, false);
	else if (rows == 5)
		tiles(g, 5, false);
	else if (rows == 4)
		tiles(g, 4, false);
	else if (rows == 3)
		tiles(g, 3, false);
	else if (rows == 2)
		tiles(g, 2, false);
	else
		tiles(g, 1, false);
}

SR_TARGET("amx-tile,amx-int8")
static void with_rest(const struct group *g, unsigned rows)
{
	if (rows == 4)
		tiles(g, 4, true);
	else if (rows == 3)
		tiles(g, 3, true);
	else if (rows == 2)
		tiles(g, 2, true);
	else
		tiles(g, 1, true);
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
	bool rest = rest_of(d->m->in) != 0;
	size_t left = (n + TILE - 1) / TILE, most = rest ? MOST_WITH_REST : MOST;
	struct group g = { .d = d };

	g.width = (size_t)d->count * TILE * sizeof(int32_t);
	for (size_t t = 0, take; left; left -= take, t += take * TILE) {
		size_t groups = (left + most - 1) / most;
		take = (left + groups - 1) / groups;
		for (size_t r = 0; r < take; r++) {
			size_t at = t + r * TILE;
			at = at + TILE < n ? at : n - TILE;
			g.act[r] = act + at * d->m->in;
			g.sum[r] = sum + at * d->count * TILE;
		}
		if (rest)
			with_rest(&g, (unsigned)take);
		else
			whole(&g, (unsigned)take);
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
