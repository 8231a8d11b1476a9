#include "serve/reply.h"

#include <stdlib.h>

#include "base/compiler.h"

/* All that a page may load is this server's; none of it stands in the page. */
#define POLICY                                                                 \
	"default-src 'none'; script-src 'self'; style-src 'self'; "            \
	"img-src 'self' data:; connect-src 'self'; font-src 'self'; "          \
	"manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; "     \
	"base-uri 'none'; "                                                    \
	"form-action 'none'"

/* A brief and a drawn map are whole in themselves: styles, and nothing else. */
#define POLICY_OF_DOCUMENT                                                     \
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "       \
	"frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "        \
	"sandbox allow-popups allow-top-navigation-by-user-activation"

static const char *const HEADERS[][2] = {
	{ "X-Content-Type-Options", "nosniff" },
	{ "X-Frame-Options", "DENY" },
	{ "Referrer-Policy", "no-referrer" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Permissions-Policy", "geolocation=(), camera=(), microphone=()" },
	{ "Vary", "Accept-Encoding" },
};

struct held {
	struct sr_cache *cache;
	struct sr_body *body;
};

static void let_go(void *user)
{
	struct held *held = user;

	sr_cache_drop(held->cache, held->body);
	free(held);
}

static const char *header(struct MHD_Connection *connection, const char *name)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* "gzip, deflate, br"; "gzip;q=0" says no. */
static bool takes_gzip(struct MHD_Connection *connection)
{
	const char *takes = header(connection, "Accept-Encoding");
	const char *at = takes ? strstr(takes, "gzip") : NULL;

	return at && strncmp(at + 4, ";q=0", 4) != 0;
}

static bool has_it(struct MHD_Connection *connection,
		   const struct sr_reply *reply)
{
	const char *has = header(connection, "If-None-Match");

	return reply->tag && reply->status == MHD_HTTP_OK && has &&
	       strstr(has, reply->tag);
}

static struct MHD_Response *of_body(struct sr_cache *cache,
				    struct sr_body *body, struct sr_str bytes)
{
	struct held *held = malloc(sizeof(*held));
	union {
		const void *from;
		void *to;
	} cast = { .from = bytes.s };
	struct MHD_Response *made = NULL;

	if (held) {
		*held = (struct held){ cache, body };
		made = MHD_create_response_from_buffer_with_free_callback_cls(
			bytes.n, cast.to, let_go, held);
	}
	if (!made) {
		free(held);
		sr_cache_drop(cache, body);
	}
	return made;
}

static struct MHD_Response *of_bytes(struct sr_str bytes)
{
	union {
		const void *from;
		void *to;
	} cast = { .from = bytes.n ? bytes.s : "" };

	return MHD_create_response_from_buffer(bytes.n, cast.to,
					       MHD_RESPMEM_PERSISTENT);
}

static void add_headers(struct MHD_Response *r, const struct sr_reply *reply)
{
	char tag[SR_TAG + 8];

	MHD_add_response_header(r, "Content-Security-Policy",
				reply->document && reply->status == MHD_HTTP_OK
					? POLICY_OF_DOCUMENT
					: POLICY);
	for (size_t i = 0; i < SR_LEN(HEADERS); i++)
		MHD_add_response_header(r, HEADERS[i][0], HEADERS[i][1]);
	if (reply->type)
		MHD_add_response_header(r, "Content-Type", reply->type);
	MHD_add_response_header(r, "Cache-Control",
				reply->lasting ? "private, max-age=3600"
				: reply->tag   ? "no-cache"
					       : "no-store");
	if (reply->tag) {
		snprintf(tag, sizeof(tag), "W/\"%s\"", reply->tag);
		MHD_add_response_header(r, "ETag", tag);
	}
	if (reply->allow)
		MHD_add_response_header(r, "Allow", reply->allow);
	if (reply->again)
		MHD_add_response_header(r, "Retry-After", "2");
}

enum MHD_Result sr_reply_send(struct MHD_Connection *connection,
			      struct sr_cache *cache,
			      const struct sr_reply *reply)
{
	unsigned status = reply->status;
	struct MHD_Response *r;
	struct sr_str bytes = reply->bytes;
	bool packed = false;

	if (has_it(connection, reply)) {
		sr_cache_drop(cache, reply->body);
		status = MHD_HTTP_NOT_MODIFIED;
		r = of_bytes((struct sr_str){ NULL, 0 });
	} else if (reply->body) {
		bytes = (struct sr_str){ reply->body->bytes, reply->body->n };
		packed = takes_gzip(connection) &&
			 sr_cache_pack(cache, reply->body, &bytes);
		if (!packed)
			bytes = (struct sr_str){ reply->body->bytes,
						 reply->body->n };
		r = of_body(cache, reply->body, bytes);
	} else {
		r = of_bytes(bytes);
	}
	if (!r)
		return MHD_NO;
	add_headers(r, reply);
	if (packed)
		MHD_add_response_header(r, "Content-Encoding", "gzip");
	enum MHD_Result sent = MHD_queue_response(connection, status, r);
	MHD_destroy_response(r);
	return sent;
}
