/* What enters the ledger: runs, reports and their readings, refusals. Each
 * report enters whole or not at all (step.c). */
#include "ledger/seen.h"

#define LARGE_BYTES ((size_t)1 << 20)
#define LARGE_CLAIMS 4096

/* Runs */

static enum sr_code put_run(struct sr_ledger *l, struct sr_err *err)
{
	struct sr_digest digest;
	struct sr_bind b = { .digest = &digest };

	b.st = sr_sql_prepare(l,
			      "INSERT INTO run (program, kit, options, "
			      "started) VALUES (?, ?, ?, ?)",
			      err);
	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_run(&b, l);
	sr_bind_text(&b, sr_str_of(l->run.now));
	enum sr_code code = sr_sql_done(l, &b, "beginning a run", err);
	sqlite3_finalize(b.st);
	if (code)
		return code;
	l->run_row = sqlite3_last_insert_rowid(l->db);
	return sr_log_note(l, "run", &digest, err, "%lld",
			   (long long)l->run_row);
}

enum sr_code sr_ledger_begin(struct sr_ledger *l, const struct sr_run *run,
			     struct sr_err *err)
{
	struct sr_step step;

	/* Rows are put with the numbers of rows that were put just before: to
	 * look each up again would be a tenth of all that putting costs. The
	 * proof looks at them all. */
	if (!l->in_batch)
		sqlite3_exec(l->db, "PRAGMA foreign_keys = OFF", NULL, NULL,
			     NULL);
	l->run = *run;
	l->kept = l->fresh = l->known = l->refused = 0;
	enum sr_code code = sr_step_begin(l, &step, err);
	if (!code)
		code = sr_step_end(l, &step, put_run(l, err), err);
	return code ? code : sr_ledger_flush(l, err);
}

static enum sr_code end_run(struct sr_ledger *l, const char *now,
			    struct sr_err *err)
{
	struct sr_digest digest;
	struct sr_bind b = { .digest = &digest };

	b.st = sr_sql_prepare(l,
			      "UPDATE run SET finished = ?, nnew = ?, "
			      "nknown = ?, nrefused = ? WHERE id = ?",
			      err);
	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, sr_str_of(now));
	sr_bind_int(&b, (int64_t)l->fresh);
	sr_bind_int(&b, (int64_t)l->known);
	sr_bind_int(&b, (int64_t)l->refused);
	b.digest = NULL;
	sr_bind_int(&b, l->run_row);
	enum sr_code code = sr_sql_done(l, &b, "ending a run", err);
	sqlite3_finalize(b.st);
	return code ? code
		    : sr_log_note(l, "end", &digest, err, "%lld",
				  (long long)l->run_row);
}

enum sr_code sr_ledger_end(struct sr_ledger *l, const char *now,
			   struct sr_err *err)
{
	struct sr_step step;
	enum sr_code code = SR_OK;

	if (l->run_row)
		code = sr_step_begin(l, &step, err);
	if (!code && l->run_row)
		code = sr_step_end(l, &step, end_run(l, now, err), err);
	if (!code)
		l->run_row = 0;
	if (!code)
		code = sr_ledger_flush(l, err);
	if (!code)
		code = sr_sql_run(l, "PRAGMA foreign_keys = ON", err);
	return code;
}

size_t sr_ledger_kept(const struct sr_ledger *l)
{
	return l->kept;
}

/* Reports */

struct found {
	int64_t row; /* 0: not there */
	bool current, same_name;
};

/* Were they looked for in vain, and not put since? */
static bool is_absent(const struct sr_ledger *l, const struct sr_received *in)
{
	for (size_t i = 0; i < SR_ABSENT; i++)
		if (memcmp(l->absent[i], in->sha256, SR_HEX) == 0)
			return true;
	return false;
}

static void note_absent(struct sr_ledger *l, const struct sr_received *in)
{
	memcpy(l->absent[l->nabsent++ % SR_ABSENT], in->sha256, SR_HEX);
}

void sr_absent_forget(struct sr_ledger *l, const char *sha256)
{
	for (size_t i = 0; i < SR_ABSENT; i++)
		if (memcmp(l->absent[i], sha256, SR_HEX) == 0)
			l->absent[i][0] = '\0';
}

