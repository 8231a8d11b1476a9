/* Denials that name what they deny only by a word for it: "Moscow denied the
 * report", "the army has disputed that account", "a claim that Kyiv rejects".
 * Such a sentence tells nothing of its own; it takes the claim that was told
 * before it, with who denies it as the speaker. Which one: a statement of
 * somebody else's, of the nearest sentence that has one; for "denied any
 * responsibility", the nearest deed that is the denier's. */
#include "base/str.h"
#include "extract/extract_internal.h"

#define SPOKEN_BACK 5 /* sentences that a statement of somebody's may lie back */
#define IT_BACK 2     /* and what is only called "it" */
#define DEED_BACK 3   /* and the deed that somebody had no part in */
#define MOST_CALLED 7 /* words behind what is called false */
#define TOLD_BACK 2   /* and, in its paragraph, what the report itself tells */

struct answer {
	const struct sr_reading *r;
	uint32_t verb, word, who; /* tokens */
	int kind;
	bool calls; /* says what it is by "called it a lie" */
	bool deeds; /* not what nobody lost to another, nor arms */
	bool charge; /* said of the denier, or of nobody known */
	bool retracts; /* what he has said himself */
	bool adopts; /* the deed is nobody's or another's: its doer denies */
	uint32_t owner; /* party that told what is denied; SR_NONE */
	struct sr_party_slot speaker;
};

static int telling(const struct sr_reading *r, uint32_t i)
{
	return r->telling[i] ? sr_kit_value(r->kit, SR_TABLE_TELLINGS,
	                                    r->telling[i] - 1u,
	                                    SR_TELLINGS_KIND)
	                     : -1;
}

int sr_telling_kind(const struct sr_reading *r, uint32_t i)
{
	int kind = telling(r, i);

	return kind == SR_TELLING_CHARGE ? SR_TELLING_TOLD : kind;
}

bool sr_is_charge(const struct sr_reading *r, uint32_t i)
{
	return telling(r, i) == SR_TELLING_CHARGE;
}

static uint32_t sentence_of(const struct answer *a, size_t k)
{
	return a->r->tree.token[a->r->made.items[k].trigger].sentence;
}

/* "Rejected the figure given by the governor": a noun that says itself what it
 * stands for, as "that it shelled the town" does, is read where that stands. */
bool sr_says_itself(const struct sr_tree *t, uint32_t word, uint32_t verb)
{
	bool relative = t->token[verb].head == word &&
			(t->token[verb].deprel == SR_REL_ACL_RELCL ||
			 t->token[verb].deprel == SR_REL_ACL);

	SR_CHILDREN(t, word, c)
		/* "a claim that one confirmed and that another denied" */
		if (relative && c < verb && sr_rel_is(t, c, SR_REL_ACL))
			continue;
		else if (c != verb && (sr_rel_is(t, c, SR_REL_ACL) ||
		                  sr_rel_is(t, c, SR_REL_CCOMP)) &&
		    !sr_dominates(t, c, verb))
			return true;
	return false;
}

/* "Blamed dissidents ...; the dissidents denied any role": by the words alone. */
static bool is_named_so(const struct answer *a, const struct sr_claim *c)
{
	struct sr_str who = a->speaker.name, actor = c->actor.name;

	return actor.n && actor.n <= who.n &&
	       memcmp(who.s + (who.n - actor.n), actor.s, actor.n) == 0;
}

/* "Its findings", "the army's account": is the claim of who is named so? */
static bool is_owners(const struct answer *a, const struct sr_claim *c)
{
	const struct sr_party *party = a->r->doc->parties.items;
	const struct sr_party *o = &party[a->owner];
	uint32_t end, k = sr_parties_in(a->r->doc, c->speaker_at, &end);

	if (!c->speaker.n)
		return false;
	for (; k < end; k++)
		if (o->side.n ? sr_str_equal(party[k].side, o->side)
			      : party[k].entity == o->entity)
			return true;
	return false;
}

/* Nobody denies what his own side says; of a charge, nobody but the accused. */
static bool is_against(const struct answer *a, const struct sr_claim *c)
{
	struct sr_str side = a->speaker.side, other;
	bool justice = c->type == SR_TYPE_POLITICS_JUSTICE;

	if (!side.n || sr_str_is(side, "CIV"))
		return true;
	other = sr_side_named(a->r->doc, c->speaker_at);
	if (c->speaker.n && sr_str_equal(other, side))
		return false;
	other = justice ? c->target.side : c->actor.side;
	return !a->charge || !other.n || sr_str_equal(other, side);
}

