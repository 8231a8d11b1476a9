/* Parts and neighbours of stretches of the calendar. */
#include "base/calendar.h"
#include "lib/check.h"
#include "resolve/anchor.h"

static struct sr_days days(const char *from, const char *to)
{
	struct sr_days d = SR_DAYS_UNKNOWN;

	CHECK(sr_day_read(sr_str_of(from), &d.from));
	CHECK(sr_day_read(sr_str_of(to), &d.to));
	return d;
}

static void same(struct sr_days got, const char *from, const char *to)
{
	struct sr_days want = days(from, to);

	CHECK_INT(got.from, want.from);
	CHECK_INT(got.to, want.to);
}

static void parts(void)
{
	struct sr_days march = days("2022-03-01", "2022-03-31");
	struct sr_days february = days("2024-02-01", "2024-02-29");
	struct sr_days year = days("2016-01-01", "2016-12-31");

	same(sr_days_part(march, SR_PART_OF_EARLY), "2022-03-01", "2022-03-10");
	same(sr_days_part(march, SR_PART_OF_FIRST), "2022-03-01", "2022-03-10");
	same(sr_days_part(march, SR_PART_OF_MIDDLE), "2022-03-11",
	     "2022-03-20");
	same(sr_days_part(march, SR_PART_OF_LATE), "2022-03-21", "2022-03-31");
	same(sr_days_part(february, SR_PART_OF_LAST), "2024-02-21",
	     "2024-02-29");
	same(sr_days_part(year, SR_PART_OF_EARLY), "2016-01-01", "2016-04-30");
	same(sr_days_part(year, SR_PART_OF_FIRST), "2016-01-01", "2016-01-31");
	same(sr_days_part(year, SR_PART_OF_LAST), "2016-12-01", "2016-12-31");
	same(sr_days_part(year, SR_PART_OF_HALF2), "2016-07-01", "2016-12-31");
	/* A day has no parts. */
	struct sr_days one = days("2022-03-05", "2022-03-05");
	same(sr_days_part(one, SR_PART_OF_LATE), "2022-03-05", "2022-03-05");
}

static void neighbours(void)
{
	int32_t day = days("2020-02-29", "2020-02-29").from; /* a Saturday */

	same(sr_week_of(day), "2020-02-24", "2020-03-01");
	same(sr_stretch(SR_GRAIN_WEEK, day, -1), "2020-02-17", "2020-02-23");
	same(sr_stretch(SR_GRAIN_MONTH, day, 1), "2020-03-01", "2020-03-31");
	same(sr_stretch(SR_GRAIN_MONTH, day, -14), "2018-12-01", "2018-12-31");
	same(sr_stretch(SR_GRAIN_YEAR, day, -1), "2019-01-01", "2019-12-31");
	same(sr_stretch(SR_GRAIN_DECADE, day, 0), "2020-01-01", "2029-12-31");
	same(sr_stretch(SR_GRAIN_CENTURY, day, -1), "1900-01-01", "1999-12-31");
	CHECK(!sr_days_known(sr_stretch(SR_GRAIN_YEAR, day, 100000)));
	/* Before the year 1 there are no days of ours. */
	CHECK(!sr_days_known(
		sr_days_checked(sr_stretch(SR_GRAIN_YEAR, day, -2500))));
	CHECK_INT(sr_unit_days(SR_WEEK, 2000), 14);
	CHECK_INT(sr_unit_days(SR_MONTH, 2000), 61);
	CHECK_INT(sr_unit_days(SR_HOUR, 5000), 1);
}

int main(void)
{
	parts();
	neighbours();
	return done();
}
