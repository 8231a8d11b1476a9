/* Clauses that hang on another word than they tell of: "that the last of the
 * troops holed up in the mill had surrendered", "in X, retaken by the army a day
 * ago", "claimed the town, with officials reporting losses", "said the town fell
 * and troops left". */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

#define MOST_UP 8 /* steps from a word to the noun that its phrase hangs on */

static bool is_subject(const struct sr_token *t, uint32_t i)
{
	return t[i].deprel == SR_REL_NSUBJ || t[i].deprel == SR_REL_NSUBJ_PASS;
}

/* The subject of a later verb in whose phrase the word right before i stands;
 * SR_NONE. */
static uint32_t subject_around(const struct sr_token *t, uint32_t i)
{
	uint32_t k = i - 1;

	for (unsigned n = 0; n < MOST_UP; n++) {
		if (is_subject(t, k))
			return t[k].head > i && t[t[k].head].upos == SR_UPOS_VERB
				       ? k
				       : SR_NONE;
		if (t[k].head == k || t[k].head >= i)
			return SR_NONE;
		k = t[k].head;
	}
	return SR_NONE;
}

/* "Said that troops holed up in X had surrendered", "a raid led by X hit Y, he
 * said", where both verbs are taken for what was said. */
static void within_subject(struct sr_repair *r, uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_AUX) |
			     sr_rels(SR_REL_CC) | SR_REL_BIT(SR_REL_MARK) |
			     SR_REL_BIT(SR_REL_OBJ) | SR_REL_BIT(SR_REL_COP);
	struct sr_token *t = r->t;
	uint32_t head = t[i].head;

	if (t[i].deprel != SR_REL_CCOMP || i < r->from + 2 ||
	    t[i - 1].upos == SR_UPOS_PUNCT || sr_repair_hangs(r, i, own) ||
	    (head > i && (!sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
			  sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_XCOMP)))))
		return;
	uint32_t who = subject_around(t, i);
	if (who == SR_NONE || (head < i && who < head) ||
	    t[t[who].head].head != head)
		return;
	t[i].head = who;
	t[i].deprel = SR_REL_ACL;
	t[i].xpos = SR_XPOS_VBN;
}

/* "Spoke in X, shelled by the army on Sunday, of": X was. */
static void of_town(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t town = i - 2;

	if (t[i].deprel != SR_REL_ADVCL || i < r->from + 3 ||
	    t[i].head >= town || t[i - 1].xpos != SR_XPOS_COMMA ||
	    t[town].upos != SR_UPOS_PROPN ||
	    !sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
	    sr_repair_hangs(r, i, sr_rels(SR_REL_NSUBJ)) ||
	    !sr_repair_is(r, i, 't'))
		return;
	while (t[town].deprel == SR_REL_FLAT && t[town].head < town)
		town = t[town].head;
	if (is_subject(t, town))
		return;
	t[i].head = town;
	t[i].deprel = SR_REL_ACL;
}

/* "Claimed the town, with officials reporting losses": what stands before the
 * participle is its subject, not another of the verb before. */
static void with_subject(struct sr_repair *r, uint32_t i)
{
	uint32_t head = r->t[i].head;

	if (r->t[i].xpos != SR_XPOS_VBG || head >= i ||
	    r->t[i].deprel != SR_REL_ADVCL || sr_repair_hangs(r, i, sr_rels(SR_REL_NSUBJ)))
		return;
	uint32_t mark = sr_repair_child(r->t, i, SR_REL_BIT(SR_REL_MARK),
					head, i);
	if (mark == SR_NONE)
		return;
	uint32_t who = sr_repair_child(r->t, head, sr_rels(SR_REL_NSUBJ),
				       mark, i);
	if (who != SR_NONE)
		r->t[who].head = i;
}

