/* Walks both tries of phrases (kit/phrase.h) from every token of the doc. Most
 * tokens begin no phrase, which one look at a table says; pieces are cut only
 * where a walk comes by. A report has some 700 hits. */
#include "annotate/annotate.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/trie.h"

#define HITS 4	/* phrases that most words are part of */
#define APART 8 /* tokens from one look ahead to the next */
#define AHEAD (SR_TRIE_FETCHES * APART)

/* One walk: where it stands, and the capitals of the pieces behind it. */
struct walk {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	enum sr_trie trie;
	const struct sr_trie_index *index; /* of the trie */
	uint32_t token;	    /* that the next piece is of */
	struct sr_str rest; /* of it */
	bool begun;	    /* a piece of it was taken */
	unsigned npiece;
	uint8_t casing[SR_MAX_PHRASE_WORDS]; /* enum sr_case, of each piece */
};

static uint32_t piece_symbol(const struct sr_kit *kit, struct sr_str piece)
{
	char fold[256];
	size_t n = sr_fold(piece, fold, sizeof(fold));

	if (n > sizeof(fold))
		return 0;
	return sr_kit_symbol(kit, (struct sr_str){ fold, n });
}

static struct sr_str text_of(const struct walk *w, uint32_t token)
{
	const struct sr_token *t = &w->doc->tokens.items[token];

	if (w->trie == SR_TRIE_LEMMAS)
		return sr_symbol_text(w->doc, w->kit, t->lemma);
	return sr_doc_text(w->doc, t->at);
}

static uint32_t symbol_of(const struct walk *w, uint32_t token)
{
	const struct sr_token *t = &w->doc->tokens.items[token];

	return w->trie == SR_TRIE_LEMMAS ? t->lemma : t->lower;
}

/* Is the token, or its lemma, one piece? A lemma that is the word itself is one
 * where the word is, and has no capitals. */
static bool is_piece(const struct walk *w, uint32_t token, enum sr_case *casing)
{
	const struct sr_token *t = &w->doc->tokens.items[token];

	bool other = w->trie == SR_TRIE_LEMMAS && t->lemma != t->lower;

	*casing = w->trie == SR_TRIE_LEMMAS
			  ? SR_CASE_ANY
			  : (enum sr_case)SR_TRAIT_CASE_OF(t->traits);
	return t->traits & (other ? SR_TRAIT_LEMMA : SR_TRAIT_PIECE);
}

/* The next piece of the token at hand; false: it has none. *last: nothing of
 * the token is behind it. */
static bool next_piece(struct walk *w, uint32_t *symbol, enum sr_case *casing,
		       bool *last)
{
	struct sr_str all = w->rest;

	*last = true;
	if (!w->begun) {
		if (is_piece(w, w->token, casing)) {
			*symbol = symbol_of(w, w->token);
			return true;
		}
		all = w->rest = text_of(w, w->token);
	}
	struct sr_str piece = sr_piece_next(&w->rest);
	if (!piece.n)
		return false;
	bool whole = !w->begun && piece.n == all.n;
	struct sr_str behind = w->rest;
	*symbol = whole ? symbol_of(w, w->token) : piece_symbol(w->kit, piece);
	*casing = sr_piece_case(piece);
	*last = !sr_piece_next(&behind).n;
	w->begun = true;
	return true;
}

/* Does the text behind the walk have the capitals the phrase asks for? */
static bool case_fits(const struct walk *w, uint32_t casing)
{
	for (size_t i = 0; casing; i++, casing >>= 2)
		if (w->casing[i] < (casing & 3))
			return false;
	return true;
}

static bool hit_before(const struct sr_hit *a, const struct sr_hit *b)
{
	if (a->to != b->to)
		return a->to > b->to;
	if (a->table != b->table)
		return a->table < b->table;
	if (a->column != b->column)
		return a->column < b->column;
	return a->row < b->row;
}

/* Adds a hit in its place among those that begin with its token: from
 * items[first] on, a handful. */
static bool add_hit(struct sr_doc *doc, struct sr_hit own, size_t first)
{
	if (!SR_PUSH(&doc->mem, &doc->hits))
		return false;
	struct sr_hit *hit = doc->hits.items;
	size_t at = doc->hits.nitem - 1;
	for (; at > first && hit_before(&own, &hit[at - 1]); at--)
		hit[at] = hit[at - 1];
	hit[at] = own;
	return true;
}

