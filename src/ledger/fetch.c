/* What was fetched, and versions of one page: the report of the last answer of
 * an address stands, those of earlier ones are replaced by it (the view
 * `replaced` of schema 7). */
#include <string.h>

#include "base/limits.h"
#include "ledger/sqlite.h"

enum sr_code sr_ledger_last_fetch(struct sr_ledger *l, struct sr_str url,
				  struct sr_arena *mem,
				  struct sr_fetch_note *out, bool *found,
				  struct sr_err *err)
{
	struct sr_bind b = {
		.st = sr_sql_prepare(
			l,
			"SELECT etag, modified, sha256, at, EXISTS (SELECT 1 "
			"FROM report r JOIN run u ON u.id = r.run WHERE "
			"r.sha256 = f.sha256 AND u.program = ?2 AND u.kit = ?3 "
			"AND u.options = ?4) OR EXISTS (SELECT 1 FROM aside a "
			"JOIN run u ON u.id = a.run WHERE a.sha256 = f.sha256 "
			"AND u.program = ?2 AND u.kit = ?3 AND u.options = ?4) "
			"FROM fetch f WHERE url = ?1 ORDER BY id DESC LIMIT 1",
			err)
	};

	*found = false;
	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, url);
	sr_bind_run(&b, l);
	int rc = sqlite3_step(b.st);
	if (rc == SQLITE_ROW) {
		*found = true;
		out->etag = sr_column_copy(b.st, 0, mem);
		out->modified = sr_column_copy(b.st, 1, mem);
		out->sha256 = sr_column_copy(b.st, 2, mem);
		out->at = sr_column_copy(b.st, 3, mem);
		out->current = sqlite3_column_int(b.st, 4) == 1;
	}
	sqlite3_finalize(b.st);
	if (mem->full)
		return sr_fail_nomem(err, l->path);
	return rc == SQLITE_ROW || rc == SQLITE_DONE
		       ? SR_OK
		       : sr_sql_fail(l, "looking for a fetch", err);
}

static enum sr_code put(struct sr_ledger *l, const struct sr_fetch_note *n,
			struct sr_err *err)
{
	struct sr_digest digest;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_FETCH, err),
			     .digest = &digest };

	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, n->url);
	sr_bind_text(&b, n->final);
	sr_bind_text(&b, n->at);
	sr_bind_int(&b, n->status);
	sr_bind_text_or_null(&b, n->type);
	sr_bind_text_or_null(&b, n->etag);
	sr_bind_text_or_null(&b, n->modified);
	sr_bind_text(&b, n->sha256);
	sr_bind_int(&b, n->bytes);
	sr_bind_int(&b, l->run_row);
	enum sr_code code = sr_sql_done(l, &b, "noting a fetch", err);
	return code ? code
		    : sr_log_note(l, "fetch", &digest, err, "%lld",
				  (long long)sqlite3_last_insert_rowid(l->db));
}

/* The incidents of all versions of the address are worked out anew, where there
 * are several. */
static enum sr_code derive_versions(struct sr_ledger *l, struct sr_str url,
				    struct sr_err *err)
{
	struct sr_bind b = {
		.st = sr_sql_prepare(l,
				     "SELECT DISTINCT r.id FROM fetch f "
				     "JOIN report r ON r.sha256 = f.sha256 "
				     "WHERE f.url = ?1 AND EXISTS (SELECT 1 "
				     "FROM fetch g JOIN report q "
				     "ON q.sha256 = g.sha256 WHERE "
				     "g.url = ?1 AND q.id <> r.id) "
				     "ORDER BY r.id",
				     err)
	};
	enum sr_code code = SR_OK;
	int rc = SQLITE_DONE;

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, url);
	while (!code && (rc = sqlite3_step(b.st)) == SQLITE_ROW)
		code = sr_derive(l, sqlite3_column_int64(b.st, 0), err);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "looking for versions", err);
	sqlite3_finalize(b.st);
	return code;
}

static enum sr_code find_report(struct sr_ledger *l, struct sr_str sha256,
				bool *found, struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_REPORT, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, sha256);
	sr_bind_run(&b, l);
	int rc = sqlite3_step(b.st);
	sqlite3_reset(b.st);
	*found = rc == SQLITE_ROW;
	return rc == SQLITE_ROW || rc == SQLITE_DONE
		       ? SR_OK
		       : sr_sql_fail(l, "looking for a report", err);
}

