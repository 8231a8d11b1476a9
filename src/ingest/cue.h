/* Phrases of a table at one place of a text, before there are tokens. */
#ifndef SR_INGEST_CUE_H
#define SR_INGEST_CUE_H

#include "kit/kit.h"
#include "kit/phrase.h"

struct sr_cue {
	uint32_t row;
	struct sr_span at; /* the words, without white space around them */
};

/* The longest phrase of `table` with which text[within] begins, white space
 * in front of it skipped. false: none. */
bool sr_cue_at(const struct sr_kit *kit, enum sr_trie trie, enum sr_table table,
	       struct sr_str text, struct sr_span within, struct sr_cue *cue);

/* The same of a phrase that text[within] is, no more and no less. */
bool sr_cue_is(const struct sr_kit *kit, enum sr_trie trie, enum sr_table table,
	       struct sr_str text, struct sr_span within, struct sr_cue *cue);

/* Whether some table has the word in capitals throughout: NATO, UNICEF. */
bool sr_is_acronym(const struct sr_kit *kit, struct sr_str word);

#endif
