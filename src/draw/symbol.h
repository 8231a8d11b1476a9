/* The signs of a map: places by side and by how they are held, incidents. */
#ifndef SR_DRAW_SYMBOL_H
#define SR_DRAW_SYMBOL_H

#include <cairo.h>

#include "draw/mapdata.h"
#include "draw/theme.h"

/* The outline of a shape about a point: all cover about the same ground. */
void sr_shape_path(cairo_t *cr, enum sr_shape shape, double x, double y,
		   double r);

struct sr_symbol {
	double x, y, r;
	enum sr_map_how how;
	struct sr_colour colour, other; /* of the holder and of the other side */
	enum sr_shape shape, other_shape;
	bool besieged;
	uint32_t fade; /* thousandths towards the ground */
};

void sr_symbol_draw(cairo_t *cr, const struct sr_symbol *s,
		    const struct sr_theme *t);

void sr_event_draw(cairo_t *cr, enum sr_map_event event, double x, double y,
		   double r, const struct sr_theme *t);

/* A circle hatched in a colour. */
void sr_haze_draw(cairo_t *cr, double x, double y, double r,
		  struct sr_colour c, const struct sr_theme *t);

#endif
