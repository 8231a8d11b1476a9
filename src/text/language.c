/* In which language a report is written: letters are counted by script; where
 * several languages share a script, their small words, letters that only few of
 * them have, and the endings of longer words score for each of them, shared out
 * among those that have them too (data/lexicon/languages.tsv). After the idea
 * of Ingle's and Dunning's short-word and n-gram lists, without training.
 *
 * It is told block by block and for all of them. English is presumed: another
 * language of the Latin script has to score clearly more, and a headline of
 * names alone stays English. A report of which a part is English prose is read
 * there and the rest left out. 1 MB takes some 15 ms. */
#include <string.h>

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/wordset.h"
#include "text/chars.h"
#include "text/known.h"
#include "text/script.h"
#include "text/text.h"

#define MOST 64	       /* languages of a script */
#define LONGEST 64     /* bytes of a word that is looked up */
#define WHOLE_POINTS 12 /* for a small word */
#define LETTER_POINTS 6
#define ENDING_POINTS 4
#define ENDING_LEAST 5 /* letters of a word whose ending counts */
#define ENDING_MOST 6  /* of an ending */

#define FEW_POINTS 24  /* fewer say nothing against English */
#define WORD_SHARE 8   /* one point in so many of what all words could score */
#define PROSE_WORDS 25 /* English that is read in another language's report */
#define SAMPLE 1024    /* bytes that are looked at of what tells of no war */
#define QUOTE_SHARE 3  /* English may be one letter in so many and one more */
#define WAITING 16     /* words fetched from memory at once */
#define FEW_LETTERS 12 /* a block of fewer goes with the rest */

struct tally {
	uint32_t letters[SR_SCRIPT_COUNT];
	uint32_t words; /* of the Latin script */
	uint32_t points[SR_SCRIPT_COUNT][MOST];
};

struct teller {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_wordset *set;
	struct sr_known *known;
	struct tally *all, *one;
	uint32_t main[SR_SCRIPT_COUNT];	 /* rows; SR_NONE */
	uint32_t row[SR_SCRIPT_COUNT][MOST];
	unsigned nrow[SR_SCRIPT_COUNT];
	uint32_t english;
	struct sr_known_key wait[WAITING]; /* words that are being fetched */
	size_t nwait;
};

/* A word being read: its small letters, and where the last few of them begin.
 */
struct word {
	char s[LONGEST + 4];
	size_t n, nletter;
	size_t at[LONGEST + 4];
	enum sr_script script;
	bool wide;   /* has a letter beyond ASCII */
	bool joined; /* part of an address or a file's name */
};

/* How much of a text one letter is: a Chinese sign says what three do. */
static uint32_t letter_weight(enum sr_script script)
{
	return script == SR_SCRIPT_HAN ? 3
	       : script == SR_SCRIPT_HANGUL || script == SR_SCRIPT_KANA ||
			       script == SR_SCRIPT_ETHIOPIC
		       ? 2
		       : 1;
}

static uint32_t shared_out(uint64_t bits, uint32_t points)
{
	unsigned n = 0;

	for (uint64_t b = bits; b; b &= b - 1)
		n++;
	return n <= 1 ? points : (points * 3 + n) / (n + 2);
}

static void add_points(struct tally *t, enum sr_script script, uint64_t bits,
		       uint32_t each)
{
	for (; bits; bits &= bits - 1)
		t->points[script][sr_low_bit(bits)] += each;
}

static void score(struct tally *t, enum sr_script script, uint64_t bits,
		  uint32_t points)
{
	add_points(t, script, bits, shared_out(bits, points));
}

/* The languages that have the longest ending that any has; 0: none has one. All
 * are asked of memory before any is looked at. */
static uint64_t ending(const struct teller *t, const struct word *w)
{
	uint64_t hash[ENDING_MOST + 1], bits = 0;
	size_t most = w->nletter < ENDING_MOST + 2 ? w->nletter - 2
						   : ENDING_MOST;

	for (size_t k = most; k >= 2; k--) {
		size_t from = w->at[w->nletter - k];
		struct sr_str end = { w->s + from, w->n - from };
		hash[k] = sr_word_hash(end, SR_WORD_ENDING);
		sr_wordset_fetch(t->set, hash[k]);
	}
	for (size_t k = most; k >= 2 && !bits; k--)
		bits = sr_wordset_find(t->set, hash[k]);
	return bits;
}

