/* A decision on its way in: looked at, named by its content, kept, applied. */
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "ledger/decision.h"
#include "ledger/sqlite.h"
#include "ontology.h"

static const char *const VERB[SR_VERB_COUNT] = {
	[SR_VERB_ACCEPT] = "accept",   [SR_VERB_REJECT] = "reject",
	[SR_VERB_CORRECT] = "correct", [SR_VERB_MERGE] = "merge",
	[SR_VERB_SPLIT] = "split",     [SR_VERB_UNDO] = "undo",
};

static const char *const SLOT[SR_SLOTS] = {
	[SR_SLOT_TYPE] = "type",    [SR_SLOT_STATUS] = "status",
	[SR_SLOT_ACTOR] = "actor",  [SR_SLOT_TARGET] = "target",
	[SR_SLOT_PLACE] = "place",  [SR_SLOT_DATE] = "date",
	[SR_SLOT_NUMBER] = "count", [SR_SLOT_SPEAKER] = "speaker",
};

const char *sr_verb_name(unsigned verb)
{
	return VERB[verb];
}

const char *sr_slot_name(unsigned slot)
{
	return SLOT[slot];
}

unsigned sr_verb_of(struct sr_str name)
{
	unsigned i = 0;

	while (i < SR_VERB_COUNT && !sr_str_is(name, VERB[i]))
		i++;
	return i;
}

unsigned sr_slot_of(struct sr_str name)
{
	unsigned i = 0;

	while (i < SR_SLOTS && !sr_str_is(name, SLOT[i]))
		i++;
	return i;
}

/* 1. Can it be a decision? What comes from another ledger is hostile. */

static bool is_hex(struct sr_str s, size_t n)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789abcdef", s.s[i]) || !s.s[i])
			return false;
	return s.n == n;
}

static bool is_id(struct sr_str s)
{
	return s.n == SR_DECISION_ID - 1 && s.s[0] == 'd' &&
	       is_hex((struct sr_str){ s.s + 1, s.n - 1 }, s.n - 1);
}

static bool is_moment(struct sr_str s)
{
	static const char FORM[] = "0000-00-00T00:00:00Z";
	int32_t day;

	if (s.n != sizeof(FORM) - 1 ||
	    !sr_day_read((struct sr_str){ s.s, 10 }, &day))
		return false;
	for (size_t i = 10; i < s.n; i++)
		if (FORM[i] == '0' ? s.s[i] < '0' || s.s[i] > '9'
				   : s.s[i] != FORM[i])
			return false;
	return true;
}

static bool is_text(struct sr_str s, bool needed)
{
	return (s.n || !needed) && s.n <= SR_MAX_DECISION_TEXT &&
	       sr_utf8_check(s) == s.n;
}

static enum sr_code bad(struct sr_err *err, const char *what)
{
	return sr_fail(err, SR_REFUSED, "decision", "%s", what);
}

static enum sr_code check_anchors(const struct sr_decision *d,
				  struct sr_err *err)
{
	size_t n = d->claims.nitem, first = 0;

	for (size_t i = 0; i < n; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		if (!is_hex(a->sha256, SR_HEX - 1) ||
		    !is_hex(a->key, SR_KEY - 1) || !is_text(a->type, true) ||
		    a->evidence.from > a->evidence.to || a->part > 1)
			return bad(err, "a claim needs its report, its key, "
					"its type and where its words stand");
		first += a->part == 0;
	}
	if (n > SR_MAX_DECISION_CLAIMS)
		return sr_fail(err, SR_LIMIT, "decision",
			       "speaks of more than %d claims",
			       SR_MAX_DECISION_CLAIMS);
	if (d->verb == SR_VERB_UNDO ? n != 0 : n == 0)
		return bad(err, d->verb == SR_VERB_UNDO
					? "to undo takes no claim"
					: "needs a claim");
	if (d->verb == SR_VERB_MERGE && n < 2)
		return bad(err, "to merge takes two claims or more");
	if (d->verb == SR_VERB_SPLIT ? !first || first == n : first != n)
		return bad(err, d->verb == SR_VERB_SPLIT
					? "to split takes claims on both sides"
					: "only a split has two sides");
	return SR_OK;
}

