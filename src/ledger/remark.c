/* A reading's remarks as rows, in the order of SR_REMARK_COLUMNS. */
#include "ledger/sqlite.h"

static void bind_range(struct sr_bind *b, struct sr_count c)
{
	if (c.low == SR_COUNT_OPEN_LOW)
		sr_bind_null(b);
	else
		sr_bind_int(b, c.low);
	if (c.high == SR_COUNT_OPEN_HIGH)
		sr_bind_null(b);
	else
		sr_bind_int(b, c.high);
}

/* What names a remark outside: its report's bytes, kind and place in them. */
static void make_key(const struct sr_reading *r, const struct sr_remark *m,
		     char hex[SR_HEX])
{
	struct sr_digest d;

	sr_digest_init(&d);
	sr_digest_text(&d, sr_str_of(r->sha256));
	sr_digest_text(&d, SR_STR("remark"));
	sr_digest_text(&d, sr_str_of(sr_remark_name(m->kind)));
	sr_digest_int(&d, m->at.from);
	sr_digest_int(&d, m->at.to);
	sr_digest_int(&d, m->beside.from);
	sr_digest_end(&d, hex);
	hex[SR_KEY - 1] = '\0';
}

enum sr_code sr_remark_put(struct sr_ledger *l, struct sr_reading *r, size_t i,
			   struct sr_err *err)
{
	const struct sr_remark *m = &r->doc->remarks.items[i];
	struct sr_bind b = { .st = sr_sql_get(l, SR_SQL_PUT_REMARK, err),
			     .digest = &r->digest };
	char key[SR_HEX];

	if (!b.st)
		return SR_DATABASE;
	make_key(r, m, key);
	sr_bind_int(&b, (int64_t)i);
	sr_bind_text(&b, sr_str_of(key));
	sr_bind_text(&b, sr_str_of(sr_remark_name(m->kind)));
	bind_range(&b, m->said);
	bind_range(&b, m->found);
	sr_bind_text(&b, m->unit);
	sr_bind_text(&b, m->why);
	sr_bind_int(&b, m->at.from);
	sr_bind_int(&b, m->at.to);
	sr_bind_span(&b, m->beside);
	sr_bind_int(&b, sr_offset_points(&r->points, m->at.from));
	sr_bind_int(&b, sr_offset_points(&r->points, m->at.to));
	sr_bind_text(&b, sr_doc_text(r->doc, m->at));
	if (m->beside.to > m->beside.from)
		sr_bind_text(&b, sr_doc_text(r->doc, m->beside));
	else
		sr_bind_null(&b);
	b.digest = NULL;
	sr_bind_int(&b, r->report);
	sr_bind_int(&b, l->run_row);
	return sr_sql_done(l, &b, "keeping a remark", err);
}
