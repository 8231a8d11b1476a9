/* A weekday beside a date that falls on another, and so many days "from ...
 * to ..." that are more or fewer. The first is sure where the year is named;
 * without one the date must be of the weeks around the report's day, and no
 * other year be named in the report. The second is said only where the number
 * of days stands right beside both ends. */
#include "base/calendar.h"
#include "base/str.h"
#include "ontology.h"
#include "resolve/expr.h"
#include "resolve/remark.h"

#define FIRST_YEAR 1924 /* before, some countries had another calendar */
#define AROUND 45	/* days from the report's */
#define MOST_GAP 3	/* tokens between a duration and its ends */
#define GRANTED 2	/* days, by how ends are counted */

static struct sr_span span_of(const struct sr_doc *doc,
			      const struct sr_expr *a, const struct sr_expr *b)
{
	const struct sr_atom *atom = doc->atoms->list.items;

	return (struct sr_span){ atom[a->from].at.from, atom[b->to - 1].at.to };
}

static uint32_t token_at(const struct sr_doc *doc, uint32_t atom)
{
	return doc->atoms->list.items[atom].token;
}

/* The only year that the report can mean, its own; 0 if it names others. */
static int32_t only_year(const struct sr_doc *doc)
{
	struct sr_days p = doc->report.published;

	if (!sr_days_known(p) || p.from != p.to ||
	    doc->report.published_inferred)
		return 0;
	int32_t year = sr_date_of(p.from).year;
	for (size_t i = 0; i < doc->exprs->list.nitem; i++) {
		const struct sr_expr *e = &doc->exprs->list.items[i];
		if (e->kind == SR_EXPR_DATE && e->year && e->year != year)
			return 0;
	}
	return year;
}

/* The day that a date with a weekday names; false if that is open. */
static bool day_meant(const struct sr_doc *doc, const struct sr_expr *e,
		      int32_t own_year, int32_t *day)
{
	struct sr_date d = { e->year ? e->year : own_year, e->month, e->day };

	if (e->kind != SR_EXPR_DATE || e->grain != SR_GRAIN_DAY ||
	    e->weekday < 0 || e->month <= 0 || e->day <= 0 || e->bc ||
	    e->flavor || e->month_day || d.year < FIRST_YEAR ||
	    !sr_date_valid(d))
		return false;
	*day = sr_day_of(d);
	if (e->year)
		return true;
	int32_t off = *day - doc->report.published.from;
	return off >= -AROUND && off <= AROUND;
}

static bool remark_weekday(struct remark_work *w, const struct sr_expr *e,
			   int32_t own_year)
{
	static const char *const NAME[] = { "Monday",	"Tuesday", "Wednesday",
					    "Thursday", "Friday",  "Saturday",
					    "Sunday" };
	char text[SR_DAY_TEXT];
	int32_t day;

	if (!day_meant(w->doc, e, own_year, &day) ||
	    sr_weekday(day) == e->weekday ||
	    !remark_wanted(w, token_at(w->doc, e->from)))
		return true;
	struct sr_span at = span_of(w->doc, e, e);
	struct sr_remark *r = remark_push(w, SR_REMARK_WEEKDAY, at,
					  (struct sr_span){ 0, 0 });
	if (!r)
		return false;
	sr_day_write(day, text);
	r->unit = SR_STR("weekday");
	r->said = remark_count(e->weekday);
	r->found = remark_count(sr_weekday(day));
	r->why = remark_words(w, "%s was a %s", text, NAME[sr_weekday(day)]);
	return r->why.s != NULL;
}

/* Tokens from the end of one expression to the begin of the next. */
static bool beside(const struct sr_doc *doc, const struct sr_expr *a,
		   const struct sr_expr *b)
{
	uint32_t from = token_at(doc, a->to - 1), to = token_at(doc, b->from);
	const struct sr_token *t = doc->tokens.items;

	if (to < from || to - from - 1 > MOST_GAP ||
	    t[from].sentence != t[to].sentence)
		return false;
	for (uint32_t i = from + 1; i < to; i++)
		if (t[i].upos == SR_UPOS_VERB || t[i].upos == SR_UPOS_NUM ||
		    t[i].upos == SR_UPOS_CCONJ)
			return false;
	return true;
}

/* The days that a mention of that span names. */
static struct sr_days named(const struct sr_doc *doc, const struct sr_expr *e)
{
	struct sr_span at = span_of(doc, e, e);

	for (size_t i = 0; i < doc->times.nitem; i++) {
		const struct sr_time *t = &doc->times.items[i];
		if (t->m.at.from == at.from && t->m.at.to == at.to)
			return t->named;
		if (t->m.at.from > at.from)
			break;
	}
	return SR_DAYS_UNKNOWN;
}

/* A length of whole days or weeks that is stated, not "for days". */
static bool is_length(const struct sr_expr *e)
{
	return e->kind == SR_EXPR_DURATION && e->low > 0 && e->high >= e->low &&
	       !e->many && (e->unit == SR_DAY || e->unit == SR_WEEK);
}

/* How long e says, against the days from a to b. */
static bool remark_length(struct remark_work *w, const struct sr_expr *e,
			  const struct sr_expr *a, const struct sr_expr *b)
{
	int64_t unit = e->unit == SR_WEEK ? 7 : 1;
	struct sr_days from = named(w->doc, a), to = named(w->doc, b);

	if (!sr_days_known(from) || !sr_days_known(to) ||
	    from.from != from.to || to.from != to.to || to.from < from.from ||
	    !remark_wanted(w, token_at(w->doc, e->from)))
		return true;
	int64_t days = to.from - from.from;
	int64_t slack = unit == 7 ? 5000 : GRANTED * 1000;
	if (e->low * unit - slack <= days * 1000 &&
	    e->high * unit + slack >= (days + 1) * 1000 - 1000)
		return true;
	struct sr_remark *r = remark_push(w, SR_REMARK_DURATION,
					  span_of(w->doc, e, e),
					  span_of(w->doc, a, b));
	if (!r)
		return false;
	r->unit = SR_STR("day");
	r->said = (struct sr_count){ e->low * unit, e->high * unit };
	r->found = (struct sr_count){ days * 1000, (days + 1) * 1000 };
	r->why = remark_words(w, "from the one to the other it is %d days",
			      (int)days);
	return r->why.s != NULL;
}

static bool is_day(const struct sr_expr *e)
{
	return e->kind == SR_EXPR_DATE && e->grain == SR_GRAIN_DAY && e->day;
}

bool remark_times(struct remark_work *w)
{
	const struct sr_expr *e = w->doc->exprs->list.items;
	size_t n = w->doc->exprs->list.nitem;
	int32_t year = only_year(w->doc);

	for (size_t i = 0; i < n; i++) {
		if (!remark_weekday(w, &e[i], year))
			return false;
		if (i + 1 >= n || e[i].link != SR_LINK_RANGE ||
		    !is_day(&e[i]) || !is_day(&e[i + 1]))
			continue;
		if (i > 0 && is_length(&e[i - 1]) &&
		    beside(w->doc, &e[i - 1], &e[i]) &&
		    !remark_length(w, &e[i - 1], &e[i], &e[i + 1]))
			return false;
		if (i + 2 < n && is_length(&e[i + 2]) &&
		    beside(w->doc, &e[i + 1], &e[i + 2]) &&
		    !remark_length(w, &e[i + 2], &e[i], &e[i + 1]))
			return false;
	}
	return true;
}
