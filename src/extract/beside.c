/* The number beside a word of fate ("40 killed", "wounded 20 others"), whatever
 * the tree says: such words stand in rows that parsers seldom read right. A
 * look at the numbers of one sentence, some three. */
#include "extract/extract_internal.h"

#define MOST_UP 3 /* words over a number in what is included */

static bool befalls(const struct sr_reading *r, uint32_t i)
{
	return i < r->tree.ntoken && (r->classes[i] & SR_CLASS_FATE);
}

/* Words that may stand between a number and what befell so many: "20 others
 * were badly wounded". */
static bool is_filler(const struct sr_reading *r, uint32_t i)
{
	unsigned upos = r->tree.token[i].upos;

	return upos == SR_UPOS_AUX || upos == SR_UPOS_ADV ||
	       r->tree.token[i].lower == r->word.others ||
	       r->tree.token[i].lower == r->word.been;
}

/* The token that stands for a number in claims. */
static uint32_t number_token(const struct sr_number *n)
{
	return n->counted != SR_NONE ? n->counted : n->m.head;
}

static uint32_t number_behind(const struct sr_reading *r, uint32_t at)
{
	for (size_t i = sr_numbers_from(r->doc, at + 1);
	     i < r->doc->numbers.nitem; i++) {
		const struct sr_number *n = &r->doc->numbers.items[i];
		if (n->m.from > at + 1)
			break;
		if (!sr_number_is_length(r, n) && !n->of_time &&
		    !befalls(r, n->m.to) &&
		    !befalls(r, n->m.to - 1))
			return number_token(n);
	}
	return SR_NONE;
}

/* "2 killed 13 injured": the number behind has a word of its own. */
static bool is_shared(const struct sr_reading *r, uint32_t at)
{
	size_t i = sr_numbers_from(r->doc, at + 1);
	if (i >= r->doc->numbers.nitem)
		return false;
	const struct sr_number *n = &r->doc->numbers.items[i];
	return n->m.from == at + 1 &&
	       (befalls(r, n->m.to) || befalls(r, n->m.to - 1));
}

static uint32_t number_before(const struct sr_reading *r, uint32_t at)
{
	uint32_t to = at, from = r->doc->sentences.items
	                                 [r->tree.token[at].sentence].from;

	while (to > from + 1 && is_filler(r, to - 1))
		to--;
	/* "one of them fatally" */
	if (to > from + 2 && r->tree.token[to - 1].upos == SR_UPOS_PRON &&
	    r->tree.token[to - 2].lower == r->word.of)
		to -= 2;
	for (size_t i = sr_numbers_from(r->doc, from);
	     i < r->doc->numbers.nitem; i++) {
		const struct sr_number *n = &r->doc->numbers.items[i];
		if (n->m.from >= at)
			break;
		if (n->m.from <= to && n->m.to >= to &&
		    !sr_number_is_length(r, n) && !n->of_time &&
		    n->m.to <= at + 1)
			return number_token(n);
	}
	return SR_NONE;
}

/* "12 others including five officers wounded", "14 men including deputy
 * commander X were killed": of the 12; SR_NONE where those that include them
 * are not counted. */
static uint32_t number_of_all(const struct sr_reading *r, uint32_t found)
{
	const struct sr_tree *t = &r->tree;

	for (uint32_t i = found, n = 0; i != SR_NONE && n < MOST_UP; n++) {
		uint32_t prep = sr_child(t, i, SR_REL_CASE);
		uint32_t head = t->token[i].head;
		if (head == i || !sr_is_noun(t, head))
			return found;
		if (prep != SR_NONE && t->token[prep].xpos == SR_XPOS_VBG &&
		    sr_rel_is(t, i, SR_REL_NMOD))
			return sr_number_of(r, head) ? head : SR_NONE;
		i = head;
	}
	return found;
}

uint32_t sr_number_beside(const struct sr_reading *r, uint32_t at)
{
	unsigned x = r->tree.token[at].xpos;
	uint32_t found = SR_NONE;

	if (r->tree.token[at].upos != SR_UPOS_NOUN && x != SR_XPOS_NN)
		found = number_behind(r, at);
	bool active = sr_is_verb(&r->tree, at) &&
	              !sr_is_passive(&r->tree, at) &&
	              sr_object(&r->tree, at) != SR_NONE &&
	              !is_shared(r, at);
	if (found == SR_NONE && !active) {
		found = number_before(r, at);
		/* "including 9 deaths and 20 injuries": so many injuries */
		if (found != at)
			found = number_of_all(r, found);
	}
	/* "a woman of 78 was killed" */
	if (found != SR_NONE && found > 1 &&
	    r->tree.token[found - 1].lower == r->word.of &&
	    r->tree.token[found - 2].xpos == SR_XPOS_NN)
		return SR_NONE;
	return found;
}
