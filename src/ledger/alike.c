/* Which reports are one voice's, kept up as they come: the same as
 * sr_alike_all gives for all of them (fuse/alike.h), in the report's own
 * transaction. A new report is compared with the first few under each of its
 * marks. Where it comes to be among the first itself, those under that mark
 * are compared with it, and whoever had to leave that place loses what only
 * that place had found. */
#include <stdlib.h>

#include "base/order.h"
#include "ledger/hubs.h"
#include "ledger/recall.h"
#include "ledger/sheaf.h"
#include "ledger/signs.h"

/* A report that is no longer among the first under a mark. */
struct leaving {
	uint64_t mark;
	int64_t before[SR_HUBS]; /* those that came first, itself the last */
	int64_t report;
};

struct newcomer {
	struct sr_ledger *l;
	struct sr_err *err;
	int64_t report, rank;
	uint64_t nmark; /* of the proof: of all reports */
	struct sr_terms words;
	struct sr_sketch sketch;
	struct sr_shingles shingles;
	struct sr_held held;
	SR_LIST(int64_t) near;	  /* to be compared */
	SR_LIST(struct leaving) leaving;
};

static enum sr_code nomem(struct newcomer *n)
{
	return sr_fail_nomem(n->err, n->l->path);
}

/* Steps a statement that finds rows. */
static enum sr_code next(struct newcomer *n, sqlite3_stmt *st, bool *more)
{
	int rc = sqlite3_step(st);

	*more = rc == SQLITE_ROW;
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		return SR_OK;
	return sr_sql_fail(n->l, "looking for the same text", n->err);
}

/* A fixed statement with its one parameter. */
static sqlite3_stmt *ask(struct newcomer *n, enum sr_sql which, int64_t value)
{
	struct sr_bind b = { .st = sr_sql_get(n->l, which, n->err) };

	if (b.st)
		sr_bind_int(&b, value);
	return b.st;
}

/* Sketches as bytes */

static struct sr_str pack(const struct sr_sketch *s, struct sr_arena *mem)
{
	unsigned char *p = sr_arena_raw(mem, s->nmark, 8);

	for (uint32_t i = 0; p && i < s->nmark; i++)
		for (int k = 0; k < 8; k++)
			p[i * 8 + (uint32_t)k] =
				(unsigned char)(s->mark[i] >> (56 - 8 * k));
	return (struct sr_str){ (char *)p, (size_t)s->nmark * 8 };
}

static bool unpack(struct sr_str bytes, struct sr_arena *mem,
		   struct sr_sketch *out)
{
	const unsigned char *p = (const unsigned char *)bytes.s;

	out->nmark = (uint32_t)(bytes.n / 8);
	out->mark = SR_NEW(mem, uint64_t, out->nmark);
	for (uint32_t i = 0; out->mark && i < out->nmark; i++)
		for (int k = 0; k < 8; k++)
			out->mark[i] = out->mark[i] << 8 | *p++;
	return out->mark != NULL;
}

static enum sr_code load_sketch(struct newcomer *n, int64_t report,
				struct sr_arena *mem, struct sr_sketch *out)
{
	struct sr_shingles shingles;

	if (sr_recall_find(n->l, report, out, &shingles))
		return SR_OK;
	*out = (struct sr_sketch){ NULL, 0 };
	sqlite3_stmt *st = ask(n, SR_SQL_FIND_SKETCH, report);
	bool more = false;
	enum sr_code code = st ? next(n, st, &more) : SR_DATABASE;

	if (more && !unpack(sr_column(st, 0), mem, out))
		code = nomem(n);
	sqlite3_reset(st);
	return code;
}

/* Who is to be compared */

/* Sorted and each once. */
static size_t tidy(int64_t *row, size_t n)
{
	size_t kept = 0;

	if (n)
		qsort(row, n, sizeof(*row), sr_by_i64);
	for (size_t i = 0; i < n; i++)
		if (!kept || row[i] != row[kept - 1])
			row[kept++] = row[i];
	return kept;
}

