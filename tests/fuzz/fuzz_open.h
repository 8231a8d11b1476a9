/* Any bytes to one reader of intake, and what it gives to be read: what is
 * refused says where and why, what is taken is whole. A target is this with
 * FUZZ_OPEN set to a reader. No PDF is read: that is another program's. */
#ifndef SR_TESTS_FUZZ_OPEN_H
#define SR_TESTS_FUZZ_OPEN_H

#include "fuzz.h"
#include "intake/open.h"

struct fuzz_seen {
	size_t n;
	struct sr_doc doc;
};

static void fuzz_read(struct fuzz_seen *seen, const struct sr_item *item)
{
	struct sr_err err = { 0 };
	uint32_t last = 0;

	sr_doc_reset(&seen->doc);
	if (sr_item_read(&seen->doc, fuzz_kit(), item, NULL, &err)) {
		HOLDS(err.code && err.text[0] && err.where[0]);
		return;
	}
	HOLDS(sr_utf8_check(seen->doc.report.text) ==
	      seen->doc.report.text.n);
	for (size_t i = 0; i < seen->doc.blocks.nitem; i++) {
		struct sr_span at = seen->doc.blocks.items[i].at;
		holds_span(seen->doc.report.text, at);
		HOLDS(at.from < at.to && at.from >= last);
		last = at.to;
	}
}

static bool fuzz_item(void *user, const struct sr_item *item)
{
	struct fuzz_seen *seen = user;

	HOLDS(item->path && item->path[0]);
	if (item->code)
		HOLDS(item->err.code == item->code && item->err.text[0] &&
		      item->err.where[0]);
	else if (item->form != SR_FORM_PDF)
		fuzz_read(seen, item);
	return ++seen->n < 100;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct sr_str s = { (const char *)bytes, n };
	struct fuzz_seen seen = { .n = 0 };
	const struct sr_intake in = { .kit = fuzz_kit(),
				      .fn = fuzz_item,
				      .user = &seen };
	const struct sr_within w = { .in = &in, .path = "fuzz" };
	struct sr_stream stream;

	sr_doc_init(&seen.doc);
	sr_stream_of(&stream, s);
	FUZZ_OPEN(&w, &stream);
	sr_stream_release(&stream);
	sr_doc_release(&seen.doc);
	return 0;
}

#endif
