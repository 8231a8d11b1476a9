#include "net.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"

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
	w->w.used = floats(w->w.n);
	for (size_t i = 0; i < w->w.n; i++)
		w->w.w[i] = chance_about(&n->chance) * spread;
}

static uint32_t width_in(const struct net *n, uint32_t layer)
{
	return layer ? 2 * n->dims.hidden : n->dims.vector + n->dims.row;
}

static uint32_t gates(uint32_t layer)
{
	return layer ? GATES - 1 : GATES;
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
	n->touched = calloc(dims->nrow, sizeof(uint32_t));
	n->is_touched = calloc(dims->nrow, 1);
	n->ntouched = 0;
	work_init(n);
}

/* As the 8-bit net rounds an activation of [-1, 1]. */
WIDE static void round_acts(const struct net *n, float *x, size_t count)
{
	if (!n->options.rounded)
		return;
	for (size_t i = 0; i < count; i++)
		x[i] = floorf(x[i] * (float)SR_ACT_ONE + 0.5f) /
		       (float)SR_ACT_ONE;
}

/* Products */

static void forward(struct net *n, const struct weights *w, const float *x,
		    float *y, size_t rows)
{
	(void)n;
	for (size_t t = 0; t < rows; t++)
		memcpy(y + t * w->out, w->b.w, w->out * sizeof(float));
	mat_mul(x, w->w.used, y, (struct mat_size){ rows, w->in, w->out }, 1);
}

/* Adds to the gradients of w; gives that of x unless dx is NULL. */
static void backward(struct net *n, struct weights *w, const float *x,
		     const float *dy, float *dx, size_t rows)
{
	float *turned = n->work->turned;

	mat_turn(x, turned, rows, w->in);
	mat_mul(turned, dy, w->w.grad, (struct mat_size){ w->in, rows, w->out },
		1);
	for (size_t t = 0; t < rows; t++)
		for (size_t o = 0; o < w->out; o++)
			w->b.grad[o] += dy[t * w->out + o];
	if (!dx)
		return;
	mat_turn(w->w.used, turned, w->in, w->out);
	mat_mul(dy, turned, dx, (struct mat_size){ rows, w->out, w->in }, 0);
}

/* Dropping units: one mask a sentence, so that a unit is gone for all of it
 * (Gal and Ghahramani 2016). */
static void make_mask(struct net *n, const struct batch *b, float *mask,
		      size_t width, float drop)
{
	for (size_t s = 0; s < b->nsentence; s++) {
		float *first = mask + b->from[s] * width;
		for (size_t k = 0; k < width; k++)
			first[k] = chance_unit(&n->chance) < drop
					   ? 0.0f
					   : 1.0f / (1.0f - drop);
		for (size_t t = b->from[s] + 1; t < b->from[s + 1]; t++)
			memcpy(mask + t * width, first, width * sizeof(float));
	}
}

WIDE static void multiply(float *y, const float *x, const float *mask, size_t n)
{
	for (size_t i = 0; i < n; i++)
		y[i] = x[i] * mask[i];
}

/* Inputs */

static const uint8_t *vector_of(const struct net *n, uint32_t word)
{
	const struct sr_net_header *h = n->words->head;

	if (word < h->nboth)
		return n->words->vector + (size_t)word * h->vector;
	if (word >= h->nlearned && word < h->nword)
		return n->words->vector +
		       (size_t)(word - h->nlearned + h->nboth) * h->vector;
	return NULL;
}

static void input_word(struct net *n, const struct example *e, size_t t,
		       bool training)
{
	struct work *w = n->work;
	size_t nv = n->dims.vector, nr = n->dims.row;
	float *x = w->x[0] + t * (nv + nr), *sum = w->sum + t * nr;
	const uint8_t *vec = vector_of(n, e->feature.word);
	const struct options *o = &n->options;
	size_t first = 0;

	w->use_vector[t] = vec != NULL;
	w->use_row[t] = 1;
	if (training) {
		float rare = 0.25f / (0.25f + (float)e->count);
		float u = chance_unit(&n->chance);
		w->use_row[t] = u >= rare + o->drop_word;
		if (chance_unit(&n->chance) < o->drop_vector)
			w->use_vector[t] = 0;
	}
	for (size_t k = 0; k < nv; k++)
		x[k] = w->use_vector[t] == 0.0f
			       ? 0.0f
			       : (float)(vec[k] - SR_ACT_ZERO) /
					 (float)SR_ACT_ONE;
	if (e->feature.word < n->words->head->nlearned && w->use_row[t] == 0.0f)
		first = 1;
	memcpy(sum, n->row_bias.w, nr * sizeof(float));
	for (size_t i = first; i < e->feature.nrow; i++) {
		const float *row = n->row.used + (size_t)e->feature.row[i] * nr;
		for (size_t k = 0; k < nr; k++)
			sum[k] += row[k];
	}
	for (size_t k = 0; k < nr; k++)
		x[nv + k] = curve(sum[k]);
	round_acts(n, x + nv, nr);
}

