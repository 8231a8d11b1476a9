/* One page or feed from the net, politely: robots.txt is honoured, one host is
 * asked no more often than is polite, redirects, size and time are limited, and
 * no address of one's own network is asked unless that is allowed, which is
 * looked at when the connection is made, after names have been resolved, and
 * again after each redirect. Certificates are checked. No proxy, no cookies, no
 * passwords. By libcurl. */
#ifndef SR_FETCH_FETCH_H
#define SR_FETCH_FETCH_H

#include <strings.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define SR_FETCH_AGENT "sitrep"

struct sr_fetch_options {
	bool allow_private; /* loopback, private and link-local addresses */
	double pause;	    /* seconds between two requests to one host */
	double most_seconds; /* for one request; 0: SR_MAX_FETCH_SECONDS */
	/* The clock, seconds that only go up, and waiting: false when the user
	 * wants no more. */
	double (*seconds)(void);
	bool (*wait)(void *user, double seconds);
	void *user;
};

struct sr_fetcher;

/* SR_NOMEM. Closed with sr_fetcher_close. */
enum sr_code sr_fetcher_open(struct sr_fetcher **fetcher,
			     const struct sr_fetch_options *options,
			     struct sr_err *err) SR_MUST_USE;
void sr_fetcher_close(struct sr_fetcher *fetcher);

/* What is known of an earlier answer; empty: nothing. */
struct sr_fetch_if {
	struct sr_str etag, modified;
};

struct sr_fetched {
	struct sr_str url; /* where redirects led */
	long status;	   /* 200 to 299, or 304: not modified, no body */
	struct sr_str type, charset, etag, modified;
	struct sr_str body;   /* decoded, if it came compressed */
	double retry_after;   /* seconds, of a 429 or 503; 0: not said */
};

/* True for "http://..." and "https://...". */
static inline bool sr_is_url(const char *text)
{
	return strncasecmp(text, "http://", 7) == 0 ||
	       strncasecmp(text, "https://", 8) == 0;
}

/* Asks for a page; the answer is the arena's. SR_REFUSED for what robots.txt
 * forbids, for addresses that may not be asked, for any other status (which is
 * then in out->status), for what breaks off; SR_LIMIT for too many redirects,
 * too many bytes and too long a time; SR_IO where no connection is made. */
enum sr_code sr_fetch(struct sr_fetcher *fetcher, const char *url,
		      const struct sr_fetch_if *known, struct sr_arena *mem,
		      struct sr_fetched *out, struct sr_err *err) SR_MUST_USE;

#endif
