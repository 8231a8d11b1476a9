/* The ledger in the forms of other projects: ACLED, UCDP GED, VIINA, PLOVER,
 * timemap, HXL, KML. All but PLOVER have one row an incident; PLOVER, whose
 * unit is the statement, one a claim. What those projects call our types, sides
 * and places stands in data/export; docs/formats/export.md says how each column
 * is filled and what each form loses. docs/decisions/185. */
#ifndef SR_EXPORT_EXPORT_H
#define SR_EXPORT_EXPORT_H

#include "answer/ask.h"

#define SR_MANY_DEAD 1000 /* see nmany */

enum sr_export_form {
	SR_EXPORT_ACLED,
	SR_EXPORT_UCDP,
	SR_EXPORT_PLOVER,
	SR_EXPORT_VIINA,
	SR_EXPORT_TIMEMAP,
	SR_EXPORT_HXL,
	SR_EXPORT_KML,
	SR_EXPORT_COUNT
};

/* "acled"; the form of that name, false if there is none. */
const char *sr_export_name(enum sr_export_form form);
bool sr_export_find(const char *name, enum sr_export_form *form);

/* What became of the incidents, or claims, that were asked for. */
struct sr_export_tally {
	size_t nrow;
	size_t nother;	  /* left out: of no type that the form has */
	size_t ndenied;	  /* left out: nothing but denials */
	size_t nundated;  /* left out: of no day, and the form needs one */
	size_t ndeathless; /* left out: nobody is said to have died */
	size_t nmany;	   /* rows with so many dead that they are likely the
			      total of a war that a report tells beside it */
};

/* Appends those that the filter of ask lets through. `standings` as for
 * sr_incident_rows; of claims the filter's own statuses count. SR_IO without
 * the tables of a kit. */
enum sr_code sr_export(struct sr_ask *ask, enum sr_export_form form,
		       const char *standings, struct sr_json *out,
		       struct sr_export_tally *tally) SR_MUST_USE;

#endif
