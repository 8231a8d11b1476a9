/* Each word takes its best head; nearly always that is a tree. Else cycles are
 * contracted until none is left and opened again from the last to the first:
 * Chu and Liu (1965), Edmonds (1967), as McDonald et al. (2005) use them. A
 * contraction costs n times the length of the cycle; the lengths of all add up
 * to less than 2 n, so the whole costs n * n whatever the scores are. One root:
 * arcs from it are made so dear that the best tree has no two. */
#include "annotate/mst.h"

#include <assert.h>
#include <string.h>

#define ROOT_PRICE 10000.0f
#define NOWHERE (-1e9f)

bool sr_mst_init(struct sr_mst *t, struct sr_arena *mem, size_t most)
{
	size_t n = most + 1;

	t->most = most;
	t->score = SR_NEW(mem, float, n *n);
	t->dep = SR_NEW(mem, uint16_t, n * n);
	t->head = SR_NEW(mem, uint16_t, n * n);
	t->best = SR_NEW(mem, uint16_t, n);
	t->id = SR_NEW(mem, uint16_t, n);
	t->parent = SR_NEW(mem, uint16_t, 2 * n);
	t->cycle_dep = SR_NEW(mem, uint16_t, 2 * n);
	t->cycle_head = SR_NEW(mem, uint16_t, 2 * n);
	t->cycle_id = SR_NEW(mem, uint16_t, 2 * n);
	t->cycle_child = SR_NEW(mem, uint16_t, 2 * n);
	t->entered = SR_NEW(mem, uint16_t, 2 * n);
	t->cycle = SR_NEW(mem, uint16_t, n);
	t->mark = SR_NEW(mem, uint16_t, n);
	t->most_score = SR_NEW(mem, float, n);
	return t->most_score && t->score && t->dep && t->head && t->best &&
	       t->id && t->parent && t->cycle_dep && t->cycle_head &&
	       t->cycle_id && t->cycle_child && t->entered && t->cycle &&
	       t->mark;
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

/* Heads outside, words inside: the inner loop runs along memory. */
static void best_heads(const struct sr_mst *t, const float *score,
		       size_t width, size_t n, uint32_t *head)
{
	float *restrict most = t->most_score;

	memcpy(most, score, n * sizeof(*most));
	memset(head, 0, n * sizeof(*head));
	for (size_t j = 1; j <= n; j++) {
		const float *restrict s = score + j * width;
		float own = most[j - 1];
		uint32_t before = head[j - 1];
		/* Written whether it changes or not: by vectors. */
		for (size_t i = 0; i < n; i++) {
			head[i] = s[i] > most[i] ? (uint32_t)j : head[i];
			most[i] = s[i] > most[i] ? s[i] : most[i];
		}
		most[j - 1] = own; /* no word is its own head */
		head[j - 1] = before;
	}
}

/* The graph while it shrinks: slot s stands for node id[s]; slots in which a
 * node was swallowed have id NONE. */
struct graph {
	struct sr_mst *t;
	size_t n;     /* words; slots 0 to n */
	size_t width; /* n + 1 */
	uint16_t nid;
	size_t ncycle; /* entries of cycle_dep, cycle_head, cycle_id */
};

#define SWALLOWED UINT16_MAX

static void graph_init(struct graph *g, const float *score, size_t width)
{
	struct sr_mst *t = g->t;

	for (size_t i = 0; i <= g->n; i++) {
		t->id[i] = (uint16_t)i;
		for (size_t j = 0; j <= g->n; j++) {
			size_t at = i * g->width + j;
			t->score[at] = i == 0 || i == j
					       ? NOWHERE
					       : score[j * width + i - 1];
			if (j == 0 && i)
				t->score[at] -= ROOT_PRICE;
			t->dep[at] = (uint16_t)i;
			t->head[at] = (uint16_t)j;
		}
	}
	memset(t->parent, 0, 2 * g->width * sizeof(*t->parent));
	g->nid = (uint16_t)(g->n + 1);
	g->ncycle = 0;
}

/* The best head of the node in slot i. */
static void choose(struct graph *g, size_t i)
{
	struct sr_mst *t = g->t;
	const float *s = t->score + i * g->width;
	size_t best = 0;
	float most = 2 * NOWHERE;

	for (size_t j = 0; j <= g->n; j++)
		if (s[j] > most && j != i && t->id[j] != SWALLOWED) {
			best = j;
			most = s[j];
		}
	t->best[i] = (uint16_t)best;
}

/* The slots of a cycle into t->cycle; how many, 0 if there is none. */
static size_t find_cycle(struct graph *g)
{
	struct sr_mst *t = g->t;

	memset(t->mark, 0, g->width * sizeof(*t->mark));
	for (size_t i = 1; i <= g->n; i++) {
		size_t j = i, n = 0;
		if (t->id[i] == SWALLOWED)
			continue;
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

static void copy_arc(struct sr_mst *t, size_t to, size_t from, float score)
{
	t->score[to] = score;
	t->dep[to] = t->dep[from];
	t->head[to] = t->head[from];
}

/* Makes one node of the cycle, in the slot of its first. */
static void contract(struct graph *g, size_t n)
{
	struct sr_mst *t = g->t;
	size_t rep = t->cycle[0], w = g->width;

	memset(t->mark, 0, w * sizeof(*t->mark));
	for (size_t k = 0; k < n; k++) {
		size_t u = t->cycle[k], at = u * w + t->best[u];
		t->mark[u] = 1;
		t->parent[t->id[u]] = g->nid;
		t->cycle_id[g->ncycle] = g->nid;
		t->cycle_child[g->ncycle] = t->id[u];
		t->cycle_dep[g->ncycle] = t->dep[at];
		t->cycle_head[g->ncycle++] = t->head[at];
	}
	for (size_t v = 0; v <= g->n; v++) {
		float in = 4 * NOWHERE, out = 4 * NOWHERE;
		size_t in_at = rep * w + v, out_at = v * w + rep;
		if (t->id[v] == SWALLOWED || t->mark[v])
			continue;
		for (size_t k = 0; k < n; k++) {
			size_t u = t->cycle[k];
			float gain = t->score[u * w + v] -
				     t->score[u * w + t->best[u]];
			if (gain > in) {
				in = gain;
				in_at = u * w + v;
			}
			if (t->score[v * w + u] > out) {
				out = t->score[v * w + u];
				out_at = v * w + u;
			}
		}
		copy_arc(t, rep * w + v, in_at, in);
		copy_arc(t, v * w + rep, out_at, out);
	}
	for (size_t k = 1; k < n; k++)
		t->id[t->cycle[k]] = SWALLOWED;
	t->id[rep] = g->nid++;
	/* Who had a head in the cycle has it still, in its new slot; who had
	 * another finds nothing better in the cycle now. */
	for (size_t v = 1; v <= g->n; v++)
		if (t->id[v] != SWALLOWED && t->mark[t->best[v]])
			t->best[v] = (uint16_t)rep;
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

void sr_mst_find(struct sr_mst *t, const float *score, size_t width, size_t n,
		  uint32_t *head)
{
	struct graph g = { .t = t, .n = n, .width = n + 1 };
	size_t len;

	assert(n <= t->most);
	best_heads(t, score, width, n, head);
	if (n == 0 || is_tree(head, n, t->mark))
		return;
	graph_init(&g, score, width);
	for (size_t i = 1; i <= n; i++)
		choose(&g, i);
	while ((len = find_cycle(&g)) > 0)
		contract(&g, len);
	memset(t->entered, 0, 2 * g.width * sizeof(*t->entered));
	for (size_t i = 1; i <= n; i++)
		if (t->id[i] != SWALLOWED) {
			size_t at = i * g.width + t->best[i];
			enter(&g, head, t->dep[at], t->head[at]);
		}
	open_cycles(&g, head);
}
