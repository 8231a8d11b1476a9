/* What says of itself that it is in some character set often is not: bytes
 * that are valid UTF-8 with at least one character of several bytes are UTF-8,
 * whatever a header says (others are so by chance once in a blue moon). Pages
 * that say Latin-1 are Windows-1252, as browsers read them. */
#include "intake/charset.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "intake/charset_icu.h"

#define DECLARED 4096u	 /* bytes in which markup declares its characters */

/* Byte order marks, longer ones first. */
static const struct {
	const char *mark;
	size_t n;
	const char *charset;
} MARKS[] = {
	{ "\xFF\xFE\0\0", 4, "UTF-32LE" },
	{ "\0\0\xFE\xFF", 4, "UTF-32BE" },
	{ "\xFF\xFE", 2, "UTF-16LE" },
	{ "\xFE\xFF", 2, "UTF-16BE" },
};

/* What is meant by names that mean less (encoding.spec.whatwg.org). */
static const char *const MEANT[][2] = {
	{ "iso-8859-1", "windows-1252" }, { "latin1", "windows-1252" },
	{ "latin-1", "windows-1252" },	  { "us-ascii", "windows-1252" },
	{ "ascii", "windows-1252" },	  { "iso-8859-9", "windows-1254" },
	{ "gb2312", "gb18030" },	  { "gbk", "gb18030" },
	{ "x-gbk", "gb18030" },		  { "x-sjis", "Shift_JIS" },
	{ "cp1251", "windows-1251" },	  { "cp1252", "windows-1252" },
	{ "cp1256", "windows-1256" },	  { "win-1251", "windows-1251" },
	{ "ks_c_5601-1987", "windows-949" }, { "euc-kr", "windows-949" },
	{ "tis-620", "windows-874" },	  { "iso-8859-8-i", "iso-8859-8" },
};

static void set(char out[SR_CHARSET], struct sr_str name)
{
	size_t n = name.n < SR_CHARSET - 1 ? name.n : SR_CHARSET - 1;

	if (n)
		memcpy(out, name.s, n);
	out[n] = '\0';
}

static bool is_utf8_name(struct sr_str name)
{
	return sr_str_same_name(name, SR_STR("utf-8")) || sr_str_same_name(name, SR_STR("utf8")) ||
	       sr_str_same_name(name, SR_STR("unicode-1-1-utf-8"));
}

/* A name that ICU knows; false for none and for UTF-8. */
static bool set_known(char out[SR_CHARSET], struct sr_str name)
{
	name = sr_str_trim(name);
	if (!name.n || name.n >= SR_CHARSET || is_utf8_name(name))
		return false;
	set(out, name);
	for (size_t i = 0; i < sizeof(MEANT) / sizeof(*MEANT); i++)
		if (sr_str_same_name(name, sr_str_of(MEANT[i][0])))
			set(out, sr_str_of(MEANT[i][1]));
	if (sr_icu_knows(out))
		return true;
	out[0] = '\0';
	return false;
}

/* Bytes that are ASCII by their look only. */
static bool is_escaped(struct sr_str name)
{
	return (name.n > 9 && sr_ascii_lower(name.s[0]) == 'i' &&
		sr_ascii_lower(name.s[4]) == '2' && sr_ascii_lower(name.s[5]) == '0') ||
	       sr_str_same_name(name, SR_STR("hz-gb-2312"));
}

/* What a text is made of, in any script. */
static bool is_of_text(uint32_t cp)
{
	return sr_is_letter(cp) || (cp >= ' ' && cp < 0x7F) || cp == '\n' ||
	       cp == '\r' || cp == '\t' || (cp >= 0xA0 && cp <= 0xBF) ||
	       (cp >= 0x2010 && cp <= 0x203A) ||
	       (cp >= 0x3001 && cp <= 0x303F) || (cp >= 0xFF01 && cp <= 0xFF1F);
}

/* Of n bytes, two a character, are nearly all of a text, with blanks or stops
 * among them? In the wrong order a blank is none. high: 0 or 1, the place of
 * the upper byte. */
static bool is_text_of_two(const unsigned char *b, size_t n, size_t high)
{
	size_t good = 0, gaps = 0, all = n / 2;

	for (size_t i = 0; i + 1 < n; i += 2) {
		uint32_t cp = (uint32_t)b[i + high] << 8 | b[i + 1 - high];
		good += is_of_text(cp);
		gaps += cp == ' ' || cp == '\n' || cp == 0x3001 ||
			cp == 0x3002 || cp == 0xFF0C;
	}
	return good * 100 >= all * 97 && gaps * 50 >= all;
}

/* Two bytes a character without a mark. No other text has a byte of 0. */
static const char *without_mark(struct sr_str bytes)
{
	const unsigned char *b = (const unsigned char *)bytes.s;
	size_t n = bytes.n < 4096 ? bytes.n & ~(size_t)1 : 4096;

	if (n < 8 || !memchr(bytes.s, 0, n))
		return NULL;
	if (is_text_of_two(b, n, 1))
		return "UTF-16LE";
	if (is_text_of_two(b, n, 0))
		return "UTF-16BE";
	return NULL;
}

