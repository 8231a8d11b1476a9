/* Every path of the processor gives the same activations as the plain one. */
#include "annotate/cell.h"

#include "lib/check.h"

#define HIDDEN 32
#define OUT (4 * HIDDEN)
#define WORDS 19

static int32_t zero[OUT], sum[WORDS * 4 * SR_CELLS];
static float scale[OUT], bias[OUT];
static uint8_t below[WORDS * HIDDEN];
static const struct sr_matrix M = { 4, OUT, NULL, zero, scale, bias };

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
		scale[i] = (float)(next(&x) % 1000) / 700000.0f;
		bias[i] = (float)(next(&x) % 2000) / 1000.0f - 1.0f;
	}
	for (size_t i = 0; i < sizeof(sum) / sizeof(sum[0]); i++)
		sum[i] = (int32_t)(next(&x) % 8001) - 4000;
	for (size_t i = 0; i < sizeof(below); i++)
		below[i] = (uint8_t)(next(&x) % 128);
	/* Beyond where the curves are flat, and what is no number. */
	sum[3] = 1 << 24;
	sum[SR_CELLS + 4] = -(1 << 24);
	scale[21] = 0.0f / (scale[20] * 0.0f);
}

/* Units of one path: from the first word or the last, first layer or not. */
static void units(uint8_t *out, unsigned way, enum sr_dot_path path)
{
	struct sr_cells c = { .sum = sum,
			      .m = &M,
			      .unit = 16,
			      .below = way & 1 ? below : NULL,
			      .out = out,
			      .width = HIDDEN,
			      .hidden = HIDDEN,
			      .n = WORDS,
			      .back = way & 2 };

	c.unit = way & 1 ? 16 : 0;
	memset(out, 0, WORDS * HIDDEN);
	sr_cells_run(&c, path);
}

static void others(uint8_t *y, float *x, enum sr_dot_path path)
{
	static int8_t row[3][HIDDEN];
	struct sr_row_sum rows = {
		{ row[0], row[1], row[2] }, 3, HIDDEN, bias
	};
	struct sr_outputs o = { &M, 16, OUT, sum };
	float logit[OUT];

	for (int i = 0; i < 3 * HIDDEN; i++)
		row[i / HIDDEN][i % HIDDEN] = (int8_t)(i * 37);
	sr_cells_scale(&o, logit, path);
	*x = sr_cells_cut(logit + 16, (int8_t *)y, 32, path);
	sr_cells_rows(&rows, y + 32, path);
	sr_cells_curve(&o, y + 64, path);
	sr_cells_product(below, below + 16, y + 64 + OUT, 64, path);
}

/* The largest, and which come up to it: with 20 numbers out of reach. */
static void rows(float *most, uint64_t *bits, enum sr_dot_path path)
{
	float x[64];
	struct sr_row r = { x, 64, 0.5f, 0.0f };

	for (int i = 0; i < 64; i++)
		x[i] = i < 44 ? (float)(i * 7 % 41) / 3.0f : -1e30f;
	*most = sr_cells_most(&r, path);
	r.least = *most;
	*bits = sr_cells_reach(&r, path);
}

int main(void)
{
	uint64_t bits, again;
	static uint8_t plain[WORDS * HIDDEN], out[WORDS * HIDDEN];
	static uint8_t more[2 * OUT + 64], same[2 * OUT + 64];
	float x, y;

	fill();
	for (int p = 1; p <= (int)sr_dot_best(); p++) {
		enum sr_dot_path path = (enum sr_dot_path)p;
		for (unsigned way = 0; way < 4; way++) {
			units(plain, way, SR_DOT_PLAIN);
			units(out, way, path);
			CHECK(memcmp(plain, out, sizeof(out)) == 0);
		}
		others(more, &x, SR_DOT_PLAIN);
		others(same, &y, path);
		CHECK(memcmp(more, same, sizeof(more)) == 0);
		CHECK(x == y);
		rows(&x, &bits, SR_DOT_PLAIN);
		rows(&y, &again, path);
		CHECK(x == y);
		CHECK(bits == again && bits != 0);
	}
	return done();
}
