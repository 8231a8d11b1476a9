/* The rows of a sheet as tab separated values, one at a time. */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "intake/sheet.h"
#include "intake/sniff.h"

#define COLUMNS 512u /* that are read; there may be 16,384 */
#define HEAD 25u     /* rows that may stand before the names of columns */
#define LONGEST_NAME 200u /* bytes of a column's */

struct rows {
	const struct sr_book *book;
	struct sr_unzip *part;
	struct sr_xml x;
	struct sr_arena mem; /* of a row */
	struct sr_str cell[COLUMNS];
	size_t ncell; /* behind the last that holds something */
	size_t width; /* columns that have names; 0: not known yet */
	sr_xml_fn *on_event;
	/* of the cell being read */
	size_t column, next, repeat;
	struct sr_str type;
	size_t style;
	struct sr_str value;
	size_t room;
	bool inside, text, done; /* a cell, its value, a row is complete */
	bool ended;		 /* so is the sheet */
	char name[LONGEST_NAME]; /* of the sheet, in OpenDocument */
	int more;		 /* as sr_xml_step says */
	struct sr_str line;	 /* as values, and how much was taken of it */
	size_t taken;
};

/* "BC12" is column 54; SIZE_MAX for what is no reference. */
static size_t column_of(struct sr_str ref)
{
	size_t v = 0, i = 0;

	for (; i < ref.n && i < 4 && ref.s[i] >= 'A' && ref.s[i] <= 'Z'; i++)
		v = v * 26 + (size_t)(ref.s[i] - 'A') + 1;
	return v ? v - 1 : SIZE_MAX;
}

static size_t number_of(struct sr_str s)
{
	size_t v = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9' || i > 9)
			return SIZE_MAX;
		v = v * 10 + (size_t)(s.s[i] - '0');
	}
	return s.n ? v : SIZE_MAX;
}

/* Cells */

static void begin_cell(struct rows *r)
{
	struct sr_str ref = sr_xml_attr(&r->x, &r->mem, "r");

	r->column = ref.n ? column_of(ref) : r->next;
	r->next = r->column < COLUMNS ? r->column + 1 : COLUMNS;
	r->repeat = 1;
	r->type = sr_xml_attr(&r->x, &r->mem, "t");
	r->style = number_of(sr_xml_attr(&r->x, &r->mem, "s"));
	r->value = (struct sr_str){ NULL, 0 };
	r->room = 0;
	r->inside = true;
}

static void add(struct rows *r, struct sr_str more)
{
	if (r->value.n + more.n > r->room) {
		size_t room = (r->value.n + more.n) * 2;
		char *own = sr_arena_raw(&r->mem, room, 1);
		if (!own)
			return;
		if (r->value.n)
			memcpy(own, r->value.s, r->value.n);
		r->value.s = own;
		r->room = room;
	}
	if (more.n)
		memcpy((char *)(uintptr_t)r->value.s + r->value.n, more.s,
		       more.n);
	r->value.n += more.n;
}

/* What the value says: a string by its number, a day by its style. */
static struct sr_str value_of(struct rows *r)
{
	const struct sr_book *b = r->book;
	char stamp[SR_CELL_TEXT];

	if (sr_str_is(r->type, "s")) {
		size_t i = number_of(sr_str_trim(r->value));
		return i < b->strings.nitem ? b->strings.items[i]
					    : (struct sr_str){ NULL, 0 };
	}
	if (sr_str_is(r->type, "e"))
		return (struct sr_str){ NULL, 0 };
	if ((!r->type.n || sr_str_is(r->type, "n")) &&
	    r->style < b->styles.nitem &&
	    sr_book_stamp(b, b->styles.items[r->style], r->value, stamp)) {
		size_t n = strlen(stamp);
		const char *own = sr_arena_copy(&r->mem, stamp, n);
		return (struct sr_str){ own, own ? n : 0 };
	}
	return r->value;
}

static void end_cell(struct rows *r)
{
	struct sr_str v = value_of(r);

	r->inside = false;
	if (!sr_str_trim(v).n)
		return;
	for (size_t i = 0; i < r->repeat && r->column + i < COLUMNS; i++) {
		r->cell[r->column + i] = v;
		if (r->ncell <= r->column + i)
			r->ncell = r->column + i + 1;
	}
}

