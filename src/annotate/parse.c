/* Layers to trees: scores of arcs after Dozat and Manning (2017), the best
 * tree (mst.c), a label for each arc. */
#include "annotate/cell.h"
#include "annotate/engine.h"
#include "base/compiler.h"
#include "ontology.h"

/* All outputs of a matrix for n words. */
static void sums(const struct sr_dot *d, const uint8_t *act, size_t n,
		 int32_t *sum)
{
	sr_dot_begin(d->m, d->path);
	sr_dot(d, act, n, sum);
	sr_dot_end(d->path);
}

/* Where the k-th of a first word's ends goes: activations of four kinds, the
 * two of arcs parted; how many stand between two words. */
static uint8_t *end_at(const struct sr_engine *e, uint32_t k, size_t *width)
{
	uint32_t arc = e->net.head->arc;

	*width = k < 2 * arc ? arc : 2 * e->net.head->label;
	if (k < arc)
		return e->dep + k;
	if (k < 2 * arc)
		return e->head + k; /* behind the root */
	return e->ends + k - 2 * arc;
}

/* Words as ends of arcs. */
static void ends(struct sr_engine *e, size_t n)
{
	const struct sr_net_header *h = e->net.head;
	const struct sr_matrix *m = &e->net.mlp;

	memcpy(e->head, e->net.root, h->arc);
	sr_dot_begin(m, e->path);
	for (uint32_t k = 0; k < m->out; k += SR_CELLS) {
		struct sr_dot d = { m, k / SR_DOT_BLOCK, 1, 2, e->path };
		struct sr_straight some = { m, k, e->sum, n };
		size_t width;
		uint8_t *to = end_at(e, k, &width);
		sr_dot(&d, e->act[h->nlayer - 1], n, e->sum);
		sr_cells_bend(&some, to, width, e->path);
	}
	sr_dot_end(e->path);
}

/* A word's query as weights of 8 bits, a column of the sentence's matrix. */
static void pack(struct sr_engine *e, const int32_t *sum, uint32_t word)
{
	uint32_t arc = e->net.head->arc;
	struct sr_outputs query = { &e->net.arc, 0, arc, sum };
	int32_t all = 0;

	sr_cells_scale(&query, e->logit, e->path);
	float scale = sr_cells_cut(e->logit, e->cut, arc, e->path);
	for (uint32_t i = 0; i < arc; i++)
		all += e->cut[i];
	int8_t *to = e->packed + sr_dot_at(arc, 0, word);
	for (uint32_t i = 0; i < arc; i += 4, to += 4 * SR_DOT_BLOCK)
		memcpy(to, e->cut + i, 4);
	e->zero[word] = -SR_ACT_ZERO * all;
	e->scale[word] = scale / (float)SR_ACT_ONE;
	e->bias[word] = 0.0f;
}

static void heads(struct sr_engine *e, const struct sr_sentence *s, size_t at)
{
	uint32_t n = s->to - s->from, arc = e->net.head->arc;
	uint32_t padded = (n + SR_DOT_BLOCK - 1) / SR_DOT_BLOCK * SR_DOT_BLOCK;
	struct sr_matrix m = { .in = arc,
			       .out = padded,
			       .weight = e->packed,
			       .zero = e->zero,
			       .scale = e->scale,
			       .bias = e->bias };
	struct sr_mst_scores scores = { e->score, padded, n };
	struct sr_arcs arcs = { &m, e->sum, n, e->score, e->word, e->best };
	struct sr_dot all = sr_dot_all(&m, e->path);

	for (uint32_t i = 0; i < n; i++)
		pack(e, e->query + (at + i) * arc, i);
	/* The root is a head like the words: it stands before each sentence's
	 * first, in the place of the last word of the sentence before, whose
	 * arcs are done with. */
	memcpy(e->head + at * arc, e->net.root, arc);
	sums(&all, e->head + at * arc, n + 1, e->sum);
	sr_cells_arcs(&arcs, e->path);
	sr_mst_mend(&e->tree, &scores, e->word, e->best);
	memcpy(e->found + at, e->best, n * sizeof(*e->best));
}

#define REL_ALL (UINT64_MAX >> (64 - SR_REL_COUNT))
#define REL_ROOT (UINT64_C(1) << SR_REL_ROOT)

/* The best of the relations, `dep` before others that are as good; the root's
 * is given to none but the root. */
static uint8_t best_label(const float *logit, enum sr_dot_path path)
{
	struct sr_row row = { logit, REL_ALL & ~REL_ROOT };
	float most;
	uint64_t bits = sr_cells_top(&row, &most, path);

	if (bits == 0 || bits >> SR_REL_DEP & 1)
		return SR_REL_DEP;
	return (uint8_t)sr_low_bit(bits);
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
	struct sr_outputs o = { m, 0, m->out, e->sum };
	struct sr_dot all = sr_dot_all(m, e->path);
	sums(&all, e->pair, words, e->sum);
	for (size_t k = 0; k < words; k++, o.sum += m->out) {
		sr_cells_scale(&o, e->logit, e->path);
		t[first + k].deprel = t[first + k].head == first + k
					      ? SR_REL_ROOT
					      : best_label(e->logit, e->path);
	}
}

void sr_engine_parse(struct sr_engine *e, size_t from, size_t to)
{
	struct sr_sentence *s = e->doc->sentences.items;
	size_t first = s[from].from, n = s[to - 1].to - first;
	struct sr_dot arc = sr_dot_all(&e->net.arc, e->path);

	ends(e, n);
	sums(&arc, e->dep, n, e->query);
	for (size_t i = from; i < to; i++) {
		heads(e, &s[i], s[i].from - first);
		s[i].parsed = true;
	}
	labels(e, from, to);
}
