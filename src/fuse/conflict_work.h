/* What the files of conflict.c share. */
#ifndef SR_FUSE_CONFLICT_WORK_H
#define SR_FUSE_CONFLICT_WORK_H

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"
#include "fuse/conflict.h"
#include "fuse/crowd.h"
#include "fuse/losses.h"
#include "model/family.h"
#include "ontology.h"

/* How many claims of one place, kind and time are looked at for one claim. */
#define SR_CONFLICT_LOOK 256
/* How many claims a general denial stands against: the latest. */
#define SR_CONFLICT_MOST 200
/* What is told as news had happened in the days before. */
#define SR_NEWS_DAYS 7

/* A wider place has parts, and more than one event a day. */
#define SR_CITY_KM 8.0

#define SR_NOWHERE UINT32_MAX

/* Of one claim, what the rules ask again and again. */
struct sr_fact {
	uint32_t place; /* group of fuse/places.h; SR_NOWHERE */
	uint32_t rank;	/* its place among all claims by content */
	uint32_t crowd; /* who is counted: fuse/crowd.h */
	struct sr_days days; /* in which it may have happened; may be unknown */
	int32_t known;	     /* day of its report; SR_DAY_MIN: unknown */
	enum sr_scope scope;
	bool spot;  /* a point, and not only toward or from it */
	bool firm;  /* its days are told, not taken from the report's */
	bool taken; /* told as so, by whomever */
};

/* Two claims against each other. Equal kinds and keys are one conflict. */
struct sr_clash {
	uint32_t kind;
	uint32_t said_key, against_key;
	uint32_t said, against; /* claims */
};

struct sr_conflict_work {
	const struct sr_records *records;
	const struct sr_voices *voices;
	struct sr_arena *mem;
	struct sr_conflicts *out;
	struct sr_fact *fact; /* of each claim */
	SR_LIST(struct sr_clash) clashes;
};

static inline const struct sr_claim *
sr_conflict_claim(const struct sr_conflict_work *w, uint32_t i)
{
	return &w->records->claims.items[i].claim;
}

static inline bool sr_days_meet(struct sr_days a, struct sr_days b)
{
	return sr_days_known(a) && sr_days_known(b) && a.from <= b.to &&
	       b.from <= a.to;
}

/* Is nothing in both? */
static inline bool sr_counts_apart(struct sr_count a, struct sr_count b)
{
	return a.high < b.low || b.high < a.low;
}

/* conflict_fact.c: fills w->fact; false: no memory. */
bool sr_conflict_facts(struct sr_conflict_work *w);

/* Adds a clash; false: no memory. */
static inline bool sr_conflict_put(struct sr_conflict_work *w,
				   struct sr_clash clash)
{
	struct sr_clash *own = SR_PUSH(w->mem, &w->clashes);

	if (own)
		*own = clash;
	return own != NULL;
}

/* The rules; false: no memory. */
bool sr_conflict_denials(struct sr_conflict_work *w);
bool sr_conflict_numbers(struct sr_conflict_work *w);
bool sr_conflict_holders(struct sr_conflict_work *w);
bool sr_conflict_events(struct sr_conflict_work *w);
bool sr_conflict_blames(struct sr_conflict_work *w);

#endif
