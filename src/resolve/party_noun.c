/* Common nouns for people, forces and bodies: "Russian troops", "government
 * forces", "the invaders", "residents", "the Iraqi defence ministry". */
#include <limits.h>

#include "base/str.h"
#include "kit/pattern.h"
#include "resolve/party_internal.h"

static uint8_t kind_of_people(enum sr_people class)
{
	switch (class) {
	case SR_PEOPLE_FIGHTER:
	case SR_PEOPLE_REBEL:
	case SR_PEOPLE_SEPARATIST:
	case SR_PEOPLE_MILITANT:
	case SR_PEOPLE_MILITIA:
	case SR_PEOPLE_PROXY:
	case SR_PEOPLE_BAND:
	case SR_PEOPLE_BLOC:
	case SR_PEOPLE_ATTACKER:
		return SR_PARTY_KIND_GROUP;
	case SR_PEOPLE_CIVILIAN:
	case SR_PEOPLE_MEDIC:
	case SR_PEOPLE_AID:
	case SR_PEOPLE_PRESS:
		return SR_PARTY_KIND_CIVILIANS;
	case SR_PEOPLE_PERSON:
	case SR_PEOPLE_SOURCE:
		return SR_PARTY_KIND_PEOPLE;
	case SR_PEOPLE_OFFICIAL:
		return SR_PARTY_KIND_OFFICIAL;
	case SR_PEOPLE_NATION:
	case SR_PEOPLE_SIDES:
		return SR_PARTY_KIND_STATE;
	case SR_PEOPLE_FORCE:
	case SR_PEOPLE_LOYAL:
	case SR_PEOPLE_ENEMY:
	case SR_PEOPLE_OCCUPIER:
	case SR_PEOPLE_DEFENDER:
	case SR_PEOPLE_LIBERATOR:
	case SR_PEOPLE_GUERRILLA:
	case SR_PEOPLE_PRISONER:
	case SR_PEOPLE_POLICE:
	case SR_PEOPLE_COALITION:
		return SR_PARTY_KIND_FORCE;
	}
	return SR_PARTY_KIND_PEOPLE;
}

bool sr_people_fight(unsigned class)
{
	switch (class) {
	case SR_PEOPLE_CIVILIAN:
	case SR_PEOPLE_MEDIC:
	case SR_PEOPLE_AID:
	case SR_PEOPLE_PRESS:
	case SR_PEOPLE_PERSON:
	case SR_PEOPLE_SOURCE:
	case SR_PEOPLE_OFFICIAL:
	case SR_PEOPLE_NATION:
	case SR_PEOPLE_SIDES:
		return false;
	default:
		return true;
	}
}

/* A member, a man: of the side that is said when a group or force has them,
 * when they are somebody's ("Kyiv's men") or for somebody ("pro-Moscow").
 * "Russian victims" says nothing of a side. */
static bool of_somebody(const struct sr_muster *m, struct sr_draft *own,
			const struct sr_phrase_np *np)
{
	uint32_t end, owner = sr_owner_behind(m, np->to, SR_LINK_OWNER, &end);
	const struct sr_draft *d = NULL;

	if (owner != SR_NONE) {
		d = sr_draft_at(m, owner);
		/* "members of Boko Haram": the name's head may be its first */
		for (uint32_t i = np->to; !d && i < end; i++)
			d = sr_draft_at(m, i);
	} else if (np->possessor != SR_NONE)
		return true;
	for (uint32_t i = np->own; !d && i < np->noun; i++)
		d = sr_draft_at(m, i);
	if (d && (d->p.kind == SR_PARTY_KIND_GROUP ||
		  d->p.kind == SR_PARTY_KIND_FORCE ||
		  d->p.kind == SR_PARTY_KIND_UNIT))
		own->p.kind = SR_PARTY_KIND_FORCE;
	return own->p.kind == SR_PARTY_KIND_FORCE || !d;
}

/* "army units", "military police": of a state's force. */
static bool of_an_army(const struct sr_muster *m, const struct sr_phrase_np *np)
{
	for (uint32_t i = np->own; i < np->noun; i++) {
		const struct sr_fact *f = m->noun[i] == SR_NONE
						  ? NULL
						  : &m->facts.items[m->noun[i]];
		if (f && f->kind == SR_FACT_NOUN && f->to == i + 1 &&
		    sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
				 SR_PEOPLE_CLASS) == SR_PEOPLE_FORCE &&
		    sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
				 SR_PEOPLE_GROUP))
			return true;
	}
	return false;
}

