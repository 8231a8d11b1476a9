/* Incidents, kept up as reports come and people decide: the tables telling,
 * told and telling_block (schema/004_incidents.sql). What changed is noted by
 * report; before the transaction ends the tellings of those reports are made
 * anew and find their centres among their neighbours (fuse/incident_keep.h).
 * What comes out is what sr_incidents gives for the whole ledger. */
#include "base/order.h"
#include "fuse/incident_keep.h"
#include "ledger/sqlite.h"

#include <stdlib.h>

struct rows {
	SR_LIST(int64_t) items;
};

struct keeper {
	struct sr_ledger *l;
	struct sr_err *err;
	struct sr_arena *mem;
	struct sr_records records;
	struct sr_links links;
	struct sr_keep keep;
	SR_LIST(uint32_t) claims; /* of the tellings, one behind the other */
	struct rows stars;	  /* centres whose incidents have to be named */
};

static enum sr_code nomem(struct keeper *k)
{
	return sr_fail_nomem(k->err, "incidents");
}

static enum sr_code failed(struct keeper *k)
{
	return sr_sql_fail(k->l, "keeping incidents", k->err);
}

static bool push(struct keeper *k, struct rows *rows, int64_t row)
{
	int64_t *own = SR_PUSH(k->mem, &rows->items);

	if (own)
		*own = row;
	return own != NULL;
}

static void tidy(struct rows *rows)
{
	size_t n = 0;

	if (rows->items.nitem)
		qsort(rows->items.items, rows->items.nitem, sizeof(int64_t),
		      sr_by_i64);
	for (size_t i = 0; i < rows->items.nitem; i++)
		if (!n || rows->items.items[i] != rows->items.items[n - 1])
			rows->items.items[n++] = rows->items.items[i];
	rows->items.nitem = n;
}

/* A fixed statement with one row's number bound; NULL when it fails. */
static sqlite3_stmt *ask(struct keeper *k, enum sr_sql which, int64_t row)
{
	sqlite3_stmt *st = sr_sql_get(k->l, which, k->err);

	if (st)
		sqlite3_bind_int64(st, 1, row);
	return st;
}

/* Runs a fixed statement with values that are numbers. */
static enum sr_code tell(struct keeper *k, enum sr_sql which,
			 const int64_t *value, int n)
{
	struct sr_bind b = { .st = sr_sql_get(k->l, which, k->err) };

	if (!b.st)
		return SR_DATABASE;
	for (int i = 0; i < n; i++)
		sr_bind_int(&b, value[i]);
	return sr_sql_done(k->l, &b, "keeping incidents", k->err);
}

/* The rows of numbers that a statement gives. */
static enum sr_code read_rows(struct keeper *k, sqlite3_stmt *st,
			      struct rows *out)
{
	int rc = SQLITE_NOMEM;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		if (!push(k, out, sqlite3_column_int64(st, 0)))
			break;
	sqlite3_reset(st);
	return k->mem->full ? nomem(k) : rc == SQLITE_DONE ? SR_OK : failed(k);
}

/* 1. Claims and tellings out of the tables. */

/* Reads claims from a statement into a list of records. */
static enum sr_code read_claims(struct keeper *k, sqlite3_stmt *st,
				struct sr_records *out)
{
	int rc = SQLITE_NOMEM;
	bool known = true;

	if (!st)
		return SR_DATABASE;
	while (known && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_record *r = SR_PUSH(k->mem, &out->claims);
		if (!r)
			break;
		known = sr_record_read(st, 0, k->mem, r);
	}
	sqlite3_reset(st);
	if (k->mem->full)
		return nomem(k);
	if (!known)
		return sr_fail(k->err, SR_DATABASE, k->l->path,
			       "holds a type or status of claim that this "
			       "sitrep does not know");
	return rc == SQLITE_DONE ? SR_OK : failed(k);
}

