/* Mentions to what they stand for. Each stage reads tokens, trees and hits,
 * and fills one list; token.place, .time, .party, .number point back. */
#ifndef SR_RESOLVE_RESOLVE_H
#define SR_RESOLVE_RESOLVE_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

/* Numbers with unit and bound. Needs tokens, tags; uses trees where parsed. */
enum sr_code sr_numbers(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err) SR_MUST_USE;

/* The publication day, where the header gave none, from the text as an
 * interval: fills report.published and published_inferred. */
enum sr_code sr_published(struct sr_doc *doc, const struct sr_kit *kit,
                          struct sr_err *err) SR_MUST_USE;

/* Expressions of time to intervals of days. Needs report.published. */
enum sr_code sr_times(struct sr_doc *doc, const struct sr_kit *kit,
                      struct sr_err *err) SR_MUST_USE;

/* Places to the gazetteer. */
enum sr_code sr_places(struct sr_doc *doc, const struct sr_kit *kit,
                       struct sr_err *err) SR_MUST_USE;

/* States, forces, units, groups, officials, media. Needs places. */
enum sr_code sr_parties(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err) SR_MUST_USE;

/* What does not fit the map, the calendar or itself: see model/remark.h.
 * Needs numbers, times and places. */
enum sr_code sr_remarks(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err) SR_MUST_USE;

#endif
