/* Sets of words with a value each, ready-made in the kit: a hash table with
 * open addressing, kept by 64-bit hashes alone. Some thousands of words; two
 * of them of one hash are not to be expected in the life of the project. */
#ifndef SR_KIT_WORDSET_H
#define SR_KIT_WORDSET_H

#include "base/compiler.h"
#include "kit/kit.h"

/* A section: this, then the slots, a power of two of them. */
struct sr_wordset_header {
	uint32_t nslot, nword, pad[2];
};

struct sr_word_slot {
	uint64_t hash, value; /* hash 0: free */
};

struct sr_wordset {
	const struct sr_word_slot *slot;
	uint64_t mask;
};

#define SR_WORDSET_LANGUAGES "languages"

/* What a hash of the set of languages is of. */
enum sr_word_part { SR_WORD_WHOLE, SR_WORD_LETTER, SR_WORD_ENDING };

/* Letters in small form (sr_lower) to their hash, never 0. */
uint64_t sr_word_hash(struct sr_str lower, enum sr_word_part part);

/* The set of that name; false where the kit has none, or a broken one. */
bool sr_wordset_open(struct sr_wordset *set, const struct sr_kit *kit,
		     const char *name);

/* The small words, letters and endings of languages; each valued by bits: a
 * language's is its place among those of its script in SR_TABLE_LANGUAGES. */
const struct sr_wordset *sr_kit_languages(const struct sr_kit *kit);

/* Says that a word will soon be asked for. */
static inline void sr_wordset_fetch(const struct sr_wordset *set, uint64_t hash)
{
	SR_PREFETCH(&set->slot[hash & set->mask]);
}

/* The value of a word; 0: it is not there. */
static inline uint64_t sr_wordset_find(const struct sr_wordset *set,
				       uint64_t hash)
{
	uint64_t i = hash & set->mask;

	while (set->slot[i].hash && set->slot[i].hash != hash)
		i = (i + 1) & set->mask;
	return set->slot[i].hash ? set->slot[i].value : 0;
}

#endif
