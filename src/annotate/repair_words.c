/* Tags and relations of single words that their neighbours give away:
 * participles taken for adjectives ("40 were wounded"), verbs for attributes
 * ("and injured six others": no adjective stands before a numeral), names of two
 * words for two places. */
#include "annotate/repair.h"
#include "annotate/walk.h"
#include "base/str.h"
#include "ontology.h"

/* The first dependent with that relation in [from, to); SR_NONE. */
static uint32_t dependent(const struct sr_repair *r, uint32_t i, unsigned rel,
                          uint32_t from, uint32_t to)
{
	return sr_repair_child(r->t, i, SR_REL_BIT(rel), from, to);
}

static bool has(const struct sr_repair *r, uint32_t i, unsigned rel)
{
	return dependent(r, i, rel, r->from, r->to) != SR_NONE;
}

static void rename_all(struct sr_repair *r, uint32_t i, unsigned rel, unsigned to)
{
	for (uint32_t k = r->from; k < r->to; k++)
		if (r->t[k].head == i && k != i && r->t[k].deprel == rel)
			r->t[k].deprel = (uint8_t)to;
}

/* "-ed" and "-en", as participles without an irregular form end. */
static bool ends_as_participle(const struct sr_repair *r, uint32_t i)
{
	struct sr_str f = sr_doc_text(r->doc, r->t[i].at);

	return f.n > 4 && f.s[f.n - 2] == 'e' &&
	       (f.s[f.n - 1] == 'd' || f.s[f.n - 1] == 'n');
}

/* "Is being organised": nobody is being like something in a report of war. */
static bool is_being(const struct sr_repair *r, uint32_t i)
{
	uint32_t cop = dependent(r, i, SR_REL_COP, r->from, i);

	return cop != SR_NONE && r->t[cop].xpos == SR_XPOS_VBG;
}

/* "Forty were wounded", "were reported wounded", "troops have advanced",
 * "killed nine and wounded ten": a predicate, not what somebody is like. */
static void participle(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if (t->upos != SR_UPOS_ADJ)
		return;
	bool event = sr_repair_is(r, i, 'p');
	if (!event && !ends_as_participle(r, i))
		return;
	bool passive = has(r, i, SR_REL_AUX_PASS) || is_being(r, i);
	bool cop = has(r, i, SR_REL_COP);
	bool aux = has(r, i, SR_REL_AUX), told = has(r, i, SR_REL_NSUBJ) ||
	                                         has(r, i, SR_REL_NSUBJ_PASS);
	const struct sr_token *head = &r->t[t->head];
	bool joined = t->deprel == SR_REL_CONJ && sr_is_past(head) &&
	              head->upos == SR_UPOS_VERB && !has(r, i, SR_REL_DET);

	bool said = t->deprel == SR_REL_XCOMP && t->head < i &&
		    has(r, t->head, SR_REL_AUX_PASS) && sr_repair_is(r, t->head, 'v');
	if (!passive && !(aux && !cop) &&
	    !(event && ((cop && told) || joined || said)))
		return;
	t->upos = SR_UPOS_VERB;
	bool acts = !passive && !cop && !aux && has(r, i, SR_REL_OBJ);
	t->xpos = acts ? SR_XPOS_VBD : SR_XPOS_VBN;
	if (!passive && !cop)
		return;
	rename_all(r, i, SR_REL_COP, SR_REL_AUX_PASS);
	rename_all(r, i, SR_REL_NSUBJ, SR_REL_NSUBJ_PASS);
}

/* "A bomb killed eight": with a subject before it, an object behind it and no
 * auxiliary no verb is a participle; nor is the only one of a whole sentence. */
