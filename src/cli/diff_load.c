/* The sides of a comparison, whatever they are kept in, as records. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/order.h"
#include "cli/diff.h"
#include "fuse/control.h"
#include "ontology.h"
#include "views/claims_read.h"
#include "views/wording.h"

/* 1. A ledger. */

/* Reports without claims are reports too. */
static enum sr_code add_reports(struct sr_ask *ask, struct sr_ledger *l,
				struct sr_records *all)
{
	struct sr_filter f = SR_FILTER;
	struct sr_records every = { .claims = { 0 } };
	size_t n = all->reports.nitem;
	int64_t *row = SR_NEW(&ask->mem, int64_t, n);

	enum sr_code code =
		sr_ledger_reports(l, &f, &ask->mem, &every, &ask->err);
	if (code || !row)
		return code ? code : sr_fail_nomem(&ask->err, "diff");
	for (size_t i = 0; i < n; i++)
		row[i] = all->reports.items[i].row;
	if (n)
		qsort(row, n, sizeof(*row), sr_by_i64);
	for (size_t i = 0; i < every.reports.nitem; i++) {
		const struct sr_filed *from = &every.reports.items[i];
		if (n && bsearch(&from->row, row, n, sizeof(*row), sr_by_i64))
			continue;
		struct sr_filed *own = SR_PUSH(&ask->mem, &all->reports);
		if (!own)
			return sr_fail_nomem(&ask->err, "diff");
		*own = *from;
	}
	return SR_OK;
}

static enum sr_code load_ledger(struct sr_ask *ask, const char *path,
				int64_t run, struct sr_records *all)
{
	struct sr_filter f = SR_FILTER;
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_READ, &ask->err);
	enum sr_code code = l ? SR_OK : ask->err.code;

	if (!code && run)
		code = sr_ledger_as_of(l, run, (struct sr_str){ NULL, 0 },
				       &ask->err);
	f.rejected = true;
	if (!code)
		code = sr_ledger_claims(l, &f, &ask->mem, all, &ask->err);
	if (!code)
		code = add_reports(ask, l, all);
	sr_ledger_close(l);
	return code;
}

/* 2. A file of claims. */

static struct sr_str text_of(json_t *v, const char *key, struct sr_arena *mem)
{
	json_t *s = json_object_get(v, key);
	size_t n = json_is_string(s) ? json_string_length(s) : 0;
	const char *own = n ? sr_arena_copy(mem, json_string_value(s), n)
			    : NULL;

	return (struct sr_str){ own, own ? n : 0 };
}

static bool report_of(struct sr_records *all, struct sr_str doc,
		      struct sr_arena *mem, uint32_t *index)
{
	for (size_t i = all->reports.nitem; i-- > 0;)
		if (sr_str_equal(all->reports.items[i].sha256, doc)) {
			*index = (uint32_t)i;
			return true;
		}
	struct sr_filed *f = SR_PUSH(mem, &all->reports);
	if (!f)
		return false;
	f->sha256 = f->report.name = doc;
	f->report.published = SR_DAYS_UNKNOWN;
	*index = (uint32_t)all->reports.nitem - 1;
	return true;
}

static uint32_t offset_of(json_t *v, const char *key)
{
	json_int_t n = json_integer_value(json_object_get(v, key));

	return n < 0 || n > UINT32_MAX ? 0 : (uint32_t)n;
}

static enum sr_code take_claim(struct sr_ask *ask, json_t *v, const char *where,
			       struct sr_records *all)
{
	struct sr_arena *mem = &ask->mem;
	json_t *evidence = json_object_get(v, "evidence");
	struct sr_record *r = SR_PUSH(mem, &all->claims);
	char key[64];

	if (!r || !report_of(all, text_of(v, "doc", mem), mem, &r->report))
		return sr_fail_nomem(&ask->err, where);
	if (!sr_claim_slots_read(v, where, mem, &r->claim, &ask->err))
		return ask->err.code
			       ? ask->err.code
			       : sr_fail(&ask->err, SR_REFUSED, where,
					 "expected a claim as 'sitrep extract' "
					 "writes it");
	r->points.from = offset_of(evidence, "start");
	r->points.to = offset_of(evidence, "end");
	r->words = text_of(evidence, "text", mem);
	r->claim.rule = text_of(v, "rule", mem);
	r->claim.confidence =
		(uint16_t)(json_number_value(json_object_get(v, "confidence")) *
				   1000 +
			   0.5);
	r->key = text_of(v, "id", mem);
	if (!r->key.n) {
		int n = snprintf(key, sizeof(key), "%u-%u-%s", r->points.from,
				 r->points.to, sr_type_name(r->claim.type));
		r->key = (struct sr_str){ sr_arena_copy(mem, key, (size_t)n),
					  (size_t)n };
	}
	return mem->full ? sr_fail_nomem(&ask->err, where) : SR_OK;
}

