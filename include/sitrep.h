/* sitrep: reads reports of war and gives the claims they make.
 *
 * Three nouns. A *kit* is the read-only tables; open one, share it between
 * threads. A *doc* is one report being read; one a thread. A *ledger* is the
 * database; one a thread. Nothing else exists, nothing is global.
 *
 * Constructors give a pointer or NULL, all else that can fail gives an
 * enum sr_code; the reason is put into a struct sr_err of the caller's,
 * which may be NULL. The library never prints, exits, or sets the locale.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef SITREP_H
#define SITREP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SR_VERSION "0.1.0"

#if defined(__GNUC__)
#define SR_MUST_USE __attribute__((warn_unused_result))
#define SR_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define SR_API __attribute__((visibility("default")))
#else
#define SR_MUST_USE
#define SR_PRINTF(fmt, args)
#define SR_API
#endif

/* 1. What went wrong. */

enum sr_code {
	SR_OK,
	SR_USAGE,    /* the caller asked for what does not exist */
	SR_REFUSED,  /* the input is not what it should be */
	SR_LIMIT,    /* the input is larger than a limit of base/limits.h */
	SR_NOMEM,    /* no memory, or the arena's own limit */
	SR_IO,       /* a file or disk failed */
	SR_DATABASE, /* the ledger failed */
};

/* Filled once, where the failure is seen, and passed up untouched. Lives on
 * the caller's stack and never allocates, so it can say that memory ran out. */
struct sr_err {
	enum sr_code code;
	char where[96]; /* "data/actors/names.tsv:212", "report.txt:1042" */
	char text[256]; /* what was found and what was expected */
};

/* 2. The small types. */

/* Bytes [from, to) of the report's text. Empty: inferred, not read. */
struct sr_span {
	uint32_t from, to;
};

/* Bytes that somebody else owns; not NUL-ended. s may be NULL when n is 0. */
struct sr_str {
	const char *s;
	size_t n;
};

/* Days since 1970-01-01 in the proleptic Gregorian calendar, both included.
 * SR_DAY_MIN and SR_DAY_MAX are open ends. Unknown: from > to. */
struct sr_days {
	int32_t from, to;
};
#define SR_DAY_MIN INT32_MIN
#define SR_DAY_MAX INT32_MAX

/* A number as stated, in thousandths of its unit, both ends included.
 * "At least 12" is {12000, SR_COUNT_OPEN_HIGH}. */
struct sr_count {
	int64_t low, high;
};
#define SR_COUNT_OPEN_LOW INT64_MIN
#define SR_COUNT_OPEN_HIGH INT64_MAX

/* The report's fields as they were found or given. All strings are borrowed.
 * `text` must be UTF-8; offsets of everything count from its first byte. */
struct sr_report {
	struct sr_str name; /* "doc" in the output: the file's base name or id */
	struct sr_str text;
	struct sr_str title, publisher, author, url;
	struct sr_str dateline; /* the place it was filed from: "BAGHDAD" */
	struct sr_days published; /* unknown: from > to */
	bool published_inferred;
	/* ISO 639 code of the language that it is in, and of further text in it
	 * that is in another and was not read; empty: not known, none. Only
	 * English is read: of other reports there are no claims. */
	struct sr_str language, left_out;
	struct sr_days updated; /* of a page that says so */
};

/* 3. A claim: see docs/claims.md. Names and ids point into the doc or the
 *    kit and live as long as those. */

/* Who: the words, and the side they are taken to be on ("RU", "CIV", "IS";
 * empty: unknown). row: the row of the table that said so, 0 for none. */
struct sr_party_slot {
	struct sr_str name, side;
	struct sr_span at;
	uint32_t row;
};

/* Where: a point of the gazetteer (has_point), or a named region, or a name
 * that is known to be in no table (neither point nor id). */
struct sr_place_slot {
	struct sr_str name;
	struct sr_str country; /* ISO 3166 alpha-2 of its ground; may be empty */
	struct sr_span at;
	uint8_t role; /* enum sr_role of the ontology */
	bool has_point;
	double lat, lon, radius_km;
	int64_t id; /* GeoNames id; negative: a row of our own; 0: none */
};

enum sr_basis {
	SR_BASIS_EXPLICIT, /* the text names the day */
	SR_BASIS_RELATIVE, /* "yesterday", "on Sunday", "since then" */
	SR_BASIS_REPORT,   /* no expression of its own: by the report's day */
	SR_BASIS_INFERRED,
};

#define SR_VOICE_NOBODY "-"

