/* The units that claims name, with what those are of. The claim's name of a
 * party is a unit's normal name; the words that the claim rests on may say
 * more: "the 2nd Division of the 1st Tank Army". */
#include "base/str.h"
#include "base/utf8.h"
#include "fuse/forces_work.h"
#include "kit/phrase.h"
#include "kit/unit.h"

#define REGIMENT 6
#define GROUP 20 /* above all sizes */
#define MOST_LISTED 8
#define MOST_BEFORE 8 /* words in front of a unit that has something */
#define MOST_ABOVE 4  /* superiors that one claim's words name */

int32_t sr_force_size(const struct sr_force_mention *m)
{
	if (!m->unit)
		return GROUP;
	return m->size ? m->size : REGIMENT;
}

static struct sr_str folded(struct sr_forces_work *w, struct sr_str s)
{
	char *own = SR_NEW(w->mem, char, s.n * 2 + 1);
	size_t n = own ? sr_fold(s, own, s.n * 2 + 1) : 0;

	w->failed |= !own;
	return (struct sr_str){ own, own && n <= s.n * 2 ? n : 0 };
}

static uint32_t step(const struct sr_kit *kit, enum sr_trie trie, uint32_t node,
		     struct sr_str piece)
{
	char fold[256];
	size_t n = sr_fold(piece, fold, sizeof(fold));

	return n > sizeof(fold)
		       ? 0
		       : sr_trie_step(kit, trie, node,
				      sr_kit_symbol(
					      kit, (struct sr_str){ fold, n }));
}

static uint32_t ends_in(const struct sr_kit *kit, enum sr_trie trie,
			uint32_t node, unsigned table, unsigned column)
{
	size_t n;
	const struct sr_phrase *end = node ? sr_trie_ends(kit, trie, node, &n)
					   : NULL;

	for (size_t i = 0; end && i < n; i++)
		if (end[i].table == table && end[i].column == column)
			return end[i].row;
	return SR_NONE;
}

/* The row of the longest of a table's forms that a name begins with, SR_NONE;
 * *rest is what stands behind it. */
static uint32_t row_at(const struct sr_kit *kit, struct sr_str name,
		       unsigned table, unsigned column, struct sr_str *rest)
{
	uint32_t node = 0, row = SR_NONE;

	for (struct sr_str p; (p = sr_piece_next(&name)).n;) {
		node = step(kit, SR_TRIE_FORMS, node, p);
		if (!node)
			break;
		uint32_t r = ends_in(kit, SR_TRIE_FORMS, node, table, column);
		if (r == SR_NONE)
			continue;
		row = r;
		*rest = name;
	}
	return row;
}

/* The row that has the whole name among its forms; SR_NONE. */
static uint32_t row_named(const struct sr_kit *kit, struct sr_str name,
			  unsigned table, unsigned column)
{
	struct sr_str rest;
	uint32_t row = row_at(kit, name, table, column, &rest);

	return row != SR_NONE && !rest.n ? row : SR_NONE;
}

/* "fighters", "gunman": a noun of people. */
static bool is_people(const struct sr_kit *kit, struct sr_str piece)
{
	char id[32] = "n.";
	size_t n = sr_fold(piece, id + 2, sizeof(id) - 2);

	/* "men" */
	if (n <= sizeof(id) - 2) {
		uint32_t row = sr_kit_row(kit, SR_TABLE_IRREGULAR,
					  (struct sr_str){ id, n + 2 });
		if (row != SR_NONE)
			piece = sr_kit_text(kit, SR_TABLE_IRREGULAR, row,
					    SR_IRREGULAR_LEMMA);
	}
	for (int turn = 0; turn < 2; turn++) {
		uint32_t node = step(kit, SR_TRIE_LEMMAS, 0, piece);
		if (ends_in(kit, SR_TRIE_LEMMAS, node, SR_TABLE_PEOPLE,
			    SR_PEOPLE_LEMMAS) != SR_NONE)
			return true;
		if (piece.n < 3 || piece.s[piece.n - 1] != 's')
			return false;
		piece.n--;
	}
	return false;
}

