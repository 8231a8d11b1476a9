/* Stretches by their place beside today or what was told ("last week", "that
 * month"), and parts of stretches ("early March", "later that year", "the
 * first week of May", "the night of the 3rd"). */
#include "ontology.h"
#include "resolve/spot.h"
#include "resolve/value.h"

#define NTH_LAST 99

static void set_rel(const struct sr_spot *s, const struct sr_word *w, bool the,
		    struct sr_expr *e)
{
	e->rel = (int8_t)sr_spot_value(s, w);
	e->flavor = (uint8_t)sr_spot_extra(s, w);
	/* "the next day" counts from what was told, "next week" from today. */
	if (the && e->flavor == SR_REL_CALENDAR && e->rel > 0)
		e->flavor = SR_REL_TOLD;
}

/* What can stand behind "last", "this", "next": gives the atom behind it. */
static uint32_t rel_head(const struct sr_spot *s, uint32_t i, bool the,
			 struct sr_expr *e)
{
	const struct sr_word *w;

	e->kind = SR_EXPR_REL;
	uint32_t at = sr_spot_quantity(s, i, e);
	for (uint32_t k = 0; k < 2 && at > i; k++)
		at = sr_spot_skip(s, at, SR_TW_FILLER);
	if ((w = sr_spot_word(s, at, SR_TW_UNIT)) &&
	    sr_spot_value(s, w) != SR_SECOND) {
		bool many = e->low || sr_spot_plural_unit(s, at);
		if (the && e->rel < 0 && e->flavor == SR_REL_CALENDAR)
			e->flavor = SR_REL_TRAILING;
		if (many && e->flavor == SR_REL_CALENDAR)
			e->flavor = SR_REL_TRAILING;
		if (!e->low && many) {
			e->many = true;
			e->low = 2000;
			e->high = 9000;
		}
		sr_spot_set_unit(s, w, e);
		return at + w->n;
	}
	if (at > i)
		return 0;
	if ((w = sr_spot_word(s, i, SR_TW_DAYPART))) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		e->unit = SR_DAY;
		e->grain = SR_GRAIN_DAY;
		return i + w->n;
	}
	if ((w = sr_spot_word(s, i, SR_TW_WEEKEND))) {
		e->unit = SR_WEEK;
		e->grain = SR_GRAIN_WEEK;
		e->weekday = 5;
		return i + w->n;
	}
	struct sr_expr date = *e;
	date.rel = 0;
	date.flavor = 0;
	uint32_t to = sr_spot_date(s, i, &date);
	if (!to || date.year || date.flavor || date.grain > SR_GRAIN_SEASON)
		return 0;
	date.rel = e->rel;
	date.flavor = e->flavor;
	date.kind = SR_EXPR_DATE;
	*e = date;
	if ((w = sr_spot_word(s, to, SR_TW_DAYPART)) && date.weekday >= 0) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		to += w->n;
	}
	return to;
}

/* "last week", "the next two days", "that same morning", "the four previous
 * weeks". */
uint32_t sr_spot_rel(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t at = sr_spot_skip(s, i, SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_REL);

	if (w) {
		set_rel(s, w, at > i, e);
		uint32_t to = rel_head(s, at + w->n, at > i, e);
		/* "following days of clashes": after them */
		bool after = at == i && e->flavor == SR_REL_TOLD &&
			     e->rel > 0 && sr_spot_word(s, to, SR_TW_OF);
		return after ? 0 : to;
	}
	if (at == i)
		return 0;
	struct sr_expr n = *e;
	uint32_t to = sr_spot_quantity(s, at, &n);
	w = to > at ? sr_spot_word(s, to, SR_TW_REL) : NULL;
	const struct sr_word *unit = w ? sr_spot_word(s, to + w->n, SR_TW_UNIT)
				       : NULL;
	if (!unit)
		return 0;
	*e = n;
	set_rel(s, w, true, e);
	if (e->flavor == SR_REL_CALENDAR)
		e->flavor = SR_REL_TRAILING;
	e->kind = SR_EXPR_REL;
	sr_spot_set_unit(s, unit, e);
	return to + w->n + unit->n;
}

/* A stretch that a part can be of: a date, last week, the month, the war. */
uint32_t sr_spot_whole(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_expr empty = *e;
	uint32_t to = sr_spot_rel(s, i, e);

	if (to && !e->low)
		return to;
	*e = empty;
	uint32_t at = sr_spot_skip(s, i, SR_TW_THE);
	e->kind = SR_EXPR_DATE;
	to = sr_spot_date(s, at, e);
	if (to)
		return to;
	*e = empty;
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_UNIT);
	if (w && !sr_spot_plural_unit(s, at)) {
		e->kind = SR_EXPR_REL;
		e->flavor = SR_REL_TOLD;
		sr_spot_set_unit(s, w, e);
		return at + w->n;
	}
	return 0;
}

