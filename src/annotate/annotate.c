/* The order of work: sentences in batches through the net (engine.c), trees
 * for those that are wanted (parse.c), slips mended (repair.c), lemmas
 * (lemma.c). The net reads some 500 kB of weights for each batch and takes 2
 * microseconds a word. */
#include "annotate/annotate.h"

#include "annotate/engine.h"
#include "annotate/lemma.h"
#include "annotate/repair.h"
#include "base/compiler.h"
#include "kit/phrase.h"
#include "ontology.h"

/* The end of the batch that begins with sentence `from`: alike in `wanted`,
 * no more than the engine has room for, none that is remembered. */
static size_t batch_end(const struct sr_engine *e, size_t from)
{
	struct sr_doc *doc = e->doc;
	const struct sr_sentence *s = doc->sentences.items;
	size_t to = from + 1;

	while (to < doc->sentences.nitem && s[to].wanted == s[from].wanted &&
	       s[to].to - s[from].from <= SR_BATCH_WORDS &&
	       !sr_again_recall(e->memo->again, doc, to))
		to++;
	return to;
}

/* Sentences [from, to), alike in `wanted`. */
static void batch(struct sr_engine *e, size_t from, size_t to)
{
	struct sr_doc *doc = e->doc;
	bool parse = doc->sentences.items[from].wanted;

	sr_engine_tag(e, from, to, parse);
	if (!parse)
		return;
	sr_engine_parse(e, from, to);
	for (size_t i = from; i < to; i++) {
		sr_repair(doc, e->kit, &e->memo->repairs,
			  &doc->sentences.items[i]);
		sr_again_keep(e->memo->again, doc, i);
	}
}

static size_t longest(const struct sr_doc *doc)
{
	size_t most = 1;

	for (size_t i = 0; i < doc->sentences.nitem; i++) {
		const struct sr_sentence *s = &doc->sentences.items[i];
		if (s->to - s->from > most)
			most = s->to - s->from;
	}
	return most;
}

/* Gives the token the lemma l, whose symbol is the kit's or 0; `exact`: it is
 * the symbol's own text. False: no memory. */
static bool put_lemma(const struct sr_engine *e, struct sr_token *t,
		      struct sr_str l, uint32_t symbol, bool exact)
{
	struct sr_doc *doc = e->doc;

	t->lemma = symbol && symbol < sr_kit_symbols(e->kit)
			   ? symbol
			   : sr_symbol_of(doc, e->kit, l);
	t->lemma_text = sr_symbol_text(doc, e->kit, t->lemma);
	if (!exact && !sr_str_equal(l, t->lemma_text)) /* capitals or diacritics */
		t->lemma_text =
			(struct sr_str){ sr_arena_copy(&doc->mem, l.s, l.n),
					 l.n };
	return t->lemma && t->lemma_text.s;
}

/* A lemma that was met before. */
static bool put_known(const struct sr_engine *e, struct sr_token *t,
		      const struct sr_memo_lemma *m)
{
	struct sr_str l = { m->text, m->n };

	t->traits |= m->piece ? SR_TRAIT_LEMMA : 0;
	if (m->symbol || !m->exact)
		return put_lemma(e, t, l, m->symbol, m->exact);
	t->lemma = sr_symbol_own(e->doc, e->kit, l);
	t->lemma_text = sr_symbol_text(e->doc, e->kit, t->lemma);
	return t->lemma;
}

/* False: no memory. */
static bool make_lemma(const struct sr_engine *e, struct sr_token *t,
		       struct sr_memo_lemma *memo)
{
	struct sr_str form = sr_doc_text(e->doc, t->at);
	struct sr_lemma_word w;
	char out[SR_LEMMA_BYTES * 2];

	memo->n = 0;
	if (!sr_lemma_word(form, t->flags, t->xpos, &w))
		return true;
	struct sr_str l = { out, sr_lemma(&e->net, e->kit, &w, form, out) };
	if (l.n == 0 || sr_str_equal(l, form))
		return true;
	if (l.n <= sizeof(memo->text)) {
		memcpy(memo->text, l.s, l.n);
		memo->n = (uint8_t)l.n;
	}
	if (!put_lemma(e, t, l, 0, false))
		return false;
	struct sr_str own = sr_symbol_text(e->doc, e->kit, t->lemma);
	enum sr_case casing;
	memo->symbol = t->lemma < sr_kit_symbols(e->kit) ? t->lemma : 0;
	memo->exact = sr_str_equal(l, own);
	memo->piece = sr_piece_plain(own, &casing);
	t->traits |= memo->piece ? SR_TRAIT_LEMMA : 0;
	return true;
}

