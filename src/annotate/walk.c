#include "annotate/walk.h"

#include "annotate/misread.h"

#include "base/str.h"

#include "ontology.h"

/* Chains of heads are no longer than a sentence; this bounds a walk that a
 * broken tree would make endless. */
#define MOST_STEPS 32

bool sr_is_verb(const struct sr_tree *t, uint32_t i)
{
	unsigned x = t->token[i].xpos;

	return t->token[i].upos == SR_UPOS_VERB || sr_is_misread(t, i) ||
	       (t->token[i].upos == SR_UPOS_AUX &&
	        !sr_rel_is(t, i, SR_REL_AUX) && !sr_rel_is(t, i, SR_REL_COP)) ||
	       (t->token[i].upos == SR_UPOS_ADJ &&
	        (x == SR_XPOS_VBN || x == SR_XPOS_VBG));
}

bool sr_is_noun(const struct sr_tree *t, uint32_t i)
{
	unsigned u = t->token[i].upos;

	return u == SR_UPOS_NOUN || u == SR_UPOS_PROPN || u == SR_UPOS_PRON ||
	       u == SR_UPOS_NUM;
}

static bool has_own_aux(const struct sr_tree *t, uint32_t i)
{
	return t->rels[i] & SR_REL_BIT(SR_REL_AUX);
}

static bool is_passive(const struct sr_tree *t, uint32_t i)
{
	if (sr_has_object_alone(t, i) || sr_is_misread(t, i))
		return false;
	if (!sr_has_passive_mark(t, i) && sr_bare_object(t, i) != SR_NONE)
		return false;
	/* "was killed", whatever relation the subject was given */
	if (t->rels[i] & SR_REL_BIT(SR_REL_AUX_PASS))
		return true;
	SR_CHILDREN(t, i, c) {
		unsigned r = t->token[c].deprel;
		if (r == SR_REL_NSUBJ_PASS || r == SR_REL_OBL_AGENT ||
		    r == SR_REL_CSUBJ_PASS)
			return true;
		/* "soldiers taken prisoner": the object is no object */
		if (r == SR_REL_OBJ && t->token[i].xpos == SR_XPOS_VBN &&
		    t->token[i].deprel == SR_REL_ACL)
			continue;
		if (r == SR_REL_NSUBJ || r == SR_REL_OBJ)
			return false;
	}
	if (!sr_is_past(&t->token[i]))
		return false;
	switch (t->token[i].deprel) {
	case SR_REL_AMOD:
		return true;
	case SR_REL_ACL:
	case SR_REL_XCOMP: /* "left dead", not "seems to have died" */
		return !has_own_aux(t, i);
	case SR_REL_ADVCL:
	case SR_REL_ADVCL_RELCL:
		return t->token[i].xpos == SR_XPOS_VBN && !has_own_aux(t, i);
	case SR_REL_CONJ:
		return t->token[i].head != i && sr_is_verb(t, t->token[i].head) &&
		       sr_is_passive(t, t->token[i].head);
	default:
		return false;
	}
}

bool sr_is_passive(const struct sr_tree *t, uint32_t i)
{
	struct sr_roles *known = t->roles ? &t->roles[i] : NULL;

	if (!known)
		return is_passive(t, i);
	if (!known->passive)
		known->passive = 1 + is_passive(t, i);
	return known->passive == 2;
}

static bool is_wh(const struct sr_tree *t, uint32_t i)
{
	unsigned x = t->token[i].xpos;

	return x == SR_XPOS_WDT || x == SR_XPOS_WP || x == SR_XPOS_WP_S ||
	       x == SR_XPOS_WRB;
}

/* The relative clause that token i stands in as its pronoun: the noun that
 * the clause is about. "that" tagged as a plain pronoun counts too. */
uint32_t sr_antecedent(const struct sr_tree *t, uint32_t i)
{
	uint32_t at = i;

	if (t->token[i].upos != SR_UPOS_PRON && t->token[i].upos != SR_UPOS_ADV &&
	    t->token[i].upos != SR_UPOS_DET)
		return i;
	if (!is_wh(t, i) && t->token[i].upos != SR_UPOS_DET)
		return i;
	for (unsigned n = 0; n < MOST_STEPS; n++) {
		uint32_t head = t->token[at].head;
		if (head == at)
			return i;
		if (t->token[at].deprel == SR_REL_ACL_RELCL)
			return head;
		at = head;
	}
	return i;
}

