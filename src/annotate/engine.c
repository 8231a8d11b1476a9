/* Words to inputs, layers, tags. */
#include "annotate/engine.h"

#include "annotate/cell.h"
#include "base/limits.h"
#include "ontology.h"

#define LEAST (-1e30f) /* below any sum of two logits */

static size_t widest(const struct sr_net_header *h)
{
	size_t most = 8 * (size_t)h->hidden;
	size_t mlp = 2 * (size_t)h->arc + 2 * (size_t)h->label;

	return most > mlp ? most : mlp;
}

bool sr_engine_init(struct sr_engine *e, size_t room)
{
	const struct sr_net_header *h = e->net.head;
	struct sr_arena *mem = &e->doc->mem;
	size_t n = room, padded = (n + 15) / 16 * 16;

	e->room = room;
	e->input = SR_NEW(mem, uint8_t, n * (h->vector + h->row));
	e->slot = SR_NEW(mem, struct sr_input_slot, SR_INPUT_SLOTS);
	e->known = SR_NEW(mem, uint8_t, SR_INPUT_SLOTS * (h->vector + h->row));
	for (size_t i = 0; e->slot && i < SR_INPUT_SLOTS; i++)
		e->slot[i].token = SR_NONE;
	for (uint32_t l = 0; l < h->nlayer; l++)
		e->act[l] = SR_NEW(mem, uint8_t, n * 2 * h->hidden);
	e->sum = SR_NEW(mem, float, n *widest(h));
	e->carry = SR_NEW(mem, float, h->hidden);
	e->dep = SR_NEW(mem, uint8_t, n * h->arc);
	e->head = SR_NEW(mem, uint8_t, (n + 1) * h->arc);
	e->ends = SR_NEW(mem, uint8_t, n * 2 * h->label);
	e->pair = SR_NEW(mem, uint8_t, n * 3 * h->label);
	e->query = SR_NEW(mem, float, n * h->arc);
	e->cut = SR_NEW(mem, int8_t, h->arc);
	e->packed = SR_NEW(mem, int8_t, padded * h->arc);
	e->zero = SR_NEW(mem, int32_t, padded);
	e->scale = SR_NEW(mem, float, padded);
	e->bias = SR_NEW(mem, float, padded);
	e->score = SR_NEW(mem, float, (n + 1) * padded);
	e->found = SR_NEW(mem, uint32_t, n);
	return sr_mst_init(&e->tree, mem, n) && !mem->full;
}

static const uint8_t *vector_of(const struct sr_net *net, uint32_t word)
{
	const struct sr_net_header *h = net->head;

	if (word < h->nboth)
		return net->vector + (size_t)word * h->vector;
	if (word >= h->nlearned && word < h->nword)
		return net->vector +
		       (size_t)(word - h->nlearned + h->nboth) * h->vector;
	return NULL;
}

static void make_input(struct sr_engine *e, const struct sr_token *t,
                       enum sr_style style, uint8_t *to)
{
	const struct sr_net_header *h = e->net.head;
	struct sr_feature f;
	struct sr_row_sum sum = { .width = h->row, .bias = e->net.row_bias };

	sr_feature_fill(&e->net, sr_doc_text(e->doc, t->at), t->flags, style,
	                &f);
	const uint8_t *vector = vector_of(&e->net, f.word);
	if (vector)
		memcpy(to, vector, h->vector);
	else
		memset(to, SR_ACT_ZERO, h->vector);
	sum.nrow = f.nrow;
	for (uint32_t i = 0; i < f.nrow; i++)
		sum.row[i] = e->net.row + (size_t)f.row[i] * h->row;
	sr_cells_rows(&sum, to + h->vector, e->path);
}

