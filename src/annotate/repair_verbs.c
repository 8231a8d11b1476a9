/* "300 were killed and 150 taken prisoner": an object that stands right behind
 * the second of two verbs is that one's, though the net may give it to the
 * first; so is a participle behind a comma. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "ontology.h"

static void nearer_verb(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t first = i, head = t[i].head;

	if (t[i].deprel != SR_REL_OBJ || head >= i)
		return;
	while (first > from && t[first - 1].head == i)
		first--;
	if (first <= head + 1)
		return;
	const struct sr_token *verb = &t[first - 1];
	if (verb->upos == SR_UPOS_VERB && verb->deprel == SR_REL_CONJ &&
	    verb->head == head)
		t[i].head = first - 1;
}

/* "Raided the town and shelled the camp, killing four": what a participle behind
 * a comma tells followed from the last of the verbs. */
static void last_verb(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t head = t[i].head, meant = SR_NONE, did = SR_NONE;

	if (t[i].xpos != SR_XPOS_VBG || t[i].deprel != SR_REL_ADVCL ||
	    head >= i || i == from || t[i - 1].xpos != SR_XPOS_COMMA)
		return;
	for (uint32_t k = i - 1; k > head; k--)
		if (t[k].head == head && t[k].deprel == SR_REL_CONJ &&
		    t[k].upos == SR_UPOS_VERB && t[k].xpos == t[head].xpos) {
			t[i].head = k;
			return;
		}
	/* "vowed to punish men who shot down a jet, killing two": they did */
	if (t[head].deprel == SR_REL_XCOMP)
		meant = head;
	for (uint32_t k = head + 1; k < i; k++) {
		if (t[k].head == head && t[k].deprel == SR_REL_XCOMP)
			meant = k;
		else if (meant != SR_NONE && t[k].xpos == SR_XPOS_VBD &&
			 t[k].deprel == SR_REL_ACL_RELCL && t[k].head > meant)
			did = k;
	}
	if (did != SR_NONE)
		t[i].head = did;
}

/* "In the rebel-held east": the half behind the hyphen is an attribute of what
 * follows, and that stands where it stood. */
static void held_by(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t next = i + 1, half = i - 2;

	if (i < s->from + 3 || next >= s->to || t[i].xpos != SR_XPOS_VBN ||
	    t[i].deprel == SR_REL_AMOD || t[i].head >= i ||
	    t[i - 1].xpos != SR_XPOS_HYPH || t[half].upos != SR_UPOS_NOUN ||
	    (t[half].head != next && t[half].head != i) ||
	    t[next].head != i || t[next].upos != SR_UPOS_ADV ||
	    (next + 1 < s->to && t[next + 1].upos == SR_UPOS_PROPN))
		return;
	t[next].deprel = SR_REL_OBJ;
	for (uint32_t k = s->from; k < half; k++) {
		if (t[k].head != next && t[k].head != i)
			continue;
		t[k].head = next;
		if (t[k].deprel == SR_REL_CASE)
			t[next].deprel = SR_REL_OBL;
	}
	t[next].upos = SR_UPOS_NOUN;
	t[next].xpos = SR_XPOS_NN;
	t[next].head = t[i].head;
	t[half].head = i;
	t[i].head = next;
	t[i].deprel = SR_REL_AMOD;
}

static bool has_subject(const struct sr_token *t, uint32_t from, uint32_t i)
{
	return sr_repair_child(t, i,
			       SR_REL_BIT(SR_REL_NSUBJ) |
				       SR_REL_BIT(SR_REL_NSUBJ_PASS),
			       from, i) != SR_NONE;
}

/* "It does not end the battle; the army still holds": whoever stands between two
 * verbs of a row behind the first one's object does the second. */
static void own_subject(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t head = t[i].head, object = SR_NONE;

	if (t[i].deprel != SR_REL_CONJ || t[i].upos != SR_UPOS_VERB ||
	    head >= i || has_subject(t, from, i) || !has_subject(t, from, head))
		return;
	for (uint32_t k = head + 1; k < i; k++) {
		if (t[k].head != head)
			continue;
		if (t[k].deprel == SR_REL_OBJ || t[k].deprel == SR_REL_OBL)
			object = k;
		if (object != SR_NONE && t[k].deprel == SR_REL_NSUBJ)
			t[k].head = i;
	}
}

/* "Repelled two raids and the enemy lost nine men": what stands right before a
 * verb that has an object, and nobody else who does it, does it. */
