#include "fuse/side.h"

#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"
#include "ontology.h"

#define MOST_PIECES 64 /* of a speaker's name, or of a claim's words */

struct pieces {
	uint32_t symbol[MOST_PIECES];
	uint8_t casing[MOST_PIECES];
	uint32_t n;
};

static void cut(const struct sr_kit *kit, struct sr_str name, struct pieces *p)
{
	char folded[256];

	p->n = 0;
	while (p->n < MOST_PIECES) {
		struct sr_str piece = sr_piece_next(&name);
		if (!piece.n)
			return;
		if (piece.n * 4 > sizeof(folded))
			continue;
		size_t n = sr_fold(piece, folded, sizeof(folded));
		p->symbol[p->n] =
			sr_kit_symbol(kit, (struct sr_str){ folded, n });
		p->casing[p->n++] = (uint8_t)sr_piece_case(piece);
	}
}

/* "US" is not "us". */
static bool has_casing(const struct pieces *p, uint32_t from, uint32_t to,
		       uint32_t casing)
{
	for (uint32_t i = from; i < to && i < from + 16; i++)
		if (p->casing[i] < (casing >> 2 * (i - from) & 3))
			return false;
	return true;
}

/* The longest phrase from piece `from` on that is in one of the tables;
 * NULL. */
static const struct sr_phrase *phrase_from(const struct sr_kit *kit,
					   const struct pieces *p,
					   uint32_t from,
					   bool (*wanted)(unsigned table))
{
	const struct sr_phrase *best = NULL;
	uint32_t node = 0;

	for (uint32_t i = from; i < p->n && p->symbol[i]; i++) {
		size_t n = 0;
		node = sr_trie_step(kit, SR_TRIE_FORMS, node, p->symbol[i]);
		if (!node)
			break;
		const struct sr_phrase *end =
			sr_trie_ends(kit, SR_TRIE_FORMS, node, &n);
		for (size_t k = 0; k < n; k++) {
			if (!wanted(end[k].table) ||
			    !has_casing(p, from, i + 1, end[k].casing))
				continue;
			best = &end[k];
			break;
		}
	}
	return best;
}

/* The column of the side in the tables of names; -1 for other tables. */
static int side_column(unsigned table)
{
	switch (table) {
	case SR_TABLE_STATES:
		return SR_STATES_SIDE;
	case SR_TABLE_GROUPS:
		return SR_GROUPS_SIDE;
	case SR_TABLE_LEADERS:
		return SR_LEADERS_SIDE;
	case SR_TABLE_INSTITUTIONS:
		return SR_INSTITUTIONS_SIDE;
	case SR_TABLE_FORMATIONS:
		return SR_FORMATIONS_SIDE;
	default:
		return -1;
	}
}

static bool names_side(unsigned table)
{
	return side_column(table) >= 0;
}

static bool names_institution(unsigned table)
{
	return table == SR_TABLE_INSTITUTIONS;
}

static bool names_extent(unsigned table)
{
	return table == SR_TABLE_EXTENTS;
}

static struct sr_str side_in(const struct sr_kit *kit, struct sr_str name,
			     bool (*wanted)(unsigned table))
{
	struct pieces p;

	if (!kit || !name.n)
		return (struct sr_str){ NULL, 0 };
	cut(kit, name, &p);
	for (uint32_t i = 0; i < p.n; i++) {
		const struct sr_phrase *f = phrase_from(kit, &p, i, wanted);
		if (f)
			return sr_kit_text(kit, (enum sr_table)f->table, f->row,
					   (unsigned)side_column(f->table));
	}
	return (struct sr_str){ NULL, 0 };
}

struct sr_str sr_side_in(const struct sr_kit *kit, struct sr_str name)
{
	return side_in(kit, name, names_side);
}

bool sr_says_whole(const struct sr_kit *kit, struct sr_str words)
{
	struct pieces p;
	bool whole = false;

	if (!kit)
		return false;
	cut(kit, words, &p);
	for (uint32_t i = 0; i < p.n; i++) {
		const struct sr_phrase *f =
			phrase_from(kit, &p, i, names_extent);
		if (!f)
			continue;
		if (sr_kit_value(kit, SR_TABLE_EXTENTS, f->row,
				 SR_EXTENTS_KIND) == SR_EXTENTS_PART)
			return false;
		whole = true;
	}
	return whole;
}

bool *sr_whole_areas(const struct sr_kit *kit, const struct sr_records *records,
		     struct sr_arena *mem)
{
	size_t n = records->claims.nitem;
	bool *whole = SR_NEW(mem, bool, n);

	for (size_t i = 0; whole && i < n; i++) {
		const struct sr_record *r = &records->claims.items[i];
		whole[i] = r->claim.place.role == SR_ROLE_AREA &&
			   sr_says_whole(kit, r->words);
	}
	return whole;
}

/* "Syria", "GB defence ministry": a name, or a side with what speaks for it. */
static struct sr_str side_of_voice(const struct sr_kit *kit,
				   struct sr_str voice)
{
	struct sr_str rest = voice, first = sr_str_cut(&rest, ' ');
	struct sr_str side = sr_side_in(kit, voice);

	for (uint32_t i = 0;
	     first.n && !side.n && i < sr_kit_rows(kit, SR_TABLE_STATES); i++) {
		struct sr_str of =
			sr_kit_text(kit, SR_TABLE_STATES, i, SR_STATES_SIDE);
		if (sr_str_equal(of, first))
			side = of;
	}
	return side;
}

struct sr_str *sr_speaker_sides(const struct sr_kit *kit,
				const struct sr_records *records,
				struct sr_arena *mem)
{
	size_t n = records->claims.nitem;
	struct sr_str *side = SR_NEW(mem, struct sr_str, n);

	for (size_t i = 0; kit && side && i < n; i++) {
		const struct sr_record *r = &records->claims.items[i];
		const struct sr_claim *c = &r->claim;
		if (!c->speaker.n) {
			side[i] = side_in(
				kit, sr_filed_of(records, r)->report.publisher,
				names_institution);
			continue;
		}
		side[i] = sr_side_in(kit, c->speaker);
		if (!side[i].n)
			side[i] = side_of_voice(kit, c->voice);
	}
	return side;
}
