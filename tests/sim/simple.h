/* The simpler ways of making out who holds a town, to compare fusion with. */
#ifndef SR_SIM_SIMPLE_H
#define SR_SIM_SIMPLE_H

#include "fuse/places.h"
#include "sim/press.h"

/* A claim that bears on the holder, as the simpler ways see it. */
struct sim_word {
	int32_t day;	   /* of the war: the last of its days */
	int32_t published; /* of the war */
	uint32_t report;
	uint8_t side; /* SIM_NOBODY: the holder left */
	bool leaves;
};

struct sim_words {
	SR_LIST(struct sim_word) items; /* by day, then publication */
};

/* What is asserted of one place. False without memory. */
bool sim_words_of(const struct sr_records *r, const struct sr_spot_group *g,
		  int32_t first, struct sr_arena *mem, struct sim_words *out);

/* The holder at the end of a day; `owner` where nothing has been said.
 * The last writer: what was published last of what happened by that day. */
uint8_t sim_last_writer(const struct sim_words *w, int32_t day, uint8_t owner);

/* The last word: whatever is said of the latest day; of one day, what was
 * published last. */
uint8_t sim_last_word(const struct sim_words *w, int32_t day, uint8_t owner);

/* Most votes of those about the last SIM_VOTE_DAYS days of which anything is
 * said at all; a report has one vote for a side. Equal: the last word. */
uint8_t sim_most_votes(const struct sim_words *w, int32_t day, uint8_t owner);
#define SIM_VOTE_DAYS 5

/* SIM_A for "XA". */
uint8_t sim_side_of(struct sr_str code);

#endif
