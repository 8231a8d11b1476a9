#include "serve/request.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "serve/files.h"
#include "serve/reply.h"
#include "serve/route.h"
#include "serve/server.h"

#define JSON "application/json"
#define BUSY                                                                   \
	"the ledger is being written to by another program; nothing was "      \
	"done, try again"

struct request {
	struct sr_server *server;
	struct sr_seat *seat;
	struct sr_arena mem; /* of the address, and of an answer's error */
	struct sr_str target;
	struct sr_query query;
	const struct sr_route *route;
	struct sr_str id;
	struct sr_asker who;
	bool begun, too_large;
	char *body;
	size_t nbody, room;
	struct sr_ask *ask;
	struct sr_err err;
};

/* 1. Coming and going */

static void free_request(struct request *r)
{
	if (r->ask)
		sr_ask_release(r->ask);
	free(r->ask);
	free(r->body);
	sr_arena_release(&r->mem);
	free(r);
}

static struct request *new_request(struct sr_server *server, const char *uri)
{
	struct request *r = calloc(1, sizeof(*r));

	if (!r)
		return NULL;
	r->server = server;
	sr_arena_init(&r->mem, (size_t)1 << 20);
	r->target.n = strlen(uri);
	r->target.s = sr_arena_copy(&r->mem, uri, r->target.n);
	return r;
}

/* A request that was begun when the daemon stopped is never ended. */
void sr_connection_change(void *server, struct MHD_Connection *connection,
			  void **socket,
			  enum MHD_ConnectionNotificationCode what)
{
	struct sr_server *s = server;
	struct sr_seat *seat = *socket;
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_CONNECTION_FD);

	if (what != MHD_CONNECTION_NOTIFY_CLOSED) {
		*socket = info ? sr_crowd_come(&s->crowd, info->connect_fd)
			       : NULL;
		return;
	}
	if (seat && seat->request)
		free_request(seat->request);
	sr_crowd_go(&s->crowd, seat);
}

void *sr_request_begin(void *server, const char *uri,
		       struct MHD_Connection *connection)
{
	struct request *r = new_request(server, uri);
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(
		connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	if (r)
		r->seat = info ? info->socket_context : NULL;
	if (r && r->seat)
		r->seat->request = r;
	return r;
}

void sr_request_end(void *server, struct MHD_Connection *connection,
		    void **request, enum MHD_RequestTerminationCode why)
{
	struct request *r = *request;

	(void)server;
	(void)connection;
	(void)why;
	if (!r)
		return;
	if (r->seat)
		r->seat->request = NULL;
	sr_crowd_set(&r->server->crowd, r->seat, SR_SEAT_HEAD);
	free_request(r);
	*request = NULL;
}

/* 2. Replies */

static unsigned status_of(const struct request *r)
{
	switch (r->err.code) {
	case SR_USAGE:
		return MHD_HTTP_BAD_REQUEST;
	case SR_REFUSED:
		return r->route && r->route->flags & SR_ROUTE_POST
			       ? MHD_HTTP_BAD_REQUEST
			       : MHD_HTTP_NOT_FOUND;
	case SR_LIMIT:
		return MHD_HTTP_CONTENT_TOO_LARGE;
	case SR_OK:
	case SR_NOMEM:
	case SR_IO:
	case SR_DATABASE:
		break;
	}
	return MHD_HTTP_INTERNAL_SERVER_ERROR;
}

/* One clear line. What went wrong here is said to who runs it; who asks learns
 * no path and nothing of the machine. */
static enum MHD_Result refuse(struct request *r, unsigned status,
			      struct MHD_Connection *connection)
{
	struct sr_json out = { .mem = &r->mem };
	char text[400];
	struct sr_reply reply = { .status = status,
				  .type = JSON,
				  .again = status ==
					   MHD_HTTP_SERVICE_UNAVAILABLE };
	const struct sr_serve_options *o = r->server->o;
	bool own = status >= 500 && !reply.again;

	snprintf(text, sizeof(text), "%s%s%s", r->err.where,
		 r->err.where[0] ? ": " : "", r->err.text);
	if (own && o->say)
		o->say(o->user, text);
	sr_json_open(&out, '{');
	sr_json_key(&out, "error");
	sr_json_str(&out, own ? SR_STR("the server could not answer; the "
				       "terminal it runs in says why")
			      : sr_str_of(text));
	sr_json_close(&out, '}');
	sr_json_line(&out);
	reply.bytes = out.full ? SR_STR("{\"error\":\"no memory\"}\n")
			       : sr_json_text(&out);
	return sr_reply_send(connection, &r->server->cache, &reply);
}

static enum MHD_Result fail(struct request *r, unsigned status,
			    const char *what, struct MHD_Connection *connection)
{
	r->err = (struct sr_err){ .code = SR_REFUSED };
	snprintf(r->err.text, sizeof(r->err.text), "%s", what);
	return refuse(r, status, connection);
}

static enum MHD_Result wrong_method(struct request *r, const char *allow,
				    struct MHD_Connection *connection)
{
	struct sr_reply reply = {
		.status = MHD_HTTP_METHOD_NOT_ALLOWED,
		.type = JSON,
		.bytes = SR_STR("{\"error\":\"no such method here\"}\n"),
		.allow = allow,
	};

