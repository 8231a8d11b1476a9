/* Distances and bearings on the WGS84 ellipsoid. T. Vincenty, "Direct and
 * inverse solutions of geodesics on the ellipsoid with application of nested
 * equations", Survey Review 23 (1975): good to a millimetre where it
 * converges; between points nearly opposite each other on the globe, where it
 * does not, the great circle is given (good to 0.6 %).
 *
 * Sines and arc tangents are our own: the C library's differ in their last
 * bit between machines, and the same report must give the same bytes. */
#ifndef SR_BASE_GEO_H
#define SR_BASE_GEO_H

#include "sitrep.h"

/* Degrees, north and east positive. */
struct sr_point {
	double lat, lon;
};

/* Latitude -90 to 90, longitude -180 to 180? False for NaN. */
bool sr_point_valid(struct sr_point p);

/* Kilometres along the ellipsoid. */
double sr_geo_km(struct sr_point a, struct sr_point b);

/* Kilometres on a sphere: 0.6 % off at most, and 20 times faster. */
double sr_geo_rough_km(struct sr_point a, struct sr_point b);

/* The direction in which b lies from a: 0 north, 90 east, below 360. 0 where
 * a is b. */
double sr_geo_bearing(struct sr_point a, struct sr_point b);

/* The point that lies so many kilometres off in that direction. */
struct sr_point sr_geo_move(struct sr_point from, double bearing, double km);

/* Halfway along the great circle. */
struct sr_point sr_geo_middle(struct sr_point a, struct sr_point b);

/* The angle between two directions, 0 to 180. */
double sr_geo_turn(double bearing, double other);

/* 2. Of angles in radians: the same bits on every machine with IEEE doubles.
 *    |x| up to 1,000 for sine and cosine, of which none is more than 2e-16
 *    wrong. */
double sr_sin(double x);
double sr_cos(double x);
double sr_atan2(double y, double x);

#endif
