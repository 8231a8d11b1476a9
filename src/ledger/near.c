/* Incidents of reports that are new, kept up from memory. The tellings of each
 * are noted as it is put; tellings that were near are kept from one batch to
 * the next, as much as NEAR_ROOM holds, then the earlier half by their days is
 * let go. While a ledger is small enough to be here whole, nothing is read at
 * all; what is later than all that was let go never is.
 *
 * What a star is called changes only when a telling leaves it or one with a
 * smaller key comes; else those that come take the name of their centre, and a
 * star of a thousand tellings is not looked at again. */
#include <stdlib.h>

#include "base/order.h"
#include "ledger/keeper.h"

#define NEAR_ROOM ((size_t)24 << 20) /* bytes */

struct sr_near {
	struct sr_keep keep;
};

/* A telling of a new report: what is compared, and the rows of its claims. */
struct sr_untold {
	struct sr_telling telling;
	int64_t report, *claim;
	uint32_t nclaim;
};

/* The report's claims as the makers of tellings want them; what they point to
 * stays the report's. */
static bool list_claims(const struct sr_reading *r, struct sr_arena *mem,
			struct sr_records *out)
{
	const struct sr_doc *doc = r->doc;

	if (!SR_ROOM(mem, &out->claims, doc->claims.nitem))
		return false;
	for (size_t i = 0; i < doc->claims.nitem; i++) {
		struct sr_record *own = SR_PUSH(mem, &out->claims);
		if (!own)
			return false;
		own->claim = doc->claims.items[i];
		own->key = sr_str_of(r->key[i].hex);
		own->words = sr_doc_text(doc, own->claim.evidence);
		own->row = r->first_claim + (int64_t)i;
	}
	return true;
}

static bool note(struct sr_ledger *l, int64_t report,
		 const struct sr_tell_work *w, const struct sr_telling *t)
{
	struct sr_untold *own = SR_PUSH(&l->notes, &l->unseen);
	int64_t *row = own ? SR_NEW(&l->notes, int64_t, t->n) : NULL;

	if (!row)
		return false;
	for (uint32_t i = 0; i < t->n; i++)
		row[i] = w->records->claims.items[w->claim[t->from + i]].row;
	*own = (struct sr_untold){ .telling = *t,
				   .report = report,
				   .claim = row,
				   .nclaim = t->n };
	return sr_telling_own(&own->telling, &l->notes);
}

static enum sr_code touch_new(struct sr_ledger *l, int64_t report,
			      struct sr_err *err)
{
	bool reread = l->reread;
	enum sr_code code = sr_incident_touch(l, report, err);

	l->reread = reread;
	return code;
}

/* At once, while the claims are at hand; nobody has decided about them, or all
 * of this is passed over. */
enum sr_code sr_incident_note(struct sr_ledger *l, const struct sr_reading *r,
			      struct sr_err *err)
{
	struct sr_records records = { .claims = { 0 } };
	struct sr_tell_work w = { .records = &records, .mem = &l->own };

	sr_arena_reset(&l->own);
	if (!list_claims(r, w.mem, &records) || sr_tellings(&w))
		return sr_fail_nomem(err, l->path);
	for (size_t i = 0; i < w.tellings.nitem; i++)
		if (!note(l, r->report, &w, &w.tellings.items[i]))
			return sr_fail_nomem(err, l->path);
	return touch_new(l, r->report, err);
}

bool sr_near_may(const struct sr_ledger *l, const struct sr_links *links)
{
	return !l->reread && !links->nmust && !links->ncannot;
}

/* The last telling's row; 0: there is none. */
static enum sr_code last_row(struct sr_keeper *k, int64_t *row)
{
	sqlite3_stmt *st = sr_sql_get(k->l, SR_SQL_LAST_TELLING, k->err);

	if (!st)
		return SR_DATABASE;
	int rc = sqlite3_step(st);
	*row = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_reset(st);
	return rc == SQLITE_ROW ? SR_OK : sr_keeper_failed(k);
}

/* What is in memory. Where that is too much, the later half of it by its days:
 * press comes by and by. */
static struct sr_near *near_of(struct sr_ledger *l, bool empty)
{
	size_t room = l->remembers ? l->remembers : NEAR_ROOM;
	struct sr_near *old = l->near;
	struct sr_arena *mem = &l->near_mem[0];

	if (old && old->keep.w.mem->used < room)
		return old;
	if (!old)
		sr_arena_release(&l->near_mem[1]);
	else if (old->keep.w.mem == mem)
		mem = &l->near_mem[1];
	sr_arena_reset(mem);
	l->near = SR_NEW(mem, struct sr_near, 1);
	if (!l->near)
		return NULL;
	l->near->keep.w.mem = mem;
	l->near->keep.whole_from = empty ? INT32_MIN : INT32_MAX;
	if (old && !sr_keep_carry(&l->near->keep, &old->keep))
		l->near = NULL;
	if (old)
		sr_arena_release(old->keep.w.mem);
	return l->near;
}

