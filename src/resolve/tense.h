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

/* Of a date. "Must leave before 1 June", told in May: is it the next such day, soon after
 * at->today, and not the last one? */
bool sr_is_term(const struct sr_doc *doc, const struct sr_expr *e,
		const struct sr_anchor *at);

#endif
