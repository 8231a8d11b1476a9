#include "serve/query.h"

#include "base/utf8.h"

static enum sr_code bad(struct sr_err *err, const char *what)
{
	return sr_fail(err, SR_USAGE, "", "%s", what);
}

static bool in_path(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_' ||
	       c == '.';
}

/* "%41+b" is "A b". False for a half escape. */
static bool decode(struct sr_str s, char *out, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < s.n; i++) {
		int c = (unsigned char)s.s[i];
		if (c == '+') {
			c = ' ';
		} else if (c == '%') {
			int high = i + 2 < s.n ? sr_hex_digit(s.s[i + 1]) : -1;
			int low = i + 2 < s.n ? sr_hex_digit(s.s[i + 2]) : -1;
			if (i + 2 >= s.n || high < 0 || low < 0)
				return false;
			c = high * 16 + low;
			i += 2;
		}
		out[(*n)++] = (char)c;
	}
	return true;
}

/* A decoded value: text in UTF-8 without control characters. */
static enum sr_code take_text(struct sr_str raw, struct sr_arena *mem,
			      struct sr_str *out, struct sr_err *err)
{
	char *s = sr_arena_zero(mem, raw.n + 1, 1);
	size_t n;

	if (!s)
		return sr_fail_nomem(err, "request");
	if (!decode(raw, s, &n))
		return bad(err, "a '%' of the address has no two hex digits "
				"behind it");
	*out = (struct sr_str){ s, n };
	if (n > SR_MOST_VALUE)
		return sr_fail(err, SR_USAGE, "",
			       "a value of the address is longer than %d bytes",
			       SR_MOST_VALUE);
	if (sr_utf8_check(*out) != n)
		return bad(err, "a value of the address is not UTF-8");
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < 0x20 || s[i] == 0x7f)
			return bad(err, "a value of the address has a control "
					"character");
	return SR_OK;
}

static enum sr_code take_pair(struct sr_str part, struct sr_arena *mem,
			      struct sr_query *out, struct sr_err *err)
{
	struct sr_str rest = part, key = sr_str_cut(&rest, '=');
	struct sr_pair p;

	if (!rest.s)
		rest = (struct sr_str){ "", 0 };
	enum sr_code code = take_text(key, mem, &p.key, err);
	if (!code)
		code = take_text(rest, mem, &p.value, err);
	if (code)
		return code;
	if (sr_query_value(out, p.key.s))
		return sr_fail(err, SR_USAGE, p.key.s,
			       "stands twice in the "
			       "address");
	if (out->npair == SR_MOST_PAIRS)
		return bad(err, "too many filters in the address");
	out->pair[out->npair++] = p;
	return SR_OK;
}

enum sr_code sr_query_read(struct sr_str target, struct sr_arena *mem,
			   struct sr_query *out, struct sr_err *err)
{
	struct sr_str rest = target;
	enum sr_code code = SR_OK;

	*out = (struct sr_query){ .npair = 0 };
	if (target.n > SR_MOST_TARGET)
		return bad(err, "the address is too long");
	out->path = sr_str_cut(&rest, '?');
	if (!out->path.n || out->path.s[0] != '/')
		return bad(err, "the address does not begin with '/'");
	for (size_t i = 0; i < out->path.n; i++)
		if (!in_path(out->path.s[i]))
			return bad(err, "the address has a letter that no page "
					"here has");
	out->path.s = sr_arena_copy(mem, out->path.s, out->path.n);
	if (!out->path.s)
		return sr_fail_nomem(err, "request");
	while (!code && rest.s) {
		struct sr_str part = sr_str_cut(&rest, '&');
		if (part.n)
			code = take_pair(part, mem, out, err);
	}
	return code;
}

const char *sr_query_value(const struct sr_query *q, const char *key)
{
	for (size_t i = 0; i < q->npair; i++)
		if (sr_str_is(q->pair[i].key, key))
			return q->pair[i].value.s;
	return NULL;
}