struct work {
	struct sr_keeper *k;
	struct sr_keep *keep;
	uint32_t from;		 /* the first new telling's index in keep */
	SR_LIST(uint32_t) stars; /* centres whose stars change */
	struct sr_rows told; /* pairs: a claim's row, its telling's */
};

/* 1. The new tellings, in memory. */

static enum sr_code put_new(struct work *w, int64_t row)
{
	const struct sr_ledger *l = w->k->l;

	w->from = (uint32_t)w->keep->kept.nitem;
	for (size_t i = 0; i < l->unseen.nitem; i++) {
		struct sr_telling t = l->unseen.items[i].telling;
		const struct sr_kept kept = { .row = row + (int64_t)i };
		if (!sr_telling_own(&t, w->keep->w.mem) ||
		    !sr_keep_put(w->keep, &t, &kept))
			return SR_NOMEM;
	}
	for (size_t i = 0; i < l->unseen.nitem; i++)
		if (!sr_keep_touch(w->keep, w->from + (uint32_t)i))
			return SR_NOMEM;
	return SR_OK;
}

/* 2. What the stars are called. */

static bool list_star(struct work *w, uint32_t centre)
{
	struct sr_kept *c = &w->keep->kept.items[centre];

	if (c->listed)
		return true;
	uint32_t *listed = SR_PUSH(w->k->mem, &w->stars);
	if (!listed)
		return false;
	*listed = centre;
	c->listed = true;
	if (c->centre != c->row) /* a new one: all of it comes now */
		c->name[0] = '\0';
	return true;
}

static bool come(struct work *w, uint32_t i)
{
	const struct sr_telling *t = &w->keep->w.tellings.items[i];
	struct sr_kept *c = &w->keep->kept.items[t->of];
	size_t n = sizeof(c->name) - 1;

	if (w->keep->kept.items[i].centre == c->row)
		return true;
	if (!list_star(w, t->of))
		return false;
	bool less = !c->name[0] || memcmp(t->key.s, c->name, n) < 0;
	if (less && c->centre == c->row)
		c->lost = true;
	else if (less)
		memcpy(c->name, t->key.s, n);
	return true;
}

static bool leave(struct work *w, uint32_t i)
{
	const struct sr_telling *all = w->keep->w.tellings.items;
	int64_t old = w->keep->kept.items[i].centre;

	if (!old || old == w->keep->kept.items[all[i].of].row)
		return true;
	uint32_t x = sr_keep_find(w->keep, old);
	if (x == UINT32_MAX)
		return sr_keeper_push(w->k, &w->k->stars, old);
	if (!all[x].centre)
		return true; /* it is no star any more */
	if (!list_star(w, x))
		return false;
	w->keep->kept.items[x].lost = true;
	return true;
}

static enum sr_code find_stars(struct work *w)
{
	for (size_t i = 0; i < w->keep->done.nitem; i++)
		if (!come(w, w->keep->done.items[i]) ||
		    !leave(w, w->keep->done.items[i]))
			return SR_NOMEM;
	return SR_OK;
}

/* 3. Into the tables. */

static void bind_star(struct sr_bind *b, const struct work *w, uint32_t i)
{
	const struct sr_telling *t = &w->keep->w.tellings.items[i];
	const struct sr_kept *c = &w->keep->kept.items[t->of];
	bool named = !c->lost && !w->keep->w.tellings.items[t->of].vague;
	char id[16];

	sr_bind_int(b, c->row);
	sr_bind_int(b, t->score);
	sr_incident_id(sr_str_of(c->name), id);
	if (named)
		sqlite3_bind_text(b->st, ++b->at, id, -1, SQLITE_TRANSIENT);
	else
		sr_bind_null(b);
}

static enum sr_code insert(struct work *w, uint32_t i)
{
	struct sr_keeper *k = w->k;
	const struct sr_untold *own = &k->l->unseen.items[i - w->from];
	int64_t row = w->keep->kept.items[i].row;
	struct sr_bind b = { .st = sr_sql_get(k->l, SR_SQL_PUT_STAR, k->err) };

	if (!b.st)
		return SR_DATABASE;
	sr_bind_int(&b, row);
	sr_bind_int(&b, own->report);
	sr_bind_text(&b, own->telling.key);
	sr_bind_int(&b, own->telling.vague);
	bind_star(&b, w, i);
	enum sr_code code = sr_sql_done(k->l, &b, "keeping incidents", k->err);
	if (!code)
		code = sr_keeper_put_blocks(k, &own->telling, row);
	for (uint32_t n = 0; !code && n < own->nclaim; n++)
		if (!sr_keeper_push(k, &w->told, own->claim[n]) ||
		    !sr_keeper_push(k, &w->told, row))
			return SR_NOMEM;
	return code;
}