static bool push(struct newcomer *n, int64_t report)
{
	int64_t *row = SR_PUSH(&n->l->own, &n->near);

	if (row)
		*row = report;
	return row != NULL;
}

static bool gather_one(void *user, int64_t rank, int64_t report)
{
	(void)rank;
	return push(user, report);
}

/* All under a mark: the newcomer will be among the first. */
static enum sr_code gather_all(struct newcomer *n, uint64_t mark)
{
	const struct sr_sheaf_ask ask = { mark, SIZE_MAX, gather_one, n,
					  true };

	return sr_sheaf_find(n->l, &ask, n->err);
}

/* Those under a mark that the newcomer is to be compared with. */
static enum sr_code gather(struct newcomer *n, uint64_t mark)
{
	struct sr_first first;
	enum sr_code code = sr_hubs_find(n->l, mark, &first, n->err);
	struct leaving *gone = NULL;
	int64_t tail[SR_TAIL];

	for (uint32_t i = 0; !code && i < first.n; i++)
		if (!push(n, first.report[i]))
			code = nomem(n);
	if (code || first.n < SR_HUBS || n->rank >= first.rank[SR_HUBS - 1])
		return code;
	gone = SR_PUSH(&n->l->own, &n->leaving);
	if (!gone)
		return nomem(n);
	gone->mark = mark;
	memcpy(gone->before, first.report, sizeof(gone->before));
	gone->report = first.report[SR_HUBS - 1];
	if (first.more)
		return gather_all(n, mark);
	sr_hubs_tail(n->l, &first, tail);
	for (uint32_t i = 0; i < first.ntail; i++)
		if (!push(n, tail[i]))
			return nomem(n);
	return SR_OK;
}

static enum sr_code put_mark(struct newcomer *n, uint64_t mark)
{
	const struct sr_entry e = { mark, n->rank, n->report };

	sr_hubs_put(n->l, mark, n->rank, n->report);
	return sr_sheaf_put(n->l, &e, n->err);
}

static enum sr_code put_sketch(struct newcomer *n)
{
	struct sr_bind b = { .st = sr_sql_get(n->l, SR_SQL_PUT_SKETCH,
					      n->err) };
	struct sr_str marks = pack(&n->sketch, &n->l->own);

	if (!b.st)
		return SR_DATABASE;
	if (!marks.s)
		return nomem(n);
	sr_bind_int(&b, n->report);
	sr_bind_int(&b, n->words.n);
	sr_bind_blob(&b, marks);
	return sr_sql_done(n->l, &b, "keeping a report", n->err);
}

/* Comparing */

static const char *kind_name(enum sr_alike kind)
{
	static const char *const NAME[] = { "", "same", "in", "holds" };

	return NAME[kind];
}

static enum sr_code put_alike(struct newcomer *n, int64_t report, int64_t other,
			      enum sr_alike kind, uint32_t shared)
{
	struct sr_bind b = { .st = sr_sql_get(n->l, SR_SQL_PUT_ALIKE, n->err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, report);
	sr_bind_int(&b, other);
	sr_bind_text(&b, sr_str_of(kind_name(kind)));
	sr_bind_int(&b, shared);
	return sr_sql_done(n->l, &b, "keeping a report", n->err);
}

/* Holds a text that is not remembered against the newcomer's. */
static enum sr_code overlap_with(struct newcomer *n, int64_t other,
				 const struct sr_sketch *sketch,
				 struct sr_overlap *overlap)
{
	sqlite3_stmt *st = ask(n, SR_SQL_FIND_TEXT, other);
	struct sr_arena *mem = &n->l->other;
	struct sr_shingles shingles;
	struct sr_terms words;
	bool more = false;
	enum sr_code code = st ? next(n, st, &more) : SR_DATABASE;

