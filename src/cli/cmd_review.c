/* sitrep review: what people decide about claims. Each decision is a record of
 * its own, of who, when and why; none is ever changed or taken out. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/review.h"
#include "model/claim_key.h"
#include "views/wording.h"

#define LEAST_ID 4

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

/* Finding what an id means */

static bool is_hex(const char *s, size_t least, size_t most)
{
	size_t n = strlen(s);

	return n >= least && n <= most && strspn(s, "0123456789abcdef") == n;
}

/* The claim of that id: of those that stand, then of all that ever stood. */
static enum sr_code find_claim(struct sr_review *r, const char *id,
			       struct sr_records *out)
{
	struct sr_ask *a = &r->ask;
	struct sr_filter f = SR_FILTER;
	enum sr_code code = SR_OK;

	if (!is_hex(id, LEAST_ID, SR_KEY - 1))
		return usage(r, id,
			     "no id of a claim; expected 4 to 16 hex "
			     "digits, as 'sitrep claims' shows them");
	f.key = sr_str_of(id);
	f.rejected = true;
	code = sr_ledger_claims(a->ledger, &f, &a->mem, out, &a->err);
	f.every_reading = true;
	if (!code && !out->claims.nitem)
		code = sr_ledger_claims(a->ledger, &f, &a->mem, out, &a->err);
	if (code)
		return code;
	const struct sr_record *c = out->claims.items;
	size_t n = out->claims.nitem;
	if (!n)
		return sr_fail(&a->err, SR_REFUSED, id, "no claim has that id");
	if (!sr_str_equal(c[0].key, c[n - 1].key))
		return sr_fail(&a->err, SR_USAGE, id,
			       "begins the ids of several claims; expected "
			       "more digits");
	return SR_OK;
}

/* Adds the claim of an id to a decision; gives its record. */
static enum sr_code add_claim(struct sr_review *r, const char *id, uint8_t part,
			      struct sr_decision *d,
			      const struct sr_record **record)
{
	struct sr_records *found = SR_NEW(&r->ask.mem, struct sr_records, 1);
	struct sr_anchor *a = SR_PUSH(&r->ask.mem, &d->claims);

	if (!found || !a)
		return sr_fail_nomem(&r->ask.err, "review");
	enum sr_code code = find_claim(r, id, found);
	if (code)
		return code;
	const struct sr_record *c = &found->claims.items[0];
	code = sr_ledger_anchor(r->ask.ledger, found, c, &r->ask.mem, a,
				&r->ask.err);
	a->part = part;
	a->words = c->words;
	if (record)
		*record = c;
	return code;
}

/* Making decisions */

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

static enum sr_code keep(struct sr_review *r, struct sr_decision *d)
{
	struct sr_ask *a = &r->ask;
	bool fresh;

	d->who = r->who;
	d->at = sr_str_of(r->now);
	d->why = sr_str_of(a->cli->opt[SR_OPT_WHY]);
	enum sr_code code = sr_ledger_nth(a->ledger, d->at, &d->nth, &a->err);
	if (!code)
		code = sr_ledger_decide(a->ledger, d, r->now, &fresh, &a->err);
	if (!code)
		code = sr_ledger_flush(a->ledger, &a->err);
	if (!code)
		print_made(r, d);
	return code;
}

/* accept, reject: each claim is a decision of its own. */
static enum sr_code each_claim(struct sr_review *r, enum sr_verb verb)
{
	enum sr_code code = SR_OK;

	for (size_t i = 1; !code && i < r->ask.cli->noperand; i++) {
		struct sr_decision d = { .verb = (uint8_t)verb };
		code = add_claim(r, r->ask.cli->operand[i], 0, &d, NULL);
		if (!code)
			code = keep(r, &d);
	}
	return code;
}

static enum sr_code correct(struct sr_review *r)
{
	struct sr_cli *cli = r->ask.cli;
	struct sr_decision d = { .verb = SR_VERB_CORRECT };
	const struct sr_record *was = NULL;

	if (cli->noperand != 2 || !cli->nset)
		return usage(r, "correct",
			     "takes one claim, and --set for "
			     "each thing that is to be put right");
	enum sr_code code = add_claim(r, cli->operand[1], 0, &d, &was);
	for (size_t i = 0; !code && i < cli->nset; i++)
		code = sr_review_set(&r->ask, cli->set[i], &was->claim, &d);
	return code ? code : keep(r, &d);
}

static bool has_claim(const struct sr_decision *d, struct sr_str key)
{
	for (size_t i = 0; i < d->claims.nitem; i++)
		if (sr_str_equal(d->claims.items[i].key, key))
			return true;
	return false;
}

