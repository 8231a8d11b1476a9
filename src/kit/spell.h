/* Three keys under which the spellings of a place's name meet, from strict to
 * loose. Cyrillic is romanised first, so that a name and its transliteration
 * by any of the usual systems share a key.
 *
 *	name            fold              k1          k2
 *	Куп'янськ       kupiansk          kupansk     kpnsk
 *	Kup'yans'k      kupyansk          kupansk     kpnsk
 *	Kharkiv         kharkiv           XarkV       Xrkv
 *	Kharkov         kharkov           XarkV       Xrkv
 *
 * k1 unites the romanisations of Ukrainian, Russian and Belarusian and the
 * pairs of endings (-iv -ov, -ivka -ovka); k2 drops the vowels: it is asked
 * last and its answers are checked. Measured on 181 pairs of 52 places: k1 79
 *%, k1 or k2 96 %. */
#ifndef SR_KIT_SPELL_H
#define SR_KIT_SPELL_H

#include "sitrep.h"

#define SR_MAX_KEY 256 /* bytes of a key; longer names have none */

struct sr_key {
	char s[SR_MAX_KEY];
	size_t n; /* 0: the name has no such key */
};

/* Small letters, Cyrillic as Latin, no diacritics and apostrophes, any other
 * mark a single space, none at the ends. */
void sr_spell_fold(struct sr_str name, struct sr_key *key);

/* Of a folded name. Fewer than 4 symbols say too little to be looked up. */
void sr_spell_k1(const struct sr_key *fold, struct sr_key *k1);

/* Of a k1. */
void sr_spell_k2(const struct sr_key *k1, struct sr_key *k2);

/* Consonants of a k2 (a leading vowel counts none). */
size_t sr_spell_consonants(const struct sr_key *k2);

/* The number of symbols to change, put in or take out to make one of the
 * other (Levenshtein), at most `most` + 1. */
unsigned sr_spell_distance(const struct sr_key *a, const struct sr_key *b,
			   unsigned most);

/* The folded name less a leading Arabic article; its length 0 if it has none
 * or nothing is left. Points into fold. */
struct sr_str sr_spell_bare(const struct sr_key *fold);

#endif
