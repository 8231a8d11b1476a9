/* Calendar arithmetic of expressions. Every rule gives both the stretch that
 * the words name and the one that they mean (decision 030). Years before 1 and
 * after 9999 are no days of ours and stay unknown. */
#include "resolve/anchor.h"

#include "base/calendar.h"

#define MOST_YEARS 3000 /* any offset beyond is nonsense */
#define WEEK 7
#define MOST_OF_YEAR 300 /* days: a told stretch without an order of months */
#define HISTORY_BACK 8	 /* months; histories look back more than news */
#define NEWS_BACK 6
#define NEWS_DAYS 31
#define HALF_YEAR 183
#define VAGUE_FEW 5 /* "the last few days" */

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static bool one_day(struct sr_days d)
{
	return d.from == d.to;
}

static bool year_fits(int32_t y)
{
	return y >= 1 && y <= 9999;
}

/* The stretch of a date whose fields are all there. */
static struct sr_days of_fields(const struct sr_expr *e, int32_t year)
{
	struct sr_date d = { year, e->month, e->day };

	if (e->bc || !year_fits(year) || !year_fits(year + 99))
		return SR_DAYS_UNKNOWN;
	switch ((enum sr_grain)e->grain) {
	case SR_GRAIN_DAY:
		if (!sr_date_valid(d))
			return SR_DAYS_UNKNOWN;
		return (struct sr_days){ sr_day_of(d), sr_day_of(d) };
	case SR_GRAIN_MONTH:
		return sr_days_of_month(year, e->month);
	case SR_GRAIN_SEASON: {
		int32_t from = sr_days_of_month(year, e->month).from;
		return (struct sr_days){ from, sr_add_months(from, 3) - 1 };
	}
	case SR_GRAIN_YEAR:
		return sr_days_of_year(year);
	case SR_GRAIN_DECADE:
	case SR_GRAIN_CENTURY: {
		int32_t n = e->grain == SR_GRAIN_DECADE ? 9 : 99;
		return (struct sr_days){ sr_days_of_year(year).from,
					 sr_days_of_year(year + n).to };
	}
	case SR_GRAIN_WEEK:
	case SR_GRAIN_NONE:
		break;
	}
	return SR_DAYS_UNKNOWN;
}

/* The year of a month or day behind another: told's, unless that would go
 * back by so many months where a short way on leads to the next year's. */
static int32_t year_of_told(const struct sr_expr *e, struct sr_days told,
			    int32_t months)
{
	struct sr_date d = sr_date_of(told.from);

	if (told.to - told.from > MOST_OF_YEAR || e->grain == SR_GRAIN_SEASON)
		return d.year;
	int32_t y = d.month - e->month >= months ? d.year + 1 : d.year;
	if (e->month == 2 && e->day == 29) /* a leap year near by */
		for (int32_t k = -1; k <= 1; k++)
			if (sr_month_length(y + k, 2) == 29)
				return y + k;
	return y;
}

#define MOST_AHEAD 200 /* days that a weekday and date are told ahead */

/* "Thursday, March 3": the year nearest to y in which it is one; 0: none. */
static int32_t year_of_weekday(const struct sr_expr *e, int32_t y)
{
	for (int32_t k = 0; k < 13; k++) {
		int32_t year = y + (k + 1) / 2 * (k % 2 ? -1 : 1);
		struct sr_days d = of_fields(e, year);
		if (sr_days_known(d) && sr_weekday(d.from) == e->weekday)
			return year;
	}
	return 0;
}

/* The latest such date not after the day, or the earliest not before it. */
static int32_t year_of_today(const struct sr_expr *e, struct sr_days today,
			     enum sr_tense tense)
{
	int32_t y = sr_date_of(today.to).year;

	struct sr_days d = of_fields(e, y);
	if (!sr_days_known(d)) /* 29 February */
		return y - 1;
	if (tense == SR_TENSE_FUTURE)
		return d.to < today.from ? y + 1 : y;
	if (tense == SR_TENSE_EITHER && d.from > today.to &&
	    d.from - today.to < HALF_YEAR)
		return y;
	return d.from > today.to ? y - 1 : y;
}

