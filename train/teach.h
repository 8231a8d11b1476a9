/* Teachers: several nets trained alike but for chance, whose mean opinion the
 * net that is kept learns from, beside the treebank (Hinton et al. 2015;
 * Kuncoro et al. 2016 for parsers), and alone where there is no treebank. */
#ifndef SR_TRAIN_TEACH_H
#define SR_TRAIN_TEACH_H

#include "annotate/mst.h"
#include "data.h"
#include "net.h"

struct corpus {
	struct treebank bank;
	struct example *word; /* of bank.word; head within the sentence */
	struct soft *soft;    /* of each sentence; NULL: none */
	float *memory;
};

/* What the teachers say of every sentence of c: fills c->soft. With `only`,
 * the corpus has no trees: theirs become its heads. `b` is scratch. */
void teach(struct corpus *c, struct net *teacher, size_t nteacher,
           struct sr_mst *tree, bool only);

/* What one teacher says of a batch, for the heads that it has: all of b->soft.
 * Stays until the next batch; `of` is zeroed before the first one. */
struct opinions {
	float *tag, *label, *arc;
	struct soft *soft;
	size_t room; /* of arc */
};
void teach_batch(struct opinions *of, struct net *teacher, struct batch *b);

/* A sentence's examples at the end of a batch. */
void batch_add(struct batch *b, const struct corpus *c, size_t sentence);

/* An empty batch, with room for MOST_BATCH words. */
void batch_init(struct batch *b);

#endif
