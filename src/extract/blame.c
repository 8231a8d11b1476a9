/* Whom a verb of blaming lays a deed at: "an attack blamed on jihadists", "they
 * blamed the shelling on the army", where the parser may read shelling on the
 * army. */
#include "base/str.h"
#include "extract/extract_internal.h"

/* "An attack blamed on jihadists", "attributed to the militia" */
uint32_t sr_blamed_on(const struct sr_reading *r, uint32_t verb)
{
	bool accuse = sr_speech_kind(r, verb) == SR_SPEECH_IS_ACCUSE;
	uint32_t who = SR_NONE; /* "the attack on X on Y": Y */
	uint32_t what = accuse ? sr_object(&r->tree, verb) : SR_NONE;

	/* "blamed the attack on Y", taken for an attack on Y */
	if (what != SR_NONE && (r->classes[what] & SR_CLASS_EVENT))
		SR_CHILDREN(&r->tree, what, c)
			if (sr_rel_is(&r->tree, c, SR_REL_NMOD) &&
			    sr_case_of(&r->tree, c) == r->word.on &&
			    (r->classes[c] &
			     (SR_CLASS_PARTY | SR_CLASS_FORCE)))
				who = c;
	SR_CHILDREN(&r->tree, verb, c) {
		uint32_t prep = sr_case_of(&r->tree, c);
		if (sr_rel_is(&r->tree, c, SR_REL_OBL) &&
		    ((accuse && prep == r->word.on) ||
		     (prep == r->word.toward_like[2] &&
		      (r->classes[c] & SR_CLASS_FORCE))))
			who = c;
	}
	return who;
}

bool sr_is_of_un(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = sr_party_of(r, i).party;

	return p != SR_NONE &&
	       sr_str_is(r->doc->parties.items[p].side, "UNO");
}
