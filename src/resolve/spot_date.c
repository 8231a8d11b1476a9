/* Dates of the calendar: days, months, seasons, feasts in the orders in which
 * English papers write them. */
#include "base/calendar.h"
#include "base/compiler.h"
#include "base/str.h"
#include "ontology.h"
#include "resolve/spot.h"
#include "resolve/value.h"

#define SHORT_NAME 5 /* bytes of the longest abbreviation of a weekday */

static const struct sr_word *weekday_at(const struct sr_spot *s, uint32_t i)
{
	return i < s->end ? sr_atom_any(s->a, i, SR_TABLE_WEEKDAYS) : NULL;
}

static uint32_t skip_comma(const struct sr_spot *s, uint32_t i)
{
	return i + (sr_spot_joined(s, i, ',') && i + 1 < s->end);
}

/* A day of the month in digits or words at i: gives the atom behind it. */
static uint32_t day_at(const struct sr_spot *s, uint32_t i, int *day,
		       bool *ordinal)
{
	struct sr_value v;

	if (i >= s->end || !sr_value_read(s->a, i, s->end, &v))
		return 0;
	bool plain = v.form == SR_VALUE_DIGITS && v.to == i + 1 &&
		     sr_atom_length(s->a, i) <= 2 && !sr_spot_goes_on(s, i);
	if (!plain && !v.ordinal)
		return 0;
	if (v.low < 1000 || v.low > 31000)
		return 0;
	*day = (int)(v.low / 1000);
	*ordinal = v.ordinal;
	return v.to;
}

/* A year where only one can stand: behind a month, a season, a feast. */
static uint32_t year_behind(const struct sr_spot *s, uint32_t i, int32_t *year,
			    bool *bc)
{
	uint32_t at = skip_comma(s, i);
	uint32_t to;

	*bc = false;
	if (at < s->end && sr_spot_word(s, at, SR_TW_OF) && at == i)
		at++;
	if (at >= s->end)
		return 0;
	to = sr_spot_year_of_era(s, at, year, bc);
	if (!to)
		to = sr_spot_bare_year(s, at, year);
	if (to && at > i && sr_spot_counts(s, to) && *year % 10 == 0)
		return 0; /* "In May, 1500 soldiers" */
	if (!to && at == i && sr_spot_word(s, at, SR_TW_OF) == NULL &&
	    sr_atom_is(s->a, at, '\'') && sr_spot_digits_joined(s, at + 1) &&
	    sr_atom_length(s->a, at + 1) == 2) {
		int32_t two = sr_atom_digits(s->a, at + 1);
		*year = two + (two < 50 ? 2000 : 1900);
		to = at + 2;
	}
	return to;
}

/* "of that year", "last year" behind a month: gives the atom behind it. */
static uint32_t year_told(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e)
{
	uint32_t at = skip_comma(s, i);

	if (at < s->end && sr_spot_word(s, at, SR_TW_OF))
		at++;
	bool the = at < s->end && sr_spot_word(s, at, SR_TW_THE);
	at += the;
	const struct sr_word *rel = at < s->end ? sr_spot_word(s, at, SR_TW_REL)
						: NULL;
	if (!rel || at + rel->n >= s->end)
		return 0;
	const struct sr_word *unit = sr_spot_word(s, at + rel->n, SR_TW_UNIT);
	if (!unit || sr_spot_value(s, unit) != SR_YEAR)
		return 0;
	e->rel = (int8_t)sr_spot_value(s, rel);
	e->flavor = (uint8_t)sr_spot_extra(s, rel);
	e->unit = SR_YEAR; /* "February of last year", not last February */
	return at + rel->n + unit->n;
}

static uint32_t with_year(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e)
{
	uint32_t to = year_behind(s, i, &e->year, &e->bc);

	if (!to) {
		e->year = 0;
		to = year_told(s, i, e);
	}
	return to ? to : i;
}

/* "March 10", "May 5th, 2003", "April 2022", "Feb.": month first. */
static uint32_t month_first(const struct sr_spot *s, uint32_t i,
			    struct sr_expr *e)
{
	const struct sr_word *m = sr_spot_month(s, i);
	bool ordinal = false;
	int day = 0;

	if (!m)
		return 0;
	uint32_t at = i + m->n;
	uint32_t from = at + (at < s->end && sr_spot_word(s, at, SR_TW_THE));
	uint32_t to = day_at(s, from, &day, &ordinal);
	/* "In May 26 people": a count, if no year and no other sign of a day
	 * follows; "On May 26 people" a day. */
	if (to && !ordinal && sr_spot_counts(s, to) && i > s->from &&
	    !sr_spot_word(s, to, SR_TW_IN) && sr_spot_value(s, m) != 0 &&
	    from == at) {
		const struct sr_atom *p = &s->a->list.items[i - 1];
		struct sr_str w = sr_str_at(s->a->text, p->at);
		if (w.n == 2 && (w.s[0] | 32) == 'i')
			to = 0;
	}
	e->month = (int8_t)sr_word_value(s->a, m, SR_MONTHS_NUMBER);
	e->day = to ? (int8_t)day : 0;
	e->grain = to ? SR_GRAIN_DAY : SR_GRAIN_MONTH;
	return with_year(s, to ? to : at, e);
}

