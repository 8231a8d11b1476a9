/* What the files of this folder share: the handle, statements, binding. All
 * SQL has its values bound; nothing from outside is ever pasted into it. */
#ifndef SR_LEDGER_SQLITE_H
#define SR_LEDGER_SQLITE_H

#include <sqlite3.h>

#include "base/offset.h"
#include "ledger/ledger.h"
#include "model/claim_key.h"

#define SR_LEDGER_MARK 0x53495452 /* "SITR", SQLite's application_id */

/* The statements that are used again and again, prepared once. */
enum sr_sql {
	SR_SQL_BEGIN,
	SR_SQL_COMMIT,
	SR_SQL_SAVE,
	SR_SQL_RELEASE,
	SR_SQL_UNDO,
	SR_SQL_FIND_REPORT,
	SR_SQL_PUT_REPORT,
	SR_SQL_SET_RUN,
	SR_SQL_PUT_NAME,
	SR_SQL_PUT_READING,
	SR_SQL_PUT_CLAIM,
	SR_SQL_PUT_REMARK,
	SR_SQL_PUT_REFUSAL,
	SR_SQL_PUT_ASIDE,
	SR_SQL_FIND_ASIDE,
	SR_SQL_PUT_LOG,
	SR_SQL_PUT_SKETCH,
	SR_SQL_PUT_SHEAF,
	SR_SQL_PUT_LEAF,
	SR_SQL_DROP_SHEAF,
	SR_SQL_DROP_LEAVES,
	SR_SQL_PUT_ALIKE,
	SR_SQL_DROP_ALIKE,
	SR_SQL_FIND_SKETCH,
	SR_SQL_FIND_LEAF,
	SR_SQL_FIND_ALIKE,
	SR_SQL_FIND_TEXT,
	SR_SQL_FIND_TELLINGS,
	SR_SQL_FIND_CENTRE,
	SR_SQL_FIND_MEMBERS,
	SR_SQL_FIND_STAR,
	SR_SQL_FIND_BLOCK,
	SR_SQL_FIND_CENTRES,
	SR_SQL_FIND_TOLD,
	SR_SQL_FIND_STANDING,
	SR_SQL_FIND_LINKED,
	SR_SQL_PUT_TELLING,
	SR_SQL_PUT_STAR,
	SR_SQL_SET_STAR,
	SR_SQL_LAST_TELLING,
	SR_SQL_PUT_TOLD,
	SR_SQL_PUT_TOLD_16,
	SR_SQL_PUT_BLOCK,
	SR_SQL_SET_CENTRE,
	SR_SQL_SET_INCIDENT,
	SR_SQL_DROP_TELLING,
	SR_SQL_DROP_TOLD,
	SR_SQL_DROP_BLOCKS,
	SR_SQL_FIND_ANCHORS,
	SR_SQL_FIND_DECIDED,
	SR_SQL_FIND_VERSION,
	SR_SQL_PUT_FETCH,
	SR_SQL_DROP_RULED,
	SR_SQL_COUNT
};

/* A report that has a mark (sheaf.h). */
struct sr_entry {
	uint64_t mark;
	int64_t rank, report;
};

/* How many reports that were looked for in vain are remembered: as many as one
 * or two threads read before they are put; of more some are asked for again. */
#define SR_ABSENT 64u

