/* The ledger proved: see sr_ledger_prove. Each check names the first thing that
 * is wrong and where. */
#include "ledger/sqlite.h"

#include <stdio.h>
#include <stdlib.h>

struct prover {
	struct sr_ledger *l;
	struct sr_proof *proof;
	struct sr_err *err;
	sqlite3_stmt *report, *name, *reading, *claims, *remarks, *refusal,
		*run;
	sqlite3_stmt *end, *aside, *fetch, *body;
	size_t naside, nfetch, nbody;
	size_t nname, nrefusal, nrun, nremark, ndecision, nend; /* rows that the
							     log speaks of */
};

static enum sr_code wrong(struct prover *p, const char *what, struct sr_str id)
{
	return sr_fail(p->err, SR_REFUSED, p->l->path, "%s: %.*s", what,
		       (int)(id.n > 100 ? 100 : id.n), id.n ? id.s : "");
}

/* The file's own structure and the references between tables. */
static enum sr_code structure(struct prover *p)
{
	sqlite3_stmt *st =
		sr_sql_prepare(p->l, "PRAGMA integrity_check(1)", p->err);
	enum sr_code code = SR_OK;

	if (!st)
		return SR_DATABASE;
	if (sqlite3_step(st) != SQLITE_ROW)
		code = sr_sql_fail(p->l, "checking", p->err);
	else if (!sr_str_is(sr_column(st, 0), "ok"))
		code = wrong(p, "damaged", sr_column(st, 0));
	sqlite3_finalize(st);
	if (code)
		return code;
	st = sr_sql_prepare(p->l, "PRAGMA foreign_key_check", p->err);
	if (!st)
		return SR_DATABASE;
	if (sqlite3_step(st) == SQLITE_ROW)
		code = wrong(p, "a row points at none, in table",
			     sr_column(st, 0));
	sqlite3_finalize(st);
	return code;
}

/* A report has the bytes it came with. */
static enum sr_code check_bytes(struct prover *p)
{
	sqlite3_stmt *st = sr_sql_prepare(
		p->l, "SELECT sha256, coalesce(received, text) FROM report",
		p->err);
	enum sr_code code = SR_OK;
	char hex[SR_HEX];
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		sr_sha256(sr_column(st, 1), hex);
		p->proof->nreport++;
		if (!sr_str_is(sr_column(st, 0), hex))
			code = wrong(p,
				     "not the bytes that were received, "
				     "report",
				     sr_column(st, 0));
	}
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(p->l, "checking reports", p->err);
	sqlite3_finalize(st);
	return code;
}

/* Evidence is what stands at its place; readings have as many claims as they
 * say. */
static enum sr_code check_evidence(struct prover *p)
{
	static const char *const WRONG[][2] = {
		{ "SELECT c.key FROM claim c JOIN report r ON r.id = c.report "
		  "WHERE CAST(c.words AS BLOB) IS NOT "
		  "substr(CAST(r.text AS BLOB), c.evidence_from + 1, "
		  "c.evidence_to - c.evidence_from) LIMIT 1",
		  "evidence is not what stands at its place, claim" },
		{ "SELECT r.sha256 FROM reading g JOIN report r "
		  "ON r.id = g.report WHERE g.nclaim IS NOT (SELECT count(*) "
		  "FROM claim c WHERE c.report = g.report AND c.run = g.run) "
		  "LIMIT 1",
		  "a reading lacks claims, report" },
		{ "SELECT m.key FROM remark m JOIN report r ON r.id = m.report "
		  "WHERE CAST(m.words AS BLOB) IS NOT "
		  "substr(CAST(r.text AS BLOB), m.at_from + 1, "
		  "m.at_to - m.at_from) LIMIT 1",
		  "words are not what stands at their place, remark" },
		{ "SELECT sha256 FROM report r WHERE run IS NOT "
		  "(SELECT max(g.run) FROM reading g WHERE g.report = r.id) "
		  "LIMIT 1",
		  "not its last reading stands, report" },
	};
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < sizeof(WRONG) / sizeof(*WRONG); i++) {
		sqlite3_stmt *st = sr_sql_prepare(p->l, WRONG[i][0], p->err);
		if (!st)
			return SR_DATABASE;
		int rc = sqlite3_step(st);
		if (rc == SQLITE_ROW)
			code = wrong(p, WRONG[i][1], sr_column(st, 0));
		else if (rc != SQLITE_DONE)
			code = sr_sql_fail(p->l, "checking", p->err);
		sqlite3_finalize(st);
	}
	return code;
}

/* The digest of all rows that a bound statement gives; how many there were. */
static size_t digest_rows(struct sr_digest *d, sqlite3_stmt *st, int later)
{
	size_t n = 0;

	for (; sqlite3_step(st) == SQLITE_ROW; n++)
		sr_digest_row(d, st, later);
	sqlite3_reset(st);
	return n;
}

static void bind(sqlite3_stmt *st, int i, struct sr_str s)
{
	sqlite3_bind_text64(st, i, s.n ? s.s : "", s.n, SQLITE_STATIC,
			    SQLITE_UTF8);
}

