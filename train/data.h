/* Treebanks in CoNLL-U, as the trainers need them. */
#ifndef SR_TRAIN_DATA_H
#define SR_TRAIN_DATA_H

#include "sitrep.h"

struct word {
	struct sr_str form, lemma;
	uint32_t head; /* 1 is the sentence's first word, 0 the root */
	uint8_t upos, xpos, rel, flags;
};

struct sentence {
	uint32_t from, to; /* words */
	bool paragraph;    /* begins one */
};

struct treebank {
	char *bytes;
	struct word *word;
	size_t nword, word_room;
	struct sentence *sentence;
	size_t nsentence, sentence_room;
};

/* Reads a file; leaves with a message when it can't. Forms and lemmas point
 * into bytes, which are kept. */
void treebank_read(struct treebank *t, const char *path);

/* The bytes of a file with a NUL behind them; leaves when it can't. */
char *file_read(const char *path, size_t *n);

/* realloc that leaves the program when there is no memory. */
void *grown(void *p, size_t n, size_t size);

#endif
