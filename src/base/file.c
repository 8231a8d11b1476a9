#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/str.h"

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

enum sr_code sr_file_map(const char *path, struct sr_str *bytes,
			 struct sr_err *err)
{
	struct stat st = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	void *p = MAP_FAILED;

	*bytes = (struct sr_str){ NULL, 0 };
	bool ok = fd >= 0 && fstat(fd, &st) == 0;
	if (ok && st.st_size > 0)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd,
			 0);
	int reason = errno;
	if (fd >= 0)
		close(fd);
	if (ok && st.st_size == 0)
		return SR_OK;
	if (p == MAP_FAILED)
		return sr_fail(err, SR_IO, path, "%s", strerror(reason));
	*bytes = (struct sr_str){ p, (size_t)st.st_size };
	return SR_OK;
}

void sr_file_unmap(struct sr_str bytes)
{
	/* The bytes were ours to give away; const only for the readers. */
	if (bytes.n)
		munmap((void *)(uintptr_t)bytes.s, bytes.n);
}

/* 0, or why not. */
static int write_whole(const char *path, struct sr_str bytes)
{
	FILE *f = fopen(path, "wb");

	if (!f)
		return errno;
	int reason = fwrite(bytes.s, 1, bytes.n, f) == bytes.n ? 0 : errno;
	if (fclose(f) != 0 && !reason)
		reason = errno;
	return reason;
}

enum sr_code sr_file_save(const char *path, struct sr_str bytes,
			  struct sr_err *err)
{
	char part[SR_MAX_PATH];
	int n = snprintf(part, sizeof(part), "%s.part", path);

	if (n < 0 || (size_t)n >= sizeof(part))
		return sr_fail(err, SR_LIMIT, path,
			       "a path of more than %d bytes", SR_MAX_PATH);
	int reason = write_whole(part, bytes);
	if (!reason && rename(part, path) != 0)
		reason = errno;
	if (!reason)
		return SR_OK;
	remove(part);
	return sr_fail(err, SR_IO, path, "can't be written: %s",
		       strerror(reason));
}

struct sr_str sr_path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return sr_str_of(slash && slash[1] ? slash + 1 : path);
}
