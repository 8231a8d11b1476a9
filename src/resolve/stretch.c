/* Stretches of the calendar: weeks, months, years, their parts. Years before 1
 * and after 9999 are no days of ours and stay unknown. */
#include "base/calendar.h"
#include "resolve/anchor.h"

#define MOST_YEARS 3000 /* any offset beyond is nonsense */
#define WEEK 7

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

struct sr_days sr_days_checked(struct sr_days d)
{
	static const struct sr_date FIRST = { 1, 1, 1 },
				    LAST = { 9999, 12, 31 };

	if (!sr_days_known(d) || d.from < sr_day_of(FIRST) ||
	    d.to > sr_day_of(LAST))
		return SR_DAYS_UNKNOWN;
	return d;
}

/* Where a stretch is cut in three: days from its first to the cuts. */
static void thirds(struct sr_days d, uint8_t part, int32_t *one, int32_t *two)
{
	int32_t n = d.to - d.from + 1;
	struct sr_date a = sr_date_of(d.from);
	bool edge = part == SR_PART_OF_FIRST || part == SR_PART_OF_LAST;

	*one = n / 3;
	*two = n - n / 3;
	if (n >= 28 && n <= 31 && a.day == 1) { /* a month */
		*one = 10;
		*two = 20;
	} else if (n >= 365 && n <= 366 && a.day == 1 && a.month == 1) {
		*one = sr_add_months(d.from, edge ? 1 : 4) - d.from;
		*two = sr_add_months(d.from, edge ? 11 : 8) - d.from;
	}
	*one = most(*one, 1);
	*two = least(most(*two, *one + 1), n - 1);
}

struct sr_days sr_days_part(struct sr_days d, uint8_t part)
{
	int32_t n = d.to - d.from + 1, one, two;

	if (!sr_days_known(d) || part == 0 || n < 2)
		return d;
	int32_t half = d.from + (n + 1) / 2;
	if (n >= 365 && n <= 366)
		half = sr_add_months(d.from, 6);
	thirds(d, part, &one, &two);
	switch ((enum sr_part_of)part) {
	case SR_PART_OF_EARLY:
	case SR_PART_OF_FIRST:
		return (struct sr_days){ d.from, d.from + one - 1 };
	case SR_PART_OF_MIDDLE:
		return (struct sr_days){ d.from + one, d.from + two - 1 };
	case SR_PART_OF_LATE:
	case SR_PART_OF_LAST:
		return (struct sr_days){ d.from + two, d.to };
	case SR_PART_OF_HALF1:
		return (struct sr_days){ d.from, half - 1 };
	case SR_PART_OF_HALF2:
		return (struct sr_days){ half, d.to };
	}
	return d;
}

int32_t sr_unit_days(enum sr_time_unit unit, int64_t milli)
{
	static const int32_t DAYS[] = { 0, 0, 0, 1, 7, 30, 365, 3652, 36524 };
	int64_t n = milli * DAYS[unit] / 1000;

	if (unit == SR_MONTH)
		n += n / 60; /* 30 and a half days */
	return n > MOST_YEARS * 366 ? MOST_YEARS * 366 : n < 1 ? 1 : (int32_t)n;
}

struct sr_days sr_week_of(int32_t day)
{
	int32_t monday = day - sr_weekday(day);

	return (struct sr_days){ monday, monday + WEEK - 1 };
}

/* The calendar's stretch of this grain that holds a day, moved by n. */
struct sr_days sr_stretch(enum sr_grain grain, int32_t day, int32_t n)
{
	struct sr_date d;

	if (n > MOST_YEARS || n < -MOST_YEARS)
		return SR_DAYS_UNKNOWN;
	switch (grain) {
	case SR_GRAIN_DAY:
		return (struct sr_days){ day + n, day + n };
	case SR_GRAIN_WEEK:
		return sr_week_of(day + n * WEEK);
	case SR_GRAIN_MONTH:
		d = sr_date_of(sr_add_months(day, n));
		return sr_days_of_month(d.year, d.month);
	case SR_GRAIN_YEAR:
		return sr_days_of_year(sr_date_of(day).year + n);
	case SR_GRAIN_DECADE:
	case SR_GRAIN_CENTURY: {
		int32_t k = grain == SR_GRAIN_DECADE ? 10 : 100;
		int32_t y = sr_date_of(day).year / k * k + n * k;
		return (struct sr_days){ sr_days_of_year(y).from,
					 sr_days_of_year(y + k - 1).to };
	}
	case SR_GRAIN_SEASON:
	case SR_GRAIN_NONE:
		break;
	}
	return SR_DAYS_UNKNOWN;
}
