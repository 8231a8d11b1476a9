/* Blocks to runs without white space, runs to pieces (piece.c), pieces to
 * words: clitics are cut off and words written together are parted. A report
 * of 1,000 words takes some 0.2 ms. */
#include "base/limits.h"
#include "base/utf8.h"
#include "text/known.h"
#include "text/piece.h"
#include "text/sentence.h"
#include "text/text.h"

#define BYTES_OF_TOKEN 5 /* with the space behind it, on average */

struct cutter {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_known *known;
	struct text_run run;
	struct sr_sentence_maker sentences;
	bool quoted; /* a single quotation mark was opened */
	bool ok;
};

static void put_word(struct cutter *c, const struct sr_known_word *w,
		     size_t from, size_t to, unsigned flags)
{
	struct sr_token *t = SR_PUSH(&c->doc->mem, &c->doc->tokens);
	struct sr_split_token *s =
		SR_PUSH(&c->doc->mem, &c->sentences.shape);

	if (to == c->run.to && c->run.space)
		flags |= SR_TOK_SPACE_AFTER;
	if (!t || !s) {
		c->ok = false;
		return;
	}
	*s = (struct sr_split_token){ .hash = w->hash,
				      .shape = w->shape,
				      .space = flags & SR_TOK_SPACE_AFTER };
	*t = (struct sr_token){
		.at = { (uint32_t)from, (uint32_t)to },
		.lower = sr_known_symbol(w),
		.flags = (uint8_t)(flags | w->flags),
		.traits = w->traits,
		.lemma_text = { c->run.text.s + from, to - from },
		.place = SR_NONE,
		.time = SR_NONE,
		.party = SR_NONE,
		.number = SR_NONE,
	};
	t->head = (uint32_t)c->doc->tokens.nitem - 1;
	c->ok = t->lower != 0 && c->ok;
}

static void put(struct cutter *c, size_t from, size_t to, unsigned flags)
{
	put_word(c, sr_known_word(c->doc, c->kit, from, to), from, to, flags);
}

/* Where the clitic at the end of a word begins; `to` if there is none. */
static size_t clitic_start(const struct cutter *c, size_t from, size_t to)
{
	struct sr_str text = { c->run.text.s, to };
	size_t mark = to;

	for (size_t i = from; i < to;) {
		struct text_char k = sr_text_char(text, i);
		if (k.kind == CHAR_APOSTROPHE && i > from && i + k.size < to)
			mark = i;
		i += k.size;
	}
	if (mark == to)
		return to;
	if (mark > from + 1 && (text.s[mark - 1] | 32) == 'n' &&
	    sr_spelling_find(&c->known->spelling, SPELL_CLITIC,
			     (struct sr_str){ text.s + mark - 1,
					      to - mark + 1 }) != SR_NONE)
		return mark - 1;
	return sr_spelling_find(&c->known->spelling, SPELL_CLITIC,
				(struct sr_str){ text.s + mark, to - mark }) ==
			       SR_NONE
		       ? to
		       : mark;
}

#define MOST_CUTS 4

static void put_parts(struct cutter *c, size_t from, size_t to)
{
	size_t cut[MOST_CUTS], ncut = 0, end = to;

	while (ncut < MOST_CUTS) {
		size_t at = clitic_start(c, from, end);
		if (at == end)
			break;
		cut[ncut++] = at;
		end = at;
	}
	if (!ncut) {
		const struct sr_known_word *w =
			sr_known_word(c->doc, c->kit, from, to);
		if (!w->join) {
			put_word(c, w, from, to, 0);
			return;
		}
		cut[ncut++] = from + w->join;
	}
	put(c, from, cut[ncut - 1], SR_TOK_MWT_FIRST);
	while (ncut--)
		put(c, cut[ncut], ncut ? cut[ncut - 1] : to, SR_TOK_MWT_REST);
}

/* A word that an apostrophe follows: the possessive of a plural? */
static bool possessive(const struct cutter *c, size_t from, size_t to)
{
	char last = (char)(c->run.text.s[to - 1] | 32);

	return !c->quoted && to - from > 2 &&
	       (last == 's' || last == 'x' || last == 'z');
}

static size_t piece(struct cutter *c, size_t at)
{
	struct sr_str text = { c->run.text.s, c->run.to };
	struct text_char first = sr_text_char(text, at);
	size_t to = sr_piece_end(&c->run, at);

	/* "#Mekelle": the word, as it stands in a sentence */
	if (first.code == '#' && to > at + first.size)
		return piece(c, at + first.size);
	if (to - at > SR_MAX_TOKEN_BYTES) {
		to = at + SR_MAX_TOKEN_BYTES;
		while (((unsigned char)text.s[to] & 0xC0) == 0x80)
			to--;
	}
	if (first.kind == CHAR_APOSTROPHE && to == at + first.size)
		c->quoted = !c->quoted && to < c->run.to;
	if (first.kind != CHAR_LETTER && first.kind != CHAR_DIGIT) {
		put(c, at, to, 0);
		return to;
	}
	struct text_char next = { CHAR_SPACE, 0, 0 };
	if (to < c->run.to)
		next = sr_text_char(text, to);
	if (next.kind == CHAR_APOSTROPHE && possessive(c, at, to) &&
	    sr_piece_end(&c->run, to) == to + next.size) {
		put(c, at, to, SR_TOK_MWT_FIRST);
		put(c, to, to + next.size, SR_TOK_MWT_REST);
		return to + next.size;
	}
	put_parts(c, at, to);
	return to;
}

/* A word of ASCII letters, and a comma or full stop behind it at most, which
 * nine of ten runs are: there is no more to it than is known of the word.
 * False: it has to be looked at closely. */
