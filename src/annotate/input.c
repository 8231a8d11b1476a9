/* What the net gets of words. A word's input hangs on the word alone, and so do the
 * first layer's products with it, a sixth of all: both are remembered (memo.h).
 * Where tiles make them, asking memory would take as long. */
#include "annotate/engine.h"

#include <string.h>

#include "annotate/cell.h"
#include "base/compiler.h"

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

/* A sentence for the net: its style, and the two dashes around an aside, which
 * it reads as the commas that it knows better; 0: none. */
struct view {
	enum sr_style style;
	const struct sr_token *dash[2];
};

static struct sr_str text_of(const struct sr_engine *e, const struct view *v,
			     const struct sr_token *t)
{
	return t == v->dash[0] || t == v->dash[1]
		       ? SR_STR(",")
		       : sr_doc_text(e->doc, t->at);
}

static void make_input(struct sr_engine *e, const struct sr_token *t,
		       const struct view *v, uint8_t *to)
{
	const struct sr_net_header *h = e->net.head;
	struct sr_feature f;
	struct sr_row_sum sum = { .width = h->row, .bias = e->net.row_bias };

	sr_feature_fill(&e->net, text_of(e, v, t), t->flags, v->style, &f);
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

/* Its input where the memo has it, made if need be; NULL: it is too long. */
static const uint8_t *known_input(struct sr_engine *e, const struct sr_token *t,
				  const struct view *v,
				  const struct sr_memo_spot *s)
{
	struct sr_memo *m = e->memo;
	uint8_t *known = m->known + s->at * m->width;

	if (s->at == SR_MEMO_SLOTS)
		return NULL;
	if (!sr_memo_same(&m->input[s->at], &s->key)) {
		make_input(e, t, v, known);
		m->input[s->at] = s->key;
		if (m->first)
			m->ready[s->at] = false;
	}
	return known;
}

static void input(struct sr_engine *e, const struct sr_token *t,
		  const struct view *v, const struct sr_memo_spot *s,
		  uint32_t row)
{
	const struct sr_memo *m = e->memo;
	const uint8_t *known = known_input(e, t, v, s);
	size_t out = e->net.layer[0].out;

	if (m->first && known && m->ready[s->at]) {
		e->first[row] = m->first + s->at * out;
		return;
	}
	uint8_t *to = e->input + (m->first ? e->nfresh : row) * m->width;
	if (known)
		memcpy(to, known, m->width);
	else
		make_input(e, t, v, to);
	if (m->first)
		e->fresh[e->nfresh++] = (struct sr_fresh){ row,
							   (uint32_t)s->at };
}

/* Of a few words, whose places are fetched first. */
static void inputs(struct sr_engine *e, const struct sr_token *t, size_t n,
		   const struct view *v, uint32_t row)
{
	struct sr_memo_spot spot[SR_MEMO_AHEAD];
	struct sr_memo *m = e->memo;

	for (size_t i = 0; i < n; i++) {
		struct sr_memo_spot *s = &spot[i];
		s->key = (struct sr_memo_key){ .flags = t[i].flags,
					       .how = (uint8_t)v->style };
		if (!sr_memo_place(&s->key, text_of(e, v, &t[i]), &s->at)) {
			s->at = SR_MEMO_SLOTS;
			continue;
		}
		SR_PREFETCH(&m->input[s->at]);
		for (size_t k = 0; k < m->width; k += 64)
			SR_PREFETCH(m->known + s->at * m->width + k);
	}
	for (size_t i = 0; i < n; i++)
		input(e, &t[i], v, &spot[i], row + (uint32_t)i);
}

/* The first layer's outputs, straight, of the words of which they are not known:
 * 32 at a time for all of them, as in the layers above. */
static void make_first(struct sr_engine *e)
{
	struct sr_straight to = { &e->net.layer[0], 0, e->sum, e->nfresh };
	size_t out = to.m->out;

	sr_dot_begin(to.m, e->path);
	for (; to.from < out && e->nfresh; to.from += SR_CELLS) {
		struct sr_dot d = { to.m, (uint32_t)to.from / SR_DOT_BLOCK, 1,
				    2, e->path };
		sr_dot(&d, e->input, e->nfresh, e->sum);
		sr_cells_straight(&to, e->gate, e->path);
		for (size_t i = 0; i < e->nfresh; i++)
			memcpy(e->made + i * out + to.from,
			       e->gate + i * SR_CELLS,
			       SR_CELLS * sizeof(*e->gate));
	}
	sr_dot_end(e->path);
	for (size_t i = 0; i < e->nfresh; i++)
		e->first[e->fresh[i].word] = e->made + i * out;
}

/* In their order, so that of words that share a place the last one has it, as
 * with its key. */
void sr_engine_keep(struct sr_engine *e)
{
	struct sr_memo *m = e->memo;
	size_t out = e->net.layer[0].out;

	for (size_t i = 0; i < e->nfresh; i++) {
		uint32_t at = e->fresh[i].at;
		if (at == SR_MEMO_SLOTS)
			continue;
		memcpy(m->first + at * out, e->made + i * out,
		       out * sizeof(*e->made));
		m->ready[at] = true;
	}
}

/* A dash with a space on either side, or a long one. */
static bool is_dash(const struct sr_engine *e, const struct sr_token *t)
{
	struct sr_str s = sr_doc_text(e->doc, t->at);

	if (s.n == 3)
		return sr_str_is(s, "–") || sr_str_is(s, "—");
	return s.n <= 2 && s.s[0] == '-' && s.s[s.n - 1] == '-' &&
	       (t->flags & SR_TOK_SPACE_AFTER) &&
	       (t[-1].flags & SR_TOK_SPACE_AFTER);
}

static struct view view_of(const struct sr_engine *e,
			   const struct sr_sentence *s)
{
	const struct sr_token *t = e->doc->tokens.items + s->from;
	size_t n = s->to - s->from, dashes = 0;
	bool comma = false;
	struct view v = { .style = sr_feature_style(t, n) };

	for (size_t i = 1; i + 1 < n; i++) {
		if (t[i].at.to - t[i].at.from > 3)
			continue;
		comma |= dashes == 1 && sr_str_is(text_of(e, &v, &t[i]), ",");
		if (!is_dash(e, &t[i]))
			continue;
		if (dashes < 2)
			v.dash[dashes] = &t[i];
		dashes++;
	}
	/* a row between them would run on behind them */
	if (dashes != 2 || comma || v.dash[1] < v.dash[0] + 3)
		v.dash[0] = v.dash[1] = NULL;
	return v;
}

void sr_engine_input(struct sr_engine *e, size_t from, size_t to)
{
	const struct sr_sentence *s = e->doc->sentences.items;
	const struct sr_token *t = e->doc->tokens.items;
	size_t first = s[from].from;

	e->nfresh = 0;
	for (size_t i = from; i < to; i++) {
		struct view v = view_of(e, &s[i]);
		for (size_t k = s[i].from, some; k < s[i].to; k += some) {
			some = s[i].to - k;
			some = some < SR_MEMO_AHEAD ? some : SR_MEMO_AHEAD;
			inputs(e, t + k, some, &v, (uint32_t)(k - first));
		}
	}
	if (e->memo->first)
		make_first(e);
}
