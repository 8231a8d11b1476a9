/* See unit.h. The words are cut into pieces as the tables' phrases are, so
 * that arms and sizes are found as the lexicon stage finds them. A name has
 * some six pieces. */
#include "kit/unit.h"

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"

#define MOST_PIECES 40
#define MOST_NUMBER 9999
#define LINK_OWNER 1 /* bits of links.tsv, in the order of SR_LINK_WORDS */
#define LINK_DEFINITE 32
#define LINK_PARTICLE 64

/* Of SR_NUMERAL_WORDS. */
enum { NUMERAL_TENS = 2, NUMERAL_ORDINAL = 9 };

struct reader {
	const struct sr_kit *kit;
	struct sr_str piece[MOST_PIECES];
	uint32_t symbol[MOST_PIECES]; /* folded; 0: in no table */
	size_t n;
	struct sr_unit *u;
	size_t nick_from, nick_to; /* pieces; equal: none */
	size_t arms_from, arms_to; /* the last run of arms */
	bool quoted;		   /* the nickname stands in quotation marks */
	size_t end;		   /* the first piece that is no part of it */
	bool titled;		   /* arm and size have capitals */
};

static void cut(struct reader *r, struct sr_str words)
{
	char fold[64];

	for (struct sr_str p;
	     r->n < MOST_PIECES && (p = sr_piece_next(&words)).n;) {
		size_t n = sr_fold(p, fold, sizeof(fold));
		r->symbol[r->n] =
			n > sizeof(fold)
				? 0
				: sr_kit_symbol(r->kit,
						(struct sr_str){ fold, n });
		r->piece[r->n++] = p;
	}
}

static bool is_mark(const struct reader *r, size_t i, const char *marks)
{
	char fold[8];

	if (i >= r->n || sr_fold(r->piece[i], fold, sizeof(fold)) != 1)
		return false;
	return strchr(marks, fold[0]) != NULL;
}

/* Does piece i begin where the one before it ends? */
static bool joined(const struct reader *r, size_t i)
{
	return i > 0 && i < r->n &&
	       sr_str_end(r->piece[i - 1]) == r->piece[i].s;
}

/* Phrases */

struct found {
	size_t to; /* one behind its last piece; 0: none */
	uint32_t row;
};

/* Does the text's capitals fit what the phrase asks for? */
static bool cased(const struct reader *r, size_t from, size_t to,
		  uint32_t casing)
{
	for (size_t i = from; i < to; i++, casing >>= 2)
		if (sr_piece_case(r->piece[i]) < (enum sr_case)(casing & 3))
			return false;
	return true;
}

/* The longest phrase of a column that begins at piece i. */
static struct found phrase_at(const struct reader *r, size_t i,
			      enum sr_trie trie, unsigned table,
			      unsigned column)
{
	struct found best = { 0, SR_NONE };
	uint32_t node = 0;
	size_t n;

	for (size_t k = i; k < r->n && k < i + 6; k++) {
		node = sr_trie_step(r->kit, trie, node, r->symbol[k]);
		if (!node || !r->symbol[k])
			break;
		const struct sr_phrase *p =
			sr_trie_ends(r->kit, trie, node, &n);
		for (size_t j = 0; j < n; j++)
			if (p[j].table == table && p[j].column == column &&
			    cased(r, i, k + 1, p[j].casing))
				best = (struct found){ k + 1, p[j].row };
	}
	return best;
}

static struct found arm_at(const struct reader *r, size_t i)
{
	return phrase_at(r, i, SR_TRIE_FORMS, SR_TABLE_BRANCHES,
			 SR_BRANCHES_WORDS);
}

/* Sizes are looked for as lemmas; "Brigades" is one too. */
static struct found size_at(const struct reader *r, size_t i)
{
	struct reader one = { .kit = r->kit };
	struct found f = phrase_at(r, i, SR_TRIE_LEMMAS, SR_TABLE_ECHELONS,
				   SR_ECHELONS_LEMMAS);
	struct sr_str p = r->piece[i];

	if (f.to || p.n < 4 || (p.s[p.n - 1] | 32) != 's')
		return f;
	cut(&one, (struct sr_str){ p.s, p.n - 1 });
	f = phrase_at(&one, 0, SR_TRIE_LEMMAS, SR_TABLE_ECHELONS,
		      SR_ECHELONS_LEMMAS);
	f.to = f.to ? i + 1 : 0;
	return f;
}

