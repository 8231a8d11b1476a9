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

size_t sr_str_words(struct sr_str a)
{
	size_t words = 0;

	for (size_t i = 0; i < a.n; i++)
		words += (unsigned char)a.s[i] > ' ' &&
			 (i == 0 || (unsigned char)a.s[i - 1] <= ' ');
	return words;
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

bool sr_str_same_name(struct sr_str a, struct sr_str b)
{
	for (size_t i = 0; i < a.n && i < b.n; i++)
		if (sr_ascii_lower(a.s[i]) != sr_ascii_lower(b.s[i]))
			return false;
	return a.n == b.n;
}

int sr_hex_digit(char c)
{
	c = sr_ascii_lower(c);
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

unsigned sr_number_of_name(struct sr_str name, const char *(*name_of)(unsigned),
			   unsigned count)
{
	unsigned i = 0;

	while (i < count && !sr_str_is(name, name_of(i)))
		i++;
	return i;
}
