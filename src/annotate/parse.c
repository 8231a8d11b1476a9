/* Layers to trees: scores of arcs after Dozat and Manning (2017), the best
 * tree (mst.c), a label for each arc. */
#include "annotate/cell.h"
#include "annotate/engine.h"
#include "ontology.h"

/* Words as ends of arcs: activations of four kinds, parted. */
static void ends(struct sr_engine *e, size_t n)
{
	const struct sr_net_header *h = e->net.head;
	size_t arc = h->arc, two = 2 * (size_t)h->label;
	const struct sr_matrix *m = &e->net.mlp;

	sr_dot(m, e->act[h->nlayer - 1], n, e->sum, e->path);
	memcpy(e->head, e->net.root, arc);
	for (size_t t = 0; t < n; t++) {
		const float *x = e->sum + t * m->out;
		sr_cells_curve(x, e->dep + t * arc, arc, e->path);
		sr_cells_curve(x + arc, e->head + (t + 1) * arc, arc, e->path);
		sr_cells_curve(x + 2 * arc, e->ends + t * two, two, e->path);
	}
}

/* A word's query as weights of 8 bits, a column of the sentence's matrix. */
static void pack(struct sr_engine *e, const float *query, uint32_t word)
{
	uint32_t arc = e->net.head->arc;
	float scale = sr_cells_cut(query, e->cut, arc, e->path);
	int32_t sum = 0;

	for (uint32_t i = 0; i < arc; i++)
		sum += e->cut[i];
	for (uint32_t i = 0; i < arc; i += 4)
		memcpy(e->packed + sr_dot_at(arc, i, word), e->cut + i, 4);
	e->zero[word] = -SR_ACT_ZERO * sum;
	e->scale[word] = scale / (float)SR_ACT_ONE;
	e->bias[word] = 0.0f;
}

static void heads(struct sr_engine *e, struct sr_sentence *s, size_t at)
{
	uint32_t n = s->to - s->from, arc = e->net.head->arc;
	uint32_t padded = (n + SR_DOT_BLOCK - 1) / SR_DOT_BLOCK * SR_DOT_BLOCK;
	struct sr_matrix m = { arc,	padded,	  e->packed,
			       e->zero, e->scale, e->bias };

	for (uint32_t i = 0; i < n; i++)
		pack(e, e->query + (at + i) * arc, i);
	/* The root is a head like the words: it stands before each sentence's
	 * first, in the place of the last word of the sentence before, whose
	 * arcs are done with. */
	memcpy(e->head + at * arc, e->net.root, arc);
	sr_dot(&m, e->head + at * arc, n + 1, e->score, e->path);
	sr_mst_find(&e->tree, e->score, padded, n, e->found + at);
}

static void labels(struct sr_engine *e, size_t from, size_t to)
{
	const struct sr_net_header *h = e->net.head;
	const struct sr_sentence *s = e->doc->sentences.items;
	struct sr_token *t = e->doc->tokens.items;
	size_t first = s[from].from, n = h->label;
	const struct sr_matrix *m = &e->net.label;

	for (size_t i = from; i < to; i++)
		for (size_t k = s[i].from; k < s[i].to; k++) {
			uint32_t found = e->found[k - first];
			t[k].head = found ? s[i].from + found - 1 : (uint32_t)k;
			uint8_t *pair = e->pair + (k - first) * 3 * n;
			const uint8_t *d = e->ends + (k - first) * 2 * n;
			const uint8_t *g =
				e->ends + (t[k].head - first) * 2 * n + n;
			memcpy(pair, d, n);
			memcpy(pair + n, g, n);
			sr_cells_product(d, g, pair + 2 * n, n, e->path);
		}
	size_t words = s[to - 1].to - first;
	sr_dot(m, e->pair, words, e->sum, e->path);
	for (size_t k = 0; k < words; k++) {
		const float *x = e->sum + k * m->out;
		size_t best = SR_REL_DEP;
		for (size_t r = 0; r < h->nrel; r++)
			if (x[r] > x[best] && r != SR_REL_ROOT)
				best = r;
		t[first + k].deprel = t[first + k].head == first + k
					      ? SR_REL_ROOT
					      : (uint8_t)best;
	}
}

void sr_engine_parse(struct sr_engine *e, size_t from, size_t to)
{
	struct sr_sentence *s = e->doc->sentences.items;
	size_t first = s[from].from;

	ends(e, s[to - 1].to - first);
	sr_dot(&e->net.arc, e->dep, s[to - 1].to - first, e->query, e->path);
	for (size_t i = from; i < to; i++) {
		heads(e, &s[i], s[i].from - first);
		s[i].parsed = true;
	}
	labels(e, from, to);
}