static void end_word(struct teller *t, struct word *w)
{
	struct sr_str s = { w->s, w->n };

	if (!w->n)
		return;
	t->one->words += w->script == SR_SCRIPT_LATIN;
	/* One letter is more often a mark or an initial than a word. */
	bool tells = !w->joined && (w->nletter > 1 || w->wide);
	if (tells && t->nrow[w->script] > 1 && w->n < LONGEST) {
		uint64_t bits = sr_wordset_find(
			t->set, sr_word_hash(s, SR_WORD_WHOLE));
		score(t->one, w->script, bits, WHOLE_POINTS);
		for (size_t i = 0; w->wide && i < w->nletter; i++) {
			size_t to = i + 1 < w->nletter ? w->at[i + 1] : w->n;
			struct sr_str c = { w->s + w->at[i], to - w->at[i] };
			score(t->one, w->script,
			      sr_wordset_find(t->set,
					      sr_word_hash(c, SR_WORD_LETTER)),
			      LETTER_POINTS);
		}
		if (!bits && w->nletter >= ENDING_LEAST)
			score(t->one, w->script, ending(t, w), ENDING_POINTS);
	}
	w->n = w->nletter = 0;
	w->wide = w->joined = false;
}

static void add_letter(struct teller *t, struct word *w, uint32_t cp,
		       enum sr_script script)
{
	if (w->n && script != w->script)
		end_word(t, w);
	w->script = script;
	t->one->letters[script] += letter_weight(script);
	w->wide = w->wide || cp >= 0x80;
	if (w->n < LONGEST) {
		w->at[w->nletter++] = w->n;
		w->n += sr_utf8_put(w->s + w->n, sr_lower(cp));
	}
}

/* Addresses, names with @ and tags tell nothing. */
static bool is_address(const char *p, const char *end)
{
	size_t n = (size_t)(end - p);

	return *p == '@' || *p == '#' ||
	       (n > 4 && (memcmp(p, "http", 4) == 0 ||
			  memcmp(p, "www.", 4) == 0));
}

static bool is_letter(char c)
{
	return ((unsigned char)c | 32u) - 'a' < 26;
}

/* The letters of the word at p, of ASCII and not too long; 0: it is none. */
static size_t plain_word(const char *p, const char *end)
{
	size_t left = (size_t)(end - p), n = sr_letters(p, left);

	return n > SR_KNOWN_BYTES || (n < left && (unsigned char)p[n] >= 0x80)
		       ? 0
		       : n;
}

static uint64_t whole_hash(const struct sr_known_word *known)
{
	char s[SR_KNOWN_BYTES];

	for (size_t i = 0; i < known->n; i++)
		s[i] = (char)(known->form[i] | 32);
	return sr_word_hash((struct sr_str){ s, known->n }, SR_WORD_WHOLE);
}

static void tell(const struct teller *t, struct sr_known_word *known)
{
	struct word w = { .n = known->n, .nletter = known->n };
	uint32_t points = WHOLE_POINTS;

	known->languages = sr_wordset_find(t->set, whole_hash(known));
	if (!known->languages && w.n >= ENDING_LEAST) {
		for (size_t i = 0; i < w.n; i++) {
			w.s[i] = (char)(known->form[i] | 32);
			w.at[i] = i;
		}
		points = ENDING_POINTS;
		known->languages = ending(t, &w);
	}
	known->points = (uint8_t)shared_out(known->languages, points);
	known->is_told = true;
}

/* Adds up the words that wait. */
static void add_waiting(struct teller *t)
{
	for (size_t i = 0; i < t->nwait; i++) {
		struct sr_known_word *w = sr_known_at(t->known, &t->wait[i]);
		if (!w->is_told)
			sr_wordset_fetch(t->set, whole_hash(w));
	}
	for (size_t i = 0; i < t->nwait; i++) {
		struct sr_known_word *w = sr_known_at(t->known, &t->wait[i]);
		if (!w->is_told)
			tell(t, w);
		add_points(t->one, SR_SCRIPT_LATIN, w->languages, w->points);
	}
	t->nwait = 0;
}

/* As add_letter and end_word of all of them; most words have been met. */
static void add_plain(struct teller *t, struct sr_str text, size_t at, size_t n,
		      bool joined)
{
	t->one->letters[SR_SCRIPT_LATIN] += (uint32_t)n;
	t->one->words++;
	if (joined || n < 2 || t->nrow[SR_SCRIPT_LATIN] < 2)
		return;
	sr_known_key(t->known, text, at, at + n, &t->wait[t->nwait++]);
	if (t->nwait == WAITING)
		add_waiting(t);
}

static void clear(struct tally *y)
{
	y->words = 0;
	for (int s = 0; s < SR_SCRIPT_COUNT; s++) {
		if (y->letters[s])
			memset(y->points[s], 0, sizeof(y->points[s]));
		y->letters[s] = 0;
	}
}

