#include "fetch/fetch.h"

#include <curl/curl.h>
#include <curl/mprintf.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "base/limits.h"
#include "fetch/address.h"
#include "fetch/robots.h"

#define CONNECT_SECONDS 15L
#define SLOW_BYTES 64L /* a second, for so long: it is given up */
#define SLOW_SECONDS 20L
#define ORIGIN 300 /* bytes of "https://host:port" */

/* A host, what its robots.txt says, and when it was asked last. */
struct host {
	struct host *next;
	char origin[ORIGIN];
	char *robots; /* NULL: may be asked for anything */
	size_t nrobots;
	bool asked_robots, closed; /* closed: nothing may be asked */
	struct sr_err why;	   /* closed, if it could not be reached */
	double delay, last;
};

struct sr_fetcher {
	struct sr_fetch_options o;
	CURL *curl;
	struct host *hosts;
	size_t nhost;
	/* of the request being made */
	struct sr_arena *mem;
	struct sr_str body;
	size_t room, most;
	bool full, private; /* too large; the address may not be asked */
	bool changed;	    /* only asked whether it has */
};

/* Called with the address that is about to be connected to. */
static curl_socket_t open_socket(void *user, curlsocktype what,
				 struct curl_sockaddr *to)
{
	struct sr_fetcher *f = user;

	(void)what;
	if (!f->o.allow_private && !sr_address_is_public(&to->addr)) {
		f->private = true;
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype, to->protocol);
}

/* The body so far, in memory that doubles, up to what is allowed. */
static size_t take(char *data, size_t size, size_t n, void *user)
{
	struct sr_fetcher *f = user;
	size_t more = size * n;

	if (more > f->most - f->body.n) {
		f->full = true;
		return 0;
	}
	if (f->body.n + more > f->room) {
		size_t room = f->room ? f->room * 2 : 64u << 10;
		while (room < f->body.n + more)
			room *= 2;
		char *own = sr_arena_raw(f->mem, room, 1);
		if (!own)
			return 0;
		if (f->body.n)
			memcpy(own, f->body.s, f->body.n);
		f->body.s = own;
		f->room = room;
	}
	memcpy((char *)(uintptr_t)f->body.s + f->body.n, data, more);
	f->body.n += more;
	return more;
}

/* Called now and then while bytes come; not 0: it is given up. */
static int go_on(void *user, curl_off_t a, curl_off_t b, curl_off_t c,
		 curl_off_t d)
{
	struct sr_fetcher *f = user;

	(void)a, (void)b, (void)c, (void)d;
	return f->o.wait && !f->o.wait(f->o.user, 0);
}

static void set_up(struct sr_fetcher *f)
{
	CURL *c = f->curl;
	double most = f->o.most_seconds > 0 ? f->o.most_seconds
					    : SR_MAX_FETCH_SECONDS;

	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(c, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	/* All that libcurl unpacks: gzip, Brotli, zstd as it was built. */
	curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(c, CURLOPT_USERAGENT,
			 SR_FETCH_AGENT "/" SR_VERSION
					" (reads war reports for a ledger of "
					"claims; honours robots.txt)");
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, (long)(most * 1000));
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, f);
	curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, go_on);
	curl_easy_setopt(c, CURLOPT_XFERINFODATA, f);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, f);
}

enum sr_code sr_fetcher_open(struct sr_fetcher **fetcher,
			     const struct sr_fetch_options *options,
			     struct sr_err *err)
{
	struct sr_fetcher *f = calloc(1, sizeof(*f));

