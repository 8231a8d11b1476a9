/* Where sentences end. */
#ifndef SR_TEXT_SENTENCE_H
#define SR_TEXT_SENTENCE_H

#include "kit/kit.h"
#include "text/split.h"

/* What is kept from block to block. */
struct sr_sentence_maker {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_split_model *model;
	struct sr_split_token *shape;
	size_t room;
};

/* Puts the tokens from `first` on, all of one block, into sentences. False:
 * no memory. */
bool sr_sentences_add(struct sr_sentence_maker *m, uint32_t block,
                      uint32_t first);

#endif
