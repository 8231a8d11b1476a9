/* sitrep diff: what differs between two ledgers, two runs of one, or two files
 * of claims, and which rule or decision made it so. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/diff.h"
#include "ontology.h"
#include "views/wording.h"

struct view {
	struct sr_ask *ask;
	struct sr_diff_side a, b;
	struct sr_diff diff;
	size_t ncontrol; /* lines of control that only one side has */
};

/* What a rule did: "take -> hold" where the one took the other's place. */
struct cause {
	struct sr_str name;
	uint32_t added, gone, changed;
};

static const struct sr_record *of_a(const struct view *v,
				    const struct sr_changed *c)
{
	return c->a == SR_NO_CLAIM ? NULL : &v->a.all.claims.items[c->a];
}

static const struct sr_record *of_b(const struct view *v,
				    const struct sr_changed *c)
{
	return c->b == SR_NO_CLAIM ? NULL : &v->b.all.claims.items[c->b];
}

static struct sr_str format(struct view *v, const char *fmt, ...)
	SR_PRINTF(2, 3);

static struct sr_str format(struct view *v, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	size_t size = n < 0			 ? 0
		      : (size_t)n < sizeof(text) ? (size_t)n
						 : sizeof(text) - 1;
	const char *s = sr_arena_copy(&v->ask->mem, text, size);
	return (struct sr_str){ s, s ? size : 0 };
}

/* Why it differs: a decision, a rule, or else the tables or the program that
 * the rule works with. */
static struct sr_str because(struct view *v, const struct sr_changed *c)
{
	const struct sr_record *a = of_a(v, c), *b = of_b(v, c);
	const struct sr_record *one = b ? b : a;

	if (a && b && c->what & SR_DIFF_REVIEW) {
		struct sr_str d = b->decision.n ? b->decision : a->decision;
		return format(v, "decision %.*s%s", (int)d.n, d.n ? d.s : "",
			      b->decision.n ? "" : " undone");
	}
	if (a && b && c->what & SR_DIFF_RULE)
		return format(v, "rule %.*s -> %.*s", (int)a->claim.rule.n,
			      a->claim.rule.n ? a->claim.rule.s : "",
			      (int)b->claim.rule.n,
			      b->claim.rule.n ? b->claim.rule.s : "");
	if (a && b)
		return format(v, "rule %.*s, other tables or program",
			      (int)b->claim.rule.n,
			      b->claim.rule.n ? b->claim.rule.s : "");
	return format(v, "rule %.*s", (int)one->claim.rule.n,
		      one->claim.rule.n ? one->claim.rule.s : "");
}

static const char *kind_of(const struct sr_changed *c)
{
	if (c->a == SR_NO_CLAIM)
		return "added";
	if (c->b == SR_NO_CLAIM)
		return "gone";
	return c->what == SR_DIFF_RULE ? "rule" : "changed";
}

/* 1. The summary. */

static int by_name(const void *pa, const void *pb)
{
	const struct cause *a = pa, *b = pb;

	return sr_str_order(a->name, b->name);
}

static int by_size(const void *pa, const void *pb)
{
	const struct cause *a = pa, *b = pb;
	uint32_t x = a->added + a->gone + a->changed;
	uint32_t y = b->added + b->gone + b->changed;

	return x != y ? (x < y) - (x > y) : sr_str_order(a->name, b->name);
}

static const struct sr_view_column CAUSES[] = {
	{ NULL, "because of", SR_LEFT },
	{ NULL, "added", SR_RIGHT },
	{ NULL, "gone", SR_RIGHT },
	{ NULL, "changed", SR_RIGHT },
};

static int print_causes(struct view *v)
{
	size_t n = v->diff.claims.nitem, m = 0;
	struct cause *cause = SR_NEW(&v->ask->mem, struct cause, n);
	struct sr_rows rows =
		sr_ask_rows(v->ask, CAUSES, sizeof(CAUSES) / sizeof(*CAUSES));

	for (size_t i = 0; cause && i < n; i++) {
		const struct sr_changed *c = &v->diff.claims.items[i];
		bool both = c->a != SR_NO_CLAIM && c->b != SR_NO_CLAIM;
		cause[i] = (struct cause){ because(v, c), c->a == SR_NO_CLAIM,
					   c->b == SR_NO_CLAIM, both };
	}
	if (!cause || !n)
		return SR_EXIT_OK;
	qsort(cause, n, sizeof(*cause), by_name);
	for (size_t i = 1; i < n; i++) {
		if (!sr_str_equal(cause[m].name, cause[i].name)) {
			cause[++m] = cause[i];
			continue;
		}
		cause[m].added += cause[i].added;
		cause[m].gone += cause[i].gone;
		cause[m].changed += cause[i].changed;
	}
	qsort(cause, m + 1, sizeof(*cause), by_size);
	for (size_t i = 0; i <= m; i++) {
		sr_cell_text(&rows, cause[i].name);
		sr_cell_int(&rows, cause[i].added);
		sr_cell_int(&rows, cause[i].gone);
		sr_cell_int(&rows, cause[i].changed);
	}
	sr_cli_print(v->ask->cli, "\n");
	return sr_ask_print(v->ask, &rows);
}

