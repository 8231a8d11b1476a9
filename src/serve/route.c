#include "serve/route.h"

#include "base/compiler.h"
#include "base/limits.h"
#include "serve/server.h"

#define REPORTS " source from to known-on limit "
#define CLAIMS REPORTS " place near side type status speaker text "

#define MAP " on area days theme width height all "
#define L SR_ROUTE_LEDGER
#define D (SR_ROUTE_LEDGER | SR_ROUTE_DOCUMENT)
#define MOST_REVIEW ((size_t)256 << 10)
#define MOST_READ ((size_t)SR_MAX_PAGE)

/* To add one: a row, a function, a paragraph in docs/formats/api.md. */
static const struct sr_route ROUTES[] = {
	{ "/api/ledger", L | SR_ROUTE_SECRET, "", "", sr_api_ledger, 0 },
	{ "/api/control", L, CLAIMS, " on all ", sr_api_control, 0 },
	{ "/api/incidents", L, CLAIMS, "", sr_api_incidents, 0 },
	{ "/api/timeline", L, CLAIMS, "", sr_api_timeline, 0 },
	{ "/api/civilians", L, CLAIMS, "", sr_api_civilians, 0 },
	{ "/api/politics", L, CLAIMS, "", sr_api_politics, 0 },
	{ "/api/forces", L, CLAIMS, " unit all ", sr_api_forces, 0 },
	{ "/api/claims", L, CLAIMS, " all ", sr_api_claims, 0 },
	{ "/api/losses", L, CLAIMS, " series all ", sr_api_losses, 0 },
	{ "/api/conflicts", L, CLAIMS, "", sr_api_conflicts, 0 },
	{ "/api/sources", L, CLAIMS, "", sr_api_sources, 0 },
	{ "/api/reports", L, REPORTS " text ", "", sr_api_reports, 0 },
	{ "/api/decisions", L, "", " claim ", sr_api_decisions, 0 },
	{ "/api/review/next", L, " limit ", "", sr_api_next, 0 },
	{ "/api/review", SR_ROUTE_POST, "", "", sr_api_review, MOST_REVIEW },
	{ "/api/read", SR_ROUTE_POST, "", " name ", sr_api_read, MOST_READ },
	{ "/api/add", SR_ROUTE_POST, "", " name ", sr_api_add, MOST_READ },
	{ "/tile/", SR_ROUTE_FIXED | SR_ROUTE_REST, "", " size ", sr_api_tile,
	  0 },
	{ "/api/towns", SR_ROUTE_FIXED, "", " west south east north limit ",
	  sr_api_towns, 0 },
	{ "/map.svg", D, CLAIMS, MAP, sr_api_map_svg, 0 },
	{ "/map.png", D, CLAIMS, MAP, sr_api_map_png, 0 },
	{ "/map.pdf", D, CLAIMS, MAP, sr_api_map_pdf, 0 },
	{ "/brief.html", D, CLAIMS, "", sr_api_brief_html, 0 },
	{ "/brief.md", D, CLAIMS, "", sr_api_brief_md, 0 },
	{ "/brief.pdf", D, CLAIMS, "", sr_api_brief_pdf, 0 },
	{ "/api/incident/", L | SR_ROUTE_ID, "", "", sr_api_incident, 0 },
	{ "/api/claim/", L | SR_ROUTE_ID, "", "", sr_api_claim, 0 },
	{ "/api/report/", L | SR_ROUTE_ID, "", "", sr_api_report, 0 },
	{ "/api/conflict/", L | SR_ROUTE_ID, "", "", sr_api_conflict, 0 },
};

/* 1. Finding one */

static bool is_id(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.s[i] >= '0' && s.s[i] <= '9') ||
		      (s.s[i] >= 'a' && s.s[i] <= 'z')))
			return false;
	return s.n && s.n <= 64;
}

const struct sr_route *sr_route_find(struct sr_str path, struct sr_str *id)
{
	for (size_t i = 0; i < SR_LEN(ROUTES); i++) {
		const struct sr_route *r = &ROUTES[i];
		size_t n = strlen(r->path);
		if (path.n < n || memcmp(path.s, r->path, n) != 0)
			continue;
		*id = (struct sr_str){ path.s + n, path.n - n };
		if (r->flags & SR_ROUTE_REST ? id->n > 0
		    : r->flags & SR_ROUTE_ID ? is_id(*id)
					     : !id->n)
			return r;
	}
	return NULL;
}

/* 2. Filters */

static bool has_word(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = list; n && (at = strstr(at, word)); at += n)
		if (at > list && at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

/* Where incidents are asked for, the status is theirs, not that of claims. */
static bool is_standing(const struct sr_call *call, const char *key)
{
	return strcmp(key, "status") == 0 &&
	       (call->route->answer == sr_api_incidents ||
		call->route->answer == sr_api_timeline ||
		call->route->answer == sr_api_civilians ||
		call->route->answer == sr_api_politics);
}

enum sr_code sr_call_filter(struct sr_call *call)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < call->query->npair; i++) {
		const struct sr_pair *p = &call->query->pair[i];
		bool filter = has_word(call->route->filters, p->key.s);
		if (!filter && !has_word(call->route->own, p->key.s))
			return sr_fail(&call->ask->err, SR_USAGE, p->key.s,
				       "no such key of %s", call->route->path);
		/* An empty field of a form asks for nothing. */
		if (filter && p->value.n && !is_standing(call, p->key.s))
			code = sr_ask_option(call->ask, p->key.s, p->value.s);
	}
	return code ? code : sr_ask_ready(call->ask);
}

/* 3. Lists */

void sr_call_begin(struct sr_call *call)
{
	sr_json_open(&call->out, '{');
	sr_json_key(&call->out, "version");
	sr_json_str(&call->out, sr_str_of(call->state));
}

enum sr_code sr_call_written(struct sr_call *call, char state[SR_TAG])
{
	enum sr_code code = sr_hands_state(&call->server->hands, state,
					   &call->ask->err);

	call->state = state;
	sr_call_begin(call);
	return code;
}

void sr_call_written_end(struct sr_call *call)
{
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	call->state = "";
}

enum sr_code sr_call_array(struct sr_call *call, struct sr_str lines)
{
	char *s = sr_arena_copy(&call->ask->mem, lines.s, lines.n);

	if (!s)
		return sr_fail_nomem(&call->ask->err, "answer");
	/* Within the objects a line's end is written \n. */
	for (size_t i = 0; i < lines.n; i++)
		if (s[i] == '\n')
			s[i] = i + 1 < lines.n ? ',' : ' ';
	sr_json_open(&call->out, '[');
	sr_json_raw(&call->out, (struct sr_str){ s, lines.n });
	sr_json_close(&call->out, ']');
	return SR_OK;
}

enum sr_code sr_call_lines(struct sr_call *call, struct sr_str lines)
{
	sr_call_begin(call);
	sr_json_key(&call->out, "items");
	enum sr_code code = sr_call_array(call, lines);
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	return code;
}

enum sr_code sr_call_list(struct sr_call *call, struct sr_rows *rows)
{
	struct sr_json lines = { .mem = &call->ask->mem };
	const struct sr_view_options view = { .format = SR_FORMAT_JSONL };
	enum sr_code code = sr_rows_write(rows, &view, &lines, &call->ask->err);

	return code ? code : sr_call_lines(call, sr_json_text(&lines));
}
