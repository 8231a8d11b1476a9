/* From the globe to a page and back. Three projections, docs/decisions/101:
 * Mercator for tiles; stereographic for all maps of less than a hemisphere, in
 * which a circle on the ground is a circle on the map; Equal Earth (B. Savric,
 * T. Patterson, B. Jenny, IJGIS 33, 2019) for the world. On a sphere: 0.3 % off
 * the ellipsoid, less than a line is wide. */
#ifndef SR_DRAW_PROJECT_H
#define SR_DRAW_PROJECT_H

#include "base/geo.h"
#include "draw/outline.h"

enum sr_projecting { SR_PROJECT_MERCATOR, SR_PROJECT_STEREO, SR_PROJECT_EARTH };

struct sr_projection {
	enum sr_projecting kind;
	struct sr_point centre;
	double sine, cosine; /* of the centre's latitude */
	double scale;	     /* page units for an earth's radius at the centre */
	double x, y;	     /* of the centre on the page */
};

/* With that centre, of that scale, at (x, y) of the page. */
struct sr_projection sr_projection_of(enum sr_projecting kind,
				      struct sr_point centre, double scale,
				      struct sr_xy at);

/* y grows downwards, as on a page. Of a point opposite the centre of a
 * stereographic map nothing useful. */
struct sr_xy sr_project(const struct sr_projection *p, struct sr_point at);

/* Longitudes go on beyond 180 where the page does; a point of the page beside
 * the world gives the nearest sensible one. */
struct sr_point sr_unproject(const struct sr_projection *p, struct sr_xy at);

/* Degrees west to east and south to north (x0, y0, x1, y1) that hold all of a
 * rectangle of the page; x1 may be above 180, x0 below -180. */
struct sr_box sr_page_degrees(const struct sr_projection *p,
			      const struct sr_box *page);

/* Page units for a kilometre, about that point of the page. */
double sr_page_km(const struct sr_projection *p, struct sr_xy at);

/* Kilometres of an earth's radius, of the sphere that is drawn. */
#define SR_EARTH_KM 6371.0088

#endif
