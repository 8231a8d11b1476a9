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

/* The word of times.tsv of that kind at i, before the end; NULL if none. */
const struct sr_word *sr_spot_word(const struct sr_spot *s, uint32_t i,
                                   enum sr_time_word kind);
int32_t sr_spot_value(const struct sr_spot *s, const struct sr_word *w);
int32_t sr_spot_extra(const struct sr_spot *s, const struct sr_word *w);

/* Is atom i, before the end, this mark and close to the one before? */
bool sr_spot_joined(const struct sr_spot *s, uint32_t i, char c);

/* The token's tag at atom i; SR_UPOS_X for none. */
unsigned sr_spot_upos(const struct sr_spot *s, uint32_t i);

/* A date of the calendar at i: gives the atom behind it and fills e's date
 * fields, or gives 0. */
uint32_t sr_spot_date(const struct sr_spot *s, uint32_t i, struct sr_expr *e);

/* A year at i that stands as one; 0 if none. */
uint32_t sr_spot_year(const struct sr_spot *s, uint32_t i, int32_t *year,
                      bool *bc);

/* A further day of the month behind a date with one ("6-7", "4 and 5"):
 * gives the atom behind it and the day's own atom, or 0. */
uint32_t sr_spot_more_days(const struct sr_spot *s, uint32_t i,
                           uint32_t *at, int *day);

/* Has any token a tag? Without tags what needs them is left out. */
bool sr_spot_tagged(const struct sr_doc *doc);

#endif
