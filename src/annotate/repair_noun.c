/* Nouns that the net takes apart or for verbs, and words that it takes for verbs
 * of theirs: "a village called X", "by X linked rebels", "in neighboring Chad",
 * "the Houthis control the port", "the military abandoned positions". */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

/* "Killed between 200 and 300 civilians": an object, for all its preposition. */
static void from_to(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t noun = t[i].head;

	if (t[i].deprel != SR_REL_CASE || i == r->from || i + 3 >= r->to ||
	    t[i + 1].upos != SR_UPOS_NUM || t[i + 3].upos != SR_UPOS_NUM ||
	    t[i - 1].upos != SR_UPOS_VERB || noun <= i + 3 || noun >= r->to ||
	    t[noun].head != i - 1 ||
	    (t[noun].deprel != SR_REL_OBL && t[noun].deprel != SR_REL_OBJ) ||
	    t[noun].xpos != SR_XPOS_NNS ||
	    !sr_repair_is(r, i, 'w'))
		return;
	t[noun].deprel = SR_REL_OBJ;
	t[i].deprel = SR_REL_ADVMOD;
	t[i].upos = SR_UPOS_ADV;
	t[i].head = i + 1;
}

/* "Were wounded in raids and mine explosions": the second beside the first, and
 * no second thing that happened. */
static void beside_noun(struct sr_repair *r, uint32_t i)
{
	const uint64_t clause = sr_rels(SR_REL_NSUBJ) | SR_REL_BIT(SR_REL_COP) |
				sr_rels(SR_REL_AUX) | sr_rels(SR_REL_CASE);
	struct sr_token *t = r->t;
	uint32_t verb = t[i].head;

	if (t[i].deprel != SR_REL_CONJ || verb >= i ||
	    t[verb].upos != SR_UPOS_VERB || sr_repair_hangs(r, i, clause))
		return;
	uint32_t cc = sr_repair_child(t, i, sr_rels(SR_REL_CC), r->from, r->to);
	if (cc == SR_NONE || cc < verb + 2 || cc >= i)
		return;
	uint32_t first = cc - 1;
	if (t[first].head == verb && t[first].xpos == SR_XPOS_NNS &&
	    t[i].xpos == SR_XPOS_NNS &&
	    (t[first].deprel == SR_REL_OBL || t[first].deprel == SR_REL_OBJ))
		t[i].head = first;
}

/* "The Houthis control the port", taken for a control by name: a plural name
 * right before it, what is controlled right behind. */
static void does_so(struct sr_repair *r, uint32_t i)
{
	const uint64_t what = sr_rels(SR_REL_APPOS) | SR_REL_BIT(SR_REL_OBJ) |
			      sr_rels(SR_REL_ADVMOD);
	struct sr_token *t = r->t;
	uint32_t who = i - 1;

	if (t[i].xpos != SR_XPOS_NN || i + 2 >= r->to ||
	    t[i].flags & SR_TOK_CAPITAL || t[who].upos != SR_UPOS_PROPN ||
	    t[who].head != i ||
	    !sr_repair_is(r, i, 'j') ||
	    (t[i + 1].upos != SR_UPOS_DET && t[i + 1].upos != SR_UPOS_PROPN &&
	     t[i + 1].upos != SR_UPOS_ADJ) ||
	    sr_repair_hangs(r, i, SR_REL_BIT(SR_REL_COP) | sr_rels(SR_REL_CASE)))
		return;
	uint32_t obj = sr_repair_child(t, i, what, i + 1, r->to);
	if (obj == SR_NONE || (t[obj].upos != SR_UPOS_NOUN &&
			       t[obj].upos != SR_UPOS_PROPN &&
			       t[obj].upos != SR_UPOS_ADJ))
		return;
	t[i].upos = SR_UPOS_VERB;
	t[i].xpos = SR_XPOS_VBP;
	for (uint32_t k = r->from; k < who; k++)
		if (t[k].head == i && (t[k].upos == SR_UPOS_DET ||
				       t[k].upos == SR_UPOS_ADJ))
			t[k].head = who;
	t[who].deprel = SR_REL_NSUBJ;
	t[obj].deprel = SR_REL_OBJ;
}

/* "In neighboring Chad": what the net takes for something that is done to Chad
 * is what Chad is like. */
static void like_a_land(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t land = sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBJ), i, r->to);
	unsigned rel = t[i].deprel;

	if (t[i].xpos != SR_XPOS_VBG || land == SR_NONE ||
	    (t[i - 1].head != i && t[i - 1].head != land) ||
	    (t[i - 1].deprel != SR_REL_MARK &&
	     t[i - 1].deprel != SR_REL_CASE) ||
	    (rel != SR_REL_ADVCL && rel != SR_REL_ACL &&
	     rel != SR_REL_XCOMP) ||
	    !sr_repair_is(r, i, 'a'))
		return;
	t[land].head = t[i].head;
	t[land].deprel = rel == SR_REL_ACL ? SR_REL_NMOD : SR_REL_OBL;
	for (uint32_t k = r->from; k < r->to; k++)
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

/* "The Russian military abandoned positions", taken for positions of the
 * military kind that somebody has abandoned: a sentence without a verb. */