/* Puts the records from `first` on as one telling. */
static enum sr_code put_telling(struct keeper *k, size_t first,
				const struct sr_kept *kept)
{
	uint32_t n = (uint32_t)(k->records.claims.nitem - first);
	size_t at = k->claims.nitem;
	struct sr_telling t;

	if (!n)
		return SR_OK;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t *own = SR_PUSH(k->mem, &k->claims);
		if (!own)
			return nomem(k);
		*own = (uint32_t)first + i;
	}
	k->keep.w.claim = k->claims.items;
	if (!sr_telling_of(&k->keep.w, k->claims.items + at, n, &t) ||
	    !sr_keep_put(&k->keep, &t, kept))
		return nomem(k);
	return SR_OK;
}

static enum sr_code load_telling(struct keeper *k, const struct sr_kept *kept)
{
	size_t first = k->records.claims.nitem;

	if (sr_keep_find(&k->keep, kept->row) != UINT32_MAX)
		return SR_OK;
	enum sr_code code = read_claims(k, ask(k, SR_SQL_FIND_TOLD, kept->row),
					&k->records);
	return code ? code : put_telling(k, first, kept);
}

/* All tellings that a statement names: id, centre, score. */
static enum sr_code load_tellings(struct keeper *k, sqlite3_stmt *st)
{
	SR_LIST(struct sr_kept) found = { 0 };
	int rc = SQLITE_NOMEM;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_kept *own = SR_PUSH(k->mem, &found);
		if (!own)
			break;
		own->row = sqlite3_column_int64(st, 0);
		own->centre = sqlite3_column_int64(st, 1);
		own->score = sqlite3_column_int(st, 2);
	}
	sqlite3_reset(st);
	enum sr_code code = k->mem->full	? nomem(k)
			    : rc == SQLITE_DONE ? SR_OK
						: failed(k);
	for (size_t i = 0; !code && i < found.nitem; i++)
		code = load_telling(k, &found.items[i]);
	return code;
}

static enum sr_code read_block(void *user, uint64_t block, struct sr_days days)
{
	struct keeper *k = user;
	sqlite3_stmt *st = sr_sql_get(k->l, SR_SQL_FIND_BLOCK, k->err);

	if (!st)
		return SR_DATABASE;
	sqlite3_bind_int64(st, 1, (int64_t)block);
	sqlite3_bind_int64(st, 2, days.from);
	sqlite3_bind_int64(st, 3, days.to);
	return load_tellings(k, st);
}

/* All that are held to a centre have to look anew. */
static enum sr_code read_members(void *user, int64_t centre)
{
	struct keeper *k = user;
	enum sr_code code =
		load_tellings(k, ask(k, SR_SQL_FIND_MEMBERS, centre));

	for (uint32_t i = 0; !code && i < k->keep.kept.nitem; i++) {
		const struct sr_kept *own = &k->keep.kept.items[i];
		if (own->centre == centre && own->row != centre && !own->done &&
		    !sr_keep_touch(&k->keep, i))
			code = nomem(k);
	}
	return code;
}

/* 2. The tellings of a report, taken out and made anew. */

static enum sr_code take_out(struct keeper *k, int64_t report,
			     struct rows *gone)
{
	struct rows own = { .items = { 0 } };
	enum sr_code code =
		read_rows(k, ask(k, SR_SQL_FIND_TELLINGS, report), &own);

	for (size_t i = 0; !code && i < own.items.nitem; i++) {
		int64_t row = own.items.items[i];
		/* What it is held to has to be named anew, and what a merge
		 * joined by way of it. */
		code = read_rows(k, ask(k, SR_SQL_FIND_CENTRE, row), &k->stars);
		if (!code)
			code = tell(k, SR_SQL_DROP_TOLD, &row, 1);
		if (!code)
			code = tell(k, SR_SQL_DROP_BLOCKS, &row, 1);
		if (!code)
			code = tell(k, SR_SQL_DROP_TELLING, &row, 1);
		if (!code && !push(k, gone, row))
			code = nomem(k);
	}
	return code;
}