/* What a row of the log is about, digested anew. False if it is not there. */
static bool digest_subject(struct prover *p, const struct sr_log_row *row,
			   struct sr_digest *d)
{
	struct sr_str rest = row->subject, sha = sr_str_cut(&rest, '/');
	size_t n = 0;

	if (sr_str_is(row->kind, "report")) {
		bind(p->report, 1, sha);
		n = digest_rows(d, p->report, 0);
	} else if (sr_str_is(row->kind, "name")) {
		bind(p->name, 1, sha);
		bind(p->name, 2, rest);
		p->nname += n = digest_rows(d, p->name, 0);
	} else if (sr_str_is(row->kind, "reading")) {
		bind(p->reading, 1, sha);
		bind(p->reading, 2, rest);
		bind(p->claims, 1, sha);
		bind(p->claims, 2, rest);
		p->proof->nreading += n = digest_rows(d, p->reading, 4);
		p->proof->nclaim += digest_rows(d, p->claims, 1);
		bind(p->remarks, 1, sha);
		bind(p->remarks, 2, rest);
		p->nremark += digest_rows(d, p->remarks, 0);
	} else if (sr_str_is(row->kind, "refusal")) {
		bind(p->refusal, 1, sha);
		p->nrefusal += n = digest_rows(d, p->refusal, 0);
	} else if (sr_str_is(row->kind, "aside")) {
		bind(p->aside, 1, sha);
		p->naside += n = digest_rows(d, p->aside, 0);
	} else if (sr_str_is(row->kind, "fetch")) {
		bind(p->fetch, 1, sha);
		p->nfetch += n = digest_rows(d, p->fetch, 0);
	} else if (sr_str_is(row->kind, "body")) {
		bind(p->body, 1, sha);
		p->nbody += n = digest_rows(d, p->body, 0);
	} else if (sr_str_is(row->kind, "run")) {
		bind(p->run, 1, sha);
		p->nrun += n = digest_rows(d, p->run, 0);
	} else if (sr_str_is(row->kind, "end")) {
		bind(p->end, 1, sha);
		p->nend += n = digest_rows(d, p->end, 0);
	} else if (sr_str_is(row->kind, "decision")) {
		p->ndecision += n = sr_decision_digest(p->l, sha, d, p->err);
	}
	return n == 1;
}

static enum sr_code check_row(struct prover *p, sqlite3_stmt *st)
{
	struct sr_log_row row = { .seq = sqlite3_column_int64(st, 0),
				  .at = sr_column(st, 1),
				  .kind = sr_column(st, 2),
				  .subject = sr_column(st, 3),
				  .digest = sr_column(st, 4) };
	char hash[SR_HEX], hex[SR_HEX];
	struct sr_digest d;

	sr_log_hash(p->proof->head, &row, hash);
	if (row.seq != (int64_t)++p->proof->nlog ||
	    !sr_str_is(sr_column(st, 5), hash))
		return wrong(p, "the log was changed, at the row about",
			     row.subject);
	memcpy(p->proof->head, hash, SR_HEX);
	sr_digest_init(&d);
	if (!digest_subject(p, &row, &d))
		return wrong(p, "what the log speaks of is not there",
			     row.subject);
	sr_digest_end(&d, hex);
	if (!sr_str_is(row.digest, hex))
		return wrong(p, "changed since it was kept", row.subject);
	return SR_OK;
}

/* Nothing is in the tables that is not in the log. */
static enum sr_code check_counts(struct prover *p)
{
	sqlite3_stmt *st = sr_sql_prepare(
		p->l,
		"SELECT (SELECT count(*) FROM reading), "
		"(SELECT count(*) FROM claim), (SELECT count(*) FROM "
		"name), (SELECT count(*) FROM refusal), "
		"(SELECT count(*) FROM run), (SELECT count(*) FROM log "
		"WHERE kind = 'report'), (SELECT count(*) FROM remark), "
		"(SELECT count(*) FROM decision), "
		/* Runs of schema 1 have no row for their end. */
		"(SELECT count(*) FROM run WHERE finished IS NOT NULL AND "
		"id >= (SELECT min(CAST(subject AS INTEGER)) FROM log "
		"WHERE kind = 'end')), "
		"(SELECT count(*) FROM decision_claim WHERE decision NOT IN "
		"(SELECT id FROM decision)), (SELECT count(*) FROM correction "
		"WHERE decision NOT IN (SELECT id FROM decision)), "
		"(SELECT count(*) FROM aside), (SELECT count(*) FROM fetch), "
		"(SELECT count(*) FROM body)",
		p->err);
	const size_t logged[] = { p->proof->nreading,
				  p->proof->nclaim,
				  p->nname,
				  p->nrefusal,
				  p->nrun,
				  p->proof->nreport,
				  p->nremark,
				  p->ndecision,
				  p->nend,
				  0,
				  0,
				  p->naside,
				  p->nfetch,
				  p->nbody };
	static const char *const WHAT[] = {
		"reading",	"claim",	 "name",      "refusal",
		"run",		"report",	 "remark",    "decision",
		"end of a run", "decided claim", "correction", "page set aside",
		"fetch",	"body"
	};
	enum sr_code code = SR_OK;

