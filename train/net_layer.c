/* Words to inputs, inputs through the layers, and back. */
#include "net_work.h"

#include <math.h>
#include <string.h>

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
		float rare = o->drop_word > 0.0f
				     ? 0.25f / (0.25f + (float)e->count)
				     : 0.0f;
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
	net_round(n, x + nv, nr);
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

	net_forward(&n->layer[l], w->x[l], w->pre[l], b->n);
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
	net_round(n, w->h[l], b->n * 2 * H);
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
	net_backward(n, &n->layer[l], w->x[l], w->dpre, w->dx[l], b->n);
	net_multiply(w->dx[l], w->dx[l], w->mask[l], b->n * in);
	if (l)
		for (size_t i = 0; i < b->n * in; i++)
			w->dh[l - 1][i] += w->dx[l][i];
}

void net_encode(struct net *n, const struct batch *b, bool training)
{
	struct work *w = n->work;

	for (size_t t = 0; t < b->n; t++)
		input_word(n, &b->word[t], t, training);
	for (uint32_t l = 0; l < n->dims.nlayer; l++) {
		size_t in = width_in(n, l);
		if (l)
			memcpy(w->x[l], w->h[l - 1], b->n * in * sizeof(float));
		if (training) {
			net_mask(n, b, w->mask[l], in,
				 l ? n->options.drop_layer
				   : n->options.drop_input);
			net_multiply(w->x[l], w->x[l], w->mask[l], b->n * in);
		}
		layer_forward(n, b, l);
	}
}

void net_encode_back(struct net *n, const struct batch *b)
{
	for (uint32_t l = n->dims.nlayer; l-- > 0;)
		layer_back(n, b, l);
	input_back(n, b);
}