static void active(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	bool only = t->head == i && !sr_repair_is(r, i, 'p') &&
		    r->t[r->to - 1].xpos == SR_XPOS_STOP;

	if (t->upos != SR_UPOS_VERB || !sr_is_past(t) || has(r, i, SR_REL_AUX) ||
	    has(r, i, SR_REL_AUX_PASS) || has(r, i, SR_REL_OBL_AGENT) ||
	    (!only && dependent(r, i, SR_REL_OBJ, i + 1, r->to) == SR_NONE))
		return;
	if (dependent(r, i, SR_REL_NSUBJ, r->from, i) == SR_NONE &&
	    dependent(r, i, SR_REL_NSUBJ_PASS, r->from, i) == SR_NONE)
		return;
	t->xpos = SR_XPOS_VBD;
	rename_all(r, i, SR_REL_NSUBJ_PASS, SR_REL_NSUBJ);
}

/* May the word be a form of a verb, whatever its tag: "wounding", "overran"? */
static bool looks_going(const struct sr_repair *r, uint32_t i)
{
	struct sr_str f = sr_doc_text(r->doc, r->t[i].at);

	return r->t[i].xpos == SR_XPOS_VBG ||
	       (f.n > 5 && memcmp(f.s + f.n - 3, "ing", 3) == 0);
}

static bool looks_past(const struct sr_repair *r, uint32_t i)
{
	return sr_is_past(&r->t[i]) || ends_as_participle(r, i) ||
	       sr_repair_is(r, i, 'p') || sr_repair_has(r, i, SR_TABLE_IRREGULAR, 'v');
}

/* The verb that token i hangs on, however far, and that stands before it;
 * SR_NONE. */
static uint32_t verb_above(const struct sr_repair *r, uint32_t i)
{
	uint32_t at = i;

	while (r->t[at].head != at) {
		at = r->t[at].head;
		if (r->t[at].upos == SR_UPOS_VERB)
			return at < i ? at : SR_NONE;
	}
	return SR_NONE;
}

/* "... killed four and injured six others", "..., wounding nine pupils":
 * attributes stand behind numerals and articles, so this is a verb. */
static void attribute(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t noun = t->head, before = i - 1;

	if (t->deprel != SR_REL_AMOD || i == r->from || noun < i + 2 ||
	    r->t[i + 1].head != noun ||
	    (r->t[i + 1].deprel != SR_REL_NUMMOD &&
	     r->t[i + 1].deprel != SR_REL_DET) ||
	    (r->t[before].xpos != SR_XPOS_COMMA &&
	     r->t[before].xpos != SR_XPOS_CC))
		return;
	uint32_t verb = verb_above(r, noun);
	bool going = looks_going(r, i);
	if (verb == SR_NONE || verb >= before ||
	    (!going && !looks_past(r, i)))
		return;
	t->upos = SR_UPOS_VERB;
	t->xpos = going ? SR_XPOS_VBG : SR_XPOS_VBD;
	t->head = verb;
	t->deprel = going ? SR_REL_ADVCL : SR_REL_CONJ;
	if (r->t[before].head == noun)
		r->t[before].head = i;
	r->t[noun].head = i;
	r->t[noun].deprel = SR_REL_OBJ;
}

static bool is_quality(const struct sr_token *t)
{
	return t->xpos == SR_XPOS_JJ || t->xpos == SR_XPOS_VBN;
}

/* "Dozens of dead or captured troops", read as of the dead and as of troops:
 * both are attributes of the noun that follows. */
static void pair(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = r->t;
	uint32_t b = i + 2, noun = i + 3;

	if (i + 3 >= r->to || !is_quality(&t[i]) || !is_quality(&t[b]) ||
	    t[i + 1].xpos != SR_XPOS_CC || t[b].head != i ||
	    t[b].deprel != SR_REL_CONJ)
		return;
	while (noun + 1 < r->to && t[noun].head > noun &&
	       (t[noun].deprel == SR_REL_AMOD ||
	        t[noun].deprel == SR_REL_COMPOUND))
		noun = t[noun].head;
	if (t[noun].upos != SR_UPOS_NOUN || t[noun].head != t[i].head ||
	    t[noun].deprel != t[i].deprel || t[i].head == i)
		return;
	for (uint32_t k = r->from; k < i; k++)
		if (t[k].head == i)
			t[k].head = noun;
	t[i].head = t[b].head = noun;
	t[i].deprel = t[b].deprel = SR_REL_AMOD;
}

