/* Crawlers often keep the body unpacked and joined but the header as it came;
 * so a body is only unpacked when it looks packed, and joined when its chunks
 * hold. */
#include "intake/http.h"

#include <string.h>

#include "base/str.h"
#include "intake/unpack.h"

static bool begins(struct sr_str s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n &&
	       sr_str_same_name((struct sr_str){ s.s, n }, sr_str_of(with));
}

struct sr_str sr_http_field(struct sr_str header, const char *name)
{
	size_t n = strlen(name);

	while (header.s) {
		struct sr_str line = sr_str_cut(&header, '\n');
		if (begins(line, name) && line.n > n && line.s[n] == ':')
			return sr_str_trim((struct sr_str){
				line.s + n + 1, line.n - n - 1 });
	}
	return (struct sr_str){ NULL, 0 };
}

struct sr_str sr_http_charset(struct sr_str type)
{
	sr_str_cut(&type, ';');
	while (type.s) {
		struct sr_str part = sr_str_trim(sr_str_cut(&type, ';'));
		if (!begins(part, "charset="))
			continue;
		part = (struct sr_str){ part.s + 8, part.n - 8 };
		while (part.n && memchr("\"' ", part.s[0], 3))
			part = (struct sr_str){ part.s + 1, part.n - 1 };
		while (part.n && memchr("\"' ", part.s[part.n - 1], 3))
			part.n--;
		return part;
	}
	return (struct sr_str){ NULL, 0 };
}

/* Hexadecimal digits at the start of s; false for none or too many. */
static bool hex(struct sr_str s, size_t *value)
{
	size_t i = 0;

	*value = 0;
	for (; i < s.n && i < 8; i++) {
		int digit = sr_hex_digit(s.s[i]);
		if (digit < 0)
			break;
		*value = *value * 16 + (size_t)digit;
	}
	return i > 0 && i < 8;
}

/* The chunks of a body, one behind the other. False when it has none; then
 * *out is not touched. */
static bool join_chunks(struct sr_arena *mem, struct sr_str body,
			struct sr_str *out)
{
	char *p = sr_arena_raw(mem, body.n + 1, 1);
	size_t n = 0, size;

	while (p && body.s) {
		struct sr_str line = sr_str_cut(&body, '\n');
		if (!hex(line, &size) || !body.s || size > body.n)
			return false;
		if (size == 0) {
			*out = (struct sr_str){ p, n };
			return true;
		}
		memcpy(p + n, body.s, size);
		n += size;
		body = (struct sr_str){ body.s + size, body.n - size };
		sr_str_cut(&body, '\n');
	}
	return false;
}

/* Where the header ends and the body begins. */
static size_t header_end(struct sr_str bytes)
{
	for (size_t i = 0; i + 1 < bytes.n; i++) {
		if (bytes.s[i] != '\n')
			continue;
		if (bytes.s[i + 1] == '\n')
			return i + 2;
		if (i + 2 < bytes.n && bytes.s[i + 1] == '\r' &&
		    bytes.s[i + 2] == '\n')
			return i + 3;
	}
	return bytes.n;
}

/* A body of Brotli has no mark: what does not unpack to its end is none. */
static enum sr_code unpack(struct sr_arena *mem, struct sr_str how,
			   size_t most, struct sr_str *body,
			   struct sr_err *err)
{
	enum sr_packing packing = SR_PACKING_NONE;

	if (body->n > 2 && memcmp(body->s, "\x1F\x8B", 2) == 0)
		packing = SR_PACKING_GZIP;
	else if (begins(how, "deflate") && body->n > 2 &&
		 (body->s[0] & 0x0F) == 8)
		packing = SR_PACKING_GZIP;
	else if (begins(how, "zstd") && body->n > 4 &&
		 memcmp(body->s, "\x28\xB5\x2F\xFD", 4) == 0)
		packing = SR_PACKING_ZSTD;
	else if (begins(how, "br") && body->n > 2)
		packing = SR_PACKING_BROTLI;
	enum sr_code code = sr_unpack(mem, packing, *body, most, body, err);
	return packing == SR_PACKING_BROTLI && code == SR_REFUSED ? SR_OK
								  : code;
}

enum sr_code sr_http_read(struct sr_arena *mem, struct sr_str bytes,
			  size_t most, struct sr_http *http,
			  struct sr_err *err)
{
	*http = (struct sr_http){ 0 };
	if (!begins(bytes, "HTTP/") || bytes.n < 13)
		return sr_fail(err, SR_REFUSED, "",
			       "a response without a status line of HTTP");
	const char *blank = memchr(bytes.s, ' ', 12);
	for (size_t i = 1; blank && i < 4; i++)
		if (blank[i] >= '0' && blank[i] <= '9')
			http->status = http->status * 10 + (blank[i] - '0');
	size_t end = header_end(bytes);
	struct sr_str header = { bytes.s, end };
	http->body = (struct sr_str){ bytes.s + end, bytes.n - end };
	struct sr_str type = sr_http_field(header, "Content-Type");
	http->charset = sr_http_charset(type);
	http->type = sr_str_trim(sr_str_cut(&type, ';'));
	if (begins(sr_http_field(header, "Transfer-Encoding"), "chunked"))
		join_chunks(mem, http->body, &http->body);
	return unpack(mem, sr_http_field(header, "Content-Encoding"), most,
		      &http->body, err);
}
