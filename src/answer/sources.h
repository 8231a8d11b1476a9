/* Publishers, speakers and texts, and how each fares beside the others, as
 * rows: see fuse/source.h. */
#ifndef SR_ANSWER_SOURCES_H
#define SR_ANSWER_SOURCES_H

#include "answer/ask.h"

/* Those with a claim that the filter lets through. */
enum sr_code sr_sources_rows(struct sr_ask *ask,
			     struct sr_rows *rows) SR_MUST_USE;

#endif
