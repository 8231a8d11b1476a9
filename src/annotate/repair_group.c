/* Noun phrases that come apart: "Armed men, some in uniform, shot three" (what
 * they did taken for what some of them wore), "beat to death 40 villagers" (a
 * number stands between no two halves of a name), "July's Kabul clashes" (the
 * town taken for what July has). A sentence costs at most its length squared. */
#include "annotate/repair.h"

#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

/* "Suspected rebels, some wearing hoods", first in the sentence, read as "they
 * suspected them": what is first and has no subject, but such a plural behind
 * it, is what these are like. */
static void likeness(struct sr_repair *r)
{
	struct sr_token *t = r->t;
	uint32_t i = r->from, noun = i + 1;

	if (noun >= r->to || t[i].upos != SR_UPOS_VERB ||
	    (t[i].xpos != SR_XPOS_VBN && t[i].xpos != SR_XPOS_VBD) ||
	    t[noun].xpos != SR_XPOS_NNS || t[noun].head != i ||
	    t[noun].deprel != SR_REL_OBJ ||
	    sr_repair_hangs(r, i, sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_AUX)) ||
	    !sr_repair_hangs(r, noun, sr_rels(SR_REL_ACL)))
		return;
	t[noun].head = t[i].head == i ? noun : t[i].head;
	t[noun].deprel = t[i].deprel;
	for (uint32_t k = noun + 1; k < r->to; k++)
		if (t[k].head == i)
			t[k].head = noun;
	t[i].head = noun;
	t[i].deprel = SR_REL_AMOD;
	t[i].upos = SR_UPOS_ADJ;
	t[i].xpos = SR_XPOS_JJ;
}

/* "Rebels, some wearing hoods, shot four": behind the comma the rebels go on, a
 * finite verb beside "wearing" that nothing joins to it. */
static void goes_on(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t with = t[i].head, who = t[with].head;

	if (t[i].upos != SR_UPOS_VERB || t[i].deprel != SR_REL_CONJ ||
	    (t[i].xpos != SR_XPOS_VBD && t[i].xpos != SR_XPOS_VBN) ||
	    t[i - 1].xpos != SR_XPOS_COMMA || with >= i || who >= with ||
	    t[with].xpos != SR_XPOS_VBG ||
	    (t[with].deprel != SR_REL_ACL &&
	     t[with].deprel != SR_REL_ACL_RELCL) ||
	    t[who].xpos != SR_XPOS_NNS || t[who].deprel == SR_REL_NSUBJ ||
	    t[who].deprel == SR_REL_NSUBJ_PASS ||
	    sr_repair_hangs(r, i, sr_rels(SR_REL_CC) | sr_rels(SR_REL_NSUBJ)))
		return;
	t[i].head = t[who].head == who ? i : t[who].head;
	t[i].deprel = t[who].deprel;
	t[i].xpos = SR_XPOS_VBD;
	t[who].head = i;
	t[who].deprel = SR_REL_NSUBJ;
}

/* "Beat to death 40 villagers", "killed in Baga nine men": before a number ends
 * what hangs on a preposition. */
static void before_number(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t noun = t[i].head, verb = t[noun].head;

	if (noun <= i + 1 || noun >= r->to || t[i].deprel != SR_REL_COMPOUND ||
	    t[i + 1].head != noun || t[i + 1].deprel != SR_REL_NUMMOD ||
	    t[i - 1].upos != SR_UPOS_ADP || t[i - 1].head != noun ||
	    t[noun].deprel != SR_REL_OBL || t[verb].upos != SR_UPOS_VERB ||
	    verb >= i || sr_repair_hangs(r, verb, SR_REL_BIT(SR_REL_OBJ)))
		return;
	t[i - 1].head = i;
	t[i].head = verb;
	t[i].deprel = SR_REL_OBL;
	t[noun].deprel = SR_REL_OBJ;
}

/* What a town's phrase hangs on, that is its noun's: the verb before it where the
 * town hangs on the noun already; SR_NONE. */
static uint32_t head_of(const struct sr_repair *r, uint32_t i, uint32_t noun)
{
	const struct sr_token *t = r->t;

	if (t[i].head != noun)
		return sr_repair_below(r, t[i].head, noun) ? SR_NONE
							   : t[i].head;
	for (uint32_t k = i; k-- > r->from;)
		if (t[k].upos == SR_UPOS_VERB)
			return sr_repair_below(r, k, noun) ? SR_NONE : k;
	return SR_NONE;
}

