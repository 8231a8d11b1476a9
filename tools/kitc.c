/* Tables, gazetteer and models to one kit file:
 * kitc OUT.kit DATA_DIR [NAME=FILE ...], a section each. */
#include <stdio.h>

#include "base/file.h"
#include "base/str.h"
#include "kit/kit.h"

#define MOST_PART ((size_t)512 << 20)

static int fail(const struct sr_err *err)
{
	fprintf(stderr, "kitc: %s: %s\n", err->where, err->text);
	return 1;
}

int main(int argc, char **argv)
{
	struct sr_kit_part part[8];
	struct sr_arena mem;
	struct sr_str bytes;
	struct sr_err err = { 0 };

	if (argc < 3 || argc > 3 + 8) {
		fputs("usage: kitc OUT.kit DATA_DIR [NAME=FILE ...]\n", stderr);
		return 2;
	}
	sr_arena_init(&mem, (size_t)2 << 30);
	for (int i = 3; i < argc; i++) {
		char *eq = strchr(argv[i], '=');
		if (!eq)
			return 2;
		*eq = '\0';
		if (sr_file_read(&mem, eq + 1, MOST_PART, &bytes, &err))
			return fail(&err);
		part[i - 3] = (struct sr_kit_part){ argv[i], bytes.s, bytes.n };
	}
	if (sr_kit_build(&mem, argv[2], part, (size_t)(argc - 3), &bytes, &err))
		return fail(&err);
	if (sr_file_save(argv[1], bytes, &err))
		return fail(&err);
	sr_arena_release(&mem);
	return 0;
}
