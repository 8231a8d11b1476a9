/* Incidents kept up while claims come and go: what sr_incidents gives for all
 * of them, at the cost of the neighbourhood of those that changed.
 *
 * The keeper (src/ledger) has each telling in a table, with its blocks and its
 * centre. It puts the new ones here, and those whose centre has gone; what lies
 * around them is asked for as it is needed. In the order of rank each gets its
 * centre; one that becomes or is no longer a centre makes those look anew that
 * it may lead. Rank only falls along the way, so this ends, with what all of
 * them together would have given. */
#ifndef SR_FUSE_INCIDENT_KEEP_H
#define SR_FUSE_INCIDENT_KEEP_H

#include "fuse/incident_work.h"

/* From a number to another; open addressing, grows in an arena. */
struct sr_numbers {
	struct sr_number_slot {
		uint64_t key;
		uint32_t value;
		bool used;
	} * slot;
	size_t nslot, n;
};

/* Some days of one block. Those who lead others are found apart from all: of
 * the thousand tellings of one battle a new one is compared with a few. */
struct sr_keep_block {
	uint8_t read;		/* enum sr_keep_read */
	uint32_t all, centres;	/* the last post; UINT32_MAX: none. Of centres
				   some may be none any more, or stand twice */
};

enum sr_keep_read {
	SR_KEEP_NOTHING,
	SR_KEEP_CENTRES,
	SR_KEEP_ALL
};

struct sr_keep_post {
	uint32_t telling, next;
};

/* What the keeper knows of a telling beside it. */
struct sr_kept {
	int64_t row;
	int64_t centre; /* row, as it is kept; 0: it is new */
	int score;	/* likewise */
	bool dirty;
	bool done; /* looked at anew */
	bool listed, lost; /* near.c: of a centre whose star changes */
	char name[13];	   /* of a centre: its incident's, without the "i" */
};

struct sr_keep {
	struct sr_tell_work w;
	SR_LIST(struct sr_kept) kept; /* of w.tellings */
	SR_LIST(struct sr_keep_block) blocks;
	SR_LIST(struct sr_keep_post) posts;
	SR_LIST(uint32_t) heap; /* dirty ones, the leading on top */
	SR_LIST(uint32_t) done; /* in the order in which it was done */
	struct sr_numbers by_block, by_row;
	/* Puts kept tellings of a block whose last day is one of those, and
	 * all that are held to a centre: by sr_keep_put. */
	enum sr_code (*read_block)(void *user, uint64_t block,
				   struct sr_days days, enum sr_keep_read what);
	enum sr_code (*read_members)(void *user, int64_t centre);
	void *user;
	int32_t whole_from; /* piece of days from which on all there is is here,
			       and no block has to be read; INT32_MIN: all,
			       INT32_MAX: nothing */
};

/* The index of a telling that is here already, by its row; UINT32_MAX. */
uint32_t sr_keep_find(const struct sr_keep *k, int64_t row);

/* Puts a telling that sr_telling_fill has filled: new, or as it is kept. False
 * without memory. */
bool sr_keep_put(struct sr_keep *k, const struct sr_telling *t,
		 const struct sr_kept *kept);

/* Puts what is not before some day, about half of what another keeps, into one
 * that is empty, so that what comes next finds its neighbours there. All is
 * copied. False without memory. */
bool sr_keep_carry(struct sr_keep *to, const struct sr_keep *from);

/* It has to look for its centre anew. */
bool sr_keep_touch(struct sr_keep *k, uint32_t i);

/* Until nothing is left to be looked at anew: those done have centre, of and
 * score. A code of the readers', or SR_NOMEM. */
enum sr_code sr_keep_run(struct sr_keep *k);

/* The keys under which a telling is to be found, at most SR_MOST_BLOCKS. */
unsigned sr_keep_blocks(const struct sr_telling *t,
			uint64_t block[SR_MOST_BLOCKS]);

#endif
