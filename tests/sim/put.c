#include "sim/put.h"

#include <stdio.h>

#include "model/doc.h"
#include "views/claims_json.h"

const struct sr_run SIM_RUN = { SR_VERSION, "simulated", "",
				"2012-01-01T00:00:00Z" };

/* The claims of a report stand together in the records. */
static size_t first_claim(const struct sr_records *r, uint32_t report)
{
	size_t low = 0, high = r->claims.nitem;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (r->claims.items[middle].report < report)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static enum sr_code put_one(struct sr_ledger *ledger,
			    const struct sr_records *r, uint32_t report,
			    struct sr_doc *doc, struct sr_err *err)
{
	const struct sr_filed *f = &r->reports.items[report];
	struct sr_received in = { .name = f->report.name,
				  .bytes = f->report.text };

	memcpy(in.sha256, f->sha256.s, f->sha256.n);
	sr_doc_reset(doc);
	doc->report = f->report;
	for (size_t i = first_claim(r, report);
	     i < r->claims.nitem && r->claims.items[i].report == report; i++) {
		struct sr_claim *c = SR_PUSH(&doc->mem, &doc->claims);
		if (!c)
			return SR_NOMEM;
		*c = r->claims.items[i].claim;
	}
	return sr_ledger_put(ledger, &in, doc, err);
}

enum sr_code sim_put(struct sr_ledger *ledger, const struct sim_press *p,
		     const uint32_t *order, size_t from, size_t to,
		     struct sr_err *err)
{
	enum sr_code code = SR_OK;
	struct sr_doc doc;

	sr_doc_init(&doc);
	for (size_t i = from; !code && i < to; i++)
		code = put_one(ledger, &p->records,
			       order ? order[i] : (uint32_t)i, &doc, err);
	sr_doc_release(&doc);
	return code;
}

static bool write_file(const char *folder, struct sr_str name,
		       struct sr_str bytes, const char *mode)
{
	char path[1024];
	FILE *f;
	bool ok;

	snprintf(path, sizeof(path), "%s/%.*s", folder, (int)name.n, name.s);
	f = fopen(path, mode);
	if (!f)
		return false;
	ok = fwrite(bytes.s, 1, bytes.n, f) == bytes.n;
	return fclose(f) == 0 && ok;
}

static bool write_claims(const struct sim_press *p, const char *folder)
{
	struct sr_arena mem;
	bool ok = true;

	sr_arena_init(&mem, (size_t)1 << 26);
	for (size_t i = 0; ok && i < p->records.claims.nitem; i++) {
		const struct sr_record *r = &p->records.claims.items[i];
		struct sr_json j = { .mem = &mem };
		sr_arena_reset(&mem);
		sr_claim_json(&r->claim,
			      &(struct sr_claim_view){
				      .doc = sr_filed_of(&p->records, r)
						     ->report.name,
				      .key = r->key,
				      .words = r->words,
				      .points = r->points },
			      &j);
		sr_json_line(&j);
		ok = write_file(folder, SR_STR("claims.jsonl"),
				sr_json_text(&j), i ? "a" : "w");
	}
	sr_arena_release(&mem);
	return ok;
}

enum sr_code sim_save(const struct sim_press *p, const char *folder,
		       struct sr_err *err)
{
	bool ok = write_claims(p, folder);

	for (size_t i = 0; ok && i < p->records.reports.nitem; i++) {
		const struct sr_report *r = &p->records.reports.items[i].report;
		ok = write_file(folder, r->name, r->text, "w");
	}
	return ok ? SR_OK : sr_fail(err, SR_IO, folder, "cannot be written");
}