struct sr_ledger {
	sqlite3 *db;
	char *path;
	struct sr_run run;
	int64_t run_row;		    /* 0: no run is on */
	bool in_batch;			    /* a transaction is open */
	bool busy;			    /* hold.c: another one wrote */
	size_t batch, batch_bytes;	    /* reports and bytes put in it */
	size_t kept, fresh, known, refused; /* of the run */
	int64_t log_seq;
	char log_hash[SR_HEX];
	char absent[SR_ABSENT][SR_HEX]; /* of reports that are not there */
	size_t nabsent;			/* asked for so far */
	sqlite3_stmt *sql[SR_SQL_COUNT];
	struct sr_arena own, other; /* alike.c, near.c: of the report;
				       alike.c: of one other */
	struct sr_arena notes;	    /* of `touched` and `unseen` */
	SR_LIST(int64_t) touched;   /* reports whose incidents are to be kept
				       up before the transaction ends */
	SR_LIST(struct sr_untold) unseen; /* near.c: their tellings, where all
					     are new */
	bool reread; /* they are not: the claims are to be read */
	struct sr_near *near; /* near.c; NULL: nothing is in memory */
	struct sr_hubs *hubs; /* hubs.c; likewise */
	struct sr_signs *signs; /* signs.c; likewise */
	struct sr_recall *recall; /* recall.c; likewise */
	struct sr_sheaves *sheaves; /* sheaf.c; likewise */
	struct sr_seen *seen;	    /* seen.c; likewise */
	SR_LIST(struct sr_entry) noted; /* marks that are in no sheaf yet */
	struct sr_arena near_mem[2], hubs_mem[3], signs_mem, recall_mem,
		sheaf_mem, noted_mem, seen_mem;
	size_t remembers; /* bytes of either at most; 0: as is usual */
};

/* put.c: what has those bytes is there from now on. */
void sr_absent_forget(struct sr_ledger *l, const char *sha256);

/* Fails with SQLite's reason for what was being done. */
enum sr_code sr_sql_fail(const struct sr_ledger *l, const char *doing,
			 struct sr_err *err);

/* Prepares; NULL when it fails. Finalised by the caller. */
sqlite3_stmt *sr_sql_prepare(const struct sr_ledger *l, const char *sql,
			     struct sr_err *err);

/* Runs a statement without parameters or result. */
enum sr_code sr_sql_run(const struct sr_ledger *l, const char *sql,
			struct sr_err *err);

/* A number that a PRAGMA or SELECT gives; -1 when it fails. */
int64_t sr_sql_number(const struct sr_ledger *l, const char *sql);

/* grow.c: a ledger of ours, brought to the newest schema. */
enum sr_code sr_schema_ready(struct sr_ledger *l, enum sr_ledger_mode mode,
			     struct sr_err *err);

/* Are the tables, indices, triggers and views those of the schema? SR_REFUSED
 * names the first that is not. */
enum sr_code sr_schema_prove(const struct sr_ledger *l, struct sr_err *err);

/* Refuses where a query that must find nothing finds a row: "BEFORE KEY AFTER",
 * of the key of a claim that its first column gives. */
enum sr_code sr_sql_none(const struct sr_ledger *l, const char *sql,
			 const char *before, const char *after,
			 struct sr_err *err);

/* Ends that a ledger opened for reading may make tables of its own: `fixed` is
 * what PRAGMA query_only was before. */
void sr_sql_fix_again(const struct sr_ledger *l, int64_t fixed);

/* The pieces, by rows' numbers, of an index of schema 9: to be joined with
 * `id >> 16`. */
#define SR_PIECES(table)                                                       \
	"(WITH RECURSIVE piece(n) AS (SELECT 0 UNION ALL SELECT n + 1 "        \
	"FROM piece WHERE n < (SELECT max(id) >> 16 FROM " table               \
	")) SELECT n FROM piece)"

/* The text of one of the fixed statements (statements.c). */
const char *sr_sql_text(enum sr_sql which);

/* One of the fixed statements, reset; NULL when it can't be prepared. */
sqlite3_stmt *sr_sql_get(struct sr_ledger *l, enum sr_sql which,
			 struct sr_err *err);

/* Values going into a statement from the first parameter on, and into a digest
 * where there is one. */
struct sr_bind {
	sqlite3_stmt *st;
	int at;
	struct sr_digest *digest;
};

