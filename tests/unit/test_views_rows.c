#include "views/rows.h"

#include "base/calendar.h"
#include "lib/check.h"

static const struct sr_view_column COLUMN[] = {
	{ "name", "name", SR_CUT }, { "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },   { "count", "count", SR_RIGHT },
	{ NULL, "shown", SR_LEFT }, { "ids", NULL, SR_LEFT },
	{ "sure", NULL, SR_LEFT },  { "words", "words", SR_WRAP },
};

static struct sr_arena mem;

static struct sr_rows rows_of(void)
{
	struct sr_rows r = { .column = COLUMN, .ncolumn = 8, .mem = &mem };

	sr_cell_text(&r, SR_STR("Kidal"));
	sr_cell_fixed(&r, 18.4411, 2);
	sr_cell_fixed(&r, 1.4, 2);
	sr_cell_milli(&r, 1500);
	sr_cell_format(&r, "%d%c", 7, 'x');
	sr_cell_list(&r, SR_STR("ab cd"));
	sr_cell_flag(&r, true);
	sr_cell_text(&r, SR_STR("=SUM(\"a\"),\tb"));
	sr_cell_text(&r, SR_STR("Gao\x1b[2J"));
	sr_cell_none(&r);
	sr_cell_none(&r);
	sr_cell_int(&r, -3);
	sr_cell_none(&r);
	sr_cell_list(&r, SR_STR(""));
	sr_cell_flag(&r, false);
	sr_cell_text(&r, SR_STR("plain"));
	return r;
}

static struct sr_str as(enum sr_format format, size_t width)
{
	struct sr_rows r = rows_of();
	struct sr_view_options options = { .format = format, .width = width };
	struct sr_json out = { .mem = &mem };
	struct sr_err err = { 0 };

	if (sr_rows_write(&r, &options, &out, &err))
		return SR_STR("failed");
	return sr_json_text(&out);
}

static void formats(void)
{
	CHECK_STR(as(SR_FORMAT_CSV, 0),
		  "name,lat,lon,count,ids,sure,words\n"
		  "Kidal,18.44,1.4,1.5,ab cd,true,\"'=SUM(\"\"a\"\"),\tb\"\n"
		  "Gao\x1b[2J,,,-3,,false,plain\n");
	CHECK_STR(as(SR_FORMAT_JSONL, 0),
		  "{\"name\":\"Kidal\",\"lat\":18.44,\"lon\":1.4,\"count\":1.5,"
		  "\"ids\":[\"ab\",\"cd\"],\"sure\":true,"
		  "\"words\":\"=SUM(\\\"a\\\"),\\tb\"}\n"
		  "{\"name\":\"Gao\\u001b[2J\",\"lat\":null,\"lon\":null,"
		  "\"count\":-3,\"ids\":[],\"sure\":false,\"words\":\"plain\"}"
		  "\n");
	CHECK_STR(as(SR_FORMAT_GEOJSON, 0),
		  "{\"type\":\"FeatureCollection\",\"features\":[\n"
		  "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
		  "\"coordinates\":[1.4,18.44]},\"properties\":{"
		  "\"name\":\"Kidal\",\"count\":1.5,\"ids\":[\"ab\",\"cd\"],"
		  "\"sure\":true,\"words\":\"=SUM(\\\"a\\\"),\\tb\"}},\n"
		  "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{"
		  "\"name\":\"Gao\\u001b[2J\",\"count\":-3,\"ids\":[],"
		  "\"sure\":false,\"words\":\"plain\"}}\n]}\n");
}

static void tables(void)
{
	CHECK_STR(as(SR_FORMAT_TABLE, 0),
		  "name        count  shown  words\n"
		  "Kidal         1.5  7x     =SUM(\"a\"), b\n"
		  "Gao\\x1b[2J     -3         plain\n");
	/* A narrow terminal: names are cut, words go on below. */
	CHECK_STR(as(SR_FORMAT_TABLE, 34),
		  "name      count  shown  words\n"
		  "Kidal       1.5  7x     =SUM(\"a\"),\n"
		  "                        b\n"
		  "Gao\\x1b\xe2\x80\xa6     -3         plain\n");
}

static void wide(void)
{
	static const struct sr_view_column ONE[] = { { "a", "a", SR_CUT },
						     { "b", "b", SR_LEFT } };
	struct sr_rows r = { .column = ONE, .ncolumn = 2, .mem = &mem };
	struct sr_view_options options = { .width = 20 };
	struct sr_json out = { .mem = &mem };

	sr_cell_text(&r, SR_STR("\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad"
				"\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5"
				"\xad\x97"));
	sr_cell_text(&r, SR_STR("xyz"));
	CHECK_INT(sr_rows_write(&r, &options, &out, NULL), SR_OK);
	CHECK_STR(sr_json_text(&out),
		  "a                b\n"
		  "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2"
		  "\xe5\xad\x97\xe6\xbc\xa2\xe2\x80\xa6  xyz\n");
}

static void below(void)
{
	static const struct sr_view_column ONE[] = { { "a", "a", SR_LEFT },
						     { "b", "b", SR_BELOW } };
	struct sr_view_options options = { .width = 0 };

	for (int pass = 0; pass < 2; pass++) {
		struct sr_rows r = { .column = ONE, .ncolumn = 2, .mem = &mem };
		struct sr_json out = { .mem = &mem };
		sr_cell_text(&r, SR_STR("x"));
		sr_cell_text(&r, SR_STR("words that go on for some time"));
		options.width = pass ? 30 : 0;
		CHECK_INT(sr_rows_write(&r, &options, &out, NULL), SR_OK);
		CHECK_STR(sr_json_text(&out),
			  pass ? "a\nx\n            words that go on\n"
				 "            for some time\n"
			       : "a  b\nx  words that go on for some time\n");
	}
}

static void names(void)
{
	enum sr_format f;
	struct sr_err err = { 0 };

	CHECK_INT(sr_format_read("csv", &f, NULL), SR_OK);
	CHECK_INT(f, SR_FORMAT_CSV);
	CHECK_INT(sr_format_read("xml", &f, &err), SR_USAGE);
	CHECK(strstr(err.text, "expected table, jsonl, csv or geojson") !=
	      NULL);
}

/* However little memory there is: whole or refused. */
static void no_memory(void)
{
	struct sr_arena small;
	enum sr_code code = SR_NOMEM;
	size_t n;

	sr_arena_init(&small, 1 << 20);
	for (n = 1; code; n++) {
		struct sr_rows r = { .column = COLUMN,
				     .ncolumn = 8,
				     .mem = &small };
		struct sr_view_options options = { .width = 40 };
		struct sr_json out = { .mem = &small };
		small.full = false;
		small.fail_after = small.requests + n;
		for (int i = 0; i < 8; i++)
			sr_cell_format(&r, "%d", i);
		code = sr_rows_write(&r, &options, &out, NULL);
	}
	CHECK(n > 4);
	CHECK_INT(code, SR_OK);
	sr_arena_release(&small);
}

int main(void)
{
	sr_arena_init(&mem, 1 << 22);
	formats();
	tables();
	wide();
	below();
	names();
	no_memory();
	sr_arena_release(&mem);
	return done();
}
