/* Names that the tables know: states by any of their names, groups, known
 * formations, institutions. The one thing to decide is whether a town stands
 * for its government ("Moscow denied") or is a place ("in Moscow"), and
 * whether a country is a party or the ground ("across Ukraine"). */
#include "base/calendar.h"
#include "base/str.h"
#include "kit/pattern.h"
#include "resolve/party_internal.h"

enum sr_relation sr_relation_behind(const struct sr_muster *m, uint32_t i)
{
	if (i + 1 >= m->ntoken || !sr_is_dash(m, i))
		return SR_RELATION_NONE;
	const struct sr_fact *f = sr_fact_at(m, i + 1, SR_FACT_RELATION);
	if (!f || sr_kit_value(m->kit, SR_TABLE_RELATIONS, f->row,
			       SR_RELATIONS_FRONT))
		return SR_RELATION_NONE;
	return (enum sr_relation)sr_kit_value(m->kit, SR_TABLE_RELATIONS,
					      f->row, SR_RELATIONS_KIND);
}

unsigned sr_thing_of(const struct sr_muster *m, uint32_t noun)
{
	const struct sr_fact *f = sr_fact_ending(m, noun, SR_FACT_THING);

	return f ? (unsigned)sr_kit_value(m->kit, SR_TABLE_THINGS, f->row,
					  SR_THINGS_CLASSES)
		 : 0;
}

unsigned sr_link_before(const struct sr_muster *m, uint32_t i)
{
	return i > sr_sentence_of(m, i)->from ? m->link[i - 1] : 0;
}

static const struct sr_phrase_np *np_at(const struct sr_muster *m, uint32_t i)
{
	return m->np_in[i] == SR_NONE ? NULL : &m->nps.items[m->np_in[i]];
}

/* The phrase that the phrase of token i possesses: "army" of "Kyiv's army". */
static const struct sr_phrase_np *possessed(const struct sr_muster *m,
					    const struct sr_phrase_np *np)
{
	uint32_t n = (uint32_t)(np - m->nps.items);

	if (n + 1 < m->nps.nitem && m->nps.items[n + 1].possessor == n)
		return &m->nps.items[n + 1];
	return NULL;
}

#define GROUNDS                                                                \
	(SR_CLASS_PLACE | SR_CLASS_GROUND | SR_CLASS_SITE | SR_CLASS_HOME |    \
	 SR_CLASS_CIV | SR_CLASS_UTILITY)

/* Is a noun one that a government has, rather than a town? */
static bool governs(const struct sr_muster *m, uint32_t noun)
{
	uint32_t fact = m->noun[noun];

	if (fact != SR_NONE) {
		const struct sr_fact *f = &m->facts.items[fact];
		if (f->kind == SR_FACT_NOUN) {
			int32_t c = sr_kit_value(m->kit, SR_TABLE_PEOPLE,
						 f->row, SR_PEOPLE_CLASS);
			return c != SR_PEOPLE_CIVILIAN && c != SR_PEOPLE_MEDIC;
		}
		if (f->kind == SR_FACT_POST)
			return sr_kit_value(m->kit, SR_TABLE_POSTS, f->row,
					    SR_POSTS_CLASS) != SR_POST_GOVERNOR;
		return true;
	}
	return !(sr_thing_of(m, noun) & GROUNDS);
}

/* Without a tree: a verb that only somebody does stands behind it. */
static bool verb_behind(const struct sr_muster *m, uint32_t i, unsigned kinds)
{
	const struct sr_sentence *s = sr_sentence_of(m, i);

	for (; i < s->to; i++) {
		if (m->token[i].upos == SR_UPOS_VERB)
			return (m->verb[i] & kinds) &&
			       m->token[i].xpos != SR_XPOS_VBN;
		if (m->token[i].upos != SR_UPOS_ADV &&
		    m->token[i].upos != SR_UPOS_AUX)
			return false;
	}
	return false;
}

#define DOES (SR_VERB_SAY | SR_VERB_ACT | SR_VERB_OWN | SR_VERB_HARM)

/* What the noun of a phrase is to its verb. */
static bool in_the_clause(const struct sr_muster *m, uint32_t noun)
{
	const struct sr_token *t = &m->token[noun];

	if (!sr_sentence_of(m, noun)->parsed)
		return verb_behind(m, noun + 1, DOES);
	switch (t->deprel) {
	case SR_REL_NSUBJ:
	case SR_REL_NSUBJ_OUTER:
		/* Any verb that is not of what towns do, "Kyiv fell". */
		return m->token[t->head].upos == SR_UPOS_VERB &&
		       !sr_is_passive(&m->tree, t->head) &&
		       !(m->verb[t->head] & SR_VERB_LIE);
	case SR_REL_OBJ:
	case SR_REL_IOBJ:
	case SR_REL_NSUBJ_PASS:
		return (m->verb[t->head] & SR_VERB_ADDRESS) != 0;
	case SR_REL_OBL_AGENT:
		return true;
	default:
		return false;
	}
}

