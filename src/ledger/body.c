/* Answers of servers of which several reports were made: a feed, a page of
 * messages. Each report has bytes of its own, cut out of the answer; the answer
 * is kept whole beside them, packed to a tenth, for whoever wants to see that
 * it was cut out well. */
#include <zstd.h>

#include "base/limits.h"
#include "ledger/sqlite.h"

#define LEVEL 9
#define ARENA 65536 /* what an arena takes itself, and more */

static enum sr_code put(struct sr_ledger *l, struct sr_str sha256,
			struct sr_str packed, struct sr_err *err)
{
	struct sr_digest digest;
	struct sr_bind b = {
		.st = sr_sql_prepare(l,
				     "INSERT OR IGNORE INTO body (sha256, "
				     "packed) VALUES (?, ?)",
				     err),
		.digest = &digest
	};

	if (!b.st)
		return SR_DATABASE;
	sr_digest_init(&digest);
	sr_bind_text(&b, sha256);
	b.digest = NULL;
	sr_bind_blob(&b, packed);
	enum sr_code code = sr_sql_done(l, &b, "keeping an answer", err);
	sqlite3_finalize(b.st);
	if (code || sqlite3_changes(l->db) == 0)
		return code;
	return sr_log_note(l, "body", &digest, err, "%.*s", (int)sha256.n,
			   sha256.s);
}

enum sr_code sr_ledger_keep_body(struct sr_ledger *l, struct sr_str sha256,
				 struct sr_str bytes, struct sr_err *err)
{
	struct sr_arena mem;
	struct sr_step step;

	if (bytes.n > SR_MAX_PAGE)
		return SR_OK;
	size_t room = ZSTD_compressBound(bytes.n);
	sr_arena_init(&mem, room + ARENA);
	char *own = sr_arena_raw(&mem, room, 1);
	size_t n = own ? ZSTD_compress(own, room, bytes.s, bytes.n, LEVEL) : 0;
	enum sr_code code = !own || ZSTD_isError(n)
				    ? sr_fail_nomem(err, "an answer")
				    : sr_step_begin(l, &step, err);
	if (!code)
		code = sr_step_end(l, &step,
				   put(l, sha256, (struct sr_str){ own, n },
				       err),
				   err);
	sr_arena_release(&mem);
	return code;
}

/* Is it what was packed? */
static bool is_sound(struct sr_str sha256, struct sr_str packed, char *room)
{
	char hex[SR_HEX];
	size_t n = ZSTD_decompress(room, SR_MAX_PAGE, packed.s, packed.n);

	if (ZSTD_isError(n))
		return false;
	sr_sha256((struct sr_str){ room, n }, hex);
	return sr_str_is(sha256, hex);
}

enum sr_code sr_body_prove(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st =
		sr_sql_prepare(l, "SELECT sha256, packed FROM body", err);
	enum sr_code code = SR_OK;
	struct sr_arena mem;
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	sr_arena_init(&mem, SR_MAX_PAGE + ARENA);
	char *room = sr_arena_raw(&mem, SR_MAX_PAGE, 1);
	if (!room)
		code = sr_fail_nomem(err, l->path);
	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		if (!is_sound(sr_column(st, 0), sr_column(st, 1), room))
			code = sr_fail(err, SR_REFUSED, l->path,
				       "not the bytes that a server sent: "
				       "%.64s",
				       sqlite3_column_text(st, 0));
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "checking answers", err);
	sr_arena_release(&mem);
	sqlite3_finalize(st);
	return code;
}
