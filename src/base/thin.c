#include "base/dot.h"

#include <string.h>

#define WEIGHTS 64 /* of four inputs and a block */

/* Are any of two blocks' weights for the k-th four inputs not 0? */
static bool counts(const struct sr_matrix *m, uint32_t pair, uint32_t k)
{
	static const int8_t none[WEIGHTS];
	size_t block = (size_t)m->in * SR_DOT_BLOCK;
	const int8_t *w = m->weight + 2 * pair * block + k * WEIGHTS;

	return memcmp(w, none, WEIGHTS) != 0 ||
	       memcmp(w + block, none, WEIGHTS) != 0;
}

const struct sr_thin *sr_thin_of(const struct sr_matrix *m,
				 struct sr_arena *mem)
{
	uint32_t pairs = m->out / SR_DOT_BLOCK / 2, fours = m->in / 4, n = 0;
	struct sr_thin *t = SR_NEW(mem, struct sr_thin, 1);
	uint32_t *from = SR_NEW(mem, uint32_t, pairs + 1);
	uint16_t *input = SR_NEW(mem, uint16_t, (size_t)pairs * fours);

	if (!t || !from || !input || m->out % (2 * SR_DOT_BLOCK) != 0)
		return NULL;
	for (uint32_t p = 0; p < pairs; p++) {
		for (uint32_t k = 0; k < fours; k++)
			if (counts(m, p, k))
				input[n++] = (uint16_t)(4 * k);
		if (n == from[p])
			input[n++] = 0; /* a loop has something to do */
		from[p + 1] = n;
	}
	*t = (struct sr_thin){ from, input };
	return n < pairs * fours / 10 * 9 ? t : NULL;
}
