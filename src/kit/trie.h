/* The loaded form of a trie of phrases (kit/phrase.h). Its edges are the kit's;
 * beside them, made when the kit is opened: where each symbol leads from the
 * start, a filter for the edges beyond, and which symbols begin what. */
#ifndef SR_KIT_TRIE_H
#define SR_KIT_TRIE_H

#include "base/compiler.h"
#include "kit/format.h"
#include "kit/phrase.h"

struct sr_trie_index {
	const struct sr_edge *edge;
	const uint32_t *first; /* phrase of each node */
	const struct sr_phrase *phrase;
	uint32_t mask, nnode, nphrase, nsymbol;
	uint32_t *begin;   /* of each symbol: the node behind it, 0 */
	uint64_t *further; /* bits: may there be such an edge beyond them? Most
			    * words that begin a phrase do not go on as one:
			    * 16 kB say so, without a look at the edges */
	uint8_t *amounts;  /* bits: sr_trie_amounts */
};

/* Takes the bytes of a section; false: damaged, or no memory. The tables and
 * rows of its phrases are not looked at. To be closed either way. */
bool sr_trie_open(struct sr_trie_index *t, const void *bytes, size_t n,
		  uint32_t nsymbol);

void sr_trie_close(struct sr_trie_index *t);

/* The edge from a node, as sr_trie_step. */
uint32_t sr_trie_next(const struct sr_trie_index *t, uint32_t node,
		      uint32_t symbol);

static inline const struct sr_trie_index *sr_trie_of(const struct sr_kit *kit,
						     enum sr_trie trie)
{
	return &sr_kit_tables(kit)->trie[trie];
}

/* As sr_trie_step from the start. */
static inline uint32_t sr_trie_begin(const struct sr_trie_index *t,
				     uint32_t symbol)
{
	return symbol <= t->nsymbol ? t->begin[symbol] : 0;
}

/* Where the bit is that says whether an edge may lead on from a node. */
#define SR_TRIE_FURTHER 17 /* bits of its number */
static inline uint32_t sr_trie_further_bit(uint32_t node, uint32_t symbol)
{
	return sr_edge_hash(node, symbol) >> (32 - SR_TRIE_FURTHER);
}

/* May a phrase go on from a node, which is not the start, by the symbol? False
 * for most that don't. */
static inline bool sr_trie_goes_on(const struct sr_trie_index *t, uint32_t node,
				   uint32_t symbol)
{
	uint32_t bit = sr_trie_further_bit(node, symbol);

	return t->further[bit / 64] >> bit % 64 & 1;
}

/* Says that the phrases of a symbol alone will soon be asked for, which lie far
 * apart. To be said of it SR_TRIE_FETCHES times, `time` counting from 0, with
 * work between: each look tells where the next one is. */
#define SR_TRIE_FETCHES 3
static inline void sr_trie_fetch(const struct sr_trie_index *t, uint32_t symbol,
				 unsigned time)
{
	if (symbol > t->nsymbol)
		return;
	if (time == 0)
		SR_PREFETCH(&t->begin[symbol]);
	else if (time == 1)
		SR_PREFETCH(&t->first[t->begin[symbol]]);
	else
		SR_PREFETCH(&t->phrase[t->first[t->begin[symbol]]]);
}

#endif