static void input_back(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t nv = n->dims.vector, nr = n->dims.row;

	for (size_t t = 0; t < b->n; t++) {
		const struct sr_feature *f = &b->word[t].feature;
		float *d = w->dx[0] + t * (nv + nr) + nv;
		const float *sum = w->sum + t * nr;
		size_t first = f->word < n->words->head->nlearned &&
			       w->use_row[t] == 0.0f;
		for (size_t k = 0; k < nr; k++) {
			d[k] *= curve_slope(sum[k]);
			n->row_bias.grad[k] += d[k];
		}
		for (size_t i = first; i < f->nrow; i++) {
			uint32_t row = f->row[i];
			float *g = n->row.grad + (size_t)row * nr;
			for (size_t k = 0; k < nr; k++)
				g[k] += d[k];
			if (!n->is_touched[row]) {
				n->is_touched[row] = 1;
				n->touched[n->ntouched++] = row;
			}
		}
	}
}

/* Layers. Columns of pre: for each direction z, f, r (, p), H each. */

WIDE static void gate_values(struct net *n, uint32_t l, size_t t, size_t dir)
{
	struct work *w = n->work;
	size_t H = n->dims.hidden, G = gates(l);
	const float *pre = w->pre[l] + (t * 2 + dir) * G * H;
	size_t at = (t * 2 + dir) * H;
	const float *below = l ? w->h[l - 1] + at : NULL;

	for (size_t k = 0; k < H; k++)
		w->z[l][at + k] = curve(pre[k]);
	for (size_t k = 0; k < H; k++)
		w->f[l][at + k] = 0.5f + 0.5f * curve(0.5f * pre[H + k]);
	for (size_t k = 0; k < H; k++)
		w->r[l][at + k] = 0.5f + 0.5f * curve(0.5f * pre[2 * H + k]);
	for (size_t k = 0; k < H; k++)
		w->p[l][at + k] = l ? below[k] : curve(pre[3 * H + k]);
}

static void layer_forward(struct net *n, const struct batch *b, uint32_t l)
{
	struct work *w = n->work;
	size_t H = n->dims.hidden;

	forward(n, &n->layer[l], w->x[l], w->pre[l], b->n);
	for (size_t s = 0; s < b->nsentence; s++)
		for (size_t dir = 0; dir < 2; dir++) {
			size_t len = b->from[s + 1] - b->from[s];
			float *before = NULL;
			for (size_t i = 0; i < len; i++) {
				size_t t = dir ? b->from[s + 1] - 1 - i
					       : b->from[s] + i;
				size_t at = (t * 2 + dir) * H;
				gate_values(n, l, t, dir);
				float *c = w->c[l] + at, *h = w->h[l] + at;
				const float *z = w->z[l] + at,
					    *p = w->p[l] + at;
				const float *f = w->f[l] + at,
					    *r = w->r[l] + at;
				for (size_t k = 0; k < H; k++) {
					float last = before ? before[k] : 0.0f;
					c[k] = z[k] + f[k] * (last - z[k]);
					h[k] = p[k] + r[k] * (c[k] - p[k]);
				}
				before = c;
			}
		}
	round_acts(n, w->h[l], b->n * 2 * H);
}

struct cell {
	const float *z, *f, *r, *p, *c, *pre, *before, *dh;
	float *dpre, *dcarry, *dbelow;
};

/* Back through one word of one direction; dcarry is the gradient that the
 * next word gave to this one's c, and becomes that of the word before. */
