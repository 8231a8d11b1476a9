/* The publication day of a report whose header gives none, as an interval.
 *
 * News gives the days of its own weeks without a year, and years to what lies
 * further back; so one day with a year is no clue, and is often background.
 * The year is known when a full date lies near a day without a year or opens
 * the report, when a weekday beside a date fits one year of the war only, or
 * when the text counts from the war's start ("a month after the invasion").
 * Then the latest day named, and lengths of time behind it ("after 25 days"),
 * are the least that the day can be, and weekdays say how far behind it the
 * report was written. Nothing fixed, nothing inferred. */
#include "base/calendar.h"
#include "resolve/resolve.h"
#include "resolve/tense.h"
#include "resolve/war.h"

#define WEEK 7
#define NEAR 183	/* days: half a year, the nearest of two */
#define CLUSTER 45	/* days within which dates are of one report */
#define AFTER_LATEST 60 /* days a yearless date may lie behind a fixed one */
#define HISTORY_YEARS 4 /* different years, or full dates: no report */
#define MOST_EXPRS 3000 /* looked at; a report has a hundredth of it */
#define LEAD 2		/* sentences that open a report */
#define LINES 4		/* sentences that may stand before a line of a day */
#define LINE_WORDS 6	/* words before the day in such a line */
#define CREDIT 10	/* words of who is credited at its end */

struct clues {
	const struct sr_kit *kit;
	const struct sr_doc *doc;
	uint32_t war;
	int32_t fixed;		/* latest day with a year; SR_DAY_MIN */
	struct sr_days about;	/* a stretch that something else fixes */
	int32_t latest;		/* all taken together */
	unsigned weekday[WEEK]; /* mentions of each in the past */
	unsigned nweekday;
	unsigned nfull; /* full dates */
};

static bool day_of(const struct sr_expr *e, int32_t year, int32_t *day)
{
	struct sr_date d = { year, e->month, e->day };

	if (!sr_date_valid(d) || e->bc)
		return false;
	*day = sr_day_of(d);
	return true;
}

static bool is_dated_day(const struct sr_expr *e)
{
	return e->kind == SR_EXPR_DATE && e->day && e->month && !e->flavor;
}

static bool looks_back(const struct clues *c, const struct sr_expr *e)
{
	return sr_tense_of(c->doc, e) == SR_TENSE_PAST;
}

static void widen(struct clues *c, struct sr_days d)
{
	if (!sr_days_known(c->about) || d.to > c->about.to)
		c->about = d;
}

/* "A month after the invasion", "day 68 of the war". */
static void from_war(struct clues *c, const struct sr_expr *e)
{
	uint32_t war = sr_war_meant(c->doc, c->kit, e, c->war);

	if (war == SR_NONE || war != c->war || e->sign <= 0 || !e->low ||
	    e->low != e->high || e->unit < SR_DAY)
		return;
	int32_t from =
		sr_kit_value(c->kit, SR_TABLE_WARS, c->war, SR_WARS_FROM);
	int32_t n = sr_unit_days((enum sr_time_unit)e->unit, e->low);
	int32_t slack = e->unit == SR_DAY ? 0 : n / 5;
	widen(c, (struct sr_days){ from + n - slack, from + n + slack });
}

/* Does a day without a year, taken in this one's, lie near this day? Or does
 * this one open the report? */
static bool is_current(const struct clues *c, const struct sr_exprs *x,
		       const struct sr_expr *e, int32_t day)
{
	const struct sr_atom *atom = c->doc->atoms->list.items;
	int32_t near;

	if (c->doc->tokens.items[atom[e->from].token].sentence < LEAD)
		return true;
	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *o = &x->list.items[i];
		if (o != e && is_dated_day(o) &&
		    (!o->year || o->year == e->year) &&
		    day_of(o, e->year, &near) && near - day <= CLUSTER &&
		    day - near <= CLUSTER)
			return true;
	}
	return false;
}

static void take_clue(struct clues *c, const struct sr_exprs *x,
		      const struct sr_expr *e)
{
	int32_t day;

	if (e->kind == SR_EXPR_WAR)
		from_war(c, e);
	if (e->kind != SR_EXPR_DATE || !looks_back(c, e))
		return;
	if (e->weekday >= 0 && !e->day && !e->flavor) {
		c->weekday[e->weekday]++;
		c->nweekday++;
	} else if (is_dated_day(e) && e->year && day_of(e, e->year, &day)) {
		c->nfull++;
		if (day > c->fixed && is_current(c, x, e, day))
			c->fixed = day;
	}
}

