/* What `sitrep explain` takes beside claims and reports. Each finds its own by
 * the id and gives an exit status. */
#ifndef SR_CLI_EXPLAIN_H
#define SR_CLI_EXPLAIN_H

#include "cli/ask.h"

int sr_explain_incident(struct sr_ask *ask, const char *id); /* iXXXX */
int sr_explain_control(struct sr_ask *ask, const char *id);  /* hXXXX */

/* dXXXX; false if no decision has that id. */
bool sr_explain_decision(struct sr_ask *ask, const char *id, int *status);

#endif
