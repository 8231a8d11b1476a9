/* Whether an expression of time looks back or ahead. */
#ifndef SR_RESOLVE_TENSE_H
#define SR_RESOLVE_TENSE_H

#include "resolve/anchor.h"

/* The tense of the verb nearest to the expression, the one before it rather
 * than the one behind; past where no verb says otherwise, as news is. Needs
 * doc->atoms; without tags only words like "will" count. */
enum sr_tense sr_tense_of(const struct sr_doc *doc, const struct sr_expr *e);

/* Does a word of what is to come stand anywhere in its sentence? */
bool sr_tense_ahead(const struct sr_doc *doc, const struct sr_expr *e);

#endif
