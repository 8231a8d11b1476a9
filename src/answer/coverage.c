#include "answer/coverage.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "views/wording.h"

#define HABIT 28     /* days that make a habit */
#define WEEKS 8	     /* of the same weekday */
#define LEAST_WEEKS 3
#define SIGMA 3.0
#define GAP_TIMES 4
#define GAP_LEAST 3
#define SHOWN 4 /* gaps and drops that a table names */
#define MOST_DAYS 100000 /* of one source; what lies farther off is no day */

static const struct sr_view_column SOURCES[] = {
	{ "source", "source", SR_CUT },	 { "from", "from", SR_LEFT },
	{ "to", "to", SR_LEFT },	 { "reports", "reports", SR_RIGHT },
	{ "claims", "claims", SR_RIGHT }, { "aside", "no war", SR_RIGHT },
	{ "foreign", "foreign", SR_RIGHT }, { "refused", "refused", SR_RIGHT },
	{ "undated", "undated", SR_RIGHT },
	{ "usual", "usual a day", SR_RIGHT },
	{ "ngap", NULL, SR_LEFT },	 { "gaps", "gaps", SR_WRAP },
	{ "ndrop", NULL, SR_LEFT },	 { "drops", "drops", SR_WRAP },
};

static const struct sr_view_column SERIES[] = {
	{ "source", "source", SR_CUT },	 { "day", "day", SR_LEFT },
	{ "reports", "reports", SR_RIGHT }, { "claims", "claims", SR_RIGHT },
	{ "aside", "no war", SR_RIGHT }, { "foreign", "foreign", SR_RIGHT },
	{ "refused", "refused", SR_RIGHT },
	{ "usual", "usual", SR_RIGHT },	 { "note", "note", SR_LEFT },
};

struct day {
	uint32_t n[SR_VOLUME_KINDS];
	int64_t claims;
	uint32_t came; /* read, set aside, in another language */
	bool gap, drop;
	int32_t usual; /* -1: there is no habit yet */
};

struct coverage {
	struct sr_ask *ask;
	struct sr_rows *rows;
	struct sr_volumes list;
	int32_t last; /* day of the ledger */
	/* of the source being worked on */
	const struct sr_volume *v;
	size_t n;
	struct day *day, undated;
	int32_t from;
	uint32_t nday;
};

static int by_source(const void *pa, const void *pb)
{
	const struct sr_volume *a = pa, *b = pb;
	size_t n = a->source.n < b->source.n ? a->source.n : b->source.n;
	int c = n ? memcmp(a->source.s, b->source.s, n) : 0;

	if (c || a->source.n != b->source.n)
		return c ? c : a->source.n < b->source.n ? -1 : 1;
	return a->day < b->day ? -1 : a->day > b->day;
}

static int by_number(const void *pa, const void *pb)
{
	const double *a = pa, *b = pb;

	return *a < *b ? -1 : *a > *b;
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_number);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

/* On this scale the deviation of a count is about 1 (Anscombe, 1948). */
static double steady(double n)
{
	return 2 * sqrt(n + 0.375);
}

/* What is usual on day i, and how far days are off it on the steady scale. */
static double habit(const struct coverage *c, uint32_t i, double *spread)
{
	double v[HABIT], w[WEEKS];
	size_t n = 0, k = 0;

	for (uint32_t b = 1; b <= HABIT && b <= i; b++)
		v[n++] = c->day[i - b].came;
	for (uint32_t b = 7; b <= 7 * WEEKS && b <= i; b += 7)
		w[k++] = c->day[i - b].came;
	double usual = median(v, n);
	for (size_t j = 0; j < n; j++)
		v[j] = fabs(steady(v[j]) - steady(usual));
	*spread = 1.4826 * median(v, n);
	double same = k >= LEAST_WEEKS ? median(w, k) : usual;
	return same < usual ? same : usual;
}

static void find_drops(struct coverage *c)
{
	for (uint32_t i = 0; i < c->nday; i++) {
		double spread;
		c->day[i].usual = -1;
		if (i < HABIT / 2)
			continue;
		double usual = habit(c, i, &spread);
		double least = steady(usual) -
			       SIGMA * (spread > 1 ? spread : 1);
		c->day[i].usual = (int32_t)(usual + 0.5);
		c->day[i].drop = steady(c->day[i].came) < least;
	}
}

