/* What the keeper of incidents needs whichever way it works (incident.c: out of
 * the tables; near.c: from what is in memory): rows of numbers, tellings out of
 * the tables, the naming of a star. */
#include "ledger/keeper.h"

#include <stdlib.h>

#include "base/order.h"

enum sr_code sr_keeper_nomem(struct sr_keeper *k)
{
	return sr_fail_nomem(k->err, "incidents");
}

enum sr_code sr_keeper_failed(struct sr_keeper *k)
{
	return sr_sql_fail(k->l, "keeping incidents", k->err);
}

bool sr_keeper_push(struct sr_keeper *k, struct sr_rows *rows, int64_t row)
{
	int64_t *own = SR_PUSH(k->mem, &rows->items);

	if (own)
		*own = row;
	return own != NULL;
}

void sr_keeper_tidy(struct sr_rows *rows)
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

sqlite3_stmt *sr_keeper_ask(struct sr_keeper *k, enum sr_sql which, int64_t row)
{
	sqlite3_stmt *st = sr_sql_get(k->l, which, k->err);

	if (st)
		sqlite3_bind_int64(st, 1, row);
	return st;
}

enum sr_code sr_keeper_tell(struct sr_keeper *k, enum sr_sql which,
			    const int64_t *value, int n)
{
	struct sr_bind b = { .st = sr_sql_get(k->l, which, k->err) };

	if (!b.st)
		return SR_DATABASE;
	for (int i = 0; i < n; i++)
		sr_bind_int(&b, value[i]);
	return sr_sql_done(k->l, &b, "keeping incidents", k->err);
}

enum sr_code sr_keeper_read_rows(struct sr_keeper *k, sqlite3_stmt *st,
				 struct sr_rows *out)
{
	int rc = SQLITE_NOMEM;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		if (!sr_keeper_push(k, out, sqlite3_column_int64(st, 0)))
			break;
	sqlite3_reset(st);
	return k->mem->full	   ? sr_keeper_nomem(k)
	       : rc == SQLITE_DONE ? SR_OK
				   : sr_keeper_failed(k);
}

/* Claims and tellings out of the tables. */

/* Reads claims from a statement into a list of records. */
enum sr_code sr_keeper_read_claims(struct sr_keeper *k, sqlite3_stmt *st,
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
		return sr_keeper_nomem(k);
	if (!known)
		return sr_fail(k->err, SR_DATABASE, k->l->path,
			       "holds a type or status of claim that this "
			       "sitrep does not know");
	return rc == SQLITE_DONE ? SR_OK : sr_keeper_failed(k);
}

enum sr_code sr_keeper_put_telling(struct sr_keeper *k, size_t first,
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
			return sr_keeper_nomem(k);
		*own = (uint32_t)first + i;
	}
	k->making.claim = k->keep->w.claim = k->claims.items;
	if (!sr_telling_of(&k->making, k->claims.items + at, n, &t) ||
	    (k->owns && !sr_telling_own(&t, k->keep->w.mem)) ||
	    !sr_keep_put(k->keep, &t, kept))
		return sr_keeper_nomem(k);
	return SR_OK;
}

static enum sr_code load_telling(struct sr_keeper *k,
				 const struct sr_kept *kept)
{
	size_t first = k->records.claims.nitem;

	if (sr_keep_find(k->keep, kept->row) != UINT32_MAX)
		return SR_OK;
	enum sr_code code = sr_keeper_read_claims(
		k, sr_keeper_ask(k, SR_SQL_FIND_TOLD, kept->row), &k->records);
	return code ? code : sr_keeper_put_telling(k, first, kept);
}

void sr_keeper_take_name(struct sr_kept *own, struct sr_str incident)
{
	size_t n = sizeof(own->name) - 1;

	memset(own->name, 0, sizeof(own->name));
	if (incident.n == n + 1)
		memcpy(own->name, incident.s + 1, n);
}