WIDE static void cell_back(const struct cell *x, size_t H, bool first)
{
	for (size_t k = 0; k < H; k++) {
		float last = x->before ? x->before[k] : 0.0f;
		float dh = x->dh[k];
		float dr = dh * (x->c[k] - x->p[k]);
		float dc = dh * x->r[k] + x->dcarry[k];
		float dp = dh * (1.0f - x->r[k]);
		float df = dc * (last - x->z[k]);
		float dz = dc * (1.0f - x->f[k]);
		x->dcarry[k] = dc * x->f[k];
		x->dpre[k] = dz * curve_slope(x->pre[k]);
		x->dpre[H + k] = df * 0.25f * curve_slope(0.5f * x->pre[H + k]);
		x->dpre[2 * H + k] =
			dr * 0.25f * curve_slope(0.5f * x->pre[2 * H + k]);
		if (first)
			x->dpre[3 * H + k] =
				dp * curve_slope(x->pre[3 * H + k]);
		else
			x->dbelow[k] += dp;
	}
}

static void layer_back(struct net *n, const struct batch *b, uint32_t l)
{
	struct work *w = n->work;
	size_t H = n->dims.hidden, G = gates(l), in = width_in(n, l);
	float carry[512];

	for (size_t s = 0; s < b->nsentence; s++)
		for (size_t dir = 0; dir < 2; dir++) {
			size_t len = b->from[s + 1] - b->from[s];
			memset(carry, 0, sizeof(carry));
			for (size_t i = len; i-- > 0;) {
				size_t t = dir ? b->from[s + 1] - 1 - i
					       : b->from[s] + i;
				size_t at = (t * 2 + dir) * H;
				size_t last = dir ? at + 2 * H : at - 2 * H;
				cell_back(
					&(struct cell){
						.z = w->z[l] + at,
						.f = w->f[l] + at,
						.r = w->r[l] + at,
						.p = w->p[l] + at,
						.c = w->c[l] + at,
						.pre = w->pre[l] +
						       (t * 2 + dir) * G * H,
						.before = i ? w->c[l] + last
							    : NULL,
						.dh = w->dh[l] + at,
						.dpre = w->dpre +
							(t * 2 + dir) * G * H,
						.dcarry = carry,
						.dbelow = l ? w->dh[l - 1] + at
							    : NULL },
					H, l == 0);
			}
		}
	backward(n, &n->layer[l], w->x[l], w->dpre, w->dx[l], b->n);
	multiply(w->dx[l], w->dx[l], w->mask[l], b->n * in);
	if (l)
		for (size_t i = 0; i < b->n * in; i++)
			w->dh[l - 1][i] += w->dx[l][i];
}

static void encode(struct net *n, const struct batch *b, bool training)
{
	struct work *w = n->work;

	for (size_t t = 0; t < b->n; t++)
		input_word(n, &b->word[t], t, training);
	for (uint32_t l = 0; l < n->dims.nlayer; l++) {
		size_t in = width_in(n, l);
		if (l)
			memcpy(w->x[l], w->h[l - 1], b->n * in * sizeof(float));
		if (training) {
			make_mask(n, b, w->mask[l], in,
				  l ? n->options.drop_layer
				    : n->options.drop_input);
			multiply(w->x[l], w->x[l], w->mask[l], b->n * in);
		}
		layer_forward(n, b, l);
	}
}

/* Heads */

static const float *dropped(struct net *n, const struct batch *b,
			    const float *h, float *out, float *mask,
			    bool training)
{
	size_t width = 2 * n->dims.hidden;

	if (!training)
		return h;
	make_mask(n, b, mask, width, n->options.drop_layer);
	multiply(out, h, mask, b->n * width);
	return out;
}

static void mlp_forward(struct net *n, const struct batch *b, bool training)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc;
	const float *top = dropped(n, b, w->h[n->dims.nlayer - 1], w->mlp_in,
				   w->mlp_mask, training);

	forward(n, &n->mlp, top, w->mlp_pre, b->n);
	for (size_t i = 0; i < b->n * width; i++)
		w->mlp[i] = curve(w->mlp_pre[i]);
	round_acts(n, w->mlp, b->n * width);
	if (training) {
		make_mask(n, b, w->mlp_drop, width, n->options.drop_mlp);
		multiply(w->mlp, w->mlp, w->mlp_drop, b->n * width);
	}
	for (size_t t = 0; t < b->n; t++)
		memcpy(w->dep + t * A, w->mlp + t * width, A * sizeof(float));
	forward(n, &n->arc, w->dep, w->query, b->n);
}

static float dot(const float *a, const float *b, size_t n)
{
	float lane[16] = { 0 };
	float sum = 0;
	size_t i = 0;

	for (; i + 16 <= n; i += 16)
		for (size_t k = 0; k < 16; k++)
			lane[k] += a[i + k] * b[i + k];
	for (; i < n; i++)
		lane[0] += a[i] * b[i];
	for (size_t k = 0; k < 16; k++)
		sum += lane[k];
	return sum;
}

