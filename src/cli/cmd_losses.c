/* sitrep losses: every figure as it was stated, by side and kind, with who
 * stated it. Nothing is added up. */
#include "base/calendar.h"
#include "cli/ask.h"
#include "fuse/losses.h"
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
	{ "scope", "scope", SR_LEFT },
	{ "from", NULL, SR_LEFT },
	{ "to", NULL, SR_LEFT },
	{ NULL, "days", SR_LEFT },
	{ "status", "status", SR_LEFT },
	{ "claimant", "according to", SR_CUT },
	{ "own_voice", NULL, SR_LEFT },
	{ "reports", "reports", SR_RIGHT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "claim", SR_LEFT },
	{ "text", "words", SR_BELOW },
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

static void end_cell(struct sr_rows *rows, bool has, int64_t v)
{
	if (!has || v == SR_COUNT_OPEN_LOW || v == SR_COUNT_OPEN_HIGH)
		sr_cell_none(rows);
	else
		sr_cell_milli(rows, v);
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
	const char *category = sr_type_name(c->type) + strlen("loss.");
	char text[SR_WORDING];

	sr_cell_text(rows, line->side.n ? line->side : SR_STR("?"));
	sr_cell_text(rows, c->has_target ? c->target.name
					 : (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, sr_str_of(category));
	sr_cell_text(rows, c->disposition);
	end_cell(rows, c->has_count, c->count.low);
	end_cell(rows, c->has_count, c->count.high);
	sr_cell_text(rows, c->has_count ? c->unit : (struct sr_str){ NULL, 0 });
	sr_count_text(c, text);
	sr_cell_format(rows, "%s", text);
	sr_cell_text(rows, sr_str_of(scope_name(line->scope)));
	sr_cell_day(rows, known ? c->days.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? c->days.to : SR_DAY_MAX);
	sr_days_text(c->days, c->basis == SR_BASIS_REPORT, text);
	sr_cell_format(rows, "%s", text);
	sr_cell_text(rows, sr_str_of(sr_status_name(c->status)));
	sr_cell_text(rows, line->claimant);
	sr_cell_flag(rows, line->own_voice);
	sr_cell_int(rows, line->nreport);
	id_cells(ask, rows, all, order, line->n);
	sr_cell_text(rows, all->claims.items[order[0]].words);
}

static int print(struct sr_ask *ask)
{
	struct sr_rows rows =
		sr_ask_rows(ask, COLUMNS, sizeof(COLUMNS) / sizeof(*COLUMNS));
	struct sr_records all = { 0 };
	struct sr_losses losses;

	if (!ask->filter.types.n)
		ask->filter.types = SR_STR("loss");
	if (sr_ledger_claims(ask->ledger, &ask->filter, &ask->mem, &all,
			     &ask->err) ||
	    sr_losses(&all, sr_cli_has(ask->cli, SR_OPT_ALL), &ask->mem,
		      &losses, &ask->err))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < losses.items.nitem; i++)
		loss_row(ask, &rows, &all, &losses, &losses.items.items[i]);
	return sr_ask_print(ask, &rows);
}

int sr_cmd_losses(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = print(&ask);
	sr_ask_close(&ask);
	return status;
}
