#include "ingest/look.h"

#include "base/str.h"
#include "base/utf8.h"

bool sr_line_is_rule(struct sr_str line)
{
	const char *p = line.s, *end = line.s + line.n;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		if (sr_is_letter(cp) || (cp >= '0' && cp <= '9'))
			return false;
	}
	return true;
}

uint32_t sr_line_last(struct sr_str line)
{
	const char *p = line.s + line.n;

	while (p > line.s) {
		const char *next;
		do
			p--;
		while (p > line.s && ((unsigned char)*p & 0xC0) == 0x80);
		next = p;
		uint32_t cp = sr_utf8_next(&next, line.s + line.n);
		if (cp != '"' && cp != '\'' && cp != ')' && cp != ']' &&
		    cp != 0x2019 && cp != 0x201D && cp != 0xBB && cp != '*' &&
		    cp != '_')
			return cp;
	}
	return 0;
}

bool sr_line_stops(struct sr_str line)
{
	uint32_t cp = sr_line_last(line);

	return cp == '.' || cp == '!' || cp == '?' || cp == ':' || cp == ';' ||
	       cp == ',' || cp == 0x2026 || cp == 0x61F;
}

uint32_t sr_line_words(struct sr_str s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] != ' ' && (i == 0 || s.s[i - 1] == ' ');
	return n;
}

bool sr_upper_at(struct sr_str text, uint32_t at, uint32_t to)
{
	const char *p = text.s + at;

	return at < to && sr_is_upper(sr_utf8_next(&p, text.s + to));
}

struct sr_span sr_span_trim(struct sr_str text, struct sr_span s)
{
	struct sr_str all = sr_str_at(text, s), in = sr_str_trim(all);
	uint32_t from = s.from + (uint32_t)(in.s - all.s);

	return in.n ? (struct sr_span){ from, from + (uint32_t)in.n }
		    : (struct sr_span){ s.from, s.from };
}