static bool is_finite(unsigned xpos)
{
	return xpos == SR_XPOS_VBD || xpos == SR_XPOS_VBZ ||
	       xpos == SR_XPOS_VBP || xpos == SR_XPOS_MD;
}

/* "... suggesting 50 soldiers have been killed", with the soldiers tied to
 * "suggesting": a finite auxiliary of a verb without a subject is one of the
 * noun phrase that ends right before it. */
static uint32_t subject_before_aux(const struct sr_tree *t, uint32_t i)
{
	uint32_t aux = sr_child(t, i, SR_REL_AUX);

	if (aux == SR_NONE || aux == 0 || aux > i ||
	    !is_finite(t->token[aux].xpos) ||
	    t->token[aux - 1].sentence != t->token[i].sentence)
		return SR_NONE;
	uint32_t noun = aux - 1;
	for (unsigned n = 0; n < MOST_STEPS; n++) {
		uint32_t head = t->token[noun].head;
		if (head == noun || t->to[head] != aux || head >= aux ||
		    !sr_is_noun(t, head))
			break;
		noun = head;
	}
	unsigned upos = t->token[noun].upos;
	return upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN ? noun : SR_NONE;
}

static uint32_t own_subject(const struct sr_tree *t, uint32_t i)
{
	uint32_t head = t->token[i].head;

	if (!(t->rels[i] & SR_RELS_SUBJECT))
		return subject_before_aux(t, i);
	uint32_t first = sr_child_in(t, i, SR_RELS_SUBJECT);
	/* "the mayor of Gao said gunmen had come": the parser may hang the
	 * mayor on what came as well */
	if (first < head && head < i && t->token[i].deprel == SR_REL_CCOMP)
		SR_CHILDREN(t, i, c)
			if (c > head && c < i && sr_is_subject(t, c))
				first = c;
	return sr_antecedent(t, first);
}

/* Does the clause hold a relative pronoun that is not its subject? Then its
 * gap is that pronoun's place, not the subject or object. */
static bool has_other_wh(const struct sr_tree *t, uint32_t i)
{
	SR_CHILDREN(t, i, c) {
		if (sr_is_subject(t, c))
			continue;
		if (is_wh(t, c))
			return true;
		SR_CHILDREN(t, c, d)
			if (is_wh(t, d) && sr_rel_is(t, c, SR_REL_OBL))
				return true;
	}
	return false;
}

static uint32_t subject_of(const struct sr_tree *t, uint32_t i, unsigned left);

/* The subject that an infinitive or participle borrows from what governs it:
 * the object if there is one ("forced them to flee"), else the subject. */
static uint32_t controller(const struct sr_tree *t, uint32_t head,
                           unsigned left)
{
	uint32_t obj = sr_child(t, head, SR_REL_OBJ);

	if (obj == SR_NONE)
		obj = sr_child(t, head, SR_REL_IOBJ);
	return obj != SR_NONE ? sr_antecedent(t, obj)
	                      : subject_of(t, head, left);
}

/* A noun that governs "to seize": its possessor, who is given it ("gave them the
 * chance to seize"), else the subject of the verb it belongs to ("launched a
 * bid to seize"). */
static uint32_t noun_controller(const struct sr_tree *t, uint32_t noun,
                                unsigned left)
{
	SR_CHILDREN(t, noun, c)
		if (t->token[c].deprel == SR_REL_NMOD_POSS)
			return c;
	uint32_t head = t->token[noun].head;
	if (head == noun || !sr_is_verb(t, head))
		return SR_NONE;
	uint32_t given = t->token[noun].deprel == SR_REL_OBJ
	                         ? sr_child(t, head, SR_REL_IOBJ)
	                         : SR_NONE;
	return given != SR_NONE ? sr_antecedent(t, given)
	                        : subject_of(t, head, left);
}

bool sr_is_infinitive(const struct sr_tree *t, uint32_t i)
{
	SR_CHILDREN(t, i, c)
		if (t->token[c].xpos == SR_XPOS_TO)
			return true;
	return false;
}

/* A name behind its copula, with no subject: "to the south is Gao". */
static bool is_inverted(const struct sr_tree *t, uint32_t i)
{
	uint32_t cop = sr_child(t, i, SR_REL_COP);

	return t->token[i].upos == SR_UPOS_PROPN && cop != SR_NONE &&
	       own_subject(t, i) == SR_NONE;
}

