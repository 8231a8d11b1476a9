/* What can't both be right, out of the ledger: see fuse/conflict.h. */
#ifndef SR_ANSWER_CONFLICTS_H
#define SR_ANSWER_CONFLICTS_H

#include "answer/ask.h"
#include "fuse/conflict.h"

struct sr_conflicts_view {
	struct sr_ask *ask;
	struct sr_records all, remarks;
	struct sr_voices voices;
	struct sr_conflicts found;
};

/* Those of which the filter asks for a claim; `every`: all, as known on the
 * filter's day. */
enum sr_code sr_conflicts_load(struct sr_ask *ask, bool every,
			       struct sr_conflicts_view *v) SR_MUST_USE;

/* The i-th claim of a conflict, what is said first. */
const struct sr_record *sr_conflict_claim(const struct sr_conflicts_view *v,
					  const struct sr_conflict *c,
					  size_t i);

/* Who says it: the speaker, else the publisher, else the report's name. */
struct sr_str sr_conflict_voice(const struct sr_conflicts_view *v,
				const struct sr_record *r);
struct sr_str sr_noted_voice(const struct sr_conflicts_view *v,
			     const struct sr_noted *n);

/* Rows of n of them. */
void sr_conflicts_rows(struct sr_conflicts_view *v, size_t from, size_t n,
		       struct sr_rows *rows);

#endif
