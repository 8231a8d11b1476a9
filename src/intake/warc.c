/* WARC 0.18 to 1.1 (ISO 28500): the responses, resources and conversions of a
 * crawl. Other records are passed over; a response that is no page of 200 OK,
 * or a record that is broken, is given as an error; reading goes on where the
 * next record begins. */
#include <stdio.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/http.h"
#include "intake/open.h"

#define LONGEST_HEADER 65536u

struct warc {
	const struct sr_within *w;
	struct sr_stream *s;
	struct sr_arena mem; /* of the record */
	size_t n;
};

static struct sr_str copy(struct warc *r, struct sr_str s)
{
	char *p = sr_arena_copy(&r->mem, s.n ? s.s : "", s.n);

	return (struct sr_str){ p, p ? s.n : 0 };
}

/* To the next line that begins a record; false at the end. *lost: something
 * stood before it. */
static bool to_record(struct warc *r, bool *lost)
{
	struct sr_str w;

	*lost = false;
	while ((w = sr_stream_peek(r->s, 5)).n) {
		if (w.n >= 5 && memcmp(w.s, "WARC/", 5) == 0)
			return true;
		struct sr_str line = sr_stream_line(r->s, LONGEST_HEADER);
		*lost = *lost || sr_str_trim(line).n > 0;
		sr_stream_skip(r->s, line.n ? line.n : 1);
	}
	return false;
}

/* The header's bytes, the empty line included; 0 when it has no end. */
static size_t header_length(struct warc *r)
{
	size_t at = 0, n = 0;

	while (n < LONGEST_HEADER) {
		struct sr_str w = sr_stream_peek(r->s, n + 4096);
		for (; at + 1 < w.n; at++) {
			bool cr = at + 2 < w.n && w.s[at + 1] == '\r' &&
				  w.s[at + 2] == '\n';
			if (w.s[at] == '\n' && (w.s[at + 1] == '\n' || cr))
				return at + (cr ? 3 : 2);
		}
		if (w.n < n + 4096)
			return 0;
		n = w.n;
	}
	return 0;
}

static bool number(struct sr_str s, uint64_t *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9' || i > 17)
			return false;
		*value = *value * 10 + (uint64_t)(s.s[i] - '0');
	}
	return s.n > 0;
}

/* A body by what it is: a page mostly, a feed, a PDF. */
static bool give_body(struct warc *r, const struct sr_given *given,
		      struct sr_str body)
{
	char path[SR_MAX_PATH + 32];
	struct sr_within in = { .in = r->w->in,
				.path = path,
				.depth = r->w->depth + 1 };
	struct sr_stream s;

	snprintf(path, sizeof(path), "%s#%zu", r->w->path, r->n);
	in.given = *given;
	sr_stream_of(&s, body);
	bool go_on = sr_open(&in, &s);
	sr_stream_release(&s);
	return go_on;
}

static bool is_report_type(struct sr_str type)
{
	static const char *const NOT[] = { "image/", "video/", "audio/",
					   "font/", "text/css",
					   "text/javascript",
					   "application/javascript",
					   "application/x-javascript" };

	for (size_t i = 0; i < sizeof(NOT) / sizeof(*NOT); i++)
		if (type.n >= strlen(NOT[i]) &&
		    memcmp(type.s, NOT[i], strlen(NOT[i])) == 0)
			return false;
	return true;
}

static bool give_response(struct warc *r, struct sr_given *given,
			  struct sr_str bytes)
{
	struct sr_err err = { 0 };
	struct sr_http http;
	char why[160];
	enum sr_code code =
		sr_http_read(&r->mem, bytes, SR_MAX_PAGE, &http, &err);

	if (!code && http.status != 200)
		code = sr_fail(&err, SR_REFUSED, "",
			       "status %d of HTTP; expected 200", http.status);
	else if (!code && !is_report_type(http.type))
		code = sr_fail(&err, SR_REFUSED, "",
			       "of type %.*s; expected a page",
			       (int)(http.type.n < 60 ? http.type.n : 60),
			       http.type.s);
	given->charset = http.charset;
	if (!code)
		return give_body(r, given, http.body);
	snprintf(why, sizeof(why), "%.100s", err.text);
	return sr_give_error(r->w, r->n, code, why);
}

/* The block of a record that is wanted. */
static bool give_block(struct warc *r, struct sr_str header,
		       struct sr_str bytes)
{
	struct sr_str type = sr_http_field(header, "WARC-Type");
	struct sr_str url = sr_http_field(header, "WARC-Target-URI");
	struct sr_str content = sr_http_field(header, "Content-Type");
	struct sr_given given = { .captured = sr_http_field(header, "WARC-Date") };

	if (url.n > 2 && url.s[0] == '<')
		url = (struct sr_str){ url.s + 1, url.n - 2 };
	given.url = url;
	if (sr_str_is(type, "response") && bytes.n >= 5 &&
	    memcmp(bytes.s, "HTTP/", 5) == 0)
		return give_response(r, &given, bytes);
	given.charset = sr_http_charset(content);
	return give_body(r, &given, bytes);
}

static bool is_wanted(struct sr_str type)
{
	return sr_str_is(type, "response") || sr_str_is(type, "resource") ||
	       sr_str_is(type, "conversion");
}

static bool read_record(struct warc *r)
{
	size_t n = header_length(r);
	uint64_t length;

	sr_arena_reset(&r->mem);
	struct sr_str header = copy(
		r, (struct sr_str){ sr_stream_peek(r->s, n).s, n });
	if (!n || !number(sr_http_field(header, "Content-Length"), &length)) {
		sr_stream_skip(r->s, n ? n : 5);
		return sr_give_error(r->w, ++r->n, SR_REFUSED,
				     "a WARC record whose header is broken");
	}
	sr_stream_skip(r->s, n);
	if (!is_wanted(sr_http_field(header, "WARC-Type"))) {
		sr_stream_skip(r->s, length);
		return true;
	}
	r->n++;
	if (length > SR_MAX_PAGE) {
		sr_stream_skip(r->s, length);
		return sr_give_error(r->w, r->n, SR_LIMIT,
				     "a WARC record larger than SR_MAX_PAGE");
	}
	struct sr_str block = sr_stream_peek(r->s, (size_t)length);
	if (block.n < length) {
		sr_stream_skip(r->s, block.n);
		return sr_give_error(r->w, r->n,
				     r->s->code ? r->s->code : SR_REFUSED,
				     "a WARC record that breaks off");
	}
	block.n = (size_t)length;
	bool go_on = give_block(r, header, block);
	sr_stream_skip(r->s, length);
	return go_on;
}

bool sr_open_warc(const struct sr_within *w, struct sr_stream *s)
{
	struct warc r = { .w = w, .s = s };
	bool go_on = true, lost;

	sr_arena_init(&r.mem, (size_t)SR_MAX_PAGE * 6);
	while (go_on && to_record(&r, &lost)) {
		if (lost)
			go_on = sr_give_error(w, ++r.n, SR_REFUSED,
					      "bytes between WARC records "
					      "that are of none");
		go_on = go_on && read_record(&r);
	}
	go_on = go_on && sr_give_fault(w, s, r.n + 1);
	sr_arena_release(&r.mem);
	return go_on;
}