/* "Three soldiers wounded in shelling", without a full stop: a headline. */
static void headline(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if ((t->head != i && t->deprel != SR_REL_CCOMP) ||
	    t->xpos != SR_XPOS_VBN || t->upos != SR_UPOS_VERB ||
	    has(r, i, SR_REL_AUX) || has(r, i, SR_REL_AUX_PASS) ||
	    has(r, i, SR_REL_OBJ) ||
	    r->t[r->to - 1].xpos == SR_XPOS_STOP || !sr_repair_is(r, i, 'p'))
		return;
	rename_all(r, i, SR_REL_NSUBJ, SR_REL_NSUBJ_PASS);
}

static bool is_name(const struct sr_token *t)
{
	return t->upos == SR_UPOS_PROPN && (t->flags & SR_TOK_CAPITAL) != 0;
}

/* "the village of Velyka Rohan": nothing stands between two names that hang
 * on one word alike, so they are one. */
static void name(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	const struct sr_token *a = i > r->from ? t - 1 : t;

	if (a == t || t->head != a->head || t->deprel != a->deprel ||
	    t->head == i || !is_name(a) || !is_name(t) ||
	    (t->deprel != SR_REL_NMOD && t->deprel != SR_REL_OBL &&
	     t->deprel != SR_REL_OBJ && t->deprel != SR_REL_NSUBJ &&
	     t->deprel != SR_REL_NSUBJ_PASS && t->deprel != SR_REL_OBL_AGENT))
		return;
	t->head = i - 1;
	t->deprel = SR_REL_FLAT;
}

/* "They advanced, Kyiv said, taking two towns": what follows the aside goes on
 * with the clause before it. */
static void behind_aside(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t said = t->head;

	if (t->xpos != SR_XPOS_VBG || said + 2 != i ||
	    (t->deprel != SR_REL_CCOMP && t->deprel != SR_REL_ADVCL &&
	     t->deprel != SR_REL_XCOMP) ||
	    t[-1].xpos != SR_XPOS_COMMA || !sr_repair_is(r, said, 'v'))
		return;
	uint32_t told = dependent(r, said, SR_REL_CCOMP, r->from, said);
	if (told == SR_NONE)
		told = r->t[said].deprel == SR_REL_PARATAXIS &&
				       r->t[said].head < said
			       ? r->t[said].head
			       : SR_NONE;
	if (told == SR_NONE)
		return;
	t->head = told;
	t->deprel = SR_REL_ADVCL;
}

/* "Despite Russia making gains": who makes them. */
static void making(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t verb = i + 1;

	if (verb >= r->to || t->head != verb || t->deprel != SR_REL_OBL ||
	    r->t[verb].xpos != SR_XPOS_VBG ||
	    r->t[verb].upos != SR_UPOS_VERB || has(r, verb, SR_REL_NSUBJ) ||
	    !has(r, i, SR_REL_CASE))
		return;
	t->deprel = SR_REL_NSUBJ;
}

/* Nouns that look like forms of verbs. */
static void noun(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	bool plural = sr_repair_is(r, i, 's');

	if (!plural && !sr_repair_is(r, i, 'n'))
		return;
	t->upos = SR_UPOS_NOUN;
	t->xpos = plural ? SR_XPOS_NNS : SR_XPOS_NN;
}

/* "Homs", "Algiers": no plural. */
static void one_place(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if (!(t->flags & SR_TOK_CAPITAL) || !sr_repair_is(r, i, 'o'))
		return;
	t->upos = SR_UPOS_PROPN;
	t->xpos = SR_XPOS_NNP;
}

/* "Ministry of Defence: six killed": a capital that may be the sentence's. */
static void institution(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if (i != r->from || t->xpos != SR_XPOS_NN || i + 2 >= r->to ||
	    t[1].deprel != SR_REL_CASE || t[2].upos != SR_UPOS_PROPN ||
	    t[2].head != i || !sr_repair_is(r, i, 'b'))
		return;
	t->upos = SR_UPOS_PROPN;
	t->xpos = SR_XPOS_NNP;
}