	if (more && (!sr_text_terms(sr_column(st, 0), mem, &words) ||
		     !sr_text_shingles(&words, mem, &shingles)))
		code = nomem(n);
	sqlite3_reset(st);
	if (code || !more)
		return code;
	sr_recall_put(n->l, other, sketch, &shingles);
	*overlap = sr_held_overlap(&n->held, &shingles);
	return SR_OK;
}

static enum sr_code compare(struct newcomer *n, int64_t other)
{
	struct sr_overlap overlap = { 0 };
	struct sr_shingles shingles;
	struct sr_sketch sketch;
	enum sr_code code = SR_OK;
	enum sr_alike kind;

	bool known = sr_recall_find(n->l, other, &sketch, &shingles);
	sr_arena_reset(&n->l->other);
	if (!known)
		code = load_sketch(n, other, &n->l->other, &sketch);
	if (code || !sr_sketches_meet(&n->sketch, &sketch))
		return code;
	if (known)
		overlap = sr_held_overlap(&n->held, &shingles);
	else
		code = overlap_with(n, other, &sketch, &overlap);
	if (code || (kind = sr_alike_of(&overlap)) == SR_ALIKE_NONE)
		return code;
	sr_signs_pair(n->l, other);
	sr_signs_pair(n->l, n->report);
	code = put_alike(n, n->report, other, kind, overlap.a);
	return code ? code
		    : put_alike(n, other, n->report, sr_alike_other_side(kind),
				overlap.b);
}

/* Those that had to leave */

static bool is_first(const struct sr_first *first, int64_t report)
{
	bool is = false;

	for (uint32_t i = 0; i < first->n; i++)
		is = is || first->report[i] == report;
	return is;
}

/* Is another one among the first under a mark of a sketch? That shows that it
 * has the mark. */
static enum sr_code leads_to(struct newcomer *n, const struct sr_sketch *own,
			     int64_t other, bool *found)
{
	struct sr_first first;
	enum sr_code code = SR_OK;

	for (uint32_t i = 0; !code && !*found && i < own->nmark; i++) {
		if (!sr_signs_may_have(n->l, other, own->mark[i]))
			continue;
		code = sr_hubs_find(n->l, own->mark[i], &first, n->err);
		*found = !code && is_first(&first, other);
	}
	return code;
}

/* Drops a pair that no mark leads to any more. Most have a mark that few others
 * have: then both come first under it, and one's sketch is enough. */
static enum sr_code recheck(struct newcomer *n, int64_t a, int64_t b)
{
	struct sr_sketch of_a, of_b;
	bool found = false;

	sr_arena_reset(&n->l->other);
	enum sr_code code = load_sketch(n, a, &n->l->other, &of_a);
	if (!code)
		code = leads_to(n, &of_a, b, &found);
	if (!code && !found)
		code = load_sketch(n, b, &n->l->other, &of_b);
	if (!code && !found)
		code = leads_to(n, &of_b, a, &found);
	if (code || found)
		return code;
	struct sr_bind bind = { .st = sr_sql_get(n->l, SR_SQL_DROP_ALIKE,
						 n->err) };
	if (!bind.st)
		return SR_DATABASE;
	sr_bind_int(&bind, a);
	sr_bind_int(&bind, b);
	return sr_sql_done(n->l, &bind, "keeping a report", n->err);
}

/* May a pair have been found by the mark that one of it left, and by that
 * alone? Not if the other lacks the mark, nor if that is still among the first.
 */
static bool may_part(struct newcomer *n, const struct leaving *gone,
		     int64_t other)
{
	for (uint32_t i = 0; i < SR_HUBS; i++)
		if (gone->before[i] == other)
			return false;
	return other != n->report && sr_signs_may_have(n->l, other, gone->mark);
}

static enum sr_code recheck_all(struct newcomer *n, const struct leaving *gone)
{
	SR_LIST(int64_t) rows = { 0 };
	enum sr_code code = SR_OK;
	sqlite3_stmt *st;
	bool more = true;

