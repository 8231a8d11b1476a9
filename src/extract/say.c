/* Who says it: verbs of saying above the happening or beside its clause,
 * "according to", and quotation marks, whose words may run over sentences. */
#include "base/str.h"
#include "extract/extract_internal.h"

/* The kinds of speech.tsv. */
enum { SAY, WEAK, DENY, DISPUTE, ACCUSE, QUOTE };

static int speech_kind(const struct sr_reading *r, uint32_t i)
{
	return r->speech[i] ? sr_kit_value(r->kit, SR_TABLE_SPEECH,
	                                   r->speech[i] - 1u, SR_SPEECH_KIND)
	                    : -1;
}

/* Can that noun speak? A body, a person, a page; not a thing or a place. */
static bool may_speak(const struct sr_reading *r, uint32_t i)
{
	if (i == SR_NONE || !sr_is_noun(&r->tree, i))
		return false;
	if (r->classes[i] & (SR_CLASS_PEOPLE | SR_CLASS_VOICE))
		return true;
	uint32_t p = r->tree.token[i].party;
	if (p != SR_NONE && r->doc->parties.items[p].m.head == i)
		return true;
	return r->tree.token[i].upos == SR_UPOS_PROPN &&
	       !(r->classes[i] & (SR_CLASS_EQUIP | SR_CLASS_EVENT |
	                          SR_CLASS_PLACE));
}

/* Is that a word that a verb and its subject may have between them? */
static bool between_them(const struct sr_reading *r, uint32_t i)
{
	unsigned u = r->tree.token[i].upos;

	return u == SR_UPOS_ADV || u == SR_UPOS_AUX || u == SR_UPOS_PART;
}

static bool is_comma(const struct sr_reading *r, uint32_t i)
{
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	return s.n == 1 && s.s[0] == ',';
}

/* How long an apposition may be: "X, a spokesman for the Y of Z, said". */
#define LONGEST_APPOSITION 14

/* The noun that ends at token i, or that its name begins with. */
static uint32_t noun_ending_at(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	for (unsigned n = 0; n < 4; n++) {
		if (may_speak(r, i))
			return i;
		if (t->token[i].deprel != SR_REL_FLAT || t->token[i].head > i)
			return SR_NONE;
		i = t->token[i].head;
	}
	return SR_NONE;
}

static bool is_mark(struct sr_str s, uint32_t *cp);

/* "...," Ann Roe, the mayor, who had fled, told: the noun right behind the
 * quotation that stands between `from` and `to`. */
static uint32_t speaker_behind_mark(const struct sr_reading *r, uint32_t from,
                                    uint32_t to)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = to, k;

	while (i > from && !is_mark(sr_doc_text(r->doc, t->token[i - 1].at), &k))
		i--;
	if (i == from)
		return SR_NONE;
	for (uint32_t end = i + 6; i < to && i < end; i++) {
		if (sr_is_verb(t, i) || t->token[i].upos == SR_UPOS_PUNCT)
			return SR_NONE;
		if (may_speak(r, i) && t->token[i].deprel != SR_REL_COMPOUND)
			return i;
	}
	return SR_NONE;
}

/* Where the tree has no speaker for a verb of saying: the noun right before
 * it, or before the apposition that stands between commas. */
static uint32_t speaker_before(const struct sr_reading *r, uint32_t verb)
{
	uint32_t from = r->doc->sentences.items[r->tree.token[verb].sentence]
	                        .from;
	uint32_t i = verb, who;

	while (i > from && between_them(r, i - 1))
		i--;
	if (i == from)
		return SR_NONE;
	if (!is_comma(r, --i))
		return noun_ending_at(r, i);
	if (i == from)
		return SR_NONE;
	if ((who = speaker_behind_mark(r, from, i)) != SR_NONE)
		return who;
	for (uint32_t k = i - 1; k > from && i - k < LONGEST_APPOSITION; k--) {
		if (r->tree.token[k].xpos == SR_XPOS_VBD)
			break;
		if (is_comma(r, k))
			return (who = noun_ending_at(r, k - 1)) != SR_NONE
			               ? who
			               : noun_ending_at(r, i - 1);
	}
	return SR_NONE;
}

