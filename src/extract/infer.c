/* What goes without saying. In a war of two states a town of one of them that
 * is besieged is besieged by the other, and who is taken prisoner is taken by
 * the other side; the blast that killed two men is the attack just told of.
 * Only what claims.md calls plainly meant: a merely likely opponent of a
 * killing or a loss stays unnamed. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

/* The two sides of the war that the report is about; false: not two. */
static bool two_sides(const struct sr_reading *r, struct sr_str side[2])
{
	if (r->doc->war == SR_NONE)
		return false;
	struct sr_str rest = sr_kit_text(r->kit, SR_TABLE_WARS, r->doc->war,
	                                 SR_WARS_SIDES);
	side[0] = sr_str_cut(&rest, '|');
	if (!rest.s)
		return false;
	side[1] = sr_str_cut(&rest, '|');
	return rest.s == NULL;
}

/* The other of the two that fight the war. */
static struct sr_str other_side(const struct sr_reading *r, struct sr_str of)
{
	struct sr_str side[2];

	if (!of.n || !two_sides(r, side))
		return (struct sr_str){ NULL, 0 };
	if (sr_str_equal(of, side[0]))
		return side[1];
	return sr_str_equal(of, side[1]) ? side[0]
	                                 : (struct sr_str){ NULL, 0 };
}

/* Does the report name the side, or a town of the state? */
static bool is_named(const struct sr_doc *doc, struct sr_str side)
{
	for (size_t i = 0; i < doc->parties.nitem; i++)
		if (sr_str_equal(doc->parties.items[i].side, side))
			return true;
	for (size_t i = 0; i < doc->places.nitem; i++)
		if (sr_str_equal(doc->places.items[i].country, side) &&
		    doc->places.items[i].kind == SR_PLACE_POINT)
			return true;
	return false;
}

/* The other side of the war; empty where that is not plain: who fights somebody
 * else in this report is no foe of one whom it never names. */
static struct sr_str opponent(const struct sr_reading *r, struct sr_str of)
{
	struct sr_str other = other_side(r, of);

	return other.n && is_named(r->doc, other) ? other
						  : (struct sr_str){ NULL, 0 };
}

static bool is_side(const struct sr_reading *r, struct sr_str country)
{
	return other_side(r, country).n != 0;
}

/* Is that row a state proper, and no part or proxy of one ("ru", "ru.dpr")? */
static bool is_whole(struct sr_str id)
{
	for (size_t i = 0; i < id.n; i++)
		if (id.s[i] == '.')
			return false;
	return true;
}

/* The state's row of a side; SR_NONE for a group. */
static uint32_t state_of(const struct sr_reading *r, struct sr_str side)
{
	const struct sr_kit *k = r->kit;
	uint32_t n = (uint32_t)sr_kit_rows(k, SR_TABLE_STATES);

	for (uint32_t i = 0; i < n; i++)
		if (sr_str_equal(sr_kit_text(k, SR_TABLE_STATES, i,
		                             SR_STATES_SIDE),
		                 side) &&
		    is_whole(sr_kit_text(k, SR_TABLE_STATES, i, SR_STATES_ID)))
			return i;
	return SR_NONE;
}

/* Is the row's id its side in small letters: the group of that code itself,
 * not one that fights for it? */
static bool is_itself(struct sr_str id, struct sr_str side)
{
	for (size_t i = 0; id.n == side.n && i < id.n; i++)
		if ((id.s[i] | 0x20) != (side.s[i] | 0x20))
			return false;
	return id.n == side.n;
}

/* A group's row; SR_NONE for a state. A group may have the code of a state
 * that is in no war ("IS"). */
static uint32_t group_of(const struct sr_reading *r, struct sr_str side)
{
	const struct sr_kit *k = r->kit;
	uint32_t n = (uint32_t)sr_kit_rows(k, SR_TABLE_GROUPS);
	bool state = state_of(r, side) != SR_NONE;
	uint32_t first = SR_NONE;

	for (uint32_t i = 0; i < n; i++) {
		if (!sr_str_equal(sr_kit_text(k, SR_TABLE_GROUPS, i,
		                              SR_GROUPS_SIDE),
		                  side))
			continue;
		if (is_itself(sr_kit_text(k, SR_TABLE_GROUPS, i, SR_GROUPS_ID),
		              side))
			return i;
		if (!state && first == SR_NONE)
			first = i;
	}
	return first;
}

