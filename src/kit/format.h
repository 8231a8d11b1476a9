/* The kit file's bytes, shared by build.c and kit.c. */
#ifndef SR_KIT_FORMAT_H
#define SR_KIT_FORMAT_H

#include <stdint.h>

#define SR_KIT_MAGIC 0x3154494B50455253u /* "SREPKIT1" */
#define SR_KIT_VERSION 4u
#define SR_KIT_SECTIONS 16
/* Where sections begin: at lines of the cache, across which the weights of
 * the language model would be read at half the speed. */
#define SR_KIT_ALIGN 64

struct sr_kit_entry {
	char name[16];
	uint64_t offset, size;
};

struct sr_kit_header {
	uint64_t magic;
	uint32_t version, nsection;
	uint64_t size;
	char hash[72]; /* SHA-256 of the tables in hex, a NUL */
	struct sr_kit_entry section[SR_KIT_SECTIONS];
};

/* "tables": this, then cells of all tables one after another by rows, then
 * the texts, each a u32 length and its bytes. */
struct sr_table_entry {
	uint32_t nrow, ncolumn, first; /* first: index of its first cell */
};
struct sr_kit_cell {
	uint32_t text; /* offset of its length in the texts */
	int32_t value;
};
struct sr_tables_header {
	uint32_t ntable, ncell, text_size, pad;
};

/* "rows": this, an entry for each table, slots: row + 1 by the hash of its id,
 * 0 where there is none, at most half of a table's slots taken. */
struct sr_rows_header {
	uint32_t ntable, nslot, pad[2];
};
struct sr_rows_entry {
	uint32_t first, nslot; /* a power of two of them */
};

/* "symbols": this, slots of a power of two, offsets of nsymbol + 1 texts, the
 * texts. Symbols count from 1. A slot: 0, or a symbol and above it the top bits
 * of its text's hash, which tell most others without a look at the text. */
#define SR_SYMBOL_BITS 20
#define SR_SYMBOL_OF(slot) ((slot) & ((1u << SR_SYMBOL_BITS) - 1))
#define SR_SYMBOL_TAG(hash) \
	((uint32_t)((hash) >> (32 + SR_SYMBOL_BITS)) << SR_SYMBOL_BITS)
struct sr_symbols_header {
	uint32_t nslot, nsymbol, text_size, pad;
};

/* "forms", "lemmas", "cues": this, edge slots of a power of two, the first phrase of
 * each node (nnode + 1), the phrases. */
struct sr_trie_header {
	uint32_t nslot, nnode, nphrase, pad;
};
struct sr_edge {
	uint32_t node, symbol, next; /* symbol 0: free slot */
};

/* "patterns": this, then the structs of kit/pattern.h in this order. Texts are
 * those of "tables". */
struct sr_patterns_header {
	uint32_t npattern, nselector, ntrigger, nexample, nlemma, pad[3];
};

static inline uint32_t sr_edge_hash(uint32_t node, uint32_t symbol)
{
	uint64_t h = ((uint64_t)node << 32 | symbol) * 0x9E3779B97F4A7C15u;

	return (uint32_t)(h >> 32);
}

#endif
