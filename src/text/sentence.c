/* Tokens of a block to sentences: split.c says where they end. */
#include "text/sentence.h"

#include "base/limits.h"
#include "text/chars.h"

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

/* Where a sentence of SR_MAX_SENTENCE tokens from shape[from] on is parted:
 * behind the best place of its second half, of equals the last. */
static uint32_t part(const struct sr_split_token *shape, uint32_t from)
{
	uint32_t end = from + SR_MAX_SENTENCE - 1, best = end;

	for (uint32_t i = end; i > from + SR_MAX_SENTENCE / 2; i--)
		if (sr_split_rank(&shape[i]) > sr_split_rank(&shape[best]))
			best = i;
	return best;
}

#define LONG_WORD 5 /* letters; no abbreviation has so many */

/* Names of units, which the model takes for dates: none ends behind its number
 * ("the 7th | Infantry Regiment"), and one begins a sentence behind a mark
 * ("the town. 1st Battalion"). 1: an end, 0: none, -1: as the model says. */
static int unit_end(const struct sr_doc *doc, uint32_t i, uint32_t end)
{
	const struct sr_token *t = doc->tokens.items;

	if (t[i].traits & SR_TRAIT_RANK)
		return 0;
	if (i < 1 || i + 2 >= end || t[i].at.to != t[i].at.from + 1 ||
	    doc->report.text.s[t[i].at.from] != '.' ||
	    t[i - 1].at.to - t[i - 1].at.from < LONG_WORD)
		return -1;
	return (t[i + 1].traits & SR_TRAIT_RANK) &&
			       (t[i + 2].flags & SR_TOK_CAPITAL)
		       ? 1
		       : -1;
}

/* "At 8:30 a.m. | Sunday": an hour goes on in its day. */
static bool is_hour_of_day(const struct sr_sentence_maker *m, uint32_t i,
			   uint32_t end)
{
	const struct sr_token *t = m->doc->tokens.items;
	struct sr_str text = m->doc->report.text;

	if (i < 1 || i + 1 >= end || t[i].at.to < t[i].at.from + 2 ||
	    text.s[t[i].at.to - 1] != '.' || (t[i].flags & SR_TOK_CAPITAL) ||
	    !(t[i + 1].flags & SR_TOK_CAPITAL) ||
	    sr_text_char(text, t[i - 1].at.from).kind != CHAR_DIGIT)
		return false;
	return sr_spelling_find(m->words, SPELL_DAY,
				sr_doc_text(m->doc, t[i + 1].at)) != SR_NONE;
}

/* "Some 13,700 | Syrian soldiers": digits with a comma count what follows. */
static bool is_amount(const struct sr_doc *doc, uint32_t i)
{
	struct sr_str word = sr_doc_text(doc, doc->tokens.items[i].at);
	bool comma = false;

	for (size_t k = 0; k < word.n; k++) {
		if (word.s[k] != ',' && (word.s[k] < '0' || word.s[k] > '9'))
			return false;
		comma |= word.s[k] == ',';
	}
	return comma && word.n > 1;
}

/* "On 18 | June": a number right behind the first word ends nothing. */
static bool is_second(const struct sr_doc *doc, uint32_t from, uint32_t i)
{
	struct sr_str word = sr_doc_text(doc, doc->tokens.items[i].at);

	return i == from + 1 && word.n <= 2 && word.s[0] >= '0' &&
	       word.s[0] <= '9';
}

#define SHORT_WORD 3 /* letters; "St.Louis", "al.Anon" */

static bool is_code(const struct sr_doc *doc, uint32_t i, uint32_t code)
{
	struct sr_span at = doc->tokens.items[i].at;

	return sr_text_char(doc->report.text, at.from).code == code;
}

/* A word as it opens a sentence; behind an opening quotation mark too. */
static bool opens(const struct sr_doc *doc, uint32_t i, uint32_t end)
{
	if (i + 1 < end && is_code(doc, i, 0x201C))
		i++;
	return i < end && (doc->tokens.items[i].flags & SR_TOK_CAPITAL) &&
	       !(doc->tokens.items[i].flags & SR_TOK_ALLCAPS);
}

/* Pages whose paragraphs were run together: "fled.The army", "fled.”The army".
 * What belongs to an abbreviation or an address is no token of its own. */
static bool is_glued(const struct sr_doc *doc, uint32_t i, uint32_t end)
{
	const struct sr_token *t = doc->tokens.items;
	uint32_t stop = i;

	if (i < 2 || (t[i].flags & SR_TOK_SPACE_AFTER) || i + 2 >= end)
		return false;
	if (is_code(doc, i, 0x201D))
		stop = i - 1;
	if (!is_code(doc, stop, '.') || t[stop].at.to != t[stop].at.from + 1 ||
	    (t[stop].flags & SR_TOK_SPACE_AFTER) || !opens(doc, i + 1, end))
		return false;
	return stop < i || (t[i - 1].at.to == t[i].at.from &&
			    t[i - 1].at.to - t[i - 1].at.from >= SHORT_WORD);
}

bool sr_sentences_add(struct sr_sentence_maker *m, uint32_t block,
                      uint32_t first)
{
	uint32_t n = (uint32_t)m->doc->tokens.nitem - first;

	const struct sr_split_token *shape = m->shape.items;
	uint8_t style = sr_split_style(shape, n);
	struct sr_split_state s = { .style = style };
	for (uint32_t from = 0, i = 0; i < n; i++) {
		sr_split_step(&s, &shape[i]);
		bool full = i + 1 - from == SR_MAX_SENTENCE;
		int unit = unit_end(m->doc, first + i, first + n);
		bool ends = unit < 0 && i + 1 < n
				    ? sr_split_ends(m->model, shape, i, n, &s)
				    : unit > 0;
		ends = ends || is_glued(m->doc, first + i, first + n);
		ends = ends && !is_hour_of_day(m, first + i, first + n) &&
		       !is_amount(m->doc, first + i) &&
		       !is_second(m->doc, first + from, first + i);
		if (i + 1 < n && !full && !ends)
			continue;
		if (full)
			i = part(shape, from);
		if (!add(m->doc, block, first + from, first + i + 1))
			return false;
		from = i + 1;
		s = (struct sr_split_state){ .style = style };
	}
	return true;
}
