/* What the files of press.h share. */
#ifndef SR_SIM_WORK_H
#define SR_SIM_WORK_H

#include "ontology.h"
#include "sim/press.h"

enum sim_trade { SIM_MINISTRY, SIM_STATE, SIM_WIRE, SIM_PAPER, SIM_CARELESS,
		 SIM_ANALYST };

struct sim_outlet {
	const char *name;
	enum sim_trade trade;
	uint8_t side; /* whose it is; 0: nobody's */
};
#define SIM_OUTLETS 15
extern const struct sim_outlet SIM_OUTLET[SIM_OUTLETS];

/* Whose words: none for the outlet's own. */
enum sim_voice { SIM_OWN, SIM_MINISTER, SIM_GOVERNOR, SIM_RESIDENTS };

enum sim_slant {
	SIM_PLAIN,
	SIM_DENIES,  /* says that it is not so */
	SIM_UNSURE,  /* passes it on without vouching for it */
	SIM_GONE,    /* of a capture: told as one's own withdrawal */
	SIM_HOLDS,   /* no happening: who holds the town */
	SIM_BACK,    /* an old change, told by the way */
	SIM_TOTALS,  /* no happening: losses of a side */
};

/* Something that an outlet will write on a day. */
struct sim_item {
	int32_t due;
	uint8_t outlet;
	uint8_t voice; /* enum sim_voice */
	uint8_t whose; /* side of the minister or governor */
	uint8_t side;  /* the holder, the loser */
	uint8_t slant;
	uint32_t event; /* SIM_NONE with HOLDS and TOTALS */
	uint32_t town;
};

/* A sentence; most carry a claim. */
struct sim_line {
	struct sr_str text;
	bool claims;
	struct sr_claim claim;
	struct sim_label label;
};

struct sim_draft {
	uint8_t outlet;
	int32_t published; /* by the calendar */
	uint32_t root;	   /* SIM_NONE: its own */
	SR_LIST(struct sim_line) lines;
};

struct sim_maker {
	struct sim_press *p;
	struct sr_arena *mem;
	struct sim_dice dice;
	const struct sim_noise *noise;
	SR_LIST(struct sim_item) items;
	SR_LIST(struct sim_draft) drafts; /* in order of publication */
	uint32_t *last_change; /* event of each town, as told so far */
};

/* spread.c: items for all happenings, false ones added to them, sorted by day
 * and outlet. */
bool sim_spread(struct sim_maker *m);

/* item.c: the lines of an item, put to a draft. `own` is the draft's number:
 * the origin of its own words. */
bool sim_write(struct sim_maker *m, struct sim_draft *d, uint32_t own,
	       const struct sim_item *item);

/* tell.c: the words of a claim; of nothing at all. NULL without memory. */
struct sr_str sim_tell(struct sim_dice *dice, const struct sr_claim *c,
		       struct sr_arena *mem);
struct sr_str sim_idle_talk(struct sim_dice *dice, struct sr_arena *mem);

#endif
