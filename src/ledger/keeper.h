/* What keeps incidents up, whichever way it works: incident.c makes tellings
 * anew out of the tables, near.c takes those of new reports as they come. */
#ifndef SR_LEDGER_KEEPER_H
#define SR_LEDGER_KEEPER_H

#include "fuse/incident_keep.h"
#include "ledger/sqlite.h"

struct sr_rows {
	SR_LIST(int64_t) items;
};

struct sr_keeper {
	struct sr_ledger *l;
	struct sr_err *err;
	struct sr_arena *mem;	    /* of this upkeep */
	struct sr_records records;  /* claims that were read, */
	SR_LIST(uint32_t) claims;   /* by telling, */
	struct sr_tell_work making; /* and tellings made of them */
	struct sr_links links;
	struct sr_keep *keep;
	bool owns;	      /* keep outlives this upkeep */
	struct sr_rows stars; /* centres whose incidents have to be named */
};

/* Sets up all but `keep`, and the readers of that. */
void sr_keeper_init(struct sr_keeper *k, struct sr_ledger *l,
		    struct sr_keep *keep, struct sr_err *err);

enum sr_code sr_keeper_nomem(struct sr_keeper *k);
enum sr_code sr_keeper_failed(struct sr_keeper *k);

/* A row more; rows sorted, each once. */
bool sr_keeper_push(struct sr_keeper *k, struct sr_rows *rows, int64_t row);
void sr_keeper_tidy(struct sr_rows *rows);

/* A fixed statement with one row's number bound; NULL when it fails. */
sqlite3_stmt *sr_keeper_ask(struct sr_keeper *k, enum sr_sql which,
			    int64_t row);

#define SR_TOLD_AT_ONCE 16u /* rows of SR_SQL_PUT_TOLD_16 */

/* Runs a fixed statement with values that are numbers. */
enum sr_code sr_keeper_tell(struct sr_keeper *k, enum sr_sql which,
			    const int64_t *value, int n);

/* The rows of numbers that a statement gives; the claims. */
enum sr_code sr_keeper_read_rows(struct sr_keeper *k, sqlite3_stmt *st,
				 struct sr_rows *out);
enum sr_code sr_keeper_read_claims(struct sr_keeper *k, sqlite3_stmt *st,
				   struct sr_records *out);

/* Puts the records from `first` on into keep as one telling. */
enum sr_code sr_keeper_put_telling(struct sr_keeper *k, size_t first,
				   const struct sr_kept *kept);

/* All tellings that a statement names: id, centre, score, incident. */
enum sr_code sr_keeper_load_tellings(struct sr_keeper *k, sqlite3_stmt *st);

/* An incident's id, as a centre has it. */
void sr_keeper_take_name(struct sr_kept *own, struct sr_str incident);

/* The rows by which a telling is found. */
enum sr_code sr_keeper_put_blocks(struct sr_keeper *k,
				  const struct sr_telling *t, int64_t row);

enum sr_code sr_keeper_set_incident(struct sr_keeper *k, int64_t telling,
				    const char *id);

/* Where nobody decided anything, a star is an incident. id: as it is named. */
enum sr_code sr_keeper_name_star(struct sr_keeper *k, int64_t centre,
				 char id[16]);

/* near.c: are the reports touched all new ones, which nobody decided about?
 * Then their incidents are kept up by what is in memory. */
bool sr_near_may(const struct sr_ledger *l, const struct sr_links *links);
enum sr_code sr_near_flush(struct sr_ledger *l, struct sr_err *err);

#endif
