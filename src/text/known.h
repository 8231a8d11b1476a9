/* Words met before, in this report or in earlier ones, and what hangs on a word
 * alone whatever stands around it: its symbol, its capitals, how the end of a
 * sentence sees it, whether a phrase begins with it. Nine of ten words of the
 * news have been met. A place is for whatever came last with its hash; a word
 * is taken from there only if it is the very same, byte by byte, so nothing that
 * comes out depends on what is remembered. 260 kB, for as long as the doc lives.
 * What later stages ask of it is in the token: sr_token.traits. */
#ifndef SR_TEXT_KNOWN_H
#define SR_TEXT_KNOWN_H

#include "text/words.h"

#define SR_KNOWN_BYTES 24   /* longer words are worked out each time */
#define SR_KNOWN_SLOTS 4096 /* a power of two */

/* A line of the cache. */
struct sr_known_word {
	char form[SR_KNOWN_BYTES]; /* zeroes behind it */
	uint64_t languages; /* that it tells of, bits: kit/wordset.h */
	uint32_t symbol;	   /* the kit's; 0: in no table, */
	uint32_t own, report;	   /* but the doc's, in that report */
	uint32_t hash;		   /* of the folded form: sr_split_token */
	uint32_t traits;	   /* enum sr_trait */
	uint16_t spelled;	   /* bits: enum spelling that has it */
	uint8_t n;     /* bytes of it; 0: a free place */
	uint8_t flags; /* SR_TOK_CAPITAL, SR_TOK_ALLCAPS */
	uint8_t shape; /* sr_split_token */
	uint8_t join;  /* written together: bytes of the first part; 0 */
	uint8_t points; /* for each of its languages */
	bool is_told;	/* languages, points are filled: text/language.c */
	bool is_filled; /* all the others are */
	uint8_t pad[3];
};

struct sr_known {
	uint32_t report; /* the number of the one being read */
	struct spelling_table spelling;
	struct sr_known_word *word; /* [SR_KNOWN_SLOTS] */
	struct sr_known_word once;  /* the last that was too long */
};

/* The doc's own. NULL: no memory. */
struct sr_known *sr_known_of(struct sr_doc *doc, const struct sr_kit *kit);

/* The same, for a new report. */
struct sr_known *sr_known_start(struct sr_doc *doc, const struct sr_kit *kit);

/* A word by its letters, with zeroes behind them, and its place. */
struct sr_known_key {
	uint64_t a, b, c; /* the word's bytes */
	uint64_t slot, n;
};

/* The key of the word [from, to) of the text, of 1 to SR_KNOWN_BYTES bytes. The
 * place is fetched meanwhile: it may be far, so keys are best made some words
 * before they are looked at. */
void sr_known_key(const struct sr_known *known, struct sr_str text, size_t from,
		  size_t to, struct sr_known_key *key);

/* The place of a key's word; nothing of a word not met before is filled. Good
 * until the next. */
struct sr_known_word *sr_known_at(struct sr_known *known,
				  const struct sr_known_key *key);

/* The word [from, to) of the doc's text, not empty; good until the next. */
const struct sr_known_word *sr_known_word(struct sr_doc *doc,
					  const struct sr_kit *kit,
					  size_t from, size_t to);

/* Its symbol in the doc; 0: no memory. */
static inline uint32_t sr_known_symbol(const struct sr_known_word *w)
{
	return w->symbol ? w->symbol : w->own;
}

#endif
