/* Lengths of time and what counts from them: "25 days", "two weeks ago", "a
 * month after the vote", "the day before". Ages look the same and are told
 * apart here. */
#include "ontology.h"
#include "resolve/spot.h"

#define MOST_NOUNS 7 /* atoms of "the fall of the northern capital" */

/* "two full weeks", "25 days", "ten-day", "year-long", "weeks": without what
 * makes it an offset. Gives the atom behind, or 0. */
static uint32_t length_of_time(const struct sr_spot *s, uint32_t i,
			       struct sr_expr *e)
{
	uint32_t from = i;

	for (uint32_t at = sr_spot_skip(s, from, SR_TW_APPROX); at != from;
	     at = sr_spot_skip(s, from, SR_TW_APPROX))
		from = at;
	uint32_t at = sr_spot_quantity(s, from, e);
	bool counted = at > from;
	if (counted)
		at = sr_spot_quantity_range(s, at, e);
	if (from > i && !counted)
		return 0;
	at = sr_spot_skip_hyphen(s, at);
	for (uint32_t k = 0; counted && k < 2; k++)
		at = sr_spot_skip(s, at, SR_TW_FILLER);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_UNIT);
	if (!w || (!counted && !sr_spot_plural_unit(s, at)))
		return 0;
	/* "second" is an order, "seconds" alone no time worth a mention. */
	if (sr_spot_value(s, w) == SR_SECOND &&
	    (!counted || !sr_spot_plural_unit(s, at)))
		return 0;
	if (!counted && at > s->from &&
	    (sr_spot_joined(s, at, '-') || sr_spot_joined(s, at - 1, '-')))
		return 0;
	sr_spot_set_unit(s, w, e);
	e->kind = SR_EXPR_DURATION;
	at += w->n;
	uint32_t lon = sr_spot_skip(s, sr_spot_skip_hyphen(s, at), SR_TW_LONG);
	if (lon == sr_spot_skip_hyphen(s, at))
		return at;
	/* "a year-long trial": the article is the trial's. */
	return sr_atom_word(s->a, from, SR_TABLE_NUMERALS, SR_NUMERAL_ARTICLE)
		       ? 0
		       : lon;
}

/* A day's, month's ... own name used as a length: "year-long". */
static uint32_t unit_long(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_UNIT);

	if (!w || !sr_spot_joined(s, i + w->n, '-'))
		return 0;
	uint32_t to = sr_spot_skip(s, i + w->n + 1, SR_TW_LONG);
	if (to == i + w->n + 1)
		return 0;
	e->low = e->high = 1000;
	sr_spot_set_unit(s, w, e);
	e->kind = SR_EXPR_DURATION;
	return to;
}

/* The noun phrase behind "eight days after": gives the atom behind it. */
static uint32_t noun_phrase(const struct sr_spot *s, uint32_t i)
{
	uint32_t k = i;
	uint32_t to = i;

	for (; k < s->end && k < i + MOST_NOUNS; k++) {
		unsigned upos = sr_spot_upos(s, k);
		/* "the army's raid" */
		if (k > i && upos == SR_UPOS_PART)
			continue;
		if (!sr_spot_is_word(s, k))
			break;
		if (upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN)
			to = k + 1;
		else if (upos != SR_UPOS_DET && upos != SR_UPOS_ADJ &&
			 upos != SR_UPOS_NUM)
			break;
	}
	return to;
}

/* "after the vote" behind a length of time. */
static uint32_t beside(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_BESIDE);
	struct sr_expr date = { .weekday = -1 };

	if (!w)
		return 0;
	bool into = sr_spot_extra(s, w) == 1;
	uint32_t at = i + w->n;
	e->sign = (int8_t)sr_spot_value(s, w);
	e->loose = true;
	uint32_t to = sr_spot_war_noun(s, at);
	uint32_t begun = to ? sr_spot_skip(s, to, SR_TW_BEGIN) : 0;
	if (to) {
		e->kind = SR_EXPR_WAR;
		return begun;
	}
	if (into)
		return 0;
	e->kind = SR_EXPR_OFFSET;
	if (sr_spot_date(s, sr_spot_skip(s, at, SR_TW_THE), &date)) {
		e->beside = true;
		return at; /* the date itself is the next expression */
	}
	to = noun_phrase(s, at);
	e->beside = to > at;
	return to > at ? to : at;
}

