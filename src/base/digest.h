/* SHA-256 of bytes, and of rows of values: each value
 * goes in with its kind and length, so that no two rows look the same. */
#ifndef SR_BASE_DIGEST_H
#define SR_BASE_DIGEST_H

#include "base/sha256.h"
#include "base/str.h"

#define SR_HEX 65 /* a digest in hex and a NUL */

struct sr_digest {
	struct sr_sha256 sha;
};

void sr_digest_init(struct sr_digest *d);
void sr_digest_null(struct sr_digest *d);
void sr_digest_int(struct sr_digest *d, int64_t v);
void sr_digest_real(struct sr_digest *d, double v);
void sr_digest_text(struct sr_digest *d, struct sr_str s);
void sr_digest_end(struct sr_digest *d, char hex[SR_HEX]);

/* Of bytes alone: what sha256sum prints. */
void sr_sha256(struct sr_str bytes, char hex[SR_HEX]);

#endif
