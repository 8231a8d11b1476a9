/* A situation report: what the ledger says of a stretch of days, as a tree of
 * sections, paragraphs, sentences, tables and references that the writers
 * (write.h) turn into Markdown, HTML or PDF.
 *
 * Each sentence and each cell knows the claims that it rests on, which is how
 * its references are numbered and how it is proved: every number in it stands
 * in a claim that it cites (check.h). Same ledger, same bytes, in whatever order
 * the reports came in. A week of a war is 2 to 6 pages.
 * docs/decisions/105 has the plan. */
#ifndef SR_BRIEF_BRIEF_H
#define SR_BRIEF_BRIEF_H

#include "answer/ask.h"

/* A claim that is cited, among its own records. */
struct sr_cited {
	const struct sr_records *all;
	uint32_t claim;
};

/* A sentence, or what stands in a cell. Text from outside in it is made safe
 * (views/safe.h) but not escaped: that is the writers' work. */
struct sr_brief_text {
	struct sr_str text;
	struct sr_str note; /* our own count, "3 origins": no report has it */
	struct sr_str id;   /* of the spell, incident or conflict it tells of */
	SR_LIST(uint32_t) refs; /* numbers, from 1, ascending */
	SR_LIST(struct sr_cited) cited;
};

struct sr_brief_table {
	struct sr_str caption;
	size_t ncolumn;
	const struct sr_str *head;
	const bool *right;   /* columns of numbers */
	const uint8_t *wide; /* share of the width of each column */
	SR_LIST(struct sr_brief_text) cells; /* row by row */
};

enum sr_part_kind {
	SR_PART_PARAGRAPH, /* sentences */
	SR_PART_ITEM,      /* of a list: sentences */
	SR_PART_HEAD,      /* a heading below that of the section */
	SR_PART_TABLE,
	SR_PART_MORE, /* what was left out, for want of room */
};

struct sr_brief_part {
	enum sr_part_kind kind;
	SR_LIST(struct sr_brief_text) texts;
	struct sr_brief_table *table; /* of SR_PART_TABLE */
};

struct sr_brief_section {
	const char *id; /* "control", "losses": an anchor, static */
	struct sr_str title;
	SR_LIST(struct sr_brief_part) parts;
};

/* A report that is cited. */
struct sr_brief_ref {
	const struct sr_filed *filed;
	struct sr_str outlet, title, day; /* in words */
	struct sr_str url;		  /* http or https only; else empty */
	SR_LIST(struct sr_str) claims; /* ids, as shown, in order of citation */
};

struct sr_brief {
	struct sr_str title, period;
	struct sr_days days;
	struct sr_str words_of_refs, words_of_claims; /* for the writers */
	struct sr_brief_part lead; /* what it rests on, how to read it */
	SR_LIST(struct sr_brief_section) sections;
	SR_LIST(struct sr_brief_ref) refs; /* number 1 first */
};

/* The report of what ask asks for: its ledger, kit and filter; without days in
 * the filter, of the last seven of which anything is known. All of it is the
 * answer's arena. A kit is needed. */
enum sr_code sr_brief_make(struct sr_ask *ask, struct sr_brief *out) SR_MUST_USE;

#endif
