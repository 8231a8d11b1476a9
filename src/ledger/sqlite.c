/* Opening the ledger, and the small helpers of every statement.
 *
 * Safety before speed: rollback journal and full syncs, so that the ledger is
 * one file whenever no transaction is open, may lie on any file system, and
 * outlives a power cut (docs/decisions/050). */
#include "ledger/sqlite.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/calendar.h"
#include "base/geo.h"
#include "base/limits.h"
#include "base/utf8.h"

#define BUSY_MS 20000

enum sr_code sr_sql_fail(const struct sr_ledger *l, const char *doing,
			 struct sr_err *err)
{
	int rc = l->db ? sqlite3_errcode(l->db) & 0xFF : SQLITE_NOMEM;
	const char *why = l->db ? sqlite3_errmsg(l->db) : "out of memory";

	if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		why = "another program has been writing to it for 20 seconds";
	else if (rc == SQLITE_NOTADB)
		why = "not a ledger of sitrep, nor any database";
	else if (rc == SQLITE_NOMEM)
		return sr_fail_nomem(err, l->path);
	return sr_fail(err, SR_DATABASE, l->path, "%s: %s", doing, why);
}

sqlite3_stmt *sr_sql_prepare(const struct sr_ledger *l, const char *sql,
			     struct sr_err *err)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(l->db, sql, -1, &st, NULL) != SQLITE_OK)
		sr_sql_fail(l, "reading the ledger", err);
	return st;
}

