/* Sources: publishers, speakers and texts, and how what they say fares. Counted
 * by incidents: one that a source tells of stands alone, is supported when
 * another voice says so too, is contradicted when another voice denies it or
 * says what can't be right beside it. docs/decisions/082 has the rules. */
#ifndef SR_FUSE_SOURCE_H
#define SR_FUSE_SOURCE_H

#include "fuse/conflict.h"
#include "fuse/incident.h"

enum sr_source_kind {
	SR_SOURCE_PUBLISHER,
	SR_SOURCE_SPEAKER, /* one voice, under whatever names */
	SR_SOURCE_UNNAMED, /* "residents": many voices of one name */
	SR_SOURCE_TEXT,	   /* one text in several reports */
	SR_SOURCE_KINDS
};

struct sr_source {
	enum sr_source_kind kind;
	struct sr_str name;    /* as most call it; empty: no publisher */
	struct sr_str key;     /* of the origin, of a speaker or text */
	uint32_t nreport, nclaim;
	uint32_t nincident; /* that it tells of: alone or supported */
	uint32_t nalone, nsupported, ncontradicted;
	uint32_t nknown; /* of which another voice speaks, for or against */
	uint32_t nfirst; /* of the supported, told before all others */
	uint32_t ndelay;       /* claims whose delay is known */
	int32_t delay;	       /* the median, in days; -1: not known */
	struct sr_days published; /* first and last day; unknown: from > to */
};

struct sr_sources {
	SR_LIST(struct sr_source) items; /* by kind, most claims first, name */
};

struct sr_source_in {
	const struct sr_records *records;
	const struct sr_voices *voices;
	const struct sr_incidents *incidents;
	const struct sr_conflicts *conflicts;
	const bool *wanted; /* claims to count; NULL: all */
};

/* The arena's; strings are the records'. SR_NOMEM. */
enum sr_code sr_sources(const struct sr_source_in *in, struct sr_arena *mem,
			struct sr_sources *out,
			struct sr_err *err) SR_MUST_USE;

const char *sr_source_kind_name(enum sr_source_kind kind);

/* Reliability after the Admiralty code (AJP-2.1): 'B' to 'F'. From ten
 * incidents on of which anybody else speaks, by the share that nobody
 * contradicts: B from 95 %, C from 80, D from 50, else E; F, cannot be judged,
 * below ten. A is a person's to give. */
char sr_source_reliability(const struct sr_source *source);

#endif
