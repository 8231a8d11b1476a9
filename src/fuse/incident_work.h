/* What the files of incident.c share. */
#ifndef SR_FUSE_INCIDENT_WORK_H
#define SR_FUSE_INCIDENT_WORK_H

#include "base/calendar.h"
#include "base/str.h"
#include "fuse/incident.h"
#include "model/family.h"

/* Happenings that may be one. Only tellings of one group are compared. */
enum sr_group {
	SR_GROUP_CONTROL,
	SR_GROUP_SIEGE,
	SR_GROUP_ADVANCE,
	SR_GROUP_ATTACK, /* with the losses and the damage done */
	SR_GROUP_FORCE,
	SR_GROUP_CIVIL,
	SR_GROUP_POLITICS,
	SR_GROUP_COUNT
};

/* Sorts within a group. */
enum sr_sort {
	SR_SORT_A,
	SR_SORT_B,
	SR_SORT_C,
	SR_SORT_D,
	SR_SORT_E,
	SR_SORT_AIR = 0,
	SR_SORT_SHELLING,
	SR_SORT_EXPLOSIVE,
	SR_SORT_GROUND,
	SR_SORT_CIVILIANS,
	SR_SORT_DAMAGE,
	SR_SORT_LOSS,
	SR_SORT_ANY, /* "the attack": of any sort (manner.h) */
	SR_SORT_COUNT
};

enum sr_where {
	SR_WHERE_FIRM,	/* a place of its own: a town, a bridge */
	SR_WHERE_BROAD, /* a region, a state */
	SR_WHERE_NOT
};

/* The row of a type (incident_family.c). */
struct sr_kin {
	uint8_t group;
	uint8_t sort; /* enum sr_sort */
	bool core;    /* a happening of its own, no mark that it left */
	bool state;   /* how things stand */
	bool wordy;   /* of one type there is much on one day: the words
			 decide too */
};
const struct sr_kin *sr_kin_of(unsigned type);

/* How far days may lie apart in a group, and how long before a report's day
 * what it tells without a day may have been. */
struct sr_reach {
	int gap, lag;
	int next;  /* points for days that lie beside each other */
	int apart; /* points where two reports have no day but their own, and
		      those differ */
};
const struct sr_reach *sr_reach_of(unsigned group);

struct sr_amount {
	uint16_t type;
	uint64_t unit;
	int64_t low, high;
	struct sr_str side; /* of the target */
	bool open;	    /* further, or a total: can't be compared */
};

#define SR_MOST_AMOUNTS 8
#define SR_MOST_BLOCKS 4

struct sr_telling {
	uint32_t from, n;  /* of sr_tell_work.claim */
	uint32_t head;	   /* index of the most exact claim */
	struct sr_str key; /* the smallest of its claims */
	uint8_t group;
	uint32_t types, sorts; /* bits */
	const struct sr_place_slot *place;
	enum sr_where where;
	uint64_t name;	      /* of the place, folded */
	struct sr_days days;  /* as claimed */
	struct sr_days reach; /* when it may have been */
	bool by;	      /* basis is the report's day */
	bool denied, doubted;
	bool vague;  /* can't be an incident by itself */
	bool parted; /* a person parted one of its claims from another */
	struct sr_str actor, target;
	const struct sr_amount *amount;
	unsigned namount;
	uint16_t type;	    /* of the head */
	struct sr_str said; /* the head's evidence */
	uint64_t words;	     /* hash of the head's evidence, folded */
	int32_t rank;	     /* how exact: the higher leads */
	int32_t row, column; /* of its cell on the map; row < 0: none */
	uint64_t block[SR_MOST_BLOCKS];
	unsigned nblock;
	/* the answer */
	bool centre;
	uint32_t of; /* the centre's index */
	int score;
	uint32_t incident; /* scratch: the telling that stands for it */
};