/* An incident stands for all of its claims that the decision does not name. */
static enum sr_code add_incident(struct sr_review *r, const char *id,
				 uint8_t part, struct sr_decision *d)
{
	struct sr_ask *a = &r->ask;
	struct sr_keys keys = { .items = { 0 } };
	enum sr_code code = sr_ledger_incident_keys(a->ledger, sr_str_of(id),
						    &a->mem, &keys, &a->err);

	if (!code && !keys.items.nitem)
		code = sr_fail(&a->err, SR_REFUSED, id,
			       "no incident has that id; expected 'i' and 12 "
			       "hex digits, as 'sitrep incidents' shows them");
	for (size_t i = 0; !code && i < keys.items.nitem; i++)
		if (!has_claim(d, keys.items.items[i]))
			code = add_claim(r, keys.items.items[i].s, part, d,
					 NULL);
	return code;
}

/* merge A B ..., split A ... from B ... */
static enum sr_code link(struct sr_review *r, enum sr_verb verb)
{
	struct sr_cli *cli = r->ask.cli;
	struct sr_decision d = { .verb = (uint8_t)verb };
	enum sr_code code = SR_OK;
	uint8_t part = 0;

	for (size_t i = 1; !code && i < cli->noperand; i++) {
		bool from = verb == SR_VERB_SPLIT &&
			    strcmp(cli->operand[i], "from") == 0;
		if (from)
			part = 1;
		else if (cli->operand[i][0] == 'i')
			code = add_incident(r, cli->operand[i], part, &d);
		else
			code = add_claim(r, cli->operand[i], part, &d, NULL);
	}
	if (!code && verb == SR_VERB_SPLIT && !part)
		code = usage(r, "split",
			     "needs 'from' between the claims that "
			     "are held apart");
	return code ? code : keep(r, &d);
}

static const struct sr_decision *find_decision(const struct sr_decisions *all,
					       const char *id, size_t *n)
{
	const struct sr_decision *found = NULL;

	*n = 0;
	for (size_t i = 0; i < all->items.nitem; i++)
		if (strncmp(all->items.items[i].id, id, strlen(id)) == 0) {
			found = &all->items.items[i];
			++*n;
		}
	return found;
}

static enum sr_code undo(struct sr_review *r)
{
	struct sr_cli *cli = r->ask.cli;
	struct sr_decisions all = { .items = { 0 } };
	enum sr_code code = sr_ledger_decisions(r->ask.ledger, &r->ask.mem,
						&all, &r->ask.err);

	for (size_t i = 1; !code && i < cli->noperand; i++) {
		const char *id = cli->operand[i];
		size_t n = 0;
		const struct sr_decision *was = find_decision(&all, id, &n);
		struct sr_decision d = { .verb = SR_VERB_UNDO };
		if (id[0] != 'd' || !is_hex(id + 1, 3, SR_DECISION_ID - 2))
			code = usage(r, id,
				     "no id of a decision; expected 'd' "
				     "and hex digits, as 'sitrep review "
				     "list' shows them");
		else if (n != 1)
			code = sr_fail(&r->ask.err, n ? SR_USAGE : SR_REFUSED,
				       id,
				       n ? "begins several ids; expected more "
					   "digits"
					 : "no decision has that id");
		else if (was->verb == SR_VERB_UNDO)
			code = usage(r, id,
				     "undoes another one: decide anew "
				     "instead");
		else if (was->undone.n)
			code = sr_fail(&r->ask.err, SR_REFUSED, id,
				       "is undone already, by %.*s",
				       (int)was->undone.n, was->undone.s);
		if (code)
			break;
		d.undoes = sr_str_of(was->id);
		code = keep(r, &d);
	}
	return code;
}

/* Listing */

static const struct sr_view_column COLUMNS[] = {
	{ "decision", "decision", SR_LEFT },
	{ "at", "at", SR_LEFT },
	{ "who", "who", SR_CUT },
	{ "verb", "what", SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "claim", SR_LEFT },
	{ "set", "set", SR_WRAP },
	{ "why", "why", SR_WRAP },
	{ "holds", "holds", SR_LEFT },
	{ "undone", NULL, SR_LEFT },
	{ "learnt", NULL, SR_LEFT },
	{ NULL, "words", SR_BELOW },
};

const char *sr_hold_of_name(uint8_t hold)
{
	static const char *const NAME[] = {
		[SR_HOLD_OF_KEY] = "yes",
		[SR_HOLD_OF_WORDS] = "by its words",
		[SR_HOLD_OF_OWN] = "kept as decided",
		[SR_HOLD_OF_NONE] = "of nothing now",
		[SR_HOLD_OF_ABSENT] = "waits for the report",
	};

	return NAME[hold];
}