enum sr_code sr_keeper_load_tellings(struct sr_keeper *k, sqlite3_stmt *st)
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
		sr_keeper_take_name(own, sr_column(st, 3));
	}
	sqlite3_reset(st);
	enum sr_code code = k->mem->full	? sr_keeper_nomem(k)
			    : rc == SQLITE_DONE ? SR_OK
						: sr_keeper_failed(k);
	for (size_t i = 0; !code && i < found.nitem; i++)
		code = load_telling(k, &found.items[i]);
	return code;
}

static enum sr_code read_block(void *user, uint64_t block, struct sr_days days,
			       enum sr_keep_read what)
{
	struct sr_keeper *k = user;
	sqlite3_stmt *st = sr_sql_get(k->l,
				      what == SR_KEEP_ALL ? SR_SQL_FIND_BLOCK
							  : SR_SQL_FIND_CENTRES,
				      k->err);

	if (!st)
		return SR_DATABASE;
	sqlite3_bind_int64(st, 1, (int64_t)block);
	sqlite3_bind_int64(st, 2, days.from);
	sqlite3_bind_int64(st, 3, days.to);
	return sr_keeper_load_tellings(k, st);
}

/* All that are held to a centre have to look anew. */
static enum sr_code read_members(void *user, int64_t centre)
{
	struct sr_keeper *k = user;
	struct sr_rows member = { .items = { 0 } };
	enum sr_code code = sr_keeper_load_tellings(
		k, sr_keeper_ask(k, SR_SQL_FIND_MEMBERS, centre));

	if (!code)
		code = sr_keeper_read_rows(
			k, sr_keeper_ask(k, SR_SQL_FIND_MEMBERS, centre),
			&member);
	for (size_t i = 0; !code && i < member.items.nitem; i++) {
		uint32_t own = sr_keep_find(k->keep, member.items.items[i]);
		if (member.items.items[i] != centre &&
		    !k->keep->kept.items[own].done &&
		    !sr_keep_touch(k->keep, own))
			code = sr_keeper_nomem(k);
	}
	return code;
}

enum sr_code sr_keeper_put_blocks(struct sr_keeper *k,
				  const struct sr_telling *t, int64_t row)
{
	uint64_t block[SR_MOST_BLOCKS];
	unsigned n = sr_keep_blocks(t, block);
	enum sr_code code = SR_OK;

	for (unsigned i = 0; !code && i < n; i++) {
		int64_t value[] = { (int64_t)block[i], t->days.to, row };
		code = sr_keeper_tell(k, SR_SQL_PUT_BLOCK, value, 3);
	}
	return code;
}

enum sr_code sr_keeper_set_incident(struct sr_keeper *k, int64_t telling,
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

enum sr_code sr_keeper_name_star(struct sr_keeper *k, int64_t centre,
				 char id[16])
{
	struct sr_rows member = { .items = { 0 } };
	struct sr_str least = { NULL, 0 };
	bool vague = true;

	id[0] = '\0';
	sqlite3_stmt *st = sr_keeper_ask(k, SR_SQL_FIND_STAR, centre);
	int rc = SQLITE_NOMEM;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_str key = sr_column(st, 1);
		if (!sr_keeper_push(k, &member, sqlite3_column_int64(st, 0)))
			break;
		vague = vague && sqlite3_column_int(st, 2);
		if (!least.n || sr_str_order(key, least) < 0)
			least = sr_column_copy(st, 1, k->mem);
	}
	sqlite3_reset(st);
	if (k->mem->full)
		return sr_keeper_nomem(k);
	if (rc != SQLITE_DONE)
		return sr_keeper_failed(k);
	if (!(vague && member.items.nitem == 1))
		sr_incident_id(least, id);
	enum sr_code code = SR_OK;
	for (size_t i = 0; !code && i < member.items.nitem; i++)
		code = sr_keeper_set_incident(k, member.items.items[i], id);
	return code;
}

void sr_keeper_init(struct sr_keeper *k, struct sr_ledger *l,
		    struct sr_keep *keep, struct sr_err *err)
{
	*k = (struct sr_keeper){
		.l = l, .err = err, .mem = &l->own, .keep = keep
	};
	k->making.records = keep->w.records = &k->records;
	k->making.links = keep->w.links = &k->links;
	k->making.mem = k->mem;
	keep->read_block = read_block;
	keep->read_members = read_members;
	keep->user = k;
}
