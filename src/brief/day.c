/* Days in words. Days are never made sharper than they are: an interval stays
 * one, and "by" stays where only the report's own day is known. */
#include <stdio.h>

#include "base/calendar.h"
#include "base/str.h"
#include "brief/english.h"

#define LONG 31 /* days; longer stretches are "from ... to" */

static struct sr_str month_name(const struct sr_english *e, int month)
{
	for (uint32_t i = 0; i < sr_kit_rows(e->kit, SR_TABLE_MONTHS); i++) {
		if (sr_kit_value(e->kit, SR_TABLE_MONTHS, i,
				 SR_MONTHS_NUMBER) != month)
			continue;
		struct sr_str forms = sr_kit_text(e->kit, SR_TABLE_MONTHS, i,
						  SR_MONTHS_FORMS);
		return sr_str_cut(&forms, '|');
	}
	return (struct sr_str){ NULL, 0 };
}

static struct sr_str int_text(const struct sr_english *e, int32_t v)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", (int)v);
	return sr_join(e, sr_str_of(text), SR_STR(""), SR_STR(""));
}

/* The parts of a day that a template asks for: {day}, {month}, {year}; the
 * year is empty where it goes without saying. */
static struct sr_str date_as(const struct sr_english *e, const char *id,
			     int32_t day, bool year)
{
	struct sr_date d = sr_date_of(day);
	bool said = year && d.year != e->year;
	struct sr_slot_text slot[] = {
		{ "day", int_text(e, d.day) },
		{ "month", month_name(e, d.month) },
		{ "year", said ? int_text(e, d.year) : SR_STR("") },
		{ NULL, { NULL, 0 } }
	};

	return sr_say_phrase(e, id, slot);
}

struct sr_str sr_day_text(const struct sr_english *e, int32_t day)
{
	return date_as(e, "date", day, true);
}

/* The first day of two, without the month and year that the second has. */
static struct sr_str first_text(const struct sr_english *e, struct sr_days d)
{
	struct sr_date a = sr_date_of(d.from), b = sr_date_of(d.to);

	if (a.year != b.year)
		return date_as(e, "date", d.from, true);
	return date_as(e, a.month == b.month ? "date.day" : "date.month",
		       d.from, false);
}

static struct sr_str two_days(const struct sr_english *e, const char *id,
			      struct sr_days d)
{
	struct sr_english full = *e;

	/* Of two years both are said. */
	if (sr_date_of(d.from).year != sr_date_of(d.to).year)
		full.year = 0;
	struct sr_slot_text slot[] = { { "a", first_text(&full, d) },
				       { "b", sr_day_text(&full, d.to) },
				       { NULL, { NULL, 0 } } };

	return sr_say_phrase(e, id, slot);
}

static struct sr_str one_day(const struct sr_english *e, const char *id,
			     int32_t day)
{
	struct sr_slot_text slot[] = { { "a", sr_day_text(e, day) },
				       { NULL, { NULL, 0 } } };

	return sr_say_phrase(e, id, slot);
}

/* The stretch of the calendar that the days are, as a phrase: a year, a month,
 * a third of one; NULL: none. */
static const char *stretch_of(struct sr_days d)
{
	struct sr_date a = sr_date_of(d.from), b = sr_date_of(d.to);
	int last = sr_month_length(b.year, b.month);

	if (a.year != b.year)
		return NULL;
	if (a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31)
		return "days.year";
	if (a.month != b.month)
		return NULL;
	if (a.day == 1 && b.day == last)
		return "days.month";
	if (a.day == 1 && b.day == 10)
		return "days.early";
	if (a.day == 11 && b.day == 20)
		return "days.mid";
	return a.day == 21 && b.day == last ? "days.late" : NULL;
}

struct sr_str sr_when_text(const struct sr_english *e, const struct sr_when *w)
{
	struct sr_days d = w->days;

	if (!sr_days_known(d) || (d.from == SR_DAY_MIN && d.to == SR_DAY_MAX))
		return (struct sr_str){ NULL, 0 };
	if (d.to == SR_DAY_MAX)
		return one_day(e, "days.since", d.from);
	if (w->by || d.from == SR_DAY_MIN)
		return one_day(e, "days.by", d.to);
	if (d.from == d.to)
		return one_day(e, w->about ? "days.about" : "days.on", d.from);
	if (stretch_of(d)) {
		struct sr_english plain = *e;
		if (strcmp(stretch_of(d), "days.year") == 0)
			plain.year = 0;
		return date_as(&plain, stretch_of(d), d.from, true);
	}
	return two_days(e, sr_days_span(d) > LONG ? "days.from" : "days.between",
			d);
}

struct sr_str sr_span_text(const struct sr_english *e, struct sr_days d)
{
	if (!sr_days_known(d) || (d.from == SR_DAY_MIN && d.to == SR_DAY_MAX))
		return (struct sr_str){ NULL, 0 };
	if (d.to == SR_DAY_MAX)
		return one_day(e, "days.since", d.from);
	if (d.from == SR_DAY_MIN)
		return one_day(e, "days.by", d.to);
	const char *stretch = stretch_of(d);
	struct sr_english full = *e;
	full.year = 0;
	if (stretch && strcmp(stretch, "days.year") == 0)
		return date_as(&full, "span.year", d.from, true);
	if (stretch && strcmp(stretch, "days.month") == 0)
		return date_as(e, "span.month", d.from, true);
	return d.from == d.to ? sr_day_text(e, d.to)
			      : two_days(e, "days.span", d);
}
