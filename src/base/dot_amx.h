/* sr_dot on the tiles of Intel's AMX: 16 rows by 16 outputs at once. */
#ifndef SR_BASE_DOT_AMX_H
#define SR_BASE_DOT_AMX_H

#include "base/dot.h"

/* Has the processor AMX for 8 bits, and lets the kernel this process use it?
 * Asks the kernel (arch_prctl) each time; no state is kept. */
bool sr_dot_amx_usable(void);

#define SR_DOT_AMX_ROWS 16 /* fewer are not worth it */
#define SR_DOT_AMX_IN 64   /* nor are narrower ones */

/* Tiles for products with m, until the end; then as sr_dot, for n of at least
 * SR_DOT_AMX_ROWS and m->in of at least SR_DOT_AMX_IN, if usable. */
void sr_dot_amx_begin(const struct sr_matrix *m);
void sr_dot_amx_end(void);
void sr_dot_amx(const struct sr_dot *d, const uint8_t *act, size_t n,
                int32_t *sum);

#endif
