/* Clauses that hang on another word than they tell of: "that the last of the
 * troops holed up in the mill had surrendered", "in X, retaken by the army a day
 * ago", "claimed the town, with officials reporting losses", "said the town fell
 * and troops left". */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

#define MOST_UP 8 /* steps from a word to the noun that its phrase hangs on */

struct clauses {
	const struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_repair_words *words;
	struct sr_token *t; /* the doc's */
	uint32_t from, to;
};

static bool has(const struct clauses *c, uint32_t i, uint64_t rels)
{
	return sr_repair_child(c->t, i, rels, c->from, c->to) != SR_NONE;
}

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
static void within_subject(struct clauses *c, uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_AUX) |
			     sr_rels(SR_REL_CC) | SR_REL_BIT(SR_REL_MARK) |
			     SR_REL_BIT(SR_REL_OBJ) | SR_REL_BIT(SR_REL_COP);
	struct sr_token *t = c->t;
	uint32_t head = t[i].head;

	if (t[i].deprel != SR_REL_CCOMP || i < c->from + 2 ||
	    t[i - 1].upos == SR_UPOS_PUNCT || has(c, i, own) ||
	    (head > i && (!has(c, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
			  has(c, i, SR_REL_BIT(SR_REL_XCOMP)))))
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
static void of_town(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t town = i - 2;

	if (t[i].deprel != SR_REL_ADVCL || i < c->from + 3 ||
	    t[i].head >= town || t[i - 1].xpos != SR_XPOS_COMMA ||
	    t[town].upos != SR_UPOS_PROPN ||
	    !has(c, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
	    has(c, i, sr_rels(SR_REL_NSUBJ)) ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 't'))
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
static void with_subject(struct clauses *c, uint32_t i)
{
	uint32_t head = c->t[i].head;

	if (c->t[i].xpos != SR_XPOS_VBG || head >= i ||
	    c->t[i].deprel != SR_REL_ADVCL || has(c, i, sr_rels(SR_REL_NSUBJ)))
		return;
	uint32_t mark = sr_repair_child(c->t, i, SR_REL_BIT(SR_REL_MARK),
					head, i);
	if (mark == SR_NONE)
		return;
	uint32_t who = sr_repair_child(c->t, head, sr_rels(SR_REL_NSUBJ),
				       mark, i);
	if (who != SR_NONE)
		c->t[who].head = i;
}

/* "With nine drones shot down over the bay": what was done to them. */
static void with_object(struct clauses *c, uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_AUX) | SR_REL_BIT(SR_REL_OBJ) |
			     SR_REL_BIT(SR_REL_CCOMP);
	uint32_t mark = sr_repair_child(c->t, i, SR_REL_BIT(SR_REL_MARK),
					c->from, i);

	if (c->t[i].deprel != SR_REL_ADVCL || mark == SR_NONE ||
	    c->t[mark].xpos != SR_XPOS_IN || has(c, i, own) ||
	    !sr_str_is(sr_doc_text(c->doc, c->t[mark].at), "with"))
		return;
	uint32_t who = sr_repair_child(c->t, i,
				       SR_REL_BIT(SR_REL_NSUBJ) |
					       SR_REL_BIT(SR_REL_OBL),
				       mark, i);
	if (who == SR_NONE || /* "with several killed" */
	    (c->t[who].deprel == SR_REL_OBL && who != mark + 1))
		return;
	c->t[who].deprel = SR_REL_NSUBJ_PASS;
	c->t[i].xpos = SR_XPOS_VBN;
}

/* "Reported damage in X and surrounding villages": no verb of its own. */
static void attribute(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t noun = i + 1, before = i - 2;

	if (t[i].xpos != SR_XPOS_VBG || t[i].deprel != SR_REL_CONJ ||
	    i < c->from + 3 || noun >= c->to || t[t[i].head].xpos == SR_XPOS_VBG ||
	    t[i - 1].xpos != SR_XPOS_CC || t[noun].xpos != SR_XPOS_NNS ||
	    t[noun].head != i || t[noun].deprel != SR_REL_OBJ ||
	    (t[before].upos != SR_UPOS_NOUN && t[before].upos != SR_UPOS_PROPN) ||
	    has(c, i, sr_rels(SR_REL_AUX)))
		return;
	t[noun].head = before;
	t[noun].deprel = SR_REL_CONJ;
	t[i - 1].head = noun;
	t[i].head = noun;
	t[i].deprel = SR_REL_AMOD;
}

/* "Fired 33 missiles on Sunday, 21 of which were shot down": so many are what
 * the clause tells of, and it hangs on what was counted before. */
static void some_of_which(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t which = sr_repair_child(c->t, i, sr_rels(SR_REL_NSUBJ),
					 c->from, i);

	if (t[i].deprel != SR_REL_ACL_RELCL || which == SR_NONE ||
	    which < c->from + 3 || t[which - 1].xpos != SR_XPOS_IN ||
	    t[which - 2].upos != SR_UPOS_NUM ||
	    (t[which].xpos != SR_XPOS_WDT && t[which].xpos != SR_XPOS_WP))
		return;
	uint32_t some = which - 2, noun = some;
	while (noun > c->from &&
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

/* "Killed between 200 and 300 civilians": an object, for all its preposition. */
static void from_to(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t noun = t[i].head;

	if (t[i].deprel != SR_REL_CASE || i == c->from || i + 3 >= c->to ||
	    t[i + 1].upos != SR_UPOS_NUM || t[i + 3].upos != SR_UPOS_NUM ||
	    t[i - 1].upos != SR_UPOS_VERB || noun <= i + 3 || noun >= c->to ||
	    t[noun].head != i - 1 ||
	    (t[noun].deprel != SR_REL_OBL && t[noun].deprel != SR_REL_OBJ) ||
	    t[noun].xpos != SR_XPOS_NNS ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 'w'))
		return;
	t[noun].deprel = SR_REL_OBJ;
	t[i].deprel = SR_REL_ADVMOD;
	t[i].upos = SR_UPOS_ADV;
	t[i].head = i + 1;
}

/* "Nine soldiers, including an officer, who were killed": all nine were. */
static void all_of_them(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t one = t[i].head, many = one < i ? t[one].head : one;
	uint32_t aux = sr_repair_child(c->t, i, sr_rels(SR_REL_AUX), c->from, i);

	if (t[i].deprel != SR_REL_ACL_RELCL || many >= one || aux == SR_NONE ||
	    t[one].deprel != SR_REL_NMOD || t[one].xpos != SR_XPOS_NN ||
	    t[many].xpos != SR_XPOS_NNS ||
	    !sr_repair_has(c->doc, c->kit, c->words, aux, SR_TABLE_REPAIRS,
			   'm'))
		return;
	uint32_t with = sr_repair_child(c->t, one, SR_REL_BIT(SR_REL_CASE),
					many, one);
	if (with != SR_NONE && t[with].xpos == SR_XPOS_VBG)
		t[i].head = many;
}

/* "Pushing southwest toward X and southeast toward Y": both are whither they
 * push. */
static void second_course(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t verb = t[i].head;

	/* "southeast of X" is one place */
	if (t[i].upos != SR_UPOS_ADV || t[i].deprel != SR_REL_CONJ ||
	    i + 1 >= c->to ||
	    sr_str_is(sr_doc_text(c->doc, t[i + 1].at), "of"))
		return;
	if (t[verb].upos == SR_UPOS_ADV)
		verb = t[verb].head;
	if (t[verb].upos != SR_UPOS_VERB || verb >= i)
		return;
	for (uint32_t k = i + 1; k < c->to; k++)
		if (t[k].head == i && t[k].deprel == SR_REL_OBL)
			t[k].head = verb;
}

/* "The army said the town fell and troops left": with no comma between, both
 * were said. */
static void said_both(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t said = t[i].head;

	if (t[i].deprel != SR_REL_CONJ || said >= i ||
	    !sr_repair_has(c->doc, c->kit, c->words, said, SR_TABLE_REPAIRS,
			   'v') ||
	    sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 'v'))
		return;
	uint32_t cc = sr_repair_child(c->t, i, sr_rels(SR_REL_CC), said, i);
	uint32_t told = sr_repair_child(c->t, said, SR_REL_BIT(SR_REL_CCOMP),
					said, i);
	if (cc == SR_NONE || told == SR_NONE || told > cc ||
	    t[cc - 1].upos == SR_UPOS_PUNCT ||
	    sr_repair_child(c->t, i, sr_rels(SR_REL_NSUBJ), cc, i) == SR_NONE)
		return;
	t[i].head = told;
}

/* "Iran said Thursday its troops advanced": when it was said. */
static void when_said(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
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
	    !sr_repair_has(c->doc, c->kit, c->words, at, SR_TABLE_REPAIRS, 'd'))
		return;
	t[at].head = said;
}

