/* The reading from end to end. */
#ifndef SR_API_READ_H
#define SR_API_READ_H

#include "ingest/ingest.h"
#include "kit/kit.h"
#include "model/stage.h"

/* The stages in their order; ends with a NULL name. */
extern const struct sr_stage sr_stages[];

/* Runs the stages on an ingested doc until the lists in `want` are filled
 * (SR_HAS_TREES for annotate, SR_HAS_CLAIMS for all). */
enum sr_code sr_doc_read(struct sr_doc *doc, const struct sr_kit *kit,
                         unsigned want, struct sr_err *err) SR_MUST_USE;

#endif