/* A word whose lemma is asked for. */
struct asked {
	struct sr_memo_key key;
	struct sr_memo_lemma *memo; /* its place; NULL: too long for one */
};

static void ask_lemma(const struct sr_engine *e, const struct sr_token *t,
		      struct asked *ask)
{
	size_t at;

	ask->key = (struct sr_memo_key){ .flags = t->flags, .how = t->xpos };
	ask->memo = NULL;
	if (sr_memo_place(&ask->key, sr_doc_text(e->doc, t->at), &at)) {
		ask->memo = &e->memo->lemma[at];
		SR_PREFETCH(ask->memo);
	}
}

/* False: no memory. */
static bool lemma(const struct sr_engine *e, struct sr_token *t,
		  const struct asked *ask)
{
	struct sr_str form = sr_doc_text(e->doc, t->at);
	struct sr_memo_lemma once, *memo = ask->memo ? ask->memo : &once;

	t->lemma = t->lower;
	t->lemma_text = form;
	if (ask->memo && sr_memo_same(&memo->key, &ask->key))
		return memo->n == 0 || put_known(e, t, memo);
	bool ok = make_lemma(e, t, memo);
	/* Nothing to be remembered: too long for the place. */
	bool whole = memo->n || t->lemma_text.s == form.s;
	memo->key = whole ? ask->key : (struct sr_memo_key){ .n = 0 };
	return ok;
}

#define LEMMAS 16 /* whose places are asked of memory at once */

/* False: no memory. */
static bool lemmas(const struct sr_engine *e)
{
	struct sr_token *t = e->doc->tokens.items;
	size_t n = e->doc->tokens.nitem;
	struct asked ask[LEMMAS];

	for (size_t from = 0; from < n; from += LEMMAS) {
		size_t k = n - from < LEMMAS ? n - from : LEMMAS;
		for (size_t i = 0; i < k; i++)
			ask_lemma(e, &t[from + i], &ask[i]);
		for (size_t i = 0; i < k; i++)
			if (!lemma(e, &t[from + i], &ask[i]))
				return false;
	}
	return true;
}

static enum sr_code open_net(struct sr_engine *e, struct sr_str model,
			     struct sr_err *err)
{
	enum sr_code code = sr_net_open(&e->net, model.s, model.n, err);

	if (code)
		return code;
	if (e->net.head->nupos != SR_UPOS_COUNT ||
	    e->net.head->nxpos != SR_XPOS_COUNT ||
	    e->net.head->nrel != SR_REL_COUNT)
		return sr_fail(err, SR_REFUSED, "lang",
			       "the language model was made for other lists "
			       "of tags or relations");
	return SR_OK;
}

static void leave_out_zeros(struct sr_engine *e)
{
	for (uint32_t l = 0; l < e->net.head->nlayer; l++)
		e->net.layer[l].thin = e->memo->thin[l];
	e->net.mlp.thin = e->memo->thin_mlp;
}

/* The doc, the kit, the path, the memo and the net are set. */
static enum sr_code annotate(struct sr_engine *e, struct sr_err *err)
{
	struct sr_doc *doc = e->doc;
	size_t to;

	if (!e->memo || !sr_engine_init(e, longest(doc)))
		return sr_fail_nomem(err, "annotate");
	leave_out_zeros(e);
	for (size_t from = 0; from < doc->sentences.nitem; from = to) {
		to = from + 1;
		if (sr_again_recall(e->memo->again, doc, from))
			continue;
		to = batch_end(e, from);
		batch(e, from, to);
	}
	return lemmas(e) ? SR_OK : sr_fail_nomem(err, "lemmas");
}

enum sr_code sr_annotate_by(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_str model, enum sr_dot_path path,
			    struct sr_err *err)
{
	struct sr_engine e = { .doc = doc, .kit = kit, .path = path };
	enum sr_code code = open_net(&e, model, err);

	if (code || doc->sentences.nitem == 0)
		return code;
	e.memo = sr_memo_new(&doc->mem, kit, &e.net, path);
	return annotate(&e, err);
}

enum sr_code sr_annotate(struct sr_doc *doc, const struct sr_kit *kit,
			 struct sr_err *err)
{
	struct sr_engine e = { .doc = doc, .kit = kit };
	struct sr_str model = { NULL, 0 };

	doc->tree = NULL;
	model.s = sr_kit_section(kit, "lang", &model.n);
	enum sr_code code = open_net(&e, model, err);
	if (code || doc->sentences.nitem == 0)
		return code;
	e.memo = sr_memo_of(doc, kit, &e.net);
	if (e.memo)
		e.path = e.memo->path;
	return annotate(&e, err);
}