/* "20 November 2016", "the 3rd of May": day first. */
static uint32_t day_first(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e)
{
	bool ordinal = false;
	int day = 0;
	uint32_t at = i + (sr_spot_word(s, i, SR_TW_THE) != NULL);
	uint32_t to = day_at(s, at, &day, &ordinal);

	if (!to || (at > i && !ordinal) || sr_spot_comes_from(s, at))
		return 0;
	if (to < s->end && sr_spot_word(s, to, SR_TW_OF))
		to++;
	else if (sr_spot_joined(s, to, '-'))
		to++;
	const struct sr_word *m = sr_spot_month(s, to);
	if (!m)
		return 0;
	e->day = (int8_t)day;
	e->month = (int8_t)sr_word_value(s->a, m, SR_MONTHS_NUMBER);
	e->grain = SR_GRAIN_DAY;
	to += m->n;
	if (sr_spot_joined(s, to, '-') && sr_spot_digits_joined(s, to + 1)) {
		uint32_t y = sr_spot_bare_year(s, to + 1, &e->year);
		if (y)
			return y;
		e->year = 0;
	}
	return with_year(s, to, e);
}

/* Three runs of digits with marks between: gives the atom behind them. */
static uint32_t three_runs(const struct sr_spot *s, uint32_t i, char mark,
			   int32_t n[3])
{
	if (!sr_spot_joined(s, i + 1, mark) ||
	    !sr_spot_digits_joined(s, i + 2) ||
	    !sr_spot_joined(s, i + 3, mark) ||
	    !sr_spot_digits_joined(s, i + 4) || sr_spot_comes_from(s, i))
		return 0;
	for (uint32_t k = 0; k < 3; k++)
		n[k] = sr_atom_digits(s->a, i + 2 * k);
	return i + 5;
}

static int32_t full_year(int32_t y, uint32_t length)
{
	if (length == 4)
		return y;
	return length == 2 ? y + (y < 50 ? 2000 : 1900) : -1;
}

/* "2016-11-20", "20.11.2016", "11/20/16" where no other order is possible. */
static uint32_t numeric(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	static const char MARK[] = { '-', '.', '/' };
	int32_t n[3] = { 0 };
	uint32_t to = 0;
	struct sr_date d = { 0 };

	if (s->a->list.items[i].kind != SR_ATOM_DIGITS)
		return 0;
	size_t k = 0;
	for (; !to && k < sizeof(MARK); k++)
		to = three_runs(s, i, MARK[k], n);
	if (!to)
		return 0;
	bool year_first = sr_atom_length(s->a, i) == 4;
	if (year_first) {
		d = (struct sr_date){ n[0], n[1], n[2] };
	} else {
		int32_t y = full_year(n[2], sr_atom_length(s->a, i + 4));
		/* Dots are European; with / either order must be the only one
		 * that gives a day. */
		bool day_only = MARK[k - 1] == '.' || n[0] > 12 || n[0] == n[1];
		if (!day_only && n[1] <= 12)
			return 0;
		d = day_only ? (struct sr_date){ y, n[1], n[0] }
			     : (struct sr_date){ y, n[0], n[1] };
	}
	if (!sr_date_valid(d))
		return 0;
	e->year = d.year;
	e->month = (int8_t)d.month;
	e->day = (int8_t)d.day;
	e->grain = SR_GRAIN_DAY;
	return to;
}

/* Is a season's word one here, and no fall of a town or spring of water? */
static bool season_fits(const struct sr_spot *s, uint32_t i, uint32_t to,
			bool dated)
{
	unsigned upos = sr_spot_upos(s, i);

	if (dated)
		return true;
	if (upos == SR_UPOS_VERB ||
	    (to < s->end && sr_spot_word(s, to, SR_TW_OF)))
		return false;
	struct sr_str w = sr_str_at(s->a->text, s->a->list.items[i].at);
	if (w.n != 4) /* fall, of all four, needs a sign of time before it */
		return true;
	return i > s->from && (sr_spot_word(s, i - 1, SR_TW_REL) ||
			       sr_spot_word(s, i - 1, SR_TW_IN) ||
			       sr_spot_word(s, i - 1, SR_TW_PART));
}

