/* What "the brigade", "the mayor", "troops", "the enemy" and "its forces"
 * stand for: those named before, those who must be meant by the verb, those
 * whom such words mean in the report's war. A wrong antecedent is worse than
 * none, so a word is left open when parties of two sides would do. */
#include "base/str.h"
#include "kit/unit.h"
#include "resolve/party_refer.h"

/* Definite nouns */

static uint32_t lemma_of(const struct sr_refer *r, const struct sr_draft *d)
{
	return r->m->token[d->p.m.head].lemma;
}

/* The last mention of the same noun whose side is known; NULL where farther
 * ones have other sides and it is not near. */
static const struct sr_draft *same_noun(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i), *found = NULL;

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (!sr_met_within(r, e, d, FAR_SENTENCES))
			break;
		if (d->fact == SR_FACT_BODY && e->named && !e->p.side.n &&
		    lemma_of(r, e) == lemma_of(r, d))
			return found ? found : e;
		if (!e->p.side.n || e->fact != d->fact ||
		    lemma_of(r, e) != lemma_of(r, d) ||
		    e->p.plural != d->p.plural)
			continue;
		if (!found)
			found = e;
		else if (!sr_str_equal(found->p.side, e->p.side))
			return sr_met_within(r, found, d, 1) ? found : NULL;
	}
	return found;
}

/* "the rebels": those named last before those whom the war makes so. */
static bool rises(const struct sr_draft *d)
{
	return d->fact == SR_FACT_NOUN && d->definite && d->p.plural &&
	       (d->class == SR_PEOPLE_REBEL ||
		d->class == SR_PEOPLE_SEPARATIST ||
		d->class == SR_PEOPLE_GUERRILLA ||
		d->class == SR_PEOPLE_MILITANT);
}

/* Can plural `d` be called again what `e` was? "The fighters" may be rebels or
 * soldiers, "the soldiers" no rebels, "the terrorists" nobody else. */
static bool alike(const struct sr_draft *d, const struct sr_draft *e)
{
	if (d->class == e->class)
		return true;
	if (!sr_people_fight(d->class) || !sr_people_fight(e->class))
		return false;
	if (rises(d))
		return e->class == SR_PEOPLE_REBEL ||
		       e->class == SR_PEOPLE_SEPARATIST ||
		       e->class == SR_PEOPLE_GUERRILLA ||
		       e->class == SR_PEOPLE_FIGHTER;
	return d->class == SR_PEOPLE_FIGHTER ||
	       (d->class == SR_PEOPLE_FORCE &&
		e->p.kind == SR_PARTY_KIND_FORCE);
}

/* "the soldiers": those who were told of last, whatever they were called.
 * NULL when that sentence has men of two sides. */
static const struct sr_draft *last_men(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i), *found = NULL;

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (!sr_met_within(r, e, d, NEAR_SENTENCES) ||
		    (found && sr_met_in(r, e) != sr_met_in(r, found)))
			break;
		if (e->fact != SR_FACT_NOUN || !e->p.plural || !e->p.side.n ||
		    !alike(d, e))
			continue;
		if (found && !sr_str_equal(found->p.side, e->p.side))
			return NULL;
		found = e;
	}
	return found;
}

#define ANY_SIZE 10 /* "the unit" is any up to a corps, "the army" is one */

/* May a common noun of a size stand for that unit? */
static bool size_fits(const struct sr_refer *r, const struct sr_draft *d,
		      const struct sr_draft *e)
{
	const struct sr_muster *m = r->m;

	if (d->fact == SR_FACT_ECHELON)
		return e->echelon == d->echelon ||
		       (e->p.unit && e->p.unit->echelon == d->echelon);
	const struct sr_fact *f =
		sr_fact_ending(m, d->p.m.head, SR_FACT_ECHELON);
	return f && (f->row == e->echelon ||
		     sr_kit_value(m->kit, SR_TABLE_ECHELONS, f->row,
				  SR_ECHELONS_SIZE) <= ANY_SIZE);
}