static void mark_gap(struct coverage *c, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		c->day[i].gap = true;
}

/* Empty stretches, against the median of the steps from one day with something
 * to the next. */
static bool find_gaps(struct coverage *c)
{
	double *step = SR_NEW(&c->ask->mem, double, c->nday + 1);
	uint32_t before = 0;
	size_t n = 0;

	if (!step)
		return false;
	for (uint32_t i = 1; i < c->nday; i++) {
		if (!c->day[i].came)
			continue;
		step[n++] = i - before;
		before = i;
	}
	double usual = n ? median(step, n) : 1;
	double most = GAP_TIMES * usual;
	before = 0;
	for (uint32_t i = 1; i <= c->nday; i++) {
		if (i < c->nday && !c->day[i].came)
			continue;
		uint32_t empty = i - before - 1;
		if (n >= GAP_LEAST && empty >= GAP_LEAST && empty > most)
			mark_gap(c, before + 1, i);
		before = i;
	}
	return true;
}

static void count_in(struct day *d, const struct sr_volume *v)
{
	d->n[v->kind]++;
	d->claims += v->nclaim;
	d->came += v->kind != SR_VOLUME_REFUSED;
}

/* The days from the first of the source to the last of the ledger. */
static bool make_days(struct coverage *c)
{
	int32_t first = SR_DAY_MAX;

	c->undated = (struct day){ .gap = false };
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].dated && c->v[i].day < first)
			first = c->v[i].day;
	int64_t n = first > c->last ? 0 : (int64_t)c->last - first + 1;
	c->nday = n > MOST_DAYS ? MOST_DAYS : (uint32_t)n;
	c->from = c->last - (int32_t)c->nday + 1;
	c->day = SR_NEW(&c->ask->mem, struct day, c->nday + 1);
	for (size_t i = 0; c->day && i < c->n; i++) {
		const struct sr_volume *v = &c->v[i];
		bool in = c->nday && v->dated && v->day >= c->from &&
			  v->day <= c->last;
		count_in(in ? &c->day[v->day - c->from] : &c->undated, v);
	}
	return c->day != NULL;
}

static bool is_wanted(const struct coverage *c, uint32_t i)
{
	struct sr_days d = c->ask->filter.days;
	int32_t day = c->from + (int32_t)i;

	return !sr_days_known(d) || (day >= d.from && day <= d.to);
}

static void put_source(struct coverage *c)
{
	if (c->v->source.n)
		sr_cell_text(c->rows, c->v->source);
	else
		sr_cell_text(c->rows, SR_STR("(no publisher)"));
}

static void put_series(struct coverage *c)
{
	for (uint32_t i = 0; i < c->nday; i++) {
		const struct day *d = &c->day[i];
		if (!is_wanted(c, i))
			continue;
		put_source(c);
		sr_cell_day(c->rows, c->from + (int32_t)i);
		sr_cell_int(c->rows, d->n[SR_VOLUME_READ]);
		sr_cell_int(c->rows, d->claims);
		sr_cell_int(c->rows, d->n[SR_VOLUME_ASIDE]);
		sr_cell_int(c->rows, d->n[SR_VOLUME_FOREIGN]);
		sr_cell_int(c->rows, d->n[SR_VOLUME_REFUSED]);
		if (d->usual >= 0)
			sr_cell_int(c->rows, d->usual);
		else
			sr_cell_none(c->rows);
		sr_cell_text(c->rows, sr_str_of(d->gap	  ? "gap"
						: d->drop ? "drop"
							  : ""));
	}
}