static void row_subject(struct sr_token *t, const struct sr_sentence *s,
			uint32_t i)
{
	uint32_t noun = i - 1, object = i;

	if (i < s->from + 3 || t[i].xpos != SR_XPOS_VBD ||
	    t[i].deprel != SR_REL_CONJ || t[noun].deprel != SR_REL_CONJ ||
	    (t[noun].upos != SR_UPOS_PROPN && t[noun].xpos != SR_XPOS_NNS) ||
	    t[noun].head >= noun || t[noun].head <= t[i].head ||
	    t[t[noun].head].deprel != SR_REL_OBJ ||
	    has_subject(t, s->from, i))
		return;
	for (uint32_t k = i + 1; k < s->to && object == i; k++)
		if (t[k].head == i && t[k].deprel == SR_REL_OBJ)
			object = k;
	if (object == i)
		return;
	for (uint32_t k = t[noun].head + 1; k < noun; k++)
		if (t[k].head == noun && t[k].deprel == SR_REL_CC)
			t[k].head = i;
	t[noun].head = i;
	t[noun].deprel = SR_REL_NSUBJ;
}

/* "Our troops held; the enemy struck twice, dropped bombs": what goes on behind
 * a second main clause is that one's. */
static void later_clause(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t head = t[i].head;

	if (t[i].deprel != SR_REL_CONJ || t[i].upos != SR_UPOS_VERB ||
	    head >= i || has_subject(t, from, i))
		return;
	for (uint32_t k = i - 1; k > head; k--)
		if (t[k].head == head && t[k].deprel == SR_REL_PARATAXIS &&
		    t[k].upos == SR_UPOS_VERB && has_subject(t, from, k)) {
			t[i].head = k;
			return;
		}
}

/* "The invading army fled": an attribute, not a subject of its own. */
static void attribute(struct sr_token *t, uint32_t to, uint32_t i)
{
	if (t[i].xpos != SR_XPOS_VBG || i + 1 >= to ||
	    t[i].deprel != SR_REL_NSUBJ || t[i + 1].deprel != t[i].deprel ||
	    t[i + 1].head != t[i].head || t[i + 1].upos != SR_UPOS_NOUN)
		return;
	t[i].upos = SR_UPOS_ADJ;
	t[i].xpos = SR_XPOS_JJ;
	t[i].deprel = SR_REL_AMOD;
	t[i].head = i + 1;
}

/* "In operations carried out in Gao, nine were killed": of the operations. */
static void reduced_clause(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t noun = i - 1, head = t[i].head;

	if (i == from || (t[i].xpos != SR_XPOS_VBN && t[i].xpos != SR_XPOS_VBD) ||
	    t[i].deprel != SR_REL_ADVCL || head <= i ||
	    t[noun].upos != SR_UPOS_NOUN || t[noun].head != i ||
	    t[noun].deprel != SR_REL_OBL)
		return;
	t[noun].head = head;
	t[i].head = noun;
	t[i].deprel = SR_REL_ACL;
}

/* "Admitted that A had fallen, but denied that B had", "denied reports that they
 * fled, claiming": what was admitted or reported is no part of what follows. */
static void first_saying(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t later = t[i].head, first = t[later].head, mark = i;
	bool aside = t[later].deprel == SR_REL_ADVCL &&
		     t[later].xpos == SR_XPOS_VBG && later > from &&
		     t[later - 1].xpos == SR_XPOS_COMMA;

	if (t[i].deprel != SR_REL_CCOMP || later <= i ||
	    (t[later].deprel != SR_REL_CONJ && !aside) || first >= i ||
	    first < from)
		return;
	while (mark > first &&
	       !(t[mark].head == i && t[mark].deprel == SR_REL_MARK))
		mark--;
	if (mark == first)
		return;
	if (aside) {
		bool noun = t[mark - 1].head == first &&
			    t[mark - 1].upos == SR_UPOS_NOUN;
		t[i].head = noun ? mark - 1 : first;
		t[i].deprel = noun ? SR_REL_ACL : SR_REL_CCOMP;
		return;
	}
	for (uint32_t k = i + 1; k < later; k++)
		if (t[k].xpos == SR_XPOS_CC && t[k].head == later) {
			t[i].head = first;
			return;
		}
}

/* "That has been carpet-bombed": half a word that hangs where the other half
 * does belongs to it. */
