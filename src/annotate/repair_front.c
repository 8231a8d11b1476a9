/* "In Aleppo, four people, among them a child, were killed": where a comma
 * parts what opens the sentence from its subject, the net may take the one for
 * another name of the other and leave the verb without a subject. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "ontology.h"

static bool has(const struct sr_repair *f, uint32_t i, unsigned rel)
{
	return sr_repair_child(f->t, i, SR_REL_BIT(rel), f->from, f->to) !=
	       SR_NONE;
}

/* The first token of what hangs on i, as far as it goes without a gap. */
static uint32_t begin_of(const struct sr_repair *f, uint32_t i)
{
	uint32_t from = i;

	while (from > f->from &&
	       (f->t[from - 1].head == i ||
	        (f->t[from - 1].head < i && f->t[from - 1].head >= f->from &&
	         f->t[f->t[from - 1].head].head == i &&
	         f->t[from - 1].upos != SR_UPOS_PUNCT)) &&
	       f->t[from - 1].upos != SR_UPOS_PUNCT)
		from--;
	return from;
}

/* Is i a verb told of without anybody that does it? */
static bool lacks_subject(const struct sr_repair *f, uint32_t i)
{
	return f->t[i].upos == SR_UPOS_VERB && !has(f, i, SR_REL_NSUBJ) &&
	       !has(f, i, SR_REL_NSUBJ_PASS) && !has(f, i, SR_REL_CSUBJ) &&
	       !has(f, i, SR_REL_EXPL) &&
	       (has(f, i, SR_REL_AUX_PASS) || has(f, i, SR_REL_AUX) ||
	        f->t[i].xpos == SR_XPOS_VBD);
}

static void give_subject(struct sr_repair *f, uint32_t a)
{
	struct sr_token *t = &f->t[a];
	uint32_t place = t->head;

	/* "in a strike in X, a man was killed" */
	while (place < a && f->t[place].deprel == SR_REL_NMOD &&
	       f->t[place].head < place && f->t[place].head >= f->from)
		place = f->t[place].head;
	uint32_t verb = f->t[place].head;
	if (place >= a || verb <= a || verb >= f->to || place > f->from + 4 ||
	    f->t[place].deprel != SR_REL_OBL || !lacks_subject(f, verb))
		return;
	uint32_t begin = begin_of(f, a);
	if (begin == f->from || f->t[begin - 1].xpos != SR_XPOS_COMMA ||
	    !(has(f, a, SR_REL_NUMMOD) || has(f, a, SR_REL_DET) ||
	      t->xpos == SR_XPOS_NNS))
		return;
	t->head = verb;
	t->deprel = has(f, verb, SR_REL_AUX_PASS) ? SR_REL_NSUBJ_PASS
						  : SR_REL_NSUBJ;
}

/* What hangs on `was` behind `first` as one of its row hangs on that one. */
static void hand_over(struct sr_repair *f, uint32_t was, uint32_t first,
		      uint32_t verb)
{
	for (uint32_t k = first + 1; k < verb; k++)
		if (f->t[k].head == was && f->t[k].deprel == SR_REL_CONJ)
			f->t[k].head = first;
}

/* "In Taiz, soldiers and gunmen shot four people, officials said": a row of
 * which the place is made the first is the subject of the verb behind it. */
static void part_row(struct sr_repair *f, uint32_t verb)
{
	uint32_t first = SR_NONE, last = verb - 1;
	uint32_t place = f->t[last].head;

	if (f->t[last].deprel != SR_REL_CONJ || place >= last ||
	    place > f->from + 4 || f->t[place].head != verb ||
	    f->t[place].deprel != SR_REL_OBL ||
	    f->t[place].upos != SR_UPOS_PROPN || !lacks_subject(f, verb))
		return;
	for (uint32_t k = place + 1; k < last && first == SR_NONE; k++)
		if (f->t[k].head == place && f->t[k].deprel == SR_REL_CONJ &&
		    f->t[k].xpos == SR_XPOS_NNS &&
		    f->t[begin_of(f, k) - 1].xpos == SR_XPOS_COMMA)
			first = k;
	if (first == SR_NONE)
		return;
	f->t[first].head = verb;
	f->t[first].deprel = SR_REL_NSUBJ;
	hand_over(f, place, first, verb);
}

/* "Throughout the campaign, 64 soldiers, 13 volunteers and a nurse were killed":
 * a noun behind a preposition is no subject and not the first of the row that
 * a comma parts off. */
