/* What stands in the first line of a request: "/api/claims?place=Sumy&limit=5"
 * as a path and pairs. Strict: what no page of ours would send is refused
 * rather than guessed at, and each key may stand once. */
#ifndef SR_SERVE_QUERY_H
#define SR_SERVE_QUERY_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define SR_MOST_TARGET 4096 /* bytes of path and pairs */
#define SR_MOST_PAIRS 32
#define SR_MOST_VALUE 1024 /* bytes of a value, decoded */

struct sr_pair {
	struct sr_str key, value; /* NUL-ended; UTF-8 */
};

struct sr_query {
	struct sr_str path; /* begins with "/", plain letters only */
	struct sr_pair pair[SR_MOST_PAIRS];
	size_t npair;
};

/* Strings are the arena's. SR_USAGE says what is wrong. */
enum sr_code sr_query_read(struct sr_str target, struct sr_arena *mem,
			   struct sr_query *out,
			   struct sr_err *err) SR_MUST_USE;

/* The value of a key, NUL-ended; NULL if it is not there. */
const char *sr_query_value(const struct sr_query *q, const char *key);

#endif
