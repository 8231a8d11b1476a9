#include "serve/detail.h"

#include "answer/claims.h"
#include "base/calendar.h"
#include "views/wording.h"

#define CONTEXT 300 /* bytes of text on each side of the evidence */

void sr_json_reopen(struct sr_json *out)
{
	if (out->n)
		out->n--;
	out->comma = true;
}

enum sr_code sr_texts_init(struct sr_texts *t, struct sr_ask *ask,
			   const struct sr_records *records)
{
	*t = (struct sr_texts){ .ask = ask, .records = records };
	t->text = SR_NEW(&ask->mem, struct sr_str, records->reports.nitem);
	return t->text ? SR_OK : sr_fail_nomem(&ask->err, "answer");
}

static enum sr_code text_of(struct sr_texts *t, uint32_t report,
			    struct sr_str *out)
{
	struct sr_ask *a = t->ask;
	struct sr_kept_text kept;
	enum sr_code code = SR_OK;

	if (!t->text[report].s) {
		code = sr_ledger_text(a->ledger,
				      t->records->reports.items[report].row,
				      &a->mem, &kept, &a->err);
		if (!code)
			t->text[report] = kept.text;
	}
	*out = t->text[report];
	return code;
}

static bool is_inside(struct sr_str text, size_t at)
{
	return at < text.n && ((unsigned char)text.s[at] & 0xC0) == 0x80;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Where the words around begin and end: at a blank, if one is near. */
static size_t begin_of(struct sr_str text, size_t at)
{
	size_t from = at > CONTEXT ? at - CONTEXT : 0;

	for (size_t i = from; from && i < at && i < from + 30; i++)
		if (is_blank(text.s[i]))
			return i + 1;
	while (from && is_inside(text, from))
		from--;
	return from;
}

static size_t end_of(struct sr_str text, size_t at)
{
	size_t to = text.n - at > CONTEXT ? at + CONTEXT : text.n;

	for (size_t i = to; to < text.n && i > at && i + 30 > to; i--)
		if (is_blank(text.s[i - 1]))
			return i - 1;
	while (is_inside(text, to))
		to++;
	return to;
}

static void put_context(struct sr_str text, struct sr_span at,
			struct sr_json *out)
{
	if (at.to > text.n || at.from > at.to)
		at = (struct sr_span){ 0, 0 };
	size_t from = begin_of(text, at.from), to = end_of(text, at.to);

	sr_json_key(out, "context");
	sr_json_open(out, '{');
	sr_json_key(out, "before");
	sr_json_str(out, (struct sr_str){ text.s + from, at.from - from });
	sr_json_key(out, "words");
	sr_json_str(out, sr_str_at(text, at));
	sr_json_key(out, "after");
	sr_json_str(out, (struct sr_str){ text.s + at.to, to - at.to });
	sr_json_close(out, '}');
}

void sr_put_report(const struct sr_filed *f, struct sr_json *out)
{
	const struct sr_report *r = &f->report;
	char days[SR_WORDING];

	sr_days_text(r->published, false, days);
	sr_json_key(out, "report");
	sr_json_open(out, '{');
	sr_json_key(out, "id");
	sr_json_str(out, f->sha256);
	sr_json_key(out, "name");
	sr_json_str(out, r->name);
	sr_json_key(out, "title");
	sr_json_str_or_null(out, r->title);
	sr_json_key(out, "publisher");
	sr_json_str_or_null(out, r->publisher);
	sr_json_key(out, "url");
	sr_json_str_or_null(out, r->url);
	sr_json_key(out, "published");
	sr_json_str_or_null(out, sr_str_of(days));
	sr_json_key(out, "published_inferred");
	sr_json_bool(out, r->published_inferred);
	sr_updated_text(r, days);
	sr_json_key(out, "updated");
	sr_json_str_or_null(out, sr_str_of(days));
	sr_json_close(out, '}');
}

enum sr_code sr_put_claim(struct sr_texts *t, const struct sr_record *r,
			  struct sr_json *out)
{
	struct sr_str text;
	enum sr_code code = text_of(t, r->report, &text);

	if (code)
		return code;
	sr_claim_object(t->records, r, out);
	sr_json_reopen(out);
	sr_put_report(sr_filed_of(t->records, r), out);
	if (text.s)
		put_context(text, r->claim.evidence, out);
	return SR_OK;
}
