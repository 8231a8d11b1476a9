/* What the files of control.c share. */
#ifndef SR_FUSE_CONTROL_WORK_H
#define SR_FUSE_CONTROL_WORK_H

#include "base/calendar.h"
#include "base/str.h"
#include "fuse/bits.h"
#include "fuse/control.h"
#include "fuse/extent.h"
#include "ontology.h"

#define SR_NEAR_DAYS 14 /* leaving and taking this near are one change */

enum sr_evidence_kind { SR_TAKE, SR_HOLD, SR_LEAVE };

struct sr_evidence {
	uint32_t claim, origin, source;
	uint32_t report, rank; /* numbers among these, by day of publication,
				  hash and place in the text, not by the
				  indices of the records */
	enum sr_evidence_kind kind;
	enum sr_interest interest;
	bool back;	 /* took it back: somebody else had it on that day */
	bool loose;	 /* no day of its own: by that of the report */
	bool background; /* told of the past, not as news */
	bool weak;	 /* is there, but may not hold it: contests at most */
	bool part;	 /* that it has a part of it; weak, too */
	bool guessed;	 /* nobody named: the state of the ground */
	bool against;	 /* that it is not so */
	bool doubted;	 /* not verified, or disputed */
	bool repeat;	 /* one of its source or origin says the same */
	bool change;	 /* stands for a change of which several tell */
	bool lone;	 /* or this one only */
	struct sr_str side;
	uint32_t state;	  /* of the side; 0 is nobody known */
	int32_t from, to; /* from SR_DAY_MIN: true by `to` */
	int32_t weight;	  /* bits, see bits.h */
	int32_t news; /* beside it, where `change`: that there is a change */
};

/* Moments: two a day, so that a place may be taken and taken back on one. */
#define SR_EARLY(day) ((int64_t)(day)*2)
#define SR_LATE(day) ((int64_t)(day)*2 + 1)

/* A stretch of moments with one holder. */
struct sr_stretch {
	int64_t from, to; /* first and last moment looked at in it */
	uint32_t state;
};

/* How likely its holder was at a moment of the path, given all claims. */
struct sr_moment {
	int64_t at;
	uint32_t state;
	uint16_t chance;
};

struct sr_control_work {
	const struct sr_control_in *in;
	const struct sr_records *records;
	struct sr_arena *mem;
	struct sr_str ground; /* the state in which the place lies */
	struct sr_control *out;
	SR_LIST(struct sr_evidence) evidence; /* by side, then days */
	SR_LIST(struct sr_str) sides;	      /* state 1 is the first */
	SR_LIST(struct sr_stretch) path;
	SR_LIST(struct sr_moment) moments;
};

static inline const struct sr_claim *
sr_control_claim(const struct sr_control_work *w, uint32_t i)
{
	return &w->records->claims.items[i].claim;
}

static inline enum sr_extent
sr_control_extent(const struct sr_control_work *w, uint32_t i)
{
	return w->in->extent ? (enum sr_extent)w->in->extent[i]
			     : SR_EXTENT_OPEN;
}

/* By what the claims say and where, not by how they came in: report, place in
 * its text, key. For qsort with the records' claims. */
int sr_claim_order(const struct sr_records *records, uint32_t a, uint32_t b);

/* control.c: claims to evidence, sorted, with the sides. */
enum sr_code sr_control_evidence(struct sr_control_work *w,
				 const struct sr_spot_group *group);

/* control_weigh.c: what is said again, and what each weighs. */
void sr_control_weigh(struct sr_control_work *w);

/* Whether a claim speaks for its speaker's side, or against it. */
enum sr_interest sr_control_interest(const struct sr_control_work *w,
				     uint32_t claim);

/* control_path.c: the holders over time that fit the evidence best. */
enum sr_code sr_control_path(struct sr_control_work *w);

/* control_end.c: the path as spells, each with its grounds. */
enum sr_code sr_control_end(struct sr_control_work *w);

/* control_days.c: when each spell began, and which are contested. */
void sr_control_days(struct sr_control_work *w);
enum sr_code sr_control_contest(struct sr_control_work *w);

/* control_sure.c: how sure each is, and who stands behind it. */
enum sr_code sr_control_judge(struct sr_control_work *w,
			      const struct sr_spot_group *group);

/* Spells, for all of these. */

/* A new spell before the one with index i. NULL when memory is out. */
struct sr_spell *sr_spell_insert(struct sr_control_work *w, size_t i,
				 enum sr_hold kind, struct sr_str holder);
enum sr_code sr_spell_ground(struct sr_control_work *w, struct sr_spell *s,
			     uint32_t claim, enum sr_bearing bearing);

static inline struct sr_spell *sr_spell_at(const struct sr_control_work *w,
					   size_t i)
{
	return i < w->out->spells.nitem ? &w->out->spells.items[i] : NULL;
}

static inline int32_t sr_day_of_moment(int64_t moment)
{
	return (int32_t)((moment - (moment & 1)) / 2);
}

/* The chance of the path's holder at the last moment looked at up to that one;
 * 0: before all. */
uint32_t sr_chance_at(const struct sr_control_work *w, int64_t moment);

#endif
