#include "fuse/pieces.h"

#include "base/str.h"
#include "base/utf8.h"

void sr_pieces_cut(const struct sr_kit *kit, struct sr_str words,
		   struct sr_pieces *out)
{
	char folded[256];

	out->n = 0;
	while (out->n < SR_MOST_PIECES) {
		struct sr_str piece = sr_piece_next(&words);
		if (!piece.n)
			return;
		if (piece.n * 4 > sizeof(folded))
			continue;
		size_t n = sr_fold(piece, folded, sizeof(folded));
		out->text[out->n] = piece;
		out->symbol[out->n] =
			sr_kit_symbol(kit, (struct sr_str){ folded, n });
		out->casing[out->n++] = (uint8_t)sr_piece_case(piece);
	}
}

/* "US" is not "us". */
static bool has_casing(const struct sr_pieces *p, uint32_t from, uint32_t to,
		       uint32_t casing)
{
	for (uint32_t i = from; i < to && i < from + 16; i++)
		if (p->casing[i] < (casing >> 2 * (i - from) & 3))
			return false;
	return true;
}

const struct sr_phrase *sr_pieces_phrase(const struct sr_kit *kit,
					 const struct sr_pieces *p,
					 uint32_t from,
					 bool (*wanted)(unsigned table),
					 uint32_t *length)
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
			*length = i + 1 - from;
			break;
		}
	}
	return best;
}