/* "last March", "this summer", "that June", "May of the following year". */
static int32_t year_by_rel(const struct sr_anchor *at, const struct sr_expr *e)
{
	bool told = (e->flavor == SR_REL_TOLD || at->history) &&
		    sr_days_known(at->told);
	struct sr_days base = told ? at->told : at->today;

	if (!sr_days_known(base))
		return 0;
	int32_t y = sr_date_of(base.from).year;
	if (e->unit == SR_YEAR || told || e->rel == 0)
		return y + e->rel;
	struct sr_days d = of_fields(e, y);
	if (!sr_days_known(d))
		return y + e->rel;
	if (e->rel < 0)
		return d.to < base.from ? y : y - 1;
	return d.from > base.to ? y : y + 1;
}

/* A day of the month before today. */
static bool is_news(const struct sr_expr *e, struct sr_days today)
{
	int32_t y = year_of_today(e, today, SR_TENSE_PAST);
	struct sr_days d = of_fields(e, y);

	return e->grain == SR_GRAIN_DAY && sr_days_known(d) &&
	       today.to - d.from <= NEWS_DAYS;
}

/* Is a day or month without a year of the year told last? A look back within
 * the news: "In 2014 ... and in May"; but a day of the last weeks is of the
 * news, and "taken in June 2014 ... freed in January" does not go back. */
static bool goes_on(const struct sr_anchor *at, const struct sr_expr *e,
		    enum sr_tense tense)
{
	struct sr_date told = sr_date_of(at->told.to);

	if (tense == SR_TENSE_FUTURE || !at->dated ||
	    told.year >= sr_date_of(at->today.from).year)
		return false;
	if (at->chronicle)
		return true;
	if (!at->near || (!at->same && is_news(e, at->today)))
		return false;
	return e->month >= told.month ||
	       at->told.to - at->told.from > MOST_OF_YEAR;
}

static int32_t year_of(const struct sr_anchor *at, const struct sr_expr *e,
		       enum sr_tense tense)
{
	if (e->year)
		return e->year;
	if (e->flavor)
		return year_by_rel(at, e);
	bool told = sr_days_known(at->told);
	if (e->weekday >= 0 && e->day) {
		struct sr_days near = at->history && told ? at->told
							  : at->today;
		int32_t y = sr_days_known(near)
				    ? year_of_weekday(e, sr_date_of(near.to).year)
				    : 0;
		/* rather the weekday is wrong */
		bool ahead = y && !at->history &&
			     of_fields(e, y).from > near.to + MOST_AHEAD;
		return ahead ? year_of_today(e, near, tense) : y;
	}
	if (told && (at->history || !sr_days_known(at->today)))
		return year_of_told(e, at->told, HISTORY_BACK);
	if (!sr_days_known(at->today) || at->history)
		return 0;
	if (told && goes_on(at, e, tense))
		return year_of_told(e, at->told,
				    at->chronicle ? HISTORY_BACK : NEWS_BACK);
	return year_of_today(e, at->today, tense);
}

/* The weekday on or before a day; `strict`: before it. */
static int32_t weekday_before(int32_t day, int weekday, bool strict)
{
	int32_t back = (sr_weekday(day) - weekday + WEEK) % WEEK;

	return day - (back == 0 && strict ? WEEK : back);
}

static int32_t weekday_after(int32_t day, int weekday, bool strict)
{
	int32_t on = (weekday - sr_weekday(day) + WEEK) % WEEK;

	return day + (on == 0 && strict ? WEEK : on);
}

static struct sr_days weekday(const struct sr_anchor *at,
			      const struct sr_expr *e, enum sr_tense tense)
{
	struct sr_days base = at->today;
	bool told = (at->history || e->flavor == SR_REL_TOLD) &&
		    sr_days_known(at->told);

	if (told && !one_day(at->told))
		return SR_DAYS_UNKNOWN;
	if (told)
		base = at->told;
	if (!sr_days_known(base))
		return SR_DAYS_UNKNOWN;
	if (told && (e->flavor == 0 || e->rel == 0)) { /* nearest */
		int32_t a = weekday_before(base.from, e->weekday, false);
		return (struct sr_days){ a + (base.from - a > 3 ? WEEK : 0),
					 a + (base.from - a > 3 ? WEEK : 0) };
	}
	bool next = e->flavor ? e->rel > 0 : tense == SR_TENSE_FUTURE;
	if (e->flavor == SR_REL_CALENDAR && e->rel == 0) { /* this Friday */
		int32_t d = sr_week_of(base.to).from + e->weekday;
		return (struct sr_days){ d, d };
	}
	if (next)
		return (struct sr_days){
			weekday_after(base.from, e->weekday, e->flavor != 0),
			weekday_after(base.to, e->weekday, e->flavor != 0)
		};
	return (struct sr_days){
		weekday_before(base.from, e->weekday, e->flavor != 0),
		weekday_before(base.to, e->weekday, e->flavor != 0)
	};
}

