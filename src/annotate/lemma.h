/* Words to lemmas by learned rules. */
#ifndef SR_ANNOTATE_LEMMA_H
#define SR_ANNOTATE_LEMMA_H

#include "annotate/net.h"
#include "kit/kit.h"

/* A rule: cut so many bytes off the end of the word (in small letters unless
 * `keep`), append so many of the model's lemma text. */
struct sr_lemma_rule {
	uint32_t strip, append, at;
	bool keep;
};

static inline uint32_t sr_lemma_pack(struct sr_lemma_rule r)
{
	return r.strip << 25 | r.append << 19 | (uint32_t)r.keep << 18 | r.at;
}

static inline struct sr_lemma_rule sr_lemma_unpack(uint32_t r)
{
	return (struct sr_lemma_rule){ r >> 25, r >> 19 & 63, r & 0x3FFFF,
				       (r >> 18 & 1) != 0 };
}

#define SR_LEMMA_STRIP 127 /* most */
#define SR_LEMMA_APPEND 63
#define SR_LEMMA_TEXT 0x3FFFFu
#define SR_LEMMA_SUFFIX 5 /* longest suffix that rules look at */
#define SR_LEMMA_WHOLE 31 /* in its place: the whole word */
#define SR_LEMMA_BYTES 96 /* longer words are their own lemmas */

/* What rules go by: the tag, how the word is written, its end. */
struct sr_lemma_word {
	char lower[SR_LEMMA_BYTES]; /* in small letters, diacritics kept */
	uint32_t n;
	uint32_t xpos;
	uint32_t
		casing; /* small, capital, capital first in its sentence, all */
};

/* False: the word is too long. flags: the token's. */
bool sr_lemma_word(struct sr_str form, unsigned flags, unsigned xpos,
		   struct sr_lemma_word *w);

/* The key of the last `length` bytes of a word, or of all of it. */
uint32_t sr_lemma_key(const struct sr_lemma_word *w, uint32_t length);

/* Index of the rule for a key, SR_NET_UNKNOWN if there is none. */
uint32_t sr_lemma_find(const struct sr_net *net, uint32_t key);

/* Writes the lemma of w, whose form is `form`, to out; its length. The kit's
 * table of irregular forms is asked for what was not learned. */
size_t sr_lemma(const struct sr_net *net, const struct sr_kit *kit,
		const struct sr_lemma_word *w,
		struct sr_str form, char out[SR_LEMMA_BYTES * 2]);

/* As sr_lemma by the ends of words alone: what a trainer compares. */
size_t sr_lemma_guess(const struct sr_net *net, const struct sr_lemma_word *w,
		      struct sr_str form, char out[SR_LEMMA_BYTES * 2]);

#endif
