/* A query put together from constant pieces of SQL; values only as bound
 * parameters, numbered in the order in which they were added. */
#ifndef SR_LEDGER_QUERY_H
#define SR_LEDGER_QUERY_H

#include "base/calendar.h"
#include "ledger/sqlite.h"

#define SR_MOST_PARAMS 512

struct sr_param {
	char kind; /* 't', 'i', 'r' */
	struct sr_str s;
	char day[SR_DAY_TEXT]; /* what s of a day points to */
	int64_t i;
	double r;
};

struct sr_query {
	char sql[16384];
	size_t n;
	struct sr_param param[SR_MOST_PARAMS];
	int nparam;
	bool full; /* more pieces or parameters than there is room for */
};

void sr_query_add(struct sr_query *q, const char *piece);
void sr_query_text(struct sr_query *q, struct sr_str s);
void sr_query_int(struct sr_query *q, int64_t v);
void sr_query_real(struct sr_query *q, double v);
void sr_query_day(struct sr_query *q, int32_t day);

/* " AND (a OR b OR ...)", one for each item of a list with commas between:
 * `one` is the piece for an item, with one ? for it. An empty list adds
 * nothing. */
void sr_query_list(struct sr_query *q, struct sr_str list, const char *one);

/* Conditions on reports (r, g) and on claims (c) of a filter. */
void sr_query_reports(struct sr_query *q, const struct sr_filter *f);
void sr_query_claims(struct sr_query *q, const struct sr_filter *f);

/* Prepared and bound; NULL when it fails. */
sqlite3_stmt *sr_query_open(const struct sr_ledger *l, const struct sr_query *q,
			    struct sr_err *err);

/* read.c: from where the claims of a filter are, and which of them. */
void sr_query_from(struct sr_query *q, const struct sr_ledger *l,
		   const struct sr_filter *f);

#endif
