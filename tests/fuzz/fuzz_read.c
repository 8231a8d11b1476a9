/* Any text through every stage: what a claim says must be words of the text,
 * numbers in order, values of the ontology. Bytes that are not UTF-8 are
 * replaced, so that no input ends at the door. */
#include "api/read.h"
#include "fuzz.h"
#include "ontology.h"

#define MOST 20000u /* bytes; a tree is built for every sentence */

static void holds_count(struct sr_count c)
{
	HOLDS(c.low == SR_COUNT_OPEN_LOW || c.high == SR_COUNT_OPEN_HIGH ||
	      c.low <= c.high);
}

static void holds_claim(const struct sr_doc *doc, const struct sr_claim *c)
{
	struct sr_str text = doc->report.text;

	HOLDS(c->type < SR_TYPE_COUNT && c->status < SR_STATUS_COUNT);
	HOLDS(c->confidence <= 1000);
	HOLDS(c->evidence.from < c->evidence.to);
	holds_span(text, c->evidence);
	holds_span(text, c->days_at);
	holds_span(text, c->speaker_at);
	if (c->has_actor)
		holds_span(text, c->actor.at);
	if (c->has_target)
		holds_span(text, c->target.at);
	if (c->has_place) {
		holds_span(text, c->place.at);
		HOLDS(!c->place.has_point ||
		      (c->place.lat >= -90 && c->place.lat <= 90 &&
		       c->place.lon >= -180 && c->place.lon <= 180));
	}
	if (c->has_count) {
		holds_span(text, c->count_at);
		holds_count(c->count);
	}
}

static void holds_mentions(const struct sr_doc *doc)
{
	struct sr_str text = doc->report.text;

	for (size_t i = 0; i < doc->places.nitem; i++)
		holds_span(text, doc->places.items[i].m.at);
	for (size_t i = 0; i < doc->times.nitem; i++)
		holds_span(text, doc->times.items[i].m.at);
	for (size_t i = 0; i < doc->parties.nitem; i++)
		holds_span(text, doc->parties.items[i].m.at);
	for (size_t i = 0; i < doc->numbers.nitem; i++) {
		holds_span(text, doc->numbers.items[i].m.at);
		holds_count(doc->numbers.items[i].count);
	}
	for (uint32_t i = 0; i < doc->sentences.nitem; i++)
		HOLDS(doc->sentences.items[i].repeat_of == SR_NONE ||
		      doc->sentences.items[i].repeat_of < i);
	for (uint32_t i = 0; i < doc->tokens.nitem; i++)
		HOLDS(doc->tokens.items[i].head < doc->tokens.nitem);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const struct sr_ingest_options options = { .replace_bad = true };
	struct sr_str s = { (const char *)bytes, n < MOST ? n : MOST };
	const struct sr_kit *kit = fuzz_full_kit();
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	if (!sr_ingest_text(&doc, kit, SR_STR("fuzz"), s, &options, &err)) {
		HOLDS(sr_doc_read(&doc, kit, SR_HAS_CLAIMS, &err) == SR_OK);
		holds_mentions(&doc);
		for (size_t i = 0; i < doc.claims.nitem; i++)
			holds_claim(&doc, &doc.claims.items[i]);
	}
	sr_doc_release(&doc);
	return 0;
}
