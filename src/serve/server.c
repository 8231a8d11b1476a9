/* Starting and stopping: the socket, the ledger, libmicrohttpd. */
#include "serve/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "serve/request.h"

#define BACKLOG 128
#define SILENT_S 20 /* a connection that says nothing */
#define STACK ((size_t)8 << 20)
#define MOST_PER_ADDRESS 100 /* where others than this computer may come */

union address {
	struct sockaddr any;
	struct sockaddr_in four;
	struct sockaddr_in6 six;
};

static enum sr_code take_address(const struct sr_serve_options *o,
				 union address *a, struct sr_err *err)
{
	const char *text = o->bind ? o->bind : "127.0.0.1";

	memset(a, 0, sizeof(*a));
	if (inet_pton(AF_INET, text, &a->four.sin_addr) == 1) {
		a->four.sin_family = AF_INET;
		a->four.sin_port = htons((uint16_t)o->port);
	} else if (inet_pton(AF_INET6, text, &a->six.sin6_addr) == 1) {
		a->six.sin6_family = AF_INET6;
		a->six.sin6_port = htons((uint16_t)o->port);
	} else {
		return sr_fail(err, SR_USAGE, text,
			       "no address; expected for example 127.0.0.1, "
			       "::1 or 0.0.0.0");
	}
	return SR_OK;
}

static bool is_loopback(const union address *a)
{
	if (a->any.sa_family == AF_INET)
		return ntohl(a->four.sin_addr.s_addr) >> 24 == 127;
	return IN6_IS_ADDR_LOOPBACK(&a->six.sin6_addr);
}

static socklen_t size_of(const union address *a)
{
	return a->any.sa_family == AF_INET ? sizeof(a->four) : sizeof(a->six);
}

/* A socket that listens, and the port it got. */
static enum sr_code listen_at(struct sr_server *s, union address *a,
			      struct sr_err *err)
{
	socklen_t n = size_of(a);
	char where[32];
	int on = 1;

	snprintf(where, sizeof(where), "port %u", s->o->port);
	s->fd = socket(a->any.sa_family, SOCK_STREAM, 0);
	if (s->fd < 0)
		return sr_fail(err, SR_IO, where, "%s", strerror(errno));
	setsockopt(s->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(s->fd, &a->any, n) != 0 || listen(s->fd, BACKLOG) != 0)
		return sr_fail(err, SR_IO, where, "%s",
			       errno == EADDRINUSE
				       ? "is taken by another program; "
					 "--port 0 picks one that is free"
			       : errno == EACCES
				       ? "may not be used; expected one above "
					 "1023"
				       : strerror(errno));
	if (getsockname(s->fd, &a->any, &n) != 0)
		return sr_fail(err, SR_IO, where, "%s", strerror(errno));
	s->guard.port = ntohs(a->any.sa_family == AF_INET ? a->four.sin_port
							  : a->six.sin6_port);
	return SR_OK;
}

static void make_url(struct sr_server *s, const union address *a)
{
	char text[INET6_ADDRSTRLEN] = "";
	bool six = a->any.sa_family == AF_INET6;

	if (six)
		inet_ntop(AF_INET6, &a->six.sin6_addr, text, sizeof(text));
	else
		inet_ntop(AF_INET, &a->four.sin_addr, text, sizeof(text));
	snprintf(s->url, sizeof(s->url), "http://%s%s%s:%u/", six ? "[" : "",
		 text, six ? "]" : "", s->guard.port);
}

static void take_name(struct sr_server *s)
{
	const char *slash = strrchr(s->o->ledger, '/');

	snprintf(s->name, sizeof(s->name), "%s",
		 slash ? slash + 1 : s->o->ledger);
}

static enum sr_code open_ledger(struct sr_server *s, struct sr_err *err)
{
	char salt[SR_TAG];

	/* Makes a ledger, or brings an old one up to date. */
	if (!s->o->read_only) {
		struct sr_ledger *l =
			sr_ledger_open(s->o->ledger, SR_LEDGER_WRITE, err);
		if (!l)
			return err->code;
		sr_ledger_close(l);
	}
	snprintf(salt, sizeof(salt), "%s-%.12s", SR_VERSION,
		 s->o->kit ? sr_kit_hash(s->o->kit) : "");
	return sr_hands_open(&s->hands, s->o->ledger, salt, err);
}