/* "With nine drones shot down over the bay": what was done to them. */
static void with_object(struct sr_repair *r, uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_AUX) | SR_REL_BIT(SR_REL_OBJ) |
			     SR_REL_BIT(SR_REL_CCOMP);
	uint32_t mark = sr_repair_child(r->t, i, SR_REL_BIT(SR_REL_MARK),
					r->from, i);

	if (r->t[i].deprel != SR_REL_ADVCL || mark == SR_NONE ||
	    r->t[mark].xpos != SR_XPOS_IN || sr_repair_hangs(r, i, own) ||
	    !sr_str_is(sr_doc_text(r->doc, r->t[mark].at), "with"))
		return;
	uint32_t who = sr_repair_child(r->t, i,
				       SR_REL_BIT(SR_REL_NSUBJ) |
					       SR_REL_BIT(SR_REL_OBL),
				       mark, i);
	if (who == SR_NONE || /* "with several killed" */
	    (r->t[who].deprel == SR_REL_OBL && who != mark + 1))
		return;
	r->t[who].deprel = SR_REL_NSUBJ_PASS;
	r->t[i].xpos = SR_XPOS_VBN;
}

/* "Fired 33 missiles on Sunday, 21 of which were shot down": so many are what
 * the clause tells of, and it hangs on what was counted before. */
static void some_of_which(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t which = sr_repair_child(r->t, i, sr_rels(SR_REL_NSUBJ),
					 r->from, i);

	if (t[i].deprel != SR_REL_ACL_RELCL || which == SR_NONE ||
	    which < r->from + 3 || t[which - 1].xpos != SR_XPOS_IN ||
	    t[which - 2].upos != SR_UPOS_NUM ||
	    (t[which].xpos != SR_XPOS_WDT && t[which].xpos != SR_XPOS_WP))
		return;
	uint32_t some = which - 2, noun = some;
	while (noun > r->from &&
	       (t[noun].upos != SR_UPOS_NOUN || t[noun].xpos != SR_XPOS_NNS))
		noun--;
	if (t[noun].upos != SR_UPOS_NOUN)
		return;
	t[some].deprel = t[which].deprel;
	t[some].head = i;
	t[which].deprel = SR_REL_NMOD;
	t[which].head = some;
	t[some + 1].head = which;
	t[i].head = noun;
}

/* "Nine soldiers, including an officer, who were killed": all nine were. */
static void all_of_them(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t one = t[i].head, many = one < i ? t[one].head : one;
	uint32_t aux = sr_repair_child(r->t, i, sr_rels(SR_REL_AUX), r->from, i);

	if (t[i].deprel != SR_REL_ACL_RELCL || many >= one || aux == SR_NONE ||
	    t[one].deprel != SR_REL_NMOD || t[one].xpos != SR_XPOS_NN ||
	    t[many].xpos != SR_XPOS_NNS ||
	    !sr_repair_is(r, aux, 'm'))
		return;
	uint32_t with = sr_repair_child(r->t, one, SR_REL_BIT(SR_REL_CASE),
					many, one);
	if (with != SR_NONE && t[with].xpos == SR_XPOS_VBG)
		t[i].head = many;
}

/* "Pushing southwest toward X and southeast toward Y": both are whither they
 * push. */
static void second_course(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t verb = t[i].head;

	/* "southeast of X" is one place */
	if (t[i].upos != SR_UPOS_ADV || t[i].deprel != SR_REL_CONJ ||
	    i + 1 >= r->to ||
	    sr_str_is(sr_doc_text(r->doc, t[i + 1].at), "of"))
		return;
	if (t[verb].upos == SR_UPOS_ADV)
		verb = t[verb].head;
	if (t[verb].upos != SR_UPOS_VERB || verb >= i)
		return;
	for (uint32_t k = i + 1; k < r->to; k++)
		if (t[k].head == i && t[k].deprel == SR_REL_OBL)
			t[k].head = verb;
}

/* "The army said the town fell and troops left": with no comma between, both
 * were said. */
static void said_both(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t said = t[i].head;

	if (t[i].deprel != SR_REL_CONJ || said >= i ||
	    !sr_repair_is(r, said, 'v') ||
	    sr_repair_is(r, i, 'v'))
		return;
	uint32_t cc = sr_repair_child(r->t, i, sr_rels(SR_REL_CC), said, i);
	uint32_t told = sr_repair_child(r->t, said, SR_REL_BIT(SR_REL_CCOMP),
					said, i);
	if (cc == SR_NONE || told == SR_NONE || told > cc ||
	    t[cc - 1].upos == SR_UPOS_PUNCT ||
	    sr_repair_child(r->t, i, sr_rels(SR_REL_NSUBJ), cc, i) == SR_NONE)
		return;
	t[i].head = told;
}

