/* Rebels of a land are not on its side: "Syrian rebels", "Yemen's rebels", "rebels
 * from Congo", "one of Myanmar's insurgent armies" are those whom the table of
 * conflicts gives for the war there, and nobody's where it gives none. */
#include "base/str.h"
#include "resolve/party_internal.h"

/* Is the token that of a state's name or adjective, of that side? "Crimean" is
 * no name of the patron's own land. */
static bool names_state(const struct sr_muster *m, uint32_t i,
			struct sr_str side)
{
	const struct sr_fact *f = sr_name_at(m, i);

	return f && sr_fact_table(f) == SR_TABLE_STATES &&
	       sr_str_equal(sr_fact_side(m, f), side) &&
	       f->row == sr_row_of_code(m, SR_TABLE_STATES, side);
}

/* Is the side that of a state's name or adjective, with no "-backed" or "pro-"
 * about it: "Syrian rebels", "Yemen's rebels", "rebels from Congo"? */
static bool by_name_alone(const struct sr_muster *m,
			  const struct sr_phrase_np *np, struct sr_str side)
{
	uint32_t end;

	for (uint32_t i = np->own; i < np->noun; i++)
		if (names_state(m, i, side) && sr_name_at(m, i)->from == i)
			return sr_relation_behind(m, sr_name_at(m, i)->to) ==
			       SR_RELATION_NONE;
	if (np->possessor != SR_NONE &&
	    names_state(m, m->nps.items[np->possessor].noun, side))
		return true;
	uint32_t noun = sr_owner_behind(m, np->to, SR_LINK_OWNER, &end);
	return noun != SR_NONE && names_state(m, noun, side);
}

/* What fighters are by a word in front of their noun, "insurgent armies"; else
 * by the noun. */
static enum sr_people class_said(const struct sr_muster *m,
				 const struct sr_draft *d,
				 const struct sr_phrase_np *np)
{
	for (uint32_t i = np->own; i < np->noun && d->army; i++) {
		const struct sr_fact *f = sr_fact_ending(m, i, SR_FACT_NOUN);
		if (!f || sr_relation_behind(m, f->to) != SR_RELATION_NONE)
			continue;
		int32_t class = sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
					     SR_PEOPLE_CLASS);
		if (class == SR_PEOPLE_REBEL || class == SR_PEOPLE_SEPARATIST ||
		    class == SR_PEOPLE_MILITANT)
			return (enum sr_people)class;
	}
	return (enum sr_people)d->class;
}

bool sr_side_in_land(const struct sr_muster *m, struct sr_draft *d,
		     const struct sr_phrase_np *np)
{
	enum sr_people class = class_said(m, d, np);
	struct sr_str side = { NULL, 0 };

	if (!sr_is_state(m, d->p.side) || !by_name_alone(m, np, d->p.side))
		return false;
	bool known = sr_side_of_class_in(m, d->p.side, class, &side);
	if (!side.n && class != SR_PEOPLE_FORCE)
		side = sr_side_patron(m, np);
	if (!side.n && !known && class != SR_PEOPLE_REBEL)
		return false;
	d->p.side = side;
	d->p.why = side.n ? SR_PARTY_CONTEXT : SR_PARTY_UNKNOWN;
	return true;
}

/* "Iran-backed", "resistance", "militant", "Lebanese", before token `to`. */
static uint32_t behind_word(const struct sr_muster *m, uint32_t i, uint32_t to)
{
	const struct sr_fact *f = sr_name_at(m, i);
	const struct sr_fact *n = sr_fact_ending(m, i, SR_FACT_NOUN);

	if (f && f->from == i && sr_fact_table(f) == SR_TABLE_STATES) {
		enum sr_relation how = sr_relation_behind(m, f->to);
		if (how == SR_RELATION_NONE)
			return f->to;
		return how == SR_RELATION_PATRON && sr_is_hyphen(m, f->to)
			       ? f->to + 2
			       : to + 1;
	}
	return m->token[i].upos == SR_UPOS_ADJ && !sr_capital(m, i) ? i + 1
	       : n && sr_people_fight((unsigned)sr_kit_value(
			       m->kit, SR_TABLE_PEOPLE, n->row,
			       SR_PEOPLE_CLASS))
		       ? i + 1
		       : to + 1;
}

bool sr_is_band_said(const struct sr_muster *m, const struct sr_phrase_np *np)
{
	uint32_t i = np->from + 1;
	bool any = false;

	while (i < np->noun) {
		any = any || m->token[i].upos != SR_UPOS_ADJ ||
		      sr_name_at(m, i);
		i = behind_word(m, i, np->noun);
	}
	return any && i == np->noun;
}

struct sr_str sr_land_said(const struct sr_muster *m,
			   const struct sr_phrase_np *np)
{
	for (uint32_t i = np->from; i < np->noun; i++) {
		const struct sr_fact *f = sr_name_at(m, i);
		if (f && f->from == i && sr_fact_table(f) == SR_TABLE_STATES &&
		    sr_relation_behind(m, f->to) == SR_RELATION_NONE)
			return sr_fact_side(m, f);
	}
	return (struct sr_str){ NULL, 0 };
}
