/* Bytes to a report: what the header says, the blocks of the text. */
#ifndef SR_INGEST_INGEST_H
#define SR_INGEST_INGEST_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

struct sr_ingest_options {
	bool replace_bad; /* bytes that are not UTF-8 become U+FFFD */
};
#define SR_INGEST_OPTIONS ((struct sr_ingest_options){ .replace_bad = false })

/* Takes plain text, with or without a header in any shape, into an empty doc:
 * fills doc->report and doc->blocks. `name` and `bytes` are borrowed until the
 * doc is reset; where bytes are replaced, the doc owns the new text and all
 * offsets count in that. options may be NULL. Fails with SR_REFUSED for what
 * is empty, binary or not UTF-8 (saying line, byte and value), with SR_LIMIT
 * for more than SR_MAX_REPORT bytes. */
enum sr_code sr_ingest_text(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_str name, struct sr_str bytes,
			    const struct sr_ingest_options *options,
			    struct sr_err *err) SR_MUST_USE;

/* HTML or XML by its look: it begins with a declaration, or is full of tags. */
bool sr_is_markup(struct sr_str text);

#endif