static void input(struct sr_engine *e, uint32_t token, enum sr_style style,
                  uint8_t *to)
{
	const struct sr_token *t = &e->doc->tokens.items[token];
	struct sr_str form = sr_doc_text(e->doc, t->at);
	size_t width = e->net.head->vector + e->net.head->row;
	size_t at = (sr_hash(form.s, form.n) + t->flags * 7u + style * 3u) &
	            (SR_INPUT_SLOTS - 1);
	struct sr_input_slot *slot = &e->slot[at];
	uint8_t *known = e->known + at * width;

	if (slot->token == SR_NONE || slot->flags != t->flags ||
	    slot->style != style ||
	    !sr_str_equal(form,
	                  sr_doc_text(e->doc,
	                              e->doc->tokens.items[slot->token].at))) {
		make_input(e, t, style, known);
		*slot = (struct sr_input_slot){ token, t->flags,
			                        (uint8_t)style };
	}
	memcpy(to, known, width);
}

static void layer(struct sr_engine *e, uint32_t l, size_t from, size_t to)
{
	const struct sr_net_header *h = e->net.head;
	const struct sr_sentence *s = e->doc->sentences.items;
	size_t first = s[from].from, gates = l ? 3 : 4;
	size_t n = s[to - 1].to - first;

	sr_dot(&e->net.layer[l], l ? e->act[l - 1] : e->input, n, e->sum,
	       e->path);
	for (size_t i = from; i < to; i++)
		for (size_t back = 0; back < 2; back++) {
			size_t at = s[i].from - first, part = back * h->hidden;
			size_t row = at * 2 * h->hidden + part;
			struct sr_cells c = {
				.pre = e->sum +
				       (at * 2 + back) * gates * h->hidden,
				.pre_width = 2 * gates * h->hidden,
				.below = l ? e->act[l - 1] + row : NULL,
				.out = e->act[l] + row,
				.width = 2 * h->hidden,
				.hidden = h->hidden,
				.n = s[i].to - s[i].from,
				.back = back,
				.carry = e->carry,
			};
			sr_cells_run(&c, e->path);
		}
}

static float largest(const float *x, size_t n)
{
	float most = x[0];

	for (size_t i = 1; i < n; i++)
		most = x[i] > most ? x[i] : most;
	return most;
}

/* The best pair of tags that may go together: logits add up as logarithms of
 * chances do, whose sums over all tags are the same for each pair. */
static void best_tags(const float *upos, const float *xpos, struct sr_token *t)
{
	float top = largest(upos, SR_UPOS_COUNT);
	float most = LEAST;

	for (unsigned x = 0; x < SR_XPOS_COUNT; x++) {
		if (xpos[x] + top <= most)
			continue;
		unsigned set = sr_xpos_upos(x);
		for (unsigned u = 0; set; u++, set >>= 1) {
			float sum = upos[u] + xpos[x];
			if (!(set & 1) || sum <= most)
				continue;
			most = sum;
			t->upos = (uint8_t)u;
			t->xpos = (uint8_t)x;
		}
	}
}

static void tags(struct sr_engine *e, size_t first, size_t n)
{
	const struct sr_net_header *h = e->net.head;
	const struct sr_matrix *m = &e->net.tag;

	sr_dot(m, e->act[h->tag_layer], n, e->sum, e->path);
	for (size_t i = 0; i < n; i++) {
		const float *x = e->sum + i * m->out;
		best_tags(x, x + h->nupos, &e->doc->tokens.items[first + i]);
	}
}

void sr_engine_tag(struct sr_engine *e, size_t from, size_t to, bool parse)
{
	const struct sr_net_header *h = e->net.head;
	const struct sr_sentence *s = e->doc->sentences.items;
	const struct sr_token *t = e->doc->tokens.items;
	size_t first = s[from].from, width = h->vector + h->row;

	for (size_t i = from; i < to; i++) {
		size_t n = s[i].to - s[i].from;
		enum sr_style style = sr_feature_style(t + s[i].from, n);
		for (size_t k = s[i].from; k < s[i].to; k++)
			input(e, (uint32_t)k, style,
			      e->input + (k - first) * width);
	}
	for (uint32_t l = 0; l <= h->tag_layer; l++)
		layer(e, l, from, to);
	tags(e, first, s[to - 1].to - first);
	for (uint32_t l = h->tag_layer + 1; parse && l < h->nlayer; l++)
		layer(e, l, from, to);
}
