/* What a request brings, as any bytes: an address, a Host, an Origin, each up
 * to a line's end, and behind them the body of a decision. What is taken is
 * text without control characters, within its limits; a name that is not the
 * server's own is never taken for it. */
#include <strings.h>

#include "fuzz.h"
#include "serve/body.h"
#include "serve/files.h"
#include "serve/guard.h"
#include "serve/query.h"
#include "serve/route.h"

static void holds_text(struct sr_str s)
{
	HOLDS(s.s && s.s[s.n] == '\0' && strlen(s.s) == s.n);
	HOLDS(s.n <= SR_MOST_VALUE && sr_utf8_check(s) == s.n);
	for (size_t i = 0; i < s.n; i++)
		HOLDS((unsigned char)s.s[i] >= 0x20 && s.s[i] != 0x7f);
}

static void look_at_query(struct sr_str line, struct sr_arena *mem)
{
	struct sr_query q;
	struct sr_err err = { 0 };
	struct sr_str id = { NULL, 0 };

	if (sr_query_read(line, mem, &q, &err)) {
		HOLDS(err.code && err.text[0]);
		return;
	}
	HOLDS(q.npair <= SR_MOST_PAIRS && q.path.n && q.path.s[0] == '/');
	for (size_t i = 0; i < q.npair; i++) {
		holds_text(q.pair[i].key);
		holds_text(q.pair[i].value);
		HOLDS(sr_query_value(&q, q.pair[i].key.s) == q.pair[i].value.s);
	}
	if (sr_route_find(q.path, &id))
		HOLDS(id.n <= 64);
	if (sr_web_name_is_plain(q.path))
		HOLDS(!strstr(q.path.s, "..") && !strstr(q.path.s, "/."));
}

/* Does the line begin with one of the own names, up to a port? */
static bool is_own(const char *host)
{
	static const char *const OWN[] = { "localhost:", "127.0.0.1:",
					   "[::1]:" };

	for (int i = 0; i < 3; i++)
		if (strncasecmp(host, OWN[i], strlen(OWN[i])) == 0)
			return true;
	return false;
}

static void look_at_names(const char *host, const char *origin)
{
	struct sr_guard g = { .port = 8321 };
	struct sr_asker who = { .host = host, .origin = origin };

	memset(g.token, '7', SR_TOKEN - 1);
	if (sr_guard_host(&g, host))
		HOLDS(is_own(host));
	HOLDS(sr_guard_may_write(&g, &who, NULL) == SR_REFUSED);
	who.token = host;
	HOLDS(sr_guard_may_write(&g, &who, NULL) == SR_REFUSED ||
	      strcmp(host, g.token) == 0);
	g.public = true;
	g.open_hosts = origin;
	sr_guard_host(&g, host);
}

static void look_at_body(struct sr_str bytes, struct sr_arena *mem)
{
	struct sr_review_body body;
	struct sr_err err = { 0 };

	if (sr_review_body_read(bytes, mem, &body, &err)) {
		HOLDS(err.code && err.text[0]);
		return;
	}
	HOLDS(body.what.verb < SR_VERB_COUNT && body.by.n);
	for (size_t i = 0; i < body.what.nid; i++)
		HOLDS(body.what.id[i][0]);
	for (size_t i = 0; i < body.what.nset; i++)
		HOLDS(strchr(body.what.set[i], '='));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_str rest = { (const char *)bytes, n };
	struct sr_arena mem;

	sr_arena_init(&mem, (size_t)16 << 20);
	struct sr_str target = sr_str_cut(&rest, '\n');
	struct sr_str host = sr_str_cut(&rest, '\n');
	struct sr_str origin = sr_str_cut(&rest, '\n');
	const char *h = sr_arena_copy(&mem, host.s, host.n);
	const char *o = sr_arena_copy(&mem, origin.s, origin.n);

	look_at_query(target, &mem);
	if (h && o)
		look_at_names(h, o);
	look_at_body(rest, &mem);
	sr_arena_release(&mem);
	return 0;
}
