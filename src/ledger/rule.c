/* Decisions applied to the claims of a report: the table `ruled`.
 *
 * First every claim that was ever decided on is looked for in the reading that
 * stands: by its key; then, for those that are left, by type and overlapping
 * evidence, the widest overlap first. Then the decisions that are not undone
 * are gone through in their order. All of it is a function of the decisions and
 * the readings, so that it does not matter which came first. A report has a
 * handful of decisions at most, nearly all have none. */
#include "ledger/decision.h"
#include "ledger/sqlite.h"

/* 1. What anchors hold on to. */

static enum sr_code load_anchors(struct sr_ledger *l, struct sr_arena *mem,
				 struct sr_matches *out, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_get(l, SR_SQL_FIND_ANCHORS, err);
	int rc;

	if (!st)
		return SR_DATABASE;
	sqlite3_bind_int64(st, 1, out->report);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_match *m = SR_PUSH(mem, &out->items);
		if (!m)
			break;
		m->key = sr_column_copy(st, 0, mem);
		m->type = sr_column_copy(st, 1, mem);
		m->at.from = (uint32_t)sqlite3_column_int64(st, 2);
		m->at.to = (uint32_t)sqlite3_column_int64(st, 3);
		m->hold = SR_HOLD_OF_NONE;
		out->run = sqlite3_column_int64(st, 4);
	}
	enum sr_code code = SR_OK;
	if (mem->full)
		code = sr_fail_nomem(err, "decisions");
	else if (rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading decisions", err);
	sqlite3_reset(st);
	return code;
}

static bool taken(const struct sr_matches *all, int64_t claim)
{
	for (size_t i = 0; i < all->items.nitem; i++)
		if (all->items.items[i].claim == claim)
			return true;
	return false;
}

/* The claim for a match by the statement of a pass: its first row that is not
 * taken yet. */
static enum sr_code find_one(struct sr_ledger *l, sqlite3_stmt *st,
			     const struct sr_matches *all, struct sr_match *m,
			     struct sr_err *err)
{
	int rc;

	sqlite3_bind_int64(st, 1, all->report);
	sqlite3_bind_int64(st, 2, all->run);
	sqlite3_bind_text64(st, 3, m->key.s, m->key.n, SQLITE_STATIC,
			    SQLITE_UTF8);
	if (sqlite3_bind_parameter_count(st) > 3) {
		sqlite3_bind_text64(st, 4, m->type.s, m->type.n, SQLITE_STATIC,
				    SQLITE_UTF8);
		sqlite3_bind_int64(st, 5, m->at.from);
		sqlite3_bind_int64(st, 6, m->at.to);
	}
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		int64_t claim = sqlite3_column_int64(st, 0);
		if (taken(all, claim))
			continue;
		m->claim = claim;
		break;
	}
	enum sr_code code = SR_OK;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading claims", err);
	sqlite3_reset(st);
	return code;
}

enum sr_code sr_match_report(struct sr_ledger *l, int64_t report,
			     struct sr_arena *mem, struct sr_matches *out,
			     struct sr_err *err)
{
	static const struct {
		uint8_t hold;
		const char *sql;
	} PASS[] = {
		{ SR_HOLD_OF_KEY,
		  "SELECT id FROM claim WHERE report = ?1 AND run = ?2 "
		  "AND key = ?3" },
		{ SR_HOLD_OF_WORDS,
		  "SELECT id FROM claim WHERE report = ?1 AND run = ?2 "
		  "AND key <> ?3 AND type = ?4 AND evidence_from < ?6 AND "
		  "evidence_to > ?5 ORDER BY min(evidence_to, ?6) - "
		  "max(evidence_from, ?5) DESC, key" },
		{ SR_HOLD_OF_OWN,
		  "SELECT id FROM claim WHERE report = ?1 AND run < ?2 "
		  "AND key = ?3 ORDER BY run DESC" },
	};
	*out = (struct sr_matches){ .report = report };
	enum sr_code code = load_anchors(l, mem, out, err);

	for (size_t p = 0; p < 3 && !code && out->items.nitem; p++) {
		sqlite3_stmt *st = sr_sql_prepare(l, PASS[p].sql, err);
		if (!st)
			return SR_DATABASE;
		for (size_t i = 0; !code && i < out->items.nitem; i++) {
			struct sr_match *m = &out->items.items[i];
			if (m->claim)
				continue;
			code = find_one(l, st, out, m, err);
			if (m->claim)
				m->hold = PASS[p].hold;
		}
		sqlite3_finalize(st);
	}
	return code;
}

/* 2. Decisions applied. */

