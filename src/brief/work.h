/* What the files of src/brief share while a report is planned. */
#ifndef SR_BRIEF_WORK_H
#define SR_BRIEF_WORK_H

#include "answer/conflicts.h"
#include "answer/control.h"
#include "answer/incidents.h"
#include "answer/losses.h"
#include "brief/brief.h"
#include "brief/english.h"
#include "kit/gaz.h"

#define SR_BRIEF_WEEK 7
#define SR_BRIEF_QUOTE 260 /* bytes of a quotation */
#define SR_BRIEF_NAME 80   /* of a name */
#define SR_BRIEF_TITLE 160 /* of a title */

struct sr_brief_source {
	int64_t report;
	struct sr_str text;
};

struct sr_briefing {
	struct sr_ask *ask;
	struct sr_english en;
	struct sr_filter filter; /* as asked, with its days */
	struct sr_brief *brief;
	bool given;		 /* the days were asked for */
	bool has_gaz;
	struct sr_gaz gaz;
	struct sr_records reports;
	struct sr_control_view control;
	struct sr_controls controls;
	struct sr_asked_incidents found;
	struct sr_str *spoke; /* the side of each of its claims' speaker */
	struct sr_losses_view losses;
	struct sr_conflicts_view conflicts;
	struct sr_records doubtful; /* planned and possible */
	int64_t *told; /* rows of the claims in incidents, sorted */
	size_t ntold;
	SR_LIST(int64_t) changed;   /* rows of claims told as changes */
	SR_LIST(int64_t) places;    /* those that changed hands, by id */
	SR_LIST(struct sr_brief_source) texts; /* of reports, to quote */
};

/* tree.c */

struct sr_brief_section *sr_brief_section(struct sr_briefing *b,
					  const char *id);
/* The last one; NULL: there is none. Takes back its last part; takes it back
 * itself if nothing came into it. */
struct sr_brief_section *sr_brief_last(struct sr_briefing *b);
void sr_brief_drop_part(struct sr_briefing *b);
void sr_brief_drop_empty(struct sr_briefing *b);
/* The last section's new last part. NULL without memory, as all below. */
struct sr_brief_part *sr_brief_part(struct sr_briefing *b,
				    enum sr_part_kind kind);
/* Behind what the part has. */
struct sr_brief_text *sr_brief_text(struct sr_briefing *b,
				    struct sr_brief_part *part,
				    struct sr_str text);
void sr_brief_cite(struct sr_briefing *b, struct sr_brief_text *t,
		   const struct sr_records *all, uint32_t claim);
/* The same in two: what it rests on, and then its numbers and ids, which are
 * given out in the order in which they are asked for. */
void sr_brief_hold(struct sr_briefing *b, struct sr_brief_text *t,
		   const struct sr_records *all, uint32_t claim);
void sr_brief_number(struct sr_briefing *b, struct sr_brief_text *t);
/* A report as such, no claim of it. */
void sr_brief_cite_report(struct sr_briefing *b, struct sr_brief_text *t,
			  const struct sr_filed *filed);
/* A table with `n` columns, its heads the phrase `id` with | between, "+" at the
 * end of a head: numbers; "*3": three shares of the width. */
struct sr_brief_table *sr_brief_table(struct sr_briefing *b, const char *id,
				      size_t n);
struct sr_brief_text *sr_brief_cell(struct sr_briefing *b,
				    struct sr_brief_table *table,
				    struct sr_str text);
/* Is the first sentence of the last part told by one before it in its section?
 * Then its sources are added there, and the part goes. */
bool sr_brief_told_before(struct sr_briefing *b, struct sr_brief_part *part);
/* "and 12 more ..." as a part; nothing for none. */
void sr_brief_more(struct sr_briefing *b, const char *id, size_t n);

/* A phrase, with up to two slots {a} and {b}. */
struct sr_str sr_brief_say(struct sr_briefing *b, const char *id,
			   struct sr_str a, struct sr_str b2);
/* The phrase whose id is these two put together. */
struct sr_str sr_brief_named(struct sr_briefing *b, const char *family,
			     struct sr_str name);
struct sr_str sr_brief_count(struct sr_briefing *b, size_t n, const char *one,
			     const char *many);

/* name.c: names as a sentence has them. Empty: none that is fit. */

/* Outside text, safe, on one line, at most so many bytes. */
struct sr_str sr_brief_outside(struct sr_briefing *b, struct sr_str s,
			       size_t most);
/* Without the marks that a piece of a sentence begins and ends with. */
struct sr_str sr_brief_trim(struct sr_str s);
/* The sentence of a claim's words, or those words, in quotation marks; empty
 * where they say nothing. The other: the words only, however few. */
struct sr_str sr_brief_quote(struct sr_briefing *b,
			     const struct sr_records *all, uint32_t claim);
struct sr_str sr_brief_quote_short(struct sr_briefing *b,
				   const struct sr_records *all,
				   uint32_t claim);
struct sr_str sr_brief_side(struct sr_briefing *b, struct sr_str side);
struct sr_str sr_brief_forces(struct sr_briefing *b, struct sr_str side);
struct sr_str sr_brief_adjective(struct sr_briefing *b, struct sr_str side);
struct sr_str sr_brief_speaker(struct sr_briefing *b, struct sr_str name);
/* The same name but for capitals and an article? */
bool sr_brief_same(struct sr_str a, struct sr_str b);
struct sr_str sr_brief_outlet(struct sr_briefing *b,
			      const struct sr_filed *filed);
/* The same at a start: a known outlet keeps its letters. */
struct sr_str sr_brief_outlet_start(struct sr_briefing *b,
				    const struct sr_filed *filed);
/* The same for the list of references: with the file's name where no outlet is
 * known. */
struct sr_str sr_brief_outlet_full(struct sr_briefing *b,
				   const struct sr_filed *filed);
/* With the preposition of its role; the name alone. */
struct sr_str sr_brief_place(struct sr_briefing *b,
			     const struct sr_place_slot *p);
struct sr_str sr_brief_place_name(struct sr_briefing *b,
				  const struct sr_place_slot *p);
/* The region that it lies in; the same with its country, else that alone. */
struct sr_str sr_brief_area(struct sr_briefing *b,
			    const struct sr_place_slot *p);
struct sr_str sr_brief_region(struct sr_briefing *b,
			      const struct sr_place_slot *p);
/* A party by its words, where they can stand in a sentence. */
/* Is who is counted said to be no more than people, civilians or not? */
bool sr_brief_anybody(struct sr_briefing *b, const struct sr_party_slot *p);

struct sr_str sr_brief_party(struct sr_briefing *b,
			     const struct sr_party_slot *p, bool forces);

/* The parts, in the order of the report; each fills its section. */
void sr_brief_key(struct sr_briefing *b);
void sr_brief_changes(struct sr_briefing *b);
/* Fighting and strikes; civilians and politics. */
void sr_brief_events(struct sr_briefing *b);
void sr_brief_people(struct sr_briefing *b);
/* Incidents that nobody tells of without a doubt, at most so many. */
void sr_brief_unverified(struct sr_briefing *b, size_t most);
void sr_brief_losses(struct sr_briefing *b);
void sr_brief_contested(struct sr_briefing *b);
void sr_brief_doubtful(struct sr_briefing *b);
/* Positions, at the end of politics. */
void sr_brief_positions(struct sr_briefing *b);
void sr_brief_gaps(struct sr_briefing *b);

#endif
