/* The curved parts of the net: recurrent units, and what turns sums into
 * activations. Plain loops (cell.c), and the same by hand for AVX2 and
 * AVX-512 (cell_256.c, cell_512.c), in whole numbers of 16 bits; what is in
 * floats holds no sum whose order could vary. So all give the same bits. */
#ifndef SR_ANNOTATE_CELL_H
#define SR_ANNOTATE_CELL_H

#include "annotate/net.h"

/* Units are fractions of this: those of 16 bits that a sum of two still fits. */
#define SR_UNIT_ONE (1 << 14)

/* What an activation means to a unit: 63 times 260 is SR_UNIT_ONE, but for 4. */
static inline int16_t sr_unit_value(uint8_t a)
{
	return (int16_t)((a - SR_ACT_ZERO) * (SR_UNIT_ONE / SR_ACT_ONE));
}

#define SR_CELLS 32

/* Bent outputs [from, from + 32) of n words, still straight: fractions of
 * 32768, 1 is where the curve is flat. sum: [n][32]. */
struct sr_straight {
	const struct sr_matrix *m;
	size_t from;
	const int32_t *sum;
	size_t n;
};
void sr_cells_straight(const struct sr_straight *s, int16_t *x,
		       enum sr_dot_path path);

/* The same bent, as activations: 32 of each word, words `width` apart. */
void sr_cells_bend(const struct sr_straight *s, uint8_t *y, size_t width,
		   enum sr_dot_path path);

/* Thirty-two units over one sentence of `n` words in one direction. gate:
 * [n][32] of z, f, r, straight; in the first layer these and p stand in a row of
 * each word's, from unit[] on. below (in the others) and out hold activations,
 * `width` a word. back: from the last word to the first. */
struct sr_cells {
	const int16_t *gate[4]; /* the last is not used */
	const int16_t *const *row; /* [n], of the first layer */
	uint32_t unit[4];
	const uint8_t *below;
	uint8_t *out;
	size_t width, n;
	bool first, back;
};
void sr_cells_run(const struct sr_cells *c, enum sr_dot_path path);

/* The 32 of a gate of the t-th word. */
static inline const int16_t *sr_cells_gate(const struct sr_cells *c, size_t gate,
					   size_t t)
{
	return c->first ? c->row[t] + c->unit[gate]
			: c->gate[gate] + t * SR_CELLS;
}

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

/* Scores of arcs from their sums [n + 1][m->out], and of each word the best
 * head and the best that is no root (see sr_mst_best). */
struct sr_arcs {
	const struct sr_matrix *m;
	const int32_t *sum;
	size_t n;
	float *score; /* [n + 1][m->out] */
	uint32_t *word, *head; /* [m->out] */
};
void sr_cells_arcs(const struct sr_arcs *a, enum sr_dot_path path);

/* Of up to 64 numbers those whose bits are set: which of them are the largest,
 * as bits, and what that is; and which are `least` or more when `more` is
 * added. */
struct sr_row {
	const float *x;
	uint64_t among;
};
uint64_t sr_cells_top(const struct sr_row *r, float *most,
		      enum sr_dot_path path);
uint64_t sr_cells_reach(const struct sr_row *r, float more, float least,
			enum sr_dot_path path);

#endif
