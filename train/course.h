/* A course of training: epochs over the treebank, scored on another part. */
#ifndef SR_TRAIN_COURSE_H
#define SR_TRAIN_COURSE_H

#include "teach.h"

struct course {
	struct corpus train, dev;
	struct corpus more; /* without trees; may be empty */
	struct corpus made; /* by a grammar; a part of it each epoch */
	struct sr_net words; /* the vocabulary that features are made by */
	uint32_t *count;     /* of each of its words in train */
	struct sr_mst tree;
	struct batch batch;
	struct net *teacher; /* whose opinion alone counts; NULL: none */
	struct opinions opinions; /* its */
	const char *who; /* learns: begins its lines; may be NULL */
};

/* The banks and words are there; makes the examples of all. */
void course_begin(struct course *c);

struct plan {
	size_t epochs, made; /* sentences made that one of them has */
	double rate;
	double rounded; /* from this part on as the 8-bit net rounds */
	double thin;	/* share of blocks put to zero (thin.h) */
	double thin_until; /* this part, most of them early */
};

/* Trains n; prints a line for each epoch. */
void course_run(struct course *c, struct net *n, const struct plan *p);

#endif
