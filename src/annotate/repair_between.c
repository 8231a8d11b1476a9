/* "Between the army and rebel fighters": there are two, and the second stands
 * in a row with the first, whatever the tree makes of it. */
#include "annotate/repair.h"
#include "base/str.h"
#include "ontology.h"

struct pair {
	struct sr_token *t; /* the doc's */
	uint32_t between, and, to;
};

static bool is_noun(const struct sr_token *t)
{
	return t->upos == SR_UPOS_NOUN || t->upos == SR_UPOS_PROPN;
}

/* Behind a name in brackets that begins at i; i: none does. */
static uint32_t behind_brackets(const struct sr_doc *doc, const struct pair *p,
				uint32_t i)
{
	return i + 2 < p->to &&
			       sr_str_is(sr_doc_text(doc, p->t[i].at), "(") &&
			       sr_str_is(sr_doc_text(doc, p->t[i + 2].at), ")")
		       ? i + 3
		       : i;
}

/* The first "and" behind `between` with nothing but words of one noun phrase
 * before it; the sentence's end. */
static uint32_t and_of(const struct sr_doc *doc, const struct pair *p)
{
	uint32_t i = p->between + 1, most = p->between + 8;

	for (; i < p->to && i < most; i++) {
		const struct sr_token *t = &p->t[i];
		/* "the Rapid Support Forces (RSF) and", "members of X and" */
		uint32_t end = behind_brackets(doc, p, i);
		bool of = t->upos == SR_UPOS_ADP &&
			  sr_str_is(sr_doc_text(doc, t->at), "of");
		if (end > i || of) {
			most += end - i + 1 + (of ? 4 : 0);
			i = end > i ? end - 1 : i;
			continue;
		}
		if (t->upos == SR_UPOS_CCONJ)
			return sr_str_is(sr_doc_text(doc, t->at), "and")
				       ? i : p->to;
		if (!is_noun(t) && t->upos != SR_UPOS_ADJ &&
		    t->upos != SR_UPOS_DET && t->upos != SR_UPOS_NUM &&
		    t->upos != SR_UPOS_PART)
			break;
	}
	return p->to;
}

/* The last word of the noun phrase that begins behind "and". */
static uint32_t second_of(const struct pair *p)
{
	uint32_t noun = p->to;

	for (uint32_t i = p->and + 1; i < p->to && i < p->and + 6; i++) {
		const struct sr_token *t = &p->t[i];
		bool participle = t->xpos == SR_XPOS_VBD ||
				  t->xpos == SR_XPOS_VBN;
		if (is_noun(t))
			noun = i;
		else if (t->upos == SR_UPOS_PART && noun < p->to &&
			 i + 1 < p->to && is_noun(&p->t[i + 1]))
			continue; /* "and Kabul's forces" */
		else if (noun < p->to ||
			 (t->upos != SR_UPOS_ADJ && t->upos != SR_UPOS_DET &&
			  t->upos != SR_UPOS_NUM && !participle))
			break;
	}
	/* "the local White Army" */
	while (noun < p->to && p->t[noun].deprel == SR_REL_COMPOUND &&
	       p->t[noun].head > noun && p->t[noun].head < p->to)
		noun = p->t[noun].head;
	return noun;
}

/* Everything that hung on `from` within [first, last) hangs on `to`. */
static void hang(const struct pair *p, uint32_t first, uint32_t last,
		 uint32_t from, uint32_t to)
{
	for (uint32_t k = first; k < last; k++)
		if (p->t[k].head == from && k != from && k != to)
			p->t[k].head = to;
}

/* "Between Hamas and Israeli forces": a name alone, and no forces of its own. */
static bool is_alone(const struct pair *p, uint32_t one)
{
	return one == p->between + 1 && p->t[one].xpos == SR_XPOS_NNP;
}

/* "Between the army and Islamist fighters", read as fighters of both kinds. */
static bool part(const struct pair *p, uint32_t one, uint32_t two)
{
	struct sr_token *t = p->t;
	bool alone = is_alone(p, one);

	if (t[one].head != two ||
	    (t[one].deprel != SR_REL_COMPOUND &&
	     !(alone && t[one].deprel == SR_REL_NMOD_POSS)) ||
	    (t[p->between + 1].upos != SR_UPOS_DET && !alone))
		return false;
	for (uint32_t k = p->and + 1; k < two; k++)
		if (t[k].head == one && t[k].deprel == SR_REL_CONJ)
			t[k].deprel = t[k + 1].upos == SR_UPOS_PART
					      ? SR_REL_NMOD_POSS
					      : SR_REL_COMPOUND;
	hang(p, p->between, p->and, two, one);
	hang(p, p->and, two, one, two);
	t[one].head = t[two].head;
	t[one].deprel = t[two].deprel;
	return true;
}

/* "Between soldiers and suspected militants", read as "soldiers suspected
 * militants". */