/* What behind a length of time says where it counts from. */
static uint32_t offset(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	static const enum sr_time_word WAY[] = { SR_TW_AGO, SR_TW_OFFSET,
						 SR_TW_HENCE };

	if (sr_spot_joined(s, i, '\'') && sr_spot_word(s, i + 1, SR_TW_HENCE))
		i++; /* in a few days' time */
	for (size_t k = 0; k < sizeof(WAY) / sizeof(WAY[0]); k++) {
		const struct sr_word *w = sr_spot_word(s, i, WAY[k]);
		if (!w)
			continue;
		/* "for two hours on 14 May": the date begins there */
		struct sr_expr date = *e;
		if (k == 1 && sr_spot_word(s, i, SR_TW_IN) &&
		    sr_spot_date(s, i + w->n, &date))
			continue;
		e->kind = SR_EXPR_OFFSET;
		e->sign = k == 2 ? 1 : (int8_t)sr_spot_value(s, w);
		e->loose = k == 1;
		return i + w->n;
	}
	return beside(s, i, e);
}

/* Ages are no times: "6-year-old", "25 years old", "aged 7". */
static uint32_t age(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w =
		sr_spot_word(s, sr_spot_skip_hyphen(s, i), SR_TW_AGE);

	if (!w || sr_spot_extra(s, w))
		return 0;
	e->kind = SR_EXPR_AGE;
	return sr_spot_skip_hyphen(s, i) + w->n;
}

uint32_t sr_spot_aged(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_AGE);
	uint32_t to =
		w && sr_spot_extra(s, w) ? sr_spot_quantity(s, i + w->n, e) : i;

	if (to == i || to == i + w->n)
		return 0;
	uint32_t more = sr_spot_quantity_range(s, to, e);
	e->kind = SR_EXPR_AGE;
	return more;
}

/* A length of time and what it counts from: durations and offsets. */
uint32_t sr_spot_length(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t to = length_of_time(s, i, e);

	if (!to)
		to = unit_long(s, i, e);
	if (!to)
		return 0;
	uint32_t more = age(s, to, e);
	if (more)
		return more;
	more = offset(s, to, e);
	if (more)
		return more;
	/* "30 a day": so many in each. */
	bool article = sr_atom_word(s->a, i, SR_TABLE_NUMERALS,
				    SR_NUMERAL_ARTICLE) != NULL;
	if (article && i > s->from &&
	    (s->a->list.items[i - 1].kind == SR_ATOM_DIGITS ||
	     sr_spot_upos(s, i - 1) == SR_UPOS_NUM ||
	     sr_spot_upos(s, i - 1) == SR_UPOS_NOUN))
		e->kind = SR_EXPR_REPEAT;
	return to;
}

/* "the day before", "the year after", "the day following". */
uint32_t sr_spot_unit_beside(const struct sr_spot *s, uint32_t i,
			     struct sr_expr *e)
{
	uint32_t at = sr_spot_skip(s, i, SR_TW_THE);
	const struct sr_word *unit = at > i ? sr_spot_word(s, at, SR_TW_UNIT)
					    : NULL;

	if (!unit || sr_spot_plural_unit(s, at))
		return 0;
	e->low = e->high = 1000;
	sr_spot_set_unit(s, unit, e);
	uint32_t to = at + unit->n;
	const struct sr_word *w = sr_spot_word(s, to, SR_TW_REL);
	if (w && sr_spot_extra(s, w) == SR_REL_TOLD && sr_spot_value(s, w)) {
		e->kind = SR_EXPR_OFFSET;
		e->sign = (int8_t)sr_spot_value(s, w);
		e->loose = true;
		return to + w->n;
	}
	return beside(s, to, e);
}