/* "Iran said Thursday its forces swarmed across X", where the forces are taken
 * for who said it and "swarmed" for what they are like. */
static void own_subject(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t who = t[i].head, said = t[who].head;

	if (t[i].deprel != SR_REL_ACL || said >= who || who >= i ||
	    !is_subject(t, who) ||
	    !sr_repair_has(c->doc, c->kit, c->words, said, SR_TABLE_REPAIRS,
			   'v') ||
	    has(c, i, SR_REL_BIT(SR_REL_OBL_AGENT)) ||
	    sr_repair_child(t, said, sr_rels(SR_REL_NSUBJ), c->from, said) ==
		    SR_NONE ||
	    sr_repair_child(t, said, SR_REL_BIT(SR_REL_CCOMP), c->from,
			    c->to) != SR_NONE)
		return;
	t[i].head = said;
	t[i].deprel = SR_REL_CCOMP;
	t[who].head = i;
}

/* "Shot down two planes, the state agency reported", where the agency is taken
 * for another name of the planes. */
static void teller_last(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t who = i - 1;

	if (i < c->from + 4 || has(c, i, sr_rels(SR_REL_NSUBJ)) ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_CCOMP), c->from, i) ==
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

/* "A village called X" as "the village of X". */
static void town_called(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t town = t[i].head;

	if (t[i].deprel != SR_REL_ACL || town + 1 != i || i + 1 >= c->to ||
	    t[town].upos != SR_UPOS_NOUN ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS,
			   'k') ||
	    !sr_repair_has(c->doc, c->kit, c->words, town, SR_TABLE_REPAIRS,
			   'q'))
		return;
	uint32_t name = i + 1;
	if (t[name].deprel == SR_REL_CASE) /* "known as X" */
		name = t[name].head;
	while (name + 1 < c->to && t[name].head > name && t[name].head != i &&
	       t[name].head < c->to)
		name = t[name].head;
	if (t[name].head != i || t[name].upos != SR_UPOS_PROPN)
		return;
	for (uint32_t k = c->from; k < c->to; k++)
		if (t[k].head == i)
			t[k].head = town;
	t[name].head = town;
	t[name].deprel = SR_REL_NMOD;
	t[i].head = name;
	t[i].deprel = SR_REL_CASE;
}

