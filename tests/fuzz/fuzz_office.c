/* Any bytes as the text of a document, without the zip around it: behind a 'w'
 * Word's XML, behind an 'o' that of OpenDocument, else rich text. */
#include "fuzz.h"
#include "intake/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_str s = { (const char *)bytes, n }, xml = s;
	struct sr_item item = { .path = "fuzz", .name = SR_STR("fuzz") };
	struct sr_office office = { .word = { NULL, 0 } };
	struct sr_err err = { 0 };
	struct sr_doc doc;
	uint32_t last = 0;
	enum sr_code code;

	sr_doc_init(&doc);
	struct sr_flow flow = { .mem = &doc.mem };
	xml = n ? (struct sr_str){ s.s + 1, n - 1 } : xml;
	if (n && s.s[0] == 'w') {
		office.word = office.word_styles = office.core = xml;
		code = sr_docx_read(&flow, &office, "fuzz", &err);
	} else if (n && s.s[0] == 'o') {
		office.content = office.meta = xml;
		code = sr_odt_read(&flow, &office, "fuzz", &err);
	} else {
		code = sr_rtf_read(&flow, s, "fuzz", &err);
	}
	if (!code)
		code = sr_flow_read(&flow, &doc, fuzz_kit(), &item, &err);
	HOLDS(!code || (err.code && err.text[0] && err.where[0]));
	for (size_t i = 0; !code && i < doc.blocks.nitem; i++) {
		struct sr_span at = doc.blocks.items[i].at;
		holds_span(doc.report.text, at);
		HOLDS(at.from < at.to && at.from >= last);
		last = at.to;
	}
	sr_doc_release(&doc);
	return 0;
}
