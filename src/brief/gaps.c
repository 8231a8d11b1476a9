/* What is missing: days on which nothing was published, places that were fought
 * over and of which nothing has been heard for long. A reader must not take
 * silence for peace. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "brief/work.h"

#define SILENT 30   /* days without a word of a place */
#define MOST_SILENT 8
#define MOST_DAYS 366 /* that are looked at one by one */
#define MOST_RUNS 8

static const struct sr_str NONE = { NULL, 0 };

/* Was anything published on that day? */
static bool has_report(const struct sr_records *r, int32_t day)
{
	for (size_t i = 0; i < r->reports.nitem; i++) {
		struct sr_days d = r->reports.items[i].report.published;
		if (sr_days_known(d) && d.from <= day && d.to >= day)
			return true;
	}
	return false;
}

/* Stretches of days without a report, as words; *n of them in all. */
static struct sr_str silent_days(struct sr_briefing *b, size_t *n)
{
	struct sr_days d = b->filter.days;
	struct sr_str run[MOST_RUNS];
	int32_t from = 0;
	bool open = false;

	*n = 0;
	for (int32_t day = d.from; day <= d.to + 1; day++) {
		bool silent = day <= d.to && !has_report(&b->reports, day);
		if (silent && !open)
			from = day;
		else if (!silent && open && (*n)++ < MOST_RUNS)
			run[*n - 1] = sr_span_text(
				&b->en, (struct sr_days){ from, day - 1 });
		open = silent;
	}
	return sr_list_text(&b->en, run, *n < MOST_RUNS ? *n : MOST_RUNS);
}

static void tell_days(struct sr_briefing *b)
{
	struct sr_days d = b->filter.days;
	size_t n;

	if (!b->reports.reports.nitem || sr_days_span(d) >= MOST_DAYS)
		return;
	struct sr_str days = silent_days(b, &n);
	if (!n)
		return;
	struct sr_brief_part *p = sr_brief_part(b, SR_PART_ITEM);
	sr_brief_text(b, p,
		      sr_brief_say(b, n > MOST_RUNS ? "gap.days.more"
						    : "gap.days",
				   days, NONE));
}

struct silent {
	uint32_t index;
	uint32_t nreport;
	int32_t last;
};

static int by_weight(const void *x, const void *y)
{
	const struct silent *a = x, *b = y;

	if (a->nreport != b->nreport)
		return a->nreport > b->nreport ? -1 : 1;
	if (a->last != b->last)
		return a->last > b->last ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* Is the country of a place one of those that the report tells of? */
static bool is_told_of(const struct sr_briefing *b,
		       const struct sr_place_slot *p)
{
	for (size_t i = 0; i < b->found.incidents.items.nitem; i++) {
		const struct sr_place_slot *own =
			b->found.incidents.items.items[i].place;
		if (b->found.wanted[i] && own && own->country.n &&
		    sr_str_equal(own->country, p->country))
			return true;
	}
	return false;
}

static struct silent *find_silent(struct sr_briefing *b, size_t *n)
{
	size_t all = b->controls.items.nitem;
	struct silent *list = SR_NEW(b->en.mem, struct silent, all);
	int32_t to = b->filter.days.to;

	*n = 0;
	for (uint32_t i = 0; list && i < all; i++) {
		const struct sr_controlled *c = &b->controls.items.items[i];
		struct sr_held held;
		if (c->control.last == SR_DAY_MIN ||
		    c->control.last >= to - SILENT ||
		    !is_told_of(b, c->group->place) ||
		    !sr_held_on(c, to, &held) || !held.claimed)
			continue;
		list[(*n)++] = (struct silent){ i, c->group->nreport,
						c->control.last };
	}
	if (list && *n)
		qsort(list, *n, sizeof(*list), by_weight);
	return list;
}

static void tell_places(struct sr_briefing *b)
{
	size_t all, n;
	struct silent *list = find_silent(b, &all);
	struct sr_str place[MOST_SILENT];

	if (!list || !all)
		return;
	n = all < MOST_SILENT ? all : MOST_SILENT;
	for (size_t i = 0; i < n; i++) {
		const struct sr_controlled *c =
			&b->controls.items.items[list[i].index];
		place[i] = sr_brief_say(
			b, "gap.place",
			sr_brief_place_name(b, c->group->place),
			sr_day_text(&b->en, list[i].last));
	}
	struct sr_brief_part *p = sr_brief_part(b, SR_PART_ITEM);
	sr_brief_text(b, p,
		      sr_brief_say(b, "gap.places",
				   sr_list_text(&b->en, place, n), NONE));
	sr_brief_more(b, "more.places", all - n);
}

void sr_brief_gaps(struct sr_briefing *b)
{
	if (!sr_brief_section(b, "gaps"))
		return;
	tell_days(b);
	tell_places(b);
	sr_brief_drop_empty(b);
}