/* "Boko Haram fighters", "men of the Taliban": the group whose men they are,
 * and its words. */
static uint32_t group_of_men(const struct sr_kit *kit, struct sr_str name,
			     struct sr_str *group)
{
	struct sr_str rest = name, word = sr_piece_next(&rest), of;
	uint32_t row;

	if (is_people(kit, word)) {
		of = sr_piece_next(&rest);
		struct sr_str behind = rest;
		if (sr_str_is(sr_piece_next(&behind), "the"))
			rest = behind;
		*group = sr_str_trim(rest);
		return sr_str_is(of, "of")
			       ? row_named(kit, sr_str_trim(rest),
					   SR_TABLE_GROUPS, SR_GROUPS_NAMES)
			       : SR_NONE;
	}
	row = row_at(kit, name, SR_TABLE_GROUPS, SR_GROUPS_NAMES, &rest);
	if (row == SR_NONE)
		return SR_NONE;
	*group = (struct sr_str){ name.s, (size_t)(rest.s - name.s) };
	word = sr_piece_next(&rest);
	return is_people(kit, word) && !sr_piece_next(&rest).n ? row : SR_NONE;
}

/* An armed group that the table knows. */
static bool read_group(struct sr_forces_work *w, struct sr_force_mention *m)
{
	uint32_t row =
		row_named(w->kit, m->name, SR_TABLE_GROUPS, SR_GROUPS_NAMES);

	struct sr_str group = m->name;
	if (row == SR_NONE)
		row = group_of_men(w->kit, m->name, &group);
	if (row == SR_NONE)
		return false;
	m->name = sr_str_trim(group);
	struct sr_str name =
		sr_kit_text(w->kit, SR_TABLE_GROUPS, row, SR_GROUPS_NAME);
	struct sr_str side =
		sr_kit_text(w->kit, SR_TABLE_GROUPS, row, SR_GROUPS_SIDE);
	if (name.n)
		m->name = name;
	if (!m->side.n)
		m->side = side;
	m->nick = folded(w, m->name);
	return true;
}

/* A formation with neither number nor size in its name: "Sayeret Matkal". */
static bool read_formation(struct sr_forces_work *w, struct sr_force_mention *m)
{
	if (row_named(w->kit, m->name, SR_TABLE_FORMATIONS,
		      SR_FORMATIONS_NAMES) == SR_NONE)
		return false;
	m->unit = true;
	m->is = (struct sr_unit){ .echelon = SR_NONE };
	m->nick = folded(w, m->name);
	return true;
}

static struct sr_str normal_name(struct sr_forces_work *w,
				 const struct sr_unit *u)
{
	char out[SR_UNIT_NAME];
	size_t n = sr_unit_name(w->kit, u, out);
	char *own = sr_arena_copy(w->mem, out, n);

	w->failed |= !own;
	return (struct sr_str){ own, own ? n : 0 };
}

/* The words that a slot stands for, to the end of what the claim rests on. */
static struct sr_str slot_words(const struct sr_record *r,
				const struct sr_party_slot *p)
{
	struct sr_span at = r->claim.evidence;

	if (p->at.from >= p->at.to || p->at.from < at.from ||
	    p->at.from >= at.to || r->words.n != at.to - at.from)
		return p->name;
	return (struct sr_str){ r->words.s + (p->at.from - at.from),
				at.to - p->at.from };
}

/* "The 5th Brigade's guns", "headquarters of the 35th Army", "two companies of
 * the 9th Regiment": what has a unit's name in it counts for the unit. */
static bool read_within(struct sr_forces_work *w, struct sr_str words,
			struct sr_unit *u)
{
	struct sr_str rest = words, before = { words.s, 0 };

	for (size_t n = 0; n < MOST_BEFORE; n++) {
		struct sr_str piece = sr_piece_next(&rest);
		if (!piece.n)
			return false;
		if (sr_str_is(piece, "of") || sr_str_is(piece, "from"))
			return sr_unit_read(w->kit, rest, u) && u->number &&
			       u->echelon != SR_NONE;
		char fold[8];
		if (before.n && sr_fold(piece, fold, sizeof(fold)) == 1 &&
		    fold[0] == '\'' && sr_str_end(before) == piece.s)
			return sr_unit_read(w->kit, before, u) && u->number &&
			       u->echelon != SR_NONE;
		before.n = (size_t)(sr_str_end(piece) - before.s);
	}
	return false;
}

