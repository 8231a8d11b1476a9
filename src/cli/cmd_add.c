/* sitrep add: reports into the ledger. What can't be read is recorded with its
 * reason and the rest goes on; what is there already is not read again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/limits.h"
#include "cli/add.h"
#include "cli/read.h"
#include "ingest/identity.h"

bool sr_add_stop(struct sr_add *a, const struct sr_err *err)
{
	sr_progress_clear(&a->progress);
	a->status = sr_say_err(err);
	return false;
}

static bool refuse(struct sr_add *a, const struct sr_item *in,
		   const struct sr_received *received, const struct sr_err *why)
{
	uint64_t size = in->size ? in->size : in->bytes.n;
	struct sr_err err = { 0 };

	sr_progress_clear(&a->progress);
	a->status = SR_EXIT_REFUSED;
	if (sr_hush_says(&a->hush, why))
		sr_say_refused(in, why);
	sr_tally_refused(&a->tally, why->code);
	if (sr_ledger_refuse(a->ledger, received, size, why, &err))
		return sr_add_stop(a, &err);
	return true;
}

/* Where claims are given, the text is read only for a day of publication that
 * the header lacks. */
static void take_given(struct sr_add *a, struct sr_doc *doc, struct sr_job *job)
{
	job->code = sr_cli_read(
		&(struct sr_read_how){ a->cli, a->kit, SR_HAS_BLOCKS }, doc,
		&job->in, &job->err);
	doc->ungated = true;
	if (!job->code && !sr_days_known(doc->report.published))
		job->code = sr_doc_read(doc, a->kit, SR_HAS_DAY, &job->err);
	if (!job->code)
		job->code = sr_claims_fill(&a->given, doc, &job->err);
}

static void work(void *user, struct sr_doc *doc, struct sr_job *job)
{
	struct sr_add *a = user;

	if (a->given.path)
		take_given(a, doc, job);
	else
		job->code = sr_cli_read(
			&(struct sr_read_how){ a->cli, a->kit, SR_HAS_CLAIMS },
			doc, &job->in, &job->err);
	if (!job->code && !sr_doc_copy_read(&job->doc, doc))
		job->code = sr_fail_nomem(&job->err, job->in.path);
}

static bool known(struct sr_add *a, const struct sr_received *in, bool *is_known)
{
	struct sr_err err = { 0 };

	if (sr_ledger_known(a->ledger, in, is_known, &err))
		return sr_add_stop(a, &err);
	a->tally.known += *is_known;
	return true;
}

static bool finish(void *user, struct sr_job *job)
{
	struct sr_add *a = user;
	struct sr_received received = { .name = job->in.name,
					.bytes = job->in.bytes };
	struct sr_err err = { 0 };
	bool is_known = false;

	sr_progress_step(&a->progress, job->in.bytes.n);
	memcpy(received.sha256, job->sha256, SR_HEX);
	if (job->code)
		return refuse(a, &job->in, &received, &job->err);
	/* Another program may have put it while it was read. */
	if (!known(a, &received, &is_known) || is_known)
		return is_known;
	sr_report_text_hash(job->doc.report.text, received.words_sha256);
	enum sr_code code =
		sr_ledger_keep(a->ledger, &received, &job->doc, &err);
	if (code == SR_REFUSED || code == SR_NOMEM)
		return refuse(a, &job->in, &received, &err);
	if (code)
		return sr_add_stop(a, &err);
	sr_tally_read(&a->tally, &job->doc);
	return sr_add_version(a, job);
}

bool sr_add_item(void *user, const struct sr_item *in)
{
	struct sr_add *a = user;
	struct sr_received received = { .name = in->name, .bytes = in->bytes };
	bool is_known = false;

	if (sr_cli_stopped())
		return false;
	if (in->code)
		return sr_pool_put(a->pool, in, NULL);
	sr_sha256(in->bytes, received.sha256);
	if (sr_pool_has(a->pool, received.sha256))
		sr_pool_wait(a->pool);
	if (!known(a, &received, &is_known))
		return false;
	if (!is_known)
		return sr_pool_put(a->pool, in, received.sha256);
	sr_progress_step(&a->progress, in->bytes.n);
	return true;
}

/* The claims of --claims, and what makes this run's readings differ from
 * others of the same program and tables. */
