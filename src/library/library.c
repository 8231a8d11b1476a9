/* The functions of sitrep.h that are not a module's own: a report from its
 * bytes to claims in one call, and into a ledger in another. All work is done
 * by the modules below; what a program of this project needs beyond it, it
 * takes from their headers. */
#include "sitrep.h"

#include <stdlib.h>

#include "api/read.h"
#include "ingest/identity.h"
#include "intake/item.h"
#include "ledger/ledger.h"
#include "ontology.h"
#include "views/claims_json.h"

struct sr_doc *sr_doc_new(void)
{
	struct sr_doc *doc = malloc(sizeof(*doc));

	if (doc)
		sr_doc_init(doc);
	return doc;
}

void sr_doc_free(struct sr_doc *doc)
{
	if (doc)
		sr_doc_release(doc);
	free(doc);
}

enum sr_code sr_read(struct sr_doc *doc, const struct sr_kit *kit,
		     struct sr_str name, struct sr_str bytes,
		     struct sr_err *err)
{
	struct sr_item item = { .path = "report",
				.name = name,
				.bytes = bytes,
				.body = bytes,
				.form = sr_form_of(bytes) };
	char path[96];

	snprintf(path, sizeof(path), "%.*s", (int)(name.n < 90 ? name.n : 90),
		 name.n ? name.s : "");
	item.path = path;
	sr_doc_reset(doc);
	enum sr_code code = sr_item_read(doc, kit, &item, NULL, err);
	if (!code)
		code = sr_doc_read(doc, kit, SR_HAS_CLAIMS, err);
	if (code)
		sr_doc_reset(doc);
	return code;
}

const struct sr_report *sr_doc_report(const struct sr_doc *doc)
{
	return &doc->report;
}

const struct sr_claim *sr_doc_claims(const struct sr_doc *doc, size_t *n)
{
	*n = doc->claims.nitem;
	return doc->claims.items;
}

enum sr_code sr_doc_json(struct sr_doc *doc, struct sr_str *lines,
			 struct sr_err *err)
{
	struct sr_json out = { .mem = &doc->mem };
	char sha256[SR_HEX];

	sr_sha256(doc->report.text, sha256);
	enum sr_code code = sr_claims_write(doc, sha256, &out, err);
	*lines = code ? (struct sr_str){ NULL, 0 } : sr_json_text(&out);
	return code;
}

const char *sr_claim_type(const struct sr_claim *claim)
{
	return sr_type_name(claim->type);
}

const char *sr_claim_status(const struct sr_claim *claim)
{
	return sr_status_name(claim->status);
}

const char *sr_claim_place_role(const struct sr_claim *claim)
{
	return claim->has_place ? sr_role_name(claim->place.role) : NULL;
}

enum sr_code sr_keep(struct sr_ledger *ledger, const struct sr_kit *kit,
		     struct sr_doc *doc, const char *now, struct sr_err *err)
{
	const struct sr_run run = { .program = SR_VERSION,
				    .kit = sr_kit_hash(kit),
				    .options = "",
				    .now = now };
	struct sr_received in = { .name = doc->report.name,
				  .bytes = doc->report.text };
	bool known = false;

	sr_sha256(in.bytes, in.sha256);
	sr_report_text_hash(in.bytes, in.words_sha256);
	enum sr_code code = sr_ledger_begin(ledger, &run, err);
	if (!code)
		code = sr_ledger_known(ledger, &in, &known, err);
	if (!code && !known)
		code = sr_ledger_put(ledger, &in, doc, err);
	return code ? code : sr_ledger_end(ledger, now, err);
}
