/* The log: a row for each thing that entered, each with the SHA-256 of itself
 * and of the hash before it. Whoever changes an old row, or what it covers,
 * must change every hash after it, and the last one can be noted elsewhere. */
#include "ledger/sqlite.h"

void sr_log_hash(const char *before, const struct sr_log_row *row,
		 char hash[SR_HEX])
{
	struct sr_digest d;

	sr_digest_init(&d);
	sr_digest_text(&d, sr_str_of(before));
	sr_digest_int(&d, row->seq);
	sr_digest_text(&d, row->at);
	sr_digest_text(&d, row->kind);
	sr_digest_text(&d, row->subject);
	sr_digest_text(&d, row->digest);
	sr_digest_end(&d, hash);
}

enum sr_code sr_log_load(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l, "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", err);

	if (!st)
		return SR_DATABASE;
	l->log_seq = 0;
	memset(l->log_hash, 0, SR_HEX);
	int rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		struct sr_str hash = sr_column(st, 1);
		l->log_seq = sqlite3_column_int64(st, 0);
		if (hash.n == SR_HEX - 1)
			memcpy(l->log_hash, hash.s, hash.n);
	}
	enum sr_code code = rc == SQLITE_ROW || rc == SQLITE_DONE
				    ? SR_OK
				    : sr_sql_fail(l, "reading the log", err);
	sqlite3_finalize(st);
	return code;
}

enum sr_code sr_log_put(struct sr_ledger *l, const char *kind,
			struct sr_str subject, struct sr_digest *digest,
			struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_LOG, err) };
	char hex[SR_HEX], hash[SR_HEX];

	if (!b.st)
		return SR_DATABASE;
	sr_digest_end(digest, hex);
	struct sr_log_row row = { .seq = l->log_seq + 1,
				  .at = sr_str_of(l->run.now),
				  .kind = sr_str_of(kind),
				  .subject = subject,
				  .digest = sr_str_of(hex) };
	sr_log_hash(l->log_hash, &row, hash);
	sr_bind_int(&b, row.seq);
	sr_bind_text(&b, row.at);
	sr_bind_text(&b, row.kind);
	sr_bind_text(&b, row.subject);
	sr_bind_text(&b, row.digest);
	sr_bind_text(&b, sr_str_of(hash));
	enum sr_code code = sr_sql_done(l, &b, "writing the log", err);
	if (!code) {
		l->log_seq = row.seq;
		memcpy(l->log_hash, hash, SR_HEX);
	}
	return code;
}
