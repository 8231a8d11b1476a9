#include "fuse/manner.h"

#include "base/str.h"
#include "base/utf8.h"
#include "ontology.h"

#define LONGEST 24 /* bytes of a word in the table */

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || (c | 32) >= 'a';
}

/* The next word, folded into `small`; empty at the end. */
static struct sr_str next_word(struct sr_str *rest, char small[LONGEST])
{
	while (rest->n && !is_letter(rest->s[0])) {
		rest->s++;
		rest->n--;
	}
	struct sr_str word = { rest->s, 0 };
	while (word.n < rest->n && is_letter(word.s[word.n]))
		word.n++;
	rest->s += word.n;
	rest->n -= word.n;
	size_t n = sr_fold(word, small, LONGEST);
	return (struct sr_str){ small, n < LONGEST ? n : LONGEST };
}

static unsigned manner_of(struct sr_str word)
{
	for (unsigned i = 0; i < SR_STRIKE_COUNT; i++)
		if (sr_str_is(word, sr_strike_name(i)))
			return sr_strike_manner(i);
	return 0;
}

bool sr_is_any_attack(const struct sr_record *r)
{
	char small[LONGEST];
	struct sr_str rest = r->words, word;
	unsigned manners = 0;

	if (r->claim.type != SR_TYPE_ATTACK_GROUND)
		return false;
	while ((word = next_word(&rest, small)).n)
		manners |= manner_of(word);
	return manners == 1u << SR_MANNER_ANY;
}
