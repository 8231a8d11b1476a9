/* Sentences that say again what an earlier one said: captions, pull quotes,
 * paragraphs that a page shows twice.
 *
 * A sentence is a repeat if it has the words of the earlier one in their
 * order, or all but a few: words may be left out or put in, none exchanged,
 * and neither a number nor a word that makes a statement doubtful or denied
 * (lexicon/cues.tsv) may be among them. Candidates are found by minimum hashes
 * of word triples (Broder, "On the resemblance and containment of documents",
 * 1997), so the time is linear in the text. */
#include "base/compiler.h"
#include "base/str.h"
#include "kit/phrase.h"
#include "ontology.h"
#include "text/text.h"

#define BANDS 4	       /* minimum hashes of a sentence */
#define LEAST_WORDS 4u /* shorter sentences say too little to compare */
#define SHARE 6u       /* one word in so many may be in one of them only */
#define MOST_EXTRA 8u  /* and no more than this */

struct words {
	uint32_t from, n; /* in finder.word */
};

struct finder {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const uint32_t *word;	     /* tokens that are words, all sentences */
	const struct words *words;   /* of each sentence */
	uint32_t *slot[BANDS];	     /* sentence + 1 by minimum hash */
	uint64_t *key[BANDS];
	size_t nslot;
};