/* "the summer of 1955", "Spring 2016", "winter". */
static uint32_t season(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_SEASON);

	if (!w)
		return 0;
	e->month = (int8_t)sr_spot_value(s, w);
	e->grain = SR_GRAIN_SEASON;
	uint32_t to = with_year(s, i + w->n, e);
	return season_fits(s, i, to, e->year || e->flavor) ? to : 0;
}

static uint32_t feast(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = sr_spot_word(s, i, SR_TW_FEAST);

	if (!w)
		return 0;
	e->month_day = sr_spot_value(s, w);
	e->month = (int8_t)(e->month_day / 100);
	e->day = (int8_t)(e->month_day % 100);
	e->grain = SR_GRAIN_DAY;
	return with_year(s, i + w->n, e);
}

/* "May" and "March" where a verb or a name could stand: only beside words of
 * time, or where nothing like them makes sense. */
static bool not_confused(const struct sr_spot *s, uint32_t i, uint32_t to)
{
	const struct sr_atom *atom = s->a->list.items;
	unsigned self = sr_spot_upos(s, i);

	if (i == s->from) /* "May God", "March on Rome" */
		return sr_spot_joined(s, to, ',');
	uint32_t p = i - 1;
	if (atom[p].kind == SR_ATOM_MARK) /* mid-May, no "March to the Sea" */
		return sr_atom_is(s->a, p, '(') || sr_atom_is(s->a, p, ',') ||
		       sr_atom_is(s->a, p, '-');
	if (sr_spot_word(s, p, SR_TW_THE)) /* the May offensive */
		return sr_spot_is_noun(s, to) || sr_spot_joined(s, to, '-');
	if (sr_spot_month(s, p) || sr_spot_word(s, p, SR_TW_PART) ||
	    sr_spot_word(s, p, SR_TW_REL) || sr_spot_word(s, p, SR_TW_OF))
		return true;
	for (int k = SR_TW_SINCE; k <= SR_TW_AND; k++)
		if (sr_spot_word(s, p, (enum sr_time_word)k))
			return true;
	unsigned before = sr_spot_upos(s, p);
	return !atom[p].casing && before != SR_UPOS_PROPN &&
	       before != SR_UPOS_VERB && before != SR_UPOS_PRON &&
	       self != SR_UPOS_AUX && self != SR_UPOS_VERB;
}

/* May a month's name alone be one here? "may" the verb and "march" the walk
 * have no capital; "May" and "March" may have one for other reasons. */
static bool month_alone(const struct sr_spot *s, uint32_t i, uint32_t to)
{
	const struct sr_atom *atom = s->a->list.items;
	uint32_t length = atom[i].at.to - atom[i].at.from;
	int32_t m = sr_word_value(s->a, sr_spot_month(s, i), SR_MONTHS_NUMBER);
	bool first = i == s->from;
	unsigned before = first || atom[i - 1].token == atom[i].token
				  ? SR_UPOS_X
				  : sr_spot_upos(s, i - 1);

	if (length < 4 && m != 5) /* "Jan", "Dec": only with a day or a year */
		return false;
	if (!first && atom[i - 1].kind == SR_ATOM_WORD && atom[i].spaced &&
	    atom[i - 1].casing && i - 1 > s->from && before == SR_UPOS_PROPN &&
	    !sr_spot_month(s, i - 1) &&
	    !sr_atom_any(s->a, i - 1, SR_TABLE_TIMES))
		return false; /* Theresa May, the Long March */
	if (to < s->end && atom[to].kind == SR_ATOM_WORD && atom[to].casing &&
	    atom[to].spaced && sr_spot_upos(s, to) == SR_UPOS_PROPN && first)
		return false; /* "April Jones said" */
	return (m != 3 && m != 5) || not_confused(s, i, to);
}

/* A weekday, in full or short with a date behind it. */
static uint32_t weekday(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	const struct sr_word *w = weekday_at(s, i);

	if (!w)
		return 0;
	uint32_t to = i + w->n;
	uint32_t at = skip_comma(s, to);
	uint32_t more = 0;
	struct sr_expr d = *e;
	if (at < s->end) {
		if (sr_spot_word(s, at, SR_TW_THE))
			more = day_first(s, at, &d);
		if (!more)
			more = month_first(s, at, &d);
		if (!more)
			more = day_first(s, at, &d);
		if (!more)
			more = numeric(s, at, &d);
		if (more && d.grain != SR_GRAIN_DAY)
			more = 0;
	}
	if (more)
		*e = d;
	else if (s->a->list.items[i].at.to - s->a->list.items[i].at.from <=
		 SHORT_NAME)
		return 0;
	e->weekday = (int8_t)sr_word_value(s->a, w, SR_WEEKDAYS_NUMBER);
	e->grain = SR_GRAIN_DAY;
	return more ? more : to;
}

