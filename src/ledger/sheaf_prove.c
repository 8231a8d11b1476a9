/* The proof that sheaves are in order: each strictly ascending, its leaves, the
 * first marks and the filter as they have to be. That they hold the marks of the
 * texts, and nothing else, alike.c proves. */
#include "ledger/sheaf.h"

struct prover {
	struct sr_ledger *l;
	struct sr_err *err;
	const struct sr_sheaf *s;
	uint32_t leaf;
	uint64_t n;
	unsigned char last[SR_ENTRY_BYTES];
};

static enum sr_code wrong(struct prover *p)
{
	return sr_fail(p->err, SR_REFUSED, p->l->path,
		       "not in order: sheaf %lld of marks",
		       (long long)(p->s ? p->s->id : 0));
}

static enum sr_code prove_leaf(struct prover *p, struct sr_str entries)
{
	const unsigned char *e = (const unsigned char *)entries.s;
	size_t n = entries.n / SR_ENTRY_BYTES;

	if (!n || entries.n % SR_ENTRY_BYTES || n > SR_LEAF_ENTRIES ||
	    p->leaf >= p->s->nleaf ||
	    p->s->first[p->leaf] != sr_entry_unpack(e).mark)
		return wrong(p);
	for (size_t i = 0; i < n; i++, e += SR_ENTRY_BYTES) {
		uint64_t mark = sr_entry_unpack(e).mark;
		if (p->n && memcmp(p->last, e, SR_ENTRY_BYTES) >= 0)
			return wrong(p);
		if (p->s->nblock &&
		    !sr_filter_has(p->s->filter, p->s->nblock,
				   sr_filter_hash(mark)))
			return wrong(p);
		memcpy(p->last, e, SR_ENTRY_BYTES);
		p->n++;
	}
	p->leaf++;
	return SR_OK;
}

/* Its leaves: id, entries. */
static enum sr_code prove_sheaf(struct prover *p, sqlite3_stmt *st)
{
	enum sr_code code = SR_OK;
	int rc = SQLITE_DONE;

	sqlite3_bind_int64(st, 1, SR_LEAF_ID(p->s->id, 0));
	sqlite3_bind_int64(st, 2, SR_LEAF_ID(p->s->id + 1, 0) - 1);
	p->leaf = 0;
	p->n = 0;
	while (!code && (rc = sqlite3_step(st)) == SQLITE_ROW)
		code = sqlite3_column_int64(st, 0) ==
				       SR_LEAF_ID(p->s->id, p->leaf)
			       ? prove_leaf(p, sr_column(st, 1))
			       : wrong(p);
	if (!code && rc != SQLITE_DONE)
		code = sr_sql_fail(p->l, "checking", p->err);
	sqlite3_reset(st);
	if (!code && (p->n != p->s->size || p->leaf != p->s->nleaf))
		code = wrong(p);
	return code;
}

enum sr_code sr_sheaf_prove(struct sr_ledger *l, uint64_t *entries,
			    struct sr_err *err)
{
	struct prover p = { .l = l, .err = err };
	const struct sr_sheaves *all;
	uint64_t leaves = 0;

	*entries = 0;
	l->sheaves = NULL; /* as they are kept, not as they are remembered */
	all = sr_sheaves(l, err);
	sqlite3_stmt *st = sr_sql_prepare(
		l,
		"SELECT id, entries FROM leaf WHERE id BETWEEN ? AND ? "
		"ORDER BY id",
		err);
	enum sr_code code = all && st ? SR_OK : SR_DATABASE;

	for (size_t i = 0; !code && i < all->items.nitem; i++) {
		p.s = &all->items.items[i];
		code = prove_sheaf(&p, st);
		*entries += p.n;
		leaves += p.leaf;
	}
	sqlite3_finalize(st);
	p.s = NULL;
	if (!code && sr_sql_number(l, "SELECT count(*) FROM leaf") !=
			     (int64_t)leaves)
		code = wrong(&p);
	return code;
}
