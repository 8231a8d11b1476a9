/* The units of cell.h for AVX2, by hand: of the plain loops with their narrow
 * numbers gcc makes no vectors. */
#ifndef SR_ANNOTATE_CELL_256_H
#define SR_ANNOTATE_CELL_256_H

#include "annotate/cell.h"

void sr_cells_straight_256(const struct sr_straight *s, int16_t *x);
void sr_cells_run_256(const struct sr_cells *c);
void sr_cells_bend_256(const struct sr_straight *s, uint8_t *y, size_t width);
void sr_cells_product_256(const uint8_t *a, const uint8_t *b, uint8_t *y,
			  size_t n);

#endif
