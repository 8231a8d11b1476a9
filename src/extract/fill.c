/* The slots of a claim, each from where its pattern says. */
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "extract/draft.h"

/* Actor and target */

static uint32_t first_found(const struct sr_reading *r,
			    const struct sr_claim_draft *d, enum sr_line line)
{
	uint32_t found[SR_MAX_FOUND];

	return sr_line_find(r, &d->frame, d->pattern, line, found) ? found[0]
								   : SR_NONE;
}

/* "Between Armenian and Azerbaijani troops": the nation that the troops are not
 * said to be of; SR_NONE. */
static uint32_t other_nation(const struct sr_reading *r, uint32_t i)
{
	struct sr_found_party own = sr_party_of(r, i);

	if (own.party == SR_NONE)
		return SR_NONE;
	struct sr_str side = r->doc->parties.items[own.party].side;
	for (uint32_t k = r->tree.from[i]; k < i; k++) {
		if (r->tree.token[k].upos != SR_UPOS_ADJ)
			continue;
		struct sr_found_party f = sr_party_of(r, k);
		if (f.party != SR_NONE && f.party != own.party &&
		    r->doc->parties.items[f.party].side.n &&
		    !sr_str_equal(r->doc->parties.items[f.party].side, side))
			return k;
	}
	return SR_NONE;
}

/* "Talks between Rome and Paris": one is the actor, the other the target. */
static uint32_t other_found(const struct sr_reading *r,
			    const struct sr_claim_draft *d, enum sr_line line,
			    uint32_t apart)
{
	uint32_t found[SR_MAX_FOUND];
	size_t n = sr_line_find(r, &d->frame, d->pattern, line, found);

	for (size_t i = 0; i < n; i++)
		if (found[i] != apart)
			return found[i];
	return n ? other_nation(r, found[0]) : SR_NONE;
}

static bool has_line(const struct sr_pattern *p, enum sr_line line)
{
	return p->lines >> line & 1;
}

/* "Strikes on positions near X": a line of which is not said whose it is. */
static bool is_nobodys(const struct sr_reading *r, uint32_t i)
{
	const uint32_t side = SR_CLASS_FORCE | SR_CLASS_PEOPLE | SR_CLASS_PARTY;

	if (!(r->classes[i] & SR_CLASS_LINE) || (r->classes[i] & side) ||
	    sr_party_of(r, i).party != SR_NONE)
		return false;
	SR_CHILDREN(&r->tree, i, c)
		if (r->classes[c] & side)
			return false;
	return true;
}

/* "The U.S. attack caused deaths": an attack suffers nothing. */
static bool may_suffer(const struct sr_reading *r, uint32_t i, unsigned type)
{
	bool blow = sr_is_attack(type) || sr_is_loss(type);

	if (blow && (r->classes[i] & SR_CLASS_VOICE) &&
	    !(r->classes[i] & (SR_CLASS_FORCE | SR_CLASS_PEOPLE)))
		return false; /* "claimed the attack on its channel" */
	if (sr_is_assault(type) && is_nobodys(r, i))
		return false;
	return !blow || !(r->classes[i] & SR_CLASS_EVENT) ||
	       (r->classes[i] &
		(SR_CLASS_FORCE | SR_CLASS_PEOPLE | SR_CLASS_SITE));
}

/* "A Turkish convoy of 30 vehicles": the convoy is somebody's. */
static uint32_t whole_of(const struct sr_reading *r, uint32_t i)
{
	if (i == SR_NONE || !sr_rel_is(&r->tree, i, SR_REL_NMOD) ||
	    sr_case_of(&r->tree, i) != r->word.of ||
	    sr_party_of(r, i).party != SR_NONE)
		return i;
	uint32_t head = r->tree.token[i].head;
	return (r->classes[head] & SR_CLASS_FORCE) &&
			       sr_party_of(r, head).party != SR_NONE
		       ? head
		       : i;
}

/* "20 Ukrainian soldiers, two trucks and a gun": the trucks are theirs. */
static struct sr_str side_of_row(const struct sr_reading *r, uint32_t i)
{
	struct sr_str none = { NULL, 0 };