static const struct sr_draft *last_unit(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i);

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (!sr_met_within(r, e, d, FAR_SENTENCES))
			return NULL;
		if (e->p.kind == SR_PARTY_KIND_UNIT && e->named &&
		    !e->p.plural && size_fits(r, d, e))
			return e;
	}
	return NULL;
}

static const struct sr_draft *last_holder(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i);
	uint32_t last = d->post == SR_NONE
				? SR_NONE
				: sr_note_find(r->m, SR_NOTE_HOLDER, d->post);

	const struct sr_draft *e =
		last == SR_NONE ? NULL : &r->m->drafts.items[last];
	/* "the 37th Brigade's commander" is not the one named before */
	uint32_t owner = d->np == SR_NONE ? SR_NONE
					  : r->m->nps.items[d->np].possessor;
	const struct sr_draft *p =
		owner == SR_NONE ? NULL
				 : sr_draft_at(r->m, r->m->nps.items[owner].noun);
	if (e && p &&
	    (p->p.kind == SR_PARTY_KIND_UNIT ||
	     (p->p.side.n && e->p.side.n &&
	      !sr_str_equal(p->p.side, e->p.side))))
		return NULL;
	return e;
}

/* Nothing but a determiner before the noun: "the regional forces" are not the
 * forces named before. */
static bool bare(const struct sr_muster *m, const struct sr_draft *d)
{
	const struct sr_phrase_np *np = d->np == SR_NONE ? NULL
							 : &m->nps.items[d->np];

	return np && np->from + 2 >= np->to;
}

static void settle_definite(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);
	const struct sr_draft *e = NULL;
	bool whole = d->fact == SR_FACT_NOUN && d->many;

	if (d->fact == SR_FACT_ECHELON ||
	    (whole && !d->p.plural &&
	     sr_fact_ending(r->m, d->p.m.head, SR_FACT_ECHELON)))
		e = last_unit(r, i);
	else if (d->fact == SR_FACT_POST)
		e = last_holder(r, i);
	else
		e = sr_band_before(r, i);
	if (!e && d->fact == SR_FACT_NOUN && d->p.plural)
		e = bare(r->m, d) ? last_men(r, i) : NULL;
	else if (!e && d->fact != SR_FACT_POST)
		e = same_noun(r, i);
	if (e && (e->p.side.n || !d->p.side.n)) {
		sr_refer_take(d, e);
		return;
	}
	bool office = (whole && d->class == SR_PEOPLE_OFFICIAL) ||
		      (d->fact == SR_FACT_BODY && d->class == SR_BODY_STATE);
	struct sr_str side = whole && d->army ? sr_army_side(r->m)
			     : office && sr_within_a_state(r->m)
				     ? r->m->home
				     : (struct sr_str){ NULL, 0 };
	if (!side.n)
		return;
	d->p.side = side;
	d->p.why = SR_PARTY_CONTEXT;
}

/* Bare nouns */

#define ARMIES 200 /* parties asked whose armies the report tells of */

/* The one other state whose soldiers the report names, where it names none of
 * the war's home: "two soldiers fired" where all others are US soldiers. */
static struct sr_str only_army(const struct sr_refer *r)
{
	struct sr_str other = { NULL, 0 };

	for (size_t k = 0; k < r->norder && k < ARMIES; k++) {
		const struct sr_draft *e = sr_met(r, k);
		bool home = sr_str_equal(e->p.side, r->m->home);
		if (home && e->class == SR_PEOPLE_LOYAL)
			return (struct sr_str){ NULL, 0 };
		if (e->fact != SR_FACT_NOUN || !e->army ||
		    e->p.why == SR_PARTY_CONTEXT ||
		    e->p.why == SR_PARTY_REFERS || !sr_is_state(r->m, e->p.side))
			continue;
		if (home || (other.n && !sr_str_equal(other, e->p.side)))
			return (struct sr_str){ NULL, 0 };
		if (e->p.plural)
			other = e->p.side;
	}
	return other;
}

