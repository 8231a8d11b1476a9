#include "annotate/again.h"

#include <string.h>

/* A word and what was found; where it begins, and its head, count from the
 * sentence's first byte and word. */
struct word {
	uint16_t from, n;
	uint8_t flags, upos, xpos, deprel, head;
};

struct slot {
	uint16_t bytes, words;
	char text[SR_AGAIN_BYTES];
	struct word word[SR_AGAIN_WORDS];
};

struct sr_again {
	uint64_t hash[SR_AGAIN_SLOTS]; /* 0: free */
	struct slot *slot;	       /* [SR_AGAIN_SLOTS] */
};

struct sr_again *sr_again_new(struct sr_arena *mem)
{
	struct sr_again *a = SR_NEW(mem, struct sr_again, 1);

	if (!a)
		return NULL;
	a->slot = sr_arena_raw(mem, SR_AGAIN_SLOTS, sizeof(*a->slot));
	return a->slot ? a : NULL;
}

/* Never 0. Eight bytes at a time; the last may overlap those before. */
static uint64_t hash_of(struct sr_str s)
{
	uint64_t h = s.n, x;

	for (size_t i = 0; i + 8 < s.n; i += 8) {
		memcpy(&x, s.s + i, 8);
		h = (h ^ x) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 29;
	}
	memcpy(&x, s.s + s.n - 8, 8);
	h = (h ^ x) * UINT64_C(0x9e3779b97f4a7c15);
	return (h ^ h >> 32) | 1;
}

static bool fits(const struct sr_sentence *s, struct sr_str text)
{
	return s->wanted && s->to - s->from <= SR_AGAIN_WORDS && text.n >= 8 &&
	       text.n <= SR_AGAIN_BYTES;
}

static bool same_words(const struct slot *p, const struct sr_token *t,
		       size_t from)
{
	for (size_t i = 0; i < p->words; i++)
		if (p->word[i].from != t[i].at.from - from ||
		    p->word[i].n != t[i].at.to - t[i].at.from ||
		    p->word[i].flags != t[i].flags)
			return false;
	return true;
}

bool sr_again_recall(const struct sr_again *a, struct sr_doc *doc,
		     size_t sentence)
{
	struct sr_sentence *s = &doc->sentences.items[sentence];
	struct sr_token *t = &doc->tokens.items[s->from];
	struct sr_str text = sr_doc_text(doc, s->at);

	if (!fits(s, text))
		return false;
	uint64_t hash = hash_of(text);
	size_t at = hash >> 1 & (SR_AGAIN_SLOTS - 1);
	const struct slot *p = &a->slot[at];
	if (a->hash[at] != hash || p->bytes != text.n ||
	    p->words != s->to - s->from ||
	    memcmp(p->text, text.s, text.n) != 0 ||
	    !same_words(p, t, s->at.from))
		return false;
	for (size_t i = 0; i < p->words; i++) {
		t[i].upos = p->word[i].upos;
		t[i].xpos = p->word[i].xpos;
		t[i].deprel = p->word[i].deprel;
		t[i].head = s->from + p->word[i].head;
	}
	s->parsed = true;
	return true;
}

void sr_again_keep(struct sr_again *a, const struct sr_doc *doc,
		   size_t sentence)
{
	const struct sr_sentence *s = &doc->sentences.items[sentence];
	const struct sr_token *t = &doc->tokens.items[s->from];
	struct sr_str text = sr_doc_text(doc, s->at);

	if (!fits(s, text))
		return;
	uint64_t hash = hash_of(text);
	size_t at = hash >> 1 & (SR_AGAIN_SLOTS - 1);
	struct slot *p = &a->slot[at];
	a->hash[at] = hash;
	p->bytes = (uint16_t)text.n;
	p->words = (uint16_t)(s->to - s->from);
	memcpy(p->text, text.s, text.n);
	for (size_t i = 0; i < p->words; i++)
		p->word[i] = (struct word){
			.from = (uint16_t)(t[i].at.from - s->at.from),
			.n = (uint16_t)(t[i].at.to - t[i].at.from),
			.flags = t[i].flags,
			.upos = t[i].upos,
			.xpos = t[i].xpos,
			.deprel = t[i].deprel,
			.head = (uint8_t)(t[i].head - s->from),
		};
}