/* May that claim be what is denied? */
static bool fits(const struct answer *a, const struct sr_claim *c)
{
	struct sr_str side = a->speaker.side;

	if ((!a->retracts && !is_against(a, c)) ||
	    (a->owner != SR_NONE && !is_owners(a, c)))
		return false;
	if (c->status != SR_STATUS_ASSERTED && c->status != SR_STATUS_UNVERIFIED)
		return false;
	bool own = c->speaker.n && sr_str_equal(c->speaker, a->speaker.name);
	if (own != a->retracts)
		return false;
	if ((a->kind == SR_TELLING_FIGURE && !c->has_count) ||
	    (a->deeds && sr_is_loss(c->type) &&
	     (!c->has_actor || c->type == SR_TYPE_LOSS_EQUIPMENT)))
		return false;
	if (a->kind != SR_TELLING_BLAME)
		return true;
	if (a->adopts)
		return sr_is_attack(c->type) || sr_is_loss(c->type);
	return (sr_is_attack(c->type) || sr_is_loss(c->type)) && c->has_actor &&
	       (side.n ? sr_str_equal(c->actor.side, side)
		       : is_named_so(a, c));
}

/* "There were reports that soldiers looted": told through such a word. */
static bool is_told_of(const struct answer *a, size_t k)
{
	const struct sr_tree *t = &a->r->tree;
	uint32_t i = a->r->made.items[k].trigger;

	for (unsigned n = 0; n < 3 && t->token[i].head != i; n++) {
		if (sr_is_content(a->r, i))
			return true;
		i = t->token[i].head;
	}
	return false;
}

/* What is answered rather: a statement, of somebody else than the denier. */
static bool is_spoken(const struct answer *a, const struct sr_claim *c)
{
	return c->speaker.n || c->status == SR_STATUS_UNVERIFIED ||
	       c->type == SR_TYPE_POLITICS_JUSTICE ||
	       a->kind == SR_TELLING_BLAME;
}

/* Is it the deed of whoever answers? */
static bool is_own(const struct answer *a, const struct sr_claim *c)
{
	return c->has_actor && (a->speaker.side.n
					? sr_str_equal(c->actor.side,
						       a->speaker.side)
					: is_named_so(a, c));
}

/* Is claim k rather what is denied than claim `best` of the same sentence? The
 * first, but of an accusation what somebody is accused of, and of a charge what
 * he did who denies it. */
static bool is_rather(const struct answer *a, size_t k, size_t best)
{
	const struct sr_claim *c = a->r->doc->claims.items;

	if (best == SIZE_MAX)
		return true;
	if (a->charge && is_own(a, &c[best]) && !is_own(a, &c[k]))
		return false;
	return c[k].type != SR_TYPE_POLITICS_JUSTICE;
}

/* The first fitting claim of the nearest sentence within so many. */
static size_t find(const struct answer *a, bool spoken, uint32_t back)
{
	const struct sr_reading *r = a->r;
	const struct sr_sentence *sentence = r->doc->sentences.items;
	uint32_t now = r->tree.token[a->verb].sentence;
	size_t best = SIZE_MAX;

	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		uint32_t s = sentence_of(a, k);
		const struct sr_claim *c = &r->doc->claims.items[k];
		if (s + back < now ||
		    (!spoken && sentence[s].block != sentence[now].block) ||
		    (best != SIZE_MAX && s != sentence_of(a, best)))
			break;
		if (fits(a, c) &&
		    (!spoken || is_spoken(a, c) || is_told_of(a, k)) &&
		    (s != now || r->made.items[k].trigger < a->word) &&
		    is_rather(a, k, best))
			best = k;
	}
	return best;
}

/* Was somebody accused behind sentence `since` of what no rule reads? Then that
 * is what the answer is to. */
static bool is_unread(const struct answer *a, uint32_t since)
{
	const struct sr_reading *r = a->r;
	uint32_t i = r->doc->sentences.items[since].to;

	for (; i < a->verb; i++)
		if (r->speech[i] &&
		    sr_speech_kind(r, i) == SR_SPEECH_IS_ACCUSE)
			return true;
	return false;
}

/* Who told what is denied, where the word for it has an owner other than the
 * denier: "US claims", "the army's account", "a report by the commission". */
