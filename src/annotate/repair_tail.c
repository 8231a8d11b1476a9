/* "The army accused the rebels, a charge they denied": what ends a sentence as
 * a noun and its clause stands beside the statement before the comma, which
 * the net makes the verb's content, or puts in a row with it. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

#define LONGEST 10 /* words from the comma to the verb */

static bool is_finite(const struct sr_token *t)
{
	return t->xpos == SR_XPOS_VBD || t->xpos == SR_XPOS_VBZ ||
	       t->xpos == SR_XPOS_VBP;
}

/* The last word, where it is a verb with a subject and no object. */
static uint32_t verb_of(const struct sr_token *t, const struct sr_sentence *s)
{
	uint32_t last = s->to;
	bool subject = false;

	while (last > s->from && t[last - 1].upos == SR_UPOS_PUNCT)
		last--;
	if (last < s->from + 6 || !is_finite(&t[--last]))
		return SR_NONE;
	for (uint32_t i = s->from; i < last; i++) {
		if (t[i].head != last)
			continue;
		if (t[i].deprel == SR_REL_OBJ)
			return SR_NONE;
		subject = subject || t[i].deprel == SR_REL_NSUBJ;
	}
	return subject ? last : SR_NONE;
}

/* Does a noun phrase of its own begin here? "a charge | the rebels", "a figure |
 * Moscow", "a move | residents", not "a government | spokesman". */
static bool begins(const struct sr_token *t)
{
	return t->upos == SR_UPOS_DET || t->upos == SR_UPOS_PRON ||
	       t->upos == SR_UPOS_PROPN || t->upos == SR_UPOS_SCONJ ||
	       t->xpos == SR_XPOS_NNS;
}

/* Behind the last comma "a" or "an", adjectives, a noun; the noun. */
static uint32_t noun_of(const struct sr_doc *doc, const struct sr_sentence *s,
			uint32_t verb)
{
	const struct sr_token *t = doc->tokens.items;
	uint32_t i = verb;

	while (i > s->from + 1 && t[i - 1].xpos != SR_XPOS_COMMA)
		i--;
	if (i <= s->from + 1 || verb - i > LONGEST)
		return SR_NONE;
	struct sr_str det = sr_doc_text(doc, t[i].at);
	if (!sr_str_is(det, "a") && !sr_str_is(det, "an"))
		return SR_NONE;
	for (i++; i < verb && t[i].upos == SR_UPOS_ADJ; i++)
		;
	return i + 1 < verb && t[i].xpos == SR_XPOS_NN && begins(&t[i + 1])
		       ? i
		       : SR_NONE;
}

/* The verb before the comma that nothing there governs. */
static uint32_t main_verb(const struct sr_token *t, const struct sr_sentence *s,
			  uint32_t noun, uint32_t verb)
{
	for (uint32_t i = s->from; i + 2 < noun; i++)
		if (t[i].upos == SR_UPOS_VERB &&
		    (t[i].head == i || t[i].head == verb))
			return i;
	return SR_NONE;
}

/* "State forces burnt 12 houses": a participle that has an object, behind the
 * noun that all hangs on, is what that did. */
static void finite(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t noun = t[i].head, k;

	if (t[i].deprel != SR_REL_ACL || t[i].xpos != SR_XPOS_VBN ||
	    noun + 1 != i || t[noun].head != noun ||
	    (t[noun].upos != SR_UPOS_NOUN && t[noun].upos != SR_UPOS_PROPN))
		return;
	for (k = i + 1; k < s->to; k++)
		if (t[k].head == i && t[k].deprel == SR_REL_OBJ)
			break;
	if (k == s->to)
		return;
	for (k = s->from; k < s->to; k++)
		if (t[k].head == noun && k > i)
			t[k].head = i;
	t[i].xpos = SR_XPOS_VBD;
	t[i].head = i;
	t[i].deprel = t[noun].deprel;
	t[noun].head = i;
	t[noun].deprel = SR_REL_NSUBJ;
}

/* "The toll after the raid rises to eight, reports the office": read as a toll
 * that reports the office. What stands behind the verb speaks, and what stands
 * first is what the clause before it tells of. */
static void inverted(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t told = SR_NONE, first = SR_NONE, speaker = SR_NONE;

	if (i <= s->from + 2 || t[i - 1].xpos != SR_XPOS_COMMA ||
	    (t[i].xpos != SR_XPOS_VBZ && t[i].xpos != SR_XPOS_VBD) ||
	    t[i].head != i)
		return;
	for (uint32_t k = s->from; k < s->to; k++) {
		if (t[k].head != i || k == i)
			continue;
		if (t[k].deprel == SR_REL_CCOMP && k < i)
			told = k;
		else if (t[k].deprel == SR_REL_NSUBJ && k < i && first == SR_NONE)
			first = k;
		else if (t[k].deprel == SR_REL_OBJ && k > i)
			speaker = k;
		else if (t[k].deprel == SR_REL_NSUBJ)
			return;
	}
	if (told == SR_NONE || first == SR_NONE || speaker == SR_NONE ||
	    first > told || !is_finite(&t[told]))
		return;
	t[speaker].deprel = SR_REL_NSUBJ;
	t[first].head = told;
	for (uint32_t k = first + 1; k < told; k++)
		if (t[k].head == told && t[k].deprel == SR_REL_NSUBJ) {
			t[k].head = first;
			t[k].deprel = SR_REL_NMOD;
		}
}

