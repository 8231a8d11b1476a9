#include "answer/reports.h"

#include "base/calendar.h"
#include "base/compiler.h"
#include "views/wording.h"

#define SAME_TEXT "same text"
#define LANGUAGE "language"
#define LEFT_OUT "left out"
#define UPDATED "updated"

static const struct sr_view_column REPORTS[] = {
	{ "id", NULL, SR_LEFT },
	{ NULL, "id", SR_LEFT },
	{ "published_from", NULL, SR_LEFT },
	{ "published_to", NULL, SR_LEFT },
	{ "published_inferred", NULL, SR_LEFT },
	{ NULL, "published", SR_LEFT },
	{ "updated_from", NULL, SR_LEFT },
	{ "updated_to", NULL, SR_LEFT },
	{ NULL, UPDATED, SR_LEFT },
	{ "publisher", "publisher", SR_CUT },
	{ "title", "title", SR_CUT },
	{ "author", NULL, SR_LEFT },
	{ "url", NULL, SR_LEFT },
	{ "dateline", NULL, SR_LEFT },
	{ "language", LANGUAGE, SR_LEFT },
	{ "left_out", LEFT_OUT, SR_LEFT },
	{ "replaced_by", NULL, SR_LEFT },
	{ "doc", "report", SR_CUT },
	{ "also", NULL, SR_LEFT },
	{ "claims", "claims", SR_RIGHT },
	{ "learnt", NULL, SR_LEFT },
	{ NULL, "learnt", SR_LEFT },
	{ "origin", NULL, SR_LEFT },
	{ NULL, SAME_TEXT, SR_LEFT },
	{ "program", NULL, SR_LEFT },
	{ "kit", NULL, SR_LEFT },
};

static void report_row(struct sr_rows *rows, const struct sr_filed *f)
{
	const struct sr_report *r = &f->report;
	bool known = sr_days_known(r->published);
	char days[SR_WORDING];

	sr_days_text(r->published, false, days);
	sr_cell_text(rows, f->sha256);
	sr_cell_format(rows, "%.*s", SR_ID_SHOWN, f->sha256.s);
	sr_cell_day(rows, known ? r->published.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? r->published.to : SR_DAY_MAX);
	sr_cell_flag(rows, r->published_inferred);
	sr_cell_format(rows, "%s%s", days,
		       days[0] && r->published_inferred ? " ?" : "");
	known = sr_days_known(r->updated);
	sr_cell_day(rows, known ? r->updated.from : SR_DAY_MIN);
	sr_cell_day(rows, known ? r->updated.to : SR_DAY_MAX);
	sr_updated_text(r, days);
	sr_cell_format(rows, "%s", days);
	sr_cell_text(rows, r->publisher);
	sr_cell_text(rows, r->title);
	sr_cell_text(rows, r->author);
	sr_cell_text(rows, r->url);
	sr_cell_text(rows, r->dateline);
	sr_cell_text(rows, r->language);
	sr_cell_text(rows, r->left_out);
	sr_cell_text(rows, f->replaced_by);
	sr_cell_text(rows, r->name);
	sr_cell_text(rows, f->names);
	sr_cell_int(rows, (int64_t)f->nclaim);
	sr_cell_text(rows, f->learnt);
	sr_cell_format(rows, "%.10s", f->learnt.s);
	sr_cell_text(rows, f->origin);
	if (f->origin.n)
		sr_cell_format(rows, "%.*s", SR_ID_SHOWN, f->origin.s);
	else
		sr_cell_none(rows);
	sr_cell_text(rows, f->program);
	sr_cell_text(rows, f->kit);
}

static void hide(struct sr_view_column *own, const char *title)
{
	for (size_t i = 0; i < SR_LEN(REPORTS); i++)
		if (own[i].title && strcmp(own[i].title, title) == 0)
			own[i].title = NULL;
}

/* Most ledgers have no copies, no updated pages, and nothing but English: a
 * table then has no columns for them. */
