/* Kinds of characters for the tokeniser, one look-up for ASCII. */
#ifndef SR_TEXT_CHARS_H
#define SR_TEXT_CHARS_H

#include "base/compiler.h"
#include "base/str.h"

enum char_kind {
	CHAR_SPACE,
	CHAR_LETTER,
	CHAR_DIGIT,
	CHAR_APOSTROPHE, /* ' ’ ` ‘ ʼ */
	CHAR_DASH,	 /* - and U+2010 to U+2015; U+2212 */
	CHAR_STOP,	 /* . */
	CHAR_MARK,	 /* ! ? */
	CHAR_CLOSE,	 /* ) ] } » ” and " */
	CHAR_OTHER,
};

/* One character at s.s[at]: what it is, and its bytes. */
struct text_char {
	enum char_kind kind;
	uint32_t code;
	uint32_t size;
};

extern const uint8_t sr_ascii_kind[128];
struct text_char sr_text_wide(struct sr_str s, size_t at); /* beyond ASCII */

static inline struct text_char sr_text_char(struct sr_str s, size_t at)
{
	unsigned char c = (unsigned char)s.s[at];

	if (c >= 0x80)
		return sr_text_wide(s, at);
	return (struct text_char){ (enum char_kind)sr_ascii_kind[c], c, 1 };
}

/* How many ASCII letters stand at the beginning of the n bytes at s. Eight at a
 * time: with bit 7 cleared no sum of a byte runs over into the next. */
static inline size_t sr_letters(const char *s, size_t n)
{
	const uint64_t ONES = 0x0101010101010101u;
	size_t i = 0;

	for (; n - i >= 8; i += 8) {
		uint64_t v, low;
		memcpy(&v, s + i, 8);
		low = (v & 0x7F * ONES) | 0x20 * ONES;
		uint64_t other = ~((low + (0x80 - 'a') * ONES) &
				   ~(low + (0x7F - 'z') * ONES) & ~v) &
				 0x80 * ONES;
		if (other)
			return i + sr_low_bit(other) / 8;
	}
	while (i < n && ((unsigned char)s[i] | 32u) - 'a' < 26)
		i++;
	return i;
}

/* SR_TOK_CAPITAL and SR_TOK_ALLCAPS as they hold for a word. */
unsigned sr_case_flags(struct sr_str s);

#endif
