/* The table of what can be asked for, and what an answering function gets. */
#ifndef SR_SERVE_ROUTE_H
#define SR_SERVE_ROUTE_H

#include "answer/ask.h"
#include "serve/cache.h"
#include "serve/query.h"

struct sr_server;

/* One question: what was asked, what it can be answered from, and the answer.
 * `ask` has the tables, memory and the place for an error; its ledger only
 * where the route asks for one, and its filter is filled from the pairs. */
struct sr_call {
	struct sr_server *server;
	const struct sr_query *query;
	const struct sr_route *route;
	struct sr_str id;   /* what follows the path, plain letters */
	struct sr_str body; /* of a POST */
	struct sr_ask *ask;
	const char *state;   /* of the ledger */
	const char *type;    /* of the answer; NULL: JSON */
	struct sr_json out;  /* the answer, when it is text */
	struct sr_str bytes; /* the answer, when it isn't; the arena's */
	bool busy;	     /* it failed, but trying again may help */
};

enum sr_route_flag {
	SR_ROUTE_POST = 1,	/* only POST, with token and Origin, never in
				   --read-only; else only GET and HEAD */
	SR_ROUTE_ID = 2,	/* an id follows the path */
	SR_ROUTE_LEDGER = 4,	/* borrows a handle that holds still */
	SR_ROUTE_SECRET = 8,	/* never kept by a browser */
	SR_ROUTE_DOCUMENT = 16, /* has styles of its own, may be opened by a
				   link of another site */
	SR_ROUTE_REST = 32,	/* any plain path follows */
	SR_ROUTE_FIXED = 64,	/* the same as long as the program is */
};

struct sr_route {
	const char *path; /* with its last slash, where an id follows */
	unsigned flags;
	const char *filters; /* options of the command that the pairs may
				have, spaces around each */
	const char *own;     /* further keys, that `answer` looks at itself */
	enum sr_code (*answer)(struct sr_call *call);
	size_t most; /* bytes of a body */
};

/* The route of a path; NULL: none. *id gets what follows it. */
const struct sr_route *sr_route_find(struct sr_str path, struct sr_str *id);

/* The filters of the pairs into call->ask. SR_USAGE for a key that the route
 * does not have, or a value that can't be. */
enum sr_code sr_call_filter(struct sr_call *call) SR_MUST_USE;

/* {"version":V, left open. */
void sr_call_begin(struct sr_call *call);

/* The same after something was written: the version is that of the ledger now.
 * Ended with sr_call_written_end. */
enum sr_code sr_call_written(struct sr_call *call, char state[SR_TAG]);
void sr_call_written_end(struct sr_call *call);

/* The lines of JSON Lines as an array. */
enum sr_code sr_call_array(struct sr_call *call,
			   struct sr_str lines) SR_MUST_USE;

/* {"version":V,"items":[ ... ]} of rows; or of the lines of JSON Lines. */
enum sr_code sr_call_list(struct sr_call *call,
			  struct sr_rows *rows) SR_MUST_USE;
enum sr_code sr_call_lines(struct sr_call *call,
			   struct sr_str lines) SR_MUST_USE;

/* The answers; api.md says what each gives. */
enum sr_code sr_api_ledger(struct sr_call *call);
enum sr_code sr_api_control(struct sr_call *call);
enum sr_code sr_api_incidents(struct sr_call *call);
enum sr_code sr_api_timeline(struct sr_call *call);
enum sr_code sr_api_civilians(struct sr_call *call);
enum sr_code sr_api_politics(struct sr_call *call);
enum sr_code sr_api_forces(struct sr_call *call);
enum sr_code sr_api_claims(struct sr_call *call);
enum sr_code sr_api_reports(struct sr_call *call);
enum sr_code sr_api_losses(struct sr_call *call);
enum sr_code sr_api_conflicts(struct sr_call *call);
enum sr_code sr_api_sources(struct sr_call *call);
enum sr_code sr_api_decisions(struct sr_call *call);
enum sr_code sr_api_next(struct sr_call *call);
enum sr_code sr_api_incident(struct sr_call *call);
enum sr_code sr_api_claim(struct sr_call *call);
enum sr_code sr_api_report(struct sr_call *call);
enum sr_code sr_api_conflict(struct sr_call *call);
enum sr_code sr_api_review(struct sr_call *call);
enum sr_code sr_api_read(struct sr_call *call);
enum sr_code sr_api_add(struct sr_call *call);
enum sr_code sr_api_tile(struct sr_call *call);
enum sr_code sr_api_towns(struct sr_call *call);
enum sr_code sr_api_map_svg(struct sr_call *call);
enum sr_code sr_api_map_png(struct sr_call *call);
enum sr_code sr_api_map_pdf(struct sr_call *call);
enum sr_code sr_api_brief_html(struct sr_call *call);
enum sr_code sr_api_brief_md(struct sr_call *call);
enum sr_code sr_api_brief_pdf(struct sr_call *call);

#endif
