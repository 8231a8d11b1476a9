/* Between number.c, which reads amounts with their bounds and units, and
 * number_noun.c, which finds what is counted. */
#ifndef SR_RESOLVE_NUMBER_H
#define SR_RESOLVE_NUMBER_H

#include "resolve/expr.h"
#include "resolve/value.h"

/* A number being put together. Atoms [from, to) are its mention so far. */
struct sr_amount {
	struct sr_value v;
	uint32_t from, to;
	struct sr_count count;
	const struct sr_word *unit; /* of measure or money; NULL */
	bool further, total;
	bool people;  /* "2,000-strong": said of people only */
	bool another; /* "another soldier": one, by that word alone */
};

/* What stages share about the sentence at hand. */
struct sr_counting {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_atoms *a;
	struct sr_spot *spot;
	struct sr_str last_unit; /* of the number before, for "two others" */
	/* For each token: the row of SR_TABLE_THINGS whose phrase ends there,
	 * SR_NONE; one behind the longest that begins there, 0; the row of
	 * SR_TABLE_COUNTED that ends there; is it of an expression of time? */
	uint32_t *thing, *thing_to, *counted;
	bool *in_time;
	bool *folk; /* does the name of a people or a group end there? */
};

/* What a number counts: the noun's token (SR_NONE), its unit, and the atom
 * behind it. */
struct sr_counted {
	uint32_t token;
	struct sr_str unit;
	uint32_t to;
	bool noun; /* of: a noun beside it, not the number itself */
};

/* Finds what the amount counts. False: it counts nothing that can be seen. */
bool sr_number_counted(const struct sr_counting *c, const struct sr_amount *n,
		       struct sr_counted *out);

/* Does something countable stand at atom i: a noun with what belongs to it,
 * or "killed", "wounded"? */
bool sr_number_countable(const struct sr_counting *c, uint32_t i);

/* Is the number at atom i what a word before it befell ("killed dozens")? */
bool sr_number_befallen(const struct sr_counting *c, uint32_t i);

/* Does a noun phrase of persons begin at atom i? */
bool sr_number_of_people(const struct sr_counting *c, uint32_t i);

/* The amount at atom i, with its unit and range; false if none begins there
 * or it is part of a name, a code, a list's number. */
bool sr_amount_read(const struct sr_counting *c, uint32_t i,
		    struct sr_amount *n);

/* Fills n->count from the value and the bounds before and behind it. */
void sr_amount_bounds(const struct sr_counting *c, struct sr_amount *n);

/* The bound that begins at atom i; NULL if none. */
const struct sr_word *sr_amount_bound(const struct sr_counting *c, uint32_t i,
				      enum sr_bound_side side);

#endif
