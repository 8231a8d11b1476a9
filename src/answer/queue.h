/* What a person should look at first, out of the ledger: see fuse/queue.h. */
#ifndef SR_ANSWER_QUEUE_H
#define SR_ANSWER_QUEUE_H

#include "answer/ask.h"
#include "fuse/queue.h"

struct sr_queue_view {
	struct sr_ask *ask;
	struct sr_records all;
	struct sr_voices voices;
	struct sr_incidents incidents;
	struct sr_conflicts conflicts;
	struct sr_queue queue;
};

/* All that weighs on the record and was not reviewed. */
enum sr_code sr_queue_load(struct sr_ask *ask,
			   struct sr_queue_view *v) SR_MUST_USE;

/* The i-th as an object: id, score, because, type, confidence, doc, text. */
void sr_queue_object(const struct sr_queue_view *v, size_t i,
		     struct sr_json *out);

#endif
