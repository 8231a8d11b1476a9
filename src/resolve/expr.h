/* Expressions of time as they stand in the text, before anybody knows from
 * which day they count. Spotted once, at the first stage that asks (numbers
 * leave out what is a date); anchored when the publication day is known. */
#ifndef SR_RESOLVE_EXPR_H
#define SR_RESOLVE_EXPR_H

#include "resolve/atom.h"

enum sr_expr_kind {
	SR_EXPR_DATE,	  /* some of: weekday, day, month, season, year */
	SR_EXPR_DAY,	  /* today, yesterday: `sign` days from today */
	SR_EXPR_REL,	  /* last week, the next two days, that morning */
	SR_EXPR_OFFSET,	  /* two weeks ago, later, before */
	SR_EXPR_DURATION, /* 25 days, weeks */
	SR_EXPR_REPEAT,	  /* daily, every week, per day */
	SR_EXPR_REF,	  /* now, recently, in the future, at that time */
	SR_EXPR_CLOCK,	  /* 11:30 a.m. */
	SR_EXPR_WAR,	  /* the start of the invasion, day 68 of the war */
	SR_EXPR_AGE,	  /* 6-year-old: no time at all, and no count */
};

enum sr_grain {
	SR_GRAIN_DAY,
	SR_GRAIN_WEEK,
	SR_GRAIN_MONTH,
	SR_GRAIN_SEASON,
	SR_GRAIN_YEAR,
	SR_GRAIN_DECADE,
	SR_GRAIN_CENTURY,
	SR_GRAIN_NONE,
};

enum sr_expr_link {
	SR_LINK_NONE,
	SR_LINK_RANGE, /* from this to the next, between this and the next */
	SR_LINK_LIST,  /* this and the next */
};

enum sr_time_rel { /* times.tsv, column extra of the kind rel */
		   SR_REL_CALENDAR = 1, /* last week, this month, next Friday */
		   SR_REL_TRAILING = 2, /* the past week, the coming days */
		   SR_REL_TOLD = 3,	/* that month, the following day */
		   SR_REL_RECENT = 4,	/* recent days */
};

#define SR_NO_WORD 255

struct sr_expr {
	uint32_t from, to; /* atoms */
	uint8_t kind;	   /* enum sr_expr_kind */
	uint8_t grain;	   /* enum sr_grain */
	uint8_t prep;	   /* enum sr_time_word before it, SR_NO_WORD */
	uint8_t part;	   /* enum sr_part_of, 0: all of it */
	uint8_t daypart;
	uint8_t unit;	   /* enum sr_time_unit */
	uint8_t link;	   /* enum sr_expr_link, to the next */
	uint8_t flavor;	   /* enum sr_time_rel, 0: none */
	int8_t rel;	   /* -1 last, 0 this, 1 next: of the year, or of all */
	int8_t sign;	   /* ago and before -1, later and after 1 */
	int8_t drift;	   /* "earlier this week" -1, "later that month" 1 */
	int8_t weekday;	   /* 0 Monday; -1 none */
	int8_t month, day; /* 0: none; of a season its first month */
	uint8_t wide;	   /* days beyond the first: "the first weeks of the war" */
	uint8_t nth;	   /* of a week or day in what follows; 99 the last */
	bool bc;
	bool many;    /* a plural that nobody counts: "the past days" */
	bool same;    /* "the same time" */
	bool beside;  /* counts from what its own words name behind it */
	bool loose;   /* "ago" as told of, not as reported: later, before */
	int32_t year; /* 0: none; of a decade or century its first */
	int64_t low, high; /* thousandths of units; 0: none stated */
	uint32_t war;	   /* row of SR_TABLE_WARS, SR_NONE */
	int32_t month_day; /* of a feast: MMDD */
};

struct sr_exprs {
	SR_LIST(struct sr_expr) list;
};

/* Fills doc->exprs unless it is there; makes the atoms too. */
enum sr_code sr_exprs_make(struct sr_doc *doc, const struct sr_kit *kit,
			   struct sr_err *err) SR_MUST_USE;

#endif