/* The value behind `key` in what markup begins with: charset=..., encoding=. */
static struct sr_str declared(struct sr_str bytes, const char *key)
{
	size_t k = strlen(key);
	size_t most = bytes.n < DECLARED ? bytes.n : DECLARED;

	for (size_t i = 0; i + k < most; i++) {
		if (strncmp(bytes.s + i, key, k) != 0)
			continue;
		size_t at = i + k, from;
		while (at < most && memchr(" ='\"", bytes.s[at], 4))
			at++;
		for (from = at; at < most && !memchr(" '\";/>?", bytes.s[at], 7);)
			at++;
		if (at > from)
			return (struct sr_str){ bytes.s + from, at - from };
	}
	return (struct sr_str){ NULL, 0 };
}

/* By how often which bytes and pairs stand there. */
static void guess(struct sr_str bytes, char out[SR_CHARSET])
{
	char name[SR_CHARSET];

	out[0] = '\0';
	if (sr_icu_guess(bytes, name))
		set_known(out, sr_str_of(name));
}

/* Of a text's characters of several bytes, those that are whole; of its other
 * bytes above 127, how many. */
static void count_utf8(struct sr_str s, size_t *good, size_t *bad)
{
	const char *p = s.s, *end = sr_str_end(s);

	*good = *bad = 0;
	while (p < end) {
		if ((unsigned char)*p < 0x80) {
			p++;
			continue;
		}
		if (sr_utf8_next(&p, end) == SR_UTF8_BAD)
			++*bad;
		else
			++*good;
	}
}

void sr_charset_find(struct sr_str bytes, struct sr_str said,
		     enum sr_markup markup, char out[SR_CHARSET])
{
	size_t good, bad;
	const char *wide;

	out[0] = '\0';
	for (size_t i = 0; i < sizeof(MARKS) / sizeof(*MARKS); i++) {
		if (bytes.n >= MARKS[i].n &&
		    memcmp(bytes.s, MARKS[i].mark, MARKS[i].n) == 0) {
			set(out, sr_str_of(MARKS[i].charset));
			return;
		}
	}
	if ((wide = without_mark(bytes))) {
		set(out, sr_str_of(wide));
		return;
	}
	if (is_escaped(said) && set_known(out, said))
		return;
	if (sr_utf8_check(bytes) == bytes.n)
		return;
	count_utf8(bytes, &good, &bad);
	if (good >= 4 * bad)
		return;
	if (set_known(out, said))
		return;
	if (markup == SR_MARKUP_HTML &&
	    set_known(out, declared(bytes, "charset")))
		return;
	if (markup != SR_MARKUP_NONE &&
	    set_known(out, declared(bytes, "encoding")))
		return;
	guess(bytes, out);
	if (!out[0] && markup != SR_MARKUP_NONE)
		set(out, SR_STR("windows-1252"));
}

static struct sr_str without_bom(struct sr_str s)
{
	if (s.n >= 3 && memcmp(s.s, "\xEF\xBB\xBF", 3) == 0)
		return (struct sr_str){ s.s + 3, s.n - 3 };
	return s;
}

enum sr_code sr_to_utf8(struct sr_arena *mem, const char *charset,
			struct sr_str bytes, struct sr_str *text,
			struct sr_err *err)
{
	*text = bytes;
	if (!charset[0])
		return SR_OK;
	enum sr_code code = sr_icu_convert(mem, charset, bytes, text, err);
	if (!code)
		*text = without_bom(*text);
	return code;
}

static enum sr_code replace_bad(struct sr_arena *mem, struct sr_str *text,
				struct sr_err *err)
{
	size_t good, bad;
	const char *p = text->s, *end = sr_str_end(*text);

	if (sr_utf8_check(*text) == text->n)
		return SR_OK;
	count_utf8(*text, &good, &bad);
	/* NUL is bad too, and is not above 127. */
	char *copy = sr_arena_raw(mem, text->n * 3, 1), *out = copy;
	if (!copy)
		return sr_fail_nomem(err, "text");
	while (p < end) {
		const char *from = p;
		uint32_t cp = sr_utf8_next(&p, end);
		if (cp == SR_UTF8_BAD || cp == 0) {
			out += sr_utf8_put(out, 0xFFFD);
			continue;
		}
		memcpy(out, from, (size_t)(p - from));
		out += p - from;
	}
	*text = (struct sr_str){ copy, (size_t)(out - copy) };
	return SR_OK;
}

enum sr_code sr_charset_clean(struct sr_arena *mem, struct sr_str bytes,
			      struct sr_str said, enum sr_markup markup,
			      struct sr_str *text, struct sr_err *err)
{
	char name[SR_CHARSET];

	sr_charset_find(bytes, said, markup, name);
	enum sr_code code = sr_to_utf8(mem, name, bytes, text, err);
	if (!code)
		*text = without_bom(*text);
	return code ? code : replace_bad(mem, text, err);
}