	if (r->tree.token[i].deprel != SR_REL_CONJ ||
	    !(r->classes[i] & SR_CLASS_EQUIP))
		return none;
	uint32_t head = r->tree.token[i].head;
	uint32_t p = sr_party_of(r, head).party;
	return p != SR_NONE && (r->classes[head] & SR_CLASS_FORCE)
		       ? r->doc->parties.items[p].side
		       : none;
}

/* Whose side is only what the report makes likely, not what is said. */
static bool is_guessed(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = sr_party_of(r, i).party;

	return p != SR_NONE &&
	       (r->doc->parties.items[p].why == SR_PARTY_REFERS ||
		r->doc->parties.items[p].why == SR_PARTY_CONTEXT);
}

void sr_fill_parties(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;

	d->actor = sr_actor_of(r, &d->frame, d->pattern);
	d->actor = whole_of(r, d->actor);
	/* "no group claimed the blast" names nobody */
	if (d->actor != SR_NONE && sr_is_nobody(r, d->actor) &&
	    c->status != SR_STATUS_DENIED)
		d->actor = SR_NONE;
	/* "the army fled, leaving its tanks": the loser, not the cause */
	if (sr_is_loss(c->type) && d->actor != SR_NONE &&
	    first_found(r, d, SR_LINE_TARGET) == d->actor)
		d->actor = SR_NONE;
	d->target = d->other != SR_NONE && !d->loser
			    ? d->other
			    : other_found(r, d, SR_LINE_TARGET, d->actor);
	if (d->actor != SR_NONE)
		c->has_actor = sr_firer_slot(r, d->actor, &c->actor) ||
			       sr_doer_slot(r, d->actor, &c->actor);
	/* "1.2 million Lebanese", "some 20,000" */
	if (c->type == SR_TYPE_CIVIL_MOVEMENT && c->has_actor &&
	    (r->tree.token[d->actor].xpos == SR_XPOS_NNPS ||
	     r->tree.token[d->actor].upos == SR_UPOS_NUM))
		c->actor.side = SR_STR("CIV");
	if (d->target != SR_NONE && d->target != d->actor &&
	    may_suffer(r, d->target, c->type))
		c->has_target = sr_party_slot(r, d->target, &c->target);
	if (c->has_actor && sr_is_reflexive(r, d->target))
		c->target = c->actor;
	if (c->has_target && !c->target.side.n && sr_is_loss(c->type))
		c->target.side = side_of_row(r, d->target);
	/* "shot down a jet and captured its pilot": not the captor's own */
	if (c->has_actor && c->has_target && c->actor.side.n &&
	    sr_str_equal(c->actor.side, c->target.side) &&
	    (sr_is_loss(c->type) || sr_is_attack(c->type)) &&
	    (sr_child(&r->tree, d->target, SR_REL_NMOD_POSS) != SR_NONE ||
	     is_guessed(r, d->target)))
		c->target.side = (struct sr_str){ NULL, 0 };
	/* "Russian forces completed their encirclement": theirs it is */
	if (c->type == SR_TYPE_CONTROL_BESIEGE && c->has_actor &&
	    c->has_target && c->actor.side.n &&
	    sr_str_equal(c->actor.side, c->target.side))
		c->has_target = false;
	/* "left 40 dead", "70 wounded" do not say who they were */
	if (c->has_target && !c->target.side.n &&
	    (r->tree.token[d->target].upos == SR_UPOS_NUM ||
	     d->target == d->frame.trigger ||
	     (r->classes[d->target] & SR_CLASS_FATE)))
		c->has_target = false;
	uint32_t aside = !c->has_target && sr_is_loss(c->type)
				 ? sr_side_in_brackets(r, d->frame.trigger)
				 : SR_NONE;
	if (aside != SR_NONE)
		c->has_target = sr_party_slot(r, aside, &c->target);
}

bool sr_is_loss_of_people(unsigned type)
{
	return sr_is_loss(type) && type != SR_TYPE_LOSS_EQUIPMENT;
}

/* "Lost 10,000 troops, with a further 30,000 wounded": whose the wounded are
 * stands with the loss told of before in the sentence, and those lost were
 * killed where the wounded are told apart. */
