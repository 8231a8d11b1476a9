/* Tiles and vectors are different parts of the processor, and both are busy
 * for as long: so the sums of 16 words by 32 units are made on tiles while the
 * units of the 16 words before run on vectors, in turns of a product and a
 * word; what is at hand at once is what the processor looks ahead. Sums stay
 * in tiles until the next are begun and are stored one tile a turn, as more
 * at once would fill what waits to be stored; the units begin after them.
 *
 * The bits are those of cell.c. What differs from cell_512.c: sums are packed
 * first and shifted then, by adding them to themselves with saturation, as
 * most shifts are 0 or 1; and where a sentence begins a mask clears the carry,
 * as the words of several sentences share tiles. */
#include "annotate/layer_amx.h"

#include "base/compiler.h"
#include "base/dot_amx.h"

#define MOST_ZERO (1 << 28)

/* Sums of `n` outputs from the k-th on: none may overflow, or be doubled more
 * often than is done here. */
static bool fit(const struct sr_matrix *m, size_t k, size_t n, int32_t shift)
{
	bool ok = true;

	for (size_t to = k + n; k < to; k++)
		ok = ok && m->shift[k] >= 0 && m->shift[k] <= shift &&
		     m->zero[k] >= -MOST_ZERO && m->zero[k] <= MOST_ZERO;
	return ok;
}

bool sr_layer_amx_fits(const struct sr_matrix *m, bool first)
{
	size_t gates = first ? 4 : 3, n = m->out / 2 / gates;
	bool ok = m->in >= SR_DOT_AMX_IN && (first || m->in % 64 == 0);

	/* Gates that let through, the second and the third, are doubled once,
	 * the others twice. */
	for (size_t g = 0; ok && g < 2 * gates; g++)
		ok = fit(m, g * n, n,
			 g % gates == 1 || g % gates == 2 ? 1 : 2);
	return ok;
}

#ifdef SR_X86

#define WIDE                                                                   \
	SR_TARGET("avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,amx-tile,"    \
		  "amx-int8")
#define W16 WIDE SR_INLINE

#define TILE 256 /* sums of one */
#define GATES 4	 /* at most */

/* How 32 outputs become fractions: zeros of the two blocks, which are doubled,
 * which again, and whether any is. */
struct pick {
	__m512i zero[2];
	__mmask32 once, twice;
	bool any;
};

/* Numbers that gcc 12 would make anew for each use of them. */
struct known {
	__m512i three_halves, one, zero, step, top, even;
};

/* The units of up to 16 words whose sums are there. */
struct words {
	struct known is;
	struct pick gate[GATES];
	__m512i carry;
	const int32_t *sum, *stays;
	const uint8_t *below;
	uint8_t *out;
	ptrdiff_t step, width;
	size_t left;
};

W16 __m512i all16(int x)
{
	__m512i all = _mm512_set1_epi16((short)x);

	__asm__("" : "+v"(all)); /* is not to be guessed */
	return all;
}

W16 struct known known(void)
{
	uint8_t even[64];

	for (size_t i = 0; i < 64; i++)
		even[i] = (uint8_t)(2 * i);
	return (struct known){
		.three_halves = all16(3 * SR_UNIT_ONE / 2),
		.one = all16(SR_UNIT_ONE),
		.zero = all16(SR_ACT_ZERO),
		.step = all16(SR_UNIT_ONE / SR_ACT_ONE),
		.top = all16(2 * SR_ACT_ONE),
		.even = _mm512_loadu_si512(even),
	};
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
	return p;
}

W16 __m512i straight(const struct words *w, size_t g)
{
	const struct pick *p = &w->gate[g];
	const int32_t *sum = w->sum + 2 * g * TILE;
	__m512i a = _mm512_add_epi32(_mm512_load_si512(sum), p->zero[0]);
	__m512i b = _mm512_add_epi32(_mm512_load_si512(sum + TILE), p->zero[1]);

	return _mm512_packs_epi32(a, b);
}

W16 __m512i doubled(__m512i x, __mmask32 some)
{
	return _mm512_mask_adds_epi16(x, some, x, x);
}

W16 __m512i bend(const struct words *w, __m512i x)
{
	__m512i half = _mm512_srli_epi16(_mm512_mulhi_epi16(x, x), 1);

	return _mm512_mulhrs_epi16(x,
				   _mm512_sub_epi16(w->is.three_halves, half));
}

W16 __m512i bent(const struct words *w, size_t g)
{
	__m512i x = doubled(straight(w, g), w->gate[g].once);

	return bend(w, doubled(x, w->gate[g].twice));
}

W16 __m512i gate(const struct words *w, size_t g)
{
	__m512i x = straight(w, g);

	if (w->gate[g].any)
		x = doubled(x, w->gate[g].once);
	return _mm512_adds_epi16(bend(w, x), w->is.one);
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
		return bent(w, 3);
	__m512i a = _mm512_cvtepu8_epi16(
		_mm256_loadu_si256((const void *)w->below));
	return _mm512_mullo_epi16(_mm512_sub_epi16(a, w->is.zero), w->is.step);
}

