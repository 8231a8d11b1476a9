/* The places of the gazetteer that a map is labelled with for orientation:
 * those in a box, the most important first. */
#ifndef SR_DRAW_TOWNS_H
#define SR_DRAW_TOWNS_H

#include "draw/outline.h"
#include "kit/gaz.h"

enum sr_town_kind {
	SR_TOWN,     /* a populated place */
	SR_SEAT,     /* of a province */
	SR_CAPITAL,  /* of a state */
	SR_PROVINCE, /* the province itself, about the middle of its towns */
};

struct sr_town {
	struct sr_str name; /* the gazetteer's */
	struct sr_point at;
	uint32_t population; /* 0: unknown */
	uint32_t index;	     /* in the gazetteer */
	int64_t id;
	enum sr_town_kind kind;
};

/* The most important `limit` places of a box of degrees (x0 west, y0 south; x1
 * may be above 180, x0 below -180): by the number of people, seats and capitals
 * before their equals. `provinces`: those instead of towns. NULL when `mem` is
 * full; the arena's. */
struct sr_town *sr_towns(const struct sr_gaz *gaz, const struct sr_box *box,
			 bool provinces, size_t limit, struct sr_arena *mem,
			 size_t *n);

/* Is the place of that id, which lies there, a town, village or part of one? */
bool sr_is_town(const struct sr_gaz *gaz, struct sr_point at, int64_t id);

#endif
