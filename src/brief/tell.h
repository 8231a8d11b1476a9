/* Telling an incident: what happened, the toll by each claimant, who denies it.
 */
#ifndef SR_BRIEF_TELL_H
#define SR_BRIEF_TELL_H

#include "brief/work.h"

/* How much an incident matters to a reader: those who stand behind it, the
 * dead, how exactly it is known. */
int sr_incident_weight(const struct sr_briefing *b,
		       const struct sr_incident *in);

/* The most people said to have been killed in it, of any claimant; 0: none. */
int64_t sr_incident_dead(const struct sr_briefing *b,
			 const struct sr_incident *in);

/* Appends its sentences to a part. `no_place`: the heading says where. False
 * when there is nothing that says anything. */
bool sr_tell_incident(struct sr_briefing *b, const struct sr_incident *in,
		      bool no_place, struct sr_brief_part *part);

/* "the governor and a UN official" of the claims of an incident that are
 * denials, or are not; empty where the outlets say it themselves. */
struct sr_str sr_tell_speakers(struct sr_briefing *b,
			       const struct sr_incident *in, bool denials);

#endif
