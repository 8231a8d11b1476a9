#include "views/dump.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "fuse/incident.h"
#include "ledger/decision.h"
#include "model/remark.h"
#include "ontology.h"
#include "views/claims_json.h"
#include "views/decisions_json.h"
#include "views/wording.h"

/* A section on its way out: its lines, which are sorted at its end. */
struct dump {
	struct sr_ledger *l;
	struct sr_arena *mem;
	struct sr_json *out;
	struct sr_err *err;
	struct sr_json line;
	SR_LIST(struct sr_str) lines;
};

static void begin(struct dump *d, const char *kind, struct sr_str id)
{
	sr_json_reset(&d->line);
	sr_json_open(&d->line, '{');
	sr_json_key(&d->line, kind);
	sr_json_str(&d->line, id);
}

static void text(struct dump *d, const char *key, struct sr_str s)
{
	if (!s.n)
		return;
	sr_json_key(&d->line, key);
	sr_json_str(&d->line, s);
}

static void number(struct dump *d, const char *key, int64_t v)
{
	sr_json_key(&d->line, key);
	sr_json_int(&d->line, v);
}

/* Keeps what is in d->line. */
static void keep(struct dump *d)
{
	struct sr_str s = sr_json_text(&d->line);
	struct sr_str *own = SR_PUSH(d->mem, &d->lines);
	char *copy = sr_arena_copy(d->mem, s.s, s.n);

	if (own && copy)
		*own = (struct sr_str){ copy, s.n };
}

static void end(struct dump *d)
{
	sr_json_close(&d->line, '}');
	keep(d);
}

static enum sr_code end_section(struct dump *d)
{
	if (d->mem->full || d->line.full)
		return sr_fail_nomem(d->err, "ledger");
	if (d->lines.nitem)
		qsort(d->lines.items, d->lines.nitem, sizeof(struct sr_str),
		      sr_by_str);
	for (size_t i = 0; i < d->lines.nitem; i++) {
		sr_json_raw(d->out, d->lines.items[i]);
		sr_json_raw(d->out, SR_STR("\n"));
	}
	d->lines.nitem = 0;
	return d->out->full ? sr_fail_nomem(d->err, "ledger") : SR_OK;
}

static void days(struct dump *d, const char *key, struct sr_days v)
{
	char out[SR_WORDING];

	sr_days_text(v, false, out);
	text(d, key, sr_str_of(out));
}

/* All names under which a report came, sorted: which was first does not
 * matter. */
static void names(struct dump *d, const struct sr_filed *f)
{
	SR_LIST(struct sr_str) list = { 0 };
	struct sr_str rest = f->names, *own = SR_PUSH(d->mem, &list);

	if (own)
		*own = f->report.name;
	while (own && rest.s && rest.n) {
		struct sr_str one = sr_str_trim(sr_str_cut(&rest, '|'));
		own = SR_PUSH(d->mem, &list);
		if (own)
			*own = one;
	}
	if (list.nitem)
		qsort(list.items, list.nitem, sizeof(*own), sr_by_str);
	sr_json_key(&d->line, "names");
	sr_json_open(&d->line, '[');
	for (size_t i = 0; i < list.nitem; i++)
		sr_json_str(&d->line, list.items[i]);
	sr_json_close(&d->line, ']');
}

static enum sr_code put_reports(struct dump *d, const struct sr_records *all)
{
	for (size_t i = 0; i < all->reports.nitem; i++) {
		const struct sr_filed *f = &all->reports.items[i];
		const struct sr_report *r = &f->report;
		begin(d, "report", f->sha256);
		names(d, f);
		text(d, "origin", f->origin);
		text(d, "title", r->title);
		text(d, "publisher", r->publisher);
		text(d, "author", r->author);
		text(d, "url", r->url);
		text(d, "dateline", r->dateline);
		days(d, "published", r->published);
		number(d, "inferred", r->published_inferred);
		if (sr_days_known(r->updated))
			days(d, "updated", r->updated);
		number(d, "claims", (int64_t)f->nclaim);
		text(d, "program", f->program);
		text(d, "kit", f->kit);
		end(d);
	}
	return end_section(d);
}

