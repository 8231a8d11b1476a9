#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static enum sr_code read_all(struct sr_arena *a, FILE *in, const char *path,
                             size_t most, struct sr_str *bytes,
                             struct sr_err *err)
{
	size_t room = 0, n = 0;
	char *p = NULL;

	for (;;) {
		if (n == room) {
			size_t more = room ? room * 2 : (size_t)64 << 10;
			char *q = sr_arena_raw(a, more, 1);
			if (!q)
				return sr_fail_nomem(err, path);
			if (n)
				memcpy(q, p, n);
			p = q;
			room = more;
		}
		size_t got = fread(p + n, 1, room - n, in);
		n += got;
		if (n > most)
			return sr_fail(err, SR_LIMIT, path,
			               "larger than %zu bytes", most);
		if (got == 0)
			break;
	}
	if (ferror(in))
		return sr_fail(err, SR_IO, path, "%s", strerror(errno));
	*bytes = (struct sr_str){ p, n };
	return SR_OK;
}

enum sr_code sr_file_read(struct sr_arena *a, const char *path, size_t most,
                          struct sr_str *bytes, struct sr_err *err)
{
	FILE *in = fopen(path, "rb");

	if (!in)
		return sr_fail(err, SR_IO, path, "%s", strerror(errno));
	enum sr_code code = read_all(a, in, path, most, bytes, err);
	fclose(in);
	return code;
}
