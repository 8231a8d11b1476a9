/* What the readers of containers share. Each goes through a stream and gives
 * items; a container in a container is opened by sr_open. */
#ifndef SR_INTAKE_OPEN_H
#define SR_INTAKE_OPEN_H

#include "intake/intake.h"
#include "intake/names.h"
#include "intake/stream.h"

/* Where we are. */
struct sr_within {
	const struct sr_intake *in;
	const char *path;
	struct sr_given given; /* known of all that is in it */
	uint64_t size;	       /* as the file system says; 0: unknown */
	unsigned depth;	       /* containers around it */
};

/* Finds out what a stream is and gives its items. False when no more is
 * wanted. */
bool sr_open(const struct sr_within *w, struct sr_stream *s);

/* The readers of one kind each; false as above. */
bool sr_open_feed(const struct sr_within *w, struct sr_stream *s);
bool sr_open_json(const struct sr_within *w, struct sr_stream *s);
bool sr_open_table(const struct sr_within *w, struct sr_stream *s);
bool sr_open_warc(const struct sr_within *w, struct sr_stream *s);
bool sr_open_mbox(const struct sr_within *w, struct sr_stream *s);
bool sr_open_mail(const struct sr_within *w, struct sr_stream *s);
bool sr_open_archive(const struct sr_within *w, struct sr_stream *s,
		     bool packed);
bool sr_open_gzip(const struct sr_within *w, struct sr_stream *s);
bool sr_open_zstd(const struct sr_within *w, struct sr_stream *s);

/* Gives one item. A path or name that it lacks is made of where we are and
 * its number there, 0 for the only one. */
bool sr_give(const struct sr_within *w, struct sr_item *item, size_t n);

/* Gives an item of fields: its body is the HTML or the text of `named`. One
 * with neither is refused. */
bool sr_give_named(const struct sr_within *w, struct sr_str bytes,
		   const struct sr_named *named, size_t n);

/* Gives what could not be had; `what` is part of the path, may be empty. */
bool sr_give_error(const struct sr_within *w, size_t n, enum sr_code code,
		   const char *why);

/* The same with the reason of a stream that failed, or true if none did. */
bool sr_give_fault(const struct sr_within *w, const struct sr_stream *s,
		   size_t n);

#endif
