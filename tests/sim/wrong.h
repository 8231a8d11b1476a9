/* Where fusion goes wrong, for whoever mends it. */
#ifndef SR_SIM_WRONG_H
#define SR_SIM_WRONG_H

#include <stdio.h>

#include "sim/press.h"

/* Pairs of claims of different reports, by their types, that are about
 * different happenings and were joined, and that are about one and were not;
 * then pairs of voices in the same way, by how each is named. */
bool sim_say_wrong(const struct sim_press *p, FILE *out, struct sr_arena *mem);

#endif
