/* The ledger: one SQLite file that keeps reports, the claims read in them,
 * what was refused, and a log chained by SHA-256. One handle a thread.
 *
 * Writing goes in runs. A report and its claims enter together or not at all;
 * some hundreds of reports make a transaction, so a crash or a full disk loses
 * at most those since the last sr_ledger_flush and never breaks the file.
 * Reading gives plain structs in an arena of the caller's. */
#ifndef SR_LEDGER_LEDGER_H
#define SR_LEDGER_LEDGER_H

#include "base/digest.h"
#include "base/err.h"
#include "model/doc.h"
#include "model/record.h"

/* For a program of its own, before its first ledger; a library has no say in
 * it. SQLite counts no memory then, which takes a lock at each allocation: 3 %
 * of `add`. */
void sr_ledger_in_program(void);

/* sitrep.h has sr_ledger_open and sr_ledger_close; what was not flushed when it
 * is closed is lost. */

/* 1. Writing. */

struct sr_run {
	const char *program, *kit; /* version; SHA-256 of the tables */
	const char *options;	   /* what else decides the claims */
	const char *now;	   /* "2022-03-30T08:00:00Z" */
};

/* Begins a run; all that follows is put in its name. `run` is borrowed. */
enum sr_code sr_ledger_begin(struct sr_ledger *ledger, const struct sr_run *run,
			     struct sr_err *err) SR_MUST_USE;

/* A report's bytes as they came. */
struct sr_received {
	struct sr_str name, bytes;
	char sha256[SR_HEX];
	char words_sha256[SR_HEX]; /* see ingest/identity.h; may be empty */
};

/* Is it there, as this run's program and tables read it? Then *known is true
 * and a name that is new for it has been noted: there is no need to read. */
enum sr_code sr_ledger_known(struct sr_ledger *ledger,
			     const struct sr_received *in, bool *known,
			     struct sr_err *err) SR_MUST_USE;

/* Keeps a report and the claims of `doc`, all or nothing; what an earlier run
 * read in the same bytes stays, but no longer stands. */
enum sr_code sr_ledger_put(struct sr_ledger *ledger,
			   const struct sr_received *in, struct sr_doc *doc,
			   struct sr_err *err) SR_MUST_USE;

/* Notes that a page was read no further than its header, and why (doc->aside);
 * its text is not kept. */
enum sr_code sr_ledger_set_aside(struct sr_ledger *ledger,
				 const struct sr_received *in,
				 const struct sr_doc *doc,
				 struct sr_err *err) SR_MUST_USE;

/* The one or the other, by what the reading of `doc` came to. */
enum sr_code sr_ledger_keep(struct sr_ledger *ledger,
			    const struct sr_received *in, struct sr_doc *doc,
			    struct sr_err *err) SR_MUST_USE;

/* Notes that something could not be read. `in` may lack bytes and hash. */
enum sr_code sr_ledger_refuse(struct sr_ledger *ledger,
			      const struct sr_received *in, uint64_t size,
			      const struct sr_err *why,
			      struct sr_err *err) SR_MUST_USE;

/* Makes all that was put durable. */
enum sr_code sr_ledger_flush(struct sr_ledger *ledger,
			     struct sr_err *err) SR_MUST_USE;

/* Ends the run and flushes. */
enum sr_code sr_ledger_end(struct sr_ledger *ledger, const char *now,
			   struct sr_err *err) SR_MUST_USE;

/* Of the current run: reports that are durable by now. */
size_t sr_ledger_kept(const struct sr_ledger *ledger);

/* 2. Reading. Fields that are empty (lists NULL) don't filter. Lists have
 *    commas between. */

/* A place by its id; claims that have none match by their point. */
struct sr_spot {
	int64_t id;
	bool has_point;
	double lat, lon;
};
#define SR_SPOT_KM 5.0

struct sr_filter {
	struct sr_str types; /* "loss.killed,control": a family by its name */
	struct sr_str statuses;
	struct sr_str side;    /* of the actor or the target */
	struct sr_str source;  /* part of publisher, report's name or URL */
	struct sr_str speaker; /* part of the speaker's name */
	struct sr_str text;    /* part of the evidence */
	struct sr_str place;   /* the place's name, folded */
	const struct sr_spot *spot; /* or one of these places */
	size_t nspot;
	bool near; /* or not farther off than km */
	double lat, lon, km;
	struct sr_days days; /* happened in part or whole within; 1, 0: all */
	int32_t known_on;    /* published by then; SR_DAY_MAX: all */
	struct sr_str key;   /* begin of a claim's key */
	struct sr_str rows;  /* claims by row, see sr_rows_list */
	int64_t report;	     /* row of a report */
	size_t limit;	     /* 0: all */
	bool every_reading;  /* also those that no longer stand, all of them
				as they were read */
	bool rejected;	     /* also what a person rejected */
};
#define SR_FILTER                                                              \
	((struct sr_filter){ .days = { 1, 0 }, .known_on = SR_DAY_MAX })

