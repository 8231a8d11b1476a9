/* Any bytes to the reader of patterns, as the only file of a folder. */
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"
#include "kit/builder.h"
#include "lib/scratch.h"

static char folder[TEST_FOLDER];
static char path[sizeof(folder) + 32];

static void make_folder(void)
{
	HOLDS(test_folder(folder));
	snprintf(path, sizeof(path), "%s/patterns", folder);
	HOLDS(mkdir(path, 0700) == 0);
	snprintf(path, sizeof(path), "%s/patterns/fuzz.pat", folder);
}

static void remove_folder(void)
{
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	rmdir(folder);
}

static void read_table(struct sr_builder *b, enum sr_table table)
{
	char name[64];
	struct sr_str bytes;

	snprintf(name, sizeof(name), "data/%s", sr_schemas[table].path);
	HOLDS(!sr_file_read(b->mem, name, 1 << 20, &bytes, b->err));
	HOLDS(!sr_tsv_read(b->mem, sr_schemas[table].path, bytes,
			   &b->tsv[table], b->err));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_arena mem;
	struct sr_err err = { 0 };
	struct sr_kit_part part;

	if (!path[0]) {
		make_folder();
		HOLDS(atexit(remove_folder) == 0);
	}
	FILE *out = fopen(path, "wb");
	HOLDS(out && fwrite(bytes, 1, n, out) == n && fclose(out) == 0);
	sr_arena_init(&mem, (size_t)256 << 20);
	struct sr_builder *b = SR_NEW(&mem, struct sr_builder, 1);
	HOLDS(b);
	b->mem = &mem;
	b->err = &err;
	SHA256Init(&b->sha);
	read_table(b, SR_TABLE_TYPES);
	read_table(b, SR_TABLE_STATUSES);
	enum sr_code code = sr_builder_patterns(b, folder, &part);
	HOLDS(code ? err.code == code && err.text[0] : part.n > 0);
	sr_arena_release(&mem);
	return 0;
}
