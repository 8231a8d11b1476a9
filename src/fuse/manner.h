/* Does a claim say how an attack was made? "The attack on X" is of the type of
 * fighting on the ground, and an air strike in the next report. */
#ifndef SR_FUSE_MANNER_H
#define SR_FUSE_MANNER_H

#include "fuse/incident.h"

/* True for a claim of attack.ground whose words would do for any attack
 * (data/ontology/strikes.tsv). */
bool sr_is_any_attack(const struct sr_record *r);

#endif