static bool party_fits(bool has, const struct sr_party_slot *p)
{
	return !has || (is_text(p->name, true) && is_text(p->side, false));
}

static bool place_fits(const struct sr_claim *c)
{
	const struct sr_place_slot *p = &c->place;

	if (!c->has_place)
		return true;
	return is_text(p->name, true) && is_text(p->country, false) &&
	       p->role < SR_ROLE_COUNT && p->lat >= -90 && p->lat <= 90 &&
	       p->lon >= -180 && p->lon <= 180 && p->radius_km >= 0 &&
	       p->radius_km < 20100;
}

static bool slots_fit(const struct sr_claim *c)
{
	return c->type < SR_TYPE_COUNT && c->status < SR_STATUS_COUNT &&
	       party_fits(c->has_actor, &c->actor) &&
	       party_fits(c->has_target, &c->target) && place_fits(c) &&
	       (!c->has_count ||
		(is_text(c->unit, false) && c->count.low <= c->count.high)) &&
	       is_text(c->speaker, false);
}

static enum sr_code check(const struct sr_decision *d, struct sr_err *err)
{
	if (d->verb >= SR_VERB_COUNT)
		return bad(err, "no such verb");
	if (!is_text(d->who, true))
		return bad(err, "needs a name of who decided");
	if (!is_text(d->why, false))
		return bad(err, "its reason is too long or not UTF-8");
	if (!is_moment(d->at) || d->nth < 0)
		return bad(err, "needs the moment when it was made");
	if (d->verb == SR_VERB_UNDO ? !is_id(d->undoes) : d->undoes.n != 0)
		return bad(err, "to undo takes the id of a decision, and "
				"nothing else does");
	if (d->verb == SR_VERB_CORRECT ? !d->sets : d->sets != 0)
		return bad(err, d->verb == SR_VERB_CORRECT
					? "sets nothing"
					: "only a correction sets anything");
	if (d->sets >= SR_BIT_OF(SR_SLOTS) || !slots_fit(&d->slots))
		return bad(err, "sets what no claim can have");
	return check_anchors(d, err);
}

/* 2. Kept. */

static int by_key(const void *pa, const void *pb)
{
	const struct sr_anchor *a = pa, *b = pb;

	return sr_str_order(a->key, b->key);
}

/* In order, each claim once. False when one is on both sides of a split. */
static bool sort_claims(struct sr_decision *d)
{
	struct sr_anchor *a = d->claims.items;
	size_t n = 0;

	if (d->claims.nitem)
		qsort(a, d->claims.nitem, sizeof(*a), by_key);
	for (size_t i = 0; i < d->claims.nitem; i++) {
		if (n && sr_str_equal(a[n - 1].key, a[i].key)) {
			if (a[n - 1].part != a[i].part)
				return false;
			continue;
		}
		a[n++] = a[i];
	}
	d->claims.nitem = n;
	return true;
}

static void write_sets(unsigned sets, char out[64])
{
	size_t n = 0;

	for (unsigned s = 0; s < SR_SLOTS; s++)
		if (sets & SR_BIT_OF(s))
			n += (size_t)snprintf(out + n, 64 - n, "%s%s",
					      n ? " " : "", SLOT[s]);
}

/* What the statement for a correction needs, all but the decision's id, into
 * the digest that makes the id too. */
static void bind_correction(struct sr_bind *b, const struct sr_decision *d,
			    const char *sets)
{
	sr_bind_text(b, sr_str_of(sets));
	sr_correction_bind(b, &d->slots, d->sets);
}

static void digest_text(struct sr_digest *d, struct sr_str s)
{
	if (s.n)
		sr_digest_text(d, s);
	else
		sr_digest_null(d);
}

/* The id: of all that was decided, and by whom and when, not of when it came
 * into this ledger. */