static void arcs_forward(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc, at = 0;

	for (size_t s = 0; s < b->nsentence; s++) {
		size_t from = b->from[s], len = b->from[s + 1] - from;
		w->arc_from[s] = at;
		for (size_t i = 0; i < len; i++) {
			const float *q = w->query + (from + i) * A;
			float *score = w->arc + at;
			score[0] = dot(q, n->root.w, A);
			for (size_t j = 0; j < len; j++)
				score[j + 1] = dot(
					q, w->mlp + (from + j) * width + A, A);
			at += len + 1;
		}
	}
}

static void labels_forward(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc, L = n->dims.label;

	for (size_t t = 0; t < b->n; t++) {
		const float *d = w->mlp + t * width + 2 * A;
		const float *h = w->mlp + b->word[t].head * width + 2 * A + L;
		float *pair = w->pair + t * 3 * L;
		for (size_t k = 0; k < L; k++) {
			pair[k] = d[k];
			pair[L + k] = h[k];
			pair[2 * L + k] = d[k] * h[k];
		}
		round_acts(n, pair + 2 * L, L);
	}
	forward(n, &n->label, w->pair, w->label, b->n);
}

/* What scores should come to: the right one, or with `soft` a mixture of it
 * and of what the teachers say, of which they have `share`. */
struct aim {
	size_t gold;
	const float *soft;
	float share;
	float weight;
};

/* Cross entropy of softmax: gives the loss, the gradient in d. */
static float softmax_loss(const float *score, float *d, size_t n,
                          struct aim aim)
{
	float most = score[0], sum = 0, loss = 0;

	for (size_t i = 1; i < n; i++)
		most = score[i] > most ? score[i] : most;
	for (size_t i = 0; i < n; i++)
		sum += d[i] = mat_exp(score[i] - most);
	for (size_t i = 0; i < n; i++)
		d[i] *= 1.0f / sum;
	if (!aim.soft)
		aim.share = 0;
	loss = -(1.0f - aim.share) * mat_log(d[aim.gold]);
	for (size_t i = 0; aim.share > 0 && i < n; i++) {
		loss -= aim.share * aim.soft[i] * mat_log(d[i]);
		d[i] -= aim.share * aim.soft[i];
	}
	d[aim.gold] -= 1.0f - aim.share;
	for (size_t i = 0; i < n; i++)
		d[i] *= aim.weight;
	return aim.weight * loss;
}

static float tag_losses(struct net *n, const struct example *e, size_t t,
                        struct aim aim)
{
	const struct sr_net_header *h = &n->dims;
	size_t at = t * (h->nupos + h->nxpos);
	const float *soft = aim.soft;
	float *d = n->work->dtag + at;
	const float *score = n->work->tag + at;

	aim.gold = e->upos;
	float loss = softmax_loss(score, d, h->nupos, aim);
	aim.gold = e->xpos;
	aim.soft = soft ? soft + h->nupos : NULL;
	return loss + softmax_loss(score + h->nupos, d + h->nupos, h->nxpos,
	                           aim);
}

static float label_loss(struct net *n, const struct example *e, size_t t,
                        struct aim aim)
{
	size_t nrel = n->dims.nrel;
	float *d = n->work->dlabel + t * nrel;

	aim.gold = e->rel;
	if (e->head != t)
		return softmax_loss(n->work->label + t * nrel, d, nrel, aim);
	memset(d, 0, nrel * sizeof(float));
	return 0;
}

static float sentence_losses(struct net *n, const struct batch *b, size_t s,
                             float each)
{
	struct work *w = n->work;
	const struct options *o = &n->options;
	const struct soft *soft = b->soft ? b->soft[s] : NULL;
	size_t from = b->from[s], len = b->from[s + 1] - from;
	size_t ntag = n->dims.nupos + n->dims.nxpos, nrel = n->dims.nrel;
	struct aim aim = { .share = !soft       ? 0.0f
	                            : soft->only ? 1.0f
	                                         : o->teachers };
	float loss = 0;

	for (size_t i = 0; i < len; i++) {
		const struct example *e = &b->word[from + i];
		size_t at = w->arc_from[s] + i * (len + 1);
		aim.weight = o->weight_tag * each;
		aim.soft = soft ? soft->tag + i * ntag : NULL;
		loss += tag_losses(n, e, from + i, aim);
		aim.weight = o->weight_label * each;
		aim.soft = soft ? soft->label + i * nrel : NULL;
		loss += label_loss(n, e, from + i, aim);
		aim.weight = each;
		aim.soft = soft ? soft->arc + i * (len + 1) : NULL;
		aim.gold = e->head == from + i ? 0 : e->head - from + 1;
		loss += softmax_loss(w->arc + at, w->darc + at, len + 1, aim);
	}
	return loss;
}

