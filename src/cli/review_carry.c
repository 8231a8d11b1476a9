/* sitrep review export, apply: decisions carried from one ledger to another. */
#include <stdio.h>

#include "base/file.h"
#include "base/limits.h"
#include "cli/review.h"
#include "views/decisions_json.h"

static int fail(struct sr_review *r)
{
	return sr_ask_fail(&r->ask);
}

int sr_review_export(struct sr_review *r)
{
	struct sr_decisions all = { .items = { 0 } };
	struct sr_json out = { .mem = &r->ask.mem };

	if (sr_review_load(r, &all))
		return fail(r);
	for (size_t i = 0; i < all.items.nitem; i++) {
		sr_decision_json(&all.items.items[i], &out);
		sr_json_line(&out);
	}
	if (out.full) {
		sr_fail_nomem(&r->ask.err, "decisions");
		return fail(r);
	}
	sr_cli_write(r->ask.cli, sr_json_text(&out));
	return SR_EXIT_OK;
}

/* A line of a file. What is wrong with it is said, and the rest goes on. */
static bool apply_line(struct sr_review *r, struct sr_str line,
		       const char *where)
{
	struct sr_ask *a = &r->ask;
	struct sr_err err = { 0 };
	struct sr_decision d;
	struct sr_str id = { NULL, 0 };
	bool fresh = false;

	enum sr_code code =
		sr_decision_read(line, where, &a->mem, &d, &id, &err);
	if (!code)
		code = sr_ledger_decide(a->ledger, &d, r->now, &fresh, &err);
	if (code == SR_REFUSED || code == SR_LIMIT) {
		sr_say("%s: %s", where, err.text);
		r->nbad++;
		return true;
	}
	if (code) {
		a->err = err;
		return false;
	}
	if (id.n && !sr_str_is(id, d.id))
		sr_say("%s: was changed since it was made: is %s, says %.*s",
		       where, d.id, (int)(id.n < 20 ? id.n : 20), id.s);
	r->nfresh += fresh;
	r->nknown += !fresh;
	return true;
}

static void say_waiting(struct sr_review *r)
{
	struct sr_decisions all = { .items = { 0 } };

	if (sr_ledger_decisions(r->ask.ledger, &r->ask.mem, &all, &r->ask.err))
		return;
	for (size_t i = 0; i < all.items.nitem; i++) {
		const struct sr_decision *d = &all.items.items[i];
		if (d->undone.n || sr_decision_hold(d) < SR_HOLD_OF_NONE ||
		    !sr_str_is(d->learnt, r->now))
			continue;
		sr_say("%s (%s): %s", d->id, sr_verb_name(d->verb),
		       sr_decision_hold(d) == SR_HOLD_OF_NONE
			       ? "the report has no such claim"
			       : "waits: its report is not in this ledger");
		r->nwaiting++;
	}
}

int sr_review_apply(struct sr_review *r)
{
	struct sr_ask *a = &r->ask;
	struct sr_str rest;
	size_t number = 0;
	char where[96];

	if (a->cli->noperand != 2) {
		sr_say("apply: takes one file, as 'sitrep review export' "
		       "writes it");
		return SR_EXIT_USAGE;
	}
	const char *path = a->cli->operand[1];
	if (sr_file_read(&a->mem, path, SR_MAX_CLAIM_FILE, &rest, &a->err))
		return fail(r);
	while (rest.s) {
		struct sr_str line = sr_str_trim(sr_str_cut(&rest, '\n'));
		snprintf(where, sizeof(where), "%.80s:%zu", path, ++number);
		if (line.n && !apply_line(r, line, where))
			return fail(r);
	}
	if (sr_ledger_flush(a->ledger, &a->err))
		return fail(r);
	say_waiting(r);
	sr_say("%s: %zu new decisions, %zu already there, %zu hold of nothing "
	       "here yet, %zu refused",
	       sr_ledger_path(a->cli), r->nfresh, r->nknown, r->nwaiting,
	       r->nbad);
	return r->nbad ? SR_EXIT_REFUSED : SR_EXIT_OK;
}
