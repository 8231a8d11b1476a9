/* Whose a unit is by its name alone: the table of formations, arms that only
 * one of those who fight has, and what that makes of its name. */
#include "base/str.h"
#include "kit/unit.h"
#include "resolve/party_internal.h"

struct sr_unit *sr_unit_new(struct sr_muster *m, struct sr_str words)
{
	struct sr_unit *u = SR_NEW(&m->doc->mem, struct sr_unit, 1);

	if (!u) {
		m->failed = true;
		return NULL;
	}
	if (!sr_unit_read(m->kit, words, u))
		return NULL;
	u->parent = (struct sr_str){ NULL, 0 };
	return u;
}

struct sr_str sr_unit_words(struct sr_muster *m, const struct sr_unit *u)
{
	char out[SR_UNIT_NAME];
	size_t n = sr_unit_name(m->kit, u, out);
	char *own = sr_arena_copy(&m->doc->mem, out, n);

	if (!own) {
		m->failed = true;
		return (struct sr_str){ NULL, 0 };
	}
	return (struct sr_str){ own, n };
}

/* May a unit of that side be meant where nobody says whose it is? One with no
 * arm in its name only if its side fights here. */
static bool may_be(const struct sr_muster *m, struct sr_str side, uint32_t arm)
{
	if (arm == SR_NONE && m->home.n)
		return sr_str_equal(side, m->home) ||
		       sr_str_equal(side, m->foe);
	return sr_side_known(m, side);
}

/* The formation of the table that a unit is: number and size the same, and the
 * arm, or its kin. Of several none; of several on two sides no side. */
static uint32_t known_as(const struct sr_muster *m, const struct sr_unit *u,
			 struct sr_str said, bool kin, struct sr_str *side)
{
	uint32_t arm = sr_unit_arm(m->kit, u), found = SR_NONE;
	bool several = false;

	for (uint32_t r = 0; r < sr_kit_rows(m->kit, SR_TABLE_FORMATIONS);
	     r++) {
		if (sr_kit_value(m->kit, SR_TABLE_FORMATIONS, r,
				 SR_FORMATIONS_NUMBER) != u->number)
			continue;
		uint32_t a = (uint32_t)sr_kit_value(m->kit, SR_TABLE_FORMATIONS,
						    r, SR_FORMATIONS_ARM);
		uint32_t e = (uint32_t)sr_kit_value(m->kit, SR_TABLE_FORMATIONS,
						    r, SR_FORMATIONS_ECHELON);
		if ((u->echelon != SR_NONE && e != u->echelon) ||
		    (arm != SR_NONE && a == SR_NONE) ||
		    (kin ? !sr_unit_arms_meet(m->kit, arm, a)
			 : arm != SR_NONE && a != arm))
			continue;
		struct sr_str s = sr_kit_text(m->kit, SR_TABLE_FORMATIONS, r,
					      SR_FORMATIONS_SIDE);
		if (said.n ? !sr_str_equal(s, said) : !may_be(m, s, arm))
			continue;
		if (found != SR_NONE && !sr_str_equal(s, *side)) {
			*side = (struct sr_str){ NULL, 0 };
			return SR_NONE;
		}
		several |= found != SR_NONE;
		found = r;
		*side = s;
	}
	return several ? SR_NONE : found;
}

/* The same by the arm itself, else by its kin. *side is known even where
 * several units of one side have that number. */
uint32_t sr_unit_known(const struct sr_muster *m, const struct sr_unit *u,
		       struct sr_str said, struct sr_str *side)
{
	*side = (struct sr_str){ NULL, 0 };
	if (!u->number ||
	    (u->echelon == SR_NONE && sr_unit_arm(m->kit, u) == SR_NONE))
		return SR_NONE;
	uint32_t row = known_as(m, u, said, false, side);
	return row != SR_NONE || side->n ? row
					 : known_as(m, u, said, true, side);
}

/* "Motor rifle", "Guards": the one of the two who fight here whose army has
 * what the name says; empty where both have or neither. */
static struct sr_str side_by_arms(const struct sr_muster *m,
				  const struct sr_unit *u)
{
	struct sr_str side = { NULL, 0 };

	for (size_t i = 0; i < u->narm; i++) {
		struct sr_str users = sr_kit_text(m->kit, SR_TABLE_BRANCHES,
						  u->arm[i], SR_BRANCHES_USERS);
		bool home = false, foe = false;
		while (users.n) {
			struct sr_str user = sr_str_cut(&users, '|');
			home |= sr_str_equal(user, m->home);
			foe |= sr_str_equal(user, m->foe);
		}
		if (home != foe)
			side = home ? m->home : m->foe;
	}
	return side;
}

/* Side and normal name of a unit that the table knows; else rebels have no
 * tanks' divisions with a number. */
void sr_unit_settle(struct sr_muster *m, struct sr_draft *d)
{
	struct sr_str side;
	uint32_t row = sr_unit_known(m, d->p.unit, d->p.side, &side);

	if (row != SR_NONE) {
		d->p.table = SR_TABLE_FORMATIONS;
		d->p.row = row;
		d->p.name = sr_kit_text(m->kit, SR_TABLE_FORMATIONS, row,
					SR_FORMATIONS_NAME);
	}
	if (d->p.side.n)
		return;
	if (side.n) {
		d->p.side = side;
		d->p.why = SR_PARTY_TABLE;
	} else if (side_by_arms(m, d->p.unit).n) {
		d->p.side = side_by_arms(m, d->p.unit);
		d->p.why = SR_PARTY_CONTEXT;
	} else if (d->p.unit->number &&
		   sr_unit_arm(m->kit, d->p.unit) != SR_NONE &&
		   sr_within_a_state(m) && !sr_is_state(m, m->foe)) {
		d->p.side = m->home;
		d->p.why = SR_PARTY_CONTEXT;
	}
}