void sr_follow_loss(struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;
	size_t n = r->doc->claims.nitem;

	if (n == 0 || !sr_is_loss_of_people(c->type))
		return;
	struct sr_claim *was = &r->doc->claims.items[n - 1];
	if (!sr_is_loss_of_people(was->type) ||
	    r->tree.token[r->made.items[n - 1].trigger].sentence !=
		    r->tree.token[d->frame.trigger].sentence)
		return;
	if (!c->target.side.n && was->has_target && d->other == SR_NONE) {
		c->has_target = true;
		c->target = was->target;
	}
	if (c->type == SR_TYPE_LOSS_WOUNDED &&
	    was->type == SR_TYPE_LOSS_CASUALTIES && was->has_count)
		was->type = SR_TYPE_LOSS_KILLED;
}

/* "A toll of 300, with a further 700 wounded since the invasion": the further
 * ones are beside the dead, no addition to wounded told of before; and the
 * days are those of both, nor is the first figure of the place the text is at. */
void sr_share_days(struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;
	size_t n = r->doc->claims.nitem;

	if (n == 0 || !c->count_further || !sr_is_loss_of_people(c->type))
		return;
	struct sr_claim *was = &r->doc->claims.items[n - 1];
	if (was->type == c->type || !sr_is_loss_of_people(was->type) ||
	    r->tree.token[r->made.items[n - 1].trigger].sentence !=
		    r->tree.token[d->frame.trigger].sentence)
		return;
	c->count_further = false;
	if (was->basis != SR_BASIS_REPORT || c->basis == SR_BASIS_REPORT ||
	    !sr_days_known(c->days) || !sr_days_known(was->days) ||
	    c->days.from >= was->days.from)
		return;
	was->days = c->days;
	was->days_at = c->days_at;
	was->basis = c->basis;
	if (was->has_place && (was->place.at.to <= was->evidence.from ||
			       was->place.at.from >= was->evidence.to))
		was->has_place = false;
}

/* Place */

static uint8_t role_of(const struct sr_reading *r, const struct sr_place *p)
{
	uint32_t prep = sr_place_prep(r, p);

	if (p->kind == SR_PLACE_AREA || p->kind == SR_PLACE_BETWEEN)
		return SR_ROLE_AREA;
	/* "south of X", which no table has */
	bool beyond = p->kind == SR_PLACE_MISSING && prep &&
		      prep == r->word.of && p->m.from > 1 &&
		      r->tree.token[p->m.from - 2].upos == SR_UPOS_ADV;
	if (p->kind == SR_PLACE_OFFSET || beyond)
		return SR_ROLE_NEAR;
	if (sr_says_near(r, prep))
		return SR_ROLE_NEAR;
	if (sr_says_toward(r, prep))
		return SR_ROLE_TOWARD;
	return prep && prep == r->word.from ? SR_ROLE_FROM : SR_ROLE_AT;
}

/* "Areas in Syria that X holds": no more of the country than those; their
 * words, empty where the land itself is meant. */
static struct sr_span part_of_land(const struct sr_reading *r,
				   const struct sr_claim_draft *d,
				   const struct sr_place *p)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = p->m.from;
	struct sr_span none = { 0, 0 };

	if (!sr_is_control(d->claim.type) || !sr_is_state_place(p))
		return none;
	if (i > 0 && t[i - 1].upos == SR_UPOS_DET)
		i--;
	if (i < 2 || t[i - 1].upos != SR_UPOS_ADP ||
	    t[i - 2].upos != SR_UPOS_NOUN || t[i - 2].place != SR_NONE ||
	    !(r->classes[i - 2] & (SR_CLASS_PLACE | SR_CLASS_GROUND)) ||
	    t[i - 1].lower == r->word.from)
		return none; /* "freed villages from X" */
	return (struct sr_span){ t[i - 2].at.from, p->m.at.to };
}

