/* The heads: tags, arcs, labels; what they cost, and back. */
#include "net_work.h"

#include <math.h>
#include <string.h>

static const float *dropped(struct net *n, const struct batch *b,
			    const float *h, float *out, float *mask,
			    bool training)
{
	size_t width = 2 * n->dims.hidden;

	if (!training)
		return h;
	net_mask(n, b, mask, width, n->options.drop_layer);
	net_multiply(out, h, mask, b->n * width);
	return out;
}

static void mlp_forward(struct net *n, const struct batch *b, bool training)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc;
	const float *top = dropped(n, b, w->h[n->dims.nlayer - 1], w->mlp_in,
				   w->mlp_mask, training);

	net_forward(&n->mlp, top, w->mlp_pre, b->n);
	for (size_t i = 0; i < b->n * width; i++)
		w->mlp[i] = curve(w->mlp_pre[i]);
	net_round(n, w->mlp, b->n * width);
	if (training) {
		net_mask(n, b, w->mlp_drop, width, n->options.drop_mlp);
		net_multiply(w->mlp, w->mlp, w->mlp_drop, b->n * width);
	}
	for (size_t t = 0; t < b->n; t++)
		memcpy(w->dep + t * A, w->mlp + t * width, A * sizeof(float));
	net_forward(&n->arc, w->dep, w->query, b->n);
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
			score[0] = net_dot(q, n->root.w, A);
			for (size_t j = 0; j < len; j++)
				score[j + 1] = net_dot(
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
		net_round(n, pair + 2 * L, L);
	}
	net_forward(&n->label, w->pair, w->label, b->n);
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
	return loss +
	       softmax_loss(score + h->nupos, d + h->nupos, h->nxpos, aim);
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
	struct aim aim = { .share = !soft	 ? 0.0f
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

float net_losses(struct net *n, const struct batch *b)
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
	net_backward(n, &n->arc, w->dep, w->dquery, w->ddep, b->n);
	for (size_t t = 0; t < b->n; t++)
		for (size_t k = 0; k < A; k++)
			w->dmlp[t * width + k] += w->ddep[t * A + k];
}

static void labels_back(struct net *n, const struct batch *b)
{
	struct work *w = n->work;
	size_t width = n->mlp.out, A = n->dims.arc, L = n->dims.label;

	net_backward(n, &n->label, w->pair, w->dlabel, w->dpair, b->n);
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

void net_heads_back(struct net *n, const struct batch *b)
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
	net_backward(n, &n->mlp, w->mlp_in, w->dmlp, w->back, b->n);
	for (size_t i = 0; i < b->n * h; i++)
		top[i] += w->back[i] * w->mlp_mask[i];
	net_backward(n, &n->tag, w->tag_in, w->dtag, w->back, b->n);
	for (size_t i = 0; i < b->n * h; i++)
		tag[i] += w->back[i] * w->tag_mask[i];
}

static void tags_forward(struct net *n, const struct batch *b, bool training)
{
	struct work *w = n->work;
	const float *in = dropped(n, b, w->h[n->dims.tag_layer], w->tag_in,
				  w->tag_mask, training);

	net_forward(&n->tag, in, w->tag, b->n);
}

void net_heads(struct net *n, const struct batch *b, bool training)
{
	tags_forward(n, b, training);
	mlp_forward(n, b, training);
	arcs_forward(n, b);
	labels_forward(n, b);
}

void net_label(struct net *n, const struct batch *b)
{
	labels_forward(n, b);
}