	return sr_reply_send(connection, &r->server->cache, &reply);
}

/* 3. Files */

static enum MHD_Result send_file(struct request *r, struct sr_str name,
				 struct MHD_Connection *connection)
{
	struct sr_server *s = r->server;
	const struct sr_web_file *f = sr_web_find(name);
	struct sr_reply reply = { .status = MHD_HTTP_OK,
				  .type = sr_web_type(name) };
	struct sr_err err = { 0 };
	struct sr_arena mem;

	sr_arena_init(&mem, (size_t)32 << 20);
	if (s->o->web &&
	    !sr_web_read(s->o->web, name, &mem, &reply.bytes, &err)) {
		reply.body = sr_cache_put(&s->cache, r->target, "", reply.type,
					  reply.bytes);
	} else if (f) {
		reply.bytes = (struct sr_str){ (const char *)f->bytes, f->n };
		reply.tag = f->tag;
		reply.body = sr_cache_find(&s->cache, r->target, f->tag);
		if (!reply.body)
			reply.body = sr_cache_put(&s->cache, r->target, f->tag,
						  reply.type, reply.bytes);
	}
	sr_arena_release(&mem);
	if (!reply.body)
		return fail(r, MHD_HTTP_NOT_FOUND, "there is no such page",
			    connection);
	return sr_reply_send(connection, &s->cache, &reply);
}

/* 4. Data */

/* The answer, worked out. */
static enum sr_code work_out(struct request *r, struct sr_hand *hand,
			     const char *state, bool *busy,
			     struct sr_body **out)
{
	struct sr_call call = { .server = r->server,
				.query = &r->query,
				.route = r->route,
				.id = r->id,
				.body = { r->body, r->nbody },
				.ask = r->ask,
				.state = state,
				.type = JSON };

	call.out.mem = &r->ask->mem;
	r->ask->ledger = hand ? hand->ledger : NULL;
	r->ask->kit = r->server->o->kit;
	enum sr_code code = sr_call_filter(&call);
	if (!code)
		code = r->route->answer(&call);
	if (!code && call.out.full)
		code = sr_fail_nomem(&r->ask->err, "answer");
	*busy = code &&
		(call.busy || (hand && sr_ledger_was_busy(hand->ledger)));
	if (code) {
		r->err = r->ask->err;
		r->err.code = code;
		return code;
	}
	struct sr_str bytes = call.bytes.s ? call.bytes
					   : sr_json_text(&call.out);
	*out = r->route->flags & SR_ROUTE_POST
		       ? sr_body_once(call.type, bytes)
		       : sr_cache_put(&r->server->cache, r->target, state,
				      call.type, bytes);
	return *out ? SR_OK : sr_fail_nomem(&r->err, "answer");
}

static bool make_ask(struct request *r)
{
	r->ask = calloc(1, sizeof(*r->ask));
	if (!r->ask)
		return false;
	sr_ask_init(r->ask);
	r->ask->mem.limit = SR_ANSWER_MEMORY;
	r->ask->view.format = SR_FORMAT_JSONL;
	return true;
}

/* The answer worked out with a handle of its own, if it needs the ledger. */
static enum sr_code make_data(struct request *r, char state[SR_TAG], bool *busy,
			      struct sr_body **out)
{
	struct sr_hands *hands = &r->server->hands;
	struct sr_hand *hand = NULL;

	if (r->route->flags & SR_ROUTE_LEDGER &&
	    !(hand = sr_hands_take(hands, state, busy, &r->err)))
		return r->err.code;
	enum sr_code code = make_ask(r) ? work_out(r, hand, state, busy, out)
					: sr_fail_nomem(&r->err, "answer");
	if (hand)
		sr_hands_give(hands, hand);
	return code;
}

/* The answer, kept or worked out, and the state of the ledger it is of; not
 * twice at once for two who ask the same. *busy: trying again may help. */
static enum sr_code find_data(struct request *r, char state[SR_TAG], bool *busy,
			      struct sr_body **out)
{
	struct sr_server *s = r->server;
	char seen[SR_TAG];