/* ", killing two" behind a verb in the passive. */
static bool is_result_of_passive(const struct sr_tree *t, uint32_t i)
{
	uint32_t head = t->token[i].head;

	return t->token[i].xpos == SR_XPOS_VBG && i > head + 1 &&
	       t->token[i - 1].xpos == SR_XPOS_COMMA &&
	       sr_is_verb(t, head) && sr_is_passive(t, head);
}

/* "For the army", "for troops", "for Kigali", and not "for help" */
static bool are_some(const struct sr_tree *t, uint32_t i)
{
	return t->token[i].xpos != SR_XPOS_NN ||
	       sr_child(t, i, SR_REL_DET) != SR_NONE ||
	       sr_child(t, i, SR_REL_NMOD_POSS) != SR_NONE;
}

/* "Condemned the army for shelling X": the army; SR_NONE. */
static uint32_t taken_to_task(const struct sr_tree *t, uint32_t i)
{
	uint32_t head = t->token[i].head, by = sr_child(t, i, SR_REL_MARK);
	uint32_t whom = sr_child(t, head, SR_REL_OBJ);

	return by != SR_NONE && whom != SR_NONE && whom < by && head < whom &&
			       t->token[whom].party != SR_NONE &&
			       t->token[i].xpos == SR_XPOS_VBG &&
			       t->token[by].lower ==
				       sr_kit_symbol(t->kit, SR_STR("for"))
		       ? whom
		       : SR_NONE;
}

/* "Called on the rebels to withdraw", "calls for troops to withdraw": who is to
 * withdraw; SR_NONE. */
static uint32_t called_on(const struct sr_tree *t, uint32_t i)
{
	uint32_t head = t->token[i].head;

	if (head + 2 >= i || !sr_is_infinitive(t, i))
		return SR_NONE;
	uint32_t on = sr_kit_symbol(t->kit, SR_STR("on"));
	uint32_t whom = sr_kit_symbol(t->kit, SR_STR("for"));
	SR_CHILDREN(t, head, c) {
		uint32_t by = sr_case_of(t, c);
		if (c < i && sr_rel_is(t, c, SR_REL_OBL) &&
		    t->token[c].time == SR_NONE &&
		    (by == on || (by == whom && are_some(t, c))) &&
		    t->token[head + 1].head == c)
			return c;
	}
	return SR_NONE;
}

static uint32_t subject_of(const struct sr_tree *t, uint32_t i, unsigned left)
{
	uint32_t own = own_subject(t, i), head = t->token[i].head, who;

	if (own == SR_NONE)
		own = sr_absolute_subject(t, i);
	if (own != SR_NONE || head == i || left == 0)
		return own;
	switch (t->token[i].deprel) {
	case SR_REL_CONJ:
		/* "repelled the attack and killed nine", read as two nouns */
		if (sr_is_verb(t, i) && t->token[head].deprel == SR_REL_OBJ)
			return subject_of(t, t->token[head].head, left - 1);
		/* "nearby is Gao, a town that was shelled but has held" */
		if (is_inverted(t, head))
			return head;
		return sr_is_verb(t, head) || own_subject(t, head) != SR_NONE ||
		                       t->token[head].deprel == SR_REL_ACL ||
		                       t->token[head].deprel ==
		                               SR_REL_ACL_RELCL
		               ? subject_of(t, head, left - 1)
		               : SR_NONE;
	case SR_REL_XCOMP:
		/* "fighters advanced", read as a noun and what it is */
		if (sr_is_noun(t, head) &&
		    own_subject(t, head) == SR_NONE &&
		    t->token[head].deprel == SR_REL_ROOT)
			return head;
		who = called_on(t, i);
		return who != SR_NONE ? who : controller(t, head, left - 1);
	case SR_REL_CCOMP:
		/* "shot four, officials said": not the officials */
		if (i < head && t->token[i].xpos == SR_XPOS_VBD)
			return SR_NONE;
		return controller(t, head, left - 1);
	case SR_REL_ADVCL:
		/* "a jet was shot down, killing two": the jet killed nobody */
		if (is_result_of_passive(t, i))
			return sr_agent(t, head);
		who = called_on(t, i);
		if (who == SR_NONE)
			who = taken_to_task(t, i);
		if (who != SR_NONE)
			return who;
		return sr_is_verb(t, head) || own_subject(t, head) != SR_NONE
		               ? subject_of(t, head, left - 1)
		               : head;
	case SR_REL_ACL:
		return sr_is_infinitive(t, i) ? noun_controller(t, head, left - 1) : head;
	case SR_REL_ACL_RELCL:
		return has_other_wh(t, i) ||
		                       sr_child(t, i, SR_REL_OBJ) == SR_NONE
		               ? SR_NONE
		               : head;
	case SR_REL_AMOD:
	case SR_REL_COMPOUND:
		if (sr_is_misread(t, i))
			return i - 1;
		return sr_is_verb(t, i) ? head : SR_NONE;
	default:
		return SR_NONE;
	}
}

