/* Decisions out of the ledger: as a list with what each holds on to, and as the
 * links between claims that joining goes by. */
#include <stdlib.h>

#include "ledger/decision.h"
#include "ledger/sqlite.h"
#include "ontology.h"

/* What a key that was decided on holds on to now. */
struct held {
	struct sr_str key, now, words, doc;
	uint8_t hold;
};

struct lister {
	struct sr_ledger *l;
	struct sr_arena *mem;
	struct sr_err *err;
	struct sr_decisions *out;
	SR_LIST(struct held) held; /* by key */
};

static enum sr_code ended(struct lister *x, int rc, const char *doing)
{
	if (x->mem->full)
		return sr_fail_nomem(x->err, "decisions");
	return rc == SQLITE_DONE ? SR_OK : sr_sql_fail(x->l, doing, x->err);
}

static int by_key(const void *pa, const void *pb)
{
	const struct held *a = pa, *b = pb;

	return sr_str_order(a->key, b->key);
}

/* The claim that a match gave; one that is only in an older reading counts
 * where it was kept as the person's own. */
static enum sr_code look_at(struct lister *x, sqlite3_stmt *st,
			    const struct sr_match *m)
{
	struct held *h = SR_PUSH(x->mem, &x->held);

	if (!h)
		return sr_fail_nomem(x->err, "decisions");
	*h = (struct held){ .key = m->key, .hold = SR_HOLD_OF_NONE };
	if (!m->claim)
		return SR_OK;
	sqlite3_bind_int64(st, 1, m->claim);
	int rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		bool own = m->hold == SR_HOLD_OF_OWN;
		h->words = sr_column_copy(st, 1, x->mem);
		h->doc = sr_column_copy(st, 2, x->mem);
		if (!own || sqlite3_column_int(st, 3)) {
			h->hold = m->hold;
			h->now = sr_column_copy(st, 0, x->mem);
		}
		rc = SQLITE_DONE;
	}
	sqlite3_reset(st);
	return ended(x, rc, "reading claims");
}

static enum sr_code match_all(struct lister *x)
{
	sqlite3_stmt *st =
		sr_sql_prepare(x->l,
			       "SELECT id FROM report WHERE sha256 IN "
			       "(SELECT sha256 FROM decision_claim)",
			       x->err);
	sqlite3_stmt *one = sr_sql_prepare(
		x->l,
		"SELECT c.key, c.words, r.name, "
		"c.id IN (SELECT id FROM ruled) FROM claim c JOIN report r "
		"ON r.id = c.report WHERE c.id = ?",
		x->err);
	enum sr_code code = st && one ? SR_OK : SR_DATABASE;
	int rc = SQLITE_DONE;

	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_matches m;
		code = sr_match_report(x->l, sqlite3_column_int64(st, 0),
				       x->mem, &m, x->err);
		for (size_t i = 0; !code && i < m.items.nitem; i++)
			code = look_at(x, one, &m.items.items[i]);
	}
	if (!code)
		code = ended(x, rc, "reading reports");
	sqlite3_finalize(st);
	sqlite3_finalize(one);
	if (!code && x->held.nitem)
		qsort(x->held.items, x->held.nitem, sizeof(struct held),
		      by_key);
	return code;
}

static void fill_anchor(const struct lister *x, struct sr_anchor *a)
{
	struct held want = { .key = a->key };
	const struct held *h = NULL;

	if (x->held.nitem)
		h = bsearch(&want, x->held.items, x->held.nitem, sizeof(*h),
			    by_key);
	a->hold = h ? h->hold : SR_HOLD_OF_ABSENT;
	if (!h)
		return;
	a->now = h->now;
	a->words = h->words;
	a->doc = h->doc;
}

static enum sr_code read_anchors(struct lister *x, struct sr_decision *d)
{
	struct sr_bind b = { .st = sr_sql_prepare(
				     x->l,
				     "SELECT " SR_ANCHOR_COLUMNS
				     " FROM decision_claim WHERE decision = ? "
				     "ORDER BY key",
				     x->err) };
	int rc;

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, sr_str_of(d->id));
	while ((rc = sqlite3_step(b.st)) == SQLITE_ROW) {
		struct sr_anchor *a = SR_PUSH(x->mem, &d->claims);
		if (!a)
			break;
		a->part = (uint8_t)(sqlite3_column_int(b.st, 0) & 1);
		a->sha256 = sr_column_copy(b.st, 1, x->mem);
		a->key = sr_column_copy(b.st, 2, x->mem);
		a->type = sr_column_copy(b.st, 3, x->mem);
		a->evidence.from = (uint32_t)sqlite3_column_int64(b.st, 4);
		a->evidence.to = (uint32_t)sqlite3_column_int64(b.st, 5);
		fill_anchor(x, a);
	}
	sqlite3_finalize(b.st);
	return ended(x, rc, "reading decisions");
}

