/* sitrep conflicts: what can't both be right, with the words of both sides,
 * what most hangs on first. sitrep explain kXXXX: one of them in full. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "cli/ask.h"
#include "fuse/conflict.h"
#include "ontology.h"
#include "views/wording.h"

#define MOST_SHOWN 3 /* claims of each side, in the table */

struct view {
	struct sr_ask *ask;
	struct sr_records all;
	struct sr_voices voices;
	struct sr_conflicts found;
	bool whole; /* all claims of both sides */
};

static enum sr_code load(struct view *v)
{
	struct sr_ask *a = v->ask;
	struct sr_filter filter = SR_FILTER;
	enum sr_code code;

	filter.known_on = a->filter.known_on;
	code = sr_ledger_claims(a->ledger, &filter, &a->mem, &v->all, &a->err);
	if (!code)
		code = sr_voices(&v->all, &a->mem, &v->voices, &a->err);
	if (!code)
		code = sr_conflicts(&v->all, &v->voices, &a->mem, &v->found,
				    &a->err);
	return code;
}

static const struct sr_record *record_at(const struct view *v,
					 const struct sr_conflict *c, size_t i)
{
	return &v->all.claims.items[v->found.claims.items[c->from + i]];
}

/* Which claims the filters ask for */

static bool is_filtered(const struct sr_filter *f)
{
	return f->types.n || f->statuses.n || f->side.n || f->source.n ||
	       f->speaker.n || f->text.n || f->place.n || f->nspot || f->near ||
	       sr_days_known(f->days);
}

static int by_row(const void *pa, const void *pb)
{
	const int64_t *a = pa, *b = pb;

	return (*a > *b) - (*a < *b);
}

/* Drops the conflicts of which no claim is asked for. */
static enum sr_code keep_asked(struct view *v)
{
	struct sr_ask *a = v->ask;
	struct sr_filter filter = a->filter;
	struct sr_records asked = { 0 };
	size_t kept = 0;
	int64_t *row;

	if (!is_filtered(&filter))
		return SR_OK;
	filter.limit = 0;
	enum sr_code code = sr_ledger_claims(a->ledger, &filter, &a->mem,
					     &asked, &a->err);
	size_t n = asked.claims.nitem;
	if (code)
		return code;
	if (!(row = SR_NEW(&a->mem, int64_t, n)))
		return sr_fail_nomem(&a->err, "conflicts");
	for (size_t i = 0; i < n; i++)
		row[i] = asked.claims.items[i].row;
	if (n)
		qsort(row, n, sizeof(*row), by_row);
	for (size_t i = 0; i < v->found.items.nitem; i++) {
		struct sr_conflict c = v->found.items.items[i];
		bool has = false;
		for (size_t k = 0; n && k < c.nsaid + c.nagainst; k++)
			has = has || bsearch(&record_at(v, &c, k)->row, row, n,
					     sizeof(*row), by_row);
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
};

static struct sr_str voice_of(const struct view *v, const struct sr_record *r)
{
	const struct sr_filed *f = sr_filed_of(&v->all, r);

	if (r->claim.speaker.n)
		return r->claim.speaker;
	return f->report.publisher.n ? f->report.publisher : f->report.name;
}

static void side_cells(struct view *v, struct sr_rows *rows,
		       const struct sr_conflict *c, bool against)
{
	struct sr_support s = against ? c->against : c->said;
	size_t from = against ? c->nsaid : 0;
	size_t n = against ? c->nagainst : c->nsaid;
	struct sr_json ids = { .mem = &v->ask->mem };

	for (size_t i = 0; i < n; i++) {
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, record_at(v, c, from + i)->key);
	}
	sr_cell_text(rows, record_at(v, c, from)->words);
	sr_cell_text(rows, voice_of(v, record_at(v, c, from)));
	sr_cell_int(rows, s.norigin);
	sr_cell_int(rows, s.nreport);
	sr_cell_list(rows, sr_json_text(&ids));
}

static void data_row(struct view *v, struct sr_rows *rows,
		     const struct sr_conflict *c)
{
	const struct sr_claim *x = &record_at(v, c, 0)->claim;

	sr_cell_text(rows, sr_str_of(c->id));
	sr_cell_text(rows, sr_str_of(sr_conflict_name(c->kind)));
	sr_cell_int(rows, c->weight);
	sr_cell_day(rows, c->day);
	sr_cell_text(rows, sr_str_of(sr_type_name(x->type)));
	if (x->has_place) {
		sr_cell_text(rows, x->place.name);
		sr_cell_text(rows, x->place.country);
		sr_cell_point(rows, &x->place);
	} else {
		for (int i = 0; i < 4; i++)
			sr_cell_none(rows);
	}
	side_cells(v, rows, c, false);
	side_cells(v, rows, c, true);
}

/* A table for people */

static const struct sr_view_column TABLE[] = {
	{ NULL, "conflict", SR_LEFT },	   { NULL, "kind", SR_LEFT },
	{ NULL, "", SR_LEFT },		   { NULL, "days", SR_LEFT },
	{ NULL, "number", SR_LEFT },	   { NULL, "words", SR_WRAP },
	{ NULL, "according to", SR_CUT },  { NULL, "claim", SR_LEFT },
	{ NULL, "report", SR_LEFT },
};

