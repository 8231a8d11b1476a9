/* The groups of reports that are one voice's, from the pairs that are kept: see
 * fuse/alike.h. With a day, of what was published by then. */
#include <stdlib.h>

#include "fuse/alike.h"
#include "ledger/query.h"

/* A report that is like another. */
struct node {
	int64_t report;
	struct sr_str sha256;
};

struct loader {
	struct sr_ledger *l;
	struct sr_arena *mem;
	struct sr_err *err;
	SR_LIST(struct node) nodes;
	struct sr_alike_links links;
	sqlite3_stmt *st;
};

static int by_sha256(const void *pa, const void *pb)
{
	const struct node *a = pa, *b = pb;

	return sr_str_order(a->sha256, b->sha256);
}

static int by_report(const void *pa, const void *pb)
{
	const struct sr_origin_of *a = pa, *b = pb;

	return (a->report > b->report) - (a->report < b->report);
}

/* Both reports of each pair, read in the order of their hashes. */
static void pairs_query(struct sr_query *q, int32_t known_on)
{
	sr_query_add(q, "SELECT r.id, r.sha256, o.sha256, a.kind FROM alike a "
			"JOIN report r ON r.id = a.report "
			"JOIN report o ON o.id = a.other");
	if (known_on != SR_DAY_MAX)
		sr_query_add(q, " JOIN reading g ON g.report = r.id AND "
				"g.run = r.run JOIN reading h ON "
				"h.report = o.id AND h.run = o.run");
	if (known_on != SR_DAY_MAX) {
		sr_query_add(q, " WHERE coalesce(g.published_to, "
				"substr(r.learnt, 1, 10)) <= ? AND "
				"coalesce(h.published_to, "
				"substr(o.learnt, 1, 10)) <= ?");
		sr_query_day(q, known_on);
		sr_query_day(q, known_on);
	}
	sr_query_add(q, " ORDER BY r.sha256, o.sha256");
}

/* As read, b is an index into the hashes of `other`. */
struct pair {
	struct sr_str other;
	uint32_t a;
	enum sr_alike kind;
};

struct pairs {
	SR_LIST(struct pair) items;
};

static enum sr_alike kind_of(struct sr_str s)
{
	if (sr_str_is(s, "same"))
		return SR_ALIKE_SAME;
	return sr_str_is(s, "in") ? SR_ALIKE_IN : SR_ALIKE_HOLDS;
}

static bool read_pair(struct loader *r, struct pairs *pairs)
{
	int64_t report = sqlite3_column_int64(r->st, 0);
	size_t n = r->nodes.nitem;

	if (!n || r->nodes.items[n - 1].report != report) {
		struct node *node = SR_PUSH(r->mem, &r->nodes);
		if (!node)
			return false;
		*node = (struct node){ report,
				       sr_column_copy(r->st, 1, r->mem) };
		n++;
	}
	/* Each pair stands there from both sides. */
	if (sr_str_order(r->nodes.items[n - 1].sha256, sr_column(r->st, 2)) > 0)
		return true;
	struct pair *p = SR_PUSH(r->mem, &pairs->items);
	if (!p)
		return false;
	*p = (struct pair){ sr_column_copy(r->st, 2, r->mem), (uint32_t)n - 1,
			    kind_of(sr_column(r->st, 3)) };
	return true;
}

static bool link_all(struct loader *r, const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->items.nitem; i++) {
		const struct pair *p = &pairs->items.items[i];
		struct node key = { 0, p->other };
		const struct node *b =
			bsearch(&key, r->nodes.items, r->nodes.nitem,
				sizeof(key), by_sha256);
		struct sr_alike_link *link = SR_PUSH(r->mem, &r->links.items);
		if (!link || !b)
			return false;
		*link = (struct sr_alike_link){
			p->a, (uint32_t)(b - r->nodes.items), p->kind
		};
	}
	return true;
}

static bool name_all(struct loader *r, struct sr_origins *out)
{
	size_t n = r->nodes.nitem;
	uint32_t *group = SR_NEW(r->mem, uint32_t, n);
	uint32_t *size = SR_NEW(r->mem, uint32_t, n);

	if (!group || !size || !sr_alike_groups(&r->links, n, r->mem, group))
		return false;
	for (size_t i = 0; i < n; i++)
		size[group[i]]++;
	for (size_t i = 0; i < n; i++) {
		if (size[group[i]] < 2)
			continue;
		struct sr_origin_of *o = SR_PUSH(r->mem, &out->items);
		if (!o)
			return false;
		o->report = r->nodes.items[i].report;
		o->sha256 = r->nodes.items[group[i]].sha256;
	}
	if (out->items.nitem)
		qsort(out->items.items, out->items.nitem,
		      sizeof(struct sr_origin_of), by_report);
	return true;
}

enum sr_code sr_origins_load(struct sr_ledger *l, int32_t known_on,
			     struct sr_arena *mem, struct sr_origins *out,
			     struct sr_err *err)
{
	struct loader r = { .l = l, .mem = mem, .err = err };
	struct sr_query q = { .n = 0 };
	struct pairs pairs = { 0 };
	int rc = SQLITE_DONE;
	bool ok = true;

	*out = (struct sr_origins){ 0 };
	pairs_query(&q, known_on);
	r.st = sr_query_open(l, &q, err);
	if (!r.st)
		return SR_DATABASE;
	while (ok && (rc = sqlite3_step(r.st)) == SQLITE_ROW)
		ok = read_pair(&r, &pairs);
	enum sr_code code = SR_OK;
	if (ok && rc != SQLITE_DONE)
		code = sr_sql_fail(l, "reading the ledger", err);
	sqlite3_finalize(r.st);
	if (!code && (!ok || mem->full || !link_all(&r, &pairs) ||
		      !name_all(&r, out)))
		code = sr_fail_nomem(err, "origins");
	return code;
}

struct sr_str sr_origin_find(const struct sr_origins *origins, int64_t report)
{
	struct sr_origin_of key = { report, { NULL, 0 } };
	const struct sr_origin_of *o =
		origins->items.nitem
			? bsearch(&key, origins->items.items,
				  origins->items.nitem, sizeof(key), by_report)
			: NULL;

	return o ? o->sha256 : (struct sr_str){ NULL, 0 };
}