	*fetcher = NULL;
	if (f && curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
		f->curl = curl_easy_init();
	if (!f || !f->curl) {
		free(f);
		return sr_fail_nomem(err, "libcurl");
	}
	f->o = *options;
	*fetcher = f;
	return SR_OK;
}

void sr_fetcher_close(struct sr_fetcher *f)
{
	if (!f)
		return;
	while (f->hosts) {
		struct host *h = f->hosts;
		f->hosts = h->next;
		free(h->robots);
		free(h);
	}
	curl_easy_cleanup(f->curl);
	curl_global_cleanup();
	free(f);
}

/* The parts of an address */

struct place {
	char origin[ORIGIN];
	char *path; /* with the query; curl's */
};

static bool part_url(const char *url, struct place *out)
{
	CURLU *u = curl_url();
	char *scheme = NULL, *host = NULL, *port = NULL, *path = NULL,
	     *query = NULL;
	bool ok = u && curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
		  curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
		  curl_url_get(u, CURLUPART_HOST, &host, 0) == CURLUE_OK &&
		  curl_url_get(u, CURLUPART_PORT, &port,
			       CURLU_DEFAULT_PORT) == CURLUE_OK &&
		  curl_url_get(u, CURLUPART_PATH, &path, 0) == CURLUE_OK;

	curl_url_get(u, CURLUPART_QUERY, &query, 0);
	out->path = NULL;
	if (ok) {
		int n = snprintf(out->origin, sizeof(out->origin),
				 "%s://%s:%s", scheme, host, port);
		ok = n > 0 && n < ORIGIN &&
		     (out->path = curl_maprintf("%s%s%s", path,
						query ? "?" : "",
						query ? query : ""));
	}
	curl_free(scheme);
	curl_free(host);
	curl_free(port);
	curl_free(path);
	curl_free(query);
	curl_url_cleanup(u);
	return ok;
}

static struct host *host_of(struct sr_fetcher *f, const char *origin)
{
	struct host *h = f->hosts;

	while (h && strcmp(h->origin, origin) != 0)
		h = h->next;
	if (h || f->nhost >= SR_MAX_FETCH_HOSTS)
		return h;
	h = calloc(1, sizeof(*h));
	if (!h)
		return NULL;
	snprintf(h->origin, sizeof(h->origin), "%s", origin);
	h->last = -1e9;
	h->next = f->hosts;
	f->hosts = h;
	f->nhost++;
	return h;
}

/* One request, without looking at what it says. */

static bool be_polite(struct sr_fetcher *f, struct host *h)
{
	double pause = h->delay > f->o.pause ? h->delay : f->o.pause;
	double wait = h->last + pause - f->o.seconds();

	if (wait > 0 && f->o.wait && !f->o.wait(f->o.user, wait))
		return false;
	h->last = f->o.seconds();
	return true;
}

static struct curl_slist *header(struct curl_slist *list, const char *name,
				 struct sr_str value)
{
	char line[1200];

	if (!value.n || value.n > 1000)
		return list;
	snprintf(line, sizeof(line), "%s: %.*s", name, (int)value.n, value.s);
	return curl_slist_append(list, line);
}

static enum sr_code refuse_private(const char *url, struct sr_err *err)
{
	return sr_fail(err, SR_REFUSED, url,
		       "its address is of a private network, which is not "
		       "asked without --allow-private");
}

static enum sr_code failed(struct sr_fetcher *f, CURLcode rc, const char *url,
			   struct sr_err *err)
{
	if (f->private)
		return refuse_private(url, err);
	if (f->full)
		return sr_fail(err, SR_LIMIT, url, "larger than %zu bytes",
			       f->most);
	switch ((int)rc) {
	case CURLE_OPERATION_TIMEDOUT:
		return sr_fail(err, SR_LIMIT, url,
			       "too slow: no whole answer in time");
	case CURLE_PARTIAL_FILE:
	case CURLE_GOT_NOTHING:
	case CURLE_RECV_ERROR:
	case CURLE_HTTP2_STREAM:
		return sr_fail(err, SR_REFUSED, url,
			       "broken off by the server");
	case CURLE_ABORTED_BY_CALLBACK:
		return sr_fail(err, SR_REFUSED, url, "stopped");
	case CURLE_WEIRD_SERVER_REPLY:
		return sr_fail(err, SR_REFUSED, url,
			       "what answers there speaks no HTTP");
	case CURLE_UNSUPPORTED_PROTOCOL:
		/* Of what it answers with, where the address is one. */
		if (sr_is_url(url))
			return sr_fail(err, SR_REFUSED, url,
				       "what answers there speaks no HTTP");
		return sr_fail(err, SR_REFUSED, url,
			       "expected an address of http or https");
	case CURLE_URL_MALFORMAT:
		return sr_fail(err, SR_REFUSED, url,
			       "expected an address of http or https");
	case CURLE_BAD_CONTENT_ENCODING:
		return sr_fail(err, SR_REFUSED, url,
			       "its compression is broken");
	case CURLE_WRITE_ERROR:
		/* Also said of a broken gzip stream. */
		return f->mem->full ? sr_fail_nomem(err, url)
				    : sr_fail(err, SR_REFUSED, url,
					      "its compression is broken");
	default:
		return sr_fail(err, SR_IO, url, "%s", curl_easy_strerror(rc));
	}
}

static enum sr_code request(struct sr_fetcher *f, const char *url,
			    const struct sr_fetch_if *known, size_t most,
			    struct sr_err *err)
{
	struct curl_slist *list = NULL;