/* Different years named: a report has few. */
static bool many_years(const struct sr_exprs *x)
{
	int32_t seen[HISTORY_YEARS];
	size_t n = 0;

	for (size_t i = 0; i < x->list.nitem; i++) {
		int32_t y = x->list.items[i].year;
		size_t k = 0;
		while (k < n && seen[k] != y)
			k++;
		if (!y || k < n)
			continue;
		if (n == HISTORY_YEARS)
			return true;
		seen[n++] = y;
	}
	return false;
}

/* A weekday beside a day and month fixes the year, if the war leaves one. */
static void from_war_years(struct clues *c, const struct sr_exprs *x)
{
	int32_t from =
		sr_kit_value(c->kit, SR_TABLE_WARS, c->war, SR_WARS_FROM);
	int32_t to = sr_kit_value(c->kit, SR_TABLE_WARS, c->war, SR_WARS_TO);
	bool over = sr_kit_text(c->kit, SR_TABLE_WARS, c->war, SR_WARS_TO).n >
		    0;
	int32_t last = over ? sr_date_of(to).year : sr_date_of(from).year + 10;

	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		int32_t day, found = SR_DAY_MIN;
		unsigned fits = 0;
		if (!is_dated_day(e) || e->year || !looks_back(c, e) ||
		    (e->weekday < 0 && !over))
			continue;
		for (int32_t y = sr_date_of(from).year; y <= last; y++) {
			if (!day_of(e, y, &day) || day < from ||
			    (over && day > to + WEEK) ||
			    (e->weekday >= 0 && sr_weekday(day) != e->weekday))
				continue;
			fits++;
			found = day;
		}
		if (fits == 1 && found > c->fixed)
			c->fixed = found;
	}
}

/* Days without a year, and lengths of time behind days: the latest. */
static void take_latest(struct clues *c, const struct sr_exprs *x)
{
	int32_t told = SR_DAY_MIN;
	int32_t ref = c->fixed != SR_DAY_MIN ? c->fixed : c->about.to;

	c->latest = c->fixed != SR_DAY_MIN ? c->fixed : c->about.from;
	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		int32_t day, y = sr_date_of(ref).year;
		if (is_dated_day(e) && looks_back(c, e)) {
			if (!day_of(e, e->year ? e->year : y, &day))
				continue;
			if (!e->year && day - ref > NEAR)
				day = sr_add_months(day, -12);
			else if (!e->year && ref - day > NEAR)
				day = sr_add_months(day, 12);
			told = day;
		} else if (e->kind == SR_EXPR_DURATION && told != SR_DAY_MIN &&
			   e->prep == SR_TW_AFTER && e->unit == SR_DAY &&
			   e->low && e->low == e->high) {
			day = told + sr_unit_days(SR_DAY, e->low);
		} else {
			continue;
		}
		if (day > c->latest && day - ref <= AFTER_LATEST)
			c->latest = day;
	}
}

/* The day from the latest on that has most of the weekdays just behind it. */
static struct sr_days by_weekdays(const struct clues *c)
{
	static const unsigned WEIGHT[WEEK] = { 4, 4, 2, 1, 1, 0, 0 };
	int32_t best = c->latest;
	unsigned most = 0;

	for (int32_t p = c->latest; p <= c->latest + WEEK; p++) {
		unsigned score = 0;
		for (int32_t k = 0; k < WEEK; k++)
			score += WEIGHT[k] * c->weekday[sr_weekday(p - k)];
		if (score > most) {
			most = score;
			best = p;
		}
	}
	if (!c->weekday[sr_weekday(best)] && best > c->latest)
		best--;
	return (struct sr_days){ best, best + 1 };
}

static char first_byte(const struct sr_doc *doc, uint32_t token)
{
	return doc->report.text.s[doc->tokens.items[token].at.from];
}

/* "Ministry report (30 August 2024)": the whole day that a title ends with. */
static struct sr_days by_title(const struct clues *c, const struct sr_exprs *x)
{
	const struct sr_doc *doc = c->doc;

	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		uint32_t last = doc->atoms->list.items[e->to - 1].token;
		const struct sr_sentence *s =
			&doc->sentences.items[doc->tokens.items[last].sentence];
		int32_t day;
		unsigned kind = doc->blocks.items[s->block].kind;
		if (kind != SR_BLOCK_TITLE &&
		    (kind != SR_BLOCK_HEADING || s->block > 1))
			break;
		/* "Morning update, 5 November 2020 (Day 40)" */
		bool bracket = last + 1 < s->to &&
			       first_byte(doc, last + 1) == '(';
		if (is_dated_day(e) && e->year &&
		    (last + 2 >= s->to || bracket) &&
		    day_of(e, e->year, &day))
			return (struct sr_days){ day, day };
	}
	return SR_DAYS_UNKNOWN;
}

