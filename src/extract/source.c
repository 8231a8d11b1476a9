/* "According to X", "by X's estimate", "an analysis by X": who is named as the
 * source of a sentence beside any verb of saying (say.c). */
#include "extract/extract_internal.h"

/* "an analysis by the institute", "figures from the ministry": whose words a
 * text is. */
uint32_t sr_maker_of(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;

	bool told = sr_telling_kind(r, noun) >= 0;

	SR_CHILDREN(t, noun, c)
		if ((sr_rel_is(t, c, SR_REL_NMOD) ||
		     sr_rel_is(t, c, SR_REL_OBL)) &&
		    (sr_case_of(t, c) == r->word.by ||
		     (told && (sr_case_of(t, c) == r->word.from ||
			       sr_case_of(t, c) == r->word.of))) &&
		    sr_may_speak(r, c))
			return c;
	/* "figures released by the ministry" */
	uint32_t made = told ? sr_child(t, noun, SR_REL_ACL) : SR_NONE;
	uint32_t who = made == noun + 1 && t->token[made].xpos == SR_XPOS_VBN
			       ? sr_agent(t, made)
			       : SR_NONE;
	return who != SR_NONE && sr_may_speak(r, who) ? who : SR_NONE;
}

/* "According to X", "as per X", ", per X"; not "40 deaths per town". */
static bool is_according(const struct sr_reading *r, uint32_t c, uint32_t prep)
{
	const struct sr_tree *t = &r->tree;

	if (prep == r->word.according)
		return true;
	if (!(t->rels[c] & sr_rels(SR_REL_CASE)))
		return false;
	SR_CHILDREN(t, c, k)
		if (t->token[k].lower == r->word.per && k > 0)
			return t->token[k - 1].lower == r->word.as ||
			       t->token[k - 1].xpos == SR_XPOS_COMMA;
	return false;
}

/* "According to the network, ...", "..., according to aid organisations":
 * whatever noun, where it is no deal or plan and none of "new developments".
 * "Went according to schedule" has no comma. */
static bool is_source(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_token *k = &t->token[i];

	if (sr_may_speak(r, i))
		return true;
	if (k->upos != SR_UPOS_NOUN || r->cue_over[i] || k->time != SR_NONE ||
	    (r->classes[i] & (SR_CLASS_EVENT | SR_CLASS_PLACE | SR_CLASS_TALK)))
		return false;
	if (k->xpos != SR_XPOS_NN && !(t->rels[i] & SR_REL_BIT(SR_REL_COMPOUND)))
		return false;
	SR_CHILDREN(t, i, c)
		if (t->token[c].lower == r->word.according)
			return (t->token[c].flags & SR_TOK_FIRST) ||
			       (c && t->token[c - 1].xpos == SR_XPOS_COMMA);
	return false;
}

/* "according to X", "by Kyiv's estimate": X under predicate p. */
uint32_t sr_source_under(const struct sr_reading *r, uint32_t p)
{
	const struct sr_tree *t = &r->tree;
	const uint64_t rels = sr_rels(SR_REL_OBL) | sr_rels(SR_REL_NMOD) |
			      sr_rels(SR_REL_ADVCL) |
			      sr_rels(SR_REL_PARATAXIS);
	uint32_t c_by = SR_NONE;

	if (!(t->rels[p] & rels))
		return SR_NONE;
	SR_CHILDREN(t, p, c) {
		if (!sr_rel_in(t, c, rels))
			continue;
		uint32_t prep = sr_case_of(t, c);
		bool according = is_according(r, c, prep);
		if (according)
			c_by = sr_maker_of(r, c);
		if (c_by != SR_NONE)
			return c_by;
		if (according && is_source(r, c))
			return c;
		/* "by Ukrainian estimates" */
		if (prep == r->word.by && (r->classes[c] & SR_CLASS_VOICE) &&
		    !sr_is_passive(t, p))
			return c;
		/* the parser may hang the noun on "according" itself */
		if (t->token[c].lower == r->word.according)
			SR_CHILDREN(t, c, d)
				if (sr_may_speak(r, d))
					return d;
	}
	return SR_NONE;
}

/* "according to X" at the end of a sentence, wherever the tree has hung it,
 * covers what nobody else is named for. */
uint32_t sr_source_in_sentence(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_sentence *s =
	        &r->doc->sentences.items[r->tree.token[trigger].sentence];

	if (!sr_may_have(r, r->tree.token[trigger].sentence,
			 r->word.according))
		return SR_NONE;
	for (uint32_t i = s->from; i < s->to; i++) {
		if (r->tree.token[i].lower != r->word.according)
			continue;
		uint32_t head = r->tree.token[i].head;
		if (sr_may_speak(r, head))
			return head;
	}
	return SR_NONE;
}
