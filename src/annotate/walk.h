/* Walking the trees, and what English says without saying it: whose subject a
 * participle has, who is the agent of a passive, what stands for a pronoun.
 * After UD's relations (universaldependencies.org/u/dep); the rules for
 * unsaid subjects are those of Enhanced UD (Schuster & Manning 2016), and
 * some more for headlines. */
#ifndef SR_ANNOTATE_WALK_H
#define SR_ANNOTATE_WALK_H

#include "kit/kit.h"
#include "model/doc.h"
#include "ontology.h"

struct sr_tree {
	const struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_token *token; /* the doc's */
	uint32_t ntoken;
	uint32_t *child; /* first child of each token, SR_NONE */
	uint32_t *next;  /* its next sibling */
	uint32_t *from;  /* first token of the subtree */
	uint32_t *to;    /* one behind its last */
};

/* Links the children of every parsed sentence; false when the arena is full. */
bool sr_tree_init(struct sr_tree *t, struct sr_doc *doc,
                  const struct sr_kit *kit);

/* for (uint32_t c = t->child[i]; c != SR_NONE; c = t->next[c]) */
#define SR_CHILDREN(t, i, c)                                                   \
	for (uint32_t c = (t)->child[i]; c != SR_NONE; c = (t)->next[c])

/* The relation less its subtype: subtypes sort right behind their base in the
 * ontology, but only these are ours to join. */
static inline unsigned sr_base_rel(unsigned rel)
{
	switch (rel) {
	case SR_REL_ACL_RELCL:
		return SR_REL_ACL;
	case SR_REL_ADVCL_RELCL:
		return SR_REL_ADVCL;
	case SR_REL_AUX_PASS:
		return SR_REL_AUX;
	case SR_REL_CC_PRECONJ:
		return SR_REL_CC;
	case SR_REL_CSUBJ_OUTER:
	case SR_REL_CSUBJ_PASS:
		return SR_REL_CSUBJ;
	case SR_REL_DET_PREDET:
		return SR_REL_DET;
	case SR_REL_NMOD_DESC:
	case SR_REL_NMOD_UNMARKED:
		return SR_REL_NMOD;
	case SR_REL_NSUBJ_OUTER:
	case SR_REL_NSUBJ_PASS:
		return SR_REL_NSUBJ;
	case SR_REL_OBL_AGENT:
	case SR_REL_OBL_UNMARKED:
		return SR_REL_OBL;
	default:
		return rel;
	}
}

/* The relation with and without its subtype (nsubj:pass is a nsubj). */
static inline bool sr_rel_is(const struct sr_tree *t, uint32_t i, unsigned rel)
{
	unsigned r = t->token[i].deprel;

	return r == rel || sr_base_rel(r) == rel;
}

static inline bool sr_is_subject(const struct sr_tree *t, uint32_t i)
{
	return sr_rel_is(t, i, SR_REL_NSUBJ) || sr_rel_is(t, i, SR_REL_CSUBJ);
}

/* The first child with that relation, subtypes not told apart; SR_NONE. */
uint32_t sr_child(const struct sr_tree *t, uint32_t i, unsigned rel);

/* Is `a` above `i`, or i itself? */
bool sr_dominates(const struct sr_tree *t, uint32_t a, uint32_t i);

/* "Drones destroyed 12 tanks", read as tanks of some kind: no participle
 * stands between a noun and a number before what is counted, so that it is the
 * verb, the word before it its subject and the head its object. */
bool sr_is_misread(const struct sr_tree *t, uint32_t i);

/* A verb, or what stands as a predicate. */
bool sr_is_verb(const struct sr_tree *t, uint32_t i);
bool sr_is_noun(const struct sr_tree *t, uint32_t i);

/* "to seize" */
bool sr_is_infinitive(const struct sr_tree *t, uint32_t i);

/* The simple past or its participle: most verbs write them alike. */
static inline bool sr_is_past(const struct sr_token *t)
{
	return t->xpos == SR_XPOS_VBN || t->xpos == SR_XPOS_VBD;
}

/* Told in the passive, participles included ("towns captured by"). */
bool sr_is_passive(const struct sr_tree *t, uint32_t i);

/* What the words on the surface say is the subject, through conjunctions,
 * infinitives, participles and relative clauses; SR_NONE. */
uint32_t sr_subject(const struct sr_tree *t, uint32_t i);

/* The object, the noun that a relative clause leaves out included. */
uint32_t sr_object(const struct sr_tree *t, uint32_t i);

/* Who stands before the hyphen of a participle ("rebel-held"); SR_NONE. */
uint32_t sr_hyphen_agent(const struct sr_tree *t, uint32_t i);

/* The doer and the one it is done to, whatever the voice; SR_NONE. */
uint32_t sr_agent(const struct sr_tree *t, uint32_t i);
uint32_t sr_patient(const struct sr_tree *t, uint32_t i);

/* A relative pronoun's noun; any other token as it is. */
uint32_t sr_antecedent(const struct sr_tree *t, uint32_t i);

/* The symbol of the preposition that marks a noun; 0: none. */
uint32_t sr_case_of(const struct sr_tree *t, uint32_t i);

/* Does the verb have that particle ("fall back")? A symbol. */
bool sr_has_particle(const struct sr_tree *t, uint32_t i, uint32_t particle);

/* The predicate whose clause token i stands in: i itself if it is one. */
uint32_t sr_clause(const struct sr_tree *t, uint32_t i);

#endif