/* In the order of their rows, sixteen at once: for a row of two numbers the
 * statement is more than the row. */
static enum sr_code put_told(struct work *w)
{
	const int64_t *pair = w->told.items.items;
	size_t n = w->told.items.nitem, i = 0;
	enum sr_code code = SR_OK;

	if (n)
		qsort(w->told.items.items, n / 2, 2 * sizeof(*pair), sr_by_i64);
	for (; !code && i + 2 * SR_TOLD_AT_ONCE <= n; i += 2 * SR_TOLD_AT_ONCE)
		code = sr_keeper_tell(w->k, SR_SQL_PUT_TOLD_16, pair + i,
				      2 * SR_TOLD_AT_ONCE);
	for (; !code && i < n; i += 2)
		code = sr_keeper_tell(w->k, SR_SQL_PUT_TOLD, pair + i, 2);
	return code;
}

/* One that was there and looked anew. */
static enum sr_code update(struct work *w, uint32_t i)
{
	const struct sr_telling *t = &w->keep->w.tellings.items[i];
	const struct sr_kept *own = &w->keep->kept.items[i];
	int64_t centre = w->keep->kept.items[t->of].row;
	int64_t value[] = { centre, t->score, own->row };

	if (!own->centre)
		return SR_OK; /* it is new */
	if (own->centre == centre)
		return own->score == t->score
			       ? SR_OK
			       : sr_keeper_tell(w->k, SR_SQL_SET_CENTRE, value,
						3);
	struct sr_bind b = { .st = sr_sql_get(w->k->l, SR_SQL_SET_STAR,
					      w->k->err) };
	if (!b.st)
		return SR_DATABASE;
	bind_star(&b, w, i);
	sr_bind_int(&b, own->row);
	return sr_sql_done(w->k->l, &b, "keeping incidents", w->k->err);
}

static enum sr_code name_lost(struct work *w)
{
	enum sr_code code = SR_OK;
	char id[16];

	for (size_t i = 0; !code && i < w->stars.nitem; i++) {
		struct sr_kept *c = &w->keep->kept.items[w->stars.items[i]];
		if (!c->lost)
			continue;
		code = sr_keeper_name_star(w->k, c->row, id);
		sr_keeper_take_name(c, sr_str_of(id));
	}
	sr_keeper_tidy(&w->k->stars);
	for (size_t i = 0; !code && i < w->k->stars.items.nitem; i++)
		code = sr_keeper_name_star(w->k, w->k->stars.items.items[i],
					   id);
	return code;
}

static enum sr_code put_all(struct work *w)
{
	enum sr_code code = SR_OK;

	for (uint32_t i = 0; !code && i < w->k->l->unseen.nitem; i++)
		code = insert(w, w->from + i);
	if (!code)
		code = put_told(w);
	for (size_t i = 0; !code && i < w->keep->done.nitem; i++)
		code = update(w, w->keep->done.items[i]);
	return code ? code : name_lost(w);
}

/* What is in memory is as it is kept now. */
static void settle(struct work *w)
{
	struct sr_kept *kept = w->keep->kept.items;

	for (size_t i = 0; i < w->keep->done.nitem; i++) {
		uint32_t n = w->keep->done.items[i];
		const struct sr_telling *t = &w->keep->w.tellings.items[n];
		kept[n].centre = kept[t->of].row;
		kept[n].score = t->score;
		kept[n].done = false;
	}
	for (size_t i = 0; i < w->stars.nitem; i++)
		kept[w->stars.items[i]].listed = kept[w->stars.items[i]].lost =
			false;
	w->keep->done.nitem = 0;
}

static enum sr_code keep_up(struct work *w, int64_t last)
{
	enum sr_code code = put_new(w, last + 1);

	if (!code)
		code = sr_keep_run(w->keep);
	if (!code)
		code = find_stars(w);
	if (!code)
		code = put_all(w);
	if (!code)
		settle(w);
	return code;
}

enum sr_code sr_near_flush(struct sr_ledger *l, struct sr_err *err)
{
	struct sr_keep none = { .whole_from = INT32_MAX };
	struct sr_keeper k;
	struct work w = { .k = &k };
	int64_t last = 0;

	sr_keeper_init(&k, l, &none, err);
	enum sr_code code = last_row(&k, &last);
	if (code)
		return code;
	struct sr_near *near = near_of(l, !last);
	if (!near)
		return sr_keeper_nomem(&k);
	sr_keeper_init(&k, l, &near->keep, err);
	k.owns = true;
	w.keep = &near->keep;
	code = keep_up(&w, last);
	if (code)
		l->near = NULL;
	return code == SR_NOMEM ? sr_keeper_nomem(&k) : code;
}
