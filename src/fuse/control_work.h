/* What the files of control.c share. */
#ifndef SR_FUSE_CONTROL_WORK_H
#define SR_FUSE_CONTROL_WORK_H

#include "base/calendar.h"
#include "base/str.h"
#include "fuse/control.h"
#include "ontology.h"

#define SR_NEAR_DAYS 14 /* leaving and taking this near are one change */

enum sr_evidence_kind { SR_TAKE, SR_HOLD, SR_LEAVE };

struct sr_evidence {
	uint32_t claim, report;
	enum sr_evidence_kind kind;
	bool back;	 /* took it back: somebody else had it on that day */
	bool loose;	 /* no day of its own: by that of the report */
	bool background; /* told of the past, not as news */
	bool weak;	 /* is there, but may not hold it: contests at most */
	bool guessed;	 /* nobody named: the state of the ground */
	bool repeat;	 /* the same again in one report */
	struct sr_str side;
	uint32_t state;	  /* of the side; 0 is nobody known */
	int32_t from, to; /* from SR_DAY_MIN: true by `to` */
};

/* Moments: two a day, so that a place may be taken and taken back on one. */
#define SR_EARLY(day) ((int64_t)(day)*2)
#define SR_LATE(day) ((int64_t)(day)*2 + 1)

/* A stretch of moments with one holder. */
struct sr_stretch {
	int64_t from, to; /* first and last moment looked at in it */
	uint32_t state;
};

struct sr_control_work {
	const struct sr_records *records;
	struct sr_arena *mem;
	struct sr_control *out;
	SR_LIST(struct sr_evidence) evidence; /* by report, then days */
	SR_LIST(struct sr_str) sides;	      /* state 1 is the first */
	SR_LIST(struct sr_stretch) path;
};

static inline const struct sr_claim *
sr_control_claim(const struct sr_control_work *w, uint32_t i)
{
	return &w->records->claims.items[i].claim;
}

/* control_path.c: the holders over time that fit the evidence best. */
enum sr_code sr_control_path(struct sr_control_work *w);

/* control_end.c: the path as spells, each with its grounds. */
enum sr_code sr_control_end(struct sr_control_work *w, const uint32_t *claim,
			    size_t nclaim);

#endif
