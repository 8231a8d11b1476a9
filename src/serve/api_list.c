/* Lists: each is what the command of its name gives with --format jsonl. */
#include "answer/claims.h"
#include "answer/conflicts.h"
#include "answer/forces.h"
#include "answer/incidents.h"
#include "answer/losses.h"
#include "answer/reports.h"
#include "answer/sources.h"
#include "serve/route.h"
#include "serve/server.h"

/* A key that is there: "all=1", "all"; "all=0" is as if it were not. */
static bool is_set(const struct sr_call *call, const char *key)
{
	const char *v = sr_query_value(call->query, key);

	return v && strcmp(v, "0") != 0 && strcmp(v, "false") != 0;
}

static const char *value_of(const struct sr_call *call, const char *key)
{
	const char *v = sr_query_value(call->query, key);

	return v && v[0] ? v : NULL;
}

/* 1. Control: spells, or what held on a day. */

static bool is_narrow(const struct sr_call *call)
{
	for (size_t i = 0; i < call->query->npair; i++) {
		const struct sr_pair *p = &call->query->pair[i];
		if (p->value.n && !sr_str_is(p->key, "on") &&
		    !sr_str_is(p->key, "all"))
			return true;
	}
	return false;
}

static enum sr_code control_rows(struct sr_call *call,
				 struct sr_control_view *v,
				 const struct sr_controls *controls)
{
	const char *on = value_of(call, "on");
	struct sr_rows rows;
	int32_t day = 0;

	if (!on) {
		sr_control_rows(v, controls, &rows);
		return sr_call_list(call, &rows);
	}
	enum sr_code code = SR_OK;
	if (strcmp(on, "last") == 0)
		day = sr_last_day(&v->all);
	else
		code = sr_ask_day(on, false, &day, &call->ask->err);
	if (code)
		return code;
	sr_control_rows_on(v, controls, day, is_set(call, "all"), &rows);
	return sr_call_list(call, &rows);
}

enum sr_code sr_api_control(struct sr_call *call)
{
	struct sr_control_view v = { .ask = call->ask };
	struct sr_pictures *pictures = &call->server->pictures;
	struct sr_controls controls;
	struct sr_pictured *one;

	if (is_narrow(call)) {
		enum sr_code code = sr_control_load(&v);
		if (!code)
			code = sr_controls(&v, &controls);
		return code ? code : control_rows(call, &v, &controls);
	}
	one = sr_picture_take(pictures, SR_PICTURE_CONTROL, call->ask,
			      call->state);
	if (!one)
		return call->ask->err.code;
	v = sr_picture_control(one, call->ask);
	enum sr_code code = control_rows(call, &v, &one->controls);
	sr_picture_drop(pictures, one);
	return code;
}

/* 2. Incidents, in four views. */

/* What was known on a day is worked out anew, the rest is picked from all. */
static enum sr_code incidents(struct sr_call *call, enum sr_incident_view view)
{
	struct sr_pictures *pictures = &call->server->pictures;
	const char *status = value_of(call, "status");
	struct sr_ask *a = call->ask;
	struct sr_asked_incidents found;
	struct sr_pictured *one;
	struct sr_rows rows;
	enum sr_code code;

	if (a->filter.known_on != SR_DAY_MAX) {
		code = sr_incident_rows(a, view, status, &rows);
		return code ? code : sr_call_list(call, &rows);
	}
	one = sr_picture_take(pictures, SR_PICTURE_INCIDENTS, a, call->state);
	if (!one)
		return a->err.code;
	found = one->incidents;
	code = is_narrow(call) ? sr_incidents_mark(a, &found) : SR_OK;
	if (!code)
		code = sr_incident_rows_of(a, &found, view, status, &rows);
	if (!code)
		code = sr_call_list(call, &rows);
	sr_picture_drop(pictures, one);
	return code;
}

enum sr_code sr_api_incidents(struct sr_call *call)
{
	return incidents(call, SR_VIEW_INCIDENTS);
}

enum sr_code sr_api_timeline(struct sr_call *call)
{
	return incidents(call, SR_VIEW_TIMELINE);
}

enum sr_code sr_api_civilians(struct sr_call *call)
{
	return incidents(call, SR_VIEW_CIVILIANS);
}

enum sr_code sr_api_politics(struct sr_call *call)
{
	return incidents(call, SR_VIEW_POLITICS);
}

/* 3. The others. */

enum sr_code sr_api_forces(struct sr_call *call)
{
	struct sr_rows rows;
	enum sr_code code = sr_forces_rows(call->ask,
					   sr_str_of(value_of(call, "unit")),
					   is_set(call, "all"), &rows);

	return code ? code : sr_call_list(call, &rows);
}

enum sr_code sr_api_claims(struct sr_call *call)
{
	struct sr_ask *ask = call->ask;
	struct sr_json lines = { .mem = &ask->mem };
	struct sr_records all = { .claims = { 0 } };

	ask->filter.rejected = is_set(call, "all");
	enum sr_code code = sr_ledger_claims(ask->ledger, &ask->filter,
					     &ask->mem, &all, &ask->err);
	for (size_t i = 0; !code && i < all.claims.nitem; i++) {
		sr_claim_object(&all, &all.claims.items[i], &lines);
		sr_json_line(&lines);
	}
	if (!code && lines.full)
		code = sr_fail_nomem(&ask->err, "claims");
	return code ? code : sr_call_lines(call, sr_json_text(&lines));
}

enum sr_code sr_api_losses(struct sr_call *call)
{
	struct sr_losses_view v;
	struct sr_rows rows;
	enum sr_code code = sr_losses_load(call->ask, is_set(call, "all"), &v);

	if (code)
		return code;
	if (is_set(call, "series"))
		sr_losses_series_rows(&v, &rows);
	else
		sr_losses_rows(&v, &rows);
	return sr_call_list(call, &rows);
}

static enum sr_code conflict_rows(struct sr_call *call,
				  struct sr_conflicts_view *v)
{
	size_t n = v->found.items.nitem, limit = call->ask->filter.limit;
	struct sr_rows rows;

	sr_conflicts_rows(v, 0, limit && limit < n ? limit : n, &rows);
	return sr_call_list(call, &rows);
}

enum sr_code sr_api_conflicts(struct sr_call *call)
{
	struct sr_pictures *pictures = &call->server->pictures;
	struct sr_conflicts_view v;
	struct sr_pictured *one;
	enum sr_code code;

	if (is_narrow(call)) {
		code = sr_conflicts_load(call->ask, false, &v);
		return code ? code : conflict_rows(call, &v);
	}
	one = sr_picture_take(pictures, SR_PICTURE_CONFLICTS, call->ask,
			      call->state);
	if (!one)
		return call->ask->err.code;
	v = sr_picture_conflicts(one, call->ask);
	code = conflict_rows(call, &v);
	sr_picture_drop(pictures, one);
	return code;
}

enum sr_code sr_api_sources(struct sr_call *call)
{
	struct sr_rows rows;
	enum sr_code code = sr_sources_rows(call->ask, &rows);

	return code ? code : sr_call_list(call, &rows);
}

enum sr_code sr_api_reports(struct sr_call *call)
{
	struct sr_rows rows;
	enum sr_code code = sr_reports_rows(call->ask, &rows);

	return code ? code : sr_call_list(call, &rows);
}
