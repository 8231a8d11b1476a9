#include "kit/tsv.h"

#include <stdio.h>

#include "base/limits.h"
#include "base/list.h"
#include "base/str.h"
#include "base/utf8.h"

#define MAX_COLUMNS 32

struct reader {
	struct sr_arena *mem;
	struct sr_tsv *t;
	uint32_t line;
	SR_LIST(struct sr_tsv_row) rows;
	struct sr_err *err;
};

void sr_tsv_where(const struct sr_tsv *t, uint32_t line, char *out, size_t n)
{
	snprintf(out, n, "%s:%u", t->path, line);
}

static enum sr_code refuse(struct reader *r, const char *found,
                           struct sr_str cell, const char *expected)
{
	char where[96];

	sr_tsv_where(r->t, r->line, where, sizeof(where));
	return sr_fail(r->err, SR_REFUSED, where, "%s '%.*s': expected %s",
	               found, (int)(cell.n > 60 ? 60 : cell.n), cell.s,
	               expected);
}

static bool id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
	       c == '-';
}

static enum sr_code check_id(struct reader *r, struct sr_str id)
{
	const struct sr_tsv_row *last =
	        r->rows.nitem ? &r->rows.items[r->rows.nitem - 1] : NULL;

	for (size_t i = 0; i < id.n; i++)
		if (!id_char(id.s[i]))
			return refuse(r, "id", id,
			              "only a-z, 0-9, '.' and '-'");
	if (id.n == 0)
		return refuse(r, "id", SR_STR("-"), "a name of the row's own");
	int order = last ? sr_str_order(last->cell[0], id) : -1;
	if (order == 0)
		return refuse(r, "id", id, "one that no other row has");
	if (order > 0)
		return refuse(r, "id", id, "rows sorted by their ids");
	return SR_OK;
}

static enum sr_code check_cell(struct reader *r, struct sr_str cell)
{
	bool space = true;

	for (size_t i = 0; i < cell.n; i++) {
		bool now = cell.s[i] == ' ';
		if (now && space)
			return refuse(r, "cell", cell,
			              "single spaces, none at the start");
		space = now;
	}
	if (cell.n && space)
		return refuse(r, "cell", cell, "no space at the end");
	return SR_OK;
}

/* Splits a line into at most MAX_COLUMNS cells; gives their number. */
static size_t split(struct sr_str line, struct sr_str cell[MAX_COLUMNS])
{
	size_t n = 0;

	while (line.s && n < MAX_COLUMNS)
		cell[n++] = sr_str_cut(&line, '\t');
	return line.s ? MAX_COLUMNS + 1 : n;
}

static enum sr_code read_names(struct reader *r, struct sr_str line)
{
	struct sr_str cell[MAX_COLUMNS];
	size_t n = split(line, cell);

	if (n > MAX_COLUMNS || n < 1 || !sr_str_is(cell[0], "id"))
		return refuse(r, "first line", line,
		              "the columns' names, the first of them 'id'");
	r->t->column = SR_NEW(r->mem, struct sr_str, n);
	if (!r->t->column)
		return sr_fail_nomem(r->err, r->t->path);
	memcpy(r->t->column, cell, n * sizeof(*cell));
	r->t->ncolumn = n;
	return SR_OK;
}

static enum sr_code read_row(struct reader *r, struct sr_str line)
{
	struct sr_str cell[MAX_COLUMNS];
	size_t n = split(line, cell);
	char expected[64];

	if (n != r->t->ncolumn) {
		snprintf(expected, sizeof(expected),
		         "%zu cells with a tab between them", r->t->ncolumn);
		return refuse(r, "row", line, expected);
	}
	for (size_t i = 0; i < n; i++) {
		enum sr_code code = check_cell(r, cell[i]);
		if (code)
			return code;
		if (cell[i].n == 0)
			return refuse(r, "empty cell in row", cell[0],
			              "'-' where there is nothing");
		if (sr_str_is(cell[i], "-"))
			cell[i].n = 0;
	}
	enum sr_code code = check_id(r, cell[0]);
	if (code)
		return code;
	struct sr_tsv_row *row = SR_PUSH(r->mem, &r->rows);
	struct sr_str *own = SR_NEW(r->mem, struct sr_str, n);
	if (!row || !own)
		return sr_fail_nomem(r->err, r->t->path);
	memcpy(own, cell, n * sizeof(*cell));
	*row = (struct sr_tsv_row){ r->line, own };
	return SR_OK;
}

static enum sr_code read_line(struct reader *r, struct sr_str line)
{
	if (line.n > SR_MAX_TABLE_LINE)
		return sr_fail(r->err, SR_LIMIT, r->t->path,
		               "line %u is longer than %u bytes", r->line,
		               SR_MAX_TABLE_LINE);
	if (line.n && line.s[0] == '#') {
		if (r->rows.nitem)
			return refuse(r, "comment", line,
			              "comments above the first row");
		return SR_OK;
	}
	if (!r->t->column)
		return read_names(r, line);
	return read_row(r, line);
}

enum sr_code sr_tsv_read(struct sr_arena *a, const char *path,
                         struct sr_str bytes, struct sr_tsv *t,
                         struct sr_err *err)
{
	struct reader r = { .mem = a, .t = t, .err = err };
	struct sr_str rest = bytes;
	size_t bad = sr_utf8_check(bytes);

	*t = (struct sr_tsv){ .path = path };
	if (bytes.n > SR_MAX_TABLE_FILE)
		return sr_fail(err, SR_LIMIT, path,
		               "larger than %u bytes", SR_MAX_TABLE_FILE);
	if (bad != bytes.n)
		return sr_fail(err, SR_REFUSED, path,
		               "byte %zu is not UTF-8: expected UTF-8", bad);
	while (rest.n) {
		struct sr_str line = sr_str_cut(&rest, '\n');
		r.line++;
		enum sr_code code = read_line(&r, line);
		if (code)
			return code;
	}
	if (!t->column)
		return sr_fail(err, SR_REFUSED, path,
		               "no rows: expected the columns' names first");
	t->row = r.rows.items;
	t->nrow = r.rows.nitem;
	return SR_OK;
}

const struct sr_tsv_row *sr_tsv_find(const struct sr_tsv *t, struct sr_str id)
{
	size_t lo = 0, hi = t->nrow;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int c = sr_str_order(t->row[mid].cell[0], id);
		if (c == 0)
			return &t->row[mid];
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}
