/* Pronouns: "they", "its", "he", and "we" of whoever is quoted. Of the
 * mentions before it one is taken by agreement, by subject before others (after
 * Lappin & Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994, by
 * far simplified), and only when no other party is nearly as good. */
#include "base/str.h"
#include "kit/pattern.h"
#include "resolve/party_refer.h"


struct pronoun {
	uint32_t token;
	uint32_t row; /* of pronouns.tsv */
	bool plural, possessive, subject;
	int32_t animate; /* thing, person, any */
};

enum { THING, PERSON, ANY };

/* "a soldier", "the woman": one man or woman, by the determiner. */
static bool one_of_them(const struct sr_refer *r, const struct sr_draft *d)
{
	return d->fact == SR_FACT_NOUN && d->np != SR_NONE &&
	       d->class != SR_PEOPLE_ENEMY &&
	       (d->p.kind == SR_PARTY_KIND_CIVILIANS ||
		d->p.kind == SR_PARTY_KIND_PEOPLE ||
		d->p.kind == SR_PARTY_KIND_FORCE) &&
	       r->m->token[r->m->nps.items[d->np].from].xpos == SR_XPOS_DT;
}

static bool agrees(const struct sr_refer *r, const struct pronoun *p,
		   const struct sr_draft *d)
{
	bool person = !d->many && (d->p.kind == SR_PARTY_KIND_PERSON ||
				   d->p.kind == SR_PARTY_KIND_OFFICIAL);

	if (d->p.pronoun && d->p.entity == SR_NONE)
		return false;
	switch (p->animate) {
	case PERSON:
		return !d->p.plural && !d->many &&
		       (person || one_of_them(r, d));
	case THING:
		return !person && !d->p.plural &&
		       d->p.kind != SR_PARTY_KIND_CIVILIANS &&
		       d->p.kind != SR_PARTY_KIND_PEOPLE;
	default:
		return d->p.plural || d->p.kind == SR_PARTY_KIND_GROUP ||
		       d->p.kind == SR_PARTY_KIND_UNIT ||
		       (d->p.kind == SR_PARTY_KIND_FORCE && !person);
	}
}

/* The subject of the clause that the pronoun's own clause hangs on; of its own
 * for "its" and the like: "Russia said that it", "Russia sent its". */
static uint32_t upper_subject(const struct sr_refer *r, const struct pronoun *p)
{
	const struct sr_tree *t = &r->m->tree;
	uint32_t clause = sr_clause(t, p->token);
	uint32_t subject = SR_NONE;

	if (clause == SR_NONE)
		return SR_NONE;
	if (p->possessive)
		subject = sr_subject(t, clause);
	if (subject == SR_NONE || subject >= p->token ||
	    sr_dominates(t, subject, p->token)) {
		uint32_t up = r->m->token[clause].head;
		uint32_t upper = up == clause ? SR_NONE : sr_clause(t, up);
		subject = upper == SR_NONE || upper == clause
				  ? SR_NONE
				  : sr_subject(t, upper);
	}
	/* "As the army broke through, it took two towns" */
	if (subject == SR_NONE && p->subject)
		SR_CHILDREN(t, clause, c)
			if (t->token[c].deprel == SR_REL_ADVCL && c < p->token)
				subject = sr_subject(t, c);
	return subject < p->token ? subject : SR_NONE;
}

/* "it" and "its" seldom stand for somebody: only where something is done that
 * somebody does, or what somebody has is had. */
