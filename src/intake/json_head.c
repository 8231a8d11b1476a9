#include "intake/json_head.h"

#include <string.h>

#include "base/limits.h"

#define DEEPEST 16u /* objects around the list */

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct scan {
	size_t at, depth;
	size_t key; /* where the last string began */
	bool string, escape;
};

static void in_string(struct scan *c, char ch)
{
	if (c->escape)
		c->escape = false;
	else if (ch == '\\')
		c->escape = true;
	else if (ch == '"')
		c->string = false;
}

/* Is this the bracket of a list whose first element is an object? */
static bool opens_list(struct sr_str s, size_t at)
{
	if (s.s[at] != '[')
		return false;
	do
		at++;
	while (at < s.n && is_space(s.s[at]));
	return at < s.n && s.s[at] == '{';
}

/* To the list's bracket; false if there is none. */
static bool find(struct scan *c, struct sr_str s)
{
	for (; c->at < s.n; c->at++) {
		char ch = s.s[c->at];
		if (c->string) {
			in_string(c, ch);
		} else if (ch == '"') {
			c->string = true;
			c->key = c->at;
		} else if (opens_list(s, c->at)) {
			return c->depth > 0 && c->depth <= DEEPEST && c->key;
		} else if (ch == '{') {
			c->depth++;
		} else if (ch == '}' && c->depth) {
			c->depth--;
		}
	}
	return false;
}

size_t sr_json_head(struct sr_arena *mem, struct sr_str bytes,
		    struct sr_str *head)
{
	struct scan c = { 0 };

	if (bytes.n > SR_MAX_JSON_HEAD)
		bytes.n = SR_MAX_JSON_HEAD;
	if (!find(&c, bytes))
		return 0;
	size_t n = c.key; /* without the list's name and the comma before it */
	while (n && (is_space(bytes.s[n - 1]) || bytes.s[n - 1] == ','))
		n--;
	char *p = sr_arena_raw(mem, n + c.depth, 1);
	if (!p)
		return 0;
	memcpy(p, bytes.s, n);
	memset(p + n, '}', c.depth);
	*head = (struct sr_str){ p, n + c.depth };
	return c.at + 1;
}
