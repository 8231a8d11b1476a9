/* Texts that are one voice's: the same wire copy in several papers, with other
 * headlines, cuts or another first paragraph; a story and its update; a short
 * item that stands whole in a longer story.
 *
 * A text is broken into words and those into shingles of six. Which shingles
 * are kept as its marks is decided by the text alone (S. Schleimer,
 * D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document
 * fingerprinting", SIGMOD 2003), so two texts that share 21 words in a row
 * share a mark. Those that share marks are compared shingle by shingle, in
 * both directions (A. Broder, "On the resemblance and containment of
 * documents", 1997). A report of 400 words has about 50 marks.
 * docs/decisions/080 has the rules and how they were measured. */
#ifndef SR_FUSE_ALIKE_H
#define SR_FUSE_ALIKE_H

#include "base/arena.h"
#include "base/list.h"

#define SR_SHINGLE 6u /* words */
#define SR_WINDOW 16u /* shingles, of which one is a mark */

/* Of all texts that have one mark, each is compared with so many: those that
 * come first by sr_text_rank. The foot of a paper's page is in thousands. */
#define SR_HUBS 16u

/* The words that count, by their hash. Those of lines that are no sentences
 * (fields of a header, bylines, menus) and of addresses are left out. */
struct sr_terms {
	uint64_t *hash;
	uint32_t n;
};

/* False when the arena is full. */
bool sr_text_terms(struct sr_str text, struct sr_arena *mem,
		   struct sr_terms *out);

/* The marks of a text: ascending, each once; at most 48 bits. */
struct sr_sketch {
	uint64_t *mark;
	uint32_t nmark;
};

bool sr_text_sketch(const struct sr_terms *words, struct sr_arena *mem,
		    struct sr_sketch *out);

/* What texts are put in order by: the first 48 bits of the SHA-256. */
int64_t sr_text_rank(struct sr_str sha256);

/* Do so many marks agree that the texts are worth comparing? Two in five of those
 * of the shorter: of texts that are one voice's nearly all share half. */
static inline bool sr_marks_suffice(uint32_t same, uint32_t least)
{
	return same && same * 5 >= least * 2;
}
bool sr_sketches_meet(const struct sr_sketch *a, const struct sr_sketch *b);

/* How many words of each are in shingles that the other has too. */
struct sr_overlap {
	uint32_t a, b;	 /* shared */
	uint32_t na, nb; /* of so many */
};

/* The shingles of a text, by their hash, in its order. */
struct sr_shingles {
	uint64_t *hash;
	uint32_t n, nword;
};

bool sr_text_shingles(const struct sr_terms *words, struct sr_arena *mem,
		      struct sr_shingles *out);

/* A text made ready to be held against many: `own` is borrowed. */
struct sr_held {
	const struct sr_shingles *own;
	struct sr_held_slot {
		uint64_t hash; /* 0: free */
		uint32_t turn; /* in which it was found last */
	} * slot;
	uint32_t *at; /* of each shingle */
	size_t mask;
	uint32_t turn;
};

bool sr_text_hold(const struct sr_shingles *own, struct sr_arena *mem,
		  struct sr_held *out);

/* It is a, the other one b. */
struct sr_overlap sr_held_overlap(struct sr_held *held,
				  const struct sr_shingles *other);

bool sr_text_overlap(const struct sr_terms *a, const struct sr_terms *b,
		     struct sr_arena *mem, struct sr_overlap *out);

enum sr_alike {
	SR_ALIKE_NONE,
	SR_ALIKE_SAME,	/* one text, with what papers do to it */
	SR_ALIKE_IN,	/* a stands in b, which is much longer */
	SR_ALIKE_HOLDS, /* b stands in a */
};

enum sr_alike sr_alike_of(const struct sr_overlap *overlap);

/* The same as b has it. */
enum sr_alike sr_alike_other_side(enum sr_alike kind);

/* Two texts that are alike; a < b. */
struct sr_alike_link {
	uint32_t a, b;
	enum sr_alike kind;
};

struct sr_alike_links {
	SR_LIST(struct sr_alike_link) items;
};

/* All that are alike among n texts, sorted by a, b. rank: sr_text_rank of
 * each. What the ledger keeps up report by report is the same. */
bool sr_alike_all(const struct sr_str *text, const int64_t *rank, size_t n,
		  struct sr_arena *mem, struct sr_alike_links *out);

/* Into group[i] the first text (by number) of those that are one with i: what
 * links of SR_ALIKE_SAME connect; and what stands in a longer text goes with
 * it, unless that one holds more than SR_PARTS different ones: then it is a
 * digest, which has many voices. */
#define SR_PARTS 3u
bool sr_alike_groups(const struct sr_alike_links *links, size_t n,
		     struct sr_arena *mem, uint32_t *group);

#endif
