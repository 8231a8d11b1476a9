/* Tables as a researcher edits them. The rules of every .tsv:
 *
 * UTF-8, LF, one tab between cells, one row a line; line 1 that is no comment
 * names the columns; comment lines start with # and stand only above or right
 * below the names; - is an empty cell; the first column is an id of
 * [a-z0-9.-], unique, the rows sorted by it in byte order. No space at either
 * end of a cell, none doubled.
 *
 * An error names file, line and column, what was found and what was expected. */
#ifndef SR_KIT_TSV_H
#define SR_KIT_TSV_H

#include "base/arena.h"
#include "base/err.h"

struct sr_tsv_row {
	uint32_t line;
	struct sr_str *cell; /* ncolumn of them; "-" is given as empty */
};

struct sr_tsv {
	const char *path; /* borrowed: as errors name the file */
	struct sr_str *column;
	size_t ncolumn;
	struct sr_tsv_row *row;
	size_t nrow;
};

/* Reads a table. `bytes` is borrowed as long as t is used; all else is the
 * arena's. Fails with SR_REFUSED, or SR_LIMIT, or SR_NOMEM. */
enum sr_code sr_tsv_read(struct sr_arena *a, const char *path,
                         struct sr_str bytes, struct sr_tsv *t,
                         struct sr_err *err) SR_MUST_USE;

/* The row with this id, by binary search; NULL if there is none. */
const struct sr_tsv_row *sr_tsv_find(const struct sr_tsv *t, struct sr_str id);

/* "path:line" into a struct sr_err's `where`. */
void sr_tsv_where(const struct sr_tsv *t, uint32_t line, char *out, size_t n);

#endif
