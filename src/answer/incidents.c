/* Where the filter is of what happened, incidents are taken as the ledger keeps
 * them, and only those asked for; where it is of what was known on a day, they
 * are worked out anew from what was. */
#include "answer/incidents.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"

static bool has_row(const int64_t *row, size_t n, int64_t own)
{
	return n && bsearch(&own, row, n, sizeof(*row), sr_by_i64);
}

/* 1. Anew. */

enum sr_code sr_incidents_mark(struct sr_ask *ask,
			       struct sr_asked_incidents *out)
{
	const struct sr_incidents *in = &out->incidents;
	struct sr_claim_rows fit;
	enum sr_code code = sr_ledger_claim_rows(ask->ledger, &ask->filter,
						 &ask->mem, &fit, &ask->err);

	if (code)
		return code;
	out->wanted = SR_NEW(&ask->mem, bool, in->items.nitem);
	if (!out->wanted)
		return sr_fail_nomem(&ask->err, "incidents");
	for (size_t i = 0; i < out->all.claims.nitem; i++)
		if (in->of[i] != SR_NO_INCIDENT &&
		    has_row(fit.items.items, fit.items.nitem,
			    out->all.claims.items[i].row))
			out->wanted[in->of[i]] = true;
	return SR_OK;
}

static enum sr_code work_out(struct sr_ask *ask, struct sr_asked_incidents *out)
{
	struct sr_filter all = SR_FILTER;
	struct sr_links links;

	all.known_on = ask->filter.known_on;
	enum sr_code code = sr_ledger_claims(ask->ledger, &all, &ask->mem,
					     &out->all, &ask->err);
	if (!code)
		code = sr_ledger_links(ask->ledger, &ask->mem, &links,
				       &ask->err);
	if (!code)
		code = sr_incidents(&out->all, NULL, &links, &ask->mem,
				    &out->incidents, &ask->err);
	return code ? code : sr_incidents_mark(ask, out);
}

/* 2. As they are kept. */

static bool has_filter(const struct sr_filter *f)
{
	return f->types.n || f->statuses.n || f->side.n || f->source.n ||
	       f->speaker.n || f->text.n || f->place.n || f->nspot || f->near ||
	       sr_days_known(f->days) || f->key.n || f->report;
}

/* The claims that the filter lets through, as a list of rows. */
static enum sr_code find_rows(struct sr_ask *ask, struct sr_str *rows)
{
	struct sr_claim_rows fit;

	*rows = (struct sr_str){ NULL, 0 };
	if (!has_filter(&ask->filter))
		return SR_OK;
	enum sr_code code = sr_ledger_claim_rows(ask->ledger, &ask->filter,
						 &ask->mem, &fit, &ask->err);
	if (code)
		return code;
	*rows = sr_rows_list(fit.items.items, fit.items.nitem, &ask->mem);
	return rows->s ? SR_OK : sr_fail_nomem(&ask->err, "incidents");
}

/* How each claim is kept; NULL without memory. */
static struct sr_kept_claim *match(struct sr_ask *ask,
				   const struct sr_kept_claims *kept,
				   const struct sr_records *all)
{
	size_t n = all->claims.nitem, nkept = kept->rows.nitem;
	struct sr_kept_claim *own = SR_NEW(&ask->mem, struct sr_kept_claim, n);

	for (size_t i = 0; own && nkept && i < n; i++) {
		const int64_t *at = bsearch(&all->claims.items[i].row,
					    kept->rows.items, nkept,
					    sizeof(*at), sr_by_i64);
		if (at)
			own[i] = kept->kept[at - kept->rows.items];
	}
	return own;
}

/* Leaves the claims that are in incidents. */
static void drop_others(struct sr_kept_claim *own, struct sr_records *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->claims.nitem; i++)
		if (own[i].incident.n) {
			own[n] = own[i];
			all->claims.items[n++] = all->claims.items[i];
		}
	all->claims.nitem = n;
}

static enum sr_code take_kept(struct sr_ask *ask,
			      struct sr_asked_incidents *out)
{
	struct sr_filter all = SR_FILTER;
	struct sr_kept_claim *own = NULL;
	struct sr_kept_claims kept;
	struct sr_str rows;

	enum sr_code code = find_rows(ask, &rows);
	if (!code)
		code = sr_ledger_incidents(ask->ledger, rows, &ask->mem, &kept,
					   &ask->err);
	if (!code && rows.s)
		all.rows = sr_rows_list(kept.rows.items, kept.rows.nitem,
					&ask->mem);
	if (!code)
		code = sr_ledger_claims(ask->ledger, &all, &ask->mem, &out->all,
					&ask->err);
	if (!code && !(own = match(ask, &kept, &out->all)))
		code = sr_fail_nomem(&ask->err, "incidents");
	if (!code)
		drop_others(own, &out->all);
	if (!code)
		code = sr_incidents_kept(&out->all, NULL, own, &ask->mem,
					 &out->incidents, &ask->err);
	if (code)
		return code;
	size_t n = out->incidents.items.nitem;
	out->wanted = SR_NEW(&ask->mem, bool, n);
	for (size_t i = 0; out->wanted && i < n; i++)
		out->wanted[i] = true;
	return out->wanted ? SR_OK : sr_fail_nomem(&ask->err, "incidents");
}

