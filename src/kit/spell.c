/* See spell.h. Each step of a key is one small function over a short buffer;
 * a symbol is a byte, capitals stand for groups: W shch, Q ch, S sh, Z zh,
 * X kh, V a vowel and v before certain endings. */
#include "kit/spell.h"

#include <string.h>

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"

/* fold */

/* U+0430 .. U+045F */
static const char CYRILLIC[48][5] = {
	"a",  "b",    "v", "h", "d", "e",  "zh", "z",  "i",  "i",  "k",	 "l",
	"m",  "n",    "o", "p", "r", "s",  "t",	 "u",  "f",  "kh", "ts", "ch",
	"sh", "shch", "",  "i", "",  "e",  "iu", "ia", "e",  "e",  "dj", "gj",
	"ie", "dz",   "i", "i", "j", "lj", "nj", "c",  "kj", "i",  "u",	 "dz",
};

static const struct {
	uint32_t cp;
	char latin[4];
} LETTER[] = {
	{ 0x10D, "ch" }, { 0x161, "sh" }, { 0x17E, "zh" }, { 0x131, "i" },
	{ 0xF8, "o" },	 { 0x259, "a" },  { 0x491, "g" },  { 0x493, "g" },
	{ 0x49B, "k" },	 { 0x4A3, "n" },  { 0x4AF, "u" },  { 0x4B1, "u" },
	{ 0x4BB, "h" },	 { 0x4D9, "a" },  { 0x4E9, "o" },
};

static const char *letter_latin(uint32_t cp)
{
	if (cp >= 0x430 && cp < 0x460)
		return CYRILLIC[cp - 0x430];
	for (size_t i = 0; i < SR_LEN(LETTER); i++)
		if (LETTER[i].cp == cp)
			return LETTER[i].latin;
	return NULL;
}

static bool drops(uint32_t cp)
{
	return cp == '\'' || (cp >= 0x2B9 && cp <= 0x2BF) || cp == 0x2018 ||
	       cp == 0x2019 || cp == 0x2032 || cp == '`' || cp == 0xB4 ||
	       (cp >= 0x300 && cp < 0x370) || (cp >= 0x64B && cp <= 0x65F) ||
	       cp == 0x640 || cp == 0xAD || (cp >= 0x200B && cp <= 0x200F);
}

static void put(struct sr_key *key, const char *s, size_t n)
{
	if (n > sizeof(key->s) - key->n)
		key->n = SIZE_MAX; /* too long: found at the end */
	if (key->n == SIZE_MAX)
		return;
	memcpy(key->s + key->n, s, n);
	key->n += n;
}

static void put_letter(struct sr_key *key, uint32_t cp)
{
	const char *latin = letter_latin(cp);
	char raw[4], fold[8];

	if (latin) {
		put(key, latin, strlen(latin));
		return;
	}
	struct sr_str one = { raw, sr_utf8_put(raw, cp) };
	size_t n = sr_fold(one, fold, sizeof(fold));
	put(key, fold, n <= sizeof(fold) ? n : 0);
}

/* An ASCII byte's part of a key: a small letter or digit; 0: none, nor does it
 * part words; ' ': it does. */
static inline char fold_ascii(char c)
{
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return c;
	if (c >= 'A' && c <= 'Z')
		return (char)(c + 32);
	return c == '\'' || c == '`' || c == '\0' ? '\0' : ' ';
}

void sr_spell_fold(struct sr_str name, struct sr_key *key)
{
	const char *p = name.s, *end = sr_str_end(name);
	bool gap = false;

	key->n = 0;
	while (p < end && key->n != SIZE_MAX) {
		if ((unsigned char)*p < 0x80 && key->n + 2 <= sizeof(key->s)) {
			char c = fold_ascii(*p++);
			if (c == ' ')
				gap = key->n > 0;
			if (c == ' ' || c == '\0')
				continue;
			if (gap)
				key->s[key->n++] = ' ';
			gap = false;
			key->s[key->n++] = c;
			continue;
		}
		uint32_t cp = sr_utf8_next(&p, end);
		if (cp == SR_UTF8_BAD || drops(cp))
			continue;
		cp = sr_lower(cp);
		if (!sr_is_letter(cp) && !(cp >= '0' && cp <= '9')) {
			gap = key->n > 0;
			continue;
		}
		if (gap)
			put(key, " ", 1);
		gap = false;
		if (cp < 0x80) {
			char c = (char)cp;
			put(key, &c, 1);
		} else {
			put_letter(key, cp);
		}
	}
	if (key->n == SIZE_MAX)
		key->n = 0;
}

/* k1: each step rewrites one word in place and never makes it longer, except
 * x to ks. */

struct word {
	char s[SR_MAX_KEY + 8];
	size_t n;
};