/* A group's ministry or paper is not who fights for it. */
static bool may_fight(unsigned kind)
{
	return kind != SR_PARTY_KIND_INSTITUTION &&
	       kind != SR_PARTY_KIND_MEDIA && kind != SR_PARTY_KIND_OFFICIAL &&
	       kind != SR_PARTY_KIND_CIVILIANS;
}

/* What the tables call a side: a state by its name, else the group that the
 * report or the table names first; the code itself for others. */
struct sr_str sr_side_called(const struct sr_reading *r, struct sr_str side)
{
	const struct sr_doc *d = r->doc;
	uint32_t row = state_of(r, side), group = group_of(r, side);

	/* not "rebel air defences" */
	for (size_t i = 0; group != SR_NONE && i < d->parties.nitem; i++)
		if (sr_str_equal(d->parties.items[i].side, side) &&
		    (d->parties.items[i].kind == SR_PARTY_KIND_GROUP ||
		     d->parties.items[i].kind == SR_PARTY_KIND_STATE ||
		     (d->parties.items[i].row != SR_NONE &&
		      may_fight(d->parties.items[i].kind))))
			return d->parties.items[i].name;
	for (size_t i = 0; group != SR_NONE && i < d->parties.nitem; i++)
		if (sr_str_equal(d->parties.items[i].side, side) &&
		    may_fight(d->parties.items[i].kind))
			return d->parties.items[i].name;
	if (row != SR_NONE && group == SR_NONE)
		return sr_kit_text(r->kit, SR_TABLE_STATES, row,
		                   SR_STATES_NAME);
	return group != SR_NONE ? sr_kit_text(r->kit, SR_TABLE_GROUPS, group,
	                                      SR_GROUPS_NAME)
	                        : side;
}

/* Whose attack or siege it is of a place of that country. In a war within a
 * country its ground is either side's, and tells nothing. */
static struct sr_str enemy_of_ground(const struct sr_reading *r,
                                     struct sr_str ground)
{
	struct sr_str other = opponent(r, ground);

	if (other.n && group_of(r, other) != SR_NONE &&
	    sr_str_equal(ground, sr_kit_text(r->kit, SR_TABLE_WARS, r->doc->war,
	                                     SR_WARS_PLACE)))
		return (struct sr_str){ NULL, 0 };
	return other;
}

/* Is the war fought there, or by that country? */
static bool is_ground(const struct sr_reading *r, struct sr_str country)
{
	return r->doc->war != SR_NONE &&
	       (is_side(r, country) ||
		sr_str_equal(country,
			     sr_kit_text(r->kit, SR_TABLE_WARS, r->doc->war,
					 SR_WARS_PLACE)));
}

/* "The rebel-held town of X came under fire", "they left X. After the fall of
 * X": whoever fights them did it. Who holds the place, or left it, by what was
 * told last; empty. */
static struct sr_str told_holder(const struct sr_reading *r,
				 const struct sr_claim *c)
{
	bool asked = c->has_place && c->place.id &&
		     is_ground(r, c->place.country);

	for (size_t k = r->doc->claims.nitem; asked && k-- > 0;) {
		const struct sr_claim *was = &r->doc->claims.items[k];
		bool held = was->type == SR_TYPE_CONTROL_HOLD ||
			    (was->type == SR_TYPE_CONTROL_LEAVE &&
			     c->type == SR_TYPE_CONTROL_SEIZE);
		if (held && was->has_actor && was->has_place &&
		    was->place.id == c->place.id &&
		    (was->status == SR_STATUS_ASSERTED ||
		     was->status == SR_STATUS_UNVERIFIED))
			return was->actor.side;
	}
	return (struct sr_str){ NULL, 0 };
}

static struct sr_str speaker_side(const struct sr_reading *r,
				  const struct sr_claim *c)
{
	uint32_t i = sr_token_at(r->doc, c->speaker_at.from);

	for (; c->speaker.n && i < r->tree.ntoken &&
	       r->tree.token[i].at.from < c->speaker_at.to; i++) {
		uint32_t p = r->tree.token[i].party;
		if (p != SR_NONE && r->doc->parties.items[p].side.n)
			return r->doc->parties.items[p].side;
	}
	return (struct sr_str){ NULL, 0 };
}