#define LIST                                                                   \
	"SELECT d.id, d.verb, d.who, d.at, d.nth, d.why, d.undoes, d.learnt, " \
	"(SELECT min(u.id) FROM decision u WHERE u.undoes = d.id), "           \
	"coalesce(k.sets, ''), " SR_SLOT_COLUMNS                               \
	" FROM decision d LEFT JOIN correction k ON k.decision = d.id "

static enum sr_code read_one(struct lister *x, sqlite3_stmt *st)
{
	struct sr_decision *d = SR_PUSH(x->mem, &x->out->items);
	struct sr_str id = sr_column(st, 0), sets;

	if (!d)
		return sr_fail_nomem(x->err, "decisions");
	d->verb = (uint8_t)sr_verb_of(sr_column(st, 1));
	if (d->verb == SR_VERB_COUNT || id.n != SR_DECISION_ID - 1)
		return sr_fail(x->err, SR_DATABASE, x->l->path,
			       "holds a decision that this sitrep does not "
			       "know");
	memcpy(d->id, id.s, id.n);
	d->who = sr_column_copy(st, 2, x->mem);
	d->at = sr_column_copy(st, 3, x->mem);
	d->nth = sqlite3_column_int64(st, 4);
	d->why = sr_column_copy(st, 5, x->mem);
	d->undoes = sr_column_copy(st, 6, x->mem);
	d->learnt = sr_column_copy(st, 7, x->mem);
	d->undone = sr_column_copy(st, 8, x->mem);
	sets = sr_column(st, 9);
	while (sets.s && sets.n)
		d->sets |= SR_BIT_OF(sr_slot_of(sr_str_cut(&sets, ' ')));
	d->sets &= SR_BIT_OF(SR_SLOTS) - 1;
	sr_slots_read(st, 10, x->mem, &d->slots);
	return read_anchors(x, d);
}

static enum sr_code list(struct lister *x, const char *sql, struct sr_str key)
{
	struct sr_bind b = { 0 };
	enum sr_code code = match_all(x);
	int rc = SQLITE_DONE;

	if (code)
		return code;
	b.st = sr_sql_prepare(x->l, sql, x->err);
	if (!b.st)
		return SR_DATABASE;
	if (sqlite3_bind_parameter_count(b.st))
		sr_bind_text(&b, key);
	while (!code && (rc = sqlite3_step(b.st)) == SQLITE_ROW)
		code = read_one(x, b.st);
	sqlite3_finalize(b.st);
	return code ? code : ended(x, rc, "reading decisions");
}

enum sr_code sr_ledger_decisions(struct sr_ledger *l, struct sr_arena *mem,
				 struct sr_decisions *out, struct sr_err *err)
{
	struct lister x = { .l = l, .mem = mem, .err = err, .out = out };

	return list(&x, LIST "ORDER BY d.at, d.nth, d.id",
		    (struct sr_str){ NULL, 0 });
}

enum sr_code sr_ledger_decisions_on(struct sr_ledger *l, struct sr_str key,
				    struct sr_arena *mem,
				    struct sr_decisions *out,
				    struct sr_err *err)
{
	struct lister x = { .l = l, .mem = mem, .err = err, .out = out };

	return list(&x,
		    LIST "WHERE d.id IN (SELECT decision FROM decision_claim "
			 "WHERE key = ?1 OR key IN (SELECT anchor FROM ruled "
			 "WHERE key = ?1)) ORDER BY d.at, d.nth, d.id",
		    key);
}

/* Links */

/* A pair with the last decision on it. */
struct pair {
	struct sr_link link;
	bool apart;
	size_t nth;
};

struct pairs {
	SR_LIST(struct pair) items;
};

static int by_pair(const void *pa, const void *pb)
{
	const struct pair *a = pa, *b = pb;
	int c = sr_str_order(a->link.a, b->link.a);

	if (!c)
		c = sr_str_order(a->link.b, b->link.b);
	return c ? c : (a->nth > b->nth) - (a->nth < b->nth);
}

static bool put_pair(struct pairs *out, struct sr_arena *mem, bool apart,
		     struct sr_str a, struct sr_str b)
{
	if (!a.n || !b.n || sr_str_equal(a, b))
		return true;
	struct pair *p = SR_PUSH(mem, &out->items);
	bool turned = sr_str_order(a, b) > 0;
	if (p)
		*p = (struct pair){ { turned ? b : a, turned ? a : b },
				    apart,
				    out->items.nitem };
	return p != NULL;
}

static bool put_pairs(struct pairs *out, struct sr_arena *mem,
		      const struct sr_decision *d)
{
	const struct sr_anchor *a = d->claims.items;
	bool ok = true, split = d->verb == SR_VERB_SPLIT;

	for (size_t i = 0; ok && i < d->claims.nitem; i++)
		for (size_t k = i + 1; ok && k < d->claims.nitem; k++)
			if (split ? a[i].part != a[k].part : i == 0)
				ok = put_pair(out, mem, split, a[i].now,
					      a[k].now);
	return ok;
}

