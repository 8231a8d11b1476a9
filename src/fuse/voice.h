/* Which claims are one voice. Support is counted in voices ("origins"), never
 * in reports: a wire story in four papers, and four papers that quote one
 * governor, are one. A claim's origin is the speaker that it is said from;
 * what a report says itself comes from the report's text, which it may share
 * with others (sr_filed.origin). docs/decisions/080 has the rules. */
#ifndef SR_FUSE_VOICE_H
#define SR_FUSE_VOICE_H

#include "base/err.h"
#include "model/record.h"

struct sr_origin {
	struct sr_str key;  /* what makes it one: content, the same always */
	struct sr_str name; /* for people: speaker, publisher, report */
	bool spoken;	    /* a speaker's, not a report's own words */
};

struct sr_voices {
	SR_LIST(struct sr_origin) items; /* by key */
	uint32_t *claim;		 /* origin of each claim */
	uint32_t *report;		 /* of each report's own words */
};

/* The origins of all claims and reports of the records. The arena's; strings
 * may be the records'. SR_NOMEM. */
enum sr_code sr_voices(const struct sr_records *records, struct sr_arena *mem,
		       struct sr_voices *out, struct sr_err *err) SR_MUST_USE;

/* How many origins and reports stand behind some claims. Origins are the fewest
 * voices that account for all the reports: what a report says beside what it
 * quotes, or quotes from two, makes it no second report. */
struct sr_support {
	uint32_t norigin, nreport, nclaim;
};

/* Of n claims, by their indices in any order; 0, 0 without memory. */
struct sr_support sr_support_of(const struct sr_records *records,
				const struct sr_voices *voices,
				const uint32_t *claim, size_t n,
				struct sr_arena *mem);

#define SR_SUPPORT_TEXT 64

/* "1 report", "2 origins", "3 origins (7 reports)". */
void sr_support_text(struct sr_support support, char out[SR_SUPPORT_TEXT]);

#endif