static void part_opener(struct sr_repair *f, uint32_t verb)
{
	uint32_t noun = SR_NONE, first = SR_NONE;
	unsigned subject = SR_REL_NSUBJ_PASS;

	if (!has(f, verb, SR_REL_AUX_PASS))
		subject = SR_REL_NSUBJ;
	for (uint32_t k = f->from + 1; k < verb; k++) {
		if (f->t[k].head == verb && has(f, k, SR_REL_CASE) &&
		    f->t[k].upos == SR_UPOS_NOUN &&
		    (f->t[k].deprel == subject || f->t[k].deprel == SR_REL_OBL))
			noun = k;
		else if (noun != SR_NONE && first == SR_NONE &&
			 f->t[k].xpos == SR_XPOS_NNS &&
			 has(f, k, SR_REL_NUMMOD) &&
			 f->t[begin_of(f, k) - 1].xpos == SR_XPOS_COMMA &&
			 ((f->t[k].head == noun && f->t[noun].deprel == subject &&
			   f->t[k].deprel == SR_REL_CONJ) ||
			  (f->t[k].head == verb && f->t[k].deprel == subject)))
			first = k;
	}
	if (first == SR_NONE)
		return;
	f->t[noun].deprel = SR_REL_OBL;
	f->t[first].head = verb;
	f->t[first].deprel = (uint8_t)subject;
	hand_over(f, noun, first, verb);
}

/* "In Ganja one civilian was killed": no Ganja civilian. */
static void part_place(struct sr_repair *f)
{
	struct sr_token *t = f->t + f->from;

	if (f->from + 5 > f->to || t[0].upos != SR_UPOS_ADP ||
	    t[1].upos != SR_UPOS_PROPN || t[2].upos != SR_UPOS_NUM)
		return;
	uint32_t noun = t[2].head, verb = f->t[noun].head;
	if (noun < f->from + 3 || t[2].deprel != SR_REL_NUMMOD ||
	    (t[0].head != noun && t[0].head != f->from + 1) ||
	    t[1].head != noun ||
	    f->t[noun].upos != SR_UPOS_NOUN || verb <= noun ||
	    verb >= f->to || f->t[verb].upos != SR_UPOS_VERB ||
	    (f->t[noun].deprel != SR_REL_NSUBJ &&
	     f->t[noun].deprel != SR_REL_NSUBJ_PASS &&
	     f->t[noun].deprel != SR_REL_OBL))
		return;
	t[0].head = f->from + 1;
	t[1].head = verb;
	t[1].deprel = SR_REL_OBL;
	if (f->t[noun].deprel == SR_REL_OBL && lacks_subject(f, verb))
		f->t[noun].deprel = has(f, verb, SR_REL_AUX_PASS)
					    ? SR_REL_NSUBJ_PASS
					    : SR_REL_NSUBJ;
}

/* "A group linked to X, Y, claimed the raid": the net may tell of the first
 * verb; a preposition stands right behind it and the second has no subject. */
static void reduced(struct sr_repair *f, uint32_t i)
{
	struct sr_token *t = &f->t[i];
	uint32_t verb = t->head, noun = i - 1;

	if (t->upos != SR_UPOS_VERB || t->deprel != SR_REL_CCOMP ||
	    (t->xpos != SR_XPOS_VBD && t->xpos != SR_XPOS_VBN) || verb <= i ||
	    verb >= f->to || t[1].upos != SR_UPOS_ADP ||
	    f->t[noun].head != i || f->t[noun].deprel != SR_REL_NSUBJ ||
	    f->t[noun].upos == SR_UPOS_PRON || !lacks_subject(f, verb) ||
	    !has(f, verb, SR_REL_OBJ) || has(f, i, SR_REL_AUX) ||
	    has(f, i, SR_REL_MARK))
		return;
	t->xpos = SR_XPOS_VBN;
	t->head = noun;
	t->deprel = SR_REL_ACL;
	f->t[noun].head = verb;
	f->t[noun].deprel = SR_REL_NSUBJ;
}

/* "A man who asked not to be named said that": what is said is told, and has
 * been done to nobody. */
static void says(struct sr_repair *f, uint32_t i)
{
	struct sr_token *t = &f->t[i];

	if (t->xpos != SR_XPOS_VBN || t->head != i ||
	    has(f, i, SR_REL_AUX_PASS) || has(f, i, SR_REL_AUX) ||
	    !has(f, i, SR_REL_NSUBJ_PASS) || !has(f, i, SR_REL_CCOMP))
		return;
	t->xpos = SR_XPOS_VBD;
	for (uint32_t k = f->from; k < f->to; k++)
		if (f->t[k].head == i && f->t[k].deprel == SR_REL_NSUBJ_PASS)
			f->t[k].deprel = SR_REL_NSUBJ;
}

