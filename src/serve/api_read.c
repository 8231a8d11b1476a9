/* A report dropped into the page: read and shown, or read and kept. What it is
 * (text, a page, a feed of several) is found out as `sitrep add` finds it. */
#include "api/read.h"
#include "base/calendar.h"
#include "ingest/identity.h"
#include "intake/intake.h"
#include "serve/route.h"
#include "serve/server.h"
#include "views/claims_json.h"
#include "views/mentions.h"
#include "views/wording.h"

#define MOST_NAME 200

struct reading {
	struct sr_call *call;
	struct sr_doc doc;
	size_t nitem; /* found so far */
	enum sr_code code;
	/* Of keeping: */
	struct sr_ledger *ledger;
	char first[SR_HEX];
	size_t nnew, nclaim;
	unsigned aside; /* enum sr_aside of the last that was kept */
};

/* The last part of a name, without what no name of a file has. */
static enum sr_code take_name(struct sr_call *call, const char **out)
{
	const char *name = sr_query_value(call->query, "name");
	const char *slash = name ? strrchr(name, '/') : NULL;

	if (slash)
		name = slash + 1;
	*out = name && name[0] ? name : "pasted.txt";
	if (strlen(*out) > MOST_NAME)
		return sr_fail(&call->ask->err, SR_USAGE, "name",
			       "longer than %d bytes", MOST_NAME);
	return SR_OK;
}

static enum sr_code read_item(struct reading *x, const struct sr_item *item)
{
	struct sr_kit *kit = x->call->ask->kit;
	struct sr_err *err = &x->call->ask->err;
	enum sr_code code = item->code;

	if (code) {
		*err = item->err;
		return code;
	}
	sr_doc_reset(&x->doc);
	code = sr_item_read(&x->doc, kit, item, NULL, err);
	return code ? code : sr_doc_read(&x->doc, kit, SR_HAS_CLAIMS, err);
}

/* 1. Shown */

static void put_text(struct sr_json *out, const char *key, struct sr_str text)
{
	sr_json_key(out, key);
	sr_json_str_or_null(out, text);
}

/* Why it was not read for claims; null: it was. */
static void put_aside(struct sr_json *out, unsigned aside)
{
	static const char *const WHY[] = { [SR_ASIDE_LANGUAGE] = "language",
					   [SR_ASIDE_NO_WAR] = "no war" };

	put_text(out, "aside", sr_str_of(WHY[aside]));
}

static void put_report(const struct reading *x, const char *sha256)
{
	const struct sr_report *r = &x->doc.report;
	struct sr_json *out = &x->call->out;
	char days[SR_WORDING];

	sr_days_text(r->published, false, days);
	sr_json_key(out, "report");
	sr_json_open(out, '{');
	put_text(out, "id", sr_str_of(sha256));
	put_text(out, "name", r->name);
	put_text(out, "title", r->title);
	put_text(out, "publisher", r->publisher);
	put_text(out, "author", r->author);
	put_text(out, "url", r->url);
	put_text(out, "dateline", r->dateline);
	put_text(out, "published", sr_str_of(days));
	sr_json_key(out, "published_inferred");
	sr_json_bool(out, r->published_inferred);
	sr_updated_text(r, days);
	put_text(out, "updated", sr_str_of(days));
	put_aside(out, x->doc.aside);
	sr_json_close(out, '}');
}

static enum sr_code put_read(struct reading *x, const struct sr_item *item)
{
	struct sr_call *call = x->call;
	struct sr_json claims = { .mem = &call->ask->mem }, mentions = claims;
	struct sr_err *err = &call->ask->err;
	char sha256[SR_HEX];

	sr_sha256(item->bytes, sha256);
	enum sr_code code = sr_claims_write(&x->doc, sha256, &claims, err);
	if (!code)
		code = sr_mentions_write(&x->doc, call->ask->kit, &mentions,
					 err);
	if (code)
		return code;
	sr_json_open(&call->out, '{');
	put_report(x, sha256);
	sr_json_key(&call->out, "text");
	sr_json_str(&call->out, x->doc.report.text);
	sr_json_key(&call->out, "claims");
	code = sr_call_array(call, sr_json_text(&claims));
	sr_json_key(&call->out, "mentions");
	if (!code)
		code = sr_call_array(call, sr_json_text(&mentions));
	return code;
}

/* The first item is shown, the others are counted. */
static bool show_item(void *user, const struct sr_item *item)
{
	struct reading *x = user;

	if (x->nitem++)
		return true;
	x->code = read_item(x, item);
	if (!x->code)
		x->code = put_read(x, item);
	return !x->code;
}

/* All items of the body go to fn, with the doc to read them into. */
static enum sr_code each_item(struct reading *x, sr_item_fn *fn)
{
	struct sr_call *call = x->call;
	struct sr_intake in = { .kit = call->ask->kit, .fn = fn, .user = x };
	const char *name;
	enum sr_code code = take_name(call, &name);

