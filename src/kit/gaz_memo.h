/* What the gazetteer answered for names asked of before, in this report or in
 * earlier ones: news names the same places again and again. A slot for whatever
 * name came last with its hash, taken only if the name is the very same, byte
 * by byte; and the same for the points of places as vectors. So nothing that
 * comes out depends on what is remembered (decision 125). 0.4 MB, the doc's for
 * as long as it lives, emptied when the gazetteer is another. */
#ifndef SR_KIT_GAZ_MEMO_H
#define SR_KIT_GAZ_MEMO_H

#include "base/compiler.h"
#include "kit/gaz.h"
#include "model/doc.h"

#define SR_GAZ_MEMO_NAME 37    /* bytes; longer names are looked up each time */
#define SR_GAZ_MEMO_LINE 64    /* bytes of a slot: one line of the cache */
#define SR_GAZ_MEMO_NAMES 4096 /* powers of two */
#define SR_GAZ_MEMO_PLACES 2048

struct sr_gaz_kept {
	char name[SR_GAZ_MEMO_NAME];
	uint8_t n;	/* 0: free */
	uint8_t asked;	/* bits of tiers: those below are known */
	uint8_t close;	/* of K2: 0 not asked, 1 none is, 2 some are */
	uint32_t at[SR_GAZ_K2]; /* entries, as offsets from the header */
	uint32_t count[SR_GAZ_K2];
};

/* On the sphere, from its middle. */
struct sr_gaz_vector {
	double x, y, z;
};

/* A place's record, `pad` telling whose, and its point on the sphere. */
struct sr_gaz_seen {
	struct sr_gaz_record r;
	struct sr_gaz_vector v;
};

struct sr_gaz_memo {
	const void *header; /* of the gazetteer */
	char hash[72];
	struct sr_gaz_kept *kept; /* [SR_GAZ_MEMO_NAMES], along lines */
	struct sr_gaz_seen *seen; /* [SR_GAZ_MEMO_PLACES], likewise */
};

/* The doc's own, new or emptied. NULL: no memory. */
struct sr_gaz_memo *sr_gaz_memo_of(struct sr_doc *doc, const struct sr_gaz *g);

/* A name to ask for. Its keys are made when first needed. */
struct sr_gaz_name {
	struct sr_str text;
	struct sr_gaz_kept *kept; /* NULL: nothing is remembered of it */
	bool have;		  /* `query` is asked */
	struct sr_gaz_query query;
};

void sr_gaz_name_init(struct sr_gaz_name *name, struct sr_gaz_memo *memo,
		      struct sr_str text);

/* The name's keys: fold always, the others if `query` has them. */
struct sr_gaz_query *sr_gaz_name_query(struct sr_gaz_name *name);

/* Folded; the name's as long as it is. */
static inline struct sr_str sr_gaz_name_fold(struct sr_gaz_name *name)
{
	const struct sr_gaz_query *q = sr_gaz_name_query(name);

	return (struct sr_str){ q->fold.s, q->fold.n };
}

/* As sr_gaz_find. */
struct sr_gaz_found sr_gaz_name_find(const struct sr_gaz *g,
				     struct sr_gaz_name *name,
				     enum sr_gaz_tier tier);

/* Asks for the exact keys of names that will be asked for soon, so that memory
 * is waited for once for all of them: at most SR_GAZ_MEMO_AHEAD. */
#define SR_GAZ_MEMO_AHEAD 16
void sr_gaz_memo_ahead(struct sr_gaz_memo *memo, const struct sr_gaz *g,
		       const struct sr_str *name, size_t n);

/* Has that tier any place, for K2 one that is close? */
bool sr_gaz_name_known(const struct sr_gaz *g, struct sr_gaz_name *name,
		       enum sr_gaz_tier tier);

/* As sr_gaz_place_bare, and the vector of the place's point. The country is
 * borrowed until the next call. */
bool sr_gaz_memo_place(struct sr_gaz_memo *memo, const struct sr_gaz *g,
		       uint32_t index, struct sr_gaz_place *p,
		       struct sr_gaz_vector *v);

/* Says that a place will soon be asked for: each is a miss of all caches. */
static inline void sr_gaz_memo_fetch(const struct sr_gaz_memo *memo,
				     uint32_t index)
{
	SR_PREFETCH(&memo->seen[index & (SR_GAZ_MEMO_PLACES - 1)]);
}

#endif
