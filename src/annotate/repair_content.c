/* "The claims of the ministry that the army shelled X are false": what was claimed
 * hangs on the claims, where the net makes it a relative clause of the ministry.
 * A clause whose "that" is no part of it, and which lacks no subject, relates to
 * nothing: it is what the noun before "of" holds. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

#define DEEP 4 /* nouns in a chain: the claims of the ministry of defence of X */

static bool is_of(const struct sr_token *t, uint32_t i)
{
	return t[i].upos == SR_UPOS_NOUN || t[i].upos == SR_UPOS_PROPN;
}

/* The noun at the top of the chain of "of"s that ends in i; i if there is none. */
static uint32_t top_of(const struct sr_token *t, uint32_t i)
{
	for (unsigned n = 0; n < DEEP && t[i].deprel == SR_REL_NMOD &&
			     t[i].head < i && is_of(t, t[i].head); n++)
		i = t[i].head;
	return i;
}

static void content(struct sr_token *t, const struct sr_sentence *s, uint32_t verb)
{
	uint32_t noun = t[verb].head, top = top_of(t, noun);
	uint32_t subject = sr_repair_child(
		t, verb,
		SR_REL_BIT(SR_REL_NSUBJ) | SR_REL_BIT(SR_REL_NSUBJ_PASS), noun,
		verb);
	uint32_t that = SR_NONE;

	if (noun >= verb || top == noun || subject == SR_NONE ||
	    t[top].upos != SR_UPOS_NOUN)
		return;
	for (uint32_t k = noun + 1; k < subject; k++)
		if (t[k].deprel == SR_REL_MARK && t[k].xpos != SR_XPOS_COMMA)
			that = k;
	/* a mark that the clause shares with nobody, right behind the chain */
	if (that == SR_NONE || t[that - 1].upos == SR_UPOS_PUNCT ||
	    t[that].head == subject || that == s->from)
		return;
	t[that].head = verb;
	t[that].upos = SR_UPOS_SCONJ;
	t[verb].head = top;
	t[verb].deprel = SR_REL_ACL;
}

/* "Confirmed to X that the army shelled Y": no content of X. */
static void told_to(const struct sr_doc *doc, struct sr_token *t,
		    const struct sr_sentence *s, uint32_t i)
{
	uint32_t whom = t[i].head, verb = t[whom].head;
	uint32_t to = sr_repair_child(t, whom, SR_REL_BIT(SR_REL_CASE), s->from,
				      whom);

	if (to == SR_NONE || !sr_str_is(sr_doc_text(doc, t[to].at), "to"))
		return;

	if (t[whom].deprel == SR_REL_OBL && is_of(t, whom) && verb < whom &&
	    t[verb].upos == SR_UPOS_VERB && whom + 1 < s->to &&
	    t[whom + 1].deprel == SR_REL_MARK && t[whom + 1].head == i)
		t[i].head = verb;
}

void sr_repair_content(struct sr_doc *doc, const struct sr_sentence *s)
{
	struct sr_token *t = doc->tokens.items;

	for (uint32_t i = s->from + 4; i < s->to; i++)
		if (t[i].upos == SR_UPOS_VERB && t[i].deprel == SR_REL_ACL_RELCL)
			content(t, s, i);
	for (uint32_t i = s->from + 3; i < s->to; i++)
		if (t[i].deprel == SR_REL_CCOMP && t[i].head < i)
			told_to(doc, t, s, i);
}