static enum sr_code find_report(struct sr_ledger *l,
				const struct sr_received *in,
				struct found *found, struct sr_err *err)
{
	bool may;

	*found = (struct found){ 0 };
	if (is_absent(l, in))
		return SR_OK;
	enum sr_code code = sr_seen_may(l, in->sha256, &may, err);
	if (code || !may)
		return code;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_FIND_REPORT, err) };
	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, sr_str_of(in->sha256));
	sr_bind_run(&b, l);
	int rc = sqlite3_step(b.st);
	if (rc == SQLITE_ROW) {
		found->row = sqlite3_column_int64(b.st, 0);
		found->same_name = sr_str_equal(sr_column(b.st, 1), in->name);
		found->current = sqlite3_column_int(b.st, 2) == 1;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "looking for a report", err);
	sqlite3_reset(b.st);
	return code;
}

static enum sr_code put_name(struct sr_ledger *l, int64_t report,
			     const struct sr_received *in, struct sr_err *err)
{
	struct sr_digest digest;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_NAME, err),
			     .digest = &digest };

	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, in->name);
	sr_bind_text(&b, sr_str_of(l->run.now));
	b.digest = NULL;
	sr_bind_int(&b, report);
	enum sr_code code = sr_sql_done(l, &b, "noting a name", err);
	if (code || sqlite3_changes(l->db) == 0)
		return code;
	return sr_log_note(l, "name", &digest, err, "%s/%.*s", in->sha256,
			   (int)in->name.n, in->name.s);
}

enum sr_code sr_ledger_known(struct sr_ledger *l, const struct sr_received *in,
			     bool *known, struct sr_err *err)
{
	struct found found;
	struct sr_step step;
	enum sr_code code = sr_step_begin_bare(l, &step, err);

	*known = false;
	if (code || is_absent(l, in))
		return code;
	code = find_report(l, in, &found, err);
	if (!code && found.row && !found.same_name)
		code = put_name(l, found.row, in, err);
	code = sr_step_end(l, &step, code, err);
	*known = !code && found.row && found.current;
	if (!code && !found.row)
		code = sr_aside_known(l, in, known, err);
	if (!code && !found.row && !*known)
		note_absent(l, in);
	l->known += *known;
	return code;
}

static enum sr_code put_report(struct sr_ledger *l,
			       const struct sr_received *in,
			       const struct sr_doc *doc, int64_t *row,
			       struct sr_err *err)
{
	struct sr_digest digest;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_REPORT, err),
			     .digest = &digest };

	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, sr_str_of(in->sha256));
	sr_bind_text_or_null(&b, sr_str_of(in->words_sha256));
	sr_bind_text(&b, in->name);
	sr_bind_text(&b, sr_str_of(l->run.now));
	sr_bind_text(&b, doc->report.text);
	if (sr_str_equal(doc->report.text, in->bytes))
		sr_bind_null(&b);
	else
		sr_bind_blob(&b, in->bytes);
	b.digest = NULL;
	sr_bind_int(&b, l->run_row);
	enum sr_code code = sr_sql_done(l, &b, "keeping a report", err);
	if (code)
		return code;
	*row = sqlite3_last_insert_rowid(l->db);
	sr_absent_forget(l, in->sha256);
	sr_seen_put(l, in->sha256);
	return sr_log_note(l, "report", &digest, err, "%s", in->sha256);
}

static enum sr_code set_run(struct sr_ledger *l, int64_t row,
			    struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_SET_RUN, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, l->run_row);
	sr_bind_int(&b, row);
	return sr_sql_done(l, &b, "keeping a report", err);
}

/* A claim that points outside of its report must not get in, nor a remark. */
static bool claims_fit(const struct sr_doc *doc)
{
	for (size_t i = 0; i < doc->remarks.nitem; i++) {
		struct sr_span a = doc->remarks.items[i].at;
		struct sr_span b = doc->remarks.items[i].beside;
		if (a.from > a.to || a.to > doc->report.text.n ||
		    b.from > b.to || b.to > doc->report.text.n)
			return false;
	}
	for (size_t i = 0; i < doc->claims.nitem; i++) {
		struct sr_span at = doc->claims.items[i].evidence;
		if (at.from > at.to || at.to > doc->report.text.n)
			return false;
	}
	return true;
}

