/* Bytes that come one after the other, from a file, from memory, out of a
 * decompressor: a window that can be made longer and moved on, so that a
 * reader holds what it needs at a time, and no more. */
#ifndef SR_INTAKE_STREAM_H
#define SR_INTAKE_STREAM_H

#include "base/err.h"

struct sr_stream {
	/* Puts up to n bytes into out and gives how many in *got, 0 at the
	 * end. */
	enum sr_code (*pull)(void *from, char *out, size_t n, size_t *got,
			     struct sr_err *err);
	void *from;
	char *buf; /* own; [at, at + n) is the window */
	size_t at, n, room;
	uint64_t pulled; /* bytes so far */
	uint64_t most;	 /* of which there may be, 0: any number */
	bool ended;
	enum sr_code code; /* of a pull that failed; the end comes then */
	struct sr_err err;
};

/* A stream of what pull gives. */
void sr_stream_init(struct sr_stream *s,
		    enum sr_code (*pull)(void *, char *, size_t, size_t *,
					 struct sr_err *),
		    void *from);

/* A stream of bytes that live as long as it. */
void sr_stream_of(struct sr_stream *s, struct sr_str bytes);

void sr_stream_release(struct sr_stream *s);

/* At least n bytes, fewer only at the end; more where they are there. Void
 * after the next call. */
struct sr_str sr_stream_peek(struct sr_stream *s, size_t n);

/* Moves on by n bytes, or to the end; gives how many there were. */
uint64_t sr_stream_skip(struct sr_stream *s, uint64_t n);

/* The next line with its end, at most `most` bytes of it; empty at the end.
 * Not moved on. */
struct sr_str sr_stream_line(struct sr_stream *s, size_t most);

static inline bool sr_stream_more(struct sr_stream *s)
{
	return sr_stream_peek(s, 1).n > 0;
}

#endif