static float losses(struct net *n, const struct batch *b)
{
	float loss = 0, each = 1.0f / (float)b->n;

	for (size_t s = 0; s < b->nsentence; s++)
		loss += sentence_losses(n, b, s, each);
	return loss;
}

static void arcs_back(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc;

	memset(w->dquery, 0, b->n * A * sizeof(float));
	for (size_t s = 0; s < b->nsentence; s++) {
		size_t from = b->from[s], len = b->from[s + 1] - from;
		for (size_t i = 0; i < len; i++) {
			const float *d =
				w->darc + w->arc_from[s] + i * (len + 1);
			float *dq = w->dquery + (from + i) * A;
			const float *q = w->query + (from + i) * A;
			for (size_t k = 0; k < A; k++) {
				dq[k] += d[0] * n->root.w[k];
				n->root.grad[k] += d[0] * q[k];
			}
			for (size_t j = 0; j < len; j++) {
				size_t at = (from + j) * width + A;
				float g = d[j + 1];
				for (size_t k = 0; k < A; k++) {
					dq[k] += g * w->mlp[at + k];
					w->dmlp[at + k] += g * q[k];
				}
			}
		}
	}
	backward(n, &n->arc, w->dep, w->dquery, w->ddep, b->n);
	for (size_t t = 0; t < b->n; t++)
		for (size_t k = 0; k < A; k++)
			w->dmlp[t * width + k] += w->ddep[t * A + k];
}

static void labels_back(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc, L = n->dims.label;

	backward(n, &n->label, w->pair, w->dlabel, w->dpair, b->n);
	for (size_t t = 0; t < b->n; t++) {
		size_t d = t * width + 2 * A;
		size_t h = b->word[t].head * width + 2 * A + L;
		const float *g = w->dpair + t * 3 * L;
		for (size_t k = 0; k < L; k++) {
			w->dmlp[d + k] += g[k] + g[2 * L + k] * w->mlp[h + k];
			w->dmlp[h + k] +=
				g[L + k] + g[2 * L + k] * w->mlp[d + k];
		}
	}
}

static void heads_back(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, h = 2 * n->dims.hidden;
	float *top = w->dh[n->dims.nlayer - 1];
	float *tag = w->dh[n->dims.tag_layer];

	memset(w->dmlp, 0, b->n * width * sizeof(float));
	for (uint32_t l = 0; l < n->dims.nlayer; l++)
		memset(w->dh[l], 0, b->n * h * sizeof(float));
	arcs_back(n, b);
	labels_back(n, b);
	for (size_t i = 0; i < b->n * width; i++)
		w->dmlp[i] *= w->mlp_drop[i] * curve_slope(w->mlp_pre[i]);
	backward(n, &n->mlp, w->mlp_in, w->dmlp, w->back, b->n);
	for (size_t i = 0; i < b->n * h; i++)
		top[i] += w->back[i] * w->mlp_mask[i];
	backward(n, &n->tag, w->tag_in, w->dtag, w->back, b->n);
	for (size_t i = 0; i < b->n * h; i++)
		tag[i] += w->back[i] * w->tag_mask[i];
}

/* Adam (Kingma and Ba 2015). */

#define BETA1 0.9f
#define BETA2 0.98f

struct adam {
	float rate, clip, fix1, fix2;
};

WIDE static void adam(struct tensor *t, size_t from, size_t to, struct adam a)
{
	for (size_t i = from; i < to; i++) {
		float g = t->grad[i] * a.clip;
		t->mean[i] = BETA1 * t->mean[i] + (1 - BETA1) * g;
		t->square[i] = BETA2 * t->square[i] + (1 - BETA2) * g * g;
		t->w[i] -= a.rate * (t->mean[i] * a.fix1) /
			   (sqrtf(t->square[i] * a.fix2) + 1e-8f);
		t->grad[i] = 0;
	}
}

struct all {
	struct tensor *t[32];
	size_t n;
};