static enum sr_code start(struct sr_server *s, struct sr_err *err)
{
	struct MHD_OptionItem more[] = {
		{ MHD_OPTION_LISTEN_SOCKET, s->fd, NULL },
		{ MHD_OPTION_CONNECTION_LIMIT, SR_MOST_CONNECTIONS, NULL },
		{ MHD_OPTION_PER_IP_CONNECTION_LIMIT,
		  s->guard.public ? MOST_PER_ADDRESS : 0, NULL },
		{ MHD_OPTION_CONNECTION_TIMEOUT, SILENT_S, NULL },
		{ MHD_OPTION_CONNECTION_MEMORY_LIMIT, SR_MOST_HEAD, NULL },
		{ MHD_OPTION_THREAD_STACK_SIZE, STACK, NULL },
		{ MHD_OPTION_END, 0, NULL },
	};

	if (!sr_crowd_start(&s->crowd))
		return sr_fail(err, SR_IO, "serve", "no thread can be had");
	s->daemon = MHD_start_daemon(
		MHD_USE_POLL | MHD_USE_INTERNAL_POLLING_THREAD |
			MHD_USE_THREAD_PER_CONNECTION | MHD_USE_PEDANTIC_CHECKS,
		0, NULL, NULL, sr_request_take, s, MHD_OPTION_NOTIFY_CONNECTION,
		sr_connection_change, s, MHD_OPTION_NOTIFY_COMPLETED,
		sr_request_end, s, MHD_OPTION_URI_LOG_CALLBACK,
		sr_request_begin, s, MHD_OPTION_ARRAY, more, MHD_OPTION_END);
	if (!s->daemon)
		return sr_fail(err, SR_IO, "serve",
			       "the web server can't be started: %s",
			       strerror(errno));
	s->fd = -1; /* the daemon's from now on */
	return SR_OK;
}

struct sr_server *sr_server_open(const struct sr_serve_options *o,
				 struct sr_err *err)
{
	struct sr_server *s = calloc(1, sizeof(*s));
	union address a;

	if (!s) {
		sr_fail_nomem(err, "serve");
		return NULL;
	}
	s->o = o;
	s->fd = -1;
	s->guard.open_hosts = o->open_hosts;
	sr_cache_init(&s->cache);
	sr_pictures_init(&s->pictures);
	pthread_mutex_init(&s->reading, NULL);
	pthread_mutex_init(&s->drawing, NULL);
	take_name(s);
	enum sr_code code = take_address(o, &a, err);
	if (!code) {
		s->guard.public = !is_loopback(&a);
		if (s->guard.public && !o->read_only)
			code = sr_fail(err, SR_USAGE, o->bind,
				       "others could write to the ledger from "
				       "there; expected --read-only as well");
	}
	if (!code)
		code = sr_guard_init(&s->guard, err);
	if (!code)
		code = listen_at(s, &a, err);
	if (!code)
		code = open_ledger(s, err);
	if (!code)
		code = start(s, err);
	if (code) {
		sr_server_close(s);
		return NULL;
	}
	make_url(s, &a);
	return s;
}

const char *sr_server_url(const struct sr_server *s)
{
	return s->url;
}

static void *warm(void *user)
{
	static const char *const FIRST[] = { "/api/ledger", "/api/incidents",
					     "/api/control?on=last",
					     "/api/control" };
	struct sr_server *s = user;

	for (size_t i = 0; i < SR_LEN(FIRST) && !atomic_load(&s->ending); i++)
		sr_request_warm(s, FIRST[i]);
	return NULL;
}

void sr_server_warm(struct sr_server *s)
{
	s->warms = !s->warms && pthread_create(&s->warmer, NULL, warm, s) == 0;
}

void sr_server_close(struct sr_server *s)
{
	if (!s)
		return;
	atomic_store(&s->ending, true);
	if (s->warms)
		pthread_join(s->warmer, NULL);
	if (s->daemon)
		MHD_stop_daemon(s->daemon);
	if (s->fd >= 0)
		close(s->fd);
	sr_crowd_stop(&s->crowd);
	sr_hands_close(&s->hands);
	sr_pictures_release(&s->pictures);
	sr_cache_release(&s->cache);
	pthread_mutex_destroy(&s->reading);
	pthread_mutex_destroy(&s->drawing);
	free(s);
}
