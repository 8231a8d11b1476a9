/* Tiles of the base map for a page with a map of its own (Web Mercator, as all
 * such pages cut it): no words, which the page sets itself. */
#ifndef SR_DRAW_TILE_H
#define SR_DRAW_TILE_H

#include "base/arena.h"
#include "draw/basemap.h"

#define SR_TILE_MOST_ZOOM 18

struct sr_tile {
	unsigned z, x, y;
	bool dark;
	unsigned size; /* pixels: 256; or 512 of the same ground, for screens of
			  fine pixels */
};

/* The tile as PNG, the arena's. SR_USAGE for one that does not exist, SR_NOMEM.
 * May be called by several threads at once, with an arena each. */
enum sr_code sr_tile_png(const struct sr_base *base,
			 const struct sr_tile *tile, struct sr_arena *mem,
			 struct sr_str *png, struct sr_err *err) SR_MUST_USE;

#endif
