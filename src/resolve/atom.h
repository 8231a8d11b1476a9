/* The text as numbers and times are read in it: runs of letters, runs of
 * digits, single marks, whatever the tokeniser made of them ("mid-May", "24km",
 * "6-year-old", "1990s" are three, two, five and two atoms). A run of letters
 * may go on in digits ("T72", "km2"); a run of digits never in letters.
 *
 * Each atom has the phrases of the number and time tables that begin there,
 * as the forms trie gives them. A report has about 1,200 atoms and 150 such
 * words. Made once by the first stage that asks, kept in doc->atoms. */
#ifndef SR_RESOLVE_ATOM_H
#define SR_RESOLVE_ATOM_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

/* The words of the enum columns of the tables, in the order of schema.h. */
enum sr_numeral_kind {
	SR_NUMERAL_ONES, /* zero to nine */
	SR_NUMERAL_TEEN, /* ten to nineteen */
	SR_NUMERAL_TENS, /* twenty, thirty ... */
	SR_NUMERAL_HUNDRED,
	SR_NUMERAL_SCALE,   /* thousand, million ... */
	SR_NUMERAL_SUFFIX,  /* 10k, 5m */
	SR_NUMERAL_GROUP,   /* dozen, score */
	SR_NUMERAL_SOME,    /* several, a handful, dozens */
	SR_NUMERAL_SCALES,  /* hundreds, thousands: nobody says how many */
	SR_NUMERAL_ORDINAL, /* third: a place in a row, or a share */
	SR_NUMERAL_ORDINAL_SUFFIX,
	SR_NUMERAL_FRACTION, /* half, quarter */
	SR_NUMERAL_PART,     /* thirds: always a share */
	SR_NUMERAL_ARTICLE,
	SR_NUMERAL_AND,
	SR_NUMERAL_OF,
};

enum sr_bound_side { SR_BOUND_BEFORE, SR_BOUND_AFTER };

enum sr_unit_kind {
	SR_UNIT_LENGTH,
	SR_UNIT_AREA,
	SR_UNIT_CALIBRE,
	SR_UNIT_MASS,
	SR_UNIT_VOLUME,
	SR_UNIT_PERCENT,
	SR_UNIT_TIME,
	SR_UNIT_MONEY,
	SR_UNIT_OTHER,
	SR_UNIT_LABEL,
};

enum sr_time_word {
	SR_TW_UNIT, /* value: enum sr_time_unit; extra: how many of it */
	SR_TW_WEEKEND,
	SR_TW_SEASON,  /* value: its first month */
	SR_TW_DAYPART, /* value: 1 morning to 4 night */
	SR_TW_DAY,     /* value: days from today */
	SR_TW_REF,     /* now, recently, in the future; extra: before a noun */
	SR_TW_THEN,    /* at that time, this period */
	SR_TW_SPAN,    /* a long time */
	SR_TW_PART,    /* value: enum sr_part_of */
	SR_TW_YEAR_END,
	SR_TW_EARLIER,
	SR_TW_LATER,
	SR_TW_REL, /* value: -1 last, 0 this, 1 next; extra: enum sr_time_rel */
	SR_TW_AGO,
	SR_TW_OFFSET, /* later, previously: from what was told last */
	SR_TW_BESIDE, /* before, after: from what follows or was told last */
	SR_TW_HENCE,
	SR_TW_SINCE,
	SR_TW_UNTIL,
	SR_TW_FROM,
	SR_TW_TO,
	SR_TW_BY,
	SR_TW_BEFORE,
	SR_TW_AFTER,
	SR_TW_IN,
	SR_TW_FOR,
	SR_TW_BETWEEN,
	SR_TW_AND,
	SR_TW_THE,
	SR_TW_OF,
	SR_TW_ERA, /* value: -1 BC, 1 AD */
	SR_TW_CLOCK,
	SR_TW_ZONE,
	SR_TW_REPEAT,
	SR_TW_EVERY,
	SR_TW_MANY,
	SR_TW_LONG,
	SR_TW_FILLER, /* two *full* days */
	SR_TW_APPROX,
	SR_TW_ANNIVERSARY,
	SR_TW_FEAST, /* value: month and day as MMDD */
	SR_TW_WAR,   /* what a war is called for short */
	SR_TW_BEGIN,
	SR_TW_TENSE, /* value: 1, what is still to come */
	SR_TW_AGE,   /* extra 1: stands before the number */
};

enum sr_part_of {
	SR_PART_OF_EARLY = 1,
	SR_PART_OF_MIDDLE,
	SR_PART_OF_LATE,
	SR_PART_OF_HALF1,
	SR_PART_OF_HALF2,
	SR_PART_OF_FIRST, /* the beginning of: of a year its first month */
	SR_PART_OF_LAST,
};

enum sr_time_unit {
	SR_SECOND,
	SR_MINUTE,
	SR_HOUR,
	SR_DAY,
	SR_WEEK,
	SR_MONTH,
	SR_YEAR,
	SR_DECADE,
	SR_CENTURY,
};

/* A phrase of a table that begins at an atom and covers n of them. */
struct sr_word {
	uint32_t row;
	uint8_t table, kind, n;
};

