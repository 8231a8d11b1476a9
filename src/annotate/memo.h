/* What is remembered of words met before, in this report or in earlier ones:
 * what the net sees of them, and their lemmas. Nine of ten words of the news
 * have been met. A place in each table is for whatever came last with its
 * hash; a word is taken from there only if it is the very same, byte by byte,
 * so nothing that comes out depends on what is remembered. 1 MB in all, and 4 to 6 of
 * outputs of the first layer, for as long as the doc lives. */
#ifndef SR_ANNOTATE_MEMO_H
#define SR_ANNOTATE_MEMO_H

#include "annotate/again.h"
#include "annotate/net.h"
#include "annotate/repair.h"
#include "kit/kit.h"

#define SR_MEMO_WORD 24	   /* bytes; longer words are worked out each time */
#define SR_MEMO_SLOTS 4096 /* a power of two */

/* A word and how it stands: flags as the token's; `how` its sentence's style,
 * or its tag. */
struct sr_memo_key {
	char form[SR_MEMO_WORD];
	uint8_t n, flags, how;
};

/* A line of the cache. */
struct sr_memo_lemma {
	struct sr_memo_key key;
	uint8_t n;	 /* 0: the form itself */
	uint32_t symbol; /* the kit's; 0: in no table */
	char text[SR_MEMO_WORD];
	bool exact; /* the text is its symbol's: it has no capitals */
	bool piece; /* SR_TRAIT_LEMMA */
	uint8_t pad[6];
};

struct sr_memo {
	enum sr_dot_path path;
	bool fits[SR_NET_LAYERS];  /* layers that sr_layer_amx does */
	const struct sr_thin *thin[SR_NET_LAYERS], *thin_mlp; /* or NULL */
	size_t width;		   /* of an input */
	struct sr_memo_key *input; /* [SR_MEMO_SLOTS] */
	uint8_t *known;		   /* [SR_MEMO_SLOTS][width] */
	int16_t *first; /* [SR_MEMO_SLOTS][outputs of the first layer], straight;
			 * NULL where tiles do that layer */
	bool *ready;	/* [SR_MEMO_SLOTS]: is it made? */
	struct sr_memo_lemma *lemma;
	struct sr_repair_words repairs;
	struct sr_again *again;
};

/* An empty one, all of its memory from `mem`, for products by a path. NULL: no
 * memory. */
struct sr_memo *sr_memo_new(struct sr_arena *mem, const struct sr_kit *kit,
			    const struct sr_net *net, enum sr_dot_path path);

/* The doc's own, new or emptied if it is of another kit. NULL: no memory. */
struct sr_memo *sr_memo_of(struct sr_doc *doc, const struct sr_kit *kit,
			   const struct sr_net *net);

/* Makes the key of a word and gives its place; false: the word is too long. */
bool sr_memo_place(struct sr_memo_key *key, struct sr_str form, size_t *place);

/* Words whose places are worked out and fetched before the first is used. */
#define SR_MEMO_AHEAD 16
struct sr_memo_spot {
	struct sr_memo_key key;
	size_t at; /* its place, SR_MEMO_SLOTS: none */
};

static inline bool sr_memo_same(const struct sr_memo_key *a,
				const struct sr_memo_key *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

#endif