/* Does what stands before a word make it part of an address or a name? */
static bool is_joined(const char *text, const char *word)
{
	char c = word > text ? word[-1] : ' ';

	return c == '.' || c == '/' || c == '@' || c == '_';
}

static void count_block(struct teller *t, struct sr_str text)
{
	const char *p = text.s, *end = text.s + text.n;
	struct word w = { .n = 0 };

	clear(t->one);
	while (p < end) {
		if (!w.n && is_address(p, end)) {
			while (p < end && *p != ' ' && *p != '\n')
				p++;
			continue;
		}
		size_t n = w.n ? 0 : plain_word(p, end);
		if (n)
			add_plain(t, text, (size_t)(p - text.s), n,
				  is_joined(text.s, p));
		else if (!w.n && (unsigned char)*p < 0x80 && !is_letter(*p))
			n = 1; /* a space, a mark, a digit */
		p += n;
		if (n && p < end && *p == ' ')
			p++;
		if (n)
			continue;
		uint32_t cp = sr_utf8_next(&p, end);
		enum sr_script script = sr_script_of(cp);
		if (!w.n)
			w.joined = is_joined(text.s, p - 1);
		if (script == SR_SCRIPT_COUNT)
			end_word(t, &w);
		else
			add_letter(t, &w, cp, script);
	}
	end_word(t, &w);
	add_waiting(t);
}

static uint32_t best_row(const struct teller *t, const struct tally *y,
			 enum sr_script script)
{
	uint32_t best = t->main[script], most = 0;

	for (unsigned i = 0; i < t->nrow[script]; i++) {
		uint32_t points = y->points[script][i];
		bool better = points > most ||
			      (points == most && most &&
			       t->row[script][i] == t->main[script]);
		if (t->row[script][i] != t->english && better) {
			most = points;
			best = t->row[script][i];
		}
	}
	return best;
}

static uint32_t points_of(const struct teller *t, const struct tally *y,
			  enum sr_script script, uint32_t row)
{
	for (unsigned i = 0; i < t->nrow[script]; i++)
		if (t->row[script][i] == row)
			return y->points[script][i];
	return 0;
}

/* The row of a text in Latin letters; SR_NONE: nothing tells. */
static uint32_t latin_row(const struct teller *t, const struct tally *y)
{
	uint32_t other = best_row(t, y, SR_SCRIPT_LATIN);
	uint32_t own = points_of(t, y, SR_SCRIPT_LATIN, t->english);
	uint32_t theirs = other == t->english
				  ? 0
				  : points_of(t, y, SR_SCRIPT_LATIN, other);

	if (theirs >= FEW_POINTS && 2 * theirs > 3 * own &&
	    theirs * WORD_SHARE > y->words * WHOLE_POINTS)
		return other;
	return own >= WHOLE_POINTS ? t->english : SR_NONE;
}

/* English with long words of others in it, in their own script. */
static bool has_quotes(const struct teller *t, const struct tally *y,
		       enum sr_script most)
{
	return y->letters[SR_SCRIPT_LATIN] * QUOTE_SHARE >= y->letters[most] &&
	       points_of(t, y, SR_SCRIPT_LATIN, t->english) >= FEW_POINTS &&
	       latin_row(t, y) == t->english;
}

/* The row of what was counted; SR_NONE: nothing tells. */
static uint32_t row_of(const struct teller *t, const struct tally *y)
{
	enum sr_script most = SR_SCRIPT_LATIN;

	for (int s = 0; s < SR_SCRIPT_COUNT; s++)
		if (y->letters[s] > y->letters[most])
			most = (enum sr_script)s;
	if (y->letters[most] == 0)
		return SR_NONE;
	/* Japanese is written in Chinese signs too. */
	if (most == SR_SCRIPT_HAN &&
	    y->letters[SR_SCRIPT_KANA] * 10 > y->letters[SR_SCRIPT_HAN])
		most = SR_SCRIPT_KANA;
	if (most == SR_SCRIPT_LATIN || has_quotes(t, y, most))
		return latin_row(t, y);
	return best_row(t, y, most);
}

static uint32_t letters_of(const struct tally *y)
{
	uint32_t sum = 0;

	for (int s = 0; s < SR_SCRIPT_COUNT; s++)
		sum += y->letters[s];
	return sum;
}

