#include "base/file.h"

#include <stdlib.h>

#include "lib/check.h"
#include "lib/scratch.h"

static void fails(const char *path, size_t most, enum sr_code code,
		  const char *text)
{
	struct sr_arena mem;
	struct sr_str bytes;
	struct sr_err err = { 0 };

	sr_arena_init(&mem, 1 << 26);
	CHECK_INT(sr_file_read(&mem, path, most, &bytes, &err), code);
	CHECK_STR(sr_str_of(err.where), path);
	CHECK_STR(sr_str_of(err.text), text);
	sr_arena_release(&mem);
}

/* A file without an end costs no more than what is asked for. */
static void stops(void)
{
	struct sr_arena mem;
	struct sr_str bytes;

	sr_arena_init(&mem, 1 << 26);
	CHECK_INT(sr_file_read(&mem, "/dev/zero", 100000, &bytes, NULL),
		  SR_LIMIT);
	CHECK(mem.used < 1 << 20);
	sr_arena_release(&mem);
}

static void reads(void)
{
	struct sr_arena mem;
	struct sr_str bytes = { 0 };
	char path[512];

	snprintf(path, sizeof(path), "%s/LICENSE", getenv("SR_SOURCE"));
	sr_arena_init(&mem, 1 << 26);
	CHECK_INT(sr_file_read(&mem, path, 1 << 20, &bytes, NULL), SR_OK);
	CHECK_INT(bytes.n, 11358);
	CHECK_INT(sr_file_read(&mem, path, 11358, &bytes, NULL), SR_OK);
	CHECK_INT(sr_file_read(&mem, path, 11357, &bytes, NULL), SR_LIMIT);
	CHECK_INT(sr_file_read(&mem, "/dev/null", 10, &bytes, NULL), SR_OK);
	CHECK_INT(bytes.n, 0);
	mem.fail_after = mem.requests + 1;
	CHECK_INT(sr_file_read(&mem, path, 1 << 20, &bytes, NULL), SR_NOMEM);
	sr_arena_release(&mem);
}

static void holds(const char *path, const char *want)
{
	struct sr_arena mem;
	struct sr_str bytes = { 0 };

	sr_arena_init(&mem, 1 << 26);
	CHECK_INT(sr_file_read(&mem, path, 100, &bytes, NULL), SR_OK);
	CHECK_STR(bytes, want);
	sr_arena_release(&mem);
}

/* The old file stays whole for who has it mapped, and where the new one can't
 * be put. */
static void saves(void)
{
	char dir[TEST_FOLDER], path[TEST_FOLDER + 16];
	struct sr_str old = { 0 };
	struct sr_err err = { 0 };

	CHECK(test_folder(dir) != NULL);
	snprintf(path, sizeof(path), "%s/a", dir);
	CHECK_INT(sr_file_save(path, sr_str_of("one"), NULL), SR_OK);
	CHECK_INT(sr_file_map(path, &old, NULL), SR_OK);
	CHECK_INT(sr_file_save(path, sr_str_of("another"), NULL), SR_OK);
	holds(path, "another");
	CHECK_STR(old, "one");
	sr_file_unmap(old);
	CHECK_INT(sr_file_save(dir, sr_str_of("x"), &err), SR_IO);
	CHECK_STR(sr_str_of(err.text), "can't be written: Is a directory");
	CHECK_INT(sr_file_save("/nowhere/x", sr_str_of("x"), &err), SR_IO);
	test_remove(dir);
}

int main(void)
{
	fails("/nowhere/x.txt", 10, SR_IO, "No such file or directory");
	fails("/", 10, SR_IO, "Is a directory");
	fails("/dev/zero", 100000, SR_LIMIT, "larger than 100000 bytes");
	stops();
	reads();
	saves();
	return done();
}
