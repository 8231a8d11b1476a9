/* Amounts in words and digits: "1,119", "10 000", "2.2 billion", "twenty-five",
 * "a couple of hundred", "tens of thousands", "two-thirds", "93rd". */
#ifndef SR_RESOLVE_VALUE_H
#define SR_RESOLVE_VALUE_H

#include "resolve/atom.h"

enum sr_value_form {
	SR_VALUE_DIGITS,
	SR_VALUE_WORDS,
	SR_VALUE_SPREAD, /* several, dozens, thousands */
};

/* Atoms [from, to). low and high in thousandths; of a share, of per cent. */
struct sr_value {
	uint32_t from, to;
	int64_t low, high;
	enum sr_value_form form;
	bool ordinal; /* 93rd, first */
	bool share;   /* a quarter, two-thirds, half */
	bool marked;  /* digits with separators, a fraction or a scale word */
};

/* Reads the amount that begins at atom i, before atom end. False if none
 * does. "a" and "half" begin one only with what makes them so: "a dozen",
 * "a third of", "half a million". */
bool sr_value_read(const struct sr_atoms *a, uint32_t i, uint32_t end,
		   struct sr_value *v);

/* The scale letters behind a run of digits ("5m", "10k"), which mean a million
 * only with a sign of money: gives the power of ten, or 0. */
int sr_value_suffix(const struct sr_atoms *a, uint32_t i, uint32_t end);

/* n times ten to the power, at most SR_VALUE_MOST. */
#define SR_VALUE_MOST ((int64_t)1000000000000000000)
int64_t sr_value_scale(int64_t n, int power);

#endif