/* A unit's name: a number decides; without one it must be all of the name, so
 * that "fighters of" one are none. */
static bool read_unit(struct sr_forces_work *w, struct sr_force_mention *m,
		      struct sr_str words)
{
	if (!sr_unit_read(w->kit, m->name, &m->is)) {
		/* only as far as the slot's own words and what they are of */
		if (!read_within(w, m->name, &m->is) &&
		    !read_within(w, words, &m->is))
			return false;
		m->name = normal_name(w, &m->is);
	}
	if (m->is.number || (m->is.parent.n && !m->is.nick.n && !m->is.narm))
		return true;
	struct sr_str own = folded(w, normal_name(w, &m->is));
	return sr_str_equal(own, folded(w, m->name));
}

static void describe(struct sr_forces_work *w, struct sr_force_mention *m)
{
	uint32_t arm = sr_unit_arm(w->kit, &m->is);

	m->unit = true;
	m->size = sr_unit_size(w->kit, &m->is);
	if (arm != SR_NONE) {
		m->arm = sr_kit_text(w->kit, SR_TABLE_BRANCHES, arm,
				     SR_BRANCHES_KIN);
		if (!m->arm.n)
			m->arm = sr_kit_text(w->kit, SR_TABLE_BRANCHES, arm,
					     SR_BRANCHES_ID);
	}
	/* "Battalion of the 128th Brigade" has no name but that */
	if (!m->is.number)
		m->nick = folded(w, m->is.nick.n ? m->is.nick
				    : m->is.parent.n
					    ? m->name
					    : (struct sr_str){ NULL, 0 });
}

/* "The 72nd Brigade" of the words, when they are of the same unit. */
static struct sr_str parent_words(const struct sr_forces_work *w,
				  const struct sr_force_mention *m,
				  struct sr_str words)
{
	struct sr_unit u;

	if (m->is.parent.n)
		return m->is.parent;
	if (!sr_unit_read(w->kit, words, &u) || !u.parent.n ||
	    u.number != m->is.number ||
	    (!u.number && !sr_unit_alike(w->kit, &u, &m->is)))
		return (struct sr_str){ NULL, 0 };
	return u.parent;
}

/* What a mention is of, and what that is of. */
static bool add_parents(struct sr_forces_work *w, uint32_t below,
			struct sr_str words)
{
	for (unsigned n = 0; words.n && n < MOST_ABOVE; n++) {
		struct sr_force_mention up = { .as = SR_AS_PARENT,
					       .parent = SR_NONE };
		if (!sr_unit_read(w->kit, words, &up.is))
			return true;
		const struct sr_force_mention *m = &w->mentions.items[below];
		words = up.is.parent;
		up.is.parent = (struct sr_str){ NULL, 0 };
		up.claim = m->claim;
		up.country = m->country;
		up.side = m->side;
		up.name = normal_name(w, &up.is);
		if (!read_group(w, &up))
			describe(w, &up);
		if (up.unit && sr_force_size(&up) <= sr_force_size(m))
			return true;
		struct sr_force_mention *own = SR_PUSH(w->mem, &w->mentions);
		if (!own || w->failed)
			return false;
		*own = up;
		uint32_t index = (uint32_t)w->mentions.nitem - 1;
		w->mentions.items[below].parent = index;
		below = index;
	}
	return true;
}

static bool add(struct sr_forces_work *w, const struct sr_force_mention *m,
		struct sr_str above)
{
	struct sr_force_mention *own = SR_PUSH(w->mem, &w->mentions);

	if (!own)
		return false;
	*own = *m;
	return add_parents(w, (uint32_t)w->mentions.nitem - 1, above);
}

