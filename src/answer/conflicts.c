#include "answer/conflicts.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "base/order.h"
#include "ontology.h"

/* Filters that a remark of reading, which is of no claim, does not meet. */
static bool asks_for_claims(const struct sr_filter *f)
{
	return f->types.n || f->statuses.n || f->side.n || f->speaker.n ||
	       f->place.n || f->nspot || f->near || sr_days_known(f->days);
}

static enum sr_code load_all(struct sr_conflicts_view *v)
{
	struct sr_ask *a = v->ask;
	struct sr_filter filter = SR_FILTER;
	struct sr_conflict_in in = { &v->all, &v->voices, &v->remarks };
	enum sr_code code;

	filter.known_on = a->filter.known_on;
	code = sr_ledger_claims(a->ledger, &filter, &a->mem, &v->all, &a->err);
	if (!code)
		code = sr_voices(&v->all, &a->mem, &v->voices, &a->err);
	filter.source = a->filter.source;
	filter.text = a->filter.text;
	if (!code && !asks_for_claims(&a->filter))
		code = sr_ledger_remarks(a->ledger, &filter, &a->mem,
					 &v->remarks, &a->err);
	if (!code)
		code = sr_conflicts(&in, &a->mem, &v->found, &a->err);
	return code;
}

const struct sr_record *sr_conflict_claim(const struct sr_conflicts_view *v,
					  const struct sr_conflict *c, size_t i)
{
	return &v->all.claims.items[v->found.claims.items[c->from + i]];
}

/* Which claims the filters ask for */

/* Drops the conflicts of which no claim is asked for. */
static enum sr_code keep_asked(struct sr_conflicts_view *v)
{
	struct sr_ask *a = v->ask;
	struct sr_filter filter = a->filter;
	struct sr_records asked = { 0 };
	size_t kept = 0;
	int64_t *row;

	if (!asks_for_claims(&filter) && !filter.source.n && !filter.text.n)
		return SR_OK;
	filter.limit = 0;
	enum sr_code code =
		sr_ledger_claims(a->ledger, &filter, &a->mem, &asked, &a->err);
	size_t n = asked.claims.nitem;
	if (code)
		return code;
	if (!(row = SR_NEW(&a->mem, int64_t, n)))
		return sr_fail_nomem(&a->err, "conflicts");
	for (size_t i = 0; i < n; i++)
		row[i] = asked.claims.items[i].row;
	if (n)
		qsort(row, n, sizeof(*row), sr_by_i64);
	for (size_t i = 0; i < v->found.items.nitem; i++) {
		struct sr_conflict c = v->found.items.items[i];
		bool has = c.noted != NULL;
		for (size_t k = 0; n && k < c.nsaid + c.nagainst; k++)
			has = has || bsearch(&sr_conflict_claim(v, &c, k)->row,
					     row, n, sizeof(*row), sr_by_i64);
		if (has)
			v->found.items.items[kept++] = c;
	}
	v->found.items.nitem = kept;
	return SR_OK;
}

/* Rows for programs */

static const struct sr_view_column DATA[] = {
	{ "id", NULL, SR_LEFT },
	{ "kind", NULL, SR_LEFT },
	{ "weight", NULL, SR_LEFT },
	{ "day", NULL, SR_LEFT },
	{ "type", NULL, SR_LEFT },
	{ "place", NULL, SR_LEFT },
	{ "country", NULL, SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "said", NULL, SR_LEFT },
	{ "said_by", NULL, SR_LEFT },
	{ "said_origins", NULL, SR_LEFT },
	{ "said_reports", NULL, SR_LEFT },
	{ "said_claims", NULL, SR_LEFT },
	{ "against", NULL, SR_LEFT },
	{ "against_by", NULL, SR_LEFT },
	{ "against_origins", NULL, SR_LEFT },
	{ "against_reports", NULL, SR_LEFT },
	{ "against_claims", NULL, SR_LEFT },
	{ "note", NULL, SR_LEFT },
};

struct sr_str sr_conflict_voice(const struct sr_conflicts_view *v,
				const struct sr_record *r)
{
	const struct sr_filed *f = sr_filed_of(&v->all, r);

	if (r->claim.speaker.n)
		return r->claim.speaker;
	return f->report.publisher.n ? f->report.publisher : f->report.name;
}

static void side_cells(struct sr_conflicts_view *v, struct sr_rows *rows,
		       const struct sr_conflict *c, bool against)
{
	struct sr_support s = against ? c->against : c->said;
	size_t from = against ? c->nsaid : 0;
	size_t n = against ? c->nagainst : c->nsaid;
	struct sr_json ids = { .mem = &v->ask->mem };

	for (size_t i = 0; i < n; i++) {
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, sr_conflict_claim(v, c, from + i)->key);
	}
	sr_cell_text(rows, sr_conflict_claim(v, c, from)->words);
	sr_cell_text(rows, sr_conflict_voice(v, sr_conflict_claim(v, c, from)));
	sr_cell_int(rows, s.norigin);
	sr_cell_int(rows, s.nreport);
	sr_cell_list(rows, sr_json_text(&ids));
}

static void blank_cells(struct sr_rows *rows, int n)
{
	for (int i = 0; i < n; i++)
		sr_cell_none(rows);
}

struct sr_str sr_noted_voice(const struct sr_conflicts_view *v,
			     const struct sr_noted *n)
{
	const struct sr_report *r = &v->remarks.reports.items[n->report].report;

	return r->publisher.n ? r->publisher : r->name;
}

/* A remark: its words, what they don't fit, why. */
static void noted_cells(struct sr_conflicts_view *v, struct sr_rows *rows,
			const struct sr_noted *n)
{
	blank_cells(rows, 5);
	sr_cell_text(rows, n->words);
	sr_cell_text(rows, sr_noted_voice(v, n));
	sr_cell_int(rows, 1);
	sr_cell_int(rows, 1);
	sr_cell_list(rows, (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, n->beside);
	blank_cells(rows, 3);
	sr_cell_list(rows, (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, n->remark.why);
}

static void data_row(struct sr_conflicts_view *v, struct sr_rows *rows,
		     const struct sr_conflict *c)
{
	sr_cell_text(rows, sr_str_of(c->id));
	sr_cell_text(rows, sr_str_of(sr_conflict_name(c)));
	sr_cell_int(rows, c->weight);
	sr_cell_day(rows, c->day);
	if (c->noted) {
		noted_cells(v, rows, c->noted);
		return;
	}
	const struct sr_claim *x = &sr_conflict_claim(v, c, 0)->claim;
	sr_cell_text(rows, sr_str_of(sr_type_name(x->type)));
	if (x->has_place) {
		sr_cell_text(rows, x->place.name);
		sr_cell_text(rows, x->place.country);
		sr_cell_point(rows, &x->place);
	} else {
		blank_cells(rows, 4);
	}
	side_cells(v, rows, c, false);
	side_cells(v, rows, c, true);
	sr_cell_none(rows);
}

enum sr_code sr_conflicts_load(struct sr_ask *ask, bool every,
			       struct sr_conflicts_view *v)
{
	*v = (struct sr_conflicts_view){ .ask = ask };
	enum sr_code code = load_all(v);
	return code || every ? code : keep_asked(v);
}

void sr_conflicts_rows(struct sr_conflicts_view *v, size_t from, size_t n,
		       struct sr_rows *rows)
{
	*rows = sr_ask_rows(v->ask, DATA, SR_LEN(DATA));
	for (size_t i = from; i < from + n; i++)
		data_row(v, rows, &v->found.items.items[i]);
}
