/* What counts from the expression of time behind it: a clock's time from its
 * day, and "the day after" from the day of what it names, if nothing but that
 * stands between. */
#include "resolve/time_next.h"

#include "base/calendar.h"
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

uint8_t sr_part_said(uint8_t part)
{
	switch ((enum sr_part_of)part) {
	case SR_PART_OF_EARLY:
	case SR_PART_OF_FIRST:
		return SR_PART_START;
	case SR_PART_OF_MIDDLE:
		return SR_PART_MID;
	case SR_PART_OF_LATE:
	case SR_PART_OF_LAST:
		return SR_PART_END;
	case SR_PART_OF_HALF1:
	case SR_PART_OF_HALF2:
		break;
	}
	return SR_PART_ALL;
}

#define BULLET 2 /* marks before the day that heads a note */

static bool is_mark(const struct sr_token *t)
{
	return t->upos == SR_UPOS_PUNCT || t->upos == SR_UPOS_SYM;
}

bool sr_heads_entry(const struct sr_doc *doc, const struct sr_expr *e)
{
	const struct sr_token *t = doc->tokens.items;
	const struct sr_atom *a = doc->atoms->list.items;
	const struct sr_expr *first = e, *last = e;

	/* "3-5 May": both */
	if (e > doc->exprs->list.items && e[-1].link == SR_LINK_RANGE)
		first = e - 1;
	else if (e->link == SR_LINK_RANGE)
		last = e + 1;
	uint32_t i = a[first->from].token, to = a[last->to - 1].token + 1, n = 0;
	const struct sr_sentence *s = &doc->sentences.items[t[i].sentence];

	if (e->kind != SR_EXPR_DATE || !e->day || !e->month ||
	    (s > doc->sentences.items && s[-1].block == s->block))
		return false;
	for (; i > s->from; i--, n++)
		if (n >= BULLET || !is_mark(&t[i - 1]))
			return false;
	return to + 1 < s->to && doc->report.text.s[t[to].at.from] == ':';
}

int32_t sr_year_beside(const struct sr_expr *e, struct sr_days last,
		       struct sr_days today)
{
	int32_t best = 0, least = SR_DAY_MAX;

	if (!sr_days_known(last) || !sr_days_known(today))
		return 0;
	int32_t year = sr_date_of(last.from).year;
	for (int32_t y = year - 1; y <= year + 1; y++) {
		int32_t day = sr_day_of((struct sr_date){ y, e->month, e->day });
		int32_t away = day > last.from ? day - last.from : last.from - day;
		if (day <= today.to && away < least) {
			least = away;
			best = y;
		}
	}
	return best;
}