W16 void word(struct words *w, bool first)
{
	__m512i z = bent(w, 0), f = gate(w, 1), r = gate(w, 2),
		p = plain(w, first);
	__m512i carry =
		_mm512_and_si512(w->carry, _mm512_set1_epi32(*w->stays));

	w->carry = between(z, carry, f);
	__m512i y = _mm512_mulhrs_epi16(between(p, w->carry, r), w->is.top);
	y = _mm512_permutexvar_epi8(w->is.even,
				    _mm512_add_epi16(y, w->is.zero));
	_mm256_storeu_si256((void *)w->out, _mm512_castsi512_si256(y));
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

/* The rows of a tile, and where the sums go that are still in the tiles; NULL
 * if there are none. */
struct tile {
	const uint8_t *act;
	const int8_t *weight[2 * GATES];
	int32_t *sum;
	size_t in;
};

W16 void some(struct words *w, size_t n, bool first)
{
	for (size_t i = 0; i < n && w->left; i++)
		word(w, first);
}

#define STORE(k, at) _tile_stored(k, t->sum + (at)*TILE, 64)
#define BEGIN(k, at)                                                           \
	do {                                                                   \
		if (t->sum)                                                    \
			STORE(k, at);                                          \
		_tile_zero(k);                                                 \
	} while (0)
#define ADD(k, at)                                                             \
	do {                                                                   \
		_tile_loadd(7, t->weight[at] + i * SR_LAYER_ROWS, 64);         \
		_tile_dpbusd(k, 6, 7);                                         \
	} while (0)
#define ADD_REST(k, at)                                                        \
	do {                                                                   \
		_tile_loadd(5, t->weight[at] + i * SR_LAYER_ROWS, 64);         \
		_tile_dpbusd(k, 4, 5);                                         \
	} while (0)

/* The sums of three gates; the words once those before are stored. */
W16 void three(const struct tile *t, struct words *w)
{
	size_t i = 0;

	_tile_loadd(6, t->act, t->in);
	BEGIN(0, 0);
	ADD(0, 0);
	BEGIN(1, 1);
	ADD(1, 1);
	BEGIN(2, 2);
	ADD(2, 2);
	BEGIN(3, 3);
	ADD(3, 3);
	BEGIN(4, 4);
	ADD(4, 4);
	BEGIN(5, 5);
	ADD(5, 5);
	for (i = 64; i < t->in; i += 64) {
		_tile_loadd(6, t->act + i, t->in);
		ADD(0, 0);
		some(w, 1, false);
		ADD(1, 1);
		some(w, 1, false);
		ADD(2, 2);
		some(w, 2, false);
		ADD(3, 3);
		some(w, 1, false);
		ADD(4, 4);
		some(w, 1, false);
		ADD(5, 5);
		some(w, 2, false);
	}
}

/* The sums of two of four gates, from block `at` on; the tiles hold those of
 * the other two. */
W16 void two(const struct tile *t, struct words *w, size_t at)
{
	size_t i = 0, was = 4 - at;

	_tile_loadd(6, t->act, t->in);
	BEGIN(0, was);
	ADD(0, at);
	BEGIN(1, was + 1);
	ADD(1, at + 1);
	BEGIN(2, was + 2);
	ADD(2, at + 2);
	BEGIN(3, was + 3);
	ADD(3, at + 3);
	for (i = 64; i + 64 <= t->in; i += 64) {
		_tile_loadd(6, t->act + i, t->in);
		ADD(0, at);
		some(w, 1, true);
		ADD(1, at + 1);
		some(w, 1, true);
		ADD(2, at + 2);
		some(w, 1, true);
		ADD(3, at + 3);
		some(w, 1, true);
	}
	if (i == t->in)
		return;
	_tile_loadd(4, t->act + i, t->in);
	ADD_REST(0, at);
	some(w, 1, true);
	ADD_REST(1, at + 1);
	some(w, 1, true);
	ADD_REST(2, at + 2);
	some(w, 1, true);
	ADD_REST(3, at + 3);
	some(w, 1, true);
}

/* The last sums. */
W16 void last(const struct tile *t, bool first)
{
	STORE(0, first ? 4 : 0);
	STORE(1, first ? 5 : 1);
	STORE(2, first ? 6 : 2);
	STORE(3, first ? 7 : 3);
	if (first)
		return;
	STORE(4, 4);
	STORE(5, 5);
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

/* The sums of a stage, while those before, which go to sum[0], are stored and
 * their words run. Of four gates the first two are stored in the same stage,
 * in sum[1]. */
W16 void sums(const struct sr_layer *l, const struct stage *g,
	      int32_t *const sum[2], struct words *w, bool first)
{
	const size_t gates = first ? 4 : 3, in = l->m->in;
	struct tile t = {
		.act = l->below + g->tile * SR_LAYER_ROWS * in,
		.sum = w->left ? sum[0] : NULL,
		.in = in,
	};

	for (size_t k = 0; k < 2 * gates; k++)
		t.weight[k] =
			l->m->weight + (g->units.from + k / 2 * l->hidden +
					k % 2 * SR_DOT_BLOCK) *
					       in;
	if (first) {
		two(&t, w, 0);
		t.sum = sum[1];
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
	struct words w = { .is = known(), .left = 0 };
	struct stage now, before = stage(l, 0, tiles);

	for (size_t s = 0; s <= stages; s++, before = now) {
		int32_t *half = l->sum + (first ? SR_LAYER_SUMS / 2 : 0);
		int32_t *sum[2] = { s % 2 ? l->sum : half,
				    s % 2 ? half : l->sum };
		if (s && (s - 1) % tiles == 0) {
			w.carry = _mm512_setzero_si512();
			for (size_t g = 0; g < gates; g++)
				w.gate[g] = pick(l->m, before.units.from +
							       g * l->hidden);
		}
		if (s)
			begin(l, &before, sum[0], &w);
		now = stage(l, s, tiles);
		if (s < stages)
			sums(l, &now, sum, &w, first);
		else
			last(&(struct tile){ .sum = sum[0] }, first);
		while (w.left)
			word(&w, first);
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