static unsigned link_at(const struct reader *r, size_t i, size_t *to)
{
	struct found f =
		phrase_at(r, i, SR_TRIE_FORMS, SR_TABLE_LINKS, SR_LINKS_FORMS);

	*to = f.to;
	return f.to ? (unsigned)sr_kit_value(r->kit, SR_TABLE_LINKS, f.row,
					     SR_LINKS_KINDS)
		    : 0;
}

/* Numbers */

bool sr_is_rank(struct sr_str ending)
{
	static const char *const END[] = { "st", "nd", "rd", "th" };

	for (size_t i = 0; i < SR_LEN(END); i++)
		if (ending.n == 2 && (ending.s[0] | 32) == END[i][0] &&
		    (ending.s[1] | 32) == END[i][1])
			return true;
	return false;
}

/* "93", "93rd". */
static int32_t digits(struct sr_str s, uint8_t *style)
{
	int32_t n = 0;
	size_t k = 0;

	for (; k < s.n && s.s[k] >= '0' && s.s[k] <= '9'; k++) {
		n = n * 10 + (s.s[k] - '0');
		if (n > MOST_NUMBER)
			return 0;
	}
	bool rank = sr_is_rank((struct sr_str){ s.s + k, s.n - k });
	*style = rank ? SR_UNIT_ORDINAL : SR_UNIT_PLAIN;
	return k && (s.n == k || rank) ? n : 0;
}

/* "Twenty-Fourth", "Third": with a capital, else it is one in a row. */
static int32_t spelled(const struct reader *r, size_t i, size_t *to)
{
	int32_t tens = 0;

	for (int part = 0; part < 2 && i < r->n; part++) {
		struct found f = phrase_at(r, i, SR_TRIE_FORMS,
					   SR_TABLE_NUMERALS,
					   SR_NUMERALS_FORMS);
		if (!f.to ||
		    (!tens && sr_piece_case(r->piece[i]) == SR_CASE_ANY))
			return 0;
		int32_t kind = sr_kit_value(r->kit, SR_TABLE_NUMERALS, f.row,
					    SR_NUMERALS_KIND);
		int32_t value = sr_kit_value(r->kit, SR_TABLE_NUMERALS, f.row,
					     SR_NUMERALS_LOW) /
				1000;
		*to = f.to;
		if (kind == NUMERAL_ORDINAL)
			return tens + value;
		if (kind != NUMERAL_TENS)
			return 0;
		tens = value;
		i = f.to + is_mark(r, f.to, "-");
	}
	return 0;
}

/* The number at piece i and one behind its words; 0 for none. A Roman one
 * stands in front of an arm or a size. */
static int32_t number_at(const struct reader *r, size_t i, uint8_t *style,
			 size_t *to)
{
	int32_t n = digits(r->piece[i], style);

	*to = i + 1;
	if (n)
		return i && is_mark(r, i - 1, "-") && joined(r, i) ? 0 : n;
	n = sr_roman_read(r->piece[i]);
	if (n && i + 1 < r->n &&
	    (arm_at(r, i + 1).to || size_at(r, i + 1).to)) {
		*style = SR_UNIT_ROMAN;
		return n;
	}
	*style = SR_UNIT_ORDINAL;
	return spelled(r, i, to);
}

int32_t sr_unit_number(const struct sr_kit *kit, struct sr_str words,
		       uint8_t *style)
{
	struct reader r = { .kit = kit };
	int32_t n = sr_roman_read(words);
	size_t to;

	*style = SR_UNIT_ROMAN;
	if (n)
		return n;
	cut(&r, words);
	return r.n ? number_at(&r, 0, style, &to) : 0;
}

/* Reading from left to right. A step gives the piece to go on with. */

#define STOP SIZE_MAX

static bool has_size(const struct sr_unit *u)
{
	return u->echelon != SR_NONE || (u->number && u->narm);
}

static struct sr_str rest_from(const struct reader *r, size_t i)
{
	if (i >= r->n)
		return (struct sr_str){ NULL, 0 };
	const char *end = sr_str_end(r->piece[r->n - 1]);
	return (struct sr_str){ r->piece[i].s, (size_t)(end - r->piece[i].s) };
}

static struct sr_str words_to(const struct reader *r, size_t from, size_t to)
{
	const char *end = sr_str_end(r->piece[to - 1]);

	return (struct sr_str){ r->piece[from].s,
				(size_t)(end - r->piece[from].s) };
}

