/* Inputs to layers and tags. */
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
	if (e->memo->first) {
		e->first = ROOM(mem, const int16_t *, n);
		e->made = ROOM(mem, int16_t, n * e->net.layer[0].out);
		e->fresh = ROOM(mem, struct sr_fresh, n);
	}
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
	return sr_mst_init(&e->tree, mem, longest) && !mem->full;
}

/* The sums of thirty-two units' gates for all words, cut to 16 bits while they
 * are near. In the first layer they are known (input.c). */
static void gates(struct sr_engine *e, uint32_t l, uint32_t unit, size_t words,
		  struct sr_cells *c)
{
	uint32_t hidden = e->net.head->hidden, n = l ? 3 : 4;

	for (uint32_t g = 0; g < n; g++, unit += hidden) {
		c->unit[g] = unit;
		if (l == 0)
			continue;
		struct sr_straight to = { &e->net.layer[l], unit, e->sum,
					  words };
		struct sr_dot d = { to.m, unit / SR_DOT_BLOCK, 1, 2, e->path };
		int16_t *x = e->gate + g * words * SR_CELLS;
		sr_dot(&d, e->act[l - 1], words, e->sum);
		sr_cells_straight(&to, x, e->path);
		c->gate[g] = x;
	}
}

/* Thirty-two units in one direction, whose z are outputs from `unit` on: the
 * gates of all words; then the units word by word. */
static void units(struct sr_engine *e, uint32_t l, uint32_t unit,
		  const struct sr_sentence *s, size_t n)
{
	const struct sr_net_header *h = e->net.head;
	uint32_t others = (l ? 2 : 3) * h->hidden; /* outputs behind the z */
	bool back = unit >= others + h->hidden;
	size_t own = back ? unit - others : unit, first = s->from;
	struct sr_cells c = {
		.first = l == 0,
		.width = 2 * h->hidden,
		.back = back,
	};

	gates(e, l, unit, s[n - 1].to - first, &c);
	for (size_t i = 0; i < n; i++) {
		size_t word = s[i].from - first, row = word * c.width + own;
		c.row = l ? NULL : e->first + word;
		c.below = l ? e->act[l - 1] + row : NULL;
		c.out = e->act[l] + row;
		c.n = s[i].to - s[i].from;
		sr_cells_run(&c, e->path);
		for (uint32_t g = 0; l && g < 3; g++)
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
	if (e->memo->fits[l])
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
	size_t first = s[from].from;

	sr_engine_input(e, from, to);
	for (size_t i = from; i < to; i++) {
		size_t n = s[i].to - s[i].from;
		memset(e->stays + s[i].from - first, 0xff, n * sizeof(int32_t));
		e->stays[s[i].from - first] = 0;
	}
	e->stays[s[to - 1].to - first] = 0;
	for (uint32_t l = 0; l <= h->tag_layer; l++)
		layer(e, l, from, to);
	sr_engine_keep(e);
	tags(e, first, s[to - 1].to - first);
	for (uint32_t l = h->tag_layer + 1; parse && l < h->nlayer; l++)
		layer(e, l, from, to);
}