static void on_event(void *user, struct sr_xml *x)
{
	struct rows *r = user;

	if (x->start && sr_xml_is(x, "c")) {
		begin_cell(r);
	} else if (x->start && (sr_xml_is(x, "f") || sr_xml_is(x, "rPh"))) {
		x->skip = true;
	} else if (x->end && sr_xml_is(x, "c") && r->inside) {
		end_cell(r);
	} else if (x->end && sr_xml_is(x, "row")) {
		r->done = true;
	} else if (x->start || x->end) {
		r->text = x->start && r->inside &&
			  (sr_xml_is(x, "v") || sr_xml_is(x, "t"));
	} else if (r->text) {
		add(r, x->text);
	}
}

/* OpenDocument: a cell has its day beside what is shown, and stands for so many
 * that are alike. */
static void begin_table_cell(struct rows *r)
{
	struct sr_str day = sr_xml_attr(&r->x, &r->mem, "date-value");
	size_t n = number_of(sr_xml_attr(&r->x, &r->mem,
					 "number-columns-repeated"));

	r->column = r->next;
	r->repeat = n == SIZE_MAX ? 1 : n;
	r->next = r->repeat < COLUMNS - r->column ? r->column + r->repeat
						  : COLUMNS;
	r->type = SR_STR("str");
	r->value = day;
	r->room = 0;
	r->inside = true;
	r->text = !day.n;
}

static void begin_table(struct rows *r)
{
	struct sr_str name = sr_xml_attr(&r->x, &r->mem, "name");

	snprintf(r->name, sizeof(r->name), "%.*s", (int)name.n,
		 name.n ? name.s : "");
}

static void on_table_start(struct rows *r, struct sr_xml *x)
{
	if (sr_xml_is(x, "table-cell") || sr_xml_is(x, "covered-table-cell"))
		begin_table_cell(r);
	else if (sr_xml_is(x, "annotation") || sr_xml_is(x, "shapes"))
		x->skip = true;
	else if (sr_xml_is(x, "table"))
		begin_table(r);
	else if (r->inside && r->text && r->value.n && sr_xml_is(x, "p"))
		add(r, SR_STR("\n"));
	else if (r->inside && r->text &&
		 (sr_xml_is(x, "s") || sr_xml_is(x, "tab") ||
		  sr_xml_is(x, "line-break")))
		add(r, SR_STR(" "));
}

static void on_table(void *user, struct sr_xml *x)
{
	struct rows *r = user;

	if (x->start) {
		on_table_start(r, x);
	} else if (!x->end) {
		if (r->inside && r->text)
			add(r, x->text);
	} else if (sr_xml_is(x, "table-cell") && r->inside) {
		end_cell(r);
	} else if (sr_xml_is(x, "covered-table-cell")) {
		r->inside = false;
	} else if (sr_xml_is(x, "table-row")) {
		r->done = true;
	} else if (sr_xml_is(x, "table")) {
		r->ended = true;
	}
}

/* Rows */

/* "_x000D_" is how a carriage return is written; and "_x005F_" an underscore
 * that would look like one. */
static size_t put_escape(struct sr_str s, char *out, size_t *n)
{
	uint32_t cp = 0;

	if (s.n < 7 || s.s[0] != '_' || s.s[1] != 'x' || s.s[6] != '_')
		return 0;
	for (int i = 2; i < 6; i++) {
		int v = sr_hex_digit(s.s[i]);
		if (v < 0)
			return 0;
		cp = cp << 4 | (uint32_t)v;
	}
	if (cp == '\r' || cp == 0 || (cp >= 0xD800 && cp < 0xE000))
		return 7;
	*n += sr_utf8_put(out + *n, cp);
	return 7;
}

/* A cell between quotes, for which there is room. */
static size_t put_cell(struct sr_str s, char *out, bool name)
{
	size_t n = 0, skip;

	out[n++] = '"';
	for (size_t i = 0; i < s.n; i += skip ? skip : 1) {
		char c = s.s[i];
		skip = put_escape((struct sr_str){ s.s + i, s.n - i }, out, &n);
		if (skip)
			continue;
		if (c == '"')
			out[n++] = '"';
		out[n++] = name && (unsigned char)c < ' ' ? ' ' : c;
	}
	out[n++] = '"';
	return n;
}

/* The row as a line; empty for a row of empty cells. name: the line's ends
 * within cells are none. */
static void put_line(struct rows *r, bool name)
{
	size_t width = r->width ? r->width : r->ncell, room = width + 2, n = 0;

	r->line = (struct sr_str){ NULL, 0 };
	r->taken = 0;
	for (size_t i = 0; i < width; i++)
		room += 2 * r->cell[i].n + 2;
	char *out = r->ncell && !r->mem.full ? sr_arena_raw(&r->mem, room, 1)
					     : NULL;
	if (!out)
		return;
	for (size_t i = 0; i < width; i++) {
		struct sr_str s = sr_str_trim(r->cell[i]);
		if (i)
			out[n++] = '\t';
		if (s.n)
			n += put_cell(s, out + n, name);
	}
	out[n++] = '\n';
	r->line = (struct sr_str){ out, n };
}