static bool is_word(const struct finder *f, const struct sr_token *t)
{
	unsigned char c = (unsigned char)f->doc->report.text.s[t->at.from];

	return c >= 0x80 || (c >= '0' && c <= '9') ||
	       ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool gather(struct finder *f)
{
	const struct sr_doc *doc = f->doc;
	const struct sr_sentence *all = doc->sentences.items;
	size_t nword = 0;
	uint32_t n = 0;

	for (size_t s = 0; s < doc->sentences.nitem; s++)
		nword += all[s].to - all[s].from;
	uint32_t *word = sr_arena_raw(&f->doc->mem, nword, sizeof(*word));
	struct words *words = sr_arena_raw(&f->doc->mem, doc->sentences.nitem,
					   sizeof(*words));
	if (!word || !words)
		return false;
	for (uint32_t s = 0; s < doc->sentences.nitem; s++) {
		words[s].from = n;
		for (uint32_t t = all[s].from; t < all[s].to; t++)
			if (is_word(f, &doc->tokens.items[t]))
				word[n++] = t;
		words[s].n = n - words[s].from;
	}
	f->word = word;
	f->words = words;
	return true;
}

static uint32_t symbol(const struct finder *f, const struct words *w,
		       uint32_t i)
{
	return f->doc->tokens.items[f->word[w->from + i]].lower;
}

/* Of the word itself: symbols are numbered anew whenever a table grows, and
 * which repeats are found must not hang on that. */
static uint64_t word_hash(const struct finder *f, const struct words *w,
			  uint32_t i)
{
	const struct sr_token *t = &f->doc->tokens.items[f->word[w->from + i]];

	/* What these fold to stands here; the symbol's text is far away. */
	if (t->traits & (SR_TRAIT_WORD | SR_TRAIT_DIGITS))
		return sr_hash_lower(sr_doc_text(f->doc, t->at));
	struct sr_str word = sr_symbol_text(f->doc, f->kit, t->lower);
	return sr_hash(word.s, word.n);
}

static uint64_t mix(uint64_t h)
{
	h ^= h >> 33;
	h *= 0xFF51AFD7ED558CCDu;
	h ^= h >> 33;
	return h;
}

/* The least hash of the triples of words, by each of BANDS hashes. */
static void least_hashes(const struct finder *f, const struct words *w,
			 uint64_t least[BANDS])
{
	for (unsigned b = 0; b < BANDS; b++)
		least[b] = UINT64_MAX;
	uint64_t first = 0, second = w->n > 0 ? word_hash(f, w, 0) : 0;
	uint64_t third = w->n > 1 ? word_hash(f, w, 1) : 0;
	for (uint32_t i = 0; i + 2 < w->n; i++) {
		first = second;
		second = third;
		third = word_hash(f, w, i + 2);
		uint64_t h = mix(first * 0x9E3779B97F4A7C15u + second);
		h = mix(h * 0x9E3779B97F4A7C15u + third);
		for (unsigned b = 0; b < BANDS; b++) {
			uint64_t k = mix(h + b * 0xA24BAED4963EE407u);
			least[b] = k < least[b] ? k : least[b];
		}
	}
}

/* A word that is in one of the sentences only and changes nothing. */
static bool is_idle(const struct finder *f, uint32_t word)
{
	const struct sr_token *t = &f->doc->tokens.items[word];
	char c = f->doc->report.text.s[t->at.from];
	size_t n;

	if (t->upos == SR_UPOS_NUM || (c >= '0' && c <= '9'))
		return false;
	uint32_t node = sr_trie_step(f->kit, SR_TRIE_LEMMAS, 0, t->lemma);
	const struct sr_phrase *p =
		sr_trie_ends(f->kit, SR_TRIE_LEMMAS, node, &n);
	for (size_t i = 0; node && i < n; i++)
		if (p[i].table == SR_TABLE_CUES)
			return false;
	return true;
}

/* Are the words of `less` those of `more` but for some idle ones? */
static bool within(const struct finder *f, const struct words *less,
		   const struct words *more)
{
	uint32_t i = 0, extra = more->n - less->n;

	if (extra > MOST_EXTRA || extra * SHARE > more->n)
		return false;
	for (uint32_t k = 0; k < more->n; k++) {
		if (i < less->n && symbol(f, less, i) == symbol(f, more, k))
			i++;
		else if (extra-- == 0 ||
			 !is_idle(f, f->word[more->from + k]))
			return false;
	}
	return i == less->n;
}

static bool is_repeat(const struct finder *f, uint32_t a, uint32_t b)
{
	const struct words *x = &f->words[a], *y = &f->words[b];

	return x->n < y->n ? within(f, x, y) : within(f, y, x);
}

static uint32_t *slot_of(const struct finder *f, unsigned band, uint64_t key)
{
	size_t i = key & (f->nslot - 1);

	while (f->slot[band][i] && f->key[band][i] != key)
		i = (i + 1) & (f->nslot - 1);
	f->key[band][i] = key;
	return &f->slot[band][i];
}

static void find(struct finder *f, uint32_t s)
{
	struct sr_sentence *sentence = &f->doc->sentences.items[s];
	uint64_t least[BANDS];

	sentence->repeat_of = SR_NONE;
	if (f->words[s].n < LEAST_WORDS)
		return;
	least_hashes(f, &f->words[s], least);
	for (unsigned b = 0; b < BANDS; b++) {
		uint32_t *slot = slot_of(f, b, least[b]);
		if (*slot && sentence->repeat_of == SR_NONE &&
		    is_repeat(f, *slot - 1, s))
			sentence->repeat_of = *slot - 1;
		if (!*slot)
			*slot = s + 1;
	}
}

enum sr_code sr_repeats(struct sr_doc *doc, const struct sr_kit *kit,
			struct sr_err *err)
{
	struct finder f = { .doc = doc, .kit = kit, .nslot = 64 };

	while (f.nslot < doc->sentences.nitem * 2)
		f.nslot *= 2;
	for (unsigned b = 0; b < BANDS; b++) {
		f.slot[b] = SR_NEW(&doc->mem, uint32_t, f.nslot);
		f.key[b] = SR_NEW(&doc->mem, uint64_t, f.nslot);
		if (!f.slot[b] || !f.key[b])
			return sr_fail_nomem(err, "repeats");
	}
	if (!gather(&f))
		return sr_fail_nomem(err, "repeats");
	for (uint32_t s = 0; s < doc->sentences.nitem; s++)
		find(&f, s);
	return SR_OK;
}