/* "the 12th", with neither month nor year. */
static struct sr_days day_alone(const struct sr_anchor *at,
				const struct sr_expr *e, enum sr_tense tense)
{
	bool told = sr_days_known(at->told) && (at->history || at->near);
	struct sr_days base = told ? at->told : at->today;

	if (!sr_days_known(base) || base.to - base.from > 31)
		return SR_DAYS_UNKNOWN;
	for (int32_t k = 0; k < 3; k++) {
		int32_t n = tense == SR_TENSE_FUTURE ? k : -k;
		struct sr_days m = sr_stretch(SR_GRAIN_MONTH, base.to, n);
		int32_t d = m.from + e->day - 1;
		bool fits = told ||
			    (n >= 0 && tense == SR_TENSE_FUTURE ? d >= base.from
								: d <= base.to);
		if (d <= m.to && fits)
			return (struct sr_days){ d, d };
	}
	return SR_DAYS_UNKNOWN;
}

/* Whole months from the start of the stretch, or back from its end. */
static struct sr_days nth_months(struct sr_days d, const struct sr_expr *e)
{
	int n = (int)((e->low ? e->low : 1000) / 1000);

	if (e->nth > 31)
		return (struct sr_days){ sr_add_months(d.to + 1, -n), d.to };
	return (struct sr_days){ sr_add_months(d.from, (e->nth - 1) * n),
				 sr_add_months(d.from, e->nth * n) - 1 };
}

/* "the first week of", "the last two days of" the stretch. */
static struct sr_days nth_part(struct sr_days d, const struct sr_expr *e)
{
	int32_t length = sr_unit_days((enum sr_time_unit)e->unit,
				      e->low ? e->low : 1000);

	if (!e->nth || !sr_days_known(d))
		return d;
	if (e->unit == SR_MONTH && e->low <= 12000) {
		struct sr_days m = nth_months(d, e);
		return m.from >= d.from && m.to <= d.to ? m : SR_DAYS_UNKNOWN;
	}
	if (e->nth > 31)
		return (struct sr_days){ most(d.from, d.to - length + 1),
					 d.to };
	int32_t from = d.from + (e->nth - 1) * length;
	if (from > d.to)
		return SR_DAYS_UNKNOWN;
	return (struct sr_days){ from, least(from + length - 1, d.to) };
}

static struct sr_anchored date(const struct sr_anchor *at,
			       const struct sr_expr *e, enum sr_tense tense)
{
	struct sr_anchored r = { .basis = SR_BASIS_EXPLICIT, .sharp = true };

	if (e->weekday >= 0 && !e->day) {
		r.named = weekday(at, e, tense);
		r.basis = SR_BASIS_RELATIVE;
	} else if (e->day && !e->month) {
		r.named = day_alone(at, e, tense);
	} else {
		r.named = of_fields(e, year_of(at, e, tense));
		if (e->flavor)
			r.basis = SR_BASIS_RELATIVE;
	}
	if (e->grain >= SR_GRAIN_DECADE)
		r.sharp = false;
	r.named = sr_days_checked(r.named);
	r.days = r.named;
	if (e->nth)
		r.named = r.days = nth_part(r.named, e);
	return r;
}

/* How many "the past days", "the coming weeks" are taken to be, where nobody
 * says: about one of the next unit. */
static int64_t vague_units(const struct sr_expr *e)
{
	static const int MANY[] = { 1, 1, 12, 7, 4, 6, 5, 3, 2 };

	if (!e->low)
		return 1000;
	if (e->low == e->high)
		return e->high;
	return (e->many ? MANY[e->unit] : VAGUE_FEW) * (int64_t)1000;
}

#define DAY_HOURS 24
#define MOST_HOURS 240

/* "the past two weeks", "the coming days": from or to today. */
static struct sr_anchored trailing(const struct sr_anchor *at,
				   const struct sr_expr *e)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE };
	int32_t n = sr_unit_days((enum sr_time_unit)e->unit, vague_units(e));

	if (!sr_days_known(at->today) || at->history)
		return r;
	/* the past 24 hours: today and some of yesterday; so "the past day" */
	if (e->unit < SR_DAY)
		n = 2;
	if (e->unit == SR_HOUR && e->low && e->high > DAY_HOURS * 1000 &&
	    e->high <= MOST_HOURS * 1000)
		n = (int32_t)((e->high + DAY_HOURS * 1000 - 1) /
			      (DAY_HOURS * 1000)) + 1;
	if (e->unit == SR_DAY && e->rel < 0 && n == 1)
		n = 2;
	if (e->rel < 0)
		r.days = (struct sr_days){ at->today.from - n + 1,
					   at->today.to };
	else
		r.days = (struct sr_days){ at->today.from + (e->unit >= SR_DAY),
					   at->today.to + n };
	r.days = sr_days_checked(r.days);
	return r;
}