static struct sr_str side_of_body_word(const struct sr_muster *m,
				       const struct sr_fact *f)
{
	int32_t class =
		sr_kit_value(m->kit, SR_TABLE_BODIES, f->row, SR_BODIES_CLASS);

	if (class == SR_BODY_OPPOSITION)
		return sr_side_of_class(m, SR_PEOPLE_REBEL);
	if (class == SR_BODY_STATE)
		return sr_side_of_class(m, SR_PEOPLE_LOYAL);
	return (struct sr_str){ NULL, 0 };
}

/* "opposition gunmen", "rebel commanders": as what the word in front means. */
static struct sr_str side_of_words(const struct sr_muster *m,
				   const struct sr_phrase_np *np)
{
	struct sr_str side = { NULL, 0 };

	for (uint32_t i = np->own; i < np->noun && !side.n; i++) {
		const struct sr_fact *f = m->noun[i] == SR_NONE
						  ? NULL
						  : &m->facts.items[m->noun[i]];
		if (!f || f->to != i + 1)
			continue;
		if (f->kind == SR_FACT_BODY)
			side = side_of_body_word(m, f);
		else if (f->kind == SR_FACT_NOUN)
			side = sr_side_of_class(
				m, (enum sr_people)sr_kit_value(
					   m->kit, SR_TABLE_PEOPLE, f->row,
					   SR_PEOPLE_CLASS));
	}
	return side;
}

static void side_of_people(struct sr_muster *m, struct sr_draft *d,
			   const struct sr_phrase_np *np)
{
	enum sr_people class = (enum sr_people)d->class;
	bool fights = sr_people_fight(class);

	d->p.side = sr_side_said(m, np, fights || class == SR_PEOPLE_PERSON,
				 &d->p.why);
	if (class == SR_PEOPLE_BAND) { /* whoever was named before */
		d->p.side = (struct sr_str){ NULL, 0 };
		d->p.why = SR_PARTY_UNKNOWN;
	}
	/* "Israel's attackers", "the invaders of Kuwait" are others. */
	if (class == SR_PEOPLE_ATTACKER || class == SR_PEOPLE_OCCUPIER ||
	    class == SR_PEOPLE_ENEMY) {
		d->p.side = sr_side_own(m, np);
		d->p.why = d->p.side.n ? SR_PARTY_SAID : SR_PARTY_UNKNOWN;
	}
	/* "government fighters backed by Russia" */
	if (fights && np->possessor == SR_NONE && !sr_side_own(m, np).n &&
	    side_of_words(m, np).n) {
		d->p.side = side_of_words(m, np);
		d->p.why = SR_PARTY_CONTEXT;
	}
	if (d->p.kind == SR_PARTY_KIND_CIVILIANS) {
		d->p.side = SR_STR("CIV");
		d->p.why = SR_PARTY_TABLE;
		return;
	}
	if (class == SR_PEOPLE_PERSON && d->p.side.n &&
	    !of_somebody(m, d, np)) {
		d->p.side = (struct sr_str){ NULL, 0 };
		d->p.why = SR_PARTY_UNKNOWN;
	}
	if (class == SR_PEOPLE_SOURCE || class == SR_PEOPLE_SIDES) {
		d->p.side = (struct sr_str){ NULL, 0 };
		d->p.why = SR_PARTY_UNKNOWN;
	}
	/* "Syrian rebels" are rebels in Syria, not of its side, and not those
	 * of the war next door. */
	bool land = d->p.side.n && d->p.why == SR_PARTY_SAID &&
		    sr_side_in_land(m, d, np);
	d->alone = !d->p.side.n;
	if (d->alone && fights && !land) {
		d->p.side = side_of_words(m, np);
		if (!d->p.side.n &&
		    !(class == SR_PEOPLE_COALITION && sr_is_some(m, np)))
			d->p.side = sr_side_of_class(m, class);
		if (!d->p.side.n && of_an_army(m, np))
			d->p.side = sr_army_side(m);
		if (d->p.side.n)
			d->p.why = SR_PARTY_CONTEXT;
	}
	if (d->p.kind == SR_PARTY_KIND_GROUP && sr_is_state(m, d->p.side))
		d->p.kind = SR_PARTY_KIND_FORCE;
}

