/* What is counted: the head of the noun phrase behind the number ("10 Russian
 * troops", "dozens of burnt-out tanks", "16 of the 36 missiles"), else people,
 * where a verb or a noun beside a number that stands alone says so ("killing
 * seven", "1,790 wounded", "the toll rose to 32"). Works on tags alone; a tree
 * would give the same nouns at the price of parsing. */
#include "base/str.h"
#include "ontology.h"
#include "resolve/number.h"
#include "resolve/spot.h"

#define PEOPLE SR_STR("people") /* the unit, docs/claims.md */
#define MOST_AHEAD 12		/* tokens of a noun phrase */
#define MOST_BEHIND 20		/* tokens looked at before a lone number */
#define MILLION ((int64_t)1000000000) /* in thousandths */

/* Is the phrase that ends at t of persons? */
static bool of_people(const struct sr_counting *c, uint32_t t)
{
	return c->thing[t] != SR_NONE &&
	       sr_str_equal(sr_kit_text(c->kit, SR_TABLE_THINGS, c->thing[t],
					SR_THINGS_UNIT),
			    PEOPLE);
}

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

	if (s.n == 3 && (sr_str_is(s, "“") || sr_str_is(s, "‘")))
		return '"';
	return s.n == 1 ? s.s[0] : '\0';
}

static bool is_of(const struct sr_counting *c, uint32_t token)
{
	uint32_t atom = c->a->first[token];

	return sr_atom_word(c->a, atom, SR_TABLE_TIMES, SR_TW_OF) != NULL;
}

/* A verb or participle at t that says that people are counted? */
static bool befalls_people(const struct sr_counting *c, uint32_t t)
{
	return c->counted[t] != SR_NONE &&
	       sr_kit_value(c->kit, SR_TABLE_COUNTED, c->counted[t],
			    SR_COUNTED_KIND) == 0;
}

/* "Six out of 34 towns": "out" at t */
static bool begins_share(const struct sr_counting *c, uint32_t t)
{
	const struct sr_token *tok = c->doc->tokens.items;

	if (t + 2 >= c->doc->tokens.nitem || tok[t].upos != SR_UPOS_ADP ||
	    !is_of(c, t + 1))
		return false;
	return tok[t + 2].upos == SR_UPOS_NUM || tok[t + 2].upos == SR_UPOS_DET;
}

/* Can the token stand before the noun that is counted? */
static bool premodifier(const struct sr_counting *c, uint32_t t, uint32_t from,
			bool share)
{
	const struct sr_token *tok = &c->doc->tokens.items[t];
	char mark = one_mark(c, t);

	switch (tok->upos) {
	case SR_UPOS_ADJ:
	case SR_UPOS_NUM:
		return true;
	case SR_UPOS_DET:
		return (share && t == from) || (t > from && is_of(c, t - 1));
	case SR_UPOS_PRON:
		return tok->xpos == SR_XPOS_PRP_S;
	case SR_UPOS_ADP:
		return t == from ? is_of(c, t) || begins_share(c, t)
				 : t == from + 1 && is_of(c, t) &&
					   begins_share(c, from);
	case SR_UPOS_VERB:
		return tok->xpos == SR_XPOS_VBN || tok->xpos == SR_XPOS_VBG ||
		       tok->xpos == SR_XPOS_VBD;
	case SR_UPOS_PART:
		return tok->xpos == SR_XPOS_POS;
	case SR_UPOS_CCONJ:
		return true;
	case SR_UPOS_ADV: /* "nine wounded | when Russian shells" */
		return tok->xpos != SR_XPOS_WRB && t + 1 < c->doc->tokens.nitem &&
		       (c->doc->tokens.items[t + 1].upos == SR_UPOS_ADJ ||
			c->doc->tokens.items[t + 1].upos == SR_UPOS_VERB);
	default:
		return mark == '-' || mark == ',' || mark == '"' ||
		       mark == '\'' || tok->upos == SR_UPOS_SYM;
	}
}

/* A part of an expression of time is nothing that is counted. */
static bool of_time(const struct sr_counting *c, uint32_t t)
{
	return c->in_time[t];
}

