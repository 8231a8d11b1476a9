/* Where sentences end. */
#ifndef SR_TEXT_SENTENCE_H
#define SR_TEXT_SENTENCE_H

#include "text/words.h"

/* Puts the tokens from `first` on, all of one block, into sentences. False:
 * no memory. */
bool sr_sentences_add(struct sr_doc *doc, const struct spelling_table *words,
		      uint32_t block, uint32_t first);

#endif
