#include "ingest/stamp.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "lib/check.h"
#include "lib/kit.h"

static struct sr_kit *kit;

/* Checks the day read at the start of `text` ("" for none, with .. for two
 * readings or a month), and the words behind it. */
static void reads(const char *text, const char *days, const char *rest)
{
	struct sr_str s = sr_str_of(text);
	struct sr_stamp stamp;
	char from[SR_DAY_TEXT] = "", to[SR_DAY_TEXT] = "", got[64] = "";

	bool found = sr_stamp_read(kit, s, (struct sr_span){ 0, (uint32_t)s.n },
				   &stamp);
	if (found && sr_days_known(stamp.days)) {
		sr_day_write(stamp.days.from, from);
		sr_day_write(stamp.days.to, to);
		snprintf(got, sizeof(got), "%s%s%s", from,
			 strcmp(from, to) ? ".." : "",
			 strcmp(from, to) ? to : "");
	} else if (found) {
		snprintf(got, sizeof(got), "no year");
	}
	bool same = strcmp(got, days) == 0 &&
		    (!found || strcmp(text + stamp.at.to, rest) == 0);
	check_line(same, __FILE__, __LINE__, text);
	if (!same)
		printf("# got  %s and '%s'\n", got,
		       found ? text + stamp.at.to : "");
}

static void url(const char *text, const char *day)
{
	struct sr_days days = sr_stamp_of_url(kit, sr_str_of(text));
	char got[SR_DAY_TEXT] = "";

	if (sr_days_known(days))
		sr_day_write(days.from, got);
	check_line(strcmp(got, day) == 0, __FILE__, __LINE__, text);
}

static void shapes(void)
{
	reads("2022-09-09 Troops", "2022-09-09", " Troops");
	reads("2022/9/9", "2022-09-09", "");
	reads("2022.09.09", "2022-09-09", "");
	reads("2022-03-27T14:05:00Z", "2022-03-27", "");
	reads("2022-03-27 14:05:00 +0300", "2022-03-27", "");
	reads("20220330", "2022-03-30", "");
	reads("20220330140500", "2022-03-30", "");
	reads("2022 March 27", "2022-03-27", "");
	reads("27 March 2022, 14:05 BST", "2022-03-27", "");
	reads("27 Mar 2022 14.05 BST", "2022-03-27", "");
	reads("27th of March, 2022", "2022-03-27", "");
	reads("27-Mar-22", "2022-03-27", "");
	reads("March 27, 2022", "2022-03-27", "");
	reads("Mar. 27th 2022 5pm", "2022-03-27", "");
	reads("MARCH 27 2022", "2022-03-27", "");
	reads("Sunday, March 27, 2022 at 2:05 p.m. (GMT)", "2022-03-27", "");
	reads("Fri 07 Apr 2017 at 0914 Governor", "2017-04-07", " Governor");
	reads("August 13 2016 2037 UTC+3 A man", "2016-08-13", " A man");
	reads("2:30 PM ET, Wed April 6, 2022", "2022-04-06", "");
	reads("14h05, 27/03/2022", "2022-03-27", "");
	reads("27.3.22", "2022-03-27", "");
	reads("Oct 262016 BEIRUT", "2016-10-26", " BEIRUT");
	reads("21.08.2013Get short", "2013-08-21", "Get short");
	reads("February 2016", "2016-02-01..2016-02-29", "");
	reads("June 18, 3:30 pm ET", "no year", "");
	reads("6 April 2022 |  Kyiv", "2022-04-06", " |  Kyiv");
}

static void orders(void)
{
	/* Only one reading is a day; both are; the weekday decides. */
	reads("3/27/2022", "2022-03-27", "");
	reads("27/3/2022", "2022-03-27", "");
	reads("3/4/2022", "2022-03-04..2022-04-03", "");
	reads("Sunday 3/4/2022", "2022-04-03", "");
	reads("Friday 3/4/2022", "2022-03-04", "");
	reads("Monday 3/4/2022", "2022-03-04..2022-04-03", "");
	reads("3.4.2022", "2022-04-03", "");
	reads("3/3/2022", "2022-03-03", "");
}

static void refusals(void)
{
	reads("", "", "");
	reads("Troops", "", "");
	reads("10 people", "", "");
	reads("30 February 2022", "", "");
	reads("31/02/2022", "", "");
	reads("20221350", "", "");
	reads("99999999", "", "");
	reads("12345678901234567890", "", "");
	reads("2022", "", "");
	reads("2022-13-01", "", "");
	reads("2022-09", "", "");
	reads("14:05", "", "");
	reads("Sunday", "", "");
	reads("Mayor 27, 2022", "", "");
	reads("march 27, 2022", "", "");
	/* What follows is text, not part of it. */
	reads("20 November 2016 10 people", "2016-11-20", " 10 people");
	reads("29 Jul 2016 2.50 dollars", "2016-07-29", " 2.50 dollars");
	reads("14 August 2016 Monday's raid", "2016-08-14", " Monday's raid");
	reads("14 August 2016, 15 August 2016", "2016-08-14",
	      ", 15 August 2016");
	reads("May 3, 2015 Western", "2015-05-03", " Western");
}

static void addresses(void)
{
	url("https://x.example/2022/03/27/a", "2022-03-27");
	url("https://x.example/world/2022/mar/27/a", "2022-03-27");
	url("https://x.example/a-2022-03-27.html", "2022-03-27");
	url("https://x.example/a_20220327", "2022-03-27");
	url("https://x.example/a20220327", "");
	url("https://x.example/20220327/a", "2022-03-27");
	url("https://x.example/news/world-26592987", "");
	url("https://x.example/2022/abc/27/", "");
	url("https://x.example/2022/03", "");
	url("", "");
}

int main(void)
{
	kit = test_kit();
	shapes();
	orders();
	refusals();
	addresses();
	sr_kit_close(kit);
	return done();
}
