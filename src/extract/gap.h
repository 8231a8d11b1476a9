/* What the patterns lack: verbs that those who fight do or suffer, or that are
 * done to a place, and that no table of extraction knows. */
#ifndef SR_EXTRACT_GAP_H
#define SR_EXTRACT_GAP_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

/* Tokens of the doc, in the doc's memory. */
struct sr_gap_verbs {
	uint32_t *items;
	size_t nitem, room;
};

/* Of a doc that was read to its claims. Fails only for want of memory. */
enum sr_code sr_gap_verbs(struct sr_doc *doc, const struct sr_kit *kit,
                          struct sr_gap_verbs *verbs,
                          struct sr_err *err) SR_MUST_USE;

#endif
