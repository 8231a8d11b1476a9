/* Reading by several threads, -j N. Inputs go in in the order in which they
 * are found and come out in that order, so the output is that of one thread.
 *
 * A ring of slots: the main thread puts copies of the inputs in, the others take
 * them as they come, each reads with a doc of its own, which remembers words and
 * sentences, and leaves in the slot what is to be kept. What waits is bounded by
 * slots and bytes.
 *
 * One thread reads at once. Where `waits` is set it finishes some tens together:
 * what putting into the ledger touches sends the net's weights and the words of
 * the report read next out of the second cache (docs/decisions/141). */
#ifndef SR_CLI_POOL_H
#define SR_CLI_POOL_H

#include "base/digest.h"
#include "cli/cli.h"

struct sr_job {
	struct sr_item in;   /* its path, name and bytes are the job's own */
	char sha256[SR_HEX]; /* as it was put in, or empty */
	struct sr_arena mem; /* of the input, and for the user of the pool */
	struct sr_doc doc;   /* empty until work fills it */
	struct sr_str out;
	enum sr_code code; /* what reading it gave */
	struct sr_err err;
	int state;   /* pool.c's, */
	size_t held; /* too */
};

struct sr_pool_use {
	/* In any thread: reads job->in into `doc` and puts what finish needs into the
	 * job; `doc` is used again at once. Not called for an input that could not be
	 * read. */
	void (*work)(void *user, struct sr_doc *doc, struct sr_job *job);
	/* In the main thread, in order. False: no more is wanted. */
	bool (*finish)(void *user, struct sr_job *job);
	void *user;
	bool waits; /* finish may come later than the next input */
};

struct sr_pool;

/* A pool of as many threads as -j asks for; one: none is started. SR_USAGE for
 * a number that is none, SR_NOMEM. */
enum sr_code sr_pool_open(struct sr_pool **pool, const struct sr_cli *cli,
			  const struct sr_pool_use *use,
			  struct sr_err *err) SR_MUST_USE;

/* One more input, copied where it waits; `sha256` of its bytes, if it is known.
 * False when no more is wanted. */
bool sr_pool_put(struct sr_pool *pool, const struct sr_item *in,
		 const char *sha256);

/* Is one that was put in with that sha256 not finished yet? */
bool sr_pool_has(const struct sr_pool *pool, const char *sha256);

/* Waits for all that are in and finishes them; more may be put in then. */
void sr_pool_wait(struct sr_pool *pool);

/* Waits for all and finishes them. */
void sr_pool_close(struct sr_pool *pool);

#endif
