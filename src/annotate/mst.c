/* Each word takes its best head; nearly always that is a tree. Else cycles are
 * contracted until none is left and opened again from the last to the first:
 * Chu and Liu (1965), Edmonds (1967), as McDonald et al. (2005) use them. A
 * contraction costs n times the length of the cycle; the lengths of all add up
 * to less than 2 n, so the whole costs n * n whatever the scores are. One root:
 * where the best tree has two, arcs from it are made so dear that the best then
 * has not; but so all words become one cycle before they are hung on the root,
 * so this comes last. */
#include "annotate/mst.h"

#include <assert.h>
#include <string.h>

#define ROOT_PRICE 10000.0f
#define NOWHERE (-1e9f)

#define RAW(mem, type, n) ((type *)sr_arena_raw((mem), (n), sizeof(type)))

/* Not zeroed: each sentence sets what it reads. */
bool sr_mst_init(struct sr_mst *t, struct sr_arena *mem, size_t most)
{
	size_t n = most + 1;

	t->most = most;
	t->score = RAW(mem, float, n * n);
	t->dep = RAW(mem, uint16_t, n * n);
	t->head = RAW(mem, uint16_t, n * n);
	t->best = RAW(mem, uint16_t, n);
	t->id = RAW(mem, uint16_t, n);
	t->parent = RAW(mem, uint16_t, 2 * n);
	t->cycle_dep = RAW(mem, uint16_t, 2 * n);
	t->cycle_head = RAW(mem, uint16_t, 2 * n);
	t->cycle_id = RAW(mem, uint16_t, 2 * n);
	t->cycle_child = RAW(mem, uint16_t, 2 * n);
	t->entered = RAW(mem, uint16_t, 2 * n);
	t->cycle = RAW(mem, uint16_t, n);
	t->own = RAW(mem, float, n);
	t->live = RAW(mem, uint16_t, n);
	t->mark = RAW(mem, uint16_t, n);
	t->word = RAW(mem, uint32_t, n);
	return t->word && t->score && t->dep && t->head &&
	       t->best && t->id && t->parent && t->cycle_dep &&
	       t->cycle_head && t->cycle_id && t->cycle_child && t->entered &&
	       t->cycle && t->own && t->live && t->mark;
}

/* Does head[n] make a tree with one root? mark: scratch. */
static bool is_tree(const uint32_t *head, size_t n, uint16_t *mark)
{
	size_t roots = 0;

	memset(mark, 0, (n + 1) * sizeof(*mark));
	for (size_t i = 0; i < n; i++)
		roots += head[i] == 0;
	if (roots != 1)
		return false;
	for (size_t i = 1; i <= n; i++) {
		size_t j = i;
		while (j && !mark[j]) {
			mark[j] = (uint16_t)i;
			j = head[j - 1];
		}
		if (j && mark[j] == i)
			return false;
	}
	return true;
}

/* Heads outside, words inside: both run along memory. */
void sr_mst_best(const struct sr_mst_scores *s, uint32_t *word, uint32_t *head)
{
	for (size_t i = 0; i < s->n; i++)
		word[i] = 0;
	for (size_t j = 1; j <= s->n; j++)
		for (size_t i = 0; i < s->n; i++) {
			const float *x = s->score + i;
			float most = word[i] ? x[word[i] * s->width] : NOWHERE;
			if (x[j * s->width] > most && i + 1 != j)
				word[i] = (uint32_t)j;
		}
	for (size_t i = 0; i < s->n; i++) {
		const float *x = s->score + i;
		head[i] = word[i] && x[word[i] * s->width] > x[0] ? word[i] : 0;
	}
}

/* The graph while it shrinks: slot s stands for node id[s], if it is live:
 * no cycle has swallowed it. */
struct graph {
	struct sr_mst *t;
	size_t n;     /* words; slots 0 to n */
	size_t width; /* n + 1 */
	size_t nlive; /* live slots, in order; the root's is the first */
	uint16_t nid;
	size_t ncycle; /* entries of cycle_dep, cycle_head, cycle_id */
};