/* The worst of its claims: a merge holds when all of them are there. */
uint8_t sr_decision_hold(const struct sr_decision *d)
{
	uint8_t worst = SR_HOLD_OF_KEY;

	for (size_t i = 0; i < d->claims.nitem; i++)
		if (d->claims.items[i].hold > worst)
			worst = d->claims.items[i].hold;
	return worst;
}

static void claim_cells(struct sr_rows *rows, const struct sr_decision *d)
{
	struct sr_json ids = { .mem = rows->mem }, few = { .mem = rows->mem };

	for (size_t i = 0; i < d->claims.nitem; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		struct sr_str key = a->now.n ? a->now : a->key;
		if (i)
			sr_json_raw(&ids, SR_STR(" "));
		if (i && i < 3)
			sr_json_raw(&few, SR_STR(" "));
		sr_json_raw(&ids, key);
		if (i < 3)
			sr_json_raw(&few,
				    (struct sr_str){ key.s, SR_ID_SHOWN });
	}
	if (d->claims.nitem > 3)
		sr_json_raw(&few, SR_STR(" ..."));
	if (d->claims.nitem)
		sr_cell_list(rows, sr_json_text(&ids));
	else
		sr_cell_none(rows);
	sr_cell_text(rows, d->undoes.n ? d->undoes : sr_json_text(&few));
}

static void list_row(struct sr_rows *rows, const struct sr_decision *d)
{
	char set[512] = "";

	sr_cell_text(rows, sr_str_of(d->id));
	sr_cell_text(rows, d->at);
	sr_cell_text(rows, d->who);
	sr_cell_text(rows, sr_str_of(sr_verb_name(d->verb)));
	claim_cells(rows, d);
	if (d->sets)
		sr_slots_text(&d->slots, d->sets, set, sizeof(set));
	if (d->sets)
		sr_cell_format(rows, "%s", set);
	else
		sr_cell_none(rows);
	sr_cell_text(rows, d->why);
	if (d->undone.n)
		sr_cell_format(rows, "undone by %.*s", (int)d->undone.n,
			       d->undone.s);
	else if (d->verb == SR_VERB_UNDO)
		sr_cell_none(rows);
	else
		sr_cell_text(rows,
			     sr_str_of(sr_hold_of_name(sr_decision_hold(d))));
	sr_cell_text(rows, d->undone);
	sr_cell_text(rows, d->learnt);
	sr_cell_text(rows, d->claims.nitem ? d->claims.items[0].words
					   : (struct sr_str){ NULL, 0 });
}

enum sr_code sr_review_load(struct sr_review *r, struct sr_decisions *all)
{
	struct sr_ask *a = &r->ask;
	struct sr_records found = { .claims = { 0 } };

	if (a->cli->noperand < 2)
		return sr_ledger_decisions(a->ledger, &a->mem, all, &a->err);
	enum sr_code code = find_claim(r, a->cli->operand[1], &found);
	return code ? code
		    : sr_ledger_decisions_on(a->ledger,
					     found.claims.items[0].key, &a->mem,
					     all, &a->err);
}

static int list(struct sr_review *r)
{
	struct sr_rows rows = sr_ask_rows(&r->ask, COLUMNS,
					  sizeof(COLUMNS) / sizeof(*COLUMNS));
	struct sr_decisions all = { .items = { 0 } };
	size_t loose = 0;

	if (sr_review_load(r, &all))
		return fail(r);
	for (size_t i = 0; i < all.items.nitem; i++) {
		const struct sr_decision *d = &all.items.items[i];
		loose += !d->undone.n && sr_decision_hold(d) >= SR_HOLD_OF_NONE;
		list_row(&rows, d);
	}
	int status = sr_ask_print(&r->ask, &rows);
	if (!status && loose)
		sr_say("%zu decision%s hold%s of nothing in this ledger now",
		       loose, loose == 1 ? "" : "s", loose == 1 ? "s" : "");
	return status;
}

/* Which of them */

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

static int decide(struct sr_review *r, unsigned verb)
{
	enum sr_code code = take_who(r);

	if (!code && r->ask.cli->noperand < 2)
		code = usage(r, sr_verb_name(verb), "needs an ID");
	if (!code && verb != SR_VERB_CORRECT && r->ask.cli->nset)
		code = usage(r, "--set", "is only for 'review correct'");
	if (!code)
		code = open_to_write(r);
	if (!code && verb == SR_VERB_CORRECT)
		code = correct(r);
	else if (!code && verb == SR_VERB_UNDO)
		code = undo(r);
	else if (!code && verb <= SR_VERB_REJECT)
		code = each_claim(r, (enum sr_verb)verb);
	else if (!code)
		code = link(r, (enum sr_verb)verb);
	return code ? fail(r) : SR_EXIT_OK;
}

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
