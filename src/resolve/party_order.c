/* The order of battle of one report: which mentions are one unit ("the 93rd
 * Separate Mechanised Brigade Kholodnyi Yar", "the 93rd Brigade"), what it is
 * of, whose it is, and who are its men. A unit is known by its number, size
 * and arm, or by its own name; two with one number and another size, arm or
 * side are two. A report names some five. */
#include <stdio.h>

#include "base/str.h"
#include "kit/unit.h"
#include "resolve/party_refer.h"

#define MOST_CHAIN 6 /* superiors above one unit */

/* One unit under its names */

/* The parts of a unit that the table names: "Kholodnyi Yar". */
static struct sr_unit *of_formation(struct sr_muster *m,
				    const struct sr_draft *d)
{
	uint32_t row = d->p.row;
	struct sr_unit *u;
	int32_t number, arm, echelon;

	if (d->p.table != SR_TABLE_FORMATIONS || row == SR_NONE)
		return NULL;
	number = sr_kit_value(m->kit, SR_TABLE_FORMATIONS, row,
			      SR_FORMATIONS_NUMBER);
	if (!number)
		return sr_unit_new(m, d->p.name);
	u = SR_NEW(&m->doc->mem, struct sr_unit, 1);
	if (!u) {
		m->failed = true;
		return NULL;
	}
	arm = sr_kit_value(m->kit, SR_TABLE_FORMATIONS, row, SR_FORMATIONS_ARM);
	echelon = sr_kit_value(m->kit, SR_TABLE_FORMATIONS, row,
			       SR_FORMATIONS_ECHELON);
	u->number = number;
	u->echelon = echelon < 0 ? SR_NONE : (uint32_t)echelon;
	if (arm >= 0)
		u->arm[u->narm++] = (uint32_t)arm;
	u->nick = sr_words(m, d->p.m.from, d->p.m.to);
	return u;
}

/* A row of one unit has a name. */
static struct sr_str row_name(const struct sr_refer *r, uint32_t row)
{
	return row == SR_NONE ? (struct sr_str){ NULL, 0 }
			      : sr_kit_text(r->m->kit, SR_TABLE_FORMATIONS, row,
					    SR_FORMATIONS_NAME);
}

static bool one_side(struct sr_str a, struct sr_str b)
{
	return !a.n || !b.n || sr_str_equal(a, b);
}

static bool same(const struct sr_refer *r, const struct sr_known_unit *k,
		 const struct sr_draft *d)
{
	bool tabled = d->p.table == SR_TABLE_FORMATIONS &&
		      row_name(r, d->p.row).n;

	if (!one_side(k->side, d->p.side))
		return false;
	if (tabled && row_name(r, k->row).n)
		return k->row == d->p.row;
	if (!d->p.unit)
		return false;
	/* "a battalion of the 128th" has no name to be known by */
	return sr_unit_alike(r->m->kit, &k->is, d->p.unit);
}

/* What a further mention adds. */
static void merge(struct sr_known_unit *k, const struct sr_draft *d)
{
	const struct sr_unit *u = d->p.unit;

	if (u) {
		if (!k->is.number) {
			k->is.number = u->number;
			k->is.style = u->style;
		}
		if (k->is.echelon == SR_NONE)
			k->is.echelon = u->echelon;
		if (u->narm > k->is.narm) {
			k->is.narm = u->narm;
			memcpy(k->is.arm, u->arm, sizeof(u->arm));
		}
		if (!k->is.nick.n)
			k->is.nick = u->nick;
	}
	if (k->row == SR_NONE && d->p.table == SR_TABLE_FORMATIONS)
		k->row = d->p.row;
	if (!k->side.n && d->p.side.n) {
		k->side = d->p.side;
		k->why = d->p.why;
	}
	if (!k->is.number && d->p.name.n > k->name.n)
		k->name = d->p.name;
}

static struct sr_known_unit *known_of(struct sr_refer *r, uint32_t entity)
{
	for (size_t i = 0; i < r->units.nitem; i++)
		if (r->units.items[i].entity == entity)
			return &r->units.items[i];
	return NULL;
}

