/* Pages that were set aside: one row each, so that a million of them cost the
 * ledger little, and a list of all that was not read for its own sake. */
#include "base/calendar.h"
#include "ledger/sqlite.h"

static const char *why_of(const struct sr_doc *doc)
{
	return doc->aside == SR_ASIDE_LANGUAGE ? "language" : "no war";
}

static enum sr_code put(struct sr_ledger *l, const struct sr_received *in,
			const struct sr_doc *doc, struct sr_err *err)
{
	const struct sr_report *r = &doc->report;
	struct sr_digest digest;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_ASIDE, err),
			     .digest = &digest };
	bool known = sr_days_known(r->published);

	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, sr_str_of(in->sha256));
	sr_bind_text(&b, in->name);
	sr_bind_int(&b, (int64_t)in->bytes.n);
	sr_bind_text(&b, sr_str_of(l->run.now));
	sr_bind_text(&b, sr_str_of(why_of(doc)));
	sr_bind_text_or_null(&b, r->title);
	sr_bind_text_or_null(&b, r->publisher);
	sr_bind_text_or_null(&b, r->url);
	sr_bind_day(&b, known ? r->published.from : SR_DAY_MIN);
	sr_bind_day(&b, known ? r->published.to : SR_DAY_MAX);
	sr_bind_text_or_null(&b, r->language);
	sr_bind_int(&b, l->run_row);
	sr_absent_forget(l, in->sha256);
	enum sr_code code = sr_sql_done(l, &b, "setting a page aside", err);
	if (code || sqlite3_changes(l->db) == 0)
		return code;
	return sr_log_note(l, "aside", &digest, err, "%lld",
			   (long long)sqlite3_last_insert_rowid(l->db));
}

enum sr_code sr_ledger_set_aside(struct sr_ledger *l,
				 const struct sr_received *in,
				 const struct sr_doc *doc, struct sr_err *err)
{
	struct sr_step step;
	enum sr_code code = sr_step_begin(l, &step, err);

	if (!code)
		code = sr_step_end(l, &step, put(l, in, doc, err), err);
	return code ? code : sr_batch_grown(l, 1, 256, err);
}

enum sr_code sr_aside_known(struct sr_ledger *l, const struct sr_received *in,
			    bool *known, struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_ASIDE, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, sr_str_of(in->sha256));
	sr_bind_run(&b, l);
	int rc = sqlite3_step(b.st);
	*known = rc == SQLITE_ROW;
	sqlite3_reset(b.st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE
		       ? SR_OK
		       : sr_sql_fail(l, "looking for a page", err);
}

/* Of a page that was read after all, by other tables, nothing is listed. */
static const char LIST[] =
	"SELECT 'language' AS why, r.name, r.sha256, r.learnt, g.title, "
	"g.publisher, g.url, g.published_from, g.language, "
	"length(CAST(r.text AS BLOB)) FROM report r JOIN reading g "
	"ON g.report = r.id AND g.run = r.run WHERE g.language <> 'en' "
	"UNION ALL SELECT a.why, a.name, a.sha256, a.learnt, a.title, "
	"a.publisher, a.url, a.published_from, a.language, a.bytes "
	"FROM aside a WHERE a.id = (SELECT max(b.id) FROM aside b "
	"WHERE b.sha256 = a.sha256) AND NOT EXISTS (SELECT 1 FROM report r "
	"WHERE r.sha256 = a.sha256) ORDER BY 1, 4, 2, 3";

enum sr_code sr_ledger_asides(struct sr_ledger *l, struct sr_arena *mem,
			      struct sr_asides *out, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(l, LIST, err);
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	while (!mem->full && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_set_aside *a = SR_PUSH(mem, &out->items);
		if (!a)
			break;
		struct sr_str *text[] = { &a->why,   &a->name,
					  &a->sha256, &a->learnt,
					  &a->title, &a->publisher,
					  &a->url,   &a->published,
					  &a->language };
		for (int i = 0; i < (int)(sizeof(text) / sizeof(*text)); i++)
			*text[i] = sr_column_copy(st, i, mem);
		a->bytes = sqlite3_column_int64(st, 9);
	}
	sqlite3_finalize(st);
	if (mem->full)
		return sr_fail_nomem(err, "answer");
	return rc == SQLITE_DONE ? SR_OK
				 : sr_sql_fail(l, "reading the ledger", err);
}

enum sr_code sr_ledger_keep(struct sr_ledger *l, const struct sr_received *in,
			    struct sr_doc *doc, struct sr_err *err)
{
	return doc->aside == SR_ASIDE_NO_WAR
		       ? sr_ledger_set_aside(l, in, doc, err)
		       : sr_ledger_put(l, in, doc, err);
}
