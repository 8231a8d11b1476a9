/* What is counted: the head of the noun phrase behind the number ("10 Russian
 * troops", "dozens of burnt-out tanks", "16 of the 36 missiles"), else people,
 * where a verb or a noun beside a number that stands alone says so ("killing
 * seven", "1,790 wounded", "the toll rose to 32"). Works on tags alone; a tree
 * would give the same nouns at the price of parsing. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/number.h"
#include "resolve/spot.h"

#define MOST_AHEAD 12  /* tokens of a noun phrase */
#define MOST_BEHIND 7  /* tokens looked at before a lone number */

static uint32_t sentence_end(const struct sr_counting *c, uint32_t token)
{
	uint32_t s = c->doc->tokens.items[token].sentence;

	return c->doc->sentences.items[s].to;
}

static uint32_t sentence_start(const struct sr_counting *c, uint32_t token)
{
	uint32_t s = c->doc->tokens.items[token].sentence;

	return c->doc->sentences.items[s].from;
}

static char one_mark(const struct sr_counting *c, uint32_t token)
{
	struct sr_str s = sr_doc_text(c->doc, c->doc->tokens.items[token].at);

	return s.n == 1 ? s.s[0] : '\0';
}

static bool is_of(const struct sr_counting *c, uint32_t token)
{
	uint32_t atom = c->a->first[token];

	return sr_atom_word(c->a, atom, SR_TABLE_TIMES, SR_TW_OF) != NULL;
}

/* Can the token stand before the noun that is counted? */
static bool premodifier(const struct sr_counting *c, uint32_t t, uint32_t from)
{
	const struct sr_token *tok = &c->doc->tokens.items[t];
	char mark = one_mark(c, t);

	switch (tok->upos) {
	case SR_UPOS_ADJ:
	case SR_UPOS_NUM:
		return true;
	case SR_UPOS_DET:
		return t == from || is_of(c, t - 1) || c->counted[t] != SR_NONE;
	case SR_UPOS_PRON:
		return tok->xpos == SR_XPOS_PRP_S;
	case SR_UPOS_ADP:
		return t == from && is_of(c, t);
	case SR_UPOS_VERB:
		return tok->xpos == SR_XPOS_VBN || tok->xpos == SR_XPOS_VBG ||
		       tok->xpos == SR_XPOS_VBD;
	case SR_UPOS_PART:
		return tok->xpos == SR_XPOS_POS;
	case SR_UPOS_CCONJ:
		return true;
	case SR_UPOS_ADV:
		return t > from;
	default:
		return mark == '-' || mark == ',' || mark == '"' ||
		       mark == '\'' || tok->upos == SR_UPOS_SYM;
	}
}

static bool is_noun(const struct sr_counting *c, uint32_t t)
{
	unsigned upos = c->doc->tokens.items[t].upos;

	return upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN ||
	       c->thing[t] != SR_NONE;
}

/* Does the noun at t go on in the next token ("tank | regiments", "troops'
 * | positions", "rocket | - | launchers")? */
static bool noun_goes_on(const struct sr_counting *c, uint32_t t, uint32_t end)
{
	uint32_t next = t + 1;
	const struct sr_token *tok = c->doc->tokens.items;

	if (next >= end)
		return false;
	if (tok[next].xpos == SR_XPOS_POS || one_mark(c, next) == '-')
		return next + 1 < end && is_noun(c, next + 1);
	/* A plural ends its phrase but where a name follows ("soldiers
	 * Ivanov"), which is no part of what is counted either. */
	if (tok[t].xpos == SR_XPOS_NNS && c->thing[t] != SR_NONE)
		return false;
	return is_noun(c, next) && tok[next].upos != SR_UPOS_VERB;
}

/* The head of the noun phrase that begins at token `from`; SR_NONE. */
static uint32_t phrase_head(const struct sr_counting *c, uint32_t from,
                            uint32_t end)
{
	uint32_t most = from + MOST_AHEAD < end ? from + MOST_AHEAD : end;
	bool joined = false;

	for (uint32_t t = from; t < most; t++) {
		if (is_noun(c, t)) {
			while (noun_goes_on(c, t, end)) {
				t++;
				if (!is_noun(c, t))
					t++;
			}
			return t;
		}
		if (!premodifier(c, t, from))
			return SR_NONE;
		unsigned upos = c->doc->tokens.items[t].upos;
		char mark = one_mark(c, t);
		/* "10 killed and 59 others", "30, most of them": the phrase is
		 * over unless it is a list of adjectives. */
		if (upos == SR_UPOS_CCONJ || mark == ',') {
			if (t == from || joined)
				return SR_NONE;
			joined = true;
		} else if (upos == SR_UPOS_NUM && joined) {
			return SR_NONE;
		}
	}
	return SR_NONE;
}

