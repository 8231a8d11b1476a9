/* Days that stand apart, and what stands before a noun and is its own. "Ukrainian Armed Forces drones
 * attacked": of two subjects side by side the first is whose the second is.
 * "Hamas's October 7, 2023 attack": the net makes the day the end of the phrase
 * and what happened on it the subject of something else. A month, a day, a comma
 * and a year right before a noun, behind an article or an owner, are that
 * noun's. "Gunmen, Tuesday, killed nine": the day is the verb's. */
#include "annotate/repair.h"
#include "base/str.h"
#include "ontology.h"

static bool is_year(const struct sr_doc *doc, const struct sr_token *t)
{
	struct sr_str s = sr_doc_text(doc, t->at);

	return t->upos == SR_UPOS_NUM && s.n == 4 &&
	       (s.s[0] == '1' || s.s[0] == '2');
}

/* An article, "'s", "his": what opens a noun phrase. */
static bool opens(const struct sr_token *t)
{
	return t->upos == SR_UPOS_DET || t->upos == SR_UPOS_PART ||
	       t->xpos == SR_XPOS_PRP_S;
}

/* Does the way up from i meet one of [from, to]? */
static bool meets(const struct sr_token *t, uint32_t i, uint32_t from,
		  uint32_t to)
{
	for (;; i = t[i].head) {
		if (i >= from && i <= to)
			return true;
		if (t[i].head == i)
			return false;
	}
}

static void dated(const struct sr_doc *doc, struct sr_token *t,
		  const struct sr_sentence *s, uint32_t month)
{
	uint32_t year = month + 3, noun = month + 4, outer = SR_NONE;

	if (t[month].upos != SR_UPOS_PROPN || !opens(&t[month - 1]) ||
	    t[month + 1].upos != SR_UPOS_NUM ||
	    t[month + 2].xpos != SR_XPOS_COMMA || !is_year(doc, &t[year]))
		return;
	while (noun + 1 < s->to && t[noun].deprel == SR_REL_COMPOUND &&
	       t[noun].head == noun + 1)
		noun++;
	if (t[noun].upos != SR_UPOS_NOUN)
		return;
	for (uint32_t k = month; k <= year; k++)
		if (t[k].head < month || t[k].head > noun)
			outer = k;
	if (outer == SR_NONE || t[noun].head == noun ||
	    meets(t, t[outer].head, month, noun))
		return;
	t[noun].head = t[outer].head;
	t[noun].deprel = t[outer].deprel;
	for (uint32_t k = s->from; k < s->to; k++)
		if ((k < month || k > noun) && t[k].head >= month &&
		    t[k].head <= year)
			t[k].head = noun;
	for (uint32_t k = month; k <= year; k++)
		t[k].head = month;
	t[month].head = noun;
	t[month].deprel = t[year].deprel = SR_REL_NMOD_UNMARKED;
	t[month + 1].deprel = SR_REL_NUMMOD;
}

static void owned(struct sr_token *t, uint32_t i)
{
	if (t[i].upos != SR_UPOS_NOUN || t[i - 1].upos != SR_UPOS_PROPN ||
	    t[i].deprel != SR_REL_NSUBJ || t[i].head <= i ||
	    t[i - 1].head != t[i].head || t[i - 1].deprel != SR_REL_NSUBJ)
		return;
	t[i - 1].head = i;
	t[i - 1].deprel = SR_REL_COMPOUND;
}

/* "Azov, Tal Maris and Volna": no comma parts the halves of a name, though the net
 * has two of the row. */
static void halves(struct sr_token *t, uint32_t i)
{
	if (t[i].upos != SR_UPOS_PROPN || t[i - 1].upos != SR_UPOS_PROPN ||
	    (t[i].deprel != SR_REL_CONJ && t[i].deprel != SR_REL_FLAT) ||
	    t[i - 1].deprel != SR_REL_CONJ || t[i].head != t[i - 1].head || t[i].head >= i - 1)
		return;
	t[i].head = i - 1;
	t[i].deprel = SR_REL_FLAT;
}

/* "Gunmen, Tuesday, killed nine" */
static void apart(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t who = t[i].head, verb = t[who].head;

	if (t[i].deprel != SR_REL_NMOD_UNMARKED || who >= i || verb <= i ||
	    t[i - 1].xpos != SR_XPOS_COMMA || t[i + 1].xpos != SR_XPOS_COMMA ||
	    t[who].deprel != SR_REL_NSUBJ || t[verb].upos != SR_UPOS_VERB ||
	    verb >= s->to)
		return;
	t[i].head = verb;
	t[i].deprel = SR_REL_OBL_UNMARKED;
	t[i + 1].head = i;
}

/* "Gunmen 4 April killed nine": a day does nothing. */
static void idle(struct sr_token *t, uint32_t i)
{
	if (t[i].upos == SR_UPOS_NUM && t[i].deprel == SR_REL_NSUBJ &&
	    t[i].head > i + 1 && t[i + 1].head == i &&
	    t[i + 1].upos == SR_UPOS_PROPN &&
	    t[i + 1].deprel == SR_REL_NMOD_UNMARKED)
		t[i].deprel = SR_REL_OBL_UNMARKED;
}

void sr_repair_dated(struct sr_doc *doc, const struct sr_sentence *s)
{
	struct sr_token *t = doc->tokens.items;

	for (uint32_t i = s->from + 1; i < s->to; i++) {
		owned(t, i);
		halves(t, i);
	}
	for (uint32_t i = s->from + 2; i + 2 < s->to; i++)
		apart(t, s, i);
	for (uint32_t i = s->from; i + 2 < s->to; i++)
		idle(t, i);
	for (uint32_t i = s->from + 1; i + 4 < s->to; i++)
		if (t[i].upos == SR_UPOS_PROPN && (t[i].flags & SR_TOK_CAPITAL))
			dated(doc, t, s, i);
}
