/* What incident_star.c and incident_keep.c share: where to look for a centre,
 * and which of two is the better one. */
#ifndef SR_FUSE_INCIDENT_STAR_H
#define SR_FUSE_INCIDENT_STAR_H

#include "fuse/incident_work.h"

/* Longer than a few days? Such stand under other keys, so that the many short
 * ones need not look through a month for each. */
bool sr_star_wide(const struct sr_telling *t);
uint64_t sr_star_post(uint64_t block, bool wide);

/* Calls fn with each key under which one may stand that fits t, and the days
 * that the last day of such a one may be. */
void sr_star_around(const struct sr_telling *t,
		    void (*fn)(void *user, uint64_t block, struct sr_days days),
		    void *user);

/* Takes a centre as that of a telling if it is one, leads it, fits, and is
 * better than what was found before. Indices. */
void sr_star_try(struct sr_tell_work *w, uint32_t telling, uint32_t centre);

#endif
