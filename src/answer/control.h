/* Who held what: the claims of control with all that their fusion needs, the
 * spells of each place, and what holds on a day. */
#ifndef SR_ANSWER_CONTROL_H
#define SR_ANSWER_CONTROL_H

#include "answer/ask.h"
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

/* A place with its spells. */
struct sr_controlled {
	const struct sr_spot_group *group;
	struct sr_control control;
};

struct sr_controls {
	SR_LIST(struct sr_controlled) items; /* as the groups: by place */
};

/* The spells of all places of the view. */
enum sr_code sr_controls(struct sr_control_view *v,
			 struct sr_controls *out) SR_MUST_USE;

/* What of a place holds on a day. */
struct sr_held {
	const struct sr_controlled *place;
	size_t at;   /* its spell */
	size_t next; /* the spell to which it may have changed by then;
			SIZE_MAX: none */
	int32_t day;
	bool claimed; /* somebody says so; else it is only assumed */
};

/* False where nothing is known of that place and day. */
bool sr_held_on(const struct sr_controlled *place, int32_t day,
		struct sr_held *out);

/* "contested", "changing", ... as `control --on` has it. */
const char *sr_held_how(const struct sr_held *held);

/* Thousandths; 0: nobody says. */
uint32_t sr_held_sure(const struct sr_held *held);
bool sr_held_besieged(const struct sr_held *held);

/* Rows of every spell of every place; and of what held on a day, `all` with
 * what is only assumed. */
void sr_control_rows(struct sr_control_view *v,
		     const struct sr_controls *controls, struct sr_rows *rows);
void sr_control_rows_on(struct sr_control_view *v,
			const struct sr_controls *controls, int32_t day,
			bool all, struct sr_rows *rows);

/* Ids of a spell's grounds that are against, or that aren't. */
struct sr_str sr_control_ids(struct sr_control_view *v,
			     const struct sr_spell *s, bool against);

#endif
