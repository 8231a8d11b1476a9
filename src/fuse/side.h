/* What the tables say of a claim's words that fusion needs: whose side a
 * speaker is on, by its name ("Ukraine's General Staff", "Baku", "a Taliban
 * spokesman"), so that a boast and an admission can be told apart. */
#ifndef SR_FUSE_SIDE_H
#define SR_FUSE_SIDE_H

#include "kit/kit.h"
#include "model/record.h"

/* The side of the first state, group, leader or institution that the name has
 * in it; the longest of those that begin there. Empty: none, or one that is on
 * no side. The kit's. */
struct sr_str sr_side_in(const struct sr_kit *kit, struct sr_str name);

/* Is it a side that a table of states or groups has? */
bool sr_side_listed(const struct sr_kit *kit, struct sr_str side);

/* Of the speaker of each claim, or of a publisher who is of a side himself; the
 * arena's, NULL when it is full. Without a kit all are empty. */
struct sr_str *sr_speaker_sides(const struct sr_kit *kit,
				const struct sr_records *records,
				struct sr_arena *mem);

#endif
