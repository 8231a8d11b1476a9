/* Who is counted in a loss, as far as numbers of them may be set side by side:
 * all who fight on a side are one crowd, however they are called, and so are
 * all civilians; any others ("officers", "children") are one with those of the
 * same word only. The words are data/ontology/fighters.tsv and folk.tsv. */
#ifndef SR_FUSE_CROWD_H
#define SR_FUSE_CROWD_H

#include "sitrep.h"

/* The rest stand for words: larger numbers, always the same for one word. */
enum { SR_CROWD_ANY, SR_CROWD_FIGHTERS, SR_CROWD_FOLK, SR_CROWDS };

/* Of the claim's target; SR_CROWD_ANY where nobody is named and for things. */
uint32_t sr_crowd_of(const struct sr_claim *claim);

#endif