void sr_bind_null(struct sr_bind *b);
void sr_bind_int(struct sr_bind *b, int64_t v);
void sr_bind_real(struct sr_bind *b, double v);
void sr_bind_text(struct sr_bind *b, struct sr_str s);
/* What this run reads with: program, kit, options. */
void sr_bind_run(struct sr_bind *b, const struct sr_ledger *l);
void sr_bind_text_or_null(struct sr_bind *b, struct sr_str s);
void sr_bind_blob(struct sr_bind *b, struct sr_str s);
void sr_bind_day(struct sr_bind *b, int32_t day);	 /* open ends: NULL */
void sr_bind_span(struct sr_bind *b, struct sr_span at); /* empty: NULLs */

/* Steps a bound statement that gives no row, and resets it. */
enum sr_code sr_sql_done(const struct sr_ledger *l, struct sr_bind *b,
			 const char *doing, struct sr_err *err);

/* The columns of a row into a digest: what the sr_bind_ functions would have
 * made of it. So many of the last columns came later than the first schema,
 * and are left out where they are NULL. */
void sr_digest_row(struct sr_digest *d, sqlite3_stmt *st, int later);

/* A column as borrowed text, until the next step; empty for NULL. */
struct sr_str sr_column(sqlite3_stmt *st, int i);

/* The same in an arena. s is NULL when that is full. */
struct sr_str sr_column_copy(sqlite3_stmt *st, int i, struct sr_arena *mem);

/* put_claim.c: a reading on its way in */
struct sr_reading {
	const struct sr_doc *doc;
	const struct sr_claim_key *key;
	const char *sha256; /* of the report */
	struct sr_offsets points;
	struct sr_digest digest;
	int64_t report;	     /* row */
	int64_t first_claim; /* row; the others follow it */
};

/* The columns of SR_SLOT_COLUMNS of a correction: NULL where it sets nothing;
 * and back (read.c), from a column on, in an arena. */
void sr_correction_bind(struct sr_bind *b, const struct sr_claim *c,
			unsigned sets);
void sr_slots_read(sqlite3_stmt *st, int first, struct sr_arena *mem,
		   struct sr_claim *c);

enum sr_code sr_reading_put(struct sr_ledger *l, struct sr_reading *reading,
			    struct sr_err *err);
enum sr_code sr_claim_put(struct sr_ledger *l, struct sr_reading *r, size_t i,
			  struct sr_err *err);

/* aside.c: was it set aside by this run's program, tables and options? */
enum sr_code sr_aside_known(struct sr_ledger *l, const struct sr_received *in,
			    bool *known, struct sr_err *err);

/* remark.c */
enum sr_code sr_remark_put(struct sr_ledger *l, struct sr_reading *r, size_t i,
			   struct sr_err *err);
/* step.c: between these, everything or nothing. `step` is a copy of the log's
 * end. What was done between gives `code`, which sr_step_end gives back, or why
 * it could not be ended. */
struct sr_step {
	int64_t log_seq;
	char log_hash[SR_HEX];
	size_t ntouched, nfresh;
	bool reread;
	bool saved; /* a savepoint */
};

/* What is remembered of the tables may not be so: it is let go. */
void sr_ledger_unlearn(struct sr_ledger *l);

enum sr_code sr_batch_open(struct sr_ledger *l, struct sr_err *err);
enum sr_code sr_batch_grown(struct sr_ledger *l, size_t reports, size_t bytes,
			    struct sr_err *err);
enum sr_code sr_step_begin(struct sr_ledger *l, struct sr_step *step,
			   struct sr_err *err);

/* The same without a savepoint, which costs a copy of every page that is
 * touched: for what fails with the ledger or the machine alone. Then the whole
 * transaction is undone, and the code is SR_DATABASE. */
enum sr_code sr_step_begin_bare(struct sr_ledger *l, struct sr_step *step,
				struct sr_err *err);
enum sr_code sr_step_end(struct sr_ledger *l, const struct sr_step *step,
			 enum sr_code code, struct sr_err *err);

