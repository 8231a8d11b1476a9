/* Incidents as they are kept, out of the tables; and the proof that they are
 * what the claims give. */
#include "base/order.h"
#include "fuse/incident.h"
#include "ledger/sqlite.h"

#include <stdio.h>
#include <stdlib.h>

struct sr_str sr_rows_list(const int64_t *row, size_t n, struct sr_arena *mem)
{
	size_t room = n * 21 + 3, used = 0;
	char *s = sr_arena_raw(mem, room, 1);

	if (!s)
		return (struct sr_str){ NULL, 0 };
	s[used++] = '[';
	for (size_t i = 0; i < n; i++)
		used += (size_t)snprintf(s + used, room - used, "%s%lld",
					 i ? "," : "", (long long)row[i]);
	s[used++] = ']';
	return (struct sr_str){ s, used };
}

#define KEPT                                                                   \
	"SELECT d.claim, d.telling, t.centre, t.score, t.incident "            \
	"FROM told d JOIN telling t ON t.id = d.telling "                      \
	"WHERE t.incident IS NOT NULL "
#define OF_THESE                                                               \
	"AND t.id IN (SELECT v.id FROM (SELECT DISTINCT u.incident FROM "      \
	"told e JOIN telling u ON u.id = e.telling WHERE e.claim IN "          \
	"(SELECT value FROM json_each(?))) w CROSS JOIN "                      \
	SR_PIECES("telling") " p CROSS JOIN telling v ON "                     \
	"v.id >> 16 = p.n AND v.incident = w.incident) "

struct kept_row {
	int64_t row;
	struct sr_kept_claim kept;
};

enum sr_code sr_ledger_incidents(struct sr_ledger *l, struct sr_str rows,
				 struct sr_arena *mem,
				 struct sr_kept_claims *out, struct sr_err *err)
{
	SR_LIST(struct sr_kept_claim) kept = { 0 };
	struct sr_bind b = { .st = sr_sql_prepare(
				     l,
				     rows.s ? KEPT OF_THESE "ORDER BY d.claim"
					    : KEPT "ORDER BY d.claim",
				     err) };
	int rc;

	*out = (struct sr_kept_claims){ .kept = NULL };
	if (!b.st)
		return SR_DATABASE;
	if (rows.s)
		sr_bind_text(&b, rows);
	while ((rc = sqlite3_step(b.st)) == SQLITE_ROW) {
		int64_t *row = SR_PUSH(mem, &out->rows);
		struct sr_kept_claim *own = SR_PUSH(mem, &kept);
		if (!row || !own)
			break;
		*row = sqlite3_column_int64(b.st, 0);
		own->telling = sqlite3_column_int64(b.st, 1);
		own->centre = sqlite3_column_int64(b.st, 2);
		own->score = sqlite3_column_int(b.st, 3);
		own->incident = sr_column_copy(b.st, 4, mem);
	}
	enum sr_code code = SR_OK;
	if (mem->full)
		code = sr_fail_nomem(err, "incidents");
	else if (rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading incidents", err);
	sqlite3_finalize(b.st);
	out->kept = kept.items;
	return code;
}

/* Proof */

static enum sr_code compare(struct sr_ledger *l, const struct sr_records *all,
			    const struct sr_incidents *want,
			    const struct sr_kept_claims *have,
			    struct sr_err *err)
{
	size_t n = 0;

	for (uint32_t i = 0; i < all->claims.nitem; i++) {
		const struct sr_record *r = &all->claims.items[i];
		const int64_t *at = have->rows.nitem
					    ? bsearch(&r->row, have->rows.items,
						      have->rows.nitem,
						      sizeof(*at), sr_by_i64)
					    : NULL;
		const char *id = want->of[i] == SR_NO_INCIDENT
					 ? ""
					 : want->items.items[want->of[i]].id;
		struct sr_str kept = { "", 0 };
		if (at)
			kept = have->kept[at - have->rows.items].incident;
		n += at != NULL;
		if (!sr_str_is(kept, id))
			return sr_fail(err, SR_REFUSED, l->path,
				       "claim %.*s: kept in incident '%.*s', "
				       "expected '%s'",
				       (int)r->key.n, r->key.n ? r->key.s : "",
				       (int)kept.n, kept.n ? kept.s : "", id);
	}
	if (n != have->rows.nitem)
		return sr_fail(err, SR_REFUSED, l->path,
			       "incidents are kept of claims that don't stand");
	return SR_OK;
}

enum sr_code sr_incident_prove(struct sr_ledger *l, struct sr_err *err)
{
	const struct sr_filter filter = SR_FILTER;
	struct sr_records all = { .claims = { 0 } };
	struct sr_kept_claims have;
	struct sr_incidents want;
	struct sr_links links;
	struct sr_arena mem;

	sr_arena_init(&mem, (size_t)8 << 30);
	enum sr_code code = sr_ledger_claims(l, &filter, &mem, &all, err);
	if (!code)
		code = sr_ledger_links(l, &mem, &links, err);
	if (!code)
		code = sr_incidents(&all, NULL, &links, &mem, &want, err);
	if (!code)
		code = sr_ledger_incidents(l, (struct sr_str){ NULL, 0 }, &mem,
					   &have, err);
	if (!code)
		code = compare(l, &all, &want, &have, err);
	sr_arena_release(&mem);
	return code;
}
