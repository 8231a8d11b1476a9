/* What a map of one day shows, taken from the ledger by src/answer: places with
 * who held them, incidents of the days before, and what it all rests on. Plain
 * structs, so that a map can be laid out of anything. */
#ifndef SR_DRAW_MAPDATA_H
#define SR_DRAW_MAPDATA_H

#include "answer/control.h"
#include "base/geo.h"
#include "draw/palette.h"

/* How a place is held, as `control --on` words it. */
enum sr_map_how {
	SR_MAP_ASSUMED,
	SR_MAP_CLAIMED,
	SR_MAP_CONTESTED,
	SR_MAP_LEFT,
	SR_MAP_ASSESSED,
	SR_MAP_CHANGING, /* it may have changed hands by that day */
	SR_MAP_HOWS
};

/* "claimed", "changing", ... */
const char *sr_map_how_name(enum sr_map_how how);

struct sr_map_place {
	struct sr_str name;
	struct sr_str holder, other; /* sides; empty: unknown */
	struct sr_point at;
	double radius_km; /* it is somewhere within; 0: a point */
	int64_t id;
	enum sr_map_how how;
	bool besieged;
	bool has_point; /* false: it can't be drawn */
	bool area;	/* a region, or known to a distance only: never a pin */
	int32_t last;	/* the day of the last evidence */
	uint32_t nreport;
};

/* The kinds of incident that have a symbol. */
enum sr_map_event {
	SR_MAP_GROUND,
	SR_MAP_SHELLING,
	SR_MAP_AIR,
	SR_MAP_EXPLOSIVE,
	SR_MAP_DAMAGE,
	SR_MAP_CIVILIANS,
	SR_MAP_EVENTS
};

/* Incidents of one kind at one place. */
struct sr_map_incident {
	struct sr_str name; /* of the place */
	struct sr_point at;
	double radius_km;
	int64_t id;
	bool area;
	enum sr_map_event event;
	uint32_t n;	  /* incidents */
	uint32_t norigin; /* of the one with most of them */
};

struct sr_map_data {
	int32_t day;
	uint32_t window; /* days of incidents, that day included; 0: none */
	struct sr_map_place *place;
	size_t nplace;
	struct sr_map_incident *incident;
	size_t nincident;
	uint32_t nowhere; /* incidents of no place that could be drawn */
	uint32_t nreport;
	struct sr_str *source; /* publishers' names, without doubles */
	size_t nsource;
	uint32_t unnamed; /* reports of no known publisher */
	struct sr_palette palette;
};

/* What to show of the day. `all`: also what is only assumed. The filter of ask
 * is used up. The answer's arena; sides are those of the ledger, see
 * sr_map_sides. */
struct sr_map_ask {
	int32_t day;
	uint32_t window;
	bool all;
};
enum sr_code sr_map_take(struct sr_ask *ask, const struct sr_map_ask *want,
			 struct sr_map_data *out) SR_MUST_USE;

/* All sides that hold or held a place in these, most spells first: what the
 * palette of the ledger is made of. */
enum sr_code sr_map_sides(const struct sr_controls *controls,
			  const struct sr_kit *kit, struct sr_arena *mem,
			  struct sr_palette *out,
			  struct sr_err *err) SR_MUST_USE;

/* Is what is known of a place too wide for a pin: a region, or a distance from
 * somewhere? A town is none; kit and gaz may be NULL, then its id and size
 * tell. */
struct sr_gaz;
bool sr_map_wide(const struct sr_kit *kit, const struct sr_gaz *gaz,
		 const struct sr_place_slot *place);

#endif
