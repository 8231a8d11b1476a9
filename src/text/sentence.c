#include "text/sentence.h"

#include "base/limits.h"
#include "text/chars.h"

static struct text_char first_char(const struct sr_doc *doc, uint32_t token)
{
	struct sr_span at = doc->tokens.items[token].at;

	return sr_text_char((struct sr_str){ doc->report.text.s, at.to },
			    at.from);
}

static bool is_closer(struct text_char c)
{
	return c.kind == CHAR_CLOSE || c.kind == CHAR_APOSTROPHE;
}

static bool ends_after(const struct sr_doc *doc,
		       const struct spelling_table *words, uint32_t i,
		       uint32_t from)
{
	const struct sr_token *t = doc->tokens.items;
	uint32_t mark = i;

	if (i + 1 >= doc->tokens.nitem)
		return true;
	if (!(t[i].flags & SR_TOK_SPACE_AFTER))
		return false;
	while (mark > from && is_closer(first_char(doc, mark)))
		mark--;
	struct text_char c = first_char(doc, mark);
	struct text_char next = first_char(doc, i + 1);
	struct sr_str last = sr_doc_text(doc, t[mark].at);
	bool lower = next.kind == CHAR_LETTER &&
		     !(t[i + 1].flags & SR_TOK_CAPITAL);
	if (c.kind == CHAR_MARK || c.kind == CHAR_STOP || c.code == 0x2026)
		return !lower;
	if (mark == i && last.n > 1 && last.s[last.n - 1] == '.') {
		last.n--;
		return !lower && last.n > 1 && !memchr(last.s, '.', last.n) &&
		       next.kind == CHAR_LETTER &&
		       sr_spelling_find(words, SPELL_ABBREVIATION, last) !=
			       SR_NONE;
	}
	return false;
}

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

bool sr_sentences_add(struct sr_doc *doc, const struct spelling_table *words,
		      uint32_t block, uint32_t first)
{
	uint32_t from = first;

	for (uint32_t i = first; i < doc->tokens.nitem; i++) {
		if (i + 1 - from < SR_MAX_SENTENCE &&
		    !ends_after(doc, words, i, from))
			continue;
		if (!add(doc, block, from, i + 1))
			return false;
		from = i + 1;
	}
	return true;
}
