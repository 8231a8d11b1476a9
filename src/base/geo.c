/* See geo.h. Only + - * / and sqrt, which IEEE 754 fixes to the last bit. The
 * letters in inverse() and sr_geo_move() are Vincenty's. */
#include "base/geo.h"

#include <math.h>

#define PI 3.14159265358979323846
#define RADIAN (PI / 180)
#define MEAN_RADIUS 6371.0088 /* km, IUGG */
#define MAJOR 6378.137	      /* km, WGS84 */
#define FLAT (1 / 298.257223563)
#define MINOR (MAJOR * (1 - FLAT))
#define MOST_ROUNDS 60 /* Vincenty's iterations; 5 are usual */

/* Sines */

/* Taylor's series; |x| <= pi / 4, so that the first term left out is below
 * 1e-19. */
static double sin_small(double x)
{
	double x2 = x * x, term = x, sum = x;

	for (int i = 2; i < 18; i += 2) {
		term *= -x2 / (i * (i + 1));
		sum += term;
	}
	return sum;
}

static double cos_small(double x)
{
	double x2 = x * x, term = 1, sum = 1;

	for (int i = 1; i < 18; i += 2) {
		term *= -x2 / (i * (i + 1));
		sum += term;
	}
	return sum;
}

/* x less its multiple of pi / 2, that subtracted in two parts (Cody and
 * Waite); *quarter is the multiple modulo 4. */
static double reduce(double x, int *quarter)
{
	const double high = 1.5707963267341256, low = 6.077100506506192e-11;
	double k = x / (PI / 2);
	int64_t n = (int64_t)(k < 0 ? k - 0.5 : k + 0.5);

	*quarter = (int)(n & 3);
	return x - (double)n * high - (double)n * low;
}

double sr_sin(double x)
{
	int quarter;
	double r = reduce(x, &quarter);
	double v = quarter & 1 ? cos_small(r) : sin_small(r);

	return quarter & 2 ? -v : v;
}

double sr_cos(double x)
{
	int quarter;
	double r = reduce(x, &quarter);
	double v = quarter & 1 ? sin_small(r) : cos_small(r);

	return quarter == 1 || quarter == 2 ? -v : v;
}

/* 0 <= x <= 1: the angle is halved twice, then a series. */
static double atan_unit(double x)
{
	double sum = 0;

	for (int i = 0; i < 2; i++)
		x = x / (1 + sqrt(1 + x * x));
	double x2 = x * x, power = x;
	for (int i = 1; i < 27; i += 2) {
		sum += (i & 2 ? -power : power) / i;
		power *= x2;
	}
	return 4 * sum;
}

double sr_atan2(double y, double x)
{
	double ax = x < 0 ? -x : x, ay = y < 0 ? -y : y;
	double v = ax == 0 && ay == 0 ? 0
		   : ay <= ax	      ? atan_unit(ay / ax)
				      : PI / 2 - atan_unit(ax / ay);

	if (x < 0)
		v = PI - v;
	return y < 0 ? -v : v;
}

/* The globe */

bool sr_point_valid(struct sr_point p)
{
	return p.lat >= -90 && p.lat <= 90 && p.lon >= -180 && p.lon <= 180;
}

double sr_geo_rough_km(struct sr_point a, struct sr_point b)
{
	double lat = sr_sin((b.lat - a.lat) * RADIAN / 2);
	double lon = sr_sin((b.lon - a.lon) * RADIAN / 2);
	double h = lat * lat +
		   sr_cos(a.lat * RADIAN) * sr_cos(b.lat * RADIAN) * lon * lon;

	if (h > 1)
		h = 1;
	return 2 * MEAN_RADIUS * sr_atan2(sqrt(h), sqrt(1 - h));
}

static struct sr_point point_of(double lat, double lon)
{
	while (lon > 180)
		lon -= 360;
	while (lon < -180)
		lon += 360;
	return (struct sr_point){ lat, lon };
}

static double bearing_of(double y, double x)
{
	double b = sr_atan2(y, x) / RADIAN;

	if (b < 0)
		b += 360;
	return b >= 360 ? 0 : b;
}

/* A latitude on the auxiliary sphere. */
struct reduced {
	double sin, cos;
};

static struct reduced reduced_latitude(double lat)
{
	double s = sr_sin(lat * RADIAN) * (1 - FLAT), c = sr_cos(lat * RADIAN);
	double n = sqrt(s * s + c * c);

	return (struct reduced){ s / n, c / n };
}

/* Vincenty's A and B of u squared, and his equation 6 of them. */
static double series_a(double u2)
{
	return 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
}

static double delta_sigma(double u2, double sin_s, double cos_s, double cos_2m)
{
	double b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));

	return b * sin_s *
	       (cos_2m + b / 4 *
				 (cos_s * (-1 + 2 * cos_2m * cos_2m) -
				  b / 6 * cos_2m * (-3 + 4 * sin_s * sin_s) *
					  (-3 + 4 * cos_2m * cos_2m)));
}

static double u_squared(double cos2_alpha)
{
	return cos2_alpha * (MAJOR * MAJOR - MINOR * MINOR) / (MINOR * MINOR);
}

