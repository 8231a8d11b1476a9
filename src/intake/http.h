/* A response of HTTP/1 as crawlers keep it: status, header, body. */
#ifndef SR_INTAKE_HTTP_H
#define SR_INTAKE_HTTP_H

#include "base/arena.h"
#include "base/err.h"

struct sr_http {
	int status; /* 0: it has none */
	struct sr_str type;    /* "text/html", no parameters */
	struct sr_str charset; /* may be empty */
	struct sr_str body;    /* chunks joined, unpacked */
};

/* Takes a response apart; what is unpacked is the arena's, at most `most`
 * bytes. SR_REFUSED for what is none, SR_LIMIT, SR_NOMEM. */
enum sr_code sr_http_read(struct sr_arena *mem, struct sr_str bytes,
			  size_t most, struct sr_http *http,
			  struct sr_err *err) SR_MUST_USE;

/* The value of a field in the lines of a header, of HTTP or WARC; empty when
 * it has none. */
struct sr_str sr_http_field(struct sr_str header, const char *name);

/* The value of "charset" behind a media type. */
struct sr_str sr_http_charset(struct sr_str type);

#endif
