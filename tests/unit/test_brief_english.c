/* Plurals, numbers, amounts, days, lists, templates. */
#include "brief/english.h"

#include "base/calendar.h"
#include "lib/check.h"
#include "lib/kit.h"

static struct sr_arena mem;
static struct sr_english en;

static struct sr_str amount(int64_t low, int64_t high, const char *unit)
{
	struct sr_amount a = { .count = { low, high },
			       .unit = sr_str_of(unit) };

	return sr_amount_text(&en, &a);
}

static int32_t day(const char *text)
{
	int32_t d = 0;

	sr_day_read(sr_str_of(text), &d);
	return d;
}

static struct sr_str when(const char *from, const char *to, bool by)
{
	struct sr_when w = { { SR_DAY_MIN, SR_DAY_MAX }, by, false };

	if (from)
		w.days.from = day(from);
	if (to)
		w.days.to = day(to);
	return sr_when_text(&en, &w);
}

static void nouns(void)
{
	static const char *const PAIR[][2] = {
		{ "tank", "tanks" },	     { "city", "cities" },
		{ "boy", "boys" },	     { "bus", "buses" },
		{ "trench", "trenches" },    { "box", "boxes" },
		{ "child", "children" },     { "man", "men" },
		{ "policeman", "policemen" }, { "aircraft", "aircraft" },
		{ "people", "people" },	     { "corps", "corps" },
		{ "line of defence", "lines of defence" },
		{ "air defence system", "air defence systems" },
		{ "fighter aircraft", "fighter aircraft" },
	};

	for (size_t i = 0; i < sizeof(PAIR) / sizeof(*PAIR); i++)
		CHECK_STR(sr_plural(&en, sr_str_of(PAIR[i][0])), PAIR[i][1]);
	CHECK(!sr_plural(&en, SR_STR("")).n);
	CHECK_STR(sr_noun(&en, SR_STR("people"), true), "person");
	CHECK_STR(sr_noun(&en, SR_STR("tank"), true), "tank");
}

static void amounts(void)
{
	CHECK_STR(amount(1000, 1000, "people"), "one person");
	CHECK_STR(amount(2000, 2000, "people"), "two people");
	CHECK_STR(amount(12000, 12000, "people"), "12 people");
	CHECK_STR(amount(1119000, 1119000, "people"), "1,119 people");
	CHECK_STR(amount(12000, SR_COUNT_OPEN_HIGH, "tank"),
		  "at least 12 tanks");
	CHECK_STR(amount(SR_COUNT_OPEN_LOW, 50000, "people"),
		  "up to 50 people");
	CHECK_STR(amount(4000, 6000, "tank"), "between 4 and 6 tanks");
	CHECK_STR(amount(13500000, 16500000, "people"), "about 15,000 people");
	CHECK_STR(amount(450000, 500000, "people"), "nearly 500 people");
	CHECK_STR(amount(24000, 99000, "child"), "dozens of children");
	CHECK_STR(amount(INT64_C(2000000000), INT64_C(9999000000), "people"),
		  "millions of people");
	CHECK_STR(amount(INT64_C(2200000000000), INT64_C(2200000000000),
			 "USD"),
		  "$2.2 billion");
	CHECK_STR(amount(19312, SR_COUNT_OPEN_HIGH, "km"), "at least 12 miles");
	CHECK_STR(amount(160000, 160000, "km"), "160 km");
	CHECK_STR(amount(11587, 14162, "km"), "about 8 miles");
	CHECK_STR(amount(14484, 16093, "km"), "nearly 10 miles");
	CHECK_STR(amount(40000, 99000, "people"), "scores of people");
	CHECK_STR(amount(25000, 25000, "percent"), "25%");
	CHECK(!amount(SR_COUNT_OPEN_LOW, SR_COUNT_OPEN_HIGH, "tank").n);
	struct sr_amount a = { .count = { 2000, 2000 },
			       .unit = SR_STR("tank"),
			       .adjective = SR_STR("Russian") };
	CHECK_STR(sr_amount_text(&en, &a), "two Russian tanks");
	a.digits = true;
	CHECK_STR(sr_amount_text(&en, &a), "2 Russian tanks");
	CHECK_STR(sr_number_spelt(&en, 42000), "forty-two");
	CHECK(!sr_number_spelt(&en, 100000).n);
	CHECK_STR(sr_number_text(&en, 1500), "1.5");
}