static struct sr_str text_of(const struct sr_counting *c, uint32_t token)
{
	const struct sr_token *t = &c->doc->tokens.items[token];
	struct sr_str s = sr_symbol_text(c->doc, c->kit, t->lemma);

	return t->upos == SR_UPOS_PROPN || !s.n ? sr_doc_text(c->doc, t->at)
	                                        : s;
}

/* The unit that a counted noun stands for: its table's, "people" for the
 * plural of a people's name, else its lemma. */
static struct sr_str unit_of(const struct sr_counting *c, uint32_t token)
{
	uint32_t row = c->thing[token];

	if (row != SR_NONE)
		return sr_kit_text(c->kit, SR_TABLE_THINGS, row,
		                   SR_THINGS_UNIT);
	const struct sr_token *t = &c->doc->tokens.items[token];
	if (t->xpos == SR_XPOS_NNPS)
		return SR_STR("people");
	return text_of(c, token);
}

/* A verb or participle at t that says that people are counted? */
static bool befalls_people(const struct sr_counting *c, uint32_t t)
{
	return c->counted[t] != SR_NONE &&
	       sr_kit_value(c->kit, SR_TABLE_COUNTED, c->counted[t],
	                    SR_COUNTED_KIND) == 0;
}

/* "10 killed", "59 were injured", "12 have died": the words behind. */
static bool behind_says_people(const struct sr_counting *c, uint32_t t,
                               uint32_t end)
{
	for (uint32_t n = 0; n < 4 && t < end; n++, t++) {
		if (befalls_people(c, t))
			return true;
		unsigned upos = c->doc->tokens.items[t].upos;
		if (upos != SR_UPOS_AUX && upos != SR_UPOS_ADV)
			return false;
	}
	return false;
}

/* "killing seven", "the toll rose to 32": the words before. */
static bool before_says_people(const struct sr_counting *c, uint32_t t)
{
	uint32_t start = sentence_start(c, t);

	for (uint32_t n = 0; n < MOST_BEHIND && t > start; n++) {
		t--;
		if (c->counted[t] != SR_NONE)
			return n < 3 || !befalls_people(c, t);
		unsigned upos = c->doc->tokens.items[t].upos;
		if (upos == SR_UPOS_PUNCT || upos == SR_UPOS_NUM)
			return false;
	}
	return false;
}

/* "two others", "four of them", "some of whom": what was counted before. */
static bool others(const struct sr_counting *c, uint32_t t, uint32_t end,
                   struct sr_counted *out)
{
	const struct sr_token *tok = c->doc->tokens.items;

	if (t >= end)
		return false;
	if (is_of(c, t) && t + 1 < end && tok[t + 1].upos == SR_UPOS_PRON &&
	    tok[t + 1].xpos != SR_XPOS_PRP_S)
		t++;
	else if (!sr_atom_any(c->a, c->a->first[t], SR_TABLE_BOUNDS) ||
	         tok[t].xpos != SR_XPOS_NNS)
		return false;
	out->token = t;
	out->unit = c->last_unit.n ? c->last_unit : SR_STR("people");
	out->to = c->a->first[t + 1];
	out->noun = true;
	return true;
}

bool sr_number_counted(const struct sr_counting *c, const struct sr_amount *n,
                       struct sr_counted *out)
{
	uint32_t last = c->a->list.items[n->to - 1].token;
	uint32_t end = sentence_end(c, last);
	uint32_t t = last + 1;

	*out = (struct sr_counted){ .token = SR_NONE, .to = n->to };
	/* "5,000-strong": the hyphen is a token of its own. */
	if (t < end && one_mark(c, t) == '-')
		t++;
	if (others(c, t, end, out))
		return true;
	if (behind_says_people(c, t, end)) {
		uint32_t head = phrase_head(c, t, end);
		if (head == SR_NONE || c->thing[head] == SR_NONE) {
			out->token = last;
			out->unit = SR_STR("people");
			return true;
		}
	}
	uint32_t head = phrase_head(c, t, end);
	if (head != SR_NONE) {
		out->token = head;
		out->unit = unit_of(c, head);
		out->to = c->a->first[head + 1];
		out->noun = true;
		return true;
	}
	uint32_t first = c->a->list.items[n->from].token;
	if (before_says_people(c, first)) {
		out->token = last;
		out->unit = SR_STR("people");
		return true;
	}
	return false;
}

bool sr_number_countable(const struct sr_counting *c, uint32_t i)
{
	if (i >= c->spot->end)
		return false;
	uint32_t t = c->a->list.items[i].token;
	uint32_t end = sentence_end(c, t);

	return phrase_head(c, t, end) != SR_NONE ||
	       behind_says_people(c, t, end);
}
