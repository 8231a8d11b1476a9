/* Reading by several threads, -j N. Inputs go in in the order in which they
 * are found and come out in that order, so the output is that of one thread.
 *
 * A ring of slots, each with a doc of its own: the main thread fills the next
 * slot, after having finished the job that was in it; the others take jobs as
 * they come. Memory is bounded by the slots, two for each thread. */
#ifndef SR_CLI_POOL_H
#define SR_CLI_POOL_H

#include "base/json.h"
#include "cli/cli.h"

struct sr_job {
	struct sr_item in; /* its path, name and bytes are the job's own */
	struct sr_doc doc;
	struct sr_json out; /* in the doc's memory */
	enum sr_code code;  /* what reading it gave */
	struct sr_err err;
	void *more;	     /* for the user of the pool */
	struct sr_arena mem; /* of the input */
	int state;	     /* pool.c's */
};

struct sr_pool_use {
	/* In any thread: reads job->in into job->doc. Not called for an input
	 * that could not be read. */
	void (*work)(void *user, struct sr_job *job);
	/* In the main thread, in order. False: no more is wanted. */
	bool (*finish)(void *user, struct sr_job *job);
	void *user;
};

struct sr_pool;

/* A pool of as many threads as -j asks for; one: none is started. SR_USAGE for
 * a number that is none, SR_NOMEM. */
enum sr_code sr_pool_open(struct sr_pool **pool, const struct sr_cli *cli,
			  const struct sr_pool_use *use,
			  struct sr_err *err) SR_MUST_USE;

/* One more input, copied where others still work on theirs. `more` is handed
 * on. False when no more is wanted. */
bool sr_pool_put(struct sr_pool *pool, const struct sr_item *in, void *more);

/* Is the main thread the only one, which both reads and finishes? */
bool sr_pool_is_alone(const struct sr_pool *pool);

/* Waits for all that are in and finishes them; more may be put in then. */
void sr_pool_wait(struct sr_pool *pool);

/* Waits for all and finishes them. */
void sr_pool_close(struct sr_pool *pool);

#endif
