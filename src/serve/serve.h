/* sitrep serve: the page and its data over HTTP, by libmicrohttpd.
 *
 * A thread a connection, at most SR_MOST_CONNECTIONS of them, watched so that
 * none is kept by a client that says nothing (crowd.h). A request is checked
 * (guard.h), finds its row in the table of routes (route.h), borrows one of a
 * few handles of the ledger (hand.h) and gets an answer, which is kept until
 * the ledger changes (cache.h). docs/formats/api.md is the outside of it. */
#ifndef SR_SERVE_SERVE_H
#define SR_SERVE_SERVE_H

#include "base/err.h"
#include "draw/basemap.h"
#include "kit/kit.h"

#define SR_SERVE_PORT 8321
#define SR_MOMENT_TEXT 24

struct sr_serve_options {
	const char *ledger; /* path */
	struct sr_kit *kit;
	struct sr_base base;	/* of maps; without a header: none */
	const char *bind;	/* an address; NULL: 127.0.0.1 */
	unsigned port;		/* 0: any that is free */
	bool read_only;		/* nothing can be written */
	const char *open_hosts; /* further names it is asked by, commas
				   between; or NULL */
	const char *web;	/* folder of the page's files; NULL: those in
				   the program */
	/* What is worth a line to who started it. */
	void (*say)(void *user, const char *line);
	/* The moment that decisions and runs note. */
	enum sr_code (*now)(void *user, char out[SR_MOMENT_TEXT],
			    struct sr_err *err);
	void *user;
};

struct sr_server;

/* Starts; `o` and what it points at are borrowed until sr_server_close. NULL
 * with the reason: SR_USAGE for what can't be asked for, SR_IO for a port that
 * is taken, SR_DATABASE. Answers from then on in threads of its own. */
struct sr_server *sr_server_open(const struct sr_serve_options *o,
				 struct sr_err *err);

/* "http://127.0.0.1:8321/"; the server's. */
const char *sr_server_url(const struct sr_server *s);

/* Begins to work out, in a thread of its own, what the page asks for first, so
 * that the first view is quick. Once. */
void sr_server_warm(struct sr_server *s);

/* Ends what is under way and gives all back. NULL is fine. */
void sr_server_close(struct sr_server *s);

#endif