/* What `find` says of a word, remembered in `known` where that is not NULL. */
static uint32_t ask(const struct sr_tree *t, uint32_t i, uint32_t *known,
		    uint32_t (*find)(const struct sr_tree *, uint32_t))
{
	if (!known)
		return find(t, i);
	if (!*known)
		*known = find(t, i) + 2;
	return *known - 2;
}

static uint32_t find_subject(const struct sr_tree *t, uint32_t i)
{
	uint32_t s = subject_of(t, i, MOST_STEPS);

	return s == i ? SR_NONE : s;
}

uint32_t sr_subject(const struct sr_tree *t, uint32_t i)
{
	return ask(t, i, t->roles ? &t->roles[i].subject : NULL, find_subject);
}

/* "territory they have captured": the clause has a subject and no object. */
static bool object_gap(const struct sr_tree *t, uint32_t i)
{
	return t->token[i].deprel == SR_REL_ACL_RELCL &&
	       own_subject(t, i) != SR_NONE &&
	       own_subject(t, i) != t->token[i].head && !has_other_wh(t, i);
}

/* "Recapturing Raqqa will take months", read as if Raqqa took them: the noun
 * right behind a gerund that begins its clause is the gerund's. */
static uint32_t gerund_object(const struct sr_tree *t, uint32_t i)
{
	unsigned rel = t->token[i].deprel;

	if (t->token[i].xpos != SR_XPOS_VBG ||
	    (rel != SR_REL_ADVCL && rel != SR_REL_CCOMP) ||
	    (i && t->token[i - 1].sentence == t->token[i].sentence &&
	     t->token[i - 1].upos != SR_UPOS_PUNCT))
		return SR_NONE;
	for (uint32_t n = i + 1; n < i + 6 && n < t->ntoken; n++)
		if (t->from[n] == i + 1 && sr_is_subject(t, n) &&
		    t->token[n].head != i)
			return n;
	return SR_NONE;
}

uint32_t sr_object(const struct sr_tree *t, uint32_t i)
{
	uint32_t obj = sr_child(t, i, SR_REL_OBJ), head = t->token[i].head;

	/* "claimed more than 300 lives": "more" is none */
	uint32_t bare = sr_has_passive_mark(t, i) ? SR_NONE : sr_bare_object(t, i);
	if (obj != SR_NONE &&
	    (bare == SR_NONE || t->token[obj].upos != SR_UPOS_ADJ))
		return sr_antecedent(t, obj);
	/* "warned Turkey against it", "told the army to leave" */
	if (obj == SR_NONE && (obj = sr_child(t, i, SR_REL_IOBJ)) != SR_NONE &&
	    bare == SR_NONE)
		return sr_antecedent(t, obj);
	if (object_gap(t, i))
		return head;
	if (bare != SR_NONE)
		return sr_antecedent(t, bare);
	if ((obj = gerund_object(t, i)) != SR_NONE)
		return obj;
	if (sr_is_misread(t, i))
		return head;
	/* "killed, wounded or captured nine men": of all three */
	if (!sr_has_passive_mark(t, i) &&
	    (obj = sr_shared_object(t, i)) != SR_NONE)
		return sr_antecedent(t, obj);
	/* "seized and burned the village": the second verb's object serves
	 * the first where that has none. */
	if (!(t->rels[i] & SR_REL_BIT(SR_REL_CONJ)))
		return SR_NONE;
	SR_CHILDREN(t, i, c)
		if (t->token[c].deprel == SR_REL_CONJ && sr_is_verb(t, c) &&
		    own_subject(t, c) == SR_NONE && t->token[c].head == i &&
		    c == i + 2)
			return sr_child(t, c, SR_REL_OBJ);
	return SR_NONE;
}

static bool has_by(const struct sr_tree *t, uint32_t i)
{
	SR_CHILDREN(t, i, c)
		if (t->token[c].deprel == SR_REL_CASE && c < i &&
		    sr_str_is(sr_doc_text(t->doc, t->token[c].at), "by"))
			return true;
	return false;
}

