#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"

#define ALIGN 16
#define FIRST_BLOCK ((size_t)64 << 10)
#define MOST_BLOCK ((size_t)8 << 20)

struct sr_block {
	struct sr_block *next;
	size_t size, used;
	size_t clean; /* from here on nothing was handed out: all zeroes */
};

_Static_assert(sizeof(struct sr_block) % ALIGN == 0, "bytes are aligned");

static char *block_bytes(struct sr_block *b)
{
	return (char *)(b + 1);
}

void sr_arena_init(struct sr_arena *a, size_t limit)
{
	*a = (struct sr_arena){ .limit = limit };
}

static struct sr_block *block_new(struct sr_arena *a, size_t need)
{
	size_t size = a->block ? a->block->size * 2 : FIRST_BLOCK;

	if (size > MOST_BLOCK)
		size = MOST_BLOCK;
	if (size < need)
		size = need;
	/* Zeroed pages of the system's cost nothing until they are used. */
	struct sr_block *b = calloc(1, sizeof(*b) + size);
	if (!b)
		return NULL;
	*b = (struct sr_block){ .next = a->block, .size = size };
	SR_POISON(block_bytes(b), size);
	a->block = b;
	return b;
}

/* *dirty: so many bytes of it, from the first, may not be zeroes. */
static char *take(struct sr_arena *a, size_t n, size_t size, size_t *dirty)
{
	a->requests++;
	if (a->full || (a->fail_after && a->requests >= a->fail_after) ||
	    (size && n > SIZE_MAX / 2 / size)) {
		a->full = true;
		return NULL;
	}
	size_t need = (n * size + ALIGN - 1) / ALIGN * ALIGN;
	if (need > a->limit - a->used) {
		a->full = true;
		return NULL;
	}
	struct sr_block *b = a->block;
	if (!b || b->size - b->used < need)
		b = block_new(a, need);
	if (!b) {
		a->full = true;
		return NULL;
	}
	char *p = block_bytes(b) + b->used;
	*dirty = b->clean > b->used ? b->clean - b->used : 0;
	b->used += need;
	a->used += need;
	if (b->clean < b->used)
		b->clean = b->used;
	SR_UNPOISON(p, n * size);
	return p;
}

void *sr_arena_raw(struct sr_arena *a, size_t n, size_t size)
{
	size_t dirty;

	return take(a, n, size, &dirty);
}

void *sr_arena_zero(struct sr_arena *a, size_t n, size_t size)
{
	size_t dirty;
	void *p = take(a, n, size, &dirty);

	if (p)
		memset(p, 0, dirty < n * size ? dirty : n * size);
	return p;
}

uint32_t *sr_arena_nones(struct sr_arena *a, size_t n)
{
	uint32_t *p = sr_arena_raw(a, n, sizeof(*p));

	if (p)
		memset(p, 0xFF, n * sizeof(*p));
	return p;
}

char *sr_arena_copy(struct sr_arena *a, const void *from, size_t n)
{
	char *p = sr_arena_raw(a, n + 1, 1);

	if (!p)
		return NULL;
	if (n)
		memcpy(p, from, n);
	p[n] = '\0';
	return p;
}

struct sr_str sr_arena_str(struct sr_arena *a, struct sr_str s)
{
	char *p = s.n ? sr_arena_copy(a, s.s, s.n) : NULL;

	return (struct sr_str){ p, p ? s.n : 0 };
}

static void blocks_free(struct sr_block *b)
{
	while (b) {
		struct sr_block *next = b->next;
		SR_UNPOISON(block_bytes(b), b->size);
		free(b);
		b = next;
	}
}

void sr_arena_reset(struct sr_arena *a)
{
	if (a->block) {
		blocks_free(a->block->next);
		a->block->next = NULL;
		a->block->used = 0;
		SR_POISON(block_bytes(a->block), a->block->size);
	}
	a->used = 0;
	a->full = false;
}

void sr_arena_release(struct sr_arena *a)
{
	blocks_free(a->block);
	sr_arena_init(a, a->limit);
}
