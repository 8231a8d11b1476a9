/* See project.h. J. P. Snyder, "Map projections: a working manual", 1987, has
 * the formulas. Only + - * /, sqrt and our own sines: the same page everywhere.
 */
#include "draw/project.h"

#include <math.h>

#define PI 3.14159265358979323846
#define RADIAN (PI / 180)
#define MERCATOR_MOST 85.0511287798066
#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

/* The natural logarithm of v > 0, by the series of the inverse hyperbolic
 * tangent of what is left over of a power of two. */
static double logarithm(double v)
{
	int power;
	double m = frexp(v, &power);

	if (m < 0.70710678118654752440) {
		m *= 2;
		power--;
	}
	double s = (m - 1) / (m + 1), square = s * s, sum = 0;
	for (int k = 25; k >= 1; k -= 2)
		sum = sum * square + 1.0 / k;
	return 2 * s * sum + power * 0.69314718055994530942;
}

static double mercator(double lat)
{
	double most = lat > MERCATOR_MOST	? MERCATOR_MOST
		      : lat < -MERCATOR_MOST ? -MERCATOR_MOST
					     : lat;
	double sine = sr_sin(most * RADIAN);

	return logarithm((1 + sine) / (1 - sine)) / 2;
}

/* Its inverse, by halving: asked only of corners. */
static double mercator_lat(double y)
{
	double low = -MERCATOR_MOST, high = MERCATOR_MOST;

	for (int i = 0; i < 60; i++) {
		double middle = (low + high) / 2;
		if (mercator(middle) < y)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

/* Within half a turn of `about`. */
static double near(double lon, double about)
{
	while (lon - about > 180)
		lon -= 360;
	while (lon - about < -180)
		lon += 360;
	return lon;
}

struct sr_projection sr_projection_of(enum sr_projecting kind,
				      struct sr_point centre, double scale,
				      struct sr_xy at)
{
	return (struct sr_projection){
		.kind = kind,
		.centre = centre,
		.sine = sr_sin(centre.lat * RADIAN),
		.cosine = sr_cos(centre.lat * RADIAN),
		.scale = scale,
		.x = at.x,
		.y = at.y,
	};
}

static struct sr_xy stereo(const struct sr_projection *p, struct sr_point at)
{
	double sine = sr_sin(at.lat * RADIAN), cosine = sr_cos(at.lat * RADIAN);
	double turn = near(at.lon - p->centre.lon, 0) * RADIAN;
	double across = cosine * sr_sin(turn), along = cosine * sr_cos(turn);
	double k = 1 + p->sine * sine + p->cosine * along;

	k = 2 / (k < 0.01 ? 0.01 : k);
	return (struct sr_xy){ k * across,
			       k * (p->cosine * sine - p->sine * along) };
}

static double angle_of_sine(double sine)
{
	double rest = 1 - sine * sine;

	return sr_atan2(sine, sqrt(rest > 0 ? rest : 0));
}

static struct sr_point unstereo(const struct sr_projection *p, struct sr_xy at)
{
	double r = sqrt(at.x * at.x + at.y * at.y);

	if (r == 0)
		return p->centre;
	double c = 2 * sr_atan2(r, 2);
	double sine = sr_sin(c), cosine = sr_cos(c);
	double lat = angle_of_sine(cosine * p->sine +
				   at.y * sine * p->cosine / r);
	double turn = sr_atan2(at.x * sine,
			       r * p->cosine * cosine - at.y * p->sine * sine);
	return (struct sr_point){ lat / RADIAN,
				  p->centre.lon + turn / RADIAN };
}

static struct sr_xy earth(const struct sr_projection *p, struct sr_point at)
{
	double t = angle_of_sine(0.86602540378443864676 *
				 sr_sin(at.lat * RADIAN));
	double t2 = t * t, t6 = t2 * t2 * t2;
	double turn = near(at.lon - p->centre.lon, 0) * RADIAN;
	double under = 9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1;

	return (struct sr_xy){
		1.15470053837925152902 * turn * sr_cos(t) / under,
		t * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1)
	};
}

struct sr_xy sr_project(const struct sr_projection *p, struct sr_point at)
{
	struct sr_xy v;

	switch (p->kind) {
	case SR_PROJECT_MERCATOR:
		v = (struct sr_xy){ (at.lon - p->centre.lon) * RADIAN,
				    mercator(at.lat) -
					    mercator(p->centre.lat) };
		break;
	case SR_PROJECT_STEREO:
		v = stereo(p, at);
		break;
	case SR_PROJECT_EARTH:
	default:
		v = earth(p, at);
		break;
	}
	return (struct sr_xy){ p->x + v.x * p->scale, p->y - v.y * p->scale };
}

/* The latitude of Equal Earth by halving; the longitude from it. */
static struct sr_point unearth(const struct sr_projection *p, struct sr_xy at)
{
	struct sr_point low = { -90, p->centre.lon },
			high = { 90, p->centre.lon };

	for (int i = 0; i < 50; i++) {
		struct sr_point middle = { (low.lat + high.lat) / 2,
					   p->centre.lon };
		if (earth(p, middle).y < at.y)
			low = middle;
		else
			high = middle;
	}
	struct sr_point edge = { low.lat, p->centre.lon + 90 };
	double turn = 90 * at.x / earth(p, edge).x;
	turn = turn < -180 ? -180 : turn > 180 ? 180 : turn;
	return (struct sr_point){ low.lat, p->centre.lon + turn };
}

struct sr_point sr_unproject(const struct sr_projection *p, struct sr_xy at)
{
	struct sr_xy v = { (at.x - p->x) / p->scale,
			   (p->y - at.y) / p->scale };

	switch (p->kind) {
	case SR_PROJECT_MERCATOR:
		return (struct sr_point){
			mercator_lat(v.y + mercator(p->centre.lat)),
			p->centre.lon + v.x / RADIAN
		};
	case SR_PROJECT_STEREO:
		return unstereo(p, v);
	case SR_PROJECT_EARTH:
	default:
		return unearth(p, v);
	}
}

static void widen(struct sr_box *box, struct sr_point p)
{
	box->x0 = p.lon < box->x0 ? p.lon : box->x0;
	box->x1 = p.lon > box->x1 ? p.lon : box->x1;
	box->y0 = p.lat < box->y0 ? p.lat : box->y0;
	box->y1 = p.lat > box->y1 ? p.lat : box->y1;
}

/* The border of the page at 64 points a side, and the poles if it has one. */
struct sr_box sr_page_degrees(const struct sr_projection *p,
			      const struct sr_box *page)
{
	struct sr_point c = p->centre;
	struct sr_box box = { c.lon, c.lat, c.lon, c.lat };

	if (p->kind == SR_PROJECT_MERCATOR) {
		struct sr_xy low = { page->x0, page->y1 };
		struct sr_xy high = { page->x1, page->y0 };
		struct sr_point a = sr_unproject(p, low);
		struct sr_point b = sr_unproject(p, high);
		return (struct sr_box){ a.lon, a.lat, b.lon, b.lat };
	}
	for (int i = 0; i <= 64; i++) {
		double x = page->x0 + (page->x1 - page->x0) * i / 64;
		double y = page->y0 + (page->y1 - page->y0) * i / 64;
		widen(&box, sr_unproject(p, (struct sr_xy){ x, page->y0 }));
		widen(&box, sr_unproject(p, (struct sr_xy){ x, page->y1 }));
		widen(&box, sr_unproject(p, (struct sr_xy){ page->x0, y }));
		widen(&box, sr_unproject(p, (struct sr_xy){ page->x1, y }));
	}
	for (int pole = -90; pole <= 90 && p->kind == SR_PROJECT_STEREO;
	     pole += 180) {
		struct sr_point at = { pole, c.lon };
		if (pole * c.lat <= 0 || !sr_box_has(page, sr_project(p, at)))
			continue;
		widen(&box, at);
		box.x0 = c.lon - 180;
		box.x1 = c.lon + 180;
	}
	return box;
}

double sr_page_km(const struct sr_projection *p, struct sr_xy at)
{
	struct sr_xy beside = { at.x + 1, at.y };
	double km = sr_geo_rough_km(sr_unproject(p, at),
				    sr_unproject(p, beside));

	return km > 0 ? 1 / km : p->scale / SR_EARTH_KM;
}