static void name_it(struct sr_decision *d, struct sr_bind *correction)
{
	struct sr_digest digest;
	char hex[SR_HEX], sets[64] = "";

	sr_digest_init(&digest);
	sr_digest_text(&digest, sr_str_of(VERB[d->verb]));
	sr_digest_text(&digest, d->who);
	sr_digest_text(&digest, d->at);
	sr_digest_int(&digest, d->nth);
	digest_text(&digest, d->why);
	digest_text(&digest, d->undoes);
	for (size_t i = 0; i < d->claims.nitem; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		sr_digest_int(&digest, a->part);
		sr_digest_text(&digest, a->sha256);
		sr_digest_text(&digest, a->key);
		sr_digest_text(&digest, a->type);
		sr_digest_int(&digest, a->evidence.from);
		sr_digest_int(&digest, a->evidence.to);
	}
	write_sets(d->sets, sets);
	correction->digest = &digest;
	/* Text is bound by its address: it must outlive the binding. */
	bind_correction(correction, d, sets);
	sr_digest_end(&digest, hex);
	snprintf(d->id, SR_DECISION_ID, "d%.12s", hex);
	correction->digest = NULL;
	sqlite3_bind_text(correction->st, 1, sets, -1, SQLITE_TRANSIENT);
	sr_bind_text(correction, sr_str_of(d->id));
}

static enum sr_code put_row(struct sr_ledger *l, const struct sr_decision *d,
			    const char *now, struct sr_err *err)
{
	struct sr_bind b = {
		.st = sr_sql_prepare(
			l,
			"INSERT INTO decision (" SR_DECISION_COLUMNS
			") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			err)
	};

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, sr_str_of(d->id));
	sr_bind_text(&b, sr_str_of(VERB[d->verb]));
	sr_bind_text(&b, d->who);
	sr_bind_text(&b, d->at);
	sr_bind_int(&b, d->nth);
	sr_bind_text_or_null(&b, d->why);
	sr_bind_text_or_null(&b, d->undoes);
	sr_bind_text(&b, sr_str_of(now));
	enum sr_code code = sr_sql_done(l, &b, "keeping a decision", err);
	sqlite3_finalize(b.st);
	return code;
}

static enum sr_code put_anchors(struct sr_ledger *l,
				const struct sr_decision *d, struct sr_err *err)
{
	sqlite3_stmt *st =
		sr_sql_prepare(l,
			       "INSERT INTO decision_claim (" SR_ANCHOR_COLUMNS
			       ", decision) VALUES (?, ?, ?, ?, ?, ?, ?)",
			       err);
	enum sr_code code = SR_OK;

	if (!st)
		return SR_DATABASE;
	for (size_t i = 0; !code && i < d->claims.nitem; i++) {
		const struct sr_anchor *a = &d->claims.items[i];
		struct sr_bind b = { .st = st };
		sr_bind_int(&b, a->part);
		sr_bind_text(&b, a->sha256);
		sr_bind_text(&b, a->key);
		sr_bind_text(&b, a->type);
		sr_bind_int(&b, a->evidence.from);
		sr_bind_int(&b, a->evidence.to);
		sr_bind_text(&b, sr_str_of(d->id));
		code = sr_sql_done(l, &b, "keeping a decision", err);
	}
	sqlite3_finalize(st);
	return code;
}

/* The reports whose claims it bears on: its own, or those of what it undoes. */
static enum sr_code apply(struct sr_ledger *l, const struct sr_decision *d,
			  struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT DISTINCT r.id FROM decision_claim c JOIN report r "
		"ON r.sha256 = c.sha256 WHERE c.decision IN (?1, ?2) "
		"ORDER BY r.sha256",
		err);
	struct sr_bind b = { .st = st };
	enum sr_code code = SR_OK;
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	sr_bind_text(&b, sr_str_of(d->id));
	sr_bind_text(&b, d->undoes);
	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		code = sr_derive(l, sqlite3_column_int64(st, 0), err);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "applying a decision", err);
	sqlite3_finalize(st);
	return code;
}

