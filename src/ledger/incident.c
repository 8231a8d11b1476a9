/* Incidents, kept up as reports come and people decide: the tables telling,
 * told and telling_block (schema/004_incidents.sql). What changed is noted by
 * report; before the transaction ends the tellings of those reports are made
 * anew and find their centres among their neighbours (fuse/incident_keep.h).
 * What comes out is what sr_incidents gives for the whole ledger. */
#include "base/order.h"
#include "ledger/keeper.h"

#include <stdlib.h>

/* 1. The tellings of a report, taken out and made anew. */

static enum sr_code take_out(struct sr_keeper *k, int64_t report,
			     struct sr_rows *gone)
{
	struct sr_rows own = { .items = { 0 } };
	enum sr_code code = sr_keeper_read_rows(
		k, sr_keeper_ask(k, SR_SQL_FIND_TELLINGS, report), &own);

	for (size_t i = 0; !code && i < own.items.nitem; i++) {
		int64_t row = own.items.items[i];
		/* What it is held to has to be named anew, and what a merge
		 * joined by way of it. */
		code = sr_keeper_read_rows(
			k, sr_keeper_ask(k, SR_SQL_FIND_CENTRE, row),
			&k->stars);
		if (!code)
			code = sr_keeper_tell(k, SR_SQL_DROP_TOLD, &row, 1);
		if (!code)
			code = sr_keeper_tell(k, SR_SQL_DROP_BLOCKS, &row, 1);
		if (!code)
			code = sr_keeper_tell(k, SR_SQL_DROP_TELLING, &row, 1);
		if (!code && !sr_keeper_push(k, gone, row))
			code = sr_keeper_nomem(k);
	}
	return code;
}

static enum sr_code put_row(struct sr_keeper *k, int64_t report,
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

/* A telling that is new: its rows, and itself among those to be looked at. */
static enum sr_code put_new(struct sr_keeper *k, int64_t report,
			    const struct sr_tell_work *w,
			    const struct sr_telling *t)
{
	size_t first = k->records.claims.nitem;
	struct sr_kept kept = { .row = 0 };
	enum sr_code code = put_row(k, report, t, &kept.row);

	if (!code)
		code = sr_keeper_put_blocks(k, t, kept.row);
	for (uint32_t i = 0; !code && i < t->n; i++) {
		const struct sr_record *r =
			&w->records->claims.items[w->claim[t->from + i]];
		struct sr_record *own = SR_PUSH(k->mem, &k->records.claims);
		int64_t value[] = { r->row, kept.row };
		if (!own)
			return sr_keeper_nomem(k);
		*own = *r;
		code = sr_keeper_tell(k, SR_SQL_PUT_TOLD, value, 2);
	}
	if (!code)
		code = sr_keeper_put_telling(k, first, &kept);
	uint32_t index = sr_keep_find(k->keep, kept.row);
	if (!code && !sr_keep_touch(k->keep, index))
		code = sr_keeper_nomem(k);
	return code;
}

static enum sr_code make_anew(struct sr_keeper *k, int64_t report)
{
	struct sr_records own = { .claims = { 0 } };
	struct sr_tell_work w = { .records = &own,
				  .links = &k->links,
				  .mem = k->mem };
	enum sr_code code = sr_keeper_read_claims(
		k, sr_keeper_ask(k, SR_SQL_FIND_STANDING, report), &own);

	if (code)
		return code;
	if (sr_tellings(&w))
		return sr_keeper_nomem(k);
	for (size_t i = 0; !code && i < w.tellings.nitem; i++)
		code = put_new(k, report, &w, &w.tellings.items[i]);
	return code;
}

/* 2. What came out, into the tables. */

static enum sr_code put_centre(struct sr_keeper *k, uint32_t i)
{
	const struct sr_kept *own = &k->keep->kept.items[i];
	const struct sr_telling *t = &k->keep->w.tellings.items[i];
	int64_t centre = k->keep->kept.items[t->of].row;
	int64_t value[] = { centre, t->score, own->row };

	if (own->centre == centre && own->score == t->score)
		return SR_OK;
	if (!sr_keeper_push(k, &k->stars, centre) ||
	    (own->centre && !sr_keeper_push(k, &k->stars, own->centre)))
		return sr_keeper_nomem(k);
	return sr_keeper_tell(k, SR_SQL_SET_CENTRE, value, 3);
}

static enum sr_code put_centres(struct sr_keeper *k)
{
	enum sr_code code = SR_OK;

	for (uint32_t i = 0; !code && i < k->keep->kept.nitem; i++)
		if (k->keep->kept.items[i].done)
			code = put_centre(k, i);
	return code;
}

/* Centres that a merge joins to one of the stars. */
static enum sr_code add_merged(struct sr_keeper *k)
{
	size_t before = SIZE_MAX;
	enum sr_code code = SR_OK;

	sr_keeper_tidy(&k->stars);
	while (!code && k->stars.items.nitem != before) {
		before = k->stars.items.nitem;
		for (size_t i = 0; !code && i < k->links.nmust; i++) {
			const struct sr_link *link = &k->links.must[i];
			struct sr_rows own = { .items = { 0 } };
			sqlite3_stmt *st =
				sr_sql_get(k->l, SR_SQL_FIND_LINKED, k->err);
			struct sr_bind b = { .st = st };
			if (!st)
				return SR_DATABASE;
			sr_bind_text(&b, link->a);
			sr_bind_text(&b, link->b);
			code = sr_keeper_read_rows(k, st, &own);
			bool any = false;
			for (size_t n = 0; n < own.items.nitem; n++)
				any = any ||
				      bsearch(&own.items.items[n],
					      k->stars.items.items, before,
					      sizeof(int64_t), sr_by_i64);
			for (size_t n = 0; any && n < own.items.nitem; n++)
				if (!sr_keeper_push(k, &k->stars,
						    own.items.items[n]))
					return sr_keeper_nomem(k);
		}
		sr_keeper_tidy(&k->stars);
	}
	return code;
}

/* The incidents of some stars, with what people decided, by the same rules as
 * for all of them. */
static enum sr_code name_decided(struct sr_keeper *k)
{
	struct sr_tell_work *w = &k->keep->w;
	enum sr_code code = SR_OK;

	/* Those that were loaded as neighbours are not all of their stars. */
	k->keep->w.tellings.nitem = k->keep->kept.nitem = 0;
	k->keep->by_row = (struct sr_numbers){ .n = 0 };
	for (size_t i = 0; !code && i < k->stars.items.nitem; i++)
		code = sr_keeper_load_tellings(
			k, sr_keeper_ask(k, SR_SQL_FIND_MEMBERS,
					 k->stars.items.items[i]));
	if (code)
		return code;
	uint32_t n = (uint32_t)w->tellings.nitem;
	uint32_t *size = SR_NEW(k->mem, uint32_t, n);
	struct sr_str *least = SR_NEW(k->mem, struct sr_str, n);
	if (!size || !least)
		return sr_keeper_nomem(k);
	for (uint32_t i = 0; i < n; i++)
		w->tellings.items[i].of =
			sr_keep_find(k->keep, k->keep->kept.items[i].centre);
	if (sr_incident_decide(w))
		return sr_keeper_nomem(k);
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
		code = sr_keeper_set_incident(k, k->keep->kept.items[i].row,
					      id);
	}
	return code;
}