/* "During July's Kabul | clashes": July has the clashes. */
static void owned(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t noun = i + 1;
	unsigned rel = t[noun].deprel;

	if (t[i].upos != SR_UPOS_PROPN || t[i - 1].xpos != SR_XPOS_POS ||
	    t[noun].head == i ||
	    (t[noun].upos != SR_UPOS_NOUN && t[noun].xpos != SR_XPOS_NNS) ||
	    (rel != SR_REL_CCOMP && rel != SR_REL_PARATAXIS &&
	     rel != SR_REL_CONJ && rel != SR_REL_ADVCL) ||
	    !sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_NMOD_POSS)) ||
	    !sr_repair_hangs(r, i, sr_rels(SR_REL_CASE)))
		return;
	uint32_t head = head_of(r, i, noun);
	if (head == SR_NONE)
		return;
	t[noun].deprel = t[i].head == noun ? SR_REL_OBL : t[i].deprel;
	t[noun].head = head;
	for (uint32_t k = r->from; k < i; k++)
		if (t[k].head == i)
			t[k].head = noun;
	t[i].head = noun;
	t[i].deprel = SR_REL_COMPOUND;
}

/* "Left a guard and two drivers hurt", the "two" read as the second of the row:
 * whom it counts is. */
static void counting(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t first = t[i].head, noun = i + 1;

	if (t[i].deprel != SR_REL_CONJ || first >= i ||
	    t[first].upos != SR_UPOS_NOUN || t[noun].xpos != SR_XPOS_NNS ||
	    t[noun].head != t[first].head || t[noun].deprel != t[first].deprel ||
	    sr_repair_hangs(r, noun, SR_REL_BIT(SR_REL_NUMMOD)))
		return;
	t[i].head = noun;
	t[i].deprel = SR_REL_NUMMOD;
	t[noun].head = first;
	t[noun].deprel = SR_REL_CONJ;
	for (uint32_t k = r->from; k < i; k++)
		if (k > first && t[k].head == i && t[k].deprel == SR_REL_CC)
			t[k].head = noun;
		else if (k < first && t[k].head == noun)
			t[k].head = first;
}

/* "Said four soldiers and at least 100 rebels had been killed": both subjects,
 * and "and" taken for the verb's. */
static void both_were(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	const uint64_t told = SR_REL_BIT(SR_REL_NSUBJ_PASS);
	uint32_t a = sr_repair_child(t, i, told, r->from, i);
	uint32_t b = a == SR_NONE ? a : sr_repair_child(t, i, told, a + 1, i);
	uint32_t cc = a == SR_NONE
			      ? a
			      : sr_repair_child(t, i, SR_REL_BIT(SR_REL_CC),
						a + 1, i);

	if (b == SR_NONE || cc == SR_NONE || cc > b)
		return;
	t[cc].head = b;
	t[b].head = a;
	t[b].deprel = SR_REL_CONJ;
	if (t[i].deprel == SR_REL_CONJ && t[i].head < a)
		t[i].deprel = SR_REL_CCOMP;
}

/* "Claims that it fell are false, he said", the claims taken for who says so:
 * what they are told to be is said. */
static void said_of(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	const uint64_t own = sr_rels(SR_REL_NSUBJ);
	uint32_t a = sr_repair_child(t, i, own, r->from, i), last = SR_NONE;
	uint32_t b = a == SR_NONE ? a : sr_repair_child(t, i, own, a + 1, i);

	if (b == SR_NONE)
		return;
	for (uint32_t k = a + 1; k < b; k++)
		if (t[k].head == a && t[k].deprel == SR_REL_ACL)
			last = k;
	if (last == SR_NONE || sr_repair_hangs(r, last, own) ||
	    !sr_repair_hangs(r, last,
		 sr_rels(SR_REL_AUX) | SR_REL_BIT(SR_REL_COP)) ||
	    sr_repair_child(t, a, SR_REL_BIT(SR_REL_ACL), a, last) == SR_NONE)
		return;
	t[a].head = last;
	t[a].deprel = SR_REL_NSUBJ;
	t[last].head = i;
	t[last].deprel = SR_REL_CCOMP;
}

