/* Lines to blocks: paragraphs, headings, captions, what is of the page only. */
#ifndef SR_INGEST_BLOCKS_H
#define SR_INGEST_BLOCKS_H

#include "ingest/header.h"

/* Appends the blocks of n lines, in the order of the text, to doc->blocks.
 * `head`: they are a header's, of which no two belong together.
 * A dateline at the start of the text is cut off and taken in. false when the
 * arena is full. */
bool sr_blocks_make(struct sr_header *h, const struct sr_line *line, size_t n,
		    bool head);

#endif
