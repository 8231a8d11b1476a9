/* Shapefiles, as far as a base map needs them: lines, polygons and the words of
 * their attributes ("ESRI Shapefile Technical Description", 1998; dBASE III).
 * For tools/mapc alone. Records are found by the .shx, since the .shp may have
 * gaps between them. The bytes may be anything: every length is checked. */
#ifndef SR_DRAW_SHP_H
#define SR_DRAW_SHP_H

#include "base/err.h"
#include "base/str.h"

struct sr_shp {
	struct sr_str shp, shx, dbf; /* borrowed */
	size_t n;		     /* records */
	size_t nrow, head, row;	     /* of the .dbf: rows, bytes of its head
					and of a row */
};

/* One record. Its points are read with sr_shp_point. */
struct sr_shp_shape {
	uint32_t npart, npoint;
	const unsigned char *part, *point;
};

/* SR_REFUSED: `where` is no shapefile of this kind. */
enum sr_code sr_shp_open(struct sr_shp *s, const char *where,
			 struct sr_err *err) SR_MUST_USE;

/* False for a record that is empty, damaged, or neither line nor polygon. */
bool sr_shp_get(const struct sr_shp *s, size_t i, struct sr_shp_shape *out);

/* The points [from, to) of a part. False when the file is damaged. */
bool sr_shp_part(const struct sr_shp_shape *shape, uint32_t part,
		 uint32_t *from, uint32_t *to);

/* Longitude and latitude of a point below npoint. */
void sr_shp_point(const struct sr_shp_shape *shape, uint32_t i, double *lon,
		  double *lat);

/* The column of that name, in any case of letters; SIZE_MAX: none. */
size_t sr_shp_column(const struct sr_shp *s, const char *name);

/* A cell without the spaces around it; empty where there is none. */
struct sr_str sr_shp_text(const struct sr_shp *s, size_t i, size_t column);

#endif
