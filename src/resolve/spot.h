/* What the files that spot expressions of time share. */
#ifndef SR_RESOLVE_SPOT_H
#define SR_RESOLVE_SPOT_H

#include "resolve/expr.h"

/* The atoms of one sentence. */
struct sr_spot {
	const struct sr_doc *doc;
	const struct sr_atoms *a;
	uint32_t from, end;
	bool tagged;
};

/* The word of times.tsv of that kind at i, before the end; NULL if none. Asked
 * some 50 times an atom, mostly in vain. */
const struct sr_word *sr_spot_find(const struct sr_spot *s, uint32_t i,
				   enum sr_time_word kind);
static inline const struct sr_word *
sr_spot_word(const struct sr_spot *s, uint32_t i, enum sr_time_word kind)
{
	if (i < s->from || i >= s->end ||
	    !(s->a->list.items[i].begins & SR_AT_TIME(kind)))
		return NULL;
	return sr_spot_find(s, i, kind);
}

/* A shape of expression: its reader gives the atom behind one that begins at i
 * and fills e, or gives 0. It can only give one where the atom at i has one of
 * the bits `needs`. */
struct sr_spot_shape {
	uint32_t (*read)(const struct sr_spot *s, uint32_t i,
			 struct sr_expr *e);
	uint64_t needs; /* SR_AT_* */
};

int32_t sr_spot_value(const struct sr_spot *s, const struct sr_word *w);
int32_t sr_spot_extra(const struct sr_spot *s, const struct sr_word *w);

/* Is atom i, before the end, this mark and close to the one before? */
bool sr_spot_joined(const struct sr_spot *s, uint32_t i, char c);

/* The token's tag at atom i; SR_UPOS_X for none. */
unsigned sr_spot_upos(const struct sr_spot *s, uint32_t i);

/* What a date can begin with. */
#define SR_SPOT_DATE                                                           \
	(SR_AT_VALUE | SR_AT_CALENDAR | SR_AT_TIME(SR_TW_THE) |                \
	 SR_AT_TIME(SR_TW_SEASON) | SR_AT_TIME(SR_TW_FEAST) |                  \
	 SR_AT_TIME(SR_TW_ERA))

/* A date of the calendar at i: gives the atom behind it and fills e's date
 * fields, or gives 0. */
uint32_t sr_spot_date(const struct sr_spot *s, uint32_t i, struct sr_expr *e);

/* A year at i that stands as one; 0 if none. */
uint32_t sr_spot_year(const struct sr_spot *s, uint32_t i, int32_t *year,
		      bool *bc);

/* A further day of the month behind a date with one ("6-7", "4 and 5"):
 * gives the atom behind it and the day's own atom, or 0. */
uint32_t sr_spot_more_days(const struct sr_spot *s, uint32_t i, uint32_t *at,
			   int *day);

/* 2. Readers, one for each shape of expression. Each gives the atom behind
 * the expression that begins at i and fills e, or gives 0. */

uint32_t sr_spot_rel(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_part(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_drift(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_daypart_of(const struct sr_spot *s, uint32_t i,
			    struct sr_expr *e);
uint32_t sr_spot_nth_of(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_length(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_unit_beside(const struct sr_spot *s, uint32_t i,
			     struct sr_expr *e);
uint32_t sr_spot_aged(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_war(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_war_day(const struct sr_spot *s, uint32_t i,
			 struct sr_expr *e);
uint32_t sr_spot_simple(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_every(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_clock(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_part_of_day(const struct sr_spot *s, uint32_t i,
			     struct sr_expr *e);
uint32_t sr_spot_decade(const struct sr_spot *s, uint32_t i, struct sr_expr *e);
uint32_t sr_spot_century(const struct sr_spot *s, uint32_t i,
			 struct sr_expr *e);

/* 3. Parts that several of them use. */

/* Behind a word of this kind at i, if there is one, else i. */
uint32_t sr_spot_skip(const struct sr_spot *s, uint32_t i,
		      enum sr_time_word kind);

/* Behind a hyphen that is close to the word before, else i. */
uint32_t sr_spot_skip_hyphen(const struct sr_spot *s, uint32_t i);

/* Letters, before the end? */
bool sr_spot_is_word(const struct sr_spot *s, uint32_t i);

/* A common noun, before the end? */
bool sr_spot_is_noun(const struct sr_spot *s, uint32_t i);

/* A unit's word into e: its unit, grain, and how many of it. */
void sr_spot_set_unit(const struct sr_spot *s, const struct sr_word *w,
		      struct sr_expr *e);

/* Is the unit's word at i a plural? */
bool sr_spot_plural_unit(const struct sr_spot *s, uint32_t i);

/* How many: "25", "a", "several", "many", "half a"; fills low and high and
 * gives the atom behind, or i. */
uint32_t sr_spot_quantity(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e);

/* "to 10", "or three", "-18" behind a quantity widens it; the atom behind. */
uint32_t sr_spot_quantity_range(const struct sr_spot *s, uint32_t i,
				struct sr_expr *e);

/* The noun of a war within a short noun phrase at i: the atom behind it. */
uint32_t sr_spot_war_noun(const struct sr_spot *s, uint32_t i);

/* A stretch that a part can be of: a date, last week, the month. */
uint32_t sr_spot_whole(const struct sr_spot *s, uint32_t i, struct sr_expr *e);

/* The month's name at i; NULL if there is none. */
const struct sr_word *sr_spot_month(const struct sr_spot *s, uint32_t i);

/* Four digits at i that could be a year; "499 BC". The atom behind, or 0. */
uint32_t sr_spot_bare_year(const struct sr_spot *s, uint32_t i, int32_t *year);
uint32_t sr_spot_year_of_era(const struct sr_spot *s, uint32_t i, int32_t *year,
			     bool *bc);

/* Digits at i, close to the mark before? Does a run of digits go on behind
 * its end (1,939; 10.5; 2S19), or come from something before ($19; F-16)? */
bool sr_spot_digits_joined(const struct sr_spot *s, uint32_t i);
bool sr_spot_goes_on(const struct sr_spot *s, uint32_t i);
bool sr_spot_comes_from(const struct sr_spot *s, uint32_t i);

/* A unit of measure at i? Anything that a number before it would count? */
bool sr_spot_measure(const struct sr_spot *s, uint32_t i);
bool sr_spot_counts(const struct sr_spot *s, uint32_t i);

/* Has any token a tag? Without tags what needs them is left out. */
bool sr_spot_tagged(const struct sr_doc *doc);

#endif
