/* Quotation marks: which of them go together, over sentences and paragraphs,
 * and who speaks between them. */
#include "base/str.h"
#include "extract/extract_internal.h"

bool sr_is_mark(struct sr_str s, uint32_t *cp)
{
	static const char *const MARK[] = { "\"", "“", "”", "‘", "’", "''",
		                            "``", "«", "»", "„" };

	char first = s.n ? sr_ascii_lower(s.s[0]) : 'a';

	if (s.n > 3 || (first >= 'a' && first <= 'z'))
		return false;
	for (uint32_t k = 0; k < SR_LEN(MARK); k++) {
		if (sr_str_is(s, MARK[k])) {
			*cp = k;
			return true;
		}
	}
	return false;
}

enum { NEITHER, OPENS, CLOSES, EITHER };

/* Which way a straight mark faces, by the spaces beside it. */
static int facing(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	bool before = i > 0 && !(t[i - 1].flags & SR_TOK_SPACE_AFTER) &&
	              t[i - 1].at.to == t[i].at.from;
	bool after = i + 1 < r->tree.ntoken &&
	             t[i + 1].at.from == t[i].at.to;

	if (before == after)
		return EITHER;
	return after ? OPENS : CLOSES;
}

/* Which way a mark faces, and which marks go with it: *family. */
static int mark_of(const struct sr_reading *r, uint32_t i, int *family)
{
	static const int SIDE[] = { EITHER, OPENS, CLOSES, OPENS,  CLOSES,
		                    CLOSES, OPENS, OPENS,  CLOSES, OPENS };
	static const int FAMILY[] = { 0, 1, 1, 2, 2, 3, 3, 4, 4, 1 };
	uint32_t k;
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	*family = -1;
	if (s.n > 3 || !sr_is_mark(s, &k))
		return NEITHER;
	*family = FAMILY[k];
	return SIDE[k] == EITHER ? facing(r, i) : SIDE[k];
}

static bool put_quote(struct sr_reading *r, uint32_t from, uint32_t to)
{
	struct sr_quote *q = SR_PUSH(&r->doc->mem, &r->doc->quotes);

	if (!q)
		return false;
	*q = (struct sr_quote){ from, to, SR_NONE };
	return true;
}

static uint32_t block_of(const struct sr_reading *r, uint32_t token)
{
	return r->doc->sentences.items[r->tree.token[token].sentence].block;
}

#define LONGEST_NAME 6 /* tokens in marks within a speech */

/* "At least 4,000 "Hemeti men" came." with one pair in the other: the mark at i
 * is closed after a few words, and the next mark closes, too. */
static bool is_nested(const struct sr_reading *r, uint32_t i)
{
	uint32_t closed = SR_NONE, from = i;
	int family, own;

	mark_of(r, i, &own);
	for (i++; i < r->tree.ntoken && block_of(r, i) == block_of(r, from);
	     i++) {
		if (r->tree.token[i].traits & SR_TRAIT_WORD)
			continue;
		int m = mark_of(r, i, &family);
		if (m == NEITHER || family != own)
			continue;
		if (m != CLOSES ||
		    (closed == SR_NONE && i > from + LONGEST_NAME))
			return false;
		if (closed != SR_NONE)
			return true;
		closed = i;
	}
	return false;
}

static bool ends_with(const struct sr_reading *r, uint32_t i, char a, char b)
{
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	return s.n == 1 && (s.s[0] == a || s.s[0] == b);
}

#define MOST_PARAGRAPHS 12 /* of one speech that is not opened anew in each */

/* A statement given in full, "The text reads: "Our troops ...", whose paragraphs
 * do not open with marks of their own: the next mark, at token i or behind, closes
 * it, or there is none and what stands before it has announced it. */
static bool goes_on(const struct sr_reading *r, uint32_t open, uint32_t i,
		    int opened)
{
	uint32_t first = block_of(r, open);
	int family;

	/* closed by a mark of another kind */
	if (mark_of(r, i - 1, &family) != NEITHER)
		return false;
	for (; i < r->tree.ntoken; i++) {
		if (r->tree.token[i].traits &
		    (SR_TRAIT_WORD | SR_TRAIT_DIGITS))
			continue;
		int m = mark_of(r, i, &family);
		if (m == NEITHER || family != opened)
			continue;
		return m == CLOSES &&
		       block_of(r, i) <= first + MOST_PARAGRAPHS;
	}
	return open > 0 && ends_with(r, open - 1, ':', ';');
}

/* Pairs the marks; a paragraph's end closes what is open, and a paragraph
 * that opens with a mark goes on with the speech of the one before. */