static enum sr_code put_row(struct keeper *k, int64_t report,
			    const struct sr_telling *t, int64_t *row)
{
	struct sr_bind b = { .st = sr_sql_get(k->l, SR_SQL_PUT_TELLING,
					      k->err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, report);
	sr_bind_text(&b, t->key);
	sr_bind_int(&b, t->vague);
	enum sr_code code = sr_sql_done(k->l, &b, "keeping incidents", k->err);
	*row = sqlite3_last_insert_rowid(k->l->db);
	return code;
}

static enum sr_code put_blocks(struct keeper *k, const struct sr_telling *t,
			       int64_t row)
{
	uint64_t block[SR_MOST_BLOCKS];
	unsigned n = sr_keep_blocks(t, block);
	enum sr_code code = SR_OK;

	for (unsigned i = 0; !code && i < n; i++) {
		int64_t value[] = { (int64_t)block[i], t->days.to, row };
		code = tell(k, SR_SQL_PUT_BLOCK, value, 3);
	}
	return code;
}

/* A telling that is new: its rows, and itself among those to be looked at. */
static enum sr_code put_new(struct keeper *k, int64_t report,
			    const struct sr_tell_work *w,
			    const struct sr_telling *t)
{
	size_t first = k->records.claims.nitem;
	struct sr_kept kept = { .row = 0 };
	enum sr_code code = put_row(k, report, t, &kept.row);

	if (!code)
		code = put_blocks(k, t, kept.row);
	for (uint32_t i = 0; !code && i < t->n; i++) {
		const struct sr_record *r =
			&w->records->claims.items[w->claim[t->from + i]];
		struct sr_record *own = SR_PUSH(k->mem, &k->records.claims);
		int64_t value[] = { r->row, kept.row };
		if (!own)
			return nomem(k);
		*own = *r;
		code = tell(k, SR_SQL_PUT_TOLD, value, 2);
	}
	if (!code)
		code = put_telling(k, first, &kept);
	uint32_t index = sr_keep_find(&k->keep, kept.row);
	if (!code && !sr_keep_touch(&k->keep, index))
		code = nomem(k);
	return code;
}

static enum sr_code make_anew(struct keeper *k, int64_t report)
{
	struct sr_records own = { .claims = { 0 } };
	struct sr_tell_work w = { .records = &own,
				  .links = &k->links,
				  .mem = k->mem };
	enum sr_code code =
		read_claims(k, ask(k, SR_SQL_FIND_STANDING, report), &own);

	if (code)
		return code;
	if (sr_tellings(&w))
		return nomem(k);
	for (size_t i = 0; !code && i < w.tellings.nitem; i++)
		code = put_new(k, report, &w, &w.tellings.items[i]);
	return code;
}

/* 3. What came out, into the tables. */

static enum sr_code put_centre(struct keeper *k, uint32_t i)
{
	const struct sr_kept *own = &k->keep.kept.items[i];
	const struct sr_telling *t = &k->keep.w.tellings.items[i];
	int64_t centre = k->keep.kept.items[t->of].row;
	int64_t value[] = { centre, t->score, own->row };

	if (own->centre == centre && own->score == t->score)
		return SR_OK;
	if (!push(k, &k->stars, centre) ||
	    (own->centre && !push(k, &k->stars, own->centre)))
		return nomem(k);
	return tell(k, SR_SQL_SET_CENTRE, value, 3);
}

static enum sr_code put_centres(struct keeper *k)
{
	enum sr_code code = SR_OK;

	for (uint32_t i = 0; !code && i < k->keep.kept.nitem; i++)
		if (k->keep.kept.items[i].done)
			code = put_centre(k, i);
	return code;
}

static enum sr_code set_incident(struct keeper *k, int64_t telling,
				 const char *id)
{
	struct sr_bind b = { .st = sr_sql_get(k->l, SR_SQL_SET_INCIDENT,
					      k->err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_text_or_null(&b, sr_str_of(id));
	sr_bind_int(&b, telling);
	return sr_sql_done(k->l, &b, "keeping incidents", k->err);
}

/* Where nobody decided anything, a star is an incident. */
static enum sr_code name_star(struct keeper *k, int64_t centre)
{
	struct rows member = { .items = { 0 } };
	struct sr_str least = { NULL, 0 };
	char id[16] = "";
	bool vague = true;
	sqlite3_stmt *st = ask(k, SR_SQL_FIND_STAR, centre);
	int rc = SQLITE_NOMEM;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_str key = sr_column(st, 1);
		if (!push(k, &member, sqlite3_column_int64(st, 0)))
			break;
		vague = vague && sqlite3_column_int(st, 2);
		if (!least.n || sr_str_order(key, least) < 0)
			least = sr_column_copy(st, 1, k->mem);
	}
	sqlite3_reset(st);
	if (k->mem->full)
		return nomem(k);
	if (rc != SQLITE_DONE)
		return failed(k);
	if (!(vague && member.items.nitem == 1))
		sr_incident_id(least, id);
	enum sr_code code = SR_OK;
	for (size_t i = 0; !code && i < member.items.nitem; i++)
		code = set_incident(k, member.items.items[i], id);
	return code;
}

/* Centres that a merge joins to one of the stars. */
static enum sr_code add_merged(struct keeper *k)
{
	size_t before = SIZE_MAX;
	enum sr_code code = SR_OK;

	tidy(&k->stars);
	while (!code && k->stars.items.nitem != before) {
		before = k->stars.items.nitem;
		for (size_t i = 0; !code && i < k->links.nmust; i++) {
			const struct sr_link *link = &k->links.must[i];
			struct rows own = { .items = { 0 } };
			sqlite3_stmt *st =
				sr_sql_get(k->l, SR_SQL_FIND_LINKED, k->err);
			struct sr_bind b = { .st = st };
			if (!st)
				return SR_DATABASE;
			sr_bind_text(&b, link->a);
			sr_bind_text(&b, link->b);
			code = read_rows(k, st, &own);
			bool any = false;
			for (size_t n = 0; n < own.items.nitem; n++)
				any = any ||
				      bsearch(&own.items.items[n],
					      k->stars.items.items, before,
					      sizeof(int64_t), sr_by_i64);
			for (size_t n = 0; any && n < own.items.nitem; n++)
				if (!push(k, &k->stars, own.items.items[n]))
					return nomem(k);
		}
		tidy(&k->stars);
	}
	return code;
}

/* The incidents of some stars, with what people decided, by the same rules as
 * for all of them. */
static enum sr_code name_decided(struct keeper *k)
{
	struct sr_tell_work *w = &k->keep.w;
	enum sr_code code = SR_OK;

	/* Those that were loaded as neighbours are not all of their stars. */
	k->keep.w.tellings.nitem = k->keep.kept.nitem = 0;
	k->keep.by_row = (struct sr_numbers){ .n = 0 };
	for (size_t i = 0; !code && i < k->stars.items.nitem; i++)
		code = load_tellings(k, ask(k, SR_SQL_FIND_MEMBERS,
					    k->stars.items.items[i]));
	if (code)
		return code;
	uint32_t n = (uint32_t)w->tellings.nitem;
	uint32_t *size = SR_NEW(k->mem, uint32_t, n);
	struct sr_str *least = SR_NEW(k->mem, struct sr_str, n);
	if (!size || !least)
		return nomem(k);
	for (uint32_t i = 0; i < n; i++)
		w->tellings.items[i].of =
			sr_keep_find(&k->keep, k->keep.kept.items[i].centre);
	if (sr_incident_decide(w))
		return nomem(k);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t root = sr_incident_root(w, i);
		struct sr_str key = w->tellings.items[i].key;
		size[root]++;
		if (!least[root].n || sr_str_order(key, least[root]) < 0)
			least[root] = key;
	}
	for (uint32_t i = 0; !code && i < n; i++) {
		uint32_t root = sr_incident_root(w, i);
		char id[16] = "";
		if (size[root] > 1 || !w->tellings.items[i].vague)
			sr_incident_id(least[root], id);
		code = set_incident(k, k->keep.kept.items[i].row, id);
	}
	return code;
}

static enum sr_code name_all(struct keeper *k)
{
	enum sr_code code = SR_OK;

	if (k->links.nmust || k->links.ncannot) {
		code = add_merged(k);
		return code ? code : name_decided(k);
	}
	tidy(&k->stars);
	for (size_t i = 0; !code && i < k->stars.items.nitem; i++)
		code = name_star(k, k->stars.items.items[i]);
	return code;
}

static enum sr_code keep_up(struct keeper *k)
{
	struct rows gone = { .items = { 0 } };
	enum sr_code code = SR_OK;
	size_t n = k->l->touched.nitem;

	for (size_t i = 0; !code && i < n; i++)
		code = take_out(k, k->l->touched.items[i], &gone);
	for (size_t i = 0; !code && i < n; i++)
		code = make_anew(k, k->l->touched.items[i]);
	for (size_t i = 0; !code && i < gone.items.nitem; i++)
		code = read_members(k, gone.items.items[i]);
	if (!code)
		code = sr_keep_run(&k->keep);
	if (!code)
		code = put_centres(k);
	return code ? code : name_all(k);
}

/* Each once, in the order of their rows. */
static void tidy_touched(struct sr_ledger *l)
{
	size_t n = 0;

	qsort(l->touched.items, l->touched.nitem, sizeof(int64_t), sr_by_i64);
	for (size_t i = 0; i < l->touched.nitem; i++)
		if (!n || l->touched.items[i] != l->touched.items[n - 1])
			l->touched.items[n++] = l->touched.items[i];
	l->touched.nitem = n;
}

enum sr_code sr_incident_touch(struct sr_ledger *l, int64_t report,
			       struct sr_err *err)
{
	int64_t *own = SR_PUSH(&l->notes, &l->touched);

	if (!own)
		return sr_fail_nomem(err, l->path);
	*own = report;
	return SR_OK;
}

enum sr_code sr_incident_flush(struct sr_ledger *l, struct sr_err *err)
{
	struct keeper k = { .l = l, .err = err, .mem = &l->own };
	enum sr_code code = SR_OK;

	if (!l->touched.nitem)
		return SR_OK;
	sr_arena_reset(&l->own);
	tidy_touched(l);
	k.keep.w.records = &k.records;
	k.keep.w.links = &k.links;
	k.keep.w.mem = k.mem;
	k.keep.read_block = read_block;
	k.keep.read_members = read_members;
	k.keep.user = &k;
	code = sr_ledger_links(l, k.mem, &k.links, err);
	if (!code)
		code = keep_up(&k);
	if (code == SR_NOMEM)
		nomem(&k);
	sr_incident_forget(l);
	return code;
}

void sr_incident_forget(struct sr_ledger *l)
{
	memset(&l->touched, 0, sizeof(l->touched));
	sr_arena_reset(&l->notes);
}

/* For a ledger that has none of it: some hundreds of reports at a time. */
enum sr_code sr_incident_fill(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st =
		sr_sql_prepare(l, "SELECT id FROM report ORDER BY id", err);
	enum sr_code code = st ? SR_OK : SR_DATABASE;
	int rc = SQLITE_DONE;

	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		code = sr_incident_touch(l, sqlite3_column_int64(st, 0), err);
		if (!code && l->touched.nitem >= 256)
			code = sr_incident_flush(l, err);
	}
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "bringing the ledger up to date", err);
	sqlite3_finalize(st);
	return code ? code : sr_incident_flush(l, err);
}