/* The side of the state's force that the sentence names before it; else the
 * only army of the report; else the home side of the war. */
static struct sr_str state_force_before(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i);

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (sr_met_in(r, e) != sr_met_in(r, d))
			break;
		if (e->fact == SR_FACT_NOUN && e->many && e->army &&
		    sr_is_state(r->m, e->p.side))
			return e->p.side;
	}
	struct sr_str only = d->p.plural && !d->many ? only_army(r)
						     : (struct sr_str){ NULL, 0 };
	return only.n ? only : sr_army_side(r->m);
}

/* "Hezbollah lost six fighters", "sent 40 men", "the army killed ten gunmen":
 * men who may be anybody's, by the verb alone. */
static void settle_men(struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_token *t = &r->m->token[d->p.m.head];
	bool fighter = d->class == SR_PEOPLE_FIGHTER ||
		       d->class == SR_PEOPLE_MILITANT ||
		       d->class == SR_PEOPLE_MILITIA ||
		       d->class == SR_PEOPLE_GUERRILLA;

	if (!d->p.plural || !(fighter || d->class == SR_PEOPLE_PERSON) ||
	    (!fighter && (t->deprel != SR_REL_OBJ ||
			  !(r->m->verb[t->head] & SR_VERB_OWN))))
		return;
	d->p.side = sr_side_by_verb(r, d);
	if (!d->p.side.n)
		return;
	d->p.why = SR_PARTY_REFERS;
	if (!fighter)
		d->p.kind = SR_PARTY_KIND_FORCE;
}

static void settle_bare(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);

	d->p.side = sr_side_by_verb(r, d);
	bool by_sentence = !d->p.side.n;
	if (!d->p.side.n && d->p.plural &&
	    sr_is_subject(&r->m->tree, d->p.m.head) &&
	    !sr_is_passive(&r->m->tree, r->m->token[d->p.m.head].head))
		d->p.side = sr_side_acting(r, i);
	/* "after the rebels withdrew, the soldiers": the state's */
	if (d->p.side.n && d->army && !d->many && r->m->home.n &&
	    sr_within_a_state(r->m) && !sr_is_state(r->m, d->p.side) &&
	    by_sentence)
		d->p.side = (struct sr_str){ NULL, 0 };
	if (d->p.side.n) {
		d->p.why = SR_PARTY_REFERS;
	} else if (d->army && (d->p.plural || d->many) &&
		   sr_army_side(r->m).n) {
		d->p.side = state_force_before(r, i);
		d->p.why = SR_PARTY_CONTEXT;
	}
	/* "troops found a tunnel", says the army itself */
	if (!d->p.side.n && d->class == SR_PEOPLE_FORCE && !r->m->quoted[d->p.m.head] &&
	    d->fact == SR_FACT_NOUN && r->m->organ && r->own.n &&
	    sr_is_subject(&r->m->tree, d->p.m.head) &&
	    !sr_is_passive(&r->m->tree, r->m->token[d->p.m.head].head)) {
		d->p.side = r->own;
		d->p.why = SR_PARTY_CONTEXT;
	}
}

/* An official with a side whom the sentence names outside its quotation. */
static const struct sr_draft *official_near(const struct sr_refer *r,
					    const struct sr_draft *d)
{
	const struct sr_sentence *s = sr_sentence_of(r->m, d->p.m.head);

	for (uint32_t i = s->from; i < s->to; i++) {
		const struct sr_draft *e =
			r->m->quoted[i] ? NULL : sr_draft_at(r->m, i);
		if (e && e->p.kind == SR_PARTY_KIND_OFFICIAL && e->p.side.n)
			return e;
	}
	return NULL;
}

/* How far down a page an agency may name itself: "MOSCOW, 30 August. /TASS/." */
#define TOP_SENTENCES 4

/* "Briefing by the Russian defence ministry", "Defence ministry report": whose
 * words the report is, by its title; else by the agency that its top names. */
static struct sr_str side_of_title(const struct sr_refer *r)
{
	const struct sr_doc *doc = r->m->doc;
	struct sr_str agency = { NULL, 0 };

