/* The order of work: sentences in batches through the net (engine.c), trees
 * for those that are wanted (parse.c), slips mended (repair.c), lemmas (lemma.c). The net reads some
 * 500 kB of weights for each batch and takes 2 microseconds a word. */
#include "annotate/annotate.h"

#include "annotate/engine.h"
#include "annotate/lemma.h"
#include "annotate/repair.h"
#include "ontology.h"

/* The end of the batch that begins with sentence `from`: alike in `wanted`,
 * and no more than the engine has room for. */
static size_t batch_end(const struct sr_doc *doc, size_t from, size_t room)
{
	const struct sr_sentence *s = doc->sentences.items;
	size_t to = from + 1;

	while (to < doc->sentences.nitem && s[to].wanted == s[from].wanted &&
	       s[to].to - s[from].from <= room &&
	       s[to - 1].to - s[from].from < SR_BATCH_WORDS)
		to++;
	return to;
}

static size_t longest(const struct sr_doc *doc)
{
	size_t most = SR_BATCH_WORDS;

	for (size_t i = 0; i < doc->sentences.nitem; i++) {
		const struct sr_sentence *s = &doc->sentences.items[i];
		if (s->to - s->from > most)
			most = s->to - s->from;
	}
	return most;
}

/* False: no memory. */
static bool lemma(const struct sr_engine *e, struct sr_token *t)
{
	struct sr_doc *doc = e->doc;
	struct sr_str form = sr_doc_text(doc, t->at);
	struct sr_lemma_word w;
	char out[SR_LEMMA_BYTES * 2];

	t->lemma = t->lower;
	t->lemma_text = form;
	if (!sr_lemma_word(form, t->flags, t->xpos, &w))
		return true;
	struct sr_str l = { out, sr_lemma(&e->net, e->kit, &w, form, out) };
	if (l.n == 0 || sr_str_equal(l, form))
		return true;
	t->lemma = sr_symbol_of(doc, e->kit, l);
	t->lemma_text = sr_symbol_text(doc, e->kit, t->lemma);
	if (!sr_str_equal(l, t->lemma_text)) /* capitals or diacritics */
		t->lemma_text =
			(struct sr_str){ sr_arena_copy(&doc->mem, l.s, l.n),
					 l.n };
	return t->lemma && t->lemma_text.s;
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

enum sr_code sr_annotate_by(struct sr_doc *doc, const struct sr_kit *kit,
                            struct sr_str model, enum sr_dot_path path,
                            struct sr_err *err)
{
	struct sr_engine e = { .doc = doc, .kit = kit, .path = path };
	enum sr_code code = open_net(&e, model, err);
	size_t to;

	if (code || doc->sentences.nitem == 0)
		return code;
	if (!sr_engine_init(&e, longest(doc)))
		return sr_fail_nomem(err, "annotate");
	for (size_t from = 0; from < doc->sentences.nitem; from = to) {
		bool parse = doc->sentences.items[from].wanted;
		to = batch_end(doc, from, e.room);
		sr_engine_tag(&e, from, to, parse);
		if (!parse)
			continue;
		sr_engine_parse(&e, from, to);
		for (size_t i = from; i < to; i++)
			sr_repair(doc, kit, &doc->sentences.items[i]);
	}
	for (size_t i = 0; i < doc->tokens.nitem; i++)
		if (!lemma(&e, &doc->tokens.items[i]))
			return sr_fail_nomem(err, "lemmas");
	return SR_OK;
}

enum sr_code sr_annotate(struct sr_doc *doc, const struct sr_kit *kit,
                         struct sr_err *err)
{
	struct sr_str model = { NULL, 0 };

	model.s = sr_kit_section(kit, "lang", &model.n);
	return sr_annotate_by(doc, kit, model, sr_dot_best(), err);
}
