/* What `control` and `explain` of one of its lines share: the table of a
 * place. */
#ifndef SR_CLI_CONTROL_H
#define SR_CLI_CONTROL_H

#include "answer/control.h"
#include "cli/ask.h"

/* "assessed 97%, 3 origins (7 reports)". */
#define SR_HOW_TEXT 192
void sr_control_how(const struct sr_spell *spell, char out[SR_HOW_TEXT]);

/* The table of one place: its head, its spells with their words, what else is
 * said. `only`: that spell with all its grounds; SIZE_MAX: all, some of them.
 * An exit status. */
int sr_control_table(struct sr_control_view *v, const struct sr_spot_group *g,
		     const struct sr_control *control, size_t only);

/* The reports that the tables printed so far have numbered. */
void sr_control_reports(struct sr_control_view *v);

#endif
