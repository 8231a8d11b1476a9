/* Whose side a speaker is on, by what the claims themselves name: a party of
 * the same name, or whose name begins with the same capitalised word
 * ("Ukrainian officials" and "Ukrainian troops"), when all such are of one
 * side. No table: only what the incident's own claims say. */
#include "fuse/incident_work.h"

#define LEAST_WORD 4 /* bytes: "The", "A" say nothing */

static struct sr_str first_word(struct sr_str s)
{
	size_t n = 0;

	while (n < s.n && s.s[n] != ' ' && s.s[n] != '\'' &&
	       (unsigned char)s.s[n] != 0xE2)
		n++;
	return (struct sr_str){ s.s, n };
}

static bool like(struct sr_str speaker, struct sr_str party)
{
	struct sr_str a = first_word(speaker), b = first_word(party);

	if (sr_str_equal(speaker, party))
		return true;
	return a.n >= LEAST_WORD && a.s[0] >= 'A' && a.s[0] <= 'Z' &&
	       sr_str_equal(a, b);
}

/* False when two sides fit. */
static bool look(struct sr_str *side, struct sr_str speaker, bool has,
		 const struct sr_party_slot *p)
{
	if (!has || !p->side.n || !like(speaker, p->name))
		return true;
	if (side->n && !sr_str_equal(*side, p->side))
		return false;
	*side = p->side;
	return true;
}

struct sr_str sr_speaker_side(const struct sr_records *records,
			      const uint32_t *claim, size_t n,
			      const struct sr_record *of)
{
	struct sr_str side = { NULL, 0 };

	for (size_t i = 0; of->claim.speaker.n && i < n; i++) {
		const struct sr_claim *c =
			&records->claims.items[claim[i]].claim;
		if (!look(&side, of->claim.speaker, c->has_actor, &c->actor) ||
		    !look(&side, of->claim.speaker, c->has_target, &c->target))
			return (struct sr_str){ NULL, 0 };
	}
	return side;
}