static struct sr_str expected_actor(const struct sr_reading *r,
				    uint32_t trigger, const struct sr_claim *c)
{
	struct sr_str ground = c->place.country, holder;

	switch (c->type) {
	case SR_TYPE_CONTROL_RETAKE:
		if (c->has_target)
			return opponent(r, c->target.side);
		/* "X is liberated", says the ministry of one of the two; "it is
		 * no longer ours" */
		holder = speaker_side(r, c);
		if (is_side(r, holder) && sr_is_verb(&r->tree, trigger))
			return holder;
		return is_side(r, ground) ? ground : (struct sr_str){ NULL, 0 };
	case SR_TYPE_CONTROL_BESIEGE:
		if (!ground.n && !c->has_target && r->doc->war != SR_NONE)
			ground = sr_kit_text(r->kit, SR_TABLE_WARS,
			                     r->doc->war, SR_WARS_PLACE);
		return c->has_target ? opponent(r, c->target.side)
		                     : enemy_of_ground(r, ground);
	case SR_TYPE_CONTROL_SEIZE:
		if (c->has_target)
			return opponent(r, c->target.side);
		holder = told_holder(r, c);
		return holder.n ? opponent(r, holder)
				: enemy_of_ground(r, ground);
	case SR_TYPE_ATTACK_GROUND:
		/* "the counteroffensive": to win back its own */
		if (!ground.n && r->doc->war != SR_NONE)
			ground = sr_kit_text(r->kit, SR_TABLE_WARS,
					     r->doc->war, SR_WARS_PLACE);
		if (!c->has_target && sr_is_noun(&r->tree, trigger) &&
		    (r->classes[trigger] & SR_CLASS_COUNTER) &&
		    is_side(r, ground) && is_named(r->doc, ground))
			return ground;
		/* fall through */
	case SR_TYPE_CONTROL_ADVANCE:
	case SR_TYPE_LOSS_CAPTURED:
	case SR_TYPE_LOSS_CASUALTIES:
	case SR_TYPE_LOSS_EQUIPMENT:
	case SR_TYPE_LOSS_KILLED:
	case SR_TYPE_LOSS_WOUNDED:
		holder = opponent(r, c->target.side);
		/* "rebels were killed, the army said" */
		return (group_of(r, holder) != SR_NONE ||
			group_of(r, c->target.side) != SR_NONE) &&
				       !sr_str_equal(holder, speaker_side(r, c))
			       ? (struct sr_str){ NULL, 0 }
			       : holder;
	case SR_TYPE_ATTACK_AIR:
	case SR_TYPE_ATTACK_SHELLING:
		if (c->target.side.n)
			return opponent(r, c->target.side);
		holder = told_holder(r, c);
		if (!holder.n)
			holder = sr_long_held_by(r, c);
		return holder.n ? opponent(r, holder)
				: enemy_of_ground(r, ground);
	default:
		return (struct sr_str){ NULL, 0 };
	}
}

/* Whose line it is that was broken or gave way: its owner's side. */
static struct sr_str line_side(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;

	for (uint32_t i = t->from[trigger]; i < t->to[trigger]; i++) {
		if (!(r->classes[i] & SR_CLASS_LINE))
			continue;
		uint32_t p = sr_party_of(r, i).party;
		if (p != SR_NONE)
			return r->doc->parties.items[p].side;
	}
	return (struct sr_str){ NULL, 0 };
}

/* How many sentences back "they" may go, into the paragraph before. */
#define PRONOUN_BACK 2

/* An advance that names nobody is of whoever advanced or attacked last, in
 * this sentence or the one before it; fighting, of whoever
 * advanced in the same sentence. */
static bool goes_on(const struct sr_reading *r, uint32_t trigger,
                    struct sr_claim *c)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *s = r->doc->sentences.items;
	uint32_t here = t[trigger].sentence;
	uint32_t who = sr_subject(&r->tree, trigger);
	uint32_t back = c->type == SR_TYPE_CONTROL_ADVANCE;

	if (who != SR_NONE && t[who].upos == SR_UPOS_PRON)
		back = PRONOUN_BACK;
	for (size_t k = r->doc->claims.nitem; k-- > 0;) {
		const struct sr_claim *was = &r->doc->claims.items[k];
		uint32_t then = t[r->made.items[k].trigger].sentence;
		if (then + back < here ||
		    s[then].block + (back > 0) < s[here].block)
			return false;
		if ((was->type != SR_TYPE_CONTROL_ADVANCE &&
		     was->type != SR_TYPE_ATTACK_GROUND) ||
		    !was->has_actor)
			continue;
		c->has_actor = was->has_actor;
		c->actor = was->actor;
		c->actor.at.to = c->actor.at.from;
		return c->has_actor;
	}
	return false;
}

