/* Constructions that the parser is known to misread, told by what stands beside
 * them: "killed at least nine" (the object as an adjunct of "at"), "drones
 * destroyed 12 tanks" (the verb as an adjective). Each looks at the children of
 * one token. */
#include "annotate/misread.h"

#include "base/str.h"
#include "ontology.h"

static bool before_number(const struct sr_tree *t, uint32_t i, uint32_t head)
{
	for (uint32_t k = i + 1; k < head; k++)
		if (sr_is_noun(t, k))
			return t->token[k].deprel == SR_REL_NUMMOD &&
			       t->token[k].head == head;
	return false;
}

bool sr_is_misread_amod(const struct sr_tree *t, uint32_t i)
{
	uint32_t head = t->token[i].head;

	if (i == 0 || i >= head || t->token[i - 1].head != head)
		return false;
	switch (t->token[i - 1].deprel) {
	case SR_REL_COMPOUND:
	case SR_REL_AMOD:
	case SR_REL_NMOD:
		break;
	default:
		return false;
	}
	return (t->token[i].upos == SR_UPOS_VERB ||
	        t->token[i].upos == SR_UPOS_ADJ) &&
	       (t->token[i - 1].upos == SR_UPOS_NOUN ||
	        t->token[i - 1].upos == SR_UPOS_PROPN ||
	        t->token[i - 1].xpos == SR_XPOS_JJ) &&
	       before_number(t, i, head);
}

/* "Drones destroyed three tanks", parsed as if drones were destroyed: without
 * an auxiliary and with an object it is the simple past. */
bool sr_has_object_alone(const struct sr_tree *t, uint32_t i)
{
	if (!(t->rels[i] & SR_REL_BIT(SR_REL_OBJ)) ||
	    (t->rels[i] & (sr_rels(SR_REL_AUX) | SR_REL_BIT(SR_REL_OBL_AGENT))) ||
	    t->token[i].deprel == SR_REL_ACL)
		return false;
	SR_CHILDREN(t, i, c)
		if (c > i && t->token[c].deprel == SR_REL_OBJ)
			return true;
	return false;
}

/* "Advanced some 20 km": a distance is no object. */
static bool is_measure(const struct sr_tree *t, uint32_t i)
{
	uint32_t n = t->token[i].number;

	if (n == SR_NONE || n >= t->doc->numbers.nitem)
		return false;
	return sr_str_is(t->doc->numbers.items[n].unit, "km") ||
	       sr_str_is(t->doc->numbers.items[n].unit, "km2") ||
	       sr_str_is(t->doc->numbers.items[n].unit, "day");
}

/* Has it a preposition that is no word of its number ("over 40", "between 10
 * and 20")? */
static bool has_case(const struct sr_tree *t, uint32_t i)
{
	uint32_t n = t->token[i].number;
	uint32_t from = n != SR_NONE && n < t->doc->numbers.nitem
	                        ? t->doc->numbers.items[n].m.from
	                        : SR_NONE;

	SR_CHILDREN(t, i, c)
		if (sr_rel_is(t, c, SR_REL_CASE) && c < from)
			return true;
	return false;
}

/* "Killed at least nine people", "shelled some 20 towns": words before the
 * number are read as a preposition at times, and the object as an adjunct. An
 * adjunct that has none of its own and tells no time is the object. */
uint32_t sr_bare_object(const struct sr_tree *t, uint32_t i)
{
	if (t->token[i].upos != SR_UPOS_VERB ||
	    !(t->rels[i] & SR_REL_BIT(SR_REL_OBL)))
		return SR_NONE;
	SR_CHILDREN(t, i, c) {
		if (t->token[c].deprel == SR_REL_OBJ &&
		    t->token[c].upos != SR_UPOS_ADJ)
			return SR_NONE;
		if (c > i && t->token[c].deprel == SR_REL_OBL &&
		    t->token[c].time == SR_NONE && sr_is_noun(t, c) &&
		    !is_measure(t, c) &&
		    !has_case(t, c))
			return c;
	}
	return SR_NONE;
}

/* The noun whose phrase ends right before token to. */
static uint32_t phrase_before(const struct sr_tree *t, uint32_t to)
{
	uint32_t noun = to - 1;

	while (t->token[noun].head != noun &&
	       t->token[noun].head < noun &&
	       t->to[t->token[noun].head] == to &&
	       sr_is_noun(t, t->token[noun].head))
		noun = t->token[noun].head;
	return noun;
}

static bool has_with(const struct sr_tree *t, uint32_t i)
{
	SR_CHILDREN(t, i, c) {
		struct sr_str s = sr_doc_text(t->doc, t->token[c].at);
		if (sr_rel_is(t, c, SR_REL_CASE) && c < i &&
		    (sr_str_is(s, "with") || sr_str_is(s, "With")))
			return true;
	}
	return false;
}

uint32_t sr_absolute_subject(const struct sr_tree *t, uint32_t i)
{
	const struct sr_token *w = &t->token[i];
	uint32_t k = i;

	if (w->xpos != SR_XPOS_VBN)
		return SR_NONE;
	while (k > 0 && t->token[k - 1].head == i &&
	       t->token[k - 1].sentence == w->sentence &&
	       (t->token[k - 1].upos == SR_UPOS_ADV ||
	        t->token[k - 1].upos == SR_UPOS_CCONJ))
		k--;
	if (k == 0 || t->token[k - 1].sentence != w->sentence)
		return SR_NONE;
	uint32_t noun = phrase_before(t, k);
	uint32_t head = t->token[noun].head;
	return sr_is_noun(t, noun) && (head == w->head || head == i) &&
	                       has_with(t, noun)
	               ? noun
	               : SR_NONE;
}

/* A verb without auxiliary beside which another may stand. */
static bool is_bare_verb(const struct sr_tree *t, uint32_t i)
{
	return t->token[i].upos == SR_UPOS_VERB && !sr_has_passive_mark(t, i);
}

/* The verb next to verb i, with nothing but commas and "and" or "or" between,
 * behind it or, with step -1, before it; i if there is none. */
static uint32_t next_verb(const struct sr_tree *t, uint32_t i, int step)
{
	uint32_t k = i + (uint32_t)step;

	while (k < t->ntoken && t->token[k].sentence == t->token[i].sentence &&
	       (t->token[k].xpos == SR_XPOS_COMMA ||
	        t->token[k].xpos == SR_XPOS_CC))
		k += (uint32_t)step;
	if (k >= t->ntoken || k == i + (uint32_t)step ||
	    t->token[k].sentence != t->token[i].sentence ||
	    !is_bare_verb(t, k))
		return i;
	return k;
}

uint32_t sr_shared_object(const struct sr_tree *t, uint32_t i)
{
	uint32_t first = i, last = i, k;

	if (!is_bare_verb(t, i))
		return SR_NONE;
	while ((k = next_verb(t, first, -1)) != first)
		first = k;
	while ((k = next_verb(t, last, 1)) != last)
		last = k;
	for (k = first; k <= last && first != last; k++) {
		uint32_t obj = sr_child(t, k, SR_REL_OBJ);
		if (obj != SR_NONE && obj > last)
			return obj;
	}
	return SR_NONE;
}
