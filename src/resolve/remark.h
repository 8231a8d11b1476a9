/* Between remark.c, the stage, and remark_place.c, remark_time.c and
 * remark_number.c, which each look for their own kinds.
 *
 * A remark that is wrong costs more than one that is missed: whatever has
 * another reading in which all fits, says nothing. */
#ifndef SR_RESOLVE_REMARK_H
#define SR_RESOLVE_REMARK_H

#include "resolve/resolve.h"

struct remark_work {
	struct sr_doc *doc;
	const struct sr_kit *kit;
};

/* Each gives false when memory ran out. */
bool remark_places(struct remark_work *w);
bool remark_times(struct remark_work *w);
bool remark_numbers(struct remark_work *w);

/* A new remark; NULL when memory ran out. */
struct sr_remark *remark_push(struct remark_work *w, enum sr_remark_kind kind,
			      struct sr_span at, struct sr_span beside);

/* Words put together, the arena's; empty when that is full. */
struct sr_str remark_words(struct remark_work *w, const char *fmt, ...)
	SR_PRINTF(2, 3);

/* The token behind the longest phrase of parts.tsv of that kind that begins at
 * `from` and ends by `to`; `from` if there is none. */
uint32_t remark_phrase(const struct remark_work *w, uint32_t from, uint32_t to,
		       enum sr_parts_kind kind);

/* The first hit that begins at a token or later. */
size_t remark_hit(const struct remark_work *w, uint32_t token);

/* Is the sentence of a token one to look at: no repetition, no field? */
bool remark_wanted(const struct remark_work *w, uint32_t token);

/* A whole number in thousandths. */
static inline struct sr_count remark_count(int64_t n)
{
	return (struct sr_count){ n * 1000, n * 1000 };
}

#endif
