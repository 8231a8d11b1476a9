#include "base/geo.h"

#include <math.h>

#include "lib/check.h"

#define NEAR(got, want, by) CHECK(fabs((got) - (want)) <= (by))

static void sines(void)
{
	double worst = 0;

	for (int i = -4000; i <= 4000; i++) {
		double x = i * 0.0123;
		double d = fabs(sr_sin(x) - sin(x)) + fabs(sr_cos(x) - cos(x));
		double e =
			fabs(sr_atan2(sin(x), cos(x)) - atan2(sin(x), cos(x)));
		worst = fmax(worst, fmax(d, e));
	}
	CHECK(worst < 2e-15);
	CHECK(sr_atan2(0, 0) == 0);
	NEAR(sr_atan2(0, -1), acos(-1.0), 1e-15);
	NEAR(sr_atan2(-1, 0), -acos(-1.0) / 2, 1e-15);
}

/* The line that Vincenty's paper and the Australian manual (GDA Technical
 * Manual) work out: Flinders Peak to Buninyong, 54.972271 km. */
static void flinders_peak(void)
{
	struct sr_point a = { -(37 + 57 / 60.0 + 3.72030 / 3600),
			      144 + 25 / 60.0 + 29.52440 / 3600 };
	struct sr_point b = { -(37 + 39 / 60.0 + 10.15610 / 3600),
			      143 + 55 / 60.0 + 35.38390 / 3600 };
	double bearing = 306 + 52 / 60.0 + 5.37 / 3600;

	NEAR(sr_geo_km(a, b), 54.972271, 2e-6);
	NEAR(sr_geo_bearing(a, b), bearing, 1e-5);
	struct sr_point p = sr_geo_move(a, bearing, 54.972271);
	NEAR(p.lat, b.lat, 1e-7);
	NEAR(p.lon, b.lon, 1e-7);
}

static void odd_lines(void)
{
	struct sr_point zero = { 0, 0 }, far = { 0.5, 179.7 };
	struct sr_point east = { 0, 1 }, dateline = { 10, 179.9 };

	NEAR(sr_geo_km(zero, east), 111.319491, 1e-6);
	NEAR(sr_geo_bearing(zero, east), 90, 1e-9);
	CHECK(sr_geo_km(zero, zero) == 0);
	CHECK(sr_geo_bearing(zero, zero) == 0);
	CHECK(sr_geo_km(zero, far) > 19800);
	CHECK(sr_geo_km(zero, (struct sr_point){ 0, 180 }) > 19900);
	NEAR(sr_geo_move(dateline, 90, 50).lon, -179.644, 1e-3);
	NEAR(sr_geo_move(zero, 0, 10001.96573).lat, 90, 1e-4);
	CHECK(!sr_point_valid((struct sr_point){ 91, 0 }));
	CHECK(!sr_point_valid((struct sr_point){ 0, NAN }));
}

static void there_and_back(void)
{
	for (int i = 0; i < 360; i += 15) {
		struct sr_point a = { 48.5 - i / 4.0, 37 + i / 3.0 };
		struct sr_point b = sr_geo_move(a, i, 350);
		CHECK(fabs(sr_geo_km(a, b) - 350) < 1e-6 &&
		      fabs(sr_geo_rough_km(a, b) - 350) < 350 * 0.006 &&
		      sr_geo_turn(sr_geo_bearing(a, b), i) < 1e-6);
	}
	struct sr_point a = { 50.9, 34.8 }, b = { 50.3, 34.9 };
	struct sr_point m = sr_geo_middle(a, b);
	NEAR(sr_geo_km(a, m), sr_geo_km(m, b), 0.1);
	NEAR(sr_geo_turn(350, 10), 20, 1e-12);
	NEAR(sr_geo_turn(90, 270), 180, 1e-12);
}

int main(void)
{
	sines();
	flinders_peak();
	odd_lines();
	there_and_back();
	return done();
}