/* Sorted, the last of each pair, each kind by itself. */
static bool part_pairs(struct pairs *pairs, struct sr_arena *mem,
		       struct sr_links *out)
{
	const struct pair *p = pairs->items.items;
	size_t n = pairs->items.nitem;
	struct sr_link *must = SR_NEW(mem, struct sr_link, n);
	struct sr_link *cannot = SR_NEW(mem, struct sr_link, n);

	*out = (struct sr_links){ .must = must, .cannot = cannot };
	if (!must || !cannot)
		return false;
	if (n)
		qsort(pairs->items.items, n, sizeof(*p), by_pair);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && sr_str_equal(p[i].link.a, p[i + 1].link.a) &&
		    sr_str_equal(p[i].link.b, p[i + 1].link.b))
			continue;
		if (p[i].apart)
			cannot[out->ncannot++] = p[i].link;
		else
			must[out->nmust++] = p[i].link;
	}
	return true;
}

enum sr_code sr_ledger_links(struct sr_ledger *l, struct sr_arena *mem,
			     struct sr_links *out, struct sr_err *err)
{
	struct sr_decisions all = { .items = { 0 } };
	struct pairs pairs = { .items = { 0 } };
	bool ok = true;

	*out = (struct sr_links){ .nmust = 0 };
	if (sr_sql_number(l, "SELECT EXISTS (SELECT 1 FROM decision WHERE "
			     "verb IN ('merge', 'split'))") == 0)
		return SR_OK;
	enum sr_code code = sr_ledger_decisions(l, mem, &all, err);
	if (code)
		return code;
	for (size_t i = 0; ok && i < all.items.nitem; i++) {
		const struct sr_decision *d = &all.items.items[i];
		if ((d->verb == SR_VERB_MERGE || d->verb == SR_VERB_SPLIT) &&
		    !d->undone.n)
			ok = put_pairs(&pairs, mem, d);
	}
	return ok && part_pairs(&pairs, mem, out)
		       ? SR_OK
		       : sr_fail_nomem(err, "decisions");
}

enum sr_code sr_ledger_as_read(struct sr_ledger *l, int64_t row,
			       struct sr_arena *mem, struct sr_claim *out,
			       struct sr_err *err)
{
	struct sr_bind b = { .st = sr_sql_prepare(l,
						  "SELECT " SR_SLOT_COLUMNS
						  " FROM claim WHERE id = ?",
						  err) };
	enum sr_code code = SR_OK;

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, row);
	if (sqlite3_step(b.st) == SQLITE_ROW)
		sr_slots_read(b.st, 0, mem, out);
	else
		code = sr_sql_fail(l, "reading a claim", err);
	sqlite3_finalize(b.st);
	return code;
}

enum sr_code sr_ledger_anchor(struct sr_ledger *l,
			      const struct sr_records *records,
			      const struct sr_record *claim,
			      struct sr_arena *mem, struct sr_anchor *out,
			      struct sr_err *err)
{
	const struct sr_filed *filed = sr_filed_of(records, claim);
	struct sr_claim read = { .type = 0 };
	struct sr_matches all;
	enum sr_code code = sr_match_report(l, filed->row, mem, &all, err);

	if (!code)
		code = sr_ledger_as_read(l, claim->row, mem, &read, err);
	*out = (struct sr_anchor){
		.sha256 = filed->sha256,
		.key = claim->key,
		.type = sr_str_of(sr_type_name(read.type)),
		.evidence = claim->claim.evidence,
	};
	for (size_t i = 0; !code && i < all.items.nitem; i++) {
		const struct sr_match *m = &all.items.items[i];
		if (m->claim != claim->row)
			continue;
		out->key = m->key;
		out->type = m->type;
		out->evidence = m->at;
	}
	return code;
}

enum sr_code sr_ledger_incident_keys(struct sr_ledger *l, struct sr_str id,
				     struct sr_arena *mem, struct sr_keys *out,
				     struct sr_err *err)
{
	struct lister x = { .l = l, .mem = mem, .err = err };
	struct sr_bind b = { .st = sr_sql_prepare(
				     l,
				     "SELECT c.key FROM " SR_PIECES("telling")
				     " p CROSS JOIN telling t "
				     "ON t.id >> 16 = p.n AND t.incident = ? "
				     "JOIN told d ON d.telling = t.id "
				     "JOIN claim c ON c.id = d.claim "
				     "ORDER BY c.key",
				     err) };
	int rc;

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text(&b, id);
	while ((rc = sqlite3_step(b.st)) == SQLITE_ROW) {
		struct sr_str *key = SR_PUSH(mem, &out->items);
		if (!key)
			break;
		*key = sr_column_copy(b.st, 0, mem);
	}
	sqlite3_finalize(b.st);
	return ended(&x, rc, "reading incidents");
}
