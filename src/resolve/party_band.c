/* Words that stand for a band of fighters who were named before: "the group",
 * "the armed group", "the alliance", and "attackers" for those who attacked.
 * The nearest that fits, none where two are as near. */
#include "base/str.h"
#include "resolve/party_refer.h"

/* "The Lebanese group": one that the tables know there. */
static bool is_of_land(const struct sr_refer *r, const struct sr_draft *e,
		       struct sr_str land)
{
	return e->p.table == SR_TABLE_GROUPS && e->p.row != SR_NONE &&
	       sr_str_equal(sr_kit_text(r->m->kit, SR_TABLE_GROUPS, e->p.row,
					SR_GROUPS_COUNTRY),
			    land);
}

static const struct sr_draft *last_group(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i), *found = NULL;
	struct sr_str land = { NULL, 0 };

	if (d->np != SR_NONE)
		land = sr_land_said(r->m, &r->m->nps.items[d->np]);
	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (!sr_met_within(r, e, d, NEAR_SENTENCES + 1))
			break;
		if (e->p.kind != SR_PARTY_KIND_GROUP || !e->named ||
		    (land.n && !is_of_land(r, e, land)))
			continue;
		if (!found)
			found = e;
		else if (found->p.entity != e->p.entity)
			return sr_met_within(r, found, d, 1) && !sr_met_within(r, e, d, 1)
				       ? found
				       : NULL;
	}
	return found;
}

/* "The alliance", "the bloc": is it that body of states, or a group of which
 * it is the last word of the name? */
static bool is_bloc(const struct sr_refer *r, const struct sr_draft *d,
		    const struct sr_draft *e)
{
	struct sr_str noun = sr_symbol_text(r->m->doc, r->m->kit,
					    r->m->token[d->p.m.head].lemma);
	struct sr_str name = e->p.name;

	if (!e->named || e->p.row == SR_NONE)
		return false;
	if (e->p.table == SR_TABLE_STATES)
		return e->p.side.n && !sr_str_is(e->p.side, "UNO") && !sr_kit_text(r->m->kit, SR_TABLE_STATES, e->p.row,
				    SR_STATES_CAPITALS).n;
	if (e->p.kind != SR_PARTY_KIND_GROUP || !noun.n || name.n < noun.n)
		return false;
	name.s += name.n - noun.n;
	for (size_t i = 0; i < noun.n; i++)
		if (sr_ascii_lower(name.s[i]) != noun.s[i])
			return false;
	return true;
}

static const struct sr_draft *last_bloc(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i);

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (!sr_met_within(r, e, d, FAR_SENTENCES))
			break;
		if (is_bloc(r, d, e))
			return e;
	}
	return NULL;
}

/* "The armed group", "the militia" that one alone is called. */
static bool is_band(const struct sr_draft *d)
{
	return d->fact == SR_FACT_NOUN &&
	       (d->class == SR_PEOPLE_BAND ||
		(d->many && !d->p.plural && !d->army && !d->p.side.n &&
		 d->class != SR_PEOPLE_FORCE && sr_people_fight(d->class)));
}

const struct sr_draft *sr_band_before(const struct sr_refer *r, size_t i)
{
	const struct sr_draft *d = sr_met(r, i);

	if (d->class == SR_PEOPLE_BLOC && d->fact == SR_FACT_NOUN)
		return last_bloc(r, i);
	return is_band(d) ? last_group(r, i) : NULL;
}

/* Is that the subject of a verb by which somebody is harmed? "The terrorists
 * who attacked the town" are of their own clause. */
static bool attacks(const struct sr_refer *r, const struct sr_draft *e)
{
	const struct sr_muster *m = r->m;
	uint32_t noun = e->p.m.head, verb = m->token[noun].head;

	if (!e->p.side.n || (e->p.kind != SR_PARTY_KIND_GROUP &&
			     e->p.kind != SR_PARTY_KIND_FORCE))
		return false;
	uint32_t own = sr_child(&m->tree, noun, SR_REL_ACL_RELCL);
	if (own != SR_NONE && (m->verb[own] & SR_VERB_HARM) &&
	    !sr_is_passive(&m->tree, own))
		return true;
	return sr_is_subject(&m->tree, noun) &&
	       (m->verb[verb] & SR_VERB_HARM) &&
	       !sr_is_passive(&m->tree, verb);
}

void sr_refer_attackers(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);
	uint32_t own = sr_subject(&r->m->tree, r->m->token[d->p.m.head].head);

	for (size_t k = i; k-- > 0;) {
		const struct sr_draft *e = sr_met(r, k);
		if (!sr_met_within(r, e, d, NEAR_SENTENCES))
			return;
		if (e->p.m.head == own || !attacks(r, e))
			continue;
		d->p.side = e->p.side;
		d->p.why = SR_PARTY_REFERS;
		return;
	}
}

bool sr_refer_whose(const struct sr_refer *r, struct sr_draft *d)
{
	const struct sr_muster *m = r->m;
	uint32_t from = m->nps.items[d->np].from, noun = d->p.m.head;
	uint32_t verb = sr_clause(&m->tree, noun);

	if (d->p.side.n || !from || m->token[from - 1].xpos != SR_XPOS_WP_S ||
	    verb == SR_NONE || m->token[verb].deprel != SR_REL_ACL_RELCL)
		return false;
	const struct sr_draft *e = sr_draft_at(m, m->token[verb].head);
	if (!e || !e->p.side.n || e->p.kind == SR_PARTY_KIND_CIVILIANS)
		return false;
	d->p.side = e->p.side;
	d->p.why = SR_PARTY_REFERS;
	return true;
}
