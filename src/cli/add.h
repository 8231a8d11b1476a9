/* Putting into the ledger: what add and watch share. */
#ifndef SR_CLI_ADD_H
#define SR_CLI_ADD_H

#include "cli/ask.h"
#include "cli/hush.h"
#include "cli/pool.h"
#include "cli/progress.h"
#include "cli/tally.h"
#include "fetch/fetch.h"
#include "views/claims_read.h"

struct sr_add {
	struct sr_cli *cli;
	struct sr_kit *kit;
	struct sr_ledger *ledger;
	struct sr_pool *pool;
	struct sr_progress progress;
	struct sr_claims_file given; /* --claims */
	struct sr_arena given_mem;
	struct sr_fetcher *fetcher;
	struct sr_arena page; /* of one answer */
	char options[128];
	struct sr_tally tally;
	struct sr_hush hush;
	int status;
};

/* Opens tables and ledger, begins a run, calls `body`, ends the run and says
 * what became of all that was put in. An exit status. */
int sr_add_run(struct sr_cli *cli, void (*body)(struct sr_add *a));

/* One item; false: no more is wanted. What is there already is not read again.
 * `user` is a struct sr_add. */
bool sr_add_item(void *user, const struct sr_item *item);

/* Asks for an address and gives its items to `fn`; of a page that is one report,
 * notes the fetch after it was put. What can't be had is refused. *answer, if
 * given, is what was said, the arena `page`'s until the next. False: no more is
 * wanted. */
struct sr_asked {
	bool again;	   /* given: what came the last time is done with */
	bool failed, same; /* not modified since */
	double retry_after;
};
bool sr_add_url(struct sr_add *a, const char *url, sr_item_fn *fn, void *user,
		struct sr_asked *asked);

/* A message of a file or a capture of a page, after its report was put: what was
 * there before of its address, a message's of its moment, is a version of it,
 * which no longer stands. False: no more is wanted. */
bool sr_add_version(struct sr_add *a, const struct sr_job *job);

/* Something that went wrong with the ledger or the machine: all is over. */
bool sr_add_stop(struct sr_add *a, const struct sr_err *err);

#endif
