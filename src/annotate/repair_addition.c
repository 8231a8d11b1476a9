/* "The army destroyed two tanks as well as three trucks": what is added is of the
 * row of what stands before it, where the net makes it one more object or hangs
 * the three words on the verb. Of three words that are one fixed phrase the
 * middle one is an adverb in this alone. */
#include "annotate/repair.h"
#include "ontology.h"

#define LONGEST 12 /* words to what it is added to */

static bool is_nominal(const struct sr_token *t)
{
	return t->upos == SR_UPOS_NOUN || t->upos == SR_UPOS_PROPN ||
	       t->upos == SR_UPOS_NUM;
}

static bool is_addition(const struct sr_token *t, uint32_t i)
{
	return t[i + 1].deprel == SR_REL_FIXED && t[i + 1].head == i &&
	       t[i + 2].deprel == SR_REL_FIXED && t[i + 2].head == i &&
	       t[i + 1].upos == SR_UPOS_ADV &&
	       (t[i].deprel == SR_REL_ADVMOD || t[i].deprel == SR_REL_CASE ||
		t[i].deprel == SR_REL_CC);
}

/* What is added: the first noun behind that hangs on what stands before. */
static uint32_t added(const struct sr_token *t, const struct sr_sentence *s,
		      uint32_t i)
{
	for (uint32_t k = i + 3; k < s->to && k < i + LONGEST; k++)
		if (is_nominal(&t[k]) && t[k].head < i)
			return k;
	return SR_NONE;
}

/* To what: the last before it that hangs on the same word. */
static uint32_t to_what(const struct sr_token *t, const struct sr_sentence *s,
			uint32_t i, uint32_t noun)
{
	for (uint32_t k = i; k-- > s->from && i - k < LONGEST;) {
		if (k == t[noun].head)
			return SR_NONE;
		if (is_nominal(&t[k]) && t[k].head == t[noun].head &&
		    (t[k].deprel == SR_REL_OBJ || t[k].deprel == SR_REL_OBL ||
		     t[k].deprel == SR_REL_NMOD ||
		     t[k].deprel == SR_REL_NSUBJ_PASS))
			return k;
	}
	return SR_NONE;
}

void sr_repair_addition(struct sr_doc *doc, const struct sr_sentence *s)
{
	struct sr_token *t = doc->tokens.items;

	for (uint32_t i = s->from + 1; i + 3 < s->to; i++) {
		if (!is_addition(t, i))
			continue;
		uint32_t noun = added(t, s, i);
		uint32_t to = noun == SR_NONE || t[noun].deprel == SR_REL_CONJ
				      ? SR_NONE
				      : to_what(t, s, i, noun);
		if (to == SR_NONE)
			continue;
		t[noun].head = to;
		t[noun].deprel = SR_REL_CONJ;
		t[i].head = noun;
		t[i].deprel = SR_REL_CC;
		/* "as well as near Kidal" */
		if (t[i + 3].deprel == SR_REL_FIXED && t[i + 3].head == i) {
			t[i + 3].head = noun;
			t[i + 3].deprel = SR_REL_CASE;
		}
	}
}