/* Another capital that stands for its state, tied by "and". */
static bool beside_another(const struct sr_muster *m, uint32_t noun)
{
	uint32_t up = m->token[noun].head;

	if (m->token[noun].deprel != SR_REL_CONJ || up >= noun)
		return false;
	return sr_draft_at(m, up) != NULL;
}

/* Of the links of partners only "for" leads to places too: "the battle for
 * Kyiv", "left for Moscow". */
static bool is_for(unsigned link)
{
	return (link & SR_LINK_EMPLOYER) && !(link & SR_LINK_OWNER);
}

static bool fought_over(const struct sr_muster *m, uint32_t from)
{
	if (from < 2)
		return true;
	if (m->token[from - 2].deprel == SR_REL_CASE)
		return false; /* "according to" */
	return m->token[from - 2].upos == SR_UPOS_VERB ||
	       (sr_thing_of(m, from - 2) & SR_CLASS_EVENT);
}

/* The word that a name hangs by: of "Addis Ababa" the first. */
static uint32_t name_head(const struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t i = f->to - 1;

	while (m->token[i].deprel == SR_REL_FLAT && m->token[i].head < i &&
	       m->token[i].head >= f->from)
		i = m->token[i].head;
	return i;
}

/* Does a town's name stand for a government here? */
static bool capital_acts(const struct sr_muster *m, const struct sr_fact *f)
{
	const struct sr_phrase_np *np = np_at(m, f->to - 1);

	if (sr_relation_behind(m, f->to) != SR_RELATION_NONE)
		return sr_relation_behind(m, f->to) != SR_RELATION_STYLE;
	if (!np)
		return false;
	if (np->noun < f->from || np->noun >= f->to)
		return m->noun[np->noun] != SR_NONE && governs(m, np->noun);
	if (np->own < f->from)
		return false; /* "central Kyiv", "the Moscow" */
	const struct sr_phrase_np *whole = possessed(m, np);
	unsigned link = sr_link_before(m, np->from);
	if (whole)
		return governs(m, whole->noun);
	if (link & SR_LINK_INSIDE)
		return false;
	if (link & SR_LINK_PARTNER)
		return !is_for(link) || !fought_over(m, np->from);
	return in_the_clause(m, name_head(m, f)) ||
	       beside_another(m, name_head(m, f));
}

/* Is a country's name just where something is? */
static bool is_ground(const struct sr_muster *m, const struct sr_fact *f)
{
	const struct sr_phrase_np *np = np_at(m, f->to - 1);

	if (!np)
		return false;
	if (np->noun < f->from || np->noun >= f->to) {
		/* "the Ukraine war", "Syria's" are another phrase's */
		unsigned thing = sr_thing_of(m, np->noun);
		return m->noun[np->noun] == SR_NONE &&
		       (thing & (SR_CLASS_PLACE | SR_CLASS_GROUND)) &&
		       sr_relation_behind(m, f->to) == SR_RELATION_NONE;
	}
	const struct sr_phrase_np *whole = possessed(m, np);
	if (whole)
		return m->noun[whole->noun] == SR_NONE &&
		       (sr_thing_of(m, whole->noun) & SR_CLASS_PLACE);
	if (sr_link_before(m, np->from) & SR_LINK_INSIDE)
		return true;
	if (np->own < f->from && np->from == np->own &&
	    m->token[np->own].upos == SR_UPOS_ADJ)
		return !in_the_clause(m, name_head(m, f)); /* "eastern Ukraine" */
	if ((sr_link_before(m, np->from) & SR_LINK_OWNER) && np->from > 1) {
		uint32_t before = np->from - 2;
		return m->noun[before] == SR_NONE &&
		       (sr_thing_of(m, before) & SR_CLASS_PLACE);
	}
	uint32_t up = m->token[f->to - 1].head;
	return m->token[f->to - 1].deprel == SR_REL_CONJ && up < f->from &&
	       sr_name_at(m, up) && sr_name_at(m, up)->kind == SR_FACT_STATE &&
	       !sr_draft_at(m, up);
}

/* A surname that is a country's name: "Michael Jordan". */
static bool is_surname(const struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t i = f->from;

	return f->to == i + 1 && i > sr_sentence_of(m, i)->from &&
	       m->token[i - 1].upos == SR_UPOS_PROPN &&
	       m->name[i - 1] == SR_NONE && m->token[i - 1].place == SR_NONE &&
	       m->token[i].deprel == SR_REL_FLAT && m->token[i].head == i - 1;
}