static void halves(struct sr_token *t, uint32_t from, uint32_t i)
{
	if (i < from + 2 || t[i].upos != SR_UPOS_VERB || !sr_is_past(&t[i]) ||
	    t[i - 1].xpos != SR_XPOS_HYPH || t[i - 2].upos != SR_UPOS_NOUN ||
	    t[i - 2].head != t[i].head || t[i - 2].deprel != t[i].deprel ||
	    t[i].head == i)
		return;
	t[i - 2].head = t[i - 1].head = i;
	t[i - 2].deprel = SR_REL_COMPOUND;
}

/* "Were slain by gunmen": a participle is done, and is not what they are like. */
static void done(struct sr_token *t, uint32_t from, uint32_t i)
{
	bool cop = false;

	if (t[i].upos != SR_UPOS_VERB || t[i].xpos != SR_XPOS_VBN)
		return;
	for (uint32_t k = i; k-- > from;) {
		if (t[k].head != i)
			continue;
		if (t[k].deprel == SR_REL_COP) {
			t[k].deprel = SR_REL_AUX_PASS;
			cop = true;
		} else if (cop && t[k].deprel == SR_REL_NSUBJ) {
			t[k].deprel = SR_REL_NSUBJ_PASS;
		}
	}
}

/* "The city of Hit itself": no verb follows "of" but in -ing; a name. */
static void name_behind_of(struct sr_token *t, const struct sr_sentence *s,
			   uint32_t i)
{
	uint32_t above = t[i].head;

	if (i < s->from + 2 || t[i].upos != SR_UPOS_VERB ||
	    !(t[i].flags & SR_TOK_CAPITAL) || t[i].xpos == SR_XPOS_VBG ||
	    t[i - 1].head != i || t[i - 1].deprel != SR_REL_MARK ||
	    t[i - 1].upos != SR_UPOS_ADP || t[i - 2].xpos != SR_XPOS_NN ||
	    t[i - 2].head != above || above == i)
		return;
	for (uint32_t k = s->from; k < s->to; k++)
		if (t[k].head == i && k != i - 1) {
			t[k].head = above;
			if (t[k].deprel == SR_REL_OBJ)
				t[k].deprel = SR_REL_OBL_UNMARKED;
		}
	t[i - 1].deprel = SR_REL_CASE;
	t[i].upos = SR_UPOS_PROPN;
	t[i].xpos = SR_XPOS_NNP;
	t[i].head = i - 2;
	t[i].deprel = SR_REL_NMOD;
}

/* "The second city, Gondar, said": a capital between commas, behind a noun that
 * it stands for, is a name. */
static void name_apart(struct sr_token *t, const struct sr_sentence *s,
		       uint32_t i)
{
	if (i < s->from + 2 || i + 1 >= s->to || t[i].xpos != SR_XPOS_NN ||
	    !(t[i].flags & SR_TOK_CAPITAL) || t[i].deprel != SR_REL_APPOS ||
	    t[i - 1].xpos != SR_XPOS_COMMA || t[i + 1].xpos != SR_XPOS_COMMA ||
	    t[i - 2].upos != SR_UPOS_NOUN || t[i - 2].flags & SR_TOK_CAPITAL)
		return;
	t[i].upos = SR_UPOS_PROPN;
	t[i].xpos = SR_XPOS_NNP;
}

/* Has it before it what only a noun has? */
static bool is_nominal(const struct sr_token *t, const struct sr_sentence *s,
		       uint32_t i)
{
	const uint64_t rels = sr_rels(SR_REL_COP) | sr_rels(SR_REL_DET) |
			      sr_rels(SR_REL_CASE) | sr_rels(SR_REL_NUMMOD);

	return sr_repair_child(t, i, rels, s->from, i) != SR_NONE;
}

/* A number that a noun cannot have behind it: an object too. */
static bool is_counting(const struct sr_token *t, uint32_t i)
{
	return t[i + 1].head == i && t[i + 1].deprel == SR_REL_FLAT &&
	       t[i + 1].upos == SR_UPOS_NUM;
}

static bool has_object(const struct sr_token *t, const struct sr_sentence *s,
		       uint32_t i)
{
	return sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBJ), i, s->to) !=
		       SR_NONE ||
	       is_counting(t, i);
}

/* "Attacks in X force 13,000 to flee": what has a subject before it and an
 * object and an infinitive behind is no noun. */
static void acts(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	if (t[i].xpos != SR_XPOS_NN || t[i].flags & SR_TOK_CAPITAL ||
	    i + 2 >= s->to || i == s->from || !has_object(t, s, i) ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_XCOMP), i, s->to) ==
		    SR_NONE ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_NSUBJ), s->from, i) ==
		    SR_NONE ||
	    is_nominal(t, s, i))
		return;
	t[i].upos = SR_UPOS_VERB;
	t[i].xpos = SR_XPOS_VBP;
	if (is_counting(t, i))
		t[i + 1].deprel = SR_REL_OBJ;
}

