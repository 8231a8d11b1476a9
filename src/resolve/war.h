/* Which war a report is about. */
#ifndef SR_RESOLVE_WAR_H
#define SR_RESOLVE_WAR_H

#include "kit/kit.h"
#include "model/doc.h"

/* The row of SR_TABLE_WARS whose names and words the report has most, among
 * those that had begun by the last day of `day` (all, where it is unknown);
 * SR_NONE where too little speaks for any. Needs hits. */
uint32_t sr_war_find(struct sr_doc *doc, const struct sr_kit *kit,
                     struct sr_days day);

/* Is that word, folded, what people call this war for short? */
bool sr_war_called(const struct sr_kit *kit, uint32_t war, struct sr_str word);

#endif
