/* "One soldier killed, two wounded": the notes and headlines of war leave the
 * verb out, and the net, which knows "rebels killed two", makes the second
 * number an object. A number, perhaps a noun, a participle; a comma or "and";
 * the same again: each number is what its own participle befell. And what is
 * counted in a row stands in one row: "202 rebels, 58 soldiers and 26 others". */
#include "annotate/repair.h"
#include "base/str.h"
#include "ontology.h"

#define LONGEST 6 /* words from the number to the participle */

/* "4 killed", "three civilians wounded": from the number to the participle. */
struct part {
	uint32_t number, who, verb;
};

/* A participle by its tag, or by its end where the tag has it an adjective. */
static bool is_befallen(const struct sr_repair *l, uint32_t i)
{
	const struct sr_token *t = &l->t[i];
	struct sr_str f = sr_doc_text(l->doc, t->at);

	if (t->xpos == SR_XPOS_VBD || t->xpos == SR_XPOS_VBN)
		return true;
	return t->upos == SR_UPOS_ADJ && f.n > 4 && f.s[f.n - 2] == 'e' &&
	       (f.s[f.n - 1] == 'd' || f.s[f.n - 1] == 'n');
}

static bool is_comma(const struct sr_repair *l, uint32_t i)
{
	return i < l->to && l->t[i].xpos == SR_XPOS_COMMA;
}

static bool is_and(const struct sr_repair *l, uint32_t i)
{
	return i < l->to && l->t[i].upos == SR_UPOS_CCONJ;
}

/* "Rose to 10 killed", "with two wounded": what goes before has it. */
static bool is_had(const struct sr_repair *l, uint32_t i)
{
	if (i == l->from || l->t[i - 1].upos != SR_UPOS_ADP)
		return false;
	struct sr_str s = sr_doc_text(l->doc, l->t[i - 1].at);
	return sr_str_is(s, "to") || sr_str_is(s, "with") || sr_str_is(s, "of");
}

/* The part that begins with the number at i; false: none does. */
static bool part_at(const struct sr_repair *l, uint32_t i, struct part *p)
{
	if (i >= l->to || l->t[i].upos != SR_UPOS_NUM || is_had(l, i))
		return false;
	*p = (struct part){ .number = i, .who = i };
	for (uint32_t k = i + 1; k < l->to && k < i + LONGEST; k++) {
		const struct sr_token *t = &l->t[k];
		if (is_befallen(l, k) && (t->upos == SR_UPOS_VERB || k == p->who + 1)) {
			p->verb = k;
			return l->t[i].head == p->who || p->who == i;
		}
		if (t->upos == SR_UPOS_NOUN || t->upos == SR_UPOS_PROPN)
			p->who = k;
		else if (t->upos != SR_UPOS_ADJ && t->upos != SR_UPOS_NUM)
			return false;
	}
	return false;
}

/* Does the part end there, and not go on to what was killed: before a mark, a
 * preposition, the end? */
static bool is_closed(const struct sr_repair *l, const struct part *p)
{
	uint32_t i = p->verb + 1;

	return i >= l->to || l->t[i].upos == SR_UPOS_PUNCT ||
	       l->t[i].upos == SR_UPOS_ADP || l->t[i].upos == SR_UPOS_CCONJ ||
	       l->t[i].upos == SR_UPOS_SCONJ;
}

static void befall(struct sr_repair *l, const struct part *p)
{
	l->t[p->verb].upos = SR_UPOS_VERB;
	l->t[p->verb].xpos = SR_XPOS_VBN;
	l->t[p->who].head = p->verb;
	l->t[p->who].deprel = SR_REL_NSUBJ_PASS;
}

static void mend(struct sr_repair *l, const struct part *a, const struct part *b)
{
	if (sr_repair_below(l, a->verb, b->verb) || sr_repair_below(l, a->verb, a->who) ||
	    sr_repair_below(l, a->verb, b->who))
		return;
	befall(l, a);
	l->t[b->verb].head = a->verb;
	l->t[b->verb].deprel = SR_REL_CONJ;
	befall(l, b);
}

/* "Two soldiers, three rebels killed", "202 rebels, 58 soldiers and 26 others":
 * counted, they stand in one row. */
static bool is_counted(const struct sr_repair *l, uint32_t i)
{
	for (uint32_t k = i; k-- > l->from && k + LONGEST > i;)
		if (l->t[k].head == i && l->t[k].deprel == SR_REL_NUMMOD)
			return true;
	return false;
}