/* "Soldiers abducted nine men, survivors told the paper": of two subjects of
 * one verb of which the first stands before what is told, it is that one's. */
static void two_subjects(struct sr_repair *f, uint32_t i)
{
	uint32_t verb = f->t[i].head, first = i;

	/* or of the noun: "soldiers [who were] abducted nine men, survivors" */
	if (f->t[i].deprel == SR_REL_ACL && verb + 1 == i &&
	    f->t[verb].deprel == SR_REL_NSUBJ && !has(f, i, SR_REL_OBL_AGENT))
		verb = f->t[verb].head;
	else if (f->t[i].deprel != SR_REL_CCOMP)
		return;
	if (verb <= i || verb >= f->to || has(f, i, SR_REL_NSUBJ) ||
	    has(f, i, SR_REL_NSUBJ_PASS) || has(f, i, SR_REL_MARK))
		return;
	bool second = false;
	for (uint32_t k = f->from; k < verb; k++) {
		if (f->t[k].head != verb || f->t[k].deprel != SR_REL_NSUBJ)
			continue;
		if (k < i && first == i)
			first = k;
		second |= k > i;
	}
	if (first == i || !second)
		return;
	f->t[first].head = i;
	f->t[i].head = verb;
	f->t[i].deprel = SR_REL_CCOMP;
	if (f->t[i].xpos == SR_XPOS_VBN && !has(f, i, SR_REL_AUX) &&
	    !has(f, i, SR_REL_AUX_PASS))
		f->t[i].xpos = SR_XPOS_VBD;
}

/* "Gunmen believed to be herders killed nine, the governor said": what they are
 * believed to be tells of them, what they did is told. */
static void believed(struct sr_repair *f, uint32_t i)
{
	struct sr_token *t = &f->t[i];

	if (t->deprel != SR_REL_CCOMP || !has(f, i, SR_REL_OBJ) ||
	    has(f, i, SR_REL_NSUBJ) || has(f, i, SR_REL_AUX) ||
	    has(f, i, SR_REL_AUX_PASS) || has(f, i, SR_REL_MARK) ||
	    has(f, i, SR_REL_CC) ||
	    (t->xpos != SR_XPOS_VBD && t->xpos != SR_XPOS_VBN))
		return;
	for (uint32_t j = f->from + 1; j < i; j++) {
		struct sr_token *b = &f->t[j];
		if (b->head != t->head || b->deprel != SR_REL_CCOMP ||
		    (b->xpos != SR_XPOS_VBD && b->xpos != SR_XPOS_VBN) ||
		    f->t[j - 1].head != j ||
		    f->t[j - 1].deprel != SR_REL_NSUBJ ||
		    !has(f, j, SR_REL_XCOMP) || has(f, j, SR_REL_OBJ))
			continue;
		f->t[j - 1].head = i;
		b->head = j - 1;
		b->deprel = SR_REL_ACL;
		b->xpos = SR_XPOS_VBN;
		t->xpos = SR_XPOS_VBD;
		return;
	}
}

/* "The raiders, suspected to be herders, attacked X": the same between commas,
 * where the net makes what they are believed to be the statement. */
static void held_to_be(struct sr_repair *f, uint32_t i)
{
	struct sr_token *t = f->t;
	uint32_t b = t[i].head;

	if (t[i].deprel != SR_REL_XCOMP || b >= i || b < f->from + 2 ||
	    !sr_is_past(&t[i]) || t[i - 1].xpos != SR_XPOS_COMMA ||
	    t[b].upos != SR_UPOS_VERB || t[b - 1].xpos != SR_XPOS_COMMA ||
	    has(f, b, SR_REL_AUX) || has(f, b, SR_REL_AUX_PASS) ||
	    has(f, i, SR_REL_AUX_PASS))
		return;
	uint32_t who = sr_repair_child(t, b, sr_rels(SR_REL_NSUBJ), f->from, b);
	if (who == SR_NONE)
		who = sr_repair_child(t, i, SR_REL_BIT(SR_REL_NSUBJ), f->from,
				      b);
	uint32_t what = sr_repair_child(t, b, SR_REL_BIT(SR_REL_XCOMP), b, i);
	if (who == SR_NONE || what == SR_NONE || !has(f, what, SR_REL_COP))
		return;
	t[i].head = t[b].head == b ? i : t[b].head;
	t[i].deprel = t[b].deprel;
	t[i].xpos = SR_XPOS_VBD;
	for (uint32_t k = f->from; k < f->to; k++)
		if (t[k].head == b && (k > i || k < who) && k != b)
			t[k].head = i;
	t[who].head = i;
	t[who].deprel = SR_REL_NSUBJ;
	t[b].head = who;
	t[b].deprel = SR_REL_ACL;
	t[b].xpos = SR_XPOS_VBN;
}

