/* Lists as people and programs want them: one list of cells, written as a
 * table that fits a terminal, as JSON Lines, as CSV or as GeoJSON. A command
 * names its columns once and fills cells from left to right.
 *
 * Text from outside is made safe for where it goes: for a terminal, for a
 * spreadsheet (no cell of outside text becomes a formula), for JSON. */
#ifndef SR_VIEWS_ROWS_H
#define SR_VIEWS_ROWS_H

#include "base/err.h"
#include "base/json.h"
#include "base/list.h"

enum sr_format {
	SR_FORMAT_TABLE,
	SR_FORMAT_JSONL,
	SR_FORMAT_CSV,
	SR_FORMAT_GEOJSON,
};

/* The format of that name. SR_USAGE names those there are. */
enum sr_code sr_format_read(const char *name, enum sr_format *format,
			    struct sr_err *err) SR_MUST_USE;

/* GeoJSON takes the columns with the keys "lat" and "lon" for the point. */
struct sr_view_column {
	const char *key;   /* in JSON, CSV; NULL: only in the table */
	const char *title; /* in the table; NULL: not there */
	enum {
		SR_LEFT,
		SR_RIGHT,
		SR_CUT, /* as SR_LEFT; cut with … where a terminal is narrow */
		SR_WRAP,  /* as SR_CUT, but goes on in the next line */
		SR_BELOW, /* on a terminal, wrapped below the row; else as
			     SR_CUT */
	} how;
};

enum sr_cell_kind {
	SR_CELL_NONE,
	SR_CELL_TEXT,
	SR_CELL_NUMBER,
	SR_CELL_FLAG,
	SR_CELL_LIST
};

struct sr_cell {
	struct sr_str text;	/* a number: its digits */
	enum sr_cell_kind kind; /* SR_CELL_NONE: null in JSON, else empty */
};

struct sr_rows {
	const struct sr_view_column *column;
	size_t ncolumn;
	struct sr_arena *mem;
	SR_LIST(struct sr_cell) cells;
};

/* The next cell. Text is borrowed until the rows are written. When memory runs
 * out, writing says so. */
void sr_cell_none(struct sr_rows *r);
void sr_cell_text(struct sr_rows *r, struct sr_str s); /* empty: none */
void sr_cell_int(struct sr_rows *r, int64_t v);
void sr_cell_milli(struct sr_rows *r, int64_t v);
/* One end of a count in thousandths; none where it is open, or `has` is not. */
void sr_cell_end(struct sr_rows *r, bool has, int64_t v);
void sr_cell_fixed(struct sr_rows *r, double v, int places);

/* Two cells: latitude and longitude, if the place has a point. */
void sr_cell_point(struct sr_rows *r, const struct sr_place_slot *place);
void sr_cell_flag(struct sr_rows *r, bool v);
void sr_cell_list(struct sr_rows *r,
		  struct sr_str s);		  /* words, a space between;
						     an array in JSON */
void sr_cell_day(struct sr_rows *r, int32_t day); /* an open end: none */

/* A text put together, in the arena. */
void sr_cell_format(struct sr_rows *r, const char *fmt, ...) SR_PRINTF(2, 3);

/* Where it goes. width: of the terminal, 0 for none; then nothing is cut. */
struct sr_view_options {
	enum sr_format format;
	size_t width;
	bool colour;
	bool goes_on; /* CSV: the keys were written before */
};

/* Appends all rows to the buffer. A table of no rows is only its head; CSV
 * begins with the keys. SR_NOMEM. */
enum sr_code sr_rows_write(struct sr_rows *r,
			   const struct sr_view_options *options,
			   struct sr_json *out, struct sr_err *err) SR_MUST_USE;

/* One row as a JSON object, for what has more to say than its columns: to be
 * followed by sr_json_line. */
void sr_rows_object(const struct sr_rows *r, size_t row, struct sr_json *out);

#endif