/* "that month", "the next day", "the previous year", "the following week". */
static struct sr_anchored from_told(const struct sr_anchor *at,
				    const struct sr_expr *e)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE,
				 .sharp = true };
	struct sr_days base = sr_days_known(at->told) ? at->told
			      : at->history	      ? SR_DAYS_UNKNOWN
						      : at->today;
	int32_t n = e->rel;

	if (!sr_days_known(base) || e->unit < SR_DAY)
		return r;
	if (e->low && !e->nth) { /* the following two weeks */
		int32_t length =
			sr_unit_days((enum sr_time_unit)e->unit, e->high);
		r.days = e->rel < 0 ? (struct sr_days){ base.from - length,
							base.from - 1 }
				    : (struct sr_days){ base.to + (n > 0),
							base.to + length };
		r.days = sr_days_checked(r.days);
		r.sharp = false;
		return r;
	}
	/* "that day" of a told month is none. */
	if (e->grain <= SR_GRAIN_WEEK && base.to - base.from >= WEEK)
		return r;
	if (e->grain == SR_GRAIN_MONTH && base.to - base.from > 31)
		return r;
	if (e->grain == SR_GRAIN_DAY && n == 0) {
		r.named = base;
	} else {
		int32_t day = n > 0 ? base.to : base.from;
		r.named = sr_stretch((enum sr_grain)e->grain, day, n);
	}
	r.named = sr_days_checked(nth_part(r.named, e));
	r.days = r.named;
	return r;
}

static struct sr_anchored rel(const struct sr_anchor *at,
			      const struct sr_expr *e, enum sr_tense tense)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE,
				 .sharp = true };
	struct sr_days base = at->today;

	if (e->flavor == SR_REL_TRAILING || e->flavor == SR_REL_RECENT)
		return trailing(at, e);
	/* "in the next two weeks ... will" counts from today. */
	if (e->rel > 0 && e->low && !e->nth && tense == SR_TENSE_FUTURE &&
	    !at->history)
		return trailing(at, e);
	if (e->flavor == SR_REL_TOLD || at->history)
		return from_told(at, e);
	if (!sr_days_known(base))
		return r;
	if (e->weekday == 5 && e->grain == SR_GRAIN_WEEK) { /* weekend */
		struct sr_days w = sr_week_of(base.to);
		int32_t sat = w.from + 5 + WEEK * e->rel;
		if (e->rel == 0 && sat > base.to)
			sat -= WEEK;
		r.named = (struct sr_days){ sat, sat + 1 };
	} else {
		r.named = (struct sr_days){
			sr_stretch((enum sr_grain)e->grain, base.from, e->rel)
				.from,
			sr_stretch((enum sr_grain)e->grain, base.to, e->rel).to
		};
	}
	/* "the first nine months of this year" */
	r.named = sr_days_checked(nth_part(r.named, e));
	r.days = r.named;
	if (e->daypart == 4 && e->rel < 0 && sr_days_known(r.days))
		r.days.to++; /* last night: into this morning */
	return r;
}

