/* Words by Pango: measured and drawn with the same layout. */
#ifndef SR_DRAW_PEN_H
#define SR_DRAW_PEN_H

#include <pango/pangocairo.h>

#include "draw/palette.h"
#include "draw/text.h"

struct sr_pen {
	PangoContext *context;
	PangoLayout *layout;
	PangoFontDescription *font[SR_TEXT_STYLES];
};

/* Fonts of the styles. sr_pen_release in the end. */
void sr_pen_init(struct sr_pen *pen);
void sr_pen_release(struct sr_pen *pen);

/* For struct sr_measure; `user` is the pen. */
struct sr_size sr_pen_size(void *user, enum sr_style style, struct sr_str s,
			   double width);

struct sr_ink {
	struct sr_colour colour, halo;
	double halo_width; /* 0: none */
	double alpha;
	double width;	   /* to break lines at; 0: one line */
};

/* Draws from the upper left corner (x, y). Bytes that are no UTF-8 are drawn
 * as U+FFFD, marks that turn the direction of a line are left out. */
void sr_pen_draw(struct sr_pen *pen, cairo_t *cr, enum sr_style style,
		 struct sr_str s, double x, double y,
		 const struct sr_ink *ink);

/* Width of each letter of a short text, to be set along a line; gives how many,
 * at most `room`, with the bytes where each ends. */
size_t sr_pen_letters(struct sr_pen *pen, enum sr_style style, struct sr_str s,
		      double *width, uint32_t *end, size_t room);

#endif
