/* The halves of drawing a map: the ground and the ledger's symbols in the frame
 * (paint.c), title, legend, scale and foot around it (paint_page.c). */
#ifndef SR_DRAW_PAINT_PAGE_H
#define SR_DRAW_PAINT_PAGE_H

#include <cairo.h>

#include "draw/layout.h"
#include "draw/theme.h"

struct sr_pen;

struct sr_painter {
	cairo_t *cr;
	struct sr_pen *pen;
	const struct sr_layout *layout;
	const struct sr_theme *theme;
	struct sr_arena *mem;
};

void sr_paint_map(const struct sr_painter *p);
void sr_paint_page(const struct sr_painter *p);

#endif