/* The claims of the readings that stand, in order of their day, then of
 * report and text, with their reports. */
enum sr_code sr_ledger_claims(struct sr_ledger *ledger,
			      const struct sr_filter *filter,
			      struct sr_arena *mem, struct sr_records *out,
			      struct sr_err *err) SR_MUST_USE;

/* Their rows alone, ascending; the limit does not count. */
struct sr_claim_rows {
	SR_LIST(int64_t) items;
};
enum sr_code sr_ledger_claim_rows(struct sr_ledger *ledger,
				  const struct sr_filter *filter,
				  struct sr_arena *mem,
				  struct sr_claim_rows *out,
				  struct sr_err *err) SR_MUST_USE;

/* The same one by one, for what is too large to be held: `mem` is emptied after
 * each, in `one` are a claim and its report. False ends it. */
struct sr_each {
	bool (*fn)(void *user, const struct sr_records *one);
	void *user;
	struct sr_arena *mem;
};
enum sr_code sr_ledger_each(struct sr_ledger *ledger,
			    const struct sr_filter *filter,
			    const struct sr_each *each,
			    struct sr_err *err) SR_MUST_USE;

/* Reports in order of publication, then hash; of the filter, source, text (in
 * the whole report), days (of publication), known_on, key (begin of the hash)
 * and limit count. */
enum sr_code sr_ledger_reports(struct sr_ledger *ledger,
			       const struct sr_filter *filter,
			       struct sr_arena *mem, struct sr_records *out,
			       struct sr_err *err) SR_MUST_USE;

/* The remarks of the readings that stand (model/remark.h), by day of
 * publication, report and place in it, with their reports. Of the filter,
 * source, text (in the words), known_on, report, key (begin of the remark's),
 * limit and every_reading count. */
enum sr_code sr_ledger_remarks(struct sr_ledger *ledger,
			       const struct sr_filter *filter,
			       struct sr_arena *mem, struct sr_records *out,
			       struct sr_err *err) SR_MUST_USE;

/* Another report whose text a report shares. */
struct sr_twin {
	const struct sr_filed *filed;
	bool one; /* they are one origin */
	uint32_t shared, nword; /* of the report's words so many are there */
	uint32_t other_shared, other_nword; /* and of the other's here */
};

struct sr_twins {
	struct sr_records records; /* of all reports */
	SR_LIST(struct sr_twin) items; /* most words shared first, then hash */
};

/* Those that share the origin of a report or are alike it otherwise, of what
 * was published by known_on. */
enum sr_code sr_ledger_twins(struct sr_ledger *ledger,
			     const struct sr_filed *report, int32_t known_on,
			     struct sr_arena *mem, struct sr_twins *out,
			     struct sr_err *err) SR_MUST_USE;

/* From now on the handle, opened for reading, answers as the ledger stood after
 * the run of that number (0: the last), at that moment (empty: now): reports,
 * readings, decisions. What is kept of incidents is not turned back: they are
 * to be worked out anew. */
enum sr_code sr_ledger_as_of(struct sr_ledger *ledger, int64_t run,
			     struct sr_str learnt,
			     struct sr_err *err) SR_MUST_USE;

/* The number of the last run; 0: none. */
enum sr_code sr_ledger_last_run(struct sr_ledger *ledger, int64_t *run,
				struct sr_err *err) SR_MUST_USE;

/* The text of a report and the bytes it came as, the arena's. */
struct sr_kept_text {
	struct sr_str text, bytes;
};
enum sr_code sr_ledger_text(struct sr_ledger *ledger, int64_t report,
			    struct sr_arena *mem, struct sr_kept_text *out,
			    struct sr_err *err) SR_MUST_USE;

struct sr_refusal {
	struct sr_str name, sha256, learnt, place, reason;
	struct sr_str kind; /* "too large", "not a report" */
};

struct sr_refusals {
	SR_LIST(struct sr_refusal) items;
};

/* What could not be read and has not come in readable form since. */
enum sr_code sr_ledger_refusals(struct sr_ledger *ledger, struct sr_arena *mem,
				struct sr_refusals *out,
				struct sr_err *err) SR_MUST_USE;

/* What was kept or noted without being read for claims: why is "language" or
 * "no war". published: the first day that it may have been, or empty. */
struct sr_set_aside {
	struct sr_str why, name, sha256, learnt, title, publisher, url,
		published, language;
	int64_t bytes;
};

struct sr_asides {
	SR_LIST(struct sr_set_aside) items;
};

/* All of it, by reason and moment. */
enum sr_code sr_ledger_asides(struct sr_ledger *ledger, struct sr_arena *mem,
			      struct sr_asides *out,
			      struct sr_err *err) SR_MUST_USE;

/* An answer of a server, kept beside the report that its bytes became. */
struct sr_fetch_note {
	struct sr_str url, final; /* as asked for; where redirects led */
	struct sr_str at, type, etag, modified, sha256;
	int64_t status, bytes;
	bool current; /* the bytes are there, as this run would read them */
};