/* "An attack by X linked rebels": by the rebels, whatever X is to them. */
static void linked(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t noun = t[i].head, name = i - 1;

	if (t[i].deprel != SR_REL_AMOD || noun <= i || noun >= c->to ||
	    t[name].upos != SR_UPOS_PROPN ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 'l'))
		return;
	while (t[name].head < name && t[name].head >= c->from &&
	       (t[name].deprel == SR_REL_FLAT ||
		t[name].deprel == SR_REL_COMPOUND))
		name = t[name].head;
	uint32_t prep = sr_repair_child(t, name, SR_REL_BIT(SR_REL_CASE),
					c->from, name);
	if (prep == SR_NONE || t[name].head >= name || t[name].head == noun)
		return;
	t[prep].head = noun;
	t[noun].head = t[name].head;
	t[noun].deprel = t[name].deprel;
	t[name].head = i;
	t[name].deprel = SR_REL_OBL;
}

/* The same where the participle is read as a verb: "repelled an attack by X
 * [that was] linked rebels". */
static void linked_apart(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t verb = t[i].head, noun = i + 1;

	if ((t[i].deprel != SR_REL_XCOMP && t[i].deprel != SR_REL_ADVCL) ||
	    verb >= i || noun >= c->to ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 'l'))
		return;
	uint32_t name = sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBL), verb, i);
	while (noun + 1 < c->to && t[noun].head > noun && t[noun].head != i)
		noun = t[noun].head;
	if (name == SR_NONE || noun >= c->to || t[noun].head != verb ||
	    t[noun].deprel != SR_REL_OBJ || t[name].upos != SR_UPOS_PROPN)
		return;
	uint32_t prep =
		sr_repair_child(t, name, SR_REL_BIT(SR_REL_CASE), verb, name);
	if (prep == SR_NONE || prep == c->from || t[prep - 1].head != verb ||
	    t[prep - 1].deprel != SR_REL_OBJ)
		return;
	t[noun].head = prep - 1;
	t[noun].deprel = SR_REL_NMOD;
	t[prep].head = noun;
	t[i].head = noun;
	t[i].deprel = SR_REL_AMOD;
}

