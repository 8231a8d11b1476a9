/* Memory that is given back all at once.
 *
 * One arena a report. Stages ask with SR_NEW, never with malloc, so running
 * out of memory is testable in one loop (fail_after) and a report that needs
 * more than `limit` is refused rather than taking the machine down. */
#ifndef SR_BASE_ARENA_H
#define SR_BASE_ARENA_H

#include "sitrep.h"

struct sr_block;

struct sr_arena {
	struct sr_block *block; /* newest first */
	size_t used;            /* bytes handed out since the last reset */
	size_t limit;           /* most bytes it may hand out */
	bool full;              /* a request was refused; every later one is */
	size_t requests;        /* since init */
	size_t fail_after;      /* tests: refuse from the n-th on; 0 = never */
};

/* An empty arena; no memory is taken yet. */
void sr_arena_init(struct sr_arena *a, size_t limit);

/* n * size zeroed bytes, aligned for any type; NULL when full. n or size may
 * be 0: the pointer is then valid and must not be read. */
void *sr_arena_zero(struct sr_arena *a, size_t n, size_t size);

/* n times UINT32_MAX: no index, for each of n things. */
uint32_t *sr_arena_nones(struct sr_arena *a, size_t n);

/* As above without the zeroing. */
void *sr_arena_raw(struct sr_arena *a, size_t n, size_t size);

/* A copy of n bytes with a NUL behind them; NULL when full. */
char *sr_arena_copy(struct sr_arena *a, const void *from, size_t n);

/* A copy of a string likewise; of an empty one nothing. Whether all were had
 * a->full says. */
struct sr_str sr_arena_str(struct sr_arena *a, struct sr_str s);

/* Empty again, the largest block kept. */
void sr_arena_reset(struct sr_arena *a);

/* Gives everything back; the arena may be used again. */
void sr_arena_release(struct sr_arena *a);

#define SR_NEW(arena, type, n) ((type *)sr_arena_zero((arena), (n), sizeof(type)))

#endif