static uint32_t agent_child(const struct sr_tree *t, uint32_t i)
{
	if (t->rels[i] & SR_REL_BIT(SR_REL_OBL_AGENT))
		return sr_antecedent(
			t, sr_child_in(t, i, SR_REL_BIT(SR_REL_OBL_AGENT)));
	/* "driven out of Konna by soldiers": an adjunct that is a party */
	if ((t->rels[i] & sr_rels(SR_REL_AUX)) &&
	    (t->rels[i] & SR_REL_BIT(SR_REL_OBL)))
		SR_CHILDREN(t, i, c)
			if (t->token[c].deprel == SR_REL_OBL &&
			    t->token[c].party != SR_NONE && has_by(t, c))
				return c;
	return SR_NONE;
}

/* "rebel-held", "US-led": the doer stands before the hyphen, whatever relation
 * the tree gives it. */
uint32_t sr_hyphen_agent(const struct sr_tree *t, uint32_t i)
{
	const struct sr_token *w = &t->token[i];

	if (i < 2 || w[-1].xpos != SR_XPOS_HYPH ||
	    w[-2].sentence != w->sentence || w[-1].at.to != w->at.from ||
	    w[-2].at.to != w[-1].at.from ||
	    !sr_is_past(w) ||
	    sr_child(t, i, SR_REL_AUX) != SR_NONE ||
	    w[-2].upos == SR_UPOS_ADV || w[-2].upos == SR_UPOS_NUM)
		return SR_NONE;
	return i - 2;
}

static uint32_t find_agent(const struct sr_tree *t, uint32_t i)
{
	uint32_t hyphen = sr_hyphen_agent(t, i);

	if (hyphen != SR_NONE)
		return hyphen;
	if (!sr_is_passive(t, i))
		return sr_subject(t, i);
	for (unsigned n = 0; n < MOST_STEPS; n++) {
		uint32_t a = agent_child(t, i);
		if (a != SR_NONE)
			return a;
		/* "captured or killed by": the agent hangs on either. */
		if (t->rels[i] & SR_REL_BIT(SR_REL_CONJ))
			SR_CHILDREN(t, i, c)
				if (t->token[c].deprel == SR_REL_CONJ &&
				    (a = agent_child(t, c)) != SR_NONE)
					return a;
		if (t->token[i].deprel != SR_REL_CONJ)
			return SR_NONE;
		i = t->token[i].head;
	}
	return SR_NONE;
}

uint32_t sr_agent(const struct sr_tree *t, uint32_t i)
{
	return ask(t, i, t->roles ? &t->roles[i].agent : NULL, find_agent);
}

/* The noun that a participle with a hyphen stands before. */
static uint32_t hyphen_patient(const struct sr_tree *t, uint32_t i)
{
	uint32_t head = t->token[i].head;

	if (head > i && head != i && sr_is_noun(t, head))
		return head;
	if (i + 1 < t->ntoken && sr_is_noun(t, i + 1) &&
	    t->token[i + 1].sentence == t->token[i].sentence)
		return i + 1;
	return sr_subject(t, i);
}

static uint32_t find_patient(const struct sr_tree *t, uint32_t i)
{
	if (sr_hyphen_agent(t, i) != SR_NONE)
		return hyphen_patient(t, i);
	return sr_is_passive(t, i) ? sr_subject(t, i) : sr_object(t, i);
}

uint32_t sr_patient(const struct sr_tree *t, uint32_t i)
{
	return ask(t, i, t->roles ? &t->roles[i].patient : NULL, find_patient);
}

static bool clausal(const struct sr_tree *t, uint32_t i)
{
	const uint64_t rels =
		sr_rels(SR_REL_ROOT) | sr_rels(SR_REL_ACL) |
		sr_rels(SR_REL_ADVCL) | sr_rels(SR_REL_CCOMP) |
		sr_rels(SR_REL_XCOMP) | sr_rels(SR_REL_CSUBJ) |
		sr_rels(SR_REL_PARATAXIS);

	return sr_rel_in(t, i, rels) ||
	       (t->token[i].deprel == SR_REL_CONJ && sr_is_verb(t, i));
}

bool sr_is_clause(const struct sr_tree *t, uint32_t i)
{
	return clausal(t, i) || t->token[i].head == i;
}

uint32_t sr_clause(const struct sr_tree *t, uint32_t i)
{
	for (unsigned n = 0; n < MOST_STEPS; n++) {
		if (sr_is_clause(t, i))
			return i;
		i = t->token[i].head;
	}
	return i;
}
