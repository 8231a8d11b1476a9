/* The base map on a page of Cairo: the same for maps and for tiles. */
#ifndef SR_DRAW_TERRAIN_H
#define SR_DRAW_TERRAIN_H

#include <cairo.h>

#include "draw/basemap.h"
#include "draw/project.h"
#include "draw/theme.h"

/* In 1e-7 degrees. */
struct sr_terrain_box {
	int32_t west, south, east, north;
};

struct sr_terrain {
	const struct sr_base *base;
	struct sr_projection projection;
	struct sr_box page; /* what is drawn of it, in its units */
	double line;	    /* page units of a line of 1 pixel of a screen */
	bool tile; /* dashes begin where strips do, so that tiles meet */

	/* 2. Filled by sr_terrain_ready. */
	unsigned level;
	struct sr_terrain_box box[2]; /* what the page shows; two where it goes
					over the line where 180 is -180 */
	size_t nbox;
	struct sr_box cut; /* the page with a margin */
};

/* Works out the rest of it; before all else. */
void sr_terrain_ready(struct sr_terrain *g);

/* Sea, land, lakes, rivers, provinces, borders. SR_NOMEM. */
enum sr_code sr_terrain_draw(cairo_t *cr, const struct sr_terrain *g,
			    const struct sr_theme *theme, struct sr_arena *mem,
			    struct sr_err *err) SR_MUST_USE;

void sr_set_colour(cairo_t *cr, struct sr_colour c, double alpha);

static inline bool sr_strip_meets(const struct sr_terrain *g,
				  const struct sr_strip *s)
{
	for (size_t i = 0; i < g->nbox; i++)
		if (s->west <= g->box[i].east && s->east >= g->box[i].west &&
		    s->south <= g->box[i].north && s->north >= g->box[i].south)
			return true;
	return false;
}

/* Rivers and provinces of a rank up to this are drawn. */
uint16_t sr_terrain_ranks(const struct sr_terrain *g);

/* Degrees of a page unit at the centre, by which the level is chosen. */
double sr_terrain_degrees(const struct sr_terrain *g);

/* A point of a strip on the page. */
struct sr_xy sr_terrain_point(const struct sr_terrain *g,
			     const struct sr_strip *s, uint32_t i);

#endif
