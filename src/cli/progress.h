/* One line on a terminal that says how far a long command has come; nothing
 * where standard error is no terminal. */
#ifndef SR_CLI_PROGRESS_H
#define SR_CLI_PROGRESS_H

#include "cli/cli.h"

struct sr_progress {
	bool on;
	double began, shown;
	size_t done;
	uint64_t bytes, ahead; /* done; of all, 0: not known */
};

void sr_progress_begin(struct sr_progress *p, const struct sr_cli *cli);

/* Bytes of the files that the operands name; 0 where one of them is a pipe or an
 * address. */
uint64_t sr_cli_ahead(const struct sr_cli *cli);

/* One more is done; shown a few times a second. */
void sr_progress_step(struct sr_progress *p, size_t bytes);

/* Takes the line away: before a message, and at the end. */
void sr_progress_clear(struct sr_progress *p);

#endif