static inline bool vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       c == 'y';
}

/* Symbols that are neither vowel nor the end. */
static bool consonant(const struct word *w, size_t i)
{
	return i < w->n && !vowel(w->s[i]);
}

static bool is_vowel(const struct word *w, size_t i)
{
	return i < w->n && vowel(w->s[i]);
}

static inline bool at(const struct word *w, size_t i, const char *s)
{
	size_t n = strlen(s);

	return i + n <= w->n && memcmp(w->s + i, s, n) == 0;
}

struct group {
	char from[8], to[2];
	uint8_t n; /* bytes of `from` */
};

#define GROUP_OF(from, to) { from, to, sizeof(from) - 1 }
static const struct group GROUP[] = {
	GROUP_OF("schtsch", "W"), GROUP_OF("shch", "W"), GROUP_OF("szcz", "W"),
	GROUP_OF("tsch", "Q"),	  GROUP_OF("dzh", "Z"),	 GROUP_OF("sch", "S"),
	GROUP_OF("sz", "S"),	  GROUP_OF("cz", "Q"),	 GROUP_OF("zh", "Z"),
	GROUP_OF("kh", "X"),	  GROUP_OF("ch", "Q"),	 GROUP_OF("sh", "S"),
	GROUP_OF("ts", "c"),	  GROUP_OF("tz", "c"),	 GROUP_OF("ph", "f"),
	GROUP_OF("w", "v"),	  GROUP_OF("q", "k"),	 GROUP_OF("x", "ks"),
	GROUP_OF("y", "i"),	  GROUP_OF("j", "i"),
};

/* The letters that a group begins with, as bits from a on. */
#define BIT(c) (1u << ((c) - 'a'))
#define GROUP_FIRST                                                            \
	(BIT('s') | BIT('t') | BIT('d') | BIT('c') | BIT('z') | BIT('k') |     \
	 BIT('p') | BIT('w') | BIT('q') | BIT('x') | BIT('y') | BIT('j'))

/* The first group that the n bytes at s begin with; NULL: none. */
static const struct group *group_at(const char *s, size_t n)
{
	if (*s < 'a' || *s > 'z' || !(GROUP_FIRST >> (*s - 'a') & 1))
		return NULL;
	for (size_t g = 0; g < SR_LEN(GROUP); g++)
		if (GROUP[g].from[0] == *s && GROUP[g].n <= n &&
		    memcmp(s, GROUP[g].from, GROUP[g].n) == 0)
			return &GROUP[g];
	return NULL;
}

/* Steps 1 and 2, and y and j of step 3. A last h after a is silent (Arabic
 * ta marbuta), any other that is left is Ukrainian. */
static void join_groups(const char *s, size_t n, struct word *w)
{
	w->n = 0;
	for (size_t i = 0; i < n && w->n + 2 < sizeof(w->s);) {
		const struct group *g = group_at(s + i, n - i);
		if (g) {
			w->s[w->n++] = g->to[0];
			if (g->to[1])
				w->s[w->n++] = g->to[1];
			i += g->n;
			continue;
		}
		bool silent = s[i] == 'h' && i + 1 == n && i && s[i - 1] == 'a';
		if (!silent)
			w->s[w->n++] = s[i] == 'h' ? 'g' : s[i];
		i++;
	}
}

/* Doubled symbols to one; bytes of other scripts are left alone. */
static void undouble(struct word *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		if (n == 0 || w->s[i] != w->s[n - 1] ||
		    (unsigned char)w->s[i] >= 0x80)
			w->s[n++] = w->s[i];
	w->n = n;
}

/* The rest of step 3. */
static void join_vowels(struct word *w)
{
	size_t n = 0;

	undouble(w);
	for (size_t i = 0; i < w->n; i++)
		if (!at(w, i, "ou"))
			w->s[n++] = w->s[i];
	w->n = n;
	if (at(w, 0, "nikol"))
		w->s[0] = 'm';
	if (at(w, 0, "aleks"))
		w->s[0] = 'o';
}

/* Does what follows the v at i mark it as that of an ending? */
static bool ending_follows(const struct word *w, size_t i)
{
	size_t left = w->n - i - 1;

	return left == 0 || at(w, i + 1, "ka") || at(w, i + 1, "ki") ||
	       at(w, i + 1, "ku") || at(w, i + 1, "sk") || at(w, i + 1, "ck") ||
	       (left == 1 && (at(w, i + 1, "e") || at(w, i + 1, "o"))) ||
	       (left == 2 && at(w, i + 1, "oe"));
}

