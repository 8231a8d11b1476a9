/* Pages that came in more than one version: what their claims say otherwise. */
#ifndef SR_ANSWER_VERSIONS_H
#define SR_ANSWER_VERSIONS_H

#include "answer/ask.h"

/* A row for each claim that a version lacks, has more, or gives with another
 * figure or status than the one before it; one row for a version of which no
 * claim changed. By address and time. */
enum sr_code sr_versions_rows(struct sr_ask *ask,
			      struct sr_rows *rows) SR_MUST_USE;

#endif
