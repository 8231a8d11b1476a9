/* One incident, claim, report or conflict, with all that belongs to it. */
#include "answer/claims.h"
#include "answer/incidents.h"
#include "answer/reports.h"
#include "ledger/decision.h"
#include "model/claim_key.h"
#include "serve/detail.h"
#include "serve/server.h"
#include "views/claims_json.h"
#include "views/decisions_json.h"
#include "views/wording.h"

static enum sr_code not_there(struct sr_call *call, const char *what)
{
	return sr_fail(&call->ask->err, SR_REFUSED, call->id.s,
		       "no %s has "
		       "that id",
		       what);
}

/* The row's object, left open. Some of its keys are needed for more than the
 * row says: they are put as other ones. */
static enum sr_code begin(struct sr_call *call, struct sr_rows *rows,
			  const char *const (*renamed)[2])
{
	struct sr_view_column *own =
		SR_NEW(&call->ask->mem, struct sr_view_column, rows->ncolumn);

	if (!own)
		return sr_fail_nomem(&call->ask->err, "answer");
	for (size_t i = 0; i < rows->ncolumn; i++) {
		own[i] = rows->column[i];
		for (size_t k = 0; own[i].key && renamed[k][0]; k++)
			if (strcmp(own[i].key, renamed[k][0]) == 0) {
				own[i].key = renamed[k][1];
				break;
			}
	}
	rows->column = own;
	sr_rows_object(rows, 0, &call->out);
	sr_json_reopen(&call->out);
	sr_json_key(&call->out, "version");
	sr_json_str(&call->out, sr_str_of(call->state));
	return SR_OK;
}

static enum sr_code end(struct sr_call *call)
{
	sr_json_close(&call->out, '}');
	sr_json_line(&call->out);
	return SR_OK;
}

static enum sr_code put_claims(struct sr_call *call, struct sr_texts *t,
			       const uint32_t *claim, size_t n)
{
	enum sr_code code = SR_OK;

	sr_json_open(&call->out, '[');
	for (size_t i = 0; !code && i < n; i++) {
		uint32_t k = claim ? claim[i] : (uint32_t)i;
		code = sr_put_claim(t, &t->records->claims.items[k],
				    &call->out);
		sr_json_close(&call->out, '}');
	}
	sr_json_close(&call->out, ']');
	return code;
}

/* 1. An incident */

static bool has_key(const struct sr_records *all, const struct sr_incident *in,
		    struct sr_str key)
{
	for (uint32_t i = 0; i < in->nclaim; i++)
		if (sr_str_equal(all->claims.items[in->claim[i]].key, key))
			return true;
	return false;
}

/* The ids of the conflicts in which one of its claims stands. */
static enum sr_code put_conflicts(struct sr_call *call,
				  const struct sr_records *all,
				  const struct sr_incident *in)
{
	struct sr_pictures *pictures = &call->server->pictures;
	struct sr_pictured *one = sr_picture_take(
		pictures, SR_PICTURE_CONFLICTS, call->ask, call->state);

	if (!one)
		return call->ask->err.code;
	struct sr_conflicts_view *v = &one->conflicts;
	sr_json_key(&call->out, "conflicts");
	sr_json_open(&call->out, '[');
	for (size_t i = 0; i < v->found.items.nitem; i++) {
		const struct sr_conflict *c = &v->found.items.items[i];
		bool has = false;
		for (size_t k = 0; !has && k < c->nsaid + c->nagainst; k++)
			has = has_key(all, in, sr_conflict_claim(v, c, k)->key);
		if (has)
			sr_json_str(&call->out, sr_str_of(c->id));
	}
	sr_json_close(&call->out, ']');
	sr_picture_drop(pictures, one);
	return SR_OK;
}

static void put_tellings(struct sr_call *call, const struct sr_records *all,
			 const struct sr_incident *in)
{
	struct sr_json *out = &call->out;

	sr_json_key(out, "tellings");
	sr_json_open(out, '[');
	for (uint32_t i = 0; i < in->ntold; i++) {
		const struct sr_told *told = &in->told[i];
		sr_json_open(out, '{');
		sr_json_key(out, "centre");
		sr_json_bool(out, i == 0);
		sr_json_key(out, "score");
		sr_json_int(out, told->score);
		sr_json_key(out, "why");
		sr_json_str(out,
			    i ? sr_told_words(in, told, all, &call->ask->mem)
			      : (struct sr_str){ "", 0 });
		sr_json_key(out, "claims");
		sr_json_open(out, '[');
		for (uint32_t k = 0; k < told->n; k++)
			sr_json_str(out,
				    all->claims.items[in->claim[told->from + k]]
					    .key);
		sr_json_close(out, ']');
		sr_json_close(out, '}');
	}
	sr_json_close(out, ']');
}

