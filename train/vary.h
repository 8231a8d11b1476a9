/* Sentences of the treebank written otherwise: as headlines, in capitals, with
 * names nobody has met. News has more of these than the treebank. */
#ifndef SR_TRAIN_VARY_H
#define SR_TRAIN_VARY_H

#include "data.h"
#include "mat.h"

#define VARY_WORDS 200 /* longer sentences are left as they are */
#define VARY_BYTES 64  /* of a changed form */

struct varied {
	struct word word[VARY_WORDS];
	size_t n;
	char form[VARY_WORDS][VARY_BYTES];
};

struct vary_chances {
	float headline, capitals, title, small, name, open, reduce;
};

/* Fills v with sentence s of the treebank, changed as chance has it. False:
 * it is as it was, v is not filled. */
bool vary(struct varied *v, const struct treebank *b, size_t s,
          const struct vary_chances *p, struct chance *c);

#endif
