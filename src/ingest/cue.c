/* A walk through a trie of the kit (kit/phrase.h) along the pieces of raw
 * text: some 100 ns where the first word begins no phrase. */
#include "ingest/cue.h"

#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"

#define LONGEST_PIECE 64 /* bytes, folded; no phrase has a longer one */

static uint32_t symbol_of(const struct sr_kit *kit, struct sr_str piece)
{
	char fold[LONGEST_PIECE];
	size_t n = sr_fold(piece, fold, sizeof(fold));

	if (n > sizeof(fold))
		return 0;
	return sr_kit_symbol(kit, (struct sr_str){ fold, n });
}

/* Does casing, two bits a piece, have what the phrase asks for? */
static bool case_fits(uint32_t casing, uint32_t asked)
{
	for (; asked; asked >>= 2, casing >>= 2)
		if ((casing & 3) < (asked & 3))
			return false;
	return true;
}

static bool ends_here(const struct sr_kit *kit, enum sr_trie trie,
		      enum sr_table table, uint32_t node, uint32_t casing,
		      uint32_t *row)
{
	size_t n;
	const struct sr_phrase *p = sr_trie_ends(kit, trie, node, &n);

	for (size_t i = 0; i < n; i++) {
		if (p[i].table == table && case_fits(casing, p[i].casing)) {
			*row = p[i].row;
			return true;
		}
	}
	return false;
}

bool sr_cue_at(const struct sr_kit *kit, enum sr_trie trie, enum sr_table table,
	       struct sr_str text, struct sr_span within, struct sr_cue *cue)
{
	struct sr_str rest = sr_str_at(text, within), p;
	uint32_t node = 0, casing = 0, first = 0;
	bool found = false;

	for (unsigned n = 0; n < SR_MAX_PHRASE_WORDS; n++) {
		p = sr_piece_next(&rest);
		if (p.n == 0)
			break;
		node = sr_trie_step(kit, trie, node, symbol_of(kit, p));
		if (!node)
			break;
		if (n == 0)
			first = (uint32_t)(p.s - text.s);
		casing |= (uint32_t)sr_piece_case(p) << 2 * n;
		if (ends_here(kit, trie, table, node, casing, &cue->row)) {
			uint32_t to = (uint32_t)(p.s + p.n - text.s);
			cue->at = (struct sr_span){ first, to };
			found = true;
		}
	}
	return found;
}

bool sr_cue_is(const struct sr_kit *kit, enum sr_trie trie, enum sr_table table,
	       struct sr_str text, struct sr_span within, struct sr_cue *cue)
{
	if (!sr_cue_at(kit, trie, table, text, within, cue))
		return false;
	struct sr_str rest = { text.s + cue->at.to, within.to - cue->at.to };
	return sr_piece_next(&rest).n == 0;
}

bool sr_is_acronym(const struct sr_kit *kit, struct sr_str word)
{
	uint32_t node =
		sr_trie_step(kit, SR_TRIE_FORMS, 0, symbol_of(kit, word));
	size_t n;
	const struct sr_phrase *p = sr_trie_ends(kit, SR_TRIE_FORMS, node, &n);

	for (size_t i = 0; node && i < n; i++)
		if ((p[i].casing & 3) == SR_CASE_ALL)
			return true;
	return false;
}