void sr_put_place(const struct sr_reading *r, struct sr_claim_draft *d,
		  uint32_t m)
{
	m = sr_place_glossed(r, m);
	const struct sr_place *p = &r->doc->places.items[m];
	uint8_t role = role_of(r, p);

	/* "pulled back to X. In the battle": there, no longer on the way */
	if ((role == SR_ROLE_TOWARD || role == SR_ROLE_FROM) &&
	    !sr_is_control(d->claim.type) &&
	    r->tree.token[p->m.head].sentence !=
		    r->tree.token[d->frame.trigger].sentence)
		role = SR_ROLE_AT;

	if (role == SR_ROLE_TOWARD && d->claim.type == SR_TYPE_CONTROL_BESIEGE)
		role = SR_ROLE_AT; /* "laid siege to X" */

	d->place_mention = m;
	d->place_name = SR_NONE;
	d->claim.has_place = true;
	d->claim.place = (struct sr_place_slot){
		.name = p->name,
		.country = p->country,
		.at = p->m.at,
		.role = role,
		.has_point = p->has_point && p->kind != SR_PLACE_AREA,
		.lat = p->lat,
		.lon = p->lon,
		.radius_km = p->radius_km,
		.id = p->id,
	};
	struct sr_span part = part_of_land(r, d, p);
	if (part.to > part.from) {
		d->claim.place.id = 0;
		d->claim.place.at = part;
		d->claim.place.name = sr_doc_text(r->doc, part);
	}
}

/* Count */

/* "Both pilots". */
static bool is_pair(const struct sr_reading *r, uint32_t i)
{
	if (r->tree.token[i].lower == r->word.couple)
		return true;
	SR_CHILDREN(&r->tree, i, c)
		if (r->tree.token[c].lower == r->word.both)
			return r->tree.token[i].xpos == SR_XPOS_NNS;
	return false;
}

/* In thousandths: no family is as large, but a boy is as old. */
#define LEAST_AGE 13000

/* "A man of 61", behind the one who is as old. */
static bool is_age(const struct sr_reading *r, uint32_t i,
		   const struct sr_number *n)
{
	return n->m.from > i && n->count.low >= LEAST_AGE &&
	       (r->classes[i] & SR_CLASS_PEOPLE) &&
	       (r->classes[i] & (SR_CLASS_CIV | SR_CLASS_FORCE)) && /* no crew */
	       r->tree.token[i].xpos == SR_XPOS_NN;
}

/* "A family of five": how many they are, 0 where that is not said. */
static struct sr_count number_of_group(const struct sr_reading *r, uint32_t i)
{
	SR_CHILDREN(&r->tree, i, c) {
		const struct sr_number *n =
			r->tree.token[c].upos == SR_UPOS_NUM &&
					sr_case_of(&r->tree, c) == r->word.of
				? sr_number_of(r, c)
				: NULL;
		if (n && !is_age(r, i, n) && !n->of_time &&
		    (n->counted == SR_NONE || n->counted == c))
			return n->count;
	}
	return (struct sr_count){ 0, 0 };
}

/* What one of those is called when more are counted: a Su-25 is an aircraft. */
static struct sr_str unit_of_one(const struct sr_reading *r, uint32_t i)
{
	const struct sr_doc *doc = r->doc;
	uint32_t back = r->longest_hit;

	const struct sr_hit *own = NULL;

	for (size_t k = sr_hits_from(doc, i > back ? i - back : 0);
	     k < doc->hits.nitem && doc->hits.items[k].from <= i; k++) {
		const struct sr_hit *h = &doc->hits.items[k];
		if (h->table == SR_TABLE_THINGS && i < h->to &&
		    (!own || h->to - h->from < own->to - own->from))
			own = h;
	}
	return own ? sr_kit_text(r->kit, SR_TABLE_THINGS, own->row,
				 SR_THINGS_UNIT)
		   : sr_symbol_text(doc, r->kit, r->tree.token[i].lemma);
}

/* "Killing one man and injuring another", "killing himself": one person. */
static bool is_one_person(const struct sr_reading *r,
			  const struct sr_claim_draft *d)
{
	uint32_t whom = sr_patient(&r->tree, d->frame.trigger);
	if (whom == SR_NONE || d->other != SR_NONE ||
	    !sr_is_loss_of_people(d->claim.type))
		return false;
	uint32_t word = r->tree.token[whom].lower;
	return word == r->word.another ||
	       (sr_is_reflexive(r, whom) && word != r->word.self_like[3]);
}

