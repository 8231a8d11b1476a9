/* PDF to text by poppler's pdftotext, in a process of its own with limits of
 * time and memory: a file made to break it breaks that process only. Its
 * answer is a page with the file's title, author and days in the head and the
 * text in one <pre>. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/read.h"

/* 20 seconds of a processor, 1 GB of memory, nothing written. */
#define COMMAND                                                                \
	"ulimit -t 20 -v 1000000 -f 0 -c 0; "                                  \
	"exec pdftotext -q -htmlmeta -enc UTF-8 - -"
#define NOT_FOUND 127

struct child {
	FILE *in;    /* the PDF */
	int out;     /* its answer */
	pid_t pid;
};

static enum sr_code start(struct child *c, const struct sr_item *item,
			  struct sr_err *err)
{
	static const char *const ARGS[] = { "sh", "-c", COMMAND, NULL };
	static const char *const ENV[] = { "PATH=/usr/bin:/bin:/usr/local/bin",
					   "LC_ALL=C", NULL };
	posix_spawn_file_actions_t actions;
	int ends[2];

	c->in = tmpfile();
	if (!c->in ||
	    fwrite(item->body.s, 1, item->body.n, c->in) != item->body.n ||
	    fflush(c->in) || lseek(fileno(c->in), 0, SEEK_SET) != 0)
		return sr_fail(err, SR_IO, item->path,
			       "a temporary file: %s", strerror(errno));
	if (pipe(ends))
		return sr_fail(err, SR_IO, item->path, "a pipe: %s",
			       strerror(errno));
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fileno(c->in), 0);
	posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
	posix_spawn_file_actions_addclose(&actions, ends[1]);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	int failed = posix_spawn(&c->pid, "/bin/sh", &actions, NULL,
				 (char *const *)(uintptr_t)ARGS,
				 (char *const *)(uintptr_t)ENV);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	c->out = ends[0];
	if (failed)
		c->pid = 0;
	return failed ? sr_fail(err, SR_IO, item->path, "pdftotext: %s",
				strerror(failed))
		      : SR_OK;
}

/* All that it writes, up to a limit. */
static enum sr_code read_answer(struct sr_arena *mem, struct child *c,
				const struct sr_item *item,
				struct sr_str *answer, struct sr_err *err)
{
	size_t most = (size_t)SR_MAX_REPORT * 2, n = 0;
	char *p = sr_arena_raw(mem, most, 1);
	ssize_t k = 1;

	if (!p)
		return sr_fail_nomem(err, item->path);
	while (k > 0 && n < most) {
		do
			k = read(c->out, p + n, most - n);
		while (k < 0 && errno == EINTR);
		n += k > 0 ? (size_t)k : 0;
	}
	*answer = (struct sr_str){ p, n };
	if (n == most)
		return sr_fail(err, SR_LIMIT, item->path,
			       "a PDF whose text has more than %u bytes",
			       SR_MAX_REPORT);
	return SR_OK;
}

/* Only asked of what could not be read. */
static bool is_locked(struct sr_str pdf)
{
	static const char WORD[] = "/Encrypt";
	const char *p = pdf.s, *end = sr_str_end(pdf);

	while (p && (size_t)(end - p) >= sizeof(WORD)) {
		if (memcmp(p, WORD, sizeof(WORD) - 1) == 0)
			return true;
		p = memchr(p + 1, '/', (size_t)(end - p) - 1);
	}
	return false;
}

static enum sr_code finish(struct child *c, const struct sr_item *item,
			   struct sr_err *err)
{
	int state = 0;

	if (c->in)
		fclose(c->in);
	if (!c->pid)
		return SR_OK;
	close(c->out);
	while (waitpid(c->pid, &state, 0) < 0 && errno == EINTR)
		;
	if (WIFEXITED(state) && WEXITSTATUS(state) == 0)
		return SR_OK;
	if (WIFEXITED(state) && WEXITSTATUS(state) == NOT_FOUND)
		return sr_fail(err, SR_IO, item->path,
			       "a PDF: pdftotext is not there (install "
			       "poppler-utils)");
	if (WIFEXITED(state) && is_locked(item->body))
		return sr_fail(err, SR_REFUSED, item->path,
			       "a PDF that is locked by a password");
	return sr_fail(err, SR_REFUSED, item->path,
		       "a PDF that pdftotext cannot read, or not within 20 "
		       "seconds and 1 GB");
}

enum sr_code sr_pdf_to_html(struct sr_arena *mem, const struct sr_item *item,
			 struct sr_str *page, struct sr_err *err)
{
	struct child c = { .out = -1 };
	enum sr_code code = start(&c, item, err);

	if (!code)
		code = read_answer(mem, &c, item, page, err);
	enum sr_code ended = finish(&c, item, code ? NULL : err);
	return code ? code : ended;
}
