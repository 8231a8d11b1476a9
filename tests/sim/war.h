/* A war that is made up, and what is true in it: towns, who held them on each
 * day, what happened, what each side lost. Nothing here knows of reports.
 *
 * Two states share a border; an armed group holds a few towns. Towns stand
 * alone or in clusters a few kilometres wide. Where sides are neighbours there
 * are campaigns: an approach, fighting inside, then capture, repulse or
 * withdrawal, sometimes a counter-attack. docs/decisions/095 has the
 * assumptions. */
#ifndef SR_SIM_WAR_H
#define SR_SIM_WAR_H

#include "base/list.h"
#include "sim/dice.h"

enum sim_side { SIM_NOBODY, SIM_A, SIM_B, SIM_G, SIM_SIDES };

struct sim_town {
	char name[20];
	int64_t id;
	double lat, lon;
	uint8_t owner;	 /* the state on whose ground it stands */
	uint32_t near;	 /* the town nearest to it */
	uint32_t *reach; /* towns within SIM_REACH_KM */
	size_t nreach;
};
#define SIM_REACH_KM 70.0

enum sim_kind {
	SIM_CAPTURE, /* the holder changes: actor comes, target goes */
	SIM_LEAVE,   /* the holder goes: nobody comes on that day */
	SIM_FIGHT,   /* ground fighting */
	SIM_SHELLING,
	SIM_AIR,
	SIM_ABUSE, /* violence aimed at civilians */
	SIM_MINE,
};

struct sim_event {
	enum sim_kind kind;
	uint8_t actor, target; /* enum sim_side; of a strike: who is hit */
	bool false_;	       /* somebody made it up */
	bool fought;	       /* a capture: there was fighting inside */
	uint32_t town;
	int32_t day; /* of the war, from 0 */
	int32_t killed, wounded, damaged; /* civilians; of fights, soldiers */
};

enum sim_category { SIM_KILLED, SIM_TANK, SIM_VEHICLE, SIM_CATEGORIES };

struct sim_war {
	uint32_t ntown;
	int32_t ndays;
	int32_t first; /* day 0 by the calendar */
	struct sim_town *town;
	uint8_t *holder;   /* [town * ndays + day]: at the end of that day */
	uint8_t *inside;   /* the same: a side that fights inside it, or 0 */
	uint8_t *attacker; /* the same: a side with a campaign against it */
	SR_LIST(struct sim_event) events;
	int32_t *loss[SIM_SIDES][SIM_CATEGORIES]; /* of each day */
};

static inline size_t sim_at(const struct sim_war *w, uint32_t town, int32_t day)
{
	return (size_t)town * (size_t)w->ndays + (size_t)day;
}

/* The war of a seed. False without memory. */
bool sim_war_make(struct sim_war *w, uint32_t ntown, int32_t ndays,
		  uint64_t seed, struct sr_arena *mem);

/* "XA", and "Avonia", "Avonian". */
const char *sim_side_code(unsigned side);
const char *sim_side_name(unsigned side);
const char *sim_side_adjective(unsigned side);

#endif