/* Is it counted, or a place called by its name and its kind ("Kalma town")? */
static bool is_member(const struct sr_token *t, const struct sr_sentence *s,
		      uint32_t i)
{
	uint64_t number = SR_REL_BIT(SR_REL_NUMMOD);
	uint64_t name = SR_REL_BIT(SR_REL_COMPOUND);
	uint32_t k = sr_repair_child(t, i, number, s->from, s->to);

	if (k != SR_NONE)
		return true;
	k = sr_repair_child(t, i, name, s->from, i);
	return k != SR_NONE && (t[k].flags & SR_TOK_CAPITAL) &&
	       sr_repair_child(t, i, SR_REL_BIT(SR_REL_DET), s->from, i) ==
		       SR_NONE;
}

/* "20 soldiers, two trucks and a gun", "Kalma town, Birao city and Ngola": what
 * is counted or named beside the like stands in a row with it, and does not
 * explain it. */
static void row(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t first = t[i].head;
	uint64_t more = SR_REL_BIT(SR_REL_CONJ);

	if (t[i].deprel != SR_REL_APPOS || t[i].upos != SR_UPOS_NOUN ||
	    first >= i || !is_member(t, s, i) || !is_member(t, s, first) ||
	    (sr_repair_child(t, i, more, s->from, s->to) == SR_NONE &&
	     sr_repair_child(t, first, more, s->from, s->to) == SR_NONE))
		return;
	t[i].deprel = SR_REL_CONJ;
	for (uint32_t k = i + 1; k < s->to; k++)
		if (t[k].head == i && t[k].deprel == SR_REL_CONJ)
			t[k].head = first;
}

/* "Five schools were hit, with deaths and injuries reported": the net takes them
 * for who reports. */
static void with_told(struct sr_token *t, const struct sr_sentence *s)
{
	uint32_t last = s->to, comma, noun;

	while (last > s->from && (t[last - 1].upos == SR_UPOS_PUNCT ||
				  t[last - 1].upos == SR_UPOS_ADV))
		last--;
	if (last < s->from + 6)
		return;
	last--;
	if (t[last].head != last ||
	    (t[last].xpos != SR_XPOS_VBD && t[last].xpos != SR_XPOS_VBN))
		return;
	uint32_t above = sr_repair_child(t, last, SR_REL_BIT(SR_REL_CCOMP),
					 s->from, last);
	noun = sr_repair_child(t, last, SR_REL_BIT(SR_REL_NSUBJ), s->from,
			       last);
	for (comma = last; comma > s->from; comma--)
		if (t[comma].xpos == SR_XPOS_COMMA &&
		    t[comma + 1].deprel == SR_REL_CASE)
			break;
	if (above == SR_NONE || noun == SR_NONE || above > comma ||
	    noun < comma || t[comma].xpos != SR_XPOS_COMMA ||
	    t[comma + 1].head != noun)
		return;
	for (uint32_t k = s->from; k < s->to; k++)
		if (t[k].head == last && k < comma)
			t[k].head = above;
	t[above].head = above;
	t[above].deprel = SR_REL_ROOT;
	t[noun].head = above;
	t[noun].deprel = SR_REL_OBL;
	t[last].head = noun;
	t[last].deprel = SR_REL_ACL;
	t[last].xpos = SR_XPOS_VBN;
}

/* "It began at noon, with the guards and a tank storming the mill": they storm it,
 * though the net has the storming tell how it began. */
static void with_doer(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t up = t[i].head, noun = i - 1, first;

	if (t[i].xpos != SR_XPOS_VBG || t[i].deprel != SR_REL_ADVCL || up >= i)
		return;
	while (noun != up && t[noun].head != up && t[noun].head < noun &&
	       t[noun].head >= s->from)
		noun = t[noun].head;
	if (t[noun].head != up || t[noun].deprel != SR_REL_OBL || noun < up)
		return;
	first = sr_repair_child(t, noun, SR_REL_BIT(SR_REL_CASE), up, noun);
	if (first == SR_NONE || t[first - 1].xpos != SR_XPOS_COMMA)
		return;
	t[i].head = noun;
	t[i].deprel = SR_REL_ACL;
}

void sr_repair_tail(struct sr_doc *doc, const struct sr_sentence *s)
{
	struct sr_token *t = doc->tokens.items;

	with_told(t, s);
	for (uint32_t i = s->from + 1; i < s->to; i++) {
		finite(t, s, i);
		inverted(t, s, i);
		row(t, s, i);
		with_doer(t, s, i);
	}
	uint32_t verb = verb_of(t, s);
	uint32_t noun = verb == SR_NONE ? SR_NONE : noun_of(doc, s, verb);
	uint32_t above = noun == SR_NONE ? SR_NONE
					 : main_verb(t, s, noun, verb);

	if (above == SR_NONE)
		return;
	if (t[verb].head == verb) {
		t[above].head = above;
		t[above].deprel = SR_REL_ROOT;
		for (uint32_t k = s->from; k < s->to; k++)
			if (t[k].head == verb && (k < noun || k > verb))
				t[k].head = above;
	}
	if (t[above].head != above)
		return;
	t[noun].head = above;
	t[noun].deprel = SR_REL_PARATAXIS;
	t[verb].head = noun;
	t[verb].deprel = SR_REL_ACL_RELCL;
}
