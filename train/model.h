/* The model file (annotate/net.h) as it is put together. */
#ifndef SR_TRAIN_MODEL_H
#define SR_TRAIN_MODEL_H

#include "annotate/net.h"
#include "data.h"
#include "vectors.h"

struct model {
	struct sr_net_header head;
	char *bytes;
	size_t n;
};

/* Begins a model whose vocabulary is that of the treebank and the vectors
 * (which may have none); sizes other than words' are already in head. */
void model_begin(struct model *m, const struct treebank *t,
		 const struct vectors *v);

/* Appends a part, aligned. */
void model_part(struct model *m, int part, const void *bytes, size_t n);

/* Weights w[in][out] in float, cut to 8 bits a row of outputs. `out` may be
 * less than what the file's matrix has. */
struct float_matrix {
	const float *w, *b, *bound; /* bound: [out], or NULL */
	uint32_t in, out;
};
void model_matrix(struct model *m, int part, struct float_matrix f);

/* The scale of an output's weights: its largest is 127 of these, or less. If
 * the output is bent at a bound, its products come in units of 1 / 32768 of
 * that bound, times a power of two: so the program has only to shift. There are few of
 * those, and what is larger than the last can hold is to be cut. */
float model_scale(const struct float_matrix *f, uint32_t o);

/* Fills in the header; parts not given yet are left empty, so that words can
 * be looked up before training. Opens net on the bytes. */
void model_end(struct model *m, struct sr_net *net);

#endif
