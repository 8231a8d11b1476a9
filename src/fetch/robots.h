/* robots.txt (RFC 9309): may a program of this name ask for this path? */
#ifndef SR_FETCH_ROBOTS_H
#define SR_FETCH_ROBOTS_H

#include "base/str.h"

#define SR_ROBOTS_DELAY_MOST 60 /* seconds of a Crawl-delay that are kept */

/* Of the groups that name the agent, without regard to capitals, all rules
 * count; where none does, those of "*". The longest rule that fits decides, of
 * two alike Allow; no rule: allowed. path begins with "/" and has the query.
 * Anything that is not understood is passed over. *delay, if it is given, is the
 * agent's Crawl-delay in seconds, 0 where there is none. */
bool sr_robots_allow(struct sr_str robots, const char *agent,
		     struct sr_str path, double *delay);

#endif
