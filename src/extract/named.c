/* Lists of places whose members say each where it lies: "two villages, A in the
 * X region and B in the Y region", "the capital of C and the towns of D and E".
 * The parser hangs them on the regions and the nouns between; the words say
 * plainly what is listed. A few places each. */
#include <string.h>

#include "extract/draft.h"

#define MOST_NOUNS 3 /* words before a name: "the border towns of" */
#define MOST_BEFORE 8 /* "between the rebel-held towns of" */

static bool is_name(const struct sr_reading *r, uint32_t m)
{
	const struct sr_place *p = &r->doc->places.items[m];

	return (p->kind == SR_PLACE_POINT || p->kind == SR_PLACE_MISSING) &&
	       !sr_is_half(r, p) && r->tree.token[p->m.head].party == SR_NONE;
}

static uint32_t end_of_sentence(const struct sr_reading *r, uint32_t i)
{
	return r->doc->sentences.items[r->tree.token[i].sentence].to;
}

/* Behind "in the X region" and "village", if they stand at token i, right behind
 * a name. */
static uint32_t behind_region(const struct sr_reading *r, uint32_t i,
			      uint32_t end)
{
	const struct sr_token *t = r->tree.token;

	if (i < end && (r->classes[i] & SR_CLASS_PLACE) &&
	    t[i].place == SR_NONE && sr_is_noun(&r->tree, i))
		i++;
	if (i + 1 >= end ||
	    (t[i].lower != r->word.in_like[0] && t[i].lower != r->word.of))
		return i;
	for (uint32_t k = i + 1; k < end && k < i + 1 + MOST_NOUNS; k++) {
		uint32_t m = t[k].place;
		if (m == SR_NONE && t[k].upos != SR_UPOS_DET &&
		    t[k].upos != SR_UPOS_ADJ)
			return i;
		if (m == SR_NONE)
			continue;
		const struct sr_place *p = &r->doc->places.items[m];
		return p->kind == SR_PLACE_AREA ? p->m.to : i;
	}
	return i;
}

/* The name that stands at token i, behind no more than "the towns of"; SR_NONE. */
static uint32_t name_at(const struct sr_reading *r, uint32_t i, uint32_t end)
{
	const struct sr_token *t = r->tree.token;
	bool kind = false;

	/* "X and other parts of Y" */
	if (i < end && t[i].upos == SR_UPOS_ADJ)
		return SR_NONE;
	for (uint32_t k = i; k < end && k <= i + MOST_NOUNS; k++) {
		uint32_t m = t[k].place;
		/* the noun before a name is marked as the place, too */
		if (m != SR_NONE && r->doc->places.items[m].m.from <= k)
			return is_name(r, m) ? m : SR_NONE;
		kind |= (r->classes[k] & SR_CLASS_PLACE) != 0;
		if (t[k].upos != SR_UPOS_DET && t[k].upos != SR_UPOS_ADJ &&
		    !(r->classes[k] & SR_CLASS_PLACE) &&
		    !(kind && t[k].lower == r->word.of))
			return SR_NONE;
	}
	return SR_NONE;
}

/* Does it hang on something in front of token from, and on nothing behind it on
 * the way there? */
static bool hangs_back(const struct sr_reading *r, uint32_t m, uint32_t from)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_place *p = &r->doc->places.items[m];
	uint32_t i = p->m.head;
	uint32_t to = behind_region(r, p->m.to, end_of_sentence(r, i));

	for (unsigned n = 0; n < 6 && i >= from && i < to; n++) {
		if (t[i].deprel == SR_REL_ROOT)
			return false;
		i = t[i].head;
	}
	return i < from;
}

static bool is_semicolon(const struct sr_reading *r, uint32_t i)
{
	struct sr_span at = r->tree.token[i].at;

	return at.to == at.from + 1 && r->doc->report.text.s[at.from] == ';';
}

/* The next of the list behind mention m; *both: "and" stands before it. */
static uint32_t next_name(const struct sr_reading *r, uint32_t m, bool *both)
{
	const struct sr_token *t = r->tree.token;
	uint32_t to = r->doc->places.items[m].m.to;
	uint32_t end = end_of_sentence(r, r->doc->places.items[m].m.head);
	uint32_t i = behind_region(r, to, end), was = i;

	*both = false;
	if (i < end && (t[i].xpos == SR_XPOS_COMMA || is_semicolon(r, i)))
		i++;
	/* "and", "as well as" */
	if (i < end && (t[i].xpos == SR_XPOS_CC || t[i].deprel == SR_REL_CC)) {
		*both = true;
		i = r->tree.to[i];
	}
	if (i == was || i >= end)
		return SR_NONE;
	uint32_t next = name_at(r, i, end);
	return next != SR_NONE && hangs_back(r, next, to) ? next : SR_NONE;
}

/* Adds to list those behind its last that are of it for sure; all of them where
 * the words before say that a list begins. */
static size_t follow(const struct sr_reading *r, uint32_t list[SR_MAX_FOUND],
		     size_t n, bool listed)
{
	size_t sure = n;
	bool both;

	for (uint32_t m; n < SR_MAX_FOUND; ) {
		m = next_name(r, list[n - 1], &both);
		if (m == SR_NONE)
			break;
		list[n++] = m;
		if (both || listed)
			sure = n;
	}
	return sure;
}

/* "Two villages, A and B", "three towns in X: A, B and C": the first of those
 * that stand behind the noun; SR_NONE. */
