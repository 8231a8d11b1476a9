/* What counts from the expression of time behind it: a clock's time from its
 * day, and "the day after" from the day of what it names, if nothing but that
 * stands between. */
#include "resolve/time_next.h"

#include "ontology.h"
#include "resolve/atom.h"

#define MOST_BETWEEN 12 /* tokens of "their raid on a town in the east on" */

/* Nothing from the one to the other but a noun with what hangs on it, or a
 * clause without commas: "a day after rebels shelled Gao on 7 May". */
static bool is_one_phrase(const struct sr_doc *doc, const struct sr_expr *e)
{
	const struct sr_atom *a = doc->atoms->list.items;
	uint32_t from = a[e->to - 1].token + 1, to = a[e[1].from].token;

	if (to < from || to - from > MOST_BETWEEN)
		return false;
	for (uint32_t i = from; i < to; i++) {
		unsigned x = doc->tokens.items[i].xpos;
		if (doc->tokens.items[i].upos == SR_UPOS_CCONJ ||
		    (doc->tokens.items[i].upos == SR_UPOS_PUNCT &&
		     x != SR_XPOS_POS))
			return false;
	}
	return true;
}

bool sr_counts_from_next(const struct sr_doc *doc, const struct sr_expr *e)
{
	if (e->kind == SR_EXPR_CLOCK)
		return e[1].kind <= SR_EXPR_REL && e[1].grain == SR_GRAIN_DAY;
	bool counts = (e->kind == SR_EXPR_OFFSET && e->beside) ||
		      (e->kind == SR_EXPR_WAR && e->sign);

	return counts && e[1].kind == SR_EXPR_DATE && e[1].grain == SR_GRAIN_DAY &&
	       is_one_phrase(doc, e);
}

void sr_count_off(const struct sr_doc *doc, const struct sr_expr *e,
		  struct sr_time *t)
{
	if (e > doc->exprs->list.items && t > doc->times.items &&
	    e[-1].kind == SR_EXPR_OFFSET && e[-1].to == e->from &&
	    sr_counts_from_next(doc, e - 1)) {
		t->days = t[-1].days;
		t->kind = t[-1].kind;
	}
}