/* "Ukraine's military claims": what somebody has and does is a noun. */
static void owned(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if (t->xpos != SR_XPOS_JJ || !has(r, i, SR_REL_NMOD_POSS) ||
	    (t->deprel != SR_REL_NSUBJ && t->deprel != SR_REL_NSUBJ_PASS &&
	     t->deprel != SR_REL_OBJ))
		return;
	t->upos = SR_UPOS_NOUN;
	t->xpos = SR_XPOS_NN;
}

/* "1.2 million Lebanese fled": what is counted is a noun. */
static void counted(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if (i == r->from || t->xpos != SR_XPOS_JJ ||
	    !(t->flags & SR_TOK_CAPITAL))
		return;
	if (t[-1].upos == SR_UPOS_NUM && t[-1].head == t->head &&
	    t[-1].deprel == t->deprel) {
		t[-1].head = i;
		t[-1].deprel = SR_REL_NUMMOD;
	}
	if (!has(r, i, SR_REL_NUMMOD) ||
	    (t->deprel != SR_REL_NSUBJ && t->deprel != SR_REL_NSUBJ_PASS &&
	     t->deprel != SR_REL_OBJ && t->deprel != SR_REL_OBL))
		return;
	t->upos = SR_UPOS_PROPN;
	t->xpos = SR_XPOS_NNPS;
}

/* "Would sever", "to sever": right behind a modal or "to" that is its own. */
static void bare_verb(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if (i == r->from || t[-1].head != i || has(r, i, SR_REL_COP) ||
	    !((t[-1].xpos == SR_XPOS_MD && t[-1].deprel == SR_REL_AUX) ||
	      (t[-1].xpos == SR_XPOS_TO && t[-1].deprel == SR_REL_MARK)))
		return;
	t->upos = SR_UPOS_VERB;
	t->xpos = SR_XPOS_VB;
}

/* "Would sever the road" with a noun for its head: what stands between a modal
 * and an article is the verb, and what hung before it is the verb's. */
static void hidden_verb(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t noun = t->head;

	if (i == r->from || i + 1 >= noun || noun >= r->to ||
	    t[-1].xpos != SR_XPOS_MD || t[-1].head != noun ||
	    t[1].upos != SR_UPOS_DET || r->t[noun].upos != SR_UPOS_NOUN ||
	    has(r, noun, SR_REL_COP))
		return;
	t->upos = SR_UPOS_VERB;
	t->xpos = SR_XPOS_VB;
	t->head = r->t[noun].head == noun ? i : r->t[noun].head;
	t->deprel = r->t[noun].deprel;
	for (uint32_t k = r->from; k < i; k++)
		if (r->t[k].head == noun)
			r->t[k].head = i;
	r->t[noun].head = i;
	r->t[noun].deprel = SR_REL_OBJ;
}

/* "Ordered residents of the town to leave", "kept rebels from taking it": who is
 * told to, or kept from it, is whoever does it. */
static void ordered(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t mark = dependent(r, i, SR_REL_MARK, r->from, i);

	bool to = mark != SR_NONE && r->t[mark].xpos == SR_XPOS_TO;
	bool from = mark != SR_NONE && t->xpos == SR_XPOS_VBG &&
		    r->t[mark].xpos == SR_XPOS_IN && mark + 1 == i;

	if (t->deprel == SR_REL_ADVCL && t->head < i && (to || from) &&
	    has(r, t->head, SR_REL_OBJ) && sr_repair_is(r, t->head, to ? 'o' : 'f'))
		t->deprel = SR_REL_XCOMP;
}

/* "Declared the town liberated": what was done to it, not what it did. */
static void called(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t subject = dependent(r, i, SR_REL_NSUBJ, t->head, i);

	if (!sr_is_past(t) || t->deprel != SR_REL_CCOMP ||
	    t->head >= i || subject == SR_NONE || has(r, i, SR_REL_MARK) ||
	    has(r, i, SR_REL_AUX) || has(r, i, SR_REL_OBJ) ||
	    !sr_repair_is(r, t->head, 'c'))
		return;
	t->xpos = SR_XPOS_VBN;
	t->deprel = SR_REL_XCOMP;
	r->t[subject].head = t->head;
	r->t[subject].deprel = SR_REL_OBJ;
}

