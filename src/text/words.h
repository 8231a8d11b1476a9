/* The spelling table (data/lexicon/tokens.tsv) as a hash of its forms, made
 * once for each kit: 500 rows, some 20 microseconds. */
#ifndef SR_TEXT_WORDS_H
#define SR_TEXT_WORDS_H

#include "kit/kit.h"

/* In the order of the schema's column `kind`. */
enum spelling {
	SPELL_TITLE,
	SPELL_ABBREVIATION,
	SPELL_NUMBER,
	SPELL_JOIN,
	SPELL_CLITIC,
	SPELL_PREFIX,
	SPELL_UNIT,
	SPELL_DOMAIN,
	SPELL_FACE,
	SPELL_DAY,
	SPELL_COUNT,
};

struct spelling_slot {
	uint64_t hash;
	uint32_t row; /* SR_NONE: free */
	bool capital; /* met only with a capital */
};

#define SPELLING_SLOTS 2048 /* a power of two, at least twice the rows */
#define SPELLING_BYTES 24   /* longest form */

struct spelling_table {
	const struct sr_kit *kit;
	struct spelling_slot *slot;
};

/* Fills t from the kit. False: no memory. */
bool sr_spelling_init(struct spelling_table *t, struct sr_arena *mem,
		      const struct sr_kit *kit);

/* The row of that kind with this form; SR_NONE if there is none. */
uint32_t sr_spelling_find(const struct spelling_table *t, enum spelling kind,
			  struct sr_str word);

/* Bits: the kinds that have a row with this form. */
unsigned sr_spelling_kinds(const struct spelling_table *t, struct sr_str word);

/* Where a row of SPELL_JOIN parts the word, "can|not". */
struct sr_str sr_spelling_parts(const struct spelling_table *t, uint32_t row);

#endif