/* A row of the log; fmt: what it is about, by the key of its table. */
enum sr_code sr_log_note(struct sr_ledger *l, const char *kind,
			 struct sr_digest *digest, struct sr_err *err,
			 const char *fmt, ...) SR_PRINTF(5, 6);

/* body.c: the answers that are kept are those that came. */
enum sr_code sr_body_prove(struct sr_ledger *l, struct sr_err *err);

/* derive.c: what the ledger keeps that follows from a report, its claims and
 * the decisions on it, made anew; to be called inside of the step that changed
 * any of them. */
enum sr_code sr_derive(struct sr_ledger *l, int64_t report, struct sr_err *err);

/* derive.c: the same for a report that is new, whose claims are at
 * hand. */
enum sr_code sr_derive_new(struct sr_ledger *l, const struct sr_reading *r,
			   struct sr_err *err);

/* incident.c: that a report's claims, or what people decided of them, have
 * changed; before the transaction ends, incidents are kept up. */
enum sr_code sr_incident_touch(struct sr_ledger *l, int64_t report,
			       struct sr_err *err);
enum sr_code sr_incident_flush(struct sr_ledger *l, struct sr_err *err);

/* near.c: notes what a new report, which has just been put, tells, and then the
 * report. */
enum sr_code sr_incident_note(struct sr_ledger *l, const struct sr_reading *r,
			      struct sr_err *err);
void sr_incident_forget(struct sr_ledger *l);

/* The same for all reports of a ledger that has none of it. */
enum sr_code sr_incident_fill(struct sr_ledger *l, struct sr_err *err);

/* incident_read.c: are the incidents kept those that the claims give? */
enum sr_code sr_incident_prove(struct sr_ledger *l, struct sr_err *err);
enum sr_code sr_incident_prove_kept(struct sr_ledger *l, struct sr_err *err);

/* read.c: a claim's id and SR_CLAIM_COLUMNS, from a column on. False for a type
 * or status that is not known. Verdict and report are not set. */
bool sr_record_read(sqlite3_stmt *st, int first, struct sr_arena *mem,
		    struct sr_record *out);

/* rule.c: the claims of a report as the decisions on it make them stand. */
enum sr_code sr_rule_report(struct sr_ledger *l, int64_t report,
			    struct sr_err *err);
enum sr_code sr_rule_every(struct sr_ledger *l, struct sr_err *err);
enum sr_code sr_rule_prove(struct sr_ledger *l, struct sr_err *err);

/* What the anchors of a report's decisions hold on to, all of them at once;
 * sorted by key, each key once. */
struct sr_match {
	struct sr_str key, type;
	struct sr_span at;
	int64_t claim; /* row of a claim; 0: none */
	uint8_t hold;  /* enum sr_hold_of, of OWN, that it may be */
};
struct sr_matches {
	int64_t report, run; /* row; the run whose reading stands */
	SR_LIST(struct sr_match) items;
};
enum sr_code sr_match_report(struct sr_ledger *l, int64_t report,
			     struct sr_arena *mem, struct sr_matches *out,
			     struct sr_err *err);

/* decide.c: the rows of a decision; how many decisions there were (1 or 0). */
size_t sr_decision_digest(struct sr_ledger *l, struct sr_str id,
			  struct sr_digest *d, struct sr_err *err);

/* log.c: the chain */

/* Reads where the log ends. */
enum sr_code sr_log_load(struct sr_ledger *l, struct sr_err *err);

/* Adds a row to the log. */
enum sr_code sr_log_put(struct sr_ledger *l, const char *kind,
			struct sr_str subject, struct sr_digest *digest,
			struct sr_err *err);

/* The hash of a row of the log after the one with hash `before`. */
struct sr_log_row {
	int64_t seq;
	struct sr_str at, kind, subject, digest;
};
void sr_log_hash(const char *before, const struct sr_log_row *row,
		 char hash[SR_HEX]);

