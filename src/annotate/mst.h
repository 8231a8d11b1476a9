/* The maximum spanning tree: the best tree from scores of arcs. */
#ifndef SR_ANNOTATE_MST_H
#define SR_ANNOTATE_MST_H

#include "base/arena.h"

/* Scratch for sentences of up to `most` words. */
struct sr_mst {
	size_t most;
	float *score;	      /* [most + 1][most + 1]: dependent, head */
	uint16_t *dep, *head; /* likewise: the arc of words it stands for */
	uint16_t *best, *id;  /* [most + 1] */
	uint16_t *parent;     /* [2 most + 2]: of nodes in the contraction */
	uint16_t *cycle;      /* [most + 1]: slots of a cycle */
	float *own;	      /* [most + 1]: scores of the arcs within it */
	uint16_t *live;	      /* [most + 1]: slots that have a node */
	/* [2 most + 2]: the members of all cycles: the arc of words that each
	 * has within, the node that it became part of, its own node */
	uint16_t *cycle_dep, *cycle_head, *cycle_id, *cycle_child;
	uint16_t *entered; /* [2 most + 2]: the member that has a head outside */
	uint16_t *mark;
	uint32_t *word; /* [most]: each word's best head but for the root */
};

/* False: no memory. */
bool sr_mst_init(struct sr_mst *t, struct sr_arena *mem, size_t most);

/* score[j * width + i] for the word i of n, from 0, and its head j of n + 1: 0
 * the root, j the j-th word, from 1. Scores are below 1000 in size. */
struct sr_mst_scores {
	const float *score;
	size_t width, n;
};

/* The best head of each word alone, and the best that is no root (0 if there
 * is none); the first of those that are as good. */
void sr_mst_best(const struct sr_mst_scores *s, uint32_t *word, uint32_t *head);

/* Makes of those head[n] the tree of the largest sum in which one word alone
 * hangs on the root. n is at most t->most. */
void sr_mst_mend(struct sr_mst *t, const struct sr_mst_scores *s,
		 const uint32_t *word, uint32_t *head);

/* Both. */
void sr_mst_find(struct sr_mst *t, const float *score, size_t width, size_t n,
		 uint32_t *head);

#endif