static int64_t count_of(struct sr_ledger *l, const char *sql, struct sr_str s,
			struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_prepare(l, sql, err) };
	int64_t n = -1;

	if (!b.st)
		return -1;
	sr_bind_text(&b, s);
	if (sqlite3_step(b.st) == SQLITE_ROW)
		n = sqlite3_column_int64(b.st, 0);
	else
		sr_sql_fail(l, "reading decisions", err);
	sqlite3_finalize(b.st);
	return n;
}

static enum sr_code put_all(struct sr_ledger *l, const struct sr_decision *d,
			    struct sr_bind *correction, struct sr_err *err)
{
	struct sr_digest digest;
	enum sr_code code = put_row(l, d, l->run.now, err);

	if (!code)
		code = put_anchors(l, d, err);
	if (!code && d->sets)
		code = sr_sql_done(l, correction, "keeping a decision", err);
	if (code)
		return code;
	sr_digest_init(&digest);
	if (sr_decision_digest(l, sr_str_of(d->id), &digest, err) != 1)
		return sr_sql_fail(l, "reading a decision", err);
	code = sr_log_note(l, "decision", &digest, err, "%s", d->id);
	return code ? code : apply(l, d, err);
}

static enum sr_code keep(struct sr_ledger *l, struct sr_decision *d,
			 struct sr_bind *correction, bool *fresh,
			 struct sr_err *err)
{
	struct sr_step step;
	enum sr_code code = sr_step_begin(l, &step, err);

	if (code)
		return code;
	int64_t there = count_of(l,
				 "SELECT count(*) FROM decision WHERE id = ?",
				 sr_str_of(d->id), err);
	*fresh = there == 0;
	if (there < 0)
		code = SR_DATABASE;
	else if (!there)
		code = put_all(l, d, correction, err);
	return sr_step_end(l, &step, code, err);
}

enum sr_code sr_ledger_nth(struct sr_ledger *l, struct sr_str at, int64_t *nth,
			   struct sr_err *err)
{
	*nth = count_of(l,
			"SELECT coalesce(max(nth) + 1, 0) FROM decision "
			"WHERE at = ?",
			at, err);
	return *nth < 0 ? SR_DATABASE : SR_OK;
}

enum sr_code sr_ledger_decide(struct sr_ledger *l, struct sr_decision *d,
			      const char *now, bool *fresh, struct sr_err *err)
{
	struct sr_bind correction = { 0 };
	enum sr_code code = check(d, err);

	*fresh = false;
	if (code)
		return code;
	if (!sort_claims(d))
		return bad(err, "a claim is on both sides of a split");
	l->run.now = now;
	correction.st = sr_sql_prepare(
		l,
		"INSERT INTO correction (sets, " SR_SLOT_COLUMNS ", decision) "
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
		"?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
		"?)",
		err);
	if (!correction.st)
		return SR_DATABASE;
	name_it(d, &correction);
	code = keep(l, d, &correction, fresh, err);
	sqlite3_finalize(correction.st);
	return code ? code : sr_batch_grown(l, 0, 1 << 10, err);
}

size_t sr_decision_digest(struct sr_ledger *l, struct sr_str id,
			  struct sr_digest *d, struct sr_err *err)
{
	static const char *const SQL[] = {
		"SELECT " SR_DECISION_COLUMNS " FROM decision WHERE id = ?",
		"SELECT " SR_ANCHOR_COLUMNS " FROM decision_claim WHERE "
		"decision = ? ORDER BY key",
		"SELECT sets, " SR_SLOT_COLUMNS " FROM correction WHERE "
		"decision = ?",
	};
	size_t n = 0;

	for (int i = 0; i < 3; i++) {
		struct sr_bind b = { .st = sr_sql_prepare(l, SQL[i], err) };
		if (!b.st)
			return 0;
		sr_bind_text(&b, id);
		while (sqlite3_step(b.st) == SQLITE_ROW) {
			sr_digest_row(d, b.st, 0);
			n += i == 0;
		}
		sqlite3_finalize(b.st);
	}
	return n;
}