/* Is that verb of saying finite, with nothing but its subject amiss? */
static bool lacks_speaker(const struct sr_reading *r, uint32_t verb)
{
	unsigned x = r->tree.token[verb].xpos;

	/* "..., told the paper": a participle to the parser, but nothing
	 * makes it passive */
	if (x == SR_XPOS_VBN &&
	    (sr_child(&r->tree, verb, SR_REL_AUX) != SR_NONE ||
	     r->tree.token[verb].head != verb))
		return false;
	return (x == SR_XPOS_VBD || x == SR_XPOS_VBZ || x == SR_XPOS_VBP ||
	        x == SR_XPOS_VBN) &&
	       speech_kind(r, verb) == SAY &&
	       !sr_is_passive(&r->tree, verb);
}

/* How many sentences back "he said" may go. */
#define SENTENCES_BACK 3

static uint32_t speaker_at(const struct sr_reading *r, uint32_t verb);

/* "It said", "he added", with nobody found for the pronoun: whoever said
 * something last. */
static uint32_t speaker_again(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;

	for (uint32_t i = verb; i-- > 0;) {
		if (t[i].sentence + SENTENCES_BACK < t[verb].sentence)
			return SR_NONE;
		if (t[i].sentence == t[verb].sentence ||
		    speech_kind(r, i) != SAY)
			continue;
		uint32_t who = speaker_at(r, i);
		if (who != SR_NONE)
			return who;
	}
	return SR_NONE;
}

static bool mark_between(const struct sr_reading *r, uint32_t from, uint32_t to)
{
	uint32_t k;

	for (; from < to; from++)
		if (is_mark(sr_doc_text(r->doc, r->tree.token[from].at), &k))
			return true;
	return false;
}

/* The subject of a verb of saying that stands on its own side of the
 * quotation marks: the parser may take what is quoted for another. */
static uint32_t subject_outside(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t best = SR_NONE;
	bool quoted = false;

	SR_CHILDREN(t, verb, c) {
		if (c > verb || !sr_is_subject(t, c))
			continue;
		if (mark_between(r, c, verb))
			quoted = true;
		else
			best = c;
	}
	if (quoted && best == SR_NONE)
		best = speaker_before(r, verb);
	return quoted ? best : SR_NONE;
}

static bool is_person(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;

	if (p == SR_NONE || r->doc->parties.items[p].m.head != i)
		return false;
	return r->doc->parties.items[p].kind == SR_PARTY_KIND_PERSON ||
	       r->doc->parties.items[p].kind == SR_PARTY_KIND_OFFICIAL;
}

/* The speaker that a verb of saying names; SR_NONE. */
static uint32_t speaker_at(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	int kind = speech_kind(r, verb);

	if (kind < 0 || !sr_is_verb(t, verb))
		return SR_NONE;
	uint32_t who = subject_outside(r, verb);
	if (who == SR_NONE || sr_is_passive(t, verb))
		who = kind == QUOTE ? sr_patient(t, verb) : sr_agent(t, verb);
	if (who != SR_NONE)
		who = sr_meant(r, who);
	/* "..., it said": not what is spoken of */
	if (who != SR_NONE && t->token[who].upos == SR_UPOS_PRON && who > 0 &&
	    t->token[who - 1].upos == SR_UPOS_PUNCT && !is_person(r, who)) {
		uint32_t again = speaker_again(r, verb);
		if (again != SR_NONE)
			return again;
	}
	if (may_speak(r, who))
		return who;
	if (who != SR_NONE && t->token[who].upos == SR_UPOS_PRON &&
	    lacks_speaker(r, verb))
		return speaker_again(r, verb);
	return lacks_speaker(r, verb) ? speaker_before(r, verb)
	                              : SR_NONE;
}

/* "an analysis by the institute": whose words a text is. */
static uint32_t maker_of(const struct sr_reading *r, uint32_t noun)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, noun, c)
		if (sr_rel_is(t, c, SR_REL_NMOD) &&
		    sr_case_of(t, c) == r->word.by && may_speak(r, c))
			return c;
	return SR_NONE;
}

