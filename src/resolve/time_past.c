/* Whether a text tells of the past: a history, in which nobody speaks today, or
 * a chronicle of a war that goes on. Told by the years that its dates name and
 * by how many of its days count from a report's ("on Sunday"). */
#include "resolve/time_past.h"

#include "base/calendar.h"

#define HISTORY_YEARS 5 /* years named that make a text one about the past */
#define CHRONICLE_DAYS 2 /* with a past year, that make one a chronicle */
#define COURSE 6	 /* days that follow each other */
#define OPENING 6	 /* sentences, with the title */
#define LONGEST_TITLE 12 /* tokens */

/* "On Sunday", "yesterday", "last week": only news counts from its day. */
static bool is_news(const struct sr_expr *e)
{
	return (e->kind == SR_EXPR_DATE && e->weekday >= 0 && !e->year) ||
	       (e->kind == SR_EXPR_DAY && e->sign <= 0) ||
	       (e->kind == SR_EXPR_REL && e->flavor <= 2 && e->flavor);
}

bool sr_tells_history(const struct sr_exprs *x, struct sr_days today)
{
	int32_t year = sr_days_known(today) ? sr_date_of(today.from).year
					    : 9999;
	size_t past = 0, present = 0, news = 0;

	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		if (e->kind == SR_EXPR_DATE && e->year)
			*(e->year < year ? &past : &present) += 1;
		news += is_news(e);
	}
	if (!sr_days_known(today))
		return past >= HISTORY_YEARS && past > 2 * news;
	return past >= HISTORY_YEARS && past > 3 * news && past > 2 * present;
}

/* "2016 Khanasir offensive", "Fall of Sirte (2016)": the year in a title. */
static bool has_titled_year(const struct sr_doc *doc, int32_t before)
{
	if (!doc->exprs->list.nitem)
		return false;
	const struct sr_expr *e = &doc->exprs->list.items[0];
	uint32_t first = doc->atoms->list.items[e->from].token;
	const struct sr_sentence *s =
		&doc->sentences.items[doc->tokens.items[first].sentence];
	const struct sr_token *end = &doc->tokens.items[s->to - 1];

	return s->block <= 1 && s->to - s->from <= LONGEST_TITLE &&
	       doc->report.text.s[end->at.from] != '.' &&
	       e->kind == SR_EXPR_DATE && e->weekday < 0 && e->year &&
	       e->year < before && e->grain <= SR_GRAIN_YEAR &&
	       e->prep == SR_NO_WORD;
}

/* A whole day of which the text tells first. */
static bool opens(const struct sr_doc *doc, const struct sr_expr *e)
{
	uint32_t token = doc->atoms->list.items[e->from].token;

	return e->day && e->year && e->prep != SR_TW_SINCE &&
	       doc->tokens.items[token].sentence < OPENING;
}

/* A course of days: many without a year, one behind the other. */
struct course {
	size_t up, down;
	int last;
};

static void step(struct course *c, const struct sr_expr *e)
{
	int now = e->month * 32 + e->day;

	if (!e->day)
		return;
	if (c->last)
		*(now >= c->last ? &c->up : &c->down) += 1;
	c->last = now;
}

bool sr_tells_chronicle(const struct sr_doc *doc, struct sr_days today)
{
	const struct sr_exprs *x = doc->exprs;
	size_t past = 0, bare = 0, news = 0;
	bool any = false, firm = false;
	struct course days = { 0 };

	if (!sr_days_known(today))
		return false;
	int32_t year = sr_date_of(today.from).year;
	bool titled = has_titled_year(doc, year);
	for (size_t i = 0; i < x->list.nitem; i++) {
		const struct sr_expr *e = &x->list.items[i];
		bool dated = e->kind == SR_EXPR_DATE && e->weekday < 0 &&
			     e->month && e->grain <= SR_GRAIN_MONTH;
		if (!titled && dated && !any && (!e->year || e->year >= year))
			return false;
		any = any || dated;
		past += dated && e->year && e->year < year;
		firm = firm || (dated && past == 1 && !bare && opens(doc, e));
		bare += dated && !e->year && !e->flavor;
		if (dated && !e->year && !e->flavor)
			step(&days, e);
		news += is_news(e);
	}
	if (titled && bare > CHRONICLE_DAYS && bare > 4 * news)
		return true;
	/* "starting on 17 November 2020 ... on 30 November", a year on */
	if (firm && bare >= CHRONICLE_DAYS && !news)
		return true;
	/* "in January 2017 ... on 22 March", and on for weeks */
	if (past && days.up >= COURSE && days.up > 4 * days.down && !news)
		return true;
	return past >= CHRONICLE_DAYS && past > 2 * news;
}

#define LONG_OVER 365 /* days from the last that is told to the page's */

void sr_close_spans(struct sr_doc *doc)
{
	int32_t today = doc->report.published.from, last = SR_DAY_MIN;

	if (!sr_days_known(doc->report.published))
		return;
	for (size_t i = 0; i < doc->times.nitem; i++) {
		const struct sr_time *t = &doc->times.items[i];
		if (t->kind != SR_TIME_POINT || !sr_days_known(t->days) ||
		    t->basis != SR_BASIS_EXPLICIT)
			continue;
		if (t->days.to > today - LONG_OVER)
			return; /* it goes on */
		last = t->days.to > last ? t->days.to : last;
	}
	for (size_t i = 0; last > SR_DAY_MIN && i < doc->times.nitem; i++) {
		struct sr_time *t = &doc->times.items[i];
		if (t->kind == SR_TIME_SINCE && sr_days_known(t->days) &&
		    t->days.to >= today && t->days.to < SR_DAY_MAX &&
		    t->days.from <= last)
			t->days.to = last;
	}
}