static struct sr_anchored offset(const struct sr_anchor *at,
				 const struct sr_expr *e)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE,
				 .sharp = true };
	bool told = (e->loose || at->history) && sr_days_known(at->told);
	struct sr_days base = told ? at->told : at->today;

	/* "a week after Kyiv announced it": a day that only histories have
	 * just told of. */
	if (e->beside && !at->history && !at->fixed)
		return r;
	if (!sr_days_known(base) || (e->loose && !told) ||
	    (!told && at->history))
		return r;
	if (!e->low || e->low != e->high) { /* weeks later, some days ago */
		int32_t a = sr_unit_days((enum sr_time_unit)e->unit,
					 e->low ? e->low : 2000);
		int32_t b = sr_unit_days((enum sr_time_unit)e->unit,
					 e->low ? e->high : 12000);
		r.days = e->sign < 0 ? (struct sr_days){ base.from - b,
							 base.to - a }
				     : (struct sr_days){ base.from + a,
							 base.to + b };
		r.days = sr_days_checked(r.days);
		r.sharp = false;
		return r;
	}
	int32_t n = (int32_t)(e->low / 1000) * e->sign;
	if (e->low > (int64_t)MOST_YEARS * 1000 * 366)
		return r;
	if (e->unit < SR_DAY) {
		r.named = base.to - base.from <= 1 ? base : SR_DAYS_UNKNOWN;
	} else if (e->unit <= SR_WEEK) {
		if (base.to - base.from > WEEK)
			return r;
		int32_t k = e->unit == SR_WEEK ? WEEK : 1;
		int32_t slack = e->unit == SR_WEEK ? 3 : 0;
		r.named =
			(struct sr_days){ base.from + n * k, base.to + n * k };
		r.days = (struct sr_days){ r.named.from - slack,
					   r.named.to + slack };
		r.named = sr_days_checked(r.named);
		r.days = sr_days_checked(r.days);
		return r;
	} else {
		r.named = sr_stretch((enum sr_grain)e->grain,
				     e->sign > 0 ? base.to : base.from, n);
	}
	r.named = sr_days_checked(r.named);
	r.days = r.named;
	return r;
}

static struct sr_anchored war(const struct sr_anchor *at,
			      const struct sr_expr *e)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE };

	if (at->war == SR_NONE)
		return r;
	int32_t day =
		sr_kit_value(at->kit, SR_TABLE_WARS, at->war, SR_WARS_FROM);
	if (!e->sign) {
		r.named = r.days = (struct sr_days){ day, day + e->wide };
		return r;
	}
	struct sr_anchor from = *at;
	struct sr_expr n = *e;
	from.told = (struct sr_days){ day, day };
	from.fixed = true;
	n.kind = SR_EXPR_OFFSET;
	n.loose = true;
	return offset(&from, &n);
}

static struct sr_anchored deictic(const struct sr_anchor *at,
				  const struct sr_expr *e)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE };

	if (!sr_days_known(at->today) || at->history)
		return r;
	r.named = (struct sr_days){ at->today.from + e->sign,
				    at->today.to + e->sign };
	r.days = r.named;
	r.sharp = e->sign != 0;
	if (e->daypart == 5) /* overnight */
		r.days.from--;
	return r;
}

/* Now, at that time, a clock's time: the day that the text stands at. */
static struct sr_anchored standing(const struct sr_anchor *at,
				   const struct sr_expr *e,
				   enum sr_tense tense)
{
	struct sr_anchored r = { .named = SR_DAYS_UNKNOWN,
				 .days = SR_DAYS_UNKNOWN,
				 .basis = SR_BASIS_RELATIVE };
	bool told = sr_days_known(at->told) && one_day(at->told);

	/* "at the same time, gunmen attacked"; "... the army denies it" */
	if (e->kind == SR_EXPR_REF && e->flavor == SR_REL_TOLD && e->same &&
	    (at->history || (told && at->near && tense == SR_TENSE_PAST)))
		r.named = at->told;
	if (e->kind == SR_EXPR_CLOCK)
		r.named = told && (at->history || at->near) ? at->told
			  : at->history			    ? SR_DAYS_UNKNOWN
							    : at->today;
	else if (e->flavor != SR_REL_TOLD && e->rel == 0 && !e->daypart &&
		 !at->history)
		r.days = at->today;
	if (sr_days_known(r.named))
		r.days = r.named;
	return r;
}

struct sr_anchored sr_anchor_resolve(const struct sr_anchor *at,
				     const struct sr_expr *e,
				     enum sr_tense tense)
{
	switch ((enum sr_expr_kind)e->kind) {
	case SR_EXPR_DATE:
		return date(at, e, tense);
	case SR_EXPR_DAY:
		return deictic(at, e);
	case SR_EXPR_REL:
		return rel(at, e, tense);
	case SR_EXPR_OFFSET:
		return offset(at, e);
	case SR_EXPR_WAR:
		return war(at, e);
	case SR_EXPR_REF:
	case SR_EXPR_CLOCK:
		return standing(at, e, tense);
	case SR_EXPR_DURATION:
	case SR_EXPR_REPEAT:
	case SR_EXPR_AGE:
		break;
	}
	return (struct sr_anchored){ .named = SR_DAYS_UNKNOWN,
				     .days = SR_DAYS_UNKNOWN,
				     .basis = SR_BASIS_RELATIVE };
}