static enum sr_code put_incident(struct sr_call *call,
				 const struct sr_asked_incidents *found,
				 const struct sr_incident *in)
{
	size_t ncolumn;
	const struct sr_view_column *column =
		sr_incident_columns(SR_VIEW_INCIDENTS, &ncolumn);
	struct sr_rows rows = sr_ask_rows(call->ask, column, ncolumn);
	struct sr_texts texts;
	enum sr_code code = sr_texts_init(&texts, call->ask, &found->all);

	static const char *const RENAMED[][2] = { { "claims", "claim_ids" },
						  { NULL, NULL } };

	sr_incident_row(SR_VIEW_INCIDENTS, in, &found->all, false, &rows);
	if (!code)
		code = begin(call, &rows, RENAMED);
	if (code)
		return code;
	put_tellings(call, &found->all, in);
	sr_json_key(&call->out, "claims");
	code = put_claims(call, &texts, in->claim, in->nclaim);
	if (!code)
		code = put_conflicts(call, &found->all, in);
	return code ? code : end(call);
}

enum sr_code sr_api_incident(struct sr_call *call)
{
	struct sr_ask *a = call->ask;
	struct sr_asked_incidents found;
	struct sr_keys keys = { .items = { 0 } };
	enum sr_code code = sr_ledger_incident_keys(a->ledger, call->id,
						    &a->mem, &keys, &a->err);

	if (code)
		return code;
	if (!keys.items.nitem)
		return not_there(call, "incident");
	a->filter.key = keys.items.items[0];
	code = sr_ask_incidents(a, &found);
	for (size_t i = 0; !code && i < found.incidents.items.nitem; i++) {
		const struct sr_incident *in = &found.incidents.items.items[i];
		if (sr_str_is(call->id, in->id))
			return put_incident(call, &found, in);
	}
	return code ? code : not_there(call, "incident");
}

/* 2. A claim */

/* Of those that stand, then of all that ever stood. */
static enum sr_code find_claim(struct sr_call *call, struct sr_records *out)
{
	struct sr_ask *a = call->ask;
	enum sr_code code;

	if (call->id.n > SR_KEY - 1)
		return not_there(call, "claim");
	a->filter.key = call->id;
	a->filter.rejected = true;
	code = sr_ledger_claims(a->ledger, &a->filter, &a->mem, out, &a->err);
	a->filter.every_reading = true;
	if (!code && !out->claims.nitem)
		code = sr_ledger_claims(a->ledger, &a->filter, &a->mem, out,
					&a->err);
	if (code)
		return code;
	return out->claims.nitem ? SR_OK : not_there(call, "claim");
}

static enum sr_code put_decisions(struct sr_call *call,
				  const struct sr_record *r, unsigned *sets)
{
	struct sr_ask *a = call->ask;
	struct sr_decisions all = { .items = { 0 } };
	enum sr_code code = sr_ledger_decisions_on(a->ledger, r->key, &a->mem,
						   &all, &a->err);

	sr_json_key(&call->out, "decisions");
	sr_json_open(&call->out, '[');
	for (size_t i = 0; !code && i < all.items.nitem; i++) {
		const struct sr_decision *d = &all.items.items[i];
		sr_decision_json(d, &call->out);
		sr_json_reopen(&call->out);
		sr_json_key(&call->out, "undone");
		sr_json_str_or_null(&call->out, d->undone);
		sr_json_close(&call->out, '}');
		*sets |= d->undone.n ? 0 : d->sets;
	}
	sr_json_close(&call->out, ']');
	return code;
}

/* What a correction put right, as it was read. */
static enum sr_code put_as_read(struct sr_call *call, const struct sr_record *r,
				unsigned sets)
{
	struct sr_ask *a = call->ask;
	struct sr_claim was = { .type = 0 };
	enum sr_code code =
		sr_ledger_as_read(a->ledger, r->row, &a->mem, &was, &a->err);

	if (code)
		return code;
	sr_json_key(&call->out, "as_read");
	sr_claim_json_slots(&was, sets, &call->out);
	return SR_OK;
}