static bool is_noun(const struct sr_counting *c, uint32_t t)
{
	unsigned upos = c->doc->tokens.items[t].upos;

	if (of_time(c, t) || upos == SR_UPOS_PUNCT)
		return false;
	/* "12 IS fighters": capitals are a name, whatever the tagger says */
	return upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN ||
	       (c->doc->tokens.items[t].flags & SR_TOK_ALLCAPS &&
		upos != SR_UPOS_NUM && upos != SR_UPOS_ADP &&
		upos != SR_UPOS_DET && upos != SR_UPOS_CCONJ);
}

/* Does the noun at t go on in the next token ("tank | regiments", "rocket | -
 * | launchers")? */
static bool noun_goes_on(const struct sr_counting *c, uint32_t t, uint32_t end)
{
	uint32_t next = t + 1;
	const struct sr_token *tok = c->doc->tokens.items;

	if (next >= end)
		return false;
	bool made = next + 2 < end && tok[next + 1].xpos == SR_XPOS_VBN &&
		    is_noun(c, next + 2); /* Russia-made tanks */
	if (one_mark(c, next) == '-') /* rocket-launchers, T-72s */
		return next + 1 < end && (is_noun(c, next + 1) || made ||
					  tok[next + 1].upos == SR_UPOS_NUM);
	/* "three Kh-59 guided missiles" */
	if (tok[t].upos == SR_UPOS_NUM && tok[next].xpos == SR_XPOS_VBN &&
	    next + 1 < end)
		return is_noun(c, next + 1);
	/* A plural ends its phrase but where a name follows ("soldiers
	 * Ivanov"), which is no part of what is counted either. */
	if (tok[t].xpos == SR_XPOS_NNS && c->thing[t] != SR_NONE)
		return false;
	/* "75 Nusra Front militants", whatever the tagger takes the front for */
	if (tok[next].upos == SR_UPOS_ADJ && tok[t].upos == SR_UPOS_PROPN &&
	    (tok[next].flags & SR_TOK_CAPITAL) && next + 1 < end)
		return is_noun(c, next + 1);
	/* "50 Myanmar military soldiers" */
	if (tok[next].upos == SR_UPOS_ADJ && tok[t].upos == SR_UPOS_PROPN &&
	    next + 1 < end && is_noun(c, next + 1))
		return of_people(c, next + 1);
	return is_noun(c, next);
}

/* "Three Border Guards Corps (BGC) men": the noun behind initials in brackets,
 * where that is of persons and what stands before them is not; t. */
static uint32_t behind_initials(const struct sr_counting *c, uint32_t t,
				uint32_t end)
{
	const struct sr_token *tok = c->doc->tokens.items;

	if (t + 4 >= end || one_mark(c, t + 1) != '(' ||
	    one_mark(c, t + 3) != ')' || !(tok[t + 2].flags & SR_TOK_ALLCAPS) ||
	    of_people(c, t) || !is_noun(c, t + 4) || !of_people(c, t + 4))
		return t;
	return t + 4;
}

/* The last token of the noun that begins at t, the longest phrase of a table
 * that begins within it taken whole ("battalion tactical group"). */
static uint32_t noun_end(const struct sr_counting *c, uint32_t t, uint32_t end)
{
	for (;;) {
		if (c->thing_to[t] > t + 1 && c->thing_to[t] <= end) {
			t = c->thing_to[t] - 1;
			continue;
		}
		if (!noun_goes_on(c, t, end))
			return behind_initials(c, t, end);
		t += one_mark(c, t + 1) == '-' ? 2 : 1;
	}
}

/* "30 regime and allied fighters": the noun behind that both go with. */
static uint32_t joined_head(const struct sr_counting *c, uint32_t head,
			    uint32_t end)
{
	const struct sr_token *tok = c->doc->tokens.items;
	uint32_t t = head + 1;

	if (tok[head].xpos != SR_XPOS_NN || of_people(c, head) || t >= end ||
	    tok[t].upos != SR_UPOS_CCONJ)
		return head;
	for (t++; t < end && t < head + 5; t++) {
		if (of_people(c, t))
			return t;
		if (tok[t].upos != SR_UPOS_ADJ && tok[t].upos != SR_UPOS_NOUN &&
		    tok[t].upos != SR_UPOS_PROPN && tok[t].xpos != SR_XPOS_VBN)
			break;
	}
	return head;
}