/* His equations 10 and 11. */
static double longitude_step(double cos2_alpha, double sin_alpha, double sigma,
			     double sin_s, double cos_s, double cos_2m)
{
	double c = FLAT / 16 * cos2_alpha * (4 + FLAT * (4 - 3 * cos2_alpha));

	return (1 - c) * FLAT * sin_alpha *
	       (sigma +
		c * sin_s * (cos_2m + c * cos_s * (-1 + 2 * cos_2m * cos_2m)));
}

struct geodesic {
	double km, bearing;
};

/* False where the iteration does not converge. */
static bool inverse(struct sr_point p, struct sr_point q, struct geodesic *g)
{
	struct reduced u1 = reduced_latitude(p.lat);
	struct reduced u2 = reduced_latitude(q.lat);
	double l = (q.lon - p.lon) * RADIAN, lambda = l, last;
	double sin_s, cos_s, sigma, cos2_alpha, cos_2m, y, x;
	int rounds = 0;

	do {
		y = u2.cos * sr_sin(lambda);
		x = u1.cos * u2.sin - u1.sin * u2.cos * sr_cos(lambda);
		sin_s = sqrt(y * y + x * x);
		if (sin_s < 1e-12) { /* the same point, or opposite ones */
			*g = (struct geodesic){ 0, 0 };
			return l > -1 && l < 1;
		}
		cos_s = u1.sin * u2.sin + u1.cos * u2.cos * sr_cos(lambda);
		sigma = sr_atan2(sin_s, cos_s);
		double sin_alpha = u1.cos * y / sin_s;
		cos2_alpha = 1 - sin_alpha * sin_alpha;
		cos_2m = cos2_alpha < 1e-12
				 ? 0 /* along the equator */
				 : cos_s - 2 * u1.sin * u2.sin / cos2_alpha;
		last = lambda;
		lambda = l + longitude_step(cos2_alpha, sin_alpha, sigma, sin_s,
					    cos_s, cos_2m);
		if (++rounds > MOST_ROUNDS)
			return false;
	} while (fabs(lambda - last) > 1e-12);
	double w = u_squared(cos2_alpha);
	g->km = MINOR * series_a(w) *
		(sigma - delta_sigma(w, sin_s, cos_s, cos_2m));
	g->bearing = bearing_of(y, x);
	return true;
}

double sr_geo_km(struct sr_point a, struct sr_point b)
{
	struct geodesic g;

	return inverse(a, b, &g) ? g.km : sr_geo_rough_km(a, b);
}

double sr_geo_bearing(struct sr_point a, struct sr_point b)
{
	struct geodesic g;

	if (inverse(a, b, &g))
		return g.bearing;
	double la = a.lat * RADIAN, lb = b.lat * RADIAN;
	double dl = (b.lon - a.lon) * RADIAN;
	return bearing_of(sr_sin(dl) * sr_cos(lb),
			  sr_cos(la) * sr_sin(lb) -
				  sr_sin(la) * sr_cos(lb) * sr_cos(dl));
}

struct sr_point sr_geo_move(struct sr_point from, double bearing, double km)
{
	struct reduced u = reduced_latitude(from.lat);
	double sin_a1 = sr_sin(bearing * RADIAN);
	double cos_a1 = sr_cos(bearing * RADIAN);
	double sigma1 = sr_atan2(u.sin, u.cos * cos_a1);
	double sin_alpha = u.cos * sin_a1;
	double cos2_alpha = 1 - sin_alpha * sin_alpha;
	double w = u_squared(cos2_alpha);
	double whole = km / (MINOR * series_a(w)), sigma = whole, last;
	double sin_s, cos_s, cos_2m;
	int rounds = 0;

	do {
		sin_s = sr_sin(sigma);
		cos_s = sr_cos(sigma);
		cos_2m = sr_cos(2 * sigma1 + sigma);
		last = sigma;
		sigma = whole + delta_sigma(w, sin_s, cos_s, cos_2m);
	} while (fabs(sigma - last) > 1e-12 && ++rounds < MOST_ROUNDS);
	double t = u.sin * sin_s - u.cos * cos_s * cos_a1;
	double lat = sr_atan2(u.sin * cos_s + u.cos * sin_s * cos_a1,
			      (1 - FLAT) * sqrt(sin_alpha * sin_alpha + t * t));
	double lambda = sr_atan2(sin_s * sin_a1,
				 u.cos * cos_s - u.sin * sin_s * cos_a1);
	double step = longitude_step(cos2_alpha, sin_alpha, sigma, sin_s, cos_s,
				     cos_2m);
	return point_of(lat / RADIAN, from.lon + (lambda - step) / RADIAN);
}

struct sr_point sr_geo_middle(struct sr_point a, struct sr_point b)
{
	double la = a.lat * RADIAN, lb = b.lat * RADIAN;
	double dl = (b.lon - a.lon) * RADIAN;
	double x = sr_cos(lb) * sr_cos(dl), y = sr_cos(lb) * sr_sin(dl);
	double u = sr_cos(la) + x;

	return point_of(sr_atan2(sr_sin(la) + sr_sin(lb), sqrt(u * u + y * y)) /
				RADIAN,
			a.lon + sr_atan2(y, u) / RADIAN);
}

double sr_geo_turn(double bearing, double other)
{
	double d = fabs(bearing - other);

	while (d > 360)
		d -= 360;
	return d > 180 ? 360 - d : d;
}
