/* Byte offsets of a text as offsets in Unicode code points, which is what
 * everything that leaves the program counts in. */
#ifndef SR_BASE_OFFSET_H
#define SR_BASE_OFFSET_H

#include "base/arena.h"

struct sr_offsets {
	struct sr_str text;
	uint32_t *before; /* code points before each 256th byte */
};

/* `text` is borrowed, the rest is the arena's; false when that is full. */
bool sr_offsets_init(struct sr_offsets *o, struct sr_arena *mem,
		     struct sr_str text);

/* Code points before the byte at `at`, which may be the text's end. */
uint32_t sr_offset_points(const struct sr_offsets *o, uint32_t at);

#endif
