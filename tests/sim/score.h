/* Fusion against the truth that the made-up reports started from, beside what
 * simpler ways make of the same claims. docs/decisions/095 says what each
 * figure means and what it leaves out. */
#ifndef SR_SIM_SCORE_H
#define SR_SIM_SCORE_H

#include "fuse/places.h"
#include "sim/join.h"

/* Who holds a town at the end of each day, as somebody makes it out. */
struct sim_series {
	uint8_t *holder; /* [town * ndays + day], enum sim_side */
};

enum sim_way { SIM_OURS, SIM_WRITER, SIM_LAST, SIM_VOTE, SIM_WAYS };
const char *sim_way_name(enum sim_way way);

struct sim_control_score {
	double right; /* share of the days of all towns */
	double known; /* the same with what was published by that day */
	double found; /* changes of holder within SIM_TOLERANCE days */
	double sure;  /* of those told, that are true */
	double f1;    /* of the two */
	double off;   /* mean days between true and told day, of those found */
	double delay; /* mean days until a change was known, as published */
	double settled; /* the same until it was known for good */
	uint32_t nchange, ntold, nfalse;
};
#define SIM_TOLERANCE 3

/* All ways. False without memory or where fusion fails. */
bool sim_score_control(const struct sim_press *p,
		       struct sim_control_score out[SIM_WAYS],
		       struct sr_arena *mem);

/* Fills the origins of the reports, by fuse/alike.h. */
bool sim_find_origins(struct sim_press *p, struct sr_arena *mem);

/* Of incidents: ours; claims of one place, day and type; of one place and day;
 * each alone. Of origins: ours; each publisher one; each report one. */
enum sim_join_way { SIM_JOIN_OURS, SIM_JOIN_FIRST, SIM_JOIN_SECOND,
		    SIM_JOIN_ALONE, SIM_JOIN_WAYS };
#define SIM_ORIGIN_WAYS 3

struct sim_scores {
	struct sim_control_score control[SIM_WAYS];
	struct sim_join incident[SIM_JOIN_WAYS];
	struct sim_join origin[SIM_ORIGIN_WAYS];
};

/* The mean over that many wars from that seed on. False without memory or
 * where fusion fails. */
bool sim_score(unsigned level, uint64_t seed, unsigned nseed,
	       struct sim_scores *out);

#endif