/* "Left one dead and two guards wounded": it left them so. */
static void left_so(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t left = t[i].head, who = i - 1;

	if (t[i].deprel != SR_REL_CONJ || left >= i || !sr_is_past(&t[i]) ||
	    t[who].head != i || t[who].deprel != SR_REL_NSUBJ ||
	    !sr_repair_hangs(r, who, SR_REL_BIT(SR_REL_NUMMOD)) ||
	    !sr_repair_hangs(r, left, SR_REL_BIT(SR_REL_XCOMP)) ||
	    !sr_repair_hangs(r, left, SR_REL_BIT(SR_REL_OBJ)) ||
	    sr_repair_hangs(r, i, sr_rels(SR_REL_AUX) | SR_REL_BIT(SR_REL_OBJ)))
		return;
	t[i].xpos = SR_XPOS_VBN;
	t[who].deprel = SR_REL_NSUBJ_PASS;
}

/* "The ambush on Thursday of a convoy": no day has a convoy. */
static void of_the_deed(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t day = t[i].head;

	if (t[i].deprel != SR_REL_NMOD || day >= i || day < 2 ||
	    t[day].upos != SR_UPOS_PROPN || t[day + 1].head != i ||
	    t[day + 1].deprel != SR_REL_CASE ||
	    !sr_str_is(sr_doc_text(r->doc, t[day + 1].at), "of") ||
	    t[day - 1].head != day || t[day - 1].deprel != SR_REL_CASE ||
	    !sr_str_is(sr_doc_text(r->doc, t[day - 1].at), "on") ||
	    t[day - 2].upos != SR_UPOS_NOUN)
		return;
	t[i].head = day - 2;
}

/* "Killed a 72-year-old": somebody, where no noun is so old. */
static void of_an_age(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t head = t[i].head;

	if (head > i + 4 || i < 5 || t[i - 1].upos != SR_UPOS_PUNCT ||
	    t[i - 4].upos != SR_UPOS_NUM || t[head].upos != SR_UPOS_VERB ||
	    !sr_str_is(sr_doc_text(r->doc, t[i].at), "old"))
		return;
	if (t[i].deprel == SR_REL_XCOMP)
		t[i].deprel = SR_REL_OBJ;
	t[i].upos = SR_UPOS_NOUN;
	t[i].xpos = SR_XPOS_NN;
}

/* "One was killed and another wounded": another was. */
static void another(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	if (t[i].deprel != SR_REL_CONJ || t[t[i].head].upos != SR_UPOS_VERB ||
	    !sr_is_past(&t[t[i].head]) || t[i - 1].head != i ||
	    t[i - 1].deprel != SR_REL_DET ||
	    !sr_str_is(sr_doc_text(r->doc, t[i - 1].at), "another"))
		return;
	t[i].upos = SR_UPOS_VERB;
	t[i].xpos = SR_XPOS_VBN;
	t[i - 1].upos = SR_UPOS_PRON;
	t[i - 1].deprel = SR_REL_NSUBJ_PASS;
}

/* "A school in X was bombed, says a rebel": who speaks stands behind "says", and
 * what stands before the other verb is that one's. */
static void two_subjects(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	const uint64_t own = sr_rels(SR_REL_NSUBJ);
	uint32_t who = sr_repair_child(t, i, own, i + 1, r->to);
	uint32_t what = sr_repair_child(t, i, own, r->from, i);
	uint32_t told = sr_repair_child(t, i, SR_REL_BIT(SR_REL_CCOMP),
					r->from, i);

	if (who == SR_NONE || what == SR_NONE || told == SR_NONE ||
	    what > told || t[told].upos != SR_UPOS_VERB ||
	    sr_repair_hangs(r, told, own))
		return;
	t[what].head = told;
	t[what].deprel = sr_repair_hangs(r, told, SR_REL_BIT(SR_REL_AUX_PASS))
				 ? SR_REL_NSUBJ_PASS
				 : SR_REL_NSUBJ;
}

void sr_repair_group(struct sr_repair *r)
{
	const struct sr_token *t = r->t;

	likeness(r);
	for (uint32_t i = r->from + 1; i + 1 < r->to; i++) {
		if (t[i].upos == SR_UPOS_VERB) {
			goes_on(r, i);
			two_subjects(r, i);
			left_so(r, i);
			both_were(r, i);
			said_of(r, i);
		}
		if (t[i].upos == SR_UPOS_ADJ) {
			another(r, i);
			of_an_age(r, i);
		}
		if (t[i].upos == SR_UPOS_NUM)
			counting(r, i);
		if (t[i].upos == SR_UPOS_NOUN || t[i].upos == SR_UPOS_PROPN) {
			before_number(r, i);
			owned(r, i);
			of_the_deed(r, i);
		}
	}
}
