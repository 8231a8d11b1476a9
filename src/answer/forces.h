/* The order of battle as rows: see fuse/forces.h. */
#ifndef SR_ANSWER_FORCES_H
#define SR_ANSWER_FORCES_H

#include "answer/ask.h"

/* One row for each place and part in which a unit was reported. `unit`: only
 * those of that name, by any spelling; empty: all. `all`: also what is denied,
 * planned or possible. */
enum sr_code sr_forces_rows(struct sr_ask *ask, struct sr_str unit, bool all,
			    struct sr_rows *rows) SR_MUST_USE;

#endif