/* Looks for the noun from token `from` on. `*lone` is set to a word that can
 * stand for people by itself ("dozens of dead") should no noun come. */
static uint32_t find_noun(const struct sr_counting *c, uint32_t from,
			  uint32_t end, bool share, uint32_t *lone)
{
	uint32_t most = from + MOST_AHEAD < end ? from + MOST_AHEAD : end;
	bool joined = false;

	for (uint32_t t = from; t < most; t++) {
		if (is_noun(c, t)) {
			uint32_t head = noun_end(c, t, end);
			/* "one of Europe's largest plants" */
			if (head + 1 < end &&
			    c->doc->tokens.items[head + 1].xpos ==
				    SR_XPOS_POS) {
				t = head + 1;
				continue;
			}
			return joined_head(c, head, end);
		}
		if (of_time(c, t) || !premodifier(c, t, from, share))
			return SR_NONE;
		unsigned upos = c->doc->tokens.items[t].upos;
		char mark = one_mark(c, t);
		/* "10 killed and 59 others", "30, most of them": the phrase is
		 * over unless it is a list of adjectives. */
		if (upos == SR_UPOS_CCONJ || mark == ',') {
			/* "dozens dead, residents say" */
			if (t == from || joined ||
			    (mark == ',' && befalls_people(c, t - 1)))
				return SR_NONE;
			joined = true;
		} else if (upos == SR_UPOS_NUM && joined) {
			return SR_NONE;
		} else if (of_people(c, t) && *lone == SR_NONE) {
			*lone = t;
		}
	}
	return SR_NONE;
}

/* The head of the noun phrase that begins at token `from`; SR_NONE. */
static uint32_t phrase_head(const struct sr_counting *c, uint32_t from,
			    uint32_t end, bool share)
{
	uint32_t lone = SR_NONE;
	uint32_t head = find_noun(c, from, end, share, &lone);

	return head != SR_NONE ? head : lone;
}

static struct sr_str text_of(const struct sr_counting *c, uint32_t token)
{
	const struct sr_token *t = &c->doc->tokens.items[token];
	struct sr_str s = sr_symbol_text(c->doc, c->kit, t->lemma);

	return t->upos == SR_UPOS_PROPN || !s.n ? sr_doc_text(c->doc, t->at)
						: s;
}

/* "Su-25s": the whole name, in the singular. */
static struct sr_str model_name(const struct sr_counting *c, uint32_t token)
{
	const struct sr_token *t = c->doc->tokens.items;
	struct sr_span at = { t[token - 2].at.from, t[token].at.to };
	struct sr_str s = sr_doc_text(c->doc, at);

	if (s.n > 2 && s.s[s.n - 1] == 's' && s.s[s.n - 2] >= '0' &&
	    s.s[s.n - 2] <= '9')
		s.n--;
	return s;
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
	if ((t->xpos == SR_XPOS_NNPS || c->folk[token]) && token > 0 &&
	    one_mark(c, token - 1) != '-')
		return PEOPLE;
	if (token > 1 && one_mark(c, token - 1) == '-')
		return model_name(c, token);
	return text_of(c, token);
}

/* "10 killed", "59 were injured", "12 have died": the words behind. */
static bool behind_says_people(const struct sr_counting *c, uint32_t t,
			       uint32_t end)
{
	for (uint32_t n = 0; n < 4 && t < end; n++, t++) {
		if (befalls_people(c, t) || (n > 0 && of_people(c, t)))
			return true;
		unsigned upos = c->doc->tokens.items[t].upos;
		if (upos != SR_UPOS_AUX && upos != SR_UPOS_ADV &&
		    upos != SR_UPOS_PART)
			return false;
	}
	return false;
}

/* "killing seven", "the toll from the raid has risen to 32": what stands
 * before. A verb must be near, the noun of a toll anywhere before. */
static bool before_says_people(const struct sr_counting *c, uint32_t t)
{
	uint32_t start = sentence_start(c, t);
	bool near = true;

	for (uint32_t n = 0; n < MOST_BEHIND && t > start; n++) {
		t--;
		unsigned upos = c->doc->tokens.items[t].upos;
		if (c->counted[t] != SR_NONE && !befalls_people(c, t))
			return true;
		if (near && n < 3 && c->counted[t] != SR_NONE)
			return true;
		if (upos == SR_UPOS_PUNCT || upos == SR_UPOS_NUM)
			near = false;
		if (upos == SR_UPOS_NUM)
			return false;
	}
	return false;
}