/* "Iran said Thursday its troops advanced": when it was said. */
static void when_said(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t said = t[i].head, at = said + 1;

	if (t[i].deprel != SR_REL_CCOMP || said + 2 >= i || !sr_is_past(&t[said]))
		return;
	if (t[at].upos == SR_UPOS_ADP && t[at].head == at + 1)
		at++;
	if (at >= i || t[at].head != i || t[at].upos != SR_UPOS_PROPN ||
	    (t[at].deprel != SR_REL_OBL && t[at].deprel != SR_REL_OBL_UNMARKED))
		return;
	uint32_t who = sr_repair_child(t, i, sr_rels(SR_REL_NSUBJ), at, i);
	if (who == SR_NONE ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_MARK), at, i) != SR_NONE ||
	    !sr_repair_is(r, at, 'd'))
		return;
	t[at].head = said;
}

/* "Iran said Thursday its forces swarmed across X", where the forces are taken
 * for who said it and "swarmed" for what they are like. */
static void own_subject(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t who = t[i].head, said = t[who].head;

	if (t[i].deprel != SR_REL_ACL || said >= who || who >= i ||
	    !is_subject(t, who) ||
	    !sr_repair_is(r, said, 'v') ||
	    sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
	    sr_repair_child(t, said, sr_rels(SR_REL_NSUBJ), r->from, said) ==
		    SR_NONE ||
	    sr_repair_child(t, said, SR_REL_BIT(SR_REL_CCOMP), r->from,
			    r->to) != SR_NONE)
		return;
	t[i].head = said;
	t[i].deprel = SR_REL_CCOMP;
	t[who].head = i;
}

/* "Shot down two planes, the state agency reported", where the agency is taken
 * for another name of the planes. */
static void teller_last(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t who = i - 1;

	if (i < r->from + 4 || sr_repair_hangs(r, i, sr_rels(SR_REL_NSUBJ)) ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_CCOMP), r->from, i) ==
		    SR_NONE)
		return;
	if (t[who].upos == SR_UPOS_PUNCT) /* "the Agency (IRNA) reported" */
		who = t[t[who].head].head;
	if (who >= i || t[who].deprel != SR_REL_APPOS || t[who].head >= who)
		return;
	uint32_t comma = who;
	while (comma > t[who].head && t[comma].upos != SR_UPOS_PUNCT &&
	       t[comma].upos != SR_UPOS_VERB)
		comma--;
	if (t[comma].xpos != SR_XPOS_COMMA)
		return;
	t[who].head = i;
	t[who].deprel = SR_REL_NSUBJ;
}

/* "Resulted in nine members of the staff being hurt": they were. */
static void being_hurt(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t k = i - 2, verb = t[i].head;

	if (i < r->from + 3 || verb >= k || t[i - 1].xpos != SR_XPOS_VBG ||
	    t[i - 1].upos != SR_UPOS_AUX)
		return;
	/* "reports of people being hurt" */
	if (t[i].deprel == SR_REL_ACL && t[k].deprel == SR_REL_NMOD &&
	    t[k].head == verb)
		t[i].head = k;
	if (t[i].deprel != SR_REL_ADVCL)
		return;
	while (t[k].deprel == SR_REL_NMOD && t[k].head < k && t[k].head > verb)
		k = t[k].head;
	if (t[k].head == verb && t[k].deprel == SR_REL_OBL && k < i - 2) {
		t[i].head = k;
		t[i].deprel = SR_REL_ACL;
	}
}

/* "A war against rebels that killed thousands": the war did, "who" would be
 * they. */
static void against_whom(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t whom = t[i].head;

	if (t[i].deprel != SR_REL_ACL_RELCL || whom >= i ||
	    t[whom].upos != SR_UPOS_NOUN || t[whom + 1].upos != SR_UPOS_PRON ||
	    sr_str_is(sr_doc_text(r->doc, t[whom + 1].at), "who"))
		return;
	uint32_t prep = sr_repair_child(t, whom, sr_rels(SR_REL_CASE), r->from,
					r->to);
	if (prep == SR_NONE || prep < r->from + 1 || prep >= whom ||
	    !sr_str_is(sr_doc_text(r->doc, t[prep].at), "against") ||
	    t[prep - 1].upos != SR_UPOS_NOUN)
		return;
	t[i].head = prep - 1;
	if (t[whom].deprel == SR_REL_OBL && t[whom].head < prep - 1) {
		t[whom].head = prep - 1;
		t[whom].deprel = SR_REL_NMOD;
	}
}