static bool plain_run(struct cutter *c)
{
	size_t from = c->run.from, to = c->run.to;
	const char *s = c->run.text.s;
	size_t end = from + sr_letters(s + from, to - from);
	bool mark = end + 1 == to && (s[end] == ',' || s[end] == '.');

	if (end == from || end - from > SR_KNOWN_BYTES || (end < to && !mark))
		return false;
	const struct sr_known_word *w =
		sr_known_word(c->doc, c->kit, from, end);
	if (w->join || (mark && s[end] == '.' &&
			(w->spelled || end == from + 1)))
		return false;
	put_word(c, w, from, end, 0);
	if (mark)
		put(c, end, to, 0);
	return true;
}

static void cut_run(struct cutter *c)
{
	size_t at = c->run.from;

	if (plain_run(c))
		return;
	while (at < c->run.to && c->ok) {
		size_t end = sr_address_end(&c->run, at);
		if (end > at && end - at <= SR_MAX_TOKEN_BYTES) {
			put(c, at, end, 0);
			at = end;
		} else {
			at = piece(c, at);
		}
	}
}

static size_t skip(struct sr_str text, size_t at, size_t to, bool space)
{
	while (at < to) {
		struct text_char c = sr_text_char(text, at);
		if ((c.kind == CHAR_SPACE) != space)
			break;
		at += c.size;
	}
	return at;
}

/* Where the run from `at` on ends: at white space, or where it is too long. */
static size_t run_end(struct sr_str text, size_t at, size_t to)
{
	if (to - at <= SR_MAX_RUN) {
		at += sr_letters(text.s + at, to - at);
		return skip(text, at, to, false);
	}
	to = at + SR_MAX_RUN;
	while (((unsigned char)text.s[to] & 0xC0) == 0x80)
		to--;
	return skip(text, at, to, false);
}

#define NOTE_LETTERS 7 /* xxxviii */

static bool is_roman(char c)
{
	return c == 'i' || c == 'v' || c == 'x' || c == 'l' || c == 'c';
}

/* Where the note mark at `at` ends, "[47]", "[xii]", "[a]"; `at` if there is
 * none. */
static size_t note_end(struct sr_str text, size_t at, size_t to)
{
	size_t i = at + 1, n = 0;

	if (i >= to || text.s[at] != '[')
		return at;
	bool digits = text.s[i] >= '0' && text.s[i] <= '9';
	for (; i < to && n < NOTE_LETTERS; i++, n++)
		if (digits ? text.s[i] < '0' || text.s[i] > '9'
			   : !is_roman(text.s[i]))
			break;
	if (n == 0 && text.s[i] >= 'a' && text.s[i] <= 'z')
		i++, n++;
	return n > 0 && i < to && text.s[i] == ']' ? i + 1 : at;
}

/* The note marks glued to a word or a mark ("in the town.[24][25]") are left
 * out: they are no words of the sentence. *to: where the run from `at` on ends
 * before the first of them. Returns where to go on. */
static size_t before_notes(struct sr_str text, size_t at, size_t *to)
{
	size_t end = *to;

	for (size_t i = at + 1; i < end; i++) {
		size_t next = note_end(text, i, end);
		if (next == i)
			continue;
		*to = i;
		while ((i = note_end(text, next, end)) > next)
			next = i;
		return next;
	}
	return end;
}

static bool cut_block(struct cutter *c, uint32_t block)
{
	struct sr_span span = c->doc->blocks.items[block].at;
	struct sr_str text = { c->doc->report.text.s, span.to };
	uint32_t first = (uint32_t)c->doc->tokens.nitem;
	size_t at = skip(text, span.from, span.to, true);
	bool notes = at < span.to && memchr(text.s + at, '[', span.to - at);

	c->quoted = false;
	c->sentences.shape.nitem = 0;
	while (at < span.to && c->ok) {
		size_t end = run_end(text, at, span.to);
		size_t behind = notes ? before_notes(text, at, &end) : end;
		size_t next = skip(text, behind, span.to, true);
		c->run.text = text;
		c->run.from = at;
		c->run.to = end;
		c->run.last = next == span.to;
		c->run.space = next > behind || c->run.last;
		cut_run(c);
		at = next;
	}
	if (c->ok && c->doc->tokens.nitem > first)
		c->ok = sr_sentences_add(&c->sentences, block, first);
	return c->ok;
}

enum sr_code sr_tokenize(struct sr_doc *doc, const struct sr_kit *kit,
			 struct sr_err *err)
{
	struct cutter c = { .doc = doc, .kit = kit, .ok = true };
	size_t n, nsplit;
	const void *split = sr_kit_section(kit, "split", &nsplit);

	doc->tokens.nitem = 0;
	doc->sentences.nitem = 0;
	c.known = sr_known_start(doc, kit);
	/* As many as most texts have, so that few lists are grown: copied. */
	n = doc->report.text.n / BYTES_OF_TOKEN;
	if (!c.known || !SR_ROOM(&doc->mem, &doc->tokens, n) ||
	    !SR_ROOM(&doc->mem, &c.sentences.shape, n))
		return sr_fail_nomem(err, "tokens");
	c.run.words = &c.known->spelling;
	c.sentences.doc = doc;
	c.sentences.words = &c.known->spelling;
	enum sr_code code = sr_split_open(&c.sentences.model, split,
					  nsplit, err);
	if (code)
		return code;
	for (uint32_t i = 0; i < doc->blocks.nitem; i++)
		if (doc->blocks.items[i].kind != SR_BLOCK_FIELD &&
		    doc->blocks.items[i].kind != SR_BLOCK_ASIDE &&
		    !cut_block(&c, i))
			return sr_fail_nomem(err, "tokens");
	return SR_OK;
}
