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

/* What was asked of a word before: 0 not yet, else the token + 2, SR_NONE
 * included; passive: 1 no, 2 yes. */
struct sr_roles {
	uint32_t agent, patient, subject, passive;
};

struct sr_tree {
	const struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_token *token; /* the doc's */
	uint32_t ntoken;
	uint32_t *child; /* first child of each token, SR_NONE */
	uint32_t *next;  /* its next sibling */
	uint64_t *rels;  /* the relations of its children: sr_rels */
	uint32_t *from;  /* first token of the subtree */
	uint32_t *to;    /* one behind its last */
	/* One a token, zeroed, or NULL: only once nothing that they hang on
	 * changes any more, times, numbers and parties included. */
	struct sr_roles *roles;
};

/* Links the children of every parsed sentence; false when the arena is full. */
bool sr_tree_init(struct sr_tree *t, struct sr_doc *doc,
                  const struct sr_kit *kit);

/* for (uint32_t c = t->child[i]; c != SR_NONE; c = t->next[c]) */
#define SR_CHILDREN(t, i, c)                                                   \
	for (uint32_t c = (t)->child[i]; c != SR_NONE; c = (t)->next[c])

/* A set of relations, a bit each. */
#define SR_REL_BIT(rel) ((uint64_t)1 << (rel))
_Static_assert(SR_REL_COUNT <= 64, "a set of relations is one word");

/* A relation and its subtypes: these sort right behind their base in the
 * ontology, but only these are ours to join. */
static inline uint64_t sr_rels(unsigned rel)
{
	switch (rel) {
	case SR_REL_ACL:
		return SR_REL_BIT(SR_REL_ACL) | SR_REL_BIT(SR_REL_ACL_RELCL);
	case SR_REL_ADVCL:
		return SR_REL_BIT(SR_REL_ADVCL) |
		       SR_REL_BIT(SR_REL_ADVCL_RELCL);
	case SR_REL_AUX:
		return SR_REL_BIT(SR_REL_AUX) | SR_REL_BIT(SR_REL_AUX_PASS);
	case SR_REL_CC:
		return SR_REL_BIT(SR_REL_CC) | SR_REL_BIT(SR_REL_CC_PRECONJ);
	case SR_REL_CSUBJ:
		return SR_REL_BIT(SR_REL_CSUBJ) |
		       SR_REL_BIT(SR_REL_CSUBJ_OUTER) |
		       SR_REL_BIT(SR_REL_CSUBJ_PASS);
	case SR_REL_DET:
		return SR_REL_BIT(SR_REL_DET) | SR_REL_BIT(SR_REL_DET_PREDET);
	case SR_REL_NMOD:
		return SR_REL_BIT(SR_REL_NMOD) |
		       SR_REL_BIT(SR_REL_NMOD_DESC) |
		       SR_REL_BIT(SR_REL_NMOD_UNMARKED);
	case SR_REL_NSUBJ:
		return SR_REL_BIT(SR_REL_NSUBJ) |
		       SR_REL_BIT(SR_REL_NSUBJ_OUTER) |
		       SR_REL_BIT(SR_REL_NSUBJ_PASS);
	case SR_REL_OBL:
		return SR_REL_BIT(SR_REL_OBL) | SR_REL_BIT(SR_REL_OBL_AGENT) |
		       SR_REL_BIT(SR_REL_OBL_UNMARKED);
	default:
		return SR_REL_BIT(rel);
	}
}

/* Has it one of a set of relations? */
static inline bool sr_rel_in(const struct sr_tree *t, uint32_t i, uint64_t rels)
{
	return rels >> (t->token[i].deprel & 63) & 1;
}

/* The relation with and without its subtype (nsubj:pass is a nsubj). */
static inline bool sr_rel_is(const struct sr_tree *t, uint32_t i, unsigned rel)
{
	return sr_rel_in(t, i, sr_rels(rel));
}

#define SR_RELS_SUBJECT (sr_rels(SR_REL_NSUBJ) | sr_rels(SR_REL_CSUBJ))

static inline bool sr_is_subject(const struct sr_tree *t, uint32_t i)
{
	return sr_rel_in(t, i, SR_RELS_SUBJECT);
}

/* The first child with one of a set of relations that some child has. */
uint32_t sr_child_in(const struct sr_tree *t, uint32_t i, uint64_t rels);

/* The first child with that relation, subtypes not told apart; SR_NONE. */
static inline uint32_t sr_child(const struct sr_tree *t, uint32_t i,
				unsigned rel)
{
	uint64_t rels = sr_rels(rel);

	return t->rels[i] & rels ? sr_child_in(t, i, rels) : SR_NONE;
}

/* Is `a` above `i`, or i itself? */
bool sr_dominates(const struct sr_tree *t, uint32_t a, uint32_t i);

/* "Drones destroyed 12 tanks", read as tanks of some kind: no participle
 * stands between a noun and a number before what is counted, so that it is the
 * verb, the word before it its subject and the head its object. */
bool sr_is_misread_amod(const struct sr_tree *t, uint32_t i);
static inline bool sr_is_misread(const struct sr_tree *t, uint32_t i)
{
	return t->token[i].deprel == SR_REL_AMOD && sr_is_misread_amod(t, i);
}

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

/* Is it one, sr_clause(t, i) == i? */
bool sr_is_clause(const struct sr_tree *t, uint32_t i);

#endif
