/* The net in float, forward and backward, with its optimiser. The method and
 * its papers are told in src/annotate/README.md.
 *
 * Words to inputs: a fixed vector beside a learned sum of rows. Layers: simple
 * recurrent units in both directions (Lei et al. 2018). Heads: tags from a
 * lower layer; arcs by a biaffine score; labels from both ends of an arc. */
#ifndef SR_TRAIN_NET_H
#define SR_TRAIN_NET_H

#include <stdbool.h>
#include <stdio.h>

#include "annotate/feature.h"
#include "mat.h"

#define MOST_BATCH 4096 /* words */
#define GATES 4		/* of the first layer; the others have one less */

struct tensor {
	float *w, *grad, *mean, *square; /* of Adam */
	float *used; /* w, or w cut to 8 bits while that is trained for */
	size_t n;
};

struct weights {
	struct tensor w, b; /* w[in][out] */
	float *bound; /* [out], see model_scale */
	uint8_t *gone; /* blocks that are zero (thin.h); NULL: none */
	uint32_t in, out;
};

struct options {
	float drop_input, drop_layer, drop_mlp; /* of units */
	float drop_word, drop_vector;		/* of whole parts of a word */
	float rate;
	float weight_tag, weight_label; /* of losses, beside arcs */
	float teachers; /* their share in what is aimed at */
	bool rounded; /* activations and weights as the 8-bit net has them */
	bool bent;    /* scales of weights too, see model_scale */
};

/* What one word of a batch is. Label SR_REL of the root is not learned. */
struct example {
	struct sr_feature feature;
	uint32_t count; /* in training; 0: not trained on */
	uint32_t head;	/* in the batch; its own place for the root */
	uint8_t upos, xpos, rel;
};

/* What teachers say of a sentence, as probabilities. With `only`, the
 * treebank says nothing of it. */
struct soft {
	const float *tag;   /* [n][nupos + nxpos] */
	const float *label; /* [n][nrel] */
	const float *arc;   /* [n][n + 1] */
	bool only;
};

struct batch {
	struct example *word;
	size_t n;
	uint32_t *from; /* nsentence + 1 */
	size_t nsentence;
	const struct soft **soft; /* of each sentence; NULL for none */
};

struct net {
	struct sr_net_header dims;
	struct options options;
	const struct sr_net *words; /* vocabulary and vectors */
	struct chance chance;
	struct tensor row, row_bias, root;
	struct weights layer[SR_NET_LAYERS], tag, mlp, arc, label;
	uint32_t *touched; /* rows with a gradient */
	size_t ntouched;
	uint8_t *is_touched;
	size_t step;
	struct work *work;
};

void net_init(struct net *n, const struct sr_net_header *dims,
	      const struct sr_net *words, uint64_t seed);

/* One step of training; gives the loss a word. */
float net_train(struct net *n, const struct batch *b);

/* What the net says of a batch: arc scores [word][1 + words of its sentence]
 * (0 is the root), sentence after sentence; labels are given for the heads in
 * b. Borrowed until the next call. */
struct answer {
	const float *tag; /* [n][nupos + nxpos] */
	const float *arc; /* at arc_from[sentence] */
	const size_t *arc_from;
	const float *label; /* [n][nrel] */
};
/* All weights to or from a file of this machine; true if all went well. */
bool net_write(struct net *n, FILE *f);
bool net_read(struct net *n, FILE *f);

/* The weights of another net of the same dimensions. */
void net_copy(struct net *n, struct net *from);

/* The optimiser forgets what it knows of steps before; the weights stay. */
void net_begin_anew(struct net *n);

struct answer net_answer(struct net *n, const struct batch *b);

/* Labels once more, after the heads in b were changed. */
void net_label(struct net *n, const struct batch *b);

#endif