	if (!sr_signs_may_pair(n->l, gone->report))
		return SR_OK;
	st = ask(n, SR_SQL_FIND_ALIKE, gone->report);
	if (!st)
		return SR_DATABASE;
	while (!code && !(code = next(n, st, &more)) && more) {
		int64_t other = sqlite3_column_int64(st, 0), *row;
		if (!may_part(n, gone, other))
			continue;
		row = SR_PUSH(&n->l->own, &rows);
		if (row)
			*row = other;
		else
			code = nomem(n);
	}
	sqlite3_reset(st);
	for (size_t i = 0; !code && i < rows.nitem; i++)
		code = recheck(n, gone->report, rows.items[i]);
	return code;
}

enum sr_code sr_alike_put(struct sr_ledger *l, int64_t report,
			  struct sr_str sha256, struct sr_str text,
			  struct sr_err *err)
{
	struct newcomer n = { .l = l, .err = err, .report = report };
	enum sr_code code;

	sr_arena_reset(&l->own);
	n.rank = sr_text_rank(sha256);
	if (!sr_text_terms(text, &l->own, &n.words) ||
	    !sr_text_sketch(&n.words, &l->own, &n.sketch) ||
	    !sr_text_shingles(&n.words, &l->own, &n.shingles) ||
	    !sr_text_hold(&n.shingles, &l->own, &n.held))
		return nomem(&n);
	code = sr_hubs_begin(l, err);
	if (!code)
		code = put_sketch(&n);
	if (!code)
		code = sr_signs_begin(l, report, &n.sketch, err);
	if (!code)
		sr_recall_put(l, report, &n.sketch, &n.shingles);
	for (uint32_t i = 0; !code && i < n.sketch.nmark; i++) {
		code = gather(&n, n.sketch.mark[i]);
		if (!code)
			code = put_mark(&n, n.sketch.mark[i]);
	}
	/* Twice looked at costs less than sorting all. */
	n.near.nitem = sr_signs_sift(l, n.near.items, n.near.nitem);
	n.near.nitem = tidy(n.near.items, n.near.nitem);
	for (size_t i = 0; !code && i < n.near.nitem; i++)
		code = compare(&n, n.near.items[i]);
	for (size_t i = 0; !code && i < n.leaving.nitem; i++)
		code = recheck_all(&n, &n.leaving.items[i]);
	return code;
}

enum sr_code sr_alike_fill(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l, "SELECT id, sha256, text FROM report ORDER BY sha256", err);
	enum sr_code code = st ? SR_OK : SR_DATABASE;
	int rc = SQLITE_DONE;

	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		code = sr_alike_put(l, sqlite3_column_int64(st, 0),
				    sr_column(st, 1), sr_column(st, 2), err);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "bringing the ledger up to date", err);
	sqlite3_finalize(st);
	return code ? code : sr_sheaf_flush(l, err);
}

/* Proof */

static enum sr_code wrong(struct newcomer *n, const char *what,
			  struct sr_str id)
{
	return sr_fail(n->err, SR_REFUSED, n->l->path, "%s: %.*s", what,
		       (int)id.n, id.n ? id.s : "");
}

/* The report among those that are found. */
struct finding {
	int64_t rank, report;
	bool found;
};

static bool find_one(void *user, int64_t rank, int64_t report)
{
	struct finding *f = user;

	f->found = f->found || (rank == f->rank && report == f->report);
	return true;
}

/* Can it be found by all marks of its sketch? */
static enum sr_code prove_marks(struct newcomer *n, bool *found)
{
	struct finding f = { n->rank, n->report, true };
	enum sr_code code = SR_OK;

	for (uint32_t i = 0; !code && f.found && i < n->sketch.nmark; i++) {
		const struct sr_sheaf_ask ask = { n->sketch.mark[i], SIZE_MAX,
						  find_one, &f, false };
		f.found = false;
		code = sr_sheaf_find(n->l, &ask, n->err);
	}
	*found = f.found;
	n->nmark += n->sketch.nmark;
	return code;
}