/* "military force", "brutal force": no determiner, no name. */
static bool bare_adjective(const struct sr_muster *m,
			   const struct sr_phrase_np *np)
{
	for (uint32_t i = np->from; i < np->noun; i++)
		if (m->token[i].upos != SR_UPOS_ADJ || m->name[i] != SR_NONE)
			return false;
	return true;
}

/* A noun in the singular with no word before it is seldom somebody: "by
 * force", "under guard". */
static bool bare_singular(const struct sr_muster *m,
			  const struct sr_phrase_np *np)
{
	return (np->from == np->noun || bare_adjective(m, np)) &&
	       m->token[np->noun].xpos == SR_XPOS_NN &&
	       !sr_is_subject(&m->tree, np->noun);
}

static bool plural_noun(const struct sr_muster *m, uint32_t noun)
{
	return m->token[noun].xpos == SR_XPOS_NNS ||
	       m->token[noun].xpos == SR_XPOS_NNPS;
}

static bool speaks(const struct sr_muster *m, uint32_t noun)
{
	const struct sr_token *t = &m->token[noun];

	return (sr_is_subject(&m->tree, noun) &&
		(m->verb[t->head] & (SR_VERB_SAY | SR_VERB_ADDRESS))) ||
	       ((sr_link_before(m, sr_phrase_start(m, noun)) &
		 (SR_LINK_PARTNER | SR_LINK_EMPLOYER | SR_LINK_OWNER)) ==
		SR_LINK_PARTNER);
}

static bool wanted_people(const struct sr_muster *m,
			  const struct sr_phrase_np *np, unsigned class)
{
	/* "the group", not "a group of men" */
	if (class == SR_PEOPLE_BAND || class == SR_PEOPLE_BLOC)
		return (m->link[np->from] & SR_LINK_DEFINITE) &&
		       (m->token[np->noun].xpos == SR_XPOS_NN ||
			m->token[np->noun].xpos == SR_XPOS_NNP) &&
		       (np->from + 2 >= np->to ||
			(class == SR_PEOPLE_BAND && sr_is_band_said(m, np)));
	if (class == SR_PEOPLE_POLICE || class == SR_PEOPLE_ENEMY)
		return true;
	return !bare_singular(m, np);
}

static bool wanted_body(const struct sr_muster *m,
			const struct sr_phrase_np *np, unsigned class)
{
	switch (class) {
	case SR_BODY_STATE:
		return !bare_singular(m, np) || speaks(m, np->noun);
	case SR_BODY_OPPOSITION:
		return true;
	case SR_BODY_PUBLIC:
	case SR_BODY_FIRM:
		if (m->token[np->noun].place != SR_NONE)
			return false; /* "the West Bank" */
		return m->token[np->noun].upos == SR_UPOS_PROPN ||
		       speaks(m, np->noun);
	default:
		return true;
	}
}

/* The country of a place named in the phrase or right behind it: "Aleppo
 * Police Command", "the prosecutor's office in Sumy". */
struct sr_str sr_country_near(const struct sr_muster *m, uint32_t from,
			      uint32_t to)
{
	const struct sr_place *p = NULL;
	uint32_t end;

	for (uint32_t i = from; i < to; i++)
		if (m->token[i].place != SR_NONE)
			p = &m->doc->places.items[m->token[i].place];
	if (!p) {
		uint32_t noun = sr_owner_behind(
			m, to,
			SR_LINK_OWNER | SR_LINK_EMPLOYER | SR_LINK_INSIDE,
			&end);
		for (uint32_t i = to; noun != SR_NONE && i < end; i++)
			if (m->token[i].place != SR_NONE)
				p = &m->doc->places.items[m->token[i].place];
	}
	return p ? sr_side_of_country(m, p->country)
		 : (struct sr_str){ NULL, 0 };
}

