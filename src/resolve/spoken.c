/* Quotation marks are paired within a block; a quotation's day is that of the
 * first weekday, "yesterday" or date beside it that stands outside of it, in
 * the sentence where it ends, else in the one where it begins. Single marks
 * are too often apostrophes and are not looked at. */
#include "resolve/spoken.h"

#include "base/calendar.h"
#include "resolve/tense.h"

#define MOST_QUOTE 400 /* atoms; longer ones are marks gone astray */

struct quote {
	uint32_t from, to; /* atoms, the marks included */
};

struct search {
	const struct sr_doc *doc;
	const struct sr_expr *expr;
	size_t nexpr;
	const struct sr_anchor *at;
	bool *quoted; /* is the expression within marks? */
	SR_LIST(struct quote) quotes;
};

static uint32_t sentence_of(const struct sr_doc *doc, uint32_t atom)
{
	return doc->tokens.items[doc->atoms->list.items[atom].token].sentence;
}

static uint32_t block_of(const struct sr_doc *doc, uint32_t atom)
{
	return doc->sentences.items[sentence_of(doc, atom)].block;
}

static bool find_quotes(struct sr_doc *doc, struct search *s)
{
	uint32_t open = SR_NONE;

	for (uint32_t i = 0; i < doc->atoms->list.nitem; i++) {
		if (!sr_atom_is(doc->atoms, i, '"'))
			continue;
		if (open == SR_NONE || i - open > MOST_QUOTE ||
		    block_of(doc, i) != block_of(doc, open)) {
			open = i;
			continue;
		}
		struct quote *q = SR_PUSH(&doc->mem, &s->quotes);
		if (!q)
			return false;
		*q = (struct quote){ open, i + 1 };
		open = SR_NONE;
	}
	return true;
}

/* The day of an expression that says when somebody spoke; unknown if it is
 * none that could. */
static struct sr_days day_said(const struct search *s, const struct sr_expr *e)
{
	bool day = (e->kind == SR_EXPR_DATE && e->grain == SR_GRAIN_DAY) ||
		   (e->kind == SR_EXPR_DAY && e->sign < 0);

	if (!day || sr_tense_of(s->doc, e) == SR_TENSE_FUTURE)
		return SR_DAYS_UNKNOWN;
	return sr_anchor_resolve(s->at, e, SR_TENSE_PAST).named;
}

/* The first day said outside of quotations in a sentence, near expression i. */
static struct sr_days day_in(const struct search *s, size_t i,
			     uint32_t sentence)
{
	while (i > 0 && sentence_of(s->doc, s->expr[i - 1].from) >= sentence)
		i--;
	for (; i < s->nexpr && sentence_of(s->doc, s->expr[i].from) <= sentence;
	     i++) {
		if (s->quoted[i] ||
		    sentence_of(s->doc, s->expr[i].from) != sentence)
			continue;
		struct sr_days d = day_said(s, &s->expr[i]);
		if (sr_days_known(d))
			return d;
	}
	return SR_DAYS_UNKNOWN;
}

/* The expressions [*from, to) that lie in a quotation, *from moving on. */
static size_t within(const struct search *s, const struct quote *q,
		     size_t *from)
{
	while (*from < s->nexpr && s->expr[*from].from < q->from)
		++*from;
	size_t to = *from;
	while (to < s->nexpr && s->expr[to].to <= q->to)
		to++;
	return to;
}

static void fill(const struct search *s, struct sr_days *spoken)
{
	size_t from = 0;

	for (size_t k = 0; k < s->quotes.nitem; k++) {
		const struct quote *q = &s->quotes.items[k];
		size_t to = within(s, q, &from);
		if (from == to)
			continue;
		struct sr_days d =
			day_in(s, from, sentence_of(s->doc, q->to - 1));
		if (!sr_days_known(d))
			d = day_in(s, from, sentence_of(s->doc, q->from));
		for (; from < to; from++)
			spoken[from] = d;
	}
}

struct sr_days *sr_spoken_days(struct sr_doc *doc, const struct sr_anchor *at)
{
	struct search s = { .doc = doc,
			    .expr = doc->exprs->list.items,
			    .nexpr = doc->exprs->list.nitem,
			    .at = at };
	struct sr_days *spoken = SR_NEW(&doc->mem, struct sr_days, s.nexpr);
	size_t from = 0;

	s.quoted = SR_NEW(&doc->mem, bool, s.nexpr);
	if (!spoken || !s.quoted || !find_quotes(doc, &s))
		return NULL;
	for (size_t i = 0; i < s.nexpr; i++)
		spoken[i] = SR_DAYS_UNKNOWN;
	for (size_t k = 0; k < s.quotes.nitem; k++)
		for (size_t to = within(&s, &s.quotes.items[k], &from);
		     from < to; from++)
			s.quoted[from] = true;
	fill(&s, spoken);
	return spoken;
}
