/* What every command that asks the ledger does: open it, take the filters from
 * the options, find a place by any spelling, print rows. */
#ifndef SR_CLI_ASK_H
#define SR_CLI_ASK_H

#include "cli/cli.h"
#include "ledger/ledger.h"
#include "views/rows.h"

#define SR_MOST_PLACES 64

/* A place that a name may mean. */
struct sr_found_place {
	int64_t id;
	struct sr_str name, admin1, country;
	double lat, lon, radius_km;
};

struct sr_ask {
	struct sr_cli *cli;
	struct sr_ledger *ledger;
	struct sr_kit *kit; /* NULL where there is none: names then match as
			       they are written */
	struct sr_arena mem;
	struct sr_filter filter;
	struct sr_view_options view;
	struct sr_found_place place[SR_MOST_PLACES];
	struct sr_spot spot[SR_MOST_PLACES];
	size_t nplace;
	struct sr_err err;
};

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

/* Rows of these columns, in the answer's arena. */
struct sr_rows sr_ask_rows(struct sr_ask *ask,
			   const struct sr_view_column *column, size_t n);

/* Writes rows to standard output. An exit status. */
int sr_ask_print(struct sr_ask *ask, struct sr_rows *rows);

/* A line of text from outside, made safe, into a buffer. */
void sr_ask_line(struct sr_ask *ask, const char *text, struct sr_json *out);

/* Writes a line of text from outside, made safe; longer ones are cut. */
#define SR_ASK_SAID 8192
void sr_ask_say(struct sr_ask *ask, const char *fmt, ...) SR_PRINTF(2, 3);

/* The places of that name, by any spelling, fills ask->place; the best known
 * first. None when there is no gazetteer or no such place. */
void sr_ask_places(struct sr_ask *ask, struct sr_str name);

/* The path of the ledger: -d, $SITREP_LEDGER, sitrep.db. */
const char *sr_ledger_path(const struct sr_cli *cli);

/* A day, or the first or last day of a month or a year: "2022-03-27",
 * "2022-03", "2022". */
enum sr_code sr_ask_day(const char *text, bool last, int32_t *day,
			struct sr_err *err) SR_MUST_USE;

#endif