/* "Said the troops were within 15 km": with a subject and a copula of its own it
 * is what was said, and no length of the saying. */
static void predicate(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	if ((t->deprel == SR_REL_OBL_UNMARKED || t->deprel == SR_REL_OBL) &&
	    t->head < i && r->t[t->head].upos == SR_UPOS_VERB &&
	    has(r, i, SR_REL_COP) && has(r, i, SR_REL_NSUBJ))
		t->deprel = SR_REL_CCOMP;
}

static bool is_finite_past(const struct sr_token *t)
{
	return t->upos == SR_UPOS_VERB &&
	       (t->xpos == SR_XPOS_VBD || t->xpos == SR_XPOS_VBZ);
}

/* Two verbs of one tense: "said and met", "has promised and met". */
static bool matches(const struct sr_repair *r, uint32_t i, uint32_t outer)
{
	const struct sr_token *t = &r->t[outer];

	return t->xpos == r->t[i].xpos ? is_finite_past(t)
				       : r->t[i].xpos == SR_XPOS_VBD &&
						 t->xpos == SR_XPOS_VBN &&
						 has(r, outer, SR_REL_AUX);
}

/* "Said jets hit the port and put the toll at 11": who said it puts it so. */
static bool tells_figure(const struct sr_repair *r, uint32_t i)
{
	if (!sr_repair_is(r, i, 'z') || !has(r, i, SR_REL_OBJ))
		return false;
	uint32_t n = dependent(r, i, SR_REL_OBL, i + 1, r->to);
	return n != SR_NONE && r->t[n].upos == SR_UPOS_NUM;
}

/* "Denied that it had fallen and said", "began shelling and killed": what
 * follows goes on with the first verb, not with what that governs. */
static void goes_on(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t inner = t->head, outer = r->t[inner].head;
	unsigned rel = r->t[inner].deprel;

	if (t->deprel != SR_REL_CONJ || inner >= i || outer >= inner ||
	    (rel != SR_REL_CCOMP && rel != SR_REL_XCOMP && rel != SR_REL_ADVCL) ||
	    !is_finite_past(t) || !matches(r, i, outer) ||
	    has(r, i, SR_REL_NSUBJ) || has(r, i, SR_REL_NSUBJ_PASS))
		return;
	unsigned x = r->t[inner].xpos;
	bool bare = (x == SR_XPOS_VBG || x == SR_XPOS_VB) &&
		    !has(r, inner, SR_REL_AUX);
	bool said = sr_repair_is(r, outer, 'v') && sr_repair_is(r, i, 'v') &&
		    !sr_repair_is(r, inner, 'v');
	/* "promised that they will be safe and met the president" */
	uint32_t aux = dependent(r, inner, SR_REL_AUX, r->from, inner);
	bool ahead = aux != SR_NONE && r->t[aux].xpos == SR_XPOS_MD;
	if (bare || said || ahead ||
	    (sr_repair_is(r, outer, 'v') && tells_figure(r, i)))
		t->head = outer;
}

/* "Said its forces had downed a jet, burned two tanks and withdrawn": what is
 * done to something, behind what is said, is said, too. */
static void said_too(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	uint32_t outer = t->head;
	uint32_t inner = dependent(r, outer, SR_REL_CCOMP, outer + 1, i);

	if (tells_figure(r, i))
		return;
	if (t->deprel != SR_REL_CONJ || outer >= i || inner == SR_NONE ||
	    !sr_is_past(t) || !sr_repair_is(r, outer, 'v') || sr_repair_is(r, i, 'v') ||
	    has(r, i, SR_REL_NSUBJ) || has(r, i, SR_REL_NSUBJ_PASS) ||
	    has(r, i, SR_REL_AUX) || !sr_is_past(&r->t[inner]) ||
	    dependent(r, i, SR_REL_OBJ, i + 1, r->to) == SR_NONE ||
	    dependent(r, inner, SR_REL_NSUBJ, outer + 1, inner) == SR_NONE)
		return;
	t->head = inner;
}

