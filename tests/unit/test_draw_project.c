/* Projections: there and back, their scale, and what a page shows. */
#include "draw/project.h"

#include "lib/check.h"

static bool about(double a, double b, double off)
{
	return a - b < off && b - a < off;
}

static void check_back(enum sr_projecting kind, struct sr_point centre,
		       double reach)
{
	struct sr_projection p =
		sr_projection_of(kind, centre, 1000, (struct sr_xy){ 50, 60 });
	bool good = true;

	for (double lat = -reach; lat <= reach; lat += reach / 4) {
		for (double lon = -reach; lon <= reach; lon += reach / 4) {
			struct sr_point at = { centre.lat + lat,
					       centre.lon + lon };
			if (!(at.lat > -85 && at.lat < 85))
				continue;
			struct sr_point back =
				sr_unproject(&p, sr_project(&p, at));
			good = good && about(back.lat, at.lat, 1e-7) &&
			       about(back.lon, at.lon, 1e-7);
		}
	}
	CHECK(good);
	struct sr_xy c = sr_project(&p, centre);
	CHECK(about(c.x, 50, 1e-9) && about(c.y, 60, 1e-9));
}

/* 100 km on the ground, in four directions, on a stereographic map. */
static void check_circle(void)
{
	struct sr_point centre = { 48.5, 35 }, off = { 50, 37 };
	struct sr_projection p = sr_projection_of(
		SR_PROJECT_STEREO, centre, SR_EARTH_KM, (struct sr_xy){ 0, 0 });
	struct sr_xy at = sr_project(&p, off);
	double unit = sr_page_km(&p, at);

	CHECK(about(unit, 1, 0.02));
	for (int k = 0; k < 4; k++) {
		struct sr_xy q =
			sr_project(&p, sr_geo_move(off, 90 * k, 100));
		double x = q.x - at.x, y = q.y - at.y;
		CHECK(about((x * x + y * y) / 10000, unit * unit, 0.01));
	}
}

static void check_page(void)
{
	struct sr_box page = { 0, 0, 800, 600 };
	struct sr_projection p =
		sr_projection_of(SR_PROJECT_STEREO, (struct sr_point){ 0, 179 },
				 SR_EARTH_KM, (struct sr_xy){ 400, 300 });
	struct sr_box d = sr_page_degrees(&p, &page);

	CHECK(d.x1 > 182 && d.x1 < 183 && d.x0 > 175 && d.x0 < 176);
	CHECK(about(d.y1, 2.7, 0.1) && about(d.y0, -2.7, 0.1));
	p = sr_projection_of(SR_PROJECT_STEREO, (struct sr_point){ 89, 0 },
			     SR_EARTH_KM, (struct sr_xy){ 400, 300 });
	d = sr_page_degrees(&p, &page);
	CHECK(d.y1 == 90 && d.x1 - d.x0 >= 360);
	p = sr_projection_of(SR_PROJECT_MERCATOR, (struct sr_point){ 0, 0 },
			     256 / 6.283185307179586,
			     (struct sr_xy){ 128, 128 });
	page = (struct sr_box){ 0, 0, 256, 256 };
	d = sr_page_degrees(&p, &page);
	CHECK(about(d.x0, -180, 1e-6) && about(d.x1, 180, 1e-6));
	CHECK(about(d.y1, 85.0511287, 1e-6) && about(d.y0, -85.0511287, 1e-6));
}

int main(void)
{
	check_back(SR_PROJECT_MERCATOR, (struct sr_point){ 0, 0 }, 80);
	check_back(SR_PROJECT_STEREO, (struct sr_point){ 48, 35 }, 30);
	check_back(SR_PROJECT_STEREO, (struct sr_point){ -30, 170 }, 30);
	check_back(SR_PROJECT_EARTH, (struct sr_point){ 0, 0 }, 80);
	check_circle();
	check_page();
	return done();
}
