/* sitrep claims, sitrep timeline: claims as they stand in the ledger. */
#include "base/calendar.h"
#include "cli/ask.h"
#include "ontology.h"
#include "views/claims_json.h"
#include "views/wording.h"

static const struct sr_view_column COLUMNS[] = {
	{ "id", "id", SR_LEFT },
	{ "from", "day", SR_LEFT },
	{ "to", NULL, SR_LEFT },
	{ "basis", NULL, SR_LEFT },
	{ "type", "type", SR_LEFT },
	{ "status", "status", SR_LEFT },
	{ "actor", "actor", SR_CUT },
	{ "actor_side", NULL, SR_LEFT },
	{ "target", "target", SR_CUT },
	{ "target_side", NULL, SR_LEFT },
	{ "place", "place", SR_CUT },
	{ "place_role", NULL, SR_LEFT },
	{ "place_id", NULL, SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "low", NULL, SR_RIGHT },
	{ "high", NULL, SR_RIGHT },
	{ NULL, "number", SR_RIGHT },
	{ "unit", "unit", SR_CUT },
	{ "speaker", "speaker", SR_CUT },
	{ "doc", "report", SR_CUT },
	{ "publisher", NULL, SR_LEFT },
	{ "published_from", NULL, SR_LEFT },
	{ "published_to", NULL, SR_LEFT },
	{ "start", NULL, SR_LEFT },
	{ "end", NULL, SR_LEFT },
	{ "rule", NULL, SR_LEFT },
	{ "confidence", NULL, SR_LEFT },
	{ "text", "words", SR_CUT },
};

static void party_cells(struct sr_rows *rows, bool table, bool has,
			const struct sr_party_slot *p)
{
	if (!has) {
		sr_cell_none(rows);
		sr_cell_none(rows);
	} else if (table && p->side.n && !sr_str_equal(p->side, p->name)) {
		sr_cell_format(rows, "%.*s (%.*s)", (int)p->name.n, p->name.s,
			       (int)p->side.n, p->side.s);
		sr_cell_text(rows, p->side);
	} else {
		sr_cell_text(rows, p->name);
		sr_cell_text(rows, p->side);
	}
}

static void place_cells(struct sr_rows *rows, const struct sr_claim *c)
{
	const struct sr_place_slot *p = &c->place;

	if (!c->has_place) {
		for (int i = 0; i < 5; i++)
			sr_cell_none(rows);
		return;
	}
	sr_cell_text(rows, p->name);
	sr_cell_text(rows, sr_str_of(sr_role_name(p->role)));
	if (p->id)
		sr_cell_int(rows, p->id);
	else
		sr_cell_none(rows);
	if (p->has_point) {
		sr_cell_fixed(rows, p->lat, 5);
		sr_cell_fixed(rows, p->lon, 5);
	} else {
		sr_cell_none(rows);
		sr_cell_none(rows);
	}
}

static void end_cell(struct sr_rows *rows, bool has, int64_t v)
{
	if (!has || v == SR_COUNT_OPEN_LOW || v == SR_COUNT_OPEN_HIGH)
		sr_cell_none(rows);
	else
		sr_cell_milli(rows, v);
}

static void count_cells(struct sr_rows *rows, const struct sr_claim *c)
{
	char text[SR_WORDING];

	end_cell(rows, c->has_count, c->count.low);
	end_cell(rows, c->has_count, c->count.high);
	sr_count_text(c, text);
	sr_cell_format(rows, "%s", text);
	sr_cell_text(rows, c->has_count ? c->unit : (struct sr_str){ 0 });
}

static void day_cells(struct sr_rows *rows, bool table,
		      const struct sr_claim *c)
{
	static const char *const BASIS[] = { "explicit", "relative", "report",
					     "inferred" };
	char text[SR_WORDING];

	if (table) {
		sr_days_text(c->days, c->basis == SR_BASIS_REPORT, text);
		sr_cell_format(rows, "%s", text);
		sr_cell_none(rows);
	} else if (sr_days_known(c->days)) {
		sr_cell_day(rows, c->days.from);
		sr_cell_day(rows, c->days.to);
	} else {
		sr_cell_none(rows);
		sr_cell_none(rows);
	}
	sr_cell_text(rows, sr_str_of(BASIS[c->basis & 3]));
}

static void claim_row(struct sr_rows *rows, bool table,
		      const struct sr_records *all, const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	const struct sr_filed *f = sr_filed_of(all, r);
	struct sr_days published = f->report.published;
	bool known = sr_days_known(published);

	sr_cell_text(rows,
		     (struct sr_str){ r->key.s, table && r->key.n > SR_ID_SHOWN
							? SR_ID_SHOWN
							: r->key.n });
	day_cells(rows, table, c);
	sr_cell_text(rows, sr_str_of(sr_type_name(c->type)));
	sr_cell_text(rows, sr_str_of(sr_status_name(c->status)));
	party_cells(rows, table, c->has_actor, &c->actor);
	party_cells(rows, table, c->has_target, &c->target);
	place_cells(rows, c);
	count_cells(rows, c);
	sr_cell_text(rows, c->speaker);
	sr_cell_text(rows, f->report.name);
	sr_cell_text(rows, f->report.publisher);
	sr_cell_day(rows, known ? published.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? published.to : SR_DAY_MAX);
	sr_cell_int(rows, r->points.from);
	sr_cell_int(rows, r->points.to);
	sr_cell_text(rows, c->rule);
	sr_cell_milli(rows, c->confidence);
	sr_cell_text(rows, r->words);
}

/* JSON Lines are those of extract, with what the ledger knows beside. */
static int print_jsonl(struct sr_ask *ask, const struct sr_records *all)
{
	struct sr_json out = { .mem = &ask->mem };

	for (size_t i = 0; i < all->claims.nitem && !ask->cli->reason; i++) {
		const struct sr_record *r = &all->claims.items[i];
		const struct sr_filed *f = sr_filed_of(all, r);
		struct sr_claim_view view = { .doc = f->report.name,
					      .key = r->key,
					      .words = r->words,
					      .points = r->points };
		sr_json_reset(&out);
		sr_claim_json(&r->claim, &view, &out);
		sr_json_line(&out);
		if (out.full) {
			sr_fail_nomem(&ask->err, "claims");
			return sr_ask_fail(ask);
		}
		sr_cli_write(ask->cli, sr_json_text(&out));
	}
	return SR_EXIT_OK;
}

static int print(struct sr_ask *ask, const struct sr_records *all)
{
	struct sr_rows rows =
		sr_ask_rows(ask, COLUMNS, sizeof(COLUMNS) / sizeof(*COLUMNS));
	bool table = ask->view.format == SR_FORMAT_TABLE;

	if (ask->view.format == SR_FORMAT_JSONL)
		return print_jsonl(ask, all);
	for (size_t i = 0; i < all->claims.nitem; i++)
		claim_row(&rows, table, all, &all->claims.items[i]);
	return sr_ask_print(ask, &rows);
}

int sr_cmd_claims(struct sr_cli *cli)
{
	struct sr_records all = { 0 };
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);

	if (!status &&
	    sr_ledger_claims(ask.ledger, &ask.filter, &ask.mem, &all, &ask.err))
		status = sr_ask_fail(&ask);
	if (!status)
		status = print(&ask, &all);
	sr_ask_close(&ask);
	return status;
}

/* sitrep timeline [PLACE]: what has a day and happened, in order. */
int sr_cmd_timeline(struct sr_cli *cli)
{
	if (cli->noperand)
		cli->opt[SR_OPT_PLACE] = cli->operand[0];
	return sr_cmd_claims(cli);
}