/* Does "between" stand in front of the slot's words? */
static bool is_between(const struct sr_record *r, struct sr_str words)
{
	static const char WORD[] = "between ";
	size_t n = (size_t)(words.s - r->words.s);

	return n >= strlen(WORD) &&
	       memcmp(words.s - strlen(WORD), WORD, strlen(WORD)) == 0;
}

static bool is_and(struct sr_str piece)
{
	return sr_str_is(piece, "and") || sr_str_is(piece, ",");
}

/* "The 40th and 155th brigades": of those the claim names the last. */
static bool add_numbers(struct sr_forces_work *w,
			const struct sr_force_mention *m, struct sr_str words)
{
	struct sr_force_mention other = *m;

	for (size_t n = 0; n < 2 * MOST_LISTED; n++) {
		struct sr_str piece = sr_piece_next(&words);
		if (is_and(piece) || sr_str_is(piece, "the") ||
		    sr_str_is(piece, "The"))
			continue;
		other.is.number =
			sr_unit_number(w->kit, piece, &other.is.style);
		if (!other.is.number || other.is.style != SR_UNIT_ORDINAL)
			return true;
		if (other.is.number == m->is.number)
			continue;
		other.name = normal_name(w, &other.is);
		if (!add(w, &other, (struct sr_str){ NULL, 0 }))
			return false;
	}
	return true;
}

/* "The 82nd Brigade, the 47th Brigade and the 5th Regiment": of those the
 * claim names the first. Of "between" two the second is the other side. */
static bool add_others(struct sr_forces_work *w,
		       const struct sr_force_mention *m, struct sr_str words)
{
	struct sr_unit u;
	struct sr_str rest;

	if (!add_numbers(w, m, words))
		return false;
	if (!sr_unit_next(w->kit, words, &u, &rest) || u.number != m->is.number)
		return true;
	for (size_t n = 0; n < MOST_LISTED; n++) {
		struct sr_force_mention other = *m;
		struct sr_str piece = sr_piece_next(&rest), behind = rest;
		if (sr_str_is(piece, ",") &&
		    sr_str_is(sr_piece_next(&behind), "and"))
			rest = behind;
		if (!is_and(piece) ||
		    !sr_unit_next(w->kit, rest, &other.is, &behind) ||
		    !other.is.number || other.is.number == m->is.number)
			return true;
		rest = behind;
		struct sr_str above = other.is.parent;
		other.is.parent = (struct sr_str){ NULL, 0 };
		other.name = normal_name(w, &other.is);
		other.nick = (struct sr_str){ NULL, 0 };
		other.arm = (struct sr_str){ NULL, 0 };
		describe(w, &other);
		if (!add(w, &other, above))
			return false;
	}
	return true;
}

static bool add_slot(struct sr_forces_work *w, uint32_t claim, bool actor)
{
	const struct sr_record *r = &w->records->claims.items[claim];
	const struct sr_party_slot *p = actor ? &r->claim.actor
					      : &r->claim.target;
	struct sr_str words = slot_words(r, p);
	struct sr_force_mention m = { .claim = claim,
				      .as = actor ? SR_AS_ACTOR : SR_AS_TARGET,
				      .name = p->name,
				      .side = p->side,
				      .parent = SR_NONE };

	if (r->claim.has_place)
		m.country = r->claim.place.country;
	if (read_group(w, &m)) {
		if (!w->all)
			return true;
	} else if (read_unit(w, &m, words)) {
		describe(w, &m);
	} else if (!read_formation(w, &m)) {
		return true;
	}
	if (!m.unit || m.is.echelon == SR_NONE)
		return add(w, &m, (struct sr_str){ NULL, 0 });
	return add(w, &m, parent_words(w, &m, words)) &&
	       (!m.is.number || words.s == p->name.s || is_between(r, words) ||
		add_others(w, &m, words));
}

bool sr_forces_mentions(struct sr_forces_work *w)
{
	for (uint32_t i = 0; i < w->records->claims.nitem; i++) {
		const struct sr_claim *c = &w->records->claims.items[i].claim;
		if ((c->has_actor && !add_slot(w, i, true)) ||
		    (c->has_target && !add_slot(w, i, false)) || w->failed)
			return false;
	}
	return true;
}