static bool open_rows(struct teller *t)
{
	size_t n = sr_kit_rows(t->kit, SR_TABLE_LANGUAGES);

	t->english = sr_kit_row(t->kit, SR_TABLE_LANGUAGES, SR_STR("en"));
	t->all = SR_NEW(&t->doc->mem, struct tally, 1);
	t->one = SR_NEW(&t->doc->mem, struct tally, 1);
	for (int s = 0; s < SR_SCRIPT_COUNT; s++)
		t->main[s] = SR_NONE;
	for (uint32_t r = 0; r < n; r++) {
		int32_t s = sr_kit_value(t->kit, SR_TABLE_LANGUAGES, r,
					 SR_LANGUAGES_SCRIPT);
		if (s < 0 || s >= SR_SCRIPT_COUNT || t->nrow[s] == MOST)
			continue;
		t->row[s][t->nrow[s]++] = r;
		if (sr_kit_value(t->kit, SR_TABLE_LANGUAGES, r,
				 SR_LANGUAGES_MAIN))
			t->main[s] = r;
	}
	return t->all && t->one;
}

static void add_up(struct tally *all, const struct tally *one)
{
	all->words += one->words;
	for (int s = 0; s < SR_SCRIPT_COUNT; s++) {
		all->letters[s] += one->letters[s];
		for (unsigned i = 0; one->letters[s] && i < MOST; i++)
			all->points[s][i] += one->points[s][i];
	}
}

struct verdict {
	uint32_t row, words, letters;
};

static bool is_text(const struct sr_block *b)
{
	return b->kind != SR_BLOCK_FIELD;
}

/* What each block is in; false without memory. */
static struct verdict *tell_blocks(struct teller *t)
{
	size_t n = t->doc->blocks.nitem;
	struct verdict *v = SR_NEW(&t->doc->mem, struct verdict, n ? n : 1);
	uint32_t most = t->doc->aside ? SAMPLE : UINT32_MAX, seen = 0;

	for (size_t i = 0; v && i < n; i++) {
		const struct sr_block *b = &t->doc->blocks.items[i];
		v[i].row = SR_NONE;
		if (!is_text(b) || seen >= most)
			continue;
		seen += b->at.to - b->at.from;
		count_block(t, sr_doc_text(t->doc, b->at));
		add_up(t->all, t->one);
		v[i] = (struct verdict){ row_of(t, t->one), t->one->words,
					 letters_of(t->one) };
	}
	return v;
}

static struct sr_str code_of(const struct teller *t, uint32_t row)
{
	return row == SR_NONE ? (struct sr_str){ NULL, 0 }
			      : sr_kit_text(t->kit, SR_TABLE_LANGUAGES, row,
					    SR_LANGUAGES_ID);
}

/* Enough English, in paragraphs of its own, to be worth reading. */
static bool has_english(const struct teller *t, const struct verdict *v)
{
	uint32_t words = 0;

	for (size_t i = 0; i < t->doc->blocks.nitem; i++)
		if (v[i].row == t->english &&
		    t->doc->blocks.items[i].kind != SR_BLOCK_TITLE)
			words += v[i].words;
	return words >= PROSE_WORDS;
}

static void set_aside(struct teller *t, const struct verdict *v, bool all)
{
	uint32_t longest = 0;

	for (size_t i = 0; i < t->doc->blocks.nitem; i++) {
		struct sr_block *b = &t->doc->blocks.items[i];
		bool other = v[i].row != SR_NONE && v[i].row != t->english &&
			     v[i].letters >= FEW_LETTERS;
		if (!is_text(b) || !(all || other))
			continue;
		b->kind = SR_BLOCK_ASIDE;
		if (!all && v[i].letters > longest) {
			longest = v[i].letters;
			t->doc->report.left_out = code_of(t, v[i].row);
		}
	}
}

enum sr_code sr_language(struct sr_doc *doc, const struct sr_kit *kit,
			 struct sr_err *err)
{
	struct teller *t = SR_NEW(&doc->mem, struct teller, 1);

	if (!t)
		return sr_fail_nomem(err, "language");
	t->doc = doc;
	t->kit = kit;
	t->set = sr_kit_languages(kit);
	t->known = sr_known_of(doc, kit);
	if (!t->known || !open_rows(t))
		return sr_fail_nomem(err, "language");
	const struct verdict *v = tell_blocks(t);
	if (!v)
		return sr_fail_nomem(err, "language");
	uint32_t row = row_of(t, t->all);
	bool other = row != SR_NONE && row != t->english;
	if (other && !doc->aside && has_english(t, v)) {
		row = t->english;
		other = false;
	}
	doc->report.language = code_of(t, row);
	if (doc->ungated)
		return SR_OK;
	if (other)
		doc->aside = SR_ASIDE_LANGUAGE;
	set_aside(t, v, doc->aside != SR_ASIDE_NONE);
	return SR_OK;
}
