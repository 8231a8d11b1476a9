/* Borrowed byte strings. */
#ifndef SR_BASE_STR_H
#define SR_BASE_STR_H

#include <string.h>

#include "sitrep.h"

/* A string literal or NUL-ended string as sr_str. */
#define SR_STR(lit) ((struct sr_str){ (lit), sizeof(lit) - 1 })

static inline struct sr_str sr_str_of(const char *s)
{
	return (struct sr_str){ s, s ? strlen(s) : 0 };
}

static inline bool sr_str_equal(struct sr_str a, struct sr_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool sr_str_is(struct sr_str a, const char *b)
{
	return sr_str_equal(a, sr_str_of(b));
}

/* One past the last byte. Adding even 0 to NULL is not defined. */
static inline const char *sr_str_end(struct sr_str s)
{
	return s.n ? s.s + s.n : s.s;
}

/* Byte order, shorter first among equals: the order of every sorted list. */
int sr_str_order(struct sr_str a, struct sr_str b);

/* Without ASCII white space at both ends. */
struct sr_str sr_str_trim(struct sr_str a);

/* How many runs of bytes above the space there are: words between blanks and
 * control characters. */
size_t sr_str_words(struct sr_str a);

/* Cuts the part before the first `sep` off the front of *rest and gives it;
 * without a `sep` it gives all and leaves *rest empty with s NULL, which is
 * how a loop ends:  while (rest.s) { part = sr_str_cut(&rest, '|'); ... } */
struct sr_str sr_str_cut(struct sr_str *rest, char sep);

/* a[from, to) of a text. */
static inline struct sr_str sr_str_at(struct sr_str text, struct sr_span at)
{
	return (struct sr_str){ text.s + at.from, (size_t)(at.to - at.from) };
}

/* ASCII only; other bytes as they are. */
static inline char sr_ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Equal but for ASCII capitals: names of fields, hosts, character sets. */
bool sr_str_same_name(struct sr_str a, struct sr_str b);

/* What a hexadecimal digit stands for; -1: it is none. */
int sr_hex_digit(char c);

/* The number of a name in a closed list of `count`; `count`: it is in none. */
unsigned sr_number_of_name(struct sr_str name, const char *(*name_of)(unsigned),
			   unsigned count);

/* FNV-1a, 64 bit (Fowler, Noll, Vo), finished with a shift so that the low
 * bits are usable as a table index. */
static inline uint64_t sr_hash(const void *p, size_t n)
{
	const unsigned char *b = p;
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ b[i]) * 0x100000001b3u;
	return h ^ (h >> 32);
}

/* A quicker one, eight bytes at a time: for tables that live as long as the
 * program, as it is another where bytes have another order. */
static inline uint64_t sr_hash_quick(const char *s, size_t n)
{
	uint64_t h = n, part = 0;
	size_t i = 0;

	for (; n - i >= 8; i += 8) {
		memcpy(&part, s + i, 8);
		h = (h ^ part) * 0x9E3779B97F4A7C15u;
		h ^= h >> 32;
	}
	if (i < n && n >= 8)
		memcpy(&part, s + n - 8, 8);
	else
		for (part = 0; i < n; i++)
			part = part << 8 | (unsigned char)s[i];
	h = (h ^ part) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

/* That of the same bytes with ASCII capitals made small. */
static inline uint64_t sr_hash_lower(struct sr_str s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)sr_ascii_lower(s.s[i])) *
		    0x100000001b3u;
	return h ^ (h >> 32);
}

#endif