static void claim_cells(struct view *v, struct sr_rows *rows,
			const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	char text[SR_WORDING];

	sr_days_text(c->days, c->basis == SR_BASIS_REPORT, text);
	sr_cell_format(rows, "%s", text);
	sr_count_text(c, text);
	sr_cell_format(rows, "%s", text);
	sr_cell_format(rows, "\"%.*s\"", (int)(r->words.n > 400 ? 400 : r->words.n),
		       r->words.n ? r->words.s : "");
	sr_cell_text(rows, voice_of(v, r));
	sr_cell_text(rows, (struct sr_str){ r->key.s, SR_ID_SHOWN });
	sr_cell_text(rows, sr_filed_of(&v->all, r)->report.name);
}

/* Is claim i of a side the first of its voice there? */
static bool is_new_voice(const struct view *v, const uint32_t *claim, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (v->voices.claim[claim[k]] == v->voices.claim[claim[i]])
			return false;
	return true;
}

static void more_row(struct sr_rows *rows, size_t n)
{
	for (int i = 0; i < 5; i++)
		sr_cell_none(rows);
	sr_cell_format(rows, "and %zu more", n);
	for (int i = 0; i < 3; i++)
		sr_cell_none(rows);
}

static const char *side_word(const struct sr_conflict *c, bool against)
{
	static const char *const AGAINST[SR_CONFLICT_KINDS] = {
		[SR_CONFLICT_DENIAL] = "denied",
		[SR_CONFLICT_NUMBER] = "against",
		[SR_CONFLICT_BACKWARD] = "then",
		[SR_CONFLICT_HOLDER] = "against",
		[SR_CONFLICT_DAY] = "against",
		[SR_CONFLICT_PART] = "against",
	};

	return against ? AGAINST[c->kind] : "said";
}

/* One claim of each voice first; the rest is counted. */
static void side_rows(struct view *v, struct sr_rows *rows,
		      const struct sr_conflict *c, bool against)
{
	size_t from = c->from + (against ? c->nsaid : 0), shown = 0;
	size_t n = against ? c->nagainst : c->nsaid;
	const uint32_t *claim = v->found.claims.items + from;
	char support[SR_SUPPORT_TEXT];

	sr_support_text(against ? c->against : c->said, support);
	for (size_t i = 0; i < n; i++) {
		if (!v->whole && (shown == MOST_SHOWN ||
				  !is_new_voice(v, claim, i)))
			continue;
		sr_cell_text(rows, !against && !shown ? sr_str_of(c->id)
						      : SR_STR(""));
		sr_cell_text(rows, !against && !shown
					   ? sr_str_of(sr_conflict_name(c->kind))
					   : SR_STR(""));
		if (!shown++)
			sr_cell_format(rows, "%s: %s", side_word(c, against),
				       support);
		else
			sr_cell_none(rows);
		claim_cells(v, rows, &v->all.claims.items[claim[i]]);
	}
	if (shown < n)
		more_row(rows, n - shown);
}

static int print(struct view *v, size_t from, size_t n)
{
	bool table = v->ask->view.format == SR_FORMAT_TABLE;
	struct sr_rows rows =
		table ? sr_ask_rows(v->ask, TABLE, SR_LEN(TABLE))
		      : sr_ask_rows(v->ask, DATA, SR_LEN(DATA));

	for (size_t i = from; i < from + n; i++) {
		const struct sr_conflict *c = &v->found.items.items[i];
		if (table) {
			side_rows(v, &rows, c, false);
			side_rows(v, &rows, c, true);
		} else {
			data_row(v, &rows, c);
		}
	}
	return sr_ask_print(v->ask, &rows);
}

static int list(struct view *v)
{
	if (load(v) || keep_asked(v))
		return sr_ask_fail(v->ask);
	size_t n = v->found.items.nitem, limit = v->ask->filter.limit;
	return print(v, 0, limit && limit < n ? limit : n);
}

int sr_cmd_conflicts(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct view v = { .ask = &ask, .whole = sr_cli_has(cli, SR_OPT_ALL) };
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = list(&v);
	sr_ask_close(&ask);
	return status;
}

/* Explain */

static int explain(struct view *v, const char *id)
{
	size_t n = strlen(id), at = SIZE_MAX;

	if (load(v))
		return sr_ask_fail(v->ask);
	for (size_t i = 0; i < v->found.items.nitem; i++) {
		if (strncmp(v->found.items.items[i].id, id, n) != 0)
			continue;
		if (at != SIZE_MAX) {
			sr_say("%s: begins several ids; expected more digits",
			       id);
			return SR_EXIT_USAGE;
		}
		at = i;
	}
	if (at == SIZE_MAX) {
		sr_say("%s: no conflict has that id", id);
		return SR_EXIT_REFUSED;
	}
	const struct sr_conflict *c = &v->found.items.items[at];
	sr_cli_print(v->ask->cli, "conflict %s, %s, weight %u\n\n", c->id,
		     sr_conflict_name(c->kind), c->weight);
	return print(v, at, 1);
}

int sr_explain_conflict(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct view v = { .ask = &ask, .whole = true };
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = explain(&v, cli->operand[0]);
	sr_ask_close(&ask);
	return status;
}
