#include "base/str.h"

int sr_str_order(struct sr_str a, struct sr_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.s, b.s, n) : 0;

	if (c)
		return c;
	return (a.n > b.n) - (a.n < b.n);
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct sr_str sr_str_trim(struct sr_str a)
{
	while (a.n && is_space(a.s[0])) {
		a.s++;
		a.n--;
	}
	while (a.n && is_space(a.s[a.n - 1]))
		a.n--;
	return a;
}

struct sr_str sr_str_cut(struct sr_str *rest, char sep)
{
	struct sr_str part = *rest;
	const char *p = rest->n ? memchr(rest->s, sep, rest->n) : NULL;

	if (!p) {
		*rest = (struct sr_str){ NULL, 0 };
		return part;
	}
	part.n = (size_t)(p - part.s);
	rest->s = p + 1;
	rest->n -= part.n + 1;
	return part;
}