/* alike.c: which reports are one voice's */

/* Finds those that are like a report that is new. */
enum sr_code sr_alike_put(struct sr_ledger *l, int64_t report,
			  struct sr_str sha256, struct sr_str text,
			  struct sr_err *err);

/* The same for all reports of a ledger that has none of it. */
enum sr_code sr_alike_fill(struct sr_ledger *l, struct sr_err *err);

/* Is what is kept of it what the texts give? SR_REFUSED names a report. */
enum sr_code sr_alike_prove(struct sr_ledger *l, struct sr_err *err);

/* origin.c: the first report of those that are one with a report */
struct sr_origin_of {
	int64_t report;
	struct sr_str sha256; /* of the first */
};

struct sr_origins {
	SR_LIST(struct sr_origin_of) items; /* by report; those alone left out */
};

/* Of what was published by a day, SR_DAY_MAX: of all. The arena's. */
enum sr_code sr_origins_load(struct sr_ledger *l, int32_t known_on,
			     struct sr_arena *mem, struct sr_origins *out,
			     struct sr_err *err);

/* Empty for a report that is alone. */
struct sr_str sr_origin_find(const struct sr_origins *origins, int64_t report);

/* The columns of tables whose rows are digested, in the order of binding. */
#define SR_REPORT_COLUMNS "sha256, words_sha256, name, learnt, text, received"
#define SR_READING_COLUMNS                                                     \
	"title, publisher, author, url, dateline, published_from, "            \
	"published_to, published_inferred, nclaim"
/* since schema 6, 10 */
#define SR_READING_LATER "language, left_out, updated_from, updated_to"
#define SR_ACTOR_COLUMNS "actor, actor_side, actor_from, actor_to, actor_row"
#define SR_TARGET_COLUMNS                                                      \
	"target, target_side, target_from, target_to, target_row"
#define SR_PLACE_COLUMNS                                                       \
	"place, place_role, place_country, place_id, lat, lon, radius_km, "    \
	"place_from, place_to"
#define SR_DAY_COLUMNS                                                         \
	"day_from, day_to, day_basis, day_known, day_at_from, day_at_to"
#define SR_COUNT_COLUMNS                                                       \
	"count_low, count_high, unit, count_total, count_further, "            \
	"count_from, count_to"
#define SR_SPEAKER_COLUMNS "speaker, speaker_from, speaker_to"
#define SR_SLOT_COLUMNS                                                        \
	"type, status, " SR_ACTOR_COLUMNS ", " SR_TARGET_COLUMNS               \
	", " SR_PLACE_COLUMNS ", " SR_DAY_COLUMNS ", " SR_COUNT_COLUMNS        \
	", " SR_SPEAKER_COLUMNS
#define SR_CLAIM_COLUMNS                                                       \
	"ord, key, " SR_SLOT_COLUMNS                                           \
	", via, disposition, evidence_from, evidence_to, "                     \
	"point_from, point_to, words, rule, confidence"
#define SR_REMARK_COLUMNS                                                      \
	"ord, key, kind, said_low, said_high, found_low, found_high, unit, "   \
	"why, at_from, at_to, beside_from, beside_to, point_from, point_to, "  \
	"words, beside"
#define SR_DECISION_COLUMNS "id, verb, who, at, nth, why, undoes, learnt"
#define SR_ANCHOR_COLUMNS "part, sha256, key, type, evidence_from, evidence_to"
#define SR_ASIDE_COLUMNS                                                       \
	"sha256, name, bytes, learnt, why, title, publisher, url, "            \
	"published_from, published_to, language, run"
#define SR_FETCH_COLUMNS                                                       \
	"url, final, at, status, type, etag, modified, sha256, bytes, run"
#define SR_REFUSAL_COLUMNS "name, sha256, bytes, learnt, code, place, reason"

#endif
