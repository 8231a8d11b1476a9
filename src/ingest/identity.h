/* What makes a report the same one. */
#ifndef SR_INGEST_IDENTITY_H
#define SR_INGEST_IDENTITY_H

#include "sitrep.h"

#define SR_HASH_TEXT 65 /* 64 hex digits and a NUL */

/* SHA-256 of the bytes as they came, in hex. */
void sr_report_hash(struct sr_str bytes, char out[SR_HASH_TEXT]);

/* SHA-256 of the words: white space of any kind and length counts as one
 * space, at the ends as none, and byte order and zero-width marks as nothing.
 * Equal for the same report with other line ends, spaces or line breaks. */
void sr_report_text_hash(struct sr_str text, char out[SR_HASH_TEXT]);

#endif
