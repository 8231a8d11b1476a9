/* The net made, and a step of training from its parts. */
#include "net_work.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static float *floats(size_t n)
{
	float *p = calloc(n, sizeof(float));

	if (!p) {
		fputs("out of memory\n", stderr);
		exit(3);
	}
	return p;
}

static void tensor_init(struct tensor *t, size_t n)
{
	*t = (struct tensor){ floats(n), floats(n), floats(n),
			      floats(n), NULL,	    n };
	t->used = t->w;
}

static void weights_init(struct net *n, struct weights *w, uint32_t in,
			 uint32_t out)
{
	float spread = sqrtf(2.0f / (float)(in + out));

	w->in = in;
	w->out = out;
	tensor_init(&w->w, (size_t)in * out);
	tensor_init(&w->b, out);
	w->bound = floats(out);
	w->w.used = floats(w->w.n);
	for (size_t i = 0; i < w->w.n; i++)
		w->w.w[i] = chance_about(&n->chance) * spread;
}

static void work_init(struct net *n)
{
	struct work *w = calloc(1, sizeof(*w));
	const struct sr_net_header *d = &n->dims;
	size_t h = 2 * d->hidden, mlp = 2 * d->arc + 2 * d->label;
	size_t widest = 8 * d->hidden;

	for (uint32_t l = 0; l < d->nlayer; l++) {
		size_t in = MOST_BATCH * (size_t)width_in(n, l);
		w->x[l] = floats(in);
		w->dx[l] = floats(in);
		w->mask[l] = floats(in);
		w->pre[l] = floats(MOST_BATCH * h * gates(l));
		w->z[l] = floats(MOST_BATCH * h);
		w->f[l] = floats(MOST_BATCH * h);
		w->r[l] = floats(MOST_BATCH * h);
		w->p[l] = floats(MOST_BATCH * h);
		w->c[l] = floats(MOST_BATCH * h);
		w->h[l] = floats(MOST_BATCH * h);
		w->dh[l] = floats(MOST_BATCH * h);
	}
	w->dpre = floats(MOST_BATCH * widest);
	w->sum = floats(MOST_BATCH * d->row);
	w->use_row = floats(MOST_BATCH);
	w->use_vector = floats(MOST_BATCH);
	w->tag_in = floats(MOST_BATCH * h);
	w->tag_mask = floats(MOST_BATCH * h);
	w->tag = floats(MOST_BATCH * 128);
	w->dtag = floats(MOST_BATCH * 128);
	w->mlp_in = floats(MOST_BATCH * h);
	w->mlp_mask = floats(MOST_BATCH * h);
	w->mlp_pre = floats(MOST_BATCH * mlp);
	w->mlp = floats(MOST_BATCH * mlp);
	w->dmlp = floats(MOST_BATCH * mlp);
	w->mlp_drop = floats(MOST_BATCH * mlp);
	w->dep = floats(MOST_BATCH * d->arc);
	w->ddep = floats(MOST_BATCH * d->arc);
	w->query = floats(MOST_BATCH * d->arc);
	w->dquery = floats(MOST_BATCH * d->arc);
	w->arc = floats(MOST_ARCS);
	w->darc = floats(MOST_ARCS);
	w->arc_from = calloc(MOST_BATCH + 1, sizeof(size_t));
	w->pair = floats(MOST_BATCH * 3 * d->label);
	w->dpair = floats(MOST_BATCH * 3 * d->label);
	w->label = floats(MOST_BATCH * d->nrel);
	w->dlabel = floats(MOST_BATCH * d->nrel);
	w->turned = floats(MOST_BATCH * (widest + 1024) + widest * 1024);
	w->back = floats(MOST_BATCH * (widest + 1024));
	n->work = w;
}

/* Beyond which outputs are flat once they are bent: those of gates, whose
 * argument is halved, at twice as much. */
static void bounds_init(struct net *n)
{
	uint32_t h = n->dims.hidden;

	for (uint32_t l = 0; l < n->dims.nlayer; l++)
		for (uint32_t o = 0; o < n->layer[l].out; o++) {
			uint32_t gate = o / h % gates(l);
			n->layer[l].bound[o] = gate % 3 ? 3.0f : 1.5f;
		}
	for (uint32_t o = 0; o < n->mlp.out; o++)
		n->mlp.bound[o] = 1.5f;
}

void net_init(struct net *n, const struct sr_net_header *dims,
	      const struct sr_net *words, uint64_t seed)
{
	n->dims = *dims;
	n->words = words;
	n->chance.state = seed * 0x9E3779B97F4A7C15u + 1;
	n->step = 0;
	tensor_init(&n->row, (size_t)dims->nrow * dims->row);
	tensor_init(&n->row_bias, dims->row);
	tensor_init(&n->root, dims->arc);
	for (size_t i = 0; i < n->row.n; i++)
		n->row.w[i] = chance_about(&n->chance) * 0.08f;
	for (size_t i = 0; i < n->root.n; i++)
		n->root.w[i] = chance_about(&n->chance) * 0.2f;
	for (uint32_t l = 0; l < dims->nlayer; l++) {
		weights_init(n, &n->layer[l], width_in(n, l),
			     2 * dims->hidden * gates(l));
	}
	weights_init(n, &n->tag, 2 * dims->hidden, dims->nupos + dims->nxpos);
	weights_init(n, &n->mlp, 2 * dims->hidden,
		     2 * dims->arc + 2 * dims->label);
	weights_init(n, &n->arc, dims->arc, dims->arc);
	weights_init(n, &n->label, 3 * dims->label, dims->nrel);
	bounds_init(n);
	n->touched = calloc(dims->nrow, sizeof(uint32_t));
	n->is_touched = calloc(dims->nrow, 1);
	n->ntouched = 0;
	work_init(n);
}

float net_train(struct net *n, const struct batch *b)
{
	net_cut(n);
	net_encode(n, b, true);
	net_heads(n, b, true);
	float loss = net_losses(n, b);
	net_heads_back(n, b);
	net_encode_back(n, b);
	net_update(n);
	return loss;
}

struct answer net_answer(struct net *n, const struct batch *b)
{
	struct work *w = n->work;

	net_cut(n);
	net_encode(n, b, false);
	net_heads(n, b, false);
	return (struct answer){ w->tag, w->arc, w->arc_from, w->label };
}