/* A tank that one side destroyed is the other's. */
static void infer_owner(const struct sr_reading *r, struct sr_claim *c)
{
	if (c->type == SR_TYPE_LOSS_EQUIPMENT && c->has_target &&
	    !c->target.side.n && c->has_actor)
		c->target.side = opponent(r, c->actor.side);
}

static struct sr_party_slot slot_of(const struct sr_reading *r,
				    struct sr_str side)
{
	return (struct sr_party_slot){ .name = sr_side_called(r, side),
				       .side = side,
				       .row = SR_NONE };
}

/* "Pakistan has attacked again", in a report that never speaks of India. */
static bool is_spoken_of(const struct sr_reading *r, struct sr_str side)
{
	for (size_t i = 0; i < r->doc->parties.nitem; i++)
		if (sr_str_equal(r->doc->parties.items[i].side, side))
			return true;
	return false;
}

/* In a war of two states whoever attacks on the ground attacks the other;
 * insurgents attack villages as well, and armies more than one group. */
static void infer_enemy(const struct sr_reading *r, struct sr_claim *c)
{
	struct sr_str side = { NULL, 0 };

	if (c->type == SR_TYPE_ATTACK_GROUND && !c->has_target &&
	    c->has_actor && !sr_is_between(r, c) &&
	    !(c->has_place && c->place.country.n &&
	      !is_ground(r, c->place.country))) /* "attacks in Kenya" */
		side = opponent(r, c->actor.side);
	if (!side.n || !is_spoken_of(r, side) ||
	    group_of(r, side) != SR_NONE ||
	    group_of(r, c->actor.side) != SR_NONE)
		return;
	c->has_target = true;
	c->target = slot_of(r, side);
}

/* "One person was hurt", "killed everyone": people of no side that is named
 * are civilians. */
static void infer_civilians(const struct sr_reading *r, struct sr_claim *c)
{
	bool suffers = c->type == SR_TYPE_ATTACK_CIVILIANS ||
	               c->type == SR_TYPE_LOSS_KILLED ||
	               c->type == SR_TYPE_LOSS_WOUNDED;
	uint32_t p = SR_NONE;

	if (!suffers || !c->has_target || c->target.side.n)
		return;
	for (uint32_t i = sr_token_at(r->doc, c->target.at.from);
	     i < r->tree.ntoken; i++) {
		const struct sr_token *t = &r->tree.token[i];
		if (t->at.from >= c->target.at.to)
			break;
		p = t->party;
		if (t->upos == SR_UPOS_PROPN ||
		    (p != SR_NONE &&
		     r->doc->parties.items[p].kind != SR_PARTY_KIND_PEOPLE &&
		     r->doc->parties.items[p].kind !=
		             SR_PARTY_KIND_CIVILIANS) ||
		    (r->classes[i] & (SR_CLASS_FORCE | SR_CLASS_EQUIP)))
			return;
	}
	c->target.side = SR_STR("CIV");
}

/* "Bombed towns and villages", "cities were razed": places that nobody names are
 * what suffers. */
static void infer_many(const struct sr_reading *r, uint32_t trigger,
                       struct sr_claim *c)
{
	uint32_t i = sr_patient(&r->tree, trigger);

	if (!sr_is_attack(c->type) || c->has_target ||
	    !sr_is_verb(&r->tree, trigger) || i == SR_NONE ||
	    r->tree.token[i].xpos != SR_XPOS_NNS ||
	    !(r->classes[i] & SR_CLASS_PLACE))
		return;
	for (uint32_t k = r->tree.from[i]; k < r->tree.to[i]; k++)
		if (r->tree.token[k].place != SR_NONE)
			return;
	c->has_target = true;
	c->target = (struct sr_party_slot){
		.name = sr_doc_text(r->doc, r->tree.token[i].at),
		.at = r->tree.token[i].at,
		.row = SR_NONE
	};
}

/* "The minister visited Kyiv": whose guest one is. */
static void infer_host(const struct sr_reading *r, uint32_t trigger,
                       struct sr_claim *c)
{
	uint32_t obj, m;

