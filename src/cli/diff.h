/* What the files of sitrep diff share. */
#ifndef SR_CLI_DIFF_H
#define SR_CLI_DIFF_H

#include "cli/ask.h"
#include "fuse/diff.h"

/* One of the two things that are compared: a ledger, a ledger as it was after
 * a run, or a file of claims. */
struct sr_diff_side {
	const char *name; /* for people: the path, or "run 3" */
	struct sr_records all;
	SR_LIST(struct sr_str) control; /* its lines, sorted */
};

/* Reads a side in the arena of `ask`. `run`: of the ledger `path`, 0: as it is.
 */
enum sr_code sr_diff_load(struct sr_ask *ask, const char *path, int64_t run,
			  struct sr_diff_side *side) SR_MUST_USE;

#endif