/* "Had left X and Russian forces advanced": the last of what they left, right
 * before a second verb with no "and" of its own, does what that tells. */
static void second_subject(struct sr_repair *r, uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_CC) |
			     SR_REL_BIT(SR_REL_MARK);
	const uint64_t rest = sr_rels(SR_REL_OBL) | SR_REL_BIT(SR_REL_OBJ) |
			      sr_rels(SR_REL_AUX_PASS);
	struct sr_token *t = r->t;
	uint32_t verb = t[i].head, who = i - 1;

	if (t[i].deprel != SR_REL_CONJ || i < r->from + 4 || verb + 3 >= i ||
	    t[verb].upos != SR_UPOS_VERB || t[verb].xpos == SR_XPOS_VBG ||
	    sr_repair_hangs(r, i, own) || !sr_repair_hangs(r, i, rest) ||
	    (t[verb].xpos == SR_XPOS_VBN &&
	     sr_repair_child(t, verb, sr_rels(SR_REL_AUX), r->from, verb) == SR_NONE))
		return;
	while (who > verb &&
	       (t[who].upos == SR_UPOS_AUX || t[who].upos == SR_UPOS_ADV))
		who--;
	uint32_t first = t[who].head;
	uint32_t and = sr_repair_child(t, who, sr_rels(SR_REL_CC), r->from, r->to);
	while (first > verb && t[first].deprel == SR_REL_CONJ)
		first = t[first].head;
	bool noun = t[who].upos == SR_UPOS_NOUN || t[who].upos == SR_UPOS_PROPN;
	bool plain = t[i].xpos == SR_XPOS_VBD || who + 1 < i;
	/* "held off by soldiers and reinforcements sent in" */
	uint32_t by = sr_repair_child(t, first, sr_rels(SR_REL_CASE), verb, who);
	if (by != SR_NONE && sr_str_is(sr_doc_text(r->doc, t[by].at), "by"))
		return;
	if (!noun || !plain || t[who].deprel != SR_REL_CONJ || first <= verb ||
	    and == SR_NONE || and >= who || and <= t[who].head)
		return;
	t[who].head = i;
	t[who].deprel = sr_repair_hangs(r, i, sr_rels(SR_REL_AUX_PASS))
				? SR_REL_NSUBJ_PASS
				: SR_REL_NSUBJ;
	t[and].head = i;
}

/* "Killed nine, including a man who was old, and injured three": the second verb
 * is no more of the man's than the first. */
static void beside_first(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t like = t[i].head, verb = like;

	if (t[i].deprel != SR_REL_CONJ || t[i].xpos != SR_XPOS_VBD ||
	    like >= i || t[like].upos == SR_UPOS_VERB ||
	    t[like].deprel != SR_REL_ACL_RELCL || i < r->from + 3 ||
	    t[i - 1].upos != SR_UPOS_CCONJ ||
	    t[i - 2].xpos != SR_XPOS_COMMA ||
	    !sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_OBJ)))
		return;
	for (unsigned n = 0; n < MOST_UP && t[verb].head != verb; n++) {
		verb = t[verb].head;
		if (t[verb].upos == SR_UPOS_VERB)
			break;
	}
	if (t[verb].xpos == SR_XPOS_VBD && verb < i)
		t[i].head = verb;
}

void sr_repair_clause(struct sr_repair *r)
{
	for (uint32_t i = r->from + 1; i < r->to; i++) {
		second_course(r, i);
		if (r->t[i].upos != SR_UPOS_VERB)
			continue;
		if (sr_is_past(&r->t[i])) {
			within_subject(r, i);
			of_town(r, i);
			with_object(r, i);
			some_of_which(r, i);
			all_of_them(r, i);
			own_subject(r, i);
			teller_last(r, i);
			against_whom(r, i);
			being_hurt(r, i);
			second_subject(r, i);
			beside_first(r, i);
		}
		with_subject(r, i);
		said_both(r, i);
		when_said(r, i);
	}
}
