/* Where the word or mark that begins at a place of the text ends. */
#ifndef SR_TEXT_PIECE_H
#define SR_TEXT_PIECE_H

#include "text/chars.h"
#include "text/words.h"

/* A stretch of the text without white space in it, at most SR_MAX_RUN bytes. */
struct text_run {
	struct sr_str text; /* all of it, so that what follows can be seen */
	size_t from, to;
	bool last;  /* of its block */
	bool space; /* or the block's end behind it: it was not cut */
	const struct spelling_table *words;
};

/* The end of the piece at `at`, in (at, run->to]. A full stop that belongs to
 * an abbreviation is in it, clitics are not cut off yet. */
size_t sr_piece_end(const struct text_run *run, size_t at);

/* The end of a web or mail address that begins at `at`; `at` if none does. */
size_t sr_address_end(const struct text_run *run, size_t at);

#endif