/* Step 4: the vowels before such a v, when the last is e, i or o. */
static void mark_endings(struct word *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++) {
		char before = i ? w->s[i - 1] : 'v';
		if (w->s[i] == 'v' &&
		    (before == 'e' || before == 'i' || before == 'o') &&
		    ending_follows(w, i)) {
			while (n && vowel(w->s[n - 1]))
				n--;
			w->s[n++] = 'V';
		} else {
			w->s[n++] = w->s[i];
		}
	}
	w->n = n;
}

/* Step 5: an i that only softens or glides. */
static bool glides(const struct word *w, size_t i)
{
	if (w->s[i] != 'i')
		return false;
	if (i == 0)
		return is_vowel(w, 1);
	if (vowel(w->s[i - 1]))
		return true;
	return is_vowel(w, i + 1);
}

static void drop_glides(struct word *w)
{
	struct word from = *w;

	w->n = 0;
	for (size_t i = 0; i < from.n; i++)
		if (!glides(&from, i))
			w->s[w->n++] = from.s[i];
}

/* Step 6. */
static void even_end(struct word *w)
{
	if (w->n > 2 && at(w, w->n - 2, "oe"))
		w->n--;
	if (w->n > 1 && (w->s[w->n - 1] == 'o' || w->s[w->n - 1] == 'e'))
		w->s[w->n - 1] = 'e';
	undouble(w);
}

/* The Arabic article, as it is written before any letter. */
static bool is_article(struct sr_str word)
{
	static const char ARTICLE[][4] = { "al", "el", "ar", "as", "ash",
					   "at", "ad", "an", "az", "es",
					   "ed", "ez", "et", "er", "esh" };

	if (word.n < 2 || word.n > 3 || (*word.s != 'a' && *word.s != 'e'))
		return false;
	for (size_t i = 0; i < SR_LEN(ARTICLE); i++)
		if (sr_str_is(word, ARTICLE[i]))
			return true;
	return false;
}

void sr_spell_k1(const struct sr_key *fold, struct sr_key *k1)
{
	struct sr_str rest = { fold->s, fold->n };

	k1->n = 0;
	while (rest.n) {
		struct sr_str part = sr_str_cut(&rest, ' ');
		struct word w;
		/* Jisr ash-Shughur is Jisr al-Shughur: inside, none counts. */
		if (k1->n && rest.n && is_article(part))
			continue;
		join_groups(part.s, part.n, &w);
		join_vowels(&w);
		mark_endings(&w);
		drop_glides(&w);
		even_end(&w);
		bool twice = k1->n && k1->n != SIZE_MAX && w.n &&
			     k1->s[k1->n - 1] == w.s[0];
		put(k1, w.s + twice, w.n - twice); /* Ez Zor is Ezzor */
	}
	if (k1->n == SIZE_MAX)
		k1->n = 0;
}

void sr_spell_k2(const struct sr_key *k1, struct sr_key *k2)
{
	struct word w;
	size_t i = 0;

	memcpy(w.s, k1->s, k1->n);
	w.n = k1->n;
	k2->n = 0;
	if (w.n > 2 && (at(&w, 0, "vu") || at(&w, 0, "vi")))
		i++;
	if (is_vowel(&w, i))
		put(k2, "A", 1);
	for (; i < w.n; i++) {
		bool ov = w.s[i] == 'o' &&
			  (at(&w, i + 1, "l") || at(&w, i + 1, "v"));
		if (ov && consonant(&w, i + 2)) {
			put(k2, "v", 1);
			i++;
		} else if (w.s[i] == 'V') {
			put(k2, "v", 1);
		} else if (!vowel(w.s[i])) {
			put(k2, w.s + i, 1);
		}
	}
}

size_t sr_spell_consonants(const struct sr_key *k2)
{
	return k2->n && k2->s[0] == 'A' ? k2->n - 1 : k2->n;
}

unsigned sr_spell_distance(const struct sr_key *a, const struct sr_key *b,
			   unsigned most)
{
	unsigned row[SR_MAX_KEY + 1];

	if (a->n > b->n + most || b->n > a->n + most)
		return most + 1;
	for (size_t j = 0; j <= b->n; j++)
		row[j] = (unsigned)j;
	for (size_t i = 0; i < a->n; i++) {
		unsigned corner = row[0], least = row[0] = (unsigned)i + 1;
		for (size_t j = 0; j < b->n; j++) {
			unsigned best = corner + (a->s[i] != b->s[j]);
			corner = row[j + 1];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (corner + 1 < best)
				best = corner + 1;
			row[j + 1] = best;
			least = best < least ? best : least;
		}
		if (least > most)
			return most + 1;
	}
	return row[b->n] > most ? most + 1 : row[b->n];
}

struct sr_str sr_spell_bare(const struct sr_key *fold)
{
	struct sr_str rest = { fold->s, fold->n };
	struct sr_str first = sr_str_cut(&rest, ' ');

	return rest.n && is_article(first) ? rest : (struct sr_str){ NULL, 0 };
}
