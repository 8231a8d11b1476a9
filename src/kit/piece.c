#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"

static bool piece_char(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') ||
	       ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Marks are pieces of their own: dashes and quotes of the block U+2000 and
 * other punctuation and symbols up to U+2BFF, guillemets. */
static size_t mark_length(const char *p, const char *end)
{
	const char *at = p;

	if ((unsigned char)*p < 0x80)
		return piece_char((unsigned char)*p) ? 0 : 1;
	uint32_t cp = sr_utf8_next(&at, end);
	bool mark = cp == SR_UTF8_BAD || cp == 0xAB || cp == 0xBB ||
	            cp == 0xB4 || cp == 0x2BC || (cp >= 0x2000 && cp < 0x2C00) ||
	            cp == 0x2212 || sr_is_space(cp);
	return mark ? (size_t)(at - p) : 0;
}

static bool is_blank(struct sr_str s)
{
	const char *p = s.s;

	return sr_is_space(sr_utf8_next(&p, s.s + s.n));
}

struct sr_str sr_piece_next(struct sr_str *rest)
{
	if (!rest->n)
		return (struct sr_str){ NULL, 0 };
	const char *end = sr_str_end(*rest);

	while (rest->n) {
		size_t n = mark_length(rest->s, end);
		struct sr_str piece = { rest->s, n };
		while (n == 0 && piece.n < rest->n &&
		       mark_length(piece.s + piece.n, end) == 0) {
			do
				piece.n++;
			while (piece.n < rest->n &&
			       ((unsigned char)piece.s[piece.n] & 0xC0) == 0x80);
		}
		rest->s += piece.n;
		rest->n -= piece.n;
		if (!is_blank(piece))
			return piece;
	}
	return (struct sr_str){ NULL, 0 };
}

/* 1: a small letter, 2: a capital, 4: a digit; ASCII. */
static unsigned plain_char(unsigned char c)
{
	return c >= 'a' && c <= 'z'   ? 1
	       : c >= 'A' && c <= 'Z' ? 2
	       : c >= '0' && c <= '9' ? 4
	                              : 0;
}

bool sr_piece_plain(struct sr_str s, enum sr_case *casing)
{
	unsigned seen = 0, upper = 0, first = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned kind = plain_char((unsigned char)s.s[i]);
		if (!kind)
			return false;
		if (!(seen & 3))
			first = kind;
		seen |= kind;
		upper += kind == 2;
	}
	*casing = upper >= 2 && !(seen & 1) ? SR_CASE_ALL
	          : first == 2              ? SR_CASE_CAPITAL
	                                    : SR_CASE_ANY;
	return s.n > 0;
}

enum sr_case sr_piece_case(struct sr_str piece)
{
	enum sr_case casing;

	if (sr_piece_plain(piece, &casing))
		return casing;
	const char *p = piece.s, *end = piece.s + piece.n;
	size_t upper = 0, lower = 0;
	bool first = false;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		bool up = cp != SR_UTF8_BAD && sr_is_upper(cp);
		if (upper + lower == 0)
			first = up;
		upper += up;
		lower += !up && sr_is_letter(cp);
	}
	if (upper >= 2 && lower == 0)
		return SR_CASE_ALL;
	return first ? SR_CASE_CAPITAL : SR_CASE_ANY;
}
