#include "views/safe.h"

#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"

struct range {
	uint32_t from, to;
};

static bool in(uint32_t cp, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cp >= r[i].from && cp <= r[i].to)
			return true;
	return false;
}

/* Marks that turn the direction of reading or can't be seen: Unicode's
 * Bidi_Control and the deprecated format characters, the line and paragraph
 * separators, the tags. A soft hyphen and the joiners are left as they are. */
static bool is_hidden(uint32_t cp)
{
	static const struct range HIDDEN[] = {
		{ 0x61C, 0x61C },     { 0x200E, 0x200F }, { 0x2028, 0x202E },
		{ 0x2060, 0x206F },   { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB },
		{ 0xE0000, 0xE0FFF }, { 0x180E, 0x180E },
	};

	return in(cp, HIDDEN, SR_LEN(HIDDEN));
}

/* One code point as safe bytes; at most 12. */
static size_t safe_one(uint32_t cp, char out[16])
{
	if (cp == '\n' || cp == '\r' || cp == '\t') {
		out[0] = ' ';
		return 1;
	}
	if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
		return (size_t)snprintf(out, 16, "\\x%02x", (unsigned)cp);
	if (is_hidden(cp))
		return (size_t)snprintf(out, 16, "<U+%04X>", (unsigned)cp);
	return sr_utf8_put(out, cp);
}

size_t sr_safe_line(struct sr_str s, char *out, size_t cap)
{
	const char *p = s.s, *end = sr_str_end(s);
	size_t n = 0;

	while (p < end) {
		char one[16];
		bool nul = *p == '\0';
		uint32_t cp = sr_utf8_next(&p, end);
		if (cp == SR_UTF8_BAD)
			cp = nul ? 0 : 0xFFFD;
		size_t k = safe_one(cp, one);
		if (k > cap - n)
			break;
		memcpy(out + n, one, k);
		n += k;
	}
	return n;
}

static const struct range NO_WIDTH[] = {
	{ 0x300, 0x36F },   { 0x483, 0x489 },	{ 0x591, 0x5BD },
	{ 0x5BF, 0x5BF },   { 0x5C1, 0x5C2 },	{ 0x5C4, 0x5C5 },
	{ 0x610, 0x61A },   { 0x64B, 0x65F },	{ 0x670, 0x670 },
	{ 0x6D6, 0x6DC },   { 0x6DF, 0x6E4 },	{ 0x93C, 0x93C },
	{ 0x94D, 0x94D },   { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF },
	{ 0x200B, 0x200D }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F },
	{ 0xFE20, 0xFE2F },
};

/* East Asian Width W and F, and emoji. */
static const struct range TWO_WIDE[] = {
	{ 0x1100, 0x115F },   { 0x2E80, 0x303E },   { 0x3041, 0x33FF },
	{ 0x3400, 0x4DBF },   { 0x4E00, 0x9FFF },   { 0xA000, 0xA4CF },
	{ 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },   { 0xFE30, 0xFE6F },
	{ 0xFF00, 0xFF60 },   { 0xFFE0, 0xFFE6 },   { 0x1F300, 0x1F64F },
	{ 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD },
};

static size_t width_of(uint32_t cp)
{
	if (cp < 0x300)
		return 1;
	if (in(cp, NO_WIDTH, SR_LEN(NO_WIDTH)))
		return 0;
	return in(cp, TWO_WIDE, SR_LEN(TWO_WIDE)) ? 2 : 1;
}

struct sr_str sr_safe_cut(struct sr_str s, size_t width)
{
	const char *p = s.s, *end = sr_str_end(s);
	size_t w = 0;

	while (p < end) {
		const char *before = p;
		w += width_of(sr_utf8_next(&p, end));
		if (w > width)
			return (struct sr_str){ s.s, (size_t)(before - s.s) };
	}
	return s;
}

size_t sr_safe_width(struct sr_str s)
{
	const char *p = s.s, *end = sr_str_end(s);
	size_t w = 0;

	while (p < end)
		w += width_of(sr_utf8_next(&p, end));
	return w;
}

bool sr_is_formula(struct sr_str s)
{
	return s.n && strchr("=+-@\t\r", s.s[0]) && s.s[0];
}

static bool in_xml(uint32_t cp)
{
	return cp == '\n' || cp == '\t' || (cp >= 0x20 && cp < 0x7F) ||
	       (cp >= 0xA0 && cp < 0xFFFE) ||
	       (cp >= 0x10000 && cp <= 0x10FFFF);
}

void sr_safe_xml(struct sr_json *out, struct sr_str s)
{
	const char *at = s.s, *end = sr_str_end(s);

	while (at < end) {
		char bytes[4];
		uint32_t cp = sr_utf8_next(&at, end);
		if (cp == '<')
			sr_json_raw(out, SR_STR("&lt;"));
		else if (cp == '>')
			sr_json_raw(out, SR_STR("&gt;"));
		else if (cp == '&')
			sr_json_raw(out, SR_STR("&amp;"));
		else if (cp == '"')
			sr_json_raw(out, SR_STR("&quot;"));
		else if (in_xml(cp))
			sr_json_raw(out, (struct sr_str){
						 bytes, sr_utf8_put(bytes, cp) });
		else
			sr_json_raw(out, SR_STR(" "));
	}
}