static uint32_t owner_of(const struct answer *a)
{
	const struct sr_tree *t = &a->r->tree;
	const struct sr_party *party = a->r->doc->parties.items;

	if (a->kind == SR_TELLING_IT || a->kind == SR_TELLING_BLAME)
		return SR_NONE;
	SR_CHILDREN(t, a->word, c) {
		uint32_t p = t->token[c].party, prep = sr_case_of(t, c);
		bool owns = t->token[c].deprel == SR_REL_NMOD_POSS ||
			    (sr_rel_is(t, c, SR_REL_NMOD) &&
			     (prep == a->r->word.by || prep == a->r->word.from ||
			      (prep == a->r->word.of &&
			       a->kind == SR_TELLING_TOLD)));
		if (owns && p != SR_NONE && party[p].m.head == c &&
		    party[p].entity != SR_NONE &&
		    !(party[p].side.n &&
		      sr_str_equal(party[p].side, a->speaker.side)))
			return p;
	}
	return SR_NONE;
}

/* ", a charge that Washington rejects": of what stands before it. */
static bool is_said_of_it(const struct answer *a)
{
	const struct sr_tree *t = &a->r->tree;

	return a->word < a->verb && a->kind != SR_TELLING_IT &&
	       t->token[a->word].sentence == t->token[a->verb].sentence &&
	       sr_is_behind_comma(t, a->word);
}

static size_t find_any(const struct answer *a)
{
	size_t k = find(a, false, 0);

	if (k == SIZE_MAX && is_said_of_it(a))
		return SIZE_MAX;

	if (k == SIZE_MAX)
		k = find(a, true, a->kind == SR_TELLING_IT ? IT_BACK
							   : SPOKEN_BACK);
	return k == SIZE_MAX ? find(a, false, TOLD_BACK) : k;
}

/* "Denied responsibility for the bombing", which is read where it stands. */
static bool says_for(const struct answer *a)
{
	const struct sr_tree *t = &a->r->tree;
	const uint32_t at[] = { a->word, a->verb };

	for (size_t i = 0; i < SR_LEN(at); i++)
		SR_CHILDREN(t, at[i], c)
			if (c > a->word &&
			    sr_case_of(t, c) == a->r->word.about_like[0])
				return true;
	return false;
}

static size_t answered(struct answer *a)
{
	a->charge = a->deeds = sr_is_charge(a->r, a->word);
	a->owner = owner_of(a);
	size_t k = find_any(a);

	if (k == SIZE_MAX && a->deeds) {
		a->deeds = false;
		k = find_any(a);
	}
	/* "A strike killed nine. The army denied responsibility" */
	if (k == SIZE_MAX && a->kind == SR_TELLING_BLAME && !says_for(a)) {
		a->adopts = true;
		k = find(a, true, DEED_BACK);
	}
	return k != SIZE_MAX && is_unread(a, sentence_of(a, k)) ? SIZE_MAX : k;
}

/* From the first word of who answers to the last of what, or of its verb. */
static struct sr_span words_of(const struct answer *a)
{
	const struct sr_token *t = a->r->tree.token;
	uint32_t from = a->verb < a->who ? a->verb : a->who, to = a->verb;
	uint32_t first = a->r->tree.from[a->who];

	if (first < from && t[first].sentence == t[from].sentence)
		from = first;
	if (a->word < from)
		from = a->word;
	if (a->word > to)
		to = a->word;
	if (a->who > to)
		to = a->who;
	return (struct sr_span){ t[from].at.from, t[to].at.to };
}

/* ", which the army denied": the pronoun, whatever the tree has hung the clause
 * on; SR_NONE. */
static uint32_t which_of(const struct sr_tree *t, uint32_t verb)
{
	SR_CHILDREN(t, verb, c)
		if (c > 0 && c < verb && t->token[c].xpos == SR_XPOS_WDT &&
		    t->token[c - 1].xpos == SR_XPOS_COMMA)
			return c;
	return SR_NONE;
}

/* "Zagreb denied that.", taken for a conjunction. */
static bool is_bare_that(const struct answer *a)
{
	const struct sr_token *t = a->r->tree.token;
	uint32_t i = a->verb + 1;

	return i + 1 < a->r->tree.ntoken && t[i].lower == a->r->word.that &&
	       (t[i].xpos == SR_XPOS_DT || t[i + 1].upos == SR_UPOS_PUNCT ||
		t[i + 1].sentence != t[i].sentence);
}

/* What is denied, by a word for it: the object; what the relative clause hangs
 * on ("a charge they deny"); "which". */
