/* Deaths, damage and flight that are not of the war: an illness, a flood, an
 * accident. What a sentence tells beside such a word and no word of violence
 * is not of the war, nor what a report tells that is about such things. */
#include "extract/extract_internal.h"

#define LEAST_CALAMITIES 3 /* words of them that a report about them has */

#define VIOLENCE                                                               \
	(SR_CLASS_FORCE | SR_CLASS_AIR | SR_CLASS_GUN | SR_CLASS_BOMB |        \
	 SR_CLASS_EVENT | SR_CLASS_CRIME)

bool sr_is_of_calamity(const struct sr_reading *r)
{
	size_t calamity = 0, violence = 0;

	for (uint32_t i = 0; i < r->tree.ntoken; i++) {
		calamity += (r->classes[i] & SR_CLASS_CALAMITY) != 0;
		violence += (r->classes[i] & VIOLENCE) != 0;
	}
	return calamity >= LEAST_CALAMITIES && calamity > violence;
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
	uint32_t sentence = r->tree.token[trigger].sentence;
	uint32_t classes = sr_glance_at(r, sentence)->classes;
	bool harm = sr_is_loss(type) || sr_is_civil(type) ||
	            type == SR_TYPE_ATTACK_DAMAGE;

	if ((classes & VIOLENCE) || told_of_war(r, sentence))
		return false;
	return harm ? (classes & SR_CLASS_CALAMITY) || r->calamity
	            : r->calamity && type > SR_TYPE_LOSS_WOUNDED;
}