	for (size_t i = 0; i < r->norder; i++) {
		const struct sr_draft *d = sr_met(r, i);
		uint32_t s = sr_met_in(r, d), from = d->p.m.from;
		uint32_t first = doc->sentences.items[s].from;
		uint32_t block = doc->sentences.items[s].block;
		if (s >= TOP_SENTENCES)
			break;
		if (!sr_side_known(r->m, d->p.side))
			continue;
		if (d->p.kind == SR_PARTY_KIND_MEDIA && !agency.n)
			agency = d->p.side;
		if (s == 0 && doc->blocks.items[block].kind != SR_BLOCK_BODY &&
		    d->p.kind == SR_PARTY_KIND_INSTITUTION &&
		    (from <= first + 1 ||
		     r->m->token[from - 1].upos == SR_UPOS_ADP))
			return d->p.side;
	}
	return agency;
}

/* The enemy of whoever acts in the sentence, of whose report it is, or of the
 * invaded. */
static void settle_enemy(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);
	const struct sr_draft *voice = sr_voice_of(r->m, d->p.m.head);
	struct sr_str side = { NULL, 0 };
	struct sr_str invader = sr_side_of_class(r->m, SR_PEOPLE_OCCUPIER);

	if (!voice && r->m->quoted[d->p.m.head])
		voice = official_near(r, d);
	if (voice && sr_side_known(r->m, voice->p.side))
		side = voice->p.side;
	else
		side = sr_side_acting(r, i);
	if (!side.n)
		side = r->own;
	if (!side.n)
		side = sr_side_known(r->m, r->m->outlet) ? r->m->outlet
							  : side_of_title(r);
	bool known = side.n != 0;
	if (known)
		side = sr_side_against(r->m, side);
	if (!known && invader.n && !r->ours && !sr_within_a_state(r->m) &&
	    !sr_str_equal(r->m->outlet, invader))
		side = invader;
	d->p.side = side;
	d->p.why = side.n ? SR_PARTY_CONTEXT : SR_PARTY_UNKNOWN;
}

/* "Enemy warplanes" */
static bool is_enemys(const struct sr_refer *r, const struct sr_draft *d)
{
	const struct sr_muster *m = r->m;

	if (d->fact != SR_FACT_NOUN || d->np == SR_NONE)
		return false;
	const struct sr_phrase_np *np = &m->nps.items[d->np];
	for (uint32_t k = np->own; k < np->noun; k++) {
		const struct sr_fact *f = sr_fact_ending(m, k, SR_FACT_NOUN);
		if (f && sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
				      SR_PEOPLE_CLASS) == SR_PEOPLE_ENEMY)
			return true;
	}
	return false;
}

/* "the rebels' spokesman", "the army's guns": as the possessor, once it is
 * known whose that is. */
static bool settle_owned(struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_muster *m = r->m;
	uint32_t owner = m->nps.items[d->np].possessor;

	if (owner == SR_NONE || d->p.side.n ||
	    (d->fact == SR_FACT_NOUN && !sr_people_fight(d->class) &&
	     d->class != SR_PEOPLE_OFFICIAL))
		return false;
	const struct sr_draft *p = sr_draft_at(m, m->nps.items[owner].noun);
	if (!p || !p->p.side.n || p->p.kind == SR_PARTY_KIND_CIVILIANS)
		return false;
	d->p.side = p->p.side;
	d->p.why = SR_PARTY_REFERS;
	return true;
}

/* "its forces", "his troops": as the pronoun in front of it. */
static bool settle_possessed(struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_muster *m = r->m;

	if (d->np == SR_NONE)
		return false;
	uint32_t first = m->nps.items[d->np].own;
	if (m->token[first].xpos != SR_XPOS_PRP_S)
		return settle_owned(r, d) || sr_refer_whose(r, d);
	const struct sr_draft *p = sr_draft_at(m, first);
	if (d->class == SR_PEOPLE_ENEMY && d->fact == SR_FACT_NOUN)
		return false;
	if (d->class == SR_PEOPLE_SOURCE && d->fact == SR_FACT_NOUN)
		return true; /* "its opponents" */
	if (p && p->p.pronoun && p->p.side.n) {
		d->p.side = p->p.side;
		d->p.why = SR_PARTY_REFERS;
	}
	return true;
}

