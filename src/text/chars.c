#include "text/chars.h"

#include "base/utf8.h"
#include "model/doc.h"

static enum char_kind kind_of(uint32_t c)
{
	if (sr_is_space(c))
		return CHAR_SPACE;
	switch (c) {
	case 0x2018:
	case 0x2019:
	case 0x2BC:
	case 0x2B9:
	case 0xB4:
		return CHAR_APOSTROPHE;
	case 0x201D:
	case 0xBB:
		return CHAR_CLOSE;
	case 0x2212:
		return CHAR_DASH;
	case 0xB2: /* km² */
	case 0xB3:
		return CHAR_LETTER;
	default:
		break;
	}
	if (c >= 0x2010 && c <= 0x2015)
		return CHAR_DASH;
	return sr_is_letter(c) ? CHAR_LETTER : CHAR_OTHER;
}

static enum char_kind ascii_kind(unsigned char c)
{
	if ((c | 32) >= 'a' && (c | 32) <= 'z')
		return CHAR_LETTER;
	if (c >= '0' && c <= '9')
		return CHAR_DIGIT;
	switch (c) {
	case ' ':
	case '\t':
	case '\n':
	case '\v':
	case '\f':
	case '\r':
		return CHAR_SPACE;
	case '\'':
	case '`':
		return CHAR_APOSTROPHE;
	case '-':
		return CHAR_DASH;
	case '.':
		return CHAR_STOP;
	case '!':
	case '?':
		return CHAR_MARK;
	case ')':
	case ']':
	case '}':
	case '"':
		return CHAR_CLOSE;
	default:
		return CHAR_OTHER;
	}
}

struct text_char sr_text_char(struct sr_str s, size_t at)
{
	unsigned char c = (unsigned char)s.s[at];

	if (c < 0x80)
		return (struct text_char){ ascii_kind(c), c, 1 };
	const char *p = s.s + at;
	uint32_t code = sr_utf8_next(&p, s.s + s.n);
	return (struct text_char){ kind_of(code), code,
				   (uint32_t)(p - s.s) - (uint32_t)at };
}

unsigned sr_case_flags(struct sr_str s)
{
	unsigned flags = 0, upper = 0, lower = 0;

	for (size_t i = 0; i < s.n;) {
		struct text_char c = sr_text_char(s, i);
		i += c.size;
		if (c.kind != CHAR_LETTER)
			continue;
		if (sr_is_upper(c.code))
			upper++;
		else
			lower++;
		if (upper + lower == 1 && upper)
			flags = SR_TOK_CAPITAL;
	}
	return upper > 1 && !lower ? flags | SR_TOK_ALLCAPS : flags;
}
