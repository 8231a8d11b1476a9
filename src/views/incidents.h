/* Incidents as rows of a table: the same for the commands incidents, timeline,
 * civilians and politics, which differ in what they show and in what order. */
#ifndef SR_VIEWS_INCIDENTS_H
#define SR_VIEWS_INCIDENTS_H

#include "fuse/incident.h"
#include "views/rows.h"

enum sr_incident_view {
	SR_VIEW_INCIDENTS,
	SR_VIEW_TIMELINE,
	SR_VIEW_CIVILIANS,
	SR_VIEW_POLITICS,
};

/* The columns of a view; *n of them. Static. */
const struct sr_view_column *sr_incident_columns(enum sr_incident_view view,
						 size_t *n);

/* Does the incident belong into the view? */
bool sr_incident_shown(enum sr_incident_view view,
		       const struct sr_incident *incident,
		       const struct sr_records *records);

/* Appends its row. Memory is that of the rows. */
void sr_incident_row(enum sr_incident_view view,
		     const struct sr_incident *incident,
		     const struct sr_records *records, bool table,
		     struct sr_rows *rows);

/* The numbers as each claimant has them: "killed 12 people (the governor);
 * wounded at least 30 people (The Post)". The arena's. */
struct sr_str sr_incident_numbers(const struct sr_incident *incident,
				  const struct sr_records *records,
				  struct sr_arena *mem);

/* Why a telling was joined, in words: "same place (+40), same day (+30)". The
 * arena's. */
struct sr_str sr_told_words(const struct sr_incident *incident,
			    const struct sr_told *told,
			    const struct sr_records *records,
			    struct sr_arena *mem);

#endif
