/* Tiles and vectors are different parts of the processor, and both are busy
 * for as long: so the sums of 16 words by 32 units are made on tiles while the
 * units of the 16 words before run on vectors, in turns of one product and
 * one word; what is at hand at once is what the processor looks ahead. Sums
 * wait for their units in one of two buffers of 8 kB.
 *
 * The bits are those of cell.c. What differs from cell_512.c: sums are packed
 * first and shifted then, by adding them to themselves with saturation, as
 * most shifts are 0 or 1; and where a sentence begins a mask clears the carry,
 * as the words of several sentences share tiles. */
#include "annotate/layer_amx.h"

#include "base/compiler.h"
#include "base/dot_amx.h"

#define MOST_SHIFT 2
#define MOST_ZERO (1 << 28)

bool sr_layer_amx_fits(const struct sr_matrix *m, bool first)
{
	if (m->in < SR_DOT_AMX_IN || (!first && m->in % 64))
		return false;
	for (uint32_t k = 0; k < m->out; k++)
		if (m->shift[k] < 0 || m->shift[k] > MOST_SHIFT ||
		    m->zero[k] < -MOST_ZERO || m->zero[k] > MOST_ZERO)
			return false;
	return true;
}

#ifdef SR_X86

#define WIDE                                                                   \
	SR_TARGET("avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,amx-tile,"    \
		  "amx-int8")
#define W16 WIDE SR_INLINE

#define TILE 256 /* sums of one */
#define GATES 4	 /* at most */

/* How 32 outputs of one gate become fractions: zeros of the two blocks, who is
 * doubled once and twice, and whether any is. */
struct pick {
	__m512i zero[2];
	__mmask32 once, twice;
	bool any, more;
};

/* The units of up to 16 words whose sums are there. */
struct words {
	struct pick gate[GATES];
	__m512i carry, bytes;
	const int32_t *sum, *stays;
	const uint8_t *below;
	uint8_t *out;
	ptrdiff_t step, width;
	size_t left;
};

W16 __m512i all16(int x)
{
	return _mm512_set1_epi16((short)x);
}

/* Which bytes are kept of 32 numbers of 16 bits. */
W16 __m512i evens(void)
{
	uint8_t at[64];

	for (size_t i = 0; i < 64; i++)
		at[i] = (uint8_t)(2 * i);
	return _mm512_loadu_si512(at);
}

W16 struct pick pick(const struct sr_matrix *m, size_t from)
{
	__m512i shift = _mm512_packs_epi32(
		_mm512_loadu_si512(m->shift + from),
		_mm512_loadu_si512(m->shift + from + SR_DOT_BLOCK));
	struct pick p;

	p.zero[0] = _mm512_loadu_si512(m->zero + from);
	p.zero[1] = _mm512_loadu_si512(m->zero + from + SR_DOT_BLOCK);
	p.once = _mm512_cmpgt_epi16_mask(shift, all16(0));
	p.twice = _mm512_cmpgt_epi16_mask(shift, all16(1));
	p.any = p.once != 0;
	p.more = p.twice != 0;
	return p;
}

