/* Tokens of a block to sentences: split.c says where they end. */
#include "text/sentence.h"

#include "base/limits.h"

static bool add(struct sr_doc *doc, uint32_t block, uint32_t from, uint32_t to)
{
	struct sr_token *t = doc->tokens.items;
	struct sr_sentence *s = SR_PUSH(&doc->mem, &doc->sentences);

	if (!s)
		return false;
	*s = (struct sr_sentence){
		.from = from,
		.to = to,
		.at = { t[from].at.from, t[to - 1].at.to },
		.block = block,
		.repeat_of = SR_NONE,
		.wanted = true,
	};
	t[from].flags |= SR_TOK_FIRST;
	for (uint32_t i = from; i < to; i++)
		t[i].sentence = (uint32_t)doc->sentences.nitem - 1;
	return true;
}

static bool shapes(struct sr_sentence_maker *m, uint32_t first, size_t n)
{
	struct sr_doc *doc = m->doc;

	if (n > m->room) {
		m->room = n * 2;
		m->shape = SR_NEW(&doc->mem, struct sr_split_token, m->room);
		if (!m->shape)
			return false;
	}
	for (size_t i = 0; i < n; i++) {
		const struct sr_token *t = &doc->tokens.items[first + i];
		m->shape[i] = sr_split_token(
		        sr_doc_text(doc, t->at),
		        sr_symbol_text(doc, m->kit, t->lower), t->flags);
	}
	return true;
}

bool sr_sentences_add(struct sr_sentence_maker *m, uint32_t block,
                      uint32_t first)
{
	size_t n = m->doc->tokens.nitem - first;
	uint32_t from = first;

	if (!shapes(m, first, n))
		return false;
	uint8_t style = sr_split_style(m->shape, n);
	struct sr_split_state s = { .style = style };
	for (uint32_t i = 0; i < n; i++) {
		sr_split_step(&s, &m->shape[i]);
		if (i + 1 < n && first + i + 1 - from < SR_MAX_SENTENCE &&
		    !sr_split_ends(m->model, m->shape, i, n, &s))
			continue;
		if (!add(m->doc, block, from, first + i + 1))
			return false;
		from = first + i + 1;
		s = (struct sr_split_state){ .style = style };
	}
	return true;
}
