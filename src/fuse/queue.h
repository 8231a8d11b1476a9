/* What a person should look at first: claims by how much of the record hangs on
 * each and how likely it is misread. A claim weighs what would change without
 * it: a holder of a place for so many days, an incident, a figure of losses,
 * one side of a conflict; the more origins share the burden, the less. That is
 * multiplied by the doubt in its reading. What a person has decided on is not
 * asked again. docs/decisions/066 has the weights. */
#ifndef SR_FUSE_QUEUE_H
#define SR_FUSE_QUEUE_H

#include "fuse/conflict.h"
#include "fuse/incident.h"

#define SR_QUEUE_REASONS 3

struct sr_queued {
	uint32_t claim; /* index into the records */
	uint32_t score; /* tenths of a point, doubt counted in */
	struct sr_str why[SR_QUEUE_REASONS]; /* the weightiest first */
	uint32_t weight[SR_QUEUE_REASONS];
	uint32_t nwhy;
};

struct sr_queue {
	SR_LIST(struct sr_queued) items; /* by score, then key */
};

struct sr_queue_in {
	const struct sr_records *records;
	const struct sr_voices *voices;	      /* of them */
	const struct sr_incidents *incidents; /* of them */
	const struct sr_conflicts *conflicts; /* of them */
};

/* The arena's. The same claims give the same queue. SR_NOMEM. */
enum sr_code sr_queue(const struct sr_queue_in *in, struct sr_arena *mem,
		      struct sr_queue *out, struct sr_err *err) SR_MUST_USE;

#endif