/* "(Radio Dabanga, 1 October 2023)": the whole day that a credit in brackets at
 * the very end gives. */
static struct sr_days by_credit(const struct clues *c, const struct sr_exprs *x)
{
	const struct sr_doc *doc = c->doc;
	int32_t day;

	if (!x->list.nitem)
		return SR_DAYS_UNKNOWN;
	const struct sr_expr *e = &x->list.items[x->list.nitem - 1];
	if (!is_dated_day(e) || !e->year || e->prep != SR_NO_WORD)
		return SR_DAYS_UNKNOWN;
	uint32_t end = doc->atoms->list.items[e->to - 1].token + 1;
	uint32_t from = doc->atoms->list.items[e->from].token;
	size_t left = doc->tokens.nitem - end;
	if (!left || left > 2 || first_byte(doc, end) != ')' ||
	    (left == 2 && first_byte(doc, end + 1) != '.'))
		return SR_DAYS_UNKNOWN;
	for (uint32_t k = 1; k <= CREDIT && k <= from; k++)
		if (first_byte(doc, from - k) == '(')
			return day_of(e, e->year, &day)
				       ? (struct sr_days){ day, day }
				       : SR_DAYS_UNKNOWN;
	return SR_DAYS_UNKNOWN;
}

/* "Dawn, August 27, 2024": a line of its own near the top that has but a name
 * and a whole day. */
static struct sr_days by_line(const struct clues *c, const struct sr_exprs *x)
{
	const struct sr_doc *doc = c->doc;
	struct sr_str text = doc->report.text;

	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		const struct sr_token *t = doc->tokens.items;
		uint32_t first = doc->atoms->list.items[e->from].token;
		uint32_t end = doc->atoms->list.items[e->to - 1].token + 1;
		uint32_t at = t[end - 1].at.to, words = 0;
		int32_t day;
		if (t[first].sentence >= LINES)
			break;
		if (!is_dated_day(e) || !e->year || e->prep != SR_NO_WORD ||
		    (at < text.n && text.s[at] != '\n'))
			continue;
		for (at = t[first].at.from; at && text.s[at - 1] != '\n'; at--)
			words += text.s[at - 1] == ' ';
		if (at && words <= LINE_WORDS && day_of(e, e->year, &day))
			return (struct sr_days){ day, day };
	}
	return SR_DAYS_UNKNOWN;
}

static struct sr_days infer(struct clues *c, const struct sr_exprs *x)
{
	struct sr_days told = by_title(c, x);

	if (!sr_days_known(told))
		told = by_credit(c, x);
	if (!sr_days_known(told))
		told = by_line(c, x);
	if (sr_days_known(told))
		return told;

	for (size_t i = 0; i < x->list.nitem; i++)
		take_clue(c, x, &x->list.items[i]);
	if ((many_years(x) || c->nfull >= HISTORY_YEARS) && !c->nweekday)
		return SR_DAYS_UNKNOWN;
	if (c->fixed == SR_DAY_MIN && c->war != SR_NONE)
		from_war_years(c, x);
	if (c->fixed == SR_DAY_MIN && !sr_days_known(c->about))
		return SR_DAYS_UNKNOWN;
	take_latest(c, x);
	if (c->nweekday)
		return by_weekdays(c);
	if (c->fixed != SR_DAY_MIN || c->latest > c->about.from)
		return (struct sr_days){ c->latest, c->latest + 1 };
	return c->about;
}

enum sr_code sr_published(struct sr_doc *doc, const struct sr_kit *kit,
			  struct sr_err *err)
{
	if (sr_days_known(doc->report.published))
		return SR_OK;
	enum sr_code code = sr_exprs_make(doc, kit, err);
	if (code)
		return code;
	struct clues c = { .kit = kit,
			   .doc = doc,
			   .fixed = SR_DAY_MIN,
			   .about = SR_DAYS_UNKNOWN };
	c.war = sr_war_find(doc, kit, SR_DAYS_UNKNOWN);
	/* Each date is held against each other: the first of them will do. */
	struct sr_exprs some = *doc->exprs;
	if (some.list.nitem > MOST_EXPRS)
		some.list.nitem = MOST_EXPRS;
	struct sr_days d = infer(&c, &some);
	if (!sr_days_known(d))
		return SR_OK;
	doc->report.published = d;
	doc->report.published_inferred = true;
	return SR_OK;
}