/* The version that stands; without a hash where there is none. */
static enum sr_code find_last(struct sr_ledger *l, const struct sr_fetch_note *n,
			      struct sr_arena *mem, struct sr_fetch_note *last,
			      struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_VERSION, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, n->url);
	int rc = sqlite3_step(b.st);
	if (rc == SQLITE_ROW)
		*last = (struct sr_fetch_note){
			.url = n->url,
			.at = n->at,
			.sha256 = sr_column_copy(b.st, 0, mem),
			.modified = sr_column_copy(b.st, 1, mem),
			.etag = sr_column_copy(b.st, 2, mem),
			.status = sqlite3_column_int64(b.st, 3),
			.bytes = sqlite3_column_int64(b.st, 4),
			.final = sr_column_copy(b.st, 5, mem),
		};
	sqlite3_reset(b.st);
	if (mem->full)
		return sr_fail_nomem(err, l->path);
	return rc == SQLITE_ROW || rc == SQLITE_DONE
		       ? SR_OK
		       : sr_sql_fail(l, "looking for versions", err);
}

/* Was the version that stands edited after this one, which is of a file? Moments
 * of one form stand in the order of their letters. */
static bool is_older(const struct sr_fetch_note *n,
		     const struct sr_fetch_note *last)
{
	if (n->status)
		return false;
	if (!n->etag.n)
		return last->etag.n > 0;
	return last->etag.n == n->etag.n &&
	       memcmp(n->etag.s, last->etag.s, n->etag.n) < 0;
}

/* Notes it, and again what stands, if it came late: `last`, or NULL. alone: of
 * an address without versions, whose incidents stay. */
static enum sr_code note(struct sr_ledger *l, const struct sr_fetch_note *n,
			 const struct sr_fetch_note *last, bool alone,
			 struct sr_err *err)
{
	struct sr_step step;
	enum sr_code code = sr_step_begin(l, &step, err);

	if (code)
		return code;
	code = put(l, n, err);
	if (!code && last)
		code = put(l, last, err);
	if (!code && !alone)
		code = derive_versions(l, n->url, err);
	return sr_step_end(l, &step, code, err);
}

enum sr_code sr_ledger_fetched(struct sr_ledger *l,
			       const struct sr_fetch_note *n,
			       struct sr_err *err)
{
	return note(l, n, NULL, false, err);
}

enum sr_code sr_ledger_message(struct sr_ledger *l,
			       const struct sr_fetch_note *n,
			       struct sr_err *err)
{
	struct sr_fetch_note last = { .status = 0 };
	bool reported = false;
	struct sr_arena mem;

	sr_arena_init(&mem, SR_MAX_PATH * 16);
	enum sr_code code = find_report(l, n->sha256, &reported, err);
	if (!code && reported)
		code = find_last(l, n, &mem, &last, err);
	bool alone = !last.sha256.n;
	if (!code && reported &&
	    (alone || (!sr_str_equal(last.sha256, n->sha256) &&
		       sr_str_equal(last.modified, n->modified))))
		code = note(l, n, !alone && is_older(n, &last) ? &last : NULL,
			    alone, err);
	sr_arena_release(&mem);
	return code;
}

enum sr_code sr_ledger_versions(struct sr_ledger *l, struct sr_arena *mem,
				struct sr_versions *out, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT f.url, min(f.at), r.id, r.sha256, min(f.id) AS first "
		"FROM fetch f JOIN report r ON r.sha256 = f.sha256 "
		"WHERE f.url IN (SELECT url FROM replaced) "
		"GROUP BY f.url, r.id ORDER BY f.url, first",
		err);
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	while (!mem->full && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_version *v = SR_PUSH(mem, &out->items);
		if (!v)
			break;
		v->url = sr_column_copy(st, 0, mem);
		v->at = sr_column_copy(st, 1, mem);
		v->report = sqlite3_column_int64(st, 2);
		v->sha256 = sr_column_copy(st, 3, mem);
	}
	sqlite3_finalize(st);
	if (mem->full)
		return sr_fail_nomem(err, "answer");
	return rc == SQLITE_DONE ? SR_OK
				 : sr_sql_fail(l, "reading the ledger", err);
}
