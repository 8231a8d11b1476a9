/* UTF-8 decoding after RFC 3629 and word folding. The letter tables cover
 * Latin-1, Latin Extended-A and -B, Greek and Cyrillic: what names in war
 * news are written in. Other scripts pass through unchanged. */
#include "base/utf8.h"

#include <string.h>

#include "base/compiler.h"
#include "base/str.h"

uint32_t sr_utf8_next(const char **at, const char *end)
{
	const unsigned char *p = (const unsigned char *)*at;
	size_t left = (size_t)(end - *at);
	uint32_t cp = p[0];

	if (cp < 0x80) {
		*at += 1;
		return cp ? cp : SR_UTF8_BAD;
	}
	size_t n = cp >= 0xF0 ? 4 : cp >= 0xE0 ? 3 : 2;
	uint32_t least = n == 4 ? 0x10000 : n == 3 ? 0x800 : 0x80;
	if (cp < 0xC2 || cp > 0xF4 || left < n)
		goto bad;
	cp &= 0xFFu >> (n + 1);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			goto bad;
		cp = cp << 6 | (p[i] & 0x3Fu);
	}
	if (cp < least || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		goto bad;
	*at += n;
	return cp;
bad:
	*at += 1;
	return SR_UTF8_BAD;
}

size_t sr_utf8_put(char out[4], uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

/* Are eight bytes ASCII, none of them NUL? */
static inline bool is_plain(const char *p)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t x;

	memcpy(&x, p, sizeof(x));
	return ((x | ((x - ones) & ~x)) & ones << 7) == 0;
}

size_t sr_utf8_check(struct sr_str s)
{
	const char *p = s.s, *end = sr_str_end(s);

	while (p < end) {
		const char *before = p;
		if (end - p >= 8 && is_plain(p)) {
			p += 8;
			continue;
		}
		if (sr_utf8_next(&p, end) == SR_UTF8_BAD)
			return (size_t)(before - s.s);
	}
	return s.n;
}

size_t sr_utf8_length(struct sr_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.s[i] & 0xC0) != 0x80;
	return n;
}

static bool pairs_even_upper(uint32_t cp)
{
	/* Blocks in which capitals are even and their small letter follows. */
	return (cp >= 0x100 && cp < 0x138) || (cp >= 0x14A && cp < 0x178) ||
	       (cp >= 0x1E00 && cp < 0x1E96) || (cp >= 0x1EA0 && cp < 0x1F00) ||
	       (cp >= 0x460 && cp < 0x482) || (cp >= 0x48A && cp < 0x4C0) ||
	       (cp >= 0x4D0 && cp < 0x530);
}

static bool pairs_odd_upper(uint32_t cp)
{
	return (cp >= 0x139 && cp < 0x149) || (cp >= 0x179 && cp < 0x17F);
}

uint32_t sr_lower(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if ((cp >= 0xC0 && cp < 0xDF && cp != 0xD7) ||
	    (cp >= 0x391 && cp < 0x3AA && cp != 0x3A2) ||
	    (cp >= 0x410 && cp < 0x430))
		return cp + 32;
	if (cp >= 0x400 && cp < 0x410)
		return cp + 80;
	if (cp == 0x130)
		return 'i';
	if (cp == 0x178)
		return 0xFF;
	if (pairs_even_upper(cp))
		return cp | 1;
	if (pairs_odd_upper(cp))
		return cp + (cp & 1);
	return cp;
}

bool sr_is_upper(uint32_t cp)
{
	return sr_lower(cp) != cp;
}

bool sr_is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 32) >= 'a' && (cp | 32) <= 'z';
	if (cp < 0xC0)
		return cp == 0xAA || cp == 0xB5 || cp == 0xBA;
	if (cp == 0xD7 || cp == 0xF7 || cp == SR_UTF8_BAD)
		return false;
	if (cp >= 0x2000 && cp < 0x2C00) /* punctuation, symbols, arrows */
		return false;
	if ((cp >= 0x3000 && cp < 0x3040) || (cp >= 0xFE10 && cp < 0xFE70) ||
	    (cp >= 0xFF00 && cp < 0xFF21) || (cp >= 0xE000 && cp < 0xF900) ||
	    (cp >= 0x660 && cp < 0x66E) || (cp >= 0x6F0 && cp < 0x6FA) ||
	    cp == 0x60C || cp == 0x61B || cp == 0x61F || cp == 0x6D4)
		return false;
	return cp < 0x1F000 || cp >= 0x20000; /* emoji between */
}

bool sr_is_space(uint32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 ||
	       cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F ||
	       cp == 0x3000;
}

/* The ASCII letters for U+00C0 .. U+017F; empty: keep the letter. */
static const char LATIN[192][3] = {
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e",
	"i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "",
	"o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a",
	"a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u",
	"u", "y", "th", "y", "a", "a", "a", "a", "a", "a", "c", "c",
	"c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e",
	"e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i",
	"i", "i", "i", "i", "i", "i", "ij", "ij", "j", "j", "k", "k",
	"k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n",
	"n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s",
	"s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t",
	"u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u",
	"w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

/* The folded form of one code point as up to 4 bytes; 0 bytes: dropped. */
static size_t fold_one(uint32_t cp, char out[4])
{
	if (cp >= 0xC0 && cp < 0x180 && LATIN[cp - 0xC0][0]) {
		size_t n = strlen(LATIN[cp - 0xC0]);
		memcpy(out, LATIN[cp - 0xC0], n);
		return n;
	}
	switch (cp) {
	case 0xAD: /* soft hyphen, zero-width marks, byte order mark */
	case 0x200B:
	case 0x200C:
	case 0x200D:
	case 0x200E:
	case 0x200F:
	case 0x2060:
	case 0xFEFF:
		return 0;
	case 0x60:
	case 0xB4:
	case 0x2B9:
	case 0x2BB:
	case 0x2BC:
	case 0x2BD:
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032:
		out[0] = '\'';
		return 1;
	case 0xAB:
	case 0xBB:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033:
		out[0] = '"';
		return 1;
	default:
		break;
	}
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212) {
		out[0] = '-';
		return 1;
	}
	if (cp >= 0x300 && cp < 0x370) /* combining marks */
		return 0;
	return sr_utf8_put(out, sr_lower(cp));
}

size_t sr_fold(struct sr_str s, char *out, size_t cap)
{
	const char *p = s.s, *end = sr_str_end(s);
	size_t n = 0;

	while (p < end) {
		char one[4];
		size_t k = 1;
		if (SR_LIKELY((unsigned char)*p < 0x80 && *p != '`')) {
			one[0] = (char)sr_lower((unsigned char)*p++);
		} else {
			uint32_t cp = sr_utf8_next(&p, end);
			k = cp == SR_UTF8_BAD ? 0 : fold_one(cp, one);
		}
		for (size_t i = 0; i < k; i++, n++)
			if (n < cap)
				out[n] = one[i];
	}
	return n;
}

bool sr_folds_to_same(struct sr_str a, struct sr_str b)
{
	char x[SR_FOLDED_MAX], y[SR_FOLDED_MAX];
	size_t n = sr_fold(a, x, sizeof(x)), m = sr_fold(b, y, sizeof(y));

	return n == m && n <= sizeof(x) && memcmp(x, y, n) == 0;
}
