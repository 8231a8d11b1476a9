/* Ways through a tree, in halves of the step from a verb to its adjunct. */
#ifndef SR_EXTRACT_WAY_H
#define SR_EXTRACT_WAY_H

#include "extract/extract_internal.h"

#define SR_MOST_UP 24

/* A word and those above it, each with what it costs to get there. */
struct sr_chain {
	uint32_t token[SR_MOST_UP];
	unsigned cost[SR_MOST_UP];
	size_t n;
};

void sr_chain_up(const struct sr_reading *r, uint32_t i, struct sr_chain *c);

/* The cost of the way from the chain's start to token `to`; *turn: where on the
 * chain the way up ends. */
unsigned sr_way(const struct sr_reading *r, const struct sr_chain *c,
		uint32_t to, size_t *turn);

/* "240 km north of the capital", which no mention covers as a whole: only what
 * another place is told by. */
bool sr_tells_way(const struct sr_reading *r, const struct sr_place *p);

/* "Attacked the mill from the north": from which side, not where; mention m of a
 * claim of that type. */
bool sr_is_origin(const struct sr_reading *r, unsigned type, uint32_t m);

#endif