static void print_summary(struct view *v)
{
	const struct sr_diff *d = &v->diff;

	sr_cli_print(v->ask->cli,
		     "%s: %zu report%s, %zu claims\n%s: %zu report%s, %zu "
		     "claims\n"
		     "reports: %zu only in the first, %zu only in the second\n"
		     "claims of the others: %zu the same, %zu changed, %zu "
		     "added, %zu gone, %zu with another rule only\n"
		     "lines of control: %zu differ\n",
		     v->a.name, v->a.all.reports.nitem,
		     v->a.all.reports.nitem == 1 ? "" : "s",
		     v->a.all.claims.nitem, v->b.name, v->b.all.reports.nitem,
		     v->b.all.reports.nitem == 1 ? "" : "s",
		     v->b.all.claims.nitem, d->only_a.nitem, d->only_b.nitem,
		     d->nsame, d->nchanged, d->nadded, d->ngone, d->nrule,
		     v->ncontrol);
}

/* 2. Claims. */

static const struct sr_view_column CLAIMS[] = {
	{ "change", "change", SR_LEFT }, { "id", NULL, SR_LEFT },
	{ NULL, "claim", SR_LEFT },	 { "doc", "report", SR_CUT },
	{ "type", "type", SR_LEFT },	 { "before", "before", SR_WRAP },
	{ "after", "after", SR_WRAP },	 { "because", "because of", SR_CUT },
	{ "text", "words", SR_BELOW },
};

/* The slots that differ, as one side has them; the words where they moved. */
static void slots_cell(struct sr_rows *rows, const struct sr_record *r,
		       unsigned what)
{
	char text[512] = "";

	if (r)
		sr_slots_text(&r->claim, what & (SR_BIT_OF(SR_SLOTS) - 1), text,
			      sizeof(text));
	size_t n = strlen(text);
	if (r && what & SR_DIFF_WORDS)
		n += (size_t)snprintf(text + n, sizeof(text) - n,
				      "%swords %u..%u", n ? "; " : "",
				      r->points.from, r->points.to);
	if (r && what & SR_DIFF_REVIEW && n < sizeof(text))
		snprintf(text + n, sizeof(text) - n, "%sreview %s",
			 n ? "; " : "",
			 r->verdict ? sr_verdict_name(r->verdict) : "none");
	sr_cell_format(rows, "%s", text);
}

static void claim_row(struct view *v, struct sr_rows *rows,
		      const struct sr_changed *c)
{
	const struct sr_record *a = of_a(v, c), *b = of_b(v, c);
	const struct sr_record *one = b ? b : a;
	const struct sr_records *all = b ? &v->b.all : &v->a.all;

	sr_cell_text(rows, sr_str_of(kind_of(c)));
	sr_cell_text(rows, one->key);
	sr_cell_text(rows, (struct sr_str){ one->key.s, one->key.n > SR_ID_SHOWN
								? SR_ID_SHOWN
								: one->key.n });
	sr_cell_text(rows, sr_filed_of(all, one)->report.name);
	sr_cell_text(rows, sr_str_of(sr_type_name(one->claim.type)));
	slots_cell(rows, a, c->what);
	slots_cell(rows, b, c->what);
	sr_cell_text(rows, because(v, c));
	sr_cell_text(rows, one->words);
}

static int print_claims(struct view *v)
{
	struct sr_rows rows =
		sr_ask_rows(v->ask, CLAIMS, sizeof(CLAIMS) / sizeof(*CLAIMS));

	for (size_t i = 0; i < v->diff.claims.nitem; i++)
		claim_row(v, &rows, &v->diff.claims.items[i]);
	if (!v->diff.claims.nitem)
		return SR_EXIT_OK;
	if (v->ask->view.format == SR_FORMAT_TABLE)
		sr_cli_print(v->ask->cli, "\n");
	return sr_ask_print(v->ask, &rows);
}

/* 3. Lines that only one side has: reports, and who holds what. */

static const struct sr_view_column LINES[] = {
	{ "change", "only in", SR_LEFT },
	{ "what", "what", SR_LEFT },
	{ "line", "line", SR_WRAP },
};

static void put_line(struct view *v, struct sr_rows *rows, bool first,
		     const char *what, struct sr_str line)
{
	const char *side = v->ask->view.format == SR_FORMAT_TABLE
				   ? first ? v->a.name : v->b.name
			   : first ? "gone"
				   : "added";

	sr_cell_text(rows, sr_str_of(side));
	sr_cell_text(rows, sr_str_of(what));
	sr_cell_text(rows, line);
}