static void row(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = &l->t[i], *h = &l->t[t->head];

	if (t->upos != SR_UPOS_NOUN || t->head >= i)
		return;
	if (t->deprel == SR_REL_CONJ && h->deprel == SR_REL_CONJ &&
	    h->head < t->head && h->upos == SR_UPOS_NOUN &&
	    l->t[h->head].upos == SR_UPOS_NOUN && is_counted(l, i) &&
	    is_counted(l, t->head) && is_counted(l, h->head))
		t->head = h->head;
}

/* "Five members of the militia and eight rebels": the eight beside the five. */
static void row_of(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = l->t;
	uint32_t group = t[i].head, first = t[group].head;

	if (t[i].deprel != SR_REL_CONJ || group >= i || first >= group ||
	    t[group].deprel != SR_REL_NMOD || t[first].upos != SR_UPOS_NOUN)
		return;
	for (uint32_t k = first + 1; k < group; k++)
		if (t[k].head == group && t[k].deprel == SR_REL_CASE &&
		    !sr_str_is(sr_doc_text(l->doc, t[k].at), "of") &&
		    !sr_str_is(sr_doc_text(l->doc, t[k].at), "from"))
			return;
	if (is_counted(l, i) && is_counted(l, first) && !is_counted(l, group))
		t[i].head = first;
}

/* Has it an "and" of its own between the two? */
static bool is_joined(const struct sr_repair *l, uint32_t k, uint32_t i)
{
	for (uint32_t n = k + 1; n < i; n++)
		if (l->t[n].head == i && l->t[n].deprel == SR_REL_CC)
			return true;
	return false;
}

/* "Nine soldiers, three rebels killed", "nine soldiers and at least three rebels
 * were killed", each read as a subject. */
static void two_subjects(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = &l->t[i];

	if ((t->deprel != SR_REL_NSUBJ_PASS && t->deprel != SR_REL_NSUBJ) ||
	    t->head <= i || !is_counted(l, i))
		return;
	for (uint32_t k = i; k-- > l->from;) {
		if (l->t[k].head != t->head || l->t[k].deprel != t->deprel)
			continue;
		if (!is_counted(l, k) ||
		    (!is_comma(l, k + 1) && !is_joined(l, k, i)))
			return;
		t->head = k;
		t->deprel = SR_REL_CONJ;
		return;
	}
}

/* "Four were killed and 12 others, including two guards, wounded": read as if
 * both had been killed. The participle behind the second has no auxiliary. */
static uint32_t own_participle(const struct sr_repair *l, uint32_t i)
{
	uint32_t above = l->t[i].head;

	for (uint32_t k = i + 1; k < l->to; k++) {
		const struct sr_token *t = &l->t[k];
		if (t->upos == SR_UPOS_AUX || t->xpos == SR_XPOS_STOP)
			return SR_NONE;
		if (is_befallen(l, k) && t->upos == SR_UPOS_VERB &&
		    t->head == above)
			return k;
	}
	return SR_NONE;
}

static void two_fates(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = &l->t[i];
	uint32_t above = t->head, first = SR_NONE;

	if (t->deprel != SR_REL_NSUBJ_PASS || above >= i || !is_counted(l, i))
		return;
	for (uint32_t k = l->from; k < above; k++)
		if (l->t[k].head == above && l->t[k].deprel == SR_REL_NSUBJ_PASS)
			first = k;
	uint32_t verb = first == SR_NONE ? SR_NONE : own_participle(l, i);
	if (verb == SR_NONE)
		return;
	t->head = verb;
	l->t[verb].deprel = SR_REL_CONJ;
	l->t[verb].xpos = SR_XPOS_VBN;
}

/* "Nine people killed, 300 homeless": no object of theirs behind the comma. */
static void beside_killed(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = l->t;
	uint32_t verb = t[i].head;

	if (t[i].deprel != SR_REL_OBJ || verb <= l->from || verb >= i ||
	    !is_comma(l, verb + 1) || !is_counted(l, i) ||
	    t[verb - 1].head != verb || !is_counted(l, verb - 1) ||
	    (t[verb - 1].deprel != SR_REL_NSUBJ &&
	     t[verb - 1].deprel != SR_REL_NSUBJ_PASS))
		return;
	t[i].head = t[verb].head == verb ? verb : t[verb].head;
	t[i].deprel = SR_REL_PARATAXIS;
	t[verb].xpos = SR_XPOS_VBN;
	t[verb - 1].deprel = SR_REL_NSUBJ_PASS;
}

