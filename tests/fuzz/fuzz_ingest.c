/* Any bytes to intake, the sentences and words behind it: what is refused
 * says why, what is taken has its blocks in order and whole. */
#include "base/calendar.h"
#include "fuzz.h"
#include "ingest/identity.h"
#include "ingest/ingest.h"
#include "text/text.h"

static void holds_report(const struct sr_doc *doc)
{
	const struct sr_report *r = &doc->report;

	HOLDS(sr_utf8_check(r->text) == r->text.n);
	holds_part(r->text, r->title);
	holds_part(r->text, r->publisher);
	holds_part(r->text, r->author);
	holds_part(r->text, r->url);
	holds_part(r->text, r->dateline);
	if (sr_days_known(r->published))
		HOLDS(sr_date_of(r->published.from).year >= 1900 &&
		      sr_date_of(r->published.to).year < 2100);
}

static void holds_blocks(const struct sr_doc *doc)
{
	uint32_t last = 0;

	for (size_t i = 0; i < doc->blocks.nitem; i++) {
		struct sr_span at = doc->blocks.items[i].at;
		holds_span(doc->report.text, at);
		HOLDS(at.from < at.to && at.from >= last);
		last = at.to;
	}
}

static void holds_tokens(const struct sr_doc *doc)
{
	uint32_t last = 0;

	for (uint32_t s = 0; s < doc->sentences.nitem; s++) {
		const struct sr_sentence *x = &doc->sentences.items[s];
		HOLDS(x->from < x->to && x->from == last);
		HOLDS(x->to <= doc->tokens.nitem);
		last = x->to;
		for (uint32_t t = x->from; t < x->to; t++) {
			const struct sr_token *token = &doc->tokens.items[t];
			holds_span(doc->report.text, token->at);
			HOLDS(token->sentence == s);
			HOLDS(token->at.from >= x->at.from &&
			      token->at.to <= x->at.to);
		}
	}
	HOLDS(last == doc->tokens.nitem);
}

static void read_with(struct sr_str bytes, bool replace)
{
	const struct sr_ingest_options options = { .replace_bad = replace };
	struct sr_err err = { 0 };
	struct sr_doc doc;
	char hex[SR_HEX];

	sr_doc_init(&doc);
	enum sr_code code = sr_ingest_text(&doc, fuzz_kit(), SR_STR("fuzz"),
					   bytes, &options, &err);
	if (code) {
		HOLDS(code == SR_REFUSED && err.code == code && err.text[0]);
	} else {
		sr_report_text_hash(doc.report.text, hex);
		holds_report(&doc);
		holds_blocks(&doc);
		HOLDS(sr_tokenize(&doc, fuzz_kit(), &err) == SR_OK);
		holds_tokens(&doc);
	}
	sr_doc_release(&doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_str s = { (const char *)bytes, n };

	read_with(s, false);
	read_with(s, true);
	return 0;
}
