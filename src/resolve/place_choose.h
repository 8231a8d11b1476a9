/* Between place_choose.c, which weighs the candidates of each name, and
 * place_throw.c, which throws out what does not hold in the end. */
#ifndef SR_RESOLVE_PLACE_CHOOSE_H
#define SR_RESOLVE_PLACE_CHOOSE_H

#include "resolve/place.h"

#define MOST_REFERENCES 256

/* How a name stands to another in the text. */
enum place_tie { TIE_NONE, TIE_REPORT, TIE_BLOCK, TIE_SENTENCE };

struct place_reference {
	const struct place_cand *cand; /* a copy: candidates are resorted */
	uint32_t name;
	double weight;
	bool area; /* place_is_area(cand) */
};

struct place_choose {
	struct place_work *w;
	struct place_cand *seen; /* best candidates of the round before */
	struct place_reference ref[MOST_REFERENCES];
	size_t nref;
	double *country; /* by row of countries.tsv: share of the places */
	uint8_t *tie;	 /* of name to reference: nname * nref */
	/* Of each name the first spot, and the first that is said to be in it;
	 * of each spot the next such one; SR_NONE. */
	uint32_t *first, *next, *first_in, *next_in;
	uint16_t *people; /* of each spot, see people_before() */
};

/* Is it the same place by another name or as another kind ("the town of X" beside
 * "X")? It bears out nothing. */
static inline bool place_same(const struct place_cand *a,
			      const struct place_cand *b)
{
	return a->index == b->index && a->from == b->from;
}

/* A small place far from all else in the report is not meant, nor one that a
 * stated distance speaks against: its name is then missing or none at all. */
void place_throw_out(struct place_choose *c);

#endif