/* "Killed 30 herders along with two soldiers": as if it said "and". */
static void along_with(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = &l->t[i];
	uint32_t verb = t->head;
	bool along = false;

	if (t->deprel != SR_REL_OBL || !is_counted(l, i))
		return;
	for (uint32_t k = i; k-- > l->from && k + LONGEST > i;)
		if (l->t[k].head == i && l->t[k].deprel == SR_REL_CASE)
			along = along || sr_str_is(sr_doc_text(l->doc, l->t[k].at), "along");
	for (uint32_t k = i; along && k-- > l->from;)
		if (l->t[k].head == verb && is_counted(l, k) &&
		    (l->t[k].deprel == SR_REL_OBJ ||
		     l->t[k].deprel == SR_REL_NSUBJ_PASS)) {
			t->head = k;
			t->deprel = SR_REL_CONJ;
			return;
		}
}

/* "Took six out of 34 towns", "downed 61 out of 85 drones": towns were taken,
 * and "out of" leads nowhere. */
static void out_of(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = l->t;

	if (i + 3 >= l->to || t[i + 1].deprel != SR_REL_CASE ||
	    t[i + 2].deprel != SR_REL_CASE ||
	    !sr_str_is(sr_doc_text(l->doc, t[i + 1].at), "out"))
		return;
	uint32_t what = t[i + 2].head, verb = t[what].head;
	bool own = t[i].head == what;
	bool beside = t[i].head == verb && t[i].deprel == SR_REL_OBJ;
	if (what <= i + 2 || t[what].upos != SR_UPOS_NOUN ||
	    verb >= i || (!own && !beside))
		return;
	t[i].head = what;
	t[i].deprel = SR_REL_NUMMOD;
	t[i + 1].head = i;
	t[i + 1].deprel = SR_REL_ADVMOD;
	t[i + 2].head = i + 1;
	t[i + 2].deprel = SR_REL_FIXED;
	if (t[what].deprel == SR_REL_OBL && t[verb].upos == SR_UPOS_VERB)
		t[what].deprel = SR_REL_OBJ;
}

/* "240 were wounded, four of them seriously": four of those who were. */
static void of_them(struct sr_repair *l, uint32_t i)
{
	struct sr_token *t = l->t;
	uint32_t verb = t[i].head;

	if (i + 2 >= l->to || verb >= i || t[i + 2].upos != SR_UPOS_PRON ||
	    t[i + 1].upos != SR_UPOS_ADP || t[i + 2].head != i ||
	    (t[i].deprel != SR_REL_NSUBJ_PASS && t[i].deprel != SR_REL_NSUBJ))
		return;
	for (uint32_t k = l->from; k < verb; k++)
		if (t[k].head == verb && t[k].deprel == t[i].deprel) {
			t[i].head = k;
			t[i].deprel = SR_REL_APPOS;
			return;
		}
}

/* "And | more than 100 wounded": the number behind words that bound it. */
static uint32_t behind_bound(const struct sr_repair *l, uint32_t i)
{
	uint32_t k = i;

	while (k + 1 < l->to && k < i + 3 && l->t[k].upos != SR_UPOS_NUM &&
	       l->t[k].head > i && l->t[k].head <= i + 3 &&
	       (l->t[k].upos == SR_UPOS_ADJ || l->t[k].upos == SR_UPOS_ADV))
		k += l->t[k + 1].head == k &&
				     l->t[k + 1].deprel == SR_REL_FIXED
			     ? 2
			     : 1;
	return k < l->to && l->t[k].upos == SR_UPOS_NUM ? k : i;
}

static void of_noun(struct sr_repair *l, uint32_t i)
{
	row(l, i);
	row_of(l, i);
	two_subjects(l, i);
	two_fates(l, i);
	along_with(l, i);
	beside_killed(l, i);
}

void sr_repair_toll(struct sr_repair *l)
{
	struct part a, b;

	for (uint32_t i = l->from; i < l->to; i++) {
		if (l->t[i].upos == SR_UPOS_NOUN)
			of_noun(l, i);
		if (l->t[i].upos == SR_UPOS_NUM) {
			out_of(l, i);
			of_them(l, i);
		}
		if (!part_at(l, i, &a) || !is_closed(l, &a))
			continue;
		uint32_t next = a.verb + 1;
		next += is_comma(l, next);
		next += is_and(l, next);
		if (next > a.verb + 1 &&
		    part_at(l, behind_bound(l, next), &b) &&
		    is_closed(l, &b))
			mend(l, &a, &b);
	}
}