	*busy = false;
	*out = NULL;
	if (r->route->flags & SR_ROUTE_POST)
		return make_data(r, state, busy, out);
	do {
		if (r->route->flags & SR_ROUTE_FIXED) {
			snprintf(state, SR_TAG, "%s", s->hands.salt);
		} else if (sr_hands_state(&s->hands, state, &r->err)) {
			*busy = true;
			return r->err.code;
		}
		*out = sr_cache_find(&s->cache, r->target, state);
		if (*out)
			return SR_OK;
		memcpy(seen, state, SR_TAG);
	} while (!sr_cache_make(&s->cache, r->target, seen));
	enum sr_code code = make_data(r, state, busy, out);
	sr_cache_made(&s->cache, r->target, seen);
	return code;
}

static enum MHD_Result send_data(struct request *r,
				 struct MHD_Connection *connection)
{
	struct sr_reply reply = { .status = MHD_HTTP_OK, .type = JSON };
	char state[SR_TAG] = "";
	bool busy;
	enum sr_code code = find_data(r, state, &busy, &reply.body);

	if (code && busy)
		return fail(r, MHD_HTTP_SERVICE_UNAVAILABLE, BUSY, connection);
	if (code)
		return refuse(r, status_of(r), connection);
	reply.type = reply.body->type;
	reply.lasting = r->route->flags & SR_ROUTE_FIXED;
	/* A PDF is left to the viewer, which a sandbox would keep out. */
	reply.document = r->route->flags & SR_ROUTE_DOCUMENT &&
			 strcmp(reply.type, "application/pdf") != 0;
	if (state[0] && !(r->route->flags & SR_ROUTE_SECRET))
		reply.tag = state;
	return sr_reply_send(connection, &r->server->cache, &reply);
}

/* 5. Checks, before anything is done */

static const char *header(struct MHD_Connection *connection, const char *name)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

struct heads {
	unsigned host, length, encoding;
};

static enum MHD_Result count_head(void *user, enum MHD_ValueKind kind,
				  const char *key, const char *value)
{
	struct heads *n = user;

	(void)kind;
	(void)value;
	n->host += strcasecmp(key, "Host") == 0;
	n->length += strcasecmp(key, "Content-Length") == 0;
	n->encoding += strcasecmp(key, "Transfer-Encoding") == 0;
	return MHD_YES;
}

/* Two hosts, two lengths, a length and chunks: no browser sends that. */
static bool is_plain_head(struct MHD_Connection *connection)
{
	struct heads n = { 0 };

	MHD_get_connection_values(connection, MHD_HEADER_KIND, count_head, &n);
	return n.host <= 1 && n.length + n.encoding <= 1;
}

static bool is_get(const char *method)
{
	return strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
}

/* The length that was announced; SIZE_MAX when it is no number. */
static size_t announced(struct MHD_Connection *connection)
{
	const char *length = header(connection, "Content-Length");
	char *end;

	if (!length)
		return 0;
	unsigned long long n = strtoull(length, &end, 10);
	return *end || n > SIZE_MAX ? SIZE_MAX : (size_t)n;
}

/* Of data: 0, or the status with which it is refused, its line in r->err. */
static unsigned check_data(struct request *r, const char *method,
			   struct MHD_Connection *connection)
{
	if (!(r->route->flags & SR_ROUTE_DOCUMENT) &&
	    !sr_guard_may_ask(&r->server->guard, &r->who)) {
		sr_fail(&r->err, SR_REFUSED, "",
			"only the page itself may ask for data");
		return MHD_HTTP_FORBIDDEN;
	}
	if (is_get(method))
		return 0;
	if (r->server->o->read_only) {
		sr_fail(&r->err, SR_REFUSED, "",
			"this page is for reading only");
		return MHD_HTTP_FORBIDDEN;
	}
	if (sr_guard_may_write(&r->server->guard, &r->who, &r->err))
		return MHD_HTTP_FORBIDDEN;
	if (announced(connection) > r->route->most) {
		sr_fail(&r->err, SR_LIMIT, "", "more than %zu bytes",
			r->route->most);
		return MHD_HTTP_CONTENT_TOO_LARGE;
	}
	return 0;
}

/* 6. The way of a request */

static bool begins(struct sr_str s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n && memcmp(s.s, with, n) == 0;
}

static void look_at_head(struct request *r, struct MHD_Connection *connection)
{
	r->who = (struct sr_asker){
		.host = header(connection, "Host"),
		.origin = header(connection, "Origin"),
		.site = header(connection, "Sec-Fetch-Site"),
		.token = header(connection, "X-Sitrep-Token"),
	};
}

/* A file's address is its own alone: what follows a "?" is for the page. */
static enum MHD_Result page(struct request *r,
			    struct MHD_Connection *connection)
{
	struct sr_str name = r->query.path;

