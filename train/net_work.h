/* What the parts of the net share: its activations, and products. */
#ifndef SR_TRAIN_NET_WORK_H
#define SR_TRAIN_NET_WORK_H

#include "net.h"

#define MOST_ARCS ((size_t)MOST_BATCH * 512)

/* Activations and their gradients, for MOST_BATCH words. */
struct work {
	float *x[SR_NET_LAYERS]; /* inputs of the layers, units dropped */
	float *dx[SR_NET_LAYERS];
	float *mask[SR_NET_LAYERS];	  /* of those */
	float *pre[SR_NET_LAYERS], *dpre; /* before the curves */
	float *z[SR_NET_LAYERS], *f[SR_NET_LAYERS], *r[SR_NET_LAYERS];
	float *p[SR_NET_LAYERS]; /* what the highway carries */
	float *c[SR_NET_LAYERS], *h[SR_NET_LAYERS], *dh[SR_NET_LAYERS];
	float *sum;		     /* of rows, before the curve */
	float *use_row, *use_vector; /* 0 or 1 a word */
	float *tag_in, *tag_mask, *tag, *dtag;
	float *mlp_in, *mlp_mask, *mlp_pre, *mlp, *dmlp, *mlp_drop;
	float *dep, *query, *dquery, *ddep;
	float *arc, *darc;
	size_t *arc_from;
	float *pair, *dpair, *label, *dlabel;
	float *turned, *back; /* scratch for products */
};

/* The columns that come into a layer; its gates. */
static inline uint32_t width_in(const struct net *n, uint32_t layer)
{
	return layer ? 2 * n->dims.hidden : n->dims.vector + n->dims.row;
}

static inline uint32_t gates(uint32_t layer)
{
	return layer ? GATES - 1 : GATES;
}

/* net_product.c */

/* y: x times w, and w's bias; a row a word. */
void net_forward(const struct weights *w, const float *x, float *y,
		 size_t rows);

/* Adds to the gradients of w; gives that of x unless dx is NULL. */
void net_backward(struct net *n, struct weights *w, const float *x,
		  const float *dy, float *dx, size_t rows);

/* Dropping units: one mask a sentence, so that a unit is gone for all of it
 * (Gal and Ghahramani 2016). */
void net_mask(struct net *n, const struct batch *b, float *mask, size_t width,
	      float drop);

void net_multiply(float *y, const float *x, const float *mask, size_t n);
float net_dot(const float *a, const float *b, size_t n);

/* As the 8-bit net rounds an activation of [-1, 1]. */
void net_round(const struct net *n, float *x, size_t count);

/* net_layer.c: words to the outputs of the layers, and back. */
void net_encode(struct net *n, const struct batch *b, bool training);
void net_encode_back(struct net *n, const struct batch *b);

/* net_head.c: those to scores; the loss with its gradients; back. */
void net_heads(struct net *n, const struct batch *b, bool training);
float net_losses(struct net *n, const struct batch *b);
void net_heads_back(struct net *n, const struct batch *b);

/* net_adam.c: a step of the optimiser; weights cut to 8 bits for use. */
void net_update(struct net *n);
void net_cut(struct net *n);

#endif
