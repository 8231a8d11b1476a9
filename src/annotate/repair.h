/* Slips of the net that its neighbours in the sentence give away. */
#ifndef SR_ANNOTATE_REPAIR_H
#define SR_ANNOTATE_REPAIR_H

#include "kit/kit.h"
#include "model/doc.h"

/* Mends tags, heads and relations of a sentence that has a tree; it has one
 * afterwards too. Lemmas are made later. */
void sr_repair(struct sr_doc *doc, const struct sr_kit *kit,
               const struct sr_sentence *s);

#endif