static bool look_at_word(struct answer *a)
{
	const struct sr_tree *t = &a->r->tree;
	const struct sr_token *verb = &t->token[a->verb];
	uint32_t which = which_of(t, a->verb);
	bool relative = verb->deprel == SR_REL_ACL_RELCL ||
			verb->deprel == SR_REL_ACL;

	a->word = sr_patient(t, a->verb);
	if (a->word != SR_NONE)
		a->word = sr_antecedent(t, a->word);
	else if (relative)
		a->word = verb->head;
	/* 'called the figure "fantasy"', the one taken for the other */
	for (uint32_t k = a->verb + 1; a->calls && k < t->ntoken &&
				       k < a->verb + MOST_CALLED; k++)
		if (t->token[k].upos == SR_UPOS_NOUN &&
		    sr_telling_kind(a->r, k) >= 0) {
			a->word = k;
			break;
		}
	a->kind = a->word == SR_NONE ? -1 : sr_telling_kind(a->r, a->word);
	if (a->word == SR_NONE && is_bare_that(a)) {
		a->kind = SR_TELLING_IT;
		a->word = a->verb + 1;
	}
	if (a->kind < 0 && which != SR_NONE) {
		a->kind = SR_TELLING_IT;
		a->word = which;
	}
	/* "denied that it was involved" */
	uint32_t content = sr_child(t, a->verb, SR_REL_CCOMP);
	uint32_t event = content == SR_NONE ? content : sr_subject(t, content);
	/* "denied that such an incident had taken place" */
	if (a->kind < 0 && event != SR_NONE && event > a->verb &&
	    t->token[event].upos == SR_UPOS_NOUN &&
	    sr_telling_kind(a->r, event) == SR_TELLING_IT) {
		a->kind = SR_TELLING_IT;
		a->word = event;
	}
	if (a->kind < 0 && content != SR_NONE && content > a->verb &&
	    sr_telling_kind(a->r, content) == SR_TELLING_BLAME) {
		a->kind = SR_TELLING_BLAME;
		a->word = content;
	}
	return a->kind >= 0;
}

/* "Called the report a lie", "an accusation that the army called untrue". */
static bool calls_false(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[verb].lemma != r->word.call)
		return false;
	SR_CHILDREN(t, verb, c)
		if (c > verb && sr_denies_beside(r, c) && !sr_is_negated(r, c) &&
		    t->token[c].deprel != SR_REL_ADVMOD)
			return true;
	/* 'called the claim "wholly groundless and false"' */
	uint32_t told = sr_child(t, verb, SR_REL_OBJ);
	uint32_t end = told == SR_NONE ? 0 : told + MOST_CALLED;
	for (uint32_t k = told + 1; k < end && k < t->ntoken; k++)
		if (t->token[k].upos == SR_UPOS_ADJ &&
		    sr_denies_beside(r, k) && sr_dominates(t, verb, k))
			return true;
	return false;
}

bool sr_may_answer(const struct sr_reading *r, uint32_t i)
{
	return r->speech[i] || r->tree.token[i].lemma == r->word.call;
}

/* "Dismissed a report that": it is told here for the first time. */
static bool is_new(const struct answer *a)
{
	const struct sr_reading *r = a->r;

	bool article = false;

	SR_CHILDREN(&r->tree, a->word, c) {
		if (r->tree.token[c].xpos == SR_XPOS_PDT)
			return false; /* "such an incident" */
		article |= r->tree.token[c].lower == r->word.a ||
			   r->tree.token[c].lower == r->word.an;
	}
	return article && a->word > a->verb;
}

/* Not the clause that the word itself is the subject of. */
static bool is_apart(const struct answer *a, uint32_t content)
{
	return !sr_dominates(&a->r->tree, content, a->word);
}

/* The verb, its subject and its object, if they are such an answer. */
static bool look(struct answer *a)
{
	const struct sr_reading *r = a->r;
	int speech = sr_speech_kind(r, a->verb);

	a->calls = calls_false(r, a->verb);
	a->retracts = r->speech[a->verb] &&
		      sr_str_is(sr_kit_text(r->kit, SR_TABLE_SPEECH,
					    r->speech[a->verb] - 1u,
					    SR_SPEECH_ID),
				"retract");
	if ((speech != SR_SPEECH_IS_DENY && speech != SR_SPEECH_IS_DISPUTE &&
	     !a->calls) ||
	    !sr_is_verb(&r->tree, a->verb))
		return false;
	if (!look_at_word(a) || is_new(a) || sr_says_itself(&r->tree, a->word, a->verb))
		return false;
	/* the parser may hang what the noun tells on the verb */
	uint32_t content = sr_child(&r->tree, a->verb, SR_REL_CCOMP);
	if (content != SR_NONE && content > a->word &&
	    a->word != content && is_apart(a, content) &&
	    sr_child(&r->tree, content, SR_REL_MARK) != SR_NONE)
		return false;
	a->who = a->calls ? sr_agent(&r->tree, a->verb)
			  : sr_speaker_at(r, a->verb);
	return a->who != SR_NONE && sr_speaker_slot(r, a->who, &a->speaker);
}

