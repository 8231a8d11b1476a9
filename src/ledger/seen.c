/* A filter of the hashes of all reports (B. Bloom, "Space/time trade-offs in
 * hash coding", CACM 13, 1970), as sheaves have of their marks. Once it is full
 * it says less by and by, and never that a report is missing that is there. */
#include "ledger/seen.h"

#include "fuse/alike.h"
#include "ledger/sheaf.h"

#define BLOCKS ((size_t)1 << 15) /* of 64 bytes */
#define PAYS 32 /* a hash looked for costs as much as so many that are read */

struct sr_seen {
	bool all; /* of all reports */
	int64_t rows, asked;
	uint64_t *filter;
};

static uint64_t hash_of(struct sr_str sha256)
{
	return sr_filter_hash((uint64_t)sr_text_rank(sha256));
}

static enum sr_code load(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(l, "SELECT sha256 FROM report", err);
	int rc;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		sr_filter_add(l->seen->filter, BLOCKS,
			      hash_of(sr_column(st, 0)));
	sqlite3_finalize(st);
	l->seen->all = rc == SQLITE_DONE;
	return l->seen->all ? SR_OK
			    : sr_sql_fail(l, "looking for a report", err);
}

static enum sr_code begin(struct sr_ledger *l, struct sr_err *err)
{
	struct sr_seen *s;

	sr_arena_reset(&l->seen_mem);
	s = SR_NEW(&l->seen_mem, struct sr_seen, 1);
	if (s)
		s->filter = SR_NEW(&l->seen_mem, uint64_t, BLOCKS * 8);
	if (!s || !s->filter)
		return sr_fail_nomem(err, l->path);
	s->rows = sr_sql_number(l, "SELECT max(id) FROM report");
	s->all = s->rows == 0;
	l->seen = s;
	return SR_OK;
}

enum sr_code sr_seen_may(struct sr_ledger *l, const char *sha256, bool *may,
			 struct sr_err *err)
{
	enum sr_code code = l->seen ? SR_OK : begin(l, err);

	*may = true;
	if (!code && !l->seen->all && l->seen->asked++ * PAYS >= l->seen->rows)
		code = load(l, err);
	if (!code && l->seen->all)
		*may = sr_filter_has(l->seen->filter, BLOCKS,
				     hash_of(sr_str_of(sha256)));
	return code;
}

void sr_seen_put(struct sr_ledger *l, const char *sha256)
{
	if (l->seen)
		sr_filter_add(l->seen->filter, BLOCKS,
			      hash_of(sr_str_of(sha256)));
}