static enum sr_code name_all(struct sr_keeper *k)
{
	enum sr_code code = SR_OK;
	char id[16];

	if (k->links.nmust || k->links.ncannot) {
		code = add_merged(k);
		return code ? code : name_decided(k);
	}
	sr_keeper_tidy(&k->stars);
	for (size_t i = 0; !code && i < k->stars.items.nitem; i++)
		code = sr_keeper_name_star(k, k->stars.items.items[i], id);
	return code;
}

static enum sr_code keep_up(struct sr_keeper *k)
{
	struct sr_rows gone = { .items = { 0 } };
	enum sr_code code = SR_OK;
	size_t n = k->l->touched.nitem;

	for (size_t i = 0; !code && i < n; i++)
		code = take_out(k, k->l->touched.items[i], &gone);
	for (size_t i = 0; !code && i < n; i++)
		code = make_anew(k, k->l->touched.items[i]);
	for (size_t i = 0; !code && i < gone.items.nitem; i++)
		code = k->keep->read_members(k, gone.items.items[i]);
	if (!code)
		code = sr_keep_run(k->keep);
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
	l->reread = true;
	return SR_OK;
}

static enum sr_code flush(struct sr_ledger *l, const struct sr_links *links,
			  struct sr_err *err)
{
	struct sr_keep keep = { .whole_from = INT32_MAX };
	struct sr_keeper k;

	sr_keeper_init(&k, l, &keep, err);
	keep.w.mem = k.mem;
	k.links = *links;
	l->near = NULL; /* what is in memory does not know of this */
	tidy_touched(l);
	enum sr_code code = keep_up(&k);
	return code == SR_NOMEM ? sr_keeper_nomem(&k) : code;
}

enum sr_code sr_incident_flush(struct sr_ledger *l, struct sr_err *err)
{
	struct sr_links links;

	if (!l->touched.nitem)
		return SR_OK;
	sr_arena_reset(&l->own);
	enum sr_code code = sr_ledger_links(l, &l->own, &links, err);
	if (!code)
		code = sr_near_may(l, &links) ? sr_near_flush(l, err)
					      : flush(l, &links, err);
	sr_incident_forget(l);
	return code;
}

void sr_incident_forget(struct sr_ledger *l)
{
	memset(&l->touched, 0, sizeof(l->touched));
	memset(&l->unseen, 0, sizeof(l->unseen));
	l->reread = false;
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