/* The slots of a correction put over a row of `ruled`. */
static const char *const SET[SR_SLOTS] = {
#define SET_OF(columns)                                                        \
	"UPDATE ruled SET (" columns ") = (SELECT " columns                    \
	" FROM correction WHERE decision = ?1) WHERE id = ?2"
	[SR_SLOT_TYPE] = "UPDATE ruled SET type = (SELECT type FROM "
			 "correction WHERE decision = ?1) WHERE id = ?2",
	[SR_SLOT_STATUS] = "UPDATE ruled SET status = (SELECT status FROM "
			   "correction WHERE decision = ?1) WHERE id = ?2",
	[SR_SLOT_ACTOR] = SET_OF(SR_ACTOR_COLUMNS),
	[SR_SLOT_TARGET] = SET_OF(SR_TARGET_COLUMNS),
	[SR_SLOT_PLACE] = SET_OF(SR_PLACE_COLUMNS),
	[SR_SLOT_DATE] = SET_OF(SR_DAY_COLUMNS),
	[SR_SLOT_NUMBER] = SET_OF(SR_COUNT_COLUMNS),
	/* Who that is the tables are not asked: his name says it. */
	[SR_SLOT_SPEAKER] =
		"UPDATE ruled SET voice = NULL, (" SR_SPEAKER_COLUMNS
		") = (SELECT " SR_SPEAKER_COLUMNS " FROM correction "
		"WHERE decision = ?1) WHERE id = ?2",
#undef SET_OF
};

/* Runs a statement with a decision's id and a row bound, as ?1 and ?2. */
static enum sr_code run_on(struct sr_ledger *l, const char *sql,
			   struct sr_str decision, int64_t row,
			   struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_prepare(l, sql, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, decision);
	sr_bind_int(&b, row);
	enum sr_code code = sr_sql_done(l, &b, "applying a decision", err);
	sqlite3_finalize(b.st);
	return code;
}

static enum sr_code set_slots(struct sr_ledger *l, struct sr_str decision,
			      unsigned sets, int64_t row, struct sr_err *err)
{
	enum sr_code code = SR_OK;

	for (unsigned s = 0; !code && s < SR_SLOTS; s++)
		if (sets & SR_BIT_OF(s))
			code = run_on(l, SET[s], decision, row, err);
	return code;
}

/* What the decisions on one claim come to. */
struct ruling {
	enum sr_verdict verdict;
	bool corrected;
	struct sr_str last; /* decision */
	SR_LIST(struct {
		struct sr_str id;
		unsigned sets;
	})
	corrections;
};

static unsigned read_sets(struct sr_str list)
{
	unsigned sets = 0;

	while (list.s)
		sets |= SR_BIT_OF(sr_slot_of(sr_str_cut(&list, ' ')));
	return sets;
}

static bool add_decision(struct ruling *r, sqlite3_stmt *st,
			 struct sr_arena *mem)
{
	r->last = sr_column_copy(st, 0, mem);
	switch (sr_verb_of(sr_column(st, 1))) {
	case SR_VERB_REJECT:
		r->verdict = SR_VERDICT_REJECTED;
		return true;
	case SR_VERB_ACCEPT:
		r->verdict = r->corrected ? SR_VERDICT_CORRECTED
					  : SR_VERDICT_ACCEPTED;
		return true;
	default:
		break;
	}
	void *room = SR_PUSH(mem, &r->corrections);
	r->verdict = SR_VERDICT_CORRECTED;
	r->corrected = true;
	if (!room)
		return false;
	size_t n = r->corrections.nitem - 1;
	r->corrections.items[n].id = r->last;
	r->corrections.items[n].sets = read_sets(sr_column(st, 2));
	return true;
}

/* The decisions on a key that count, in order. */
static enum sr_code gather(struct sr_ledger *l, const struct sr_match *m,
			   struct sr_arena *mem, struct ruling *out,
			   struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT d.id, d.verb, coalesce(k.sets, '') "
		"FROM decision_claim c JOIN decision d ON d.id = c.decision "
		"LEFT JOIN correction k ON k.decision = d.id WHERE c.key = ? "
		"AND d.verb IN ('accept', 'reject', 'correct') AND NOT EXISTS "
		"(SELECT 1 FROM decision u WHERE u.undoes = d.id) "
		"ORDER BY d.at, d.nth, d.id",
		err);
	int rc = SQLITE_DONE;
	bool ok = true;

	if (!st)
		return SR_DATABASE;
	sqlite3_bind_text64(st, 1, m->key.s, m->key.n, SQLITE_STATIC,
			    SQLITE_UTF8);
	while (ok && (rc = sqlite3_step(st)) == SQLITE_ROW)
		ok = add_decision(out, st, mem);
	enum sr_code code = SR_OK;
	if (!ok || mem->full)
		code = sr_fail_nomem(err, "decisions");
	else if (rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading decisions", err);
	sqlite3_finalize(st);
	return code;
}

