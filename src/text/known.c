#include "text/known.h"

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"
#include "kit/unit.h"
#include "text/chars.h"
#include "text/split.h"

#define LINE 64		  /* bytes of one of the cache */
#define LONGEST_FOLD 512  /* bytes of the folded form */
#define LONGEST_JOIN 8

_Static_assert(sizeof(struct sr_known_word) == LINE, "one place, one line");

static struct sr_known *known_new(struct sr_doc *doc, const struct sr_kit *kit)
{
	struct sr_known *k = SR_NEW(&doc->kept, struct sr_known, 1);
	char *lines = SR_NEW(&doc->kept, char, (SR_KNOWN_SLOTS + 1) * LINE);

	if (!k || !lines)
		return NULL;
	if (!sr_spelling_init(&k->spelling, &doc->kept, kit))
		return NULL;
	lines += -(uintptr_t)lines % LINE;
	k->word = (struct sr_known_word *)(void *)lines;
	return k;
}

struct sr_known *sr_known_of(struct sr_doc *doc, const struct sr_kit *kit)
{
	sr_kit_keep(doc, kit);
	if (!doc->known)
		doc->known = known_new(doc, kit);
	return doc->known;
}

struct sr_known *sr_known_start(struct sr_doc *doc, const struct sr_kit *kit)
{
	struct sr_known *k = sr_known_of(doc, kit);

	if (k && ++k->report == 0) { /* counted round: no symbol is this one's */
		memset(k->word, 0, SR_KNOWN_SLOTS * sizeof(*k->word));
		k->report = 1;
	}
	return k;
}

/* 7th */
static bool is_rank(struct sr_str s)
{
	size_t n = 0;

	while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9')
		n++;
	return n && sr_is_rank((struct sr_str){ s.s + n, s.n - n });
}

static uint32_t traits_of(struct sr_str s)
{
	enum char_kind first = sr_text_char(s, 0).kind;
	enum sr_case casing;
	uint32_t traits = 0;
	size_t ndigit = 0;

	while (ndigit < s.n && s.s[ndigit] >= '0' && s.s[ndigit] <= '9')
		ndigit++;
	if (sr_piece_plain(s, &casing)) {
		traits = SR_TRAIT_PIECE;
		traits |= ndigit == s.n ? SR_TRAIT_DIGITS
			  : ndigit == 0 ? SR_TRAIT_WORD
					: 0;
	} else if (s.n == 1 && first != CHAR_LETTER && first != CHAR_DIGIT) {
		traits = SR_TRAIT_PIECE | SR_TRAIT_MARK;
	}
	traits |= (uint32_t)sr_piece_case(s) * SR_TRAIT_CASE;
	return is_rank(s) ? traits | SR_TRAIT_RANK : traits;
}

/* Bytes of the first part of a word written together; 0: it is none. */
static uint8_t join_cut(const struct spelling_table *t, struct sr_str word)
{
	if (word.n < 2 || word.n > LONGEST_JOIN)
		return 0;
	uint32_t row = sr_spelling_find(t, SPELL_JOIN, word);
	if (row == SR_NONE)
		return 0;
	struct sr_str parts = sr_spelling_parts(t, row);
	struct sr_str first = sr_str_cut(&parts, '|');
	return first.n < word.n ? (uint8_t)first.n : 0;
}

/* What a word is in any report. */
static void fill(struct sr_known_word *w, const struct sr_known *k,
		 const struct sr_kit *kit, struct sr_str s, struct sr_str fold)
{
	w->flags = (uint8_t)sr_case_flags(s);
	struct sr_split_token shape = sr_split_token(s, fold, w->flags);
	w->hash = shape.hash;
	w->shape = shape.shape;
	w->symbol = sr_kit_symbol(kit, fold);
	w->traits = traits_of(s);
	w->spelled = (uint16_t)sr_spelling_kinds(&k->spelling, s);
	w->join = w->spelled >> SPELL_JOIN & 1 ? join_cut(&k->spelling, s) : 0;
	w->is_filled = true;
}