	curl_easy_reset(f->curl);
	set_up(f);
	f->body = (struct sr_str){ NULL, 0 };
	f->room = 0;
	f->most = most;
	f->full = f->private = false;
	if (known) {
		list = header(list, "If-None-Match", known->etag);
		list = header(list, "If-Modified-Since", known->modified);
	}
	f->changed = list != NULL;
	curl_easy_setopt(f->curl, CURLOPT_URL, url);
	curl_easy_setopt(f->curl, CURLOPT_HTTPHEADER, list);
	CURLcode rc = curl_easy_perform(f->curl);
	curl_slist_free_all(list);
	return rc == CURLE_OK ? SR_OK : failed(f, rc, url, err);
}

static struct sr_str said(struct sr_fetcher *f, const char *name)
{
	struct curl_header *h;

	if (curl_easy_header(f->curl, name, 0, CURLH_HEADER, -1, &h) !=
	    CURLHE_OK)
		return (struct sr_str){ NULL, 0 };
	size_t n = strlen(h->value);
	n = n > 1000 ? 0 : n;
	return (struct sr_str){ sr_arena_copy(f->mem, h->value, n), n };
}

/* robots.txt */

/* What cannot be had because of the server closes it; what is not there opens
 * it (RFC 9309, 2.3.1). */
static bool ask_robots(struct sr_fetcher *f, struct host *h)
{
	char url[ORIGIN + 16];
	char *to = NULL;
	struct sr_err err = { 0 };
	long status = 0;

	h->asked_robots = true;
	snprintf(url, sizeof(url), "%s/robots.txt", h->origin);
	char *at = strdup(url);
	for (int i = 0; at && i <= SR_MAX_REDIRECTS; i++) {
		if (!be_polite(f, h)) {
			free(at);
			return false;
		}
		h->why.code = SR_OK;
		enum sr_code code =
			request(f, at, NULL, SR_MAX_ROBOTS, &err);
		curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE, &status);
		if (code && !f->full) {
			status = 500;
			h->why = err;
		}
		curl_easy_getinfo(f->curl, CURLINFO_REDIRECT_URL, &to);
		free(at);
		at = to && status / 100 == 3 ? strdup(to) : NULL;
	}
	free(at);
	if (status / 100 == 2 && f->body.n &&
	    (h->robots = malloc(f->body.n))) {
		memcpy(h->robots, f->body.s, f->body.n);
		h->nrobots = f->body.n;
	}
	h->closed = status / 100 == 5;
	return true;
}

static enum sr_code may_ask(struct sr_fetcher *f, const char *url,
			    struct sr_err *err)
{
	struct place p;
	double delay = 0;