static enum sr_code put_claims(struct dump *d, const struct sr_records *all,
			       const struct sr_voices *voices)
{
	for (size_t i = 0; i < all->claims.nitem; i++) {
		const struct sr_record *r = &all->claims.items[i];
		struct sr_claim_view view = {
			.doc = sr_filed_of(all, r)->sha256,
			.key = r->key,
			.words = r->words,
			.points = r->points,
			.review = sr_str_of(sr_verdict_name(r->verdict)),
		};
		begin(d, "claim", r->key);
		text(d, "voice", voices->items.items[voices->claim[i]].key);
		sr_json_key(&d->line, "is");
		sr_claim_json(&r->claim, &view, &d->line);
		text(d, "decision", r->decision);
		end(d);
	}
	return end_section(d);
}

static enum sr_code put_incidents(struct dump *d, const struct sr_records *all,
				  const struct sr_incidents *incidents)
{
	for (size_t i = 0; i < incidents->items.nitem; i++) {
		const struct sr_incident *in = &incidents->items.items[i];
		begin(d, "incident", sr_str_of(in->id));
		text(d, "type", sr_str_of(sr_type_name(in->type)));
		text(d, "standing", sr_str_of(sr_standing_name(in->standing)));
		days(d, "days", in->days);
		number(d, "for", in->support.norigin);
		number(d, "against", in->against.norigin);
		sr_json_key(&d->line, "claims");
		sr_json_open(&d->line, '[');
		for (uint32_t k = 0; k < in->nclaim; k++)
			sr_json_str(&d->line,
				    all->claims.items[in->claim[k]].key);
		sr_json_close(&d->line, ']');
		end(d);
	}
	return end_section(d);
}

static enum sr_code put_derived(struct dump *d)
{
	struct sr_filter f = SR_FILTER;
	struct sr_records all = { .claims = { 0 } };
	struct sr_incidents incidents;
	struct sr_voices voices;
	struct sr_links links;

	enum sr_code code = sr_ledger_claims(d->l, &f, d->mem, &all, d->err);
	if (!code)
		code = sr_voices(&all, d->mem, &voices, d->err);
	if (!code)
		code = put_claims(d, &all, &voices);
	if (!code)
		code = sr_ledger_links(d->l, d->mem, &links, d->err);
	if (!code)
		code = sr_incidents(&all, &voices, &links, d->mem, &incidents,
				    d->err);
	return code ? code : put_incidents(d, &all, &incidents);
}

static enum sr_code put_decisions(struct dump *d)
{
	struct sr_decisions all = { .items = { 0 } };
	enum sr_code code = sr_ledger_decisions(d->l, d->mem, &all, d->err);

	for (size_t i = 0; !code && i < all.items.nitem; i++) {
		sr_json_reset(&d->line);
		sr_decision_json(&all.items.items[i], &d->line);
		keep(d);
	}
	return code ? code : end_section(d);
}

static enum sr_code put_refusals(struct dump *d)
{
	struct sr_refusals all = { .items = { 0 } };
	enum sr_code code = sr_ledger_refusals(d->l, d->mem, &all, d->err);

	for (size_t i = 0; !code && i < all.items.nitem; i++) {
		begin(d, "refused", all.items.items[i].name);
		text(d, "sha256", all.items.items[i].sha256);
		text(d, "reason", all.items.items[i].reason);
		end(d);
	}
	return code ? code : end_section(d);
}

static enum sr_code put_remarks(struct dump *d)
{
	struct sr_filter f = SR_FILTER;
	struct sr_records all = { .claims = { 0 } };
	enum sr_code code = sr_ledger_remarks(d->l, &f, d->mem, &all, d->err);

	for (size_t i = 0; !code && i < all.remarks.nitem; i++) {
		const struct sr_noted *n = &all.remarks.items[i];
		begin(d, "remark", n->key);
		text(d, "kind", sr_str_of(sr_remark_name(n->remark.kind)));
		text(d, "words", n->words);
		text(d, "why", n->remark.why);
		end(d);
	}
	return code ? code : end_section(d);
}

enum sr_code sr_dump_write(struct sr_ledger *ledger, struct sr_arena *mem,
			   struct sr_json *out, struct sr_err *err)
{
	struct dump d = { .l = ledger, .mem = mem, .out = out, .err = err };
	struct sr_filter f = SR_FILTER;
	struct sr_records reports = { .claims = { 0 } };

	d.line.mem = mem;
	enum sr_code code = sr_ledger_reports(ledger, &f, mem, &reports, err);
	if (!code)
		code = put_reports(&d, &reports);
	if (!code)
		code = put_derived(&d);
	if (!code)
		code = put_remarks(&d);
	if (!code)
		code = put_decisions(&d);
	return code ? code : put_refusals(&d);
}