/* "according to X", "by Kyiv's estimate": X under predicate p. */
static uint32_t source_under(const struct sr_reading *r, uint32_t p)
{
	const struct sr_tree *t = &r->tree;
	uint32_t c_by = SR_NONE;

	SR_CHILDREN(t, p, c) {
		if (!sr_rel_is(t, c, SR_REL_OBL) &&
		    !sr_rel_is(t, c, SR_REL_NMOD) &&
		    !sr_rel_is(t, c, SR_REL_ADVCL) &&
		    !sr_rel_is(t, c, SR_REL_PARATAXIS))
			continue;
		uint32_t prep = sr_case_of(t, c);
		if (prep == r->word.according)
			c_by = maker_of(r, c);
		if (c_by != SR_NONE)
			return c_by;
		if (prep == r->word.according && may_speak(r, c))
			return c;
		/* "by Ukrainian estimates" */
		if (prep == r->word.by && (r->classes[c] & SR_CLASS_VOICE) &&
		    !sr_is_passive(t, p))
			return c;
		/* the parser may hang the noun on "according" itself */
		if (t->token[c].lower == r->word.according)
			SR_CHILDREN(t, c, d)
				if (may_speak(r, d))
					return d;
	}
	return SR_NONE;
}

/* Does the verb of saying say what it says itself? Then it is no aside. */
static bool has_content(const struct sr_tree *t, uint32_t verb)
{
	return sr_child(t, verb, SR_REL_CCOMP) != SR_NONE ||
	       sr_child(t, verb, SR_REL_XCOMP) != SR_NONE ||
	       sr_child(t, verb, SR_REL_OBJ) != SR_NONE;
}

/* A verb of saying set beside clause p: "..., officials said", "as officials
 * said". The trigger must not stand within it. */
static uint32_t aside_under(const struct sr_reading *r, uint32_t p,
                            uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, p, c) {
		bool as = sr_rel_is(t, c, SR_REL_ADVCL) &&
		          (sr_child(t, c, SR_REL_MARK) != SR_NONE);
		if (!sr_rel_is(t, c, SR_REL_PARATAXIS) &&
		    !sr_rel_is(t, c, SR_REL_CCOMP) && !as)
			continue;
		if (speech_kind(r, c) == WEAK || has_content(t, c) ||
		    sr_dominates(t, c, trigger))
			continue;
		uint32_t who = speaker_at(r, c);
		if (who != SR_NONE)
			return who;
	}
	return SR_NONE;
}

/* May what stands under a verb of saying by this relation be its words? */
static bool told_by(const struct sr_reading *r, uint32_t i, uint32_t verb)
{
	int kind = speech_kind(r, verb);

	if (kind < 0)
		return false;
	switch (r->tree.token[i].deprel) {
	case SR_REL_CCOMP:
	case SR_REL_PARATAXIS:
		return true;
	case SR_REL_OBL:
		/* "spoke of gains" */
		return kind != WEAK || sr_case_of(&r->tree, i) == r->word.of;
	case SR_REL_XCOMP:
	case SR_REL_OBJ:
	case SR_REL_ADVCL:
		return kind != WEAK;
	default:
		return false;
	}
}

static bool is_wh(const struct sr_reading *r, uint32_t i)
{
	unsigned x = r->tree.token[i].xpos;

	return (x == SR_XPOS_WDT || x == SR_XPOS_WP || x == SR_XPOS_WRB) &&
	       !(r->tree.token[i].flags & SR_TOK_ALLCAPS);
}

/* "Said they had retaken Sake, a town that was shelled for weeks", "Sake,
 * which was shelled": the publisher's own word on what is spoken of. */
static bool is_gloss(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t from = t->from[i];

	if (t->token[i].deprel != SR_REL_ACL_RELCL)
		return false;
	if (t->token[t->token[i].head].deprel == SR_REL_APPOS)
		return true;
	if (t->token[from].upos == SR_UPOS_PUNCT)
		return is_wh(r, from + 1);
	return is_wh(r, from) && from > 0 &&
	       t->token[from - 1].upos == SR_UPOS_PUNCT;
}

static uint32_t speaker_in_sentence(const struct sr_reading *r, uint32_t trigger,
                                    uint32_t *verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger;

	for (unsigned n = 0; n < 24; n++) {
		uint32_t who = source_under(r, i), head = t->token[i].head;
		*verb = SR_NONE;
		if (who == SR_NONE)
			who = aside_under(r, i, trigger);
		if (who != SR_NONE)
			return who;
		if (head == i)
			return SR_NONE;
		/* "said this week they had": the parser hangs it on the week */
		if (t->token[i].deprel == SR_REL_ACL_RELCL &&
		    t->token[head].time != SR_NONE &&
		    speech_kind(r, t->token[head].head) == SAY) {
			head = t->token[head].head;
			*verb = head;
			return speaker_at(r, head);
		}
		if (told_by(r, i, head)) {
			who = speaker_at(r, head);
			*verb = head;
			if (who != SR_NONE && who != i)
				return who;
		}
		if (is_gloss(r, i))
			return SR_NONE;
		i = head;
	}
	return SR_NONE;
}

