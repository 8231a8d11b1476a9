/* Walks both tries of phrases (kit/phrase.h) from every token of the doc.
 * About one probe a token fails at once; a report has some 300 hits. */
#include "annotate/annotate.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"

struct walk {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	SR_LIST(struct sr_piece) pieces;
};

static uint32_t piece_symbol(const struct sr_kit *kit, struct sr_str piece)
{
	char fold[256];
	size_t n = sr_fold(piece, fold, sizeof(fold));

	if (n > sizeof(fold))
		return 0;
	return sr_kit_symbol(kit, (struct sr_str){ fold, n });
}


static bool add_pieces(struct walk *w, uint32_t token, struct sr_str s,
                       uint32_t symbol)
{
	bool first = true;
	struct sr_str rest = s;
	enum sr_case casing;

	if (sr_piece_plain(s, &casing)) {
		struct sr_piece *own = SR_PUSH(&w->doc->mem, &w->pieces);
		if (own)
			*own = (struct sr_piece){ symbol, token,
				                  (uint8_t)casing, true, true };
		return own != NULL;
	}
	for (struct sr_str p; (p = sr_piece_next(&rest)).n; first = false) {
		struct sr_piece *own = SR_PUSH(&w->doc->mem, &w->pieces);
		if (!own)
			return false;
		bool all = p.n == s.n;
		*own = (struct sr_piece){
			.symbol = all ? symbol : piece_symbol(w->kit, p),
			.token = token,
			.casing = (uint8_t)sr_piece_case(p),
			.first = first,
		};
	}
	if (w->pieces.nitem && !first)
		w->pieces.items[w->pieces.nitem - 1].last = true;
	return true;
}

static bool cut(struct walk *w, enum sr_trie trie)
{
	w->pieces.nitem = 0;
	for (uint32_t i = 0; i < w->doc->tokens.nitem; i++) {
		const struct sr_token *t = &w->doc->tokens.items[i];
		struct sr_str s = sr_doc_text(w->doc, t->at);
		uint32_t symbol = t->lower;
		if (trie == SR_TRIE_LEMMAS) {
			s = sr_symbol_text(w->doc, w->kit, t->lemma);
			symbol = t->lemma;
		}
		if (!add_pieces(w, i, s, symbol))
			return false;
	}
	return true;
}

/* Does the text from piece `from` on have the capitals the phrase asks for? */
static bool case_fits(const struct walk *w, size_t from, uint32_t casing)
{
	for (size_t i = from; casing; i++, casing >>= 2)
		if (w->pieces.items[i].casing < (casing & 3))
			return false;
	return true;
}

static bool add_hits(struct walk *w, enum sr_trie trie, uint32_t node,
                     size_t from, size_t to)
{
	size_t n;
	const struct sr_phrase *p = sr_trie_ends(w->kit, trie, node, &n);

	for (size_t i = 0; i < n; i++) {
		if (!case_fits(w, from, p[i].casing))
			continue;
		struct sr_hit *hit = SR_PUSH(&w->doc->mem, &w->doc->hits);
		if (!hit)
			return false;
		*hit = (struct sr_hit){
			.from = w->pieces.items[from].token,
			.to = w->pieces.items[to - 1].token + 1,
			.row = p[i].row,
			.table = p[i].table,
			.column = p[i].column,
		};
	}
	return true;
}

static bool walk_from(struct walk *w, enum sr_trie trie, size_t from)
{
	const struct sr_piece *piece = w->pieces.items;
	uint32_t sentence = w->doc->tokens.items[piece[from].token].sentence;
	uint32_t node = 0;

	for (size_t i = from; i < w->pieces.nitem; i++) {
		if (w->doc->tokens.items[piece[i].token].sentence != sentence)
			break;
		node = sr_trie_step(w->kit, trie, node, piece[i].symbol);
		if (!node)
			break;
		if (piece[i].last && !add_hits(w, trie, node, from, i + 1))
			return false;
	}
	return true;
}

static int hit_order(const struct sr_hit *a, const struct sr_hit *b)
{
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to > b->to ? -1 : 1;
	if (a->table != b->table)
		return a->table < b->table ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* Hits come nearly sorted (two ascending runs, short stretches reversed), so
 * a merge of runs from the bottom up is linear in practice. */
static bool sort_hits(struct sr_doc *doc)
{
	size_t n = doc->hits.nitem;
	struct sr_hit *from = doc->hits.items;
	struct sr_hit *to = SR_NEW(&doc->mem, struct sr_hit, n);

	if (!to)
		return false;
	for (size_t width = 1; width < n; width *= 2) {
		for (size_t lo = 0; lo < n; lo += 2 * width) {
			size_t mid = lo + width < n ? lo + width : n;
			size_t hi = mid + width < n ? mid + width : n;
			size_t i = lo, j = mid, k = lo;
			while (i < mid || j < hi)
				to[k++] = j == hi ||
				                          (i < mid &&
				                           hit_order(&from[i],
				                                     &from[j]) <=
				                                   0)
				                  ? from[i++]
				                  : from[j++];
		}
		struct sr_hit *t = from;
		from = to;
		to = t;
	}
	doc->hits.items = from;
	doc->hits.room = n;
	return true;
}

enum sr_code sr_lexicon(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err)
{
	struct walk w = { .doc = doc, .kit = kit };
	bool ok = true;

	doc->hits.nitem = 0;
	for (int trie = SR_TRIE_FORMS; ok && trie <= SR_TRIE_LEMMAS; trie++) {
		ok = cut(&w, (enum sr_trie)trie);
		for (size_t i = 0; ok && i < w.pieces.nitem; i++)
			if (w.pieces.items[i].first)
				ok = walk_from(&w, (enum sr_trie)trie, i);
	}
	return ok && sort_hits(doc) ? SR_OK : sr_fail_nomem(err, "lexicon");
}