static bool is_unit(const struct sr_kit *kit, struct sr_str words);

/* What was read so far owns what follows: a unit is its parent, anybody else
 * no part of the name. */
static void restart(struct reader *r, size_t to)
{
	struct sr_str own = words_to(r, 0, to);
	bool unit = is_unit(r->kit, own);

	*r->u = (struct sr_unit){ .echelon = SR_NONE };
	if (unit)
		r->u->parent = own;
	r->nick_from = r->nick_to = 0;
}

/* "Army's", "Corps'": one behind the mark and its s; 0 for no genitive. */
static size_t genitive_at(const struct reader *r, size_t i)
{
	if (!i || !is_mark(r, i, "'") || !joined(r, i))
		return 0;
	if (joined(r, i + 1))
		return sr_str_is(r->piece[i + 1], "s") && !joined(r, i + 2)
			       ? i + 2
			       : 0;
	struct sr_str before = r->piece[i - 1];
	return before.s[before.n - 1] == 's' && i + 1 < r->n ? i + 1 : 0;
}

static size_t quoted(struct reader *r, size_t i)
{
	for (size_t k = i + 1; k < r->n; k++) {
		if (!is_mark(r, k, "'\"") ||
		    (joined(r, k + 1) && k + 1 < r->n &&
		     !is_mark(r, k + 1, ",.")))
			continue;
		r->nick_from = i + 1;
		r->nick_to = k;
		r->quoted = true;
		return k + 1;
	}
	return i + 1;
}

/* "of the 35th Army", ", 5th Marines": what it is of. */
static size_t owner(struct reader *r, size_t to)
{
	struct sr_str words = rest_from(r, to);

	struct sr_unit up;

	/* not of the next of a list: "the 93rd Brigade, 47th Brigade" */
	if (words.n && sr_unit_read(r->kit, words, &up) &&
	    (up.echelon == SR_NONE ||
	     sr_unit_size(r->kit, &up) > sr_unit_size(r->kit, r->u)))
		r->u->parent = words;
	return STOP;
}

static size_t numbered(struct reader *r, size_t i, int32_t n, uint8_t style,
		       size_t to)
{
	struct sr_unit *u = r->u;

	if (u->echelon == SR_NONE) {
		u->number = n;
		u->style = style;
		if (!r->quoted) /* "rebel Storm 3rd Brigade" */
			r->nick_from = r->nick_to = 0;
		return to;
	}
	if (to < r->n && (arm_at(r, to).to || size_at(r, to).to)) {
		restart(r, i);
		return i;
	}
	if (u->number || style == SR_UNIT_ORDINAL)
		return STOP;
	u->number = n;
	u->style = SR_UNIT_PLAIN;
	return to;
}

/* An arm or a size, the longer of the two. */
static size_t part(struct reader *r, size_t i)
{
	struct found size = size_at(r, i), arm = arm_at(r, i);
	struct sr_unit *u = r->u;

	bool capital = sr_piece_case(r->piece[i]) != SR_CASE_ANY;
	if (size.to && size.to >= arm.to) {
		u->echelon = size.row;
		r->titled &= capital;
		return size.to;
	}
	if (!arm.to)
		return 0;
	if (u->echelon != SR_NONE)
		return STOP;
	if (r->arms_to != i)
		r->arms_from = i;
	r->arms_to = arm.to;
	r->titled = capital && (r->titled || !u->narm);
	if (u->narm < SR_UNIT_ARMS)
		u->arm[u->narm++] = arm.row;
	return arm.to;
}

static bool is_state(const struct reader *r, size_t i, size_t *to)
{
	struct found f = phrase_at(r, i, SR_TRIE_FORMS, SR_TABLE_STATES,
				   SR_STATES_ADJECTIVES);

	if (!f.to)
		f = phrase_at(r, i, SR_TRIE_FORMS, SR_TABLE_STATES,
			      SR_STATES_NAMES);
	*to = f.to;
	return f.to != 0;
}

