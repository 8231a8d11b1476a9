/* Expressions of a word or two: now, yesterday, every week, 11:30 a.m., at
 * night. */
#include "ontology.h"
#include "resolve/spot.h"

uint32_t sr_spot_every(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_REPEAT);

	e->kind = SR_EXPR_REPEAT;
	if (w)
		return i + w->n;
	w = sr_spot_word(s, i, SR_TW_EVERY);
	if (!w)
		return 0;
	uint32_t at = sr_spot_quantity(s, i + w->n, e);
	const struct sr_word *unit = sr_spot_word(s, at, SR_TW_UNIT);
	if (!unit)
		unit = sr_spot_word(s, at, SR_TW_DAYPART);
	if (!unit)
		unit = sr_spot_word(s, at, SR_TW_SEASON);
	if (!unit)
		unit = sr_atom_any(s->a, at < s->end ? at : i,
				   SR_TABLE_WEEKDAYS);
	return unit && at < s->end ? at + unit->n : 0;
}

/* "9:34 p.m.", "5am", "0600 GMT", "7 o'clock". */
uint32_t sr_spot_clock(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	if (i >= s->end || s->a->list.items[i].kind != SR_ATOM_DIGITS ||
	    (i > s->from && !s->a->list.items[i].spaced &&
	     !sr_atom_is(s->a, i - 1, '(')))
		return 0;
	int32_t hour = sr_atom_digits(s->a, i);
	uint32_t n = sr_atom_length(s->a, i);
	uint32_t at = i + 1;
	bool minutes = false;
	if (n <= 2 &&
	    (sr_spot_joined(s, at, ':') || sr_spot_joined(s, at, '.')) &&
	    at + 1 < s->end &&
	    s->a->list.items[at + 1].kind == SR_ATOM_DIGITS &&
	    !s->a->list.items[at + 1].spaced &&
	    sr_atom_length(s->a, at + 1) == 2 && hour < 25) {
		minutes = sr_atom_is(s->a, at, ':');
		at += 2;
	}
	if (hour < 0 || (n <= 2 ? hour > 24 : n != 4 || hour > 2400))
		return 0;
	uint32_t to = sr_spot_skip(s, at, SR_TW_CLOCK);
	uint32_t zone = sr_spot_skip(s, to, SR_TW_ZONE);
	if (zone == at && !minutes)
		return 0;
	if (n == 4 && to == at && zone == at)
		return 0;
	uint32_t day =
		sr_spot_joined(s, zone, ',') ? sr_spot_date(s, zone + 1, e) : 0;
	if (day && e->grain == SR_GRAIN_DAY) { /* 9:34 p.m., March 19 EST */
		e->kind = SR_EXPR_DATE;
		return sr_spot_skip(s, day, SR_TW_ZONE);
	}
	e->kind = SR_EXPR_CLOCK;
	e->grain = SR_GRAIN_DAY;
	return zone;
}

/* Is a word that may be one of time one here? */
static bool ref_fits(const struct sr_spot *s, uint32_t to, bool adjective)
{
	if (!adjective)
		return true;
	unsigned upos = sr_spot_upos(s, to);

	return upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN ||
	       upos == SR_UPOS_ADJ;
}

/* "on 2 February" behind a part of a day, which is then an hour of that one. */
static bool names_day(const struct sr_spot *s, uint32_t i,
		      const struct sr_expr *e)
{
	struct sr_expr day = *e;
	uint32_t at = i + (sr_spot_upos(s, i) == SR_UPOS_ADP);

	return sr_spot_date(s, at, &day) && day.grain == SR_GRAIN_DAY;
}

/* "Today, 18 June": the date behind the comma; 0. */
static uint32_t today_by_date(const struct sr_spot *s, uint32_t i,
			      struct sr_expr *e)
{
	struct sr_expr date = *e;

