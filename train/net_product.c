/* Products of matrices and what is done to each element, beside mat.c. */
#include "net_work.h"

#include <math.h>
#include <string.h>

WIDE static void round_all(float *x, size_t count)
{
	for (size_t i = 0; i < count; i++)
		x[i] = floorf(x[i] * (float)SR_ACT_ONE + 0.5f) /
		       (float)SR_ACT_ONE;
}

void net_round(const struct net *n, float *x, size_t count)
{
	if (n->options.rounded)
		round_all(x, count);
}

void net_forward(const struct weights *w, const float *x, float *y, size_t rows)
{
	for (size_t t = 0; t < rows; t++)
		memcpy(y + t * w->out, w->b.w, w->out * sizeof(float));
	mat_mul(x, w->w.used, y, (struct mat_size){ rows, w->in, w->out }, 1);
}

void net_backward(struct net *n, struct weights *w, const float *x,
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

void net_mask(struct net *n, const struct batch *b, float *mask, size_t width,
	      float drop)
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

void net_multiply(float *y, const float *x, const float *mask, size_t n)
{
	multiply(y, x, mask, n);
}

float net_dot(const float *a, const float *b, size_t n)
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
