/* Lines are found by the byte, ends trimmed by the code point. A report has
 * some 40 lines that are not blank; the worst 4 MB has two million. */
#include "ingest/lines.h"

#include "base/utf8.h"

/* Bytes of the line end at p; 0 if there is none. */
static size_t line_end(const char *p, const char *end)
{
	unsigned char c = (unsigned char)*p;

	if (c == '\n' || c == '\f' || c == '\v')
		return 1;
	if (c == '\r')
		return p + 1 < end && p[1] == '\n' ? 2 : 1;
	if (c == 0xE2 && end - p >= 3 && (unsigned char)p[1] == 0x80 &&
	    ((unsigned char)p[2] == 0xA8 || (unsigned char)p[2] == 0xA9))
		return 3;
	return 0;
}

/* No line end begins with such a byte. */
static inline bool is_within(unsigned char c)
{
	return c > '\r' && c != 0xE2;
}

/* Moves past white space and byte order marks; counts columns into *indent. */
static const char *skip_space(const char *p, const char *end, uint16_t *indent)
{
	unsigned n = 0;

	while (p < end) {
		const char *next = p;
		uint32_t cp = sr_utf8_next(&next, end);
		if (!sr_is_space(cp) && cp != 0xFEFF && cp != 0x200B)
			break;
		if (cp != 0xFEFF && cp != 0x200B)
			n = cp == '\t' ? (n / 8 + 1) * 8 : n + 1;
		p = next;
	}
	*indent = (uint16_t)(n > 999 ? 999 : n);
	return p;
}

static const char *skip_space_back(const char *from, const char *p)
{
	while (p > from) {
		const char *prev = p - 1;
		while (prev > from && ((unsigned char)*prev & 0xC0) == 0x80)
			prev--;
		const char *next = prev;
		uint32_t cp = sr_utf8_next(&next, p);
		if (!sr_is_space(cp) && cp != 0xFEFF && cp != 0x200B)
			break;
		p = prev;
	}
	return p;
}

bool sr_lines_read(struct sr_arena *a, struct sr_str text,
		   struct sr_lines *lines)
{
	const char *p = text.s, *end = text.s + text.n;
	bool gap = true;

	while (p < end) {
		const char *stop = p;
		size_t n = 0;
		while (stop < end && (is_within((unsigned char)*stop) ||
				      (n = line_end(stop, end)) == 0))
			stop++;
		uint16_t indent;
		const char *first = skip_space(p, stop, &indent);
		p = stop + n;
		if (first == stop) {
			gap = true;
			continue;
		}
		const char *last = skip_space_back(first, stop);
		struct sr_line *line = SR_PUSH(a, &lines->list);
		if (!line)
			return false;
		*line = (struct sr_line){
			.at = { (uint32_t)(first - text.s),
				(uint32_t)(last - text.s) },
			.indent = indent,
			.gap = gap,
		};
		gap = false;
	}
	return true;
}
