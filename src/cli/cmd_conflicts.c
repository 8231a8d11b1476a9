/* sitrep conflicts: what can't both be right, with the words of both sides,
 * what most hangs on first. sitrep explain kXXXX: one of them in full. */
#include "answer/conflicts.h"
#include "base/calendar.h"
#include "base/compiler.h"
#include "cli/ask.h"
#include "ontology.h"
#include "views/wording.h"

#define MOST_SHOWN 3 /* claims of each side, in the table */

struct view {
	struct sr_conflicts_view is;
	bool whole; /* all claims of both sides */
};

static void blank_cells(struct sr_rows *rows, int n)
{
	for (int i = 0; i < n; i++)
		sr_cell_none(rows);
}

/* A table for people */

static const struct sr_view_column TABLE[] = {
	{ NULL, "conflict", SR_LEFT },
	{ NULL, "kind", SR_LEFT },
	{ NULL, "", SR_LEFT },
	{ NULL, "days", SR_LEFT },
	{ NULL, "number", SR_LEFT },
	{ NULL, "words", SR_WRAP },
	{ NULL, "according to", SR_CUT },
	{ NULL, "claim", SR_LEFT },
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
	sr_cell_format(rows, "\"%.*s\"",
		       (int)(r->words.n > 400 ? 400 : r->words.n),
		       r->words.n ? r->words.s : "");
	sr_cell_text(rows, sr_conflict_voice(&v->is, r));
	sr_cell_text(rows, (struct sr_str){ r->key.s, SR_ID_SHOWN });
	sr_cell_text(rows, sr_filed_of(&v->is.all, r)->report.name);
}

/* Is claim i of a side the first of its voice there? */
static bool is_new_voice(const struct view *v, const uint32_t *claim, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (v->is.voices.claim[claim[k]] ==
		    v->is.voices.claim[claim[i]])
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
	sr_cell_text(rows, sr_noted_voice(&v->is, n));
	sr_cell_none(rows);
	sr_cell_text(rows, v->is.remarks.reports.items[n->report].report.name);
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
		[SR_CONFLICT_BLAME] = "against",
	};

	if (against && c->kind == SR_CONFLICT_DENIAL &&
	    sr_conflict_claim(&v->is, c, c->nsaid)->claim.status ==
		    SR_STATUS_DISPUTED)
		return "disputed";
	return against ? AGAINST[c->kind] : "said";
}

/* One claim of each voice first; the rest is counted. */
static void side_rows(struct view *v, struct sr_rows *rows,
		      const struct sr_conflict *c, bool against)
{
	size_t from = c->from + (against ? c->nsaid : 0), shown = 0;
	size_t n = against ? c->nagainst : c->nsaid;
	const uint32_t *claim = v->is.found.claims.items + from;
	char support[SR_SUPPORT_TEXT];

	sr_support_text(against ? c->against : c->said, support);
	for (size_t i = 0; i < n; i++) {
		if (!v->whole &&
		    (shown == MOST_SHOWN || !is_new_voice(v, claim, i)))
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
		claim_cells(v, rows, &v->is.all.claims.items[claim[i]]);
	}
	if (shown < n)
		more_row(rows, n - shown);
}

static void table_rows(struct view *v, struct sr_rows *rows,
		       const struct sr_conflict *c)
{
	if (c->noted) {
		noted_rows(v, rows, c);
		return;
	}
	side_rows(v, rows, c, false);
	side_rows(v, rows, c, true);
}

static int print(struct view *v, size_t from, size_t n)
{
	struct sr_ask *ask = v->is.ask;
	struct sr_rows rows = sr_ask_rows(ask, TABLE, SR_LEN(TABLE));

	if (ask->view.format != SR_FORMAT_TABLE)
		sr_conflicts_rows(&v->is, from, n, &rows);
	else
		for (size_t i = from; i < from + n; i++)
			table_rows(v, &rows, &v->is.found.items.items[i]);
	return sr_ask_print(ask, &rows);
}

static int list(struct view *v, struct sr_ask *ask)
{
	if (sr_conflicts_load(ask, false, &v->is))
		return sr_ask_fail(ask);
	size_t n = v->is.found.items.nitem, limit = ask->filter.limit;
	return print(v, 0, limit && limit < n ? limit : n);
}

int sr_cmd_conflicts(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct view v = { .whole = sr_cli_has(cli, SR_OPT_ALL) };
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = list(&v, &ask);
	sr_ask_close(&ask);
	return status;
}

/* Explain */

static int explain(struct view *v, struct sr_ask *ask, const char *id)
{
	size_t n = strlen(id), at = SIZE_MAX;

	if (sr_conflicts_load(ask, true, &v->is))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < v->is.found.items.nitem; i++) {
		if (strncmp(v->is.found.items.items[i].id, id, n) != 0)
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
	const struct sr_conflict *c = &v->is.found.items.items[at];
	sr_cli_print(v->is.ask->cli, "conflict %s, %s, weight %u\n\n", c->id,
		     sr_conflict_name(c), c->weight);
	return print(v, at, 1);
}

int sr_explain_conflict(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct view v = { .whole = true };
	int status = sr_ask_open(&ask, cli);

	if (!status)
		status = explain(&v, &ask, cli->operand[0]);
	sr_ask_close(&ask);
	return status;
}