	if (!sr_is_url(url) || !part_url(url, &p))
		return sr_fail(err, SR_REFUSED, url,
			       "expected an address of http or https");
	struct host *h = host_of(f, p.origin);
	enum sr_code code = SR_OK;
	if (!h)
		code = sr_fail(err, SR_LIMIT, url, "more than %d hosts",
			       SR_MAX_FETCH_HOSTS);
	else if (!h->asked_robots && !ask_robots(f, h))
		code = sr_fail(err, SR_REFUSED, url, "stopped");
	else if (h->closed && h->why.code)
		code = sr_fail(err, h->why.code, url, "%s", h->why.text);
	else if (h->closed)
		code = sr_fail(err, SR_REFUSED, url,
			       "its host could not say what robots may ask "
			       "for: nothing is asked");
	else if (!sr_robots_allow((struct sr_str){ h->robots, h->nrobots },
				  SR_FETCH_AGENT, sr_str_of(p.path), &delay))
		code = sr_fail(err, SR_REFUSED, url,
			       "its robots.txt forbids it");
	if (!code) {
		h->delay = delay;
		if (!be_polite(f, h))
			code = sr_fail(err, SR_REFUSED, url, "stopped");
	}
	curl_free(p.path);
	return code;
}

/* "text/html; charset=windows-1251": the last. */
static struct sr_str charset_of(struct sr_str type)
{
	static const char KEY[] = "charset=";
	size_t k = sizeof(KEY) - 1;

	for (size_t i = 0; i + k < type.n; i++) {
		if (strncasecmp(type.s + i, KEY, k) != 0)
			continue;
		struct sr_str s = { type.s + i + k, type.n - i - k };
		if (s.s[0] == '"')
			s = (struct sr_str){ s.s + 1, s.n - 1 };
		size_t n = 0;
		while (n < s.n && s.s[n] != '"' && s.s[n] != ';' &&
		       s.s[n] != ' ')
			n++;
		return (struct sr_str){ s.s, n };
	}
	return (struct sr_str){ NULL, 0 };
}

static enum sr_code take_answer(struct sr_fetcher *f, const char *url,
				struct sr_fetched *out, struct sr_err *err)
{
	curl_off_t wait = 0;

	out->url = (struct sr_str){ sr_arena_copy(f->mem, url, strlen(url)),
				    strlen(url) };
	out->type = said(f, "content-type");
	out->charset = charset_of(out->type);
	out->etag = said(f, "etag");
	out->modified = said(f, "last-modified");
	out->body = f->body;
	curl_easy_getinfo(f->curl, CURLINFO_RETRY_AFTER, &wait);
	out->retry_after = (double)wait;
	if (f->mem->full)
		return sr_fail_nomem(err, url);
	if (out->status / 100 == 2 || (out->status == 304 && f->changed))
		return SR_OK;
	if (wait > 0)
		return sr_fail(err, SR_REFUSED, url,
			       "the server says %ld: to be asked again in %ld "
			       "seconds",
			       out->status, (long)wait);
	return sr_fail(err, SR_REFUSED, url, "the server says %ld",
		       out->status);
}

enum sr_code sr_fetch(struct sr_fetcher *f, const char *url,
		      const struct sr_fetch_if *known, struct sr_arena *mem,
		      struct sr_fetched *out, struct sr_err *err)
{
	char *at = sr_arena_copy(mem, url, strlen(url));
	char *to = NULL;

	*out = (struct sr_fetched){ .status = 0 };
	f->mem = mem;
	for (int i = 0; at && i <= SR_MAX_REDIRECTS; i++) {
		enum sr_code code = may_ask(f, at, err);
		if (!code)
			code = request(f, at, known, SR_MAX_PAGE, err);
		if (code)
			return code;
		curl_easy_getinfo(f->curl, CURLINFO_RESPONSE_CODE,
				  &out->status);
		curl_easy_getinfo(f->curl, CURLINFO_REDIRECT_URL, &to);
		if (!to || out->status / 100 != 3 || out->status == 304)
			return take_answer(f, at, out, err);
		at = sr_arena_copy(mem, to, strlen(to));
	}
	return at ? sr_fail(err, SR_LIMIT, url, "more than %d redirects",
			    SR_MAX_REDIRECTS)
		  : sr_fail_nomem(err, url);
}