static bool suspected(const struct pair *p, uint32_t one, uint32_t two)
{
	struct sr_token *t = p->t;
	uint32_t verb = t[two].head;

	if (verb <= p->and || verb >= two || t[two].deprel != SR_REL_OBJ ||
	    t[verb].upos != SR_UPOS_VERB || t[verb].head == verb)
		return false;
	hang(p, one, p->to, verb, two);
	t[verb].head = two;
	t[verb].deprel = SR_REL_AMOD;
	t[verb].xpos = SR_XPOS_VBN;
	return true;
}

/* "Between members of the guard (GP) and the police", the police beside the
 * guard: what stands behind "between" is the first of two. */
static bool nested(const struct pair *p, uint32_t two)
{
	const struct sr_token *t = p->t;
	uint32_t first = t[p->between].head;

	return first > p->between && first < p->and && is_noun(&t[first]) &&
	       t[p->and + 1].upos == SR_UPOS_DET &&
	       t[two].deprel == SR_REL_CONJ && t[two].head > first &&
	       t[two].head < p->and;
}

/* The row is a row: the second hangs on the first. */
static void join(const struct pair *p, uint32_t one, uint32_t two)
{
	struct sr_token *t = p->t;

	t[two].head = one;
	t[two].deprel = SR_REL_CONJ;
	t[p->and].head = two;
	t[p->and].deprel = SR_REL_CC;
}

/* "A series of clashes between troops and rebels": the clashes are between
 * them, not the series. */
static void nearest(const struct pair *p)
{
	struct sr_token *t = p->t;
	uint32_t noun = p->between - 1, first = t[p->between].head;

	if (p->between > 0 && is_noun(&t[noun]) &&
	    t[noun].deprel == SR_REL_NMOD && t[noun].head < noun &&
	    t[first].deprel == SR_REL_NMOD && t[first].head == t[noun].head)
		t[first].head = noun;
}

static void mend(const struct pair *p)
{
	struct sr_token *t = p->t;
	uint32_t one = p->and - 1, two = second_of(p);

	if (two != p->to && nested(p, two)) {
		join(p, t[p->between].head, two);
		return;
	}
	if (two == p->to || !is_noun(&t[one]) || t[two].head == one)
		return;
	uint32_t above = t[one].head;
	/* "Fighting between the army and rebels", the rebels beside fighting */
	bool beside = t[one].deprel == SR_REL_NMOD && above < p->between &&
		      t[two].head == above && t[two].deprel == SR_REL_CONJ;
	if (beside || part(p, one, two) || suspected(p, one, two))
		join(p, one, two);
}

/* "On Sunday, clashes between the two left 30 dead", the clashes taken for a
 * verb and what they did for its neighbour: a noun, and the subject. */
static void name_clash(const struct pair *p, uint32_t from)
{
	struct sr_token *t = p->t;
	uint32_t noun = p->between - 1, verb = SR_NONE;

	for (uint32_t k = from; k < p->to; k++) {
		if (t[k].head != noun || k == noun)
			continue;
		if (t[k].deprel == SR_REL_NSUBJ || t[k].deprel == SR_REL_OBJ)
			return;
		if (t[k].deprel == SR_REL_CONJ && t[k].xpos == SR_XPOS_VBD)
			verb = k;
	}
	if (t[noun].deprel == SR_REL_NSUBJ || t[noun].deprel == SR_REL_OBJ) {
		t[noun].upos = SR_UPOS_NOUN;
		t[noun].xpos = t[noun].xpos == SR_XPOS_VBZ ? SR_XPOS_NNS
							   : SR_XPOS_NN;
		return;
	}
	if (verb == SR_NONE || t[noun].head != noun ||
	    t[noun].xpos != SR_XPOS_VBZ)
		return;
	for (uint32_t k = from; k < p->to; k++)
		if (t[k].head == verb && t[k].deprel == SR_REL_NSUBJ)
			return;
	t[noun].upos = SR_UPOS_NOUN;
	t[noun].xpos = SR_XPOS_NNS;
	t[noun].head = verb;
	t[noun].deprel = SR_REL_NSUBJ;
	t[verb].head = verb;
	t[verb].deprel = SR_REL_ROOT;
	for (uint32_t k = from; k < p->to; k++)
		if (t[k].head == noun && t[k].deprel == SR_REL_PUNCT)
			t[k].head = verb;
}

void sr_repair_between(struct sr_doc *doc, const struct sr_sentence *s)
{
	struct sr_token *t = doc->tokens.items;

	for (uint32_t i = s->from; i + 3 < s->to; i++) {
		struct pair p = { t, i, 0, s->to };
		if (t[i].deprel != SR_REL_CASE || t[i].head < i ||
		    !sr_str_is(sr_doc_text(doc, t[i].at), "between"))
			continue;
		if (i > s->from && (t[i - 1].xpos == SR_XPOS_VBZ ||
				    t[i - 1].xpos == SR_XPOS_VBG))
			name_clash(&p, s->from);
		nearest(&p);
		p.and = and_of(doc, &p);
		if (p.and + 1 < p.to)
			mend(&p);
	}
}
