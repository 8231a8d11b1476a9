/* Looking parties up, for the stages behind. */
#ifndef SR_RESOLVE_PARTY_H
#define SR_RESOLVE_PARTY_H

#include "model/doc.h"

/* The party mention that a token heads; NULL. The head of a mention is the
 * word that stands for it in the tree, so the subject of a verb heads the
 * party that acts. */
const struct sr_party *sr_party_headed(const struct sr_doc *doc,
				       uint32_t token);

/* The party that the words in front of any noun name: the tank's of "a Russian
 * tank", the army's of "the army's positions", the rebels' of "rebel
 * shelling"; the nearest word before a farther one, a possessor last. Of a
 * noun that heads a party itself that party. NULL where none is named. Needs
 * trees. */
const struct sr_party *sr_party_of_noun(const struct sr_doc *doc,
					uint32_t noun);

/* The first mention of an entity; NULL for a number that is none's. */
const struct sr_party *sr_party_first(const struct sr_doc *doc,
				      uint32_t entity);

#endif