/* Any other word: of the name when it has a capital, or joins two that have. */
static size_t plain(struct reader *r, size_t i, unsigned link)
{
	bool ours = r->nick_to == i && r->nick_from < r->nick_to;

	if (r->quoted)
		return has_size(r->u) ? STOP : i + 1;
	bool article = (link & LINK_PARTICLE) && is_mark(r, i + 1, "-") &&
		       joined(r, i + 1); /* "al-Quds" */
	if (article || sr_piece_case(r->piece[i]) != SR_CASE_ANY) {
		if (!ours && r->nick_to > r->nick_from)
			return STOP;
		if (!ours)
			r->nick_from = i;
		r->nick_to = i + 1;
		return i + 1;
	}
	if (ours && (is_mark(r, i, "-'") || (link & LINK_PARTICLE)) &&
	    i + 1 < r->n) {
		r->nick_to = i + 1;
		return i + 1;
	}
	/* "Dnipro-1" */
	if (ours && joined(r, i)) {
		r->nick_to = i + 1;
		return i + 1;
	}
	if (has_size(r->u))
		return STOP;
	if (!is_mark(r, i, "-"))
		r->nick_from = r->nick_to = 0;
	/* "270 square miles across both fronts" */
	if (r->u->style == SR_UNIT_PLAIN)
		r->u->number = 0;
	return i + 1;
}

static size_t step(struct reader *r, size_t i)
{
	uint8_t style = SR_UNIT_ORDINAL;
	size_t to = genitive_at(r, i);
	int32_t n;

	if (to) {
		restart(r, i);
		return to;
	}
	if (is_mark(r, i, "\"") || (is_mark(r, i, "'") && !joined(r, i)))
		return quoted(r, i);
	if (is_mark(r, i, ",;("))
		return has_size(r->u) ? owner(r, i + 1) : i + 1;
	unsigned link = link_at(r, i, &to);
	if (link & LINK_OWNER) {
		if (has_size(r->u))
			return owner(r, to);
		r->nick_from = r->nick_to = 0;
		return to;
	}
	if (link & LINK_DEFINITE)
		return to;
	n = number_at(r, i, &style, &to);
	if (n)
		return numbered(r, i, n, style, to);
	to = part(r, i);
	if (to)
		return to;
	if (r->u->echelon == SR_NONE && !r->u->number &&
	    r->nick_from == r->nick_to && is_state(r, i, &to))
		return to;
	return plain(r, i, link);
}

#define ARMY 12 /* armies with a name are groups: "the Arakan Army" */

/* Does a size make a unit of a name alone ("Golani Brigade")? */
static bool names(const struct sr_kit *kit, uint32_t echelon)
{
	return sr_kit_value(kit, SR_TABLE_ECHELONS, echelon,
			    SR_ECHELONS_NAMED) &&
	       sr_kit_value(kit, SR_TABLE_ECHELONS, echelon, SR_ECHELONS_SIZE) <
		       ARMY;
}

static bool read_parts(struct reader *r, struct sr_str words)
{
	struct sr_unit *u = r->u;

	*u = (struct sr_unit){ .echelon = SR_NONE };
	cut(r, words);
	for (size_t i = 0; i < r->n && i != STOP;) {
		r->end = i;
		i = step(r, i);
		if (i != STOP)
			r->end = i;
	}
	while (r->nick_to > r->nick_from && is_mark(r, r->nick_to - 1, "-'"))
		r->nick_to--;
	/* "Special Anti-Terrorist Battalion": all of it its own name */
	if (!u->number && r->nick_to > r->nick_from &&
	    r->arms_to == r->nick_from && r->arms_to) {
		r->nick_from = r->arms_from;
		u->narm = 0;
	}
	if (r->nick_to > r->nick_from)
		u->nick = words_to(r, r->nick_from, r->nick_to);
	/* "40 Commando", but no "40 rocket shells" */
	if (u->echelon == SR_NONE)
		return u->number && u->narm &&
		       (u->style == SR_UNIT_ORDINAL || r->titled);
	return u->number || u->parent.n || (u->narm && r->titled) ||
	       (u->nick.n && names(r->kit, u->echelon));
}

bool sr_unit_read(const struct sr_kit *kit, struct sr_str words,
		  struct sr_unit *unit)
{
	struct reader r = { .kit = kit, .u = unit };

	return read_parts(&r, words);
}

bool sr_unit_next(const struct sr_kit *kit, struct sr_str words,
		  struct sr_unit *unit, struct sr_str *rest)
{
	struct reader r = { .kit = kit, .u = unit };
	bool found = read_parts(&r, words);

	*rest = rest_from(&r, r.end);
	return found;
}

static bool is_unit(const struct sr_kit *kit, struct sr_str words)
{
	struct sr_unit u;

	return sr_unit_read(kit, words, &u);
}