/* "In neighboring Chad": what the net takes for something that is done to Chad
 * is what Chad is like. */
static void like_a_land(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t land = sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBJ), i, c->to);
	unsigned rel = t[i].deprel;

	if (t[i].xpos != SR_XPOS_VBG || land == SR_NONE ||
	    (t[i - 1].head != i && t[i - 1].head != land) ||
	    (t[i - 1].deprel != SR_REL_MARK &&
	     t[i - 1].deprel != SR_REL_CASE) ||
	    (rel != SR_REL_ADVCL && rel != SR_REL_ACL &&
	     rel != SR_REL_XCOMP) ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 'a'))
		return;
	t[land].head = t[i].head;
	t[land].deprel = rel == SR_REL_ACL ? SR_REL_NMOD : SR_REL_OBL;
	for (uint32_t k = c->from; k < c->to; k++)
		if (k != land && t[k].head == i && k != i)
			t[k].head = t[k].deprel == SR_REL_OBL ? t[land].head
							      : land;
	t[i - 1].upos = SR_UPOS_ADP;
	t[i - 1].xpos = SR_XPOS_IN;
	t[i - 1].deprel = SR_REL_CASE;
	t[i].head = land;
	t[i].deprel = SR_REL_AMOD;
	t[i].upos = SR_UPOS_ADJ;
	t[i].xpos = SR_XPOS_JJ;
}

/* "The Houthis control the port", taken for a control by name: a plural name
 * right before it, what is controlled right behind. */
static void does_so(struct clauses *c, uint32_t i)
{
	const uint64_t what = sr_rels(SR_REL_APPOS) | SR_REL_BIT(SR_REL_OBJ) |
			      sr_rels(SR_REL_ADVMOD);
	struct sr_token *t = c->t;
	uint32_t who = i - 1;

	if (t[i].xpos != SR_XPOS_NN || i + 2 >= c->to ||
	    t[i].flags & SR_TOK_CAPITAL || t[who].upos != SR_UPOS_PROPN ||
	    t[who].head != i ||
	    !sr_repair_has(c->doc, c->kit, c->words, i, SR_TABLE_REPAIRS, 'j') ||
	    (t[i + 1].upos != SR_UPOS_DET && t[i + 1].upos != SR_UPOS_PROPN &&
	     t[i + 1].upos != SR_UPOS_ADJ) ||
	    has(c, i, SR_REL_BIT(SR_REL_COP) | sr_rels(SR_REL_CASE)))
		return;
	uint32_t obj = sr_repair_child(t, i, what, i + 1, c->to);
	if (obj == SR_NONE || (t[obj].upos != SR_UPOS_NOUN &&
			       t[obj].upos != SR_UPOS_PROPN &&
			       t[obj].upos != SR_UPOS_ADJ))
		return;
	t[i].upos = SR_UPOS_VERB;
	t[i].xpos = SR_XPOS_VBP;
	for (uint32_t k = c->from; k < who; k++)
		if (t[k].head == i && (t[k].upos == SR_UPOS_DET ||
				       t[k].upos == SR_UPOS_ADJ))
			t[k].head = who;
	t[who].deprel = SR_REL_NSUBJ;
	t[obj].deprel = SR_REL_OBJ;
}

/* "Resulted in nine members of the staff being hurt": they were. */
static void being_hurt(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t k = i - 2, verb = t[i].head;

	if (t[i].deprel != SR_REL_ADVCL || i < c->from + 3 || verb >= k ||
	    t[i - 1].xpos != SR_XPOS_VBG || t[i - 1].upos != SR_UPOS_AUX)
		return;
	while (t[k].deprel == SR_REL_NMOD && t[k].head < k && t[k].head > verb)
		k = t[k].head;
	if (t[k].head == verb && t[k].deprel == SR_REL_OBL && k < i - 2)
		t[i].head = k, t[i].deprel = SR_REL_ACL;
}

/* "The Russian military abandoned positions", taken for positions of the
 * military kind that somebody has abandoned: a sentence without a verb. */
