/* The curved parts of the net: recurrent units, and what turns floats into
 * activations. Plain loops, compiled once for each width of vectors; they hold
 * no sum whose order could vary, so all give the same bits. */
#ifndef SR_ANNOTATE_CELL_H
#define SR_ANNOTATE_CELL_H

#include "annotate/net.h"

/* What an activation means: (a - ZERO) / ONE to the last bit, for any a, without the division: the first
 * product is exact, the second is what it lacks (the test tries all). */
static inline float sr_act_value(uint8_t a)
{
	float x = (float)((int32_t)a - SR_ACT_ZERO);

	return x * 0x1.04p-6f + x * 0x1.041042p-18f;
}

_Static_assert(SR_ACT_ONE == 63, "sr_act_value is written for it");

/* One sentence of `n` words in one direction. Word by word there are, in
 * floats, z, f, r and (in the first layer) p, `hidden` each, at pre[t *
 * pre_width]; below (in the others) and out hold activations, `width` a word.
 * back: from the last word to the first. */
struct sr_cells {
	const float *pre;
	size_t pre_width;
	const uint8_t *below; /* NULL in the first layer */
	uint8_t *out;
	size_t width, hidden, n;
	bool back;
	float *carry; /* [hidden], scratch */
};
void sr_cells_run(const struct sr_cells *c, enum sr_dot_path path);

/* y = activation of the curve of x. */
void sr_cells_curve(const float *x, uint8_t *y, size_t n,
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

/* y = activation of a times b, activations themselves. */
void sr_cells_product(const uint8_t *a, const uint8_t *b, uint8_t *y, size_t n,
		      enum sr_dot_path path);

#endif