static void days(void)
{
	CHECK_STR(when("2022-09-09", "2022-09-09", false), "on 9 September");
	CHECK_STR(when("2021-09-09", "2021-09-09", false),
		  "on 9 September 2021");
	CHECK_STR(when("2022-03-26", "2022-03-27", false),
		  "between 26 and 27 March");
	CHECK_STR(when("2022-03-30", "2022-04-02", false),
		  "between 30 March and 2 April");
	CHECK_STR(when("2021-12-30", "2022-01-02", false),
		  "between 30 December 2021 and 2 January 2022");
	CHECK_STR(when("2022-02-24", "2022-09-09", false),
		  "from 24 February to 9 September");
	CHECK_STR(when("2022-03-30", "2022-03-30", true), "by 30 March");
	CHECK_STR(when(NULL, "2022-03-30", false), "by 30 March");
	CHECK_STR(when("2022-02-24", NULL, false), "since 24 February");
	CHECK_STR(when("2022-03-01", "2022-03-31", false), "in March");
	CHECK_STR(when("2022-03-01", "2022-03-10", false), "in early March");
	CHECK_STR(when("2021-05-21", "2021-05-31", false),
		  "in late May 2021");
	CHECK_STR(when("2022-01-01", "2022-12-31", false), "in 2022");
	CHECK(!when(NULL, NULL, false).n);
	struct sr_when about = { { day("2022-05-03"), day("2022-05-03") },
				 false,
				 true };
	CHECK_STR(sr_when_text(&en, &about), "on or about 3 May");
	struct sr_days week = { day("2022-03-21"), day("2022-03-27") };
	CHECK_STR(sr_span_text(&en, week), "21 to 27 March");
	CHECK_STR(sr_span_text(&en, sr_days_of_month(2021, 12)),
		  "December 2021");
	CHECK_STR(sr_span_text(&en, sr_days_of_year(2022)), "2022");
	en.year = 0;
	CHECK_STR(sr_span_text(&en, week), "21 to 27 March 2022");
	en.year = 2022;
}

static void sentences(void)
{
	struct sr_str item[] = { SR_STR("A"), SR_STR("B"), SR_STR("C") };
	struct sr_slot_text slot[] = { { "who", SR_STR("Syrian forces") },
				       { "one", SR_STR("one tank") },
				       { "none", SR_STR("") } };

	CHECK(!sr_list_text(&en, item, 0).n);
	CHECK_STR(sr_list_text(&en, item, 1), "A");
	CHECK_STR(sr_list_text(&en, item, 2), "A and B");
	CHECK_STR(sr_list_text(&en, item, 3), "A, B and C");
	CHECK_STR(sr_fill(&en, SR_STR("{who} {who.was} x[ of {none}]"), slot,
			  3),
		  "Syrian forces were x");
	CHECK_STR(sr_fill(&en, SR_STR("{one} {one.was}[ a[ b {none}] c]"), slot,
			  3),
		  "one tank was a c");
	CHECK_STR(sr_fill(&en, SR_STR("[{nobody} ]x]y{"), slot, 3), "xy");
	CHECK_STR(sr_sentence_start(&en, SR_STR("12 people died")),
		  "Twelve people died");
	CHECK_STR(sr_sentence_start(&en, SR_STR("the town fell")),
		  "The town fell");
	CHECK_STR(sr_capital(&en, SR_STR("9 March")), "9 March");
	CHECK_STR(sr_with_article(&en, SR_STR("Golan Heights")),
		  "the Golan Heights");
	CHECK_STR(sr_with_article(&en, SR_STR("Izium")), "Izium");
	CHECK(sr_is_plural(&en, SR_STR("at least 70 people on one side")));
	CHECK(sr_is_plural(&en, SR_STR("two people")));
	CHECK(sr_is_plural(&en, SR_STR("civilians")));
	CHECK(!sr_is_plural(&en, SR_STR("Hamas")));
	CHECK(!sr_is_plural(&en, SR_STR("one person")));
	CHECK(!sr_is_plural(&en, SR_STR("the Arakan Army")));
}

int main(void)
{
	sr_arena_init(&mem, 1u << 24);
	en = (struct sr_english){ .kit = test_kit(),
				  .mem = &mem,
				  .year = 2022 };
	nouns();
	amounts();
	days();
	sentences();
	/* Without memory: nothing, and no fault. */
	struct sr_arena none;
	sr_arena_init(&none, 1);
	en.mem = &none;
	CHECK(!amount(12000, 12000, "tank").n || none.full);
	CHECK(!when("2022-09-09", "2022-09-09", false).n || none.full);
	sr_arena_release(&none);
	sr_arena_release(&mem);
	return done();
}