enum sr_code sr_sql_run(const struct sr_ledger *l, const char *sql,
			struct sr_err *err)
{
	if (sqlite3_exec(l->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return sr_sql_fail(l, "opening the ledger", err);
	return SR_OK;
}

sqlite3_stmt *sr_sql_get(struct sr_ledger *l, enum sr_sql which,
			 struct sr_err *err)
{
	if (!l->sql[which])
		sqlite3_prepare_v3(l->db, sr_sql_text(which), -1,
				   SQLITE_PREPARE_PERSISTENT, &l->sql[which],
				   NULL);
	if (!l->sql[which])
		sr_sql_fail(l, "preparing a statement", err);
	return l->sql[which];
}

/* A failed bind shows as a failed step: SQLite remembers it for neither, but a
 * value too large or no memory fails the step's NOT NULL or the step itself. */
void sr_bind_null(struct sr_bind *b)
{
	sqlite3_bind_null(b->st, ++b->at);
	if (b->digest)
		sr_digest_null(b->digest);
}

void sr_bind_int(struct sr_bind *b, int64_t v)
{
	sqlite3_bind_int64(b->st, ++b->at, v);
	if (b->digest)
		sr_digest_int(b->digest, v);
}

void sr_bind_real(struct sr_bind *b, double v)
{
	sqlite3_bind_double(b->st, ++b->at, v);
	if (b->digest)
		sr_digest_real(b->digest, v);
}

void sr_bind_text(struct sr_bind *b, struct sr_str s)
{
	sqlite3_bind_text64(b->st, ++b->at, s.n ? s.s : "", s.n, SQLITE_STATIC,
			    SQLITE_UTF8);
	if (b->digest)
		sr_digest_text(b->digest, s);
}

void sr_bind_run(struct sr_bind *b, const struct sr_ledger *l)
{
	sr_bind_text(b, sr_str_of(l->run.program));
	sr_bind_text(b, sr_str_of(l->run.kit));
	sr_bind_text(b, sr_str_of(l->run.options));
}

void sr_bind_text_or_null(struct sr_bind *b, struct sr_str s)
{
	if (s.n)
		sr_bind_text(b, s);
	else
		sr_bind_null(b);
}

void sr_bind_blob(struct sr_bind *b, struct sr_str s)
{
	sqlite3_bind_blob64(b->st, ++b->at, s.n ? s.s : "", s.n, SQLITE_STATIC);
	if (b->digest)
		sr_digest_text(b->digest, s);
}

void sr_bind_day(struct sr_bind *b, int32_t day)
{
	char text[SR_DAY_TEXT];

	if (day == SR_DAY_MIN || day == SR_DAY_MAX) {
		sr_bind_null(b);
		return;
	}
	sr_day_write(day, text);
	sqlite3_bind_text(b->st, ++b->at, text, -1, SQLITE_TRANSIENT);
	if (b->digest)
		sr_digest_text(b->digest, sr_str_of(text));
}

void sr_bind_span(struct sr_bind *b, struct sr_span at)
{
	if (at.from == at.to) {
		sr_bind_null(b);
		sr_bind_null(b);
		return;
	}
	sr_bind_int(b, at.from);
	sr_bind_int(b, at.to);
}

enum sr_code sr_sql_done(const struct sr_ledger *l, struct sr_bind *b,
			 const char *doing, struct sr_err *err)
{
	int rc = sqlite3_step(b->st);
	enum sr_code code = SR_OK;

	if (rc != SQLITE_DONE && rc != SQLITE_ROW)
		code = sr_sql_fail(l, doing, err);
	sqlite3_reset(b->st);
	return code;
}

void sr_digest_row(struct sr_digest *d, sqlite3_stmt *st, int later)
{
	int n = sqlite3_column_count(st);

	for (int i = 0; i < n; i++) {
		if (i >= n - later && sqlite3_column_type(st, i) == SQLITE_NULL)
			continue;
		switch (sqlite3_column_type(st, i)) {
		case SQLITE_INTEGER:
			sr_digest_int(d, sqlite3_column_int64(st, i));
			break;
		case SQLITE_FLOAT:
			sr_digest_real(d, sqlite3_column_double(st, i));
			break;
		case SQLITE_NULL:
			sr_digest_null(d);
			break;
		default:
			sr_digest_text(d, sr_column(st, i));
		}
	}
}

struct sr_str sr_column(sqlite3_stmt *st, int i)
{
	const void *p = sqlite3_column_blob(st, i);
	int n = sqlite3_column_bytes(st, i);

	return (struct sr_str){ p, p && n > 0 ? (size_t)n : 0 };
}

struct sr_str sr_column_copy(sqlite3_stmt *st, int i, struct sr_arena *mem)
{
	struct sr_str s = sr_column(st, i);

	s.s = sr_arena_copy(mem, s.s, s.n);
	return s;
}

/* Functions that the queries use. fold(text): what words are compared by. */
static void fn_fold(sqlite3_context *ctx, int n, sqlite3_value **arg)
{
	const void *p = sqlite3_value_blob(arg[0]);
	int nbyte = sqlite3_value_bytes(arg[0]);
	struct sr_str s = { p, nbyte > 0 ? (size_t)nbyte : 0 };
	(void)n;

	if (!p) {
		sqlite3_result_null(ctx);
		return;
	}
	size_t room = s.n * 4 + 1; /* no letter folds to more than four bytes */
	char *out = sqlite3_malloc64(room);
	if (!out) {
		sqlite3_result_error_nomem(ctx);
		return;
	}
	sqlite3_result_text64(ctx, out, sr_fold(s, out, room), sqlite3_free,
			      SQLITE_UTF8);
}

/* km(lat, lon, lat, lon) */
static void fn_km(sqlite3_context *ctx, int n, sqlite3_value **arg)
{
	struct sr_point p[2];

	(void)n;
	for (int i = 0; i < 4; i++)
		if (sqlite3_value_type(arg[i]) == SQLITE_NULL)
			return;
	for (int i = 0; i < 2; i++)
		p[i] = (struct sr_point){ sqlite3_value_double(arg[2 * i]),
					  sqlite3_value_double(
						  arg[2 * i + 1]) };
	sqlite3_result_double(ctx, sr_geo_km(p[0], p[1]));
}

int64_t sr_sql_number(const struct sr_ledger *l, const char *sql)
{
	sqlite3_stmt *st = NULL;
	int64_t v = -1;

	if (sqlite3_prepare_v2(l->db, sql, -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW)
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return v;
}

static enum sr_code set_up(struct sr_ledger *l, enum sr_ledger_mode mode,
			   struct sr_err *err)
{
	const int det = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

	sqlite3_busy_timeout(l->db, BUSY_MS);
	sqlite3_extended_result_codes(l->db, 1);
	sqlite3_db_config(l->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	if (sqlite3_create_function(l->db, "fold", 1, det, NULL, fn_fold, NULL,
				    NULL) != SQLITE_OK ||
	    sqlite3_create_function(l->db, "km", 4, det, NULL, fn_km, NULL,
				    NULL) != SQLITE_OK)
		return sr_sql_fail(l, "opening the ledger", err);
	enum sr_code code = sr_sql_run(l,
				       "PRAGMA trusted_schema = OFF;"
				       "PRAGMA cell_size_check = ON;"
				       "PRAGMA foreign_keys = ON;"
				       "PRAGMA secure_delete = FAST;"
			       "PRAGMA temp_store = MEMORY;"
				       "PRAGMA cache_size = -16384",
				       err);
	if (!code)
		code = sr_schema_ready(l, mode, err);
	if (!code && mode == SR_LEDGER_READ)
		code = sr_sql_run(l, "PRAGMA query_only = ON", err);
	return code;
}

struct sr_ledger *sr_ledger_open(const char *path, enum sr_ledger_mode mode,
				 struct sr_err *err)
{
	struct sr_ledger *l = calloc(1, sizeof(*l));
	struct stat st;
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

	if (l) {
		l->path = strdup(path);
		sr_arena_init(&l->own, SR_MAX_ARENA);
		sr_arena_init(&l->other, SR_MAX_ARENA);
		sr_arena_init(&l->notes, SR_MAX_ARENA);
		for (int i = 0; i < 2; i++)
			sr_arena_init(&l->near_mem[i], SR_MAX_ARENA);
		for (int i = 0; i < 3; i++)
			sr_arena_init(&l->hubs_mem[i], SR_MAX_ARENA);
		sr_arena_init(&l->signs_mem, SR_MAX_ARENA);
		sr_arena_init(&l->recall_mem, SR_MAX_ARENA);
		sr_arena_init(&l->sheaf_mem, SR_MAX_ARENA);
		sr_arena_init(&l->noted_mem, SR_MAX_ARENA);
		sr_arena_init(&l->seen_mem, SR_MAX_ARENA);
	}
	if (!l || !l->path) {
		free(l);
		sr_fail_nomem(err, path);
		return NULL;
	}
	/* Writable even for reading, so that what a crash left half done is
	 * undone; SQLite falls back by itself where the file can't be written.
	 */
	flags |= SQLITE_OPEN_READWRITE;
	if (mode == SR_LEDGER_WRITE)
		flags |= SQLITE_OPEN_CREATE;
	enum sr_code code = SR_OK;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		code = sr_fail(err, SR_DATABASE, path,
			       "a folder; expected a ledger file");
	else if (mode == SR_LEDGER_READ && stat(path, &st) != 0)
		code = sr_fail(err, SR_DATABASE, path,
			       "%s; 'sitrep add' makes "
			       "a ledger",
			       strerror(errno));
	else if (sqlite3_open_v2(path, &l->db, flags, NULL) != SQLITE_OK)
		code = sr_sql_fail(l, "opening the ledger", err);
	if (!code)
		code = set_up(l, mode, err);
	if (code) {
		sr_ledger_close(l);
		return NULL;
	}
	return l;
}

void sr_ledger_close(struct sr_ledger *l)
{
	if (!l)
		return;
	for (int i = 0; i < SR_SQL_COUNT; i++)
		sqlite3_finalize(l->sql[i]);
	if (l->db && l->in_batch)
		sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(l->db);
	sr_arena_release(&l->own);
	sr_arena_release(&l->other);
	sr_arena_release(&l->notes);
	for (int i = 0; i < 2; i++)
		sr_arena_release(&l->near_mem[i]);
	for (int i = 0; i < 3; i++)
		sr_arena_release(&l->hubs_mem[i]);
	sr_arena_release(&l->signs_mem);
	sr_arena_release(&l->recall_mem);
	sr_arena_release(&l->sheaf_mem);
	sr_arena_release(&l->noted_mem);
	sr_arena_release(&l->seen_mem);
	free(l->path);
	free(l);
}

enum sr_code sr_sql_none(const struct sr_ledger *l, const char *sql,
			 const char *before, const char *after,
			 struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(l, sql, err);
	enum sr_code code = SR_OK;

	if (!st)
		return SR_DATABASE;
	int rc = sqlite3_step(st);
	struct sr_str key = sr_column(st, 0);
	if (rc == SQLITE_ROW)
		code = sr_fail(err, SR_REFUSED, l->path, "%s %.*s%s", before,
			       (int)(key.n < SR_KEY ? key.n : SR_KEY - 1),
			       key.n ? key.s : "", after);
	else if (rc != SQLITE_DONE)
		code = sr_sql_fail(l, "checking", err);
	sqlite3_finalize(st);
	return code;
}

void sr_sql_fix_again(const struct sr_ledger *l, int64_t fixed)
{
	if (fixed == 1)
		sqlite3_exec(l->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
}

void sr_ledger_in_program(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
