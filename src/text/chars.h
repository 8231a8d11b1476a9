/* Kinds of characters for the tokeniser, one look-up for ASCII. */
#ifndef SR_TEXT_CHARS_H
#define SR_TEXT_CHARS_H

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

/* SR_TOK_CAPITAL and SR_TOK_ALLCAPS as they hold for a word. */
unsigned sr_case_flags(struct sr_str s);

#endif