/* The last one of that address. */
enum sr_code sr_ledger_last_fetch(struct sr_ledger *ledger, struct sr_str url,
				  struct sr_arena *mem,
				  struct sr_fetch_note *out, bool *found,
				  struct sr_err *err) SR_MUST_USE;

/* Keeps one, after its report was put: of the reports of an address the last
 * one's claims stand from now on. */
enum sr_code sr_ledger_fetched(struct sr_ledger *ledger,
			       const struct sr_fetch_note *note,
			       struct sr_err *err) SR_MUST_USE;

/* Likewise for a message of a page or file, by its own address: `modified` is
 * when it says that it was sent, `etag` when it says that it was edited, `final`
 * the page's address or the file's name, `status` 0 of a file. Or for a capture
 * of a page: `etag` is when it was made, `modified` empty. Nothing is kept
 * for one that is no report, nor again for one that did not change. Of another
 * moment it is another message, under an address that was used again: that takes
 * no one's place; nor does one that was edited earlier than what stands. */
enum sr_code sr_ledger_message(struct sr_ledger *ledger,
			       const struct sr_fetch_note *note,
			       struct sr_err *err) SR_MUST_USE;

/* Keeps the bytes of an answer of which reports were made that have others, cut
 * out of it: once, packed, and nothing above SR_MAX_PAGE. */
enum sr_code sr_ledger_keep_body(struct sr_ledger *ledger, struct sr_str sha256,
				 struct sr_str bytes,
				 struct sr_err *err) SR_MUST_USE;

/* What came from where on which day, one by one: source is the publisher, else
 * the host of its address, else empty; of what was refused the day is that of
 * the attempt. */
enum sr_volume_kind {
	SR_VOLUME_READ,
	SR_VOLUME_ASIDE, /* no war in it */
	SR_VOLUME_REFUSED,
	SR_VOLUME_FOREIGN, /* in another language */
	SR_VOLUME_KINDS
};
struct sr_volume {
	struct sr_str source;
	int32_t day;
	bool dated;
	uint8_t kind;
	int64_t nclaim;
};
struct sr_volumes {
	SR_LIST(struct sr_volume) items;
};
enum sr_code sr_ledger_volume(struct sr_ledger *ledger, struct sr_arena *mem,
			      struct sr_volumes *out,
			      struct sr_err *err) SR_MUST_USE;

/* Versions of pages that came in more than one: by address, the oldest first. */
struct sr_version {
	struct sr_str url, at, sha256;
	int64_t report;
};
struct sr_versions {
	SR_LIST(struct sr_version) items;
};
enum sr_code sr_ledger_versions(struct sr_ledger *ledger, struct sr_arena *mem,
				struct sr_versions *out,
				struct sr_err *err) SR_MUST_USE;

/* How the claims of incidents are kept (fuse/incident.h): of those incidents
 * that have one of these claims; of all, where `rows` is NULL. `rows` is a JSON
 * array of rows, as sr_filter.rows takes it. */
struct sr_kept_claims {
	SR_LIST(int64_t) rows; /* of the claims, ascending */
	struct sr_kept_claim *kept; /* of each */
};
enum sr_code sr_ledger_incidents(struct sr_ledger *ledger, struct sr_str rows,
				 struct sr_arena *mem,
				 struct sr_kept_claims *out,
				 struct sr_err *err) SR_MUST_USE;

/* The JSON array of some rows; the arena's, s is NULL when that is full. */
struct sr_str sr_rows_list(const int64_t *row, size_t n, struct sr_arena *mem);

/* What people decided about incidents, for the claims as they stand. */
struct sr_links;
enum sr_code sr_ledger_links(struct sr_ledger *ledger, struct sr_arena *mem,
			     struct sr_links *out,
			     struct sr_err *err) SR_MUST_USE;

/* A still picture, for answers of several questions: until sr_ledger_let_go
 * what others write is not seen. `head` is the last hash of the log, empty for
 * an empty ledger: it differs whenever anything else does. */
enum sr_code sr_ledger_hold(struct sr_ledger *ledger, char head[SR_HEX],
			    struct sr_err *err) SR_MUST_USE;
void sr_ledger_let_go(struct sr_ledger *ledger);

/* How long the handle waits for another program that writes. When it was too
 * long for the last thing done, sr_ledger_was_busy. */
void sr_ledger_wait(struct sr_ledger *ledger, int ms);
bool sr_ledger_was_busy(const struct sr_ledger *ledger);

/* 3. Proof. */

struct sr_proof {
	size_t nreport, nreading, nclaim, nlog;
	char head[SR_HEX]; /* the last hash of the log: note it down */
};

/* Everything that can be proved: the file's structure, that rows point at rows,
 * that reports have the bytes they came with, that evidence is what stands at
 * its place, that the log is whole and covers all. SR_REFUSED names the first
 * thing that is wrong. */
enum sr_code sr_ledger_prove(struct sr_ledger *ledger, struct sr_proof *proof,
			     struct sr_err *err) SR_MUST_USE;

#endif