static enum sr_code put_ruled(struct sr_ledger *l, int64_t run,
			      const struct sr_match *m, const struct ruling *r,
			      struct sr_err *err)
{
	static const char *const VERDICT[] = { "", "accepted", "rejected",
					       "corrected" };
	struct sr_bind b = {
		.st = sr_sql_prepare(
			l,
			"INSERT INTO ruled (id, report, run, " SR_CLAIM_COLUMNS
			", voice, anchor, verdict, decision) SELECT id, report, "
			"?, " SR_CLAIM_COLUMNS ", voice, ?, ?, ? FROM claim "
			"WHERE id = ?",
			err)
	};

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, run);
	sr_bind_text(&b, m->key);
	sr_bind_text(&b, sr_str_of(VERDICT[r->verdict]));
	sr_bind_text(&b, r->last);
	sr_bind_int(&b, m->claim);
	enum sr_code code = sr_sql_done(l, &b, "applying a decision", err);
	sqlite3_finalize(b.st);
	for (size_t i = 0; !code && i < r->corrections.nitem; i++)
		code = set_slots(l, r->corrections.items[i].id,
				 r->corrections.items[i].sets, m->claim, err);
	return code;
}

static enum sr_code rule_all(struct sr_ledger *l, const struct sr_matches *all,
			     struct sr_arena *mem, struct sr_err *err)
{
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < all->items.nitem; i++) {
		const struct sr_match *m = &all->items.items[i];
		struct ruling ruling = { .verdict = SR_VERDICT_NONE };
		if (!m->claim)
			continue;
		code = gather(l, m, mem, &ruling, err);
		/* What no reading has any more is kept for the person who
		 * stands for it; what was rejected is gone anyway. */
		if (code || ruling.verdict == SR_VERDICT_NONE ||
		    (m->hold == SR_HOLD_OF_OWN &&
		     ruling.verdict == SR_VERDICT_REJECTED))
			continue;
		code = put_ruled(l, all->run, m, &ruling, err);
	}
	return code;
}

static enum sr_code drop_ruled(struct sr_ledger *l, int64_t report,
			       struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_DROP_RULED, err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, report);
	return sr_sql_done(l, &b, "applying a decision", err);
}

enum sr_code sr_rule_report(struct sr_ledger *l, int64_t report,
			    struct sr_err *err)
{
	struct sr_matches all;
	struct sr_arena mem;

	sr_arena_init(&mem, (size_t)64 << 20);
	enum sr_code code = sr_match_report(l, report, &mem, &all, err);
	if (!code)
		code = drop_ruled(l, report, err);
	if (!code)
		code = rule_all(l, &all, &mem, err);
	sr_arena_release(&mem);
	return code;
}

/* 3. The proof: made anew in a table that hides the one of the file. */

enum sr_code sr_rule_every(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT id FROM report WHERE sha256 IN "
		"(SELECT sha256 FROM decision_claim) ORDER BY id",
		err);
	enum sr_code code = SR_OK;
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		code = sr_rule_report(l, sqlite3_column_int64(st, 0), err);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "checking", err);
	sqlite3_finalize(st);
	return code;
}

enum sr_code sr_rule_prove(struct sr_ledger *l, struct sr_err *err)
{
	int64_t fixed = sr_sql_number(l, "PRAGMA query_only");
	enum sr_code code =
		sr_sql_run(l,
			   "PRAGMA query_only = OFF;"
			   "PRAGMA temp_store = MEMORY;"
			   "CREATE TEMP TABLE ruled AS SELECT * FROM "
			   "main.ruled WHERE 0",
			   err);

	if (!code)
		code = sr_rule_every(l, err);
	if (!code)
		code = sr_sql_none(
			l,
			"SELECT key FROM (SELECT * FROM (SELECT * FROM "
			"temp.ruled EXCEPT SELECT * FROM main.ruled) UNION ALL "
			"SELECT * FROM (SELECT * FROM main.ruled EXCEPT "
			"SELECT * FROM temp.ruled)) ORDER BY key LIMIT 1",
			"stands otherwise than decided, claim:", "", err);
	sqlite3_exec(l->db, "DROP TABLE IF EXISTS temp.ruled", NULL, NULL,
		     NULL);
	sr_sql_fix_again(l, fixed);
	return code;
}
