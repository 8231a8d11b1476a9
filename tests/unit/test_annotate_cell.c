/* Every path of the processor gives the same activations as the plain one. */
#include "annotate/cell.h"

#include "base/compiler.h"
#include "lib/check.h"

#define HIDDEN 64
#define OUT (4 * HIDDEN)
#define WORDS 19

static int32_t zero[OUT], shift[OUT], sum[WORDS * 4 * SR_CELLS];
static float scale[OUT], bias[OUT];
static uint8_t below[WORDS * HIDDEN];
static const struct sr_matrix M = { .in = 4,
				    .out = OUT,
				    .zero = zero,
				    .scale = scale,
				    .bias = bias,
				    .shift = shift };

static uint32_t next(uint32_t *x)
{
	*x = *x * 1664525u + 1013904223u;
	return *x >> 8;
}

static void fill(void)
{
	uint32_t x = 11;

	for (int i = 0; i < OUT; i++) {
		zero[i] = (int32_t)(next(&x) % 4000) - 2000;
		shift[i] = (int32_t)(next(&x) % 5);
		scale[i] = (float)(next(&x) % 1000) / 700000.0f;
		bias[i] = (float)(next(&x) % 2000) / 1000.0f - 1.0f;
	}
	for (size_t i = 0; i < sizeof(sum) / sizeof(sum[0]); i++)
		sum[i] = (int32_t)(next(&x) % 40001) - 20000;
	for (size_t i = 0; i < sizeof(below); i++)
		below[i] = (uint8_t)(next(&x) % 128);
	/* Beyond where the curves are flat, and what is no number. */
	sum[3] = 1 << 24;
	sum[SR_CELLS + 4] = -(1 << 24);
	shift[37] = 31;
	shift[38] = 32;
	shift[39] = -1;
	scale[21] = 0.0f / (scale[20] * 0.0f);
}

/* Units of one path: from the first word or the last, first layer or not. */
static void units(uint8_t *out, unsigned way, enum sr_dot_path path)
{
	static int16_t x[4][WORDS * SR_CELLS];
	const int16_t *row[WORDS];
	const uint32_t apart = WORDS * SR_CELLS;
	struct sr_cells c = { .gate = { x[0], x[1], x[2] },
			      .row = row,
			      .unit = { 0, apart, 2 * apart, 3 * apart },
			      .below = below,
			      .out = out,
			      .width = HIDDEN,
			      .n = WORDS,
			      .first = way & 1,
			      .back = way & 2 };

	for (size_t g = 0; g < 4; g++) {
		struct sr_straight s = { &M, g * HIDDEN + 32,
					 sum + g * WORDS * SR_CELLS, WORDS };
		sr_cells_straight(&s, x[g], path);
	}
	for (size_t i = 0; i < WORDS; i++)
		row[i] = x[0] + i * SR_CELLS;
	memset(out, 0, WORDS * HIDDEN);
	sr_cells_run(&c, path);
}

static void others(uint8_t *y, float *x, enum sr_dot_path path)
{
	static int8_t row[3][HIDDEN];
	struct sr_row_sum rows = {
		{ row[0], row[1], row[2] }, 3, HIDDEN, bias
	};
	struct sr_outputs o = { &M, 32, OUT, sum };
	float logit[OUT];

	for (int i = 0; i < 3 * HIDDEN; i++)
		row[i / HIDDEN][i % HIDDEN] = (int8_t)(i * 37);
	sr_cells_scale(&o, logit, path);
	*x = sr_cells_cut(logit + 16, (int8_t *)y, 32, path);
	sr_cells_rows(&rows, y + 32, path);
	sr_cells_product(below, below + 16, y + 96 + OUT, 64, path);
}

/* Bent outputs of all words, in rows of their own. */
static void bent(uint8_t *y, enum sr_dot_path path)
{
	for (uint32_t k = 0; k < OUT; k += SR_CELLS) {
		struct sr_straight s = { &M, k, sum + k, WORDS };
		sr_cells_bend(&s, y + k, OUT, path);
	}
}

/* The largest, and which are within half of it: with 21 numbers left out. */
static void rows(float *most, uint64_t *bits, enum sr_dot_path path)
{
	float x[64];
	struct sr_row r = { x, UINT64_MAX >> 20 & ~UINT64_C(8) };

	for (int i = 0; i < 64; i++)
		x[i] = i < 44 ? (float)(i * 7 % 41) / 3.0f : 1e30f;
	bits[0] = sr_cells_top(&r, most, path);
	bits[1] = sr_cells_reach(&r, 0.5f, *most, path);
}

#define LONGEST 40

/* Scores of arcs for sentences that fill blocks or do not, and best heads. */
static bool arcs(enum sr_dot_path path)
{
	static float score[2][(LONGEST + 1) * OUT];
	static uint32_t word[2][OUT], head[2][OUT];
	static int32_t some[(LONGEST + 1) * OUT];
	bool same = true;

	for (uint32_t i = 0, x = 5; i < SR_LEN(some); i++)
		some[i] = (int32_t)(next(&x) % 61);
	for (size_t n = 1; n <= LONGEST; n++) {
		struct sr_matrix m = M;
		m.out = (uint32_t)(n + 15) / 16 * 16;
		for (int k = 0; k < 2; k++) {
			struct sr_arcs a = { &m,       some,	n,
					     score[k], word[k], head[k] };
			sr_cells_arcs(&a, k ? path : SR_DOT_PLAIN);
		}
		same = same &&
		       memcmp(score[0], score[1],
			      (n + 1) * m.out * sizeof(float)) == 0 &&
		       memcmp(word[0], word[1], n * sizeof(**word)) == 0 &&
		       memcmp(head[0], head[1], n * sizeof(**head)) == 0;
	}
	return same;
}

int main(void)
{
	uint64_t bits[2], again[2];
	static uint8_t plain[WORDS * HIDDEN], out[WORDS * HIDDEN];
	static uint8_t more[2 * OUT + 64], same[2 * OUT + 64];
	static uint8_t ends[2][WORDS * OUT];
	float x, y;

	fill();
	for (int p = 1; p <= (int)SR_DOT_AMX; p++) {
		enum sr_dot_path path = (enum sr_dot_path)p;
		if (!sr_dot_has(path))
			continue;
		for (unsigned way = 0; way < 4; way++) {
			units(plain, way, SR_DOT_PLAIN);
			units(out, way, path);
			CHECK(memcmp(plain, out, sizeof(out)) == 0);
		}
		others(more, &x, SR_DOT_PLAIN);
		others(same, &y, path);
		CHECK(memcmp(more, same, sizeof(more)) == 0);
		CHECK(x == y);
		bent(ends[0], SR_DOT_PLAIN);
		bent(ends[1], path);
		CHECK(memcmp(ends[0], ends[1], sizeof(ends[0])) == 0);
		CHECK(arcs(path));
		rows(&x, bits, SR_DOT_PLAIN);
		rows(&y, again, path);
		CHECK(x == y);
		CHECK(bits[0] == again[0] && bits[0] != 0);
		CHECK(bits[1] == again[1] && bits[1] != bits[0]);
	}
	return done();
}
