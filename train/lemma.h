/* Learning the rules of src/annotate/lemma.c. */
#ifndef SR_TRAIN_LEMMA_H
#define SR_TRAIN_LEMMA_H

#include "model.h"

/* Learns from the treebank and appends the three parts to the model, whose
 * vocabulary is already in place and open as `net`. */
void lemma_learn(struct model *m, struct sr_net *net, const struct treebank *t);

#endif
