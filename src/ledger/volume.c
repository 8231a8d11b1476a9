/* How much came from where on which day: one row for each report, page set aside
 * and refusal. */
#include "base/calendar.h"
#include "ledger/sqlite.h"

static const char LIST[] =
	"SELECT 0, g.publisher, coalesce(g.url, r.name), g.published_from, "
	"g.nclaim, g.language IS NOT NULL AND g.language <> 'en' "
	"FROM report r JOIN reading g ON g.report = r.id AND g.run = r.run "
	"UNION ALL SELECT 1, a.publisher, coalesce(a.url, a.name), "
	"a.published_from, 0, 0 FROM aside a WHERE a.id = (SELECT max(b.id) "
	"FROM aside b WHERE b.sha256 = a.sha256) AND NOT EXISTS (SELECT 1 "
	"FROM report r WHERE r.sha256 = a.sha256) "
	"UNION ALL SELECT 2, NULL, f.name, substr(f.learnt, 1, 10), 0, 0 "
	"FROM refusal f WHERE f.sha256 IS NULL OR f.sha256 NOT IN "
	"(SELECT sha256 FROM report)";

/* "www.example.org" of "https://www.example.org:80/a"; empty: no address. */
static struct sr_str host_of(struct sr_str url)
{
	size_t at = 0;

	while (at + 3 < url.n && memcmp(url.s + at, "://", 3) != 0)
		at++;
	if (at + 3 >= url.n || at > 8)
		return (struct sr_str){ NULL, 0 };
	struct sr_str host = { url.s + at + 3, url.n - at - 3 };
	size_t n = 0;
	while (n < host.n && host.s[n] != '/' && host.s[n] != ':' &&
	       host.s[n] != '?')
		n++;
	if (n > 4 && memcmp(host.s, "www.", 4) == 0)
		return (struct sr_str){ host.s + 4, n - 4 };
	return (struct sr_str){ host.s, n };
}

static void take(sqlite3_stmt *st, struct sr_arena *mem, struct sr_volume *v)
{
	struct sr_str source = sr_column(st, 1);
	int32_t day;

	if (!source.n)
		source = host_of(sr_column(st, 2));
	v->source.n = source.n;
	v->source.s = sr_arena_copy(mem, source.n ? source.s : "", source.n);
	v->dated = sr_day_read(sr_column(st, 3), &day);
	v->day = v->dated ? day : 0;
	v->kind = (uint8_t)sqlite3_column_int(st, 0);
	v->nclaim = sqlite3_column_int64(st, 4);
	if (v->kind == SR_VOLUME_READ && sqlite3_column_int(st, 5))
		v->kind = SR_VOLUME_FOREIGN;
}

enum sr_code sr_ledger_volume(struct sr_ledger *l, struct sr_arena *mem,
			      struct sr_volumes *out, struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(l, LIST, err);
	int rc = SQLITE_DONE;

	if (!st)
		return SR_DATABASE;
	while (!mem->full && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct sr_volume *v = SR_PUSH(mem, &out->items);
		if (v)
			take(st, mem, v);
	}
	sqlite3_finalize(st);
	if (mem->full)
		return sr_fail_nomem(err, "answer");
	return rc == SQLITE_DONE ? SR_OK
				 : sr_sql_fail(l, "reading the ledger", err);
}
