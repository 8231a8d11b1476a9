#include "resolve/atom.h"

#include "base/str.h"
#include "base/utf8.h"
#include "kit/trie.h"

/* The column of a table's phrases that says what kind of word they are;
 * 0: all of one kind. */
static unsigned kind_column(uint16_t table)
{
	switch (table) {
	case SR_TABLE_NUMERALS:
		return SR_NUMERALS_KIND;
	case SR_TABLE_BOUNDS:
		return SR_BOUNDS_SIDE;
	case SR_TABLE_UNITS:
		return SR_UNITS_KIND;
	case SR_TABLE_TIMES:
		return SR_TIMES_KIND;
	default:
		return 0;
	}
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The end of the atom that begins at p, and what it is. */
static const char *atom_end(const char *p, const char *end,
			    enum sr_atom_kind *kind)
{
	const char *q = p;
	uint32_t cp = sr_utf8_next(&q, end);

	if (digit(*p)) {
		*kind = SR_ATOM_DIGITS;
		while (q < end && digit(*q))
			q++;
		return q;
	}
	*kind = sr_is_letter(cp) ? SR_ATOM_WORD : SR_ATOM_MARK;
	while (*kind == SR_ATOM_WORD && q < end) {
		const char *next = q;
		cp = sr_utf8_next(&next, end);
		if (!sr_is_letter(cp) && !digit(*q))
			break;
		q = next;
	}
	return q;
}

static uint32_t symbol_of(const struct sr_kit *kit, struct sr_str s)
{
	char fold[64];
	size_t n = sr_fold(s, fold, sizeof(fold));

	if (n > sizeof(fold))
		return 0;
	return sr_kit_symbol(kit, (struct sr_str){ fold, n });
}

static struct sr_atom *add_atom(struct sr_doc *doc, struct sr_atoms *a,
				uint32_t token, struct sr_span at,
				enum sr_atom_kind kind)
{
	struct sr_atom *own = SR_PUSH(&doc->mem, &a->list);

	if (own)
		*own = (struct sr_atom){
			.at = at,
			.token = token,
			.kind = (uint8_t)kind,
			.begins = kind == SR_ATOM_DIGITS ? SR_AT_DIGITS : 0,
		};
	return own;
}

/* A token of ASCII that is one atom, which nearly all are. */
static bool add_whole(struct sr_doc *doc, struct sr_atoms *a, uint32_t token,
		      uint32_t before)
{
	const struct sr_token *t = &doc->tokens.items[token];
	enum sr_atom_kind kind = t->traits & SR_TRAIT_WORD     ? SR_ATOM_WORD
				 : t->traits & SR_TRAIT_DIGITS ? SR_ATOM_DIGITS
							       : SR_ATOM_MARK;
	struct sr_atom *own = add_atom(doc, a, token, t->at, kind);

	if (!own)
		return false;
	own->casing = (uint8_t)SR_TRAIT_CASE_OF(t->traits);
	own->spaced = t->at.from > before;
	own->symbol = kind == SR_ATOM_DIGITS ? 0 : t->lower;
	return true;
}

static bool add_parts(struct sr_doc *doc, struct sr_atoms *a, uint32_t token,
		      uint32_t before)
{
	const struct sr_token *t = &doc->tokens.items[token];
	const char *text = doc->report.text.s;
	const char *p = text + t->at.from, *end = text + t->at.to;

	while (p < end) {
		enum sr_atom_kind kind;
		const char *q = atom_end(p, end, &kind);
		struct sr_span at = { (uint32_t)(p - text),
				      (uint32_t)(q - text) };
		struct sr_atom *own = add_atom(doc, a, token, at, kind);
		if (!own)
			return false;
		struct sr_str s = sr_str_at(doc->report.text, at);
		own->casing = (uint8_t)sr_piece_case(s);
		own->spaced = at.from > before;
		if (kind != SR_ATOM_DIGITS)
			own->symbol = s.n == t->at.to - t->at.from
					      ? t->lower
					      : symbol_of(a->kit, s);
		before = at.to;
		p = q;
	}
	return true;
}

static bool case_fits(const struct sr_atoms *a, size_t from, uint32_t casing)
{
	for (size_t i = from; casing; i++, casing >>= 2)
		if (a->list.items[i].casing < (casing & 3))
			return false;
	return true;
}

static uint64_t bit_of(const struct sr_word *w)
{
	if (w->table == SR_TABLE_TIMES)
		return SR_AT_TIME(w->kind < SR_AT_TIMES ? w->kind
							: SR_AT_TIMES - 1);
	if (w->table == SR_TABLE_NUMERALS)
		return SR_AT_NUMERAL(w->kind < SR_AT_NUMERALS
					     ? w->kind
					     : SR_AT_NUMERALS - 1);
	return sr_atom_bits((enum sr_table)w->table);
}

static bool add_words(struct sr_doc *doc, struct sr_atoms *a, uint32_t node,
		      size_t from, size_t to)
{
	size_t n;
	const struct sr_phrase *p =
		sr_trie_ends(a->kit, SR_TRIE_FORMS, node, &n);

	for (size_t i = 0; i < n; i++) {
		if (!sr_table_of_amounts(p[i].table) ||
		    !case_fits(a, from, p[i].casing))
			continue;
		struct sr_word *w = SR_PUSH(&doc->mem, &a->words);
		if (!w)
			return false;
		unsigned column = kind_column(p[i].table);
		enum sr_table table = (enum sr_table)p[i].table;
		*w = (struct sr_word){
			.row = p[i].row,
			.table = (uint8_t)table,
			.kind = column ? (uint8_t)sr_kit_value(a->kit, table,
							       p[i].row, column)
				       : 0,
			.n = (uint8_t)(to - from),
		};
		if (a->list.items[from].nword < UINT8_MAX)
			a->list.items[from].nword++;
		a->list.items[from].begins |= bit_of(w);
	}
	return true;
}

/* The phrases that begin at each atom, shorter ones first. */
static bool find_words(struct sr_doc *doc, struct sr_atoms *a)
{
	const struct sr_atom *atom = a->list.items;
	const struct sr_token *token = doc->tokens.items;
	const struct sr_trie_index *forms = sr_trie_of(a->kit, SR_TRIE_FORMS);

	for (size_t from = 0; from < a->list.nitem; from++) {
		if (!sr_trie_amounts(a->kit, atom[from].symbol))
			continue;
		uint32_t sentence = token[atom[from].token].sentence;
		uint32_t node = 0;
		a->list.items[from].word = (uint32_t)a->words.nitem;
		for (size_t i = from; i < a->list.nitem; i++) {
			if (token[atom[i].token].sentence != sentence)
				break;
			node = node ? sr_trie_next(forms, node, atom[i].symbol)
				    : sr_trie_begin(forms, atom[i].symbol);
			if (!node)
				break;
			if (!add_words(doc, a, node, from, i + 1))
				return false;
		}
	}
	return true;
}

enum sr_code sr_atoms_make(struct sr_doc *doc, const struct sr_kit *kit,
			   struct sr_err *err)
{
	if (doc->atoms)
		return SR_OK;
	struct sr_atoms *a = SR_NEW(&doc->mem, struct sr_atoms, 1);
	size_t n = doc->tokens.nitem;
	if (!a)
		return sr_fail_nomem(err, "atoms");
	a->kit = kit;
	a->text = doc->report.text;
	a->first = SR_NEW(&doc->mem, uint32_t, n + 1);
	if (!a->first || !SR_ROOM(&doc->mem, &a->list, n + n / 8))
		return sr_fail_nomem(err, "atoms");
	uint32_t before = 0;
	for (uint32_t i = 0; i < n; i++) {
		a->first[i] = (uint32_t)a->list.nitem;
		const struct sr_token *t = &doc->tokens.items[i];
		bool whole = t->traits & (SR_TRAIT_WORD | SR_TRAIT_DIGITS |
					  SR_TRAIT_MARK);
		if (!(whole ? add_whole : add_parts)(doc, a, i, before))
			return sr_fail_nomem(err, "atoms");
		before = t->at.to;
	}
	a->first[n] = (uint32_t)a->list.nitem;
	if (!find_words(doc, a))
		return sr_fail_nomem(err, "atoms");
	doc->atoms = a;
	return SR_OK;
}

const struct sr_word *sr_atom_find(const struct sr_atoms *a, uint32_t i,
				   enum sr_table table, unsigned kind)
{
	const struct sr_atom *atom = &a->list.items[i];

	/* The longest comes last. */
	for (uint32_t k = atom->nword; k-- > 0;) {
		const struct sr_word *w = &a->words.items[atom->word + k];
		if (w->table == table &&
		    (w->kind == kind || kind == SR_ANY_KIND))
			return w;
	}
	return NULL;
}

bool sr_atom_is(const struct sr_atoms *a, uint32_t i, char c)
{
	const struct sr_atom *atom = &a->list.items[i];
	char fold[8];

	if (atom->kind != SR_ATOM_MARK)
		return false;
	const char *s = a->text.s + atom->at.from;
	if (atom->at.to - atom->at.from == 1)
		return *s == c;
	return sr_fold((struct sr_str){ s, atom->at.to - atom->at.from }, fold,
		       sizeof(fold)) == 1 &&
	       fold[0] == c;
}

int32_t sr_atom_digits(const struct sr_atoms *a, uint32_t i)
{
	const struct sr_atom *atom = &a->list.items[i];
	int32_t v = 0;

	if (atom->kind != SR_ATOM_DIGITS || atom->at.to - atom->at.from > 9)
		return -1;
	for (uint32_t p = atom->at.from; p < atom->at.to; p++)
		v = v * 10 + (a->text.s[p] - '0');
	return v;
}