	if (c->type != SR_TYPE_POLITICS_TALKS || c->has_target ||
	    !c->has_actor || !sr_is_verb(&r->tree, trigger))
		return;
	obj = sr_object(&r->tree, trigger);
	m = obj != SR_NONE ? r->tree.token[obj].place : SR_NONE;
	if (m == SR_NONE)
		return;
	const struct sr_place *place = &r->doc->places.items[m];
	if (!place->country.n || sr_str_equal(place->country, c->actor.side))
		return;
	c->has_target = true;
	c->target = (struct sr_party_slot){ .name = place->name,
		                            .side = place->country,
		                            .at = place->m.at,
		                            .row = SR_NONE };
}

/* "A town that refused to surrender": in a war of two states its people are of
 * the state that it lies in. */
static void infer_holder(const struct sr_reading *r, uint32_t trigger,
                         struct sr_claim *c)
{
	struct sr_str side = c->place.country;
	uint32_t who;

	if (c->type != SR_TYPE_CONTROL_HOLD || c->has_actor ||
	    !sr_is_verb(&r->tree, trigger) || sr_is_passive(&r->tree, trigger) ||
	    !is_side(r, side) || group_of(r, side) != SR_NONE ||
	    group_of(r, opponent(r, side)) != SR_NONE)
		return;
	who = sr_subject(&r->tree, trigger);
	if (who == SR_NONE ||
	    (!(r->classes[sr_meant(r, who)] & SR_CLASS_PLACE) &&
	     r->tree.token[who].place == SR_NONE))
		return;
	c->has_actor = true;
	c->actor = (struct sr_party_slot){ .name = c->place.name,
		                           .side = side,
		                           .row = SR_NONE };
}

/* "Ukraine says troops enter Kherson", "the ministry announced the withdrawal of
 * all forces": a bare word for fighters is of whoever tells it. */
static void infer_own(const struct sr_reading *r, struct sr_claim *c)
{
	if (!c->has_actor || c->actor.side.n || !sr_is_control(c->type) ||
	    c->type == SR_TYPE_CONTROL_BESIEGE)
		return;
	uint32_t i = sr_token_at(r->doc, c->actor.at.from);
	struct sr_str teller = speaker_side(r, c);

	if (i < r->tree.ntoken && r->tree.token[i].at.to == c->actor.at.to &&
	    r->tree.token[i].xpos == SR_XPOS_NNS &&
	    (r->classes[i] & SR_CLASS_FORCE) && is_side(r, teller))
		c->actor.side = teller;
}

/* "The coalition said 95 rebels were killed": by it rather than by the other
 * side of the war, where the report has it fighting. */
static bool is_told_by_third(const struct sr_reading *r,
			     const struct sr_claim *c, struct sr_str side)
{
	struct sr_str teller = speaker_side(r, c);

	if (!teller.n || sr_str_equal(teller, side) ||
	    sr_str_equal(teller, c->target.side))
		return false;
	for (size_t k = 0; k < r->doc->claims.nitem; k++) {
		const struct sr_claim *was = &r->doc->claims.items[k];
		if (was->has_actor && sr_str_equal(was->actor.side, teller) &&
		    (sr_is_attack(was->type) || sr_is_loss(was->type)))
			return true;
	}
	return false;
}

void sr_infer_parties(const struct sr_reading *r, uint32_t trigger,
                      struct sr_claim *c)
{
	struct sr_str side;

	infer_owner(r, c);
	infer_enemy(r, c);
	infer_civilians(r, c);
	infer_host(r, trigger, c);
	infer_many(r, trigger, c);
	infer_holder(r, trigger, c);
	infer_own(r, c);
	sr_come_of(r, trigger, c);
	if (c->has_actor)
		return;
	side = expected_actor(r, trigger, c);
	if (side.n && sr_is_loss(c->type) && is_told_by_third(r, c, side))
		return;
	if (!side.n && c->type == SR_TYPE_CONTROL_ADVANCE)
		side = opponent(r, line_side(r, trigger));
	if (!side.n &&
	    (c->type == SR_TYPE_CONTROL_ADVANCE ||
	     c->type == SR_TYPE_ATTACK_GROUND) &&
	    goes_on(r, trigger, c))
		return;
	c->has_actor = side.n;
	if (side.n)
		c->actor = slot_of(r, side);
}