static void side_of_body(struct sr_muster *m, struct sr_draft *d,
			 const struct sr_phrase_np *np)
{
	if (d->class == SR_BODY_UN) {
		/* others have a Security Council too */
		d->p.side = sr_side_own(m, np);
		d->p.why = d->p.side.n ? SR_PARTY_SAID : SR_PARTY_TABLE;
		if (!d->p.side.n)
			d->p.side = SR_STR("UNO");
		return;
	}
	if (d->class == SR_BODY_OPPOSITION) {
		d->p.side = sr_side_said(m, np, false, &d->p.why);
		if (!d->p.side.n ||
		    !sr_side_of_class_in(m, d->p.side, SR_PEOPLE_REBEL,
					 &d->p.side))
			d->p.side = sr_side_of_class(m, SR_PEOPLE_REBEL);
		d->p.why = d->p.side.n ? SR_PARTY_CONTEXT : SR_PARTY_UNKNOWN;
		return;
	}
	if (d->class != SR_BODY_STATE && d->class != SR_BODY_STATE_MEDIA &&
	    d->class != SR_BODY_MISSION && d->class != SR_BODY_PRESS)
		return;
	d->alone = true;
	if (m->token[np->own].xpos == SR_XPOS_PRP_S)
		return; /* as the pronoun, whatever the place */
	d->p.side = sr_side_said(m, np, false, &d->p.why);
	if (!d->p.side.n && d->class != SR_BODY_MISSION &&
	    d->class != SR_BODY_PRESS) {
		d->p.side = sr_side_patron(m, np);
		/* "the UN-backed government" is the one at home, unless who
		 * backs it fights that */
		if (d->p.side.n && m->home.n &&
		    !sr_side_against(m, d->p.side).n)
			d->p.side = m->home;
		if (!d->p.side.n)
			d->p.side = sr_country_near(m, np->from, np->to);
		d->p.why = d->p.side.n ? SR_PARTY_PLACE : SR_PARTY_UNKNOWN;
	}
	if (!d->p.side.n && d->class == SR_BODY_STATE_MEDIA &&
	    sr_within_a_state(m)) {
		d->p.side = m->home;
		d->p.why = SR_PARTY_CONTEXT;
	}
	d->alone = !d->p.side.n;
}

/* "soldiers of the 93rd Brigade": as far as the owner's phrase. */
static uint32_t with_owner(const struct sr_muster *m,
			   const struct sr_phrase_np *np)
{
	uint32_t end, noun = sr_owner_behind(m, np->to, SR_LINK_OWNER, &end);

	if (noun != SR_NONE && (sr_draft_at(m, noun) || sr_name_at(m, noun) ||
				m->token[noun].place != SR_NONE))
		return end;
	return np->to;
}

static bool noun_tag(const struct sr_muster *m, uint32_t i)
{
	return m->token[i].upos == SR_UPOS_NOUN ||
	       m->token[i].upos == SR_UPOS_PROPN;
}

/* A body's name of several words that covers a noun and goes on behind it. */
static const struct sr_fact *body_over(const struct sr_muster *m, uint32_t noun)
{
	uint32_t from = noun > 4 ? noun - 4 : 0;

	for (uint32_t i = from; i <= noun; i++) {
		const struct sr_fact *f = sr_fact_at(m, i, SR_FACT_BODY);
		if (f && f->to > noun + 1)
			return f;
	}
	return NULL;
}

static void add_people(struct sr_muster *m, const struct sr_fact *f, uint32_t n)
{
	const struct sr_phrase_np np = m->nps.items[n];
	unsigned class = (unsigned)sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
						SR_PEOPLE_CLASS);

	if (!wanted_people(m, &np, class))
		return;
	struct sr_draft *d =
		sr_draft_new(m, np.from, with_owner(m, &np), np.noun);
	if (!d)
		return;
	d->class = (uint8_t) class;
	d->fact = SR_FACT_NOUN;
	d->np = n;
	d->p.kind = kind_of_people((enum sr_people) class);
	d->p.plural = plural_noun(m, np.noun) || class == SR_PEOPLE_SIDES;
	d->army = sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
			       SR_PEOPLE_ARMY) != 0;
	d->many = sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
			       SR_PEOPLE_GROUP) != 0 &&
		  !d->p.plural;
	d->definite = sr_is_definite(m, &np);
	side_of_people(m, d, &np);
}

