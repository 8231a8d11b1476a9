/* Deaths, damage and flight that are not of the war: an illness, a flood, an
 * accident. What a sentence tells beside such a word and no word of violence
 * is not of the war, nor what a report tells that is about such things. */
#include "extract/extract_internal.h"

#define LEAST_CALAMITIES 3 /* words of them that a report about them has */

#define VIOLENCE                                                               \
	(SR_CLASS_FORCE | SR_CLASS_AIR | SR_CLASS_GUN | SR_CLASS_BOMB |        \
	 SR_CLASS_EVENT | SR_CLASS_CRIME)

struct tally {
	size_t calamity, violence;
};

static struct tally tally(const struct sr_reading *r, uint32_t from,
                          uint32_t to)
{
	struct tally n = { 0 };

	for (uint32_t i = from; i < to; i++) {
		n.calamity += (r->classes[i] & SR_CLASS_CALAMITY) != 0;
		n.violence += (r->classes[i] & VIOLENCE) != 0;
	}
	return n;
}

bool sr_is_of_calamity(const struct sr_reading *r)
{
	struct tally n = tally(r, 0, r->tree.ntoken);

	return n.calamity >= LEAST_CALAMITIES && n.calamity > n.violence;
}

/* Did the sentence tell of an attack, or of who took what? */
static bool told_of_war(const struct sr_reading *r, uint32_t sentence)
{
	for (size_t i = r->made.nitem; i-- > 0;) {
		unsigned type = r->doc->claims.items[i].type;
		if (r->tree.token[r->made.items[i].trigger].sentence !=
		    sentence)
			return false;
		if ((type < SR_TYPE_CIVIL_AID && type != SR_TYPE_ATTACK_DAMAGE) ||
		    sr_is_control(type))
			return true;
	}
	return false;
}

bool sr_is_calamity(const struct sr_reading *r, uint32_t trigger,
                    unsigned type)
{
	const struct sr_sentence *s =
	        &r->doc->sentences.items[r->tree.token[trigger].sentence];
	struct tally n = tally(r, s->from, s->to);
	bool harm = sr_is_loss(type) || sr_is_civil(type) ||
	            type == SR_TYPE_ATTACK_DAMAGE;

	if (n.violence || told_of_war(r, r->tree.token[trigger].sentence))
		return false;
	return harm ? n.calamity || r->calamity
	            : r->calamity && type > SR_TYPE_LOSS_WOUNDED;
}
