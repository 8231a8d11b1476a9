#include "fuse/manner.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ontology.h"

#define LONGEST 24 /* bytes of a word in the table */

/* The next word; empty at the end. */
static struct sr_str next_word(struct sr_str *rest)
{
	const char *at = rest->s, *end = sr_str_end(*rest), *from = NULL;
	const char *to = end;

	while (at < end && to == end) {
		const char *before = at;
		bool letter = sr_is_letter(sr_utf8_next(&at, end));
		if (letter && !from)
			from = before;
		else if (!letter && from)
			to = before;
	}
	*rest = (struct sr_str){ to, (size_t)(end - to) };
	return from ? (struct sr_str){ from, (size_t)(to - from) }
		    : (struct sr_str){ NULL, 0 };
}

static unsigned manner_of(struct sr_str word)
{
	char small[LONGEST];
	size_t n = sr_fold(word, small, sizeof(small));

	for (unsigned i = 0; n <= sizeof(small) && i < SR_STRIKE_COUNT; i++)
		if (sr_str_is((struct sr_str){ small, n }, sr_strike_name(i)))
			return sr_strike_manner(i);
	return 0;
}

bool sr_is_any_attack(const struct sr_record *r)
{
	struct sr_str rest = r->words, word;
	unsigned manners = 0;

	if (r->claim.type != SR_TYPE_ATTACK_GROUND)
		return false;
	while ((word = next_word(&rest)).n)
		manners |= manner_of(word);
	return manners == 1u << SR_MANNER_ANY;
}