/* A report's row: id, sha256, text, marks; and how many words. */
static enum sr_code prove_report(struct newcomer *n, sqlite3_stmt *st)
{
	struct sr_str kept = sr_column(st, 3);

	sr_arena_reset(&n->l->own);
	if (!sr_text_terms(sr_column(st, 2), &n->l->own, &n->words) ||
	    !sr_text_sketch(&n->words, &n->l->own, &n->sketch))
		return nomem(n);
	struct sr_str marks = pack(&n->sketch, &n->l->own);
	if (!marks.s)
		return nomem(n);
	n->report = sqlite3_column_int64(st, 0);
	n->rank = sr_text_rank(sr_column(st, 1));
	bool found = true;
	enum sr_code code = prove_marks(n, &found);
	if (code)
		return code;
	if (!found || !sr_str_equal(kept, marks) ||
	    sqlite3_column_int64(st, 4) != (int64_t)n->words.n)
		return wrong(n, "not the marks of its text, report",
			     sr_column(st, 1));
	return SR_OK;
}

/* A pair's row: both texts, the kind, the words shared, their hash. */
static enum sr_code prove_pair(struct newcomer *n, sqlite3_stmt *st)
{
	struct sr_overlap overlap;
	struct sr_terms other;

	sr_arena_reset(&n->l->own);
	if (!sr_text_terms(sr_column(st, 0), &n->l->own, &n->words) ||
	    !sr_text_terms(sr_column(st, 1), &n->l->own, &other) ||
	    !sr_text_overlap(&n->words, &other, &n->l->own, &overlap))
		return nomem(n);
	enum sr_alike kind = sr_alike_of(&overlap);
	if (kind == SR_ALIKE_NONE ||
	    !sr_str_is(sr_column(st, 2), kind_name(kind)) ||
	    !sr_str_is(sr_column(st, 5),
		       kind_name(sr_alike_other_side(kind))) ||
	    sqlite3_column_int64(st, 3) != overlap.a ||
	    sqlite3_column_int64(st, 6) != overlap.b)
		return wrong(n, "not as like another as it says, report",
			     sr_column(st, 4));
	return SR_OK;
}

static enum sr_code prove_pairs(struct newcomer *n)
{
	sqlite3_stmt *st = sr_sql_prepare(
		n->l,
		"SELECT r.text, o.text, a.kind, a.shared, r.sha256, b.kind, "
		"b.shared FROM alike a JOIN report r ON r.id = a.report "
		"JOIN report o ON o.id = a.other LEFT JOIN alike b ON "
		"b.report = a.other AND b.other = a.report "
		"WHERE b.report IS NULL OR a.report < a.other",
		n->err);
	enum sr_code code = st ? SR_OK : SR_DATABASE;
	bool more = true;

	while (!code && !(code = next(n, st, &more)) && more)
		code = prove_pair(n, st);
	sqlite3_finalize(st);
	return code;
}

enum sr_code sr_alike_prove(struct sr_ledger *l, struct sr_err *err)
{
	struct newcomer n = { .l = l, .err = err };
	uint64_t entries = 0;
	enum sr_code code = sr_sheaf_prove(l, &entries, err);
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT r.id, r.sha256, r.text, s.marks, s.nword "
		"FROM report r LEFT JOIN sketch s ON s.report = r.id",
		err);
	bool more = true;

	if (!code && !st)
		code = SR_DATABASE;
	while (!code && !(code = next(&n, st, &more)) && more)
		code = prove_report(&n, st);
	sqlite3_finalize(st);
	/* Each mark is there; are there others? */
	if (!code && n.nmark != entries)
		code = sr_fail(err, SR_REFUSED, l->path,
			       "marks of texts that are not there");
	return code ? code : prove_pairs(&n);
}
