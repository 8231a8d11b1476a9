/* Whose somebody is, by the words around the noun: "Russian troops",
 * "Ukraine's generals", "Iran-backed militia", "fighters of the group". Nearer
 * words count before farther ones, and what somebody is before who helps. */
#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"
#include "resolve/party_internal.h"

static const struct sr_str NOBODY = { NULL, 0 };

/* A state's forces where they are a side of their own (Sudan's army). */
static struct sr_str forces_of(const struct sr_muster *m,
			       const struct sr_fact *f, bool fights)
{
	struct sr_str side = sr_fact_side(m, f);

	if (fights && sr_fact_table(f) == SR_TABLE_STATES) {
		struct sr_str own = sr_kit_text(m->kit, SR_TABLE_STATES, f->row,
						SR_STATES_FORCES);
		if (own.n && sr_side_known(m, own))
			return own;
	}
	return side;
}

uint32_t sr_owner_behind(const struct sr_muster *m, uint32_t to, unsigned links,
			 uint32_t *end)
{
	const struct sr_fact *link = sr_fact_at(m, to, SR_FACT_LINK);

	if (!link)
		return SR_NONE;
	unsigned kinds = (unsigned)sr_kit_value(m->kit, SR_TABLE_LINKS,
						link->row, SR_LINKS_KINDS);
	/* "in" and "at" lead to places as well: only when asked for. */
	if (!(kinds & links) || (kinds & SR_LINK_INSIDE & ~links))
		return SR_NONE;
	const struct sr_phrase_np *np = sr_np_from(m, link->to);
	if (!np)
		return SR_NONE;
	*end = np->to;
	return np->noun;
}

/* The side of the party that a token heads or is the name of. */
static struct sr_str side_at(const struct sr_muster *m, uint32_t token,
			     bool fights)
{
	const struct sr_draft *d = sr_draft_at(m, token);
	const struct sr_fact *f = sr_name_at(m, token);

	if (d && d->p.table == SR_TABLE_STATES && f)
		return forces_of(m, f, fights);
	if (d)
		return d->p.side;
	return f && f->kind != SR_FACT_CAPITAL ? forces_of(m, f, fights)
					       : NOBODY;
}

/* What the words in front of a noun say. */
struct said {
	struct sr_str own, leader, patron, placed;
};

/* The side of a name that ends at a node: a state's, else a group's, else of
 * whoever is called so ("pro-Haftar"). */
static struct sr_str side_named(const struct sr_muster *m, uint32_t node)
{
	static const struct {
		enum sr_table table;
		unsigned column;
	} NAMED[] = { { SR_TABLE_STATES, SR_STATES_SIDE },
		      { SR_TABLE_GROUPS, SR_GROUPS_SIDE },
		      { SR_TABLE_LEADERS, SR_LEADERS_SIDE } };
	size_t n;
	const struct sr_phrase *p =
		sr_trie_ends(m->kit, SR_TRIE_FORMS, node, &n);

	for (size_t i = 0; i < SR_LEN(NAMED); i++)
		for (size_t k = 0; k < n; k++)
			if (p[k].table == NAMED[i].table)
				return sr_kit_text(m->kit, NAMED[i].table,
						   p[k].row, NAMED[i].column);
	return NOBODY;
}

/* "pro-Moscow": one token of a word of relations and a name. */
static struct sr_str side_in_token(const struct sr_muster *m, uint32_t i,
				   enum sr_relation *relation)
{
	struct sr_str rest = sr_doc_text(m->doc, m->token[i].at);
	if (m->token[i].traits & SR_TRAIT_PIECE)
		return NOBODY;
	struct sr_str front = sr_piece_next(&rest);
	struct sr_str dash = sr_piece_next(&rest);
	char fold[256];
	uint32_t node = 0;
	size_t n;

