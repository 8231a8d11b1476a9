/* The curved parts of the net: recurrent units, and what turns sums into
 * activations. Plain loops (cell.c), and the same by hand for AVX-512
 * (cell_512.c); they hold no sum whose order could vary, so all give the same
 * bits. */
#ifndef SR_ANNOTATE_CELL_H
#define SR_ANNOTATE_CELL_H

#include "annotate/net.h"

/* What an activation means: (a - ZERO) / ONE to the last bit, for any a,
 * without the division: the first product is exact, the second is what it lacks
 * (the test tries all). */
static inline float sr_act_value(uint8_t a)
{
	float x = (float)((int32_t)a - SR_ACT_ZERO);

	return x * 0x1.04p-6f + x * 0x1.041042p-18f;
}

_Static_assert(SR_ACT_ONE == 63, "sr_act_value is written for it");

/* Sixteen units over one sentence of `n` words in one direction. Word by word
 * there are sums for z, f, r and (in the first layer) p, 16 each, at sum[t *
 * gates * 16]; below (in the others) and out hold activations, `width` a word.
 * back: from the last word to the first. */
#define SR_CELLS 16
struct sr_cells {
	const int32_t *sum;
	const struct sr_matrix *m;
	size_t unit; /* output of the first's z; each gate `hidden` further */
	const uint8_t *below; /* NULL in the first layer */
	uint8_t *out;
	size_t width, hidden, n;
	bool back;
};
void sr_cells_run(const struct sr_cells *c, enum sr_dot_path path);

/* Outputs [from, to) of a matrix from their sums, at the first of which `sum`
 * points; from and to are multiples of 16. */
struct sr_outputs {
	const struct sr_matrix *m;
	uint32_t from, to;
	const int32_t *sum;
};

/* What they are. */
void sr_cells_scale(const struct sr_outputs *o, float *x,
		    enum sr_dot_path path);

/* y = activation of the curve of them. */
void sr_cells_curve(const struct sr_outputs *o, uint8_t *y,
		    enum sr_dot_path path);

/* Sums of rows: x[k] = row[i][k] / 64 over i, plus bias[k]; then the curve. */
#define SR_CELLS_ROWS 12
struct sr_row_sum {
	const int8_t *row[SR_CELLS_ROWS];
	size_t nrow, width;
	const float *bias;
};
void sr_cells_rows(const struct sr_row_sum *s, uint8_t *y,
		   enum sr_dot_path path);

/* q = x as numbers of 8 bits, the largest 127; gives what 1 of them is. n is
 * a multiple of 16. */
float sr_cells_cut(const float *x, int8_t *q, size_t n, enum sr_dot_path path);

/* y = activation of a times b, activations themselves; n of them, a multiple
 * of 16. */
void sr_cells_product(const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n,
		      enum sr_dot_path path);

/* Sixteen to 64 numbers, a multiple of 16: the largest; and, as bits, which
 * are `least` or more when `more` is added. */
struct sr_row {
	const float *x;
	size_t n;
	float more, least;
};
float sr_cells_most(const struct sr_row *r, enum sr_dot_path path);
uint64_t sr_cells_reach(const struct sr_row *r, enum sr_dot_path path);

#endif