static void graph_init(struct graph *g, const struct sr_mst_scores *s,
		       const uint32_t *best, float price)
{
	struct sr_mst *t = g->t;
	const float *score = s->score;
	size_t w = g->width, width = s->width;

	for (size_t j = 0; j < w; j++) {
		t->id[j] = t->live[j] = (uint16_t)j;
		t->score[j] = NOWHERE;
	}
	for (size_t i = 1; i < w; i++) {
		float *to = t->score + i * w;
		to[0] = score[i - 1] - price;
		for (size_t j = 1; j < w; j++)
			to[j] = score[j * width + i - 1];
		to[i] = NOWHERE;
		t->best[i] = (uint16_t)best[i - 1];
	}
	memset(t->dep, 0xff, w * w * sizeof(*t->dep));
	memset(t->head, 0xff, w * w * sizeof(*t->head));
	memset(t->parent, 0, 2 * w * sizeof(*t->parent));
	g->nid = (uint16_t)(g->n + 1);
	g->ncycle = 0;
	g->nlive = w;
}

/* The arc of words that the arc between two slots stands for: their own, as
 * long as none else was put there. */
#define OWN UINT16_MAX

static uint16_t dep_of(const struct sr_mst *t, size_t at, size_t slot)
{
	return t->dep[at] == OWN ? (uint16_t)slot : t->dep[at];
}

static uint16_t head_of(const struct sr_mst *t, size_t at, size_t slot)
{
	return t->head[at] == OWN ? (uint16_t)slot : t->head[at];
}

/* The best head of the node in slot i. */
static void choose(struct graph *g, size_t i)
{
	struct sr_mst *t = g->t;
	const float *s = t->score + i * g->width;
	size_t best = 0;
	float most = 2 * NOWHERE;

	for (size_t k = 0; k < g->nlive; k++) {
		size_t j = t->live[k];
		if (s[j] > most && j != i) {
			best = j;
			most = s[j];
		}
	}
	t->best[i] = (uint16_t)best;
}

/* The slots of a cycle into t->cycle; how many, 0 if there is none. */
static size_t find_cycle(struct graph *g)
{
	struct sr_mst *t = g->t;

	memset(t->mark, 0, g->width * sizeof(*t->mark));
	for (size_t l = 1; l < g->nlive; l++) {
		size_t i = t->live[l], j = i, n = 0;
		while (j && !t->mark[j]) {
			t->mark[j] = (uint16_t)i;
			j = t->best[j];
		}
		if (!j || t->mark[j] != i)
			continue;
		for (size_t k = j; n == 0 || k != j; k = t->best[k])
			t->cycle[n++] = (uint16_t)k;
		return n;
	}
	return 0;
}

static void put_arc(struct sr_mst *t, size_t to, size_t at, size_t dep,
		    size_t head)
{
	t->dep[to] = dep_of(t, at, dep);
	t->head[to] = head_of(t, at, head);
}

/* The arcs between the node in slot v and the cycle of n: the best each way
 * become those of its first, rep. */
static void join(struct graph *g, size_t n, size_t v)
{
	struct sr_mst *t = g->t;
	size_t w = g->width, rep = t->cycle[0], in = rep, out = rep;
	const float *s = t->score;
	float most_in = 4 * NOWHERE, most_out = 4 * NOWHERE;

	for (size_t k = 0; k < n; k++) {
		size_t u = t->cycle[k];
		float gain = s[u * w + v] - t->own[k];
		if (gain > most_in) {
			most_in = gain;
			in = u;
		}
		if (s[v * w + u] > most_out) {
			most_out = s[v * w + u];
			out = u;
		}
	}
	t->score[rep * w + v] = most_in;
	t->score[v * w + rep] = most_out;
	put_arc(t, rep * w + v, in * w + v, in, v);
	put_arc(t, v * w + rep, v * w + out, v, out);
}

