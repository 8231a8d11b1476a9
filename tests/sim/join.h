/* How well claims are put together: which are about one happening, and which
 * are one voice. */
#ifndef SR_SIM_JOIN_H
#define SR_SIM_JOIN_H

#include "fuse/voice.h"
#include "sim/press.h"

struct sim_join {
	double precision, recall, f1;
	size_t n; /* claims, or pairs, that were looked at */
};

/* B-cubed: the mean over the claims of the share of its cluster that belongs
 * there, and of what belongs there that is in its cluster. A. Bagga,
 * B. Baldwin, "Algorithms for scoring coreference chains", 1998. Of claims
 * about a happening; cluster: a number for each claim, SIM_NONE: alone. */
bool sim_score_incidents(const struct sim_press *p, const uint32_t *cluster,
			 struct sim_join *out, struct sr_arena *mem);

/* Of pairs of claims in different reports about one happening: one voice in
 * truth, one voice as told. origin: a number for each claim. */
bool sim_score_origins(const struct sim_press *p, const uint32_t *origin,
		       struct sim_join *out, struct sr_arena *mem);

/* The simple ways: claims of one place, day (the last of it) and, where `typed`,
 * type; each publisher one voice. */
uint32_t *sim_same_day(const struct sim_press *p, bool typed,
		       struct sr_arena *mem);
uint32_t *sim_same_publisher(const struct sim_press *p, struct sr_arena *mem);

#endif