/* "early March", "the end of the month", "Late in 1957", "mid-May". */
uint32_t sr_spot_part(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	uint32_t at = sr_spot_skip(s, i, SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_PART);

	if (!w)
		return 0;
	uint32_t from = sr_spot_skip_hyphen(s, at + w->n);
	if (from == at + w->n && sr_spot_word(s, from, SR_TW_IN))
		from = sr_spot_skip(s, from, SR_TW_IN);
	if (from < s->end && sr_spot_joined(s, from, ','))
		from++;
	uint32_t to = sr_spot_whole(s, from, e);
	if (!to)
		return 0;
	if (e->grain == SR_GRAIN_DAY && e->daypart == 0 && !e->day &&
	    e->weekday < 0 && e->kind == SR_EXPR_DATE)
		return 0;
	e->part = (uint8_t)sr_spot_value(s, w);
	/* "the mid-2007 plan": the article is the plan's. */
	if (at > i && e->part <= SR_PART_OF_LATE && e->kind == SR_EXPR_DATE &&
	    e->grain >= SR_GRAIN_MONTH && sr_spot_upos(s, to) == SR_UPOS_NOUN)
		return 0;
	/* "the early days of the May 2022 invasion": in that May, not early in it */
	if (sr_spot_extra(s, w) > 0 && sr_spot_war_noun(s, to))
		e->part = 0;
	w = sr_spot_word(s, to, SR_TW_DAYPART);
	if (w && e->grain == SR_GRAIN_DAY && !e->daypart) {
		e->daypart = (uint8_t)sr_spot_value(s, w);
		to += w->n;
	}
	return to;
}

/* "earlier this week", "later that month", "later in the year". */
uint32_t sr_spot_drift(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_EARLIER);

	if (!w)
		w = sr_spot_word(s, i, SR_TW_LATER);
	if (!w)
		return 0;
	uint32_t at = sr_spot_skip(s, i + w->n, SR_TW_IN);
	uint32_t to = sr_spot_whole(s, at, e);
	if (!to)
		return 0;
	e->drift = (int8_t)sr_spot_value(s, w);
	return to;
}

/* "the night of 8 February", "early in the morning of", "the early morning
 * hours of May 3". */
uint32_t sr_spot_daypart_of(const struct sr_spot *s, uint32_t i,
			    struct sr_expr *e)
{
	uint32_t at = i;
	const struct sr_word *early = NULL;

	at = sr_spot_skip(s, at, SR_TW_THE);
	early = sr_spot_word(s, at, SR_TW_PART);
	if (early)
		at = sr_spot_skip(s, sr_spot_skip(s, at + early->n, SR_TW_IN),
				  SR_TW_THE);
	const struct sr_word *w = sr_spot_word(s, at, SR_TW_DAYPART);
	if (!w || at == i)
		return 0;
	uint32_t of = at + w->n;
	if (sr_spot_word(s, of, SR_TW_UNIT)) /* morning hours */
		of++;
	uint32_t from = sr_spot_skip(s, of, SR_TW_IN);
	if (from == of)
		from = sr_spot_skip(s, of, SR_TW_OF);
	if (from == of)
		return 0;
	e->kind = SR_EXPR_DATE;
	uint32_t to = sr_spot_date(s, from, e);
	if (!to) {
		struct sr_expr r = { .weekday = -1,
				     .prep = SR_NO_WORD,
				     .war = SR_NONE };
		to = sr_spot_rel(s, from, &r);
		*e = r;
	}
	if (!to || e->grain != SR_GRAIN_DAY)
		return 0;
	e->daypart = (uint8_t)sr_spot_value(s, w);
	e->part = early ? (uint8_t)sr_spot_value(s, early) : 0;
	return to;
}

/* "the first week of March", "the last two days of May". */
uint32_t sr_spot_nth_of(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	struct sr_value v = { 0 };
	struct sr_expr n = { .low = 1000, .high = 1000 };
	uint32_t at = sr_spot_skip(s, i, SR_TW_THE);
	const struct sr_word *last = sr_spot_word(s, at, SR_TW_REL);

	if (last && sr_spot_value(s, last) < 0)
		at += last->n;
	else if (sr_value_read(s->a, at, s->end, &v) && v.ordinal)
		at = v.to;
	else
		return 0;
	at = sr_spot_quantity(s, at, &n);
	const struct sr_word *unit = sr_spot_word(s, at, SR_TW_UNIT);
	if (!unit || n.low > 31000)
		return 0;
	sr_spot_set_unit(s, unit, &n);
	uint32_t of = sr_spot_skip(s, at + unit->n, SR_TW_OF);
	const struct sr_expr empty = *e;
	uint32_t to = of == at + unit->n ? 0 : sr_spot_whole(s, of, e);
	if (n.unit >= SR_DAY && !to && v.ordinal && at > i + 1) {
		*e = empty; /* the third day of fighting */
		e->kind = SR_EXPR_REF;
		e->flavor = SR_REL_TOLD;
		return at + unit->n;
	}
	if (!to || n.unit < SR_DAY || n.unit > SR_MONTH ||
	    (e->grain != SR_GRAIN_MONTH && e->grain != SR_GRAIN_YEAR) ||
	    (n.unit == SR_MONTH && e->grain != SR_GRAIN_YEAR) || v.low > 31000)
		return 0;
	e->nth = last ? NTH_LAST : (uint8_t)(v.low / 1000);
	e->unit = n.unit;
	e->low = e->high = n.low;
	return to;
}