/* Where lost or damaged things or people are told of whose number is in what
 * they are called: one of them, both, a family of five. */
static void count_called(const struct sr_reading *r, struct sr_claim_draft *d)
{
	struct sr_claim *c = &d->claim;
	uint32_t what = d->other != SR_NONE ? d->other : d->target;
	bool counts = sr_is_loss(c->type) || c->type == SR_TYPE_ATTACK_DAMAGE;
	struct sr_count n = { 1000, 1000 };

	if (is_one_person(r, d)) {
		c->has_count = true;
		c->count = n;
		c->unit = SR_STR("people");
		c->count_at = r->tree.token[d->frame.trigger].at;
		return;
	}
	if (!counts || what == SR_NONE ||
	    !(r->classes[what] & (SR_CLASS_PEOPLE | SR_CLASS_EQUIP |
				       SR_CLASS_SITE | SR_CLASS_HOME |
				       SR_CLASS_FORCE)))
		return;
	bool fights = r->classes[what] & SR_CLASS_FORCE;
	bool people = (r->classes[what] & SR_CLASS_PEOPLE) ||
		      (fights && sr_is_loss_of_people(c->type) &&
		       c->type != SR_TYPE_LOSS_CASUALTIES);
	struct sr_count group = number_of_group(r, what);
	if (people && group.high > 0)
		n = group;
	else if ((people || !fights) && is_pair(r, what))
		n = (struct sr_count){ 2000, 2000 };
	else if (!sr_is_single(r, what) ||
		 !(r->classes[what] & ~(uint32_t)SR_CLASS_FORCE))
		return; /* "a brigade" is not one man */
	c->has_count = true;
	c->count = n;
	c->unit = people ? SR_STR("people") : unit_of_one(r, what);
	c->count_at = r->tree.token[what].at;
}

/* "Another village": one place is no number of places. */
static bool is_one_place(const struct sr_number *n)
{
	return n->count.low == 1000 && n->count.high == 1000 &&
	       !sr_str_is(n->unit, "km") && !sr_str_is(n->unit, "km2");
}

/* "Took X city, Y town and dozens of villages": the dozens are not of X. */
static bool is_of_another(const struct sr_reading *r,
			  const struct sr_claim_draft *d, uint32_t at)
{
	uint32_t first = sr_patient(&r->tree, d->frame.trigger);

	return first != SR_NONE && at > first &&
	       r->tree.token[at].deprel == SR_REL_CONJ &&
	       r->tree.token[at].head == first &&
	       sr_number_of(r, first) == NULL &&
	       sr_place_within(r, first, 1) != SR_NONE;
}

/* Is what was killed, wounded or displaced people, by a word that no table has
 * ("three bakers"), or by none? */
static bool counts_people(const struct sr_reading *r,
			  const struct sr_claim_draft *d,
			  const struct sr_claim *c)
{
	if (!sr_is_loss_of_people(c->type) &&
	    c->type != SR_TYPE_CIVIL_MOVEMENT)
		return false;
	return d->counted == SR_NONE ||
	       /* "105 killings" */
	       (d->counted == d->frame.trigger && sr_is_loss(c->type)) ||
	       r->tree.token[d->counted].upos == SR_UPOS_NUM ||
	       !(r->classes[d->counted] & ~(uint32_t)SR_CLASS_NUMBER);
}

/* "Fired 33 missiles, 21 of which were shot down": 21; else n. */
static const struct sr_number *some_of_which(const struct sr_reading *r,
					     uint32_t trigger,
					     const struct sr_number *n)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, trigger, c)
		if (n && t->token[c].upos == SR_UPOS_NUM &&
		    sr_is_subject(t, c) && c + 2 < t->ntoken &&
		    t->token[c + 2].upos == SR_UPOS_PRON &&
		    t->token[c + 2].head == c && sr_number_of(r, c))
			return sr_number_of(r, c);
	return n;
}

