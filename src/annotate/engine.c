/* Words to inputs, layers, tags. */
#include "annotate/engine.h"

#include <string.h>

#include "annotate/cell.h"
#include "base/compiler.h"
#include "base/limits.h"
#include "ontology.h"

#define LEAST (-1e30f) /* below any sum of two logits */

/* Most sums of a word at once. */
static size_t widest(const struct sr_net *net)
{
	size_t most = SR_CELLS;

	most = net->mlp.out > most ? net->mlp.out : most;
	most = net->arc.out > most ? net->arc.out : most;
	most = net->tag.out > most ? net->tag.out : most;
	return net->label.out > most ? net->label.out : most;
}

#define LINE 64 /* of the cache */

/* Not zeroed, as each is written before it is read; and not across lines of
 * the cache, which would halve the speed of reading it. */
static void *room_for(struct sr_arena *mem, size_t n, size_t size)
{
	char *p = sr_arena_raw(mem, n * size + LINE, 1);

	return p ? p + (LINE - (uintptr_t)p % LINE) % LINE : NULL;
}

#define ROOM(arena, type, n) ((type *)room_for((arena), (n), sizeof(type)))

bool sr_engine_init(struct sr_engine *e, size_t longest)
{
	const struct sr_net_header *h = e->net.head;
	struct sr_arena *mem = &e->doc->mem;
	size_t n = longest > SR_BATCH_WORDS ? longest : SR_BATCH_WORDS;
	size_t padded = (longest + 15) / 16 * 16;
	size_t wide = widest(&e->net) > padded ? widest(&e->net) : padded;

	n = (n + SR_LAYER_ROWS - 1) / SR_LAYER_ROWS * SR_LAYER_ROWS;
	e->room = n;
	e->stays = ROOM(mem, int32_t, n + 1);
	e->input = ROOM(mem, uint8_t, n * (h->vector + h->row));
	for (uint32_t l = 0; l < h->nlayer; l++)
		e->act[l] = ROOM(mem, uint8_t, n * 2 * h->hidden);
	e->sum = ROOM(mem, int32_t, (n + 1) * wide + SR_LAYER_SUMS);
	e->gate = ROOM(mem, int16_t, n * 4 * SR_CELLS);
	e->logit = ROOM(mem, float, wide);
	e->dep = ROOM(mem, uint8_t, n * h->arc);
	e->head = ROOM(mem, uint8_t, (n + 1) * h->arc);
	e->ends = ROOM(mem, uint8_t, n * 2 * h->label);
	e->pair = ROOM(mem, uint8_t, n * 3 * h->label);
	e->cut = ROOM(mem, int8_t, h->arc);
	e->query = ROOM(mem, int32_t, n * h->arc);
	/* Zeroed: a sentence's words leave some columns of 16 unused. */
	e->packed = SR_NEW(mem, int8_t, padded * h->arc);
	e->zero = SR_NEW(mem, int32_t, padded);
	e->scale = SR_NEW(mem, float, padded);
	e->bias = SR_NEW(mem, float, padded);
	e->score = ROOM(mem, float, (longest + 1) * padded);
	e->word = ROOM(mem, uint32_t, padded);
	e->best = ROOM(mem, uint32_t, padded);
	e->found = ROOM(mem, uint32_t, n);
	for (uint32_t l = 0; l < h->nlayer; l++)
		e->fits[l] = e->path == SR_DOT_AMX && e->memo->fits[l];
	return sr_mst_init(&e->tree, mem, longest) && !mem->full;
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

static void input(struct sr_engine *e, const struct sr_token *t,
		  const struct sr_memo_spot *s, uint8_t *to)
{
	struct sr_memo *m = e->memo;

	if (s->at == SR_MEMO_SLOTS) {
		make_input(e, t, (enum sr_style)s->key.how, to);
		return;
	}
	uint8_t *known = m->known + s->at * m->width;
	if (!sr_memo_same(&m->input[s->at], &s->key)) {
		make_input(e, t, (enum sr_style)s->key.how, known);
		m->input[s->at] = s->key;
	}
	memcpy(to, known, m->width);
}

/* Of a few words, whose places are fetched first. */
static void inputs(struct sr_engine *e, const struct sr_token *t, size_t n,
		   enum sr_style style, uint8_t *to)
{
	struct sr_memo_spot spot[SR_MEMO_AHEAD];
	struct sr_memo *m = e->memo;

	for (size_t i = 0; i < n; i++) {
		struct sr_memo_spot *s = &spot[i];
		s->key = (struct sr_memo_key){ .flags = t[i].flags,
					       .how = (uint8_t)style };
		if (!sr_memo_place(&s->key, sr_doc_text(e->doc, t[i].at),
				   &s->at)) {
			s->at = SR_MEMO_SLOTS;
			continue;
		}
		SR_PREFETCH(&m->input[s->at]);
		for (size_t k = 0; k < m->width; k += 64)
			SR_PREFETCH(m->known + s->at * m->width + k);
	}
	for (size_t i = 0; i < n; i++)
		input(e, &t[i], &spot[i], to + i * m->width);
}

/* Thirty-two units in one direction, whose z are outputs from `unit` on: gate
 * by gate the sums for all words, cut to 16 bits while they are near; then the
 * units word by word. */
static void units(struct sr_engine *e, uint32_t l, uint32_t unit,
		  const struct sr_sentence *s, size_t n)
{
	const struct sr_net_header *h = e->net.head;
	uint32_t gates = l ? 3 : 4, back = unit >= gates * h->hidden;
	size_t own = back ? unit - (gates - 1) * h->hidden : unit;
	size_t first = s->from, words = s[n - 1].to - first;
	const uint8_t *below = l ? e->act[l - 1] : e->input;
	struct sr_cells c = {
		.first = l == 0,
		.width = 2 * h->hidden,
		.back = back,
	};

	for (uint32_t g = 0; g < gates; g++, unit += h->hidden) {
		struct sr_straight to = { &e->net.layer[l], unit, e->sum,
					  words };
		struct sr_dot d = { to.m, unit / SR_DOT_BLOCK, 1, 2, e->path };
		int16_t *x = e->gate + g * words * SR_CELLS;
		sr_dot(&d, below, words, e->sum);
		sr_cells_straight(&to, x, e->path);
		c.gate[g] = x;
	}
	for (size_t i = 0; i < n; i++) {
		size_t row = (s[i].from - first) * c.width + own;
		c.below = below + row;
		c.out = e->act[l] + row;
		c.n = s[i].to - s[i].from;
		sr_cells_run(&c, e->path);
		for (uint32_t g = 0; g < gates; g++)
			c.gate[g] += c.n * SR_CELLS;
	}
}

/* All units of a layer at once, where tiles and vectors can share the work. */
static void fused(struct sr_engine *e, uint32_t l, size_t words)
{
	struct sr_layer all = {
		.m = &e->net.layer[l],
		.below = l ? e->act[l - 1] : e->input,
		.out = e->act[l],
		.stays = e->stays,
		.sum = e->sum,
		.hidden = e->net.head->hidden,
		.n = words,
		.first = l == 0,
	};

	sr_layer_amx(&all);
}

/* The same 32 units at a time, products first. */
static void in_turn(struct sr_engine *e, uint32_t l,
		    const struct sr_sentence *s, size_t n)
{
	uint32_t hidden = e->net.head->hidden;
	uint32_t all = (l ? 3 : 4) * hidden; /* outputs of a direction */

	for (uint32_t k = 0; k < 2 * hidden; k += SR_CELLS) {
		uint32_t unit = k < hidden ? k : all + k - hidden;
		units(e, l, unit, s, n);
	}
}

static void layer(struct sr_engine *e, uint32_t l, size_t from, size_t to)
{
	const struct sr_sentence *s = e->doc->sentences.items + from;

	sr_dot_begin(&e->net.layer[l], e->path);
	if (e->fits[l])
		fused(e, l, s[to - from - 1].to - s->from);
	else
		in_turn(e, l, s, to - from);
	sr_dot_end(e->path);
}

struct pair {
	float sum;
	unsigned upos, xpos;
};

/* The best pair of the xpos of `bits` with partners that they may have. */
static struct pair partner(const float *upos, const float *xpos, uint64_t bits)
{
	struct pair best = { LEAST, 0, 0 };

	for (; bits; bits &= bits - 1) {
		unsigned x = sr_low_bit(bits);
		for (uint64_t set = sr_xpos_upos(x); set; set &= set - 1) {
			unsigned u = sr_low_bit(set);
			if (upos[u] + xpos[x] > best.sum)
				best = (struct pair){ upos[u] + xpos[x], u, x };
		}
	}
	return best;
}

#define UPOS_ALL (UINT64_MAX >> (64 - SR_UPOS_COUNT))
#define XPOS_ALL (UINT64_MAX >> (64 - SR_XPOS_COUNT))

/* The best pair of tags that may go together: logits add up as logarithms of
 * chances do, whose sums over all tags are the same for each pair. The best
 * xpos with its partner is nearly always it, and leaves few others to try. */
static void best_tags(const float *upos, struct sr_token *t,
		      enum sr_dot_path path)
{
	const float *xpos = upos + SR_UPOS_COUNT;
	struct sr_row u = { upos, UPOS_ALL }, x = { xpos, XPOS_ALL };
	float most;
	struct pair best =
		partner(upos, xpos, sr_cells_top(&x, &most, path));

	sr_cells_top(&u, &most, path);
	uint64_t bits = sr_cells_reach(&x, most, best.sum, path);
	best = partner(upos, xpos, bits);
	t->upos = (uint8_t)best.upos;
	t->xpos = (uint8_t)best.xpos;
}

static void tags(struct sr_engine *e, size_t first, size_t n)
{
	const struct sr_net_header *h = e->net.head;
	const struct sr_matrix *m = &e->net.tag;
	struct sr_dot all = sr_dot_all(m, e->path);
	struct sr_outputs o = { m, 0, m->out, e->sum };

	sr_dot_begin(m, e->path);
	sr_dot(&all, e->act[h->tag_layer], n, e->sum);
	sr_dot_end(e->path);
	for (size_t i = 0; i < n; i++, o.sum += m->out) {
		sr_cells_scale(&o, e->logit, e->path);
		best_tags(e->logit, &e->doc->tokens.items[first + i], e->path);
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
		for (size_t k = s[i].from, some; k < s[i].to; k += some) {
			some = s[i].to - k;
			some = some < SR_MEMO_AHEAD ? some : SR_MEMO_AHEAD;
			inputs(e, t + k, some, style,
			       e->input + (k - first) * width);
		}
		memset(e->stays + s[i].from - first, 0xff, n * sizeof(int32_t));
		e->stays[s[i].from - first] = 0;
	}
	e->stays[s[to - 1].to - first] = 0;
	for (uint32_t l = 0; l <= h->tag_layer; l++)
		layer(e, l, from, to);
	tags(e, first, s[to - 1].to - first);
	for (uint32_t l = h->tag_layer + 1; parse && l < h->nlayer; l++)
		layer(e, l, from, to);
}