static enum sr_code put_own_incident(struct sr_call *call,
				     const struct sr_record *r)
{
	char text[32];
	enum sr_code code = sr_claim_incident(call->ask, r, text);
	bool has = strncmp(text, "none", 4) != 0;

	if (code)
		return code;
	sr_json_key(&call->out, "incident");
	sr_json_str_or_null(&call->out, sr_str_of(has ? text : ""));
	sr_json_key(&call->out, "apart");
	sr_json_str_or_null(&call->out, sr_str_of(has ? "" : text + 6));
	return SR_OK;
}

enum sr_code sr_api_claim(struct sr_call *call)
{
	struct sr_records all = { .claims = { 0 } };
	struct sr_texts texts;
	unsigned sets = 0;
	enum sr_code code = find_claim(call, &all);

	if (!code)
		code = sr_texts_init(&texts, call->ask, &all);
	if (code)
		return code;
	const struct sr_record *r = &all.claims.items[0];
	code = sr_put_claim(&texts, r, &call->out);
	sr_json_key(&call->out, "version");
	sr_json_str(&call->out, sr_str_of(call->state));
	if (!code)
		code = put_own_incident(call, r);
	if (!code)
		code = put_decisions(call, r, &sets);
	if (!code && r->verdict == SR_VERDICT_CORRECTED && sets)
		code = put_as_read(call, r, sets);
	return code ? code : end(call);
}

/* 3. A report */

enum sr_code sr_api_report(struct sr_call *call)
{
	struct sr_ask *a = call->ask;
	struct sr_records all = { .claims = { 0 } };
	struct sr_kept_text kept;
	struct sr_rows rows;
	static const char *const RENAMED[][2] = { { "claims", "nclaim" },
						  { NULL, NULL } };

	a->filter.key = call->id;
	enum sr_code code = sr_reports_rows(a, &rows);
	if (code)
		return code;
	if (!rows.cells.nitem)
		return not_there(call, "report");
	code = sr_ledger_reports(a->ledger, &a->filter, &a->mem, &all, &a->err);
	if (code)
		return code;
	struct sr_filter claims = SR_FILTER;
	claims.report = all.reports.items[0].row;
	claims.rejected = true;
	code = sr_ledger_text(a->ledger, claims.report, &a->mem, &kept,
			      &a->err);
	if (code)
		return code;
	code = begin(call, &rows, RENAMED);
	if (code)
		return code;
	sr_json_key(&call->out, "text");
	sr_json_str(&call->out, kept.text);
	sr_json_key(&call->out, "claims");
	all = (struct sr_records){ .claims = { 0 } };
	code = sr_ledger_claims(a->ledger, &claims, &a->mem, &all, &a->err);
	sr_json_open(&call->out, '[');
	for (size_t i = 0; !code && i < all.claims.nitem; i++)
		sr_claim_object(&all, &all.claims.items[i], &call->out);
	sr_json_close(&call->out, ']');
	return code ? code : end(call);
}

/* 4. A conflict */

static enum sr_code put_conflict(struct sr_call *call,
				 struct sr_conflicts_view *v, size_t at)
{
	const struct sr_conflict *c = &v->found.items.items[at];
	const uint32_t *claim = v->found.claims.items + c->from;
	struct sr_rows rows;
	struct sr_texts texts;
	enum sr_code code = sr_texts_init(&texts, call->ask, &v->all);

	static const char *const RENAMED[][2] = { { "said", "said_words" },
						  { "against",
						    "against_words" },
						  { NULL, NULL } };

	sr_conflicts_rows(v, at, 1, &rows);
	if (!code)
		code = begin(call, &rows, RENAMED);
	if (code)
		return code;
	if (c->noted) {
		sr_put_report(&v->remarks.reports.items[c->noted->report],
			      &call->out);
		return end(call);
	}
	sr_json_key(&call->out, "said");
	code = put_claims(call, &texts, claim, c->nsaid);
	sr_json_key(&call->out, "against");
	if (!code)
		code = put_claims(call, &texts, claim + c->nsaid, c->nagainst);
	return code ? code : end(call);
}

enum sr_code sr_api_conflict(struct sr_call *call)
{
	struct sr_pictures *pictures = &call->server->pictures;
	struct sr_pictured *one = sr_picture_take(
		pictures, SR_PICTURE_CONFLICTS, call->ask, call->state);
	enum sr_code code = SR_REFUSED;

	if (!one)
		return call->ask->err.code;
	struct sr_conflicts_view v = sr_picture_conflicts(one, call->ask);
	size_t n = v.found.items.nitem, i = 0;
	while (i < n && !sr_str_is(call->id, v.found.items.items[i].id))
		i++;
	code = i < n ? put_conflict(call, &v, i) : not_there(call, "conflict");
	sr_picture_drop(pictures, one);
	return code;
}
