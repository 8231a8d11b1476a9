#include "intake/stream.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)64 << 10)

void sr_stream_init(struct sr_stream *s,
		    enum sr_code (*pull)(void *, char *, size_t, size_t *,
					 struct sr_err *),
		    void *from)
{
	*s = (struct sr_stream){ .pull = pull, .from = from };
}

static enum sr_code pull_nothing(void *from, char *out, size_t n, size_t *got,
				 struct sr_err *err)
{
	(void)from;
	(void)out;
	(void)n;
	(void)err;
	*got = 0;
	return SR_OK;
}

void sr_stream_of(struct sr_stream *s, struct sr_str bytes)
{
	sr_stream_init(s, pull_nothing, NULL);
	s->buf = malloc(bytes.n ? bytes.n : 1);
	if (!s->buf) {
		s->code = sr_fail_nomem(&s->err, "input");
		s->ended = true;
		return;
	}
	if (bytes.n)
		memcpy(s->buf, bytes.s, bytes.n);
	s->n = s->room = s->pulled = bytes.n;
	s->ended = true;
}

void sr_stream_release(struct sr_stream *s)
{
	free(s->buf);
	*s = (struct sr_stream){ .ended = true };
}

static bool stop(struct sr_stream *s, enum sr_code code)
{
	s->code = code;
	s->ended = true;
	return false;
}

/* Room for n bytes in all from `at` on. */
static bool make_room(struct sr_stream *s, size_t n)
{
	if (s->at && s->at + n > s->room) {
		if (s->n)
			memmove(s->buf, s->buf + s->at, s->n);
		s->at = 0;
	}
	if (s->at + n <= s->room)
		return true;
	size_t room = s->room ? s->room : CHUNK;
	while (room < n)
		room *= 2;
	char *buf = realloc(s->buf, room);
	if (!buf)
		return stop(s, sr_fail_nomem(&s->err, "input"));
	s->buf = buf;
	s->room = room;
	return true;
}

static bool pull_more(struct sr_stream *s, size_t n)
{
	size_t got = 0, want = n > CHUNK ? n : CHUNK;
	size_t left = s->room - s->at - s->n;

	/* What is there will do for the end of a small file. */
	if (left >= n && left >= CHUNK / 2 && left < want)
		want = left;
	if (!make_room(s, s->n + want))
		return false;
	enum sr_code code = s->pull(s->from, s->buf + s->at + s->n, want, &got,
				    &s->err);
	if (code)
		return stop(s, code);
	s->ended = got == 0;
	s->n += got;
	s->pulled += got;
	if (s->most && s->pulled > s->most)
		return stop(s, sr_fail(&s->err, SR_LIMIT, "",
				       "unpacks to more than %llu bytes",
				       (unsigned long long)s->most));
	return !s->ended;
}

struct sr_str sr_stream_peek(struct sr_stream *s, size_t n)
{
	while (s->n < n && !s->ended && pull_more(s, n - s->n))
		;
	return (struct sr_str){ s->buf ? s->buf + s->at : "", s->n };
}

uint64_t sr_stream_skip(struct sr_stream *s, uint64_t n)
{
	uint64_t done = 0;

	while (done < n) {
		size_t part = sr_stream_peek(s, 1).n;
		if (part == 0)
			break;
		if (part > n - done)
			part = (size_t)(n - done);
		s->at += part;
		s->n -= part;
		done += part;
	}
	return done;
}

struct sr_str sr_stream_line(struct sr_stream *s, size_t most)
{
	size_t seen = 0;

	for (;;) {
		struct sr_str w = sr_stream_peek(s, seen + 1);
		size_t n = w.n < most ? w.n : most;
		const char *end = n > seen ? memchr(w.s + seen, '\n', n - seen)
					   : NULL;
		if (end)
			return (struct sr_str){ w.s,
						(size_t)(end + 1 - w.s) };
		if (n == most || w.n == seen)
			return (struct sr_str){ w.s, n };
		seen = n;
	}
}