static void fill_count(const struct sr_reading *r, struct sr_claim_draft *d)
{
	uint32_t at = d->other;
	struct sr_claim *c = &d->claim;
	/* "20 soldiers and two trucks were lost": two, of trucks */
	if (at == SR_NONE && c->type == SR_TYPE_LOSS_EQUIPMENT &&
	    d->target != SR_NONE &&
	    r->tree.token[d->target].deprel == SR_REL_CONJ)
		at = d->target;
	if (at == SR_NONE && has_line(d->pattern, SR_LINE_COUNT_OF))
		at = first_found(r, d, SR_LINE_COUNT_OF);
	const struct sr_number *n = at != SR_NONE ? sr_number_of(r, at) : NULL;
	n = sr_number_of_all(r, d->frame.trigger,
			     some_of_which(r, d->frame.trigger, n));

	if (n && (is_age(r, at, n) ||
		  (r->tree.token[at].upos == SR_UPOS_NUM &&
		   is_age(r, r->tree.token[at].head, n))))
		n = NULL;
	if (!n || sr_str_is(n->unit, "mm")) { /* "a .45 caliber pistol" */
		count_called(r, d);
		return;
	}
	if (sr_is_control(c->type) &&
	    (is_one_place(n) || is_of_another(r, d, at)))
		return;
	d->counted = n->counted != SR_NONE ? n->counted : n->m.head;
	c->has_count = true;
	c->count = n->count;
	c->unit = counts_people(r, d, c) ? SR_STR("people") : n->unit;
	c->count_at = n->m.at;
	c->count_total = n->total;
	c->count_further = n->further;
}

void sr_fill_count(const struct sr_reading *r, struct sr_claim_draft *d)
{
	fill_count(r, d);
	sr_sum_row(r, d);
}

/* Speaker */

/* "40 dead in raid - Ahram Online", of that paper: its letters begin the name. */
static bool is_own_label(const struct sr_reading *r, uint32_t who,
			 struct sr_str name)
{
	struct sr_str own = r->doc->report.publisher;
	size_t i = 0, k = 0;

	if (!own.n || !sr_in_headline(r, who))
		return false;
	for (; i < own.n && k < name.n; i++) {
		while (k < name.n && name.s[k] == ' ')
			k++;
		if (own.s[i] == ' ')
			continue;
		if (k >= name.n || sr_lower((unsigned char)own.s[i]) !=
					   sr_lower((unsigned char)name.s[k]))
			return false;
		k++;
	}
	return i == own.n;
}

void sr_fill_speaker(const struct sr_reading *r, struct sr_claim_draft *d)
{
	uint32_t verb;
	uint32_t who = sr_speaker_of(r, d->frame.trigger, &verb);
	struct sr_party_slot slot;

	if (who != SR_NONE)
		who = sr_above_reports(r, who);

	if (who == SR_NONE || sr_is_nobody(r, who) || sr_is_nobodys_data(r, who) ||
	    sr_is_taken_back(r, who) || !sr_speaker_slot(r, who, &slot) ||
	    is_own_label(r, who, slot.name))
		return;
	d->claim.speaker = slot.name;
	d->claim.speaker_at = slot.at;
	d->claim.voice = sr_speaker_voice(r, sr_name_beside(r, who));
	sr_infer_we(r, d->frame.trigger, who, &d->claim);
}

/* Evidence */

void sr_fill_evidence(const struct sr_reading *r, struct sr_claim_draft *d)
{
	const struct sr_doc *doc = r->doc;
	const struct sr_evidence_parts parts = {
		.trigger = d->frame.trigger,
		.part = { d->frame.light, d->actor, d->target, d->counted },
		.place = d->place_mention != SR_NONE
				 ? &doc->places.items[d->place_mention].m
				 : NULL,
		.time = d->time != SR_NONE ? &doc->times.items[d->time].m
					   : NULL,
		.count = d->claim.has_count ? d->claim.count_at
					    : (struct sr_span){ 0, 0 },
	};

	d->claim.evidence = sr_evidence_span(r, &parts);
	if (d->place_name != SR_NONE &&
	    r->tree.token[d->place_name].sentence ==
		    r->tree.token[d->frame.trigger].sentence) {
		struct sr_span *e = &d->claim.evidence;
		struct sr_span at = d->claim.place.at;
		e->from = at.from < e->from ? at.from : e->from;
		e->to = at.to > e->to ? at.to : e->to;
	}
}
