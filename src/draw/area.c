#include "draw/area.h"

#include "base/geo.h"
#include "draw/extent.h"

/* The box of degrees about a place: all that it reaches, and something around
 * where that is a town. */
static struct sr_box box_of(const struct sr_found_place *p)
{
	struct sr_point at = { p->lat, p->lon };
	double km = p->radius_km >= 60	    ? p->radius_km * 1.15
		    : p->radius_km * 3 > 20 ? p->radius_km * 3
					    : 20;
	double lat = km / 111.2;
	double east = sr_geo_move(at, 90, km).lon;
	double lon = east < at.lon ? east + 360 - at.lon : east - at.lon;

	return (struct sr_box){ at.lon - lon,
				at.lat - lat < -89 ? -89 : at.lat - lat,
				at.lon + lon,
				at.lat + lat > 89 ? 89 : at.lat + lat };
}

enum sr_code sr_map_area(struct sr_ask *ask, const char *text,
			 struct sr_map_options *options)
{
	options->has_area = true;
	if (sr_extent_read(sr_str_of(text), &options->area))
		return SR_OK;
	sr_ask_places(ask, sr_str_of(text));
	if (!ask->nplace || !sr_point_valid((struct sr_point){
				    ask->place[0].lat, ask->place[0].lon }))
		return sr_fail(&ask->err, SR_USAGE, text,
			       "no such place with a point in the gazetteer; "
			       "or a box as west,south,east,north in degrees");
	options->area = box_of(&ask->place[0]);
	options->area_name = ask->place[0].name;
	return SR_OK;
}
