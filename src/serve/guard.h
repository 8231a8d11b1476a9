/* Who may ask: what a request must show before anything is done for it.
 *
 * A page of another site that a browser shows can send requests to this
 * computer. It can't read the answers, unless its name is made to point here
 * (DNS rebinding: the Host tells), and it can't know the token that a request
 * to write must have; nor is its Origin ours. */
#ifndef SR_SERVE_GUARD_H
#define SR_SERVE_GUARD_H

#include "base/err.h"
#include "base/str.h"

#define SR_TOKEN 33 /* 32 hex digits and a NUL */

struct sr_guard {
	const char *open_hosts; /* names, commas between; NULL: none */
	unsigned port;
	bool public; /* bound to more than this computer */
	char token[SR_TOKEN];
};

/* The headers that count; NULL: not sent. */
struct sr_asker {
	const char *host, *origin, *site, *token;
};

/* A new token. SR_IO when the system gives no random bytes. */
enum sr_code sr_guard_init(struct sr_guard *g, struct sr_err *err) SR_MUST_USE;

/* Is it asked by a name of its own? */
bool sr_guard_host(const struct sr_guard *g, const char *host);

/* May it have data (not merely the page)? Not when another site's page asks. */
bool sr_guard_may_ask(const struct sr_guard *g, const struct sr_asker *who);

/* May it write? SR_REFUSED says what is missing. */
enum sr_code sr_guard_may_write(const struct sr_guard *g,
				const struct sr_asker *who,
				struct sr_err *err) SR_MUST_USE;

#endif
