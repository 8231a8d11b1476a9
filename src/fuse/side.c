#include "fuse/side.h"

#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"

#define MOST_PIECES 48 /* of a speaker's name */

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

/* "US" is not "us". */
static bool has_casing(const struct pieces *p, uint32_t from, uint32_t to,
		       uint32_t casing)
{
	for (uint32_t i = from; i < to && i < from + 16; i++)
		if (p->casing[i] < (casing >> 2 * (i - from) & 3))
			return false;
	return true;
}

/* Is there a name from piece `from` on? The side of the longest. */
static bool name_from(const struct sr_kit *kit, const struct pieces *p,
		      uint32_t from, struct sr_str *side)
{
	uint32_t node = 0;
	bool found = false;

	for (uint32_t i = from; i < p->n && p->symbol[i]; i++) {
		size_t n = 0;
		node = sr_trie_step(kit, SR_TRIE_FORMS, node, p->symbol[i]);
		if (!node)
			break;
		const struct sr_phrase *end =
			sr_trie_ends(kit, SR_TRIE_FORMS, node, &n);
		for (size_t k = 0; k < n; k++) {
			int column = side_column(end[k].table);
			if (column < 0 ||
			    !has_casing(p, from, i + 1, end[k].casing))
				continue;
			*side = sr_kit_text(kit, (enum sr_table)end[k].table,
					    end[k].row, (unsigned)column);
			found = true;
			break;
		}
	}
	return found;
}

struct sr_str sr_side_in(const struct sr_kit *kit, struct sr_str name)
{
	struct sr_str side = { NULL, 0 };
	struct pieces p;

	if (!kit || !name.n)
		return side;
	cut(kit, name, &p);
	for (uint32_t i = 0; i < p.n; i++)
		if (name_from(kit, &p, i, &side))
			return side;
	return side;
}

struct sr_str *sr_speaker_sides(const struct sr_kit *kit,
				const struct sr_records *records,
				struct sr_arena *mem)
{
	size_t n = records->claims.nitem;
	struct sr_str *side = SR_NEW(mem, struct sr_str, n);

	for (size_t i = 0; side && i < n; i++)
		side[i] =
			sr_side_in(kit, records->claims.items[i].claim.speaker);
	return side;
}
