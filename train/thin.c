#include "thin.h"

#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "net_work.h"

#define IN 4
#define OUT 32 /* sr_bent_at moves outputs within as many */

struct block {
	float worth;
	uint8_t *gone;
};

static int by_worth(const void *a, const void *b)
{
	const struct block *x = a, *y = b;

	if (x->worth != y->worth)
		return x->worth < y->worth ? -1 : 1;
	return x->gone < y->gone ? -1 : x->gone > y->gone;
}

static size_t blocks(const struct weights *w)
{
	return (size_t)(w->in / IN) * (w->out / OUT);
}

static size_t block_of(const struct weights *w, uint32_t in, uint32_t out)
{
	return (size_t)(in / IN) * (w->out / OUT) + out / OUT;
}

static void find_worth(const struct weights *w, struct block *b)
{
	for (size_t k = 0; k < blocks(w); k++)
		b[k] = (struct block){ w->gone[k] ? -1.0f : 0.0f, &w->gone[k] };
	for (uint32_t i = 0; i < w->in; i++)
		for (uint32_t o = 0; o < w->out; o++) {
			size_t at = (size_t)i * w->out + o;
			size_t k = block_of(w, i, o);
			if (!w->gone[k])
				b[k].worth += w->w.w[at] * w->w.w[at] *
					      w->w.square[at];
		}
}

/* The layers' and what makes ends of arcs of the last. Not the first layer's:
 * what it makes of a word is remembered (src/annotate/input.c). */
static struct weights *matrix(struct net *n, uint32_t k)
{
	return k + 1 < n->dims.nlayer ? &n->layer[k + 1] : &n->mlp;
}

static void clear(struct weights *w)
{
	for (uint32_t i = 0; i < w->in; i++)
		for (uint32_t o = 0; o < w->out; o++)
			if (w->gone[block_of(w, i, o)])
				w->w.w[(size_t)i * w->out + o] = 0;
}

void thin_again(struct net *n)
{
	for (uint32_t k = 0; k < n->dims.nlayer; k++)
		if (matrix(n, k)->gone)
			clear(matrix(n, k));
}

void thin(struct net *n, float share)
{
	size_t total = 0, at = 0;

	for (uint32_t k = 0; k < n->dims.nlayer; k++) {
		struct weights *w = matrix(n, k);
		if (!w->gone) {
			w->gone = grown(NULL, blocks(w), 1);
			memset(w->gone, 0, blocks(w));
		}
		total += blocks(w);
	}
	struct block *b = grown(NULL, total, sizeof(*b));
	for (uint32_t k = 0; k < n->dims.nlayer; k++) {
		find_worth(matrix(n, k), b + at);
		at += blocks(matrix(n, k));
	}
	qsort(b, total, sizeof(*b), by_worth);
	for (size_t k = 0; k < (size_t)((float)total * share); k++)
		*b[k].gone = 1;
	free(b);
	thin_again(n);
}
