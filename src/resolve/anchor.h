/* From which day an expression counts, and what stretch of days it then is. */
#ifndef SR_RESOLVE_ANCHOR_H
#define SR_RESOLVE_ANCHOR_H

#include "resolve/expr.h"

enum sr_tense {
	SR_TENSE_PAST,
	SR_TENSE_FUTURE,
	SR_TENSE_EITHER, /* may, could: whichever day is nearer */
};

/* Where the reading stands. `today` is the day of publication, or of the
 * words quoted; `told` the stretch that was named last. */
struct sr_anchor {
	const struct sr_kit *kit;
	struct sr_days today, told;
	bool history; /* a text about the past: "in June" is told's year */
	bool chronicle; /* so is this, but it goes on up to today */
	bool near;    /* told was named in this sentence or the one before */
	bool dated;   /* in this paragraph, and its year was said */
	bool same;    /* in this sentence */
	bool fixed;   /* told is what the words count from, and no guess */
	uint32_t war; /* row of SR_TABLE_WARS, SR_NONE */
};

/* What an expression names and means, apart from the words before it. */
struct sr_anchored {
	struct sr_days named, days;
	uint8_t basis;
	bool sharp; /* told may go on from here */
};

/* Resolves one expression. Unknown intervals where the anchor does not do. */
struct sr_anchored sr_anchor_resolve(const struct sr_anchor *at,
				     const struct sr_expr *e,
				     enum sr_tense tense);

/* 2. The calendar (stretch.c). */

/* d, or unknown if it is not within the years 1 to 9999. */
struct sr_days sr_days_checked(struct sr_days d);

/* Monday to Sunday around a day. */
struct sr_days sr_week_of(int32_t day);

/* The calendar's stretch of this grain that holds a day, moved by n of it. */
struct sr_days sr_stretch(enum sr_grain grain, int32_t day, int32_t n);

/* The first, middle or last part of a stretch, as claims.md cuts months:
 * 1 to 10, 11 to 20, 21 to the last; years in parts of four months. */
struct sr_days sr_days_part(struct sr_days d, uint8_t part);

/* Days in n thousandths of a unit, at least 1. */
int32_t sr_unit_days(enum sr_time_unit unit, int64_t milli);

#endif