void sr_order_entity(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);
	struct sr_known_unit *k = NULL;

	if (!d->p.unit)
		d->p.unit = of_formation(r->m, d);
	if (d->p.entity != SR_NONE)
		k = known_of(r, d->p.entity);
	for (size_t n = 0; !k && n < r->units.nitem; n++) {
		struct sr_known_unit *o = &r->units.items[n];
		if (same(r, o, d) && (!k || o->last > k->last))
			k = o;
	}
	if (!k) {
		k = SR_PUSH(&r->m->doc->mem, &r->units);
		if (!k) {
			r->m->failed = true;
			return;
		}
		*k = (struct sr_known_unit){
			.is = { .echelon = SR_NONE },
			.name = d->p.name,
			.row = SR_NONE,
			.entity = d->p.entity,
			.parent = SR_NONE,
		};
		if (k->entity == SR_NONE)
			k->entity = r->nentity++;
	}
	merge(k, d);
	k->last = (uint32_t)i;
	d->p.entity = k->entity;
	if (!d->p.side.n && k->side.n) {
		d->p.side = k->side;
		d->p.why = SR_PARTY_REFERS;
	}
}

/* What a unit is of */

/* Behind a comma or "part of": "1st Battalion, 5th Marines". */
static const struct sr_draft *unit_behind(const struct sr_refer *r,
					  const struct sr_draft *d)
{
	const struct sr_muster *m = r->m;
	const struct sr_sentence *s = sr_sentence_of(m, d->p.m.head);
	uint32_t i = d->p.m.to;

	if (i + 1 >= s->to || m->token[i].xpos != SR_XPOS_COMMA)
		return NULL;
	const struct sr_fact *link = sr_fact_at(m, ++i, SR_FACT_LINK);
	if (link &&
	    (sr_kit_value(m->kit, SR_TABLE_LINKS, link->row, SR_LINKS_KINDS) &
	     SR_LINK_OWNER))
		i = link->to;
	for (uint32_t k = i; k < s->to && k < i + 8; k++) {
		const struct sr_draft *e = sr_draft_at(m, k);
		if (e && e->p.m.from == i && e->fact == SR_FACT_ECHELON)
			return e;
	}
	return NULL;
}

static bool larger(const struct sr_refer *r, const struct sr_unit *up,
		   const struct sr_unit *down)
{
	int32_t size = sr_unit_size(r->m->kit, up);

	return up != down && (!size || size > sr_unit_size(r->m->kit, down));
}

static struct sr_known_unit *parent_of(struct sr_refer *r,
				       const struct sr_draft *d)
{
	const struct sr_draft *e = d->parent == SR_NONE
					   ? unit_behind(r, d)
					   : sr_draft_at(r->m, d->parent);

	if (!e || e->p.kind != SR_PARTY_KIND_UNIT || e->p.entity == SR_NONE)
		return NULL;
	return known_of(r, e->p.entity);
}

/* Is `up` already below unit k? Then it can't be above it. */
static bool below(const struct sr_refer *r, uint32_t up, uint32_t k)
{
	for (unsigned n = 0; up != SR_NONE && n < MOST_CHAIN; n++) {
		if (up == k)
			return true;
		up = r->units.items[up].parent;
	}
	return up != SR_NONE;
}

static void find_parents(struct sr_refer *r)
{
	for (size_t i = 0; i < r->norder; i++) {
		const struct sr_draft *d = sr_met(r, i);
		if (d->fact != SR_FACT_ECHELON || d->p.entity == SR_NONE ||
		    d->alone)
			continue;
		struct sr_known_unit *k = known_of(r, d->p.entity);
		struct sr_known_unit *up = k ? parent_of(r, d) : NULL;
		if (!up || k->parent != SR_NONE || !larger(r, &up->is, &k->is))
			continue;
		uint32_t n = (uint32_t)(up - r->units.items);
		if (!below(r, n, (uint32_t)(k - r->units.items)))
			k->parent = n;
	}
}

/* Men of units */

/* "Its" of "its soldiers", "the brigade's", "Golani" of "Golani fighters",
 * "of the 93rd Brigade": the unit that a noun's phrase says they are of. */
static struct sr_known_unit *unit_of_men(struct sr_refer *r,
					 const struct sr_draft *d)
{
	const struct sr_muster *m = r->m;
	const struct sr_phrase_np *np = &m->nps.items[d->np];
	uint32_t end, owner = sr_owner_behind(m, np->to, SR_LINK_OWNER, &end);
	const struct sr_draft *e = NULL;

	if (np->possessor != SR_NONE)
		e = sr_draft_at(m, m->nps.items[np->possessor].noun);
	else if (m->token[np->own].xpos == SR_XPOS_PRP_S)
		e = sr_draft_at(m, np->own);
	else if (owner != SR_NONE)
		e = sr_draft_at(m, owner);
	for (uint32_t i = np->own; !e && i < np->noun; i++)
		e = sr_draft_at(m, i);
	if (!e || e == d || e->p.entity == SR_NONE ||
	    (e->p.kind != SR_PARTY_KIND_UNIT && !e->p.pronoun))
		return NULL;
	return known_of(r, e->p.entity);
}

