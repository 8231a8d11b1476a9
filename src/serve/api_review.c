/* People's decisions by the page: what to look at first, what was decided, and
 * deciding, by the code that the command line decides by. */
#include "answer/queue.h"
#include "answer/review.h"
#include "serve/body.h"
#include "serve/detail.h"
#include "serve/server.h"
#include "views/decisions_json.h"

#define SHOWN 10

enum sr_code sr_api_decisions(struct sr_call *call)
{
	const char *claim = sr_query_value(call->query, "claim");
	struct sr_decisions all = { .items = { 0 } };
	struct sr_rows rows;
	enum sr_code code = sr_decisions_load(
		call->ask, claim && claim[0] ? claim : NULL, &all);

	if (code)
		return code;
	sr_decisions_rows(call->ask, &all, &rows);
	return sr_call_list(call, &rows);
}

/* The object of the list, and the claim itself. */
static enum sr_code put_queued(struct sr_call *call,
			       const struct sr_queue_view *v,
			       struct sr_texts *texts, size_t i)
{
	const struct sr_queued *q = &v->queue.items.items[i];

	sr_queue_object(v, i, &call->out);
	sr_json_reopen(&call->out);
	sr_json_key(&call->out, "claim");
	call->out.comma = false;
	enum sr_code code =
		sr_put_claim(texts, &v->all.claims.items[q->claim], &call->out);
	sr_json_close(&call->out, '}');
	sr_json_close(&call->out, '}');
	return code;
}

enum sr_code sr_api_next(struct sr_call *call)
{
	struct sr_ask *a = call->ask;
	size_t n = a->filter.limit ? a->filter.limit : SHOWN;
	struct sr_queue_view v;
	struct sr_texts texts;
	enum sr_code code;

	a->filter.limit = 0;
	code = sr_queue_load(a, &v);
	if (!code)
		code = sr_texts_init(&texts, a, &v.all);
	if (code)
		return code;
	sr_call_begin(call);
	sr_json_key(&call->out, "waiting");
	sr_json_int(&call->out, (int64_t)v.queue.items.nitem);
	sr_json_key(&call->out, "items");
	sr_json_open(&call->out, '[');
	for (size_t i = 0; !code && i < n && i < v.queue.items.nitem; i++)
		code = put_queued(call, &v, &texts, i);
	sr_json_close(&call->out, ']');
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	return code;
}

/* Deciding */

struct asked {
	struct sr_call *call;
	struct sr_to_decide what;
	struct sr_deciding by;
	char now[SR_MOMENT_TEXT];
	struct sr_json notes;
};

static void note(void *user, const char *line)
{
	struct asked *x = user;

	sr_json_str(&x->notes, sr_str_of(line));
}

/* All of the claims are there before the first is decided on: of a list that
 * a page sends, nothing or all is done. */
static enum sr_code check_claims(struct asked *x)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0;
	     !code && x->what.verb <= SR_VERB_REJECT && i < x->what.nid; i++) {
		struct sr_records found = { .claims = { 0 } };
		code = sr_find_claim(x->call->ask, x->what.id[i], &found);
	}
	return code;
}

static enum sr_code decide(struct asked *x)
{
	struct sr_call *call = x->call;
	struct sr_ask *a = call->ask;
	struct sr_hands *hands = &call->server->hands;
	const struct sr_serve_options *o = call->server->o;
	enum sr_code code = o->now(o->user, x->now, &a->err);

	if (code)
		return code;
	a->ledger = sr_hands_write(hands, &a->err);
	if (!a->ledger)
		return a->err.code;
	x->by.ask = a;
	x->by.now = x->now;
	x->by.note = note;
	x->by.user = x;
	x->notes.mem = &a->mem;
	code = check_claims(x);
	if (!code)
		code = sr_decide(&x->by, &x->what);
	call->busy = sr_hands_written(hands, code);
	a->ledger = NULL;
	return code;
}

static enum sr_code put_made(struct asked *x)
{
	struct sr_call *call = x->call;
	char state[SR_TAG] = "";
	enum sr_code code = sr_call_written(call, state);

	sr_json_key(&call->out, "items");
	sr_json_open(&call->out, '[');
	for (size_t i = 0; i < x->by.made.nitem; i++)
		sr_decision_json(&x->by.made.items[i], &call->out);
	sr_json_close(&call->out, ']');
	sr_json_key(&call->out, "notes");
	sr_json_open(&call->out, '[');
	sr_json_raw(&call->out, sr_json_text(&x->notes));
	sr_json_close(&call->out, ']');
	sr_call_written_end(call);
	return code;
}

enum sr_code sr_api_review(struct sr_call *call)
{
	struct asked x = { .call = call };
	struct sr_review_body body;
	enum sr_code code = sr_review_body_read(call->body, &call->ask->mem,
						&body, &call->ask->err);

	if (code)
		return code;
	x.what = body.what;
	x.by.who = body.by;
	x.by.why = body.why;
	code = decide(&x);
	return code ? code : put_made(&x);
}