enum sr_atom_kind { SR_ATOM_WORD, SR_ATOM_DIGITS, SR_ATOM_MARK };

struct sr_atom {
	struct sr_span at;
	uint32_t token;
	uint32_t symbol; /* as sr_kit_symbol; 0: in no table */
	uint32_t word;	 /* first of its phrases */
	uint8_t nword;
	uint8_t kind;	/* enum sr_atom_kind */
	uint8_t casing; /* enum sr_case */
	bool spaced;	/* white space before it */
	uint64_t begins; /* bits of what it is or begins: SR_AT_* */
};

/* One bit for each kind of word of the time table, then of the numerals; one
 * for months and weekdays, one for units and bounds, one for digits. */
#define SR_AT_TIME(kind) ((uint64_t)1 << (kind))
#define SR_AT_NUMERAL(kind) ((uint64_t)1 << ((kind) + SR_AT_TIMES))
#define SR_AT_TIMES 45
#define SR_AT_NUMERALS 16
#define SR_AT_CALENDAR ((uint64_t)1 << 61)
#define SR_AT_MEASURE ((uint64_t)1 << 62)
#define SR_AT_DIGITS ((uint64_t)1 << 63)
/* What an amount can begin with (value.h). */
#define SR_AT_VALUE                                                            \
	(SR_AT_DIGITS | SR_AT_NUMERAL(SR_NUMERAL_ONES) |                       \
	 SR_AT_NUMERAL(SR_NUMERAL_TEEN) | SR_AT_NUMERAL(SR_NUMERAL_TENS) |     \
	 SR_AT_NUMERAL(SR_NUMERAL_SOME) | SR_AT_NUMERAL(SR_NUMERAL_SCALES) |   \
	 SR_AT_NUMERAL(SR_NUMERAL_ORDINAL) |                                   \
	 SR_AT_NUMERAL(SR_NUMERAL_FRACTION) |                                  \
	 SR_AT_NUMERAL(SR_NUMERAL_ARTICLE))
_Static_assert(SR_TW_AGE < SR_AT_TIMES && SR_NUMERAL_OF < SR_AT_NUMERALS,
	       "kinds are bits of one number");

struct sr_atoms {
	const struct sr_kit *kit;
	struct sr_str text;
	SR_LIST(struct sr_atom) list;
	SR_LIST(struct sr_word) words;
	uint32_t *first; /* atom of each token, and one behind the last */
};

/* Fills doc->atoms unless it is there. Needs tokens. */
enum sr_code sr_atoms_make(struct sr_doc *doc, const struct sr_kit *kit,
			   struct sr_err *err) SR_MUST_USE;

/* The bits that a table's words of any kind have. */
static inline uint64_t sr_atom_bits(enum sr_table table)
{
	return table == SR_TABLE_TIMES ? SR_AT_TIME(SR_AT_TIMES) - 1
	       : table == SR_TABLE_NUMERALS
		       ? SR_AT_CALENDAR - SR_AT_NUMERAL(0)
	       : table == SR_TABLE_MONTHS || table == SR_TABLE_WEEKDAYS
		       ? SR_AT_CALENDAR
		       : SR_AT_MEASURE;
}

#define SR_ANY_KIND UINT32_MAX

/* Looks where a bit says that there may be one: for the two below. */
const struct sr_word *sr_atom_find(const struct sr_atoms *a, uint32_t i,
				   enum sr_table table, unsigned kind);

/* The phrase of that table and kind that begins at atom i; NULL if none. Asked
 * some 50 times an atom, mostly in vain. */
static inline const struct sr_word *sr_atom_word(const struct sr_atoms *a,
						 uint32_t i,
						 enum sr_table table,
						 unsigned kind)
{
	uint64_t bits = table == SR_TABLE_TIMES	     ? SR_AT_TIME(kind)
			: table == SR_TABLE_NUMERALS ? SR_AT_NUMERAL(kind)
						     : SR_AT_MEASURE;

	if (!(a->list.items[i].begins & bits))
		return NULL;
	return sr_atom_find(a, i, table, kind);
}

/* As above, of any kind. */
static inline const struct sr_word *
sr_atom_any(const struct sr_atoms *a, uint32_t i, enum sr_table table)
{
	if (!(a->list.items[i].begins & sr_atom_bits(table)))
		return NULL;
	return sr_atom_find(a, i, table, SR_ANY_KIND);
}

/* Is atom i the mark c, an ASCII one as folded (every dash is '-')? */
bool sr_atom_is(const struct sr_atoms *a, uint32_t i, char c);

/* The value of a run of at most 9 digits; -1 for longer ones and others. */
int32_t sr_atom_digits(const struct sr_atoms *a, uint32_t i);

/* Digits in the run. */
static inline uint32_t sr_atom_length(const struct sr_atoms *a, uint32_t i)
{
	return a->list.items[i].at.to - a->list.items[i].at.from;
}

/* A cell of a word's row. */
static inline int32_t sr_word_value(const struct sr_atoms *a,
				    const struct sr_word *w, unsigned column)
{
	return sr_kit_value(a->kit, (enum sr_table)w->table, w->row, column);
}

#endif
