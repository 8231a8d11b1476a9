/* Who may do what a claim tells of: fighters and sides act, civilians and things
 * do not; anybody may flee, help or pledge. */
#include "base/str.h"
#include "extract/extract_internal.h"

bool sr_anybody_may(unsigned type)
{
	return (type >= SR_TYPE_CIVIL_AID && type <= SR_TYPE_CIVIL_MOVEMENT) ||
	       type >= SR_TYPE_POLITICS_JUSTICE;
}

/* "A lawyers' group", "the residents' committee" */
static bool is_peoples(const struct sr_reading *r, uint32_t i)
{
	uint32_t c = sr_child(&r->tree, i, SR_REL_NMOD_POSS);

	return c != SR_NONE && (r->classes[c] & SR_CLASS_PEOPLE) &&
	       !(r->classes[c] & SR_CLASS_FORCE) &&
	       r->tree.token[c].xpos == SR_XPOS_NNS;
}

/* "A Syrian camp", "Iraqi children", "a Turkish agency": whose it is does not
 * make it a fighter. */
static bool is_bystander(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;
	bool own = p != SR_NONE && r->doc->parties.items[p].m.head == i;
	uint32_t heard = SR_CLASS_CIV | SR_CLASS_VOICE;

	/* "the Russian Federation": no federation of the many that speak */
	if (own && r->doc->parties.items[p].kind == SR_PARTY_KIND_STATE)
		heard = SR_CLASS_CIV;
	if (r->classes[i] & heard)
		return true;
	if (!own && is_peoples(r, i))
		return true;
	if (r->classes[i] & SR_CLASS_FORCE) /* "gunmen", of no known side */
		return false;
	if (own) {
		const struct sr_party *m = &r->doc->parties.items[p];
		return m->kind == SR_PARTY_KIND_MEDIA ||
		       (m->kind == SR_PARTY_KIND_INSTITUTION && !m->side.n);
	}
	return r->classes[i] & (SR_CLASS_SITE | SR_CLASS_HOME |
	                        SR_CLASS_PLACE | SR_CLASS_GROUND |
	                        SR_CLASS_PEOPLE);
}

bool sr_only_called_so(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];

	return t->upos == SR_UPOS_ADJ && t->deprel == SR_REL_AMOD &&
	       sr_kit_row(r->kit, SR_TABLE_RANKS,
			  sr_symbol_text(r->doc, r->kit, t->lemma)) != SR_NONE;
}

/* "Since the beginning of the war, Germany has given": no subject. But "this
 * month, Ethiopia pulled out", where the parser takes one for the other. */
static bool is_when(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];
	uint32_t also = sr_child(&r->tree, i, SR_REL_APPOS);

	return !r->classes[i] && t->time != SR_NONE && t->party == SR_NONE &&
	       t->upos == SR_UPOS_NOUN &&
	       (also == SR_NONE || r->tree.token[also].party == SR_NONE);
}

bool sr_may_act(const struct sr_reading *r, uint32_t i, unsigned type)
{
	struct sr_found_party p;
	bool strike = type == SR_TYPE_ATTACK_AIR ||
		      type == SR_TYPE_ATTACK_SHELLING;

	if (i == SR_NONE || sr_names_site(r, i) ||
	    (!strike && sr_names_scene(r, i)))
		return false;
	if (sr_only_called_so(r, i) || is_when(r, i))
		return false;
	if (sr_anybody_may(type))
		return true;
	p = sr_party_of(r, i);
	if (p.party != SR_NONE && !p.own && !strike &&
	    sr_names_scene(r, r->doc->parties.items[p.party].m.head))
		return false;
	if (sr_is_in_part(r, i))
		return false;
	if (type != SR_TYPE_FORCE_SUPPLY && is_bystander(r, i))
		return false;
	if (r->classes[i] & (SR_CLASS_FORCE | SR_CLASS_PARTY))
		return true;
	/* "armoured vehicles rolled in" */
	if (type >= SR_TYPE_FORCE_MOVE && type <= SR_TYPE_FORCE_SUPPLY &&
	    (r->classes[i] & SR_CLASS_EQUIP))
		return true;
	if (p.party == SR_NONE)
		return false;
	const struct sr_party *m = &r->doc->parties.items[p.party];
	return !sr_str_is(m->side, "CIV") &&
	       m->kind != SR_PARTY_KIND_PEOPLE &&
	       m->kind != SR_PARTY_KIND_CIVILIANS;
}
