/* What every command that asks the ledger does: open it, take the filters from
 * the options, print rows. */
#ifndef SR_CLI_ASK_H
#define SR_CLI_ASK_H

#include "answer/ask.h"
#include "cli/cli.h"

/* The options of the filters, for the table of commands. */
#define SR_ASK_REPORTS                                                         \
	(SR_BIT(SR_OPT_DB) | SR_BIT(SR_OPT_FORMAT) | SR_BIT(SR_OPT_SOURCE) |   \
	 SR_BIT(SR_OPT_FROM) | SR_BIT(SR_OPT_TO) | SR_BIT(SR_OPT_KNOWN_ON) |   \
	 SR_BIT(SR_OPT_LIMIT) | SR_BIT(SR_OPT_KIT) |                           \
	 SR_BIT(SR_OPT_LEARNT_BY))
#define SR_ASK_CLAIMS                                                          \
	(SR_ASK_REPORTS | SR_BIT(SR_OPT_PLACE) | SR_BIT(SR_OPT_NEAR) |         \
	 SR_BIT(SR_OPT_SIDE) | SR_BIT(SR_OPT_TYPE) | SR_BIT(SR_OPT_STATUS) |   \
	 SR_BIT(SR_OPT_SPEAKER) | SR_BIT(SR_OPT_TEXT))

/* Opens the ledger for reading and takes the options. 0, or the exit status
 * after having said why not. sr_ask_close in either case. */
int sr_ask_open(struct sr_ask *ask, struct sr_cli *cli);

/* The same in two: the options, then the ledger. */
int sr_ask_begin(struct sr_ask *ask, struct sr_cli *cli);
int sr_ask_ledger(struct sr_ask *ask);

void sr_ask_close(struct sr_ask *ask);

/* The exit status for a code, said. */
int sr_ask_fail(struct sr_ask *ask);

/* Writes rows to standard output. An exit status. */
int sr_ask_print(struct sr_ask *ask, struct sr_rows *rows);

/* A line of text from outside, made safe, into a buffer. */
void sr_ask_line(struct sr_ask *ask, const char *text, struct sr_json *out);

/* Writes a line of text from outside, made safe; longer ones are cut. */
#define SR_ASK_SAID 8192
void sr_ask_say(struct sr_ask *ask, const char *fmt, ...) SR_PRINTF(2, 3);

/* The path of the ledger: -d, $SITREP_LEDGER, sitrep.db. */
const char *sr_ledger_path(const struct sr_cli *cli);

#endif