static struct all dense(struct net *n)
{
	struct all a = { { &n->row_bias, &n->root }, 2 };
	struct weights *w[] = { &n->tag, &n->mlp, &n->arc, &n->label };

	for (uint32_t l = 0; l < n->dims.nlayer; l++) {
		a.t[a.n++] = &n->layer[l].w;
		a.t[a.n++] = &n->layer[l].b;
	}
	for (size_t i = 0; i < 4; i++) {
		a.t[a.n++] = &w[i]->w;
		a.t[a.n++] = &w[i]->b;
	}
	return a;
}

#define MOST_NORM 5.0f

static void update(struct net *n)
{
	struct all all = dense(n);
	size_t nr = n->dims.row;
	float norm = 0, fix1 = 1, fix2 = 1;

	for (size_t i = 0; i < all.n; i++)
		norm += dot(all.t[i]->grad, all.t[i]->grad, all.t[i]->n);
	for (size_t i = 0; i < n->ntouched; i++) {
		const float *g = n->row.grad + n->touched[i] * nr;
		norm += dot(g, g, nr);
	}
	norm = sqrtf(norm);
	n->step++;
	for (size_t i = 0; i < n->step && i < 2000; i++) {
		fix1 *= BETA1;
		fix2 *= BETA2;
	}
	struct adam a = { n->options.rate,
			  norm > MOST_NORM ? MOST_NORM / norm : 1.0f,
			  1.0f / (1.0f - fix1), 1.0f / (1.0f - fix2) };
	for (size_t i = 0; i < all.n; i++)
		adam(all.t[i], 0, all.t[i]->n, a);
	for (size_t i = 0; i < n->ntouched; i++) {
		size_t row = n->touched[i];
		adam(&n->row, row * nr, (row + 1) * nr, a);
		n->is_touched[row] = 0;
		for (size_t k = row * nr; k < (row + 1) * nr; k++) {
			float x = n->row.w[k];
			n->row.w[k] = x < -1.98f  ? -1.98f
				      : x > 1.98f ? 1.98f
						  : x;
		}
	}
	n->ntouched = 0;
}

/* Weights as they will be in 8 bits, or as they are. */
static void cut_weights(struct net *n, struct weights *w)
{
	if (!n->options.rounded) {
		memcpy(w->w.used, w->w.w, w->w.n * sizeof(float));
		return;
	}
	for (uint32_t o = 0; o < w->out; o++) {
		float most = 1e-6f;
		for (uint32_t i = 0; i < w->in; i++) {
			float x = fabsf(w->w.w[(size_t)i * w->out + o]);
			most = x > most ? x : most;
		}
		float s = most / 127.0f;
		for (uint32_t i = 0; i < w->in; i++) {
			size_t at = (size_t)i * w->out + o;
			w->w.used[at] = floorf(w->w.w[at] / s + 0.5f) * s;
		}
	}
}

static void cut_all(struct net *n)
{
	for (uint32_t l = 0; l < n->dims.nlayer; l++)
		cut_weights(n, &n->layer[l]);
	cut_weights(n, &n->tag);
	cut_weights(n, &n->mlp);
	cut_weights(n, &n->arc);
	cut_weights(n, &n->label);
}

static void tags_forward(struct net *n, const struct batch *b, bool training)
{
	struct work *w = n->work;
	const float *in = dropped(n, b, w->h[n->dims.tag_layer], w->tag_in,
				  w->tag_mask, training);

	forward(n, &n->tag, in, w->tag, b->n);
}

float net_train(struct net *n, const struct batch *b)
{
	cut_all(n);
	encode(n, b, true);
	tags_forward(n, b, true);
	mlp_forward(n, b, true);
	arcs_forward(n, b);
	labels_forward(n, b);
	float loss = losses(n, b);
	heads_back(n, b);
	for (uint32_t l = n->dims.nlayer; l-- > 0;)
		layer_back(n, b, l);
	input_back(n, b);
	update(n);
	return loss;
}

struct answer net_answer(struct net *n, const struct batch *b)
{
	struct work *w = n->work;

	cut_all(n);
	encode(n, b, false);
	tags_forward(n, b, false);
	mlp_forward(n, b, false);
	arcs_forward(n, b);
	labels_forward(n, b);
	return (struct answer){ w->tag, w->arc, w->arc_from, w->label };
}

void net_label(struct net *n, const struct batch *b)
{
	labels_forward(n, b);
}
