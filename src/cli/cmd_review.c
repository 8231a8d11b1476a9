/* sitrep review: what people decide about claims. Each decision is a record of
 * its own, of who, when and why; none is ever changed or taken out. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/review.h"
#include "views/wording.h"

const char sr_review_help[] =
	"  accept ID ...            the claims are read rightly\n"
	"  reject ID ...            they are not: they count for nothing\n"
	"  correct ID --set ...     what is right: type, status, actor, "
	"target, place,\n"
	"                           date, count, speaker\n"
	"  merge ID ID ...          they are of one happening: claims, "
	"incidents\n"
	"  split ID ... from ID ... those are not of the happening of these\n"
	"  next [N]                 what to look at first, and why\n"
	"  undo DECISION ...        it no longer counts\n"
	"  list [CLAIM]             all decisions, or those on a claim\n"
	"  export                   the decisions as JSON Lines\n"
	"  apply FILE               decisions of another ledger\n\n"
	"A decision is kept for good with who made it, when and why (--by, "
	"--why), and\nholds for every view and every later reading of the "
	"report.\n";

static int fail(struct sr_review *r)
{
	return sr_ask_fail(&r->ask);
}

static enum sr_code usage(struct sr_review *r, const char *where,
			  const char *what)
{
	return sr_fail(&r->ask.err, SR_USAGE, where, "%s", what);
}

/* Deciding */

/* What was decided, one line for each claim: what can be typed to undo it. */
static void print_made(struct sr_review *r, const struct sr_decision *d)
{
	size_t n = d->claims.nitem;

	for (size_t i = 0; i < n || !i; i++) {
		const struct sr_anchor *a = n ? &d->claims.items[i] : NULL;
		struct sr_json safe = { .mem = &r->ask.mem };
		char text[512];
		if (a)
			snprintf(text, sizeof(text), "%s  %s %.*s  %.*s", d->id,
				 sr_verb_name(d->verb), SR_ID_SHOWN, a->key.s,
				 (int)(a->words.n > 300 ? 300 : a->words.n),
				 a->words.n ? a->words.s : "");
		else
			snprintf(text, sizeof(text), "%s  %s %.*s", d->id,
				 sr_verb_name(d->verb), (int)d->undoes.n,
				 d->undoes.s);
		sr_ask_line(&r->ask, text, &safe);
		sr_cli_write(r->ask.cli, sr_json_text(&safe));
	}
}

static enum sr_code take_who(struct sr_review *r)
{
	static const char *const NAME[] = { "SITREP_BY", "USER", "LOGNAME" };
	const char *who = r->ask.cli->opt[SR_OPT_BY];

	for (int i = 0; i < 3 && !(who && *who); i++)
		who = getenv(NAME[i]);
	if (!who || !*who)
		return usage(r, "review", "who decides? give --by WHO");
	r->who = sr_str_of(who);
	return SR_OK;
}

/* The ledger, which is there, opened again to be written. */
static enum sr_code open_to_write(struct sr_review *r)
{
	struct sr_ask *a = &r->ask;
	enum sr_code code = sr_cli_now(a->cli, r->now, &a->err);

	if (code)
		return code;
	sr_ledger_close(a->ledger);
	a->ledger = sr_ledger_open(sr_ledger_path(a->cli), SR_LEDGER_WRITE,
				   &a->err);
	return a->ledger ? SR_OK : a->err.code;
}

static void note(void *user, const char *line)
{
	(void)user;
	sr_say("%s", line);
}

/* The operands as what is asked for; "from" parts those of a split. */
static enum sr_code take_ids(struct sr_review *r, struct sr_to_decide *what)
{
	struct sr_cli *cli = r->ask.cli;
	const char **id = SR_NEW(&r->ask.mem, const char *, cli->noperand);
	size_t n = 0;

	if (!id)
		return sr_fail_nomem(&r->ask.err, "review");
	what->id = id;
	what->set = cli->set;
	what->nset = cli->nset;
	for (size_t i = 1; i < cli->noperand; i++) {
		bool from = what->verb == SR_VERB_SPLIT &&
			    strcmp(cli->operand[i], "from") == 0;
		if (!from)
			id[n++] = cli->operand[i];
		else if (!what->from)
			what->from = id + n;
	}
	what->nid = what->from ? (size_t)(what->from - id) : n;
	what->nfrom = n - what->nid;
	return SR_OK;
}

static int decide(struct sr_review *r, unsigned verb)
{
	struct sr_to_decide what = { .verb = verb };
	struct sr_deciding by = { .ask = &r->ask, .note = note };
	enum sr_code code = take_who(r);

	if (!code)
		code = take_ids(r, &what);
	if (!code)
		code = sr_decide_check(&what, &r->ask.err);
	if (!code)
		code = open_to_write(r);
	by.who = r->who;
	by.why = sr_str_of(r->ask.cli->opt[SR_OPT_WHY]);
	by.now = r->now;
	if (!code)
		code = sr_decide(&by, &what);
	for (size_t i = 0; i < by.made.nitem; i++)
		print_made(r, &by.made.items[i]);
	return code ? fail(r) : SR_EXIT_OK;
}

/* Listing */

enum sr_code sr_review_load(struct sr_review *r, struct sr_decisions *all)
{
	struct sr_cli *cli = r->ask.cli;

	return sr_decisions_load(
		&r->ask, cli->noperand < 2 ? NULL : cli->operand[1], all);
}

static int list(struct sr_review *r)
{
	struct sr_decisions all = { .items = { 0 } };
	struct sr_rows rows;
	size_t loose = 0;

	if (sr_review_load(r, &all))
		return fail(r);
	for (size_t i = 0; i < all.items.nitem; i++) {
		const struct sr_decision *d = &all.items.items[i];
		loose += !d->undone.n && sr_decision_hold(d) >= SR_HOLD_OF_NONE;
	}
	sr_decisions_rows(&r->ask, &all, &rows);
	int status = sr_ask_print(&r->ask, &rows);
	if (!status && loose)
		sr_say("%zu decision%s hold%s of nothing in this ledger now",
		       loose, loose == 1 ? "" : "s", loose == 1 ? "s" : "");
	return status;
}

/* Which of them */

static int run(struct sr_review *r)
{
	struct sr_str what = sr_str_of(r->ask.cli->operand[0]);
	unsigned verb = sr_verb_of(what);

	if (verb < SR_VERB_COUNT)
		return decide(r, verb);
	if (sr_str_is(what, "next"))
		return sr_review_next(&r->ask);
	if (sr_str_is(what, "list"))
		return list(r);
	if (sr_str_is(what, "export"))
		return sr_review_export(r);
	if (sr_str_is(what, "apply"))
		return open_to_write(r) ? fail(r) : sr_review_apply(r);
	usage(r, r->ask.cli->operand[0],
	      "expected accept, reject, correct, merge, split, undo, next, "
	      "list, "
	      "export or apply");
	return fail(r);
}

int sr_cmd_review(struct sr_cli *cli)
{
	struct sr_review r = { .nfresh = 0 };
	int status = sr_ask_open(&r.ask, cli);

	if (!status)
		status = run(&r);
	sr_ask_close(&r.ask);
	return status;
}