/* Eight bytes of the word at s, those behind it zero; `keep`: so many bytes of it
 * in front of as many zeroes. */
static inline uint64_t part_of(const char *s, const uint8_t *keep, size_t i)
{
	uint64_t part, mask;

	memcpy(&part, s + i, 8);
	memcpy(&mask, keep + i, 8);
	return part & mask;
}

static inline uint64_t mixed(uint64_t h, uint64_t part)
{
	h = (h ^ part) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 32;
}

/* Parts are told one by one: what is stored in halves and read as a whole, or
 * the other way round, has to be waited for. */
static inline struct sr_known_key key_of(struct sr_str text, size_t from,
					 size_t to)
{
	static const uint8_t KEEP[2 * SR_KNOWN_BYTES] = {
		255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255,
	};
	const char *s = text.s + from;
	size_t n = to - from;
	char own[SR_KNOWN_BYTES];

	if (text.n - from < SR_KNOWN_BYTES) {
		memcpy(own, s, n);
		memset(own + n, 0, sizeof(own) - n);
		s = own;
	}
	const uint8_t *keep = KEEP + SR_KNOWN_BYTES - n;
	uint64_t a = part_of(s, keep, 0), b = part_of(s, keep, 8);
	uint64_t c = part_of(s, keep, 16);
	uint64_t h = mixed(mixed(mixed(n, a), b), c) & (SR_KNOWN_SLOTS - 1);
	return (struct sr_known_key){ a, b, c, h, n };
}

static inline struct sr_known_word *word_at(struct sr_known *k,
					    struct sr_known_key key)
{
	struct sr_known_word *w = &k->word[key.slot];
	uint64_t a, b, c;

	memcpy(&a, w->form, 8);
	memcpy(&b, w->form + 8, 8);
	memcpy(&c, w->form + 16, 8);
	if ((a ^ key.a) | (b ^ key.b) | (c ^ key.c) | (w->n ^ key.n)) {
		*w = (struct sr_known_word){ .n = (uint8_t)key.n };
		memcpy(w->form, &key.a, 8);
		memcpy(w->form + 8, &key.b, 8);
		memcpy(w->form + 16, &key.c, 8);
	}
	return w;
}

void sr_known_key(const struct sr_known *k, struct sr_str text, size_t from,
		  size_t to, struct sr_known_key *key)
{
	*key = key_of(text, from, to);
	SR_PREFETCH(&k->word[key->slot]);
}

struct sr_known_word *sr_known_at(struct sr_known *k,
				  const struct sr_known_key *key)
{
	return word_at(k, *key);
}

/* The place of the word [from, to) of the text, not empty; nothing of a word
 * not met before is filled. Good until the next. */
static struct sr_known_word *place_of(struct sr_known *k, struct sr_str text,
				      size_t from, size_t to)
{
	if (to - from > SR_KNOWN_BYTES) {
		k->once = (struct sr_known_word){ .n = 0 };
		return &k->once;
	}
	return word_at(k, key_of(text, from, to));
}

const struct sr_known_word *sr_known_word(struct sr_doc *doc,
					  const struct sr_kit *kit,
					  size_t from, size_t to)
{
	struct sr_known *k = doc->known;
	struct sr_known_word *w =
		place_of(k, doc->report.text, from, to);

	if (w->is_filled && (w->symbol || w->report == k->report))
		return w;
	struct sr_str s = { doc->report.text.s + from, to - from };
	char fold[LONGEST_FOLD];
	size_t n = sr_fold(s, fold, sizeof(fold));
	struct sr_str folded = { fold, n > sizeof(fold) ? 0 : n };
	if (!w->is_filled)
		fill(w, k, kit, s, folded);
	w->report = k->report;
	if (!w->symbol)
		w->own = sr_symbol_own(doc, kit, folded);
	return w;
}
