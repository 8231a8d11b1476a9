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

/* In order of their codes, sixteen a line. */
enum {
	S = CHAR_SPACE,
	L = CHAR_LETTER,
	N = CHAR_DIGIT,
	A = CHAR_APOSTROPHE,
	D = CHAR_DASH,
	P = CHAR_STOP,
	M = CHAR_MARK,
	C = CHAR_CLOSE,
	O = CHAR_OTHER,
};
const uint8_t sr_ascii_kind[128] = {
	O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	S, M, C, O, O, O, O, A, O, C, O, O, O, D, P, O,
	N, N, N, N, N, N, N, N, N, N, O, O, O, O, O, M,
	O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, O, C, O, O,
	A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, O, C, O, O,
};

struct text_char sr_text_wide(struct sr_str s, size_t at)
{
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
