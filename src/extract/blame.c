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

/* "an attack carried out by the army", "a raid launched by rebels" */
uint32_t sr_by_participle(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, noun, c) {
		if (t->token[c].deprel != SR_REL_ACL || !sr_is_passive(t, c))
			continue;
		uint32_t who = sr_may_carry(r, c) ? sr_agent(t, c) : SR_NONE;
		if (who == SR_NONE)
			who = sr_blamed_on(r, c);
		/* "suspected to have been carried out by the army" */
		uint32_t done = sr_child(t, c, SR_REL_XCOMP);
		if (who == SR_NONE && done != SR_NONE &&
		    sr_is_passive(t, done))
			who = sr_agent(t, done);
		if (who != SR_NONE)
			return who;
	}
	return SR_NONE;
}

bool sr_is_of_un(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = sr_party_of(r, i).party;

	return p != SR_NONE &&
	       sr_str_is(r->doc->parties.items[p].side, "UNO");
}

/* "The army was accused", "a man whom they accuse": the object of the verb. */
static uint32_t whom(const struct sr_tree *t, uint32_t verb)
{
	uint32_t who = sr_child(t, verb, SR_REL_OBJ);

	if (who != SR_NONE && t->token[who].xpos == SR_XPOS_WP &&
	    t->token[verb].deprel == SR_REL_ACL_RELCL)
		return t->token[verb].head;
	return sr_patient(t, verb);
}

/* "Of shelling it", "over the attack", "in the raid"; no "amid", "after". */
static bool may_be_charge(const struct sr_reading *r, uint32_t i)
{
	uint32_t prep = sr_case_of(&r->tree, i);

	if (!prep || prep == r->word.of || prep == r->word.with ||
	    sr_says_in(r, prep))
		return true;
	for (size_t k = 0; k < SR_LEN(r->word.about_like); k++)
		if (prep == r->word.about_like[k])
			return true;
	return false;
}

uint32_t sr_accused(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	for (unsigned n = 0; n < 4; n++) {
		uint32_t head = t->token[i].head;
		bool up = t->token[i].deprel == SR_REL_ADVCL ||
		          t->token[i].deprel == SR_REL_XCOMP ||
		          t->token[i].deprel == SR_REL_CONJ ||
		          sr_rel_is(t, i, SR_REL_OBL) ||
		          sr_rel_is(t, i, SR_REL_NMOD) ||
		          t->token[i].deprel == SR_REL_OBJ ||
		          (n == 0 && t->token[i].deprel == SR_REL_NSUBJ_PASS);
		if (head == i || !up)
			return SR_NONE;
		/* "accused of killings after the raids" */
		if (sr_rel_is(t, i, SR_REL_OBL) &&
		    sr_speech_kind(r, head) == SR_SPEECH_IS_ACCUSE &&
		    !may_be_charge(r, i))
			return SR_NONE;
		/* "blamed the militia and kidnapped a man" */
		if (t->token[i].deprel == SR_REL_CONJ && sr_is_active(r, i) &&
		    t->token[i].xpos != SR_XPOS_VBG)
			return SR_NONE;
		/* "has been responsible for the deaths of" */
		if (t->token[head].upos == SR_UPOS_ADJ &&
		    sr_telling_kind(r, head) == SR_TELLING_BLAME &&
		    sr_case_of(t, i) == r->word.about_like[0]) {
			uint32_t who = sr_subject(t, head);
			return who != SR_NONE &&
					       (r->classes[who] &
						(SR_CLASS_PARTY | SR_CLASS_FORCE))
				       ? who
				       : SR_NONE;
		}
		/* "the attack was blamed on them" */
		if (n == 0 && t->token[i].deprel == SR_REL_NSUBJ_PASS &&
		    sr_speech_kind(r, head) == SR_SPEECH_IS_ACCUSE)
			return sr_blamed_on(r, head);
		/* "for the attack" may hang on the rebels or on the verb */
		if (sr_speech_kind(r, head) == SR_SPEECH_IS_ACCUSE)
			return t->token[i].deprel != SR_REL_OBJ ? whom(t, head)
			       : n > 0 ? i : sr_blamed_on(r, head);
		bool its = t->token[i].deprel == SR_REL_OBJ
		                   ? n > 0
		                   : sr_rel_is(t, i, SR_REL_OBL) &&
		                             sr_child(t, head, SR_REL_OBJ) !=
		                                     SR_NONE;
		if (r->light[head] && r->speech[head] && its &&
		    !sr_only_tells(r, head))
			return sr_agent(t, head);
		i = head;
	}
	return SR_NONE;
}