	if (!sr_spot_joined(s, i, ',') || i + 1 >= s->end)
		return 0;
	uint32_t to = sr_spot_date(s, i + 1, &date);
	if (!to || date.grain != SR_GRAIN_DAY || !date.month)
		return 0;
	*e = date;
	return to;
}

/* Words that need nothing beside them: now, yesterday, at that time. */
uint32_t sr_spot_simple(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w;

	w = sr_spot_word(s, i, SR_TW_DAY);
	if (w && sr_spot_extra(s, w) && names_day(s, i + w->n, e))
		return 0; /* "overnight Friday" is Friday */
	if (w) {
		uint32_t date = today_by_date(s, i + w->n, e);
		if (date)
			return date;
		e->kind = SR_EXPR_DAY;
		e->sign = (int8_t)sr_spot_value(s, w);
		e->daypart = (uint8_t)sr_spot_extra(s, w);
		e->grain = SR_GRAIN_DAY;
		const struct sr_word *d =
			sr_spot_word(s, i + w->n, SR_TW_DAYPART);
		if (d)
			e->daypart = (uint8_t)sr_spot_value(s, d);
		return i + w->n + (d ? d->n : 0);
	}
	e->kind = SR_EXPR_REF;
	e->grain = SR_GRAIN_NONE;
	/* "the now-defunct army" */
	if ((w = sr_spot_word(s, i, SR_TW_REF)) != NULL &&
	    sr_spot_joined(s, i + w->n, '-'))
		return 0;
	if (w) {
		e->rel = (int8_t)sr_spot_value(s, w);
		return ref_fits(s, i + w->n, sr_spot_extra(s, w) == 1)
			       ? i + w->n
			       : 0;
	}
	if ((w = sr_spot_word(s, i, SR_TW_THEN))) {
		e->flavor = SR_REL_TOLD;
		e->same = sr_spot_extra(s, w) == 1;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_SPAN))) {
		e->kind = SR_EXPR_DURATION;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_YEAR_END))) {
		e->kind = SR_EXPR_REL;
		e->unit = SR_YEAR;
		e->grain = SR_GRAIN_YEAR;
		e->flavor = SR_REL_CALENDAR;
		e->part = SR_PART_OF_LAST;
		return i + w->n;
	}
	/* "the weekend", "a weekend attack" */
	if ((w = sr_spot_word(s, i, SR_TW_WEEKEND)) && i > s->from &&
	    (sr_spot_word(s, i - 1, SR_TW_THE) || sr_spot_upos(s, i + w->n) == SR_UPOS_NOUN)) {
		e->kind = SR_EXPR_REL;
		e->flavor = SR_REL_CALENDAR;
		e->unit = SR_WEEK;
		e->grain = SR_GRAIN_WEEK;
		e->weekday = 5;
		return i + w->n;
	}
	return 0;
}

/* "at night", "in the morning": a part of some day. */
uint32_t sr_spot_part_of_day(const struct sr_spot *s, uint32_t i,
			     struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_DAYPART);

	if (!w)
		return 0;
	uint32_t p = i > s->from ? i - 1 : i;
	if (sr_spot_word(s, p, SR_TW_THE) && p > s->from)
		p--;
	bool noun = sr_spot_upos(s, sr_spot_skip_hyphen(s, i + w->n)) ==
		    SR_UPOS_NOUN;
	if (!sr_spot_word(s, p, SR_TW_IN) && !sr_spot_word(s, p, SR_TW_BY) &&
	    !sr_spot_word(s, p, SR_TW_BEFORE) && !noun) /* night raids */
		return 0;
	uint32_t on = sr_spot_skip(s, i + w->n, SR_TW_IN);
	bool dated = on > i + w->n && names_day(s, on, e);
	e->kind = dated ? SR_EXPR_CLOCK : SR_EXPR_REF;
	e->daypart = (uint8_t)sr_spot_value(s, w);
	e->grain = dated ? SR_GRAIN_DAY : SR_GRAIN_NONE;
	return i + w->n;
}
