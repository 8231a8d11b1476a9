#include "ledger/recall.h"

#define RING ((size_t)1 << 19) /* shingles and marks: 4 MB */
#define TEXTS 4096u
#define LONGEST (RING / 64)

/* A text in the ring: `from` counts all that was ever put. */
struct text {
	int64_t report; /* 0: none */
	uint64_t from;
	uint32_t nmark, n, nword;
};

struct sr_recall {
	uint64_t *ring;
	uint64_t end;
	struct text text[TEXTS]; /* by the last bits of the report */
};

bool sr_recall_find(const struct sr_ledger *l, int64_t report,
		    struct sr_sketch *sketch, struct sr_shingles *shingles)
{
	const struct sr_recall *r = l->recall;
	const struct text *t = r ? &r->text[(uint64_t)report % TEXTS] : NULL;

	if (!t || t->report != report || t->from + RING < r->end)
		return false;
	uint64_t *at = r->ring + t->from % RING;
	*sketch = (struct sr_sketch){ at, t->nmark };
	*shingles = (struct sr_shingles){ at + t->nmark, t->n, t->nword };
	return true;
}

/* False without memory, which harms nobody. */
static bool begin(struct sr_ledger *l)
{
	if (l->recall)
		return true;
	sr_arena_reset(&l->recall_mem);
	struct sr_recall *r = SR_NEW(&l->recall_mem, struct sr_recall, 1);
	uint64_t *ring = sr_arena_raw(&l->recall_mem, RING, sizeof(*ring));
	if (!r || !ring)
		return false;
	r->ring = ring;
	l->recall = r;
	return true;
}

void sr_recall_put(struct sr_ledger *l, int64_t report,
		   const struct sr_sketch *sketch,
		   const struct sr_shingles *shingles)
{
	size_t n = (size_t)sketch->nmark + shingles->n;

	if (n > LONGEST || !begin(l))
		return;
	struct sr_recall *r = l->recall;
	if (r->end % RING + n > RING) /* not over the edge */
		r->end += RING - r->end % RING;
	uint64_t *at = r->ring + r->end % RING;
	if (sketch->nmark)
		memcpy(at, sketch->mark, sketch->nmark * sizeof(*at));
	if (shingles->n)
		memcpy(at + sketch->nmark, shingles->hash,
		       shingles->n * sizeof(*at));
	r->text[(uint64_t)report % TEXTS] =
		(struct text){ report, r->end, sketch->nmark, shingles->n,
			       shingles->nword };
	r->end += n;
}
