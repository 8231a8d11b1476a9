#include "base/calendar.h"
#include "lib/check.h"

static int32_t day(const char *s)
{
	int32_t d = -999999;

	return sr_day_read(sr_str_of(s), &d) ? d : -999999;
}

int main(void)
{
	char out[SR_DAY_TEXT];

	CHECK_INT(day("1970-01-01"), 0);
	CHECK_INT(day("2022-02-24"), 19047);
	CHECK_INT(day("2022-02-30"), -999999);
	CHECK_INT(day("2022-2-3"), -999999);
	CHECK_INT(sr_weekday(day("2022-03-28")), 0);
	CHECK_INT(sr_weekday(day("1969-12-28")), 6);
	for (int32_t d = -800000; d < 800000; d += 997) {
		struct sr_date x = sr_date_of(d);
		if (sr_day_of(x) != d || (x.year > 0 && !sr_date_valid(x)))
			CHECK_INT(sr_day_of(x), d);
	}
	sr_day_write(day("2022-03-27"), out);
	CHECK_STR(sr_str_of(out), "2022-03-27");
	CHECK_INT(sr_add_months(day("2024-01-31"), 1), day("2024-02-29"));
	CHECK_INT(sr_add_months(day("2022-03-31"), -13), day("2021-02-28"));
	CHECK_INT(sr_days_of_month(2022, 2).to, day("2022-02-28"));
	CHECK_INT(sr_days_of_year(1943).from, day("1943-01-01"));
	return done();
}
