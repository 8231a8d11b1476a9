/* Any bytes as a file of claims made elsewhere (sitrep add --claims): what is
 * taken lies in the text, is in the closed lists, and can be written out and
 * read in again to the same bytes. */
#include "base/calendar.h"
#include "fuzz.h"
#include "ontology.h"
#include "views/claims_json.h"
#include "views/claims_read.h"

static const char TEXT[] =
	"Rebels seized Kidal on 3 May, caf\xc3\xa9 owners said. Up to 12 died.";

static void begin(struct sr_doc *doc)
{
	sr_doc_reset(doc);
	doc->report.name = SR_STR("a");
	doc->report.text = (struct sr_str){ TEXT, sizeof(TEXT) - 1 };
	doc->report.published = SR_DAYS_UNKNOWN;
}

static void holds_claims(const struct sr_doc *doc)
{
	for (size_t i = 0; i < doc->claims.nitem; i++) {
		const struct sr_claim *c = &doc->claims.items[i];
		holds_span(doc->report.text, c->evidence);
		HOLDS(c->type < SR_TYPE_COUNT && c->status < SR_STATUS_COUNT);
		HOLDS(!c->has_place || c->place.role < SR_ROLE_COUNT);
		HOLDS(!c->has_count || c->count.low <= c->count.high);
		HOLDS(c->confidence <= 1000);
	}
}

/* The claims as they are written, in memory of their own. */
static struct sr_str written(struct sr_doc *doc, struct sr_arena *mem)
{
	struct sr_json out = { .mem = mem };

	HOLDS(sr_claims_write(doc, "fuzz", &out, NULL) == SR_OK);
	return sr_json_text(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_str s = { (const char *)bytes, n };
	struct sr_claims_file file;
	struct sr_err err = { 0 };
	struct sr_arena mem;
	struct sr_doc doc;

	sr_arena_init(&mem, (size_t)64 << 20);
	sr_doc_init(&doc);
	begin(&doc);
	enum sr_code code = sr_claims_index(&file, "fuzz.jsonl", s, &mem, &err);
	if (!code)
		code = sr_claims_fill(&file, &doc, &err);
	if (code) {
		HOLDS(err.code == code && err.where[0] && err.text[0]);
	} else {
		holds_claims(&doc);
		struct sr_str first = written(&doc, &mem);
		begin(&doc);
		HOLDS(sr_claims_index(&file, "again", first, &mem, &err) ==
		      SR_OK);
		HOLDS(sr_claims_fill(&file, &doc, &err) == SR_OK);
		HOLDS(sr_str_equal(first, written(&doc, &mem)));
	}
	sr_doc_release(&doc);
	sr_arena_release(&mem);
	return 0;
}
