/* A layer done on tiles and vectors at once gives the same activations as its
 * parts do one after another. */
#include "annotate/layer_amx.h"

#include "base/compiler.h"
#include "lib/check.h"

#define HIDDEN 64
#define WIDTH (2 * HIDDEN)
#define IN 160 /* of the first layer: a rest of half a step */
#define OUT (8 * HIDDEN)
#define WORDS 53
#define ROWS 64 /* of whole tiles */

static _Alignas(64) int8_t weight[IN * OUT];
static int32_t zero[OUT], shift[2][OUT]; /* of the first layer, of others */
static _Alignas(64) uint8_t below[ROWS * IN];
static _Alignas(64) int32_t sum[SR_LAYER_SUMS + WORDS * SR_CELLS];
static int32_t stays[WORDS + 1];

static uint32_t next(uint32_t *x)
{
	*x = *x * 1664525u + 1013904223u;
	return *x >> 8;
}

static void fill(void)
{
	uint32_t x = 17;

	for (size_t i = 0; i < sizeof(weight); i++)
		weight[i] = (int8_t)(next(&x) % 61 - 30);
	for (size_t i = 0; i < sizeof(below); i++)
		below[i] = (uint8_t)(next(&x) % 128);
	for (int i = 0; i < OUT; i++) {
		zero[i] = (int32_t)(next(&x) % 60000) - 30000;
		for (int k = 0; k < 2; k++) {
			int gate = i / HIDDEN % (k ? 3 : 4);
			/* Thirty-two of none, and of all that fit. */
			unsigned most = gate == 1 || gate == 2 ? 2 : 3;
			shift[k][i] = (int32_t)(next(&x) % most);
			shift[k][i] = i / 32 % 3 ? shift[k][i] : 0;
		}
	}
}

/* Sentences of one word, two and so on; how many. */
static size_t sentences(size_t n, size_t *to)
{
	size_t count = 0;

	for (size_t from = 0, len = 1; from < n; from += len++, count++) {
		to[count] = from + len < n ? from + len : n;
		for (size_t i = from; i < to[count]; i++)
			stays[i] = i == from ? 0 : -1;
	}
	stays[n] = 0;
	return count;
}

/* The same by its parts, in plain C. */
static void parts(const struct sr_layer *l, uint8_t *out)
{
	static int16_t gate[4][WORDS * SR_CELLS];
	const uint32_t apart = WORDS * SR_CELLS;
	const int16_t *row[WORDS];
	size_t to[WORDS], count = sentences(l->n, to);
	size_t gates = l->first ? 4 : 3;

	for (size_t i = 0; i < l->n; i++)
		row[i] = gate[0] + i * SR_CELLS;
	for (size_t k = 0; k < WIDTH; k += SR_CELLS) {
		bool back = k >= HIDDEN;
		size_t unit = back ? (gates - 1) * HIDDEN + k : k;
		for (size_t g = 0; g < gates; g++) {
			size_t from = unit + g * HIDDEN;
			struct sr_dot d = { l->m, (uint32_t)from / SR_DOT_BLOCK,
					    1, 2, SR_DOT_PLAIN };
			struct sr_straight s = { l->m, from, sum, l->n };
			sr_dot(&d, l->below, l->n, sum);
			sr_cells_straight(&s, gate[g], SR_DOT_PLAIN);
		}
		for (size_t i = 0, from = 0; i < count; from = to[i++]) {
			struct sr_cells c = {
				.row = row + from,
				.unit = { 0, apart, 2 * apart, 3 * apart },
				.below = l->below + from * WIDTH + k,
				.out = out + from * WIDTH + k,
				.width = WIDTH,
				.n = to[i] - from,
				.first = l->first,
				.back = back,
			};
			for (size_t g = 0; g < 3; g++)
				c.gate[g] = gate[g] + from * SR_CELLS;
			sr_cells_run(&c, SR_DOT_PLAIN);
		}
	}
}

static void alike(const struct sr_matrix *m, bool first)
{
	static uint8_t out[WORDS * WIDTH], plain[WORDS * WIDTH];
	struct sr_layer l = { m, below, out, stays, sum, HIDDEN, 0, first };
	bool same = true;

	CHECK(sr_layer_amx_fits(m, first));
	if (sr_dot_best() != SR_DOT_AMX)
		return;
	for (l.n = 1; l.n <= WORDS; l.n++) {
		memset(out, 0, sizeof(out));
		memset(plain, 0, sizeof(plain));
		parts(&l, plain);
		sr_dot_begin(m, SR_DOT_AMX);
		sr_layer_amx(&l);
		sr_dot_end(SR_DOT_AMX);
		same = same && memcmp(out, plain, sizeof(out)) == 0;
	}
	CHECK(same);
}

/* What the short way would do otherwise than cell.c. */
static void unfit(struct sr_matrix m)
{
	int32_t was = zero[3];

	zero[3] = INT32_MAX;
	CHECK(!sr_layer_amx_fits(&m, true));
	zero[3] = INT32_MIN;
	CHECK(!sr_layer_amx_fits(&m, true));
	zero[3] = was;
	was = shift[0][OUT - 1];
	shift[0][OUT - 1] = 3;
	CHECK(!sr_layer_amx_fits(&m, true));
	shift[0][OUT - 1] = -1;
	CHECK(!sr_layer_amx_fits(&m, true));
	shift[0][OUT - 1] = was;
	was = shift[0][HIDDEN];
	shift[0][HIDDEN] = 2; /* a gate that lets through */
	CHECK(!sr_layer_amx_fits(&m, true));
	shift[0][HIDDEN] = was;
	CHECK(sr_layer_amx_fits(&m, true));
	CHECK(!sr_layer_amx_fits(&m, false)); /* a rest */
	m.in = 32;
	CHECK(!sr_layer_amx_fits(&m, true));
}

int main(void)
{
	struct sr_matrix first = { .in = IN,	 .out = OUT, .weight = weight,
				   .zero = zero, .shift = shift[0] };
	struct sr_matrix whole = first, other = first;

	fill();
	whole.in = WIDTH; /* no rest */
	other.in = WIDTH;
	other.out = 6 * HIDDEN;
	other.shift = shift[1];
	alike(&first, true);
	alike(&whole, true);
	alike(&other, false);
	unfit(first);
	return done();
}
