/* How each side is drawn: a colour for a light and for a dark ground, and a
 * shape, so that a map reads in grey and for the colour-blind. One owner for
 * the map, the page and the brief; data/draw holds the tables.
 *
 * Sides that the table names are drawn alike everywhere; the others are given
 * what is left, in the order in which they come. The same sides in the same
 * order: the same palette. docs/decisions/100. */
#ifndef SR_DRAW_PALETTE_H
#define SR_DRAW_PALETTE_H

#include "kit/kit.h"

/* In the order of SR_SHAPE_WORDS. */
enum sr_shape {
	SR_SHAPE_CIRCLE,
	SR_SHAPE_SQUARE,
	SR_SHAPE_TRIANGLE,
	SR_SHAPE_DIAMOND,
	SR_SHAPE_DOWN, /* a triangle on its tip */
	SR_SHAPE_PENTAGON,
	SR_SHAPE_HEXAGON,
	SR_SHAPE_STAR,
	SR_SHAPE_CROSS, /* of two broad bars */
	SR_SHAPES
};

/* "circle", ...: for style sheets and legends. */
const char *sr_shape_name(enum sr_shape shape);

struct sr_colour {
	uint8_t r, g, b;
};

/* "#0072B2". */
#define SR_COLOUR_TEXT 8
void sr_colour_text(struct sr_colour c, char out[SR_COLOUR_TEXT]);

struct sr_paint {
	struct sr_str side; /* its code */
	struct sr_str name; /* for people: "Ukraine"; the code if no table
			       has it */
	struct sr_colour light, dark;
	enum sr_shape shape;
};

struct sr_palette {
	struct sr_paint *items; /* in the order of the sides */
	size_t nitem;
};

/* The paint of each of `n` sides, all different while there are enough colours
 * and shapes (more than a hundred). Give all sides of the ledger, those of
 * which most is claimed first, so that every view of it has the same. Without
 * a kit all are grey, with different shapes. The arena's and the kit's.
 * SR_NOMEM. */
enum sr_code sr_palette_make(const struct sr_kit *kit,
			     const struct sr_str *side, size_t n,
			     struct sr_arena *mem, struct sr_palette *out,
			     struct sr_err *err) SR_MUST_USE;

/* The paint of a side; for one that is not in it, or an unknown one, a grey
 * circle, with its code for a name. */
struct sr_paint sr_paint_of(const struct sr_palette *p, struct sr_str side);

/* What people call a side: "Ukraine", "Islamic State"; the code itself where
 * no table has it. The kit's. */
struct sr_str sr_side_name(const struct sr_kit *kit, struct sr_str side);

#endif
