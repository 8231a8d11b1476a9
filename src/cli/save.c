#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "cli/cli.h"

static int fail(const char *path)
{
	struct sr_err err = { .code = SR_OK };

	sr_fail(&err, SR_IO, path, "can't be written: %s", strerror(errno));
	return sr_say_err(&err);
}

int sr_cli_save(const char *path, struct sr_str bytes)
{
	char part[SR_MAX_PATH];
	int n = snprintf(part, sizeof(part), "%s.part", path);

	if (n < 0 || (size_t)n >= sizeof(part)) {
		errno = ENAMETOOLONG;
		return fail(path);
	}
	FILE *f = fopen(part, "wb");
	if (!f)
		return fail(path);
	bool whole = fwrite(bytes.s, 1, bytes.n, f) == bytes.n;
	whole = fclose(f) == 0 && whole;
	if (!whole || rename(part, path) != 0) {
		int status = fail(path);
		remove(part);
		return status;
	}
	return SR_EXIT_OK;
}
