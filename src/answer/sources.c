#include "answer/sources.h"

#include <stdlib.h>

#include "answer/incidents.h"
#include "base/calendar.h"
#include "base/compiler.h"
#include "base/order.h"
#include "fuse/source.h"

static const struct sr_view_column COLUMNS[] = {
	{ "kind", "kind", SR_LEFT },
	{ "name", "name", SR_CUT },
	{ "reports", "reports", SR_RIGHT },
	{ "claims", "claims", SR_RIGHT },
	{ "incidents", "incidents", SR_RIGHT },
	{ "alone", "alone", SR_RIGHT },
	{ "supported", "supported", SR_RIGHT },
	{ "contradicted", "contradicted", SR_RIGHT },
	{ "first", "first", SR_RIGHT },
	{ "delay", "days late", SR_RIGHT },
	{ "delay_claims", NULL, SR_RIGHT },
	{ "reliability", "grade", SR_LEFT },
	{ "published_from", "from", SR_LEFT },
	{ "published_to", "to", SR_LEFT },
};

struct view {
	struct sr_records all;
	struct sr_voices voices;
	struct sr_incidents incidents;
	struct sr_conflicts conflicts;
	struct sr_sources sources;
	bool *wanted;
};

/* Which claims the filters let through. */
static enum sr_code mark_wanted(struct sr_ask *ask, struct view *v)
{
	struct sr_records fit = { .claims = { 0 } };
	struct sr_arena scratch; /* all that is kept of them is their rows */

	sr_arena_init(&scratch, ask->mem.limit);
	enum sr_code code = sr_ledger_claims(ask->ledger, &ask->filter,
					     &scratch, &fit, &ask->err);
	size_t n = fit.claims.nitem, most = v->all.claims.nitem;
	int64_t *row = SR_NEW(&ask->mem, int64_t, n);

	v->wanted = SR_NEW(&ask->mem, bool, most);
	for (size_t i = 0; !code && row && i < n; i++)
		row[i] = fit.claims.items[i].row;
	sr_arena_release(&scratch);
	if (code)
		return code;
	if (!row || !v->wanted)
		return sr_fail_nomem(&ask->err, "sources");
	if (n)
		qsort(row, n, sizeof(*row), sr_by_i64);
	for (size_t i = 0; n && i < most; i++)
		v->wanted[i] = bsearch(&v->all.claims.items[i].row, row, n,
				       sizeof(*row), sr_by_i64) != NULL;
	return SR_OK;
}

/* All claims, since what one source says is measured by what others do. */
static enum sr_code load(struct sr_ask *ask, struct view *v)
{
	struct sr_filter all = SR_FILTER;
	struct sr_conflict_in in = { &v->all, &v->voices, NULL };
	struct sr_arena *mem = &ask->mem;

	all.known_on = ask->filter.known_on;
	enum sr_code code =
		sr_ledger_claims(ask->ledger, &all, mem, &v->all, &ask->err);
	if (!code)
		code = mark_wanted(ask, v);
	if (!code)
		code = sr_voices(&v->all, mem, &v->voices, &ask->err);
	if (!code)
		code = sr_incidents_of(ask, &v->all, &v->voices, &v->incidents);
	if (!code)
		code = sr_conflicts(&in, mem, &v->conflicts, &ask->err);
	if (code)
		return code;
	return sr_sources(&(struct sr_source_in){ &v->all, &v->voices,
						  &v->incidents, &v->conflicts,
						  v->wanted },
			  mem, &v->sources, &ask->err);
}

static void source_row(struct sr_rows *rows, const struct sr_source *s)
{
	bool known = sr_days_known(s->published);
	char grade = sr_source_reliability(s);

	sr_cell_text(rows, sr_str_of(sr_source_kind_name(s->kind)));
	sr_cell_text(rows, s->name.n ? s->name : SR_STR("(not named)"));
	sr_cell_int(rows, s->nreport);
	sr_cell_int(rows, s->nclaim);
	sr_cell_int(rows, s->nincident);
	sr_cell_int(rows, s->nalone);
	sr_cell_int(rows, s->nsupported);
	sr_cell_int(rows, s->ncontradicted);
	sr_cell_int(rows, s->nfirst);
	if (s->delay < 0)
		sr_cell_none(rows);
	else
		sr_cell_int(rows, s->delay);
	sr_cell_int(rows, s->ndelay);
	/* Nobody in particular has no grade. */
	if (s->kind == SR_SOURCE_UNNAMED || !s->name.n)
		sr_cell_none(rows);
	else
		sr_cell_format(rows, "%c", grade);
	sr_cell_day(rows, known ? s->published.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? s->published.to : SR_DAY_MAX);
}

enum sr_code sr_sources_rows(struct sr_ask *ask, struct sr_rows *rows)
{
	size_t limit = ask->filter.limit;
	struct view v = { .wanted = NULL };

	*rows = sr_ask_rows(ask, COLUMNS, SR_LEN(COLUMNS));
	ask->filter.limit = 0;
	enum sr_code code = load(ask, &v);
	size_t n = v.sources.items.nitem;
	for (size_t i = 0; !code && i < n && (!limit || i < limit); i++)
		source_row(rows, &v.sources.items.items[i]);
	return code;
}
