/* What a report mentions, as JSON Lines: places, times, parties, numbers.
 * docs/formats/mentions.md names the keys. */
#ifndef SR_VIEWS_MENTIONS_H
#define SR_VIEWS_MENTIONS_H

#include "base/err.h"
#include "base/json.h"
#include "kit/kit.h"
#include "model/doc.h"

/* Appends one line for each mention of the doc, in the order of the text
 * (at the same start: place, time, party, number). Offsets are code points.
 * The kit is the one that the doc was read with. SR_NOMEM when the buffer or the doc's arena is full. */
enum sr_code sr_mentions_write(struct sr_doc *doc, const struct sr_kit *kit,
			       struct sr_json *j,
			       struct sr_err *err) SR_MUST_USE;

#endif