static bool are_men(const struct sr_draft *d)
{
	return d->fact == SR_FACT_NOUN && d->np != SR_NONE && !d->named &&
	       (sr_people_fight(d->class) || d->class == SR_PEOPLE_PERSON) &&
	       d->class != SR_PEOPLE_PRISONER && d->class != SR_PEOPLE_ENEMY &&
	       d->class != SR_PEOPLE_ATTACKER;
}

/* Whose a unit is that nobody says */

/* "with the rebels", "against the army" */
static bool is_partner(const struct sr_refer *r, uint32_t i)
{
	return sr_rel_is(&r->m->tree, i, SR_REL_OBL) &&
	       (sr_link_before(r->m, sr_phrase_start(r->m, i)) &
		SR_LINK_PARTNER);
}

/* "a base of the 32nd Regiment", "the brigade's men": what is done to those
 * is done to the unit. */
static uint32_t climb(const struct sr_refer *r, uint32_t i)
{
	for (unsigned n = 0; n < 2; n++) {
		if (!sr_rel_is(&r->m->tree, i, SR_REL_NMOD) ||
		    (r->m->token[i].deprel == SR_REL_NMOD &&
		     !(sr_link_before(r->m, sr_phrase_start(r->m, i)) &
		       SR_LINK_OWNER)))
			break;
		i = r->m->token[i].head;
	}
	return i;
}

/* "The 5th Brigade repelled the rebels", "clashed with", "was shelled by":
 * the other side than those it fights. */
static struct sr_str side_by_fight(const struct sr_refer *r,
				   const struct sr_draft *d)
{
	const struct sr_tree *t = &r->m->tree;
	uint32_t i = climb(r, d->p.m.head), verb = r->m->token[i].head;
	struct sr_str foe = { NULL, 0 };

	if (verb == i)
		return foe;
	/* "Ukraine deployed the 10th Corps" */
	if ((r->m->verb[verb] & SR_VERB_OWN) &&
	    !(r->m->verb[verb] & SR_VERB_HARM) && sr_patient(t, verb) == i)
		return sr_fighter_side(r, sr_agent(t, verb));
	if (!(r->m->verb[verb] & SR_VERB_HARM))
		return foe;
	if (sr_agent(t, verb) == i) {
		foe = sr_fighter_side(r, sr_patient(t, verb));
		SR_CHILDREN (t, verb, c)
			if (!foe.n && is_partner(r, c))
				foe = sr_fighter_side(r, c);
	} else if (sr_patient(t, verb) == i) {
		foe = sr_fighter_side(r, sr_agent(t, verb));
	} else if (is_partner(r, i)) {
		foe = sr_fighter_side(r, sr_agent(t, verb));
	}
	return sr_side_against(r->m, foe);
}

/* "300 soldiers of the 33rd Division", killed by the rebels: whose they must
 * be says whose it is. */
static void sides_of_men(struct sr_refer *r)
{
	for (size_t i = 0; i < r->norder; i++) {
		const struct sr_draft *d = sr_met(r, i);
		struct sr_known_unit *k =
			are_men(d) && d->p.side.n ? unit_of_men(r, d) : NULL;
		if (!k || k->side.n)
			continue;
		k->side = d->p.side;
		k->why = SR_PARTY_CONTEXT;
	}
}

/* "The army's Armoured Corps", once it is known whose the army is. */
static struct sr_str side_of_owner(const struct sr_refer *r,
				   const struct sr_draft *d)
{
	return sr_fighter_side(r, d->parent);
}

static void settle_sides(struct sr_refer *r)
{
	sides_of_men(r);
	for (size_t i = 0; i < r->norder; i++) {
		const struct sr_draft *d = sr_met(r, i);
		struct sr_known_unit *k = d->fact == SR_FACT_ECHELON &&
							  d->p.entity != SR_NONE
						  ? known_of(r, d->p.entity)
						  : NULL;
		if (!k || k->side.n || d->p.pronoun)
			continue;
		k->side = side_of_owner(r, d);
		if (!k->side.n)
			k->side = side_by_fight(r, d);
		k->why = k->side.n ? SR_PARTY_CONTEXT : SR_PARTY_UNKNOWN;
	}
	/* down and up the chain; each round one step */
	for (unsigned n = 0; n < MOST_CHAIN; n++) {
		for (size_t i = 0; i < r->units.nitem; i++) {
			struct sr_known_unit *k = &r->units.items[i];
			if (k->parent == SR_NONE)
				continue;
			struct sr_known_unit *up = &r->units.items[k->parent];
			struct sr_known_unit *to = k->side.n ? up : k;
			const struct sr_known_unit *from = k->side.n ? k : up;
			if (to->side.n || !from->side.n)
				continue;
			to->side = from->side;
			to->why = SR_PARTY_REFERS;
		}
	}
}