/* Both lists are sorted; counts, and prints where there are rows. */
static size_t put_control(struct view *v, struct sr_rows *rows)
{
	size_t i = 0, k = 0, n = 0;

	while (i < v->a.control.nitem || k < v->b.control.nitem) {
		bool end_a = i == v->a.control.nitem;
		bool end_b = k == v->b.control.nitem;
		int c = end_a	? 1
			: end_b ? -1
				: sr_str_order(v->a.control.items[i],
					       v->b.control.items[k]);
		n += c != 0;
		if (rows && c)
			put_line(v, rows, c < 0, "control",
				 c < 0 ? v->a.control.items[i]
				       : v->b.control.items[k]);
		i += c <= 0;
		k += c >= 0;
	}
	return n;
}

static void put_reports(struct view *v, struct sr_rows *rows, bool first)
{
	const struct sr_records *all = first ? &v->a.all : &v->b.all;
	const uint32_t *list = first ? v->diff.only_a.items
				     : v->diff.only_b.items;
	size_t n = first ? v->diff.only_a.nitem : v->diff.only_b.nitem;
	char text[512];

	for (size_t i = 0; i < n; i++) {
		const struct sr_filed *f = &all->reports.items[list[i]];
		sr_filed_text(f, text, sizeof(text));
		put_line(v, rows, first, "report", format(v, "%s", text));
	}
}

static int print_lines(struct view *v)
{
	struct sr_rows rows =
		sr_ask_rows(v->ask, LINES, sizeof(LINES) / sizeof(*LINES));

	put_reports(v, &rows, true);
	put_reports(v, &rows, false);
	put_control(v, &rows);
	if (!rows.cells.nitem)
		return SR_EXIT_OK;
	if (v->ask->view.format == SR_FORMAT_TABLE)
		sr_cli_print(v->ask->cli, "\n");
	return sr_ask_print(v->ask, &rows);
}

static int print(struct view *v)
{
	bool table = v->ask->view.format == SR_FORMAT_TABLE;
	int status = SR_EXIT_OK;

	v->ncontrol = put_control(v, NULL);
	if (table) {
		print_summary(v);
		status = print_causes(v);
	}
	if (!status)
		status = print_claims(v);
	if (!status)
		status = print_lines(v);
	bool same = !v->diff.claims.nitem && !v->diff.only_a.nitem &&
		    !v->diff.only_b.nitem && !v->ncontrol;
	return status ? status : same ? SR_EXIT_OK : SR_EXIT_REFUSED;
}

/* Which two */

static bool run_number(const char *text, int64_t *run)
{
	char *end;

	*run = strtoll(text, &end, 10);
	return *end == '\0' && *run > 0;
}

/* Two runs of the ledger: those given, or the last one and the one before. */
static enum sr_code load_runs(struct view *v)
{
	struct sr_cli *cli = v->ask->cli;
	struct sr_err *err = &v->ask->err;
	const char *path = sr_ledger_path(cli);
	int64_t run[2] = { 0, 0 };
	static const char EXPECTED[] =
		"expected the numbers of two runs, or none for the last two";

	if (cli->noperand == 2 && (!run_number(cli->operand[0], &run[0]) ||
				   !run_number(cli->operand[1], &run[1])))
		return sr_fail(err, SR_USAGE, cli->operand[0], "%s", EXPECTED);
	if (cli->noperand == 1)
		return sr_fail(err, SR_USAGE, cli->operand[0], "%s", EXPECTED);
	if (!cli->noperand) {
		enum sr_code code =
			sr_ledger_last_run(v->ask->ledger, &run[1], err);
		if (code)
			return code;
		run[0] = run[1] - 1;
	}
	if (run[0] < 1 || run[1] < 1)
		return sr_fail(err, SR_USAGE, path,
			       "has no two runs to compare");
	v->a.name = format(v, "run %lld", (long long)run[0]).s;
	v->b.name = format(v, "run %lld", (long long)run[1]).s;
	enum sr_code code = sr_diff_load(v->ask, path, run[0], &v->a);
	return code ? code : sr_diff_load(v->ask, path, run[1], &v->b);
}

static enum sr_code load(struct view *v)
{
	struct sr_cli *cli = v->ask->cli;

	if (sr_cli_has(cli, SR_OPT_RUNS))
		return load_runs(v);
	v->a.name = cli->operand[0];
	v->b.name = cli->operand[1];
	enum sr_code code = sr_diff_load(v->ask, v->a.name, 0, &v->a);
	return code ? code : sr_diff_load(v->ask, v->b.name, 0, &v->b);
}

int sr_cmd_diff(struct sr_cli *cli)
{
	struct sr_ask ask;
	struct view v = { .ask = &ask };

	if (!sr_cli_has(cli, SR_OPT_RUNS) && cli->noperand != 2) {
		sr_say("diff: needs two ledgers or files of claims, or --runs");
		return SR_EXIT_USAGE;
	}
	int status = sr_ask_begin(&ask, cli);
	if (!status && sr_cli_has(cli, SR_OPT_RUNS))
		status = sr_ask_ledger(&ask);
	if (!status && (load(&v) || sr_diff(&v.a.all, &v.b.all, &ask.mem,
					    &v.diff, &ask.err)))
		status = sr_ask_fail(&ask);
	if (!status)
		status = print(&v);
	sr_ask_close(&ask);
	return status;
}
