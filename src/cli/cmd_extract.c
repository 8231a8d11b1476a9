/* sitrep extract: reports to claims, nothing stored. */
#include "base/digest.h"
#include "cli/pool.h"
#include "cli/read.h"
#include "views/claims_json.h"

struct extract {
	struct sr_cli *cli;
	struct sr_kit *kit;
	struct sr_pool *pool;
	int status;
};

static void work(void *user, struct sr_doc *doc, struct sr_job *job)
{
	struct extract *x = user;
	struct sr_json out = { .mem = &job->mem };
	char sha256[SR_HEX];

	job->code = sr_cli_read(
		&(struct sr_read_how){ x->cli, x->kit, SR_HAS_CLAIMS }, doc,
		&job->in, &job->err);
	if (!job->code && doc->aside && !sr_doc_copy_read(&job->doc, doc))
		job->code = sr_fail_nomem(&job->err, job->in.path);
	if (job->code)
		return;
	sr_sha256(job->in.bytes, sha256);
	job->code = sr_claims_write(doc, sha256, &out, &job->err);
	job->out = sr_json_text(&out);
}

static bool finish(void *user, struct sr_job *job)
{
	struct extract *x = user;

	if (job->code)
		x->status = sr_say_refused(&job->in, &job->err);
	else
		sr_cli_write(x->cli, job->out);
	sr_say_aside(&job->in, &job->doc);
	return !x->cli->reason;
}

static bool input(void *user, const struct sr_item *in)
{
	struct extract *x = user;

	return sr_pool_put(x->pool, in, NULL);
}

int sr_cmd_extract(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct extract x = { .cli = cli, .kit = sr_cli_kit(cli, &err) };
	struct sr_pool_use use = { work, finish, &x, false };

	if (!x.kit || sr_pool_open(&x.pool, cli, &use, &err)) {
		sr_kit_close(x.kit);
		return sr_say_err(&err);
	}
	sr_cli_inputs(cli, x.kit, input, &x);
	sr_pool_close(x.pool);
	sr_kit_close(x.kit);
	return x.status;
}