	if (!rest.n || !dash.n || sr_fold(dash, fold, sizeof(fold)) != 1 ||
	    fold[0] != '-')
		return NOBODY;
	n = sr_fold(front, fold, sizeof(fold));
	if (n > sizeof(fold))
		return NOBODY;
	node = sr_trie_step(m->kit, SR_TRIE_FORMS, 0,
			    sr_kit_symbol(m->kit, (struct sr_str){ fold, n }));
	const struct sr_phrase *p =
		node ? sr_trie_ends(m->kit, SR_TRIE_FORMS, node, &n) : NULL;
	*relation = SR_RELATION_NONE;
	for (size_t k = 0; p && k < n; k++)
		if (p[k].table == SR_TABLE_RELATIONS)
			*relation = (enum sr_relation)sr_kit_value(
				m->kit, SR_TABLE_RELATIONS, p[k].row,
				SR_RELATIONS_KIND);
	if (*relation == SR_RELATION_NONE)
		return NOBODY;
	node = 0;
	for (struct sr_str piece; (piece = sr_piece_next(&rest)).n;) {
		n = sr_fold(piece, fold, sizeof(fold));
		node = n > sizeof(fold)
			       ? 0
			       : sr_trie_step(m->kit, SR_TRIE_FORMS, node,
					      sr_kit_symbol(m->kit,
							    (struct sr_str){
								    fold, n }));
		if (!node)
			return NOBODY;
	}
	return side_named(m, node);
}

static void hear(struct said *said, enum sr_relation relation,
		 struct sr_str side)
{
	if (!side.n)
		return;
	if (relation == SR_RELATION_NONE)
		said->own = side;
	else if (relation == SR_RELATION_LEADER)
		said->leader = side;
	else if (relation == SR_RELATION_PATRON)
		said->patron = side;
	else if (relation == SR_RELATION_PLACED)
		said->placed = side;
}

/* "The Amhara ethnic group": a people, whoever fights in its name. */
static bool is_of_peace(const struct sr_muster *m, uint32_t noun)
{
	const struct sr_fact *f = m->noun[noun] == SR_NONE
					  ? NULL
					  : &m->facts.items[m->noun[noun]];

	return f && f->kind == SR_FACT_NOUN &&
	       sr_kit_value(m->kit, SR_TABLE_PEOPLE, f->row,
			    SR_PEOPLE_CLASS) == SR_PEOPLE_CIVILIAN;
}

static struct said words_before(const struct sr_muster *m,
				const struct sr_phrase_np *np, bool fights)
{
	struct said said = { NOBODY, NOBODY, NOBODY, NOBODY };

	fights = fights && !is_of_peace(m, np->noun);

	for (uint32_t i = np->own; i < np->noun; i++) {
		const struct sr_fact *f = sr_name_at(m, i);
		enum sr_relation relation = SR_RELATION_NONE;
		if (fights && sr_fact_at(m, i, SR_FACT_ETHNIC) &&
		    sr_side_of_people(m, i).n) {
			const struct sr_fact *e =
				sr_fact_at(m, i, SR_FACT_ETHNIC);
			hear(&said, sr_relation_behind(m, e->to),
			     sr_side_of_people(m, i));
			i = e->to - 1;
			continue;
		}
		if (f && f->kind == SR_FACT_CAPITAL && f->from == i &&
		    !sr_draft_at(m, f->to - 1))
			continue; /* where they are: "Baghdad rebels" */
		if (f && f->from == i && f->to <= np->noun) {
			relation = sr_relation_behind(m, f->to);
			hear(&said, relation, forces_of(m, f, fights));
		} else if (!f && (m->token[i].upos == SR_UPOS_ADJ ||
				  m->token[i].upos == SR_UPOS_NOUN ||
				  m->token[i].upos == SR_UPOS_PROPN)) {
			struct sr_str side = side_in_token(m, i, &relation);
			hear(&said, relation, side);
		}
	}
	return said;
}

