/* People's decisions by the page: what to look at first, what was decided, and
 * deciding. The bodies are JSON from outside; all of it is checked here or by
 * sr_decide, which the command line uses too. */
#include <jansson.h>

#include "answer/queue.h"
#include "answer/review.h"
#include "base/limits.h"
#include "serve/server.h"
#include "serve/detail.h"
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
	enum sr_code code = sr_put_claim(texts, &v->all.claims.items[q->claim],
					 &call->out);
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
	json_t *root;
	struct sr_to_decide what;
	struct sr_deciding by;
	char now[SR_MOMENT_TEXT];
	struct sr_json notes;
};

static enum sr_code usage(struct asked *x, const char *where, const char *what)
{
	return sr_fail(&x->call->ask->err, SR_USAGE, where, "%s", what);
}

static const char *text_of(struct asked *x, const char *key)
{
	json_t *v = json_object_get(x->root, key);

	return json_is_string(v) ? json_string_value(v) : NULL;
}

/* An array of strings; *list stays NULL where there is none. */
static enum sr_code take_list(struct asked *x, const char *key,
			      const char *const **list, size_t *n)
{
	json_t *v = json_object_get(x->root, key);
	size_t size = json_array_size(v);

	if (!v || json_is_null(v))
		return SR_OK;
	if (!json_is_array(v) || size > SR_MAX_DECISION_CLAIMS)
		return usage(x, key, "expected an array of at most 1,000 ids");
	const char **items = SR_NEW(&x->call->ask->mem, const char *, size + 1);
	if (!items)
		return sr_fail_nomem(&x->call->ask->err, "review");
	for (size_t i = 0; i < size; i++) {
		json_t *item = json_array_get(v, i);
		if (!json_is_string(item) || !json_string_length(item))
			return usage(x, key, "expected ids as strings");
		items[i] = json_string_value(item);
	}
	*list = items;
	*n = size;
	return SR_OK;
}

/* {"place":"near Sumy"} as "place=near Sumy". */
static enum sr_code take_sets(struct asked *x)
{
	json_t *v = json_object_get(x->root, "set"), *value;
	struct sr_ask *a = x->call->ask;
	const char **set = SR_NEW(&a->mem, const char *,
				  json_object_size(v) + 1);
	const char *key;
	size_t n = 0;

	if (!set)
		return sr_fail_nomem(&a->err, "review");
	if (v && !json_is_null(v) && !json_is_object(v))
		return usage(x, "set", "expected an object of slots");
	json_object_foreach(v, key, value) {
		struct sr_json text = { .mem = &a->mem };
		if (!json_is_string(value))
			return usage(x, key, "expected a string");
		sr_json_raw(&text, sr_str_of(key));
		sr_json_raw(&text, SR_STR("="));
		sr_json_raw(&text, sr_str_of(json_string_value(value)));
		sr_json_raw(&text, (struct sr_str){ "\0", 1 });
		if (text.full)
			return sr_fail_nomem(&a->err, "review");
		set[n++] = text.s;
	}
	x->what.set = set;
	x->what.nset = n;
	return SR_OK;
}

static enum sr_code check_keys(struct asked *x)
{
	static const char *const KEYS[] = { "do",  "ids", "from",
					    "set", "by",  "why" };
	const char *key;
	json_t *value;

	json_object_foreach(x->root, key, value) {
		size_t i = 0;
		while (i < 6 && strcmp(key, KEYS[i]) != 0)
			i++;
		if (i == 6)
			return usage(x, key, "no such key; expected do, ids, "
					     "from, set, by, why");
	}
	return SR_OK;
}

static enum sr_code take_all(struct asked *x)
{
	const char *what = text_of(x, "do"), *by = text_of(x, "by");

	if (!json_is_object(x->root))
		return usage(x, "review", "expected a JSON object");
	x->what.verb = what ? sr_verb_of(sr_str_of(what)) : SR_VERB_COUNT;
	if (x->what.verb >= SR_VERB_COUNT)
		return usage(x, "do", "expected accept, reject, correct, "
				      "merge, split or undo");
	if (!by || !sr_str_trim(sr_str_of(by)).n)
		return usage(x, "by", "who decides?");
	x->by.who = sr_str_of(by);
	x->by.why = sr_str_of(text_of(x, "why"));
	enum sr_code code = check_keys(x);
	if (!code)
		code = take_list(x, "ids", &x->what.id, &x->what.nid);
	if (!code)
		code = take_list(x, "from", &x->what.from, &x->what.nfrom);
	if (!code)
		code = take_sets(x);
	return code ? code : sr_decide_check(&x->what, &x->call->ask->err);
}

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

	for (size_t i = 0; !code && x->what.verb <= SR_VERB_REJECT &&
			   i < x->what.nid; i++) {
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
	enum sr_code code =
		sr_hands_state(&call->server->hands, state, &call->ask->err);

	call->state = state;
	sr_call_begin(call);
	sr_json_key(&call->out, "items");
	sr_json_open(&call->out, '[');
	for (size_t i = 0; i < x->by.made.nitem; i++)
		sr_decision_json(&x->by.made.items[i], &call->out);
	sr_json_close(&call->out, ']');
	sr_json_key(&call->out, "notes");
	sr_json_open(&call->out, '[');
	sr_json_raw(&call->out, sr_json_text(&x->notes));
	sr_json_close(&call->out, ']');
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	call->state = "";
	return code;
}

enum sr_code sr_api_review(struct sr_call *call)
{
	struct asked x = { .call = call };
	json_error_t why;
	enum sr_code code;

	x.root = json_loadb(call->body.s ? call->body.s : "", call->body.n,
			    JSON_REJECT_DUPLICATES, &why);
	code = x.root ? take_all(&x)
		      : sr_fail(&call->ask->err, SR_USAGE, "review",
				"no JSON: %.100s", why.text);
	if (!code)
		code = decide(&x);
	if (!code)
		code = put_made(&x);
	json_decref(x.root);
	return code;
}
