#include "sim/put.h"

#include "model/doc.h"

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