static void add_body(struct sr_muster *m, const struct sr_fact *f, uint32_t n)
{
	const struct sr_phrase_np np = m->nps.items[n];
	unsigned class = (unsigned)sr_kit_value(m->kit, SR_TABLE_BODIES, f->row,
						SR_BODIES_CLASS);

	if (!wanted_body(m, &np, class))
		return;
	/* "the Ministry of Defence of Iraq": the name goes on behind "of". */
	uint32_t last = m->np_in[f->to - 1];
	uint32_t to =
		with_owner(m, last == SR_NONE ? &np : &m->nps.items[last]);
	struct sr_draft *d = sr_draft_new(m, np.from, to, np.noun);
	if (!d)
		return;
	d->class = (uint8_t) class;
	d->fact = SR_FACT_BODY;
	d->np = n;
	d->p.kind = class == SR_BODY_MEDIA || class == SR_BODY_STATE_MEDIA ||
				    class == SR_BODY_PRESS
			    ? SR_PARTY_KIND_MEDIA
			    : SR_PARTY_KIND_INSTITUTION;
	d->p.plural = plural_noun(m, np.noun);
	d->definite = sr_is_definite(m, &np);
	d->named = np.own + 2 < to;
	side_of_body(m, d, &np);
	if (!d->p.side.n && last != SR_NONE && last != n) {
		const struct sr_phrase_np tail = m->nps.items[last];
		side_of_body(m, d, &tail);
	}
}

static unsigned body_people(const struct sr_muster *m, const struct sr_fact *f)
{
	return sr_kit_value(m->kit, SR_TABLE_BODIES, f->row, SR_BODIES_CLASS) ==
			       SR_BODY_OPPOSITION
		       ? SR_PEOPLE_REBEL
		       : SR_PEOPLE_LOYAL;
}

#define NO_CLASS UINT_MAX

/* The class of a word in front of a noun as the people it means; NO_CLASS
 * where it means none: "police station", "major offensives". */
static unsigned attribute_class(const struct sr_muster *m,
				const struct sr_fact *f, uint32_t i)
{
	if (f->kind == SR_FACT_BODY)
		return side_of_body_word(m, f).n ? body_people(m, f) : NO_CLASS;
	if (f->kind != SR_FACT_NOUN)
		return NO_CLASS;
	unsigned class = (unsigned)sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
						SR_PEOPLE_CLASS);
	bool many = sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
				 SR_PEOPLE_GROUP) != 0;
	if (class == SR_PEOPLE_OFFICIAL && many && sr_within_a_state(m))
		return SR_PEOPLE_LOYAL; /* "regime shelling" */
	if (!sr_people_fight(class) || class == SR_PEOPLE_POLICE ||
	    (class == SR_PEOPLE_FORCE && !noun_tag(m, i)))
		return NO_CLASS;
	return class;
}

static void side_of_attribute(struct sr_muster *m, struct sr_draft *d,
			      uint32_t i)
{
	struct sr_phrase_np np = m->nps.items[m->np_in[i]];
	enum sr_people class = (enum sr_people)d->class;

	np.noun = i; /* what stands behind is the noun's, not its */
	np.to = i + 1;
	d->p.side = sr_side_said(m, &np, true, &d->p.why);
	if (d->p.side.n && sr_is_state(m, d->p.side) &&
	    sr_side_of_class_in(m, d->p.side, class, &d->p.side))
		d->p.why = SR_PARTY_CONTEXT;
	d->alone = !d->p.side.n;
	if (!d->p.side.n)
		d->p.side = sr_side_of_class(m, class);
	if (!d->p.side.n && d->army)
		d->p.side = sr_army_side(m);
	if (d->p.side.n && !d->p.why)
		d->p.why = SR_PARTY_CONTEXT;
}

/* "rebel positions", "government airstrikes": words in front of a noun that
 * say who, when the noun itself is nobody. */
