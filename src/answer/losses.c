#include "answer/losses.h"

#include "base/calendar.h"
#include "base/compiler.h"
#include "ontology.h"
#include "views/wording.h"

static const struct sr_view_column COLUMNS[] = {
	{ "side", "side", SR_LEFT },
	{ "who", "who", SR_CUT },
	{ "category", "category", SR_LEFT },
	{ "disposition", NULL, SR_LEFT },
	{ "low", NULL, SR_RIGHT },
	{ "high", NULL, SR_RIGHT },
	{ "unit", NULL, SR_LEFT },
	{ NULL, "number", SR_LEFT },
	{ NULL, "step", SR_LEFT },
	{ "scope", "scope", SR_LEFT },
	{ "from", NULL, SR_LEFT },
	{ "to", NULL, SR_LEFT },
	{ NULL, "days", SR_LEFT },
	{ "status", "status", SR_LEFT },
	{ "claimant", "according to", SR_CUT },
	{ "own_voice", NULL, SR_LEFT },
	{ "reports", NULL, SR_RIGHT },
	{ NULL, "support", SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "claim", SR_LEFT },
	{ "text", "words", SR_BELOW },
	{ "origins", NULL, SR_LEFT },
	{ "series", NULL, SR_LEFT },
	{ "step", NULL, SR_LEFT },
	{ "change_low", NULL, SR_LEFT },
	{ "change_high", NULL, SR_LEFT },
};

static const char *scope_name(enum sr_scope scope)
{
	switch (scope) {
	case SR_SCOPE_TOTAL:
		return "total";
	case SR_SCOPE_PERIOD:
		return "period";
	case SR_SCOPE_FURTHER:
		return "further";
	case SR_SCOPE_OPEN:
		return "undated";
	}
	return "?";
}

/* "killed" of "loss.killed" */
static const char *category_of(const struct sr_claim *c)
{
	const char *name = sr_type_name(c->type);
	const char *dot = strchr(name, '.');

	return dot ? dot + 1 : name;
}

static const char *step_name(enum sr_step step)
{
	switch (step) {
	case SR_STEP_NONE:
		return "";
	case SR_STEP_SAME:
		return "same";
	case SR_STEP_UP:
		return "up";
	case SR_STEP_DOWN:
		return "down";
	case SR_STEP_REVISED:
		return "revised";
	}
	return "?";
}

/* "1,234" without a unit */
static void amount_text(int64_t milli, char out[SR_WORDING])
{
	struct sr_claim c = { .has_count = true, .count = { milli, milli } };

	sr_count_text(&c, out);
	out[strcspn(out, " ")] = '\0';
}

/* "+150", "-1,200 (a step back)", "revised +20", "+100 to +300", "=" */
static void step_cell(struct sr_rows *rows, enum sr_step step,
		      struct sr_count change)
{
	const char *before = step == SR_STEP_REVISED ? "revised " : "";
	const char *after = step == SR_STEP_DOWN ? " (a step back)" : "";
	bool low = change.low != SR_COUNT_OPEN_LOW;
	bool high = change.high != SR_COUNT_OPEN_HIGH;
	char a[SR_WORDING] = "", b[SR_WORDING] = "";

	if (step == SR_STEP_NONE) {
		sr_cell_none(rows);
		return;
	}
	if (step == SR_STEP_SAME || (!low && !high)) {
		sr_cell_format(rows, "%s",
			       step == SR_STEP_SAME ? "=" : step_name(step));
		return;
	}
	amount_text(change.low < 0 ? -change.low : change.low, a);
	amount_text(change.high < 0 ? -change.high : change.high, b);
	if (low && high && change.low == change.high)
		sr_cell_format(rows, "%s%s%s%s", before,
			       change.low < 0 ? "-" : "+", a, after);
	else if (low && high)
		sr_cell_format(rows, "%s%s%s to %s%s%s", before,
			       change.low < 0 ? "-" : "+", a,
			       change.high < 0 ? "-" : "+", b, after);
	else
		sr_cell_format(rows, "%s%s%s%s%s", before,
			       low ? "at least " : "at most ",
			       (low ? change.low : change.high) < 0 ? "-" : "+",
			       low ? a : b, after);
}

