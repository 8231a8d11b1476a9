/* Where an area lies that no list gives a point for: amid its towns, and as far
 * as these are spread. A province's middle by its towns is some 20 km off the
 * middle of its ground. */
#include <math.h>

#include "base/compiler.h"
#include "kit/gaz_write.h"

#define AREA_SPREAD 1.5 /* radius by the root mean square: a disc has 1.41 */
#define AREA_LEAST_KM 5.0

struct spread {
	double x, y, z; /* sum of unit vectors */
	double square;	/* sum of squared km from the middle */
	uint32_t n;
};

static void add_member(struct spread *s, struct sr_point p)
{
	double lat = p.lat * 3.14159265358979323846 / 180;
	double lon = p.lon * 3.14159265358979323846 / 180;

	s->x += sr_cos(lat) * sr_cos(lon);
	s->y += sr_cos(lat) * sr_sin(lon);
	s->z += sr_sin(lat);
	s->n++;
}

static struct sr_point middle_of(const struct spread *s)
{
	double lon = sr_atan2(s->y, s->x);
	double flat = s->x * sr_cos(lon) + s->y * sr_sin(lon);

	return (struct sr_point){ sr_atan2(s->z, flat) * 180 /
					  3.14159265358979323846,
				  lon * 180 / 3.14159265358979323846 };
}

static void each_member(struct sr_gaz_writer *w, struct spread *s, bool square)
{
	for (size_t i = 0; i < w->entries.nitem; i++) {
		const struct sr_gaz_entry *e = &w->entries.items[i];
		uint32_t in[2] = { e->admin1, e->admin2 };
		if (!e->has_point || e->dropped)
			continue;
		for (size_t k = 0; k < SR_LEN(in); k++) {
			if (in[k] >= w->entries.nitem)
				continue;
			if (!square) {
				add_member(&s[in[k]], e->at);
				continue;
			}
			double km = sr_geo_rough_km(e->at,
						    w->entries.items[in[k]].at);
			s[in[k]].square += km * km;
		}
	}
}

void sr_gaz_place_areas(struct sr_gaz_writer *w)
{
	struct spread *s = SR_NEW(w->mem, struct spread, w->entries.nitem);

	if (!s) {
		w->failed = true;
		return;
	}
	each_member(w, s, false);
	for (size_t i = 0; i < w->entries.nitem; i++) {
		struct sr_gaz_entry *e = &w->entries.items[i];
		if (e->has_point)
			continue;
		e->dropped = e->dropped || s[i].n == 0;
		if (s[i].n && !e->placed)
			e->at = middle_of(&s[i]);
	}
	each_member(w, s, true);
	for (size_t i = 0; i < w->entries.nitem; i++) {
		struct sr_gaz_entry *e = &w->entries.items[i];
		if (e->has_point || e->dropped)
			continue;
		e->has_point = true;
		e->radius_km = AREA_SPREAD * sqrt(s[i].square / s[i].n);
		if (e->radius_km < AREA_LEAST_KM)
			e->radius_km = AREA_LEAST_KM;
	}
}
