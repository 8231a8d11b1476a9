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
	bool back;	 /* took it back: somebody else had it before */
	bool background; /* undated: told of the past, not as news */
	bool used;
	struct sr_str side;
	int32_t from, to; /* from SR_DAY_MIN: true by `to` */
};

struct sr_control_work {
	const struct sr_records *records;
	struct sr_arena *mem;
	struct sr_control *out;
	SR_LIST(struct sr_evidence) evidence;
};

static inline const struct sr_claim *
sr_control_claim(const struct sr_control_work *w, uint32_t i)
{
	return &w->records->claims.items[i].claim;
}

/* The spell with that index, or NULL. */
static inline struct sr_spell *sr_spell_at(const struct sr_control_work *w,
					   size_t i)
{
	return i < w->out->spells.nitem ? &w->out->spells.items[i] : NULL;
}

/* Is it that side's, alone or contested? */
static inline bool sr_spell_holds(const struct sr_spell *s, struct sr_str side)
{
	return s && s->kind != SR_HOLD_LEFT && sr_str_equal(s->holder, side);
}

/* A new spell before the one with index i. NULL when memory is out. */
struct sr_spell *sr_spell_insert(struct sr_control_work *w, size_t i,
				 enum sr_hold kind, struct sr_str holder);

/* Evidence for a spell; s may be NULL when memory is out. */
enum sr_code sr_spell_support(struct sr_control_work *w, struct sr_spell *s,
			      struct sr_evidence *e, enum sr_bearing bearing);

/* A spell that begins with that evidence, before the one with index `at`. */
enum sr_code sr_spell_begin(struct sr_control_work *w, size_t at,
			    struct sr_evidence *e, struct sr_days from);

enum sr_bearing sr_bearing_of(const struct sr_evidence *e);

/* The last spell of a side that may have begun by that day; the number of
 * spells: none. */
size_t sr_spell_of(const struct sr_control_work *w, struct sr_str side,
		   int32_t day);

/* control_join.c: evidence that is only true by a day. */
enum sr_code sr_control_join(struct sr_control_work *w);

/* control_end.c: first days, who was there before, counts. */
enum sr_code sr_control_end(struct sr_control_work *w, const uint32_t *claim,
			    size_t nclaim);

#endif
