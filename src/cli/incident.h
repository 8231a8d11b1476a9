/* Incidents out of the ledger, for the commands that show them. */
#ifndef SR_CLI_INCIDENT_H
#define SR_CLI_INCIDENT_H

#include "cli/ask.h"
#include "fuse/incident.h"

struct sr_asked_incidents {
	struct sr_records all; /* claims of them, and maybe of others */
	struct sr_incidents incidents;
	bool *wanted; /* of each: has it a claim that the filter lets through */
};

/* The incidents with a claim that fits the filter of ask, whole: also with
 * those of their claims that don't. The answer's arena. */
enum sr_code sr_ask_incidents(struct sr_ask *ask,
			      struct sr_asked_incidents *out);

/* The incident that a claim of the ledger is in, or why it is in none, in
 * words. */
enum sr_code sr_claim_incident(struct sr_ask *ask,
			       const struct sr_record *claim, char out[32]);

/* sitrep explain iXXXX. An exit status. */
int sr_explain_incident(struct sr_ask *ask, const char *id);

#endif