static enum sr_code take_line(struct sr_ask *ask, struct sr_str line,
			      const char *where, struct sr_records *all)
{
	json_error_t why;

	if (line.n > SR_MAX_CLAIM_LINE)
		return sr_fail(&ask->err, SR_LIMIT, where,
			       "a line of more than %u bytes",
			       SR_MAX_CLAIM_LINE);
	json_t *v = json_loadb(line.s, line.n, JSON_REJECT_DUPLICATES, &why);
	enum sr_code code =
		json_is_object(v)
			? take_claim(ask, v, where, all)
			: sr_fail(&ask->err, SR_REFUSED, where,
				  "neither a ledger nor a claim as a JSON "
				  "object");
	json_decref(v);
	return code;
}

static enum sr_code load_lines(struct sr_ask *ask, const char *path,
			       struct sr_str bytes, struct sr_records *all)
{
	enum sr_code code = SR_OK;
	size_t number = 0;
	char where[96];

	while (!code && bytes.s) {
		struct sr_str line = sr_str_trim(sr_str_cut(&bytes, '\n'));
		snprintf(where, sizeof(where), "%.80s:%zu", path, ++number);
		if (line.n)
			code = take_line(ask, line, where, all);
	}
	return code;
}

/* 3. What follows from it: who holds what. */

static bool put_spell(struct sr_ask *ask, const struct sr_place_slot *p,
		      const struct sr_spell *s, struct sr_diff_side *side)
{
	static const char *const KIND[] = { "assumed", "claimed", "contested",
					    "left", "assessed" };
	char text[512], from[SR_WORDING];

	sr_days_text(s->from, false, from);
	if (s->kind == SR_HOLD_ASSUMED)
		from[0] = '\0';
	int n = snprintf(
		text, sizeof(text), "%.*s%s%.*s: %.*s%s%.*s, %s, from %s",
		(int)p->name.n, p->name.s, p->country.n ? ", " : "",
		(int)p->country.n, p->country.n ? p->country.s : "",
		(int)(s->holder.n ? s->holder.n : 1),
		s->holder.n ? s->holder.s : "?", s->rival.n ? " or " : "",
		(int)s->rival.n, s->rival.n ? s->rival.s : "", KIND[s->kind],
		from[0] ? from : "?");
	struct sr_str *own = SR_PUSH(&ask->mem, &side->control);
	if (!own || n < 0)
		return false;
	own->n = (size_t)n < sizeof(text) ? (size_t)n : sizeof(text) - 1;
	own->s = sr_arena_copy(&ask->mem, text, own->n);
	return own->s != NULL;
}

static enum sr_code put_control(struct sr_ask *ask, struct sr_diff_side *side)
{
	struct sr_records held = side->all;
	struct sr_control_in in = { .records = &held };
	struct sr_spot_groups groups;
	struct sr_voices voices;
	struct sr_trust trust;
	enum sr_code code = SR_OK;
	size_t n = 0;

	/* Without what people rejected, which counts for nothing. */
	held.claims.items =
		SR_NEW(&ask->mem, struct sr_record, side->all.claims.nitem);
	for (size_t i = 0; held.claims.items && i < side->all.claims.nitem; i++)
		if (side->all.claims.items[i].verdict != SR_VERDICT_REJECTED)
			held.claims.items[n++] = side->all.claims.items[i];
	held.claims.nitem = n;
	if (!held.claims.items)
		return sr_fail_nomem(&ask->err, "diff");
	code = sr_group_places(&held, &ask->mem, &groups, &ask->err);
	if (!code)
		code = sr_voices(&held, &ask->mem, &voices, &ask->err);
	in.voices = &voices;
	if (!code)
		code = sr_trust(&in, &groups, &ask->mem, &trust, &ask->err);
	in.trust = &trust;
	for (size_t i = 0; !code && i < groups.items.nitem; i++) {
		const struct sr_spot_group *g = &groups.items.items[i];
		struct sr_control c;
		code = sr_control(&in, g, &ask->mem, &c, &ask->err);
		for (size_t k = 0; !code && k < c.spells.nitem; k++)
			if (!put_spell(ask, g->place, &c.spells.items[k], side))
				code = sr_fail_nomem(&ask->err, "diff");
	}
	if (!code && side->control.nitem)
		qsort(side->control.items, side->control.nitem,
		      sizeof(struct sr_str), sr_by_str);
	return code;
}

enum sr_code sr_diff_load(struct sr_ask *ask, const char *path, int64_t run,
			  struct sr_diff_side *side)
{
	static const char MAGIC[] = "SQLite format 3";
	struct sr_str bytes = { NULL, 0 };
	char head[sizeof(MAGIC)] = "";
	FILE *in = fopen(path, "rb");
	size_t n = in ? fread(head, 1, sizeof(head), in) : 0;
	enum sr_code code = SR_OK;

	if (in)
		fclose(in);
	if (n == sizeof(head) && memcmp(head, MAGIC, sizeof(head)) == 0) {
		code = load_ledger(ask, path, run, &side->all);
	} else {
		code = sr_file_read(&ask->mem, path, SR_MAX_CLAIM_FILE, &bytes,
				    &ask->err);
		if (!code)
			code = load_lines(ask, path, bytes, &side->all);
	}
	return code ? code : put_control(ask, side);
}
