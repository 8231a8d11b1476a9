/* Opening what was given and parting it into items. */
#include "intake/intake.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/stream.h"

static struct sr_str last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return sr_str_of(slash && slash[1] ? slash + 1 : path);
}

/* All that is left, as one report. */
static bool give_text(const struct sr_intake *in, const char *path,
		      struct sr_stream *s, uint64_t size)
{
	struct sr_item item = { .path = path,
				.name = last_part(path),
				.size = size };

	/* Asked here, so that no more is read of a file far too large. */
	if (size > SR_MAX_REPORT)
		item.code = sr_fail(
			&item.err, SR_LIMIT, path,
			"%llu bytes; expected a report of at most %u",
			(unsigned long long)size, SR_MAX_REPORT);
	else
		item.bytes = sr_stream_peek(s, (size_t)SR_MAX_REPORT + 1);
	if (!item.code && s->code)
		item.code = sr_fail(&item.err, s->code, path, "%s",
				    s->err.text);
	else if (item.bytes.n > SR_MAX_REPORT)
		item.code = sr_fail(&item.err, SR_LIMIT, path,
				    "larger than %u bytes", SR_MAX_REPORT);
	item.body = item.bytes;
	return in->fn(in->user, &item);
}

static enum sr_code pull_file(void *from, char *out, size_t n, size_t *got,
			      struct sr_err *err)
{
	const int *fd = from;
	ssize_t k;

	do
		k = read(*fd, out, n);
	while (k < 0 && errno == EINTR);
	*got = k > 0 ? (size_t)k : 0;
	return k < 0 ? sr_fail(err, SR_IO, "", "%s", strerror(errno)) : SR_OK;
}

static bool refuse(const struct sr_intake *in, const char *path, int reason)
{
	struct sr_item item = { .path = path, .name = last_part(path) };

	item.code =
		sr_fail(&item.err, SR_IO, path, "%s", strerror(reason));
	return in->fn(in->user, &item);
}

bool sr_intake_file(const struct sr_intake *in, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct stat st = { 0 };
	struct sr_stream s;

	if (fd < 0)
		return refuse(in, path, errno);
	sr_stream_init(&s, pull_file, &fd);
	bool file = !standard && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
	bool go_on =
		give_text(in, path, &s, file ? (uint64_t)st.st_size : 0);
	sr_stream_release(&s);
	if (!standard)
		close(fd);
	return go_on;
}

bool sr_intake_bytes(const struct sr_intake *in, const char *path,
		     struct sr_str bytes, const struct sr_given *given)
{
	struct sr_stream s;

	(void)given;
	sr_stream_of(&s, bytes);
	bool go_on = give_text(in, path, &s, 0);
	sr_stream_release(&s);
	return go_on;
}

enum sr_code sr_intake_map_check(const char *map, struct sr_err *err)
{
	(void)map;
	(void)err;
	return SR_OK;
}
