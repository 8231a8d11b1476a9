/* Days of the proleptic Gregorian calendar as integers: 0 is 1970-01-01.
 * After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
#ifndef SR_BASE_CALENDAR_H
#define SR_BASE_CALENDAR_H

#include "sitrep.h"

struct sr_date {
	int32_t year;
	int month, day; /* 1 to 12, 1 to 31 */
};

#define SR_DAYS_UNKNOWN ((struct sr_days){ 1, 0 })

static inline bool sr_days_known(struct sr_days d)
{
	return d.from <= d.to;
}

/* From the first day to the last, 0 for one day: more than 32 bits hold where
 * there is no first ("until May"). */
static inline int64_t sr_days_span(struct sr_days d)
{
	return (int64_t)d.to - d.from;
}

/* A real day of the calendar, of the years 1 to 9999? */
bool sr_date_valid(struct sr_date d);

/* Days in that month of that year, 28 to 31. */
int sr_month_length(int32_t year, int month);

int32_t sr_day_of(struct sr_date d);
struct sr_date sr_date_of(int32_t day);

/* 0 is Monday, 6 Sunday. */
int sr_weekday(int32_t day);

/* The day moved by whole months; the day of the month is cut to the length of
 * the month it lands in (31 January + 1 month is 28 or 29 February). */
int32_t sr_add_months(int32_t day, int months);

/* All days of that month, of that year. */
struct sr_days sr_days_of_month(int32_t year, int month);
struct sr_days sr_days_of_year(int32_t year);

/* "2022-03-27" into day; false if s is not exactly that form or no day. */
bool sr_day_read(struct sr_str s, int32_t *day);

/* Writes "2022-03-27" and a NUL. */
#define SR_DAY_TEXT 16
void sr_day_write(int32_t day, char out[SR_DAY_TEXT]);

#endif