/* Reads on to the end of a row; false where there is none. */
static bool next_row(struct rows *r)
{
	sr_arena_reset(&r->mem);
	memset(r->cell, 0, sizeof(r->cell));
	r->ncell = r->next = 0;
	r->line = (struct sr_str){ NULL, 0 };
	r->inside = r->text = r->done = false;
	while (r->more == 1 && !r->done && !r->ended && !r->mem.full)
		r->more = sr_xml_step(&r->x, r->on_event, r);
	return r->done && !r->mem.full;
}

static enum sr_code fault(const struct rows *r, struct sr_err *err)
{
	if (r->part->over)
		return sr_fail(err, SR_LIMIT, "",
			       "unpacks to more than %u times its size "
			       "(SR_MAX_RATIO)",
			       SR_MAX_RATIO);
	if (r->mem.full)
		return sr_fail(err, SR_LIMIT, "",
			       "a row larger than %u bytes", SR_MAX_PAGE);
	if (r->more < 0)
		return sr_fail(err, SR_REFUSED, "",
			       "a sheet that is damaged or breaks off");
	return SR_OK;
}

static enum sr_code pull(void *from, char *out, size_t n, size_t *got,
			 struct sr_err *err)
{
	struct rows *r = from;

	*got = 0;
	while (r->taken == r->line.n) {
		if (!next_row(r))
			return fault(r, err);
		put_line(r, false);
	}
	if (n > r->line.n - r->taken)
		n = r->line.n - r->taken;
	memcpy(out, r->line.s + r->taken, n);
	r->taken += n;
	*got = n;
	return SR_OK;
}

/* Goes on to the row that names the columns, which is the line then. */
static bool find_names(struct rows *r, const struct sr_within *w)
{
	for (unsigned i = 0; i < HEAD && next_row(r); i++) {
		bool names = true;
		for (size_t k = 0; k < r->ncell; k++)
			names = names && r->cell[k].n <= LONGEST_NAME;
		if (!names)
			continue;
		put_line(r, true);
		if (r->line.n < SR_SNIFF &&
		    sr_table_separator(w->in->kit, w->in->map, r->line) == '\t')
			return true;
	}
	return false;
}

static bool give_rows(struct rows *r, const struct sr_within *w, bool *found)
{
	char path[SR_MAX_PATH + LONGEST_NAME];
	struct sr_within in = *w;
	struct sr_err err = { 0 };
	struct sr_stream s;
	bool go_on = true;

	if (find_names(r, w)) {
		*found = true;
		r->width = r->ncell;
		if (r->name[0]) {
			snprintf(path, sizeof(path), "%s!%s", w->path, r->name);
			in.path = path;
		}
		sr_stream_init(&s, pull, r);
		go_on = sr_open_table(&in, &s);
		sr_stream_release(&s);
	} else if (fault(r, &err)) {
		*found = true;
		go_on = sr_give_error(w, 0, err.code, err.text);
	}
	return go_on;
}

static void open_rows(struct rows *r)
{
	sr_arena_init(&r->mem, (size_t)SR_MAX_PAGE * 4);
	r->more = sr_xml_open(&r->x, sr_unzip_pull, r->part) ? 1 : -1;
}

static void close_rows(struct rows *r)
{
	sr_xml_close(&r->x);
	sr_arena_release(&r->mem);
}

bool sr_sheet_give(const struct sr_within *w, const struct sr_book *book,
		   struct sr_unzip *part, bool *found)
{
	struct rows r = { .book = book, .part = part, .on_event = on_event };

	*found = false;
	open_rows(&r);
	bool go_on = give_rows(&r, w, found);
	close_rows(&r);
	return go_on;
}

/* The rest of a sheet in which no names were found. */
static void skip_rows(struct rows *r)
{
	while (next_row(r))
		;
}

bool sr_sheets_give(const struct sr_within *w, struct sr_unzip *part,
		    bool *found)
{
	static const struct sr_book NONE = { .since_1904 = false };
	struct rows r = { .book = &NONE, .part = part, .on_event = on_table };
	bool go_on = true;

	*found = false;
	open_rows(&r);
	for (unsigned i = 0; go_on && r.more == 1 && i < SR_MAX_SHEETS; i++) {
		go_on = give_rows(&r, w, found);
		skip_rows(&r);
		r.ended = false;
		r.width = 0;
	}
	close_rows(&r);
	return go_on;
}