static bool stands_for_party(const struct sr_refer *r, const struct pronoun *p)
{
	const struct sr_muster *m = r->m;
	const struct sr_token *t = &m->token[p->token];

	if (t->deprel == SR_REL_EXPL)
		return false;
	if (p->possessive) {
		uint32_t noun = t->head;
		return p->animate != THING || m->noun[noun] != SR_NONE ||
		       sr_draft_at(m, noun) ||
		       (sr_thing_of(m, noun) & SR_CLASS_EVENT);
	}
	if (p->animate == PERSON)
		return true;
	if (p->animate == ANY && !sr_is_subject(&m->tree, p->token))
		return (m->verb[t->head] &
			(SR_VERB_ADDRESS | SR_VERB_HARM | SR_VERB_OWN)) != 0;
	if (p->animate == ANY)
		return true;
	if (!sr_is_subject(&m->tree, p->token) ||
	    sr_is_passive(&m->tree, t->head))
		return false;
	uint8_t verb = m->verb[t->head];
	if (verb & (SR_VERB_SAY | SR_VERB_OWN | SR_VERB_HARM))
		return true;
	/* "it takes time" is nobody; "Russia said that it takes" is, and "the
	 * group said it fired". */
	uint32_t upper = upper_subject(r, p);
	return sr_draft_at(m, upper) != NULL &&
	       ((verb & SR_VERB_ACT) ||
		((m->verb[m->token[upper].head] & SR_VERB_SAY) &&
		 m->token[t->head].upos == SR_UPOS_VERB));
}

static bool is_modifier(const struct sr_muster *m, const struct sr_draft *d)
{
	switch (m->token[d->p.m.head].deprel) {
	case SR_REL_AMOD:
	case SR_REL_COMPOUND:
	case SR_REL_FLAT:
		return true;
	default:
		return false;
	}
}

static bool says(const struct sr_muster *m, uint32_t i)
{
	return sr_is_subject(&m->tree, i) &&
	       (m->verb[m->token[i].head] & SR_VERB_SAY);
}

/* A subject, or joined to one by "and". */
static bool is_subject(const struct sr_muster *m, uint32_t i)
{
	if (m->token[i].deprel == SR_REL_CONJ && m->token[i].head < i)
		i = m->token[i].head;
	return sr_is_subject(&m->tree, i);
}

/* Is a subject one of the sentence's main clause? */
static bool in_main(const struct sr_muster *m, uint32_t subject)
{
	if (m->token[subject].deprel == SR_REL_CONJ)
		subject = m->token[subject].head;
	const struct sr_token *v = &m->token[m->token[subject].head];

	return v->deprel == SR_REL_ROOT || v->deprel == SR_REL_PARATAXIS ||
	       (v->deprel == SR_REL_CONJ &&
		m->token[v->head].deprel == SR_REL_ROOT);
}

/* "destroyed their vehicles": what is somebody's else than the subject's. */
static bool harmed(const struct sr_muster *m, const struct pronoun *p)
{
	uint32_t noun = m->token[p->token].head, verb;

	if (!p->possessive)
		return false;
	if (m->token[noun].deprel == SR_REL_CONJ)
		noun = m->token[noun].head;
	verb = m->token[noun].head;
	return m->token[noun].deprel == SR_REL_OBJ &&
	       (m->verb[verb] & SR_VERB_HARM) && !(m->verb[verb] & SR_VERB_OWN);
}

/* "hotbeds of the rebels and their positions": named in what "their" noun is
 * joined to by "and". */
static bool beside(const struct sr_muster *m, const struct pronoun *p,
		   uint32_t head)
{
	uint32_t noun = m->token[p->token].head;

	return m->token[noun].deprel == SR_REL_CONJ &&
	       m->token[noun].head < head &&
	       sr_dominates(&m->tree, m->token[noun].head, head);
}

static int score_of(const struct sr_refer *r, const struct pronoun *p,
		    const struct sr_draft *d, uint32_t away, uint32_t upper)
{
	const struct sr_muster *m = r->m;
	int score = 10 - 4 * (int)away;

	if (is_subject(m, d->p.m.head))
		score += in_main(m, d->p.m.head) ? 3 : 1;
	if (d->p.m.head == upper)
		score += harmed(m, p) ? -6 : 6;
	if (p->possessive && beside(m, p, d->p.m.head))
		score += 9;
	if (m->quoted[d->p.m.head] != m->quoted[p->token])
		/* "he said" is no man whom he has just told of */
		score -= (m->quoted[p->token] ||
			  (p->animate == PERSON && says(m, p->token))) && away
				 ? 8
				 : 3;
	if (d->p.m.head != upper && p->possessive && !away &&
	    sr_clause(&m->tree, d->p.m.head) == sr_clause(&m->tree, p->token))
		score += 5;
	if (p->animate == PERSON && says(m, p->token) && says(m, d->p.m.head))
		score += 2;
	if (p->animate != PERSON && !says(m, p->token) &&
	    (d->p.kind == SR_PARTY_KIND_MEDIA ||
	     d->p.kind == SR_PARTY_KIND_INSTITUTION))
		score -= 4;
	if (p->animate == THING && d->p.kind == SR_PARTY_KIND_STATE)
		score--;
	return score;
}