/* "withdrew its forces from Panama": there they were, it is not theirs. */
static bool leaves(const struct sr_muster *m, const struct sr_phrase_np *np,
		   uint32_t noun)
{
	const struct sr_fact *f = sr_name_at(m, noun);

	return f && sr_fact_table(f) == SR_TABLE_STATES &&
	       (m->link[np->to] & SR_LINK_EMPLOYER) &&
	       (m->verb[m->token[np->noun].head] & SR_VERB_OWN);
}

/* The side of the noun behind "of", its own words asked once. */
static struct sr_str owner_side(const struct sr_muster *m,
				const struct sr_phrase_np *np, bool fights,
				unsigned links)
{
	uint32_t end, noun = sr_owner_behind(m, np->to, links, &end);

	if (noun == SR_NONE || (fights && leaves(m, np, noun)))
		return NOBODY;
	struct sr_str side = side_at(m, noun, fights);
	if (side.n || m->np_of[noun] == SR_NONE)
		return side;
	const struct sr_phrase_np *owner = &m->nps.items[m->np_of[noun]];
	side = words_before(m, owner, fights).own;
	if (!side.n && owner->possessor != SR_NONE)
		side = side_at(m, m->nps.items[owner->possessor].noun, fights);
	return side;
}

/* "an official in the Iraqi government", "a member at the party": whose the
 * body is that the person is in; a country there is only a place. */
static struct sr_str body_side(const struct sr_muster *m,
			       const struct sr_phrase_np *np)
{
	uint32_t end,
		noun = sr_owner_behind(m, np->to,
				       SR_LINK_EMPLOYER | SR_LINK_INSIDE, &end);

	if (noun == SR_NONE ||
	    (m->noun[noun] == SR_NONE &&
	     !(sr_name_at(m, noun) &&
	       sr_name_at(m, noun)->kind != SR_FACT_STATE &&
	       sr_name_at(m, noun)->kind != SR_FACT_CAPITAL)))
		return NOBODY;
	return owner_side(m, np, false, SR_LINK_EMPLOYER | SR_LINK_INSIDE);
}

/* Words that the tree ties to the noun from farther to the left: "Ukraine's
 * tired and dug-in army". */
static struct sr_str far_words(const struct sr_muster *m,
			       const struct sr_phrase_np *np, bool fights)
{
	if (np->possessor != SR_NONE)
		return NOBODY;
	SR_CHILDREN(&m->tree, np->noun, c)
	{
		if (c >= np->from)
			break;
		if (m->token[c].deprel == SR_REL_NMOD_POSS ||
		    m->token[c].deprel == SR_REL_AMOD)
			return side_at(m, c, fights);
	}
	return NOBODY;
}

struct sr_str sr_side_own(const struct sr_muster *m,
			  const struct sr_phrase_np *np)
{
	return words_before(m, np, true).own;
}

struct sr_str sr_side_patron(const struct sr_muster *m,
			     const struct sr_phrase_np *np)
{
	return words_before(m, np, true).patron;
}

struct sr_str sr_side_said(const struct sr_muster *m,
			   const struct sr_phrase_np *np, bool fights,
			   uint8_t *why)
{
	struct said said = words_before(m, np, fights);
	struct sr_str side = said.own;

	*why = SR_PARTY_SAID;
	if (!side.n)
		side = far_words(m, np, fights);
	if (!side.n)
		side = said.placed;
	if (!side.n && np->possessor != SR_NONE)
		side = side_at(m, m->nps.items[np->possessor].noun, fights);
	if (!side.n)
		side = owner_side(m, np, fights,
				  fights ? SR_LINK_OWNER
					 : SR_LINK_OWNER | SR_LINK_EMPLOYER);
	if (!side.n && !fights)
		side = body_side(m, np);
	if (!side.n)
		side = said.leader;
	if (!side.n && fights)
		side = said.patron;
	if (!side.n && fights)
		side = owner_side(m, np, fights, SR_LINK_PATRON);
	if (!side.n)
		*why = SR_PARTY_UNKNOWN;
	return side;
}
