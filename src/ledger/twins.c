/* The reports that share a report's text, with how much of it: for a person who
 * asks why two are counted as one. The words are compared anew. */
#include <stdlib.h>

#include "fuse/alike.h"
#include "ledger/sqlite.h"

static bool is_alike(const struct sr_ledger *l, sqlite3_stmt *st, int64_t other)
{
	(void)l;
	sqlite3_bind_int64(st, 2, other);
	bool found = sqlite3_step(st) == SQLITE_ROW;
	sqlite3_reset(st);
	return found;
}

static enum sr_code load_terms(struct sr_ledger *l, int64_t report,
			       struct sr_arena *mem, struct sr_terms *terms,
			       struct sr_err *err)
{
	struct sr_kept_text text;
	enum sr_code code = sr_ledger_text(l, report, mem, &text, err);

	if (code)
		return code;
	return sr_text_terms(text.text, mem, terms)
		       ? SR_OK
		       : sr_fail_nomem(err, "report");
}

static enum sr_code compare(struct sr_ledger *l, const struct sr_terms *own,
			    struct sr_twin *twin, struct sr_err *err)
{
	struct sr_overlap o = { 0 };
	struct sr_terms other;

	sr_arena_reset(&l->other);
	enum sr_code code =
		load_terms(l, twin->filed->row, &l->other, &other, err);
	if (code)
		return code;
	if (!sr_text_overlap(own, &other, &l->other, &o))
		return sr_fail_nomem(err, "report");
	twin->shared = o.a;
	twin->nword = o.na;
	twin->other_shared = o.b;
	twin->other_nword = o.nb;
	return SR_OK;
}

static int by_share(const void *pa, const void *pb)
{
	const struct sr_twin *a = pa, *b = pb;

	if (a->shared != b->shared)
		return a->shared > b->shared ? -1 : 1;
	return sr_str_order(a->filed->sha256, b->filed->sha256);
}

static enum sr_code find(struct sr_ledger *l, const struct sr_filed *report,
			 struct sr_arena *mem, struct sr_twins *out,
			 struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l, "SELECT 1 FROM alike WHERE report = ? AND other = ?", err);
	struct sr_terms own;
	enum sr_code code;

	if (!st)
		return SR_DATABASE;
	sr_arena_reset(&l->own);
	code = load_terms(l, report->row, &l->own, &own, err);
	sqlite3_bind_int64(st, 1, report->row);
	for (size_t i = 0; !code && i < out->records.reports.nitem; i++) {
		const struct sr_filed *f = &out->records.reports.items[i];
		bool one = report->origin.n &&
			   sr_str_equal(report->origin, f->origin);
		if (f->row == report->row ||
		    (!one && !is_alike(l, st, f->row)))
			continue;
		struct sr_twin *twin = SR_PUSH(mem, &out->items);
		if (!twin) {
			code = sr_fail_nomem(err, "answer");
			break;
		}
		*twin = (struct sr_twin){ .filed = f, .one = one };
		code = compare(l, &own, twin, err);
	}
	sqlite3_finalize(st);
	return code;
}

enum sr_code sr_ledger_twins(struct sr_ledger *l, const struct sr_filed *report,
			     int32_t known_on, struct sr_arena *mem,
			     struct sr_twins *out, struct sr_err *err)
{
	struct sr_filter filter = SR_FILTER;
	enum sr_code code;

	*out = (struct sr_twins){ .items = { 0 } };
	filter.known_on = known_on;
	code = sr_ledger_reports(l, &filter, mem, &out->records, err);
	if (!code)
		code = find(l, report, mem, out, err);
	if (!code && out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(struct sr_twin), by_share);
	return code;
}