#define MARGIN 2

/* One party, or two of which it does not matter. */
static bool same_side(const struct sr_draft *a, const struct sr_draft *b)
{
	return a->p.entity == b->p.entity;
}

/* The subject of the clause of which the pronoun is an object: it would be
 * "itself" if it were that. */
static uint32_t own_subject(const struct sr_refer *r, const struct pronoun *p)
{
	const struct sr_tree *t = &r->m->tree;
	uint32_t clause = sr_clause(t, p->token);

	if (p->subject || p->possessive || clause == SR_NONE)
		return SR_NONE;
	return sr_subject(t, clause);
}

/* "they" may be things: the score of the best plural noun that is nobody,
 * unless something is done that only somebody does. */
static int things_before(const struct sr_refer *r, const struct pronoun *p,
			 uint32_t upper)
{
	const struct sr_muster *m = r->m;
	uint32_t here = m->token[p->token].sentence, verb;
	uint32_t first = here > 0 ? here - 1 : here;
	int best = 0;

	if (p->animate != ANY)
		return 0;
	verb = m->token[p->token].head;
	if (p->subject && (m->verb[verb] & ~SR_VERB_LIE) &&
	    !sr_is_passive(&m->tree, verb))
		return 0;
	if (p->possessive && (m->noun[verb] != SR_NONE ||
			      (sr_thing_of(m, verb) & SR_CLASS_EVENT)))
		return 0;
	for (uint32_t i = m->doc->sentences.items[first].from; i < p->token;
	     i++) {
		if (m->token[i].xpos != SR_XPOS_NNS || sr_draft_at(m, i) ||
		    m->token[i].time != SR_NONE)
			continue;
		int score = 6 - 4 * (int)(here - m->token[i].sentence);
		if (is_subject(m, i))
			score += in_main(m, i) ? 3 : 1;
		if (i == upper)
			score += 6;
		best = score > best ? score : best;
	}
	return best;
}

#define MOST_OTHERS 8 /* who were called by another pronoun */

/* "His men were holding her": whoever is "he" elsewhere is not "she". */
struct others {
	uint32_t entity[MOST_OTHERS];
	size_t n;
};

static bool is_other(const struct sr_refer *r, const struct pronoun *p,
		     const struct sr_draft *d, struct others *o)
{
	const struct sr_fact *f =
		d->p.pronoun && p->animate == PERSON
			? sr_fact_at(r->m, d->p.m.from, SR_FACT_PRONOUN)
			: NULL;

	if (f && f->row != p->row && o->n < MOST_OTHERS &&
	    sr_kit_value(r->m->kit, SR_TABLE_PRONOUNS, f->row,
			 SR_PRONOUNS_ANIMATE) == PERSON)
		o->entity[o->n++] = d->p.entity;
	for (size_t k = 0; k < o->n; k++)
		if (o->entity[k] == d->p.entity)
			return true;
	return false;
}

/* "They target soldiers. They have attacked civilians": no soldiers did. */
static bool suffers_of(const struct sr_muster *m, const struct pronoun *p,
		       const struct sr_draft *d)
{
	uint32_t clause = sr_clause(&m->tree, d->p.m.head), subject;

	if (!p->subject || clause == SR_NONE || is_subject(m, d->p.m.head))
		return false;
	subject = sr_subject(&m->tree, clause);
	return subject != SR_NONE && m->token[subject].upos == SR_UPOS_PRON &&
	       m->token[subject].lower == m->token[p->token].lower &&
	       m->token[subject].sentence != m->token[p->token].sentence;
}

/* The best of the drafts before order position i for a pronoun: a subject
 * before others; NULL when two parties would do as well. */
