/* Who held a place when, from what was claimed of it.
 *
 * A claim that a side took, held or left the place is evidence: for an
 * interval of days, or for *by* a day where the report names none. Of all
 * sequences of holders the one that goes against the least of it is taken.
 * Nothing is sharpened: a change has an earliest and a latest day, what one
 * claim says and another denies is contested, what nobody says is unknown.
 * Claims that are denied, disputed, doubted, planned or possible change no
 * holder and are kept beside. docs/decisions/051 has the model. */
#ifndef SR_FUSE_CONTROL_H
#define SR_FUSE_CONTROL_H

#include "base/err.h"
#include "fuse/places.h"
#include "model/record.h"

enum sr_hold {
	SR_HOLD_ASSUMED, /* nobody says so: before the first change */
	SR_HOLD_CLAIMED,
	SR_HOLD_CONTESTED, /* claimed for two sides at once */
	SR_HOLD_LEFT,	   /* the holder left; nobody says who came */
};

/* How a claim bears on a spell. */
enum sr_bearing {
	SR_BEARS_TAKES,	 /* that the holder took the place */
	SR_BEARS_HOLDS,	 /* that the holder had it */
	SR_BEARS_LEAVES, /* that the other side left it */
	SR_BEARS_DENIES, /* that it is not so */
	SR_BEARS_RIVALS, /* for the other side of a contested spell */
};

struct sr_ground {
	uint32_t claim; /* index into the records */
	enum sr_bearing bearing;
};

struct sr_spell {
	enum sr_hold kind;
	struct sr_str holder, rival; /* sides; empty: unknown */
	struct sr_days from; /* the change to it; from.from may be open */
	int32_t seen;	     /* the last day of which the holder is claimed */
	SR_LIST(struct sr_ground) grounds;
	uint32_t nreport, ndenier; /* reports that claim it, that deny it */
};

struct sr_control {
	SR_LIST(struct sr_spell)
	spells; /* in order; each ends where the next
		   begins, the last one is open */
	SR_LIST(uint32_t)
	beside;	      /* claims that change no holder: sieges,
			 advances, doubted, planned */
	int32_t last; /* the last day of any of this; SR_DAY_MIN */
};

/* The spells of one place from the group of claims of it. Strings are the
 * records'; the rest is the arena's. SR_NOMEM. */
enum sr_code sr_control(const struct sr_records *records,
			const struct sr_spot_group *group, struct sr_arena *mem,
			struct sr_control *out, struct sr_err *err) SR_MUST_USE;

/* The holder on a day: the spell that surely covers it; the one after it in
 * *other where the change may have come by then. SIZE_MAX: none. */
size_t sr_control_on(const struct sr_control *control, int32_t day,
		     size_t *other);

/* Is the claim about control of a place of its own, rather than of a
 * surrounding of one? Roles: at (and from, for leaving; area, for areas). To
 * have come into a place bears on it too: it contests, but changes nothing. */
bool sr_bears_on_control(const struct sr_claim *claim);

#endif