static void the_military(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t noun = t[i].head, who = i - 1;

	if (t[i].deprel != SR_REL_AMOD || noun != i + 1 ||
	    t[noun].deprel != SR_REL_ROOT || i < c->from + 2 ||
	    t[who].head != noun || t[who].xpos != SR_XPOS_JJ ||
	    !sr_repair_has(c->doc, c->kit, c->words, who, SR_TABLE_REPAIRS, 'y') ||
	    has(c, noun, sr_rels(SR_REL_NSUBJ) | SR_REL_BIT(SR_REL_COP)))
		return;
	for (uint32_t k = c->from; k < c->to; k++)
		if (t[k].head == noun && k != noun)
			t[k].head = k < who ? who
				    : t[k].upos == SR_UPOS_PUNCT ? i
								 : noun;
	t[i].head = i;
	t[i].deprel = SR_REL_ROOT;
	t[i].xpos = SR_XPOS_VBD;
	t[who].head = i;
	t[who].deprel = SR_REL_NSUBJ;
	t[who].upos = SR_UPOS_NOUN;
	t[who].xpos = SR_XPOS_NN;
	t[noun].head = i;
	t[noun].deprel = SR_REL_OBJ;
}

/* "Were wounded in raids and mine explosions": the second beside the first, and
 * no second thing that happened. */
static void beside_noun(struct clauses *c, uint32_t i)
{
	const uint64_t clause = sr_rels(SR_REL_NSUBJ) | SR_REL_BIT(SR_REL_COP) |
				sr_rels(SR_REL_AUX) | sr_rels(SR_REL_CASE);
	struct sr_token *t = c->t;
	uint32_t verb = t[i].head;

	if (t[i].deprel != SR_REL_CONJ || verb >= i ||
	    t[verb].upos != SR_UPOS_VERB || has(c, i, clause))
		return;
	uint32_t cc = sr_repair_child(t, i, sr_rels(SR_REL_CC), c->from, c->to);
	if (cc == SR_NONE || cc < verb + 2 || cc >= i)
		return;
	uint32_t first = cc - 1;
	if (t[first].head == verb && t[first].xpos == SR_XPOS_NNS &&
	    t[i].xpos == SR_XPOS_NNS &&
	    (t[first].deprel == SR_REL_OBL || t[first].deprel == SR_REL_OBJ))
		t[i].head = first;
}

/* "A war against rebels that killed thousands": the war did, "who" would be
 * they. */
static void against_whom(struct clauses *c, uint32_t i)
{
	struct sr_token *t = c->t;
	uint32_t whom = t[i].head;

	if (t[i].deprel != SR_REL_ACL_RELCL || whom >= i ||
	    t[whom].upos != SR_UPOS_NOUN || t[whom + 1].upos != SR_UPOS_PRON ||
	    sr_str_is(sr_doc_text(c->doc, t[whom + 1].at), "who"))
		return;
	uint32_t prep = sr_repair_child(t, whom, sr_rels(SR_REL_CASE), c->from,
					c->to);
	if (prep == SR_NONE || prep < c->from + 1 || prep >= whom ||
	    !sr_str_is(sr_doc_text(c->doc, t[prep].at), "against") ||
	    t[prep - 1].upos != SR_UPOS_NOUN)
		return;
	t[i].head = prep - 1;
	if (t[whom].deprel == SR_REL_OBL && t[whom].head < prep - 1) {
		t[whom].head = prep - 1;
		t[whom].deprel = SR_REL_NMOD;
	}
}

void sr_repair_clause(struct sr_doc *doc, const struct sr_kit *kit,
		      const struct sr_repair_words *words,
		      const struct sr_sentence *s)
{
	struct clauses c = { doc, kit, words, doc->tokens.items, s->from, s->to };

	for (uint32_t i = s->from + 1; i < s->to; i++) {
		second_course(&c, i);
		if (c.t[i].upos == SR_UPOS_ADP)
			from_to(&c, i);
		if (c.t[i].upos == SR_UPOS_NOUN)
			beside_noun(&c, i), does_so(&c, i);
		if (c.t[i].upos != SR_UPOS_VERB)
			continue;
		like_a_land(&c, i);
		if (sr_is_past(&c.t[i])) {
			within_subject(&c, i);
			of_town(&c, i);
			with_object(&c, i);
			some_of_which(&c, i);
			all_of_them(&c, i);
			own_subject(&c, i);
			teller_last(&c, i);
			against_whom(&c, i);
			the_military(&c, i);
			being_hurt(&c, i), town_called(&c, i), linked(&c, i), linked_apart(&c, i);
		}
		attribute(&c, i);
		with_subject(&c, i), said_both(&c, i);
		when_said(&c, i);
	}
}