/* The phrases that end at the node, behind token `to` - 1. */
static bool add_hits(struct walk *w, uint32_t node, uint32_t from, uint32_t to,
		     size_t first)
{
	size_t n;
	const struct sr_phrase *p = sr_trie_ends(w->kit, w->trie, node, &n);

	for (size_t i = 0; i < n; i++) {
		if (!case_fits(w, p[i].casing))
			continue;
		struct sr_hit own = { .from = from,
				      .to = to,
				      .row = p[i].row,
				      .table = p[i].table,
				      .column = p[i].column };
		if (!add_hit(w->doc, own, first))
			return false;
	}
	return true;
}

/* Walks on from a node, which the pieces before w->token lead to; `first`: the
 * first hit that begins with token `from`. */
static bool walk_on(struct walk *w, uint32_t node, uint32_t from, size_t first)
{
	const struct sr_token *t = w->doc->tokens.items;
	uint32_t symbol = 0, end = (uint32_t)w->doc->tokens.nitem;
	enum sr_case casing = SR_CASE_ANY;
	bool last = true;

	while (w->token < end && t[w->token].sentence == t[from].sentence) {
		bool any = next_piece(w, &symbol, &casing, &last);
		if (any) {
			node = sr_trie_next(w->index, node, symbol);
			if (!node)
				break;
			if (w->npiece < SR_MAX_PHRASE_WORDS)
				w->casing[w->npiece] = (uint8_t)casing;
			w->npiece++;
		} else if (w->token == from) {
			break; /* a token of blanks alone begins nothing */
		}
		if (any && last &&
		    !add_hits(w, node, from, w->token + 1, first))
			return false;
		if (last) {
			w->token++;
			w->begun = false;
		}
	}
	return true;
}

/* The phrases that begin with a token. Most begin none, or are one piece, which
 * its symbol tells; where a text is more than one piece, the first of them has
 * to be seen. */
static bool walk_from(struct walk *w, uint32_t from, size_t first)
{
	uint32_t node = sr_trie_begin(w->index, symbol_of(w, from));
	enum sr_case casing;
	bool piece = is_piece(w, from, &casing);

	w->token = from;
	w->begun = false;
	w->npiece = 0;
	if (!piece)
		return walk_on(w, 0, from, first);
	if (!node)
		return true;
	w->casing[w->npiece++] = (uint8_t)casing;
	w->token++;
	if (!add_hits(w, node, from, w->token, first))
		return false;
	if (w->token >= w->doc->tokens.nitem ||
	    (is_piece(w, w->token, &casing) &&
	     !sr_trie_goes_on(w->index, node, symbol_of(w, w->token))))
		return true;
	return walk_on(w, node, from, first);
}

/* Asks memory for what tokens some way ahead begin. */
static void fetch(const struct sr_doc *doc, const struct sr_trie_index *forms,
		  const struct sr_trie_index *lemmas, uint32_t token)
{
	for (unsigned time = 0; time < SR_TRIE_FETCHES; time++) {
		uint32_t i = token - time * APART;
		if (i >= doc->tokens.nitem) /* below 0, too */
			continue;
		const struct sr_token *t = &doc->tokens.items[i];
		sr_trie_fetch(forms, t->lower, time);
		sr_trie_fetch(lemmas, t->lemma, time);
	}
}

enum sr_code sr_lexicon(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err)
{
	struct walk w = { .doc = doc, .kit = kit };
	const struct sr_trie_index *forms = sr_trie_of(kit, SR_TRIE_FORMS);
	const struct sr_trie_index *lemmas = sr_trie_of(kit, SR_TRIE_LEMMAS);

	doc->hits.nitem = 0;
	if (!SR_ROOM(&doc->mem, &doc->hits, doc->tokens.nitem * HITS))
		return sr_fail_nomem(err, "lexicon");
	for (uint32_t i = 0; i < AHEAD; i++)
		fetch(doc, forms, lemmas, i);
	for (uint32_t i = 0; i < doc->tokens.nitem; i++) {
		size_t first = doc->hits.nitem;
		fetch(doc, forms, lemmas, i + AHEAD);
		w.trie = SR_TRIE_FORMS;
		w.index = forms;
		bool ok = walk_from(&w, i, first);
		w.trie = SR_TRIE_LEMMAS;
		w.index = lemmas;
		if (!ok || !walk_from(&w, i, first))
			return sr_fail_nomem(err, "lexicon");
	}
	return SR_OK;
}
