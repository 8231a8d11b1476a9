/* What party_refer.c, party_definite.c and party_pronoun.c share: mentions in
 * the order of their heads, as far as they have been met. */
#ifndef SR_RESOLVE_PARTY_REFER_H
#define SR_RESOLVE_PARTY_REFER_H

#include "resolve/party_internal.h"

struct sr_refer {
	struct sr_muster *m;
	uint32_t *order; /* drafts by head token */
	size_t norder;
	uint32_t nentity;
};

static inline struct sr_draft *sr_met(const struct sr_refer *r, size_t i)
{
	return &r->m->drafts.items[r->order[i]];
}

static inline uint32_t sr_met_in(const struct sr_refer *r,
				 const struct sr_draft *d)
{
	return r->m->token[d->p.m.head].sentence;
}

/* Makes a draft stand for the party of another. */
void sr_refer_take(struct sr_draft *d, const struct sr_draft *from);

/* Settles whose a common noun is that says nothing of it ("the brigade",
 * "troops", "the enemy"), and appositions; the draft is the i-th met. */
void sr_refer_noun(struct sr_refer *r, size_t i);

/* Reads the pronoun at a token: a new draft where it stands for somebody. */
void sr_refer_pronoun(struct sr_refer *r, uint32_t token);

#endif
