#include "kit/trie.h"

#include <stdlib.h>

/* Of each node, while the index is made: the node that it comes from or, with
 * this bit, the symbol that begins what leads to it. */
#define BEGINS 0x80000000u

static void index_edge(struct sr_trie_index *t, uint32_t *origin,
		       const struct sr_edge *e)
{
	if (e->node == 0 && e->symbol <= t->nsymbol) {
		t->begin[e->symbol] = e->next;
		origin[e->next] = BEGINS | e->symbol;
	} else if (e->node) {
		uint32_t bit = sr_trie_further_bit(e->node, e->symbol);
		t->further[bit / 64] |= (uint64_t)1 << bit % 64;
		origin[e->next] = e->node < BEGINS ? e->node : 0;
	}
}

static bool check_edges(struct sr_trie_index *t, uint32_t *origin)
{
	uint32_t used = 0;

	for (uint32_t i = 0; i <= t->mask; i++) {
		if (t->edge[i].symbol == 0)
			continue;
		if (t->edge[i].next > t->nnode)
			return false;
		used++;
		index_edge(t, origin, &t->edge[i]);
	}
	for (uint32_t i = 0; i <= t->nnode; i++)
		if (t->first[i] > t->first[i + 1])
			return false;
	return used <= t->mask && t->first[t->nnode + 1] <= t->nphrase;
}

/* A node is numbered above the one that it comes from. */
static void index_amounts(struct sr_trie_index *t, uint32_t *origin)
{
	origin[0] = BEGINS;
	for (uint32_t node = 1; node <= t->nnode; node++) {
		if (!(origin[node] & BEGINS))
			origin[node] = origin[node] < node
					       ? origin[origin[node]]
					       : BEGINS;
		uint32_t symbol = origin[node] & ~BEGINS;
		for (uint32_t i = t->first[node]; i < t->first[node + 1]; i++)
			if (sr_table_of_amounts(t->phrase[i].table))
				t->amounts[symbol / 8] |=
					(uint8_t)(1u << symbol % 8);
	}
}

static bool index_all(struct sr_trie_index *t)
{
	uint32_t *origin = calloc((size_t)t->nnode + 1, sizeof(*origin));
	bool ok = origin && check_edges(t, origin);

	if (ok)
		index_amounts(t, origin);
	free(origin);
	return ok;
}

bool sr_trie_open(struct sr_trie_index *t, const void *bytes, size_t n,
		  uint32_t nsymbol)
{
	const struct sr_trie_header *h = bytes;

	*t = (struct sr_trie_index){ .nsymbol = nsymbol };
	if (!bytes || n < sizeof(*h) || h->nslot == 0 ||
	    (h->nslot & (h->nslot - 1)) != 0 ||
	    sizeof(*h) + (uint64_t)h->nslot * sizeof(struct sr_edge) +
			    ((uint64_t)h->nnode + 2) * 4 +
			    (uint64_t)h->nphrase * sizeof(struct sr_phrase) !=
		    n)
		return false;
	t->edge = (const void *)(h + 1);
	t->first = (const void *)(t->edge + h->nslot);
	t->phrase = (const void *)(t->first + h->nnode + 2);
	t->mask = h->nslot - 1;
	t->nnode = h->nnode;
	t->nphrase = h->nphrase;
	t->begin = calloc((size_t)nsymbol + 1, sizeof(*t->begin));
	t->further = calloc(((size_t)1 << SR_TRIE_FURTHER) / 64,
			    sizeof(*t->further));
	t->amounts = calloc((size_t)nsymbol / 8 + 1, 1);
	return t->begin && t->further && t->amounts && index_all(t);
}

void sr_trie_close(struct sr_trie_index *t)
{
	free(t->begin);
	free(t->further);
	free(t->amounts);
}

uint32_t sr_trie_next(const struct sr_trie_index *t, uint32_t node,
		      uint32_t symbol)
{
	if (symbol == 0 || symbol > t->nsymbol)
		return 0;
	if (node == 0)
		return t->begin[symbol];
	if (!sr_trie_goes_on(t, node, symbol))
		return 0;
	for (uint32_t i = sr_edge_hash(node, symbol) & t->mask;
	     t->edge[i].symbol; i = (i + 1) & t->mask)
		if (t->edge[i].node == node && t->edge[i].symbol == symbol)
			return t->edge[i].next;
	return 0;
}

uint32_t sr_trie_step(const struct sr_kit *kit, enum sr_trie trie,
		      uint32_t node, uint32_t symbol)
{
	return sr_trie_next(sr_trie_of(kit, trie), node, symbol);
}

bool sr_trie_amounts(const struct sr_kit *kit, uint32_t symbol)
{
	const struct sr_trie_index *t = sr_trie_of(kit, SR_TRIE_FORMS);

	return symbol <= t->nsymbol && (t->amounts[symbol / 8] >> symbol % 8 & 1);
}

const struct sr_phrase *sr_trie_ends(const struct sr_kit *kit,
				     enum sr_trie trie, uint32_t node,
				     size_t *n)
{
	const struct sr_trie_index *t = sr_trie_of(kit, trie);

	*n = t->first[node + 1] - t->first[node];
	return t->phrase + t->first[node];
}
