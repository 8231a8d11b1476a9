/* A question to the ledger: the ledger and the tables at hand, what is asked
 * for, and the memory of the answer. Commands, brief, map and page all ask
 * through here, which is why they agree to the last figure.
 *
 * The options are those of the command line, by their long names: a query of
 * the page is the same list of names and values. */
#ifndef SR_ANSWER_ASK_H
#define SR_ANSWER_ASK_H

#include "kit/kit.h"
#include "ledger/ledger.h"
#include "views/rows.h"

#define SR_MOST_PLACES 64

/* A place that a name may mean. */
struct sr_found_place {
	int64_t id;
	struct sr_str name, admin1, country;
	double lat, lon, radius_km;
};

struct sr_cli;

struct sr_ask {
	struct sr_cli *cli; /* the command line that asks, which is its own
			       business; NULL elsewhere */
	struct sr_ledger *ledger;
	struct sr_kit *kit; /* NULL where there is none: names then match
				     as they are written */
	struct sr_arena mem;
	struct sr_filter filter;
	bool turned_back; /* the ledger answers as of an earlier moment */
	struct sr_view_options view;
	struct sr_found_place place[SR_MOST_PLACES];
	struct sr_spot spot[SR_MOST_PLACES];
	size_t nplace;
	struct sr_err err;
};

/* An empty question; ledger and kit are the caller's to give and to close.
 * It is too large to be copied: options point into it. */
void sr_ask_init(struct sr_ask *ask);
void sr_ask_release(struct sr_ask *ask);

/* One option: "place", "near", "side", "type", "status", "source", "speaker",
 * "text", "from", "to", "known-on", "limit", "format"; the value is borrowed.
 * SR_USAGE says what was expected; sr_ask_ready after the last. */
enum sr_code sr_ask_option(struct sr_ask *ask, const char *name,
			   const char *value) SR_MUST_USE;

/* Whether --from is later than --to, which no single option can tell. */
enum sr_code sr_ask_ready(struct sr_ask *ask) SR_MUST_USE;

/* Rows of these columns, in the answer's arena. */
struct sr_rows sr_ask_rows(struct sr_ask *ask,
			   const struct sr_view_column *column, size_t n);

/* The places of that name, by any spelling, fills ask->place; the best known
 * first. None when there is no gazetteer or no such place. */
void sr_ask_places(struct sr_ask *ask, struct sr_str name);

/* A day, or the first or last day of a month or a year: "2022-03-27",
 * "2022-03", "2022". */
enum sr_code sr_ask_day(const char *text, bool last, int32_t *day,
			struct sr_err *err) SR_MUST_USE;

/* The last day on which anything of these records was published or, as a claim
 * without doubt, happened: what "now" is to a ledger. SR_DAY_MAX - 1: none. */
int32_t sr_last_day(const struct sr_records *all);

#endif
