/* See json.h. Strings are copied in runs between the bytes that need an
 * escape, so plain text costs one memcpy. */
#include "base/json.h"

#include "base/compiler.h"
#include "base/utf8.h"

void sr_json_reset(struct sr_json *j)
{
	j->n = 0;
	j->comma = false;
	j->full = false;
}

bool sr_json_grow(struct sr_json *j, size_t n)
{
	size_t room = j->room ? j->room * 2 : 1024;

	while (room - j->n < n)
		room *= 2;
	char *p = j->full ? NULL : sr_arena_raw(j->mem, room, 1);
	if (!p) {
		j->full = true;
		return false;
	}
	if (j->n)
		memcpy(p, j->s, j->n);
	j->s = p;
	j->room = room;
	return true;
}

static inline bool has_room(struct sr_json *j, size_t n)
{
	return SR_LIKELY(n <= j->room - j->n) || sr_json_grow(j, n);
}

static inline void put(struct sr_json *j, const char *s, size_t n)
{
	if (!has_room(j, n))
		return;
	memcpy(j->s + j->n, s, n);
	j->n += n;
}

static inline void put_byte(struct sr_json *j, char c)
{
	if (has_room(j, 1))
		j->s[j->n++] = c;
}

/* Before each value. */
static void comma(struct sr_json *j)
{
	if (j->comma)
		put_byte(j, ',');
	j->comma = true;
}

void sr_json_raw(struct sr_json *j, struct sr_str s)
{
	if (s.n)
		put(j, s.s, s.n);
}

void sr_json_open(struct sr_json *j, char bracket)
{
	comma(j);
	put_byte(j, bracket);
	j->comma = false;
}

void sr_json_close(struct sr_json *j, char bracket)
{
	put_byte(j, bracket);
	j->comma = true;
}

static void put_escape(struct sr_json *j, unsigned char c)
{
	static const char HEX[] = "0123456789abcdef";
	char out[6] = { '\\', (char)c, '0', '0', HEX[c >> 4], HEX[c & 15] };

	switch (c) {
	case '"':
	case '\\':
		put(j, out, 2);
		return;
	case '\n':
		put(j, "\\n", 2);
		return;
	case '\t':
		put(j, "\\t", 2);
		return;
	case '\r':
		put(j, "\\r", 2);
		return;
	default:
		out[1] = 'u';
		put(j, out, sizeof(out));
	}
}

#define EACH_BYTE(c) ((uint64_t)0x0101010101010101u * (c))

/* Has one of eight bytes to be looked at: a control character, a quotation
 * mark, a backslash, one of a character of several bytes? */
static inline bool has_special(uint64_t x)
{
	uint64_t quote = x ^ EACH_BYTE('"'), back = x ^ EACH_BYTE('\\');

	return (x | ((x - EACH_BYTE(0x20)) & ~x) |
		((quote - EACH_BYTE(1)) & ~quote) |
		((back - EACH_BYTE(1)) & ~back)) & EACH_BYTE(0x80);
}

/* Goes all of it out as it stands? The last eight may be looked at twice. */
static inline bool is_plain(struct sr_str s)
{
	uint64_t eight;

	if (s.n < 8) {
		char few[8] = "        ";
		memcpy(few, s.s, s.n);
		memcpy(&eight, few, sizeof(eight));
		return !has_special(eight);
	}
	for (size_t i = 0; i < s.n - 8; i += 8) {
		memcpy(&eight, s.s + i, sizeof(eight));
		if (has_special(eight))
			return false;
	}
	memcpy(&eight, s.s + s.n - 8, sizeof(eight));
	return !has_special(eight);
}

/* The first byte from p on that may have to be looked at, or the end. */
static inline const char *plain_end(const char *p, const char *end)
{
	uint64_t eight;

	for (; end - p >= 8; p += 8) {
		memcpy(&eight, p, sizeof(eight));
		if (has_special(eight))
			break;
	}
	while (p < end && (unsigned char)*p >= 0x20 &&
	       (unsigned char)*p < 0x80 && *p != '"' && *p != '\\')
		p++;
	return p;
}

static void put_quoted(struct sr_json *j, struct sr_str s)
{
	const char *run = s.s, *end = sr_str_end(s);
	const char *p = plain_end(run, end);

	put_byte(j, '"');
	while (p < end) {
		const char *at = p;
		unsigned char c = (unsigned char)*p;
		uint32_t cp = sr_utf8_next(&p, end);
		if (c < 0x80 || cp == SR_UTF8_BAD) {
			put(j, run, (size_t)(at - run));
			run = p;
			if (c < 0x80)
				put_escape(j, c);
			else
				put(j, "\xEF\xBF\xBD", 3);
		}
		p = plain_end(p, end);
	}
	if (run < end)
		put(j, run, (size_t)(end - run));
	put_byte(j, '"');
}

void sr_json_str(struct sr_json *j, struct sr_str s)
{
	if (!s.n || !is_plain(s) || !has_room(j, s.n + 3)) {
		comma(j);
		put_quoted(j, s);
		return;
	}
	char *out = j->s + j->n;
	*out = ',';
	out += j->comma;
	*out++ = '"';
	memcpy(out, s.s, s.n);
	out[s.n] = '"';
	j->n = (size_t)(out + s.n + 1 - j->s);
	j->comma = true;
}

void sr_json_str_or_null(struct sr_json *j, struct sr_str s)
{
	if (s.n)
		sr_json_str(j, s);
	else
		sr_json_null(j);
}

/* The digits of v, at least `least` of them. */
static void put_digits(struct sr_json *j, uint64_t v, int least)
{
	char out[20];
	size_t n = sizeof(out);

	for (; v || least > 0; v /= 10, least--)
		out[--n] = (char)('0' + v % 10);
	put(j, out + n, sizeof(out) - n);
}

/* v divided by the places-th power of ten. */
static void put_decimal(struct sr_json *j, int64_t v, int places)
{
	uint64_t left = v < 0 ? 0 - (uint64_t)v : (uint64_t)v, unit = 1;

	while (places && left % 10 == 0) {
		left /= 10;
		places--;
	}
	for (int i = 0; i < places; i++)
		unit *= 10;
	comma(j);
	if (v < 0)
		put_byte(j, '-');
	put_digits(j, left / unit, 1);
	if (places) {
		put_byte(j, '.');
		put_digits(j, left % unit, places);
	}
}

void sr_json_int(struct sr_json *j, int64_t v)
{
	put_decimal(j, v, 0);
}

void sr_json_milli(struct sr_json *j, int64_t v)
{
	put_decimal(j, v, 3);
}

void sr_json_fixed(struct sr_json *j, double v, int places)
{
	double unit = 1;

	for (int i = 0; i < places; i++)
		unit *= 10;
	if (!(v > -9e8 && v < 9e8)) {
		sr_json_null(j);
		return;
	}
	put_decimal(j, (int64_t)(v * unit + (v < 0 ? -0.5 : 0.5)), places);
}

void sr_json_bool(struct sr_json *j, bool v)
{
	comma(j);
	put(j, v ? "true" : "false", v ? 4 : 5);
}

void sr_json_null(struct sr_json *j)
{
	comma(j);
	put(j, "null", 4);
}

void sr_json_line(struct sr_json *j)
{
	put_byte(j, '\n');
	j->comma = false;
}
