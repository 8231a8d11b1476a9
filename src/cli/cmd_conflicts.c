/* sitrep conflicts: what can't both be right, with the words of both sides,
 * what most hangs on first. sitrep explain kXXXX: one of them in full. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/compiler.h"
#include "base/order.h"
#include "cli/ask.h"
#include "fuse/conflict.h"
#include "ontology.h"
#include "views/wording.h"

#define MOST_SHOWN 3 /* claims of each side, in the table */

struct view {
	struct sr_ask *ask;
	struct sr_records all, remarks;
	struct sr_voices voices;
	struct sr_conflicts found;
	bool whole; /* all claims of both sides */
};

/* Filters that a remark of reading, which is of no claim, does not meet. */
static bool asks_for_claims(const struct sr_filter *f)
{
	return f->types.n || f->statuses.n || f->side.n || f->speaker.n ||
	       f->place.n || f->nspot || f->near || sr_days_known(f->days);
}

static enum sr_code load(struct view *v)
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

static const struct sr_record *record_at(const struct view *v,
					 const struct sr_conflict *c, size_t i)
{
	return &v->all.claims.items[v->found.claims.items[c->from + i]];
}

/* Which claims the filters ask for */

/* Drops the conflicts of which no claim is asked for. */
static enum sr_code keep_asked(struct view *v)
{
	struct sr_ask *a = v->ask;
	struct sr_filter filter = a->filter;
	struct sr_records asked = { 0 };
	size_t kept = 0;
	int64_t *row;

	if (!asks_for_claims(&filter) && !filter.source.n && !filter.text.n)
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
		qsort(row, n, sizeof(*row), sr_by_i64);
	for (size_t i = 0; i < v->found.items.nitem; i++) {
		struct sr_conflict c = v->found.items.items[i];
		bool has = c.noted != NULL;
		for (size_t k = 0; n && k < c.nsaid + c.nagainst; k++)
			has = has || bsearch(&record_at(v, &c, k)->row, row, n,
					     sizeof(*row), sr_by_i64);
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

static void blank_cells(struct sr_rows *rows, int n)
{
	for (int i = 0; i < n; i++)
		sr_cell_none(rows);
}

static struct sr_str noted_voice(const struct view *v, const struct sr_noted *n)
{
	const struct sr_report *r = &v->remarks.reports.items[n->report].report;

	return r->publisher.n ? r->publisher : r->name;
}

/* A remark: its words, what they don't fit, why. */
static void noted_cells(struct view *v, struct sr_rows *rows,
			const struct sr_noted *n)
{
	blank_cells(rows, 5);
	sr_cell_text(rows, n->words);
	sr_cell_text(rows, noted_voice(v, n));
	sr_cell_int(rows, 1);
	sr_cell_int(rows, 1);
	sr_cell_list(rows, (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, n->beside);
	blank_cells(rows, 3);
	sr_cell_list(rows, (struct sr_str){ NULL, 0 });
	sr_cell_text(rows, n->remark.why);
}

static void data_row(struct view *v, struct sr_rows *rows,
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
	const struct sr_claim *x = &record_at(v, c, 0)->claim;
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
	blank_cells(rows, 5);
	sr_cell_format(rows, "and %zu more", n);
	blank_cells(rows, 3);
}

/* "350 kilometres east of X", and why that does not fit. */
static void noted_rows(struct view *v, struct sr_rows *rows,
		       const struct sr_conflict *c)
{
	const struct sr_noted *n = c->noted;

	sr_cell_text(rows, sr_str_of(c->id));
	sr_cell_text(rows, sr_str_of(sr_conflict_name(c)));
	sr_cell_text(rows, SR_STR("said: 1 report"));
	blank_cells(rows, 2);
	sr_cell_format(rows, "\"%.*s\"", (int)n->words.n,
		       n->words.n ? n->words.s : "");
	sr_cell_text(rows, noted_voice(v, n));
	sr_cell_none(rows);
	sr_cell_text(rows, v->remarks.reports.items[n->report].report.name);
	blank_cells(rows, 2);
	sr_cell_text(rows, SR_STR("but"));
	blank_cells(rows, 2);
	sr_cell_text(rows, n->remark.why);
	blank_cells(rows, 3);
}

static const char *side_word(const struct view *v, const struct sr_conflict *c,
			     bool against)
{
	static const char *const AGAINST[SR_CONFLICT_KINDS] = {
		[SR_CONFLICT_DENIAL] = "denied",
		[SR_CONFLICT_NUMBER] = "against",
		[SR_CONFLICT_BACKWARD] = "then",
		[SR_CONFLICT_HOLDER] = "against",
		[SR_CONFLICT_DAY] = "against",
		[SR_CONFLICT_PART] = "against",
	};

	if (against && c->kind == SR_CONFLICT_DENIAL &&
	    record_at(v, c, c->nsaid)->claim.status == SR_STATUS_DISPUTED)
		return "disputed";
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
					   ? sr_str_of(sr_conflict_name(c))
					   : SR_STR(""));
		if (!shown++)
			sr_cell_format(rows, "%s: %s", side_word(v, c, against),
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
		if (table && c->noted) {
			noted_rows(v, &rows, c);
		} else if (table) {
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
		     sr_conflict_name(c), c->weight);
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