/* The ids of the line's claims, spaces between. */
static void id_cells(struct sr_ask *ask, struct sr_rows *rows,
		     const struct sr_records *all, const uint32_t *order,
		     uint32_t n)
{
	struct sr_json ids = { .mem = &ask->mem };

	for (uint32_t i = 0; i < n; i++) {
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, all->claims.items[order[i]].key);
	}
	struct sr_str s = sr_json_text(&ids);
	sr_cell_list(rows, s);
	sr_cell_text(rows, (struct sr_str){ s.s, s.n > SR_ID_SHOWN ? SR_ID_SHOWN
								   : s.n });
}

static void loss_row(struct sr_ask *ask, struct sr_rows *rows,
		     const struct sr_records *all, const struct sr_losses *l,
		     const struct sr_loss *line)
{
	const struct sr_claim *c = line->claim;
	bool known = sr_days_known(c->days);
	const uint32_t *order = l->order + line->from;
	char text[SR_WORDING];

	sr_cell_text(rows, line->side.n ? line->side : SR_STR("?"));
	sr_cell_text(rows, c->has_target ? c->target.name
					 : (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, sr_str_of(category_of(c)));
	sr_cell_text(rows, c->disposition);
	sr_cell_end(rows, c->has_count, c->count.low);
	sr_cell_end(rows, c->has_count, c->count.high);
	sr_cell_text(rows, c->has_count ? c->unit : (struct sr_str){ NULL, 0 });
	sr_count_text(c, text);
	sr_cell_format(rows, "%s", text);
	step_cell(rows, line->step, line->change);
	sr_cell_text(rows, sr_str_of(scope_name(line->scope)));
	sr_cell_day(rows, known ? c->days.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? c->days.to : SR_DAY_MAX);
	sr_days_text(c->days, c->basis == SR_BASIS_REPORT, text);
	sr_cell_format(rows, "%s", text);
	sr_cell_text(rows, sr_str_of(sr_status_name(c->status)));
	sr_cell_text(rows, line->claimant);
	sr_cell_flag(rows, line->own_voice);
	sr_cell_int(rows, line->support.nreport);
	sr_support_text(line->support, text);
	sr_cell_format(rows, "%s", text);
	id_cells(ask, rows, all, order, line->n);
	sr_cell_text(rows, all->claims.items[order[0]].words);
	sr_cell_int(rows, line->support.norigin);
	sr_cell_int(rows, line->series + 1);
	sr_cell_text(rows, sr_str_of(step_name(line->step)));
	sr_cell_end(rows, line->step != SR_STEP_NONE, line->change.low);
	sr_cell_end(rows, line->step != SR_STEP_NONE, line->change.high);
}

/* One line a series */

static const struct sr_view_column SERIES[] = {
	{ "series", NULL, SR_LEFT },
	{ "side", "side", SR_LEFT },
	{ "who", "who", SR_CUT },
	{ "category", "category", SR_LEFT },
	{ "disposition", NULL, SR_LEFT },
	{ "claimant", "according to", SR_CUT },
	{ "kind", "kind", SR_LEFT },
	{ "figures", "figures", SR_RIGHT },
	{ "from", NULL, SR_LEFT },
	{ "to", NULL, SR_LEFT },
	{ NULL, "days", SR_LEFT },
	{ NULL, "last figure", SR_LEFT },
	{ "last_low", NULL, SR_LEFT },
	{ "last_high", NULL, SR_LEFT },
	{ "unit", NULL, SR_LEFT },
	{ NULL, "last step", SR_LEFT },
	{ "steps_back", "steps back", SR_RIGHT },
	{ NULL, "sum", SR_LEFT },
	{ "sum_low", NULL, SR_LEFT },
	{ "sum_high", NULL, SR_LEFT },
	{ "sum_of", NULL, SR_LEFT },
	{ "origins", NULL, SR_LEFT },
	{ "reports", NULL, SR_LEFT },
	{ NULL, "support", SR_LEFT },
};

/* "110 people, the sum of 3 of 5 stated figures, not a stated total" */
static void sum_cells(struct sr_rows *rows, const struct sr_loss_series *s,
		      struct sr_str unit)
{
	struct sr_claim c = { .has_count = true,
			      .count = s->sum,
			      .unit = unit };
	char text[SR_WORDING];

	if (!s->nadded) {
		for (int i = 0; i < 4; i++)
			sr_cell_none(rows);
		return;
	}
	sr_count_text(&c, text);
	if (s->nadded == s->n)
		sr_cell_format(rows,
			       "%s: sum of %u stated figures, no stated total",
			       text, s->nadded);
	else
		sr_cell_format(rows,
			       "%s: sum of %u of %u stated figures, of days "
			       "apart; no stated total",
			       text, s->nadded, s->n);
	sr_cell_end(rows, true, s->sum.low);
	sr_cell_end(rows, true, s->sum.high);
	sr_cell_int(rows, s->nadded);
}

static struct sr_days span_of(const struct sr_losses *l,
			      const struct sr_loss_series *s)
{
	struct sr_days all = SR_DAYS_UNKNOWN;

	for (uint32_t i = 0; i < s->n; i++) {
		struct sr_days d = l->items.items[s->from + i].claim->days;
		if (!sr_days_known(d))
			continue;
		if (!sr_days_known(all))
			all = d;
		if (d.from < all.from)
			all.from = d.from;
		if (d.to > all.to)
			all.to = d.to;
	}
	return all;
}

static void series_row(struct sr_rows *rows, const struct sr_losses *l,
		       uint32_t k)
{
	const struct sr_loss_series *s = &l->series.items[k];
	const struct sr_loss *last = &l->items.items[s->from + s->n - 1];
	const struct sr_claim *c = last->claim;
	struct sr_days days = span_of(l, s);
	bool known = sr_days_known(days);
	char text[SR_WORDING];

	sr_cell_int(rows, k + 1);
	sr_cell_text(rows, last->side.n ? last->side : SR_STR("?"));
	sr_cell_text(rows, c->has_target ? c->target.name
					 : (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, sr_str_of(category_of(c)));
	sr_cell_text(rows, c->disposition);
	sr_cell_text(rows, last->claimant);
	sr_cell_text(rows, s->totals ? SR_STR("totals") : SR_STR("figures"));
	sr_cell_int(rows, s->n);
	sr_cell_day(rows, known ? days.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? days.to : SR_DAY_MAX);
	sr_days_text(days, false, text);
	sr_cell_format(rows, "%s", text);
	sr_count_text(c, text);
	sr_cell_format(rows, "%s", text);
	sr_cell_end(rows, c->has_count, c->count.low);
	sr_cell_end(rows, c->has_count, c->count.high);
	sr_cell_text(rows, c->has_count ? c->unit : (struct sr_str){ NULL, 0 });
	step_cell(rows, last->step, last->change);
	sr_cell_int(rows, s->ndown);
	sum_cells(rows, s, c->unit);
	sr_cell_int(rows, s->support.norigin);
	sr_cell_int(rows, s->support.nreport);
	sr_support_text(s->support, text);
	sr_cell_format(rows, "%s", text);
}

enum sr_code sr_losses_load(struct sr_ask *ask, bool all,
			    struct sr_losses_view *v)
{
	struct sr_losses_in in = { &v->all, &v->voices, all };

	*v = (struct sr_losses_view){ .ask = ask };
	if (!ask->filter.types.n)
		ask->filter.types = SR_STR("loss");
	enum sr_code code = sr_ledger_claims(ask->ledger, &ask->filter,
					     &ask->mem, &v->all, &ask->err);
	if (!code)
		code = sr_voices(&v->all, &ask->mem, &v->voices, &ask->err);
	if (!code)
		code = sr_losses(&in, &ask->mem, &v->losses, &ask->err);
	return code;
}

void sr_losses_rows(struct sr_losses_view *v, struct sr_rows *rows)
{
	*rows = sr_ask_rows(v->ask, COLUMNS, SR_LEN(COLUMNS));
	for (size_t i = 0; i < v->losses.items.nitem; i++)
		loss_row(v->ask, rows, &v->all, &v->losses,
			 &v->losses.items.items[i]);
}

void sr_losses_series_rows(struct sr_losses_view *v, struct sr_rows *rows)
{
	*rows = sr_ask_rows(v->ask, SERIES, SR_LEN(SERIES));
	for (uint32_t k = 0; k < v->losses.series.nitem; k++)
		series_row(rows, &v->losses, k);
}
