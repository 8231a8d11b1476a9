/* Which war a report is about. */
#ifndef SR_RESOLVE_WAR_H
#define SR_RESOLVE_WAR_H

#include "resolve/expr.h"

/* The row of SR_TABLE_WARS whose names and words the report has most, among
 * those that had begun by the last day of `day` (all, where it is unknown);
 * SR_NONE where too little speaks for any. Needs hits. */
uint32_t sr_war_find(struct sr_doc *doc, const struct sr_kit *kit,
		     struct sr_days day);

/* The war that an expression of kind SR_EXPR_WAR tells of: the one whose name
 * it holds, or `war` if that goes by its noun; else SR_NONE. Needs
 * doc->atoms. */
uint32_t sr_war_meant(const struct sr_doc *doc, const struct sr_kit *kit,
		      const struct sr_expr *e, uint32_t war);

#endif
