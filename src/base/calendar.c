#include "base/calendar.h"

#include <string.h>

static bool leap(int32_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int sr_month_length(int32_t year, int month)
{
	static const int LENGTH[12] = { 31, 28, 31, 30, 31, 30,
		                        31, 31, 30, 31, 30, 31 };

	return LENGTH[month - 1] + (month == 2 && leap(year));
}

bool sr_date_valid(struct sr_date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
	       d.day >= 1 && d.day <= sr_month_length(d.year, d.month);
}

int32_t sr_day_of(struct sr_date d)
{
	int32_t y = d.year - (d.month <= 2);
	int32_t era = (y >= 0 ? y : y - 399) / 400;
	int32_t yoe = y - era * 400;
	int32_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 +
	              d.day - 1;
	int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

struct sr_date sr_date_of(int32_t day)
{
	int64_t z = (int64_t)day + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct sr_date){
		.year = (int32_t)(yoe + era * 400 + (month <= 2)),
		.month = month,
		.day = (int)(doy - (153 * mp + 2) / 5 + 1),
	};
}

int sr_weekday(int32_t day)
{
	int64_t w = ((int64_t)day + 3) % 7;

	return (int)(w < 0 ? w + 7 : w);
}

int32_t sr_add_months(int32_t day, int months)
{
	struct sr_date d = sr_date_of(day);
	int64_t m = (int64_t)d.year * 12 + d.month - 1 + months;

	d.year = (int32_t)(m / 12);
	d.month = (int)(m % 12) + 1;
	int most = sr_month_length(d.year, d.month);
	if (d.day > most)
		d.day = most;
	return sr_day_of(d);
}

struct sr_days sr_days_of_month(int32_t year, int month)
{
	struct sr_date d = { year, month, 1 };
	int32_t from = sr_day_of(d);

	return (struct sr_days){ from, from + sr_month_length(year, month) - 1 };
}

struct sr_days sr_days_of_year(int32_t year)
{
	return (struct sr_days){ sr_day_of((struct sr_date){ year, 1, 1 }),
		                 sr_day_of((struct sr_date){ year, 12, 31 }) };
}

static bool digits(const char *s, size_t n, int *value)
{
	*value = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*value = *value * 10 + (s[i] - '0');
	}
	return true;
}

bool sr_day_read(struct sr_str s, int32_t *day)
{
	struct sr_date d = { 0 };
	int year = 0;

	if (s.n != 10 || s.s[4] != '-' || s.s[7] != '-' ||
	    !digits(s.s, 4, &year) || !digits(s.s + 5, 2, &d.month) ||
	    !digits(s.s + 8, 2, &d.day))
		return false;
	d.year = year;
	if (!sr_date_valid(d))
		return false;
	*day = sr_day_of(d);
	return true;
}

/* The last n digits of v. */
static void write_digits(char *out, int v, size_t n)
{
	for (; n; v /= 10)
		out[--n] = (char)('0' + v % 10);
}

void sr_day_write(int32_t day, char out[SR_DAY_TEXT])
{
	struct sr_date d = sr_date_of(day);

	if (d.year < 0 || d.year > 9999)
		d = (struct sr_date){ d.year < 0 ? 0 : 9999, 1, 1 };
	memcpy(out, "0000-00-00", sizeof("0000-00-00"));
	write_digits(out, (int)d.year, 4);
	write_digits(out + 5, d.month, 2);
	write_digits(out + 8, d.day, 2);
}