/* Part of a longer name of a place: "the West" of "the West Bank". */
static bool in_place(const struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t place = m->token[f->from].place;

	if (place == SR_NONE || m->token[f->to - 1].place != place)
		return false;
	const struct sr_place *p = &m->doc->places.items[place];
	return (p->kind == SR_PLACE_POINT || p->kind == SR_PLACE_AREA) &&
	       p->m.to > f->to && sr_capital(m, f->to);
}

/* "Allied militias" of our day are none of the Allies': a body of states that
 * was at another time. A state that is gone may still be told of. */
static bool out_of_time(const struct sr_muster *m, const struct sr_fact *f)
{
	return sr_fact_table(f) == SR_TABLE_STATES && !sr_fact_side(m, f).n &&
	       sr_days_known(m->days) &&
	       sr_kit_over(m->kit, SR_TABLE_STATES, f->row, SR_STATES_TO,
			   m->days.from);
}

static bool wanted(const struct sr_muster *m, const struct sr_fact *f)
{
	const struct sr_phrase_np *np = np_at(m, f->to - 1);

	if (out_of_time(m, f))
		return false;

	switch (f->kind) {
	case SR_FACT_STATE:
		return !is_surname(m, f) && !is_ground(m, f) &&
		       !in_place(m, f) &&
		       sr_relation_behind(m, f->to) != SR_RELATION_STYLE;
	case SR_FACT_CAPITAL:
		return capital_acts(m, f);
	case SR_FACT_SEAT:
		return !np || !(sr_link_before(m, np->from) & SR_LINK_INSIDE);
	case SR_FACT_ADJECTIVE:
		if (sr_relation_behind(m, f->to) == SR_RELATION_STYLE)
			return false;
		/* A language: "in Russian", "speaks Arabic". */
		if (np && np->own == f->from && np->to == f->to &&
		    sr_link_before(m, f->from) & SR_LINK_INSIDE)
			return false;
		return !np || np->noun != f->to - 1 || np->own < f->from ||
		       m->token[f->to - 1].upos == SR_UPOS_ADJ ||
		       m->token[f->to - 1].xpos == SR_XPOS_NNS ||
		       m->token[f->to - 1].xpos == SR_XPOS_NNPS ||
		       in_the_clause(m, f->to - 1);
	default:
		return true;
	}
}

static uint8_t kind_of(const struct sr_muster *m, const struct sr_fact *f)
{
	switch (f->kind) {
	case SR_FACT_GROUP:
		return sr_kit_value(m->kit, SR_TABLE_GROUPS, f->row,
				    SR_GROUPS_KIND)
			       ? SR_PARTY_KIND_FORCE
			       : SR_PARTY_KIND_GROUP;
	case SR_FACT_FORMATION:
		return SR_PARTY_KIND_UNIT;
	case SR_FACT_INSTITUTION:
		return sr_kit_value(m->kit, SR_TABLE_INSTITUTIONS, f->row,
				    SR_INSTITUTIONS_KIND)
			       ? SR_PARTY_KIND_MEDIA
			       : SR_PARTY_KIND_INSTITUTION;
	default:
		return SR_PARTY_KIND_STATE;
	}
}

/* The words of a name's mention: of the phrase whose noun it is all, of a word
 * in front of another noun itself alone. */
static void add_name(struct sr_muster *m, const struct sr_fact *f)
{
	const struct sr_phrase_np *np = np_at(m, f->to - 1);
	bool noun = np && np->noun >= f->from && np->noun < f->to &&
		    (f->kind != SR_FACT_ADJECTIVE || np->to == f->to);
	uint32_t from = f->from;
	uint32_t to = noun && np->to > f->to ? np->to : f->to;
	if (noun && from > sr_sentence_of(m, from)->from &&
	    m->token[from - 1].upos == SR_UPOS_DET)
		from--;
	struct sr_draft *d = sr_draft_new(m, from, to, SR_NONE);

	if (!d)
		return;
	d->p.name = sr_fact_name(m, f);
	d->p.side = sr_fact_side(m, f);
	d->p.why = d->p.side.n ? SR_PARTY_TABLE : SR_PARTY_UNKNOWN;
	d->p.kind = kind_of(m, f);
	d->p.table = sr_fact_table(f);
	d->p.row = f->row;
	d->p.plural = f->kind == SR_FACT_PEOPLE ||
		      (f->kind == SR_FACT_ADJECTIVE && noun);
	d->fact = f->kind;
	d->named = true;
	d->np = noun ? m->np_in[f->to - 1] : SR_NONE;
}

void sr_muster_names(struct sr_muster *m)
{
	for (uint32_t i = 0; i < m->ntoken; i++) {
		const struct sr_fact *f = sr_name_at(m, i);
		if (f && f->from == i && f->kind != SR_FACT_LEADER &&
		    f->kind != SR_FACT_SURNAME && wanted(m, f))
			add_name(m, f);
	}
}
