/* Who held a place when, from what was claimed of it.
 *
 * A hidden Markov model over the days: the holder is hidden, the claims are the
 * evidence, each weighing as much as its source has been right so far. Of all
 * sequences of holders the likeliest is taken, and of each stretch of it is
 * told how sure that is. Nothing is sharpened: a change has an earliest and a
 * latest day, what speaks for two sides is contested, what nobody says is
 * unknown. Denials speak against; what is planned or possible changes nothing
 * and is kept beside. docs/decisions/054 has the model. */
#ifndef SR_FUSE_CONTROL_H
#define SR_FUSE_CONTROL_H

#include "base/err.h"
#include "fuse/places.h"
#include "fuse/voice.h"
#include "model/record.h"

/* Why somebody says something of a holder. */
enum sr_interest {
	SR_SPEAKS_NEUTRAL, /* neither, or it is not known who speaks */
	SR_SPEAKS_FOR,	   /* for the speaker's own side */
	SR_SPEAKS_AGAINST, /* against the speaker's own side: it admits it */
	SR_INTERESTS
};

/* A source: a speaker, or a publisher in its own words; and how often what it
 * said of a holder agreed with what others said of the same place and time. */
struct sr_source {
	struct sr_str key;  /* content, the same always */
	struct sr_str name; /* for people */
	uint32_t agree[SR_INTERESTS], differ[SR_INTERESTS];
};

struct sr_trust {
	SR_LIST(struct sr_source) items; /* by key */
	uint32_t *claim;		 /* the source of each claim */
	uint32_t alone, shared;		 /* changes told of by one source, by
					    several */
};

/* What a place's control is worked out from. */
struct sr_control_in {
	const struct sr_records *records;
	const struct sr_voices *voices; /* of them; NULL: a report is one */
	const struct sr_trust *trust;	/* of them; NULL: all weigh the same */
	const struct sr_str *spoke;	/* the side of each claim's speaker,
					   empty: unknown; or NULL */
	const uint8_t *extent; /* how much of the place each claim speaks of, an
				  enum sr_extent; NULL: of a town it, of no
				  area the whole */
};

enum sr_hold {
	SR_HOLD_ASSUMED,   /* nobody says so: before the first change */
	SR_HOLD_CLAIMED,   /* by one origin, or by the holder's side alone */
	SR_HOLD_CONTESTED, /* claimed for two sides at once */
	SR_HOLD_LEFT,	   /* the holder left; nobody says who came */
	SR_HOLD_ASSESSED,  /* several origins, not all the holder's own; or
			      the side that lost it admits it */
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
	enum sr_interest interest; /* of who says it */
};

#define SR_SPELL_ID 14 /* 'h', 12 hex digits, NUL */

struct sr_spell {
	char id[SR_SPELL_ID]; /* from its place, holder, and grounds */
	enum sr_hold kind;
	struct sr_str holder, rival; /* sides; empty: unknown */
	struct sr_days from; /* the change to it; from.from may be open */
	int32_t day;	     /* the likeliest of those; SR_DAY_MIN */
	int32_t seen;	     /* the last day of which the holder is claimed */
	uint16_t sure;	     /* thousandths: of 1000 such days, on so many
				the holder is right; 0: nobody says */
	SR_LIST(struct sr_ground) grounds;
	struct sr_support support, against; /* without and with DENIES and
					       RIVALS */
	bool admitted;			    /* by the side that lost it */
	bool own_only;	      /* nobody but the holder's side says so */
	struct sr_days siege; /* besieged in it, days; unknown: not said */
	uint32_t siege_claim; /* who says so last */
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
enum sr_code sr_control(const struct sr_control_in *in,
			const struct sr_spot_group *group, struct sr_arena *mem,
			struct sr_control *out, struct sr_err *err) SR_MUST_USE;

/* The holder on a day: the spell that surely covers it; the one after it in
 * *other where the change may have come by then. SIZE_MAX: none. */
size_t sr_control_on(const struct sr_control *control, int32_t day,
		     size_t *other);

/* How sure the holder of spell i is on a day, in thousandths: less the longer
 * nothing has been heard of it. */
uint32_t sr_control_sure(const struct sr_control *control, size_t i,
			 int32_t day);

/* Is the claim about control of a place of its own, rather than of a
 * surrounding of one? Roles: at (and from, for leaving; area, for areas). To
 * have come into a place bears on it too: it contests, but changes nothing. */
bool sr_bears_on_control(const struct sr_claim *claim);

/* The sources of the claims, with what each has agreed and differed in over all
 * the places of `groups`: a sum over the places, each counted alone, so that a
 * new claim changes the counts of its own place only. in->trust is not used.
 * SR_NOMEM. */
enum sr_code sr_trust(const struct sr_control_in *in,
		      const struct sr_spot_groups *groups, struct sr_arena *mem,
		      struct sr_trust *out, struct sr_err *err) SR_MUST_USE;

/* The sources of these claims, with what was learnt of them from others. The
 * arena's. SR_NOMEM. */
enum sr_code sr_trust_of(const struct sr_trust *learnt,
			 const struct sr_control_in *in, struct sr_arena *mem,
			 struct sr_trust *out, struct sr_err *err) SR_MUST_USE;

#endif
