/* What is remembered of sentences met before, in this report or in earlier
 * ones: news comes as wire copy, with the same words in many papers, and the
 * net is half of all that reading costs. A place is for whatever sentence came
 * last with its hash; tags and tree are taken from there only if the text is
 * the very same, byte by byte, and cut into the same words, so nothing that
 * comes out depends on what is remembered (decision 125). 2 MB at most, of
 * which as much is touched as there are sentences to remember. */
#ifndef SR_ANNOTATE_AGAIN_H
#define SR_ANNOTATE_AGAIN_H

#include "base/arena.h"
#include "model/doc.h"

#define SR_AGAIN_SLOTS 2048 /* a power of two */
#define SR_AGAIN_BYTES 384  /* longer sentences are parsed each time */
#define SR_AGAIN_WORDS 64

struct sr_again;

/* An empty one. NULL: no memory. */
struct sr_again *sr_again_new(struct sr_arena *mem);

/* Gives a sentence tags and tree if it is remembered; false: it is not. */
bool sr_again_recall(const struct sr_again *a, struct sr_doc *doc,
		     size_t sentence);

/* Remembers a sentence that was parsed and mended. */
void sr_again_keep(struct sr_again *a, const struct sr_doc *doc,
		   size_t sentence);

#endif