/* "The military claims": what has an article or an owner and stands before a verb
 * without a subject is the subject. */
static void unsaid_noun(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t verb = i + 1;

	if (t[i].upos != SR_UPOS_ADJ || t[i].deprel != SR_REL_AMOD ||
	    t[i].head != verb || t[verb].upos != SR_UPOS_VERB ||
	    t[verb].xpos == SR_XPOS_VBG || t[verb].xpos == SR_XPOS_VBN ||
	    has_subject(t, from, verb) ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_DET) |
				    SR_REL_BIT(SR_REL_NMOD_POSS), from, i) ==
		    SR_NONE)
		return;
	t[i].upos = SR_UPOS_NOUN;
	t[i].xpos = SR_XPOS_NN;
	t[i].deprel = SR_REL_NSUBJ;
}

/* "Retaking the town will take months": what stands behind the verb that is the
 * subject is not a subject beside it. */
static void object_of_subject(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t verb = t[i].head, k = i;

	if (t[i].deprel != SR_REL_NSUBJ || verb <= i)
		return;
	while (k > from && (t[k - 1].head == i || t[t[k - 1].head].head == i))
		k--;
	if (k == from || t[k - 1].xpos != SR_XPOS_VBG ||
	    t[k - 1].deprel != SR_REL_CSUBJ || t[k - 1].head != verb)
		return;
	t[i].head = k - 1;
	t[i].deprel = SR_REL_OBJ;
}

/* "Two killed in X; army shells Y": a plural with an object, and with somebody
 * right before it, is what he does. */
static void does(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	if (t[i].xpos != SR_XPOS_NNS || i == s->from || i + 1 >= s->to ||
	    t[i - 1].head != i || t[i - 1].deprel != SR_REL_COMPOUND ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBJ), i, s->to) ==
		    SR_NONE ||
	    is_nominal(t, s, i))
		return;
	t[i].upos = SR_UPOS_VERB;
	t[i].xpos = SR_XPOS_VBZ;
	t[i - 1].deprel = SR_REL_NSUBJ;
}

/* "X bombs Y, Z fires rockets": a verb of its own is no subject. */
static void two_clauses(struct sr_token *t, const struct sr_sentence *s,
			uint32_t i)
{
	uint32_t verb = t[i].head;

	if (t[i].deprel != SR_REL_NSUBJ || verb <= i || verb >= s->to ||
	    t[verb].upos != SR_UPOS_VERB ||
	    (t[i].xpos != SR_XPOS_VBZ && t[i].xpos != SR_XPOS_VBD &&
	     t[i].xpos != SR_XPOS_VBP) ||
	    sr_repair_child(t, i, sr_rels(SR_REL_NSUBJ), s->from, i) == SR_NONE)
		return;
	uint32_t who = sr_repair_child(t, verb, sr_rels(SR_REL_NSUBJ), i + 1,
				       verb);
	for (uint32_t k = i + 1; who != SR_NONE && k < who; k++)
		if (t[k].upos == SR_UPOS_PUNCT)
			t[i].deprel = SR_REL_PARATAXIS;
}

/* "Libya's internationally recognised government": what stands between an owner
 * and the noun is what the noun is like. */
static void described(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	if (i < s->from + 2 || i + 1 >= s->to || t[i].upos != SR_UPOS_VERB ||
	    (t[i].xpos != SR_XPOS_VBN && t[i].xpos != SR_XPOS_VBD) ||
	    t[i - 1].xpos != SR_XPOS_RB || t[i - 2].xpos != SR_XPOS_POS ||
	    t[i + 1].upos != SR_UPOS_NOUN)
		return;
	if (t[i + 1].head == i) { /* "forces loyal to Libya's ..." */
		if (t[i].head == i)
			return;
		t[i + 1].head = t[i].head;
		t[i + 1].deprel = SR_REL_NMOD;
	}
	t[i].head = i + 1;
	t[i].deprel = SR_REL_AMOD;
	t[i - 1].head = i;
}

/* "They captured X village, located east of Y": read as what X is like, beside a
 * participle for the statement. What has a subject of its own is the verb, and
 * the noun behind it its object. */