static const struct sr_view_column *columns(struct sr_ask *ask,
					    const struct sr_records *all)
{
	struct sr_view_column *own =
		SR_NEW(&ask->mem, struct sr_view_column, SR_LEN(REPORTS));
	bool copies = false, others = false, left_out = false, updated = false;
	char days[SR_WORDING];

	if (!own)
		return REPORTS;
	memcpy(own, REPORTS, sizeof(REPORTS));
	for (size_t i = 0; i < all->reports.nitem; i++) {
		const struct sr_filed *f = &all->reports.items[i];
		copies = copies || f->origin.n;
		others = others || (f->report.language.n &&
				    !sr_str_is(f->report.language, "en"));
		left_out = left_out || f->report.left_out.n;
		sr_updated_text(&f->report, days);
		updated = updated || days[0];
	}
	if (!copies)
		hide(own, SAME_TEXT);
	if (!others)
		hide(own, LANGUAGE);
	if (!left_out)
		hide(own, LEFT_OUT);
	if (!updated)
		hide(own, UPDATED);
	return own;
}

enum sr_code sr_reports_rows(struct sr_ask *ask, struct sr_rows *rows)
{
	struct sr_records all = { 0 };
	enum sr_code code = sr_ledger_reports(ask->ledger, &ask->filter,
					      &ask->mem, &all, &ask->err);

	*rows = sr_ask_rows(ask, columns(ask, &all), SR_LEN(REPORTS));
	for (size_t i = 0; !code && i < all.reports.nitem; i++)
		report_row(rows, &all.reports.items[i]);
	return code;
}

static const struct sr_view_column REFUSED[] = {
	{ "doc", "report", SR_CUT },	 { "sha256", NULL, SR_LEFT },
	{ "learnt", "tried", SR_LEFT },	 { "where", "where", SR_CUT },
	{ "reason", "reason", SR_WRAP }, { "kind", "kind", SR_LEFT },
};

enum sr_code sr_refused_rows(struct sr_ask *ask, struct sr_rows *rows)
{
	struct sr_refusals list = { 0 };
	enum sr_code code =
		sr_ledger_refusals(ask->ledger, &ask->mem, &list, &ask->err);

	*rows = sr_ask_rows(ask, REFUSED, SR_LEN(REFUSED));
	for (size_t i = 0; !code && i < list.items.nitem; i++) {
		const struct sr_refusal *r = &list.items.items[i];
		sr_cell_text(rows, r->name);
		sr_cell_text(rows, r->sha256);
		sr_cell_text(rows, r->learnt);
		sr_cell_text(rows, r->place);
		sr_cell_text(rows, r->reason);
		sr_cell_text(rows, r->kind);
	}
	return code;
}

static const struct sr_view_column ASIDE[] = {
	{ "why", "why", SR_LEFT },
	{ "language", "language", SR_LEFT },
	{ "published", "published", SR_LEFT },
	{ "publisher", "publisher", SR_CUT },
	{ "title", "title", SR_CUT },
	{ "url", NULL, SR_LEFT },
	{ "doc", "report", SR_CUT },
	{ "sha256", NULL, SR_LEFT },
	{ "bytes", "bytes", SR_RIGHT },
	{ "learnt", NULL, SR_LEFT },
};

enum sr_code sr_aside_rows(struct sr_ask *ask, struct sr_rows *rows)
{
	struct sr_asides list = { 0 };
	enum sr_code code =
		sr_ledger_asides(ask->ledger, &ask->mem, &list, &ask->err);

	*rows = sr_ask_rows(ask, ASIDE, SR_LEN(ASIDE));
	for (size_t i = 0; !code && i < list.items.nitem; i++) {
		const struct sr_set_aside *a = &list.items.items[i];
		sr_cell_text(rows, a->why);
		sr_cell_text(rows, a->language);
		sr_cell_text(rows, a->published);
		sr_cell_text(rows, a->publisher);
		sr_cell_text(rows, a->title);
		sr_cell_text(rows, a->url);
		sr_cell_text(rows, a->name);
		sr_cell_text(rows, a->sha256);
		sr_cell_int(rows, a->bytes);
		sr_cell_text(rows, a->learnt);
	}
	return code;
}
