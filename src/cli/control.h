/* What `control` and `explain` of one of its lines share: the claims with all
 * that their fusion needs, and the table of a place. */
#ifndef SR_CLI_CONTROL_H
#define SR_CLI_CONTROL_H

#include "cli/ask.h"
#include "fuse/control.h"

struct sr_control_view {
	struct sr_ask *ask;
	struct sr_records all;
	struct sr_voices voices;
	struct sr_trust trust;
	struct sr_control_in in;
	struct sr_spot_groups groups;
	uint32_t *number; /* of each report: its number in the table; 0: none */
	SR_LIST(uint32_t) reports; /* those with a number, in order */
};

/* The claims of the filter, which is of control from then on, in groups; with
 * what all sources of the ledger (as known on the filter's day) have agreed
 * and differed in, however few places were asked for. */
enum sr_code sr_control_load(struct sr_control_view *v) SR_MUST_USE;

/* "claimed", "assessed", ... */
const char *sr_hold_name(enum sr_hold kind);

/* "assessed 97%, 3 origins (7 reports)". */
#define SR_HOW_TEXT 192
void sr_control_how(const struct sr_spell *spell, char out[SR_HOW_TEXT]);

/* The table of one place: its head, its spells with their words, what else is
 * said. `only`: that spell with all its grounds; SIZE_MAX: all, some of them.
 * An exit status. */
int sr_control_table(struct sr_control_view *v, const struct sr_spot_group *g,
		     const struct sr_control *control, size_t only);

/* The reports that the tables printed so far have numbered. */
void sr_control_reports(struct sr_control_view *v);

/* Ids of a spell's grounds that are against, or that aren't. */
struct sr_str sr_control_ids(struct sr_control_view *v,
			     const struct sr_spell *s, bool against);

/* sitrep explain hID. An exit status. */
int sr_control_explain(struct sr_ask *ask, const char *id);

#endif