/* "11:45 The governor says": an hour in front says nothing; what the parser
 * takes for another name of it does. */
static void part_hour(struct sr_repair *f)
{
	uint32_t hour = f->from, verb = f->t[hour].head;

	if (f->t[hour].upos != SR_UPOS_NUM ||
	    f->t[hour].deprel != SR_REL_NSUBJ || verb <= hour)
		return;
	for (uint32_t k = hour + 1; k < verb; k++) {
		if (f->t[k].head != hour || f->t[k].deprel != SR_REL_APPOS)
			continue;
		f->t[k].head = verb;
		f->t[k].deprel = SR_REL_NSUBJ;
		f->t[hour].deprel = SR_REL_OBL_UNMARKED;
		return;
	}
}

/* "On Saturday Nigeria's air force said": what opens the sentence behind a
 * preposition is no part of a subject, which has none. */
static void part_opening(struct sr_repair *f)
{
	uint32_t in = f->from, noun = in + 1;

	if (noun + 1 >= f->to || f->t[in].upos != SR_UPOS_ADP ||
	    f->t[in].deprel != SR_REL_CASE ||
	    f->t[noun].upos != SR_UPOS_PROPN)
		return;
	uint32_t subject = f->t[noun].head;
	if (subject <= noun ||
	    (f->t[in].head != noun && f->t[in].head != subject) ||
	    (f->t[noun].deprel != SR_REL_NMOD_POSS &&
	     f->t[noun].deprel != SR_REL_COMPOUND &&
	     f->t[noun].deprel != SR_REL_NMOD_UNMARKED) ||
	    (f->t[subject].deprel != SR_REL_NSUBJ &&
	     f->t[subject].deprel != SR_REL_NSUBJ_PASS))
		return;
	if (f->t[in].head == subject && has(f, noun, SR_REL_CASE))
		return; /* "In Syria's north rebels" */
	f->t[in].head = noun;
	f->t[noun].head = f->t[subject].head;
	f->t[noun].deprel = SR_REL_OBL;
}

/* "Days after a delegation led by X visited Aden": who visited, and not when;
 * between the word that opens the clause and its verb. */
static void held_back(struct sr_repair *f, uint32_t verb)
{
	uint32_t mark = verb;

	if (f->t[verb].deprel != SR_REL_ADVCL || f->t[verb].head >= verb ||
	    !lacks_subject(f, verb))
		return;
	for (uint32_t k = f->t[verb].head + 1; k < verb && mark == verb; k++)
		if (f->t[k].head == verb && f->t[k].deprel == SR_REL_MARK)
			mark = k;
	for (uint32_t k = mark + 1; k < verb; k++) {
		struct sr_token *t = &f->t[k];
		if (t->head != f->t[verb].head || t->deprel != SR_REL_OBL ||
		    has(f, k, SR_REL_CASE) ||
		    (t->upos != SR_UPOS_NOUN && t->upos != SR_UPOS_PROPN))
			continue;
		t->head = verb;
		t->deprel = has(f, verb, SR_REL_AUX_PASS) ? SR_REL_NSUBJ_PASS
							  : SR_REL_NSUBJ;
		return;
	}
}

/* "The director for the East, Ann Bell, said": two subjects of one verb are two
 * names of one, where commas part the second off. */
static void two_names(struct sr_repair *f, uint32_t i)
{
	struct sr_token *t = &f->t[i];
	uint32_t begin = begin_of(f, i), verb = t->head;

	if (t->deprel != SR_REL_NSUBJ || verb <= i || begin == f->from ||
	    f->t[begin - 1].xpos != SR_XPOS_COMMA ||
	    f->t[verb - 1].xpos != SR_XPOS_COMMA)
		return;
	for (uint32_t k = begin; k-- > f->from;)
		if (f->t[k].head == verb && f->t[k].deprel == SR_REL_NSUBJ &&
		    f->t[k].upos == SR_UPOS_NOUN) {
			t->head = k;
			t->deprel = SR_REL_APPOS;
			return;
		}
}

/* "The commissioner, Maj Gen John Lunu,": a rank is no name of its own beside
 * what follows it. */
