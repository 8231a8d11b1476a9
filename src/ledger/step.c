/* Transactions. Some hundreds of reports make one; a report enters whole or not
 * at all, and what was flushed before a failure stays. */
#include <stdarg.h>

#include "ledger/sheaf.h"

#define BATCH_REPORTS 256
#define BATCH_MOST 1024
#define BATCH_BYTES ((size_t)16 << 20)
#define BATCH_SHARE 16 /* of what the run has kept, if that is more */

static enum sr_code simple(struct sr_ledger *l, enum sr_sql which,
			   struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, which, err) };

	return b.st ? sr_sql_done(l, &b, "writing", err) : SR_DATABASE;
}

/* Opens the transaction if none is open. The log's end is read again: another
 * program may have written since. */
enum sr_code sr_batch_open(struct sr_ledger *l, struct sr_err *err)
{
	char hash[SR_HEX];

	if (l->in_batch)
		return SR_OK;
	enum sr_code code = simple(l, SR_SQL_BEGIN, err);
	if (code)
		return code;
	l->in_batch = true;
	sr_incident_forget(l);
	sr_sheaf_forget(l);
	l->batch = l->batch_bytes = 0;
	memcpy(hash, l->log_hash, SR_HEX);
	code = sr_log_load(l, err);
	/* Somebody else wrote, or what we wrote was undone. */
	if (memcmp(hash, l->log_hash, SR_HEX) != 0)
		sr_ledger_unlearn(l);
	return code;
}

enum sr_code sr_ledger_flush(struct sr_ledger *l, struct sr_err *err)
{
	if (!l->in_batch)
		return SR_OK;
	enum sr_code code = sr_sheaf_flush(l, err);
	if (!code)
		code = sr_incident_flush(l, err);
	if (code) { /* nothing may stay without its incidents */
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
		l->in_batch = !sqlite3_get_autocommit(l->db);
		return code;
	}
	code = simple(l, SR_SQL_COMMIT, err);
	if (!code)
		l->kept += l->batch;
	l->in_batch = !sqlite3_get_autocommit(l->db);
	return code;
}

void sr_ledger_unlearn(struct sr_ledger *l)
{
	memset(l->absent, 0, sizeof(l->absent));
	l->near = NULL;
	l->hubs = NULL;
	l->signs = NULL;
	l->recall = NULL;
	l->sheaves = NULL;
	l->seen = NULL;
}

static void note_step(const struct sr_ledger *l, struct sr_step *step)
{
	step->log_seq = l->log_seq;
	memcpy(step->log_hash, l->log_hash, SR_HEX);
	step->ntouched = l->touched.nitem;
	step->nfresh = l->unseen.nitem;
	step->reread = l->reread;
}

enum sr_code sr_step_begin_bare(struct sr_ledger *l, struct sr_step *step,
				struct sr_err *err)
{
	enum sr_code code = sr_batch_open(l, err);

	note_step(l, step);
	step->saved = false;
	return code;
}

enum sr_code sr_step_begin(struct sr_ledger *l, struct sr_step *step,
			   struct sr_err *err)
{
	enum sr_code code = sr_batch_open(l, err);

	note_step(l, step);
	step->saved = true;
	if (!code)
		code = sr_sheaf_flush(l, err);
	return code ? code : simple(l, SR_SQL_SAVE, err);
}

static enum sr_code undo_all(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	l->in_batch = !sqlite3_get_autocommit(l->db);
	if (err)
		err->code = SR_DATABASE;
	return SR_DATABASE;
}

/* Gives the code of what was done in the step, or of ending it. A step that
 * failed is undone; when the disk is full SQLite may have undone the whole
 * transaction by itself, and then what was not flushed is gone. */
enum sr_code sr_step_end(struct sr_ledger *l, const struct sr_step *step,
			 enum sr_code code, struct sr_err *err)
{
	if (!code && step->saved)
		code = simple(l, SR_SQL_RELEASE, err);
	if (!code)
		return SR_OK;
	sr_ledger_unlearn(l);
	if (!step->saved)
		return undo_all(l, err);
	if (sqlite3_get_autocommit(l->db)) {
		l->in_batch = false;
		return code;
	}
	simple(l, SR_SQL_UNDO, NULL);
	simple(l, SR_SQL_RELEASE, NULL);
	l->log_seq = step->log_seq;
	memcpy(l->log_hash, step->log_hash, SR_HEX);
	sr_sheaf_forget(l);
	l->touched.nitem = step->ntouched;
	l->unseen.nitem = step->nfresh;
	l->reread = step->reread;
	return code;
}

enum sr_code sr_batch_grown(struct sr_ledger *l, size_t reports, size_t bytes,
			    struct sr_err *err)
{
	size_t most = l->kept / BATCH_SHARE;

	/* In a large ledger each report has rows on pages of its own all over
	 * the indices: what goes together writes each page once. */
	if (most < BATCH_REPORTS)
		most = BATCH_REPORTS;
	if (most > BATCH_MOST)
		most = BATCH_MOST;
	l->batch += reports;
	l->batch_bytes += bytes;
	if (l->batch < most && l->batch_bytes < BATCH_BYTES)
		return SR_OK;
	return sr_ledger_flush(l, err);
}

enum sr_code sr_log_note(struct sr_ledger *l, const char *kind,
			 struct sr_digest *digest, struct sr_err *err,
			 const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	char *subject = sqlite3_vmprintf(fmt, ap);
	va_end(ap);
	if (!subject)
		return sr_fail_nomem(err, l->path);
	enum sr_code code =
		sr_log_put(l, kind, sr_str_of(subject), digest, err);
	sqlite3_free(subject);
	return code;
}
