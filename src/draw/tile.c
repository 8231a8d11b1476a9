/* See tile.h. Neighbours are drawn with the same strips at the same level, each
 * with a margin, so that they meet. */
#include "draw/tile.h"

#include "draw/terrain.h"
#include "draw/png.h"

#define PI 3.14159265358979323846

static struct sr_terrain ground_of(const struct sr_base *base,
				  const struct sr_tile *t)
{
	double size = t->size, world = size * (double)(1u << t->z);
	struct sr_xy at = { world / 2 - t->x * size, world / 2 - t->y * size };

	return (struct sr_terrain){
		.base = base,
		.projection = sr_projection_of(SR_PROJECT_MERCATOR,
					       (struct sr_point){ 0, 0 },
					       world / (2 * PI), at),
		.page = { 0, 0, size, size },
		.line = size / 256,
		.tile = true,
	};
}

enum sr_code sr_tile_png(const struct sr_base *base,
			 const struct sr_tile *tile, struct sr_arena *mem,
			 struct sr_str *png, struct sr_err *err)
{
	struct sr_json out = { .mem = mem };

	if (tile->z > SR_TILE_MOST_ZOOM || tile->x >> tile->z ||
	    tile->y >> tile->z || (tile->size != 256 && tile->size != 512))
		return sr_fail(err, SR_USAGE, "tile",
			       "%u/%u/%u of %u pixels: there is none",
			       tile->z, tile->x, tile->y, tile->size);
	int size = (int)tile->size;
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, size, size);
	cairo_t *cr = cairo_create(surface);
	struct sr_terrain g = ground_of(base, tile);
	sr_terrain_ready(&g);
	enum sr_code code =
		sr_terrain_draw(cr, &g, sr_theme(tile->dark), mem, err);
	cairo_surface_flush(surface);
	if (!code && (cairo_status(cr) ||
		      cairo_surface_write_to_png_stream(surface, sr_cairo_keep,
							&out)))
		code = sr_fail_nomem(err, "tile");
	*png = sr_json_text(&out);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return code;
}
