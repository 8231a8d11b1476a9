/* A layer of units (cell.h) on AMX's tiles and AVX-512's vectors at the same
 * time. */
#ifndef SR_ANNOTATE_LAYER_AMX_H
#define SR_ANNOTATE_LAYER_AMX_H

#include "annotate/cell.h"

#define SR_LAYER_ROWS 16	    /* of a tile */
#define SR_LAYER_SUMS (2 * 8 * 256) /* of two tiles of rows */

struct sr_layer {
	const struct sr_matrix *m;
	const uint8_t *below; /* [n rounded up to SR_LAYER_ROWS][m->in] */
	uint8_t *out;	      /* [n][2 hidden] */
	const int32_t *stays; /* [n + 1]: 0 where a sentence begins and at n,
			       * -1 at all others */
	int32_t *sum;	      /* [SR_LAYER_SUMS], along lines of the cache */
	size_t hidden, n;
	bool first;
};

/* Can a layer of these weights be done so? Does not ask for the processor:
 * that is for its path, SR_DOT_AMX. */
bool sr_layer_amx_fits(const struct sr_matrix *m, bool first);

/* As sr_dot, sr_cells_straight and sr_cells_run for all units of a layer that
 * fits, between sr_dot_begin and sr_dot_end of its matrix. n is not 0. */
void sr_layer_amx(const struct sr_layer *l);

#endif