/* "two others", "four of them", "some of whom": what was counted before. */
static bool others(const struct sr_counting *c, const struct sr_amount *n,
		   uint32_t t, uint32_t end, struct sr_counted *out)
{
	const struct sr_token *tok = c->doc->tokens.items;

	if (t >= end)
		return false;
	if (is_of(c, t) && t + 1 < end && tok[t + 1].upos == SR_UPOS_PRON &&
	    tok[t + 1].xpos != SR_XPOS_PRP_S)
		t++;
	else if (is_of(c, t) && t + 2 < end && befalls_people(c, t + 2) &&
		 (tok[t + 1].upos == SR_UPOS_DET ||
		  tok[t + 1].upos == SR_UPOS_PRON))
		t++; /* five of those killed */
	else if (!sr_atom_any(c->a, c->a->first[t], SR_TABLE_BOUNDS) ||
		 tok[t].xpos != SR_XPOS_NNS)
		return false;
	out->token = t;
	/* "injuring five others" */
	uint32_t first = c->a->list.items[n->from].token;
	bool hurt = first > 0 && befalls_people(c, first - 1);
	out->unit = c->last_unit.n && !hurt ? c->last_unit : PEOPLE;
	out->to = c->a->first[t + 1];
	out->noun = true;
	return true;
}

/* "Thousands fled", "millions have been driven out". */
static bool stands_for_people(const struct sr_counting *c,
			      const struct sr_amount *n, uint32_t t,
			      uint32_t end)
{
	const struct sr_token *tok = c->doc->tokens.items;
	unsigned upos = t < end ? tok[t].upos : SR_UPOS_X;
	bool verb = upos == SR_UPOS_VERB || upos == SR_UPOS_AUX ||
		    (t < end && tok[t].xpos == SR_XPOS_WP) ||
		    (upos == SR_UPOS_PART && t + 1 < end &&
		     tok[t + 1].upos == SR_UPOS_VERB);

	return verb && ((n->v.form == SR_VALUE_SPREAD && n->v.low >= 20000) ||
			n->v.low >= MILLION);
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
	if (others(c, n, t, end, out))
		return true;
	if (behind_says_people(c, t, end)) {
		uint32_t head = phrase_head(c, t, end, n->v.share);
		if (head == SR_NONE || c->thing[head] == SR_NONE) {
			out->token = last;
			out->unit = PEOPLE;
			return true;
		}
	}
	uint32_t head = phrase_head(c, t, end, n->v.share);
	if (head != SR_NONE) {
		out->token = head;
		out->unit = unit_of(c, head);
		out->to = c->a->first[head + 1];
		out->noun = true;
		return true;
	}
	uint32_t first = c->a->list.items[n->from].token;
	if (before_says_people(c, first) || stands_for_people(c, n, t, end)) {
		out->token = last;
		out->unit = PEOPLE;
		return true;
	}
	if (n->further && c->last_unit.n) { /* "and another 20,000 in" */
		out->token = last;
		out->unit = c->last_unit;
		return true;
	}
	return false;
}

bool sr_number_of_people(const struct sr_counting *c, uint32_t i)
{
	if (i >= c->spot->end)
		return false;
	uint32_t t = c->a->list.items[i].token;
	uint32_t head = phrase_head(c, t, sentence_end(c, t), false);

	return head != SR_NONE && of_people(c, head);
}

bool sr_number_countable(const struct sr_counting *c, uint32_t i)
{
	if (i >= c->spot->end)
		return false;
	uint32_t t = c->a->list.items[i].token;
	uint32_t end = sentence_end(c, t);

	return phrase_head(c, t, end, false) != SR_NONE ||
	       behind_says_people(c, t, end);
}

bool sr_number_befallen(const struct sr_counting *c, uint32_t i)
{
	uint32_t t = c->a->list.items[i].token;

	return t > sentence_start(c, t) && c->counted[t - 1] != SR_NONE &&
	       befalls_people(c, t - 1);
}