static enum sr_code take_claims(struct sr_add *a, struct sr_err *err)
{
	const char *path = a->cli->opt[SR_OPT_CLAIMS];
	char hex[SR_HEX];
	struct sr_str bytes;

	sr_arena_init(&a->given_mem, SR_MAX_CLAIM_FILE * 3);
	if (sr_cli_has(a->cli, SR_OPT_NO_GATE))
		snprintf(a->options, sizeof(a->options), "no-gate");
	if (!path)
		return SR_OK;
	enum sr_code code = sr_file_read(&a->given_mem, path, SR_MAX_CLAIM_FILE,
					 &bytes, err);
	if (!code)
		code = sr_claims_index(&a->given, path, bytes, &a->given_mem,
				       err);
	if (code)
		return code;
	sr_sha256(bytes, hex);
	snprintf(a->options, sizeof(a->options), "claims=%s", hex);
	return SR_OK;
}

static void say_summary(struct sr_add *a)
{
	const char *path = sr_ledger_path(a->cli);
	char text[SR_TALLY_TEXT];

	sr_tally_text(&a->tally, text);
	sr_progress_clear(&a->progress);
	if (a->hush.hushed)
		sr_say("%zu more were refused for reasons said above; 'sitrep "
		       "reports --refused' lists all",
		       a->hush.hushed);
	if (a->status == SR_EXIT_ENVIRONMENT)
		sr_say("%s: stopped; %zu new reports are kept", path,
		       sr_ledger_kept(a->ledger));
	else
		sr_say("%s: %s", path, text);
}

static int run(struct sr_add *a, const char *now, void (*body)(struct sr_add *))
{
	struct sr_run run = { .program = SR_VERSION,
			      .kit = sr_kit_hash(a->kit),
			      .options = a->options,
			      .now = now };
	struct sr_pool_use use = { work, finish, a, true };
	struct sr_err err = { 0 };
	char end[SR_MOMENT];

	if (sr_pool_open(&a->pool, a->cli, &use, &err))
		return sr_say_err(&err);
	if (sr_ledger_begin(a->ledger, &run, &err)) {
		sr_pool_close(a->pool);
		return sr_say_err(&err);
	}
	sr_cli_catch();
	sr_progress_begin(&a->progress, a->cli);
	body(a);
	sr_pool_close(a->pool);
	if (a->status != SR_EXIT_ENVIRONMENT &&
	    (sr_cli_now(a->cli, end, &err) ||
	     sr_ledger_end(a->ledger, end, &err)))
		sr_add_stop(a, &err);
	say_summary(a);
	return a->status;
}

int sr_add_run(struct sr_cli *cli, void (*body)(struct sr_add *))
{
	struct sr_add a = { .cli = cli };
	struct sr_err err = { 0 };
	char now[SR_MOMENT];
	enum sr_code code = sr_cli_now(cli, now, &err);

	sr_arena_init(&a.page, (size_t)SR_MAX_PAGE * 4);
	if (!code)
		code = take_claims(&a, &err);
	if (!code)
		a.kit = sr_cli_kit(cli, &err);
	if (!code && a.kit)
		a.ledger = sr_ledger_open(sr_ledger_path(cli), SR_LEDGER_WRITE,
					  &err);
	int status = a.ledger ? run(&a, now, body) : sr_say_err(&err);
	sr_ledger_close(a.ledger);
	sr_kit_close(a.kit);
	sr_fetcher_close(a.fetcher);
	sr_arena_release(&a.page);
	sr_arena_release(&a.given_mem);
	return status;
}

/* Each operand: an address, or what is on the disk. */
static void add_all(struct sr_add *a)
{
	size_t n = a->cli->noperand;

	for (size_t i = 0; i < n && !sr_cli_stopped() &&
			   a->status != SR_EXIT_ENVIRONMENT;
	     i++) {
		struct sr_cli one = *a->cli;
		one.operand += i;
		one.noperand = 1;
		if (sr_is_url(*one.operand))
			sr_add_url(a, *one.operand, sr_add_item, a, NULL);
		else
			sr_cli_inputs(&one, a->kit, sr_add_item, a);
	}
	if (sr_cli_stopped()) {
		a->status = SR_EXIT_REFUSED;
		sr_progress_clear(&a->progress);
		sr_say("stopped; the same command goes on from here");
	}
}

int sr_cmd_add(struct sr_cli *cli)
{
	return sr_add_run(cli, add_all);
}
