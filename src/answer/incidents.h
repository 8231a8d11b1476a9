/* Incidents out of the ledger. */
#ifndef SR_ANSWER_INCIDENTS_H
#define SR_ANSWER_INCIDENTS_H

#include "answer/ask.h"
#include "fuse/incident.h"
#include "views/incidents.h"

struct sr_asked_incidents {
	struct sr_records all; /* claims of them, and maybe of others */
	struct sr_incidents incidents;
	bool *wanted; /* of each: has it a claim that the filter lets through */
};

/* The incidents with a claim that fits the filter of ask, whole: also with
 * those of their claims that don't. The answer's arena. */
enum sr_code sr_ask_incidents(struct sr_ask *ask,
			      struct sr_asked_incidents *out);

/* Where all incidents are at hand: marks as wanted those with a claim
 * that fits the filter. */
enum sr_code sr_incidents_mark(struct sr_ask *ask,
			       struct sr_asked_incidents *all) SR_MUST_USE;

/* The incidents of all claims of the ledger, as known on the filter's day: read
 * where they are kept, else worked out. The answer's arena. */
enum sr_code sr_incidents_of(struct sr_ask *ask, const struct sr_records *all,
			     const struct sr_voices *voices,
			     struct sr_incidents *out) SR_MUST_USE;

/* The incident that a claim of the ledger is in, or why it is in none, in
 * words. */
enum sr_code sr_claim_incident(struct sr_ask *ask,
			       const struct sr_record *claim, char out[32]);

/* Is the i-th asked for, in a view (incidents, timeline, civilians, politics),
 * of these standings ("supported,admitted"; NULL: all)? */
bool sr_incident_asked(const struct sr_asked_incidents *found, size_t i,
		       enum sr_incident_view view, const char *standings);

/* Is it a list of standings, or NULL? SR_USAGE names those there are. */
enum sr_code sr_standings_check(struct sr_ask *ask,
				const char *list) SR_MUST_USE;

/* Those asked for as rows of the view, at most as many as the limit of ask.
 * The list of standings is what the option "status" is for incidents. */
enum sr_code sr_incident_rows(struct sr_ask *ask, enum sr_incident_view view,
			      const char *standings,
			      struct sr_rows *rows) SR_MUST_USE;

/* The same of incidents at hand. */
enum sr_code sr_incident_rows_of(struct sr_ask *ask,
				 const struct sr_asked_incidents *found,
				 enum sr_incident_view view,
				 const char *standings,
				 struct sr_rows *rows) SR_MUST_USE;

#endif
