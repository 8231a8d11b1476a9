#include "views/rows.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "views/safe.h"
#include "views/table.h"

enum sr_code sr_format_read(const char *name, enum sr_format *format,
			    struct sr_err *err)
{
	static const char *const NAME[] = { "table", "jsonl", "csv",
					    "geojson" };

	for (size_t i = 0; i < SR_LEN(NAME); i++) {
		if (strcmp(name, NAME[i]) == 0) {
			*format = (enum sr_format)i;
			return SR_OK;
		}
	}
	return sr_fail(err, SR_USAGE, name,
		       "no such format; expected table, jsonl, csv or geojson");
}

static void push(struct sr_rows *r, enum sr_cell_kind kind, struct sr_str text)
{
	struct sr_cell *c = SR_PUSH(r->mem, &r->cells);

	if (c)
		*c = (struct sr_cell){ .kind = text.n ? kind : SR_CELL_NONE,
				       .text = text };
}

void sr_cell_none(struct sr_rows *r)
{
	push(r, SR_CELL_NONE, (struct sr_str){ NULL, 0 });
}

void sr_cell_text(struct sr_rows *r, struct sr_str s)
{
	push(r, SR_CELL_TEXT, s);
}

/* What a JSON writer makes of a number, kept as the cell's text. */
static void push_json(struct sr_rows *r, const struct sr_json *j)
{
	bool null = sr_str_is(sr_json_text(j), "null");

	push(r, SR_CELL_NUMBER,
	     null ? (struct sr_str){ NULL, 0 } : sr_json_text(j));
}

void sr_cell_list(struct sr_rows *r, struct sr_str s)
{
	struct sr_cell *c = SR_PUSH(r->mem, &r->cells);

	if (c)
		*c = (struct sr_cell){ .kind = SR_CELL_LIST, .text = s };
}

void sr_cell_int(struct sr_rows *r, int64_t v)
{
	sr_cell_milli(r, v * 1000);
}

void sr_cell_milli(struct sr_rows *r, int64_t v)
{
	struct sr_json j = { .mem = r->mem, .s = sr_arena_raw(r->mem, 32, 1) };

	j.room = j.s ? 32 : 0;
	sr_json_milli(&j, v);
	push_json(r, &j);
}

void sr_cell_end(struct sr_rows *r, bool has, int64_t v)
{
	if (!has || v == SR_COUNT_OPEN_LOW || v == SR_COUNT_OPEN_HIGH)
		sr_cell_none(r);
	else
		sr_cell_milli(r, v);
}

void sr_cell_fixed(struct sr_rows *r, double v, int places)
{
	struct sr_json j = { .mem = r->mem, .s = sr_arena_raw(r->mem, 32, 1) };

	j.room = j.s ? 32 : 0;
	sr_json_fixed(&j, v, places);
	push_json(r, &j);
}

void sr_cell_flag(struct sr_rows *r, bool v)
{
	push(r, SR_CELL_FLAG, v ? SR_STR("true") : SR_STR("false"));
}

void sr_cell_day(struct sr_rows *r, int32_t day)
{
	char text[SR_DAY_TEXT];

	if (day == SR_DAY_MIN || day == SR_DAY_MAX) {
		sr_cell_none(r);
		return;
	}
	sr_day_write(day, text);
	struct sr_str s = sr_str_of(text);
	s.s = sr_arena_copy(r->mem, text, s.n);
	sr_cell_text(r, s);
}

void sr_cell_point(struct sr_rows *r, const struct sr_place_slot *place)
{
	if (!place->has_point) {
		sr_cell_none(r);
		sr_cell_none(r);
		return;
	}
	sr_cell_fixed(r, place->lat, 5);
	sr_cell_fixed(r, place->lon, 5);
}

void sr_cell_format(struct sr_rows *r, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	struct sr_str s = { NULL, n > 0 ? (size_t)n : 0 };
	if (s.n >= sizeof(text))
		s.n = sizeof(text) - 1;
	s.s = sr_arena_copy(r->mem, text, s.n);
	sr_cell_text(r, s);
}

/* JSON */

static void put_list(struct sr_str words, struct sr_json *out)
{
	sr_json_open(out, '[');
	while (words.s && words.n)
		sr_json_str(out, sr_str_cut(&words, ' '));
	sr_json_close(out, ']');
}

static void put_value(const struct sr_cell *c, struct sr_json *out)
{
	switch (c->kind) {
	case SR_CELL_NONE:
		sr_json_null(out);
		break;
	case SR_CELL_TEXT:
		sr_json_str(out, c->text);
		break;
	case SR_CELL_LIST:
		put_list(c->text, out);
		break;
	case SR_CELL_FLAG:
		sr_json_bool(out, c->text.s[0] == 't');
		break;
	case SR_CELL_NUMBER:
		sr_json_raw(out, c->text);
		out->comma = true;
		break;
	}
}

static bool is_key(const struct sr_view_column *c, const char *key)
{
	return c->key && strcmp(c->key, key) == 0;
}

static const struct sr_cell *cell(const struct sr_rows *r, size_t row,
				  size_t column)
{
	return &r->cells.items[row * r->ncolumn + column];
}

