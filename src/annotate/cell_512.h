/* cell.h for AVX-512, by hand: what gcc makes of the plain loops compares into
 * masks and takes twice as long. */
#ifndef SR_ANNOTATE_CELL_512_H
#define SR_ANNOTATE_CELL_512_H

#include "annotate/cell.h"

void sr_cells_straight_512(const struct sr_straight *s, int16_t *x);
void sr_cells_run_512(const struct sr_cells *c);
void sr_cells_scale_512(const struct sr_outputs *o, float *x);
void sr_cells_bend_512(const struct sr_straight *s, uint8_t *y, size_t width);
void sr_cells_rows_512(const struct sr_row_sum *s, uint8_t *y);
void sr_cells_arcs_512(const struct sr_arcs *a);
float sr_cells_cut_512(const float *x, int8_t *q, size_t n);
void sr_cells_product_512(const uint8_t *a, const uint8_t *b, uint8_t *y,
			  size_t n);
uint64_t sr_cells_top_512(const struct sr_row *r, float *most);
uint64_t sr_cells_reach_512(const struct sr_row *r, float more, float least);

#endif
