/* sitrep claims, sitrep export: claims as they stand in the ledger. */
#include <stdio.h>

#include "base/calendar.h"
#include "cli/ask.h"
#include "ontology.h"
#include "views/claims_json.h"
#include "views/dump.h"
#include "views/wording.h"

static const struct sr_view_column COLUMNS[] = {
	{ "id", "id", SR_LEFT },	   { "from", "day", SR_LEFT },
	{ "to", NULL, SR_LEFT },	   { "basis", NULL, SR_LEFT },
	{ "type", "type", SR_LEFT },	   { "status", NULL, SR_LEFT },
	{ NULL, "status", SR_LEFT },	   { "actor", NULL, SR_LEFT },
	{ "actor_side", NULL, SR_LEFT },   { "target", NULL, SR_LEFT },
	{ "target_side", NULL, SR_LEFT },  { NULL, "who", SR_CUT },
	{ "place", "place", SR_CUT },	   { "place_role", NULL, SR_LEFT },
	{ "place_id", NULL, SR_LEFT },	   { "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },	   { "low", NULL, SR_RIGHT },
	{ "high", NULL, SR_RIGHT },	   { "unit", NULL, SR_LEFT },
	{ NULL, "number", SR_LEFT },	   { "speaker", NULL, SR_LEFT },
	{ NULL, "according to", SR_CUT },  { "doc", NULL, SR_LEFT },
	{ "publisher", NULL, SR_LEFT },	   { "published_from", NULL, SR_LEFT },
	{ "published_to", NULL, SR_LEFT }, { "start", NULL, SR_LEFT },
	{ "end", NULL, SR_LEFT },	   { "rule", NULL, SR_LEFT },
	{ "confidence", NULL, SR_LEFT },   { "review", NULL, SR_LEFT },
	{ "text", "words", SR_BELOW },
};

static void party_cells(struct sr_rows *rows, bool has,
			const struct sr_party_slot *p)
{
	sr_cell_text(rows, has ? p->name : (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, has ? p->side : (struct sr_str){ NULL, 0 });
}

/* "Rebels (JNIM)"; the side alone where it is the name. */
static int party_text(char *out, size_t n, const struct sr_party_slot *p)
{
	bool both = p->side.n && !sr_str_equal(p->side, p->name);

	return snprintf(out, n, "%.*s%s%.*s%s", (int)p->name.n,
			p->name.n ? p->name.s : "", both ? " (" : "",
			both ? (int)p->side.n : 0, both ? p->side.s : "",
			both ? ")" : "");
}

/* "Rebels (JNIM) > the army (ML)": who did it to whom. */
static void who_cell(struct sr_rows *rows, const struct sr_claim *c)
{
	char actor[256] = "", target[256] = "";

	if (c->has_actor)
		party_text(actor, sizeof(actor), &c->actor);
	if (c->has_target)
		party_text(target, sizeof(target), &c->target);
	sr_cell_format(rows, "%s%s%s", actor,
		       c->has_target ? c->has_actor ? " > " : "> " : "",
		       target);
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
	sr_cell_point(rows, p);
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
	sr_cell_text(rows, c->has_count ? c->unit : (struct sr_str){ 0 });
	sr_count_text(c, text);
	if (c->has_count)
		sr_cell_format(rows, "%s", text);
	else
		sr_cell_none(rows);
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
	sr_cell_format(rows, "%s%s%s", sr_status_name(c->status),
		       r->verdict ? ", " : "", sr_verdict_name(r->verdict));
	party_cells(rows, c->has_actor, &c->actor);
	party_cells(rows, c->has_target, &c->target);
	who_cell(rows, c);
	place_cells(rows, c);
	count_cells(rows, c);
	sr_cell_text(rows, c->speaker);
	sr_cell_text(rows, c->speaker.n		   ? c->speaker
			   : f->report.publisher.n ? f->report.publisher
						   : f->report.name);
	sr_cell_text(rows, f->report.name);
	sr_cell_text(rows, f->report.publisher);
	sr_cell_day(rows, known ? published.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? published.to : SR_DAY_MAX);
	sr_cell_int(rows, r->points.from);
	sr_cell_int(rows, r->points.to);
	sr_cell_text(rows, c->rule);
	sr_cell_milli(rows, c->confidence);
	sr_cell_text(rows, sr_str_of(sr_verdict_name(r->verdict)));
	sr_cell_text(rows, r->words);
}

/* One claim after another to standard output, however many there are: JSON
 * Lines as extract writes them, or CSV. */
struct stream {
	struct sr_ask *ask;
	struct sr_arena mem;
	bool begun;
};

static struct sr_rows empty_rows(struct sr_arena *mem)
{
	return (struct sr_rows){ .column = COLUMNS,
				 .ncolumn = sizeof(COLUMNS) / sizeof(*COLUMNS),
				 .mem = mem };
}

static bool stream_one(void *user, const struct sr_records *one)
{
	struct stream *s = user;
	struct sr_ask *ask = s->ask;
	const struct sr_record *r = &one->claims.items[0];
	struct sr_json out = { .mem = &s->mem };
	struct sr_rows rows = empty_rows(&s->mem);

	if (ask->view.format == SR_FORMAT_JSONL) {
		struct sr_claim_view view = {
			.doc = sr_filed_of(one, r)->report.name,
			.key = r->key,
			.words = r->words,
			.points = r->points,
			.review = sr_str_of(sr_verdict_name(r->verdict)),
		};
		sr_claim_json(&r->claim, &view, &out);
		sr_json_line(&out);
		if (out.full)
			sr_fail_nomem(&ask->err, "claims");
	} else {
		struct sr_view_options view = ask->view;
		view.goes_on = s->begun;
		claim_row(&rows, false, one, r);
		if (sr_rows_write(&rows, &view, &out, &ask->err))
			return false;
	}
	s->begun = true;
	return !ask->err.code && sr_cli_write(ask->cli, sr_json_text(&out));
}

static int print_stream(struct sr_ask *ask)
{
	struct stream s = { .ask = ask };
	struct sr_each each = { stream_one, &s, &s.mem };
	struct sr_rows none;

	sr_arena_init(&s.mem, (size_t)1 << 26);
	enum sr_code code =
		sr_ledger_each(ask->ledger, &ask->filter, &each, &ask->err);
	none = empty_rows(&ask->mem);
	if (!code && !s.begun && ask->view.format == SR_FORMAT_CSV)
		sr_ask_print(ask, &none);
	sr_arena_release(&s.mem);
	return code || ask->err.code ? sr_ask_fail(ask) : SR_EXIT_OK;
}

static int print_all(struct sr_ask *ask)
{
	struct sr_rows rows = empty_rows(&ask->mem);
	bool table = ask->view.format == SR_FORMAT_TABLE;
	struct sr_records all = { .claims = { 0 } };

	if (sr_ledger_claims(ask->ledger, &ask->filter, &ask->mem, &all,
			     &ask->err))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < all.claims.nitem; i++)
		claim_row(&rows, table, &all, &all.claims.items[i]);
	return sr_ask_print(ask, &rows);
}

int sr_cmd_claims(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);

	ask.filter.rejected = sr_cli_has(cli, SR_OPT_ALL);
	if (!status)
		status = ask.view.format == SR_FORMAT_JSONL ||
					 ask.view.format == SR_FORMAT_CSV
				 ? print_stream(&ask)
				 : print_all(&ask);
	sr_ask_close(&ask);
	return status;
}

/* The ledger as it is, whatever order it came in: see views/dump.h. */
static int export_ledger(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);
	struct sr_json out = { .mem = &ask.mem };

	if (!status && sr_dump_write(ask.ledger, &ask.mem, &out, &ask.err))
		status = sr_ask_fail(&ask);
	else if (!status)
		sr_cli_write(cli, sr_json_text(&out));
	sr_ask_close(&ask);
	return status;
}

/* sitrep export: claims as they are, in a form that loses something. */
int sr_cmd_export(struct sr_cli *cli)
{
	const char *as = cli->opt[SR_OPT_AS];

	if (as && strcmp(as, "ledger") == 0)
		return export_ledger(cli);
	if (!as || (strcmp(as, "csv") != 0 && strcmp(as, "geojson") != 0)) {
		sr_say("export: needs --as csv, --as geojson or --as ledger");
		return SR_EXIT_USAGE;
	}
	cli->opt[SR_OPT_FORMAT] = as;
	int status = sr_cmd_claims(cli);
	if (!status)
		sr_say("%s keeps one row a claim; it loses the text around the "
		       "evidence, candidates, earlier readings and the log%s",
		       as,
		       as[0] == 'g' ? "; claims without a point have no "
				      "geometry"
				    : "");
	return status;
}
