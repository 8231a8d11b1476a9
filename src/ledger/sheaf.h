/* Marks of texts, to find reports by: which reports have a mark, by rank. They
 * come in batches and in no order, so each batch is put as a sheaf of its own,
 * sorted, and of two sheaves of a size one is made (P. O'Neil et al., "The
 * log-structured merge-tree", Acta Informatica 33, 1996): a mark is written once
 * for each doubling, always beside others, however many there are. A filter in memory
 * (B. Bloom, "Space/time trade-offs in hash coding", CACM 13, 1970), 12 bits a
 * mark, tells of nearly every mark that a sheaf lacks it. */
#ifndef SR_LEDGER_SHEAF_H
#define SR_LEDGER_SHEAF_H

#include "fuse/alike.h"
#include "ledger/sqlite.h"

#define SR_ENTRY_BYTES 18u   /* mark, rank, report: 6 each, big-endian */
#define SR_LEAF_ENTRIES 224u /* what a page holds */

/* A leaf's row: its sheaf's, and its place there. */
#define SR_LEAF_ID(sheaf, place) ((int64_t)(sheaf) * (1 << 24) + (place))

/* A sheaf, as far as it is in memory. */
struct sr_sheaf {
	int64_t id;
	uint64_t size; /* entries */
	uint64_t *filter;
	size_t nblock; /* of the filter; 0: it may have any mark */
	uint64_t *first; /* mark of each leaf */
	uint32_t nleaf;
};

struct sr_sheaves {
	SR_LIST(struct sr_sheaf) items;
	size_t nfilter; /* bytes */
};

/* sheaf.c: those of the ledger, read when they are first asked for; NULL when
 * that fails. */
struct sr_sheaves *sr_sheaves(struct sr_ledger *l, struct sr_err *err);

/* Calls fn for those that have a mark, of each sheaf the first `most` by rank. fn
 * gives false without memory. */
struct sr_sheaf_ask {
	uint64_t mark;
	size_t most;
	bool (*fn)(void *user, int64_t rank, int64_t report);
	void *user;
	bool noted; /* also those that are in no sheaf yet */
};
enum sr_code sr_sheaf_find(struct sr_ledger *l, const struct sr_sheaf_ask *ask,
			   struct sr_err *err);

/* An entry's bytes, and back. */
void sr_entry_pack(const struct sr_entry *e, unsigned char *out);
struct sr_entry sr_entry_unpack(const unsigned char *p);
int sr_by_entry(const void *a, const void *b);

/* Filters: a mark goes into 6 bits of one line of the cache. */
size_t sr_filter_blocks(uint64_t entries);
uint64_t sr_filter_hash(uint64_t mark);
void sr_filter_add(uint64_t *filter, size_t nblock, uint64_t hash);
bool sr_filter_has(const uint64_t *filter, size_t nblock, uint64_t hash);

/* sheaf_put.c: notes that a report has a mark. */
enum sr_code sr_sheaf_put(struct sr_ledger *l, const struct sr_entry *e,
			  struct sr_err *err);

/* Makes a sheaf of what was noted; to be called before the transaction ends, and
 * before a savepoint. */
enum sr_code sr_sheaf_flush(struct sr_ledger *l, struct sr_err *err);

/* What was noted is undone. */
void sr_sheaf_forget(struct sr_ledger *l);

/* All of them, of the sketches. */
enum sr_code sr_sheaf_fill(struct sr_ledger *l, struct sr_err *err);

/* sheaf_prove.c: are the sheaves in order, and how many entries have they? */
enum sr_code sr_sheaf_prove(struct sr_ledger *l, uint64_t *entries,
			    struct sr_err *err);

#endif