static void rank_apart(struct sr_repair *f, uint32_t i)
{
	if (f->t[i].deprel != SR_REL_APPOS || f->t[i + 1].upos != SR_UPOS_PROPN)
		return;
	for (uint32_t k = i + 1; k < f->to && k < i + 4; k++) {
		if (f->t[k].head != f->t[i].head ||
		    f->t[k].deprel != SR_REL_APPOS || begin_of(f, k) != i + 1)
			continue;
		f->t[i].head = k;
		f->t[i].deprel = SR_REL_NMOD_DESC;
		return;
	}
}

/* "Capturing the junction would sever the link": a statement, in which what
 * stands behind the verb is no subject; that is what stands first. */
static void gerund(struct sr_repair *f)
{
	uint32_t i = f->from, object = f->t[i].head, verb = f->t[object].head;

	if (f->t[i].xpos != SR_XPOS_VBG || f->t[i].deprel != SR_REL_ACL)
		return;
	if (f->t[object].xpos == SR_XPOS_VB)
		f->t[i].deprel = SR_REL_CSUBJ;
	bool would = false;
	for (uint32_t k = i; k < verb && k < f->to; k++)
		would |= f->t[k].head == verb &&
			 f->t[k].deprel == SR_REL_AUX;
	if (f->t[object].xpos == SR_XPOS_VB ||
	    f->t[object].deprel != SR_REL_NSUBJ || verb <= i ||
	    object <= verb || f->t[verb].xpos != SR_XPOS_VB || !would ||
	    has(f, verb, SR_REL_OBJ))
		return;
	f->t[i].head = verb;
	f->t[i].deprel = SR_REL_CSUBJ;
	f->t[object].deprel = SR_REL_OBJ;
}

/* "Strikes on the port city Aden": the preposition is the name's. */
static void called(struct sr_repair *f, uint32_t i)
{
	uint32_t noun = i - 1;

	if (f->t[noun].upos != SR_UPOS_NOUN || f->t[noun].head != i ||
	    f->t[noun].deprel != SR_REL_NMOD)
		return;
	for (uint32_t k = f->from; k < noun; k++)
		if (f->t[k].head == noun && f->t[k].deprel == SR_REL_CASE) {
			f->t[k].head = i;
			f->t[noun].deprel = SR_REL_COMPOUND;
			return;
		}
}

/* "Following the raid, remaining units left": what is like that are they. */
static void like_that(struct sr_repair *f, uint32_t i)
{
	uint32_t verb = f->t[i].head;

	if (f->t[i].xpos != SR_XPOS_VBG || f->t[i].deprel != SR_REL_ADVCL ||
	    verb <= i + 1 || verb >= f->to || !lacks_subject(f, verb) ||
	    (i > f->from && f->t[i - 1].xpos != SR_XPOS_COMMA))
		return;
	uint32_t who = verb - 1;
	while (who > i && (f->t[who].upos == SR_UPOS_AUX ||
			   f->t[who].upos == SR_UPOS_ADV))
		who--;
	if (f->t[who].head != i || f->t[who].deprel != SR_REL_OBJ ||
	    f->t[who].xpos != SR_XPOS_NNS)
		return;
	for (uint32_t k = i + 1; k < who; k++)
		if (f->t[k].upos == SR_UPOS_DET || f->t[k].upos == SR_UPOS_PUNCT)
			return;
	f->t[who].head = verb;
	f->t[who].deprel = has(f, verb, SR_REL_AUX_PASS) ? SR_REL_NSUBJ_PASS
							 : SR_REL_NSUBJ;
	f->t[i].head = who;
	f->t[i].deprel = SR_REL_AMOD;
}

void sr_repair_front(struct sr_repair *f)
{
	if (f->from < f->to)
		gerund(f);
	part_place(f);
	part_hour(f);
	part_opening(f);
	for (uint32_t i = f->from + 1; i + 1 < f->to; i++) {
		if (f->t[i].upos != SR_UPOS_VERB)
			continue;
		reduced(f, i);
		like_that(f, i);
		says(f, i);
		two_subjects(f, i);
		believed(f, i);
		held_to_be(f, i);
		held_back(f, i);
		part_row(f, i);
		part_opener(f, i);
	}
	for (uint32_t i = f->from + 2; i + 1 < f->to; i++)
		if (f->t[i].upos == SR_UPOS_PROPN) {
			two_names(f, i);
			called(f, i);
			rank_apart(f, i);
		}
	for (uint32_t i = f->from + 2; i < f->to && i < f->from + 16; i++)
		if (f->t[i].deprel == SR_REL_APPOS &&
		    f->t[i].upos == SR_UPOS_NOUN)
			give_subject(f, i);
}
