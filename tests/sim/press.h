/* What is written of a made-up war: reports of ministries, wires, papers,
 * careless outlets and analysts, as claims with their words, and beside each
 * claim what is true of it: the happening it is about and whose voice it is.
 *
 * The order of work: who hears of what and when (spread.c), what a report says
 * of it (item.c), its words (tell.c), reports and their copies (press.c). */
#ifndef SR_SIM_PRESS_H
#define SR_SIM_PRESS_H

#include "model/record.h"
#include "sim/war.h"

#define SIM_NONE UINT32_MAX
#define SIM_LEVELS 5

/* How far reports are from the truth; of 1,000 where nothing else is said. */
struct sim_noise {
	const char *name;
	int32_t missed;	 /* not reported by somebody who might have */
	int32_t copied;	 /* a wire's report is copied by a given paper */
	int32_t reworded; /* of copies: in the copier's own words */
	int32_t late;	 /* mean delay, in tenths of a day */
	int32_t undated; /* no day named */
	int32_t vague;	 /* a stretch of days named */
	int32_t wrong_day, wrong_town, wrong_side, wrong_number;
	int32_t boast; /* a capture announced that isn't, on a day of attack */
	int32_t deny;  /* what goes against a ministry is denied */
	int32_t unplaced; /* the town is not in the gazetteer, or unclear */
};

const struct sim_noise *sim_noise(unsigned level);

/* The truth about a claim. */
struct sim_label {
	uint32_t event;	 /* of the press's events; SIM_NONE: no happening */
	uint32_t origin; /* the same for one voice */
};

struct sim_press {
	struct sim_war war; /* its events, and after them those made up */
	struct sr_records records;
	struct sim_label *label; /* of each claim */
	uint32_t *root;		 /* of each report: that which it is copied from */
};

struct sim_size {
	uint32_t ntown;
	int32_t ndays;
	size_t most; /* reports; 0: all */
};

/* The size that scores are made with, and one for about n reports. */
struct sim_size sim_size_small(void);
struct sim_size sim_size_for(size_t nreport);

/* A war and its press. The reports have their text; keys and hashes are what
 * the ledger would give. All is the arena's. False without memory. */
bool sim_press_make(struct sim_press *p, struct sim_size size, unsigned level,
		    uint64_t seed, struct sr_arena *mem);

#endif