/* One name for each */

/* What the table has and the words left out. */
static void fill_from_table(const struct sr_refer *r, struct sr_known_unit *k)
{
	const struct sr_kit *kit = r->m->kit;
	int32_t arm = sr_kit_value(kit, SR_TABLE_FORMATIONS, k->row,
				   SR_FORMATIONS_ARM);
	int32_t echelon = sr_kit_value(kit, SR_TABLE_FORMATIONS, k->row,
				       SR_FORMATIONS_ECHELON);

	if (k->is.echelon == SR_NONE && echelon >= 0)
		k->is.echelon = (uint32_t)echelon;
	if (arm >= 0 && sr_unit_arm(kit, &k->is) == SR_NONE &&
	    k->is.narm < SR_UNIT_ARMS)
		k->is.arm[k->is.narm++] = (uint32_t)arm;
}

static void settle_names(struct sr_refer *r)
{
	struct sr_muster *m = r->m;

	for (size_t i = 0; i < r->units.nitem; i++) {
		struct sr_known_unit *k = &r->units.items[i];
		if (row_name(r, k->row).n) {
			k->name = row_name(r, k->row);
			fill_from_table(r, k);
		} else if (k->is.number) {
			k->name = sr_unit_words(m, &k->is);
		}
	}
	for (size_t i = 0; i < r->units.nitem; i++) {
		struct sr_known_unit *k = &r->units.items[i];
		if (k->parent != SR_NONE)
			k->is.parent = r->units.items[k->parent].name;
	}
}

/* The words of a plural name are not another's: "the Giants Brigades". */
static void tell(struct sr_draft *d, const struct sr_known_unit *k)
{
	d->p.entity = k->entity;
	d->p.name = k->name;
	if (k->is.echelon != SR_NONE || k->is.number)
		d->p.unit = &k->is;
	if (k->row != SR_NONE && d->p.kind == SR_PARTY_KIND_UNIT) {
		d->p.table = SR_TABLE_FORMATIONS;
		d->p.row = k->row;
	}
	if (!d->p.side.n && k->side.n) {
		d->p.side = k->side;
		d->p.why = k->why == SR_PARTY_CONTEXT ? k->why
						      : SR_PARTY_REFERS;
	}
}

/* Parts of units */

/* "A battalion of the 128th Brigade": a part with no name but that. */
static void name_part(struct sr_refer *r, struct sr_draft *d,
		      const struct sr_known_unit *up)
{
	struct sr_muster *m = r->m;
	struct sr_unit *u = SR_NEW(&m->doc->mem, struct sr_unit, 1);
	struct sr_str size = sr_kit_text(m->kit, SR_TABLE_ECHELONS, d->echelon,
					 SR_ECHELONS_NAME);
	size_t n = size.n + strlen(" of the ") + up->name.n;
	char *name = SR_NEW(&m->doc->mem, char, n + 1);

	if (!u || !name) {
		m->failed = true;
		return;
	}
	snprintf(name, n + 1, "%.*s of the %.*s", (int)size.n, size.s,
		 (int)up->name.n, up->name.s);
	u->echelon = d->echelon;
	u->parent = up->name;
	d->p.unit = u;
	d->p.name = (struct sr_str){ name, n };
	if (!d->p.side.n && up->side.n) {
		d->p.side = up->side;
		d->p.why = SR_PARTY_REFERS;
	}
}

static void settle_men(struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_known_unit *k;

	if (d->fact == SR_FACT_ECHELON && !d->named && d->parent != SR_NONE) {
		k = parent_of(r, d);
		struct sr_unit part = { .echelon = d->echelon };
		if (k && !known_of(r, d->p.entity) && larger(r, &k->is, &part))
			name_part(r, d, k);
		return;
	}
	if (!are_men(d))
		return;
	k = unit_of_men(r, d);
	if (!k || !one_side(k->side, d->p.side))
		return;
	tell(d, k);
	d->p.kind = SR_PARTY_KIND_FORCE;
}

void sr_order_finish(struct sr_refer *r)
{
	find_parents(r);
	settle_sides(r);
	settle_names(r);
	for (size_t i = 0; i < r->norder && !r->m->failed; i++) {
		struct sr_draft *d = sr_met(r, i);
		const struct sr_known_unit *k =
			d->p.entity == SR_NONE ? NULL
					       : known_of(r, d->p.entity);
		if (k)
			tell(d, k);
	}
	for (size_t i = 0; i < r->norder && !r->m->failed; i++)
		settle_men(r, sr_met(r, i));
}
