/* See extent.h. */
#include "draw/extent.h"

#include <math.h>
#include <stdlib.h>

#include "base/str.h"

#define FAR_TIMES 4.0
#define FAR_KM 250.0
#define WIDE 35.0 /* degrees from the middle: more is the world */
/* Half of what Equal Earth has of the world for an earth's radius of 1. */
#define EARTH_X 2.7066
#define EARTH_Y 1.3173
#define KM_DEGREE 111.195

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double near(double lon, double about)
{
	return lon - about > 180    ? lon - 360
	       : lon - about < -180 ? lon + 360
				    : lon;
}

/* The k-th of n values by size. */
static double ranked(double *v, size_t n, size_t k)
{
	qsort(v, n, sizeof(*v), by_size);
	return v[k];
}

size_t sr_extent_trim(struct sr_reach *reach, size_t n, struct sr_arena *mem)
{
	double *v = SR_NEW(mem, double, n), *off = SR_NEW(mem, double, n);
	struct sr_point middle;
	size_t nout = 0;

	if (!v || !off)
		return 0;
	for (size_t i = 0; i < n; i++)
		v[i] = reach[i].at.lat;
	middle.lat = ranked(v, n, n / 2);
	for (size_t i = 0; i < n; i++)
		v[i] = near(reach[i].at.lon, reach[0].at.lon);
	middle.lon = ranked(v, n, n / 2);
	for (size_t i = 0; i < n; i++)
		v[i] = off[i] = sr_geo_rough_km(middle, reach[i].at);
	double most = FAR_TIMES * ranked(v, n, (n - 1) * 4 / 5);
	most = most < FAR_KM ? FAR_KM : most;
	for (size_t i = 0; i < n; i++) {
		reach[i].left_out = off[i] > most;
		nout += reach[i].left_out;
	}
	return nout;
}

/* Degrees that hold all points, longitudes near that of the first. */
static struct sr_box degrees_of(const struct sr_reach *reach, size_t n)
{
	struct sr_box box = { 0, 0, 0, 0 };
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		if (reach[i].left_out)
			continue;
		double lat = reach[i].at.lat;
		double lon = first ? reach[i].at.lon
				   : near(reach[i].at.lon, box.x0);
		if (first)
			box = (struct sr_box){ lon, lat, lon, lat };
		first = false;
		box.x0 = lon < box.x0 ? lon : box.x0;
		box.x1 = lon > box.x1 ? lon : box.x1;
		box.y0 = lat < box.y0 ? lat : box.y0;
		box.y1 = lat > box.y1 ? lat : box.y1;
	}
	return box;
}

static struct sr_projection whole_earth(const struct sr_box *f)
{
	double x = (f->x1 - f->x0) / 2, y = (f->y1 - f->y0) / 2;
	double scale = x / EARTH_X < y / EARTH_Y ? x / EARTH_X : y / EARTH_Y;

	return sr_projection_of(SR_PROJECT_EARTH, (struct sr_point){ 0, 0 },
				scale * 0.985,
				(struct sr_xy){ f->x0 + x, f->y0 + y });
}

struct sr_projection sr_extent_fit(const struct sr_reach *reach, size_t n,
				   const struct sr_box *frame, double margin,
				   double least)
{
	struct sr_box d = degrees_of(reach, n);
	struct sr_point centre = { (d.y0 + d.y1) / 2, (d.x0 + d.x1) / 2 };
	struct sr_projection p = sr_projection_of(
		SR_PROJECT_STEREO, centre, SR_EARTH_KM, (struct sr_xy){ 0, 0 });
	struct sr_box b = { 1e9, 1e9, -1e9, -1e9 };

	for (size_t i = 0; i < n; i++) {
		if (reach[i].left_out)
			continue;
		if (sr_geo_rough_km(centre, reach[i].at) > WIDE * KM_DEGREE)
			return whole_earth(frame);
		struct sr_xy at = sr_project(&p, reach[i].at);
		double km = reach[i].km;
		b.x0 = at.x - km < b.x0 ? at.x - km : b.x0;
		b.x1 = at.x + km > b.x1 ? at.x + km : b.x1;
		b.y0 = at.y - km < b.y0 ? at.y - km : b.y0;
		b.y1 = at.y + km > b.y1 ? at.y + km : b.y1;
	}
	double width = frame->x1 - frame->x0 - 2 * margin;
	double height = frame->y1 - frame->y0 - 2 * margin;
	double x = b.x1 - b.x0, y = b.y1 - b.y0;
	x = x < least ? least : x;
	y = y < least * height / width ? least * height / width : y;
	double scale = width / x < height / y ? width / x : height / y;
	p = sr_projection_of(SR_PROJECT_STEREO, centre, SR_EARTH_KM * scale,
			     (struct sr_xy){ 0, 0 });
	p.x = (frame->x0 + frame->x1) / 2 - (b.x0 + b.x1) / 2 * scale;
	p.y = (frame->y0 + frame->y1) / 2 - (b.y0 + b.y1) / 2 * scale;
	return p;
}

/* A decimal number, all of the text. */
static bool read_number(struct sr_str s, double *v)
{
	char text[32], *end;

	s = sr_str_trim(s);
	if (!s.n || s.n >= sizeof(text))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789.-", s.s[i]))
			return false;
	memcpy(text, s.s, s.n);
	text[s.n] = '\0';
	*v = strtod(text, &end);
	return *end == '\0';
}

bool sr_extent_read(struct sr_str text, struct sr_box *box)
{
	double v[4];

	for (int i = 0; i < 4; i++)
		if (!text.s || !read_number(sr_str_cut(&text, ','), &v[i]))
			return false;
	if (text.s || !(v[0] >= -180 && v[0] <= 180 && v[2] >= -180 &&
			v[2] <= 180 && v[1] >= -90 && v[3] <= 90 &&
			v[1] < v[3] && v[0] != v[2]))
		return false;
	*box = (struct sr_box){ v[0], v[1], v[2] < v[0] ? v[2] + 360 : v[2],
				v[3] };
	return true;
}

void sr_extent_of_box(const struct sr_box *box,
		      struct sr_reach out[SR_EXTENT_POINTS])
{
	for (int i = 0; i < SR_EXTENT_POINTS; i++) {
		double part = (i % 4) / 4.0;
		int side = i / 4;
		double x = side == 0 ? part : side == 1 ? 1 : side == 2 ? 1 - part
									: 0;
		double y = side == 0 ? 0 : side == 1 ? part : side == 2 ? 1
								: 1 - part;
		out[i] = (struct sr_reach){
			.at = { box->y0 + y * (box->y1 - box->y0),
				box->x0 + x * (box->x1 - box->x0) }
		};
	}
}