/* The keys and values of a row, without those in `but`. */
static void put_members(const struct sr_rows *r, size_t row, bool but_point,
			struct sr_json *out)
{
	for (size_t i = 0; i < r->ncolumn; i++) {
		const struct sr_view_column *c = &r->column[i];
		if (!c->key ||
		    (but_point && (is_key(c, "lat") || is_key(c, "lon"))))
			continue;
		sr_json_key(out, c->key);
		put_value(cell(r, row, i), out);
	}
}

void sr_rows_object(const struct sr_rows *r, size_t row, struct sr_json *out)
{
	sr_json_open(out, '{');
	put_members(r, row, false, out);
	sr_json_close(out, '}');
}

static size_t count_rows(const struct sr_rows *r)
{
	return r->ncolumn ? r->cells.nitem / r->ncolumn : 0;
}

static void put_jsonl(const struct sr_rows *r, struct sr_json *out)
{
	for (size_t i = 0; i < count_rows(r); i++) {
		sr_rows_object(r, i, out);
		sr_json_line(out);
	}
}

/* GeoJSON (RFC 7946): a feature a row, geometry null where no point is known.
 */
static void put_feature(const struct sr_rows *r, size_t row,
			struct sr_json *out)
{
	const struct sr_cell *lat = NULL, *lon = NULL;

	for (size_t i = 0; i < r->ncolumn; i++) {
		if (is_key(&r->column[i], "lat"))
			lat = cell(r, row, i);
		if (is_key(&r->column[i], "lon"))
			lon = cell(r, row, i);
	}
	sr_json_open(out, '{');
	sr_json_key(out, "type");
	sr_json_str(out, SR_STR("Feature"));
	sr_json_key(out, "geometry");
	if (lat && lon && lat->kind && lon->kind) {
		sr_json_open(out, '{');
		sr_json_key(out, "type");
		sr_json_str(out, SR_STR("Point"));
		sr_json_key(out, "coordinates");
		sr_json_open(out, '[');
		put_value(lon, out);
		sr_json_raw(out, SR_STR(","));
		put_value(lat, out);
		sr_json_close(out, ']');
		sr_json_close(out, '}');
	} else {
		sr_json_null(out);
	}
	sr_json_key(out, "properties");
	sr_json_open(out, '{');
	put_members(r, row, true, out);
	sr_json_close(out, '}');
	sr_json_close(out, '}');
}

static void put_geojson(const struct sr_rows *r, struct sr_json *out)
{
	size_t n = count_rows(r);

	sr_json_raw(out, SR_STR("{\"type\":\"FeatureCollection\","
				"\"features\":[\n"));
	for (size_t i = 0; i < n; i++) {
		out->comma = false;
		put_feature(r, i, out);
		sr_json_raw(out, i + 1 < n ? SR_STR(",\n") : SR_STR("\n"));
	}
	sr_json_raw(out, SR_STR("]}\n"));
}

/* CSV (RFC 4180, but lines end with LF). */

static void put_csv_text(struct sr_str s, struct sr_json *out)
{
	sr_json_raw(out, SR_STR("\""));
	/* A spreadsheet must not run what a report says. */
	if (sr_is_formula(s))
		sr_json_raw(out, SR_STR("'"));
	while (s.s) {
		struct sr_str part = sr_str_cut(&s, '"');
		sr_json_raw(out, part);
		if (s.s)
			sr_json_raw(out, SR_STR("\"\""));
	}
	sr_json_raw(out, SR_STR("\""));
}

static bool plain(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("\",\n\r;\t", s.s[i]))
			return false;
	return !sr_is_formula(s) && s.n && s.s[0] != ' ' && s.s[s.n - 1] != ' ';
}

static void put_csv(const struct sr_rows *r, bool goes_on, struct sr_json *out)
{
	size_t n = count_rows(r);

	for (size_t row = goes_on; row <= n; row++) {
		bool first = true;
		for (size_t i = 0; i < r->ncolumn; i++) {
			const struct sr_view_column *c = &r->column[i];
			if (!c->key)
				continue;
			if (!first)
				sr_json_raw(out, SR_STR(","));
			first = false;
			if (row == 0) {
				sr_json_raw(out, sr_str_of(c->key));
				continue;
			}
			const struct sr_cell *v = cell(r, row - 1, i);
			if (v->kind == SR_CELL_TEXT && !plain(v->text))
				put_csv_text(v->text, out);
			else
				sr_json_raw(out, v->text);
		}
		sr_json_raw(out, SR_STR("\n"));
	}
}

enum sr_code sr_rows_write(struct sr_rows *r,
			   const struct sr_view_options *options,
			   struct sr_json *out, struct sr_err *err)
{
	if (r->mem->full)
		return sr_fail_nomem(err, "table");
	assert(r->cells.nitem % r->ncolumn == 0);
	switch (options->format) {
	case SR_FORMAT_TABLE:
		sr_table_write(r, options, out);
		break;
	case SR_FORMAT_JSONL:
		put_jsonl(r, out);
		break;
	case SR_FORMAT_CSV:
		put_csv(r, options->goes_on, out);
		break;
	case SR_FORMAT_GEOJSON:
		put_geojson(r, out);
		break;
	}
	return out->full || r->mem->full ? sr_fail_nomem(err, "table") : SR_OK;
}