	if (code)
		return code;
	if (!call->ask->kit)
		return sr_fail(&call->ask->err, SR_IO, "kit", "there is none");
	sr_intake_bytes(&in, name, call->body, NULL);
	if (!x->code && !x->nitem)
		return sr_fail(&call->ask->err, SR_REFUSED, name,
			       "nothing to read is in it");
	return x->code;
}

enum sr_code sr_api_read(struct sr_call *call)
{
	struct reading x = { .call = call };

	pthread_mutex_lock(&call->server->reading);
	sr_doc_init(&x.doc);
	enum sr_code code = each_item(&x, show_item);
	sr_doc_release(&x.doc);
	pthread_mutex_unlock(&call->server->reading);
	if (code)
		return code;
	sr_json_key(&call->out, "items");
	sr_json_int(&call->out, (int64_t)x.nitem);
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	return SR_OK;
}

/* 2. Kept */

/* What could not be read is noted with its reason, as `sitrep add` does. */
static enum sr_code refuse(struct reading *x, const struct sr_item *item,
			   const struct sr_received *in)
{
	struct sr_err why = x->call->ask->err, err = { 0 };
	enum sr_code code =
		sr_ledger_refuse(x->ledger, in, item->bytes.n, &why, &err);

	if (code)
		x->call->ask->err = err;
	return code ? code : why.code;
}

static enum sr_code keep_item(struct reading *x, const struct sr_item *item)
{
	struct sr_received in = { .name = item->name, .bytes = item->bytes };
	struct sr_err *err = &x->call->ask->err;
	bool known = false;

	sr_sha256(in.bytes, in.sha256);
	if (!x->nitem++)
		memcpy(x->first, in.sha256, SR_HEX);
	enum sr_code code = sr_ledger_known(x->ledger, &in, &known, err);
	if (code || known)
		return code;
	code = read_item(x, item);
	if (code)
		return refuse(x, item, &in);
	sr_report_text_hash(x->doc.report.text, in.words_sha256);
	code = sr_ledger_keep(x->ledger, &in, &x->doc, err);
	if (code == SR_REFUSED || code == SR_NOMEM)
		return refuse(x, item, &in);
	if (code)
		return code;
	x->aside = x->doc.aside;
	x->nnew += x->aside != SR_ASIDE_NO_WAR;
	x->nclaim += x->doc.claims.nitem;
	return SR_OK;
}

/* Of a feed or archive what can be read is kept, whatever else is in it. */
static bool take_item(void *user, const struct sr_item *item)
{
	struct reading *x = user;
	enum sr_code code = keep_item(x, item);

	x->code = code;
	if (code == SR_REFUSED || code == SR_LIMIT)
		return true;
	return !code;
}

static enum sr_code keep_all(struct reading *x)
{
	struct sr_call *call = x->call;
	const struct sr_serve_options *o = call->server->o;
	char now[SR_MOMENT_TEXT];
	struct sr_run run = { .program = SR_VERSION,
			      .kit = sr_kit_hash(call->ask->kit),
			      .options = "",
			      .now = now };
	struct sr_err why = { 0 };
	enum sr_code code = o->now(o->user, now, &call->ask->err);

	if (!code)
		code = sr_ledger_begin(x->ledger, &run, &call->ask->err);
	if (code)
		return code;
	code = each_item(x, take_item);
	if (code && code != SR_REFUSED && code != SR_LIMIT && code != SR_USAGE)
		return code;
	/* The refusal is to be kept as well. */
	why = call->ask->err;
	enum sr_code ended = sr_ledger_end(x->ledger, now, &call->ask->err);
	if (!ended && x->nnew)
		return SR_OK;
	if (!ended)
		call->ask->err = why;
	return ended ? ended : code;
}

static enum sr_code put_kept(struct reading *x)
{
	struct sr_call *call = x->call;
	char state[SR_TAG] = "";
	enum sr_code code = sr_call_written(call, state);

	sr_json_key(&call->out, "report");
	sr_json_str(&call->out, sr_str_of(x->first));
	sr_json_key(&call->out, "new");
	sr_json_bool(&call->out, x->nnew > 0);
	put_aside(&call->out, x->aside);
	sr_json_key(&call->out, "claims");
	sr_json_int(&call->out, (int64_t)x->nclaim);
	sr_json_key(&call->out, "items");
	sr_json_int(&call->out, (int64_t)x->nitem);
	sr_call_written_end(call);
	return code;
}

enum sr_code sr_api_add(struct sr_call *call)
{
	struct reading x = { .call = call };
	struct sr_hands *hands = &call->server->hands;
	enum sr_code code;

	pthread_mutex_lock(&call->server->reading);
	sr_doc_init(&x.doc);
	x.ledger = sr_hands_write(hands, &call->ask->err);
	code = x.ledger ? keep_all(&x) : call->ask->err.code;
	if (x.ledger)
		call->busy = sr_hands_written(hands, code);
	sr_doc_release(&x.doc);
	pthread_mutex_unlock(&call->server->reading);
	return code ? code : put_kept(&x);
}