/* "IS claimed the blast": initials that look like a small word. */
static void initials(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];

	/* "IS forces captured X" */
	bool men = i + 1 < r->to && t[1].upos == SR_UPOS_NOUN &&
		   t[1].head == t->head && t->head > i + 1;

	/* "IS now controls X" */
	bool later = i + 2 < r->to && t[1].upos == SR_UPOS_ADV &&
		     t->head == i + 2 && t[1].head == t->head;

	if (t->upos != SR_UPOS_AUX || (i + 1 != t->head && !men && !later) ||
	    !(t->flags & ~t[1].flags & SR_TOK_ALLCAPS) || !sr_repair_is(r, i, 'i'))
		return;
	t->upos = SR_UPOS_PROPN, t->xpos = SR_XPOS_NNP;
	t->deprel = men ? SR_REL_COMPOUND : SR_REL_NSUBJ;
	if (men) {
		struct sr_token *verb = &r->t[t->head];
		t->head = i + 1;
		if (t[1].deprel == SR_REL_NSUBJ_PASS)
			t[1].deprel = SR_REL_NSUBJ;
		if (verb->xpos == SR_XPOS_VBN)
			verb->xpos = SR_XPOS_VBD;
		return;
	}
	t += later;
	t[1].xpos = t[1].xpos == SR_XPOS_VBN ? SR_XPOS_VBD : t[1].xpos;
}

static void of_verb(struct sr_repair *r, uint32_t i)
{
	behind_aside(r, i);
	called(r, i);
	ordered(r, i);
	noun(r, i);
	goes_on(r, i);
	said_too(r, i);
}

/* "Three jawans": counted and in small letters, a word that the net has never
 * met is no name. */
static void counted_name(struct sr_repair *r, uint32_t i)
{
	struct sr_token *t = &r->t[i];
	struct sr_str s = sr_doc_text(r->doc, t->at);
	const uint64_t rels = SR_REL_BIT(SR_REL_NUMMOD) |
			      SR_REL_BIT(SR_REL_DET) | SR_REL_BIT(SR_REL_AMOD);

	if ((t->flags & SR_TOK_CAPITAL) || t->xpos != SR_XPOS_NNP || s.n < 4 ||
	    s.s[s.n - 1] != 's' ||
	    sr_repair_child(r->t, i, rels, r->from, i) == SR_NONE)
		return;
	t->upos = SR_UPOS_NOUN;
	t->xpos = SR_XPOS_NNS;
}

void sr_repair_word(struct sr_repair *r)
{
	for (uint32_t i = r->from; i < r->to; i++) {
		if (r->t[i].xpos == SR_XPOS_NNS || r->t[i].xpos == SR_XPOS_NNPS)
			one_place(r, i);
		uint8_t upos = r->t[i].upos;
		if (upos == SR_UPOS_PROPN) {
			name(r, i);
			counted_name(r, i);
		}
		if (upos == SR_UPOS_PROPN || upos == SR_UPOS_NOUN)
			making(r, i);
		if (upos == SR_UPOS_ADJ || upos == SR_UPOS_VERB) {
			attribute(r, i);
			pair(r, i);
		}
		if (upos == SR_UPOS_ADJ) {
			owned(r, i);
			counted(r, i);
		}
		if (upos == SR_UPOS_ADJ || upos == SR_UPOS_ADV ||
		    upos == SR_UPOS_NOUN) {
			bare_verb(r, i);
			hidden_verb(r, i);
		}
		if (upos == SR_UPOS_NOUN) {
			institution(r, i);
			predicate(r, i);
		}
		participle(r, i);
		initials(r, i);
		active(r, i);
		headline(r, i);
		if (upos == SR_UPOS_VERB)
			of_verb(r, i);
	}
}
