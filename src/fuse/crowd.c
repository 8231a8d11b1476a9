#include "fuse/crowd.h"

#include "base/str.h"
#include "ontology.h"

#define WORD 32

/* The last word of a name in small letters, without an s at its end: what is
 * counted is said there ("Russian soldiers"). Empty where it is too long or
 * of other letters. */
static struct sr_str last_word(struct sr_str name, char out[WORD])
{
	size_t to = name.n, n = 0;

	while (to > 0 && !((name.s[to - 1] | 32) >= 'a' &&
			   (name.s[to - 1] | 32) <= 'z'))
		to--;
	size_t from = to;
	while (from > 0 && (name.s[from - 1] | 32) >= 'a' &&
	       (name.s[from - 1] | 32) <= 'z')
		from--;
	if (to - from >= WORD)
		return (struct sr_str){ out, 0 };
	for (; from < to; from++)
		out[n++] = (char)(name.s[from] | 32);
	if (n > 3 && out[n - 1] == 's')
		n--;
	return (struct sr_str){ out, n };
}

static bool is_fighter(struct sr_str word)
{
	for (unsigned i = 0; i < SR_FIGHTER_COUNT; i++)
		if (sr_str_is(word, sr_fighter_name(i)))
			return true;
	return false;
}

static bool is_folk(struct sr_str word)
{
	for (unsigned i = 0; i < SR_FOLK_COUNT; i++)
		if (sr_str_is(word, sr_folk_name(i)))
			return true;
	return false;
}

/* "Russia has lost": a name alone is all of the side. */
static bool is_bare_name(struct sr_str name)
{
	return name.n && name.s[0] >= 'A' && name.s[0] <= 'Z' &&
	       !memchr(name.s, ' ', name.n);
}

uint32_t sr_crowd_of(const struct sr_claim *c)
{
	char buffer[WORD];
	struct sr_str word;

	if (!c->has_target || c->type == SR_TYPE_LOSS_EQUIPMENT)
		return SR_CROWD_ANY;
	word = last_word(c->target.name, buffer);
	if (is_fighter(word))
		return SR_CROWD_FIGHTERS;
	if (is_folk(word))
		return SR_CROWD_FOLK;
	if (is_bare_name(c->target.name) && c->target.side.n &&
	    !sr_str_is(c->target.side, "CIV"))
		return SR_CROWD_FIGHTERS;
	return SR_CROWDS + (uint32_t)(sr_hash(word.s, word.n) >> 33);
}