/* "116th": behind any number with such an end; 0. */
static uint32_t day_at_rank(const struct sr_spot *s, uint32_t i)
{
	struct sr_value v;
	uint32_t to = i < s->end ? sr_value_read(s->a, i, s->end, &v) : 0;

	return to && v.ordinal ? to : 0;
}

/* "on the 12th": a day alone, with no month near. */
static uint32_t day_alone(const struct sr_spot *s, uint32_t i,
			  struct sr_expr *e)
{
	bool ordinal = false;
	int day = 0;

	if (i == s->from || !sr_spot_word(s, i, SR_TW_THE) ||
	    !(sr_spot_word(s, i - 1, SR_TW_IN) ||
	      sr_spot_word(s, i - 1, SR_TW_UNTIL) ||
	      sr_spot_word(s, i - 1, SR_TW_BY) ||
	      sr_spot_word(s, i - 1, SR_TW_SINCE)))
		return 0;
	uint32_t to = day_at(s, i + 1, &day, &ordinal);
	if (!to || !ordinal || s->a->list.items[i + 1].kind != SR_ATOM_DIGITS)
		return 0;
	/* "of the 14th and 116th brigades" */
	uint32_t after = to, more;
	if (after < s->end && sr_spot_upos(s, after) == SR_UPOS_CCONJ &&
	    (more = day_at_rank(s, after + 1)) != 0)
		after = more;
	if (after < s->end && s->a->list.items[after].kind != SR_ATOM_MARK &&
	    (after > to || sr_spot_upos(s, after) == SR_UPOS_NOUN ||
	     sr_spot_upos(s, after) == SR_UPOS_ADJ ||
	     sr_spot_upos(s, after) == SR_UPOS_PROPN ||
	     sr_spot_upos(s, after) == SR_UPOS_NUM ||
	     sr_spot_upos(s, after) == SR_UPOS_VERB))
		return 0;
	if (sr_spot_joined(s, to, '-'))
		return 0;
	e->day = (int8_t)day;
	e->grain = SR_GRAIN_DAY;
	return to;
}

uint32_t sr_spot_date(const struct sr_spot *s, uint32_t i, struct sr_expr *e)
{
	static const struct sr_spot_shape SHAPE[] = {
		{ numeric, SR_AT_DIGITS },
		{ weekday, SR_AT_CALENDAR },
		{ day_first, SR_AT_VALUE | SR_AT_TIME(SR_TW_THE) },
		{ sr_spot_decade, SR_AT_DIGITS },
		{ sr_spot_century, SR_AT_VALUE },
		{ season, SR_AT_TIME(SR_TW_SEASON) },
		{ feast, SR_AT_TIME(SR_TW_FEAST) },
	};
	const struct sr_expr empty = *e;
	uint32_t to = 0;

	if (i >= s->end || !(s->a->list.items[i].begins & SR_SPOT_DATE))
		return 0;
	for (size_t k = 0; k < SR_LEN(SHAPE); k++) {
		if (!(s->a->list.items[i].begins & SHAPE[k].needs))
			continue;
		*e = empty;
		to = SHAPE[k].read(s, i, e);
		if (to)
			return to;
	}
	*e = empty;
	to = month_first(s, i, e);
	if (to && (e->day || e->year || e->flavor || month_alone(s, i, to)))
		return to;
	*e = empty;
	to = sr_spot_year(s, i, &e->year, &e->bc);
	if (to) {
		e->grain = SR_GRAIN_YEAR;
		return to;
	}
	*e = empty;
	return day_alone(s, i, e);
}

uint32_t sr_spot_more_days(const struct sr_spot *s, uint32_t i, uint32_t *at,
			   int *day)
{
	bool ordinal = false;
	uint32_t k = i;

	if (k >= s->end)
		return 0;
	if (sr_spot_joined(s, k, '-') || sr_spot_joined(s, k, '/'))
		k++;
	else if (sr_spot_word(s, k, SR_TW_AND) || sr_spot_word(s, k, SR_TW_TO))
		k++;
	else if (sr_spot_joined(s, k, ',') && k + 2 < s->end)
		k++;
	else
		return 0;
	if (k < s->end && sr_spot_word(s, k, SR_TW_AND) && k > i)
		k++;
	uint32_t to = day_at(s, k, day, &ordinal);
	if (!to || sr_spot_month(s, to) || sr_spot_goes_on(s, k))
		return 0;
	if (to < s->end && s->a->list.items[to].kind == SR_ATOM_WORD) {
		unsigned upos = sr_spot_upos(s, to);
		if (upos == SR_UPOS_NOUN || upos == SR_UPOS_ADJ ||
		    upos == SR_UPOS_NUM || upos == SR_UPOS_PROPN ||
		    sr_spot_measure(s, to))
			return 0;
	}
	if (to < s->end && sr_atom_is(s->a, to, '%'))
		return 0;
	*at = k;
	return to;
}
