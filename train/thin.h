/* Weights put to zero in blocks, as the program's products can leave them out
 * (sr_thin in base/dot.h): of 4 inputs and 32 outputs, in the matrices whose
 * outputs are bent. */
#ifndef SR_TRAIN_THIN_H
#define SR_TRAIN_THIN_H

#include "net.h"

/* Puts that share of all blocks to zero (those that are already included), the
 * least worth first: the sum over a block of a weight's square times that of
 * its gradient, as Adam keeps it (LeCun et al. 1990, Optimal brain damage). */
void thin(struct net *n, float share);

/* Puts the same ones to zero once more, after a step of training. */
void thin_again(struct net *n);

#endif