W16 __m512i straight(const struct words *w, size_t g)
{
	const struct pick *p = &w->gate[g];
	const int32_t *sum = w->sum + 2 * g * TILE;
	__m512i a = _mm512_add_epi32(_mm512_load_si512(sum), p->zero[0]);
	__m512i b = _mm512_add_epi32(_mm512_load_si512(sum + TILE), p->zero[1]);
	__m512i x = _mm512_packs_epi32(a, b);

	if (p->any)
		x = _mm512_mask_adds_epi16(x, p->once, x, x);
	if (p->more)
		x = _mm512_mask_adds_epi16(x, p->twice, x, x);
	return x;
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

/* from + (to - from) * by */
W16 __m512i between(__m512i from, __m512i to, __m512i by)
{
	__m512i far = _mm512_subs_epi16(to, from);

	return _mm512_add_epi16(from, _mm512_mulhrs_epi16(far, by));
}

/* What is let through to the units' outputs beside the carry. */
W16 __m512i plain(const struct words *w, bool first)
{
	if (first)
		return bend(straight(w, 3));
	__m512i a = _mm512_cvtepu8_epi16(
		_mm256_loadu_si256((const void *)w->below));
	return _mm512_mullo_epi16(_mm512_sub_epi16(a, all16(SR_ACT_ZERO)),
				  all16(SR_UNIT_ONE / SR_ACT_ONE));
}

W16 void word(struct words *w, bool first)
{
	__m512i z = bend(straight(w, 0)), f = gate(straight(w, 1)),
		r = gate(straight(w, 2)), p = plain(w, first);
	__m512i carry =
		_mm512_and_si512(w->carry, _mm512_set1_epi32(*w->stays));

	w->carry = between(z, carry, f);
	__m512i y = _mm512_mulhrs_epi16(between(p, w->carry, r),
					all16(2 * SR_ACT_ONE));
	y = _mm512_add_epi16(y, all16(SR_ACT_ZERO));
	_mm256_storeu_si256(
		(void *)w->out,
		_mm512_castsi512_si256(_mm512_permutexvar_epi8(w->bytes, y)));
	w->sum += w->step * SR_LAYER_ROWS;
	w->stays += w->step;
	if (!first)
		w->below += w->width;
	w->out += w->width;
	w->left--;
}

/* Thirty-two units of a layer: where their outputs begin in the matrix. */
struct units {
	size_t own, from;
	bool back;
};

static struct units units(const struct sr_layer *l, size_t k)
{
	size_t own = k * SR_CELLS, all = (l->first ? 4 : 3) * l->hidden;

	if (own < l->hidden)
		return (struct units){ own, own, false };
	return (struct units){ own, all + own - l->hidden, true };
}

/* The rows of a tile and where their sums go. */
struct tile {
	const uint8_t *act;
	const int8_t *weight[2 * GATES];
	int32_t *sum;
	size_t in;
};

#define TURN(sums, rows, weights, k)                                           \
	do {                                                                   \
		_tile_loadd(weights, t->weight[k] + i * SR_LAYER_ROWS, 64);    \
		_tile_dpbusd(sums, rows, weights);                             \
		if (w->left)                                                   \
			word(w, first);                                        \
	} while (0)

#define STORE(sums, k) _tile_stored(sums, t->sum + (k)*TILE, 64)

/* The sums of three gates, and the words in between. */
W16 void three(const struct tile *t, struct words *w)
{
	const bool first = false;

	_tile_zero(0);
	_tile_zero(1);
	_tile_zero(2);
	_tile_zero(3);
	_tile_zero(4);
	_tile_zero(5);
	for (size_t i = 0; i < t->in; i += 64) {
		_tile_loadd(6, t->act + i, t->in);
		TURN(0, 6, 7, 0);
		TURN(1, 6, 7, 1);
		TURN(2, 6, 7, 2);
		TURN(3, 6, 7, 3);
		TURN(4, 6, 7, 4);
		TURN(5, 6, 7, 5);
	}
	STORE(0, 0);
	STORE(1, 1);
	STORE(2, 2);
	STORE(3, 3);
	STORE(4, 4);
	STORE(5, 5);
}

/* The sums of two of four gates, from block k on. */
W16 void two(const struct tile *t, struct words *w, size_t k)
{
	const bool first = true;
	size_t i = 0;

	_tile_zero(0);
	_tile_zero(1);
	_tile_zero(2);
	_tile_zero(3);
	for (; i + 64 <= t->in; i += 64) {
		_tile_loadd(6, t->act + i, t->in);
		TURN(0, 6, 7, k);
		TURN(1, 6, 7, k + 1);
		TURN(2, 6, 7, k + 2);
		TURN(3, 6, 7, k + 3);
	}
	if (i < t->in) {
		_tile_loadd(4, t->act + i, t->in);
		TURN(0, 4, 5, k);
		TURN(1, 4, 5, k + 1);
		TURN(2, 4, 5, k + 2);
		TURN(3, 4, 5, k + 3);
	}
	STORE(0, k);
	STORE(1, k + 1);
	STORE(2, k + 2);
	STORE(3, k + 3);
}

/* Which units by which tile of rows. */
struct stage {
	struct units units;
	size_t tile; /* in the order of the direction */
};

static struct stage stage(const struct sr_layer *l, size_t s, size_t tiles)
{
	struct stage g = { units(l, s / tiles), s % tiles };

	if (g.units.back)
		g.tile = tiles - 1 - g.tile;
	return g;
}

/* The words of a stage whose sums are there, in the order of the direction. */
W16 void begin(const struct sr_layer *l, const struct stage *g,
	       const int32_t *sum, struct words *w)
{
	size_t from = g->tile * SR_LAYER_ROWS, n = l->n - from;
	size_t width = 2 * l->hidden;

	w->left = n < SR_LAYER_ROWS ? n : SR_LAYER_ROWS;
	size_t first = g->units.back ? w->left - 1 : 0, row = from + first;
	w->step = g->units.back ? -1 : 1;
	w->width = w->step * (ptrdiff_t)width;
	w->sum = sum + first * SR_LAYER_ROWS;
	w->stays = l->stays + row + g->units.back;
	w->below = l->first ? NULL : l->below + row * width + g->units.own;
	w->out = l->out + row * width + g->units.own;
}

/* The sums of a stage, and the words in between. */
W16 void sums(const struct sr_layer *l, const struct stage *g, int32_t *sum,
	      struct words *w, bool first)
{
	const size_t gates = first ? 4 : 3, in = l->m->in;
	struct tile t = {
		.act = l->below + g->tile * SR_LAYER_ROWS * in,
		.sum = sum,
		.in = in,
	};

	for (size_t k = 0; k < 2 * gates; k++)
		t.weight[k] =
			l->m->weight + (g->units.from + k / 2 * l->hidden +
					k % 2 * SR_DOT_BLOCK) *
					       in;
	if (first) {
		two(&t, w, 0);
		two(&t, w, 4);
	} else {
		three(&t, w);
	}
}

/* All units by all tiles of rows, one after another: each stage makes sums and
 * runs the words of the one before. */
W16 void layer(const struct sr_layer *l, bool first)
{
	const size_t gates = first ? 4 : 3;
	size_t tiles = (l->n + SR_LAYER_ROWS - 1) / SR_LAYER_ROWS;
	size_t stages = 2 * l->hidden / SR_CELLS * tiles;
	struct stage now = stage(l, 0, tiles), before = now;
	struct words w = { .left = 0 };
	int32_t *sum = l->sum, *done = sum + SR_LAYER_SUMS / 2;

	w.bytes = evens();
	for (size_t s = 0; s <= stages; s++) {
		if (s && (s - 1) % tiles == 0) {
			w.carry = _mm512_setzero_si512();
			for (size_t g = 0; g < gates; g++)
				w.gate[g] = pick(l->m, before.units.from +
							       g * l->hidden);
		}
		if (s)
			begin(l, &before, done, &w);
		if (s < stages)
			sums(l, &now, sum, &w, first);
		while (w.left)
			word(&w, first);
		before = now;
		now = stage(l, s + 1, tiles);
		int32_t *swap = sum;
		sum = done;
		done = swap;
	}
}

WIDE void sr_layer_amx(const struct sr_layer *l)
{
	/* gcc 12 doesn't know that tiles are loaded from memory. */
	__asm__ volatile("" : : : "memory");
	if (l->first)
		layer(l, true);
	else
		layer(l, false);
}

#else

void sr_layer_amx(const struct sr_layer *l)
{
	(void)l;
}

#endif