/* Quotation marks */

static bool is_mark(struct sr_str s, uint32_t *cp)
{
	static const char *const MARK[] = { "\"", "“", "”", "‘", "’", "''",
		                            "``", "«", "»", "„" };

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
	if (s.n > 3 || !is_mark(s, &k))
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

/* Pairs the marks; a paragraph's end closes what is open, and a paragraph
 * that opens with a mark goes on with the speech of the one before. */
static bool find_quotes(struct sr_reading *r)
{
	uint32_t open = SR_NONE;
	int family, opened = -1;
	bool ok = true;

	for (uint32_t i = 0; ok && i < r->tree.ntoken; i++) {
		int m = mark_of(r, i, &family);
		if (open != SR_NONE && block_of(r, i) != block_of(r, open)) {
			ok = put_quote(r, open, i);
			open = SR_NONE;
		}
		/* the writer forgot to close the one before */
		if (open != SR_NONE && m == OPENS && family == opened) {
			ok = put_quote(r, open, i);
			open = SR_NONE;
		}
		if (open == SR_NONE && (m == OPENS || m == EITHER)) {
			open = i;
			opened = family;
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
		uint32_t who = speaker_at(r, i);
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

static bool ends_with_colon(const struct sr_reading *r, uint32_t i)
{
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	return s.n == 1 && s.s[0] == ':';
}

/* A paragraph that begins with a quotation and names no speaker goes on with
 * the one before. */
static bool starts_block(const struct sr_reading *r, uint32_t i)
{
	return i == 0 || block_of(r, i - 1) != block_of(r, i);
}

static uint32_t speaker_of_quote(const struct sr_reading *r, size_t index)
{
	const struct sr_quote *q = &r->doc->quotes.items[index];
	const struct sr_token *token = r->tree.token;
	uint32_t first = token[q->from].sentence;
	uint32_t last = token[q->to - 1].sentence;
	uint32_t who = speaker_outside(r, last, q, q->to);

	if (who == SR_NONE && first != last)
		who = speaker_outside(r, first, q, q->from);
	/* "He said:" may end the sentence, and the paragraph, before. */
	if (who == SR_NONE && q->from > 0 && ends_with_colon(r, q->from - 1))
		who = speaker_outside(r, token[q->from - 1].sentence, q,
		                      q->from);
	/* "..." she said. "..." — or the mark may stand in a sentence of its
	 * own where the splitter cut it off. */
	if (who == SR_NONE && last + 1 < r->doc->sentences.nitem &&
	    q->to < r->tree.ntoken && token[q->to].sentence == last + 1 &&
	    block_of(r, q->to) == block_of(r, q->from) &&
	    speaker_at(r, q->to) != SR_NONE)
		who = speaker_at(r, q->to);
	if (who != SR_NONE || index == 0)
		return who;
	const struct sr_quote *before = q - 1;
	uint32_t a = block_of(r, before->from), b = block_of(r, q->from);
	if (a == b || (b == a + 1 && starts_block(r, q->from)))
		return before->speaker;
	return SR_NONE;
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

/* "according to X" at the end of a sentence, wherever the tree has hung it,
 * covers what nobody else is named for. */
static uint32_t source_in_sentence(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_sentence *s =
	        &r->doc->sentences.items[r->tree.token[trigger].sentence];

	for (uint32_t i = s->from; i < s->to; i++) {
		if (r->tree.token[i].lower != r->word.according)
			continue;
		uint32_t head = r->tree.token[i].head;
		if (may_speak(r, head))
			return head;
	}
	return SR_NONE;
}

uint32_t sr_speaker_of(const struct sr_reading *r, uint32_t trigger,
                       uint32_t *verb)
{
	uint32_t q = r->quote[trigger];

	*verb = SR_NONE;
	if (q && r->doc->quotes.items[q - 1].speaker != SR_NONE)
		return r->doc->quotes.items[q - 1].speaker;
	uint32_t who = speaker_in_sentence(r, trigger, verb);
	/* "negotiators proposed": the word is theirs */
	if (who == SR_NONE && speech_kind(r, trigger) == SAY)
		who = speaker_at(r, trigger);
	return who != SR_NONE || q ? who : source_in_sentence(r, trigger);
}