static void the_military(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t noun = t[i].head, who = i - 1;

	if (t[i].deprel != SR_REL_AMOD || noun != i + 1 ||
	    t[noun].deprel != SR_REL_ROOT || i < r->from + 2 ||
	    t[who].head != noun || t[who].xpos != SR_XPOS_JJ ||
	    !sr_repair_is(r, who, 'y') ||
	    sr_repair_hangs(r, noun, sr_rels(SR_REL_NSUBJ) | SR_REL_BIT(SR_REL_COP)))
		return;
	for (uint32_t k = r->from; k < r->to; k++)
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

/* "A village called X" as "the village of X". */
static void town_called(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t town = t[i].head;

	if (t[i].deprel != SR_REL_ACL || town + 1 != i || i + 1 >= r->to ||
	    t[town].upos != SR_UPOS_NOUN ||
	    !sr_repair_is(r, i, 'k') ||
	    !sr_repair_is(r, town, 'q'))
		return;
	uint32_t name = i + 1;
	if (t[name].deprel == SR_REL_CASE) /* "known as X" */
		name = t[name].head;
	while (name + 1 < r->to && t[name].head > name && t[name].head != i &&
	       t[name].head < r->to)
		name = t[name].head;
	if (t[name].head != i || t[name].upos != SR_UPOS_PROPN)
		return;
	for (uint32_t k = r->from; k < r->to; k++)
		if (t[k].head == i)
			t[k].head = town;
	t[name].head = town;
	t[name].deprel = SR_REL_NMOD;
	t[i].head = name;
	t[i].deprel = SR_REL_CASE;
}

/* "An attack by X linked rebels": by the rebels, whatever X is to them. */
static void linked(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t noun = t[i].head, name = i - 1;

	if (t[i].deprel != SR_REL_AMOD || noun <= i || noun >= r->to ||
	    t[name].upos != SR_UPOS_PROPN ||
	    !sr_repair_is(r, i, 'l'))
		return;
	while (t[name].head < name && t[name].head >= r->from &&
	       (t[name].deprel == SR_REL_FLAT ||
		t[name].deprel == SR_REL_COMPOUND))
		name = t[name].head;
	uint32_t prep = sr_repair_child(t, name, SR_REL_BIT(SR_REL_CASE),
					r->from, name);
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
static void linked_apart(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t verb = t[i].head, noun = i + 1;

	if ((t[i].deprel != SR_REL_XCOMP && t[i].deprel != SR_REL_ADVCL) ||
	    verb >= i || noun >= r->to ||
	    !sr_repair_is(r, i, 'l'))
		return;
	uint32_t name = sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBL), verb, i);
	while (noun + 1 < r->to && t[noun].head > noun && t[noun].head != i)
		noun = t[noun].head;
	if (name == SR_NONE || noun >= r->to || t[noun].head != verb ||
	    t[noun].deprel != SR_REL_OBJ || t[name].upos != SR_UPOS_PROPN)
		return;
	uint32_t prep =
		sr_repair_child(t, name, SR_REL_BIT(SR_REL_CASE), verb, name);
	if (prep == SR_NONE || prep == r->from || t[prep - 1].head != verb ||
	    t[prep - 1].deprel != SR_REL_OBJ)
		return;
	t[noun].head = prep - 1;
	t[noun].deprel = SR_REL_NMOD;
	t[prep].head = noun;
	t[i].head = noun;
	t[i].deprel = SR_REL_AMOD;
}

/* "Reported damage in X and surrounding villages": no verb of its own. */
static void attribute(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t noun = i + 1, before = i - 2;

	if (t[i].xpos != SR_XPOS_VBG || t[i].deprel != SR_REL_CONJ ||
	    i < r->from + 3 || noun >= r->to || t[t[i].head].xpos == SR_XPOS_VBG ||
	    t[i - 1].xpos != SR_XPOS_CC || t[noun].xpos != SR_XPOS_NNS ||
	    t[noun].head != i || t[noun].deprel != SR_REL_OBJ ||
	    (t[before].upos != SR_UPOS_NOUN && t[before].upos != SR_UPOS_PROPN) ||
	    sr_repair_hangs(r, i, sr_rels(SR_REL_AUX)))
		return;
	t[noun].head = before;
	t[noun].deprel = SR_REL_CONJ;
	t[i - 1].head = noun;
	t[i].head = noun;
	t[i].deprel = SR_REL_AMOD;
}

static bool is_name(const struct sr_token *t)
{
	return t->upos == SR_UPOS_NOUN || t->upos == SR_UPOS_PROPN;
}

/* "The siege of the city of X by the army": the siege is. */
static void by_whom(struct sr_repair *r, uint32_t by)
{
	struct sr_token *t = r->t;
	uint32_t who = t[by].head, top = t[who].head;

	if (t[by].deprel != SR_REL_CASE || who <= by || !is_name(&t[who]) ||
	    t[who].deprel != SR_REL_NMOD || top >= by ||
	    !sr_str_is(sr_doc_text(r->doc, t[by].at), "by"))
		return;
	while (t[top].deprel == SR_REL_NMOD && t[top].head < top &&
	       (t[top].upos == SR_UPOS_PROPN || sr_repair_is(r, top, 'q')) &&
	       is_name(&t[t[top].head]))
		top = t[top].head;
	if (t[top].upos == SR_UPOS_NOUN)
		t[who].head = top;
}

void sr_repair_noun(struct sr_repair *r)
{
	for (uint32_t i = r->from + 1; i < r->to; i++) {
		if (r->t[i].upos == SR_UPOS_ADP) {
			from_to(r, i);
			by_whom(r, i);
		}
		if (r->t[i].upos == SR_UPOS_NOUN) {
			beside_noun(r, i);
			does_so(r, i);
		}
		if (r->t[i].upos != SR_UPOS_VERB)
			continue;
		like_a_land(r, i);
		if (sr_is_past(&r->t[i])) {
			the_military(r, i);
			town_called(r, i);
			linked(r, i);
			linked_apart(r, i);
		}
		attribute(r, i);
	}
}
