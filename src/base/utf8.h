/* UTF-8 (RFC 3629), and the folding under which words are compared. */
#ifndef SR_BASE_UTF8_H
#define SR_BASE_UTF8_H

#include "sitrep.h"

#define SR_UTF8_BAD UINT32_MAX

/* The code point at *at, which moves behind it. SR_UTF8_BAD for a byte that
 * starts no valid sequence; *at then moves by one. Call with *at < end. */
uint32_t sr_utf8_next(const char **at, const char *end);

/* Writes one code point; gives the number of bytes, 1 to 4. */
size_t sr_utf8_put(char out[4], uint32_t cp);

/* The offset of the first byte that is not UTF-8, or s.n. Overlong forms,
 * surrogates and NUL count as bad. */
size_t sr_utf8_check(struct sr_str s);

/* Code points in s, which must be valid. */
size_t sr_utf8_length(struct sr_str s);

/* Lower case of Latin, Greek and Cyrillic letters; others as they are. */
uint32_t sr_lower(uint32_t cp);

/* A letter with a capital form, in capitals? (Latin, Greek, Cyrillic) */
bool sr_is_upper(uint32_t cp);

/* A letter or mark of any script, a digit excluded. */
bool sr_is_letter(uint32_t cp);

/* White space of any kind, the no-break space included. */
bool sr_is_space(uint32_t cp);

/* The folding under which words are equal: lower case, Latin diacritics
 * dropped (é is e), every apostrophe and single quote as ', every double
 * quote as ", every dash as -, soft hyphens and zero-width marks dropped.
 * Writes at most cap bytes and gives the length it needs. */
size_t sr_fold(struct sr_str s, char *out, size_t cap);

#define SR_FOLDED_MAX 256 /* bytes of a name that is compared so */

/* Do both fold to the same? False where either folds to more than SR_FOLDED_MAX
 * bytes. */
bool sr_folds_to_same(struct sr_str a, struct sr_str b);

#endif