/* Is asked what was known earlier than now? */
static bool is_earlier(const struct sr_ask *ask)
{
	return ask->filter.known_on != SR_DAY_MAX || ask->turned_back;
}

enum sr_code sr_incidents_of(struct sr_ask *ask, const struct sr_records *all,
			     const struct sr_voices *voices,
			     struct sr_incidents *out)
{
	struct sr_str every = { NULL, 0 };
	struct sr_kept_claim *own;
	struct sr_kept_claims kept;
	struct sr_links links;
	enum sr_code code;

	if (is_earlier(ask)) {
		code = sr_ledger_links(ask->ledger, &ask->mem, &links,
				       &ask->err);
		return code ? code
			    : sr_incidents(all, voices, &links, &ask->mem, out,
					   &ask->err);
	}
	code = sr_ledger_incidents(ask->ledger, every, &ask->mem, &kept,
				   &ask->err);
	if (code)
		return code;
	if (!(own = match(ask, &kept, all)))
		return sr_fail_nomem(&ask->err, "incidents");
	return sr_incidents_kept(all, voices, own, &ask->mem, out, &ask->err);
}

enum sr_code sr_ask_incidents(struct sr_ask *ask,
			      struct sr_asked_incidents *out)
{
	*out = (struct sr_asked_incidents){ .wanted = NULL };
	return is_earlier(ask) ? work_out(ask, out) : take_kept(ask, out);
}

enum sr_code sr_claim_incident(struct sr_ask *ask,
			       const struct sr_record *claim, char out[32])
{
	struct sr_str rows = sr_rows_list(&claim->row, 1, &ask->mem);
	enum sr_apart apart = sr_claim_apart(&claim->claim);
	struct sr_kept_claims kept;
	enum sr_code code = rows.s ? sr_ledger_incidents(ask->ledger, rows,
							 &ask->mem, &kept,
							 &ask->err)
				   : sr_fail_nomem(&ask->err, "incidents");

	if (code)
		return code;
	for (size_t i = 0; i < kept.rows.nitem; i++)
		if (kept.rows.items[i] == claim->row) {
			snprintf(out, 32, "%.*s", (int)kept.kept[i].incident.n,
				 kept.kept[i].incident.s);
			return SR_OK;
		}
	snprintf(out, 32, "none: %s",
		 sr_apart_name(apart ? apart : SR_APART_VAGUE));
	return SR_OK;
}

/* 3. As rows. */

static bool is_standing(struct sr_str item)
{
	for (int i = 0; i < SR_STANDING_COUNT; i++)
		if (sr_str_is(item, sr_standing_name((enum sr_standing)i)))
			return true;
	return false;
}

enum sr_code sr_standings_check(struct sr_ask *ask, const char *list)
{
	struct sr_str rest = sr_str_of(list);
	char word[64];

	while (rest.s && rest.n) {
		struct sr_str item = sr_str_trim(sr_str_cut(&rest, ','));
		if (is_standing(item))
			continue;
		snprintf(word, sizeof(word), "%.*s", (int)item.n, item.s);
		return sr_fail(&ask->err, SR_USAGE, word,
			       "no such status of an incident; expected "
			       "reported, supported, contested, admitted or "
			       "denied");
	}
	return SR_OK;
}

static bool wanted(const char *list, enum sr_standing standing)
{
	struct sr_str rest = sr_str_of(list);

	if (!rest.n)
		return true;
	while (rest.s && rest.n)
		if (sr_str_is(sr_str_trim(sr_str_cut(&rest, ',')),
			      sr_standing_name(standing)))
			return true;
	return false;
}

bool sr_incident_asked(const struct sr_asked_incidents *found, size_t i,
		       enum sr_incident_view view, const char *standings)
{
	const struct sr_incident *in = &found->incidents.items.items[i];

	return found->wanted[i] && wanted(standings, in->standing) &&
	       sr_incident_shown(view, in, &found->all);
}

enum sr_code sr_incident_rows_of(struct sr_ask *ask,
				 const struct sr_asked_incidents *found,
				 enum sr_incident_view view,
				 const char *standings, struct sr_rows *rows)
{
	size_t ncolumn, limit = ask->filter.limit, n = 0;
	const struct sr_view_column *column =
		sr_incident_columns(view, &ncolumn);
	enum sr_code code = sr_standings_check(ask, standings);

	*rows = sr_ask_rows(ask, column, ncolumn);
	for (size_t i = 0; !code && i < found->incidents.items.nitem; i++) {
		if (!sr_incident_asked(found, i, view, standings))
			continue;
		if (limit && n++ == limit)
			break;
		sr_incident_row(view, &found->incidents.items.items[i],
				&found->all,
				ask->view.format == SR_FORMAT_TABLE, rows);
	}
	return code;
}

enum sr_code sr_incident_rows(struct sr_ask *ask, enum sr_incident_view view,
			      const char *standings, struct sr_rows *rows)
{
	struct sr_asked_incidents found;
	size_t limit = ask->filter.limit;
	enum sr_code code = sr_standings_check(ask, standings);

	ask->filter.limit = 0;
	if (!code)
		code = sr_ask_incidents(ask, &found);
	ask->filter.limit = limit;
	return code ? code
		    : sr_incident_rows_of(ask, &found, view, standings, rows);
}
