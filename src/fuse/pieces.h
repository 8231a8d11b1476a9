/* The words of a name, or of a claim, as the phrases of the tables have them. */
#ifndef SR_FUSE_PIECES_H
#define SR_FUSE_PIECES_H

#include "kit/kit.h"
#include "kit/phrase.h"

#define SR_MOST_PIECES 64 /* of a speaker's name, or of a claim's words */

struct sr_pieces {
	struct sr_str text[SR_MOST_PIECES];
	uint32_t symbol[SR_MOST_PIECES];
	uint8_t casing[SR_MOST_PIECES];
	uint32_t n;
};

void sr_pieces_cut(const struct sr_kit *kit, struct sr_str words,
		   struct sr_pieces *out);

/* The longest phrase from piece `from` on that is in one of the tables, and how
 * many pieces it has; NULL. */
const struct sr_phrase *sr_pieces_phrase(const struct sr_kit *kit,
					 const struct sr_pieces *p,
					 uint32_t from,
					 bool (*wanted)(unsigned table),
					 uint32_t *length);

#endif
