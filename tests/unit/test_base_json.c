#include "base/json.h"

#include "lib/check.h"

static void writes(struct sr_json *j)
{
	sr_json_open(j, '{');
	sr_json_key(j, "a");
	sr_json_open(j, '[');
	sr_json_int(j, INT64_MIN);
	sr_json_int(j, 0);
	sr_json_milli(j, -1500);
	sr_json_milli(j, 2000);
	sr_json_milli(j, 7);
	sr_json_close(j, ']');
	sr_json_key(j, "b");
	sr_json_open(j, '{');
	sr_json_close(j, '}');
	sr_json_key(j, "c");
	sr_json_bool(j, false);
	sr_json_key(j, "d");
	sr_json_str_or_null(j, (struct sr_str){ NULL, 0 });
	sr_json_close(j, '}');
	sr_json_line(j);
	CHECK_STR(sr_json_text(j),
		  "{\"a\":[-9223372036854775808,0,-1.5,2,0.007],\"b\":{},"
		  "\"c\":false,\"d\":null}\n");
}

static void strings(struct sr_json *j)
{
	sr_json_reset(j);
	sr_json_str(j, SR_STR("a\"b\\c\nd\x01 \xC3\xA9 \xFF\xC3"));
	CHECK_STR(sr_json_text(j), "\"a\\\"b\\\\c\\nd\\u0001 \xC3\xA9 "
				   "\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void fixed(struct sr_json *j)
{
	sr_json_reset(j);
	sr_json_open(j, '[');
	sr_json_fixed(j, 50.484784, 5);
	sr_json_fixed(j, -0.00001, 4);
	sr_json_fixed(j, -34.5, 5);
	sr_json_fixed(j, 1e300, 2);
	sr_json_fixed(j, 0.0 / 1e300, 3);
	sr_json_close(j, ']');
	CHECK_STR(sr_json_text(j), "[50.48478,0,-34.5,null,0]");
}

static void out_of_memory(void)
{
	struct sr_arena mem;
	struct sr_json j = { .mem = &mem };

	sr_arena_init(&mem, 4096);
	for (int i = 0; i < 5000; i++)
		sr_json_int(&j, i);
	CHECK(j.full);
	CHECK(j.n <= j.room);
	sr_arena_release(&mem);
}

int main(void)
{
	struct sr_arena mem;
	struct sr_json j = { .mem = &mem };

	sr_arena_init(&mem, 1 << 20);
	writes(&j);
	strings(&j);
	fixed(&j);
	CHECK(!j.full);
	sr_arena_release(&mem);
	out_of_memory();
	return done();
}