/* Makes one node of the cycle, in the slot of its first. */
static void contract(struct graph *g, size_t n)
{
	struct sr_mst *t = g->t;
	size_t rep = t->cycle[0], w = g->width, nlive = 0;

	memset(t->mark, 0, w * sizeof(*t->mark));
	for (size_t k = 0; k < n; k++) {
		size_t u = t->cycle[k], at = u * w + t->best[u];
		t->mark[u] = 1;
		t->own[k] = t->score[at];
		t->parent[t->id[u]] = g->nid;
		t->cycle_id[g->ncycle] = g->nid;
		t->cycle_child[g->ncycle] = t->id[u];
		t->cycle_dep[g->ncycle] = dep_of(t, at, u);
		t->cycle_head[g->ncycle++] = head_of(t, at, t->best[u]);
	}
	for (size_t k = 0; k < g->nlive; k++) {
		size_t v = t->live[k];
		if (!t->mark[v])
			join(g, n, v);
		if (!t->mark[v] || v == rep)
			t->live[nlive++] = (uint16_t)v;
	}
	g->nlive = nlive;
	t->id[rep] = g->nid++;
	/* Who had a head in the cycle has it still, in its new slot; who had
	 * another finds nothing better in the cycle now. */
	for (size_t k = 1; k < nlive; k++)
		if (t->mark[t->best[t->live[k]]])
			t->best[t->live[k]] = (uint16_t)rep;
	choose(g, rep);
}

/* Gives a word its head: the arc enters all nodes that the word is in and no
 * other arc has entered. Each node is entered once, so all calls together
 * cost the number of nodes. */
static void enter(struct graph *g, uint32_t *head, uint16_t dep, uint16_t to)
{
	struct sr_mst *t = g->t;

	head[dep - 1] = to;
	for (uint16_t up = dep; t->parent[up] && !t->entered[t->parent[up]];
	     up = t->parent[up])
		t->entered[t->parent[up]] = up;
}

/* Opens the cycles again, the last first: the arcs of each stay but for that
 * into the member by which the node has been entered. */
static void open_cycles(struct graph *g, uint32_t *head)
{
	const struct sr_mst *t = g->t;

	for (size_t k = g->ncycle; k-- > 0;)
		if (t->entered[t->cycle_id[k]] != t->cycle_child[k])
			enter(g, head, t->cycle_dep[k], t->cycle_head[k]);
}

/* The best tree, from each word's best head, if arcs from the root cost `price`
 * more. `best` may be head. */
static void search(struct sr_mst *t, const struct sr_mst_scores *s,
		   const uint32_t *best, float price, uint32_t *head)
{
	struct graph g = { .t = t, .n = s->n, .width = s->n + 1 };
	size_t len;

	graph_init(&g, s, best, price);
	while ((len = find_cycle(&g)) > 0)
		contract(&g, len);
	memset(t->entered, 0, 2 * g.width * sizeof(*t->entered));
	for (size_t k = 1; k < g.nlive; k++) {
		size_t i = t->live[k], to = t->best[i], at = i * g.width + to;
		enter(&g, head, dep_of(t, at, i), head_of(t, at, to));
	}
	open_cycles(&g, head);
}

void sr_mst_mend(struct sr_mst *t, const struct sr_mst_scores *s,
		 const uint32_t *word, uint32_t *head)
{
	assert(s->n <= t->most);
	if (s->n == 0 || is_tree(head, s->n, t->mark))
		return;
	search(t, s, head, 0.0f, head);
	if (!is_tree(head, s->n, t->mark))
		search(t, s, word, ROOT_PRICE, head);
}

void sr_mst_find(struct sr_mst *t, const float *score, size_t width, size_t n,
		 uint32_t *head)
{
	struct sr_mst_scores s = { score, width, n };

	sr_mst_best(&s, t->word, head);
	sr_mst_mend(t, &s, t->word, head);
}
