/* What party_refer.c, party_definite.c and party_pronoun.c share: mentions in
 * the order of their heads, as far as they have been met. */
#ifndef SR_RESOLVE_PARTY_REFER_H
#define SR_RESOLVE_PARTY_REFER_H

#include "resolve/party_internal.h"

/* A unit of the report under all its names. */
struct sr_known_unit {
	struct sr_unit is; /* what all its mentions say of it */
	struct sr_str name, side;
	uint32_t row;	 /* of formations.tsv, SR_NONE */
	uint32_t entity;
	uint32_t last;	 /* mention, in the order met */
	uint32_t parent; /* known unit, SR_NONE */
	uint8_t why;	 /* enum sr_party_why, of its side */
};

struct sr_refer {
	struct sr_muster *m;
	SR_LIST(struct sr_known_unit) units;
	uint32_t *order; /* drafts by head token */
	size_t norder;
	uint32_t nentity;
	bool ours; /* the report says "our troops" */
	struct sr_str own; /* side of "our troops" outside quotations, empty */
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

#define FAR_SENTENCES 12 /* that a definite noun looks back */
#define NEAR_SENTENCES 2

/* Is one met at most so many sentences before another? */
static inline bool sr_met_within(const struct sr_refer *r,
				 const struct sr_draft *early,
				 const struct sr_draft *late, uint32_t most)
{
	return sr_met_in(r, late) - sr_met_in(r, early) <= most;
}

/* party_band.c: the group or alliance that a definite noun stands for; NULL
 * where it is no word for one. */
const struct sr_draft *sr_band_before(const struct sr_refer *r, size_t i);

/* party_verb.c: the side of the party that a token stands for, if that takes part
 * in the war; empty. */
struct sr_str sr_fighter_side(const struct sr_refer *r, uint32_t token);

/* "Russia lost 300 soldiers", "killed 300 soldiers": whose they must
 * be; empty where nothing says so. */
struct sr_str sr_side_by_verb(const struct sr_refer *r,
			      const struct sr_draft *d);

/* The side of those who act before a mention in its sentence; empty if several. */
struct sr_str sr_side_acting(const struct sr_refer *r, size_t i);

/* "A hundred assailants", without a side: gives them that of those who are
 * said to have attacked. */
void sr_refer_attackers(struct sr_refer *r, size_t i);

/* "The KLA, whose fighters": gives the fighters the side of what the clause is
 * said of; false where there is none. */
bool sr_refer_whose(const struct sr_refer *r, struct sr_draft *d);

/* party_own.c: does the report itself say "our troops"? Then *own is whose
 * words it is, empty where that is not plain. */
bool sr_own_side(const struct sr_muster *m, struct sr_str *own);

/* party_order.c: gives the i-th met, a unit with a name, its entity. */
void sr_order_entity(struct sr_refer *r, size_t i);

/* The units of the report once all are met: what each is of, whose they are,
 * one name for each, and their men ("its soldiers"). */
void sr_order_finish(struct sr_refer *r);

/* Makes a draft stand for the party of another. */
void sr_refer_take(struct sr_draft *d, const struct sr_draft *from);

/* Settles whose a common noun is that says nothing of it ("the brigade",
 * "troops", "the enemy"), and appositions; the draft is the i-th met. */
void sr_refer_noun(struct sr_refer *r, size_t i);

/* Reads the pronoun at a token: a new draft where it stands for somebody. */
void sr_refer_pronoun(struct sr_refer *r, uint32_t token);

#endif