static void add_attribute(struct sr_muster *m, uint32_t i)
{
	const struct sr_fact f = m->facts.items[m->noun[i]];
	unsigned class = attribute_class(m, &f, i);

	if (f.from < m->nps.items[m->np_in[i]].own || class == NO_CLASS ||
	    m->token[i].xpos == SR_XPOS_NNS)
		return;
	struct sr_draft *d = sr_draft_new(m, f.from, i + 1, i);
	if (!d)
		return;
	d->fact = SR_FACT_NOUN;
	d->class = (uint8_t) class;
	d->many = true;
	d->definite = true;
	d->army = f.kind == SR_FACT_NOUN &&
		  sr_kit_value(m->kit, SR_TABLE_PEOPLE, f.row, SR_PEOPLE_ARMY);
	d->p.kind = f.kind == SR_FACT_BODY
			    ? SR_PARTY_KIND_INSTITUTION
			    : kind_of_people((enum sr_people) class);
	side_of_attribute(m, d, i);
	if (d->p.kind == SR_PARTY_KIND_GROUP && sr_is_state(m, d->p.side))
		d->p.kind = SR_PARTY_KIND_FORCE;
	if (!d->p.side.n && class != SR_PEOPLE_ENEMY)
		sr_draft_drop(m, i);
}

/* "Ukraine's military claims that": the verb was taken for a noun. */
static void add_misread(struct sr_muster *m, uint32_t i)
{
	const struct sr_fact f = m->facts.items[m->noun[i]];
	struct sr_phrase_np *np = &m->nps.items[m->np_in[i]];

	if (f.kind != SR_FACT_NOUN || f.from < np->own)
		return;
	np->noun = i;
	np->to = i + 1;
	m->np_of[i] = m->np_in[i];
	add_people(m, &f, m->np_in[i]);
}

#define NOBODY_ELSE                                                            \
	(SR_CLASS_EVENT | SR_CLASS_EQUIP | SR_CLASS_AIR | SR_CLASS_GUN |       \
	 SR_CLASS_BOMB | SR_CLASS_GROUND | SR_CLASS_SUPPLY | SR_CLASS_LINE)

/* "Rebel-held Idlib", "the government-controlled ward": who has it. */
static bool by_hyphen(const struct sr_muster *m, uint32_t i)
{
	return sr_relation_behind(m, i + 1) == SR_RELATION_HOLDER;
}

static void add_attributes(struct sr_muster *m)
{
	for (uint32_t i = 0; i < m->ntoken; i++) {
		if (m->noun[i] == SR_NONE || m->np_in[i] == SR_NONE ||
		    m->name[i] != SR_NONE || sr_draft_at(m, i))
			continue;
		if (by_hyphen(m, i))
			add_attribute(m, i);
		if (m->np_of[i] != SR_NONE || sr_draft_at(m, i))
			continue;
		const struct sr_phrase_np *np = &m->nps.items[m->np_in[i]];
		if (i < np->noun && m->noun[np->noun] == SR_NONE &&
		    !sr_draft_at(m, np->noun) &&
		    (sr_thing_of(m, np->noun) & NOBODY_ELSE))
			add_attribute(m, i);
		else if ((noun_tag(m, i) ||
			  m->token[np->noun].deprel == SR_REL_ROOT) &&
			 i + 1 == np->noun && m->noun[np->noun] == SR_NONE &&
			 !sr_draft_at(m, np->noun) &&
			 (m->verb[np->noun] & SR_VERB_SAY))
			add_misread(m, i);
	}
}

void sr_muster_nouns(struct sr_muster *m)
{
	for (uint32_t n = 0; n < m->nps.nitem; n++) {
		uint32_t noun = m->nps.items[n].noun;
		uint32_t fact = m->noun[noun];
		if ((fact == SR_NONE && !body_over(m, noun)) ||
		    sr_draft_at(m, noun) || !noun_tag(m, noun) ||
		    m->name[noun] != SR_NONE || sr_inside_unit(m, noun))
			continue;
		const struct sr_fact *f = body_over(m, noun);
		if (!f)
			f = &m->facts.items[fact];
		if (f->kind == SR_FACT_POST)
			f = sr_fact_ending(m, noun, SR_FACT_NOUN);
		if (!f || f->from < m->nps.items[n].from)
			continue; /* "Defence" of "Ministry of Defence" */
		if (f->kind == SR_FACT_NOUN)
			add_people(m, f, n);
		else if (f->kind == SR_FACT_BODY)
			add_body(m, f, n);
	}
	add_attributes(m);
}