	if (!st)
		return SR_DATABASE;
	if (sqlite3_step(st) != SQLITE_ROW)
		code = sr_sql_fail(p->l, "checking", p->err);
	for (int i = 0; !code && i < (int)(sizeof(WHAT) / sizeof(*WHAT)); i++)
		if ((size_t)sqlite3_column_int64(st, i) != logged[i])
			code = wrong(p, "holds more or fewer than the log says",
				     sr_str_of(WHAT[i]));
	sqlite3_finalize(st);
	return code;
}

static bool prepare(struct prover *p)
{
	struct sr_ledger *l = p->l;
	struct sr_err *err = p->err;

	p->report = sr_sql_prepare(
		l, "SELECT " SR_REPORT_COLUMNS " FROM report WHERE sha256 = ?",
		err);
	p->name = sr_sql_prepare(l,
				 "SELECT n.name, n.learnt FROM name n JOIN "
				 "report r ON r.id = n.report WHERE "
				 "r.sha256 = ? AND n.name = ?",
				 err);
	p->reading = sr_sql_prepare(
		l,
		"SELECT " SR_READING_COLUMNS ", " SR_READING_LATER " FROM reading WHERE report = "
		"(SELECT id FROM report WHERE sha256 = ?) AND run = "
		"CAST(? AS INTEGER)",
		err);
	p->claims = sr_sql_prepare(
		l,
		"SELECT " SR_CLAIM_COLUMNS ", voice FROM claim WHERE report = "
		"(SELECT id FROM report WHERE sha256 = ?) AND run = "
		"CAST(? AS INTEGER) ORDER BY ord",
		err);
	p->remarks = sr_sql_prepare(
		l,
		"SELECT " SR_REMARK_COLUMNS " FROM remark WHERE report = "
		"(SELECT id FROM report WHERE sha256 = ?) AND run = "
		"CAST(? AS INTEGER) ORDER BY ord",
		err);
	p->refusal = sr_sql_prepare(l,
				    "SELECT " SR_REFUSAL_COLUMNS
				    " FROM refusal WHERE "
				    "id = CAST(? AS INTEGER)",
				    err);
	p->run = sr_sql_prepare(l,
				"SELECT program, kit, options, started FROM "
				"run WHERE id = CAST(? AS INTEGER)",
				err);
	p->end = sr_sql_prepare(l,
				"SELECT finished, nnew, nknown, nrefused FROM "
				"run WHERE id = CAST(? AS INTEGER)",
				err);
	p->aside = sr_sql_prepare(l,
				  "SELECT " SR_ASIDE_COLUMNS " FROM aside "
				  "WHERE id = CAST(? AS INTEGER)",
				  err);
	p->fetch = sr_sql_prepare(l,
				  "SELECT " SR_FETCH_COLUMNS " FROM fetch "
				  "WHERE id = CAST(? AS INTEGER)",
				  err);
	p->body = sr_sql_prepare(
		l, "SELECT sha256 FROM body WHERE sha256 = ?", err);
	return p->aside && p->fetch && p->body && p->end && p->report && p->name && p->reading && p->claims &&
	       p->remarks && p->refusal && p->run;
}

static void release(struct prover *p)
{
	sqlite3_finalize(p->report);
	sqlite3_finalize(p->name);
	sqlite3_finalize(p->reading);
	sqlite3_finalize(p->claims);
	sqlite3_finalize(p->remarks);
	sqlite3_finalize(p->refusal);
	sqlite3_finalize(p->run);
	sqlite3_finalize(p->end);
	sqlite3_finalize(p->aside);
	sqlite3_finalize(p->fetch);
	sqlite3_finalize(p->body);
}

static enum sr_code check_log(struct prover *p)
{
	sqlite3_stmt *st = sr_sql_prepare(
		p->l,
		"SELECT seq, at, kind, subject, digest, hash FROM log "
		"ORDER BY seq",
		p->err);
	enum sr_code code = st && prepare(p) ? SR_OK : SR_DATABASE;
	int rc = SQLITE_DONE;

	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		code = check_row(p, st);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(p->l, "checking the log", p->err);
	sqlite3_finalize(st);
	release(p);
	return code ? code : check_counts(p);
}

enum sr_code sr_ledger_prove(struct sr_ledger *ledger, struct sr_proof *proof,
			     struct sr_err *err)
{
	struct prover p = { .l = ledger, .proof = proof, .err = err };

	*proof = (struct sr_proof){ 0 };
	enum sr_code code = structure(&p);
	if (!code)
		code = check_bytes(&p);
	if (!code)
		code = sr_body_prove(ledger, err);
	if (!code)
		code = check_evidence(&p);
	if (!code)
		code = check_log(&p);
	if (!code)
		code = sr_alike_prove(ledger, err);
	if (!code)
		code = sr_schema_prove(ledger, err);
	if (!code)
		code = sr_rule_prove(ledger, err);
	if (!code)
		code = sr_incident_prove(ledger, err);
	return code ? code : sr_incident_prove_kept(ledger, err);
}
