#include "intake/tags.h"

#include <string.h>

#include "base/limits.h"

#define OTHER 99u /* of what is declared: no comment, no CDATA */

enum state {
	TEXT,
	OPEN,	 /* behind < */
	NAME,	 /* in an element's name */
	GAP,	 /* between its attributes */
	TOKEN,	 /* in an attribute */
	VALUE,	 /* behind its = */
	QUOTED,
	DECLARED, /* behind <!, <? or </ */
	COMMENT,
	CDATA,
	SCRIPT, /* or a style */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* "-->" or "]]>": two of `twice`, or more, and then >. */
static bool ends(struct sr_tags *t, char twice, char c)
{
	bool all = c == '>' && t->found == 2;

	t->found = c != twice ? 0 : t->found < 2 ? t->found + 1 : 2;
	return all;
}

/* "</s" */
static bool ends_script(struct sr_tags *t, char c)
{
	bool all = t->found == 2 && (c | 32) == 's';

	t->found = c == '<' ? 1 : c == '/' && t->found == 1 ? 2 : 0;
	return all;
}

/* How many bytes of <script or <style the name has been, its bits: 1, 2. */
static void note_name(struct sr_tags *t, char c)
{
	static const char *const NAMES[] = { "script", "style" };
	unsigned at = t->name >> 2, both = t->name & 3;

	for (unsigned i = 0; i < 2; i++)
		if (at >= strlen(NAMES[i]) || NAMES[i][at] != (c | 32))
			both &= ~(1u << i);
	t->name = (at + 1) << 2 | both;
}

static bool is_script(const struct sr_tags *t)
{
	return !t->xml && ((t->name & 3) == 1 ? t->name >> 2 == 6
					      : (t->name & 3) == 2 &&
							t->name >> 2 == 5);
}

static void end_tag(struct sr_tags *t)
{
	t->state = is_script(t) ? SCRIPT : TEXT;
	t->found = 0;
}

static void open(struct sr_tags *t, char c)
{
	if ((c | 32) >= 'a' && (c | 32) <= 'z') {
		t->state = NAME;
		t->name = 3;
		t->n = 0;
		note_name(t, c);
	} else {
		t->state = c == '!' || c == '?' || c == '/' ? DECLARED : TEXT;
		t->found = 0;
	}
}

/* Behind <!: what begins as a comment or CDATA does is one. */
static void declared(struct sr_tags *t, char c)
{
	static const char BEGINS[] = "[CDATA[";

	if (c == '-' && t->found < 2) {
		t->state = ++t->found == 2 ? COMMENT : DECLARED;
	} else if (t->xml && t->found < 20 &&
		   c == BEGINS[t->found < 10 ? 0 : t->found - 10]) {
		t->found = t->found < 10 ? 11 : t->found + 1;
		t->state = t->found == 17 ? CDATA : DECLARED;
	} else if (c == '>') {
		t->state = TEXT;
	} else {
		t->found = OTHER;
	}
	if (t->state != DECLARED)
		t->found = 0;
}

static void in_tag(struct sr_tags *t, char c)
{
	if (t->state == QUOTED) {
		t->state = c == t->quote ? GAP : QUOTED;
	} else if (c == '>') {
		end_tag(t);
	} else if (t->state == VALUE && (c == '"' || c == '\'')) {
		t->quote = c;
		t->state = QUOTED;
	} else if (c == '=') {
		t->state = VALUE;
	} else if (is_blank(c)) {
		t->state = t->state == VALUE ? VALUE : GAP;
	} else if (t->state == GAP && c != '/') {
		t->n++;
		t->state = TOKEN;
	} else if (t->state == NAME) {
		note_name(t, c);
	} else if (t->state == VALUE) {
		t->state = TOKEN;
	}
}

static void step(struct sr_tags *t, char c)
{
	switch (t->state) {
	case TEXT:
		t->state = c == '<' ? OPEN : TEXT;
		break;
	case OPEN:
		open(t, c);
		break;
	case DECLARED:
		declared(t, c);
		break;
	case COMMENT:
		if (ends(t, '-', c))
			t->state = TEXT;
		break;
	case CDATA:
		if (ends(t, ']', c))
			t->state = TEXT;
		break;
	case SCRIPT:
		if (ends_script(t, c)) {
			t->state = DECLARED;
			t->found = OTHER;
		}
		break;
	default:
		in_tag(t, c);
	}
}

bool sr_tags_go_on(struct sr_tags *t, struct sr_str s)
{
	const char *p = s.s, *end = sr_str_end(s);

	while (p < end && t->n <= SR_MAX_ATTRIBUTES) {
		if (t->state == TEXT)
			p = memchr(p, '<', (size_t)(end - p));
		else if (t->state == SCRIPT && !t->found)
			p = memchr(p, '<', (size_t)(end - p));
		else if (t->state == QUOTED)
			p = memchr(p, t->quote, (size_t)(end - p));
		if (!p)
			break;
		/* In UTF-16 the other byte of what matters. */
		if (*p)
			step(t, *p);
		p++;
	}
	return t->n <= SR_MAX_ATTRIBUTES;
}

bool sr_tags_are_few(struct sr_str markup, bool xml)
{
	struct sr_tags t = { .xml = xml };

	return sr_tags_go_on(&t, markup);
}