struct sr_tell_work {
	const struct sr_records *records;
	const struct sr_links *links;
	struct sr_arena *mem;
	SR_LIST(struct sr_telling) tellings;
	struct sr_arena scratch; /* of one sum; its maker releases it */
	uint32_t *claim;	 /* by telling */
	uint32_t *telling;	 /* of each claim; UINT32_MAX */
};

static inline const struct sr_claim *sr_tell_claim(const struct sr_tell_work *w,
						   uint32_t i)
{
	return &w->records->claims.items[i].claim;
}

/* incident_tell.c: the tellings of all reports. */
enum sr_code sr_tellings(struct sr_tell_work *w);

/* The same for the claims of one telling, by their indices, which are put in
 * order; `out` then has all but the answer. False without memory. */
bool sr_telling_of(struct sr_tell_work *w, uint32_t *claim, uint32_t n,
		   struct sr_telling *out);

/* incident_decide.c: what people decided, after sr_star: sets `incident` of
 * each telling. */
enum sr_code sr_incident_decide(struct sr_tell_work *w);

/* The telling that stands for the incident of a telling. */
uint32_t sr_incident_root(struct sr_tell_work *w, uint32_t telling);

/* "i" and the first digits of a claim's key. */
void sr_incident_id(struct sr_str key, char id[16]);

/* incident_node.c: what a telling is compared by, from its claims. */
bool sr_telling_fill(struct sr_tell_work *w, struct sr_telling *t);

/* Makes all that a telling is compared by the arena's, so that it outlives its
 * claims: afterwards from, n and head say nothing. */
bool sr_telling_own(struct sr_telling *t, struct sr_arena *mem);
uint64_t sr_hash_folded(struct sr_str s, struct sr_arena *mem);
struct sr_days sr_claim_reach(const struct sr_claim *c);
enum sr_where sr_place_where(const struct sr_claim *c);
int sr_claim_exactness(const struct sr_record *r);
void sr_telling_blocks(struct sr_telling *t, struct sr_arena *mem);
uint64_t sr_cell_block(unsigned group, int32_t row, int32_t column);

/* incident_score.c: points for two tellings being one; SR_NEVER when something
 * excludes it. `points` may be NULL. */
#define SR_NEVER (-1000)
#define SR_ENOUGH SR_INCIDENT_ENOUGH
int sr_telling_score(const struct sr_tell_work *w, const struct sr_telling *a,
		     const struct sr_telling *b, int16_t *points);
bool sr_same_spot(const struct sr_place_slot *a, const struct sr_place_slot *b,
		  double km);
/* How many words of five letters or more two texts share, in thousandths of
 * the shorter one's. */
int sr_words_shared(struct sr_str a, struct sr_str b);
bool sr_amounts_clash(const struct sr_amount *a, const struct sr_amount *b);
bool sr_amounts_same_kind(const struct sr_amount *a, const struct sr_amount *b);

/* Has a person parted that claim from another? */
bool sr_links_part(const struct sr_links *links, struct sr_str key);

/* Does a person say that they are two? */
bool sr_links_cannot(const struct sr_tell_work *w, const struct sr_telling *a,
		     const struct sr_telling *b);

/* incident_star.c: centres, and the centre of each. */
enum sr_code sr_star(struct sr_tell_work *w);

/* Higher rank, then smaller key. */
bool sr_leads(const struct sr_telling *a, const struct sr_telling *b);

/* incident_sum.c: one incident from its tellings, which lie in w->tellings at
 * the indices given, the centre first. */
bool sr_incident_sum(struct sr_tell_work *w, const struct sr_voices *voices,
		     const uint32_t *telling, size_t n,
		     struct sr_incident *out);

/* incident_side.c: the side of a claim's speaker, from what its report says
 * of parties of that name; empty: unknown. */
struct sr_str sr_speaker_side(const struct sr_records *records,
			      const uint32_t *claim, size_t n,
			      const struct sr_record *of);

#endif
