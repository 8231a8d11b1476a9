/* What the files of forces share: mentions of units in claims, and the units
 * that they come to. */
#ifndef SR_FUSE_FORCES_WORK_H
#define SR_FUSE_FORCES_WORK_H

#include "fuse/forces.h"

enum sr_mention_as { SR_AS_ACTOR, SR_AS_TARGET, SR_AS_PARENT };

/* A unit in a claim: who acts, who suffers, or whom one of those is of. */
struct sr_force_mention {
	uint32_t claim;
	uint8_t as; /* enum sr_mention_as */
	bool unit;
	struct sr_unit is;
	struct sr_str name, side;
	struct sr_str country; /* of the claim's place; may be empty */
	struct sr_str nick; /* folded; of a group its name */
	struct sr_str arm;  /* kin, else id of branches.tsv; empty: not said */
	int32_t size;	    /* 0: not said */
	uint32_t parent;    /* mention, SR_NONE */
	uint32_t kind;	    /* index of its struct sr_force_kind */
	uint32_t force;	    /* index into the answer */
};

/* Mentions that say exactly the same of their unit. */
struct sr_force_kind {
	const struct sr_force_mention *like;
	struct sr_str country; /* of its claims; empty: none, or several */
	bool abroad;	       /* several */
	uint32_t into; /* kind that it is the same unit as; its own index */
};

struct sr_forces_work {
	const struct sr_records *records;
	const struct sr_kit *kit;
	struct sr_arena *mem;
	struct sr_forces *out;
	bool all;
	SR_LIST(struct sr_force_mention) mentions;
	SR_LIST(struct sr_force_kind) kinds;
	struct sr_voices voices;
	bool failed; /* out of memory */
};

/* The units of the claims; false without memory. */
bool sr_forces_mentions(struct sr_forces_work *w);

/* Which of them are one; fills mentions.force and the forces' names, sides and
 * parents, superiors first. False without memory. */
bool sr_forces_join(struct sr_forces_work *w);

/* Its rank; a unit with no size but an arm is about a regiment, a group above
 * all units. */
int32_t sr_force_size(const struct sr_force_mention *m);

#endif
