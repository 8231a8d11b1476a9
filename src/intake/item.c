#include "intake/item.h"

#include <string.h>

#include "base/limits.h"
#include "base/str.h"

#define HEADLINE 3 /* words at least */

static bool copy(struct sr_arena *mem, struct sr_str *s)
{
	if (s->n)
		s->s = sr_arena_copy(mem, s->s, s->n);
	return s->n == 0 || s->s;
}

/* A body that lies within the bytes lies within their copy. */
static bool copy_body(struct sr_arena *mem, const struct sr_item *from,
		      struct sr_item *to)
{
	uintptr_t b = (uintptr_t)from->bytes.s, p = (uintptr_t)from->body.s;

	if (!from->body.n)
		return true;
	if (p < b || p + from->body.n > b + from->bytes.n)
		return copy(mem, &to->body);
	to->body.s = to->bytes.s + (p - b);
	return true;
}

bool sr_item_copy(struct sr_arena *mem, const struct sr_item *from,
		  struct sr_item *to)
{
	*to = *from;
	to->path = sr_arena_copy(mem, from->path, strlen(from->path));
	return to->path && copy(mem, &to->name) && copy(mem, &to->bytes) &&
	       copy_body(mem, from, to) && copy(mem, &to->given.id) &&
	       copy(mem, &to->given.title) && copy(mem, &to->given.publisher) &&
	       copy(mem, &to->given.author) && copy(mem, &to->given.url) &&
	       copy(mem, &to->given.published) &&
	       copy(mem, &to->given.updated) &&
	       copy(mem, &to->given.charset) &&
	       copy(mem, &to->given.captured);
}

bool sr_is_headline(struct sr_str title)
{
	return sr_str_words(title) >= HEADLINE;
}