/* "the nation's forces": of the country that the war came to. */
static bool settle_nation(struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_muster *m = r->m;

	if (d->fact != SR_FACT_NOUN || d->np == SR_NONE ||
	    m->nps.items[d->np].possessor == SR_NONE)
		return false;
	const struct sr_draft *owner = sr_draft_at(
		m, m->nps.items[m->nps.items[d->np].possessor].noun);
	if (!owner || owner->fact != SR_FACT_NOUN ||
	    owner->class != SR_PEOPLE_NATION)
		return false;
	d->p.side = sr_side_of_class(m, SR_PEOPLE_DEFENDER);
	d->p.why = d->p.side.n ? SR_PARTY_CONTEXT : SR_PARTY_UNKNOWN;
	return true;
}

static void settle(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);

	if (d->fact == SR_FACT_POST && d->np != SR_NONE)
		settle_owned(r, d);
	/* "its commander Jean Bosco" */
	if (d->fact == SR_FACT_LEADER && !d->p.side.n && d->np != SR_NONE &&
	    r->m->token[r->m->nps.items[d->np].own].xpos == SR_XPOS_PRP_S)
		settle_possessed(r, d);
	if (d->p.entity != SR_NONE || !d->alone || settle_possessed(r, d) ||
	    settle_nation(r, d))
		return;
	if (d->fact == SR_FACT_NOUN &&
	    (d->class == SR_PEOPLE_ENEMY ||
	     (d->class == SR_PEOPLE_OCCUPIER && !d->p.side.n && r->own.n) ||
	     (!d->p.side.n && is_enemys(r, d))))
		settle_enemy(r, i);
	else if (d->p.side.n && d->fact != SR_FACT_POST && !rises(d))
		return;
	else if (d->definite)
		settle_definite(r, i);
	if (d->p.side.n)
		return;
	if (d->fact == SR_FACT_ECHELON ||
	    (d->fact == SR_FACT_NOUN &&
	     (d->class == SR_PEOPLE_FORCE || d->class == SR_PEOPLE_POLICE)))
		settle_bare(r, i);
	else if (d->fact == SR_FACT_NOUN)
		settle_men(r, d);
	if (!d->p.side.n && d->class == SR_PEOPLE_ATTACKER &&
	    d->fact == SR_FACT_NOUN && d->p.plural)
		sr_refer_attackers(r, i);
}

/* An apposition of units is one unit; of a person, the person. */
static void settle_apposed(struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_token *t = &r->m->token[d->p.m.head];
	const struct sr_draft *e = sr_draft_at(r->m, t->head);

	if (t->deprel == SR_REL_APPOS && e && e->surname && !d->named &&
	    !d->p.plural && !d->many && d->fact != SR_FACT_BODY &&
	    e->p.entity != SR_NONE) {
		d->surname = e->surname;
		d->p.entity = e->p.entity;
		d->p.name = e->p.name;
		return;
	}
	if (d->p.kind != SR_PARTY_KIND_UNIT || t->deprel != SR_REL_APPOS ||
	    !e || e->p.kind != SR_PARTY_KIND_UNIT || e->p.entity == SR_NONE ||
	    (d->p.unit && e->p.unit && d->p.unit->number &&
	     e->p.unit->number &&
	     !sr_unit_alike(r->m->kit, d->p.unit, e->p.unit)))
		return;
	d->p.entity = e->p.entity;
	if (!d->p.side.n && e->p.side.n) {
		d->p.side = e->p.side;
		d->p.why = SR_PARTY_REFERS;
	}
}

void sr_refer_noun(struct sr_refer *r, size_t i)
{
	settle_apposed(r, sr_met(r, i));
	settle(r, i);
}