static bool find_quotes(struct sr_reading *r)
{
	uint32_t open = SR_NONE;
	int family, opened = -1;
	bool ok = true, inner = false, whole = false;

	for (uint32_t i = 0; ok && i < r->tree.ntoken; i++) {
		bool word = r->tree.token[i].traits &
			    (SR_TRAIT_WORD | SR_TRAIT_DIGITS);
		if (word && open == SR_NONE)
			continue;
		int m = word ? NEITHER : mark_of(r, i, &family);
		if (open != SR_NONE && block_of(r, i) != block_of(r, open) &&
		    !(whole = whole || goes_on(r, open, i, opened))) {
			ok = put_quote(r, open, i);
			open = SR_NONE;
			inner = false;
		}
		if (open != SR_NONE && m != NEITHER && family == opened &&
		    (inner || (m == OPENS && is_nested(r, i)))) {
			inner = !inner;
			continue;
		}
		/* the writer forgot to close the one before */
		if (open != SR_NONE && m == OPENS && family == opened) {
			ok = put_quote(r, open, i);
			open = SR_NONE;
		}
		if (open == SR_NONE && (m == OPENS || m == EITHER)) {
			open = i;
			opened = family;
			whole = false;
		} else if (open != SR_NONE && family == opened &&
		           (m == CLOSES || m == EITHER)) {
			ok = put_quote(r, open, i + 1);
			open = SR_NONE;
		}
	}
	if (ok && open != SR_NONE)
		ok = put_quote(r, open, r->tree.ntoken);
	return ok;
}

/* The speaker of the verb of saying in sentence s that stands outside the
 * quotation and nearest to token `near`. */
static uint32_t speaker_outside(const struct sr_reading *r, uint32_t sentence,
                                const struct sr_quote *q, uint32_t near)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	uint32_t best = SR_NONE, gap = UINT32_MAX;

	for (uint32_t i = s->from; i < s->to; i++) {
		if (i >= q->from && i < q->to)
			continue;
		uint32_t who = sr_speaker_at(r, i);
		uint32_t away = i < near ? near - i : i - near;
		/* "promised they would respond": the respondent is no speaker */
		if (sr_rel_is(&r->tree, i, SR_REL_CCOMP) &&
		    r->speech[r->tree.token[i].head])
			away += s->to - s->from;
		if (who != SR_NONE && away < gap) {
			best = who;
			gap = away;
		}
	}
	return best;
}

/* A paragraph that begins with a quotation and names no speaker goes on with
 * the one before. */
static bool starts_block(const struct sr_reading *r, uint32_t i)
{
	return i == 0 || block_of(r, i - 1) != block_of(r, i);
}

/* "We must leave!" | the mayor says.: the splitter takes who says it for a
 * sentence of its own, in which nothing else is said. */
static uint32_t speaker_behind(const struct sr_reading *r, uint32_t sentence)
{
	const struct sr_sentence *s = &r->doc->sentences.items[sentence];
	const struct sr_tree *t = &r->tree;

	for (uint32_t i = s->from; i < s->to; i++) {
		uint32_t who = sr_speaker_at(r, i);
		if (who != SR_NONE)
			return t->token[i].head == i &&
					       !(t->rels[i] &
						 (SR_REL_BIT(SR_REL_CCOMP) |
						  SR_REL_BIT(SR_REL_XCOMP) |
						  SR_REL_BIT(SR_REL_OBJ)))
				       ? who
				       : SR_NONE;
	}
	return SR_NONE;
}

/* "She said it was "a raid on us," and the army reported a fire": words quoted
 * in the midst of what is said are of who says that. */
static uint32_t speaker_around(const struct sr_reading *r,
			       const struct sr_quote *q)
{
	const struct sr_token *t = r->tree.token;
	uint32_t i = q->from + 1;

	if (q->from == 0 || i >= q->to ||
	    t[q->from - 1].sentence != t[i].sentence ||
	    t[q->from - 1].upos == SR_UPOS_PUNCT)
		return SR_NONE;
	for (unsigned n = 0; n < 8 && t[i].head != i; n++) {
		i = t[i].head;
		if (i >= q->to)
			return SR_NONE;
		if (i < q->from && sr_speech_kind(r, i) == SR_SPEECH_IS_SAY)
			return sr_speaker_at(r, i);
	}
	return SR_NONE;
}

/* Are there but marks in [from, to)? */
static bool only_marks(const struct sr_reading *r, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (r->tree.token[from].upos != SR_UPOS_PUNCT)
			return false;
	return true;
}

/* "A resident told the paper of the raid. "They came at dawn."": whole
 * sentences in marks, right behind one in which somebody tells, are his. */
