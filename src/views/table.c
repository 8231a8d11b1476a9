#include "views/table.h"

#include <assert.h>

#include "base/compiler.h"
#include "views/safe.h"

#define MOST_COLUMNS 40
#define GAP 2
#define INDENT 12 /* of what stands below a row */

struct table {
	struct sr_rows *r;
	const struct sr_view_options *options;
	struct sr_json *out;
	size_t width[MOST_COLUMNS]; /* 0: not shown */
	size_t last;		    /* the last column shown */
};

/* Every cell's text made safe, once. */
static void make_safe(struct sr_rows *r)
{
	for (size_t i = 0; i < r->cells.nitem; i++) {
		struct sr_cell *c = &r->cells.items[i];
		if (c->kind != SR_CELL_TEXT)
			continue;
		size_t most = SR_SAFE_MOST(c->text.n);
		char *safe = sr_arena_raw(r->mem, most, 1);
		if (!safe)
			return;
		c->text.n = sr_safe_line(c->text, safe, most);
		c->text.s = safe;
	}
}

static bool is_below(const struct table *t, size_t column)
{
	return t->options->width && t->r->column[column].how == SR_BELOW;
}

static void measure(struct table *t)
{
	const struct sr_rows *r = t->r;

	for (size_t i = 0; i < r->ncolumn; i++) {
		if (!r->column[i].title || is_below(t, i))
			continue;
		t->last = i;
		t->width[i] = sr_safe_width(sr_str_of(r->column[i].title));
		if (!t->width[i])
			t->width[i] = 1;
	}
	for (size_t i = 0; i < r->cells.nitem; i++) {
		size_t column = i % r->ncolumn;
		size_t w = sr_safe_width(r->cells.items[i].text);
		if (t->width[column] && w > t->width[column])
			t->width[column] = w;
	}
}

/* How little the columns keep, step by step: first the others give, then the
 * last one, which has the words, then all. */
static const struct {
	size_t last, other;
} LEAST[] = { { 40, 12 }, { 24, 12 }, { 24, 8 }, { 6, 6 } };

/* The column that is widest above what it keeps; ncolumn: none. */
static size_t widest(const struct table *t, size_t step)
{
	const struct sr_rows *r = t->r;
	size_t best = r->ncolumn, most = 0;

	for (size_t i = 0; i < r->ncolumn; i++) {
		size_t least = i == t->last ? LEAST[step].last
					    : LEAST[step].other;
		if (r->column[i].how >= SR_CUT && t->width[i] > least + most) {
			best = i;
			most = t->width[i] - least;
		}
	}
	return best;
}

/* Takes from the widest columns until the row fits or they are too narrow. */
static void shrink(struct table *t)
{
	size_t sum = 0;

	for (size_t i = 0; i < t->r->ncolumn; i++)
		sum += t->width[i] ? t->width[i] + GAP : 0;
	for (size_t step = 0; step < SR_LEN(LEAST); step++) {
		while (sum > t->options->width + GAP) {
			size_t best = widest(t, step);
			if (best == t->r->ncolumn)
				break;
			t->width[best]--;
			sum--;
		}
	}
}

static void put(struct table *t, struct sr_str s)
{
	sr_json_raw(t->out, s);
}

static void spaces(struct table *t, size_t n)
{
	static const char SPACES[] = "                                ";

	for (; n > 32; n -= 32)
		put(t, (struct sr_str){ SPACES, 32 });
	put(t, (struct sr_str){ SPACES, n });
}

static void put_padded(struct table *t, size_t column, struct sr_str s)
{
	size_t w = sr_safe_width(s), room = t->width[column];
	size_t pad = w < room ? room - w : 0;
	bool right = t->r->column[column].how == SR_RIGHT;

	if (right)
		spaces(t, pad);
	put(t, s);
	if (column == t->last)
		return;
	spaces(t, (right ? 0 : pad) + GAP);
}

/* The part of *rest for one line of a wrapped cell: whole words where they
 * fit. */
static struct sr_str take_line(struct sr_str *rest, size_t width)
{
	struct sr_str line = sr_safe_cut(*rest, width);
	size_t n = line.n;

	if (n == 0 && rest->n)
		n = line.n = rest->n; /* narrower than a letter: give up */
	if (n < rest->n) {
		while (n && rest->s[n] != ' ')
			n--;
		if (n)
			line.n = n;
	}
	rest->s += line.n;
	rest->n -= line.n;
	while (rest->n && rest->s[0] == ' ') {
		rest->s++;
		rest->n--;
	}
	return line;
}

static void put_cut(struct table *t, size_t column, struct sr_str s)
{
	if (!t->options->width || sr_safe_width(s) <= t->width[column]) {
		put_padded(t, column, s);
		return;
	}
	struct sr_str part = sr_safe_cut(s, t->width[column] - 1);
	put(t, part);
	put(t, SR_STR("\xE2\x80\xA6"));
	if (column != t->last)
		spaces(t, t->width[column] - 1 - sr_safe_width(part) + GAP);
}

/* One line of a row; `rest` is what wrapped cells still have to say. True when
 * something is left. */
static bool put_line(struct table *t, size_t row, bool first,
		     struct sr_str rest[MOST_COLUMNS])
{
	const struct sr_rows *r = t->r;
	bool more = false;

	for (size_t i = 0; i < r->ncolumn; i++) {
		struct sr_str s = r->cells.items[row * r->ncolumn + i].text;
		if (!t->width[i])
			continue;
		if (r->column[i].how == SR_WRAP && t->options->width) {
			s = take_line(&rest[i], t->width[i]);
			more |= rest[i].n > 0;
			put_padded(t, i, s);
		} else if (!first) {
			put_padded(t, i, (struct sr_str){ "", 0 });
		} else if (r->column[i].how >= SR_CUT) {
			put_cut(t, i, s);
		} else {
			put_padded(t, i, s);
		}
	}
	put(t, SR_STR("\n"));
	return more;
}

/* What stands below a row, as wide as the terminal. */
static void put_below(struct table *t, struct sr_str rest)
{
	size_t width = t->options->width;

	while (rest.n) {
		spaces(t, INDENT);
		put(t, take_line(&rest,
				 width > 2 * INDENT ? width - INDENT : INDENT));
		put(t, SR_STR("\n"));
	}
}

static void put_row(struct table *t, size_t row)
{
	struct sr_str rest[MOST_COLUMNS] = { { NULL, 0 } };
	bool first = true;

	for (size_t i = 0; i < t->r->ncolumn; i++)
		rest[i] = t->r->cells.items[row * t->r->ncolumn + i].text;
	while (put_line(t, row, first, rest))
		first = false;
	for (size_t i = 0; i < t->r->ncolumn; i++)
		if (t->r->column[i].title && is_below(t, i))
			put_below(t, rest[i]);
}

static void put_head(struct table *t)
{
	if (t->options->colour)
		put(t, SR_STR("\x1b[1m"));
	for (size_t i = 0; i < t->r->ncolumn; i++)
		if (t->width[i])
			put_padded(t, i, sr_str_of(t->r->column[i].title));
	if (t->options->colour)
		put(t, SR_STR("\x1b[0m"));
	put(t, SR_STR("\n"));
}

void sr_table_write(struct sr_rows *r, const struct sr_view_options *options,
		    struct sr_json *out)
{
	struct table t = { .r = r, .options = options, .out = out };

	assert(r->ncolumn <= MOST_COLUMNS);
	make_safe(r);
	measure(&t);
	if (options->width)
		shrink(&t);
	put_head(&t);
	for (size_t i = 0; i < r->cells.nitem / r->ncolumn; i++)
		put_row(&t, i);
}
