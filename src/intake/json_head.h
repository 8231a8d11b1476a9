/* The head of an object of JSON that is too large to be held: what stands before
 * its first list of objects. */
#ifndef SR_INTAKE_JSON_HEAD_H
#define SR_INTAKE_JSON_HEAD_H

#include "base/arena.h"
#include "base/str.h"

/* How many bytes there are up to the first object of the list, 0 if there is none
 * with a head of at most SR_MAX_JSON_HEAD; *head: what stands before the list, as
 * an object of its own, in mem. */
size_t sr_json_head(struct sr_arena *mem, struct sr_str bytes,
		    struct sr_str *head);

#endif
