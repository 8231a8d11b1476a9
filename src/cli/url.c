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

/* A message of the page: its address, what it says of its moment. */
struct message {
	struct sr_str url, moment;
	char sha256[SR_HEX];
	int64_t bytes;
	size_t order;
};

/* An answer, and what is found in it. */
struct answer {
	struct sr_add *add;
	const char *url;
	const struct sr_fetched *got;
	sr_item_fn *fn;
	void *user;
	SR_LIST(struct message) messages;
	size_t nitem;
	bool apart; /* an item is not the whole answer */
};

static struct sr_str keep(struct answer *x, struct sr_str s)
{
	s.s = sr_arena_copy(&x->add->page, s.s, s.n);
	s.n = s.s ? s.n : 0;
	return s;
}

/* What is said under that address again is this message edited. */
static struct sr_str address_of(struct answer *x, const struct sr_item *item)
{
	const struct sr_given *g = &item->given;
	struct sr_str page = x->got->url;

	if (g->url.n && !sr_str_equal(g->url, page))
		return keep(x, g->url);
	char *both = g->id.n ? sr_arena_raw(&x->add->page,
					    page.n + g->id.n + 1, 1)
			     : NULL;
	if (!both)
		return (struct sr_str){ NULL, 0 };
	memcpy(both, page.s, page.n);
	both[page.n] = '#';
	memcpy(both + page.n + 1, g->id.s, g->id.n);
	return (struct sr_str){ both, page.n + g->id.n + 1 };
}

static bool take_item(void *user, const struct sr_item *item)
{
	struct answer *x = user;

	x->nitem++;
	x->apart = x->apart || item->code ||
		   item->bytes.n != x->got->body.n;
	struct message *m = !item->code && item->own
				    ? SR_PUSH(&x->add->page, &x->messages)
				    : NULL;
	if (m) {
		*m = (struct message){ .url = address_of(x, item),
				       .moment = keep(x, item->given.published),
				       .bytes = (int64_t)item->bytes.n,
				       .order = x->nitem };
		sr_sha256(item->bytes, m->sha256);
	}
	/* Versions of what an answer holds are noted here. */
	struct sr_item put = *item;
	put.own = false;
	put.given.captured = (struct sr_str){ NULL, 0 };
	return x->fn(x->user, &put);
}

static int by_url(const void *pa, const void *pb)
{
	const struct message *a = pa, *b = pb;
	int order = sr_str_order(a->url, b->url);

	return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* Is the address that of no other message of the page? */
static bool is_single(const struct answer *x, size_t i)
{
	const struct message *m = &x->messages.items[i];

	return m->url.n &&
	       (i == 0 || !sr_str_equal(m->url, m[-1].url)) &&
	       (i + 1 == x->messages.nitem ||
		!sr_str_equal(m->url, m[1].url));
}

static bool note_messages(struct answer *x, const char *now)
{
	struct sr_err err = { 0 };

	if (x->messages.nitem)
		qsort(x->messages.items, x->messages.nitem,
		      sizeof(struct message), by_url);
	for (size_t i = 0; i < x->messages.nitem; i++) {
		const struct message *m = &x->messages.items[i];
		struct sr_fetch_note note = {
			.url = m->url,
			.final = x->got->url,
			.at = sr_str_of(now),
			.modified = m->moment,
			.sha256 = sr_str_of(m->sha256),
			.status = x->got->status,
			.bytes = m->bytes,
		};
		if (is_single(x, i) &&
		    sr_ledger_message(x->add->ledger, &note, &err))
			return sr_add_stop(x->add, &err);
	}
	return true;
}

/* Kept beside the reports, unless it is what came the last time. */
static bool note_fetch(struct answer *x, const struct sr_fetch_note *last,
		       bool fresh)
{
	const struct sr_fetched *got = x->got;
	char sha256[SR_HEX], now[SR_MOMENT];
	struct sr_err err = { 0 };

	sr_sha256(got->body, sha256);
	if (sr_cli_now(x->add->cli, now, &err))
		return sr_add_stop(x->add, &err);
	if (!note_messages(x, now))
		return false;
	if (x->apart && fresh &&
	    sr_ledger_keep_body(x->add->ledger, sr_str_of(sha256), got->body,
				&err))
		return sr_add_stop(x->add, &err);
	if (sr_str_is(last->sha256, sha256))
		return true;
	struct sr_fetch_note note = {
		.url = sr_str_of(x->url),
		.final = got->url,
		.at = sr_str_of(now),
		.type = got->type,
		.etag = got->etag,
		.modified = got->modified,
		.sha256 = sr_str_of(sha256),
		.status = got->status,
		.bytes = (int64_t)got->body.n,
	};
	if (sr_ledger_fetched(x->add->ledger, &note, &err))
		return sr_add_stop(x->add, &err);
	return true;
}

/* All that is in an answer, and then what it was. */
static bool take_answer(struct answer *x, const struct sr_fetch_note *last)
{
	struct sr_add *a = x->add;
	struct sr_intake in = { .kit = a->kit, .fn = take_item, .user = x };
	struct sr_given given = { .url = x->got->url,
				  .charset = x->got->charset };

	sr_pool_wait(a->pool);
	size_t before = a->tally.fresh;
	if (!sr_intake_bytes(&in, x->url, x->got->body, &given))
		return false;
	sr_pool_wait(a->pool);
	return note_fetch(x, last, a->tally.fresh > before);
}

bool sr_add_url(struct sr_add *a, const char *url, sr_item_fn *fn, void *user,
		struct sr_asked *asked)
{
	struct sr_fetch_note last = { .status = 0 };
	struct sr_fetched got = { .status = 0 };
	struct sr_asked unasked = { .again = false };
	struct sr_err err = { 0 };
	bool found = false;

	asked = asked ? asked : &unasked;
	*asked = (struct sr_asked){ .again = asked->again };
	sr_arena_reset(&a->page);
	if (open_fetcher(a, &err) ||
	    sr_ledger_last_fetch(a->ledger, sr_str_of(url), &a->page, &last,
				 &found, &err))
		return sr_add_stop(a, &err);
	enum sr_code code = ask(a, url, &last, last.current || asked->again,
				&got, &err);
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
	struct answer x = { .add = a,
			    .url = url,
			    .got = &got,
			    .fn = fn,
			    .user = user };
	return take_answer(&x, &last);
}