/* "2024-05-01..2024-05-04, 2024-06-01, 3 more" of the days that are marked. */
static size_t put_stretches(struct coverage *c, bool gaps)
{
	char text[1024] = "", days[SR_WORDING];
	size_t n = 0, at = 0;

	for (uint32_t i = 0; i < c->nday; i++) {
		uint32_t from = i;
		while (i < c->nday && is_wanted(c, i) &&
		       (gaps ? c->day[i].gap
			     : c->day[i].drop && !c->day[i].gap))
			i++;
		if (i == from || n++ >= SHOWN)
			continue;
		sr_days_text((struct sr_days){ c->from + (int32_t)from,
					       c->from + (int32_t)i - 1 },
			     false, days);
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s%s",
				       at ? ", " : "", days);
	}
	if (n > SHOWN)
		snprintf(text + at, sizeof(text) - at, ", %zu more", n - SHOWN);
	sr_cell_int(c->rows, (int64_t)n);
	if (at)
		sr_cell_format(c->rows, "%s", text);
	else
		sr_cell_none(c->rows);
	return n;
}

static void put_total(struct coverage *c)
{
	double *came = SR_NEW(&c->ask->mem, double, c->nday + 1);
	struct day sum = c->undated;
	uint32_t n = 0, last = 0;

	for (uint32_t i = 0; came && i < c->nday; i++) {
		const struct day *d = &c->day[i];
		if (!is_wanted(c, i))
			continue;
		came[n++] = d->came;
		last = d->came ? i : last;
		sum.claims += d->claims;
		for (int k = 0; k < SR_VOLUME_KINDS; k++)
			sum.n[k] += d->n[k];
	}
	put_source(c);
	sr_cell_day(c->rows, c->nday ? c->from : SR_DAY_MIN);
	sr_cell_day(c->rows,
		    c->nday ? c->from + (int32_t)last : SR_DAY_MAX);
	sr_cell_int(c->rows, sum.n[SR_VOLUME_READ]);
	sr_cell_int(c->rows, sum.claims);
	sr_cell_int(c->rows, sum.n[SR_VOLUME_ASIDE]);
	sr_cell_int(c->rows, sum.n[SR_VOLUME_FOREIGN]);
	sr_cell_int(c->rows, sum.n[SR_VOLUME_REFUSED]);
	sr_cell_int(c->rows, c->undated.came);
	if (n)
		sr_cell_fixed(c->rows, median(came, n), 1);
	else
		sr_cell_none(c->rows);
	put_stretches(c, true);
	put_stretches(c, false);
}

/* As a person would look for it: without regard to capitals. */
static bool holds(struct sr_str all, struct sr_str part)
{
	for (size_t i = 0; i + part.n <= all.n; i++) {
		size_t k = 0;
		while (k < part.n &&
		       (all.s[i + k] == part.s[k] ||
			((all.s[i + k] ^ part.s[k]) == 0x20 &&
			 (part.s[k] | 0x20) >= 'a' && (part.s[k] | 0x20) <= 'z')))
			k++;
		if (k == part.n)
			return true;
	}
	return false;
}

static int32_t last_day(const struct sr_volumes *list)
{
	int32_t last = SR_DAY_MIN;

	for (size_t i = 0; i < list->items.nitem; i++)
		if (list->items.items[i].dated &&
		    list->items.items[i].kind != SR_VOLUME_REFUSED &&
		    list->items.items[i].day > last)
			last = list->items.items[i].day;
	return last;
}

enum sr_code sr_coverage_rows(struct sr_ask *ask, bool series,
			      struct sr_rows *rows)
{
	struct coverage c = { .ask = ask, .rows = rows };
	enum sr_code code =
		sr_ledger_volume(ask->ledger, &ask->mem, &c.list, &ask->err);
	struct sr_volume *all = c.list.items.items;
	size_t n = c.list.items.nitem;

	*rows = series ? sr_ask_rows(ask, SERIES, SR_LEN(SERIES))
		       : sr_ask_rows(ask, SOURCES, SR_LEN(SOURCES));
	if (n)
		qsort(all, n, sizeof(*all), by_source);
	c.last = last_day(&c.list);
	for (size_t i = 0, to; !code && i < n; i = to) {
		for (to = i + 1;
		     to < n && sr_str_equal(all[to].source, all[i].source);)
			to++;
		if (!holds(all[i].source, ask->filter.source))
			continue;
		c.v = &all[i];
		c.n = to - i;
		if (!make_days(&c) || !find_gaps(&c))
			return sr_fail_nomem(&ask->err, "answer");
		find_drops(&c);
		if (series)
			put_series(&c);
		else
			put_total(&c);
	}
	return code;
}
