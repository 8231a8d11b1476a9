/* Where sentences end. */
#ifndef SR_TEXT_SENTENCE_H
#define SR_TEXT_SENTENCE_H

#include "base/list.h"
#include "model/doc.h"
#include "text/split.h"
#include "text/words.h"

/* What is kept from block to block. */
struct sr_sentence_maker {
	struct sr_doc *doc;
	const struct sr_split_model *model;
	const struct spelling_table *words;
	SR_LIST(struct sr_split_token) shape; /* of the block's tokens */
};

/* Puts the tokens from `first` on, all of one block, into sentences. False:
 * no memory. */
bool sr_sentences_add(struct sr_sentence_maker *m, uint32_t block,
                      uint32_t first);

#endif
