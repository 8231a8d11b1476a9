/* Addresses of the net as input: asked for politely (fetch/fetch.h), kept with
 * what the server said, so that the next time only what has changed is sent. */
#include <stdlib.h>

#include "base/limits.h"
#include "cli/add.h"

#define PAUSE 1.0
#define MOST_PAUSE 3600.0
#define TRIES 3

/* The seconds that an option gives; *out is left where it is not given. */
static enum sr_code seconds_wanted(const struct sr_cli *cli, enum sr_opt opt,
				   double *out, struct sr_err *err)
{
	const char *text = cli->opt[opt];
	char *end = NULL;

	if (!text)
		return SR_OK;
	*out = strtod(text, &end);
	if (!text[0] || *end || !(*out >= 0) || *out > MOST_PAUSE)
		return sr_fail(err, SR_USAGE, text,
			       "expected a number of seconds, 0 to %.0f",
			       MOST_PAUSE);
	return SR_OK;
}

static enum sr_code open_fetcher(struct sr_add *a, struct sr_err *err)
{
	struct sr_fetch_options o = { .pause = PAUSE,
				      .seconds = sr_cli_seconds,
				      .wait = sr_cli_wait };

	if (a->fetcher)
		return SR_OK;
	o.allow_private = sr_cli_has(a->cli, SR_OPT_PRIVATE);
	enum sr_code code =
		seconds_wanted(a->cli, SR_OPT_PAUSE, &o.pause, err);
	if (!code)
		code = seconds_wanted(a->cli, SR_OPT_TIMEOUT, &o.most_seconds,
				      err);
	return code ? code : sr_fetcher_open(&a->fetcher, &o, err);
}

static bool refuse(struct sr_add *a, const char *url, enum sr_code code,
		   const struct sr_err *err)
{
	struct sr_item item = { .path = url,
				.name = sr_str_of(url),
				.code = code,
				.err = *err };

	return sr_add_item(a, &item);
}

/* Asks, and again after as long as the server wishes, if that is not long. */
static enum sr_code ask(struct sr_add *a, const char *url,
			const struct sr_fetch_note *last, bool known,
			struct sr_fetched *got, struct sr_err *err)
{
	struct sr_fetch_if given = { last->etag, last->modified };
	enum sr_code code = SR_OK;

	for (int i = 0; i < TRIES; i++) {
		code = sr_fetch(a->fetcher, url, known ? &given : NULL,
				&a->page, got, err);
		if (!code || got->retry_after <= 0 ||
		    got->retry_after > SR_MAX_RETRY_SECONDS || i == TRIES - 1)
			return code;
		if (!sr_cli_wait(NULL, got->retry_after))
			return code;
	}
	return code;
}

/* Kept beside the report, unless it is what came the last time. */
static bool note_fetch(struct sr_add *a, const char *url,
		       const struct sr_fetch_note *last,
		       const struct sr_fetched *got)
{
	char sha256[SR_HEX], now[SR_MOMENT];
	struct sr_err err = { 0 };

	sr_pool_wait(a->pool);
	sr_sha256(got->body, sha256);
	if (sr_str_is(last->sha256, sha256))
		return true;
	if (sr_cli_now(a->cli, now, &err))
		return sr_add_stop(a, &err);
	struct sr_fetch_note note = {
		.url = sr_str_of(url),
		.final = got->url,
		.at = sr_str_of(now),
		.type = got->type,
		.etag = got->etag,
		.modified = got->modified,
		.sha256 = sr_str_of(sha256),
		.status = got->status,
		.bytes = (int64_t)got->body.n,
	};
	if (sr_ledger_fetched(a->ledger, &note, &err))
		return sr_add_stop(a, &err);
	return true;
}

bool sr_add_url(struct sr_add *a, const char *url, sr_item_fn *fn, void *user,
		struct sr_asked *asked)
{
	struct sr_fetch_note last = { .status = 0 };
	struct sr_fetched got = { .status = 0 };
	struct sr_asked unasked;
	struct sr_err err = { 0 };
	bool found = false;

	asked = asked ? asked : &unasked;
	*asked = (struct sr_asked){ .failed = false };
	sr_arena_reset(&a->page);
	if (open_fetcher(a, &err) ||
	    sr_ledger_last_fetch(a->ledger, sr_str_of(url), &a->page, &last,
				 &found, &err))
		return sr_add_stop(a, &err);
	enum sr_code code = ask(a, url, &last, last.current, &got, &err);
	asked->retry_after = got.retry_after;
	asked->failed = code != SR_OK;
	if (sr_cli_stopped())
		return false;
	if (code)
		return refuse(a, url, code, &err);
	if (got.status == 304) {
		asked->same = true;
		a->tally.known++;
		return true;
	}
	struct sr_intake in = { .kit = a->kit, .fn = fn, .user = user };
	struct sr_given given = { .url = got.url, .charset = got.charset };
	return sr_intake_bytes(&in, url, got.body, &given) &&
	       note_fetch(a, url, &last, &got);
}