static const struct sr_draft *antecedent(const struct sr_refer *r, size_t i,
					 const struct pronoun *p)
{
	const struct sr_draft *best = NULL;
	uint32_t here = r->m->token[p->token].sentence;
	uint32_t upper = upper_subject(r, p);
	uint32_t own = own_subject(r, p);
	int best_score = 0, second = things_before(r, p, upper);
	struct others others = { .n = 0 };

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *d = sr_met(r, k);
		uint32_t away = here - sr_met_in(r, d);
		if (away > NEAR_SENTENCES)
			break;
		bool whole = d->p.m.head == upper && p->animate == ANY &&
			     !p->possessive && d->p.kind == SR_PARTY_KIND_STATE;
		if (is_other(r, p, d, &others) ||
		    !(whole || agrees(r, p, d)) || is_modifier(r->m, d) ||
		    d->p.m.head == own || suffers_of(r->m, p, d))
			continue;
		int score = score_of(r, p, d, away, upper);
		if (score > best_score) {
			if (best && !same_side(best, d))
				second = best_score;
			best = d;
			best_score = score;
		} else if (best && !same_side(best, d) && score > second) {
			second = score;
		}
	}
	/* Another party as near: left open. */
	return best && best_score < second + MARGIN ? NULL : best;
}

/* "we", "our": the side of whoever is quoted, where that is one of the war;
 * outside quotations that of whose words the report is. */
static void read_self(struct sr_refer *r, const struct pronoun *p)
{
	const struct sr_draft *voice = sr_voice_of(r->m, p->token);
	bool own = !voice && r->own.n && !r->m->quoted[p->token];

	if (!own && (!voice || !sr_side_known(r->m, voice->p.side)))
		return;
	struct sr_draft from = { .p = { .kind = SR_PARTY_KIND_FORCE,
					.side = r->own } };
	if (voice)
		from = *voice;
	struct sr_draft *d =
		sr_draft_new(r->m, p->token, p->token + 1, p->token);
	if (!d)
		return;
	d->p.side = from.p.side;
	d->p.why = own ? SR_PARTY_CONTEXT : SR_PARTY_REFERS;
	d->p.kind = from.p.kind;
	d->p.pronoun = true;
	d->p.plural = true;
	d->many = true;
	if (voice && from.p.kind != SR_PARTY_KIND_PERSON &&
	    from.p.kind != SR_PARTY_KIND_OFFICIAL) {
		d->p.name = from.p.name;
		d->p.entity = from.p.entity;
	}
}

static void read_pronoun(struct sr_refer *r, size_t i, const struct pronoun *p)
{
	const struct sr_draft *e;

	if (!stands_for_party(r, p))
		return;
	e = antecedent(r, i, p);
	if (!e || (p->animate == THING && !e->p.side.n))
		return;
	struct sr_draft from = *e;
	struct sr_draft *d =
		sr_draft_new(r->m, p->token, p->token + 1, p->token);
	if (!d)
		return;
	sr_refer_take(d, &from);
	d->p.name = from.p.name;
	d->p.kind = from.p.kind;
	d->p.pronoun = true;
	d->p.plural = p->plural;
	d->surname = from.surname;
	d->class = from.class;
	d->fact = from.fact;
	d->named = true;
}

void sr_refer_pronoun(struct sr_refer *r, uint32_t token)
{
	const struct sr_kit *kit = r->m->kit;
	const struct sr_fact *f = sr_fact_at(r->m, token, SR_FACT_PRONOUN);

	if (!f)
		return;
	struct pronoun p = {
		.token = token,
		.row = f->row,
		.plural = sr_kit_value(kit, SR_TABLE_PRONOUNS, f->row,
				       SR_PRONOUNS_NUMBER) != 0,
		.possessive = r->m->token[token].xpos == SR_XPOS_PRP_S,
		.subject = sr_is_subject(&r->m->tree, token),
		.animate = sr_kit_value(kit, SR_TABLE_PRONOUNS, f->row,
					SR_PRONOUNS_ANIMATE),
	};
	if (sr_kit_value(kit, SR_TABLE_PRONOUNS, f->row, SR_PRONOUNS_SELF))
		read_self(r, &p);
	else
		read_pronoun(r, r->norder, &p);
}