struct sr_claim {
	uint16_t type;   /* enum sr_type of the ontology */
	uint8_t status;  /* enum sr_status of the ontology */
	uint8_t basis;   /* enum sr_basis of days */
	bool has_actor, has_target, has_place, has_count;
	struct sr_party_slot actor, target;
	struct sr_place_slot place;
	struct sr_days days;
	struct sr_span days_at;
	struct sr_count count;
	struct sr_str unit; /* what is counted, in the singular; or "people" */
	struct sr_span count_at;
	bool count_total;   /* "a total of", "so far": not to be added to */
	bool count_further; /* "another": adds to an earlier one */
	struct sr_str speaker; /* empty: the publisher's own voice */
	struct sr_span speaker_at;
	struct sr_str voice; /* one name for all that the speaker goes by;
				SR_VOICE_NOBODY: he is not named; empty: as
				the speaker */
	struct sr_str via;  /* who passed the speaker's words on; may be empty */
	struct sr_str disposition; /* of loss.equipment; may be empty */
	struct sr_span evidence;
	struct sr_str rule;  /* id of the pattern that fired */
	uint16_t confidence; /* thousandths: of 1000 such, so many are right */
};

/* The names of its numbers: "control.seize", "denied"; "near", or NULL where it
 * has no place. Static. */
SR_API const char *sr_claim_type(const struct sr_claim *claim);
SR_API const char *sr_claim_status(const struct sr_claim *claim);
SR_API const char *sr_claim_place_role(const struct sr_claim *claim);

/* 4. The kit: all that sitrep knows, in one file that the build makes. */

struct sr_kit;

/* Maps a kit file. SR_IO where there is none, SR_REFUSED for what is no kit of
 * this version. Closed with sr_kit_close when no doc uses it any more. */
SR_API enum sr_code sr_kit_open(struct sr_kit **kit, const char *path,
				struct sr_err *err) SR_MUST_USE;
SR_API void sr_kit_close(struct sr_kit *kit);

/* SHA-256, in hex, of all that the kit was made of: with SR_VERSION it decides
 * every claim. Lives as long as the kit. */
SR_API const char *sr_kit_hash(const struct sr_kit *kit);

/* 5. Reading. */

struct sr_doc;

/* NULL without memory. Freed with sr_doc_free; NULL is fine there. */
SR_API struct sr_doc *sr_doc_new(void);
SR_API void sr_doc_free(struct sr_doc *doc);

/* Reads the bytes of one report: its header, its words, its claims. What doc
 * held before is gone. The name, the bytes and the kit are borrowed until the
 * next sr_read or sr_doc_free. Plain text, an HTML page or a
 * PDF. SR_REFUSED for what is empty, binary or in no known characters, SR_LIMIT
 * for more than 4 MiB of text, SR_NOMEM; doc is empty then. */
SR_API enum sr_code sr_read(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_str name, struct sr_str bytes,
			    struct sr_err *err) SR_MUST_USE;

/* What was read; the doc's until the next sr_read. The claims, *n of them,
 * stand in the order of their words. */
SR_API const struct sr_report *sr_doc_report(const struct sr_doc *doc);
SR_API const struct sr_claim *sr_doc_claims(const struct sr_doc *doc,
					    size_t *n);

/* The claims as JSON Lines, as `sitrep extract` prints them; the doc's.
 * SR_NOMEM. */
SR_API enum sr_code sr_doc_json(struct sr_doc *doc, struct sr_str *lines,
				struct sr_err *err) SR_MUST_USE;

/* 6. The ledger: one SQLite file, laid out as docs/formats/ledger.md says. */

struct sr_ledger;

enum sr_ledger_mode {
	SR_LEDGER_READ,	 /* must be there; never changed */
	SR_LEDGER_WRITE, /* made when it is not there */
};

/* Opens a ledger file. Refuses, with one line that says what was found, a file
 * that is no database, a database of another program, and a ledger of a newer
 * sitrep. NULL when it fails (SR_DATABASE). */
SR_API struct sr_ledger *sr_ledger_open(const char *path,
					enum sr_ledger_mode mode,
					struct sr_err *err);

/* Closes; NULL is fine. */
SR_API void sr_ledger_close(struct sr_ledger *ledger);

/* Keeps the report that doc holds, and its claims, all or nothing, and durably
 * when it gives SR_OK. The same report again is not kept twice. `now` is the
 * moment to note, "2022-03-30T08:00:00Z". */
SR_API enum sr_code sr_keep(struct sr_ledger *ledger, const struct sr_kit *kit,
			    struct sr_doc *doc, const char *now,
			    struct sr_err *err) SR_MUST_USE;

#ifdef __cplusplus
}
#endif
#endif