static uint32_t first_behind(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = end_of_sentence(r, noun);
	uint32_t i = behind_region(r, noun + 1, end);

	if (i >= end || t[i].upos != SR_UPOS_PUNCT ||
	    t[i].at.to != t[i].at.from + 1)
		return SR_NONE;
	char mark = r->doc->report.text.s[t[i].at.from];
	return mark == ',' || mark == ':' ? name_at(r, i + 1, end) : SR_NONE;
}

static bool is_counted_list(const struct sr_reading *r, uint32_t noun, size_t n)
{
	const struct sr_number *number = sr_number_of(r, noun);

	return n > 1 && (!number || (number->count.low <= (int64_t)n * 1000 &&
				     (number->count.high >= (int64_t)n * 1000)));
}

/* "Between A in the X region and B" */
static bool is_between(const struct sr_reading *r, uint32_t m)
{
	uint32_t from = r->doc->places.items[m].m.from;

	for (uint32_t k = from, n = 0; k-- > 0 && n < MOST_BEFORE; n++)
		if (r->tree.token[k].lower == r->word.between)
			return true;
	return false;
}

static bool is_places(const struct sr_reading *r, uint32_t i)
{
	return i != SR_NONE && (r->classes[i] & SR_CLASS_PLACE) &&
	       r->tree.token[i].xpos == SR_XPOS_NNS;
}

#define MOST_WITHIN 10 /* tokens from "villages" to "including" */

/* The noun for places that what is included at token i is of: before it, with no
 * verb between; SR_NONE. */
static uint32_t places_before(const struct sr_reading *r, uint32_t i)
{
	uint32_t sentence = r->tree.token[i].sentence;

	for (uint32_t n = 0; i-- > 0 && n < MOST_WITHIN &&
			     r->tree.token[i].sentence == sentence;
	     n++) {
		if (is_places(r, i))
			return i;
		if (r->tree.token[i].upos == SR_UPOS_VERB)
			break;
	}
	return SR_NONE;
}

/* "20 villages, including A and B of the X region, were shelled", "20 villages came
 * under fire, including A": the first of those; SR_NONE. */
static uint32_t first_included(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = end_of_sentence(r, trigger);
	uint32_t i = r->doc->sentences.items[t[trigger].sentence].from + 1;

	if (!sr_may_have(r, t[trigger].sentence, r->word.including))
		return SR_NONE;
	while (i < end && t[i].lower != r->word.including)
		i++;
	uint32_t m = i < end ? name_at(r, i + 1, end) : SR_NONE;
	if (m == SR_NONE)
		return SR_NONE;
	/* "including Kharkiv's mayor" */
	uint32_t next = r->doc->places.items[m].m.to;
	if (next < end && (t[next].upos == SR_UPOS_NOUN ||
			   t[next].upos == SR_UPOS_PROPN ||
			   t[next].upos == SR_UPOS_PART))
		return SR_NONE;
	uint32_t clause = sr_clause(&r->tree, trigger), noun = places_before(r, i);
	uint32_t who = sr_subject(&r->tree, clause);
	uint32_t whom = sr_patient(&r->tree, trigger);
	if (noun == SR_NONE && is_places(r, who) && trigger < i &&
	    sr_dominates(&r->tree, clause, r->doc->places.items[m].m.head))
		return m;
	return noun != SR_NONE && (noun == who || noun == whom ||
				   t[noun].head == trigger ||
				   t[noun].head == whom)
		       ? m
		       : SR_NONE;
}

/* Puts a list in front of what was found; regions that hold it go. */
static size_t put_first(const struct sr_reading *r,
			const uint32_t list[SR_MAX_FOUND], size_t all,
			uint32_t mention[SR_MAX_FOUND], size_t n)
{
	uint32_t had[SR_MAX_FOUND];

	memcpy(had, mention, n * sizeof(*had));
	memcpy(mention, list, all * sizeof(*mention));
	for (size_t k = 0; k < n && all < SR_MAX_FOUND; k++) {
		bool known = r->doc->places.items[had[k]].kind == SR_PLACE_AREA;
		for (size_t i = 0; i < all; i++)
			known |= mention[i] == had[k];
		if (!known)
			mention[all++] = had[k];
	}
	return all;
}

size_t sr_named_places(const struct sr_reading *r,
		       const struct sr_claim_draft *d,
		       uint32_t mention[SR_MAX_FOUND], size_t n)
{
	uint32_t trigger = d->frame.trigger, list[SR_MAX_FOUND];
	uint32_t noun = sr_patient(&r->tree, trigger), last = 0;
	unsigned type = d->claim.type;

	if ((!sr_is_control(type) && !sr_is_attack(type)) ||
	    type == SR_TYPE_ATTACK_CIVILIANS)
		return n;
	list[0] = first_included(r, trigger);
	if (list[0] != SR_NONE)
		return put_first(r, list, follow(r, list, 1, true), mention, n);
	if (is_places(r, noun)) {
		list[0] = first_behind(r, noun);
		size_t all = list[0] != SR_NONE ? follow(r, list, 1, false) : 0;
		if (is_counted_list(r, noun, all)) {
			for (size_t k = 0; k < all; k++)
				mention[k] = list[k];
			return all;
		}
	}
	for (size_t k = 1; k < n; k++)
		if (mention[k] > mention[last])
			last = (uint32_t)k;
	if (n == 0 || n == SR_MAX_FOUND || !is_name(r, mention[last]) ||
	    is_between(r, mention[last]) ||
	    r->tree.token[r->doc->places.items[mention[last]].m.head].sentence !=
		    r->tree.token[trigger].sentence)
		return n;
	list[0] = mention[last];
	size_t all = follow(r, list, 1, false);
	for (size_t k = 1; k < all && n < SR_MAX_FOUND; k++)
		mention[n++] = list[k];
	return n;
}
