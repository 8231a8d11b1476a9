/* Adam (Kingma and Ba 2015), and weights as the 8-bit net has them. */
#include "model.h"
#include "net_work.h"

#include <math.h>
#include <string.h>

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

bool net_write(struct net *n, FILE *f)
{
	struct all all = dense(n);
	bool good = true;

	all.t[all.n++] = &n->row;
	for (size_t i = 0; i < all.n; i++)
		good &= fwrite(all.t[i]->w, sizeof(float), all.t[i]->n, f) ==
		        all.t[i]->n;
	return good;
}

bool net_read(struct net *n, FILE *f)
{
	struct all all = dense(n);
	bool good = true;

	all.t[all.n++] = &n->row;
	for (size_t i = 0; i < all.n; i++)
		good &= fread(all.t[i]->w, sizeof(float), all.t[i]->n, f) ==
		        all.t[i]->n;
	n->options.rounded = true; /* as it was when the training ended */
	return good;
}

void net_copy(struct net *n, struct net *from)
{
	struct all to = dense(n), of = dense(from);

	to.t[to.n++] = &n->row;
	of.t[of.n++] = &from->row;
	for (size_t i = 0; i < to.n; i++)
		memcpy(to.t[i]->w, of.t[i]->w, of.t[i]->n * sizeof(float));
}

void net_begin_anew(struct net *n)
{
	struct all all = dense(n);

	all.t[all.n++] = &n->row;
	for (size_t i = 0; i < all.n; i++) {
		memset(all.t[i]->mean, 0, all.t[i]->n * sizeof(float));
		memset(all.t[i]->square, 0, all.t[i]->n * sizeof(float));
	}
	n->step = 0;
}

#define MOST_NORM 5.0f

void net_update(struct net *n)
{
	struct all all = dense(n);
	size_t nr = n->dims.row;
	float norm = 0, fix1 = 1, fix2 = 1;

	for (size_t i = 0; i < all.n; i++)
		norm += net_dot(all.t[i]->grad, all.t[i]->grad, all.t[i]->n);
	for (size_t i = 0; i < n->ntouched; i++) {
		const float *g = n->row.grad + n->touched[i] * nr;
		norm += net_dot(g, g, nr);
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
	struct float_matrix f = { w->w.w, w->b.w, NULL, w->in, w->out };
	f.bound = n->options.bent ? w->bound : NULL;
	for (uint32_t o = 0; o < w->out; o++) {
		float s = model_scale(&f, o);
		for (uint32_t i = 0; i < w->in; i++) {
			size_t at = (size_t)i * w->out + o;
			w->w.used[at] = floorf(w->w.w[at] / s + 0.5f) * s;
		}
	}
}

void net_cut(struct net *n)
{
	for (uint32_t l = 0; l < n->dims.nlayer; l++)
		cut_weights(n, &n->layer[l]);
	cut_weights(n, &n->tag);
	cut_weights(n, &n->mlp);
	cut_weights(n, &n->arc);
	cut_weights(n, &n->label);
}