	r->target = name;
	if (sr_str_is(name, "/"))
		return send_file(r, SR_STR("index.html"), connection);
	if (!begins(name, "/web/"))
		return fail(r, MHD_HTTP_NOT_FOUND, "there is no such page",
			    connection);
	name.s += strlen("/web/");
	name.n -= strlen("/web/");
	if (!sr_web_name_is_plain(name))
		return fail(r, MHD_HTTP_NOT_FOUND, "there is no such page",
			    connection);
	return send_file(r, name, connection);
}

/* The head is there. MHD_YES without an answer where all is well: that follows
 * when the whole request is there, or libmicrohttpd ends the connection. */
static enum MHD_Result begin(struct request *r, const char *method,
			     struct MHD_Connection *connection)
{
	r->begun = true;
	look_at_head(r, connection);
	if (!r->target.s)
		return MHD_NO;
	if (!is_plain_head(connection))
		return fail(r, MHD_HTTP_BAD_REQUEST,
			    "two headers contradict each other", connection);
	if (!sr_guard_host(&r->server->guard, r->who.host))
		return fail(r, MHD_HTTP_FORBIDDEN,
			    "not asked by a name of this page; see 'sitrep "
			    "help serve', --open-host",
			    connection);
	if (sr_query_read(r->target, &r->mem, &r->query, &r->err))
		return refuse(r, status_of(r), connection);
	r->route = sr_route_find(r->query.path, &r->id);
	bool post = r->route && r->route->flags & SR_ROUTE_POST;
	if (post ? strcmp(method, "POST") != 0 : !is_get(method))
		return wrong_method(r, post ? "POST" : "GET, HEAD", connection);
	if (!post &&
	    (announced(connection) || header(connection, "Transfer-Encoding")))
		return fail(r, MHD_HTTP_BAD_REQUEST,
			    "nothing is expected behind this head", connection);
	unsigned status = r->route ? check_data(r, method, connection) : 0;
	return status ? refuse(r, status, connection) : MHD_YES;
}

/* A part of the body. Of one that is too large some more is taken in, so that
 * the answer can be read; then the line is cut. */
static enum MHD_Result take_body(struct request *r, const char *bytes, size_t n)
{
	size_t most = r->route->most;

	r->too_large = r->too_large || r->nbody + n > most;
	if (r->too_large) {
		r->nbody += n;
		return r->nbody > 2 * most + 65536 ? MHD_NO : MHD_YES;
	}
	if (r->nbody + n > r->room || !r->body) {
		size_t room = r->room ? r->room * 2 : 16384;
		while (room < r->nbody + n)
			room *= 2;
		char *body = realloc(r->body, room);
		if (!body)
			return MHD_NO;
		r->body = body;
		r->room = room;
	}
	memcpy(r->body + r->nbody, bytes, n);
	r->nbody += n;
	return MHD_YES;
}

enum MHD_Result sr_request_take(void *server, struct MHD_Connection *connection,
				const char *url, const char *method,
				const char *version, const char *bytes,
				size_t *n, void **request)
{
	struct request *r = *request;

	(void)server;
	(void)url;
	(void)version;
	if (!r)
		return MHD_NO;
	if (!r->begun) {
		sr_crowd_set(&r->server->crowd, r->seat, SR_SEAT_BODY);
		return begin(r, method, connection);
	}
	if (*n) {
		size_t got = *n;
		*n = 0;
		return take_body(r, bytes, got);
	}
	if (r->too_large) {
		sr_fail(&r->err, SR_LIMIT, "", "more than %zu bytes",
			r->route->most);
		return refuse(r, MHD_HTTP_CONTENT_TOO_LARGE, connection);
	}
	sr_crowd_set(&r->server->crowd, r->seat, SR_SEAT_ANSWER);
	return r->route ? send_data(r, connection) : page(r, connection);
}

void sr_request_warm(struct sr_server *server, const char *target)
{
	struct request *r = new_request(server, target);
	struct sr_body *body = NULL;
	char state[SR_TAG] = "";
	bool busy;

	if (!r)
		return;
	if (!sr_query_read(r->target, &r->mem, &r->query, &r->err) &&
	    (r->route = sr_route_find(r->query.path, &r->id)) &&
	    !find_data(r, state, &busy, &body))
		sr_cache_drop(&server->cache, body);
	free_request(r);
}