static enum sr_code put_all(struct sr_ledger *l, const struct sr_received *in,
			    struct sr_reading *r, struct sr_err *err)
{
	struct found found;
	enum sr_code code = find_report(l, in, &found, err);

	r->report = found.row;
	if (code)
		return code;
	code = found.row ? set_run(l, found.row, err)
			 : put_report(l, in, r->doc, &r->report, err);
	if (!code && !found.row)
		code = sr_alike_put(l, r->report, sr_str_of(in->sha256),
				    r->doc->report.text, err);
	sr_digest_init(&r->digest);
	if (!code)
		code = sr_reading_put(l, r, err);
	for (size_t i = 0; !code && i < r->doc->claims.nitem; i++) {
		code = sr_claim_put(l, r, i, err);
		if (i == 0)
			r->first_claim = sqlite3_last_insert_rowid(l->db);
	}
	for (size_t i = 0; !code && i < r->doc->remarks.nitem; i++)
		code = sr_remark_put(l, r, i, err);
	if (!code)
		code = sr_log_note(l, "reading", &r->digest, err, "%s/%lld",
				   in->sha256, (long long)l->run_row);
	if (code)
		return code;
	return found.row ? sr_derive(l, r->report, err)
			 : sr_derive_new(l, r, err);
}

/* Can memory fail it where it would not fail others? Then it has to be undone
 * alone. */
static bool is_large(const struct sr_received *in, const struct sr_doc *doc)
{
	return in->bytes.n + doc->report.text.n > LARGE_BYTES ||
	       doc->claims.nitem + doc->remarks.nitem > LARGE_CLAIMS;
}

enum sr_code sr_ledger_put(struct sr_ledger *l, const struct sr_received *in,
			   struct sr_doc *doc, struct sr_err *err)
{
	struct sr_reading r = { .doc = doc, .sha256 = in->sha256 };
	struct sr_step step;

	if (!claims_fit(doc))
		return sr_fail(err, SR_REFUSED, in->sha256,
			       "a claim's evidence lies outside of the report");
	r.key = sr_claim_keys(&doc->mem, in->sha256, doc->claims.items,
			      doc->claims.nitem);
	if (!r.key || !sr_offsets_init(&r.points, &doc->mem, doc->report.text))
		return sr_fail_nomem(err, "claims");
	enum sr_code code = is_large(in, doc) ? sr_step_begin(l, &step, err)
					      : sr_step_begin_bare(l, &step,
								   err);
	if (!code)
		code = sr_step_end(l, &step, put_all(l, in, &r, err), err);
	if (code)
		return code;
	l->fresh++;
	return sr_batch_grown(l, 1, in->bytes.n, err);
}

static enum sr_code put_refusal(struct sr_ledger *l,
				const struct sr_received *in, uint64_t size,
				const struct sr_err *why, struct sr_err *err)
{
	static const char *const CODE[] = { "ok",      "usage",	 "refused",
					    "limit",   "memory", "io",
					    "database" };
	struct sr_digest digest;
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_REFUSAL, err),
			     .digest = &digest };

	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, in->name);
	sr_bind_text_or_null(&b, sr_str_of(in->sha256));
	sr_bind_int(&b, (int64_t)size);
	sr_bind_text(&b, sr_str_of(l->run.now));
	sr_bind_text(&b, sr_str_of(CODE[why->code]));
	sr_bind_text(&b, sr_str_of(why->where));
	sr_bind_text(&b, sr_str_of(why->text));
	b.digest = NULL;
	sr_bind_int(&b, l->run_row);
	enum sr_code code = sr_sql_done(l, &b, "noting a refusal", err);
	if (code || sqlite3_changes(l->db) == 0)
		return code;
	return sr_log_note(l, "refusal", &digest, err, "%lld",
			   (long long)sqlite3_last_insert_rowid(l->db));
}

enum sr_code sr_ledger_refuse(struct sr_ledger *l, const struct sr_received *in,
			      uint64_t size, const struct sr_err *why,
			      struct sr_err *err)
{
	struct sr_step step;
	enum sr_code code = sr_step_begin(l, &step, err);

	if (!code)
		code = sr_step_end(l, &step, put_refusal(l, in, size, why, err),
				   err);
	l->refused += !code;
	return code;
}
