#include "serve/guard.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum sr_code sr_guard_init(struct sr_guard *g, struct sr_err *err)
{
	unsigned char bytes[(SR_TOKEN - 1) / 2];

	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
		return sr_fail(err, SR_IO, "serve",
			       "the system gives no random bytes");
	for (size_t i = 0; i < sizeof(bytes); i++)
		snprintf(g->token + 2 * i, 3, "%02x", bytes[i]);
	return SR_OK;
}

/* "[::1]:8321" to "[::1]" and "8321"; false if it is no such thing. */
static bool split(const char *host, struct sr_str *name, struct sr_str *port)
{
	const char *end = host[0] == '[' ? strchr(host, ']') : NULL;
	size_t n = host[0] == '[' ? end ? (size_t)(end - host) + 1 : 0
				  : strcspn(host, ":");

	*name = (struct sr_str){ host, n };
	*port = (struct sr_str){ NULL, 0 };
	if (!n || n > 255)
		return false;
	if (host[n] == '\0')
		return true;
	*port = sr_str_of(host + n + 1);
	return host[n] == ':' && port->n && port->n <= 5 &&
	       strspn(port->s, "0123456789") == port->n;
}

static bool is_own_port(const struct sr_guard *g, struct sr_str port)
{
	return port.s ? strtoul(port.s, NULL, 10) == g->port : g->port == 80;
}

/* No name at all, so no name that was made to point here. */
static bool is_address(struct sr_str name)
{
	unsigned char bytes[16];
	char text[64];
	bool six = name.n > 2 && name.s[0] == '[';

	if (six)
		name = (struct sr_str){ name.s + 1, name.n - 2 };
	if (name.n >= sizeof(text))
		return false;
	memcpy(text, name.s, name.n);
	text[name.n] = '\0';
	return inet_pton(six ? AF_INET6 : AF_INET, text, bytes) == 1;
}

/* A name that was given with --open-host; with a port, only at that one. */
static bool is_opened(const struct sr_guard *g, const char *host,
		      struct sr_str name)
{
	struct sr_str rest = sr_str_of(g->open_hosts);

	while (rest.s) {
		struct sr_str one = sr_str_trim(sr_str_cut(&rest, ','));
		if (one.n &&
		    (sr_str_same_name(one, name) || sr_str_same_name(one, sr_str_of(host))))
			return true;
	}
	return false;
}

bool sr_guard_host(const struct sr_guard *g, const char *host)
{
	struct sr_str name, port;

	if (!host || !split(host, &name, &port))
		return false;
	if (is_own_port(g, port) && (sr_str_same_name(name, SR_STR("localhost")) ||
				     sr_str_same_name(name, SR_STR("127.0.0.1")) ||
				     sr_str_same_name(name, SR_STR("[::1]"))))
		return true;
	return is_opened(g, host, name) || (g->public && is_address(name));
}

/* Is the origin the page's own, as the request was asked by? */
static bool is_own_origin(const struct sr_asker *who)
{
	size_t skip = strlen("http://");

	if (!who->origin || !who->host)
		return false;
	if (strncmp(who->origin, "https://", skip + 1) == 0)
		skip++; /* behind a proxy that ends TLS */
	else if (strncmp(who->origin, "http://", skip) != 0)
		return false;
	return sr_str_same_name(sr_str_of(who->origin + skip), sr_str_of(who->host));
}

bool sr_guard_may_ask(const struct sr_guard *g, const struct sr_asker *who)
{
	(void)g;
	if (who->site && strcmp(who->site, "same-origin") != 0 &&
	    strcmp(who->site, "none") != 0)
		return false;
	return !who->origin || is_own_origin(who);
}

/* In a time that says nothing of where they differ. */
static bool same_token(const char *a, const char *b)
{
	unsigned char differ = 0;

	if (strlen(b) != SR_TOKEN - 1)
		return false;
	for (size_t i = 0; i < SR_TOKEN - 1; i++)
		differ |= (unsigned char)(a[i] ^ b[i]);
	return !differ;
}

enum sr_code sr_guard_may_write(const struct sr_guard *g,
				const struct sr_asker *who, struct sr_err *err)
{
	if (!is_own_origin(who) || !sr_guard_may_ask(g, who))
		return sr_fail(err, SR_REFUSED, "",
			       "only the page itself may write; the Origin is "
			       "not its own");
	if (!who->token || !same_token(g->token, who->token))
		return sr_fail(err, SR_REFUSED, "",
			       "no valid token; load the page again");
	return SR_OK;
}