static uint32_t teller_before(const struct sr_reading *r,
			      const struct sr_quote *q)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *first =
		&r->doc->sentences.items[t[q->from].sentence];
	const struct sr_sentence *last =
		&r->doc->sentences.items[t[q->to - 1].sentence];

	if (first == r->doc->sentences.items ||
	    !only_marks(r, first->from, q->from) ||
	    !only_marks(r, q->to, last->to) || sr_in_headline(r, q->from))
		return SR_NONE;
	for (uint32_t i = first[-1].from; i < first[-1].to; i++) {
		if (t[i].head != i || !r->speech[i] || sr_in_headline(r, i))
			continue;
		uint32_t who = sr_speaker_at(r, i);
		/* "Ali spoke with the paper" */
		if (who == SR_NONE && sr_is_verb(&r->tree, i) &&
		    !sr_is_passive(&r->tree, i))
			who = sr_subject(&r->tree, i);
		return sr_may_speak(r, who) ? who : SR_NONE;
	}
	return SR_NONE;
}

#define MOST_BACK 4 /* sentences from a text given in full to whose it is */

/* "The army put out a statement. ... Its text is: "...": whoever told last, where
 * the words right before the marks name a text. */
static uint32_t announcer_of(const struct sr_reading *r,
			     const struct sr_quote *q)
{
	const struct sr_token *t = r->tree.token;
	bool named = false;

	if (q->from == 0 || !ends_with(r, q->from - 1, ':', ';'))
		return SR_NONE;
	uint32_t last = t[q->from - 1].sentence;
	for (uint32_t i = q->from; i-- > 0 && t[i].sentence == last;)
		named = named || sr_telling_kind(r, i) >= 0 || r->speech[i];
	for (uint32_t i = q->from;
	     named && i-- > 0 && t[i].sentence + MOST_BACK >= last;) {
		uint32_t who = r->speech[i] ? sr_speaker_at(r, i) : SR_NONE;
		/* "released a statement" */
		if (who == SR_NONE && sr_telling_kind(r, i) >= 0 &&
		    sr_rel_is(&r->tree, i, SR_REL_OBJ))
			who = sr_agent(&r->tree, t[i].head);
		if (sr_may_speak(r, who) && !sr_in_headline(r, i))
			return who;
	}
	return SR_NONE;
}

static uint32_t speaker_of_quote(const struct sr_reading *r, size_t index)
{
	const struct sr_quote *q = &r->doc->quotes.items[index];
	const struct sr_token *token = r->tree.token;
	uint32_t first = token[q->from].sentence;
	uint32_t last = token[q->to - 1].sentence;
	uint32_t who = speaker_around(r, q);

	if (who == SR_NONE)
		who = speaker_outside(r, last, q, q->to);
	if (who == SR_NONE && first != last)
		who = speaker_outside(r, first, q, q->from);
	/* "He said:" may end the sentence, and the paragraph, before. */
	if (who == SR_NONE && q->from > 0 && ends_with(r, q->from - 1, ':', ';'))
		who = speaker_outside(r, token[q->from - 1].sentence, q,
		                      q->from);
	if (who == SR_NONE)
		who = announcer_of(r, q);
	/* "..." she said. "..." — or the mark may stand in a sentence of its
	 * own where the splitter cut it off. */
	if (who == SR_NONE && last + 1 < r->doc->sentences.nitem &&
	    q->to < r->tree.ntoken && token[q->to].sentence == last + 1 &&
	    block_of(r, q->to) == block_of(r, q->from)) {
		who = sr_speaker_at(r, q->to);
		if (who == SR_NONE)
			who = speaker_behind(r, last + 1);
	}
	if (who != SR_NONE)
		return who;
	const struct sr_quote *before = q - 1;
	uint32_t b = block_of(r, q->from);
	uint32_t a = index ? block_of(r, before->from) : b + 1;
	if (a == b || (b == a + 1 && starts_block(r, q->from)))
		who = before->speaker;
	return who != SR_NONE ? who : teller_before(r, q);
}

/* A word or two in marks is no speech but a phrase held at arm's length. */
#define LEAST_SPEECH 5

bool sr_find_quotes(struct sr_reading *r)
{
	struct sr_doc *d = r->doc;

	if (!find_quotes(r))
		return false;
	r->quote = SR_NEW(&d->mem, uint32_t, d->tokens.nitem);
	if (!r->quote)
		return false;
	for (size_t k = 0; k < d->quotes.nitem; k++) {
		struct sr_quote *q = &d->quotes.items[k];
		q->speaker = speaker_of_quote(r, k);
		if (q->to - q->from < LEAST_SPEECH)
			continue;
		for (uint32_t i = q->from; i < q->to; i++)
			r->quote[i] = (uint32_t)k + 1;
	}
	return true;
}
