/* What nobody could check: "Reuters could not independently verify the claim",
 * "it was not possible to confirm the figures", "there was no confirmation of
 * these reports". Such a sentence tells nothing of its own; what somebody else
 * was told to have said before it is unverified. One claim or report: that of
 * the nearest sentence with such words; several ("these figures"): all in its
 * paragraph. */
#include "base/str.h"
#include "extract/extract_internal.h"

#define BACK 5 /* sentences that what is doubted may lie back */

static uint32_t of_what(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, c)
		if (sr_rel_is(t, c, SR_REL_NMOD) &&
		    sr_case_of(t, c) == r->word.of)
			return c;
	return SR_NONE;
}

/* The noun or pronoun that stands for what is not proved; SR_NONE. */
static uint32_t doubted(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	bool verb = sr_is_verb(t, i);
	uint32_t word = verb ? sr_patient(t, i) : of_what(r, i);

	if (verb && word != SR_NONE)
		word = sr_antecedent(t, word);
	/* "a claim that nobody could verify" */
	if (word == SR_NONE && t->token[i].deprel == SR_REL_ACL)
		word = t->token[i].head;
	/* "the authenticity of the footage", "details of the report" */
	for (unsigned n = 0; n < 2 && word != SR_NONE &&
			     sr_telling_kind(r, word) < 0; n++)
		word = of_what(r, word);
	return word;
}

static bool may_mean(const struct sr_reading *r, size_t k, int kind)
{
	const struct sr_claim *c = &r->doc->claims.items[k];

	return c->speaker.n && c->status == SR_STATUS_ASSERTED &&
	       (kind != SR_TELLING_FIGURE || c->has_count);
}

static void doubt(struct sr_reading *r, struct sr_claim *c)
{
	c->status = SR_STATUS_UNVERIFIED;
	c->confidence = sr_confidence(r, c);
}

/* "According to reports that could not be verified, the army left": what is
 * told around that clause. */
static void doubt_around(struct sr_reading *r, uint32_t i, uint32_t word)
{
	uint32_t around = sr_clause(&r->tree, r->tree.token[word].head);

	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		const struct sr_made *m = &r->made.items[k];
		struct sr_claim *c = &r->doc->claims.items[k];
		if (r->tree.token[m->trigger].sentence !=
		    r->tree.token[i].sentence)
			return;
		if (c->status == SR_STATUS_ASSERTED &&
		    !sr_dominates(&r->tree, i, m->trigger) &&
		    sr_dominates(&r->tree, around, m->trigger))
			doubt(r, c);
	}
}

void sr_doubt_told(struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *sentence = r->doc->sentences.items;
	uint32_t now = t[i].sentence, last = SR_NONE;

	if (!sr_is_unproved(r, i))
		return;
	uint32_t word = doubted(r, i);
	int kind = word == SR_NONE ? -1 : sr_telling_kind(r, word);
	if (kind < 0 || kind == SR_TELLING_BLAME ||
	    sr_says_itself(&r->tree, word, i) ||
	    (kind == SR_TELLING_IT &&
	     (sr_child(&r->tree, i, SR_REL_CCOMP) != SR_NONE ||
	      sr_child(&r->tree, i, SR_REL_CSUBJ) != SR_NONE)))
		return;
	if (t[i].deprel == SR_REL_ACL_RELCL || t[i].deprel == SR_REL_ACL) {
		doubt_around(r, i, word);
		return;
	}
	bool several = t[word].xpos == SR_XPOS_NNS;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		uint32_t s = t[r->made.items[k].trigger].sentence;
		if (s + BACK < now ||
		    (last != SR_NONE && s != last &&
		     (!several || sentence[s].block != sentence[last].block)))
			return;
		if (!may_mean(r, k, kind))
			continue;
		doubt(r, &r->doc->claims.items[k]);
		last = s;
	}
}

/* "That was wrong", right behind what the report itself has told. */
void sr_take_back(struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_sentence *s =
		&r->doc->sentences.items[t->token[i].sentence];
	uint32_t who = sr_child(t, i, SR_REL_NSUBJ);

	if (who != s->from || t->token[who].xpos != SR_XPOS_DT ||
	    t->token[i].head != i || r->quote[i] ||
	    sr_child(t, i, SR_REL_COP) == SR_NONE ||
	    !sr_denies_beside(r, i) || sr_is_negated(r, i))
		return;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		struct sr_claim *c = &r->doc->claims.items[k];
		uint32_t of = t->token[r->made.items[k].trigger].sentence;
		if (of == t->token[i].sentence)
			continue;
		if (of + 1 < t->token[i].sentence || s[-1].block != s->block)
			return;
		if (c->speaker.n || c->status != SR_STATUS_ASSERTED)
			continue;
		c->status = SR_STATUS_DENIED;
		c->confidence = sr_confidence(r, c);
	}
}