static void takes(struct sr_token *t, const struct sr_sentence *s, uint32_t i)
{
	uint32_t noun = t[i].head, over;

	if (t[i].upos != SR_UPOS_VERB || t[i].deprel != SR_REL_AMOD ||
	    noun <= i || !has_subject(t, s->from, i))
		return;
	over = t[noun].head;
	bool apart = over > noun && (t[over].xpos == SR_XPOS_VBN ||
		      t[over].xpos == SR_XPOS_VBD) &&
		     t[over - 1].xpos == SR_XPOS_COMMA;
	if (!apart || t[over].head != over)
		return;
	t[i].head = i;
	t[i].deprel = t[over].deprel;
	t[over].head = noun;
	t[over].deprel = SR_REL_ACL;
	t[noun].head = i;
	t[noun].deprel = SR_REL_OBJ;
	for (uint32_t k = over + 1; k + 1 < s->to; k++) /* ", on 9 April" */
		if (t[k].xpos == SR_XPOS_COMMA && t[t[k].head].head == over)
			t[t[k].head].head = i;
}

/* "Denied there had been deaths, and accused the rebels of it": he did, who
 * denied. */
static void beyond_there(struct sr_token *t, uint32_t from, uint32_t i)
{
	uint32_t was = t[i].head, said = t[was].head;

	if (t[i].deprel != SR_REL_CONJ || t[was].deprel != SR_REL_CCOMP ||
	    (t[i].xpos != SR_XPOS_VBD && t[i].xpos != SR_XPOS_VBN) ||
	    said >= was || was >= i ||
	    sr_repair_child(t, i, sr_rels(SR_REL_AUX), was, i) != SR_NONE ||
	    sr_repair_child(t, was, SR_REL_BIT(SR_REL_EXPL), from, i) ==
		    SR_NONE ||
	    has_subject(t, from, i))
		return;
	t[i].head = said;
}

/* "Ten were killed in a raid carried out by the army, he said", where both
 * participles are taken for what was said: the raid was. */
static void carried_out(struct sr_token *t, const struct sr_sentence *s,
			uint32_t i)
{
	const uint64_t own = sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_AUX) |
			     sr_rels(SR_REL_CC) | SR_REL_BIT(SR_REL_MARK) |
			     SR_REL_BIT(SR_REL_OBJ) | SR_REL_BIT(SR_REL_XCOMP);
	uint32_t said = t[i].head, noun = i - 1;

	if (t[i].deprel != SR_REL_CCOMP || said < i || i < s->from + 3 ||
	    t[noun].upos != SR_UPOS_NOUN || t[noun].deprel != SR_REL_OBL)
		return;
	uint32_t verb = t[noun].head;
	if (verb >= noun || t[verb].head != said ||
	    t[verb].deprel != SR_REL_CCOMP ||
	    sr_repair_child(t, i, own, s->from, s->to) != SR_NONE ||
	    sr_repair_child(t, i, SR_REL_BIT(SR_REL_OBL_AGENT), i, s->to) ==
		    SR_NONE)
		return;
	t[i].head = noun;
	t[i].deprel = SR_REL_ACL;
	t[i].xpos = SR_XPOS_VBN;
}

void sr_repair_verbs(struct sr_doc *doc, const struct sr_sentence *s)
{
	for (uint32_t i = s->from; i < s->to; i++) {
		name_behind_of(doc->tokens.items, s, i);
		name_apart(doc->tokens.items, s, i);
		done(doc->tokens.items, s->from, i);
		halves(doc->tokens.items, s->from, i);
		first_saying(doc->tokens.items, s->from, i);
		nearer_verb(doc->tokens.items, s->from, i);
		last_verb(doc->tokens.items, s->from, i);
		attribute(doc->tokens.items, s->to, i);
		row_subject(doc->tokens.items, s, i);
		own_subject(doc->tokens.items, s->from, i);
		later_clause(doc->tokens.items, s->from, i);
		reduced_clause(doc->tokens.items, s->from, i);
		held_by(doc->tokens.items, s, i);
		object_of_subject(doc->tokens.items, s->from, i);
		if (i + 1 < s->to)
			unsaid_noun(doc->tokens.items, s->from, i);
		if (doc->tokens.items[i].upos == SR_UPOS_NOUN) {
			acts(doc->tokens.items, s, i);
			does(doc->tokens.items, s, i);
		}
		if (doc->tokens.items[i].upos == SR_UPOS_VERB) {
			two_clauses(doc->tokens.items, s, i);
			beyond_there(doc->tokens.items, s->from, i);
			carried_out(doc->tokens.items, s, i);
			described(doc->tokens.items, s, i);
			takes(doc->tokens.items, s, i);
		}
	}
}