/* What the answer makes of claim k; false for "did not deny the report". */
static bool read_one(const struct answer *a, size_t k, struct sr_claim *c)
{
	const struct sr_reading *r = a->r;

	if (sr_status_of(r, a->verb, SR_TYPE_COUNT) != SR_STATUS_ASSERTED)
		return false;
	*c = r->doc->claims.items[k];
	c->status = a->calls || sr_speech_kind(r, a->verb) == SR_SPEECH_IS_DENY
	                    ? SR_STATUS_DENIED
	                    : SR_STATUS_DISPUTED;
	if (a->adopts)
		c->has_actor = sr_party_slot(r, a->who, &c->actor);
	c->speaker = a->speaker.name;
	c->speaker_at = a->speaker.at;
	c->voice = sr_speaker_voice(r, sr_name_beside(r, a->who));
	c->via = (struct sr_str){ NULL, 0 };
	c->has_count = c->has_count && (a->kind == SR_TELLING_FIGURE ||
	                                sr_is_loss(c->type));
	c->evidence = words_of(a);
	c->rule = SR_STR("answer");
	return true;
}

static enum sr_code put(struct sr_reading *r, const struct sr_claim *c,
			size_t of, uint32_t verb)
{
	const struct sr_made *was = &r->made.items[of];

	return sr_claim_made(r, c,
			     (struct sr_made){ verb, SR_NONE, SR_NONE,
					       was->place, was->name });
}

/* "Both claims", "the allegations", "all three" */
static bool is_plural(const struct answer *a)
{
	const struct sr_token *t = &a->r->tree.token[a->word];

	return a->kind <= SR_TELLING_FIGURE ? t->xpos == SR_XPOS_NNS
					    : t->upos != SR_UPOS_PRON &&
						      a->kind == SR_TELLING_IT;
}

/* "Accused of shelling the camp and killing nine": one deed, told as two. */
static bool is_same_deed(const struct answer *a, const struct sr_claim *c,
			 const struct sr_claim *first)
{
	return (a->charge || a->kind == SR_TELLING_BLAME) &&
	       (sr_is_attack(first->type) || sr_is_loss(first->type)) &&
	       (sr_is_attack(c->type) || sr_is_loss(c->type)) &&
	       (a->adopts ||
		(first->has_actor && c->has_actor &&
		 sr_str_equal(first->actor.side, c->actor.side)));
}

enum sr_code sr_read_answer(struct sr_reading *r, uint32_t verb, bool *is)
{
	struct answer a = { .r = r, .verb = verb };
	struct sr_claim c;
	size_t was = look(&a) ? answered(&a) : SIZE_MAX;

	*is = was != SIZE_MAX && read_one(&a, was, &c);
	if (!*is)
		return SR_OK;
	size_t end = r->doc->claims.nitem;
	uint32_t trigger = r->made.items[was].trigger;
	struct sr_claim first = r->doc->claims.items[was];
	enum sr_code code = put(r, &c, was, verb);

	/* "had taken A and B, which the army denied", "both claims": of each */
	for (size_t k = was + 1; !code && k < end &&
				 sentence_of(&a, k) == sentence_of(&a, was);
	     k++) {
		struct sr_claim other = r->doc->claims.items[k];
		if ((is_plural(&a) || is_same_deed(&a, &other, &first)) &&
		    other.type != first.type &&
		    fits(&a, &other) && read_one(&a, k, &other)) {
			code = put(r, &other, k, verb);
			continue;
		}
		if (!sr_is_control(c.type) ||
		    r->made.items[k].trigger != trigger)
			continue;
		if (other.type != first.type || other.status != first.status ||
		    !other.has_place || !c.has_place)
			continue;
		c.place = other.place;
		code = put(r, &c, k, verb);
	}
	return code;
}
