/* What makes a report the same one: its bytes (sr_sha256), or its words. */
#ifndef SR_INGEST_IDENTITY_H
#define SR_INGEST_IDENTITY_H

#include "base/digest.h"

/* SHA-256 of the words: white space of any kind and length counts as one
 * space, at the ends as none, and byte order and zero-width marks as nothing.
 * Equal for the same report with other line ends, spaces or line breaks. */
void sr_report_text_hash(struct sr_str text, char hex[SR_HEX]);

#endif
